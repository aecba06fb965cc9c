//! The firm's own rules of fit: a name, its points, and the questions that must all hold.

use super::form::{LIST_MAX, NAME_MAX, POINTS_MAX, QUESTIONS_MAX, TESTS};
use super::model::Sheet;
use crate::lead::Profile;
use crate::lead::words::fact;
use crate::playbook::JUDGED;
use crate::shell::web::parts::beside;
use maud::{Markup, html};

/// Rules that are drawn at most.
const DRAWN_MAX: usize = 50;

/// The rules there are, and room for one more.
pub fn section(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let is_named = |nth: &usize| !sheet.sent.trimmed(&format!("rule.{nth}.name")).is_empty();
    let named = (0..DRAWN_MAX).filter(is_named).max().map_or(0, |last| last + 1);
    html! {
        section.ledger {
            header { h2 { (words.say("scoring-rules")) } p { (words.say("scoring-rules-how")) } }
            ul."items settable" {
                @for nth in 0..=named { li { (rule(sheet, nth)) } }
            }
            datalist #fit-facts {
                @for (key, label) in facts(sheet) { option value=(key) { (label) } }
            }
        }
    }
}

/// What a rule may ask about. A score may not rest on itself.
fn facts<'a>(sheet: &'a Sheet) -> impl Iterator<Item = (&'a str, String)> {
    let words = sheet.words;
    let profile = Profile::KEYS.into_iter().map(move |key| (key, fact(words, key)));
    let own = sheet.live.fields.iter().map(|field| (field.key.as_str(), field.label.clone()));
    let judged = JUDGED.into_iter().filter(|key| !["score", "tier"].contains(key));
    profile.chain(own).chain(judged.map(move |key| (key, words.say(&format!("judged-{key}")))))
}

fn rule(sheet: &Sheet, nth: usize) -> Markup {
    let words = sheet.words;
    let name = format!("rule.{nth}.name");
    let called = sheet.sent.trimmed(&name);
    let legend = if called.is_empty() { words.say("scoring-rule-new") } else { called.to_owned() };
    let asks = |place: usize| !sheet.sent.trimmed(&format!("rule.{nth}.{place}.field")).is_empty();
    let asked = (0..QUESTIONS_MAX).filter(|place| asks(*place)).max().map_or(0, |last| last + 1);
    let points = format!("rule.{nth}.points");
    html! {
        fieldset."stack tight" {
            legend { (legend) }
            div.fields {
                div.field {
                    label for={ "f-" (name) } { (words.say("scoring-rule-name")) }
                    input.input #{ "f-" (name) } name=(name) value=(called) maxlength=(NAME_MAX) autocomplete="off";
                }
                div.field {
                    label for={ "f-" (points) } { (words.say("scoring-points")) }
                    (sheet.number(&points, &words.say("scoring-points"), -POINTS_MAX, POINTS_MAX))
                }
            }
            @for place in 0..=asked.min(QUESTIONS_MAX - 1) { (question(sheet, nth, place)) }
        }
    }
}

fn question(sheet: &Sheet, nth: usize, place: usize) -> Markup {
    let words = sheet.words;
    let [field, is, value] =
        ["field", "is", "value"].map(|what| format!("rule.{nth}.{place}.{what}"));
    let error = sheet.error(&field);
    let about = format!("f-{field}-h");
    html! {
        div.fields {
            div.field {
                label for={ "f-" (field) } { (words.say("scoring-rule-fact")) }
                input.input #{ "f-" (field) } name=(field) value=(sheet.sent.get(&field)) list="fit-facts"
                    maxlength=(NAME_MAX) autocomplete="off" aria-describedby=(about)
                    aria-invalid=[(!error.is_empty()).then_some("true")];
                (beside(&about, error, ""))
            }
            div.field {
                label for={ "f-" (is) } { (words.say("scoring-rule-is")) }
                select.input #{ "f-" (is) } name=(is) {
                    @for (_, key) in TESTS {
                        option value=(key) selected[sheet.sent.get(&is) == key] { (words.say(&format!("test-{key}"))) }
                    }
                }
            }
            div.field {
                label for={ "f-" (value) } { (words.say("scoring-rule-value")) }
                input.input #{ "f-" (value) } name=(value) value=(sheet.sent.get(&value)) maxlength=(LIST_MAX) autocomplete="off";
            }
        }
    }
}
