//! Finding a lead while its name is being typed: a few lines under the field in the top bar.
//!
//! The script `web/js/find.js` asks for them and puts them there. Without it the field leads to the
//! list of leads, which finds the same.

use super::guard::Who;
use super::layout::Reader;
use super::parts::{face, icon, stamp};
use super::read;
use crate::language::Words;
use crate::lead::{LeadFate, LeadId};
use crate::playbook::Playbook;
use crate::rows::Summary;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::Ask;
use crate::shell::store::{Reading, Result as Stored};
use axum::extract::{Query, State};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// Leads that are shown.
const SHOWN: usize = 8;

/// Characters of what is typed that are looked at.
const TYPED_MAX: usize = 200;

/// What is typed; where nothing is, the numbers of the leads that were looked at last.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    recent: String,
}

/// `GET /find`
pub async fn show(
    State(house): State<Arc<House>>,
    _: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let words = reader.words;
    let text: String = asked.q.trim().chars().take(TYPED_MAX).collect();
    let ids = match text.is_empty() {
        true => recent(&asked.recent),
        false => found(&house, text.clone()).await?,
    };
    let rows = read(&house, move |reading| named(reading, &ids)).await?;
    let (in_force, now) = (house.playbook(), house.clock.now());
    let label = match text.is_empty() {
        true => words.say("find-recent"),
        false => words.say("find-found"),
    };
    Ok(html! {
        @if rows.is_empty() {
            p.mute { (nothing(words, &text)) }
        } @else {
            p.label { (label) }
            ul role="listbox" aria-label=(label) {
                @for (id, summary) in rows { (option(words, id, &summary.at(&in_force.playbook, now), &in_force.playbook)) }
            }
            @if !text.is_empty() {
                p.mute { (icon("search")) (words.fill("find-all", &[("text", text.as_str().into())])) }
            }
        }
    })
}

fn nothing(words: Words, text: &str) -> String {
    match text.is_empty() {
        true => words.say("find-hint"),
        false => words.fill("find-nothing", &[("text", text.into())]),
    }
}

/// The numbers a browser has kept, the last looked at first.
fn recent(kept: &str) -> Vec<LeadId> {
    kept.split(',').filter_map(|id| id.parse().ok().map(LeadId)).take(SHOWN).collect()
}

async fn found(house: &House, text: String) -> Result<Vec<LeadId>, Error> {
    let finder = house.search.finder();
    let ask = Ask { text, limit: SHOWN, ..Ask::default() };
    let found = tokio::task::spawn_blocking(move || finder.find(&ask)).await;
    let found = found.map_err(Fault::of("searching"))?.map_err(Fault::of("searching"))?;
    Ok(found.ids.iter().map(|(_, id)| LeadId(*id)).collect())
}

fn named(reading: &Reading, ids: &[LeadId]) -> Stored<Vec<(LeadId, Summary)>> {
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(reading.summary(*id)?.map(|summary| (*id, summary)));
    }
    Ok(rows)
}

fn option(words: Words, id: LeadId, summary: &Summary, playbook: &Playbook) -> Markup {
    let owner = summary.owner.as_deref().unwrap_or_default();
    let name = playbook.teammate(owner).map_or(owner, |mate| mate.name.as_str());
    let fate = match summary.fate {
        LeadFate::Open => None,
        LeadFate::Won => Some(words.say("find-won")),
        LeadFate::Lost => Some(words.say("find-lost")),
        LeadFate::Disqualified => Some(words.say("find-no-lead")),
    };
    html! {
        li role="option" id={ "found-" (id) } data-href={ "/leads/" (id) } aria-selected="false" {
            (stamp(words, summary.tier, summary.score, false))
            span.who.grow {
                b.cut { (summary.name) }
                @if summary.company != summary.name { span."mute cut" { (summary.company) } }
            }
            @if let Some(fate) = fate { span.tag { (fate) } }
            @if !owner.is_empty() { span.owner { (face(owner, name)) span.sr { (name) } } }
        }
    }
}
