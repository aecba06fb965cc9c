//! May we write to this person, and may we do so now?
//!
//! Asked when a step is taken, and once more at the moment a letter is carried, for between the two
//! they may have answered, opted out or left the sequence. Permission belongs to an address: what
//! was said about it on another lead counts here too.

use super::schedule::next_day;
use super::zone;
use crate::capability::{Contact, Situation};
use crate::lead::hours::Calendar;
use crate::lead::{Delivery, Exit, Lead, StepRef};
use jiff::{SignedDuration, Timestamp};

/// The span in which automated letters are counted.
const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Whether a letter goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Carry {
    Now,
    Wait { until: Timestamp, why: String },
    Drop { why: String },
}

/// Whether this letter may be carried at this moment.
pub fn may_carry(lead: &Lead, delivery: &Delivery, situation: &Situation, now: Timestamp) -> Carry {
    if let Some(why) = forbidden(lead, delivery, situation) {
        return Carry::Drop { why: why.into() };
    }
    if delivery.letter.asked_for {
        return Carry::Now;
    }
    match wait(lead, delivery, situation, now) {
        Some((until, why)) => Carry::Wait { until, why: why.into() },
        None => Carry::Now,
    }
}

/// Why no letter can be written to this lead, if none can.
pub(super) fn mute(lead: &Lead, contact: &Contact) -> Option<&'static str> {
    if opted_out_at(lead, contact).is_some() {
        return Some("they want no more letters");
    }
    unreachable_by_letter(lead)
}

fn unreachable_by_letter(lead: &Lead) -> Option<&'static str> {
    if lead.erased {
        return Some("the lead was erased");
    }
    if lead.profile.email.is_empty() {
        return Some("there is no e-mail address");
    }
    lead.bounced_at.map(|_| "their address takes no letters")
}

/// When they last asked for no more letters, on this lead or another with the same address.
pub(super) fn opted_out_at(lead: &Lead, contact: &Contact) -> Option<Timestamp> {
    lead.opted_out_at.max(contact.opted_out_at)
}

/// Whether they opted out and have not enquired since.
///
/// Whoever opted out and then asks us something gets the answer to what they asked, and no more.
pub(super) fn wants_silence(lead: &Lead, contact: &Contact) -> bool {
    opted_out_at(lead, contact).is_some_and(|out| lead.last_inbound_at.is_none_or(|at| at <= out))
}

fn forbidden(lead: &Lead, delivery: &Delivery, situation: &Situation) -> Option<&'static str> {
    if !lead.is_open() {
        return Some(Exit::Lost.why());
    }
    if let Some(why) = unreachable_by_letter(lead) {
        return Some(why);
    }
    if delivery.letter.asked_for {
        return wants_silence(lead, &situation.contact).then_some(Exit::OptedOut.why());
    }
    if let Some(why) = mute(lead, &situation.contact) {
        return Some(why);
    }
    if lead.last_inbound_at.is_some_and(|at| at > delivery.queued_at) {
        return Some(Exit::Replied.why());
    }
    let step = delivery.letter.step.as_ref()?;
    if has_left(lead, step) {
        return Some("the lead has left the sequence");
    }
    (situation.playbook.followup.letters_a_week_max == 0)
        .then_some("the playbook allows no automated letters")
}

fn has_left(lead: &Lead, step: &StepRef) -> bool {
    lead.enrolment.as_ref().is_none_or(|enrolment| enrolment.sequence != step.sequence)
}

/// Until when the letter has to wait, and why.
fn wait(
    lead: &Lead,
    delivery: &Delivery,
    situation: &Situation,
    now: Timestamp,
) -> Option<(Timestamp, &'static str)> {
    let playbook = situation.playbook;
    let hours = &playbook.hours;
    let calendar = Calendar::new(zone(lead, playbook), &hours.week, &hours.holidays);
    if let Some(snooze) = lead.snoozed.as_ref().filter(|snooze| snooze.until > now) {
        return Some((calendar.next_opening(snooze.until), "the lead is put aside"));
    }
    if lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.held.is_some()) {
        return Some((next_day(&calendar, now), "the sequence is held"));
    }
    if delivery.letter.step.is_some()
        && let Some(until) = room_at(&situation.contact, playbook.followup.letters_a_week_max, now)
    {
        return Some((calendar.next_opening(until), "they have had enough letters this week"));
    }
    let opening = calendar.next_opening(now);
    (opening > now).then_some((opening, "it is out of hours for them"))
}

/// When one more letter would be within the limit; `None` if it is now.
fn room_at(contact: &Contact, max: u32, now: Timestamp) -> Option<Timestamp> {
    let recent = contact.letters.iter().filter(|at| now.duration_since(**at) < WEEK);
    // The letter that has to fall out of the week is the `max`-th from the newest.
    let blocking =
        recent.rev().nth(usize::try_from(max).unwrap_or(usize::MAX).saturating_sub(1))?;
    blocking.saturating_add(WEEK).ok()
}
