//! When something is needed, as people write it: `asap`, `in 2 weeks`, `1-3 months`, `2026-09-01`.

use super::{amount, small, words};
use crate::playbook::day;
use jiff::Timestamp;
use jiff::tz::TimeZone;

const DAYS_A_MONTH: f64 = 30.4375;

/// In how many months at the latest something is needed; `None` if the text does not say.
///
/// A date is counted from `told`, the moment the lead came in.
pub fn months(text: &str, told: Timestamp) -> Option<f64> {
    if let Some(date) = day(text) {
        let day = told.to_zoned(TimeZone::UTC).date();
        let days = date.duration_since(day).as_hours() as f64 / 24.0;
        return (days >= 0.0).then_some(days / DAYS_A_MONTH);
    }
    let read = small(text);
    let says = |any: &[&str]| words(&read).any(|word| any.contains(&word));
    if says(&["no", "not", "nicht", "kein", "keine", "later", "später"]) {
        return None;
    }
    if let Some((_, latest)) = amount(text) {
        return words(&read).find_map(unit).map(|unit| latest * unit);
    }
    if says(&[
        "asap",
        "now",
        "immediately",
        "urgent",
        "urgently",
        "today",
        "tomorrow",
        "sofort",
        "umgehend",
        "dringend",
        "heute",
        "morgen",
    ]) {
        return Some(0.0);
    }
    let near =
        says(&["this", "next", "diese", "diesen", "dieses", "nächste", "nächsten", "nächstes"]);
    near.then(|| words(&read).find_map(unit)).flatten()
}

/// How many months a unit of time is, in English or German.
fn unit(word: &str) -> Option<f64> {
    Some(match word {
        "d" | "day" | "days" | "tag" | "tage" | "tagen" => 1.0 / DAYS_A_MONTH,
        "w" | "week" | "weeks" | "woche" | "wochen" => 7.0 / DAYS_A_MONTH,
        "m" | "month" | "months" | "monat" | "monate" | "monaten" => 1.0,
        "quarter" | "quarters" | "quartal" | "quartale" => 3.0,
        "y" | "year" | "years" | "jahr" | "jahre" | "jahren" => 12.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn soon(text: &str) -> Option<bool> {
        let told = "2026-05-08T14:00:00Z".parse().expect("a moment");
        months(text, told).map(|months| months <= 3.0)
    }

    #[test]
    fn soon_is_understood_in_words_numbers_and_dates() {
        for text in [
            "asap",
            "Right now",
            "in 2 weeks",
            "1-3 months",
            "within 3 months",
            "in 6 Wochen",
            "diesen Monat",
            "next quarter",
            "2026-07-01",
            "sofort",
        ] {
            assert_eq!(soon(text), Some(true), "{text}");
        }
    }

    #[test]
    fn far_is_not_soon() {
        for text in ["6 months", "3-6 months", "3+ months", "next year", "1 Jahr", "2027-01-01"] {
            assert_eq!(soon(text), Some(false), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_is_unknown() {
        for text in ["", "not sure", "no hurry", "we know our needs", "2025-01-01", "soonish", "12"]
        {
            assert_eq!(soon(text), None, "{text}");
        }
    }
}
