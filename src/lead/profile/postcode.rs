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

/// Whether a text is a postcode of a country, by its code, from its beginning to its end; `None` where
/// we do not know what those look like.
pub fn is_whole_postcode(text: &str, code: &str) -> Option<bool> {
    let signs: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
    match (code, &signs[..]) {
        ("GB" | "GG" | "IM" | "JE", [before @ .., digit, one, other]) => {
            let ends_so =
                digit.is_ascii_digit() && [one, other].iter().all(|it| it.is_ascii_alphabetic());
            Some(ends_so && (2..=4).contains(&before.len()))
        }
        ("GB" | "GG" | "IM" | "JE", _) => Some(false),
        ("CA", signs) => Some(signs.len() == 6),
        ("IE", signs) => Some(signs.len() == 7),
        (code, signs) => {
            let usual = postcode_digits(code);
            let digits = signs.iter().filter(|sign| sign.is_ascii_digit()).count();
            (!usual.is_empty()).then(|| usual.contains(&digits))
        }
    }
}

/// The country, by its code, of a whole postcode of a form that no other country has: `LS1 4AP`,
/// `K1A 0B1`, `1011 AB`, `D02 AF30`.
pub fn country_of_postcode(text: &str) -> Option<&'static str> {
    let signs: Vec<char> = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let kind = |sign: &char| match sign {
        '0'..='9' => '9',
        'A'..='Z' | 'a'..='z' => 'A',
        _ => '?',
    };
    let form: String = signs.iter().map(kind).collect();
    let area: String = signs.iter().take(2).collect::<String>().to_ascii_uppercase();
    match form.as_str() {
        "A9A9A9" => Some("CA"),
        "9999AA" => Some("NL"),
        "A99AA" | "A999AA" | "A9A9AA" | "AA99AA" | "AA999AA" | "AA9A9AA" => {
            Some(match area.as_str() {
                "GY" => "GG",
                "IM" => "IM",
                "JE" => "JE",
                _ => "GB",
            })
        }
        form if form.len() == 7 && ["A99", "A9A"].iter().any(|key| form.starts_with(key)) => {
            (!form.contains('?')).then_some("IE")
        }
        _ => None,
    }
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
    fn the_beginning_of_a_postcode_is_no_whole_one() {
        for (written, code, is_whole) in [
            ("LS1 4AP", "GB", Some(true)),
            ("m1 1ae", "GB", Some(true)),
            ("GY1 1AA", "GG", Some(true)),
            ("LS", "GB", Some(false)),
            ("LS14", "GB", Some(false)),
            ("SW1A 1", "GB", Some(false)),
            ("K1A 0B1", "CA", Some(true)),
            ("K1A", "CA", Some(false)),
            ("D02 AF30", "IE", Some(true)),
            ("D02", "IE", Some(false)),
            ("D-80331", "DE", Some(true)),
            ("80", "DE", Some(false)),
            ("LS", "DE", Some(false)),
            ("1234 AB", "NL", Some(true)),
            ("90210-1234", "US", Some(true)),
            ("902", "US", Some(false)),
            ("10000", "XK", None),
        ] {
            assert_eq!(is_whole_postcode(written, code), is_whole, "{written} {code}");
        }
    }

    #[test]
    fn a_postcode_of_one_countrys_form_names_it() {
        for (written, country) in [
            ("LS1 4AP", Some("GB")),
            ("sw1a2aa", Some("GB")),
            ("M1 1AE", Some("GB")),
            ("CR2 6XH", Some("GB")),
            ("DN55 1PT", Some("GB")),
            ("GY1 1AA", Some("GG")),
            ("K1A 0B1", Some("CA")),
            ("1011 AB", Some("NL")),
            ("D02 AF30", Some("IE")),
            ("D6W XY00", Some("IE")),
            ("LS1", None),
            ("80331", None),
            ("D-80331", None),
            ("90210-1234", None),
            ("1010", None),
            ("", None),
            ("Ä1 1AA", None),
        ] {
            assert_eq!(country_of_postcode(written), country, "{written}");
        }
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
