//! Everything that can be done with a lead on its page: each thing with its form and its address.

use crate::lead::{LeadId, Seq};

/// The parts of the page to which an act leads back, by their ids.
pub const HEAD: &str = "head";
pub const TO_DO: &str = "to-do";
pub const TIMELINE: &str = "timeline";
pub const SEQUENCE: &str = "sequence";

/// One thing that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Note,
    Call,
    Email,
    /// Contact by any other way.
    Other,
    Task,
    /// Marks a task as done.
    Done,
    /// Moves a task to another day or time.
    Move,
    Accept,
    Owner,
    /// Says that the owner is the wrong one.
    Misroute,
    Tag,
    /// Answers a question of qualification, or takes the answer back.
    Answer,
    /// Takes on what was handed over.
    TakeOn,
    /// Sends a lead back, to be kept in mind of us.
    SendBack,
    /// Lays a file with the lead.
    Attach,
    /// Throws a file away.
    Detach,
    Stage,
    Won,
    Lost,
    Disqualify,
    Reopen,
    Hold,
    Resume,
    Enrol,
    Snooze,
    /// Sets the score by hand, or lets the points count again.
    Score,
    /// Puts other words into a waiting letter.
    Rewrite,
    /// Lets a draft go now.
    Send,
    /// Throws a draft away.
    Drop,
}

impl Act {
    const ALL: [Act; 29] = [
        Act::Note,
        Act::Call,
        Act::Email,
        Act::Other,
        Act::Task,
        Act::Done,
        Act::Move,
        Act::Accept,
        Act::Owner,
        Act::Misroute,
        Act::Tag,
        Act::Answer,
        Act::TakeOn,
        Act::SendBack,
        Act::Attach,
        Act::Detach,
        Act::Stage,
        Act::Won,
        Act::Lost,
        Act::Disqualify,
        Act::Reopen,
        Act::Hold,
        Act::Resume,
        Act::Enrol,
        Act::Snooze,
        Act::Score,
        Act::Rewrite,
        Act::Send,
        Act::Drop,
    ];

    /// The panes of the composer, in order.
    pub const PANES: [Act; 5] = [Act::Note, Act::Call, Act::Email, Act::Other, Act::Task];

    /// As it stands in `?do=` and in the ids of its form.
    pub fn key(self) -> &'static str {
        match self {
            Act::Note => "note",
            Act::Call => "call",
            Act::Email => "email",
            Act::Other => "other",
            Act::Task => "task",
            Act::Done => "done",
            Act::Move => "move",
            Act::Accept => "accept",
            Act::Owner => "owner",
            Act::Misroute => "misroute",
            Act::Tag => "tag",
            Act::Answer => "answer",
            Act::TakeOn => "take-on",
            Act::SendBack => "send-back",
            Act::Attach => "attach",
            Act::Detach => "detach",
            Act::Stage => "stage",
            Act::Won => "won",
            Act::Lost => "lost",
            Act::Disqualify => "disqualify",
            Act::Reopen => "reopen",
            Act::Hold => "hold",
            Act::Resume => "resume",
            Act::Enrol => "enrol",
            Act::Snooze => "snooze",
            Act::Score => "score",
            Act::Rewrite => "rewrite",
            Act::Send => "send",
            Act::Drop => "drop",
        }
    }

    /// The act of a key.
    pub fn from_key(key: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.key() == key)
    }

    /// Where its form is posted to; `seq` is the task or the letter it is about.
    pub fn url(self, id: LeadId, seq: Seq) -> String {
        let place = match self {
            Act::Note => "notes",
            Act::Call => "calls",
            Act::Email => "emails",
            Act::Other => "touches",
            Act::Task => "tasks",
            Act::Done | Act::Move => return format!("/leads/{id}/tasks/{seq}/{}", self.key()),
            Act::Rewrite | Act::Send | Act::Drop => {
                return format!("/leads/{id}/letters/{seq}/{}", self.key());
            }
            Act::Enrol => "sequence",
            Act::Tag => "tags",
            Act::Answer => "answers",
            Act::Attach => "files",
            Act::Detach => "files/remove",
            Act::Accept
            | Act::TakeOn
            | Act::SendBack
            | Act::Owner
            | Act::Misroute
            | Act::Stage
            | Act::Won
            | Act::Lost
            | Act::Disqualify
            | Act::Reopen
            | Act::Hold
            | Act::Resume
            | Act::Snooze
            | Act::Score => self.key(),
        };
        format!("/leads/{id}/{place}")
    }
}
