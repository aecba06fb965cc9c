//! What arrived and became no lead, with the reason: it looks like spam, or it says nothing.
//!
//! It is kept for months, and what was put aside by mistake becomes a lead with one click. It
//! arrives once more then, past the judgement, and waits no longer than any other.

use super::form::{ONCE, REACH, STAMP};
use super::guard::Who;
use super::layout::{Place, Reader, Screen, app};
use super::parts::{empty, icon};
use super::read;
use super::times::Times;
use crate::capture::{self, Read, Received};
use crate::command::Refusal;
use crate::language::Words;
use crate::lead::hours::zone_named;
use crate::lead::words::cause;
use crate::lead::{Fate, LeadId, Submission};
use crate::playbook::{Playbook, Source};
use crate::shell::desk::{Arrived, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::aside::{PutAside, taken_up};
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// Submissions on the page.
const ROWS: usize = 50;

/// Values of one that are shown, and characters of each; of what cannot be read, of all of it.
const VALUES: usize = 30;
const VALUE_MAX: usize = 500;
const RAW_MAX: usize = 2_000;

/// Fields that say something about the form or the door, and nothing about who wrote.
const NOT_SAID: [&str; 4] = [ONCE, STAMP, REACH, "source"];

/// Where a page begins: before what stands at a place.
#[derive(Deserialize)]
pub struct From {
    before: Option<String>,
}

impl From {
    fn place(&self) -> Option<(i64, u128)> {
        let (at, id) = self.before.as_deref()?.split_once('-')?;
        Some((at.parse().ok()?, id.parse().ok()?))
    }
}

/// `GET /quarantine`
pub async fn show(
    State(house): State<Arc<House>>,
    Query(from): Query<From>,
    who: Who,
    reader: Reader,
) -> Result<Markup, Error> {
    let before = from.place();
    let put_aside = read(&house, move |reading| reading.put_aside(before, ROWS)).await?;
    let PutAside { newest, total, older } = put_aside;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let zone = zone_named(playbook.zone_of(&who.teammate));
    let now = house.desk.now();
    let words = reader.words;
    let times = Times::of(words, now, &zone);
    let body = html! {
        div.stack {
            p.mute { (words.fill("quarantine-what", &[("days", house.config.limits.aside_days.into())])) }
            @if newest.is_empty() {
                (empty(&words.say("quarantine-nothing"), html! { p { (words.say("quarantine-listed")) } }))
            } @else {
                section.ledger {
                    header { h2 { (words.fill("quarantine-count", &[("count", total.into())])) } }
                    ul.items { @for kept in &newest { (item(kept, playbook, &times)) } }
                }
                p.line {
                    @if before.is_some() { a.btn.quiet href="/quarantine" { (icon("up")) (words.say("notices-newest")) } }
                    @if let Some((at, id)) = older {
                        a.btn.quiet href={ "/quarantine?before=" (at) "-" (id) } { (icon("down")) (words.say("notices-older")) }
                    }
                }
            }
        }
    };
    Ok(app(&house, &who, reader, Screen::new(Place::Leads, &words.say("quarantine-title")), body))
}

fn item(kept: &Submission, playbook: &Playbook, times: &Times) -> Markup {
    let words = times.words;
    let source = playbook.source(&kept.source);
    let from = source.map_or(kept.source.as_str(), |source| source.name.as_str());
    let said = source.map_or(Vec::new(), |source| said(kept, source));
    let unread = source.is_none_or(|source| capture::fields(&received(kept, source)).is_empty());
    let why = match &kept.fate {
        Fate::Quarantined(why) if why.is_empty() => words.say("quarantine-spam"),
        Fate::Quarantined(why) => signs(words, why),
        Fate::Empty | Fate::Created(_) | Fate::Attached(_) | Fate::Flagged(_) => {
            words.say("quarantine-empty")
        }
    };
    html! {
        li {
            div."grow stack tight" {
                p { b { (from) } ", " time datetime=(kept.arrived_at) { (times.brief(kept.arrived_at)) } ". " (why) }
                @if unread { (as_it_came(kept)) } @else if !said.is_empty() { (in_fields(&said)) }
            }
            @if may_be_an_enquiry(kept) && source.is_some() {
                form.push action={ "/quarantine/" (kept.id) } method="post" {
                    button.btn type="submit" { (icon("check")) (words.say("quarantine-take-up")) }
                }
            }
        }
    }
}

/// The signs by which it was judged, each a sentence, in the words of who reads.
fn signs(words: Words, why: &str) -> String {
    let sentences = why.split_inclusive(". ").map(|one| cause(words, one.trim_end()));
    sentences.collect::<Vec<_>>().join(" ")
}

fn in_fields(said: &[(String, String)]) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in said.iter().take(VALUES) {
                div { dt { (start(name, VALUE_MAX)) } dd { (start(value, VALUE_MAX)) } }
            }
        }
    }
}

fn as_it_came(kept: &Submission) -> Markup {
    let text = String::from_utf8_lossy(&kept.raw);
    html! { @if !text.trim().is_empty() { div.said { p { (start(&text, RAW_MAX)) } } } }
}

fn start(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

fn may_be_an_enquiry(kept: &Submission) -> bool {
    matches!(kept.fate, Fate::Quarantined(_))
}

/// `POST /quarantine/{submission}`
pub async fn take_up(
    State(house): State<Arc<House>>,
    who: Who,
    Path(submission): Path<Uuid>,
) -> Result<Redirect, Error> {
    let kept = read(&house, move |reading| reading.submission(submission)).await?;
    let kept = kept.filter(may_be_an_enquiry).ok_or(Error::NotFound)?;
    let in_force = house.playbook();
    let source = in_force.playbook.source(&kept.source).ok_or(Error::NotFound)?;
    let read = match read_again(&kept, source, &in_force.playbook) {
        Read::Spam(arrival, _) | Read::Enquiry(arrival) => Read::Enquiry(arrival),
        Read::Empty => return Err(Refusal::NothingSaid.into()),
    };
    let aside = kept.id;
    let submission = Submission { id: taken_up(aside), fate: Fate::Empty, ..kept };
    let arrived = Arrived { submission, read, by: who.actor(), once: None };
    let order = Order::TakeUp { aside, arrived: Box::new(arrived) };
    let answer = house.desk.ask(order).await?;
    let LeadId(lead) = answer.lead().ok_or(Error::NotFound)?.id;
    Ok(Redirect::to(&format!("/leads/{lead}")))
}

/// Reads it as it was read then, as something that arrives anew at the moment it first did.
fn read_again(kept: &Submission, source: &Source, playbook: &Playbook) -> Read {
    capture::read_fields(&received(kept, source), said(kept, source), playbook)
}

fn said(kept: &Submission, source: &Source) -> Vec<(String, String)> {
    let said = capture::fields(&received(kept, source));
    let said = said.iter().filter(|(name, value)| !NOT_SAID.contains(name) && !value.is_empty());
    said.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn received<'a>(kept: &'a Submission, source: &'a Source) -> Received<'a> {
    Received {
        id: taken_up(kept.id),
        source,
        at: kept.arrived_at,
        content_type: &kept.content_type,
        body: &kept.raw,
        query: "",
        referrer: "",
    }
}
