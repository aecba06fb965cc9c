//! Business time: when somebody is there, and how long a promise of so many minutes really is.
//!
//! Opening times are written in civil time and laid over a zone, so a day on which the clocks
//! change is as long as the people there live it.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How far ahead an opening is looked for; a calendar that is closed longer counts as always open.
const DAYS_AHEAD_MAX: usize = 60;

/// The most opening times in one day.
const INTERVALS_MAX: usize = 6;

/// The hours of a business and the days it is closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    #[serde(default)]
    pub holidays: Vec<Date>,
    pub week: Week,
}

/// Opening times by day of the week; a day without any is closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Week {
    pub mon: Day,
    pub tue: Day,
    pub wed: Day,
    pub thu: Day,
    pub fri: Day,
    pub sat: Day,
    pub sun: Day,
}

/// Opening times of one day, in order, written as `09:00-12:30, 13:30-17:30`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Day(pub Vec<(Time, Time)>);

impl Week {
    /// Monday to Friday, the same hours each day.
    pub fn working_days(from: Time, to: Time) -> Week {
        let day = Day(vec![(from, to)]);
        Week {
            mon: day.clone(),
            tue: day.clone(),
            wed: day.clone(),
            thu: day.clone(),
            fri: day,
            ..Week::default()
        }
    }

    /// Every hour of every day.
    pub fn always() -> Week {
        let day = Day(vec![(Time::midnight(), Time::MAX)]);
        Week { sat: day.clone(), sun: day, ..Week::working_days(Time::midnight(), Time::MAX) }
    }

    fn day(&self, weekday: Weekday) -> &[(Time, Time)] {
        let day = match weekday {
            Weekday::Monday => &self.mon,
            Weekday::Tuesday => &self.tue,
            Weekday::Wednesday => &self.wed,
            Weekday::Thursday => &self.thu,
            Weekday::Friday => &self.fri,
            Weekday::Saturday => &self.sat,
            Weekday::Sunday => &self.sun,
        };
        &day.0
    }

    /// Whether it opens at all.
    pub fn is_empty(&self) -> bool {
        Weekday::Monday.cycle_forward().take(7).all(|weekday| self.day(weekday).is_empty())
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (nth, (from, to)) in self.0.iter().enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            let (to_hour, to_minute) =
                if *to == Time::MAX { (24, 0) } else { (to.hour(), to.minute()) };
            write!(
                f,
                "{comma}{:02}:{:02}-{to_hour:02}:{to_minute:02}",
                from.hour(),
                from.minute()
            )?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Day, String> {
        let mut intervals: Vec<(Time, Time)> = Vec::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (from, to) = part.split_once('-').ok_or_else(|| no_hours(part))?;
            let (from, to) = (clock(from)?, clock(to)?);
            let follows = intervals.last().is_none_or(|(_, end)| *end <= from);
            if from >= to || !follows || intervals.len() == INTERVALS_MAX {
                return Err(no_hours(part));
            }
            intervals.push((from, to));
        }
        Ok(Day(intervals))
    }
}

fn clock(text: &str) -> Result<Time, String> {
    let text = text.trim();
    if text == "24:00" {
        return Ok(Time::MAX);
    }
    let (hour, minute) = text.split_once(':').ok_or_else(|| no_hours(text))?;
    let hour = hour.parse().map_err(|_| no_hours(text))?;
    let minute = minute.parse().map_err(|_| no_hours(text))?;
    Time::new(hour, minute, 0, 0).map_err(|_| no_hours(text))
}

fn no_hours(text: &str) -> String {
    format!("“{text}” is no opening time; write it like 09:00-12:30, 13:30-17:30")
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// Opening times laid over a zone: what turns minutes into moments.
///
/// A week that never opens, or opens no more for two months, counts as always open: a promise is
/// then kept in wall time rather than never.
#[derive(Clone, Debug)]
pub struct Calendar<'a> {
    zone: TimeZone,
    week: &'a Week,
    holidays: &'a [Date],
}

