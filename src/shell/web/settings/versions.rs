//! Every version of the rules: who changed what and when, one beside the one before, and the way back.

use super::page;
use crate::language::Words;
use crate::lead::words::fault;
use crate::lead::{Actor, LeadId};
use crate::playbook::{Part, Playbook, Role, changed, differences, is_review};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::versions::Version;
use crate::shell::web::errors::said as refused;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{State as Mood, alert, and_more, icon};
use crate::shell::web::read;
use crate::shell::web::staff::ONE_AT_A_TIME;
use crate::shell::web::times::Times;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use similar::{Algorithm, ChangeTag, capture_diff_slices, group_diff_ops};
use std::sync::Arc;

pub const HERE: &str = "/settings/versions";

/// Versions on one page.
const LISTED: usize = 20;

/// Lines shown around what has changed.
const AROUND: usize = 2;

/// Sentences about one part that are shown at most; the rest is counted.
const SENTENCES_MAX: usize = 40;

/// Lines of a comparison that are shown at most; the rest is counted.
const LINES_MAX: usize = 600;

/// What the list is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The list begins with this version.
    from: Option<u32>,
    saved: bool,
}

/// `GET /settings/versions`
pub async fn list(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let words = reader.words;
    let from = asked.from.unwrap_or(u32::MAX);
    // One more than is shown: the last one shown is told by what it changed of the one before.
    let versions = read(&house, move |reading| reading.versions(from, LISTED + 1)).await?;
    let told = super::Told { saved: asked.saved };
    let older = versions.get(LISTED).map(|version| version.number);
    let in_force = house.playbook();
    let calendar = in_force.playbook.calendar();
    let times = Times::of(words, house.clock.now(), calendar.zone());
    let body = html! {
        (super::saved(&told, words))
        (settling(&house, words).await?)
        section.ledger {
            header { h2 { (words.say("versions-title")) } p { (words.say("versions-how")) } }
            @if versions.is_empty() { p.mute { (words.say("versions-none")) } }
            ul.items {
                @for (nth, version) in versions.iter().take(LISTED).enumerate() {
                    @let before = versions.get(nth + 1);
                    (row(&house, version, before, &times))
                }
            }
        }
        @if let Some(older) = older {
            nav.line aria-label=(words.say("versions-title")) {
                a.btn.push href={ (HERE) "?from=" (older) } { (words.say("versions-older")) (icon("right")) }
            }
        }
    };
    Ok(page(&house, &who, reader, HERE, body))
}

fn row(house: &House, version: &Version, before: Option<&Version>, times: &Times) -> Markup {
    let words = times.words;
    let number = version.number;
    html! {
        li {
            (icon("note"))
            div.grow {
                a href={ (HERE) "/" (number) } {
                    b { (words.fill("versions-one", &[("number", number.into())])) }
                }
                " " span.mute { (by_and_at(house, version, times)) }
                p { (before.map_or(words.say("versions-first"), |before| told(before, version, words))) }
            }
            @if number == house.playbook().version { span.tag { (words.say("versions-in-force")) } }
        }
    }
}

/// What a version changed of the one before it, in a few words.
fn told(before: &Version, version: &Version, words: Words) -> String {
    let parts = changed(&before.text, &version.text);
    if let ([_, ..], Some(number)) = (parts.as_slice(), version.back_to) {
        let with = [("parts", names(&parts, words).into()), ("number", number.into())];
        return words.fill("versions-brought-back", &with);
    }
    if !parts.is_empty() {
        return names(&parts, words);
    }
    let both = [before, version].map(|one| Playbook::from_text(&one.text));
    match both {
        [Ok(before), Ok(after)] if is_review(&before, &after) => words.say("versions-reviewed"),
        _ => words.say("versions-same"),
    }
}

/// `GET /settings/versions/{number}`
pub async fn one(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Path(number): Path<u32>,
) -> Result<Markup, Error> {
    compared(&house, &who, reader, number, html! {}).await
}

