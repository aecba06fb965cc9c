//! The page on which the facts of a lead are changed.
//!
//! Only what somebody changed is sent to the desk, together with the last human entry their page
//! knew of. Where a colleague was quicker, the page comes back with both, and nothing typed is lost.

use super::actions::AtLead;
use super::command::{major, minor, not_an_amount};
use super::facts::label;
use super::sent::{Sent, Wrong, all_wrong, once_field};
use crate::command::Command;
use crate::language::Words;
use crate::lead::profile::email_normal;
use crate::lead::words::sentence;
use crate::lead::{Entry, Lead, Profile};
use crate::pipeline::check_changes;
use crate::playbook::{Field, FieldKind, Playbook};
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
    wrong: Vec<Wrong>,
    /// What colleagues did since the page was drawn.
    meanwhile: Vec<Entry>,
}

impl Back<'_> {
    /// What was typed into a field, where that is not what stood there.
    fn typed(&self, key: &str) -> Option<&str> {
        let is_other = self.sent.trimmed(key) != self.was(key);
        is_other.then(|| self.sent.get(key))
    }

    /// What stood in a field when the page was drawn.
    fn was(&self, key: &str) -> &str {
        self.sent.trimmed(&format!("{WAS}{key}"))
    }

    /// Whether a colleague has changed meanwhile what was changed here too.
    fn collides(&self, key: &str, now: &str) -> bool {
        self.typed(key).is_some_and(|typed| typed.trim() != now) && self.was(key) != now
    }
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
    let words = at.reader.words;
    let asked = changes(&sent, &lead, &at.house.playbook().playbook, words);
    let (wrong, status) = match asked {
        Ok(changes) if changes.is_empty() => return Ok(Redirect::to(&to_lead).into_response()),
        Err(wrong) => (wrong, StatusCode::UNPROCESSABLE_ENTITY),
        Ok(changes) => match ask(&at, changes, &sent).await {
            Ok(()) => return Ok(Redirect::to(&to_lead).into_response()),
            Err(error) => (vec![Wrong::of(&error, words)], status_of(&error)),
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

/// What somebody changed, by key, or everything that is wrong with it.
fn changes(
    sent: &Sent,
    lead: &Lead,
    playbook: &Playbook,
    words: Words,
) -> Result<BTreeMap<String, String>, Vec<Wrong>> {
    let (mut changes, mut wrong) = (BTreeMap::new(), Vec::new());
    for (key, _) in fields(playbook, words) {
        let typed = sent.trimmed(key);
        if typed == sent.trimmed(&format!("{WAS}{key}")) {
            continue;
        }
        let value = match key {
            VALUE if !typed.is_empty() => match minor(words, typed) {
                Some(value) => value.to_string(),
                None => {
                    wrong.push(Wrong::with(VALUE, not_an_amount(words, typed)));
                    continue;
                }
            },
            _ => typed.to_owned(),
        };
        let change = BTreeMap::from([(key.to_owned(), value)]);
        match check_changes(lead, playbook, change.clone()) {
            Ok(_) => changes.extend(change),
            Err(refusal) => wrong.push(Wrong::of(&refusal.into(), words)),
        }
    }
    if wrong.is_empty() { Ok(changes) } else { Err(wrong) }
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
fn fields<'p>(playbook: &'p Playbook, words: Words) -> impl Iterator<Item = (&'p str, Kind<'p>)> {
    let profile = Profile::KEYS.into_iter().map(|key| match key {
        "email" => (key, Kind::Typed("email")),
        "phone" => (key, Kind::Typed("tel")),
        key => (key, Kind::Typed("text")),
    });
    let custom = playbook.fields.iter().map(move |field| {
        let kind = match field.kind {
            FieldKind::Text | FieldKind::Number => Kind::Typed("text"),
            FieldKind::Date => Kind::Typed("date"),
            FieldKind::Choice => {
                let option = |option: &'p String| (option.as_str(), option.clone());
                Kind::Chosen(field.options.iter().map(option).collect())
            }
            FieldKind::YesNo => {
                Kind::Chosen(vec![("yes", words.say("lead-yes")), ("no", words.say("lead-no"))])
            }
        };
        (field.key.as_str(), kind)
    });
    profile.chain(std::iter::once((VALUE, Kind::Typed("text")))).chain(custom)
}

/// Those of them that are asked for, and those that say something all the same.
fn shown<'a>(
    lead: &Lead,
    playbook: &'a Playbook,
    words: Words,
) -> impl Iterator<Item = (&'a str, Kind<'a>)> {
    let is_off = |key: &str| playbook.field(key).is_some_and(|field| !field.active);
    fields(playbook, words).filter(move |(key, _)| !is_off(key) || lead.fact(key).is_some())
}

/// The parts of the form with the facts of each, in order.
const GROUPS: [(&str, &[&str]); 3] = [
    ("lead-group-person", &["name", "role", "email", "phone", "language", "time_zone"]),
    (
        "lead-group-firm",
        &[
            "company",
            "website",
            "industry",
            "company_size",
            "country",
            "region",
            "postcode",
            "city",
        ],
    ),
    (
        "lead-group-enquiry",
        &[
            VALUE,
            "reason",
            "service",
            "challenge",
            "problem",
            "need",
            "budget",
            "authority",
            "decision_maker",
            "timeline",
            "decision_on",
        ],
    ),
];

/// What the business asks beyond that.
const OWN: &str = "lead-group-own";

type Group<'a> = (&'static str, Vec<(&'a str, Kind<'a>)>);

