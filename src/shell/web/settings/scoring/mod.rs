//! The model by which leads are scored: changed in a form, tried on the leads that have ended, and
//! then put into force as a new version.

mod counts;
mod example;
mod floors;
mod form;
pub mod learned;
mod model;
mod open;
mod proof;
mod review;
mod rules;
mod sources;

pub use model::percent;
pub use proof::Pasts;
pub use review::{Standing, keep};
pub use sources::apply as apply_source_points;

use super::beside::{Beside, Seen};
use super::together::form_of_rows;
use super::versions::settling;
use super::{
    Told, changed_meanwhile, condition, draft_or_none, made_from, page, put_right, saved,
    taken_over,
};
use crate::language::Words;
use crate::playbook::{Fault, Part, Playbook, check, hints_of};
use crate::scoring;
use crate::shell::error::Error;
use crate::shell::web::Web;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{State as Mood, alert, icon};
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use crate::shell::web::times::Times;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;

pub const HERE: &str = "/settings/scoring";

/// What is drawn: the form as it stands, the model it asks for, and what is to be said.
struct Drawn<'a> {
    sent: &'a Sent,
    /// The model in force where the form asks for none that could be.
    draft: Playbook,
    said: Markup,
    /// What keeps the draft from coming into force.
    faults: Vec<Fault>,
    wrong: Option<&'a Wrong>,
}

/// `GET /settings/scoring`
pub async fn show(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    Query(told): Query<Told>,
) -> Result<Markup, Error> {
    let live = web.house.playbook();
    let sent = form::values(&live.playbook, reader.words);
    let said = saved(&told, reader.words);
    let (draft, faults) = (live.playbook.clone(), check(&live.playbook, &crate::decide::known()));
    let drawn = Drawn { sent: &sent, draft, said, faults, wrong: None };
    draw(&web, &who, reader, drawn).await
}

/// `POST /settings/scoring`: tries the model in the form, or puts it into force.
pub async fn save(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let (house, words) = (&web.house, reader.words);
    let _turn = ONE_AT_A_TIME.lock().await;
    let before = made_from(house, sent.number("base")).await?;
    let live = house.playbook();
    let now = house.clock.now();
    let other = before.as_ref().filter(|before| before.model != live.playbook.model);
    let is_other = other.is_some();
    let theirs = match other {
        Some(before) => {
            let parts = [Part::Scoring, Part::Sources];
            Some(taken_over(house, before, sent.number("base"), &parts, words).await?)
        }
        None => None,
    };
    let sent = match &before {
        Some(before) => {
            let renamed = |form| condition::renamed(form, "rule.", before, &live.playbook, words);
            let (sent, was) = (renamed(&sent), renamed(&form::values(before, words)));
            let is = form::values(&live.playbook, words);
            if is_other { form_of_rows(&sent, &was, &is, &["rule", "floor"]) } else { sent }
        }
        None => sent,
    };
    let mut faults = Vec::new();
    let not_in_force = |faults: &[Fault], playbook: &Playbook| {
        let seen = Seen { here: HERE, playbook, role: who.role, words };
        super::not_in_force(Beside::of(faults, &[], seen).wrong(), words)
    };
    let wanted = form::wanted(&sent, &live.playbook, words);
    let (status, said, draft, wrong) = match (wanted, theirs) {
        (Err(wrong), _) => {
            let said = put_right(&wrong, words);
            (StatusCode::UNPROCESSABLE_ENTITY, said, live.playbook.clone(), Some(wrong))
        }
        (Ok(draft), Some((status, said))) => (status, said, draft, None),
        (Ok(draft), None)
            if sent.get("do") != "publish" || !is_tried(&draft, &live.playbook, &sent) =>
        {
            faults = check(&draft, &crate::decide::known());
            let (status, said) = match (faults.is_empty(), sent.get("do")) {
                (true, "publish") => (StatusCode::OK, try_first(words)),
                (true, _) => (StatusCode::OK, html! {}),
                (false, _) => not_in_force(&faults, &draft),
            };
            (status, said, draft, None)
        }
        (Ok(draft), None) => {
            let published = draft.clone();
            let change = |playbook: &mut Playbook| {
                playbook.scoring = published.scoring;
                playbook.scoring.reviewed = Some(now);
                playbook.sources = published.sources;
            };
            match staff::change(house, who.actor(), change).await {
                Ok(()) => return Ok(Redirect::to("/settings/scoring?saved=true").into_response()),
                Err(Error::Playbook(found)) => {
                    faults = found;
                    let (status, said) = not_in_force(&faults, &draft);
                    (status, said, draft, None)
                }
                Err(error) => return Err(error),
            }
        }
    };
    let drawn = Drawn { sent: &sent, draft, said, faults, wrong: wrong.as_ref() };
    let page = draw(&web, &who, reader, drawn).await?;
    Ok((status, page).into_response())
}

