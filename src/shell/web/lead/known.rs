//! Whom we know already of those who are being keyed in: shown beside the form while it is typed.
//!
//! An address or a number decides, as it would when the form is sent. A name alone only hints.

use crate::dedupe::{KeyKind, keys};
use crate::language::Words;
use crate::lead::{LeadId, Profile};
use crate::playbook::Playbook;
use crate::rows::Summary;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::Ask;
use crate::shell::store::{Reading, Result as Stored};
use crate::shell::web::layout::Reader;
use crate::shell::web::parts::{icon, owner, stamp};
use axum::extract::{Query, State};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// Leads that are shown.
const SHOWN: usize = 3;

/// Letters of a name before anybody is looked for by it.
const NAME_MIN: usize = 4;

/// What has been typed so far.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    company: String,
    phone: String,
    email: String,
}

/// Somebody we know, and by what.
struct Known {
    id: LeadId,
    summary: Summary,
    /// The key of the words that say by what.
    by: &'static str,
}

/// `GET /leads/known`: a piece of the page, empty where nobody is known.
pub async fn show(
    State(house): State<Arc<House>>,
    reader: Reader,
    Query(typed): Query<Typed>,
) -> Result<Markup, Error> {
    let (in_force, now) = (house.playbook(), house.clock.now());
    let asked = house.clone();
    let known = house.desk.look_aside("looking for a lead that is being keyed in", move |desk| {
        let reading = desk.store().read()?;
        let mut known = by_key(&reading, &asked.playbook().playbook, &typed)?;
        if known.is_empty() {
            known = by_name(&asked, &reading, &typed)?;
        }
        Ok(known)
    });
    let of_now = |one: Known| Known { summary: one.summary.at(&in_force.playbook, now), ..one };
    let known: Vec<Known> = known.await?.into_iter().map(of_now).collect();
    Ok(fragment(&known, &in_force.playbook, reader.words))
}

fn by_key(reading: &Reading, playbook: &Playbook, typed: &Typed) -> Stored<Vec<Known>> {
    let (email, phone) = (typed.email.clone(), typed.phone.clone());
    let mut profile = Profile { email, phone, ..Profile::default() };
    profile.clean();
    let mut known: Vec<Known> = Vec::new();
    for key in keys(&profile, &playbook.business.country) {
        let by = match key.kind {
            KeyKind::Email => "known-by-email",
            KeyKind::Phone => "known-by-phone",
            KeyKind::Domain => continue,
        };
        for id in reading.by_key(key.kind.code(), &key.normal, SHOWN)? {
            let is_new = !known.iter().any(|other| other.id == id);
            if let Some(summary) = reading.summary(id)?.filter(|_| is_new) {
                known.push(Known { id, summary, by });
            }
        }
    }
    known.truncate(SHOWN);
    Ok(known)
}

fn by_name(house: &House, reading: &Reading, typed: &Typed) -> Result<Vec<Known>, Error> {
    let text = format!("{} {}", typed.name.trim(), typed.company.trim());
    if text.trim().chars().count() < NAME_MIN {
        return Ok(Vec::new());
    }
    let ask = Ask { text, limit: SHOWN, ..Ask::default() };
    let found = house.search.finder().find(&ask).map_err(Fault::of("searching"))?;
    let mut known = Vec::new();
    for (_, id) in found.ids {
        let id = LeadId(id);
        let summary = reading.summary(id)?;
        known.extend(summary.map(|summary| Known { id, summary, by: "known-by-name" }));
    }
    Ok(known)
}

fn fragment(known: &[Known], playbook: &Playbook, words: Words) -> Markup {
    html! {
        @if !known.is_empty() {
            div.alert data-state="soon" {
                (icon("info"))
                div {
                    p { (words.say("known-title")) }
                    ul.items {
                        @for one in known {
                            @let mate = one.summary.owner.as_deref().and_then(|id| playbook.teammate(id));
                            li {
                                (stamp(words, one.summary.tier, one.summary.score, false))
                                div.grow.who {
                                    a href={ "/leads/" (one.id) } { (one.summary.name) }
                                    @if one.summary.company != one.summary.name { " " span { (one.summary.company) } }
                                    p { (words.say(one.by)) }
                                }
                                @if let Some(mate) = mate { (owner(&mate.id, &mate.name)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
