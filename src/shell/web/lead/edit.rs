//! The page on which the facts of a lead are changed.
//!
//! Only what somebody changed is sent to the desk, together with the last human entry their page
//! knew of. Where a colleague was quicker, the page comes back with both, and nothing typed is lost.

use super::actions::AtLead;
use super::command::{major, minor};
use super::sent::{Sent, Wrong, once_field};
use super::words;
use crate::command::Command;
use crate::lead::words::sentence;
use crate::lead::{Entry, Lead, Profile};
use crate::playbook::{FieldKind, Playbook};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::web::errors::status_of;
use crate::shell::web::layout::{Place, Screen, app};
use crate::shell::web::parts::{beside, icon};
use crate::shell::web::read;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the form calls the value that a field had when the page was drawn.
const WAS: &str = "was-";

/// The worth of the lead, typed in whole units.
const VALUE: &str = "value";

/// Entries of colleagues that are shown after a conflict.
const MEANWHILE: usize = 50;

/// A form that came back.
struct Back<'a> {
    sent: &'a Sent,
    wrong: Wrong,
    /// What colleagues did since the page was drawn.
    meanwhile: Vec<Entry>,
}

/// `GET /leads/{id}/edit`
pub async fn show(at: AtLead) -> Result<Markup, Error> {
    let lead = the_lead(&at).await?;
    Ok(page(&at, &lead, None))
}

/// `POST /leads/{id}/facts`
pub async fn save(at: AtLead, sent: Sent) -> Result<Response, Error> {
    let lead = the_lead(&at).await?;
    let to_lead = format!("/leads/{}#details", at.id);
    let asked = changes(&sent, &at.house.playbook().playbook);
    let (wrong, status) = match asked {
        Ok(changes) if changes.is_empty() => return Ok(Redirect::to(&to_lead).into_response()),
        Err(wrong) => (wrong, StatusCode::UNPROCESSABLE_ENTITY),
        Ok(changes) => match ask(&at, changes, &sent).await {
            Ok(()) => return Ok(Redirect::to(&to_lead).into_response()),
            Err(error) => (Wrong::of(&error), status_of(&error)),
        },
    };
    let meanwhile =
        if status == StatusCode::CONFLICT { by_others(&at, &sent).await? } else { Vec::new() };
    let lead = if meanwhile.is_empty() { lead } else { the_lead(&at).await? };
    let page = page(&at, &lead, Some(&Back { sent: &sent, wrong, meanwhile }));
    Ok((status, page).into_response())
}

async fn the_lead(at: &AtLead) -> Result<Lead, Error> {
    let id = at.id;
    read(&at.house, move |reading| reading.lead(id)).await?.ok_or(Error::NotFound)
}

/// What somebody changed, by key.
fn changes(sent: &Sent, playbook: &Playbook) -> Result<BTreeMap<String, String>, Wrong> {
    let mut changes = BTreeMap::new();
    for (key, _) in fields(playbook) {
        let typed = sent.trimmed(key);
        if typed == sent.trimmed(&format!("{WAS}{key}")) {
            continue;
        }
        let value = match key {
            VALUE if !typed.is_empty() => match minor(typed) {
                Some(value) => value.to_string(),
                None => return Err(Wrong::with(VALUE, words::not_an_amount(typed))),
            },
            _ => typed.to_owned(),
        };
        changes.insert(key.to_owned(), value);
    }
    Ok(changes)
}

async fn ask(at: &AtLead, changes: BTreeMap<String, String>, sent: &Sent) -> Result<(), Error> {
    let once = sent.once(&at.who.teammate, "facts", at.id);
    let command = Command::Edit { changes, seen: sent.number("seen") };
    let order = Order::Lead { id: at.id, command, by: at.who.actor(), once };
    at.house.desk.ask(order).await.map(drop)
}

async fn by_others(at: &AtLead, sent: &Sent) -> Result<Vec<Entry>, Error> {
    let (id, seen) = (at.id, sent.number("seen").unwrap_or_default());
    let entries = read(&at.house, move |reading| reading.timeline(id, seen, MEANWHILE)).await?;
    Ok(entries.into_iter().filter(|entry| entry.by.is_teammate()).collect())
}

