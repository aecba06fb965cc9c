//! What a lead is, and everything that can be written about one.
//!
//! This room is the vocabulary of the house. It imports nothing of ours.

mod bounds;
mod checklist;
mod decision;
mod event;
mod file;
mod fold;
mod holidays;
pub mod hours;
pub mod profile;
pub mod redact;
#[cfg(test)]
pub(crate) mod samples;
mod status;
mod step;
mod submission;
mod task;
mod tier;
mod touch;
pub mod words;
mod zones;

pub use bounds::{FILES_MAX, IMPORTS_MAX, LOOK_ALIKES_MAX, MISROUTES_MAX, TAGS_MAX};
pub use checklist::{Answered, Finding, Fitness, Grade, Means};
pub use decision::{Candidate, Decision, FirstOwner, Misroute, Reason, Verdict, WrongOwner};
pub use event::{Actor, Entry, Event, Subject};
pub use file::{Attached, File};
pub use holidays::{Holiday, public_holidays};
pub use profile::Profile;
pub use status::Status;
pub use step::{Delivery, ERROR_MAX, Exit, Letter, Owed, READDRESSED, StepRef, Wording};
pub use submission::{Arrival, Campaign, Consent, Fate, HandRaise, ListRef};
pub use submission::{SourceClass, Submission};
pub use task::{Notice, TaskKind};
pub use tier::Tier;
pub use touch::{Channel, Direction, Outcome, Touch};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The place of an entry in the journal. The first entry is 1.
pub type Seq = u64;

/// The stable name of a teammate in the playbook, such as `maya`.
pub type TeammateId = String;

/// The number of a lead: the `seq` of the first entry about it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct LeadId(pub u64);

impl std::fmt::Display for LeadId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// How much evidence a lead remembers; what is older has decayed to nothing long before.
pub const EVIDENCE_MAX: usize = 200;

/// A lead as it stands now: the sum of its journal entries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lead {
    pub id: LeadId,
    /// When the enquiry truly arrived, which may be earlier than when it was recorded.
    pub captured_at: Option<Timestamp>,
    pub recorded_at: Option<Timestamp>,
    pub source: String,
    pub class: SourceClass,
    /// The lists it was a row of, oldest first, at most [`IMPORTS_MAX`].
    pub imports: Vec<ListRef>,
    pub profile: Profile,
    /// Facts beyond the profile, by field key: `company_size`, `budget`, `service`, …
    pub fields: BTreeMap<String, String>,
    /// Of each fact that was told or changed after the first entry, the last entry that did so.
    pub told_later: BTreeMap<String, (Seq, Timestamp)>,
    /// Keys of the tags that stand on it, at most [`TAGS_MAX`].
    pub tags: BTreeSet<String>,
    /// Files that lie with it, oldest first, at most [`FILES_MAX`].
    pub files: Vec<Attached>,
    /// The first words of the enquiry; later ones stand in the journal.
    pub message: String,
    /// What brought them first, and what brought them last.
    pub first_campaign: Campaign,
    pub last_campaign: Campaign,
    pub consent: Option<Consent>,
    /// What its source or the assignment rules ask for and nobody has said yet.
    pub missing: Vec<String>,
    /// Closed leads of the same person, oldest first.
    pub earlier: Vec<LeadId>,
    /// Open leads that may be the same person, for somebody to judge; at most [`LOOK_ALIKES_MAX`].
    pub look_alikes: Vec<LookAlike>,
    /// An import starts no clocks and no letters, until somebody or something wakes the lead.
    pub quiet: bool,
    /// Oldest first, at most [`EVIDENCE_MAX`].
    pub evidence: Vec<Evidence>,
    pub standing: Option<Standing>,
    /// When the tier last rose; the first score counts as a rise.
    pub risen_at: Option<Timestamp>,
    /// The owner its source named, in whatever way the source names people.
    pub wanted_owner: Option<String>,
    /// Who of us keyed it in.
    pub keyed_in_by: Option<TeammateId>,
    pub owner: Option<Ownership>,
    pub first_owner: Option<FirstOwner>,
    /// Owners who were the wrong ones, oldest first, at most [`MISROUTES_MAX`].
    pub misroutes: Vec<Misroute>,
    /// Whether the first owner was the right one, by the word of who looked back.
    pub owner_judged: Option<bool>,
    /// When the first owner was named: the start of the clock of the first letter.
    pub first_assigned_at: Option<Timestamp>,
    /// When it was handed over to sales, if it was and has not been sent back since.
    pub handed_over_at: Option<Timestamp>,
    /// When sales said that it takes the lead on.
    pub taken_on_at: Option<Timestamp>,
    /// The entry with which sales last sent it back: it takes news to hand it over again.
    pub sent_back: Option<Seq>,
    /// Answers to the criteria of qualification, by their keys.
    pub answers: BTreeMap<String, Answered>,
    /// How ready it is for sales, and why.
    pub grade: Option<(Grade, String)>,
    /// The earliest word of theirs that no person has answered.
    pub awaiting_since: Option<Timestamp>,
    /// Whether what they asked a person for is still unanswered.
    pub request_waits: bool,
    /// When that word was recorded, which may be long after they wrote it.
    pub waiting_known_at: Option<Timestamp>,
    /// Whether they wrote and the owner has not been told of it.
    pub owner_to_hear: bool,
    /// Tasks the house itself asked for, apart from steps: the last of each kind.
    pub asked: Vec<Asked>,
    pub promise: Option<Promise>,
    pub first_answer: Option<Answer>,
    /// What the last answer of ours ended, until it is known whether a letter of ours was that answer.
    pub settled: Option<Owed>,
    pub first_acknowledged_at: Option<Timestamp>,
    pub last_inbound_at: Option<Timestamp>,
    /// The last entry that told of a word of theirs, however long ago they said it.
    pub heard_seq: Seq,
    pub last_outbound_at: Option<Timestamp>,
    /// When a teammate last wrote to them, by whatever way.
    pub wrote_at: Option<Timestamp>,
    pub touches: u32,
    pub enrolment: Option<Enrolment>,
    /// When the last step of any sequence was taken: at most one a day.
    pub last_step_at: Option<Timestamp>,
    /// Sequences the lead has left, in order, with how it left; the same way out once, as the last.
    pub left: Vec<(String, Exit)>,
    /// What follow-up still owes after the last exit: the sequence to enter next.
    pub next_sequence: Option<String>,
    /// The sequence that would have been entered had they agreed to letters, until we speak with them.
    pub withheld: Option<String>,
    /// Open tasks, oldest first.
    pub tasks: Vec<Task>,
    /// Letters queued and not yet carried or dropped.
    pub outbox: Vec<Delivery>,
    /// When the first letter was queued, whatever became of it.
    pub first_letter_at: Option<Timestamp>,
    /// When their e-mail address turned out to take no letters; `None` once it is changed.
    pub bounced_at: Option<Timestamp>,
    /// The stage its source named, until it has been looked at.
    pub wanted_stage: Option<String>,
    pub stage: String,
    pub stage_since: Option<Timestamp>,
    /// The entry that moved it there.
    pub stage_seq: Seq,
    pub fate: LeadFate,
    /// The entry with which the house closed it after the last step, with nobody deciding it.
    pub archived: Option<Seq>,
    pub closed_at: Option<Timestamp>,
    /// In minor units of the business's currency.
    pub value: Option<i64>,
    pub snoozed: Option<Snooze>,
    /// The score a person has set in place of the points.
    pub set_score: Option<Override>,
    pub opted_out: bool,
    pub opted_out_at: Option<Timestamp>,
    /// The entry that last said so.
    pub opted_out_seq: Seq,
    /// Keyed hashes of the addresses they want no more letters at.
    pub opt_outs: Vec<String>,
    /// When the rules last failed to come to rest on this lead.
    pub unsettled_at: Option<Timestamp>,
    /// The last entry that changed what is known of the lead, so that it is judged anew.
    pub facts_seq: Seq,
    /// The last entry in which a person or a program changed facts.
    pub edited_seq: Seq,
    /// The last entry a person wrote, for telling a stale form from a fresh one.
    pub last_human_seq: Seq,
    pub last_seq: Seq,
    pub erased: bool,
}

