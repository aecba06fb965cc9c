//! Moments and spans as people say them, in their language and the zone of the business.

use crate::language::Words;
use crate::lead::ListRef;
use crate::lead::words::ahead;
pub use crate::lead::words::duration as span;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

const HOUR: u64 = 60;
const DAY: u64 = 24 * HOUR;

/// The keys of one text about a moment: where it is today, tomorrow, within the week, and later.
pub type ByDay = [&'static str; 4];

/// A moment by itself: `10:47`, `tomorrow at 09:00`, `Monday at 09:00`, `13 May at 09:00`.
const SAID: ByDay =
    ["moment-said-today", "moment-said-tomorrow", "moment-said-weekday", "moment-said-day"];

/// Moments as seen from one of them, by who reads.
#[derive(Clone, Copy)]
pub struct Times<'a> {
    pub words: Words,
    pub now: Timestamp,
    pub zone: &'a TimeZone,
}

impl<'a> Times<'a> {
    /// Moments as seen from `now`.
    pub fn of(words: Words, now: Timestamp, zone: &'a TimeZone) -> Times<'a> {
        Times { words, now, zone }
    }

    /// A text about a moment.
    pub fn at(&self, key: &str, at: Timestamp) -> String {
        self.words.moment(key, self.zone.to_datetime(at))
    }

    /// The one of four texts that fits how far off a moment is.
    pub fn by_day(&self, keys: &ByDay, at: Timestamp) -> String {
        let key = match self.days_to(at) {
            0 => keys[0],
            1 => keys[1],
            2..7 => keys[2],
            _ => keys[3],
        };
        self.at(key, at)
    }

    /// A moment within a sentence: `10:47`, `tomorrow at 09:00`, `Monday at 09:00`, with its year where
    /// that is another.
    pub fn said(&self, at: Timestamp) -> String {
        match (0..7).contains(&self.days_to(at)) || self.is_of_this_year(at) {
            true => self.by_day(&SAID, at),
            false => self.at("moment-said-year", at),
        }
    }

    /// The time of day: `10:47`.
    pub fn clock(&self, at: Timestamp) -> String {
        self.at("moment-time", at)
    }

    /// The time of day where it is today, else the day with it: `10:47`, `Wed 09:00`, `3 Jun`,
    /// `3 Jun 2025`.
    pub fn brief(&self, at: Timestamp) -> String {
        match self.days_to(at) {
            0 => self.clock(at),
            -6..7 => self.at("moment-weekday", at),
            _ => self.day(at),
        }
    }

    /// Which list something came from: `From the list partners.csv, 30 Nov`.
    pub fn list(&self, list: &ListRef) -> String {
        let with = [("name", list.name.as_str().into()), ("day", self.day(list.at).into())];
        let key = if list.name.is_empty() { "import-of-a-list" } else { "import-of-list" };
        self.words.fill(key, &with)
    }

    /// A day in a list, with its year where that is another: `5 May`, `5 May 2025`.
    pub fn day(&self, at: Timestamp) -> String {
        self.at(if self.is_of_this_year(at) { "moment-day" } else { "moment-day-year" }, at)
    }

    fn is_of_this_year(&self, at: Timestamp) -> bool {
        let year = |at: Timestamp| self.zone.to_datetime(at).year();
        year(at) == year(self.now)
    }

    /// A day as a heading: `Today, Tuesday 12 May`, `Monday 11 May`, `Friday 5 December 2025`.
    pub fn heading(&self, date: Date) -> String {
        let today = self.zone.to_datetime(self.now).date();
        let key = match date.year() == today.year() {
            _ if date == today => "moment-heading-today",
            true => "moment-heading",
            false => "moment-heading-year",
        };
        self.words.moment(key, date.to_datetime(Time::midnight()))
    }

    /// How far off a moment is: `in 18 min`, `now`, `1 h 12 late`.
    pub fn off(&self, at: Timestamp) -> String {
        let seconds = at.duration_since(self.now).as_secs();
        match seconds {
            1.. => ahead(self.words, (seconds + 59) / 60),
            -59..=0 => self.words.say("clock-now"),
            _ => {
                let span = span(self.words, seconds / 60);
                self.words.fill("clock-late-by", &[("span", span.into())])
            }
        }
    }

    /// How long ago something was: `now`, `3 min`, `2 h 10`, `5 days`.
    pub fn ago(&self, at: Timestamp) -> String {
        match self.now.duration_since(at).as_secs() {
            ..60 => self.words.say("clock-now"),
            seconds => span(self.words, seconds / 60),
        }
    }

    /// Days from today to the day of a moment.
    pub fn days_to(&self, at: Timestamp) -> i32 {
        let (at, today) =
            (self.zone.to_datetime(at).date(), self.zone.to_datetime(self.now).date());
        at.since(today).map_or(i32::MAX, |span| span.get_days())
    }
}

/// A span with its seconds, as long as they matter: `48 s`, `3 min 33 s`, `2 h 10`, `3 days`.
pub fn took(words: Words, seconds: i64) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match seconds {
        ..60 => words.fill("span-seconds", &[("count", seconds.max(0).into())]),
        60..3_600 if rest > 0 => words
            .fill("span-minutes-seconds", &[("minutes", minutes.into()), ("seconds", rest.into())]),
        _ => span(words, minutes),
    }
}

/// The same of opening hours, a day of which is no day: `3 min 33 s`, `2 h 10`, `25 h 00`.
pub fn took_open(words: Words, seconds: i64) -> String {
    let minutes = seconds.unsigned_abs() / 60;
    match minutes {
        ..HOUR => took(words, seconds),
        _ => hours_and(words, minutes / HOUR, &format!("{:02}", minutes % HOUR)),
    }
}

