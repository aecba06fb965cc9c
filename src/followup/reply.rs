//! Automation keeps the rhythm, a person handles replies: who wrote again gets a task of a teammate.

use crate::lead::{Event, Lead, Task, TaskKind};
use crate::playbook::Playbook;
use jiff::Timestamp;

/// One task to answer for every word of theirs that nobody has answered, ended by the answer.
///
/// The first enquiry needs none, for its clock and its sequence see to it.
pub(super) fn answer_wanted(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Vec<Event> {
    if lead.awaiting_since.is_none() {
        let settled = lead.asked_task(TaskKind::Answer);
        let done = |task: &Task| Event::TaskDone { task: task.seq, outcome: "answered".into() };
        return settled.map(done).into_iter().collect();
    }
    if !wrote_again(lead) || lead.tasks.iter().any(|task| task.kind == TaskKind::Answer) {
        return Vec::new();
    }
    vec![Event::TaskAdded {
        kind: TaskKind::Answer,
        text: "They wrote again. Answer them.".into(),
        due_at: playbook.next_opening_of(lead.owner_id(), now),
        step: None,
    }]
}

/// Whether they wrote after their first enquiry, and nobody has been asked to answer that yet.
fn wrote_again(lead: &Lead) -> bool {
    let known = lead.asked(TaskKind::Answer).map_or(0, |asked| asked.task);
    lead.heard_seq > known.max(lead.id.0)
}
