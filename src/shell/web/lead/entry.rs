//! One entry of a lead by itself, with every word of it: the timeline shows only so much of each.

use super::actions::AtLead;
use super::timeline::{paragraphs, quoted};
use super::view::zone;
use crate::language::Words;
use crate::lead::words::{Named, cut_words, line};
use crate::lead::{Entry, LeadId};
use crate::playbook::Playbook;
use crate::shell::error::Error;
use crate::shell::outbox::read_kept;
use crate::shell::web::layout::{Place, Screen, app};
use crate::shell::web::read;
use crate::shell::web::times::Times;
use maud::{Markup, html};

/// Where an entry is read whole.
pub fn url(lead: LeadId, entry: &Entry) -> String {
    format!("/leads/{lead}/entries/{}", entry.seq)
}

/// `GET /leads/{id}/entries/{seq}`
pub async fn show(at: AtLead) -> Result<Markup, Error> {
    let (id, seq) = (at.id, at.seq);
    let found = read(&at.house, move |reading| {
        let entry = reading.entry(seq)?.filter(|entry| entry.subject.lead() == Some(id));
        Ok(reading.lead(id)?.zip(entry))
    });
    let (lead, entry) = found.await?.ok_or(Error::NotFound)?;
    let in_force = at.house.playbook();
    let playbook = &in_force.playbook;
    let (words, zone) = (at.reader.words, zone(playbook, &at.who));
    let times = Times::of(words, at.house.desk.now(), &zone);
    let back = format!("/leads/{id}?before={}#e{seq}", seq + 1);
    let screen = Screen {
        context: html! { a href=(back) { (lead.title()) } },
        ..Screen::new(Place::Leads, lead.title())
    };
    let body = html! {
        article.card.stack.tight {
            h2 { (words.say("lead-entry")) }
            p.mute { (times.heading(zone.to_datetime(entry.at).date())) ", " (times.clock(entry.at)) }
            (whole(&entry, playbook, words))
            p { a.btn href=(back) { (words.say("lead-timeline")) } }
        }
    };
    Ok(app(&at.house, &at.who, at.reader, screen, body))
}

/// What happened, and every word of it.
fn whole(entry: &Entry, playbook: &Playbook, words: Words) -> Markup {
    let names = |what: Named, key: &str| playbook.called(what, key);
    let line = line(entry, &names, words);
    let said = line.said.or_else(|| cut_words(&entry.event, words));
    html! {
        p { b { (line.head) } @if let Some(tag) = &line.tag { " " span.tag { (tag) } } }
        @if let Some(said) = &said { div.said { (paragraphs(said)) } }
        @if let Some((subject, body)) = quoted(entry).and_then(read_kept) {
            div.said { p { b { (subject) } } (paragraphs(&body)) }
        }
    }
}
