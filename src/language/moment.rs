//! Days and times of day, by the names and in the order of a language.

use super::Words;
use jiff::civil::{DateTime, Weekday};

/// The text of a key, filled with the parts of a moment.
pub fn said(words: Words, key: &str, at: DateTime) -> String {
    let weekday = weekday(at.weekday());
    let month = MONTHS[(at.month() as usize).clamp(1, 12) - 1];
    let name = |kind: &str, of: &str| words.say(&format!("{kind}-{of}"));
    words.fill(
        key,
        &[
            ("weekday", name("weekday", weekday).into()),
            ("weekday_short", name("weekday-short", weekday).into()),
            ("day", at.day().into()),
            ("month", name("month", month).into()),
            ("month_short", name("month-short", month).into()),
            // As a text, or it would be grouped like an amount.
            ("year", at.year().to_string().into()),
            ("hour", format!("{:02}", at.hour()).into()),
            ("minute", format!("{:02}", at.minute()).into()),
        ],
    )
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}
