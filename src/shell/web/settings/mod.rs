//! What an owner sets: the company and its hours, the mail, and what becomes of the data.

mod about;
mod asking;
mod beside;
mod company;
mod condition;
mod data;
mod fields;
mod mail;
mod qualification;
mod routing;
mod scoring;
mod sources;
mod tags;
mod together;
mod versions;

pub use about::{licences, show as about};
pub use company::{save as save_company, show as company};
pub use data::{back_up, download, show as data};
pub use fields::{change as change_field, one as field, save as save_fields, show as fields};
pub use mail::{save as save_mail, show as mail};
pub use qualification::{save as save_qualification, show as qualification};
pub use routing::{judge, sample, save as save_routing, show as routing, take_weights, unjudged};
pub use scoring::learned;
pub use scoring::{
    Standing, apply_source_points, keep as keep_scoring, save as save_scoring, show as scoring,
};
pub use sources::{add as add_source, save as save_source, show as sources};
pub use tags::{save as save_tags, show as tags};
pub use versions::{bring_back, list as versions, one as version};

use super::assets;
use super::guard::Who;
use super::kept::Kept;
use super::layout::{Place, Reader, Screen, app};
use super::lead::Wrong;
use super::parts::{State as Mood, alert, and_more, icon};
use super::read;
use crate::language::Words;
use crate::lead::Actor;
use crate::playbook::{Part, Playbook, Role, changed, differences};
use crate::scoring::Rate;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::http::StatusCode;
use maud::{Markup, Render, html};
use serde::Deserialize;

/// The parts, in order: address, key of the name, and for whom it is at least.
const PARTS: [(&str, &str, Role); 12] = [
    ("/settings", "settings-company", Role::Owner),
    ("/settings/sources", "settings-sources", Role::Owner),
    ("/settings/fields", "settings-fields", Role::Owner),
    ("/settings/tags", "lead-tags", Role::Owner),
    ("/settings/qualification", "part-qualification", Role::Manager),
    ("/settings/scoring", "part-scoring", Role::Manager),
    ("/settings/routing", "part-routing", Role::Manager),
    ("/settings/versions", "versions-title", Role::Manager),
    ("/settings/mail", "settings-mail", Role::Owner),
    ("/settings/data", "settings-data", Role::Owner),
    ("/settings/about", "settings-about", Role::Rep),
    ("/team", "team-title", Role::Manager),
];

/// The first of the settings that somebody may see, of those who have any to make.
pub fn front(role: Role) -> Option<&'static str> {
    let mut seen = PARTS.iter().filter(|(.., least)| role >= *least).map(|(url, ..)| *url);
    seen.next().filter(|_| role >= Role::Manager)
}

/// Whether somebody may open a page at this address, as far as it is one of the settings.
fn may_open(role: Role, address: &str) -> bool {
    let is_of = |page: &str| {
        address
            .strip_prefix(page)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
    };
    let pages = PARTS.iter().filter(|(page, ..)| is_of(page));
    pages.max_by_key(|(page, ..)| page.len()).is_some_and(|(.., least)| role >= *least)
}

/// Hints shown at once.
const HINTS_SHOWN: usize = 10;

/// A page of the settings, beside the list of them all.
fn page(house: &House, who: &Who, reader: Reader, here: &str, body: Markup) -> Markup {
    let words = reader.words;
    let body = html! {
        div."cols aside-first" {
            nav."tabs side" aria-label=(words.say("settings-title")) {
                @for (url, name, _) in PARTS.iter().filter(|(.., least)| who.role >= *least) {
                    a href=(url) aria-current=[(*url == here).then_some("page")] { (words.say(name)) }
                }
            }
            div.stack { (body) }
        }
    };
    let name = PARTS.iter().find(|(url, ..)| *url == here).map_or("settings-title", |part| part.1);
    app(house, who, reader, Screen::new(Place::Settings, &words.say(name)), body)
}

/// Asks who leaves a form that says `data-unsaved` whether its draft may go.
fn asks_before_leaving() -> Markup {
    html! { script type="module" src=(assets::url("js/unsaved.js")) {} }
}

/// What `data-unsaved` says of a form: whether it came back with what is not in force.
fn draft_or_none(is_draft: bool) -> &'static str {
    if is_draft { "draft" } else { "" }
}

/// What pages of the settings have reckoned, for whoever looks at them next.
pub struct Reckoned {
    pasts: scoring::Pasts,
    samples: routing::Samples,
}

impl Default for Reckoned {
    fn default() -> Reckoned {
        Reckoned { pasts: Kept::at_most(PASTS_KEPT), samples: Kept::at_most(1) }
    }
}

