//! A lead put aside comes back on its day, with the reason it was put aside for.

use crate::lead::{Event, Lead, TaskKind};
use crate::playbook::Playbook;
use jiff::Timestamp;

/// The lead wakes, and its owner has a task.
pub(super) fn over(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Vec<Event> {
    let Some(snooze) = lead.snoozed.as_ref().filter(|snooze| snooze.until <= now) else {
        return Vec::new();
    };
    let task = Event::TaskAdded {
        kind: TaskKind::NextStep,
        text: format!("Put aside until today: {}", snooze.why),
        due_at: playbook.next_opening_of(lead.owner_id(), now),
        step: None,
    };
    vec![Event::Woken, task]
}
