//! When a response clock begins to run for an enquiry, and by when it asks for an answer.
//!
//! It stands here and not with the promises because an offer to accept is measured by it too.

use super::{Playbook, ResponseClock};
use crate::lead::Tier;
use crate::lead::hours::Calendar;
use jiff::{SignedDuration, Timestamp};

/// The longest a clock may be, in minutes: a year. What is longer is cut.
const MINUTES_MAX: u32 = 366 * 24 * 60;

/// A response clock set going by one enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it begins to run: at the enquiry, or at the next opening.
    pub since: Timestamp,
    pub respond_by: Timestamp,
}

impl Playbook {
    /// The clock of a tier, set going by what came in at this moment. `None` without a clock.
    ///
    /// An Urgent lead out of hours counts as in hours while somebody is on call.
    pub fn clock_run(&self, tier: Tier, at: Timestamp) -> Option<Run> {
        let clock = self.sla.clock.get(&tier)?;
        let calendar = self.calendar();
        if self.sla.on_call && tier == Tier::Urgent && !calendar.is_open(at) {
            return Some(Run { since: at, respond_by: later(at, minutes(clock.respond_minutes)) });
        }
        Some(clock.run(&calendar, at))
    }
}

impl ResponseClock {
    fn run(&self, calendar: &Calendar, at: Timestamp) -> Run {
        match self.put_off(calendar, at) {
            Some(since) => {
                let length = minutes(self.next_opening_minutes);
                Run { since, respond_by: self.after(calendar, since, length) }
            }
            None => {
                let respond_by = self.after(calendar, at, minutes(self.respond_minutes));
                let latest = calendar.closing(at).filter(|_| self.same_day);
                Run { since: at, respond_by: latest.map_or(respond_by, |end| end.min(respond_by)) }
            }
        }
    }

    /// The next opening, if nobody is there or the day is too far gone to answer today.
    fn put_off(&self, calendar: &Calendar, at: Timestamp) -> Option<Timestamp> {
        let opening = calendar.next_opening(at);
        if opening > at {
            return Some(opening);
        }
        let closing = calendar.closing(at)?;
        let too_late = calendar.between(at, closing) < minutes(self.least_minutes_left);
        too_late.then(|| calendar.next_opening(closing))
    }

    /// The moment at which so much of this clock's time has passed: business time or wall time.
    pub fn after(&self, calendar: &Calendar, from: Timestamp, length: SignedDuration) -> Timestamp {
        if self.business_time { calendar.add(from, length) } else { later(from, length) }
    }

    /// How much of this clock's time lies between two moments.
    pub fn between(&self, calendar: &Calendar, from: Timestamp, to: Timestamp) -> SignedDuration {
        if self.business_time { calendar.between(from, to) } else { to.duration_since(from) }
    }
}

fn minutes(count: u32) -> SignedDuration {
    SignedDuration::from_mins(i64::from(count.min(MINUTES_MAX)))
}

fn later(from: Timestamp, length: SignedDuration) -> Timestamp {
    from.saturating_add(length).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use crate::lead::Tier;
    use crate::playbook::fixture::{at, house};

    /// When an enquiry of this tier is to be answered.
    fn due(tier: Tier, came_in: &str) -> String {
        let run = house(&["maya"]).clock_run(tier, at(came_in)).expect("a clock");
        run.respond_by
            .to_zoned(crate::lead::hours::zone_named("Europe/London"))
            .datetime()
            .to_string()
    }

    #[test]
    fn a_lead_on_friday_at_four_is_answered_on_friday() {
        assert_eq!(due(Tier::Urgent, "2026-05-08T16:00"), "2026-05-08T16:05:00");
        assert_eq!(due(Tier::High, "2026-05-08T16:00"), "2026-05-08T17:30:00");
    }

    #[test]
    fn an_urgent_lead_before_closing_is_answered_even_past_closing() {
        assert_eq!(due(Tier::Urgent, "2026-05-08T17:29"), "2026-05-08T17:34:00");
    }

    #[test]
    fn a_lead_at_two_in_the_night_waits_for_the_opening() {
        assert_eq!(due(Tier::Urgent, "2026-05-08T02:00"), "2026-05-08T09:05:00");
        assert_eq!(due(Tier::High, "2026-05-08T02:00"), "2026-05-08T11:00:00");
    }

    #[test]
    fn a_lead_in_the_last_hour_of_friday_is_answered_on_monday_morning() {
        assert_eq!(due(Tier::High, "2026-05-08T16:30"), "2026-05-08T17:30:00");
        assert_eq!(due(Tier::High, "2026-05-08T17:00"), "2026-05-11T11:00:00");
    }

    #[test]
    fn a_holiday_counts_as_closed() {
        let mut playbook = house(&["maya"]);
        playbook.hours.holidays.push("2026-05-11".parse().expect("a date"));
        let run = playbook.clock_run(Tier::High, at("2026-05-08T17:00"));
        assert_eq!(run.map(|run| run.respond_by), Some(at("2026-05-12T11:00")));
    }

    #[test]
    fn somebody_on_call_answers_urgent_leads_at_night() {
        let mut playbook = house(&["maya"]);
        playbook.sla.on_call = true;
        let night = at("2026-05-08T02:00");
        let urgent = playbook.clock_run(Tier::Urgent, night).expect("a clock");
        assert_eq!((urgent.since, urgent.respond_by), (night, at("2026-05-08T02:05")));
        let high = playbook.clock_run(Tier::High, night).expect("a clock");
        assert_eq!(high.respond_by, at("2026-05-08T11:00"));
    }

    #[test]
    fn medium_and_low_leads_have_no_clock() {
        let playbook = house(&["maya"]);
        assert_eq!(playbook.clock_run(Tier::Medium, at("2026-05-08T10:00")), None);
        assert_eq!(playbook.clock_run(Tier::Low, at("2026-05-08T10:00")), None);
    }
}
