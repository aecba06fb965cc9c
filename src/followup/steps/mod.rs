//! What a step can do: one file for each kind, listed in [`ALL`].

mod email;
mod notice;
mod task;

use crate::capability::Situation;
use crate::lead::hours::Calendar;
use crate::lead::{Event, Lead, StepRef};
use crate::playbook::{Step, StepKind};
use jiff::Timestamp;

/// One kind of step.
pub struct StepKindEntry {
    pub kind: StepKind,
    /// What the step leaves behind, or the reason it is left out. That it was taken is written for
    /// it, so that no kind can forget to go on.
    pub take: fn(&Turn) -> Result<Event, String>,
}

/// Every kind of step.
pub const ALL: [StepKindEntry; 3] = [email::STEP, task::STEP, notice::STEP];

/// A step whose moment has come.
pub struct Turn<'a> {
    pub lead: &'a Lead,
    pub situation: &'a Situation<'a>,
    /// The hours of business in the lead's zone.
    pub calendar: &'a Calendar<'a>,
    pub step: &'a Step,
    pub at: &'a StepRef,
    pub now: Timestamp,
}

/// Takes a step, or says why it is left out.
pub(super) fn take(turn: &Turn) -> Result<Event, String> {
    let entry = ALL.iter().find(|entry| entry.kind == turn.step.kind);
    entry.map_or_else(|| Err("nobody knows this kind of step".into()), |entry| (entry.take)(turn))
}