/// Every fact a person may change, with what it holds.
fn fields(playbook: &Playbook) -> impl Iterator<Item = (&str, Kind<'_>)> {
    let profile = Profile::KEYS.into_iter().map(|key| match key {
        "email" => (key, Kind::Typed("email")),
        "phone" => (key, Kind::Typed("tel")),
        key => (key, Kind::Typed("text")),
    });
    let custom = playbook.fields.iter().map(|field| {
        let kind = match field.kind {
            FieldKind::Text | FieldKind::Number => Kind::Typed("text"),
            FieldKind::Date => Kind::Typed("date"),
            FieldKind::Choice => Kind::Chosen(field.options.iter().map(String::as_str).collect()),
            FieldKind::YesNo => Kind::Chosen(vec!["yes", "no"]),
        };
        (field.key.as_str(), kind)
    });
    profile.chain(std::iter::once((VALUE, Kind::Typed("text")))).chain(custom)
}

/// Those of them that are asked for, and those that say something all the same.
fn shown<'a>(lead: &Lead, playbook: &'a Playbook) -> impl Iterator<Item = (&'a str, Kind<'a>)> {
    let is_off = |key: &str| playbook.field(key).is_some_and(|field| !field.active);
    fields(playbook).filter(move |(key, _)| !is_off(key) || lead.fact(key).is_some())
}

/// How a fact is filled in.
enum Kind<'a> {
    Typed(&'static str),
    Chosen(Vec<&'a str>),
}

fn page(at: &AtLead, lead: &Lead, back: Option<&Back>) -> Markup {
    let in_force = at.house.playbook();
    let playbook = &in_force.playbook;
    let names =
        |id: &str| playbook.teammate(id).map_or_else(|| id.to_owned(), |mate| mate.name.clone());
    let title = words::facts_of(lead.title());
    let body = html! {
        form.stack action={ "/leads/" (lead.id) "/facts" } method="post" {
            (once_field(Uuid::now_v7()))
            input type="hidden" name="seen" value=(lead.last_human_seq);
            @if let Some(back) = back {
                div.alert data-state="late" role="alert" {
                    (icon("warn"))
                    div {
                        p {
                            @if back.wrong.field.is_empty() { (back.wrong.sentence) } @else {
                                a href={ "#f-" (back.wrong.field) } { (back.wrong.sentence) }
                            }
                            " " (words::NOTHING_LOST)
                        }
                        @for entry in &back.meanwhile { p { (sentence(entry, &names)) } }
                    }
                }
            }
            section.ledger {
                header { h2 { (title) } p.push { a href={ "/leads/" (lead.id) } { (words::BACK_TO_LEAD) } } }
                div.body.fields {
                    @for (key, kind) in shown(lead, playbook) { (row(lead, playbook, key, &kind, back)) }
                }
            }
            div.line {
                a.btn.quiet href={ "/leads/" (lead.id) } { (words::LEAVE_IT) }
                button.btn.primary.push type="submit" { (words::SAVE_FACTS) }
            }
        }
    };
    let screen = Screen { window: lead.title(), ..Screen::new(Place::Leads, words::LEAD) };
    app(&at.house, &at.who, at.reader, screen, body)
}

fn row(lead: &Lead, playbook: &Playbook, key: &str, kind: &Kind, back: Option<&Back>) -> Markup {
    let now = match key {
        VALUE => lead.value.map_or_else(String::new, major),
        key => lead.fact(key).unwrap_or_default().to_owned(),
    };
    let was = format!("{WAS}{key}");
    let typed = back
        .map(|back| back.sent.get(key))
        .filter(|typed| back.is_some_and(|back| typed.trim() != back.sent.trimmed(&was)));
    let shown = typed.unwrap_or(&now);
    let wrong = back.filter(|back| back.wrong.field == key);
    let error = wrong.map_or("", |back| back.wrong.sentence.as_str());
    let has_changed = back.is_some_and(|back| back.sent.trimmed(&was) != now && typed.is_some());
    let hint = if has_changed { words::it_now_says(&now) } else { String::new() };
    let label = words::label(key, playbook);
    let label = if key == VALUE { words::value_in(&playbook.business.currency) } else { label };
    let id = format!("f-{key}");
    let about = format!("{id}-h");
    let is_missing = lead.missing.iter().any(|missing| missing.split('|').any(|one| one == key));
    html! {
        div.field {
            label for=(id) { (label) @if is_missing { " " span.hint { (words::MISSING) } } }
            @match kind {
                Kind::Typed(kind) => {
                    input.input #(id) name=(key) type=(kind) value=(shown) maxlength="2000"
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=(about);
                },
                Kind::Chosen(options) => {
                    select.input #(id) name=(key) aria-describedby=(about) {
                        option value="" {}
                        @for option in options { option value=(option) selected[*option == shown] { (option) } }
                    }
                },
            }
            input type="hidden" name=(was) value=(now);
            (beside(&about, error, &hint))
        }
    }
}
