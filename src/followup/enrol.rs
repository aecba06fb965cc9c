//! Which sequence a lead enters: first the one of its tier, later the one it is passed on to.
//!
//! A lead enters by itself only while its enquiry waits for an answer: whoever has been spoken to is
//! followed up by a person, who may start a sequence by hand.

use super::permission;
use crate::capability::Situation;
use crate::lead::{Event, Lead};
use crate::playbook::{Playbook, Sequence, StepKind};

/// Enters the sequence of its tier with a lead that has an owner and was never in a sequence.
pub(super) fn enter(lead: &Lead, situation: &Situation) -> Option<Event> {
    let waits = lead.left.is_empty() && lead.awaiting_since.is_some();
    if lead.owner.is_none() || !waits {
        return None;
    }
    let sequence = of_tier(lead, situation.playbook)?;
    let sequence = admitted(lead, situation, &sequence.key)?;
    Some(Event::Enrolled { sequence })
}

/// The sequence of the lead's tier.
pub(super) fn of_tier<'a>(lead: &Lead, playbook: &'a Playbook) -> Option<&'a Sequence> {
    let tier = lead.tier();
    playbook.sequences.iter().find(|sequence| sequence.tiers.contains(&tier))
}

/// The key again, if the lead may enter this sequence: it exists, the lead was never in it, and
/// there is a step of it that could be taken.
pub(super) fn admitted(lead: &Lead, situation: &Situation, key: &str) -> Option<String> {
    let sequence = situation.playbook.sequence(key)?;
    let been = lead.left.iter().any(|(left, _)| left == key)
        || lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.sequence == key);
    let only_letters = sequence.steps.iter().all(|step| step.kind == StepKind::Email);
    let mute = only_letters && permission::mute(lead, &situation.contact).is_some();
    (!been && !mute).then(|| key.to_owned())
}
