//! All that can be asked for, and every polite no.

use crate::lead::{
    Arrival, Channel, Direction, File, LookAlike, Outcome, Seq, TaskKind, TeammateId, Touch,
    Wording,
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something asked of the house about one lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An enquiry that made sense and is no spam. Whose it is, the desk has found out; the
    /// look-alike is another open lead that may be the same person.
    Capture {
        arrival: Box<Arrival>,
        look_alike: Option<LookAlike>,
    },
    /// Changes facts. `seen` is the last human entry the form knew of.
    Edit {
        changes: BTreeMap<String, String>,
        seen: Option<Seq>,
    },
    /// Puts tags on and takes others off, by their keys.
    Tag {
        add: Vec<String>,
        remove: Vec<String>,
    },
    /// Lays a file with the lead; its bytes have arrived.
    Attach {
        file: File,
    },
    /// Takes a file away, and its bytes with it.
    Detach {
        id: Uuid,
    },
    /// Logs contact; `task` is the open task it settles, `next` what to do next.
    Touch {
        touch: Touch,
        task: Option<Seq>,
        next: Option<NextStep>,
    },
    Note {
        text: String,
        next: Option<NextStep>,
    },
    AddTask(NextStep),
    FinishTask {
        task: Seq,
        outcome: String,
        next: Option<NextStep>,
    },
    /// The owner says yes to an offered lead.
    Accept,
    /// Gives the lead to somebody.
    Give {
        to: TeammateId,
        why: String,
    },
    /// Moves the lead to a stage; `facts` are those it asks for, said along with it.
    Move {
        stage: String,
        facts: BTreeMap<String, String>,
    },
    Win {
        value: Option<i64>,
        facts: BTreeMap<String, String>,
    },
    Lose {
        reason: String,
        note: String,
    },
    Disqualify {
        reason: String,
        note: String,
    },
    Reopen {
        why: String,
    },
    Hold {
        why: String,
    },
    Resume,
    Enrol {
        sequence: String,
    },
    Snooze {
        until: Timestamp,
        why: String,
    },
    /// The person behind this address wants no more letters. `mark` is its keyed hash.
    OptOut {
        address: String,
        mark: String,
    },
    /// Puts a person's own words in place of those of a waiting letter.
    Rewrite {
        queued: Seq,
        wording: Wording,
    },
    /// Sends a draft now.
    Release {
        queued: Seq,
    },
    /// Throws a draft away.
    Discard {
        queued: Seq,
    },
    /// The outbox reports what became of a letter.
    Delivered {
        queued: Seq,
        text: Vec<u8>,
        mark: String,
    },
    Undelivered {
        queued: Seq,
        error: String,
        setback: Setback,
    },
    Drop {
        queued: Seq,
        why: String,
    },
    Defer {
        queued: Seq,
        until: Timestamp,
        why: String,
    },
    /// Nothing happened but time.
    Review,
}

/// How far a letter that did not arrive is from arriving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setback {
    /// It may arrive later.
    ForNow,
    /// This letter never will, and another one may.
    OfTheLetter,
    /// No letter will: the address takes none.
    OfTheAddress,
}

/// What to do next about a lead, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    pub kind: TaskKind,
    pub text: String,
    pub due_at: Timestamp,
}

