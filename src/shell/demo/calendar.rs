//! The days of the year that is lived through: which of them are worked, and when they are what time.

use super::firm::ZONE;
use crate::lead::public_holidays;
use crate::playbook::Playbook;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The length of the year, in days before the last one.
pub const DAYS: i32 = 364;

/// When the demo opens on its last day.
pub const OPENS_AT: Time = Time::constant(10, 42, 0, 0);

/// The days of a year, seen from its last one.
pub struct Days {
    zone: TimeZone,
    /// Days that are worked, in order; the last one is the last of the year.
    pub worked: Vec<Date>,
    holidays: Vec<Date>,
}

impl Days {
    /// The year of a firm that ends with the last day worked on or before this one.
    pub fn of(playbook: &Playbook, last: Date) -> Days {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let holidays = playbook.hours.holidays.clone();
        let first = last.saturating_sub(DAYS.days());
        let days = first.series(1.day()).take_while(|day| *day <= last);
        let worked = days.filter(|day| is_worked(*day, &holidays)).collect();
        Days { zone, worked, holidays }
    }

    pub fn last(&self) -> Date {
        self.back(0)
    }

    /// The day worked so many worked days before the last one.
    pub fn back(&self, count: usize) -> Date {
        let nth = self.worked.len().saturating_sub(count + 1);
        self.worked.get(nth).copied().unwrap_or_default()
    }

    /// The next day worked.
    pub fn after(&self, day: Date) -> Date {
        self.ahead(day, 1)
    }

    /// The day worked so many worked days after another.
    pub fn ahead(&self, day: Date, count: usize) -> Date {
        let later = day.series(1.day()).skip(1).filter(|day| is_worked(*day, &self.holidays));
        later.take(count.max(1)).last().unwrap_or(day)
    }

    pub fn is_worked(&self, day: Date) -> bool {
        is_worked(day, &self.holidays)
    }

    /// A time of a day in the firm's zone.
    pub fn at(&self, day: Date, time: Time) -> Timestamp {
        let moment = self.zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible();
        moment.unwrap_or(Timestamp::MIN)
    }

    /// The day of a moment.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// What the clock on the wall shows.
    pub fn time_of(&self, at: Timestamp) -> Time {
        self.zone.to_datetime(at).time()
    }

    /// The first moment of the year.
    pub fn begin(&self) -> Timestamp {
        self.at(self.last().saturating_sub(DAYS.days()), Time::constant(7, 0, 0, 0))
    }

    /// The moment at which the demo opens.
    pub fn end(&self) -> Timestamp {
        self.at(self.last(), OPENS_AT)
    }
}

/// The days of a year on which the firm is closed.
pub fn bank_holidays(year: i16) -> Vec<Date> {
    public_holidays("GB", year).into_iter().map(|one| one.day).collect()
}

/// The last day worked on or before this one.
pub fn last_worked(day: Date) -> Date {
    let holidays = bank_holidays(day.year());
    let before = std::iter::successors(Some(day), |day| day.yesterday().ok());
    before.take(14).find(|day| is_worked(*day, &holidays)).unwrap_or(day)
}

fn is_worked(day: Date, holidays: &[Date]) -> bool {
    day.weekday().to_monday_zero_offset() < 5 && !holidays.contains(&day)
}

#[cfg(test)]
mod tests {
    use super::last_worked;
    use jiff::civil::date;

    #[test]
    fn a_demo_opened_on_a_holiday_shows_the_day_before_it() {
        assert_eq!(last_worked(date(2026, 5, 4)), date(2026, 5, 1));
        assert_eq!(last_worked(date(2026, 1, 1)), date(2025, 12, 31));
        assert_eq!(last_worked(date(2026, 5, 12)), date(2026, 5, 12));
    }
}
