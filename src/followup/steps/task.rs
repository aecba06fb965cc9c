//! Something a person does on this day: a call, a message on LinkedIn, anything that needs a voice.

use super::{StepKindEntry, Turn};
use crate::lead::{Event, TaskKind};
use crate::playbook::StepKind;

pub const STEP: StepKindEntry = StepKindEntry { kind: StepKind::Task, take };

fn take(turn: &Turn) -> Result<Event, String> {
    Ok(Event::TaskAdded {
        kind: turn.step.task.unwrap_or(TaskKind::Other),
        text: turn.step.text.clone(),
        due_at: turn.now,
        step: Some(turn.at.clone()),
    })
}
