//! When a nightly copy is due, and which of them are too many.

use jiff::civil::{Date, ISOWeekDate, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeSet;

/// When nobody is at work: ten past three at night.
const AT_NIGHT: Time = Time::constant(3, 10, 0, 0);

/// When the copy that follows that of a day is due: in the night after it.
pub fn due_after(day: Date, zone: &TimeZone) -> Timestamp {
    let night = day.saturating_add(1.day()).to_datetime(AT_NIGHT);
    zone.to_ambiguous_zoned(night).compatible().map_or(Timestamp::MAX, |at| at.timestamp())
}

/// The days whose copies are too many: all but so many of the newest, and but the newest of each of
/// so many weeks before those. `kept` is in order.
pub fn surplus(kept: &[Date], days: usize, weeks: usize) -> Vec<Date> {
    let (older, _) = kept.split_at(kept.len().saturating_sub(days));
    let mut seen: BTreeSet<(i16, i8)> = BTreeSet::new();
    let is_one_too_many = |day: &Date| {
        let week: ISOWeekDate = day.iso_week_date();
        let is_new = seen.insert((week.year(), week.week()));
        !is_new || seen.len() > weeks
    };
    older.iter().rev().copied().filter(is_one_too_many).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(from: Date, count: i64) -> Vec<Date> {
        (0..count).map(|day| from.saturating_add(day.days())).collect()
    }

    #[test]
    fn the_next_copy_is_due_in_the_night_after_even_when_the_hour_is_skipped() {
        let zone = TimeZone::get("Europe/Berlin").expect("a zone");
        let due = |day: Date| due_after(day, &zone).to_string();
        assert_eq!(due(date(2026, 5, 12)), "2026-05-13T01:10:00Z");
        assert_eq!(due(date(2026, 3, 28)), "2026-03-29T01:10:00Z");
        assert_eq!(due_after(Date::MAX, &zone), Timestamp::MAX);
    }

    #[test]
    fn two_weeks_of_days_are_kept_and_before_them_one_of_each_of_eight_weeks() {
        let mut kept: Vec<Date> = Vec::new();
        for day in days(date(2026, 1, 1), 120) {
            kept.push(day);
            let gone = surplus(&kept, 14, 8);
            kept.retain(|day| !gone.contains(day));
        }
        let last = date(2026, 4, 30);
        assert_eq!(kept.last(), Some(&last));
        assert_eq!(kept.len(), 14 + 8, "{kept:?}");
        assert_eq!(kept[8..], days(date(2026, 4, 17), 14));
        let weeks: Vec<i8> = kept[..8].iter().map(|day| day.iso_week_date().week()).collect();
        assert_eq!(weeks, [9, 10, 11, 12, 13, 14, 15, 16]);
    }

    #[test]
    fn where_few_are_kept_the_newest_stays() {
        let kept = days(date(2026, 5, 1), 3);
        assert_eq!(surplus(&kept, 1, 0), [date(2026, 5, 2), date(2026, 5, 1)]);
        assert!(surplus(&kept, 5, 0).is_empty());
    }
}
