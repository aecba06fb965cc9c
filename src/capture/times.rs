//! The moment somebody wrote, as the systems they come from spell it.

use super::words::fold;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Characters of the longest spelling we know, with room.
const TEXT_MAX: usize = 40;

/// Which number of a date with slashes is the month, where both could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    MonthFirst,
    DayFirst,
}

impl DateOrder {
    /// As people write it in a country.
    pub fn of_country(country: &str) -> DateOrder {
        if matches!(country, "US" | "PH") { DateOrder::MonthFirst } else { DateOrder::DayFirst }
    }

    /// What a text shows of it by a number above 12; `None` if it could be read in two ways, or is no
    /// date with slashes.
    pub fn shown_by(text: &str) -> Option<DateOrder> {
        match slashes(text)? {
            (13.., 1..=12) => Some(DateOrder::DayFirst),
            (1..=12, 13..) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether a text is a date that could be read in two ways.
    pub fn is_asked_for_by(text: &str) -> bool {
        matches!(slashes(text), Some((first @ 1..=12, second @ 1..=12)) if first != second)
    }
}

/// The first two numbers of a date with slashes and the year last.
fn slashes(text: &str) -> Option<(i16, i16)> {
    let date = text.trim().split([' ', ',']).next()?;
    let mut parts = date.split('/');
    let (first, second) = (parts.next()?, number(parts.next()?)?);
    parts.next()?;
    (first.len() < 3).then_some((number(first)?, second))
}

/// The moment a text names; `zone` is the IANA name for a text that carries no offset.
///
/// Reads ISO 8601 with and without offset, `08.05.2026 16:00`, `2026/05/08`, `May 8, 2026`, Unix
/// seconds and milliseconds, and dates with slashes, as long as the order is known or only one
/// reading is possible: `5/23/2026`.
pub(super) fn moment(text: &str, zone: &str, order: Option<DateOrder>) -> Option<Timestamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > TEXT_MAX {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return unix(text);
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    match ["UTC", "GMT", "Z"].iter().find_map(|suffix| text.strip_suffix(suffix)) {
        Some(text) => in_zone(civil(text.trim_end(), order)?, "UTC"),
        None => in_zone(civil(text, order)?, zone),
    }
}

/// The moment a text names, if somebody can have written to us then.
pub(super) fn believed(
    text: &str,
    zone: &str,
    order: Option<DateOrder>,
    now: Timestamp,
) -> Option<Timestamp> {
    moment(text, zone, order).filter(|at| *at <= now && !is_too_long_ago(*at, now))
}

/// When something ended that began so. Of the same day, where only the day is told, it ended when it
/// began; `None` if it would have ended on a day before.
pub(super) fn end(began: Timestamp, ended: Timestamp, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let day = |at| zone.to_datetime(at).date();
    (day(ended) >= day(began)).then_some(ended.max(began))
}

/// How many years ago somebody may have written.
const YEARS_MAX: i64 = 20;

/// Whether nobody can have written to us then: it is too long ago to be believed.
pub(super) fn is_too_long_ago(at: Timestamp, now: Timestamp) -> bool {
    let longest = SignedDuration::from_hours(24 * 366 * YEARS_MAX);
    now.duration_since(at) > longest
}

fn unix(digits: &str) -> Option<Timestamp> {
    let number = digits.parse().ok()?;
    match digits.len() {
        10 => Timestamp::from_second(number).ok(),
        13 => Timestamp::from_millisecond(number).ok(),
        _ => None,
    }
}

fn in_zone(moment: DateTime, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Some(moment.to_zoned(zone).ok()?.timestamp())
}

fn civil(text: &str, order: Option<DateOrder>) -> Option<DateTime> {
    let (date, time) = text.split_once([' ', ',', 'T']).unwrap_or((text, ""));
    let (date, time) = match date_of(date, order) {
        Some(date) => (date, time),
        None => named(text)?,
    };
    let time = time.trim_start_matches([',', ' ']);
    Some(date.to_datetime(if time.is_empty() { Time::midnight() } else { clock(time)? }))
}

/// A date whose month is a word, and what follows it: `Jan 13, 2026`, `13. Januar 2026`.
fn named(text: &str) -> Option<(Date, &str)> {
    let mut rest = text;
    let mut next = || {
        rest = rest.trim_start_matches([' ', ',', '.', '-']);
        let (part, after) = rest.split_at(rest.find([' ', ',', '.', '-']).unwrap_or(rest.len()));
        rest = after;
        part
    };
    let (first, second, year) = (next(), next(), number(next())?);
    let (month, day) = match month(first) {
        Some(month) => (month, number(second)?),
        None => (month(second)?, number(first)?),
    };
    Some((Date::new(century(year), month, day.try_into().ok()?).ok()?, rest))
}

/// The month of a name or of its beginning, in English or German.
fn month(name: &str) -> Option<i8> {
    const MONTHS: [[&str; 2]; 12] = [
        ["january", "januar"],
        ["february", "februar"],
        ["march", "marz"],
        ["april", "april"],
        ["may", "mai"],
        ["june", "juni"],
        ["july", "juli"],
        ["august", "august"],
        ["september", "september"],
        ["october", "oktober"],
        ["november", "november"],
        ["december", "dezember"],
    ];
    let name = fold(name);
    let begins = |month: &[&str; 2]| month.iter().any(|month| month.starts_with(&*name));
    let place = MONTHS.iter().position(begins).filter(|_| name.len() >= 3)?;
    i8::try_from(place + 1).ok()
}

fn date_of(text: &str, order: Option<DateOrder>) -> Option<Date> {
    let mark = ['-', '.', '/'].into_iter().find(|mark| text.contains(*mark))?;
    let mut parts = text.split(mark);
    let numbers = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    let year_first = numbers[0].len() == 4;
    let numbers = [number(numbers[0])?, number(numbers[1])?, number(numbers[2])?];
    let [year, month, day] = match (mark, year_first) {
        (_, true) => numbers,
        ('.', false) => [century(numbers[2]), numbers[1], numbers[0]],
        ('/', false) => slashed(numbers, order)?,
        (_, false) => return None,
    };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Month first or day first: told apart by a number above 12, else by the order, or not at all.
fn slashed([first, second, year]: [i16; 3], order: Option<DateOrder>) -> Option<[i16; 3]> {
    let day_first =
        first > 12 || (second <= 12 && first != second && order? == DateOrder::DayFirst);
    let year = century(year);
    Some(if day_first { [year, second, first] } else { [year, first, second] })
}

fn century(year: i16) -> i16 {
    if year < 100 { 2000 + year } else { year }
}

fn clock(text: &str) -> Option<Time> {
    let text = text.trim().to_ascii_lowercase();
    let (text, noon) = if let Some(text) = text.strip_suffix("pm") {
        (text, Some(12))
    } else if let Some(text) = text.strip_suffix("am") {
        (text, Some(0))
    } else {
        (text.strip_suffix("uhr").unwrap_or(&text), None)
    };
    let mut parts = text.trim().split(':');
    let hour = number(parts.next()?)?;
    let minute = number(parts.next()?)?;
    let second = parts.next().map_or(Some(0), |second| number(second.split('.').next()?))?;
    let hour = match noon {
        Some(noon) if (1..=12).contains(&hour) => hour % 12 + noon,
        Some(_) => return None,
        None => hour,
    };
    let (hour, minute, second) = (hour.try_into(), minute.try_into(), second.try_into());
    Time::new(hour.ok()?, minute.ok()?, second.ok()?, 0).ok()
}

fn number(text: &str) -> Option<i16> {
    let digits = text.trim();
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, moment};

    #[test]
    fn a_moment_is_read_in_the_spellings_of_exports() {
        let cases = [
            ("2026-05-08T14:00:00Z", "2026-05-08T14:00:00Z"),
            ("2026-05-08T16:00:00+02:00", "2026-05-08T14:00:00Z"),
            ("2026-05-08T16:00:00+0200", "2026-05-08T14:00:00Z"),
            ("2026-05-08 16:00", "2026-05-08T14:00:00Z"),
            ("2026-05-08T16:00:05.250", "2026-05-08T14:00:05Z"),
            ("2026-05-08 04:00 PM", "2026-05-08T14:00:00Z"),
            ("2026-05-08 14:00:00 UTC", "2026-05-08T14:00:00Z"),
            ("2026-05-08", "2026-05-07T22:00:00Z"),
            ("2026/05/08 16:00", "2026-05-08T14:00:00Z"),
            ("08.05.2026 16:00", "2026-05-08T14:00:00Z"),
            ("8.5.2026, 16:00 Uhr", "2026-05-08T14:00:00Z"),
            ("08.05.26", "2026-05-07T22:00:00Z"),
            ("5/23/2026 12:30 AM", "2026-05-22T22:30:00Z"),
            ("5/23/2026, 12:30 PM", "2026-05-23T10:30:00Z"),
            ("23/05/2026 12:30", "2026-05-23T10:30:00Z"),
            ("5/23/26 12:30", "2026-05-23T10:30:00Z"),
            ("May 8, 2026", "2026-05-07T22:00:00Z"),
            ("Sept 8 2026 4:00 PM", "2026-09-08T14:00:00Z"),
            ("8. März 2026, 16:00 Uhr", "2026-03-08T15:00:00Z"),
            ("8-May-26", "2026-05-07T22:00:00Z"),
            ("1778248800", "2026-05-08T14:00:00Z"),
            ("1778248800000", "2026-05-08T14:00:00Z"),
        ];
        for (text, want) in cases {
            let at = moment(text, "Europe/Berlin", None).map(|at| at.to_string());
            assert_eq!(at.as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_guessed() {
        for text in ["5/8/2026", "08/05/2026 16:00", "5/8/26"] {
            assert_eq!(moment(text, "Europe/Berlin", None), None, "{text}");
        }
    }

    #[test]
    fn an_order_settles_what_could_be_read_in_two_ways_and_nothing_else() {
        let read = |text, order| {
            let at = moment(text, "UTC", Some(order)).map(|at| at.to_string());
            at.unwrap_or_default()
        };
        let text = "1/2/26 3:04 PM";
        assert_eq!(read(text, DateOrder::MonthFirst), "2026-01-02T15:04:00Z");
        assert_eq!(read(text, DateOrder::DayFirst), "2026-02-01T15:04:00Z");
        assert_eq!(read("13/01/2026", DateOrder::MonthFirst), "2026-01-13T00:00:00Z");
        assert_eq!(DateOrder::shown_by("01/13/2026 10:00"), Some(DateOrder::MonthFirst));
        assert_eq!(DateOrder::shown_by("13/01/2026"), Some(DateOrder::DayFirst));
        assert!(DateOrder::is_asked_for_by(text) && DateOrder::shown_by(text).is_none());
        for text in ["5/5/2026", "2026/05/08", "12", "2026-05-08", "5/8"] {
            assert!(!DateOrder::is_asked_for_by(text), "{text}");
        }
    }

    #[test]
    fn nonsense_is_no_moment() {
        let long = "2".repeat(5000);
        for text in
            ["", "soon", "31.02.2026", "2026-13-01", "25:00", "1.2", "12:00 PM", &long, "ö/ö/ö"]
        {
            assert_eq!(moment(text, "Europe/Berlin", None), None, "{text}");
        }
    }

    #[test]
    fn an_unknown_zone_reads_as_utc() {
        let at = moment("2026-05-08 16:00", "Mars/Olympus", None).map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2026-05-08T16:00:00Z"));
    }
}