/// The field that says which model stood on the page with what the past says of it, and the part of
/// the page to which *Try it* leads: what the past says, or why it was not asked.
const TRIED: &str = "tried";

/// Whether a model that would come into force is the one the past was asked about on the page.
fn is_tried(draft: &Playbook, live: &Playbook, sent: &Sent) -> bool {
    draft.model == live.model || sent.get(TRIED) == draft.model.to_string()
}

/// That the past speaks before a model comes into force.
fn try_first(words: Words) -> Markup {
    alert(Mood::Soon, html! { (words.say("scoring-try-first")) })
}

async fn draw(web: &Web, who: &Who, reader: Reader, drawn: Drawn<'_>) -> Result<Markup, Error> {
    let (house, words) = (&web.house, reader.words);
    let live = house.playbook();
    let Drawn { sent, draft, said, faults, wrong } = drawn;
    // What cannot be read has no rows that hints could stand beside.
    let hints = if wrong.is_none() { hints_of(&draft, Part::Scoring) } else { Vec::new() };
    let seen = Seen { here: HERE, playbook: &draft, role: who.role, words };
    let beside = &Beside::of(&faults, &hints, seen);
    let kept = form::values(&live.playbook, words);
    let sent = &form::filled(sent, &kept);
    let draft = Arc::new(draft);
    let past = proof::read_past(web, live.clone(), draft.clone()).await?;
    let example = example::read(house, sent.trimmed("example"), &live.playbook, &draft).await?;
    let changes = changes(sent, &kept);
    let calendar = live.playbook.calendar();
    let times = Times::of(words, house.clock.now(), calendar.zone());
    let is_refused = wrong.is_some() || !faults.is_empty();
    let (above, below) = if said.0.is_empty() { (None, Some(TRIED)) } else { (Some(TRIED), None) };
    let form = model::Sheet { sent, live: &live.playbook, past: &past, beside, wrong, words };
    let body = html! {
        div id=[above] { (said) }
        (settling(house, words).await?)
        (review::section(house, words).await?)
        (driven(&live.playbook, words))
        (beside.hints())
        (signals_off(&draft, words))
        div.cols {
            form.stack #model action=(HERE) method="post" data-unsaved=(draft_or_none(changes > 0)) {
                input type="hidden" name="base" value=(live.version);
                input type="hidden" name=(TRIED) value=(draft.model);
                (model::signals(&form))
                (rules::section(&form))
                (model::ideal(&form))
                (floors::section(&form))
                (model::tiers(&form, &draft.scoring.tiers))
                div."card line bulk" role="region" aria-label=(words.say("scoring-draft")) {
                    b data-untried=(words.say("scoring-untried")) { (words.fill("scoring-changes", &[("count", changes.into())])) }
                    span."push line" {
                        @if changes > 0 { a."btn quiet" href=(HERE) data-discard { (words.say("scoring-discard")) } }
                        button.btn type="submit" name="do" value="try" formaction={ (HERE) "#" (TRIED) } { (words.say("scoring-try")) }
                        button."btn primary" type="submit" name="do" value="publish" {
                            (icon("check")) (words.say("scoring-publish"))
                        }
                    }
                }
            }
            div.stack {
                @if is_refused {
                    p."card mute" { (words.say("scoring-not-tried")) }
                } @else {
                    (open::section(past.open.as_ref(), &draft.scoring.tiers, words))
                    div id=[below] { (proof::section(&past, &draft.scoring.tiers, &times)) }
                }
                (example::section(&example, words))
                (sources::section(house, &live.playbook, &past, words))
                p { a href=(learned::HERE) { (words.say("learned-go")) } }
            }
        }
        (super::asks_before_leaving())
    };
    Ok(page(house, who, reader, HERE, body))
}

