//! Everything that can ever be written in the journal.
//!
//! Kinds are past participles. A kind is never removed and its fields only grow, each new one with
//! a default, so that a journal of any age still reads.

use super::{
    Arrival, Decision, Exit, File, Finding, Fitness, Grade, LeadId, Letter, Means, Notice, Reason,
    Seq, StepRef, TaskKind, TeammateId, Tier, Touch, Wording, WrongOwner,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

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

impl Subject {
    /// The lead it is about, if it is about one.
    pub fn lead(self) -> Option<LeadId> {
        match self {
            Subject::Lead(id) => Some(id),
            Subject::House => None,
        }
    }
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

impl Event {
    /// The kinds in which people said or wrote something, by their keys.
    pub const WORDS: [&str; 4] = ["captured", "attached", "noted", "touched"];
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
    /// Tags were put on and taken off, by their keys.
    Tagged {
        added: Vec<String>,
        removed: Vec<String>,
    },
    /// A file was laid with the lead.
    FileAttached {
        file: File,
    },
    /// A file was taken away, and its bytes with it.
    FileRemoved {
        id: Uuid,
        name: String,
    },
    /// Facts were taken out that the source requires, and nobody knows them now; `email|phone` is either.
    Lacking {
        facts: Vec<String>,
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
        #[serde(default)]
        fit: Fitness,
    },
    /// A criterion of qualification was answered, by its key.
    Answered {
        criterion: String,
        finding: Finding,
        note: String,
        means: Means,
    },
    /// An answer counts no more.
    AnswerWithdrawn {
        criterion: String,
    },
    /// How ready the lead is for sales has changed.
    Graded {
        grade: Option<Grade>,
        why: String,
    },
    /// Sales takes over from marketing.
    HandedOver {
        why: String,
    },
    /// Sales has said yes to what was handed over.
    TakenOn,
    /// Sales has no use for the lead now, so it is kept in mind of us instead.
    SentBack {
        reason: String,
        note: String,
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
    /// The owner was the wrong one, by somebody's word.
    Misrouted {
        from: TeammateId,
        /// The rule that had given it to them.
        rule: String,
        why: WrongOwner,
        /// What they said of it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// Somebody looked back and judged whether the first owner was the right one.
    OwnerJudged {
        right: bool,
    },
    /// The lead has become more pressing, so its owner has to say yes sooner.
    OfferShortened {
        accept_by: Timestamp,
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
    /// A teammate was told that a lead is theirs, in one notice with all that went over to them by the
    /// same act within the hour.
    ToldTogether {
        to: TeammateId,
        with: String,
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
    /// An open task is due at another moment.
    TaskMoved {
        task: Seq,
        kind: TaskKind,
        from: Timestamp,
        to: Timestamp,
    },
    Enrolled {
        sequence: String,
    },
    /// A sequence was not entered, for they have not agreed to letters.
    Withheld {
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
    /// A person put their own words in place of those of a waiting letter.
    Rewritten {
        queued: Seq,
        wording: Wording,
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
        /// Keyed hash of the address, for the count of letters it was sent; empty for what they
        /// asked for, which is not counted.
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
    /// A person put a score in place of the points, until a moment.
    Overridden {
        score: u8,
        until: Timestamp,
        why: String,
    },
    /// The points count again: the time is over, or a person said so.
    OverrideEnded,
    /// The time for which the lead was put aside is over.
    Woken,
    /// The rules did not come to rest; a person has to look.
    Unsettled,
    /// A new playbook came into force, as its text.
    PlaybookApplied {
        version: u32,
        text: String,
        /// The version of which parts were brought back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        back_to: Option<u32>,
    },
    /// Written by a newer version of the house; kept, not understood.
    Unknown {
        kind: String,
        #[serde(with = "serde_bytes")]
        raw: Vec<u8>,
    },
}
