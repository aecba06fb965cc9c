//! Numbers as a column writes them: with points or commas, with signs of money, percent, or hours.
//!
//! What a mark means is decided for the whole column and not value by value: where any value can
//! only be read with a decimal comma, all are.

use crate::playbook::learned::Point;

/// The mark that reads most of the values as numbers, the dot where both read as many.
pub fn point_of<'a>(values: impl Iterator<Item = &'a str> + Clone) -> Point {
    let read = |point| values.clone().filter(|value| number(value, point).is_some()).count();
    let (dots, commas) = (read(Point::Dot), read(Point::Comma));
    if commas > dots { Point::Comma } else { Point::Dot }
}

/// The number a text is, or none.
pub fn number(text: &str, point: Point) -> Option<f64> {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || is_unit(c));
    let (bare, times) = scaled(bare);
    let (sign, digits) = match bare.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest.trim_start_matches(is_unit).trim_start()),
        None => (1.0, bare.strip_prefix('+').unwrap_or(bare)),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let plain = plain(digits, point)?;
    let value: f64 = plain.parse().ok()?;
    let value = sign * value * times;
    (value.abs() <= LARGEST).then_some(value)
}

fn is_unit(letter: char) -> bool {
    matches!(letter, '€' | '$' | '£' | '%' | '¥')
}

fn scaled(text: &str) -> (&str, f64) {
    let scale = |end: char| match end {
        'k' | 'K' => Some(1e3),
        'm' | 'M' => Some(1e6),
        _ => None,
    };
    match text.chars().next_back().and_then(|end| Some((end, scale(end)?))) {
        Some((end, times)) => (text[..text.len() - end.len_utf8()].trim_end(), times),
        None => (text, 1.0),
    }
}

/// The digits as a machine writes them, if their marks stand where they may.
fn plain(digits: &str, point: Point) -> Option<String> {
    let (decimal, grouping) = match point {
        Point::Dot => ('.', ','),
        Point::Comma => (',', '.'),
    };
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((digits, ""));
    let is_group = |c: char| c == grouping || matches!(c, '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
    let mut groups = whole.split(is_group);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest.is_empty()
        || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let mantissa = fraction.split(['e', 'E']).next().unwrap_or_default();
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_fits = match whole.split_once(['e', 'E']) {
        Some(_) => fraction.is_empty() && rest.is_empty(),
        None => are_digits(mantissa),
    };
    if !is_grouped || !exponent_fits || digits.len() > DIGITS_MAX {
        return None;
    }
    Some(format!("{first}{}.{fraction}", rest.concat()).trim_end_matches('.').to_owned())
}

/// Beyond this a number is none that anybody counted.
const LARGEST: f64 = 1e15;

/// Characters of the longest number.
const DIGITS_MAX: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_its_column_writes_it() {
        let dot = |text| number(text, Point::Dot);
        assert_eq!(dot("0.123"), Some(0.123));
        assert_eq!(dot("1,234.5"), Some(1234.5));
        assert_eq!(dot("-3"), Some(-3.0));
        assert_eq!(dot("$ 12.50"), Some(12.5));
        assert_eq!(dot("12 %"), Some(12.0));
        assert_eq!(dot("10k"), Some(10_000.0));
        assert_eq!(dot("1.5e3"), Some(1500.0));
        assert_eq!(dot("2e3"), Some(2000.0));
        assert_eq!(dot("1,5"), None);
        let comma = |text| number(text, Point::Comma);
        assert_eq!(comma("1,5"), Some(1.5));
        assert_eq!(comma("1.234,50 €"), Some(1234.5));
        assert_eq!(comma("1.234"), Some(1234.0));
        assert_eq!(comma("1 234"), Some(1234.0));
    }

    #[test]
    fn words_dates_and_nonsense_are_no_numbers() {
        for text in
            ["", "-", ".", "abc", "1-2", "2026-05-01", "12:30", "1.2.3", "nan", "inf", "e5", "1e99"]
        {
            assert_eq!(number(text, Point::Dot), None, "{text}");
            assert_eq!(number(text, Point::Comma), None, "{text}");
        }
        assert_eq!(number(&"9".repeat(100_000), Point::Dot), None);
    }

    #[test]
    fn one_value_that_needs_the_comma_decides_for_all() {
        assert_eq!(point_of(["1.234", "1,5", "3"].into_iter()), Point::Comma);
        assert_eq!(point_of(["1,234", "1.5", "3"].into_iter()), Point::Dot);
        assert_eq!(point_of(["1", "2"].into_iter()), Point::Dot);
    }
}
