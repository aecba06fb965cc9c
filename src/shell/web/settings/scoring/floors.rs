//! The floors under the score: a name, how high and how long each holds, and for which leads.

use super::super::beside::id;
use super::form::{Form, NAME_MAX};
use super::model::Sheet;
use crate::lead::profile::one_line;
use crate::playbook::{Floor, Playbook};
use crate::scoring::ALL;
use crate::shell::web::lead::Wrong;
use crate::shell::web::parts::{beside, icon};
use maud::{Markup, html};

/// Floors that the form takes, and days for which one may hold.
const FLOORS_MAX: usize = 20;
const DAYS_MAX: i32 = 365;

/// A floor asks for an answer as it is, so nobody has to say so.
const ALWAYS: &str = "asked";

/// What stands in the form for the floors of a playbook.
pub fn values(playbook: &Playbook) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (nth, floor) in playbook.scoring.floors.iter().enumerate() {
        all.push((format!("floor.{nth}.name"), floor.name.clone()));
        all.push((format!("floor.{nth}.score"), floor.score.to_string()));
        all.push((format!("floor.{nth}.days"), floor.days.to_string()));
        all.extend(floor.signals.iter().map(|key| (needs(nth, key), "on".to_owned())));
    }
    all
}

/// The floors a form asks for; one whose name is emptied is taken out.
pub fn wanted(form: &Form, playbook: &Playbook) -> Result<Vec<Floor>, Wrong> {
    let mut floors = Vec::new();
    for nth in 0..FLOORS_MAX {
        let name = one_line(form.sent.get(&format!("floor.{nth}.name")), NAME_MAX);
        if name.is_empty() {
            form.is_none("floor", nth, playbook.scoring.floors.len())?;
            continue;
        }
        let asked = ALL.iter().map(|signal| signal.key);
        let asked = asked.filter(|key| form.sent.is_on(&needs(nth, key)));
        floors.push(Floor {
            name,
            score: form.number(&format!("floor.{nth}.score"), 0, 0, 100)?,
            signals: asked.map(str::to_owned).collect(),
            days: form.number(&format!("floor.{nth}.days"), 0, 0, DAYS_MAX)?,
        });
    }
    Ok(floors)
}

/// The floors there are, and room for one more.
pub fn section(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    html! {
        section.ledger {
            header { h2 { (words.say("scoring-floors")) } p { (words.say("scoring-floors-how")) } }
            ul."items settable" {
                @for nth in 0..sheet.rows("floor", FLOORS_MAX) { li { (floor(sheet, nth)) } }
            }
        }
    }
}

fn floor(sheet: &Sheet, nth: usize) -> Markup {
    let words = sheet.words;
    let name = format!("floor.{nth}.name");
    let called = sheet.sent.trimmed(&name);
    let legend = if called.is_empty() { words.say("scoring-floor-new") } else { called.to_owned() };
    let about = format!("f-{name}-h");
    let field = |what: &str| format!("floor.{nth}.{what}");
    let place = sheet.place("floor", nth);
    html! {
        fieldset."stack tight" id=[place.map(|place| id("floor", place))]
            aria-describedby=[place.and_then(|place| sheet.beside.about("floor", place))] {
            legend { (legend) }
            @if let Some(place) = place { (sheet.beside.at("floor", place)) }
            div.fields {
                div.field {
                    label for={ "f-" (name) } { (words.say("scoring-rule-name")) }
                    input.input #{ "f-" (name) } name=(name) value=(called) maxlength=(NAME_MAX) autocomplete="off"
                        aria-describedby=(about);
                    (beside(&about, sheet.error(&name), ""))
                }
                (sheet.labelled(&field("score"), &words.say("scoring-floor-score"), 0, 100))
                (sheet.labelled(&field("days"), &words.say("scoring-floor-days"), 0, DAYS_MAX))
            }
            (asked(sheet, nth))
        }
    }
}

/// The signals that must all have given points.
fn asked(sheet: &Sheet, nth: usize) -> Markup {
    let words = sheet.words;
    let label = |key: &str| words.say(&format!("signal-{key}"));
    let offered = || ALL.iter().map(|signal| signal.key).filter(|key| *key != ALWAYS);
    let asked = offered().filter(|key| sheet.sent.is_on(&needs(nth, key)));
    let asked = asked.map(label).collect::<Vec<_>>().join(", ");
    html! {
        details {
            summary {
                (words.say("scoring-floor-needs")) ": "
                span.mute { @if asked.is_empty() { (words.say("scoring-floor-any")) } @else { (asked) } }
                span.turn { (icon("down")) }
            }
            div.fields {
                @for key in offered() {
                    @let field = needs(nth, key);
                    label.check {
                        input type="checkbox" name=(field) value="on" checked[sheet.sent.is_on(&field)];
                        (label(key))
                    }
                }
            }
        }
    }
}

fn needs(nth: usize, signal: &str) -> String {
    format!("floor.{nth}.needs.{signal}")
}
