//! Postcodes of digits: how many a country has, and the nought at their beginning that tables lose.

use super::country_code;
use std::borrow::Cow;

/// Sorted. How many digits a postcode has by the code of its country; behind the usual number stand
/// others that are written as well, such as those of a part before a hyphen.
const DIGITS: [(&str, &[usize]); 40] = [
    ("AT", &[4]),
    ("AU", &[4]),
    ("BE", &[4]),
    ("BG", &[4]),
    ("BR", &[8, 5]),
    ("CH", &[4]),
    ("CN", &[6]),
    ("CY", &[4]),
    ("CZ", &[5]),
    ("DE", &[5]),
    ("DK", &[4]),
    ("EE", &[5]),
    ("ES", &[5]),
    ("FI", &[5]),
    ("FR", &[5]),
    ("GR", &[5]),
    ("HR", &[5]),
    ("HU", &[4]),
    ("IN", &[6]),
    ("IS", &[3]),
    ("IT", &[5]),
    ("JP", &[7, 3]),
    ("KR", &[5]),
    ("LI", &[4]),
    ("LT", &[5]),
    ("LU", &[4]),
    ("LV", &[4]),
    ("MX", &[5]),
    ("NL", &[4]),
    ("NO", &[4]),
    ("NZ", &[4]),
    ("PL", &[5, 2]),
    ("PT", &[7, 4]),
    ("RO", &[6]),
    ("SE", &[5]),
    ("SI", &[4]),
    ("SK", &[5]),
    ("TR", &[5]),
    ("US", &[5, 9]),
    ("ZA", &[4]),
];

/// How many digits a postcode of a country has, by its code: the usual number first. Empty where
/// postcodes have letters or we do not know.
pub fn postcode_digits(code: &str) -> &'static [usize] {
    let place = DIGITS.binary_search_by_key(&code, |(code, _)| code);
    place.map_or(&[], |place| DIGITS[place].1)
}

/// A postcode as it is meant: with the nought that a table took for no part of a number, as in `1067`
/// for Dresden.
pub fn with_nought<'a>(postcode: &'a str, country: &str) -> Cow<'a, str> {
    let is_short = |part: &str| part.len() == 4 && part.bytes().all(|one| one.is_ascii_digit());
    let (code, behind) = match postcode.trim().split_once('-') {
        Some((code, behind)) => (code, Some(behind)),
        None => (postcode.trim(), None),
    };
    if !is_short(code) {
        return postcode.into();
    }
    match (country_code(country), behind) {
        (Some("DE" | "ES" | "FR" | "IT" | "US"), None) => format!("0{code}").into(),
        (Some("US"), Some(behind)) if is_short(behind) => format!("0{code}-{behind}").into(),
        _ => postcode.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_a_country_are_found() {
        assert!(DIGITS.is_sorted_by_key(|(code, _)| *code));
        assert!(DIGITS.iter().all(|(code, _)| country_code(code) == Some(code)));
        assert_eq!((postcode_digits("DE"), postcode_digits("GB")), (&[5][..], &[][..]));
    }

    #[test]
    fn a_postcode_gets_its_nought_back_where_its_country_has_five_digits() {
        for (written, country, meant) in [
            ("1067", "DE", "01067"),
            ("1067", "Deutschland", "01067"),
            (" 2138 ", "US", "02138"),
            ("2138-1234", "US", "02138-1234"),
            ("1000", "FR", "01000"),
            ("1010", "AT", "1010"),
            ("1067", "", "1067"),
            ("10115", "DE", "10115"),
            ("106", "DE", "106"),
            ("1067-1", "DE", "1067-1"),
            ("LS1 4AP", "GB", "LS1 4AP"),
        ] {
            assert_eq!(with_nought(written, country), meant, "{written} {country}");
        }
    }
}
