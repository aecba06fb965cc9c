//! The firm's own rules of fit: a name, its points, and the questions that must all hold.

use super::super::beside::id;
use super::super::condition::{self, Asked, said};
use super::form::{Form, NAME_MAX, POINTS_MAX};
use super::model::Sheet;
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::playbook::{Condition, FitRule, Playbook};
use crate::shell::web::lead::Wrong;
use crate::shell::web::parts::beside;
use maud::{Markup, html};

/// Rules that the form takes, and questions of one.
const RULES_MAX: usize = 60;
const QUESTIONS_MAX: usize = 10;

/// What stands in the form for the rules of a playbook.
pub fn values(playbook: &Playbook, words: Words) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (nth, rule) in playbook.scoring.fit_rules.iter().enumerate() {
        all.push((format!("rule.{nth}.name"), rule.name.clone()));
        all.push((format!("rule.{nth}.points"), rule.points.to_string()));
        for (place, one) in rule.conditions.iter().enumerate() {
            all.extend(said(&format!("rule.{nth}.{place}"), one, playbook, words));
        }
    }
    all
}

/// The rules a form asks for; one whose name is emptied is taken out.
pub fn wanted(form: &Form, playbook: &Playbook) -> Result<Vec<FitRule>, Wrong> {
    let mut rules = Vec::new();
    for nth in 0..RULES_MAX {
        let name = one_line(form.sent.get(&format!("rule.{nth}.name")), NAME_MAX);
        if name.is_empty() {
            form.is_none("rule", nth, playbook.scoring.fit_rules.len())?;
            continue;
        }
        let asked = |place| {
            condition::read(form.sent, &format!("rule.{nth}.{place}"), playbook, form.words)
        };
        let conditions: Vec<Condition> = (0..QUESTIONS_MAX).filter_map(asked).collect();
        if conditions.is_empty() {
            let field = format!("rule.{nth}.0.field");
            return Err(Wrong::with(&field, form.words.say("scoring-rule-asks-nothing")));
        }
        let points = form.points(&format!("rule.{nth}.points"), 0)?;
        rules.push(FitRule { name, points, conditions });
    }
    Ok(rules)
}

/// The rules there are, and room for one more.
pub fn section(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    html! {
        section.ledger {
            header { h2 { (words.say("scoring-rules")) } p { (words.say("scoring-rules-how")) } }
            ul."items settable" {
                @for nth in 0..sheet.rows("rule", RULES_MAX) { li { (rule(sheet, nth)) } }
            }
            (condition::offers(sheet.live, words))
        }
    }
}

fn rule(sheet: &Sheet, nth: usize) -> Markup {
    let words = sheet.words;
    let name = format!("rule.{nth}.name");
    let called = sheet.sent.trimmed(&name);
    let legend = if called.is_empty() { words.say("scoring-rule-new") } else { called.to_owned() };
    let asked = Asked { playbook: sheet.live, sent: sheet.sent, wrong: sheet.wrong, words };
    let points = format!("rule.{nth}.points");
    let about = format!("f-{name}-h");
    let place = sheet.place("rule", nth);
    html! {
        fieldset."stack tight" id=[place.map(|place| id("fit_rule", place))]
            aria-describedby=[place.and_then(|place| sheet.beside.about("fit_rule", place))] {
            legend { (legend) }
            @if let Some(place) = place { (sheet.beside.at("fit_rule", place)) }
            div.fields {
                div.field {
                    label for={ "f-" (name) } { (words.say("scoring-rule-name")) }
                    input.input #{ "f-" (name) } name=(name) value=(called) maxlength=(NAME_MAX) autocomplete="off"
                        aria-describedby=(about);
                    (beside(&about, sheet.error(&name), ""))
                }
                div.field {
                    label for={ "f-" (points) } { (words.say("scoring-points")) }
                    (sheet.number(&points, &words.say("scoring-points"), -POINTS_MAX, POINTS_MAX))
                }
            }
            (asked.rows(&format!("rule.{nth}"), QUESTIONS_MAX))
        }
    }
}
