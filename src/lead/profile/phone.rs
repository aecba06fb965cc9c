//! Phone numbers, made comparable.

use super::country::known_code;
use super::line::is_hidden;
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region,
};

/// The longest text that is read as a number, in characters.
const INPUT_MAX: usize = 40;

/// The number in E.164 form, such as `+493012345678`; `None` if the text is no full number.
///
/// `country` is the ISO code of two letters of where a number without a prefix belongs. A number's
/// length is checked and not its range: new ranges open faster than a box in a cupboard is updated.
pub fn phone_normal(text: &str, country: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !is_hidden(*c)).take(INPUT_MAX + 1).collect();
    let text = text.trim();
    if text.chars().count() > INPUT_MAX {
        return None;
    }
    let region = known_code(country).and_then(|code| Region::try_from(code).ok());
    let from_abroad = text.strip_prefix("00").map(|rest| format!("+{rest}"));
    let number = match from_abroad {
        // Two noughts mean abroad in most of the world, and a person means it everywhere.
        Some(abroad) => full_number(&abroad, None).or_else(|| full_number(text, region)),
        None => full_number(text, region),
    }?;
    let normal = number.format_as(PhoneNumberFormat::E164);
    let is_sound = !is_filler(&normal) && (!number.italian_leading_zero() || reads_back(&normal));
    is_sound.then(|| normal.into_owned())
}

/// Whether a number that begins with a nought means it, as Italian ones do; elsewhere it is a slip.
fn reads_back(e164: &str) -> bool {
    full_number(e164, None).is_some_and(|it| it.format_as(PhoneNumberFormat::E164) == e164)
}

/// The fewest digits by which anybody can be called.
const DIGITS_MIN: usize = 5;

/// Whether a person could dial it, though it may lack what makes it comparable.
pub fn may_be_dialled(text: &str) -> bool {
    text.chars().filter(|c| c.is_numeric()).count() >= DIGITS_MIN
}

/// The ISO code of the country a number in E.164 form belongs to.
///
/// A range not yet known counts as the largest country's that shares the calling code.
pub fn country_of_phone(e164: &str) -> Option<&'static str> {
    let digits = e164.trim().strip_prefix('+').filter(|digits| digits.len() <= INPUT_MAX)?;
    let region = match only_region(digits) {
        Some(region) => region,
        None => {
            let number = full_number(e164, None)?;
            let main = || PHONE_NUMBER_UTIL.get_region_for_country_code(number.country_code);
            number.get_region_code().or_else(main)?
        }
    };
    known_code(region.as_region_str().as_str())
}

/// The country of a calling code that serves one country only, found without reading the number.
fn only_region(digits: &str) -> Option<Region> {
    let (code, _) = split_calling_code(digits)?;
    let mut regions = PHONE_NUMBER_UTIL.get_regions_for_country_calling_code(code)?;
    let first = regions.next()?;
    regions.next().is_none().then_some(first)
}

/// The calling code at the beginning of the digits behind a plus, and the digits after it.
fn split_calling_code(digits: &str) -> Option<(i32, &str)> {
    (1..=3).find_map(|length| {
        let (code, rest) = digits.split_at_checked(length)?;
        let code = code.parse().ok()?;
        PHONE_NUMBER_UTIL.get_regions_for_country_calling_code(code).map(|_| (code, rest))
    })
}

fn full_number(text: &str, region: Option<Region>) -> Option<PhoneNumber> {
    let plain = plain_number(text).or_else(|| plain_number_at_home(text, region?));
    plain.filter(is_full).or_else(|| PhoneNumber::parse(text, region).ok().filter(is_full))
}

fn is_full(number: &PhoneNumber) -> bool {
    number.national_number > 0
        && matches!(number.is_possible_with_reason(), Ok(NumberLengthType::IsPossible))
}

/// A number with its calling code and nothing to puzzle over, which most are.
///
/// The library's patterns take forty times as long, and every change of a lead asks for its keys.
fn plain_number(text: &str) -> Option<PhoneNumber> {
    let digits = plain_digits(text.strip_prefix('+')?, b" -./")?;
    let (country_code, national) = split_calling_code(&digits)?;
    let national_number = national.parse().ok().filter(|_| !national.starts_with('0'))?;
    Some(PhoneNumber { country_code, national_number, ..PhoneNumber::default() })
}

/// A number as people write it in its own country, where that is as easy to read.
fn plain_number_at_home(text: &str, region: Region) -> Option<PhoneNumber> {
    let digits = plain_digits(text, b" -./()")?;
    let (country_code, national) = match region {
        Region::US | Region::CA if digits.len() == 10 && !digits.starts_with('1') => {
            (1, digits.as_str())
        }
        region => {
            let (_, code) = NOUGHT_FIRST.iter().find(|(home, _)| *home == region)?;
            (*code, digits.strip_prefix('0')?)
        }
    };
    let national_number = national.parse().ok().filter(|_| !national.starts_with('0'))?;
    Some(PhoneNumber { country_code, national_number, ..PhoneNumber::default() })
}

