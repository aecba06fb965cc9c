//! The law of the house: every open lead has a next step or a stated reason for having none.
//!
//! An acknowledgement is no next step, for nothing follows from it. That somebody waits for an
//! answer is none either: only a clock, a task or a step brings the answer about.

use crate::lead::{Enrolment, Event, Lead, TaskKind};
use crate::playbook::Playbook;
use jiff::{SignedDuration, Timestamp};

/// How long a hold counts as a stated reason.
const HOLD: SignedDuration = SignedDuration::from_hours(24 * 7);

/// A person is asked to decide where nothing comes next; no more once they have.
pub(super) fn wanted(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Option<Event> {
    if let Some(task) = decided(lead) {
        return Some(Event::TaskDone { task, outcome: "decided".into() });
    }
    let owner = lead.owner_id()?;
    if comes_anyway(lead) || lead.enrolment.as_ref().is_some_and(|it| goes_on(it, now)) {
        return None;
    }
    // Where the house would have gone on by itself, it says why it does not.
    let text = match lead.withheld {
        Some(_) => "They have not agreed to letters, so none follow. Decide what happens next.",
        None => "Decide what happens next.",
    };
    Some(Event::TaskAdded {
        kind: TaskKind::NextStep,
        text: text.into(),
        due_at: playbook.next_opening_of(Some(owner), now),
        step: None,
    })
}

/// When a hold stops being a reason; `None` if something else comes next.
pub(super) fn held_until(lead: &Lead) -> Option<Timestamp> {
    let held_at = lead.enrolment.as_ref()?.held_at.filter(|_| !comes_anyway(lead))?;
    held_at.saturating_add(HOLD).ok()
}

/// Whether something comes next apart from the sequence.
fn comes_anyway(lead: &Lead) -> bool {
    lead.promise.is_some()
        || lead.snoozed.is_some()
        || !lead.tasks.is_empty()
        || lead
            .outbox
            .iter()
            .any(|delivery| !delivery.letter.asked_for && !lead.holds_back(delivery))
}

fn goes_on(enrolment: &Enrolment, now: Timestamp) -> bool {
    enrolment.held_at.is_none_or(|at| now.duration_since(at) < HOLD)
}

/// The task that asked for a decision, once one was made in another way: put aside, or enrolled.
fn decided(lead: &Lead) -> Option<u64> {
    let task = lead.asked_task(TaskKind::NextStep)?;
    let asked = lead.asked(TaskKind::NextStep)?;
    let enrolled = lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.since > asked.at);
    (enrolled || lead.snoozed.is_some()).then_some(task.seq)
}
