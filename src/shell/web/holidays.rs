//! The days on which a business is closed, in a form: typed one a line, or filled in from the public
//! holidays of its country.

use super::lead::{Sent, Wrong};
use super::parts::{beside, icon};
use crate::language::Words;
use crate::lead::public_holidays;
use jiff::civil::Date;
use maud::{Markup, html};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// The name of the field, and the button that fills it in.
pub const NAME: &str = "holidays";
const FILL: &str = "fill_holidays";

/// What the button becomes once it has filled in days.
const DONE: &str = "done";

/// The most days a business may name as closed.
const DAYS_MAX: usize = 200;

/// The years in which a day may lie: those that are written with four digits.
const YEARS: RangeInclusive<i16> = 1000..=9999;

/// Days one under the other, `2026-12-25` or `25.12.2026`, each with a name behind it or none.
pub fn read(typed: &str, words: Words) -> Result<Vec<Date>, Wrong> {
    let mut days = BTreeSet::new();
    for line in typed.lines().flat_map(entries).take(DAYS_MAX + 1) {
        let day = day_of(line).ok_or_else(|| {
            let sentence = words.fill("setup-holiday-wrong", &[("day", line.to_owned().into())]);
            Wrong::with(NAME, sentence)
        })?;
        days.insert(day);
    }
    if days.len() > DAYS_MAX {
        return Err(Wrong::with(NAME, words.say("setup-holidays-many")));
    }
    Ok(days.into_iter().collect())
}

/// The days of a line with their names. A comma ends one only where another day follows, so that a
/// name may hold commas.
fn entries(line: &str) -> Vec<&str> {
    let mut entries = Vec::new();
    let mut from = 0;
    for (at, mark) in line.match_indices([',', ';']) {
        let next = line[at + mark.len()..].split(is_between).find(|word| !word.is_empty());
        if next.is_some_and(is_like_a_day) {
            entries.push(&line[from..at]);
            from = at + mark.len();
        }
    }
    entries.push(&line[from..]);
    entries
        .into_iter()
        .map(|one| one.trim_matches(is_between))
        .filter(|one| !one.is_empty())
        .collect()
}

/// Whether a character stands between days and names.
fn is_between(c: char) -> bool {
    c.is_whitespace() || [',', ';'].contains(&c)
}

/// The day a line begins with; one that names another, or a part of one, is not understood.
fn day_of(line: &str) -> Option<Date> {
    let mut parts = line.split(is_between).filter(|part| !part.is_empty());
    let day = day(parts.next()?)?;
    parts.all(|part| !is_like_a_day(part)).then_some(day)
}

/// Whether a word is numbers with marks between them, such as `31.12.` or `12-31`.
fn is_like_a_day(word: &str) -> bool {
    let marks = ['.', '-', '/'];
    let is_of_numbers = word.chars().all(|c| c.is_ascii_digit() || marks.contains(&c));
    is_of_numbers && word.split(marks).filter(|part| !part.is_empty()).count() > 1
}

fn day(text: &str) -> Option<Date> {
    let formats = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"];
    let day = formats.into_iter().find_map(|format| Date::strptime(format, text).ok());
    day.filter(|day| YEARS.contains(&day.year()))
}

/// Where the business is, and in which year.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The ISO 3166 code of its country; empty where it is not known.
    pub country: &'a str,
    pub year: i16,
    pub words: Words,
}

