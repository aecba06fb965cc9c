//! Spans of time as people say them.

use crate::language::Words;
use jiff::Timestamp;

const HOUR: u64 = 60;
const DAY: u64 = 24 * HOUR;

/// A span of minutes in the unit people use for it: minutes under an hour, hours under a day, whole
/// days beyond it, rounded.
enum Span {
    Minutes(u64),
    Hours(u64),
    HoursAndMinutes(u64, u64),
    Days(u64),
}

impl Span {
    fn of(minutes: i64) -> Span {
        let minutes = minutes.unsigned_abs();
        match (minutes / HOUR, minutes % HOUR) {
            (0, minutes) => Span::Minutes(minutes),
            (..24, 0) => Span::Hours(minutes / HOUR),
            (hours @ ..24, rest) => Span::HoursAndMinutes(hours, rest),
            _ => Span::Days((minutes + DAY / 2) / DAY),
        }
    }

    fn said(self, words: Words) -> String {
        match self {
            Span::Minutes(count) => words.fill("span-minutes", &[("count", count.into())]),
            Span::Hours(count) => words.fill("span-hours", &[("count", count.into())]),
            Span::HoursAndMinutes(hours, minutes) => {
                let minutes = format!("{minutes:02}");
                let with = [("hours", hours.into()), ("minutes", minutes.into())];
                words.fill("span-hours-minutes", &with)
            }
            Span::Days(count) => words.fill("span-days", &[("count", count.into())]),
        }
    }
}

/// A span of minutes: `48 min`, `2 h 10`, `3 days`.
///
/// The sign is left out; whether it is left or overdue is for the sentence to say.
pub fn duration(words: Words, minutes: i64) -> String {
    Span::of(minutes).said(words)
}

/// A time that is promised, to the minute: `1 h 30`, `2 days`, `25 h of opening hours`. A day of opening
/// hours is no day, so these are never told in days.
pub fn promised(words: Words, minutes: u32, within_hours: bool) -> String {
    let minutes = u64::from(minutes);
    let is_days = minutes >= DAY && minutes.is_multiple_of(DAY) && !within_hours;
    let span = match (minutes / HOUR, minutes % HOUR) {
        _ if is_days => Span::Days(minutes / DAY),
        (0, rest) => Span::Minutes(rest),
        (hours, 0) => Span::Hours(hours),
        (hours, rest) => Span::HoursAndMinutes(hours, rest),
    };
    let span = span.said(words);
    match within_hours {
        true => words.fill("span-of-hours", &[("span", span.into())]),
        false => span,
    }
}

/// A span of minutes ahead: `in 48 min`, `in 2 h 10`, `in 3 days`.
pub fn ahead(words: Words, minutes: i64) -> String {
    match Span::of(minutes) {
        // Days are declined after a preposition.
        Span::Days(count) => words.fill("span-in-days", &[("count", count.into())]),
        Span::Minutes(_) | Span::Hours(_) | Span::HoursAndMinutes(..) => {
            words.fill("span-in", &[("span", duration(words, minutes).into())])
        }
    }
}

/// The span between two moments.
pub(super) fn between(words: Words, from: Timestamp, to: Timestamp) -> String {
    duration(words, minutes(from, to))
}

/// When something comes, seen from a moment.
pub(super) fn until(words: Words, from: Timestamp, to: Timestamp) -> String {
    match minutes(from, to) {
        ..=0 => words.say("clock-now"),
        minutes => ahead(words, minutes),
    }
}

/// Whole minutes, a begun one counted.
fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    let seconds = to.duration_since(from).as_secs();
    if seconds > 0 { (seconds - 1) / 60 + 1 } else { seconds / 60 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_span_is_said_in_the_unit_people_use_for_it() {
        for (minutes, said) in [
            (0, "0 min"),
            (3, "3 min"),
            (59, "59 min"),
            (60, "1 h"),
            (65, "1 h 05"),
            (72, "1 h 12"),
            (1439, "23 h 59"),
            (1440, "1 day"),
            (2880, "2 days"),
            (-3, "3 min"),
            (i64::MIN, "6405119470038039 days"),
        ] {
            assert_eq!(duration(Words::default(), minutes), said);
        }
    }

    #[test]
    fn what_is_to_come_is_declined_as_the_language_does() {
        let german = Words::of(Language::German);
        assert_eq!(
            [0, 65, 1440, 2880].map(|minutes| ahead(german, minutes)),
            ["in 0 min", "in 1 h 05", "in 1 Tag", "in 2 Tagen"]
        );
        assert_eq!(duration(german, 2880), "2 Tage");
    }
}
