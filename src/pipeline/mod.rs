//! To come.
use crate::capability::Capability;
use crate::command::{Command, Refusal};
use crate::lead::{Event, Lead};
use crate::playbook::Playbook;
use jiff::Timestamp;
use std::collections::BTreeMap;

pub const CAPABILITY: Capability =
    Capability { name: "pipeline", react: |_, _, _| Vec::new(), due: |_, _| None };

/// Facts as they may be written: known keys, comparable values, only what differs.
pub fn check_changes(
    _lead: &Lead,
    _playbook: &Playbook,
    changes: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refusal> {
    Ok(changes)
}

/// What follows from moving a lead along by hand, ending it, opening it again or putting it aside.
pub fn moved(
    _lead: &Lead,
    _playbook: &Playbook,
    _command: Command,
    _now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}