/// `POST /settings/versions/{number}`
pub async fn bring_back(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Path(number): Path<u32>,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let version = read(&house, move |reading| reading.version(number)).await?;
    let version = version.ok_or(Error::NotFound)?;
    let wanted: Vec<Part> = Part::ALL
        .into_iter()
        .filter(|part| sent.is_on(&field(*part)) && may_bring_back(&who, *part))
        .collect();
    let sentence = match Playbook::from_text(&version.text) {
        _ if wanted.is_empty() => words.say("versions-nothing-chosen"),
        Err(wrong) => fault(words, &wrong.sentence),
        Ok(then) => {
            let mut playbook = house.playbook().playbook.clone();
            wanted.iter().for_each(|part| part.take_over(&mut playbook, &then));
            match house.bring_back(number, &playbook, who.actor()).await {
                Ok(_) => return Ok(Redirect::to("/settings/versions?saved=true").into_response()),
                Err(error @ Error::Playbook(_)) => refused(&error, words),
                Err(error) => return Err(error),
            }
        }
    };
    let said = alert(Mood::Late, html! { (sentence) });
    let page = compared(&house, &who, reader, number, said).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn compared(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    number: u32,
    said: Markup,
) -> Result<Markup, Error> {
    let words = reader.words;
    let two = read(house, move |reading| reading.versions(number, 2)).await?;
    let version = two.first().filter(|version| version.number == number).ok_or(Error::NotFound)?;
    let before = two.get(1).map_or("", |before| before.text.as_str());
    let in_force = house.playbook();
    let now = in_force.playbook.to_text();
    let otherwise =
        if number == in_force.version { Vec::new() } else { changed(&version.text, &now) };
    let calendar = in_force.playbook.calendar();
    let times = Times::of(words, house.clock.now(), calendar.zone());
    let both = Playbook::from_text(before).ok().zip(Playbook::from_text(&version.text).ok());
    let mut left = LINES_MAX;
    let body = html! {
        (said)
        p { a."btn quiet" href=(HERE) { (icon("left")) (words.say("versions-title")) } }
        section.ledger {
            header {
                h2 { (words.fill("versions-one", &[("number", number.into())])) }
                p { (by_and_at(house, version, &times)) }
                @if let Some(number) = version.back_to {
                    p { a href={ (HERE) "/" (number) } { (words.fill("versions-from", &[("number", number.into())])) } }
                }
            }
            @if two.len() < 2 { p.mute { (words.say("versions-first")) } }
            @for part in changed(before, &version.text).into_iter().filter(|_| two.len() == 2) {
                h3 { (name(part, words)) }
                (sentences(part, both.as_ref(), words))
                (difference(part, before, &version.text, &mut left, words))
            }
        }
        @if !otherwise.is_empty() {
            (way_back(who, version, &now, &otherwise, words))
        }
    };
    Ok(page(house, who, reader, HERE, body))
}

/// The form by which parts of an earlier version come into force again.
fn way_back(who: &Who, version: &Version, now: &str, otherwise: &[Part], words: Words) -> Markup {
    let number = version.number;
    let mut left = LINES_MAX;
    let both = Playbook::from_text(now).ok().zip(Playbook::from_text(&version.text).ok());
    let offered = || otherwise.iter().copied().filter(|part| may_bring_back(who, *part));
    let is_only = offered().count() == 1;
    html! {
        form.card.stack action={ (HERE) "/" (number) } method="post" {
            h2 { (words.fill("versions-back", &[("number", number.into())])) }
            p.mute { (words.say("versions-back-how")) }
            fieldset.stack.tight {
                legend.sr { (words.say("versions-parts")) }
                @for part in offered() {
                    label.check {
                        input type="checkbox" name=(field(part)) value="on" checked[is_only];
                        (name(part, words))
                    }
                    (sentences(part, both.as_ref(), words))
                    details {
                        summary { (words.fill("versions-back-changes", &[("part", name(part, words).into())])) }
                        (difference(part, now, &version.text, &mut left, words))
                    }
                }
            }
            @if otherwise.contains(&Part::Team) { p.hint { (words.say("versions-team-stays")) } }
            @if offered().next().is_some() {
                div.line { button.btn.primary type="submit" { (icon("swap")) (words.say("versions-back-do")) } }
            }
        }
    }
}

/// How far the open leads have been looked at by the rules in force, while that is under way.
pub async fn settling(house: &Arc<House>, words: Words) -> Result<Markup, Error> {
    let rules = house.playbook().mark();
    let (done, all) = read(house, move |reading| {
        let up_to = reading.settled_up_to(rules)?;
        let left = !reading.lead_ids_after(up_to, 1)?.is_empty();
        let newest = reading.newest_leads(1)?.first().map_or(LeadId(0), |(id, _)| *id);
        Ok(if left { (up_to.0, newest.0) } else { (newest.0, newest.0) })
    })
    .await?;
    Ok(html! {
        @if done < all {
            div.alert role="status" {
                (icon("info"))
                div.grow {
                    p { (words.fill("versions-settling", &[("percent", (done * 100 / all).into())])) }
                    progress max=(all) value=(done) aria-label=(words.say("versions-settling-short")) {}
                }
            }
        }
    })
}

/// Whether somebody may bring a part back: owners all but the team, whose people come and go one by
/// one; managers the rules.
fn may_bring_back(who: &Who, part: Part) -> bool {
    match part {
        Part::Team => false,
        Part::Qualification
        | Part::Scoring
        | Part::Routing
        | Part::Promise
        | Part::Followup
        | Part::Pipeline => true,
        Part::Company | Part::Sources | Part::Fields | Part::Tags => who.role == Role::Owner,
    }
}

fn field(part: Part) -> String {
    format!("part.{}", part.key())
}

fn by_and_at(house: &House, version: &Version, times: &Times) -> String {
    let words = times.words;
    let at = times.at("moment-full", version.at);
    let by = match &version.by {
        Actor::Teammate(id) => house.playbook().playbook.teammate(id).map(|mate| mate.name.clone()),
        Actor::Token(name) => Some(name.clone()),
        Actor::Visitor | Actor::House => None,
    };
    match by {
        Some(by) => words.fill("versions-by", &[("by", by.into()), ("at", at.into())]),
        None => at,
    }
}

fn names(parts: &[Part], words: Words) -> String {
    parts.iter().map(|part| name(*part, words)).collect::<Vec<_>>().join(", ")
}

/// What a part says otherwise, sentence by sentence; that it does where there is none.
fn sentences(part: Part, read: Option<&(Playbook, Playbook)>, words: Words) -> Markup {
    let all = read.map_or_else(Vec::new, |(before, after)| differences(part, before, after));
    let more = all.len().saturating_sub(SENTENCES_MAX);
    html! {
        ul.items {
            @for one in all.iter().take(SENTENCES_MAX) { li { (one.said(words)) } }
            @if all.is_empty() { li { (words.fill("change-part", &[("part", name(part, words).into())])) } }
            @if more > 0 { li.mute { (and_more(words, more)) } }
        }
    }
}

/// What a part is called.
fn name(part: Part, words: Words) -> String {
    match part {
        Part::Company => words.say("settings-company"),
        Part::Team => words.say("team-title"),
        Part::Sources => words.say("settings-sources"),
        Part::Fields => words.say("settings-fields"),
        Part::Tags => words.say("lead-tags"),
        Part::Qualification => words.say("part-qualification"),
        Part::Scoring => words.say("part-scoring"),
        Part::Routing => words.say("part-routing"),
        Part::Promise => words.say("part-promise"),
        Part::Followup => words.say("part-followup"),
        Part::Pipeline => words.say("part-pipeline"),
    }
}

/// A part of two texts line by line: what was taken out and what was put in, with a little of what
/// surrounds it.
fn difference(part: Part, before: &str, after: &str, left: &mut usize, words: Words) -> Markup {
    let (before, figures) = part.lines_and_figures(before);
    let (after, figures_after) = part.lines_and_figures(after);
    let (before, after) = (&before[..], &after[..]);
    let ops = capture_diff_slices(Algorithm::Myers, before, after);
    let groups = group_diff_ops(ops, AROUND);
    html! {
        pre."code diff" tabindex="0" {
            @for (nth, group) in groups.iter().enumerate() {
                @if nth > 0 && *left > 0 { span.mute { "⋯\n" } }
                @for change in group.iter().flat_map(|op| op.iter_changes(before, after)) {
                    @if *left > 0 {
                        ({ *left -= 1; line(change.tag(), change.value(), words) })
                    }
                }
            }
            @if *left == 0 { span.mute { (words.say("versions-more-lines")) } }
        }
        @if figures != figures_after { p.hint { (words.say("versions-figures")) } }
    }
}

fn line(tag: ChangeTag, text: &str, words: Words) -> Markup {
    html! {
        @match tag {
            ChangeTag::Equal => { span { "  " (text) "\n" } },
            ChangeTag::Delete => { del { span.sr { (words.say("versions-gone")) } "− " (text) "\n" } },
            ChangeTag::Insert => { ins { span.sr { (words.say("versions-new")) } "+ " (text) "\n" } },
        }
    }
}
