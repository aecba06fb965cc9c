//! A letter that did not arrive: another try later, or giving it up and telling its owner.

use super::letters::failure;
use crate::command::{Refusal, Setback};
use crate::lead::{Delivery, ERROR_MAX, Event, Lead};
use jiff::{SignedDuration, Timestamp};

/// The wait after the first failed try; it doubles with every further one.
const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(5);

/// The longest wait between two tries.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(12);

/// Five minutes, doubled up to twelve hours: twelve waits come to just under three days.
const TRIES_MAX: u32 = 13;

/// What follows from a letter that did not arrive.
///
/// An address that takes no letters is remembered as such, so that somebody finds another. A letter
/// that cannot be written or that nobody wants says nothing about the address. Waiting for mail to be set up is no try and is not reported here.
pub fn undelivered(
    lead: &Lead,
    delivery: &Delivery,
    error: String,
    setback: Setback,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let error: String = error.chars().take(ERROR_MAX).collect();
    let queued = delivery.seq;
    if setback == Setback::ForNow && delivery.tries + 1 < TRIES_MAX {
        let retry_at = now.saturating_add(wait(delivery.tries)).unwrap_or(Timestamp::MAX);
        return Ok(vec![Event::Undelivered { queued, error, retry_at }]);
    }
    let mut events = vec![Event::Dropped { queued, why: error }];
    if setback == Setback::OfTheAddress {
        events.push(Event::Bounced { address: delivery.letter.to.clone() });
    }
    let notice = failure(delivery);
    events.extend(lead.owner_id().map(|to| Event::Notified { to: to.to_owned(), notice }));
    Ok(events)
}

/// How long to wait after so many earlier failures.
fn wait(tries: u32) -> SignedDuration {
    FIRST_WAIT.saturating_mul(1 << tries.min(16)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::followup::life::Life;
    use crate::lead::Tier;

    fn tried(tries: u32, setback: Setback) -> Vec<Event> {
        let life = Life::begin(Tier::High, "2026-05-04T10:00");
        let delivery = Delivery { tries, ..life.lead.outbox[0].clone() };
        let error = "x".repeat(10_000);
        undelivered(&life.lead, &delivery, error, setback, life.now).expect("never refused")
    }

    #[test]
    fn a_letter_is_tried_for_three_days_and_then_given_up() {
        let waits: SignedDuration = (0..TRIES_MAX - 1).map(wait).sum();
        assert_eq!(wait(0), SignedDuration::from_mins(5));
        assert_eq!(wait(200), LONGEST_WAIT);
        assert!(waits <= SignedDuration::from_hours(72) && waits > SignedDuration::from_hours(60));
        assert!(matches!(tried(11, Setback::ForNow)[..], [Event::Undelivered { .. }]));
        let over = tried(12, Setback::ForNow);
        assert!(matches!(over[..], [Event::Dropped { .. }, Event::Notified { .. }]));
    }

    #[test]
    fn a_letter_that_cannot_go_is_given_up_at_once_and_its_address_is_not() {
        let events = tried(0, Setback::OfTheLetter);
        assert!(matches!(events[..], [Event::Dropped { .. }, Event::Notified { .. }]));
    }

    #[test]
    fn an_address_that_takes_no_letters_is_a_bounce_and_the_error_is_cut() {
        let events = tried(0, Setback::OfTheAddress);
        let [Event::Dropped { why, .. }, Event::Bounced { .. }, Event::Notified { .. }] =
            &events[..]
        else {
            panic!("{events:?}")
        };
        assert_eq!(why.len(), ERROR_MAX);
    }
}
