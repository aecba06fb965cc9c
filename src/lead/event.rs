//! Everything that can ever be written in the journal.
//!
//! Kinds are past participles. A kind is never removed and its fields only grow, each new one with
//! a default, so that a journal of any age still reads.

use super::{Arrival, LeadId, Seq, TeammateId, Tier};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub seq: Seq,
    pub subject: Subject,
    /// When it was recorded; what happened earlier says so in its event.
    pub at: Timestamp,
    pub by: Actor,
    /// The version of the playbook that decided it.
    pub playbook: u32,
    pub event: Event,
}

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Lead(LeadId),
    House,
}

/// Who caused an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody outside: the lead, or whoever fills in a form.
    Visitor,
    Teammate(TeammateId),
    /// A program, by the name of its token.
    Token(String),
    /// The rules of the house.
    House,
}

impl Actor {
    /// Whether a person of the team did it.
    pub fn is_teammate(&self) -> bool {
        matches!(self, Actor::Teammate(_))
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An enquiry began this lead.
    Captured(Arrival),
    /// The same person wrote again while the lead was open.
    Attached(Arrival),
    /// It may be the same person as another open lead.
    Flagged {
        with: LeadId,
        why: String,
    },
    /// Facts were changed; each key with its new value, empty to clear.
    Edited {
        changes: BTreeMap<String, String>,
    },
    /// Something was noted that is no contact.
    Noted {
        text: String,
    },
    /// There was contact, either way, or a trace of interest.
    Touched(Touch),
    Scored {
        score: u8,
        tier: Tier,
        model: u64,
        seen: Seq,
        because: Vec<Reason>,
    },
    /// Sales takes over from marketing.
    HandedOver {
        why: String,
    },
    Assigned {
        owner: TeammateId,
        accept_by: Option<Timestamp>,
        decision: Decision,
    },
    Accepted,
    /// Nobody else could take it, so the offer stands without a clock.
    OfferStood {
        why: String,
    },
    /// A clock was started on the owner, or made shorter.
    Promised {
        since: Timestamp,
        respond_by: Timestamp,
    },
    Warned {
        percent: u16,
    },
    Breached {
        respond_by: Timestamp,
    },
    Escalated {
        to: TeammateId,
        level: u8,
    },
    /// A teammate was told something, in the app.
    Notified {
        to: TeammateId,
        notice: Notice,
    },
    TaskAdded {
        kind: TaskKind,
        text: String,
        due_at: Timestamp,
        step: Option<StepRef>,
    },
    TaskDone {
        task: Seq,
        outcome: String,
    },
    TaskDropped {
        task: Seq,
        why: String,
    },
    Enrolled {
        sequence: String,
    },
    /// The next step has to wait.
    Postponed {
        step: StepRef,
        until: Timestamp,
        why: String,
    },
    /// The next step was taken. What it left behind stands beside it: a letter, a task, a notice.
    StepTaken {
        step: StepRef,
    },
    /// The next step was left out.
    Skipped {
        step: StepRef,
        why: String,
    },
    /// The lead left its sequence; `then` is the one to enter next.
    Exited {
        sequence: String,
        exit: Exit,
        then: Option<String>,
    },
    Held {
        why: String,
    },
    Resumed,
    /// A letter is to be carried, not before the moment it names.
    Queued {
        letter: Letter,
    },
    /// A held draft may go now.
    Released {
        queued: Seq,
    },
    Delivered {
        queued: Seq,
        /// The letter as it went, compressed.
        #[serde(with = "serde_bytes")]
        text: Vec<u8>,
        /// Keyed hash of the address, for the count of letters it was sent.
        mark: String,
    },
    Undelivered {
        queued: Seq,
        error: String,
        retry_at: Timestamp,
    },
    /// A letter has to wait, through no fault of the post.
    Deferred {
        queued: Seq,
        until: Timestamp,
        why: String,
    },
    /// A letter was given up before it was carried.
    Dropped {
        queued: Seq,
        why: String,
    },
    /// Their address takes no letters.
    Bounced {
        address: String,
    },
    OptedOut {
        address: String,
        /// Keyed hash of the address, which outlives the address.
        mark: String,
    },
    StageMoved {
        from: String,
        to: String,
    },
    Won {
        value: Option<i64>,
    },
    Lost {
        reason: String,
        note: String,
    },
    Disqualified {
        reason: String,
        note: String,
    },
    Reopened {
        why: String,
    },
    Snoozed {
        until: Timestamp,
        why: String,
    },
    /// The time for which the lead was put aside is over.
    Woken,
    /// The rules did not come to rest; a person has to look.
    Unsettled,
    /// A new playbook came into force, as its text.
    PlaybookApplied {
        version: u32,
        text: String,
    },
    /// Written by a newer version of the house; kept, not understood.
    Unknown {
        kind: String,
        #[serde(with = "serde_bytes")]
        raw: Vec<u8>,
    },
}

/// Contact with a lead, or a trace of its interest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touch {
    pub channel: Channel,
    pub direction: Direction,
    pub outcome: Outcome,
    #[serde(default)]
    pub text: String,
    /// When it took place, which may be before it was logged.
    pub at: Timestamp,
}

