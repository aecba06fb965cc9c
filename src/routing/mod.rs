//! To come.
use crate::capability::Capability;
use crate::command::Refusal;
use crate::lead::{Decision, Event, Lead, TeammateId};
use crate::playbook::Playbook;

pub const CAPABILITY: Capability =
    Capability { name: "routing", react: |_, _, _| Vec::new(), due: |_, _| None };

/// Gives a lead to somebody by hand.
pub fn give(
    _lead: &Lead,
    _playbook: &Playbook,
    _to: TeammateId,
    _why: String,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}

/// The decision when the rules could not decide: the fallback owner.
pub fn last_resort() -> Decision {
    Decision::default()
}
pub fn turns_after(_d: &Decision) -> Vec<((String, TeammateId), i64)> {
    Vec::new()
}
