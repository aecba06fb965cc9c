//! Who gets which lead: the rules in order, the pools they give to, and what would become of it.

mod draft;
mod page;
mod sample;
mod together;
mod trial;
mod typed;
mod weights;

use draft::Unread;
pub use sample::{Samples, judge, show as sample, unjudged};
pub use weights::apply as take_weights;

use super::beside::{Beside, Seen};
use super::{condition, made_from, put_right, saved};
use crate::decide;
use crate::language::Words;
use crate::playbook::{Fault, Part, Playbook, Pool, Routing, check, hints_of};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{State as Mood, alert, icon};
use crate::shell::web::read;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

pub const HERE: &str = "/settings/routing";

/// Days over which it is told how many leads each rule took.
const COUNTED_DAYS: u32 = 30;

/// What stands on the page beside the rules.
struct Drawn {
    routing: Routing,
    /// The rule that is to be looked at.
    opened: Option<usize>,
    /// What the page stands at.
    landing: String,
    said: Markup,
    /// What keeps the rules from coming into force.
    faults: Vec<Fault>,
    /// Numbers that cannot be read.
    unread: Vec<Unread>,
    /// Keys of pools of which it was asked whether they shall be everyone's.
    emptied: String,
    tried: Markup,
    /// Whether close rates are asked for.
    rates: bool,
}

impl Drawn {
    /// The rules in force, with what is to be said.
    fn of(playbook: &Playbook, said: Markup, rates: bool) -> Drawn {
        let faults = check(playbook, &decide::known());
        let (routing, tried) = (playbook.routing.clone(), html! {});
        let (unread, emptied, landing) = (Vec::new(), String::new(), String::new());
        Drawn { routing, opened: None, landing, said, faults, unread, emptied, tried, rates }
    }
}

/// What the page is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    saved: bool,
    /// Close rates are to be counted, however long that takes.
    rates: bool,
}

/// `GET /settings/routing`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let Asked { saved: is_saved, rates } = asked;
    let said = saved(&super::Told { saved: is_saved }, reader.words);
    let drawn = Drawn::of(&house.playbook().playbook, said, rates);
    page(&house, &who, reader, &Sent::default(), drawn).await
}

/// `POST /settings/routing`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let before = made_from(&house, sent.number("base")).await?;
    let in_force = house.playbook();
    let sent = match &before {
        Some(before) => condition::renamed(&sent, "rule.", before, &in_force.playbook, words),
        None => sent,
    };
    let drawn = &before.as_ref().unwrap_or(&in_force.playbook).routing;
    let mut routing = draft::read(&sent, drawn, &in_force.playbook, words);
    let theirs = &in_force.playbook.routing;
    let other = before.filter(|before| before.routing != *theirs);
    if let Some(before) = &other {
        routing = together::taken_over(&before.routing, &routing, theirs);
    }
    let button = sent.get("do");
    let opened = match other {
        Some(_) => None,
        None => draft::changed(&mut routing, button),
    };
    let wanted = Playbook { routing: routing.clone(), ..in_force.playbook.clone() };
    let is_judged = ["save", "try", "test", "look"].contains(&button);
    let faults = if is_judged { check(&wanted, &decide::known()) } else { Vec::new() };
    let unread = draft::unread(&sent, &routing, &in_force.playbook, words);
    let mut answered = sent.get("emptied").to_owned();
    let is_answered = |pool: &&Pool| answered.split(',').any(|key| key == pool.key);
    let mut emptied = draft::emptied(&routing, theirs);
    emptied.retain(|pool| !is_answered(pool));
    let (status, said) = if let Some(before) = &other {
        super::taken_over(&house, before, sent.number("base"), &[Part::Routing], words).await?
    } else if let Some(first) = unread.first() {
        (StatusCode::UNPROCESSABLE_ENTITY, put_right(&first.wrong, words))
    } else if !faults.is_empty() {
        let seen = Seen { here: HERE, playbook: &wanted, role: who.role, words };
        super::not_in_force(Beside::of(&faults, &[], seen).wrong(), words)
    } else if button == "save" && !emptied.is_empty() {
        let said = words.fill("routing-emptied", &[("pools", names_of(&emptied, words).into())]);
        answered = keys_of(&draft::emptied(&routing, theirs));
        (StatusCode::CONFLICT, alert(Mood::Soon, html! { (said) }))
    } else if button == "save" {
        staff::change(&house, who.actor(), |now| now.routing = routing).await?;
        return Ok(Redirect::to("/settings/routing?saved=true").into_response());
    } else {
        (StatusCode::OK, html! {})
    };
    let tried = match button {
        "test" => trial::test(&house, &sent, &wanted, reader).await?,
        "try" if status == StatusCode::OK => {
            let emptied = names_of(&draft::emptied(&wanted.routing, theirs), words);
            trial::dry_run(&house, &wanted, &emptied, words).await?
        }
        _ => html! {},
    };
    // What is to be said stands on top.
    let landing = match status {
        StatusCode::OK => draft::landing(&routing, button, opened),
        _ => String::new(),
    };
    let (emptied, rates) = (answered, false);
    let drawn = Drawn { routing, opened, landing, said, faults, unread, emptied, tried, rates };
    let page = page(&house, &who, reader, &sent, drawn).await?;
    Ok((status, page).into_response())
}

