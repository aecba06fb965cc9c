//! A sequence in a person's hands: held, resumed, or another one chosen.

use super::enrol::Admission;
use super::exit::Leaving;
use super::{enrol, permission};
use crate::capability::Situation;
use crate::command::{Command, Refusal};
use crate::lead::{Event, Exit, Lead};
use crate::playbook::Playbook;

/// The longest reason for holding a sequence, in characters.
const WHY_MAX: usize = 1_000;

/// What follows from holding, resuming or choosing a sequence by hand; nothing from any other command.
///
/// Refuses to hold or resume what the lead is not in, and to enter a sequence that does not exist or
/// that needs a consent they have not given.
/// By hand a lead may enter a sequence it has been in before.
pub fn steered(lead: &Lead, playbook: &Playbook, command: Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Hold { why } => {
            lead.enrolment.as_ref().ok_or(Refusal::NoSequence)?;
            if why.trim().is_empty() {
                return Err(Refusal::WhyNeeded);
            }
            if why.chars().count() > WHY_MAX {
                return Err(Refusal::TooLong(WHY_MAX));
            }
            Ok(vec![Event::Held { why }])
        }
        Command::Resume => {
            let enrolment = lead.enrolment.as_ref().ok_or(Refusal::NoSequence)?;
            Ok(enrolment.held.iter().map(|_| Event::Resumed).collect())
        }
        Command::Enrol { sequence } => chosen(lead, playbook, sequence),
        _ => Ok(Vec::new()),
    }
}

fn chosen(lead: &Lead, playbook: &Playbook, key: String) -> Result<Vec<Event>, Refusal> {
    let Some(sequence) = playbook.sequence(&key) else {
        return Err(Refusal::NoSuchSequence(key));
    };
    if lead.opted_out {
        return Err(Refusal::SilenceWanted);
    }
    if !permission::has_consent(lead, sequence) {
        return Err(Refusal::ConsentNeeded);
    }
    if lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.sequence == key) {
        return Ok(Vec::new());
    }
    let leaving = Leaving::with(Exit::Replaced);
    let mut events = leaving.events(lead);
    events.push(Event::Enrolled { sequence: key });
    Ok(events)
}

/// What follows when sales sends a lead back: it leaves its sequence and enters the long one, if they
/// have agreed to letters and have not been in it.
pub fn kept_in_mind(lead: &Lead, situation: &Situation) -> Vec<Event> {
    let key = &situation.playbook.qualification.nurture;
    if lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.sequence == *key) {
        return Vec::new();
    }
    let mut events = Leaving::with(Exit::Replaced).events(lead);
    events.extend(enrol::admitted(lead, situation, key).map(Admission::event));
    events
}
