//! What a visitor is told once it is kept: who answers, and by when. It promises what the house
//! has promised itself, and no more.
//!
//! The link is signed and good for a day. It says a name only to whoever has just typed it.

use super::page::hours;
use super::{frame, reach};
use crate::language::Words;
use crate::lead::{Fate, Lead, LeadId};
use crate::playbook::Playbook;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::layout::{self, Reader};
use crate::shell::web::parts::{clock, icon, owner};
use crate::shell::web::times::Times;
use crate::shell::web::{read, signed};
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use jiff::Timestamp;
use maud::{Markup, html};
use std::sync::Arc;

/// What these links are signed for.
const PURPOSE: &str = "thanks";

/// How long a link says more than thank you.
const GOOD_SECONDS: i64 = 86_400;

/// What a link says: the lead, whether it is new, and when that was.
pub struct Ticket {
    pub lead: LeadId,
    is_new: bool,
    at: i64,
}

/// Where a visitor is sent whose submission is kept.
///
/// One that looks like spam is thanked in the same way, so that a machine learns nothing.
pub fn url(house: &House, form: &str, fate: &Fate, completed: Option<&Ticket>) -> String {
    let was_new = completed.is_some_and(|ticket| ticket.is_new && fate.lead() == Some(ticket.lead));
    let is_new = was_new || matches!(fate, Fate::Created(_));
    let lead = fate.lead().unwrap_or_default();
    let at = house.clock.now().as_second();
    let text = format!("{lead}-{}-{at}", u8::from(is_new));
    format!("/f/{form}/thanks/{}", signed::sign(house.desk.house_key(), PURPOSE, &text))
}

/// `GET /f/{form}/thanks/{ticket}`
pub async fn show(
    State(house): State<Arc<House>>,
    Path((form, ticket)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Error> {
    let now = house.clock.now();
    let signed = ticket;
    let ticket = Ticket::signed(&house, &signed).ok_or(Error::NotFound)?;
    let (id, fresh) = (ticket.lead, ticket.is_fresh(now));
    let lead = read(&house, move |reading| reading.lead(id)).await?.filter(|_| fresh);
    let in_force = house.playbook();
    let query = query.unwrap_or_default();
    let reader = frame::read_by(reader, &query);
    let body = match &lead {
        Some(lead) if reach::is_known(&lead.profile) => {
            promised(&house, &in_force.playbook, lead, ticket.is_new, reader.words)
        }
        Some(lead) if ticket.is_new => {
            let ask = reach::ask(&form, &query, &signed, lead, reader.words);
            unanswered(&in_force.playbook, ask, reader.words)
        }
        Some(_) | None => kept(&in_force.playbook, now, reader.words),
    };
    let title = reader.words.say("thanks-title");
    let page = match frame::is_framed(&query) {
        true => layout::framed(&title, reader, body),
        false => layout::public(&house, &title, reader, body),
    };
    Ok(frame::shown(page, &query))
}

impl Ticket {
    /// What a link of ours says.
    fn signed(house: &House, text: &str) -> Option<Ticket> {
        signed::verified(house.desk.house_key(), PURPOSE, text).and_then(Ticket::read)
    }

    /// What a link says by which a lead may still be completed.
    pub fn to_complete(house: &House, text: &str) -> Option<Ticket> {
        Ticket::signed(house, text)
            .filter(|ticket| ticket.is_new && ticket.is_fresh(house.clock.now()))
    }

    fn is_fresh(&self, now: Timestamp) -> bool {
        now.as_second() - self.at < GOOD_SECONDS
    }

    fn read(text: &str) -> Option<Ticket> {
        let mut parts = text.split('-');
        let lead = LeadId(parts.next()?.parse().ok()?);
        let is_new = parts.next()? == "1";
        Some(Ticket { lead, is_new, at: parts.next()?.parse().ok()? })
    }
}

fn promised(house: &House, playbook: &Playbook, lead: &Lead, is_new: bool, words: Words) -> Markup {
    let now = house.clock.now();
    let confirmed = is_new && house.mail.is_set() && !lead.outbox.is_empty();
    let mate = lead.owner_id().and_then(|id| playbook.teammate(id));
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    let visitor = if is_new { first(&lead.profile.name) } else { String::new() };
    let business = &playbook.business;
    html! {
        main #main {
            section.card.stack.thanks role="status" {
                (promise(playbook, lead, now, words))
                h1 {
                    @if visitor.is_empty() { (words.say("thanks")) }
                    @else { (words.fill("thanks-name", &[("name", visitor.into())])) }
                    " "
                    @match mate {
                        Some(mate) => (words.fill("thanks-answered-by", &[("name", first(&mate.name).into())])),
                        None => (words.say("thanks-answered")),
                    }
                }
                @if let Some(mate) = mate { p.line { (owner(&mate.id, &mate.name)) } }
                ul.items {
                    @if lead.promise.is_none() { li { (icon("today")) span { (hours(playbook, now, words)) } } }
                    @if is_new && !lead.profile.phone.is_empty() && !business.phone.is_empty() {
                        li { (icon("call")) span { (words.fill("thanks-phone", &[("phone", business.phone.as_str().into())])) } }
                    }
                    @if confirmed { li { (icon("mail")) span { (words.say("thanks-letter")) } } }
                }
                (ways(playbook, words))
            }
        }
    }
}

/// Nothing is promised to whom nobody can answer; they are asked for what it takes.
fn unanswered(playbook: &Playbook, ask: Markup, words: Words) -> Markup {
    html! {
        main #main {
            section.card.stack.thanks {
                div role="status" { h1 { (words.say("thanks-kept")) } }
                (ask)
                (ways(playbook, words))
            }
        }
    }
}

/// The clock the house runs on itself, where it runs one.
fn promise(playbook: &Playbook, lead: &Lead, now: Timestamp, words: Words) -> Markup {
    let Some(promise) = lead.promise.as_ref().filter(|promise| promise.respond_by > now) else {
        return html! {};
    };
    let left = promise.respond_by.duration_since(now).as_secs();
    let whole = promise.respond_by.duration_since(promise.since).as_secs();
    let at = Times::of(words, now, playbook.calendar().zone()).said(promise.respond_by);
    let under = words.fill("thanks-until", &[("time", at.into())]);
    html! { div.promise data-state="ok" { (clock(words, left, whole, &under, true)) } }
}

fn kept(playbook: &Playbook, now: Timestamp, words: Words) -> Markup {
    html! {
        main #main {
            section.card.stack.thanks role="status" {
                h1 { (words.say("thanks-kept")) }
                ul.items { li { (icon("today")) span { (hours(playbook, now, words)) } } }
                (ways(playbook, words))
            }
        }
    }
}

fn ways(playbook: &Playbook, words: Words) -> Markup {
    let business = &playbook.business;
    let dialled: String = business.phone.split_whitespace().collect();
    html! {
        div.line {
            @if !business.booking_link.is_empty() {
                a.btn href=(business.booking_link) target="_blank" rel="noopener" { (icon("cal")) (words.say("thanks-booking")) }
            }
            @if !business.phone.is_empty() {
                a.btn.quiet href={ "tel:" (dialled) } { (icon("call")) (words.say("thanks-call")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_reads_as_it_was_written_and_nothing_else_does() {
        let ticket = Ticket::read("1042-1-1778578920").expect("a ticket");
        assert_eq!((ticket.lead, ticket.is_new, ticket.at), (LeadId(1042), true, 1778578920));
        assert!(
            ["", "-", "1042", "1042-1", "1042-1-x", "x-1-2"]
                .iter()
                .all(|t| Ticket::read(t).is_none())
        );
    }
}
