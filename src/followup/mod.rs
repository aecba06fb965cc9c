//! To come.
use crate::capability::Capability;
use crate::command::{Command, Refusal};
use crate::lead::{Delivery, Event, Lead};
use crate::playbook::Playbook;
use jiff::Timestamp;

pub const CAPABILITY: Capability =
    Capability { name: "followup", react: |_, _, _| Vec::new(), due: |_, _| None };

/// What follows from holding, resuming or choosing a sequence by hand.
pub fn steered(
    _lead: &Lead,
    _playbook: &Playbook,
    _command: Command,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}

/// What follows from a letter that did not arrive: another try later, or giving it up.
pub fn undelivered(
    _lead: &Lead,
    _delivery: &Delivery,
    _error: String,
    _permanent: bool,
    _now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}
