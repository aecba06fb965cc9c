//! Tags and custom fields as pages show them.

use crate::language::Words;
use crate::playbook::{Field, FieldKind, Playbook, Tag};
use maud::{Markup, html};

/// The values of a field that holds yes or no.
const YES: &str = "yes";
const NO: &str = "no";

/// What a field can be, each with its word, where that is one of a few values; empty where it can be
/// anything.
pub fn choices(field: &Field, words: Words) -> Vec<(String, String)> {
    match field.kind {
        FieldKind::Choice => field.options.iter().map(|one| (one.clone(), one.clone())).collect(),
        FieldKind::YesNo => [YES, NO].map(|one| (one.to_owned(), said(field, one, words))).into(),
        FieldKind::Text | FieldKind::Number | FieldKind::Date => Vec::new(),
    }
}

/// The value of a field as people read it.
pub fn said(field: &Field, value: &str, words: Words) -> String {
    match (field.kind, value.to_lowercase().as_str()) {
        (FieldKind::YesNo, YES) => words.say("lead-yes"),
        (FieldKind::YesNo, NO) => words.say("lead-no"),
        _ => value.to_owned(),
    }
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
