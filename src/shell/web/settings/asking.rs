//! The choice how a source asks for a fact: not at all, to be left empty, or as something it must have.

use crate::language::Words;
use crate::playbook::{Asking, Door, Source};
use maud::{Markup, html};

/// Each way with its value in a form and the key of its word.
const WAYS: [(&str, Asking, &str); 3] = [
    ("", Asking::Not, "fields-ask-not"),
    ("may", Asking::May, "fields-ask-may"),
    ("on", Asking::Must, "fields-ask-must"),
];

/// The way that a form has chosen.
pub fn chosen(value: &str) -> Asking {
    WAYS.into_iter().find(|(key, ..)| *key == value).map_or(Asking::Not, |(_, asking, _)| asking)
}

/// How a form writes a way.
pub fn key_of(asking: Asking) -> &'static str {
    WAYS.into_iter().find(|(_, one, _)| *one == asking).map_or("", |(key, ..)| key)
}

/// The choice for one source. Only a form can ask without insisting.
pub fn choice(label: &str, name: &str, source: &Source, chosen: Asking, words: Words) -> Markup {
    let fits = |asking: Asking| asking != Asking::May || source.door == Door::WebForm;
    html! {
        label.line {
            span.grow { (label) }
            select.input.fit name=(name) {
                @for (key, asking, word) in WAYS.into_iter().filter(|(_, asking, _)| fits(*asking)) {
                    option value=(key) selected[asking == chosen] { (words.say(word)) }
                }
            }
        }
    }
}