/// That points do not make the score, where what was learned does.
fn driven(live: &Playbook, words: Words) -> Markup {
    html! {
        @if live.scoring.is_driven() {
            div.alert role="status" {
                (icon("info"))
                p.grow { (words.say("scoring-driven")) " " a href=(learned::HERE) { (words.say("learned-go")) } }
            }
        }
    }
}

/// Signals that read a field which is switched off.
fn signals_off(draft: &Playbook, words: Words) -> Markup {
    let off = draft.fields.iter().filter(|field| !field.active);
    let off = off.filter_map(|field| {
        let signal = scoring::that_read(&field.key, draft)?;
        Some((field.label.as_str(), words.say(&format!("signal-{}", signal.key))))
    });
    html! {
        @for (field, signal) in off {
            div.alert role="status" {
                (icon("info"))
                p { (words.fill("scoring-signal-off", &[("signal", signal.into()), ("field", field.into())])) }
            }
        }
    }
}

/// How many parts say something else than the model in force: fields, and rules and floors as a whole.
fn changes(sent: &Sent, live: &Sent) -> usize {
    let names: std::collections::BTreeSet<&str> =
        sent.iter().chain(live.iter()).map(|(name, _)| name).collect();
    let is_empty = |name: &str| is_empty_rule(name, sent) && is_empty_rule(name, live);
    let counts = |name: &&str| !["base", "do", "example", TRIED].contains(name) && !is_empty(name);
    let names = names.into_iter().filter(counts);
    let changed = names.filter(|name| sent.trimmed(name) != live.trimmed(name));
    changed.map(part_of).collect::<std::collections::BTreeSet<&str>>().len()
}

/// The rule or the floor that a field is of, else the field itself.
fn part_of(name: &str) -> &str {
    let is_of_a_row = ["rule.", "floor."].iter().any(|kind| name.starts_with(kind));
    let ends = name.match_indices('.').nth(1).filter(|_| is_of_a_row);
    ends.map_or(name, |(end, _)| &name[..end])
}

/// Whether a field is of the empty rule or question at the end, which asks for nothing.
fn is_empty_rule(name: &str, sent: &Sent) -> bool {
    let mut parts = name.split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some("rule"), Some(nth), _, None) => sent.trimmed(&format!("rule.{nth}.name")).is_empty(),
        (Some("floor"), Some(nth), ..) => sent.trimmed(&format!("floor.{nth}.name")).is_empty(),
        (Some("rule"), Some(nth), Some(place), Some(_)) => {
            sent.trimmed(&format!("rule.{nth}.{place}.field")).is_empty()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_or_a_floor_that_is_changed_counts_once() {
        let form = |all: &[(&str, &str)]| -> Sent {
            all.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
        };
        let live = form(&[("tier.urgent", "80"), ("points.asked", "20")]);
        let sent = form(&[
            ("tier.urgent", "75"),
            ("points.asked", "20"),
            ("floor.0.name", "Asked"),
            ("floor.0.score", "60"),
            ("rule.2.name", "Roofs"),
            ("rule.2.points", "5"),
            ("rule.2.0.field", "roof"),
        ]);
        assert_eq!(changes(&sent, &live), 3);
    }
}
