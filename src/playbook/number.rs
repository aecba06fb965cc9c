//! Numbers as people write them, and the spans within which conditions ask for them.

use super::area::behind_country;
use jiff::civil::Date;

/// Digits of the longest postcode that is read.
const POSTCODE_DIGITS_MAX: usize = 12;

/// Digits of the shortest postcode that stands behind the letters of its country.
const BEHIND_COUNTRY_MIN: usize = 4;

/// Lies between the numbers of postcodes of so many digits and those of one digit more.
const A_DIGIT: f64 = 1e12;

/// Above all numbers people write: from here on, days are counted.
const DAYS: f64 = 5e15;

/// Every day there is, counted so.
const ALL_DAYS: (f64, f64) = (DAYS, DAYS + 1e7);

/// A day as the fields of a form write it, such as `2026-05-08`; nothing else is one.
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    (text.as_bytes().get(4) == Some(&b'-')).then(|| text.parse().ok()).flatten()
}

/// A day as a number above all others.
fn counted(text: &str) -> Option<f64> {
    let since = day(text)?.duration_since(Date::MIN).as_hours() / 24;
    Some(DAYS + since as f64)
}

/// The numbers from one text to another that facts of this field are compared with; an end that is
/// not named is open. `None` where an end is no number.
///
/// Where an end is a day, days are compared, and the other end must be one too.
/// The digits of a postcode are one number, whatever stands between them, and only postcodes of as
/// many digits as an end are compared with it.
pub(super) fn span(field: &str, from: Option<&str>, to: Option<&str>) -> Option<(f64, f64)> {
    if [from, to].into_iter().flatten().any(|end| day(end).is_some()) {
        let least = from.map_or(Some(ALL_DAYS.0), counted)?;
        return Some((least, to.map_or(Some(ALL_DAYS.1), counted)?));
    }
    if field != "postcode" {
        let least = from.map_or(Some(f64::NEG_INFINITY), first_number)?;
        return Some((least, to.map_or(Some(f64::INFINITY), first_number)?));
    }
    let (least, most) = (from.map(postcode), to.map(postcode));
    let as_many = |of: f64| (of / A_DIGIT).floor() * A_DIGIT;
    match (least, most) {
        (Some(least), Some(most)) => Some((least?, most?)),
        (Some(least), None) => least.map(|least| (least, as_many(least) + A_DIGIT - 1.0)),
        (None, most) => most.flatten().map(|most| (as_many(most), most)),
    }
}

/// Whether a fact of this field lies within a span, both ends included.
///
/// Of a postcode what stands before its first hyphen may be meant, as in `90210-1234`.
pub(super) fn lies_in(field: &str, fact: &str, (least, most): (f64, f64)) -> bool {
    let is_in = |number: f64| least <= number && number <= most;
    if (ALL_DAYS.0..=ALL_DAYS.1).contains(&least) {
        return counted(fact).is_some_and(is_in);
    }
    if field != "postcode" {
        return first_number(fact).is_some_and(is_in);
    }
    let begins = fact.split_once('-').map(|(before, _)| before);
    [Some(fact), begins].into_iter().flatten().filter_map(postcode).any(is_in)
}

/// The digits of a postcode as one number, those with more digits above all with fewer. Letters may
/// stand behind them, as in `1011 AB`, or for the country before them; `LS1 4AP` is no number.
fn postcode(text: &str) -> Option<f64> {
    let code = behind_country(text.trim());
    let digits = code.trim_start_matches(char::is_alphabetic);
    let has_letters = digits.len() < code.len();
    let least = if has_letters { BEHIND_COUNTRY_MIN } else { 1 };
    if has_letters && digits.contains(char::is_alphabetic) {
        return None;
    }
    let (count, number) = digits
        .chars()
        .filter_map(|letter| letter.to_digit(10))
        .take(POSTCODE_DIGITS_MAX + 1)
        .fold((0, 0.0), |(count, number), digit| (count + 1, number * 10.0 + f64::from(digit)));
    (least..=POSTCODE_DIGITS_MAX).contains(&count).then_some(count as f64 * A_DIGIT + number)
}

/// The first number of a text: `200+` is 200, `50-249` is 50, `£1,200` and `1.200` are 1200.
///
/// A point or comma with three digits behind it groups thousands; any other begins a fraction.
/// A `k` directly behind it stands for thousands, an `m` for millions. A minus counts where the text
/// begins with it.
pub fn first_number(text: &str) -> Option<f64> {
    if let Ok(whole) = text.parse::<u32>() {
        return Some(whole.into());
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let sign = if ["-", "−"].contains(&text[..start].trim_start()) { -1.0 } else { 1.0 };
    let mut digits = String::new();
    let mut rest = &text[start..];
    loop {
        let (run, after) = split_digits(rest);
        digits.push_str(run);
        rest = after;
        match grouped(rest) {
            Some(next) if !digits.is_empty() => rest = next,
            _ => break,
        }
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let (run, after) = split_digits(fraction);
        if !run.is_empty() {
            digits.push('.');
            digits.push_str(run);
            rest = after;
        }
    }
    digits.parse::<f64>().ok().map(|number| sign * number * unit(rest))
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// What follows a separator of thousands, if there is one here.
fn grouped(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['.', ',', ' ', '\'', '’', '\u{a0}', '\u{202f}'])?;
    (split_digits(rest).0.len() == 3).then_some(rest)
}

fn unit(after: &str) -> f64 {
    let mut letters = after.chars();
    let unit = match letters.next() {
        Some('k' | 'K') => 1e3,
        Some('m' | 'M') => 1e6,
        _ => return 1.0,
    };
    if letters.next().is_some_and(char::is_alphabetic) { 1.0 } else { unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, size) in [
            ("200+", 200.0),
            ("50-249", 50.0),
            ("1.200", 1_200.0),
            ("£1,250,000 a year", 1_250_000.0),
            ("1 200 people", 1_200.0),
            ("2,5", 2.5),
            ("about 5k", 5_000.0),
            ("1.5m", 1_500_000.0),
            ("12 months", 12.0),
            ("10 maybe", 10.0),
            ("-5", -5.0),
            ("− 5", 5.0),
            ("B-5", 5.0),
        ] {
            assert_eq!(first_number(text), Some(size), "{text}");
        }
        assert_eq!(first_number("a few"), None);
        assert_eq!(first_number(""), None);
    }
}
