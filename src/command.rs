//! All that can be asked for, and every polite no.

use crate::language::{Value, Words};
use crate::lead::{
    self, Arrival, Channel, Direction, File, Finding, LookAlike, Outcome, Seq, TaskKind,
    TeammateId, Touch, Wording, WrongOwner,
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something asked of the house about one lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An enquiry that made sense and is no spam. Whose it is, the desk has found out; the
    /// look-alike is another open lead that may be the same person, the mark that of an address which
    /// wants no more letters.
    Capture {
        arrival: Box<Arrival>,
        look_alike: Option<LookAlike>,
        opted_out: Option<String>,
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
    /// The same for a call, with what was learnt in it.
    Call {
        touch: Touch,
        task: Option<Seq>,
        next: Option<NextStep>,
        answers: Vec<NewAnswer>,
    },
    /// Answers a criterion of qualification.
    Answer(NewAnswer),
    /// Takes an answer back.
    Withdraw {
        criterion: String,
    },
    Note {
        text: String,
        next: Option<NextStep>,
    },
    /// Answers by e-mail, in a person's own words, which the outbox carries at once; `task` is the
    /// open task it settles.
    Write {
        wording: Wording,
        task: Option<Seq>,
        next: Option<NextStep>,
    },
    AddTask(NextStep),
    FinishTask {
        task: Seq,
        outcome: String,
        next: Option<NextStep>,
    },
    /// Has an open task fall due at another moment.
    MoveTask {
        task: Seq,
        due_at: Timestamp,
    },
    /// What somebody asks who knows how things stood: refused where that has changed since, and they
    /// ask for something else than what it was changed to.
    AsSeen {
        seen: Seen,
        then: Box<Command>,
    },
    /// The owner says yes to an offered lead.
    Accept,
    /// Sales says yes to a lead that was handed over.
    TakeOn,
    /// Sales has no use for a lead now: it is kept in mind of us.
    SendBack {
        reason: String,
        note: String,
    },
    /// Gives the lead to somebody.
    Give {
        to: TeammateId,
        why: String,
    },
    /// Gives the lead to somebody along with others, of which they are told at once; `with` is the same
    /// for all of them.
    HandOn {
        to: TeammateId,
        with: String,
    },
    /// Says that its owner is the wrong one; the next who can take it gets it.
    Misroute {
        why: WrongOwner,
        note: String,
    },
    /// Judges, looking back, whether its first owner was the right one.
    JudgeOwner {
        right: bool,
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
    /// Puts a score in place of the points until a moment.
    Override {
        score: u8,
        until: Timestamp,
        why: String,
    },
    /// Lets the points count again.
    EndOverride,
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

/// How something stood when somebody looked at it.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// Whose the lead was; empty for nobody's.
    Owner(TeammateId),
    /// The key of the stage it was in.
    Stage(String),
    /// The words somebody had put into the letter, if anybody had.
    Words(Option<Wording>),
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

/// An answer to a criterion, as somebody gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAnswer {
    pub criterion: String,
    pub finding: Finding,
    pub note: String,
}

/// What to do next about a lead, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    pub kind: TaskKind,
    pub text: String,
    pub due_at: Timestamp,
}

/// Why something asked for is not done, in a sentence for the person who asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    NothingSaid,
    NoSuchLead,
    Closed,
    AlreadyOpen,
    NoSuchTask,
    TooManyTasks(usize),
    NoSuchLetter,
    SubjectNeeded(usize),
    StopLinkNeeded(&'static str),
    NoSuchTeammate(String),
    NobodyElse,
    NoSuchStage(String),
    NoSuchSequence(String),
    NoSuchField(String),
    NoSuchTag(String),
    NoSuchCriterion(String),
    NotHandedOver,
    TooManyTags(usize),
    NoSuchFile,
    TooManyFiles(usize),
    NotA { field: String, what: String, value: String },
    NoneOf { field: String, value: String, choices: String },
    SeveralEnquiries,
    NoteIsNow,
    StageNeeds { keys: Vec<String>, facts: String },
    WonNeeds { keys: Vec<String>, facts: String },
    ReasonNeeded(String),
    NoteNeeded,
    WhyNeeded,
    TextNeeded,
    MomentPassed,
    MomentTooFar,
    TooLongAgo(String),
    NoSequence,
    ConsentNeeded,
    NoAddress,
    SilenceWanted,
    ChangedMeanwhile,
    GivenMeanwhile(String),
    MovedMeanwhile(String),
    RewrittenMeanwhile,
    TooLong(usize),
}

impl std::fmt::Display for Refusal {
    /// In English, for programs and logs; pages ask for [`Refusal::say`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Words::default()))
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// The sentence for the person who asked.
    pub fn say(&self, words: Words) -> String {
        let one = |key: &str, place: &'static str, value: Value| words.fill(key, &[(place, value)]);
        match self {
            Refusal::NothingSaid => words.say("refusal-nothing-said"),
            Refusal::NoSuchLead => words.say("refusal-no-such-lead"),
            Refusal::Closed => words.say("refusal-closed"),
            Refusal::AlreadyOpen => words.say("refusal-already-open"),
            Refusal::NoSuchTask => words.say("refusal-no-such-task"),
            Refusal::TooManyTasks(count) => one("refusal-too-many-tasks", "count", (*count).into()),
            Refusal::NoSuchLetter => words.say("refusal-no-such-letter"),
            Refusal::SubjectNeeded(most) => one("refusal-subject-needed", "most", (*most).into()),
            Refusal::StopLinkNeeded(link) => one("refusal-stop-link", "link", (*link).into()),
            Refusal::NoSuchTeammate(name) => {
                one("refusal-no-such-mate", "name", name.as_str().into())
            }
            Refusal::NobodyElse => words.say("refusal-nobody-else"),
            Refusal::NoSuchStage(stage) => {
                one("refusal-no-such-stage", "stage", stage.as_str().into())
            }
            Refusal::NoSuchSequence(key) => {
                one("refusal-no-such-sequence", "sequence", key.as_str().into())
            }
            Refusal::NoSuchField(field) => {
                one("refusal-no-such-field", "field", field.as_str().into())
            }
            Refusal::NoSuchTag(tag) => one("refusal-no-such-tag", "tag", tag.as_str().into()),
            Refusal::NoSuchCriterion(key) => {
                one("refusal-no-such-criterion", "criterion", key.as_str().into())
            }
            Refusal::NotHandedOver => words.say("refusal-not-handed-over"),
            Refusal::TooManyTags(most) => one("refusal-too-many-tags", "most", (*most).into()),
            Refusal::NoSuchFile => words.say("refusal-no-such-file"),
            Refusal::TooManyFiles(most) => one("refusal-too-many-files", "most", (*most).into()),
            Refusal::NotA { what, value, .. } => {
                let kind = what.replace([' ', '-'], "_");
                let with = [
                    ("kind", kind.into()),
                    ("what", what.as_str().into()),
                    ("value", value.as_str().into()),
                ];
                words.fill("refusal-not-a", &with)
            }
            Refusal::NoneOf { value, choices, .. } => {
                let with = [("value", value.as_str().into()), ("choices", choices.as_str().into())];
                words.fill("refusal-none-of", &with)
            }
            Refusal::SeveralEnquiries => words.say("refusal-several-enquiries"),
            Refusal::NoteIsNow => words.say("refusal-note-is-now"),
            Refusal::StageNeeds { facts, .. } => {
                one("refusal-stage-needs", "facts", lead::words::facts(words, facts).into())
            }
            Refusal::WonNeeds { facts, .. } => {
                one("refusal-won-needs", "facts", lead::words::facts(words, facts).into())
            }
            Refusal::ReasonNeeded(reasons) => {
                one("refusal-reason-needed", "reasons", reasons.as_str().into())
            }
            Refusal::NoteNeeded => words.say("refusal-note-needed"),
            Refusal::WhyNeeded => words.say("refusal-why-needed"),
            Refusal::TextNeeded => words.say("refusal-text-needed"),
            Refusal::MomentPassed => words.say("refusal-moment-passed"),
            Refusal::MomentTooFar => words.say("refusal-moment-too-far"),
            Refusal::TooLongAgo(_) => words.say("refusal-too-long-ago"),
            Refusal::NoSequence => words.say("refusal-no-sequence"),
            Refusal::ConsentNeeded => words.say("refusal-consent-needed"),
            Refusal::NoAddress => words.say("refusal-no-address"),
            Refusal::SilenceWanted => words.say("refusal-silence-wanted"),
            Refusal::ChangedMeanwhile => words.say("refusal-changed-meanwhile"),
            Refusal::GivenMeanwhile(name) => {
                one("refusal-given-meanwhile", "name", name.as_str().into())
            }
            Refusal::MovedMeanwhile(stage) => {
                one("refusal-moved-meanwhile", "stage", stage.as_str().into())
            }
            Refusal::RewrittenMeanwhile => words.say("refusal-rewritten-meanwhile"),
            Refusal::TooLong(most) => one("refusal-too-long", "most", (*most).into()),
        }
    }

    /// Everything that is asked for, where it is more than one field; `email|phone` asks for either.
    pub fn fields(&self) -> &[String] {
        match self {
            Refusal::StageNeeds { keys, .. } | Refusal::WonNeeds { keys, .. } => keys,
            _ => &[],
        }
    }

    /// The field of the form or of the API the refusal is about, where it is about one.
    pub fn field(&self) -> Option<&str> {
        Some(match self {
            Refusal::NotA { field, .. } | Refusal::NoneOf { field, .. } => field,
            // A person is led to one of them, where any of several would do.
            Refusal::StageNeeds { keys, .. } | Refusal::WonNeeds { keys, .. } => {
                keys.first()?.split('|').next()?
            }
            Refusal::NoSuchField(key) | Refusal::TooLongAgo(key) => key,
            Refusal::NoSuchFile | Refusal::TooManyFiles(_) => "file",
            Refusal::NoSuchTag(_) | Refusal::TooManyTags(_) => "tag",
            Refusal::NoSuchCriterion(_) => "criterion",
            Refusal::NoSuchTask | Refusal::TooManyTasks(_) => "task",
            Refusal::NoSuchTeammate(_) | Refusal::NobodyElse | Refusal::GivenMeanwhile(_) => {
                "owner"
            }
            Refusal::NoSuchStage(_) | Refusal::MovedMeanwhile(_) => "stage",
            Refusal::NoSuchSequence(_) | Refusal::NoSequence | Refusal::ConsentNeeded => "sequence",
            Refusal::ReasonNeeded(_) => "reason",
            Refusal::NoteNeeded => "note",
            Refusal::WhyNeeded => "why",
            Refusal::TextNeeded
            | Refusal::TooLong(_)
            | Refusal::StopLinkNeeded(_)
            | Refusal::RewrittenMeanwhile => "text",
            Refusal::SubjectNeeded(_) => "subject",
            Refusal::NoAddress | Refusal::SilenceWanted => "by",
            Refusal::MomentPassed | Refusal::MomentTooFar | Refusal::NoteIsNow => "at",
            Refusal::SeveralEnquiries => "body",
            Refusal::NothingSaid => "message",
            Refusal::NoSuchLead
            | Refusal::Closed
            | Refusal::AlreadyOpen
            | Refusal::NoSuchLetter
            | Refusal::NotHandedOver
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