/// Models whose past is kept: the one in force, and the last drafts.
const PASTS_KEPT: usize = 4;

/// What a page is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    saved: bool,
}

/// The digits of a number of a lead, however it is written: `L-1042`, `#1042`.
fn lead_number(typed: &str) -> &str {
    typed.trim_start_matches(['L', 'l', '-', '#'])
}

/// That something was saved, where it was.
fn saved(told: &Told, words: Words) -> Markup {
    html! {
        @if told.saved {
            div.alert data-state="ok" role="status" { (icon("check")) p { (words.say("team-saved")) } }
        }
    }
}

/// A close rate with the bounds within which it lies.
fn close_rate(rate: &Rate, words: Words) -> Markup {
    let percent = |share| scoring::percent(words, share);
    let between = [("low", percent(rate.low).into()), ("high", percent(rate.high).into())];
    html! { (percent(rate.own())) br; span.mute { (words.fill("scoring-between", &between)) } }
}

/// What has to be put right, with the way to its field.
fn put_right(wrong: &Wrong, words: Words) -> Markup {
    alert(
        Mood::Late,
        html! { a href={ "#f-" (wrong.field) } { (wrong.sentence) } " " (words.say("setup-kept")) },
    )
}

/// That a colleague has changed the same part since the form was drawn.
fn changed_meanwhile(words: Words) -> (StatusCode, Markup) {
    (StatusCode::CONFLICT, alert(Mood::Late, html! { (words.say("team-changed")) }))
}

/// Changes of a colleague that are told one by one; more are counted.
const CHANGES_TOLD: usize = 12;

/// Versions that are looked through for who made them.
const VERSIONS_MAX: usize = 50;

/// That a colleague has changed the same parts since the form was drawn from a version: who, and what;
/// and that what the form left alone is as they have left it.
async fn taken_over(
    house: &House,
    before: &Playbook,
    base: Option<u64>,
    parts: &[Part],
    words: Words,
) -> Result<(StatusCode, Markup), Error> {
    let live = house.playbook();
    let since = u64::from(live.version).saturating_sub(base.unwrap_or_default());
    let limit = usize::try_from(since).unwrap_or(VERSIONS_MAX).min(VERSIONS_MAX) + 1;
    let versions = read(house, move |reading| reading.versions(u32::MAX, limit)).await?;
    let mut names: Vec<String> = Vec::new();
    for two in versions.windows(2) {
        let is_theirs = |part: &Part| parts.contains(part);
        let name = match &two[0].by {
            Actor::Teammate(id) => live.playbook.teammate(id).map_or(id, |mate| &mate.name),
            Actor::Token(name) => name,
            Actor::Visitor | Actor::House => continue,
        };
        if changed(&two[1].text, &two[0].text).iter().any(is_theirs) && !names.contains(name) {
            names.insert(0, name.clone());
        }
    }
    let told = parts.iter().flat_map(|part| differences(*part, before, &live.playbook));
    let told: Vec<String> = told.map(|one| one.said(words)).collect();
    let more = told.len().saturating_sub(CHANGES_TOLD);
    let by = match names.is_empty() {
        true => words.say("settings-changed-meanwhile"),
        false => words.fill("settings-changed-by", &[("names", names.join(", ").into())]),
    };
    let said = html! {
        div.alert data-state=(Mood::Late.key()) role="alert" {
            (icon("warn"))
            div {
                p { (words.say("settings-taken-over")) }
                @if !told.is_empty() {
                    p { (by) }
                    ul.plain {
                        @for one in told.iter().take(CHANGES_TOLD) { li { (one) } }
                        @if more > 0 { li { (and_more(words, more)) } }
                    }
                }
            }
        }
    };
    Ok((StatusCode::CONFLICT, said))
}

/// Why what was asked for does not come into force; what was typed is kept.
fn not_in_force(why: impl Render, words: Words) -> (StatusCode, Markup) {
    let said = alert(Mood::Late, html! { (why) " " (words.say("setup-kept")) });
    (StatusCode::UNPROCESSABLE_ENTITY, said)
}

/// The playbook a form was drawn from, where another one is in force now.
async fn made_from(house: &House, base: Option<u64>) -> Result<Option<Playbook>, Error> {
    let in_force = house.playbook();
    let base = base.and_then(|base| u32::try_from(base).ok());
    let Some(base) = base.filter(|base| *base != in_force.version) else { return Ok(None) };
    let text = read(house, move |reading| reading.playbook_version(base)).await?;
    Ok(text.and_then(|text| Playbook::from_text(&text).ok()))
}
