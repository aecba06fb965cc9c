//! The owner is told something, and nothing goes to the lead.

use super::{StepKindEntry, Turn};
use crate::lead::{Event, Notice};
use crate::playbook::StepKind;

pub const STEP: StepKindEntry = StepKindEntry { kind: StepKind::Notice, take };

fn take(turn: &Turn) -> Result<Event, String> {
    let to = turn.lead.owner_id().ok_or("nobody owns the lead")?.to_owned();
    Ok(Event::Notified { to, notice: Notice::Step })
}
