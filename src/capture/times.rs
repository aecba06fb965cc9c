//! The moment somebody wrote, as the systems they come from spell it.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Characters of the longest spelling we know, with room.
const TEXT_MAX: usize = 40;

/// The moment a text names; `zone` is the IANA name for a text that carries no offset.
///
/// Reads ISO 8601 with and without offset, `08.05.2026 16:00`, `2026/05/08`, Unix seconds and
/// milliseconds, and dates with slashes as long as only one reading is possible: `5/23/2026`.
pub(super) fn moment(text: &str, zone: &str) -> Option<Timestamp> {
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
        Some(text) => in_zone(civil(text.trim_end())?, "UTC"),
        None => in_zone(civil(text)?, zone),
    }
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

fn civil(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once([' ', ',', 'T']).unwrap_or((text, ""));
    let time = time.trim_start_matches([',', ' ']);
    Some(date_of(date)?.to_datetime(if time.is_empty() { Time::midnight() } else { clock(time)? }))
}

fn date_of(text: &str) -> Option<Date> {
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
        ('/', false) => slashed(numbers)?,
        (_, false) => return None,
    };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Month first or day first: told apart by a number above 12, or not at all.
fn slashed([first, second, year]: [i16; 3]) -> Option<[i16; 3]> {
    if year < 1000 {
        None
    } else if first > 12 || first == second {
        Some([year, second, first])
    } else if second > 12 {
        Some([year, first, second])
    } else {
        None
    }
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
    use super::moment;

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
            ("5/5/2026 12:30", "2026-05-05T10:30:00Z"),
            ("1778248800", "2026-05-08T14:00:00Z"),
            ("1778248800000", "2026-05-08T14:00:00Z"),
        ];
        for (text, want) in cases {
            let at = moment(text, "Europe/Berlin").map(|at| at.to_string());
            assert_eq!(at.as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_guessed() {
        for text in ["5/8/2026", "08/05/2026 16:00", "5/8/26"] {
            assert_eq!(moment(text, "Europe/Berlin"), None, "{text}");
        }
    }

    #[test]
    fn nonsense_is_no_moment() {
        let long = "2".repeat(5000);
        for text in
            ["", "soon", "31.02.2026", "2026-13-01", "25:00", "1.2", "12:00 PM", &long, "ö/ö/ö"]
        {
            assert_eq!(moment(text, "Europe/Berlin"), None, "{text}");
        }
    }

    #[test]
    fn an_unknown_zone_reads_as_utc() {
        let at = moment("2026-05-08 16:00", "Mars/Olympus").map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2026-05-08T16:00:00Z"));
    }
}