impl<'a> Calendar<'a> {
    /// The calendar of these hours in this zone; an unknown zone counts as UTC.
    pub fn new(zone: &str, week: &'a Week, holidays: &'a [Date]) -> Calendar<'a> {
        Calendar { zone: zone_named(zone), week, holidays }
    }

    /// The same opening times in another zone.
    pub fn in_zone(&self, zone: &str) -> Calendar<'a> {
        Calendar { zone: zone_named(zone), ..self.clone() }
    }

    /// Other opening times in the same zone.
    pub fn with_week(&self, week: &'a Week) -> Calendar<'a> {
        Calendar { week, ..self.clone() }
    }

    /// The zone the opening times are kept in.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The civil day of a moment.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// Whether anybody is there at this moment.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.next_opening(at) <= at
    }

    /// The moment itself if it is open, else the next opening.
    pub fn next_opening(&self, at: Timestamp) -> Timestamp {
        self.open_spans(at).next().map_or(at, |(from, _)| from.max(at))
    }

    /// The first opening on or after this day.
    pub fn opening_of(&self, day: Date) -> Timestamp {
        self.next_opening(self.moment(day.to_datetime(Time::midnight())))
    }

    /// When the day of this moment closes for good; `None` if it is closed from here on.
    pub fn closing(&self, at: Timestamp) -> Option<Timestamp> {
        let day = self.day_of(at);
        let (_, last) = self.hours_of(day).last()?;
        Some(self.moment(day.to_datetime(*last))).filter(|closes| *closes > at)
    }

    /// The moment at which so much open time has passed since `from`.
    pub fn add(&self, from: Timestamp, open_time: SignedDuration) -> Timestamp {
        let mut left = open_time;
        let mut end = from;
        for (opens, closes) in self.open_spans(from) {
            let opens = opens.max(from);
            let length = closes.duration_since(opens);
            if left <= length {
                return opens.saturating_add(left).unwrap_or(Timestamp::MAX);
            }
            left -= length;
            end = closes;
        }
        end.saturating_add(left).unwrap_or(Timestamp::MAX)
    }

    /// How much open time lies between two moments; none if they are out of order.
    pub fn between(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        if self.week.is_empty() {
            return to.duration_since(from).max(SignedDuration::ZERO);
        }
        let mut sum = SignedDuration::ZERO;
        for (opens, closes) in self.open_spans(from) {
            if opens < to {
                sum += closes.min(to).duration_since(opens.max(from));
            }
            if closes >= to {
                break;
            }
        }
        sum
    }

    /// Days from one moment to another, both counted, on which it is open.
    pub fn open_days(&self, from: Timestamp, to: Timestamp) -> usize {
        let (first, last) = (self.day_of(from), self.day_of(to));
        let is_open = |day: &Date| self.week.is_empty() || self.hours_of(*day).len() > 0;
        first.series(1.days()).take_while(|day| *day <= last).filter(is_open).count()
    }

    /// The opening times of a day; none on a holiday.
    fn hours_of(&self, day: Date) -> std::slice::Iter<'a, (Time, Time)> {
        let hours: &'a [(Time, Time)] =
            if self.holidays.contains(&day) { &[] } else { self.week.day(day.weekday()) };
        hours.iter()
    }

    /// Times of opening that end after `at`, as far as [`DAYS_AHEAD_MAX`].
    fn open_spans(&self, at: Timestamp) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
        let first = self.day_of(at);
        (0..=DAYS_AHEAD_MAX)
            .map_while(move |ahead| first.checked_add((ahead as i64).days()).ok())
            .flat_map(move |day| {
                self.hours_of(day).map(move |(from, to)| {
                    (self.moment(day.to_datetime(*from)), self.moment(day.to_datetime(*to)))
                })
            })
            .filter(move |(_, closes)| *closes > at)
    }

    fn moment(&self, civil: DateTime) -> Timestamp {
        self.zone.to_timestamp(civil).unwrap_or(Timestamp::MAX)
    }
}

/// The zone of an IANA name; an unknown name counts as UTC.
pub fn zone_named(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    fn week() -> Week {
        Week::working_days(time(9, 0, 0, 0), time(17, 30, 0, 0))
    }

    fn at(text: &str) -> Timestamp {
        text.parse::<DateTime>()
            .expect("a civil time")
            .to_zoned(zone_named("Europe/London"))
            .expect("a moment")
            .timestamp()
    }

    fn hours(n: i64) -> SignedDuration {
        SignedDuration::from_hours(n)
    }

    #[test]
    fn business_time_stops_over_the_weekend() {
        let week = week();
        let calendar = Calendar::new("Europe/London", &week, &[]);
        assert_eq!(calendar.add(at("2026-05-08T16:30"), hours(2)), at("2026-05-11T10:00"));
        assert_eq!(calendar.between(at("2026-05-08T16:30"), at("2026-05-11T10:00")), hours(2));
        assert_eq!(calendar.closing(at("2026-05-08T16:00")), Some(at("2026-05-08T17:30")));
        assert_eq!(calendar.closing(at("2026-05-09T16:00")), None);
    }

    #[test]
    fn a_holiday_is_closed() {
        let week = week();
        let holidays = ["2026-05-11".parse().expect("a date")];
        let calendar = Calendar::new("Europe/London", &week, &holidays);
        assert_eq!(calendar.next_opening(at("2026-05-08T18:00")), at("2026-05-12T09:00"));
        assert!(!calendar.is_open(at("2026-05-11T10:00")));
        assert!(calendar.is_open(at("2026-05-12T09:00")));
    }

    #[test]
    fn opening_times_keep_the_clock_on_the_wall_when_the_clocks_change() {
        let week = week();
        let calendar = Calendar::new("Europe/London", &week, &[]);
        let friday = at("2026-03-27T09:00");
        assert_eq!(calendar.next_opening(at("2026-03-27T18:00")), at("2026-03-30T09:00"));
        assert_eq!(at("2026-03-30T09:00").duration_since(friday), hours(71));
    }

    #[test]
    fn who_never_opens_is_counted_in_wall_time() {
        let week = Week::default();
        let calendar = Calendar::new("Europe/London", &week, &[]);
        let sunday = at("2026-05-10T03:00");
        assert!(calendar.is_open(sunday));
        assert_eq!(calendar.add(sunday, hours(1)), at("2026-05-10T04:00"));
        assert_eq!(calendar.between(sunday, at("2026-05-10T04:00")), hours(1));
    }

    #[test]
    fn hours_are_written_as_people_write_them() {
        let day: Day = "09:00-12:30, 13:30-24:00".parse().expect("hours");
        assert_eq!(day.to_string(), "09:00-12:30, 13:30-24:00");
        assert!("9-17".parse::<Day>().is_err());
        assert!("17:00-09:00".parse::<Day>().is_err());
        assert!("09:00-12:00, 11:00-13:00".parse::<Day>().is_err());
    }
}