impl Here<'_> {
    /// Days as they stand in the form: one a line, with the name of what is kept on it.
    pub fn written(&self, days: &[Date]) -> String {
        let line = |day: &Date| {
            let kept = public_holidays(self.country, day.year());
            let name = kept.into_iter().find(|one| one.day == *day);
            let name = name.map(|one| format!(" {}", one.name(self.words))).unwrap_or_default();
            format!("{day}{name}")
        };
        days.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// What was sent with the public holidays of this year and the next filled in, if that was asked for.
    pub fn filled(&self, sent: &Sent) -> Result<Option<Sent>, Wrong> {
        if !sent.is_on(FILL) {
            return Ok(None);
        }
        let mut days = read(sent.get(NAME), self.words)?;
        let done = if self.offered().next().is_some() { DONE } else { "" };
        days.extend(self.offered());
        days.sort_unstable();
        days.dedup();
        Ok(Some(sent.clone().with(NAME, self.written(&days)).with(FILL, done.to_owned())))
    }

    fn offered(&self) -> impl Iterator<Item = Date> {
        let years = [self.year, self.year.saturating_add(1)];
        years.into_iter().flat_map(|year| public_holidays(self.country, year)).map(|one| one.day)
    }

    /// The field, with the offer to fill it in where that can be done; `to` is where the form goes.
    pub fn field(&self, sent: &Sent, error: &str, to: &str) -> Markup {
        let words = self.words;
        let about = format!("f-{NAME}-h");
        html! {
            div.field {
                label for={ "f-" (NAME) } { (words.say("setup-holidays-label")) }
                textarea.input #{ "f-" (NAME) } name=(NAME) rows="4" maxlength="12000"
                    aria-invalid=[(!error.is_empty()).then_some("true")] aria-describedby=(about) { "\n" (sent.get(NAME)) }
                (beside(&about, error, &words.say("setup-holidays-hint")))
                @if sent.get(FILL) == DONE && error.is_empty() {
                    div.alert data-state="info" role="status" { (icon("info")) p { (words.say("holidays-filled")) } }
                } @else if self.offered().next().is_some() {
                    // The first button is the one that Enter presses.
                    button hidden type="submit" {}
                    div.line {
                        button.btn type="submit" name=(FILL) value="1" formnovalidate
                            formaction={ (to) "#f-" (NAME) } { (icon("cal")) (words.say("holidays-offer")) }
                    }
                    p.hint { (self.which()) }
                }
            }
        }
    }

    /// Which holidays are offered.
    fn which(&self) -> String {
        let country = match self.country {
            "GB" => self.words.say("holidays-england-and-wales"),
            code => self.words.say(&format!("country-{}", code.to_lowercase())),
        };
        let next = self.year.saturating_add(1).to_string();
        let with = [
            ("country", country.into()),
            ("year", self.year.to_string().into()),
            ("next", next.into()),
        ];
        self.words.fill("holidays-offer-hint", &with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn days_are_read_as_people_write_them() {
        let days = read("2026-12-25\n26.12.2026, 2026-12-25 Christmas", Words::default());
        assert_eq!(days.map(|days| days.len()), Ok(2));
        let days = read(
            "2026-12-25 Christmas, or Yule; closed, all of us,\n2026-12-26, 27.12.2026 Eve, too",
            Words::default(),
        );
        assert_eq!(days.map(|days| days.len()), Ok(3));
        for many in ["2026-12-24, 2026-12-25, 2026-12-26", "24.12.2026,25.12.2026;26.12.2026,"] {
            assert_eq!(read(many, Words::default()).map(|days| days.len()), Ok(3), "{many}");
        }
        let named = read("2026-12-25, Christmas", Words::default());
        assert_eq!(named.map(|days| days.len()), Ok(1));
        for strange in [
            "31.02.2026",
            "-9999-01-01",
            "Christmas",
            "2026-12-24 to 2026-12-31",
            "24.12.2026 bis 31.12.",
            "24.12.2026 - 31.12.26",
            "2026-12-24 to 12-31",
        ] {
            assert!(read(strange, Words::default()).is_err(), "{strange}");
        }
    }

    #[test]
    fn what_is_filled_in_is_read_again_in_every_language() {
        let countries = ["AT", "BE", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "NL", "PL", "US"];
        for words in Language::ALL.map(Words::of) {
            for country in countries {
                let here = Here { country, year: 2026, words };
                let days: Vec<Date> = here.offered().collect();
                assert!(!days.is_empty(), "{country}");
                assert_eq!(read(&here.written(&days), words), Ok(days));
            }
        }
    }

    #[test]
    fn holidays_are_added_to_what_is_typed_where_that_is_asked_for() {
        let words = Words::of(Language::German);
        let here = Here { country: "CH", year: 2026, words };
        let typed = |typed: &str| Sent::default().with(NAME, typed.to_owned());
        assert_eq!(here.filled(&typed("24.12.2026")), Ok(None));
        let sent = typed("24.12.2026\n2026-12-25").with(FILL, "1".to_owned());
        let filled = here.filled(&sent).expect("days").expect("asked for");
        assert_eq!(
            filled.get(NAME),
            "2026-01-01 Neujahr\n2026-05-14 Christi Himmelfahrt\n2026-08-01 Nationalfeiertag\n\
             2026-12-24\n2026-12-25 1. Weihnachtstag\n2027-01-01 Neujahr\n\
             2027-05-06 Christi Himmelfahrt\n2027-08-01 Nationalfeiertag\n\
             2027-12-25 1. Weihnachtstag"
        );
        assert_eq!(filled.get(FILL), DONE);
        let nowhere = Here { country: "PT", ..here };
        let filled = nowhere.filled(&sent).expect("days").expect("asked for");
        assert_eq!((filled.get(FILL), filled.get(NAME)), ("", "2026-12-24\n2026-12-25"));
        assert!(here.filled(&typed("soon").with(FILL, "1".to_owned())).is_err());
    }
}
