//! A lead that lacks what its source requires is never silent: its owner is asked once to find out.

use super::labels;
use crate::lead::{Event, Lead, Notice, TaskKind};
use crate::playbook::Playbook;
use jiff::Timestamp;

/// The task to find out what is missing, ended when nothing is.
pub(super) fn asked(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Vec<Event> {
    if lead.missing.is_empty() {
        let found = lead.asked_task(TaskKind::Complete).map(|task| task.seq);
        let done = |task| Event::TaskDone { task, outcome: "completed".into() };
        return found.map(done).into_iter().collect();
    }
    if !is_to_ask(lead) {
        return Vec::new();
    }
    let missing = labels::list(playbook, &lead.missing);
    let text = if lead.bounced_at.is_some() {
        format!("Their e-mail address takes no letters. Find out: {missing}.")
    } else {
        format!("Find out: {missing}.")
    };
    let due_at = playbook.next_opening_of(lead.owner_id(), now);
    let task = Event::TaskAdded { kind: TaskKind::Complete, text, due_at, step: None };
    let notice = Notice::Incomplete;
    let told = lead.owner_id().map(|to| Event::Notified { to: to.to_owned(), notice });
    std::iter::once(task).chain(told).collect()
}

/// Once for what came in incomplete, and once more for an address that turns out to be wrong.
fn is_to_ask(lead: &Lead) -> bool {
    let open = lead.tasks.iter().any(|task| task.kind == TaskKind::Complete);
    let asked_at = lead.asked(TaskKind::Complete).map(|asked| asked.at);
    !open && asked_at.is_none_or(|asked| lead.bounced_at.is_some_and(|at| at > asked))
}
