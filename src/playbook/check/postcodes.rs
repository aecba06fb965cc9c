//! Postcodes, and ranges of them, that are none of the country that is asked for.

use super::lists::MANY;
use super::report::Report;
use crate::lead::profile::{
    countries_of, is_whole_postcode, letters_begin_postcodes, postcode_digits,
};
use crate::playbook::condition::{bounds, ends};
use crate::playbook::{Condition, Playbook, Test};

/// Says of each postcode, and of each range of digits, that none of the countries beside it is so, or of
/// the country of the business where none is named.
pub fn out_of_reach(here: &str, all: &[Condition], playbook: &Playbook, report: &mut Report) {
    let Some(codes) = countries(all, playbook) else { return };
    let asked = || all.iter().filter(|one| one.field == "postcode");
    asked().for_each(|one| parts(here, one, &codes, report));
    let have_letters = codes.iter().all(|one| letters_begin_postcodes(one));
    let named = codes.join(", ");
    let digits: Vec<&[usize]> = codes.iter().map(|code| postcode_digits(code)).collect();
    let is_known = digits.iter().all(|some| !some.is_empty());
    for condition in asked() {
        for (range, least, most) in ranges(condition) {
            let fits = |one: &usize| least <= *one && *one <= most;
            if have_letters {
                report.say(
                    "postcode",
                    format!("{here} has the range “{range}”, and postcodes of {named} begin with letters. It takes none of them."),
                );
            } else if is_known && !digits.iter().copied().flatten().any(fits) {
                let usual: Vec<String> = digits.iter().map(|some| some[0].to_string()).collect();
                let count = usual.join(", ");
                report.say(
                    "postcode",
                    format!("{here} has the range “{range}”, and postcodes of {named} have {count} digits. It takes none of them."),
                );
            }
        }
    }
}

/// The codes of the countries whose postcodes are asked for; `None` where that cannot be told.
fn countries<'a>(all: &'a [Condition], playbook: &'a Playbook) -> Option<Vec<&'a str>> {
    let named = all.iter().filter(|one| one.field == "country");
    if named.clone().any(|one| one.is != Test::In) {
        return None;
    }
    let mut codes = Vec::new();
    for value in named.flat_map(|one| &one.value) {
        let meant = countries_of(value);
        if meant.is_empty() {
            return None;
        }
        codes.extend(meant);
    }
    Some(if codes.is_empty() { vec![&*playbook.business.country] } else { codes })
}

/// Says of each value that is compared with the whole of a postcode that it is only a part of one.
fn parts(here: &str, condition: &Condition, codes: &[&str], report: &mut Report) {
    let values = condition.value.iter().take(MANY);
    for value in values.filter(|_| matches!(condition.is, Test::In | Test::NotIn)) {
        let is_part = |code: &&str| is_whole_postcode(value, code) == Some(false);
        let may_be = ends(value).is_some() || !codes.iter().all(is_part);
        report.expect(may_be, value, || {
            let named = codes.join(", ");
            format!("{here} asks for the postcode “{value}”, and no postcode of {named} is that. Say that it begins so, or lies between.")
        });
    }
}

/// The ranges of digits that a condition asks for, each with the fewest and the most digits in it.
fn ranges(condition: &Condition) -> Vec<(&str, usize, usize)> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let wordless = |text: &str| !text.contains(char::is_alphabetic);
    let ends = |range| ends(range).filter(|(from, to)| wordless(from) && wordless(to));
    match condition.is {
        Test::Between => {
            let all = condition.value.iter().map(String::as_str);
            all.filter_map(|range| {
                let (from, to) = ends(range)?;
                Some((range, digits(from), digits(to)))
            })
            .collect()
        }
        Test::AtLeast | Test::AtMost => {
            let (from, to) = bounds(condition).unwrap_or_default();
            let bound = from.or(to).filter(|bound| wordless(bound));
            bound.map(|bound| (bound, digits(bound), digits(bound))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::fixture::house;

    #[test]
    fn where_countries_are_left_out_nothing_is_said_of_the_own() {
        let ask = |field: &str, is, value: &str| Condition {
            field: field.into(),
            is,
            value: vec![value.to_owned()],
        };
        let all = [ask("country", Test::NotIn, "DE"), ask("postcode", Test::Between, "1000..1999")];
        let mut playbook = house(&["ann"]);
        playbook.business.country = "DE".into();
        let mut report = Report::default();
        out_of_reach("It", &all, &playbook, &mut report);
        assert!(report.faults().is_empty());
    }

    fn said(country: &[&str], is: Test, range: &str) -> Vec<String> {
        let ask = |field: &str, is, value: &[&str]| Condition {
            field: field.into(),
            is,
            value: value.iter().map(|&one| one.to_owned()).collect(),
        };
        let mut all = vec![ask("postcode", is, &[range])];
        if !country.is_empty() {
            all.push(ask("country", Test::In, country));
        }
        let mut playbook = house(&["ann"]);
        playbook.business.country = "DE".into();
        let mut report = Report::default();
        out_of_reach("It", &all, &playbook, &mut report);
        report.faults().into_iter().map(|fault| fault.sentence).collect()
    }

    #[test]
    fn a_part_of_a_postcode_under_is_one_of_is_named() {
        assert_eq!(
            said(&["GB"], Test::In, "LS"),
            [
                "It asks for the postcode “LS”, and no postcode of GB is that. Say that it begins so, or lies between."
            ]
        );
        assert_eq!(said(&[], Test::NotIn, "80").len(), 1, "the country of the business");
        for (country, value) in [
            (&["GB"][..], "LS1 4AB"),
            (&["DE", "AT"], "1010"),
            (&["XK"], "10"),
            (&["GB"], "LS1..LS9"),
        ] {
            assert_eq!(said(country, Test::In, value), [""; 0], "{value}");
        }
        assert_eq!(said(&["GB"], Test::Begins, "LS"), [""; 0]);
    }

    #[test]
    fn a_range_that_no_postcode_of_its_country_lies_in_is_named() {
        assert_eq!(
            said(&["Germany"], Test::Between, "1000..1999"),
            [
                "It has the range “1000..1999”, and postcodes of DE have 5 digits. It takes none of them."
            ]
        );
        assert_eq!(said(&["AT", "DE"], Test::Between, "1000..1999"), [""; 0]);
        assert_eq!(said(&[], Test::AtLeast, "1000").len(), 1, "the country of the business");
        for (country, range, count) in [
            ("DE", "01000..01999", 0),
            ("DE", "1000..99999", 0),
            ("SE", "113 00..113 99", 0),
            ("US", "902101000..902109999", 0),
            ("GB", "10..19", 1),
            ("GB", "LS1..LS9", 0),
            ("XK", "10..19", 0),
        ] {
            assert_eq!(said(&[country], Test::Between, range).len(), count, "{country} {range}");
        }
    }
}
