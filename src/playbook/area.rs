//! Postcodes that begin with letters, and in which order they stand: `LS9` before `LS12`.

use super::condition::lower;
use std::cmp::Ordering;

/// Letters of the part behind the district, as in `4AP`.
const INWARD: usize = 3;

/// Letters of a whole postcode that has such a part, without its spaces.
const WHOLE: std::ops::RangeInclusive<usize> = 5..=7;

/// How a text stands to the end of a range, as far as that end goes.
///
/// Where the end is letters with a number behind them, the letters are compared first, then the
/// number, then what follows; any other end is compared letter by letter.
pub(super) fn compare(text: &str, end: &str) -> Ordering {
    let (text, wanted) = (Code::of(text), Code::of(end));
    let begin = |text: &[char], end: &[char]| text[..text.len().min(end.len())].cmp(end);
    let Some(district) = wanted.district.filter(|_| !wanted.area.is_empty()) else {
        return begin(&text.all, &wanted.all);
    };
    let area = text.area.cmp(&wanted.area);
    let both = area.then_with(|| text.district.cmp(&Some(district)));
    both.then_with(|| begin(&text.rest, &wanted.rest))
}

/// A postcode without the letters of a country that stand before it, as in `D-81234`.
pub(super) fn behind_country(postcode: &str) -> &str {
    let is_country = |letters: &str| letters.trim().chars().all(char::is_alphabetic);
    let parts = postcode.split_once('-').filter(|(before, _)| is_country(before));
    parts.map_or(postcode, |(_, behind)| behind)
}

/// A postcode taken apart; of one without a number there are only the letters.
struct Code {
    all: Vec<char>,
    area: Vec<char>,
    district: Option<u32>,
    rest: Vec<char>,
}

impl Code {
    fn of(text: &str) -> Code {
        let spaced: Vec<char> = lower(text.trim()).collect();
        let all: Vec<char> =
            spaced.iter().copied().filter(|letter| !letter.is_whitespace()).collect();
        let area: Vec<char> =
            all.iter().copied().take_while(|letter| letter.is_alphabetic()).collect();
        let most = before_inward(&all).unwrap_or_else(|| before_space(&spaced)) - area.len();
        let digits = all[area.len()..].iter().take(most);
        let digits: String = digits.take_while(|letter| letter.is_ascii_digit()).collect();
        let rest = all[area.len() + digits.len()..].to_vec();
        Code { area, district: digits.parse().ok(), rest, all }
    }
}

/// Letters before the last part of a whole postcode, which is a digit and two letters.
fn before_inward(all: &[char]) -> Option<usize> {
    let at = all.len().checked_sub(INWARD).filter(|_| WHOLE.contains(&all.len()))?;
    let is_inward = all[at].is_ascii_digit() && all[at + 1..].iter().all(|one| one.is_alphabetic());
    (is_inward && all[0].is_alphabetic()).then_some(at)
}

/// Letters before the first space that stands behind a digit, the spaces before it not counted.
fn before_space(spaced: &[char]) -> usize {
    let mut seen_digit = false;
    let part = spaced.iter().take_while(|letter| {
        seen_digit |= letter.is_ascii_digit();
        !(seen_digit && letter.is_whitespace())
    });
    part.filter(|letter| !letter.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_are_numbers_and_areas_are_letters() {
        let within = |text: &str, from: &str, to: &str| {
            compare(text, from).is_ge() && compare(text, to).is_le()
        };
        for (text, from, to, wanted) in [
            ("LS9 8AA", "LS1", "LS20", true),
            ("LS3", "LS1", "LS20", true),
            ("ls21 1aa", "LS1", "LS20", false),
            ("E17 4AA", "E1", "E9", false),
            ("E174AA", "E1", "E9", false),
            ("E17AA", "E1", "E9", true),
            ("EC1A 1BB", "E1", "E9", false),
            ("EC1A1BB", "EC1", "EC4", true),
            ("LS12 3AA", "LS1", "LS9", false),
            ("LS1 4AP", "LS1 4", "LS1 9", true),
            ("LS14AP", "LS1 4", "LS1 9", true),
            ("LS14 4AP", "LS1 4", "LS1 9", false),
            ("LS1 3AP", "LS1 4", "LS1 9", false),
            ("BD1 4AA", "BD", "BE", true),
            ("LS", "LS1", "LS9", false),
            ("K1A 0B1", "K1", "K2", true),
            ("D02 X285", "D1", "D9", true),
            ("1011 AB", "1011AA", "1012ZZ", true),
            ("", "LS1", "LS9", false),
        ] {
            assert_eq!(within(text, from, to), wanted, "{text} in {from}..{to}");
        }
    }
}