/// The way a touch took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Call,
    Email,
    Sms,
    Chat,
    Whatsapp,
    Linkedin,
    Meeting,
    Post,
    /// A page was visited; the text is its path.
    Visit,
    /// Seconds spent on the site, as the text.
    Stay,
    Download,
    Webinar,
    Open,
    Click,
    Product,
}

impl Channel {
    pub const ALL: [Channel; 15] = [
        Channel::Call,
        Channel::Email,
        Channel::Sms,
        Channel::Chat,
        Channel::Whatsapp,
        Channel::Linkedin,
        Channel::Meeting,
        Channel::Post,
        Channel::Visit,
        Channel::Stay,
        Channel::Download,
        Channel::Webinar,
        Channel::Open,
        Channel::Click,
        Channel::Product,
    ];

    /// The key used in the API and in forms.
    pub fn key(self) -> &'static str {
        match self {
            Channel::Call => "call",
            Channel::Email => "email",
            Channel::Sms => "sms",
            Channel::Chat => "chat",
            Channel::Whatsapp => "whatsapp",
            Channel::Linkedin => "linkedin",
            Channel::Meeting => "meeting",
            Channel::Post => "post",
            Channel::Visit => "visit",
            Channel::Stay => "stay",
            Channel::Download => "download",
            Channel::Webinar => "webinar",
            Channel::Open => "open",
            Channel::Click => "click",
            Channel::Product => "product",
        }
    }

    /// Whether two people meet on it; a trace such as a page visit is no conversation.
    pub fn is_conversation(self) -> bool {
        match self {
            Channel::Call
            | Channel::Email
            | Channel::Sms
            | Channel::Chat
            | Channel::Whatsapp
            | Channel::Linkedin
            | Channel::Meeting
            | Channel::Post => true,
            Channel::Visit
            | Channel::Stay
            | Channel::Download
            | Channel::Webinar
            | Channel::Open
            | Channel::Click
            | Channel::Product => false,
        }
    }
}

/// Whose move a touch was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Inbound,
    Outbound,
}

/// How a touch went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing more to say of it: a mail was sent, a page was seen.
    #[default]
    Made,
    Reached,
    Voicemail,
    NoAnswer,
    CallBack,
    WrongNumber,
    NoShow,
}

impl Outcome {
    pub const ALL: [Outcome; 7] = [
        Outcome::Made,
        Outcome::Reached,
        Outcome::Voicemail,
        Outcome::NoAnswer,
        Outcome::CallBack,
        Outcome::WrongNumber,
        Outcome::NoShow,
    ];

    /// The key used in the API and in forms.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Made => "made",
            Outcome::Reached => "reached",
            Outcome::Voicemail => "voicemail",
            Outcome::NoAnswer => "no_answer",
            Outcome::CallBack => "call_back",
            Outcome::WrongNumber => "wrong_number",
            Outcome::NoShow => "no_show",
        }
    }
}

/// One line of the sum that is a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Key of the signal, or [`Reason::FLOOR`].
    pub signal: String,
    /// Points it gives now, after decay, rounded to a tenth.
    pub points: f64,
}

impl Reason {
    /// Stands for a request that holds the score up.
    pub const FLOOR: &str = "floor";
}

