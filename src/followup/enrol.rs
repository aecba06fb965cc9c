//! Which sequence a lead enters: first the one of its tier, later the one it is passed on to.
//!
//! A lead enters by itself only while its enquiry waits for an answer: whoever has been spoken to is
//! followed up by a person, who may start a sequence by hand.
//!
//! A sequence that needs consent is entered by nobody who has not agreed to letters. That is
//! written down, so that a person sees why nothing follows; if they agree while their enquiry still
//! waits, the sequence begins.

use super::permission;
use crate::capability::Situation;
use crate::lead::{Event, Lead};
use crate::playbook::{Playbook, Sequence, StepKind};

/// What comes of a lead that is to enter a sequence.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Admission {
    Enters(String),
    /// They have not agreed to letters.
    Withheld(String),
}

impl Admission {
    /// The sequence that is entered, if one is.
    pub fn entered(&self) -> Option<&str> {
        match self {
            Admission::Enters(sequence) => Some(sequence),
            Admission::Withheld(_) => None,
        }
    }

    /// The entry that says so.
    pub fn event(self) -> Event {
        match self {
            Admission::Enters(sequence) => Event::Enrolled { sequence },
            Admission::Withheld(sequence) => Event::Withheld { sequence },
        }
    }
}

/// Enters the sequence of its tier with a lead that has an owner and was never in a sequence, and
/// a sequence that was withheld once they agree to letters.
pub(super) fn enter(lead: &Lead, situation: &Situation) -> Option<Event> {
    lead.owner.as_ref()?;
    lead.awaiting_since?;
    let key = match lead.left.is_empty() {
        true => &of_tier(lead, situation.playbook)?.key,
        false => lead.withheld.as_ref()?,
    };
    let admission = admitted(lead, situation, key)?;
    let said_already = admission.entered().is_none() && lead.withheld.as_ref() == Some(key);
    (!said_already).then(|| admission.event())
}

/// The sequence of the lead's tier.
pub(super) fn of_tier<'a>(lead: &Lead, playbook: &'a Playbook) -> Option<&'a Sequence> {
    let tier = lead.tier();
    playbook.sequences.iter().find(|sequence| sequence.tiers.contains(&tier))
}

/// What comes of entering this sequence; nothing if it does not exist, the lead was in it before, or
/// no step of it could be taken.
pub(super) fn admitted(lead: &Lead, situation: &Situation, key: &str) -> Option<Admission> {
    let sequence = situation.playbook.sequence(key)?;
    let been = lead.left.iter().any(|(left, _)| left == key)
        || lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.sequence == key);
    let only_letters = sequence.steps.iter().all(|step| step.kind == StepKind::Email);
    let mute = only_letters && permission::mute(lead, &situation.contact).is_some();
    if been || mute {
        return None;
    }
    let is_free = permission::has_consent(lead, sequence);
    let admission = if is_free { Admission::Enters } else { Admission::Withheld };
    Some(admission(key.to_owned()))
}
