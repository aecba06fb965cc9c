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
use crate::playbook::Sequence;
use jiff::{SignedDuration, Timestamp};

/// The span in which automated letters are counted.
const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Whether a letter goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Carry {
    Now,
    Wait {
        until: Timestamp,
        why: String,
    },
    Drop {
        why: String,
    },
    /// It is dropped though nobody wished it, so that its owner has to hear of it.
    GiveUp {
        why: String,
    },
}

/// Whether this letter may be carried at this moment.
pub fn may_carry(lead: &Lead, delivery: &Delivery, situation: &Situation, now: Timestamp) -> Carry {
    if let Some(why) = forbidden(lead, delivery, situation) {
        let why = why.into();
        // What a person wrote is counted as an answer, so that they have to hear that it is none.
        return if delivery.letter.is_own() { Carry::GiveUp { why } } else { Carry::Drop { why } };
    }
    if delivery.letter.asked_for || delivery.released {
        return Carry::Now;
    }
    let is_held = lead.holds_back(delivery);
    if !is_held && is_stale(delivery, situation.playbook.followup.stale_after_days, now) {
        return Carry::GiveUp { why: "it came too late".into() };
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

/// Whether this sequence may write to them as far as their consent goes.
pub(super) fn has_consent(lead: &Lead, sequence: &Sequence) -> bool {
    !sequence.needs_consent || lead.consent.is_some()
}

/// Whether they opted out and have not enquired since.
///
/// Whoever opted out and then asks us something gets the answer to what they asked, and no more.
pub(super) fn wants_silence(lead: &Lead, contact: &Contact) -> bool {
    opted_out_at(lead, contact).is_some_and(|out| lead.last_inbound_at.is_none_or(|at| at <= out))
}

fn forbidden(lead: &Lead, delivery: &Delivery, situation: &Situation) -> Option<&'static str> {
    if !lead.is_open() && !delivery.letter.is_own() {
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
    if lead.heard_seq > delivery.seq {
        return Some(Exit::Replied.why());
    }
    let step = delivery.letter.step.as_ref()?;
    if has_left(lead, step) {
        return Some("the lead has left the sequence");
    }
    let sequence = situation.playbook.sequence(&step.sequence);
    if sequence.is_some_and(|sequence| !has_consent(lead, sequence)) {
        return Some(Exit::NoConsent.why());
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
    if lead.holds_back(delivery) {
        return Some((next_day(&calendar, now), "the sequence is held"));
    }
    if delivery.letter.step.is_some()
        && let Some(until) = day_at(&situation.contact, &calendar, now)
    {
        return Some((until, "they had a letter today already"));
    }
    if delivery.letter.step.is_some()
        && let Some(until) = room_at(&situation.contact, playbook.followup.letters_a_week_max, now)
    {
        return Some((calendar.next_opening(until), "they have had enough letters this week"));
    }
    let opening = calendar.next_opening(now);
    (opening > now).then_some((opening, "it is out of hours for them"))
}

/// Whether the letter of a step had to wait for so long that its step would be left out by now: for
/// mail to be set up, say, or for the lead to be woken. The time for which it was held does not count.
fn is_stale(delivery: &Delivery, stale_days: u32, now: Timestamp) -> bool {
    let patience = SignedDuration::from_hours(24 * i64::from(stale_days.max(1)));
    delivery.letter.step.is_some() && now.duration_since(delivery.fresh_from) > patience
}

/// When one more letter would be on a day of its own; `None` if it is now.
fn day_at(contact: &Contact, calendar: &Calendar, now: Timestamp) -> Option<Timestamp> {
    let today = calendar.day_of(now);
    let had_one = contact.letters.iter().any(|at| calendar.day_of(*at) == today);
    had_one.then(|| next_day(calendar, now))
}

/// When one more letter would be within the limit; `None` if it is now.
fn room_at(contact: &Contact, max: u32, now: Timestamp) -> Option<Timestamp> {
    let recent = contact.letters.iter().filter(|at| now.duration_since(**at) < WEEK);
    // The letter that has to fall out of the week is the `max`-th from the newest.
    let blocking =
        recent.rev().nth(usize::try_from(max).unwrap_or(usize::MAX).saturating_sub(1))?;
    blocking.saturating_add(WEEK).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::followup::life::{Life, at, touch};
    use crate::lead::{Actor, Channel, Direction, Event, Outcome, Snooze, Tier};

    /// What is said of the first letter of a High lead at this moment.
    fn asked(life: &Life, delivery: &Delivery, when: &str) -> Carry {
        life.with_situation(|situation| may_carry(&life.lead, delivery, situation, at(when)))
    }

    fn waiting() -> (Life, Delivery) {
        let life = Life::begin(Tier::High, "2026-05-04T10:00");
        let delivery = life.lead.outbox[0].clone();
        (life, delivery)
    }

    fn until(carry: Carry) -> Timestamp {
        match carry {
            Carry::Wait { until, .. } => until,
            other => panic!("it does not wait: {other:?}"),
        }
    }

    #[test]
    fn a_letter_goes_within_the_hours_of_the_lead() {
        let (mut life, delivery) = waiting();
        assert_eq!(asked(&life, &delivery, "2026-05-04T10:04"), Carry::Now);
        let evening = asked(&life, &delivery, "2026-05-04T19:00");
        assert_eq!(until(evening), at("2026-05-05T09:00"));
        life.lead.profile.time_zone = "America/New_York".into();
        assert_eq!(until(asked(&life, &delivery, "2026-05-04T10:04")), at("2026-05-04T14:00"));
        let reply = Delivery {
            letter: crate::lead::Letter { asked_for: true, step: None, ..delivery.letter },
            ..delivery
        };
        assert_eq!(asked(&life, &reply, "2026-05-04T03:00"), Carry::Now);
    }

    #[test]
    fn a_third_letter_waits_until_the_week_has_room() {
        let (mut life, delivery) = waiting();
        let earlier = ["2026-04-20T09:00", "2026-04-29T09:00", "2026-04-30T15:00"].map(at);
        life.contact.letters = earlier.to_vec();
        assert_eq!(until(asked(&life, &delivery, "2026-05-04T10:04")), at("2026-05-06T09:00"));
        life.contact.letters.pop();
        assert_eq!(asked(&life, &delivery, "2026-05-04T10:04"), Carry::Now);
        life.playbook.followup.letters_a_week_max = 0;
        assert!(matches!(asked(&life, &delivery, "2026-05-04T10:04"), Carry::Drop { .. }));
    }

    #[test]
    fn a_second_letter_of_a_day_waits_for_the_next_day_unless_a_person_sends_it() {
        let (mut life, delivery) = waiting();
        life.contact.letters = vec![at("2026-05-04T09:00")];
        assert_eq!(until(asked(&life, &delivery, "2026-05-04T10:04")), at("2026-05-05T09:00"));
        assert_eq!(asked(&life, &delivery, "2026-05-05T09:00"), Carry::Now);
        let released = Delivery { released: true, ..delivery };
        assert_eq!(asked(&life, &released, "2026-05-04T10:04"), Carry::Now);
    }

    #[test]
    fn a_letter_that_waited_longer_than_its_step_may_does_not_go_by_itself() {
        let (life, delivery) = waiting();
        assert_eq!(asked(&life, &delivery, "2026-05-08T16:00"), Carry::Now);
        let late = Carry::GiveUp { why: "it came too late".into() };
        assert_eq!(asked(&life, &delivery, "2026-05-11T10:00"), late);
        let released = Delivery { released: true, ..delivery };
        assert_eq!(asked(&life, &released, "2026-05-11T10:00"), Carry::Now);
    }

    #[test]
    fn nobody_who_answered_closed_or_opted_out_is_written_to() {
        let drops = |change: fn(&mut Life)| {
            let (mut life, delivery) = waiting();
            change(&mut life);
            matches!(asked(&life, &delivery, "2026-05-04T10:04"), Carry::Drop { .. })
        };
        assert!(drops(|life| life.lead.opted_out_at = Some(at("2026-05-04T10:01"))));
        assert!(drops(|life| life.contact.opted_out_at = Some(at("2026-01-04T10:01"))));
        assert!(drops(|life| life.lead.heard_seq = life.lead.last_seq + 1));
        assert!(drops(|life| life.lead.fate = crate::lead::LeadFate::Lost));
        assert!(drops(|life| life.lead.enrolment = None));
        assert!(drops(|life| life.lead.profile.email.clear()));
        assert!(drops(|life| life.lead.erased = true));
        assert!(drops(|life| {
            life.playbook.sequences[0].needs_consent = true;
            life.lead.consent = None;
        }));
        assert!(!drops(|_| ()));
    }

    #[test]
    fn an_instant_reply_answers_an_enquiry_made_after_the_opt_out_and_none_before() {
        let mut life = Life::begin(Tier::High, "2026-05-04T22:00");
        let delivery = life.lead.outbox[0].clone();
        assert!(delivery.letter.asked_for);
        life.contact.opted_out_at = Some(at("2026-05-03T22:00"));
        assert_eq!(asked(&life, &delivery, "2026-05-04T22:01"), Carry::Now);
        life.contact.opted_out_at = Some(at("2026-05-04T22:01"));
        assert!(matches!(asked(&life, &delivery, "2026-05-04T22:02"), Carry::Drop { .. }));
    }

    #[test]
    fn a_held_or_snoozed_lead_keeps_its_letter_for_later() {
        let (mut life, delivery) = waiting();
        let snooze = Snooze { until: at("2026-05-09T12:00"), why: "fair".into() };
        life.lead.snoozed = Some(snooze);
        assert_eq!(until(asked(&life, &delivery, "2026-05-04T10:04")), at("2026-05-11T09:00"));
        life.lead.snoozed = None;
        life.happens("2026-05-04T10:02", Actor::House, Event::Held { why: "wait".into() });
        assert_eq!(until(asked(&life, &delivery, "2026-05-04T10:04")), at("2026-05-05T09:00"));
    }

    #[test]
    fn a_reply_takes_the_waiting_letter_out_of_the_outbox() {
        let (mut life, _) = waiting();
        let wrote = touch(Channel::Sms, Direction::Inbound, Outcome::Made, "2026-05-04T10:02");
        life.happens("2026-05-04T10:02", Actor::Visitor, wrote);
        assert!(life.lead.outbox.is_empty());
    }

    #[test]
    fn a_draft_a_person_sends_goes_at_any_hour() {
        let (life, draft) = waiting();
        let released = Delivery { released: true, ..draft.clone() };
        assert_ne!(asked(&life, &draft, "2026-05-04T22:00"), Carry::Now);
        assert_eq!(asked(&life, &released, "2026-05-04T22:00"), Carry::Now);
    }
}