/// Seconds as a clock counts them: minutes under an hour, hours under a day, then days.
pub fn count(words: Words, seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let minutes = seconds / 60;
    match minutes {
        ..HOUR => format!("{minutes}:{:02}", seconds % 60),
        HOUR..DAY => hours_and(words, minutes / HOUR, &format!("{:02}", minutes % HOUR)),
        _ => days(words, minutes / DAY),
    }
}

/// Hours with the minutes beyond them, which have two digits.
fn hours_and(words: Words, hours: u64, minutes: &str) -> String {
    let with = [("hours", hours.into()), ("minutes", minutes.to_owned().into())];
    words.fill("span-hours-minutes", &with)
}

/// A number of days.
pub fn days(words: Words, days: u64) -> String {
    words.fill("span-days", &[("count", days.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::lead::hours::zone_named;

    /// What both languages make of moments, as seen on a Tuesday at 10:42.
    fn both<const N: usize>(
        texts: [&str; N],
        said: impl Fn(&Times, Timestamp) -> String,
    ) -> [[String; N]; 2] {
        let zone = zone_named("Europe/London");
        let at = |text: &str| text.parse().expect("a moment");
        let in_words = |language| Times::of(Words::of(language), at("2026-05-12T09:42:00Z"), &zone);
        Language::ALL.map(|language| texts.map(|text| said(&in_words(language), at(text))))
    }

    #[test]
    fn a_list_is_told_by_its_name_if_it_has_one_and_by_its_day() {
        let list = |name: &str, at| ListRef { name: name.to_owned(), at };
        let texts = ["2026-05-11T08:30:00Z"];
        let named = both(texts, |times, at| times.list(&list("partners.csv", at)));
        let nameless = both(texts, |times, at| times.list(&list("", at)));
        assert_eq!(
            named,
            [["From the list partners.csv, 11 May"], ["Aus der Liste partners.csv, 11. Mai"]]
        );
        assert_eq!(nameless, [["From a list, 11 May"], ["Aus einer Liste, 11. Mai"]]);
    }

    #[test]
    fn a_moment_in_a_narrow_column_keeps_what_matters_most() {
        let texts = ["2026-05-12T08:30:00Z", "2026-05-15T08:00:00Z", "2026-05-01T08:00:00Z"];
        let [english, german] = both(texts, |times, at| times.brief(at));
        assert_eq!(english, ["09:30", "Fri 09:00", "1 May"]);
        assert_eq!(german, ["09:30", "Fr. 09:00", "1. Mai"]);
    }

    #[test]
    fn how_far_off_a_moment_is_is_said_in_minutes_and_hours() {
        let texts = ["2026-05-12T10:00:00Z", "2026-05-12T09:41:30Z", "2026-05-12T08:30:00Z"];
        let [english, german] = both(texts, |times, at| times.off(at));
        assert_eq!(english, ["in 18 min", "now", "1 h 12 late"]);
        assert_eq!(german, ["in 18 min", "jetzt", "seit 1 h 12"]);
    }

    #[test]
    fn a_span_keeps_its_seconds_while_they_matter() {
        let said = [-1, 48, 213, 300, 7_800, 259_200].map(|span| took(Words::default(), span));
        assert_eq!(said, ["0 s", "48 s", "3 min 33 s", "5 min", "2 h 10", "3 days"]);
    }

    #[test]
    fn opening_hours_are_never_told_in_days() {
        let said = [0, 213, 90_000].map(|seconds| took_open(Words::default(), seconds));
        assert_eq!(said, ["0 s", "3 min 33 s", "25 h 00"]);
    }

    #[test]
    fn a_clock_counts_minutes_then_hours_then_days() {
        let said = [108, 3_600 + 7 * 60, 86_400, 16 * 86_400].map(|s| count(Words::default(), s));
        assert_eq!(said, ["1:48", "1 h 07", "1 day", "16 days"]);
    }

    #[test]
    fn a_moment_is_named_by_how_near_it_is() {
        let texts = [
            "2026-05-12T09:47:00Z",
            "2026-05-12T23:30:00Z",
            "2026-05-15T08:00:00Z",
            "2026-06-01T08:00:00Z",
            "2026-05-10T08:00:00Z",
            "2025-12-31T00:00:00Z",
        ];
        let [english, german] = both(texts, |times, at| times.said(at));
        assert_eq!(
            english,
            [
                "10:47",
                "tomorrow at 00:30",
                "Friday at 09:00",
                "1 June at 09:00",
                "10 May at 09:00",
                "31 December 2025 at 00:00"
            ]
        );
        assert_eq!(
            german,
            [
                "10:47 Uhr",
                "morgen, 00:30 Uhr",
                "Freitag, 09:00 Uhr",
                "1. Juni, 09:00 Uhr",
                "10. Mai, 09:00 Uhr",
                "31. Dezember 2025, 00:00 Uhr"
            ]
        );
    }

    #[test]
    fn a_day_as_a_heading_has_its_year_where_that_is_another() {
        let texts = ["2026-05-12T08:00:00Z", "2026-05-11T08:00:00Z", "2025-12-05T08:00:00Z"];
        let date = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
        let [english, german] = both(texts, |times, at| times.heading(date(at)));
        assert_eq!(english, ["Today, Tuesday 12 May", "Monday 11 May", "Friday 5 December 2025"]);
        let german = german.each_ref().map(String::as_str);
        assert_eq!(
            german,
            ["Heute, Dienstag, 12. Mai", "Montag, 11. Mai", "Freitag, 5. Dezember 2025"]
        );
    }
}
