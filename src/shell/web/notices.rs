//! What a teammate was told: the whole list, what is new since a page was drawn, and that it was read.

use super::guard::Who;
use super::layout::{Place, Reader, Screen, app, came_from};
use super::parts::{empty, icon, owner};
use super::read as look;
use super::times::Times;
use crate::language::Words;
use crate::lead::hours::zone_named;
use crate::lead::words::notice;
use crate::lead::{Entry, Event, LeadId, Notice, Seq};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::office::Change;
use crate::shell::store::{self, Reading};
use axum::Json;
use axum::extract::{Form, Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Redirect;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Notices on one page.
const PAGE: usize = 50;

/// The most that are told at once, the newest of them.
const NEW_MAX: usize = 5;

/// Leads of one notice that are counted; of more it is only said that there are more.
const TOGETHER_MAX: usize = 1_000;

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
    /// How many leads it is about, where it is a notice of several.
    together: usize,
}

impl Told {
    /// A notice with the name of its lead.
    pub fn read(reading: &Reading, entry: Entry, lead: LeadId) -> store::Result<Told> {
        let title = reading.summary(lead)?.map_or_else(String::new, |summary| summary.name);
        let together = reading.told_together(&entry, 0, TOGETHER_MAX + 1)?.len();
        Ok(Told { entry, lead, title, together })
    }

    /// Where it leads: to its lead, or to a list of them.
    fn url(&self) -> String {
        match self.together {
            0 | 1 => format!("/leads/{}", self.lead),
            _ => format!("/notices/{}", self.entry.seq),
        }
    }

    /// What it says.
    fn sentence(&self, words: Words) -> String {
        match &self.entry.event {
            Event::ToldTogether { .. } if self.together > 1 => together(words, self.together),
            Event::ToldTogether { .. } => notice(words, Notice::NewLead, &self.title),
            Event::Notified { notice: kind, .. } => notice(words, *kind, &self.title),
            _ => self.title.clone(),
        }
    }
}

/// One notice of a list; new is what came after the entry up to which they have read.
pub fn item(told: &Told, read: Seq, times: &Times) -> Markup {
    let words = times.words;
    let is_new = told.entry.seq > read;
    html! {
        li {
            div.grow.who[is_new] {
                a href=(told.url()) { (told.sentence(words)) }
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

fn together(words: Words, count: usize) -> String {
    match count {
        ..=TOGETHER_MAX => words.fill("notice-together", &[("count", count.into())]),
        _ => words.fill("notice-together-more", &[("most", TOGETHER_MAX.into())]),
    }
}

/// From where on the leads of a notice are shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Onward {
    from: Seq,
}

/// `GET /notices/{seq}`: the leads of a notice of several.
pub async fn leads(
    State(house): State<Arc<House>>,
    Path(seq): Path<Seq>,
    who: Who,
    reader: Reader,
    Query(Onward { from }): Query<Onward>,
) -> Result<Markup, Error> {
    let asker = who.teammate.clone();
    let (count, rows, next) = look(&house, move |reading| {
        let is_theirs =
            |entry: &Entry| matches!(&entry.event, Event::ToldTogether { to, .. } if *to == asker);
        let Some(notice) = reading.entry(seq)?.filter(is_theirs) else {
            return Ok((0, Vec::new(), None));
        };
        let count = reading.told_together(&notice, 0, TOGETHER_MAX + 1)?.len();
        let mut parts = reading.told_together(&notice, from, PAGE + 1)?;
        let next = parts.get(PAGE).map(|(seq, _)| *seq);
        parts.truncate(PAGE);
        let mut rows = Vec::new();
        for (_, id) in parts {
            rows.extend(reading.summary(id)?.map(|summary| (id, summary)));
        }
        Ok((count, rows, next))
    })
    .await?;
    if count == 0 {
        return Err(Error::NotFound);
    }
    let words = reader.words;
    let in_force = house.playbook();
    let title = together(words, count);
    let body = html! {
        section."ledger narrow" {
            header { h2 { (words.say("frame-leads")) } span.count { (count) } }
            ul.items {
                @for (id, lead) in &rows {
                    li {
                        div.grow.who { a href={ "/leads/" (id) } { (lead.name) } @if lead.company != lead.name { " " span { (lead.company) } } }
                        @if let Some(mate) = lead.owner.as_deref().filter(|id| *id != who.teammate).and_then(|id| in_force.playbook.teammate(id)) {
                            (owner(&mate.id, &mate.name))
                        }
                    }
                }
            }
        }
        p.line {
            a.btn.quiet href="/notices" { (icon("left")) (words.say("notices-title")) }
            @if let Some(next) = next { a.btn.quiet href={ "/notices/" (seq) "?from=" (next) } { (icon("down")) (words.say("notices-more")) } }
        }
    };
    Ok(app(&house, &who, reader, Screen::new(Place::Elsewhere, &title), body))
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
        text: told.sentence(reader.words),
        url: told.url(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_leads_than_are_counted_are_said_to_be_more() {
        let said = |count| together(Words::default(), count);
        assert_eq!(said(2), "2 leads are yours now.");
        assert_eq!(said(TOGETHER_MAX), "1000 leads are yours now.");
        assert_eq!(said(TOGETHER_MAX + 1), "More than 1000 leads are yours now.");
    }
}