/// Countries in which a nought stands before a number and is left out from abroad, and nothing else
/// is to be known; with their calling codes.
const NOUGHT_FIRST: [(Region, i32); 8] = [
    (Region::AT, 43),
    (Region::BE, 32),
    (Region::CH, 41),
    (Region::DE, 49),
    (Region::FR, 33),
    (Region::GB, 44),
    (Region::IE, 353),
    (Region::NL, 31),
];

/// The digits of a text that holds nothing but digits and these marks.
fn plain_digits(text: &str, marks: &[u8]) -> Option<String> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || marks.contains(&byte));
    is_plain.then(|| text.chars().filter(char::is_ascii_digit).collect())
}

/// Whether somebody who did not want to give a number leant on one key.
fn is_filler(e164: &str) -> bool {
    let end = &e164.as_bytes()[e164.len().saturating_sub(6)..];
    end.windows(2).all(|two| two[0] == two[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_of_a_number_are_one() {
        for text in [
            "+49 30 901820",
            "0049 30 901820",
            "030 / 90 18 20",
            "+49 (0)30 901820",
            "\u{202a}+4930901820\u{202c}",
            "(030) 901820",
            "tel:+49-30-901820",
        ] {
            assert_eq!(phone_normal(text, "DE").as_deref(), Some("+4930901820"), "{text}");
        }
        assert_eq!(phone_normal("0049 30 901820", "US").as_deref(), Some("+4930901820"));
        assert_eq!(phone_normal("(201) 555-0123", "US").as_deref(), Some("+12015550123"));
        assert_eq!(phone_normal("07700 900142", "GB").as_deref(), Some("+447700900142"));
        assert_eq!(phone_normal("06 1234 5601", "IT").as_deref(), Some("+390612345601"));
    }

    #[test]
    fn the_short_way_of_reading_a_number_agrees_with_the_library() {
        for text in [
            "+49 30 901820",
            "+1 201 555 0123",
            "+44 7700 900142",
            "+54 9 11 2345 6789",
            "+52 55 1234 5601",
            "+7 912 345 67 01",
            "+55 11 96123 4501",
            "+86 131 2345 6701",
        ] {
            let library = PhoneNumber::parse(text, None).ok();
            assert_eq!(plain_number(text), library, "{text}");
        }
    }

    #[test]
    fn the_short_way_of_reading_a_number_at_home_agrees_with_the_library() {
        let homes = NOUGHT_FIRST.iter().map(|(region, _)| (*region, "0"));
        let mut read = 0;
        for (region, nought) in homes.chain([(Region::US, ""), (Region::CA, "")]) {
            for nth in 1..=40_u64 {
                let long = nth.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_string();
                let length = if nought.is_empty() { 10 } else { 6 + (nth as usize % 6) };
                let text = format!("{nought}{}", &long[..length]);
                let Some(short) = plain_number_at_home(&text, region).filter(is_full) else {
                    continue;
                };
                read += 1;
                let library = PhoneNumber::parse(&text, Some(region)).ok();
                assert_eq!(Some(short), library, "{text} in {region:?}");
            }
        }
        assert!(read > 100, "{read}");
        assert_eq!(plain_number_at_home("00 49 30 901820", Region::DE), None);
    }

    #[test]
    fn what_can_be_dialled_has_digits_enough() {
        for text in ["12345", "030 901820", "+44 (0)113 496 0112, ask for Ana", "٠٣٠٩٠١٨٢٠"]
        {
            assert!(may_be_dialled(text), "{text}");
        }
        assert!(["", "abc", "12", "call me"].iter().all(|text| !may_be_dialled(text)));
    }

    #[test]
    fn a_number_needs_its_country() {
        assert_eq!(phone_normal("030 901820", ""), None);
        assert_eq!(phone_normal("030 901820", "XX"), None);
        assert_eq!(phone_normal("+49 30 901820", "").as_deref(), Some("+4930901820"));
        assert_ne!(phone_normal("030 901820", "AT"), phone_normal("030 901820", "DE"));
    }

    #[test]
    fn what_is_no_number_has_no_normal_form() {
        let long = "+49".to_owned() + &"1".repeat(10_000);
        for text in [
            "",
            "+",
            "00",
            "none",
            "call me",
            "12",
            "+999 123456",
            "0000000000",
            "030 11111111",
            "555-0123",
            "\u{1f4de}\u{1f4de}",
            "+49\u{0}",
            &long,
        ] {
            assert_eq!(phone_normal(text, "US"), None, "{text:.60}");
            assert!(country_of_phone(text).is_none_or(|code| code == "DE"), "{text:.60}");
        }
    }

    #[test]
    fn a_number_tells_its_country() {
        assert_eq!(country_of_phone("+4930901820"), Some("DE"));
        assert_eq!(country_of_phone("+12125550123"), Some("US"));
        assert_eq!(country_of_phone("+14165550123"), Some("CA"));
        assert_eq!(country_of_phone("+447400123456"), Some("GB"));
        assert_eq!(country_of_phone("+447700900142"), Some("GB"));
        assert_eq!(country_of_phone("+77710009998"), Some("KZ"));
        assert_eq!(country_of_phone("030 901820"), None);
        assert_eq!(country_of_phone("+"), None);
    }
}
