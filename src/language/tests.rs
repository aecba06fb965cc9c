//! What the catalogues must keep to, and what they make of numbers, plurals and days.

use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

const ENGLISH: &str = include_str!("en.ftl");
const GERMAN: &str = include_str!("de.ftl");

/// The keys of a catalogue, each with the places of its text.
fn keys(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let read = fluent_syntax::parser::parse(text).expect("a catalogue without a slip");
    let mut keys = BTreeMap::new();
    for entry in &read.body {
        let Entry::Message(message) = entry else { continue };
        let mut places = BTreeSet::new();
        if let Some(pattern) = &message.value {
            gather(pattern, &mut places);
        }
        let before = keys.insert(message.id.name.to_owned(), places);
        assert!(before.is_none(), "“{}” stands there twice", message.id.name);
    }
    keys
}

fn gather(pattern: &Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let asked = match expression {
            Expression::Inline(asked) => asked,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| gather(&variant.value, places));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = asked {
            places.insert(id.name.to_owned());
        }
    }
}

#[test]
fn every_language_says_everything_with_the_same_places() {
    let (english, german) = (keys(ENGLISH), keys(GERMAN));
    let lacks = |of: &BTreeMap<String, _>, other: &BTreeMap<String, _>| -> Vec<String> {
        other.keys().filter(|key| !of.contains_key(*key)).cloned().collect()
    };
    assert_eq!(lacks(&german, &english), [""; 0], "in German");
    assert_eq!(lacks(&english, &german), [""; 0], "in English");
    for (key, places) in &english {
        // The parts of a moment may be chosen among, for not every language says them all.
        let is_moment = places.contains("weekday") || places.contains("day");
        assert!(is_moment || german[key] == *places, "the places of “{key}” differ");
    }
}

#[test]
fn a_text_is_said_in_the_language_asked_for_and_counts_as_it_does() {
    let several = |language, count: usize| {
        Words::of(language).fill("frame-waiting", &[("count", count.into())])
    };
    assert_eq!([1, 3].map(|n| several(Language::English, n)), ["1 waiting", "3 waiting"]);
    assert_eq!([1, 3].map(|n| several(Language::German, n)), ["1 wartet", "3 warten"]);
    assert_eq!(Words::of(Language::German).say("no-such-key"), "no-such-key");
}

#[test]
fn a_day_is_named_in_the_order_of_the_language() {
    let at = date(2026, 5, 12).at(9, 5, 0, 0);
    let said = |language| Words::of(language).moment("moment-long", at);
    assert_eq!(said(Language::English), "Tuesday 12 May at 09:05");
    assert_eq!(said(Language::German), "Dienstag, 12. Mai, 09:05 Uhr");
}

#[test]
fn money_is_said_without_pennies_and_with_thousands_apart() {
    let english = |minor, code| Words::of(Language::English).money(minor, code);
    assert_eq!(english(8_800_000, "GBP"), "£88,000");
    assert_eq!(english(99, "EUR"), "€0");
    assert_eq!(english(-123_456_700, "CHF"), "−CHF 1,234,567");
    assert_eq!(english(i64::MIN, "USD"), "−$92,233,720,368,547,758");
    assert_eq!(Words::of(Language::German).money(8_800_000, "EUR"), "88.000 €");
}

#[test]
fn a_number_to_a_tenth_leaves_out_what_is_none() {
    let said = |language| [20.0, -2.04, 4.94, 0.01].map(|one| Words::of(language).decimal(one));
    assert_eq!(said(Language::English), ["20", "−2", "4.9", "0"]);
    assert_eq!(said(Language::German), ["20", "−2", "4,9", "0"]);
}

#[test]
fn a_language_is_known_by_its_code() {
    assert_eq!(Language::of("de-AT"), Some(Language::German));
    assert_eq!(Language::of("EN"), Some(Language::English));
    assert_eq!(Language::of("fr"), None);
}