/// Whether the lead is still being worked, and if not, how it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadFate {
    #[default]
    Open,
    Won,
    Lost,
    Disqualified,
}

impl LeadFate {
    pub const ALL: [LeadFate; 4] =
        [LeadFate::Open, LeadFate::Won, LeadFate::Lost, LeadFate::Disqualified];

    /// The key used in the API and in the index.
    pub fn key(self) -> &'static str {
        match self {
            LeadFate::Open => "open",
            LeadFate::Won => "won",
            LeadFate::Lost => "lost",
            LeadFate::Disqualified => "disqualified",
        }
    }
}

/// One thing known about a lead's interest, with the entry that proves it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub seq: Seq,
    pub at: Timestamp,
    pub sign: Sign,
}

/// What a piece of evidence shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// They asked for something a person must answer.
    Asked(HandRaise),
    /// They visited a page; the scoring model knows which pages matter.
    Visited(String),
    /// They stayed on the site for this many seconds.
    Stayed(u32),
    Downloaded(String),
    AttendedWebinar,
    Opened,
    Clicked,
    Replied,
    /// A conversation took place: an answered call or a meeting held.
    Talked,
    MetInPerson,
    UsedProduct,
}

/// A probable duplicate, for a person to judge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookAlike {
    pub lead: LeadId,
    pub why: String,
}

/// The last score written, and what it rested on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub score: u8,
    pub tier: Tier,
    /// Fingerprint of the scoring model, so that a new model is noticed.
    pub model: u64,
    /// The last entry it took into account, so that new facts are noticed.
    pub seen: Seq,
    pub at: Timestamp,
    pub because: Vec<Reason>,
    pub fit: Fitness,
}

