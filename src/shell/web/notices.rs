//! What a teammate was told: the whole list, what is new since a page was drawn, and that it was read.

use super::guard::Who;
use super::layout::{Place, Reader, Screen, app, came_from};
use super::parts::{empty, icon};
use super::read as look;
use super::times::Times;
use crate::language::Words;
use crate::lead::hours::zone_named;
use crate::lead::words::notice;
use crate::lead::{Entry, Event, LeadId, Seq};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::office::Change;
use crate::shell::store::{self, Reading};
use axum::Json;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::Redirect;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Notices on one page.
const PAGE: usize = 50;

/// The most that are told at once, the newest of them.
const NEW_MAX: usize = 5;

/// From where on the list is shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Only what was told before this entry.
    before: Option<Seq>,
}

/// A notice, and what the lead is called that it is about.
pub struct Told {
    pub entry: Entry,
    pub lead: LeadId,
    pub title: String,
}

impl Told {
    /// A notice with the name of its lead.
    pub fn read(reading: &Reading, entry: Entry, lead: LeadId) -> store::Result<Told> {
        let title = reading.summary(lead)?.map_or_else(String::new, |summary| summary.name);
        Ok(Told { entry, lead, title })
    }
}

/// One notice of a list; new is what came after the entry up to which they have read.
pub fn item(told: &Told, read: Seq, times: &Times) -> Markup {
    let words = times.words;
    let is_new = told.entry.seq > read;
    html! {
        li {
            div.grow.who[is_new] {
                a href={ "/leads/" (told.lead) } { (sentence(words, told)) }
                @if is_new { span.sr { " " (words.say("notices-new")) } }
            }
            time.mute datetime=(told.entry.at) { (times.ago(told.entry.at)) }
        }
    }
}

/// The button that marks everything up to an entry as read.
pub fn mark_read(words: Words, up_to: Seq) -> Markup {
    html! {
        form.push action="/notices/read" method="post" {
            input type="hidden" name="up_to" value=(up_to);
            button.btn.quiet type="submit" { (icon("check")) (words.say("notices-read")) }
        }
    }
}

fn told(reading: &Reading, who: &Who, before: Seq, most: usize) -> store::Result<Vec<Told>> {
    let notices = reading.notices(&who.teammate, before, most)?.into_iter();
    notices.map(|(entry, lead)| Told::read(reading, entry, lead)).collect()
}

/// `GET /notices`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let asker = who.clone();
    let (mut rows, read) = look(&house, move |reading| {
        let before = asked.before.unwrap_or(Seq::MAX);
        let rows = told(reading, &asker, before, PAGE + 1)?;
        Ok((rows, reading.notices_read(&asker.teammate)?))
    })
    .await?;
    let older = (rows.len() > PAGE).then(|| rows[PAGE - 1].entry.seq);
    rows.truncate(PAGE);
    let words = reader.words;
    let in_force = house.playbook();
    let zone = zone_named(in_force.playbook.zone_of(&who.teammate));
    let times = Times::of(words, house.clock.now(), &zone);
    let body = html! {
        @if rows.is_empty() {
            (empty(&words.say("notices-none"), html! { p { (words.say("notices-none-how")) } }))
        } @else {
            section."ledger narrow" {
                header {
                    h2 { (words.say("notices-title")) }
                    @if who.unread > 0 { (mark_read(words, who.seen)) }
                }
                ul.items { @for told in &rows { (item(told, read, &times)) } }
            }
            p.line {
                @if asked.before.is_some() { a.btn.quiet href="/notices" { (icon("up")) (words.say("notices-newest")) } }
                @if let Some(before) = older { a.btn.quiet href={ "/notices?before=" (before) } { (icon("down")) (words.say("notices-older")) } }
            }
        }
    };
    Ok(app(&house, &who, reader, Screen::new(Place::Elsewhere, &words.say("notices-title")), body))
}

fn sentence(words: Words, told: &Told) -> String {
    match &told.entry.event {
        Event::Notified { notice: kind, .. } => notice(words, *kind, &told.title),
        _ => told.title.clone(),
    }
}

/// After which entry somebody wants to know what is new.
#[derive(Deserialize)]
pub struct After {
    after: Seq,
}

/// What is new, for the bell and for the browser to tell.
#[derive(Serialize)]
pub struct New {
    unread: usize,
    /// What to read out for the bell.
    said: String,
    notices: Vec<NewNotice>,
}

/// One notice, as a browser tells it.
#[derive(Serialize)]
pub struct NewNotice {
    seq: Seq,
    text: String,
    url: String,
}

/// `GET /notices/new?after=`
pub async fn new(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(After { after }): Query<After>,
) -> Result<Json<New>, Error> {
    let asker = who.clone();
    let rows = look(&house, move |reading| told(reading, &asker, Seq::MAX, NEW_MAX)).await?;
    let notices = rows.iter().filter(|told| told.entry.seq > after).map(|told| NewNotice {
        seq: told.entry.seq,
        text: sentence(reader.words, told),
        url: format!("/leads/{}", told.lead),
    });
    let said = reader.words.fill("notices-unread", &[("count", who.unread.into())]);
    Ok(Json(New { unread: who.unread, said, notices: notices.collect() }))
}

/// Up to which notice somebody has read.
#[derive(Deserialize)]
pub struct Read {
    up_to: Seq,
}

/// `POST /notices/read`
pub async fn read(
    State(house): State<Arc<House>>,
    who: Who,
    headers: HeaderMap,
    Form(read): Form<Read>,
) -> Result<Redirect, Error> {
    let store = house.desk.store().read()?;
    let up_to = read.up_to.min(store.last_seq()?);
    if up_to > store.notices_read(&who.teammate)? {
        let change = Change::NoticesRead { teammate: who.teammate, up_to };
        house.desk.ask(Order::Office(vec![change])).await?;
    }
    Ok(Redirect::to(&came_from(&headers)))
}
