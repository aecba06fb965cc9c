//! Tags and custom fields as pages show them.

use crate::language::Words;
use crate::playbook::{Field, FieldKind, Playbook, Tag, day};
use maud::{Markup, html};

/// The values of a field that holds yes or no.
const YES: &str = "yes";
const NO: &str = "no";

/// The field that holds money, in whole units of the currency of the business.
const BUDGET: &str = "budget";

/// What a field can be, each with its word, where that is one of a few values; empty where it can be
/// anything.
pub fn choices(field: &Field, words: Words) -> Vec<(String, String)> {
    match field.kind {
        FieldKind::Choice => field.options.iter().map(|one| (one.clone(), one.clone())).collect(),
        FieldKind::YesNo => {
            let said = |one: &str| yes_or_no(one, words).unwrap_or_default();
            [YES, NO].map(|one| (one.to_owned(), said(one))).into()
        }
        FieldKind::Text | FieldKind::Number | FieldKind::Date => Vec::new(),
    }
}

/// The value of a field as people read it; `currency` is that of the business.
pub fn said(field: &Field, value: &str, currency: &str, words: Words) -> String {
    let said = match field.kind {
        FieldKind::YesNo => yes_or_no(value, words),
        FieldKind::Number if field.key == BUDGET => whole(value)
            .and_then(|whole| whole.checked_mul(100))
            .map(|minor| words.money(minor, currency)),
        FieldKind::Number => number(value, words),
        FieldKind::Date => {
            day(value).map(|day| words.moment("moment-day-year", day.at(0, 0, 0, 0)))
        }
        FieldKind::Text | FieldKind::Choice => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}

fn yes_or_no(value: &str, words: Words) -> Option<String> {
    match value.to_lowercase().as_str() {
        YES => Some(words.say("lead-yes")),
        NO => Some(words.say("lead-no")),
        _ => None,
    }
}

/// From here on the digits of a number are said in groups: years and such stay as they are.
const GROUPED_FROM: i64 = 10_000;

/// A number that is written with digits alone, and perhaps a point; what begins with a nought is some
/// sign and no number.
fn number(value: &str, words: Words) -> Option<String> {
    let grouped = |whole: i64| match whole < GROUPED_FROM {
        true => whole.to_string(),
        false => words.number(whole),
    };
    let Some((before, after)) = value.split_once('.') else {
        let whole = whole(value).filter(|_| value.len() == 1 || !value.starts_with('0'));
        return whole.map(grouped);
    };
    let is_fraction = !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit());
    let whole = whole(before).filter(|_| is_fraction)?;
    Some(format!("{}{}{after}", grouped(whole), words.say("number-point")))
}

fn whole(value: &str) -> Option<i64> {
    let is_plain = value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|_| is_plain)
}

/// What a kind of field is called.
pub fn kind_name(kind: FieldKind, words: Words) -> String {
    match kind {
        FieldKind::Text => words.say("field-kind-text"),
        FieldKind::Number => words.say("field-kind-number"),
        FieldKind::Choice => words.say("field-kind-choice"),
        FieldKind::Date => words.say("field-kind-date"),
        FieldKind::YesNo => words.say("field-kind-yes-no"),
    }
}

/// A tag with its label and colour; one the playbook does not know is its key.
pub fn tag(key: &str, playbook: &Playbook) -> Markup {
    match playbook.tag(key) {
        Some(tag) => tag_of(tag),
        None => html! { span.tag { (key) } },
    }
}

/// A tag with its label and colour.
pub fn tag_of(tag: &Tag) -> Markup {
    html! { span.tag data-tone=(tag.tone.key()) { (tag.label) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn numbers_money_and_days_are_said_as_who_reads_writes_them() {
        let field = |key: &str, kind| Field {
            key: key.to_owned(),
            label: String::new(),
            kind,
            options: Vec::new(),
            active: true,
        };
        let (english, german) = (Words::of(Language::English), Words::of(Language::German));
        for (key, kind, kept, in_english, in_german) in [
            ("size", FieldKind::Number, "12500", "12,500", "12.500"),
            ("size", FieldKind::Number, "12500.75", "12,500.75", "12.500,75"),
            ("built", FieldKind::Number, "1998", "1998", "1998"),
            ("number", FieldKind::Number, "00123", "00123", "00123"),
            ("size", FieldKind::Number, "50-249", "50-249", "50-249"),
            ("size", FieldKind::Number, "about 5k", "about 5k", "about 5k"),
            ("budget", FieldKind::Number, "12500", "£12,500", "12.500 £"),
            ("budget", FieldKind::Number, "£1,200", "£1,200", "£1,200"),
            ("on", FieldKind::Date, "2026-05-08", "8 May 2026", "8. Mai 2026"),
            ("on", FieldKind::Date, "soon", "soon", "soon"),
            ("ok", FieldKind::YesNo, "Yes", "yes", "ja"),
            ("text", FieldKind::Text, "12500", "12500", "12500"),
        ] {
            assert_eq!(said(&field(key, kind), kept, "GBP", english), in_english);
            assert_eq!(said(&field(key, kind), kept, "GBP", german), in_german);
        }
    }
}