/// The facts of a form by its parts; a part without any is left out.
fn grouped<'a>(mut facts: Vec<(&'a str, Kind<'a>)>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (legend, keys) in GROUPS {
        let place = |key: &str| keys.iter().position(|known| *known == key);
        let (mut here, rest): (Vec<_>, Vec<_>) =
            facts.into_iter().partition(|(key, _)| place(key).is_some());
        here.sort_by_key(|(key, _)| place(key));
        groups.push((legend, here));
        facts = rest;
    }
    groups.push((OWN, facts));
    groups.retain(|(_, facts)| !facts.is_empty());
    groups
}

/// How a fact is filled in.
enum Kind<'a> {
    Typed(&'static str),
    /// What breaks into lines.
    Lines,
    /// Each choice as it is kept, with the word for it.
    Chosen(Vec<(&'a str, String)>),
}

impl<'a> Kind<'a> {
    /// The same for what stands there, which the usual control may not be able to show: what nobody
    /// touches has to come back as it is.
    fn showing(self, held: [&'a str; 2], fits: bool, words: Words) -> Kind<'a> {
        let [now, _] = held;
        match self {
            Kind::Typed("date") if !fits => Kind::Typed("text"),
            Kind::Typed("email") if !now.is_empty() && email_normal(now).is_none() => {
                Kind::Typed("text")
            }
            Kind::Typed("text") if now.contains('\n') => Kind::Lines,
            Kind::Chosen(mut options) => {
                for value in held {
                    if !value.is_empty() && options.iter().all(|(option, _)| *option != value) {
                        options.push((
                            value,
                            words.fill("lead-no-choice", &[("value", value.into())]),
                        ));
                    }
                }
                Kind::Chosen(options)
            }
            kind => kind,
        }
    }
}

/// What is said beside a field that holds something else than it asks for.
fn misfit(field: &Field, words: Words) -> String {
    match field.kind {
        FieldKind::Number => words.say("lead-holds-no-number"),
        FieldKind::Date => words.say("lead-holds-no-day"),
        FieldKind::Choice | FieldKind::YesNo => words.say("lead-holds-no-choice"),
        FieldKind::Text => String::new(),
    }
}

fn page(at: &AtLead, lead: &Lead, back: Option<&Back>) -> Markup {
    let in_force = at.house.playbook();
    let playbook = &in_force.playbook;
    let words = at.reader.words;
    let names = |what, key: &str| playbook.called(what, key);
    let title = words.fill("lead-facts-of", &[("name", lead.title().into())]);
    let body = html! {
        form.stack action={ "/leads/" (lead.id) "/facts" } method="post" {
            (once_field(Uuid::now_v7()))
            input type="hidden" name="seen" value=(lead.last_human_seq);
            @if let Some(back) = back {
                div.alert data-state="late" role="alert" {
                    (icon("warn"))
                    div {
                        p { (all_wrong(&back.wrong)) " " (words.say("lead-nothing-lost")) }
                        @for entry in &back.meanwhile { p { (sentence(entry, &names, words)) } }
                        (collisions(words, lead, playbook, back))
                    }
                }
            }
            section.ledger {
                header { h2 { (title) } p.push { a href={ "/leads/" (lead.id) } { (words.say("lead-back")) } } }
                @for (legend, group) in grouped(shown(lead, playbook, words).collect()) {
                    fieldset.group {
                        legend { (words.say(legend)) }
                        div.fields {
                            @for (key, kind) in group { (row(words, lead, playbook, key, kind, back)) }
                        }
                    }
                }
            }
            div.line {
                a.btn.quiet href={ "/leads/" (lead.id) } { (words.say("lead-leave-it")) }
                button.btn.primary.push type="submit" { (words.say("lead-save-facts")) }
            }
        }
    };
    app(&at.house, &at.who, at.reader, Screen::new(Place::Leads, lead.title()), body)
}

/// The ways to the fields that a colleague has changed meanwhile too.
fn collisions(words: Words, lead: &Lead, playbook: &Playbook, back: &Back) -> Markup {
    let keys = fields(playbook, words).map(|(key, _)| key);
    let now = |key: &str| now_in(words, lead, playbook, key);
    let mut both = keys.filter(|key| back.collides(key, &now(key))).peekable();
    html! {
        @if both.peek().is_some() {
            p.line { @for key in both { a href={ "#f-" (key) } { (label(words, key, playbook)) } } }
        }
    }
}

/// What stands in a field now, as its control holds it.
fn now_in(words: Words, lead: &Lead, playbook: &Playbook, key: &str) -> String {
    if key == VALUE {
        return lead.value.map_or_else(String::new, |value| major(words, value));
    }
    let held = lead.fact(key).unwrap_or_default();
    let is_picked = |field: &&Field| !matches!(field.kind, FieldKind::Text | FieldKind::Number);
    let picked = playbook.field(key).filter(is_picked).and_then(|field| field.comparable(held));
    picked.unwrap_or_else(|| held.to_owned())
}

/// What a colleague has written into a field meanwhile.
fn it_now_says(words: Words, value: &str) -> String {
    match value {
        "" => words.say("lead-now-empty"),
        value => words.fill("lead-now-says", &[("value", value.into())]),
    }
}

fn row(
    words: Words,
    lead: &Lead,
    playbook: &Playbook,
    key: &str,
    kind: Kind,
    back: Option<&Back>,
) -> Markup {
    let now = now_in(words, lead, playbook, key);
    let shown = back.and_then(|back| back.typed(key)).unwrap_or(&now);
    let wrong = back.and_then(|back| back.wrong.iter().find(|wrong| wrong.field == key));
    let error = match back {
        Some(back) if back.collides(key, &now) => it_now_says(words, &now),
        _ => wrong.map_or(String::new(), |wrong| wrong.sentence.clone()),
    };
    let invalid = (!error.is_empty()).then_some("true");
    let label = label(words, key, playbook);
    let id = format!("f-{key}");
    let about = format!("{id}-h");
    let misfit = playbook.field(key).filter(|field| !now.is_empty() && !field.reads(&now));
    let hint = misfit.map_or(String::new(), |field| self::misfit(field, words));
    let about_it = (!error.is_empty() || !hint.is_empty()).then_some(about.as_str());
    let kind = kind.showing([&now, shown], misfit.is_none(), words);
    let is_missing = lead.missing.iter().any(|missing| missing.split('|').any(|one| one == key));
    html! {
        div.field {
            label for=(id) { (label) @if is_missing { " " span.hint { (words.say("lead-is-missing")) } } }
            @match kind {
                Kind::Typed(kind) => {
                    input.input #(id) name=(key) type=(kind) value=(shown) maxlength="2000"
                        aria-invalid=[invalid] aria-describedby=[about_it];
                },
                Kind::Lines => {
                    textarea.input #(id) name=(key) maxlength="2000" aria-invalid=[invalid] aria-describedby=[about_it] { "\n" (shown) }
                },
                Kind::Chosen(options) => {
                    select.input #(id) name=(key) aria-invalid=[invalid] aria-describedby=[about_it] {
                        option value="" {}
                        @for (option, word) in &options {
                            option value=(option) selected[*option == shown] { (word) }
                        }
                    }
                },
            }
            input type="hidden" name={ (WAS) (key) } value=(now);
            (beside(&about, &error, &hint))
        }
    }
}
