//! A lead keyed in by a teammate: a call, a visit, a card from a fair.

use super::sent::{ONCE, Sent, Wrong, all_wrong, once_field};
use super::tags;
use crate::capture::{Read, Received, read_fields};
use crate::command::Refusal;
use crate::language::Words;
use crate::lead::words::fact;
use crate::lead::{HandRaise, Lead};
use crate::pipeline::check_changes;
use crate::playbook::{Door, Playbook, Source};
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::errors::{said, status_of};
use crate::shell::web::guard::Who;
use crate::shell::web::layout::{Place, Reader, Screen, app};
use crate::shell::web::parts::{Field, field, icon};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// What is asked for, with the kind of its input; the message stands on its own.
const ASKED: [(&str, &str); 4] =
    [("name", "text"), ("company", "text"), ("phone", "tel"), ("email", "email")];

/// `GET /leads/new`
pub async fn show(State(house): State<Arc<House>>, who: Who, reader: Reader) -> Markup {
    page(&house, &who, reader, &Sent::default(), &[])
}

/// `POST /leads/new`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let in_force = house.playbook();
    let wrong = wrong(&in_force.playbook, &sent, reader.words);
    if !wrong.is_empty() {
        let page = page(&house, &who, reader, &sent, &wrong);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let arrived = match arrived(&house, &in_force.playbook, &who, &sent) {
        Ok(arrived) => arrived,
        Err(error) => return Ok(again(&house, &who, reader, &sent, &error)),
    };
    match house.desk.ask(Order::Capture(Box::new(arrived))).await {
        Ok(Answer::Captured { fate, .. }) => match fate.lead() {
            Some(id) => {
                let to = format!("/leads/{id}?added={}", fate.outcome());
                Ok(Redirect::to(&to).into_response())
            }
            None => Ok(again(&house, &who, reader, &sent, &Refusal::NothingSaid.into())),
        },
        Ok(_) => Err(Error::NotFound),
        Err(error) => Ok(again(&house, &who, reader, &sent, &error)),
    }
}

/// Whatever was keyed in that is not what its field holds.
fn wrong(playbook: &Playbook, sent: &Sent, words: Words) -> Vec<Wrong> {
    let check = |key: &str| {
        let change = BTreeMap::from([(key.to_owned(), sent.trimmed(key).to_owned())]);
        check_changes(&Lead::default(), playbook, change).err()
    };
    let refused = ASKED.iter().filter_map(|(key, _)| check(key));
    refused.map(|refusal| Wrong::of(&refusal.into(), words)).collect()
}

/// What was keyed in, as an arrival. The page's own number makes the same page count once.
fn arrived(house: &House, playbook: &Playbook, who: &Who, sent: &Sent) -> Result<Arrived, Error> {
    let source = by_hand(playbook).ok_or(Error::NotFound)?;
    let id = sent.get(ONCE).parse().unwrap_or_else(|_| Uuid::now_v7());
    let said = sent.iter().filter(|(name, value)| *name != ONCE && !value.trim().is_empty());
    let said = said.filter(|(name, _)| !tags::is_box(name));
    let said = said.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let fields: Vec<(String, String)> = said.chain(tags::ticked(sent)).collect();
    let raw = serde_json::to_vec(&fields).unwrap_or_default();
    let received = Received {
        id,
        source,
        at: house.desk.now(),
        content_type: "application/json",
        body: &raw,
        query: "",
        referrer: "",
    };
    let read = read_fields(&received, fields, playbook);
    if read == Read::Empty {
        return Err(Refusal::NothingSaid.into());
    }
    Ok(Arrived { submission: received.submission(), read, by: who.actor(), once: None })
}

/// The source for what a teammate keys in.
fn by_hand(playbook: &Playbook) -> Option<&Source> {
    playbook.sources.iter().find(|source| source.door == Door::Manual)
}

fn again(house: &House, who: &Who, reader: Reader, sent: &Sent, error: &Error) -> Response {
    let status = match status_of(error) {
        status if status == StatusCode::NOT_FOUND => StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    };
    let field = if matches!(error, Error::Refused(_)) { "name" } else { "" };
    let wrong = Wrong::with(field, said(error, reader.words));
    (status, page(house, who, reader, sent, &[wrong])).into_response()
}

fn page(house: &House, who: &Who, reader: Reader, sent: &Sent, wrong: &[Wrong]) -> Markup {
    let words = reader.words;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let once = sent.get(ONCE).parse().unwrap_or_else(|_| Uuid::now_v7());
    let consent = words.say("add-consent-said");
    let title = words.say("frame-add-lead");
    let beside = |key: &str| {
        wrong.iter().find(|one| one.field == key).map_or("", |one| one.sentence.as_str())
    };
    let body = html! {
        form.card.stack action="/leads/new" method="post" data-known="/leads/known" {
            (once_field(once))
            @if !wrong.is_empty() {
                div.alert data-state="late" role="alert" {
                    (icon("warn"))
                    p { (all_wrong(wrong)) " " (words.say("add-kept")) }
                }
            }
            div.fields {
                @for (key, kind) in ASKED {
                    (field(Field {
                        name: key,
                        autofocus: key == "name",
                        label: &fact(words, key),
                        kind,
                        value: sent.get(key),
                        autocomplete: "off",
                        error: beside(key),
                        longest: 300,
                        ..Field::default()
                    }))
                }
            }
            div data-known-here aria-live="polite" {}
            div.field {
                label for="f-message" { (words.say("add-what")) }
                textarea.input #f-message name="message" maxlength="20000" { "\n" (sent.get("message")) }
            }
            div.fields { (asks(words, sent)) (owners(words, playbook, sent)) }
            (tags::choose(playbook, sent, words))
            label.check {
                input type="checkbox" name="consent" value=(consent) checked[sent.is_on("consent")];
                span { (words.say("add-consent")) }
            }
            div.line {
                a.btn.quiet href="/leads" { (words.say("add-leave")) }
                button.btn.primary.push type="submit" { (icon("plus")) (title) }
            }
        }
    };
    let screen = Screen::new(Place::Leads, &title);
    app(house, who, reader, screen, body)
}

fn asks(words: Words, sent: &Sent) -> Markup {
    let chosen = sent.get("hand_raise");
    html! {
        div.field {
            label for="f-hand_raise" { (words.say("add-asks")) }
            select.input #f-hand_raise name="hand_raise" {
                option value="" { (words.say("add-asks-nothing")) }
                @for ask in HandRaise::ALL {
                    option value=(ask.key()) selected[ask.key() == chosen] { (words.say(asked_for(ask))) }
                }
            }
        }
    }
}

/// The key of what somebody asks for.
fn asked_for(ask: HandRaise) -> &'static str {
    match ask {
        HandRaise::Quote => "add-asks-quote",
        HandRaise::Demo => "add-asks-demo",
        HandRaise::Callback => "add-asks-callback",
        HandRaise::Booking => "add-asks-booking",
    }
}

fn owners(words: Words, playbook: &Playbook, sent: &Sent) -> Markup {
    let chosen = sent.get("owner");
    html! {
        div.field {
            label for="f-owner" { (words.say("leads-owner")) }
            select.input #f-owner name="owner" {
                option value="" { (words.say("add-by-the-rules")) }
                @for mate in playbook.team.iter().filter(|mate| mate.active) {
                    option value=(mate.id) selected[mate.id == chosen] { (mate.name) }
                }
            }
        }
    }
}
