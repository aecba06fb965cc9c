//! How fast we answer, said by the middle and not by the mean, which one forgotten lead spoils.

use crate::lead::hours::Calendar;
use jiff::{SignedDuration, Timestamp};

/// Seconds of opening hours an answer took from when its clock began; none where it came before.
///
/// A clock that began out of hours ran because somebody was on call, and then every second counts.
pub fn opening_seconds(calendar: &Calendar, since: Timestamp, answered: Timestamp) -> i64 {
    let took = match calendar.is_open(since) {
        true => calendar.between(since, answered),
        false => answered.duration_since(since).max(SignedDuration::ZERO),
    };
    took.as_secs()
}

/// The value in the middle; of an even number the lower one of the two.
pub fn median(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut values: Vec<i64> = values.collect();
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::{median, opening_seconds};
    use crate::lead::hours::{Calendar, Week};
    use jiff::Timestamp;
    use jiff::civil::time;

    #[test]
    fn an_answer_is_as_fast_as_the_hours_in_which_somebody_was_there() {
        let week = Week::working_days(time(9, 0, 0, 0), time(17, 0, 0, 0));
        let calendar = Calendar::new("UTC", &week, &[]);
        let took = |since: &str, answered: &str| {
            let at = |text: &str| -> Timestamp { text.parse().expect("a moment") };
            opening_seconds(&calendar, at(since), at(answered))
        };
        assert_eq!(took("2026-05-08T10:00:00Z", "2026-05-08T10:02:05Z"), 125);
        assert_eq!(took("2026-05-08T16:00:00Z", "2026-05-11T09:30:00Z"), 90 * 60, "over a weekend");
        assert_eq!(took("2026-05-11T09:00:00Z", "2026-05-11T04:02:00Z"), 0, "before it began");
        assert_eq!(took("2026-05-08T02:00:00Z", "2026-05-08T02:04:00Z"), 240, "on call");
    }

    #[test]
    fn the_median_is_a_time_somebody_really_took() {
        assert_eq!(median([300, 60, 120].into_iter()), Some(120));
        assert_eq!(median([300, 60].into_iter()), Some(60));
        assert_eq!(median(std::iter::empty()), None);
    }
}
