//! The instant reply: their enquiry has arrived, when we are there again, and where to book a time.
//!
//! It goes day and night, once for a lead, and only when no other letter acknowledges the enquiry:
//! in hours the letter of day 1 leaves within five minutes and is the acknowledgement itself. So the
//! instant reply is for whoever writes out of hours, or enters no sequence that begins with a letter.
//! Lessons, which need consent, answer whoever came for something to read and nobody who wrote to us:
//! then the lessons begin on the day after. It stops no clock.

use super::schedule::Schedule;
use super::{letters, permission};
use crate::capability::Situation;
use crate::lead::{Event, Lead, Letter};
use crate::playbook::StepKind;
use jiff::{SignedDuration, Timestamp};

/// A letter of the sequence that leaves within this time makes the instant reply needless.
const SOON: SignedDuration = SignedDuration::from_mins(5);

/// An enquiry older than this is answered by a person or not at all.
const FRESH: SignedDuration = SignedDuration::from_hours(24);

/// The instant reply, if this enquiry still needs one.
pub(super) fn reply(
    lead: &Lead,
    situation: &Situation,
    schedule: Option<&Schedule>,
    now: Timestamp,
) -> Option<Event> {
    let template = &situation.playbook.template(&situation.playbook.followup.instant_reply)?.key;
    let fresh = lead.awaiting_since.is_some_and(|at| now.duration_since(at) < FRESH);
    if !fresh
        || lead.first_letter_at.is_some()
        || !hears(lead, situation)
        || schedule.is_some_and(|schedule| letter_leaves_soon(schedule, now))
    {
        return None;
    }
    let letter = letters::compose(lead, situation, template, now);
    Some(Event::Queued { letter: Letter { asked_for: true, ..letter } })
}

/// Whether a word that answers their enquiry would reach them.
fn hears(lead: &Lead, situation: &Situation) -> bool {
    let reachable = !lead.profile.email.is_empty() && lead.bounced_at.is_none();
    reachable && !permission::wants_silence(lead, &situation.contact)
}

/// Whether this day belongs to the word that their message has arrived, and the first lesson waits.
pub(super) fn goes_before(schedule: &Schedule, situation: &Situation, now: Timestamp) -> bool {
    let Schedule { lead, enrolment, sequence, calendar } = schedule;
    let is_today = |at: Timestamp| calendar.day_of(at) == calendar.day_of(now);
    let wrote = lead.awaiting_since.filter(|_| !lead.message.is_empty());
    sequence.needs_consent
        && enrolment.done == 0
        && wrote.is_some_and(is_today)
        && lead.first_letter_at.is_none_or(is_today)
        && hears(lead, situation)
        && situation.playbook.template(&situation.playbook.followup.instant_reply).is_some()
}

fn letter_leaves_soon(schedule: &Schedule, now: Timestamp) -> bool {
    let next = schedule.sequence.steps.get(schedule.enrolment.done);
    next.is_some_and(|step| step.kind == StepKind::Email)
        && schedule.next_look().is_some_and(|at| at.duration_since(now) <= SOON)
}