async fn page(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    drawn: Drawn,
) -> Result<Markup, Error> {
    let words = reader.words;
    let now = house.desk.now();
    let taken = read(house, move |reading| reading.routed(now, COUNTED_DAYS)).await?;
    let in_force = house.playbook();
    let rates = weights::counted(house, drawn.rates).await?;
    let playbook = Playbook { routing: drawn.routing.clone(), ..in_force.playbook.clone() };
    let seen = Seen { here: HERE, playbook: &playbook, role: who.role, words };
    let sheet = page::Sheet {
        playbook: &playbook,
        opened: drawn.opened,
        landing: &drawn.landing,
        taken: &taken,
        beside: &Beside::of(&drawn.faults, &hints_of(&playbook, Part::Routing), seen),
        base: in_force.version,
        live: &in_force.playbook.routing,
        unread: &drawn.unread,
        emptied: &drawn.emptied,
        is_changed: playbook.routing != in_force.playbook.routing || !drawn.unread.is_empty(),
        sent,
        words,
    };
    let settling = super::versions::settling(house, words).await?;
    let in_use = drawn.opened.is_some() || sheet.is_changed || !sent.get("do").is_empty();
    let body = html! {
        (super::asks_before_leaving())
        (drawn.said)
        (settling)
        @match in_force.playbook.only_one() {
            Some(mate) => {
                div.alert role="status" {
                    (icon("info"))
                    p { (words.fill("routing-alone", &[("name", mate.name.as_str().into())])) }
                }
                details.ledger open[in_use] {
                    summary { h2 { (words.say("routing-for-a-team")) } span.turn { (icon("down")) } }
                    div.body { (sheet.form(drawn.tried)) }
                }
            }
            None => {
                (sheet.form(drawn.tried))
                (weights::section(&rates, &in_force.playbook, in_force.version, words))
            }
        }
    };
    Ok(super::page(house, who, reader, HERE, body))
}

/// The name of somebody, or their id once nobody knows them any more.
fn name_of(playbook: &Playbook, id: &str) -> String {
    playbook.teammate(id).map_or_else(|| id.to_owned(), |mate| mate.name.clone())
}

/// The names of pools.
fn names_of(pools: &[&Pool], words: Words) -> String {
    let name = |pool: &&Pool| words.fill("lead-quoted", &[("text", pool.name.as_str().into())]);
    pools.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The keys of pools.
fn keys_of(pools: &[&Pool]) -> String {
    pools.iter().map(|pool| pool.key.as_str()).collect::<Vec<_>>().join(",")
}

/// What a rule is called where the house has words of its own for it.
fn rule_name(rule: &str, words: Words) -> String {
    crate::lead::words::cause(words, rule)
}