/// Why this owner and nobody else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// The rule that decided, by name, or the reason no rule was asked.
    pub rule: String,
    /// The pool it gave to; empty when nobody was chosen from a pool.
    pub pool: String,
    /// Rules looked at before it that did not match, each with the condition that failed.
    pub passed_over: Vec<(String, String)>,
    /// Everyone considered, in the order of the pool.
    pub candidates: Vec<Candidate>,
    /// What made it necessary to decide at all: first assignment, a rise in tier, an offer not taken.
    pub occasion: String,
}

/// One teammate considered for a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub teammate: TeammateId,
    pub verdict: Verdict,
    /// Share of the pool's leads they should get.
    pub weight: u32,
    /// Open leads they own.
    pub open: u32,
}

/// What was decided about a candidate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Chosen,
    /// Could have taken it; somebody else's turn came first.
    Eligible,
    /// Could not take it, for the reason given in words.
    Excluded(String),
}

/// What a teammate is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// A lead is theirs.
    NewLead,
    /// Their lead wrote again or replied.
    TheyWrote,
    /// A clock is half or four fifths gone.
    ClockRunning,
    /// A clock has run out.
    Breached,
    /// A lead of somebody else's was escalated to them.
    Escalated,
    /// A lead went to somebody else because it was not accepted in time.
    TakenAway,
    /// A lead lacks what its source requires.
    Incomplete,
    /// A letter could not be delivered.
    LetterFailed,
    /// A step of the sequence asks for attention.
    Step,
    /// The rules did not come to rest.
    Unsettled,
}

/// What a task asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    Call,
    Email,
    Linkedin,
    /// They wrote and wait for an answer.
    Answer,
    /// Somebody must say what happens next.
    NextStep,
    /// Facts are missing.
    Complete,
    Other,
}

impl TaskKind {
    /// The key used in the playbook, the API and forms.
    pub fn key(self) -> &'static str {
        match self {
            TaskKind::Call => "call",
            TaskKind::Email => "email",
            TaskKind::Linkedin => "linkedin",
            TaskKind::Answer => "answer",
            TaskKind::NextStep => "next_step",
            TaskKind::Complete => "complete",
            TaskKind::Other => "other",
        }
    }

    /// The kind of a key, if it is one a person may choose.
    pub fn from_key(key: &str) -> Option<TaskKind> {
        [
            TaskKind::Call,
            TaskKind::Email,
            TaskKind::Linkedin,
            TaskKind::Answer,
            TaskKind::NextStep,
            TaskKind::Complete,
            TaskKind::Other,
        ]
        .into_iter()
        .find(|kind| kind.key() == key)
    }
}

/// A step of a sequence: its key, the index counted from 0, and the day it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRef {
    pub sequence: String,
    pub index: usize,
    pub day: u32,
}

/// How a lead leaves a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exit {
    /// Every step was taken.
    Finished,
    Replied,
    Talked,
    Booked,
    OptedOut,
    Bounced,
    Won,
    Lost,
    Disqualified,
    /// Sales took over.
    HandedOver,
    /// Another sequence was started by hand.
    Replaced,
}

impl Exit {
    /// Why, as the end of a sentence: “dropped, because …”.
    pub fn why(self) -> &'static str {
        match self {
            Exit::Finished => "there is no step left",
            Exit::Replied => "they wrote",
            Exit::Talked => "they were spoken to",
            Exit::Booked => "they booked a time",
            Exit::OptedOut => "they want no more letters",
            Exit::Bounced => "their address takes no letters",
            Exit::Won | Exit::Lost | Exit::Disqualified => "the lead is closed",
            Exit::HandedOver => "sales took over",
            Exit::Replaced => "another sequence was started",
        }
    }
}

/// A letter to be carried. The text is made from the template when it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    /// Key of a template of the playbook.
    pub template: String,
    /// The version of the playbook whose template it is.
    pub version: u32,
    pub values: BTreeMap<String, String>,
    pub not_before: Timestamp,
    pub step: Option<StepRef>,
    /// What they asked for goes day and night and is not counted: an instant reply, a confirmation.
    #[serde(default)]
    pub asked_for: bool,
}
