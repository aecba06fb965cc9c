//! What a teammate is told, and what a teammate is asked to do.

use super::{Asked, Lead, Task};
use serde::{Deserialize, Serialize};

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
    /// An answer is due sooner, or due at all, since a lead has become more pressing.
    DueSooner,
    /// A clock has run out.
    Breached,
    /// A lead of somebody else's was escalated to them.
    Escalated,
    /// A lead went to somebody else because it was not accepted in time.
    TakenAway,
    /// A lead of somebody else's, who was the wrong owner, is theirs.
    PassedOn,
    /// A lead went to somebody else because they were the wrong owner.
    WasWrong,
    /// A lead lacks what its source requires.
    Incomplete,
    /// A letter could not be delivered.
    LetterFailed,
    /// A letter that was to answer somebody never arrived, so that the answer is owed again.
    AnswerFailed,
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

impl Lead {
    /// The last task of this kind that the house asked for, done or not.
    pub fn asked(&self, kind: TaskKind) -> Option<&Asked> {
        self.asked.iter().find(|asked| asked.kind == kind)
    }

    /// The task of this kind that the house asked for, while it is open.
    pub fn asked_task(&self, kind: TaskKind) -> Option<&Task> {
        let asked = self.asked(kind)?;
        self.tasks.iter().find(|task| task.seq == asked.task)
    }
}
