//! The facts that a stage or a win asks for, filled in on the form that moves the lead.

use super::command::{minor, not_an_amount};
use super::facts::label;
use super::fields::Sheet;
use super::sent::{Sent, Wrong};
use crate::language::Words;
use crate::lead::Lead;
use crate::pipeline::lacking;
use crate::playbook::{FieldKind, Playbook};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What the names of these fields begin with, so that no fact is taken for another part of the form.
const FACT: &str = "fact-";

/// The worth of the lead, typed in whole units.
const VALUE: &str = "value";

/// The facts that were filled in, by key; what was left empty changes nothing.
pub fn facts(sent: &Sent, words: Words) -> Result<BTreeMap<String, String>, Wrong> {
    let filled = sent.iter().filter_map(|(name, typed)| {
        let (key, typed) = (name.strip_prefix(FACT)?, typed.trim());
        (!typed.is_empty()).then_some((key, typed))
    });
    filled.map(|(key, typed)| Ok((key.to_owned(), kept(words, key, typed)?))).collect()
}

fn kept(words: Words, key: &str, typed: &str) -> Result<String, Wrong> {
    if key != VALUE {
        return Ok(typed.to_owned());
    }
    let value = minor(words, typed).map(|value| value.to_string());
    value.ok_or_else(|| Wrong::with(VALUE, not_an_amount(words, typed)))
}

/// Whether anything that is required is not known yet.
pub fn is_lacking(lead: &Lead, playbook: &Playbook, requires: &[String]) -> bool {
    !lacking(lead, playbook, requires, &BTreeMap::new()).is_empty()
}

/// A field for everything that is required and not known yet, apart from what the form has already.
pub fn fieldset(sheet: &Sheet, requires: &[String], but: &str) -> Markup {
    let (lead, playbook) = (&sheet.view.case.lead, sheet.view.playbook);
    let lacking = lacking(lead, playbook, requires, &BTreeMap::new());
    let keys: Vec<&str> =
        lacking.iter().flat_map(|either| either.split('|')).filter(|key| *key != but).collect();
    html! {
        @if !keys.is_empty() {
            p.mute { (sheet.view.words.say("lead-fill-in")) }
            @for key in keys { (field(sheet, playbook, key)) }
        }
    }
}

fn field(sheet: &Sheet, playbook: &Playbook, key: &str) -> Markup {
    let custom = playbook.fields.iter().find(|field| field.key == key);
    let words = sheet.view.words;
    let label = label(words, key, playbook);
    let name = format!("{FACT}{key}");
    match custom.map(|field| field.kind) {
        Some(FieldKind::YesNo) => html! {
            div.field {
                (sheet.check(&name, "yes", &label, false))
                (sheet.beside(key))
            }
        },
        Some(FieldKind::Choice) => {
            let options = custom.map_or(&[][..], |field| &field.options);
            let options: Vec<(&str, &str)> =
                options.iter().map(|option| (option.as_str(), option.as_str())).collect();
            html! { (sheet.select(&name, &label, &words.say("lead-choose"), &options, "")) (sheet.beside(key)) }
        }
        Some(FieldKind::Date) => line(sheet, &name, key, &label, "date"),
        Some(FieldKind::Text | FieldKind::Number) | None => line(sheet, &name, key, &label, "text"),
    }
}

fn line(sheet: &Sheet, name: &str, key: &str, label: &str, kind: &str) -> Markup {
    let id = sheet.id(key);
    html! {
        div.field {
            label for=(id) { (label) }
            input.input #(id) name=(name) type=(kind) maxlength="2000" value=[sheet.some(name)]
                aria-invalid=[sheet.is_wrong(key).then_some("true")]
                aria-describedby={ (id) "-h" };
            (sheet.beside(key))
        }
    }
}
