//! What lies on a desk today, as the page shows it.

use super::numbers::Standing;
use crate::lead::{Entry, Lead, LeadId, Seq, StepRef, TaskKind, TeammateId};
use crate::rows::Summary;
use crate::shell::web::notices::Told;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One desk, or everyone's, at one moment.
pub struct Desk {
    pub now: Timestamp,
    /// Whether it is everyone's, so that rows say whose they are.
    pub everyone: bool,
    pub clocks: Shown<Clock>,
    /// Who waits for an answer of somebody else, and the one who looks was called in.
    pub called_in: Shown<Clock>,
    pub tasks: Shown<TaskDue>,
    pub drafts: Shown<Draft>,
    /// Who has our word and has not answered it, the longest silence last.
    pub on_reply: Shown<Silent>,
    /// With whom nobody has spoken for long, the longest silence first.
    pub stale: Shown<Silent>,
    /// What was done today, the latest first.
    pub done: Shown<Done>,
    /// How each desk stands; empty where somebody looks at their own.
    pub team: Vec<Mate>,
    pub notices: Vec<Told>,
    /// Up to which entry they have read their notices.
    pub notices_read: Seq,
    pub later: Vec<Day>,
    /// Whether more lies ahead than was counted.
    pub more_later: bool,
    pub numbers: Numbers,
    /// Whether letters have a way out, and how many would go now if they had.
    pub has_mail: bool,
    pub letters_stuck: usize,
    /// Open leads without an owner.
    pub ownerless: u32,
    /// Whether there is any lead at all.
    pub is_house_empty: bool,
}

/// The rows of a list, and how many it has beyond them.
pub struct Shown<T> {
    pub rows: Vec<T>,
    pub more: usize,
}

/// Somebody who waits for an answer.
pub struct Clock {
    pub lead: Lead,
    /// What they last did or said, where it is among the newest entries.
    pub said: Option<Entry>,
    /// Whether it is only offered to the one who looks at it.
    pub offered: bool,
}

/// A task that is due.
pub struct TaskDue {
    pub lead: LeadId,
    pub summary: Summary,
    pub seq: Seq,
    pub at: Timestamp,
    pub kind: TaskKind,
    pub text: String,
    pub step: Option<StepRef>,
}

/// A lead about which nothing was said for a while.
pub struct Silent {
    pub lead: LeadId,
    pub summary: Summary,
    pub since: Timestamp,
    /// Whole days of silence.
    pub days: i64,
    /// What was said or done last.
    pub last: Option<Entry>,
}

/// Something that was done.
pub struct Done {
    pub lead: LeadId,
    pub title: String,
    pub entry: Entry,
}

/// How a teammate's desk stands.
pub struct Mate {
    pub id: TeammateId,
    pub name: String,
    pub open: u32,
    /// Clocks that run.
    pub clocks: usize,
    pub standing: Standing,
    /// The last day they are away.
    pub away_until: Option<Date>,
}

/// A letter that goes by itself unless somebody stops it.
pub struct Draft {
    pub lead: LeadId,
    pub summary: Summary,
    pub seq: Seq,
    pub at: Timestamp,
    pub template: String,
}

/// What a day to come holds, by the word for it.
pub struct Day {
    pub date: Date,
    pub loads: BTreeMap<Load, usize>,
}

/// What something to come is, as far as a day's load is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Load {
    Answer,
    Call,
    Email,
    Linkedin,
    Task,
    Letter,
    Back,
}

/// What the strip on top says.
pub struct Numbers {
    /// Seconds of opening hours each first answer of today took, in order, and whether it was in time.
    pub today: Vec<(i64, bool)>,
    pub lately: Lately,
    pub open_mine: u32,
    pub open_all: u32,
    /// What should have been done, of everybody, and whether there is more than was looked at.
    pub past_due: usize,
    pub past_due_cut: bool,
    pub past_due_mine: usize,
    /// Promises of today that are over without an answer.
    pub unanswered_today: usize,
}

/// What became of the promises of the last days, or of the last so many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lately {
    pub promises: usize,
    /// How many were answered in time.
    pub kept: usize,
    /// Whether there were more in those days.
    pub is_cut: bool,
}

impl<T> Shown<T> {
    /// How long the list is.
    pub fn count(&self) -> usize {
        self.rows.len() + self.more
    }
}

impl Day {
    /// How much it holds.
    pub fn count(&self) -> usize {
        self.loads.values().sum()
    }
}
