//! What sales says to a lead that was handed over: yes, or back with a reason.

use super::reasons;
use crate::command::Refusal;
use crate::lead::{Actor, Entry, Event, Lead, Outcome};
use crate::playbook::Playbook;

/// What is written when sales takes a lead on; nothing where it has.
pub fn taken_on(lead: &Lead) -> Result<Vec<Event>, Refusal> {
    with_sales(lead)?;
    Ok(if lead.taken_on_at.is_none() { vec![Event::TakenOn] } else { Vec::new() })
}

/// Refuses what sales says to a lead that it was not given, or has sent back already.
fn with_sales(lead: &Lead) -> Result<(), Refusal> {
    if !lead.is_open() {
        return Err(Refusal::Closed);
    }
    lead.handed_over_at.map(|_| ()).ok_or(Refusal::NotHandedOver)
}

/// What is written when the owner of a lead that was handed over says yes in another way: takes the
/// lead that was offered, reaches them, or moves the lead on.
pub fn taken_along(lead: &Lead, playbook: &Playbook, by: &Actor, said: &[Entry]) -> Option<Event> {
    let is_owner = matches!(by, Actor::Teammate(who) if lead.owner_id() == Some(who));
    let says_yes = |entry: &Entry| match &entry.event {
        Event::Accepted => true,
        Event::Touched(touch) => touch.outcome == Outcome::Reached,
        Event::StageMoved { from, to } => {
            let place = |key| playbook.stage(key).map(|(place, _)| place);
            place(to) > place(from)
        }
        _ => false,
    };
    let waits = lead.is_open() && lead.handed_over_at.is_some() && lead.taken_on_at.is_none();
    (waits && is_owner && said.iter().any(says_yes)).then_some(Event::TakenOn)
}

/// What is written when sales sends a lead back, for a reason of its own or one for which a lead is
/// none.
pub fn sent_back(
    lead: &Lead,
    playbook: &Playbook,
    reason: &str,
    note: String,
) -> Result<Event, Refusal> {
    with_sales(lead)?;
    let pipeline = &playbook.pipeline;
    let own = &playbook.qualification.send_back_reasons;
    let all: Vec<String> = own.iter().chain(&pipeline.disqualify_reasons).cloned().collect();
    let (reason, note) = reasons::checked(&all, &pipeline.reasons_with_note, reason, note)?;
    Ok(Event::SentBack { reason, note })
}