/// Why something asked for is not done, in a sentence for the person who asked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error("Say something: a name, an address, a number or a message.")]
    NothingSaid,
    #[error("There is no lead with this number.")]
    NoSuchLead,
    #[error("This lead is closed. Open it again first.")]
    Closed,
    #[error("This lead is open already.")]
    AlreadyOpen,
    #[error("There is no open task with this number on this lead.")]
    NoSuchTask,
    #[error("This lead has {0} open tasks. Finish one first.")]
    TooManyTasks(usize),
    #[error("This letter is no longer waiting.")]
    NoSuchLetter,
    #[error("Write a subject, in one line of at most {0} characters.")]
    SubjectNeeded(usize),
    #[error("Leave {0} in the letter: it is their link to stop more of them.")]
    StopLinkNeeded(&'static str),
    #[error("Nobody with the name “{0}” works here now.")]
    NoSuchTeammate(String),
    #[error("There is no stage “{0}”.")]
    NoSuchStage(String),
    #[error("There is no sequence “{0}”.")]
    NoSuchSequence(String),
    #[error("There is no field “{0}”.")]
    NoSuchField(String),
    #[error("There is no tag “{0}” to put on a lead.")]
    NoSuchTag(String),
    #[error("A lead has {0} tags at most. Take one off first.")]
    TooManyTags(usize),
    #[error("There is no such file with this lead.")]
    NoSuchFile,
    #[error("A lead has {0} files at most. Remove one first.")]
    TooManyFiles(usize),
    #[error("“{value}” is no {what}.")]
    NotA { field: String, what: String, value: String },
    #[error("Before this stage, say: {facts}.")]
    StageNeeds { field: String, facts: String },
    #[error("Before a lead is won, say: {facts}.")]
    WonNeeds { field: String, facts: String },
    #[error("Choose a reason: {0}.")]
    ReasonNeeded(String),
    #[error("This reason asks for a note.")]
    NoteNeeded,
    #[error("Write down why.")]
    WhyNeeded,
    #[error("Write something first.")]
    TextNeeded,
    #[error("Choose a moment that is still to come.")]
    MomentPassed,
    #[error("That moment is too far away.")]
    MomentTooFar,
    #[error("That was more than 20 years ago. Say when it arrived, or leave it out.")]
    TooLongAgo(String),
    #[error("This lead is in no sequence.")]
    NoSequence,
    #[error("This sequence is for those who have agreed to letters, and they have not.")]
    ConsentNeeded,
    #[error("Somebody changed this lead meanwhile. Look at the change, then save again.")]
    ChangedMeanwhile,
    #[error("This is longer than {0} characters.")]
    TooLong(usize),
}

impl Refusal {
    /// The field of the form or of the API the refusal is about, where it is about one.
    pub fn field(&self) -> Option<&str> {
        Some(match self {
            Refusal::NotA { field, .. }
            | Refusal::StageNeeds { field, .. }
            | Refusal::WonNeeds { field, .. } => field,
            Refusal::NoSuchField(key) | Refusal::TooLongAgo(key) => key,
            Refusal::NoSuchFile | Refusal::TooManyFiles(_) => "file",
            Refusal::NoSuchTag(_) | Refusal::TooManyTags(_) => "tag",
            Refusal::NoSuchTask | Refusal::TooManyTasks(_) => "task",
            Refusal::NoSuchTeammate(_) => "owner",
            Refusal::NoSuchStage(_) => "stage",
            Refusal::NoSuchSequence(_) | Refusal::NoSequence | Refusal::ConsentNeeded => "sequence",
            Refusal::ReasonNeeded(_) => "reason",
            Refusal::NoteNeeded => "note",
            Refusal::WhyNeeded => "why",
            Refusal::TextNeeded | Refusal::TooLong(_) | Refusal::StopLinkNeeded(_) => "text",
            Refusal::SubjectNeeded(_) => "subject",
            Refusal::MomentPassed | Refusal::MomentTooFar => "at",
            Refusal::NothingSaid => "message",
            Refusal::NoSuchLead
            | Refusal::Closed
            | Refusal::AlreadyOpen
            | Refusal::NoSuchLetter
            | Refusal::ChangedMeanwhile => return None,
        })
    }
}

impl Command {
    /// A call just made by a teammate, with how it went.
    pub fn call(outcome: Outcome, text: &str, at: Timestamp) -> Command {
        Command::outbound(Channel::Call, outcome, text, at)
    }

    /// A touch just made by a teammate.
    pub fn outbound(channel: Channel, outcome: Outcome, text: &str, at: Timestamp) -> Command {
        let touch =
            Touch { channel, direction: Direction::Outbound, outcome, text: text.to_owned(), at };
        Command::Touch { touch, task: None, next: None }
    }

    /// Something the lead did or wrote.
    pub fn inbound(channel: Channel, text: &str, at: Timestamp) -> Command {
        let touch = Touch {
            channel,
            direction: Direction::Inbound,
            outcome: Outcome::Made,
            text: text.to_owned(),
            at,
        };
        Command::Touch { touch, task: None, next: None }
    }
}