/// Who answers for the lead, since when, and whether they have said yes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ownership {
    pub teammate: TeammateId,
    pub since: Timestamp,
    pub seq: Seq,
    pub rule: String,
    pub accept_by: Option<Timestamp>,
    pub accepted: bool,
    /// Everyone it was offered to since the last acceptance, in order.
    pub offered: Vec<TeammateId>,
    /// The tier it was routed at, so that a rise can be routed anew.
    pub tier: Tier,
}

/// The promise to answer: a clock on the owner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// When the clock began to run.
    pub since: Timestamp,
    pub respond_by: Timestamp,
    /// The tier it was made for; a fall in tier does not change it.
    pub tier: Tier,
    /// The highest share of the clock already warned of, in percent.
    pub warned: u16,
    pub breached: bool,
    /// 0 nobody, 1 the owner, 2 the backup, 3 the manager.
    pub escalated: u8,
    /// Who was called in over the owner.
    pub called: Vec<TeammateId>,
}

/// The first time a person of ours answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub at: Timestamp,
    pub by: TeammateId,
    /// When the clock began that it stopped; `None` where nothing was promised.
    pub since: Option<Timestamp>,
    /// Whether it came before the promise ran out; true where none was running.
    pub in_time: bool,
}

/// The sequence a lead is in, and how far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Enrolment {
    pub sequence: String,
    pub since: Timestamp,
    /// The entry that began it.
    pub seq: Seq,
    /// Whether somebody asked for it, and not the rules.
    pub by_hand: bool,
    /// Steps taken or skipped so far: the index of the next one.
    pub done: usize,
    /// Steps of these of which nothing came, by their index: when that was clear, and why.
    pub missed: BTreeMap<usize, (Timestamp, String)>,
    /// Set when the next step was put off, with the reason.
    pub postponed: Option<(Timestamp, String)>,
    pub held: Option<String>,
    pub held_at: Option<Timestamp>,
}

/// Something a teammate has to do for this lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub seq: Seq,
    pub kind: TaskKind,
    pub text: String,
    pub due_at: Timestamp,
    pub step: Option<StepRef>,
}

/// A task the house asked for, so that it asks once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    pub kind: TaskKind,
    pub task: Seq,
    pub at: Timestamp,
}

/// A score set by a person, until a moment and for a stated reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Override {
    pub score: u8,
    pub until: Timestamp,
    pub why: String,
    pub by: Actor,
    pub at: Timestamp,
    pub seq: Seq,
}

/// Put aside until a day, for a stated reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snooze {
    pub until: Timestamp,
    pub why: String,
}

impl Lead {
    /// A lead about which nothing has been written yet.
    pub fn unborn(id: LeadId) -> Self {
        Self { id, ..Self::default() }
    }

    /// Whether anything has been captured under this number.
    pub fn is_born(&self) -> bool {
        self.captured_at.is_some()
    }

    /// Whether the lead is still to be worked.
    pub fn is_open(&self) -> bool {
        self.is_born() && self.fate == LeadFate::Open
    }

    /// The tier last written; `Low` before the first score.
    pub fn tier(&self) -> Tier {
        self.standing.as_ref().map_or(Tier::Low, |standing| standing.tier)
    }

    /// The score last written, 0 to 100.
    pub fn score(&self) -> u8 {
        self.standing.as_ref().map_or(0, |standing| standing.score)
    }

    /// How ready it is for sales, if it has come so far.
    pub fn grade(&self) -> Option<Grade> {
        self.grade.as_ref().map(|(grade, _)| *grade)
    }

    /// The owner's id, if the lead has one yet.
    pub fn owner_id(&self) -> Option<&str> {
        self.owner.as_ref().map(|owner| owner.teammate.as_str())
    }

    /// Whether somebody has owned the lead and was the wrong one.
    pub fn was_wrong(&self, teammate: &str) -> bool {
        self.misroutes.iter().any(|misroute| misroute.from == teammate)
    }

    /// The latest request that a person must answer, if any was made.
    pub fn hand_raise(&self) -> Option<(&Evidence, HandRaise)> {
        self.evidence.iter().rev().find_map(|evidence| match evidence.sign {
            Sign::Asked(ask) => Some((evidence, ask)),
            _ => None,
        })
    }

    /// A fact by its field key: of the profile first, then of the custom fields. Empty is unknown.
    pub fn fact(&self, key: &str) -> Option<&str> {
        self.profile
            .get(key)
            .or_else(|| self.fields.get(key).map(String::as_str))
            .filter(|value| !value.is_empty())
    }

    /// The entry that told a fact as it stands, and when it was told.
    pub fn told_in(&self, key: &str) -> (Seq, Timestamp) {
        let first = || (self.id.0, self.captured_at.unwrap_or_default());
        self.told_later.get(key).copied().unwrap_or_else(first)
    }

    /// Whether they want no more letters at the address with this keyed hash.
    pub fn has_opted_out(&self, mark: &str) -> bool {
        self.opt_outs.iter().any(|known| known == mark)
    }

    /// What to call the lead on a screen: the name, else the company, else an address.
    pub fn title(&self) -> &str {
        [&self.profile.name, &self.profile.company, &self.profile.email, &self.profile.phone]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("No name", String::as_str)
    }
}
