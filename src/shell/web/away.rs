//! Whoever is away is told so, with who covers, and is back at one press.

use super::guard::Who;
use super::layout::came_from;
use super::parts::{first_name, icon};
use super::staff::{self, ONE_AT_A_TIME};
use crate::language::Words;
use crate::playbook::{Playbook, Teammate};
use crate::routing;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Redirect;
use jiff::Timestamp;
use jiff::civil::Time;
use maud::{Markup, html};
use std::sync::Arc;

/// That they are away now and until when, who covers, and the way to end it.
pub fn banner(playbook: &Playbook, who: &Who, now: Timestamp, words: Words) -> Markup {
    let today = playbook.calendar().day_of(now);
    let mate = playbook.active(&who.teammate);
    let Some(until) = mate.and_then(|mate| mate.away_until(today)) else { return html! {} };
    let key = if until == today { "away-today" } else { "away-until" };
    html! {
        div.alert data-state="soon" role="status" {
            (icon("cal"))
            p.grow {
                (words.moment(key, until.to_datetime(Time::midnight()))) " "
                (covered(playbook, who, now, words)) " "
                a href={ "/team/" (who.teammate) } { (words.say("me-hours-set")) }
            }
            form action="/me/back" method="post" {
                button.btn type="submit" { (icon("check")) (words.say("away-back")) }
            }
        }
    }
}

/// To whom goes what would be theirs.
fn covered(playbook: &Playbook, who: &Who, now: Timestamp, words: Words) -> String {
    let cover = routing::cover(playbook, &who.teammate, now);
    let is_fallback = playbook.fallback_owner() == who.teammate;
    match cover.and_then(|cover| playbook.teammate(cover)) {
        _ if playbook.only_one().is_some() => words.say("away-alone"),
        Some(mate) => {
            let key = if is_fallback { "away-covered-fallback" } else { "away-covered" };
            words.fill(key, &[("name", first_name(&mate.name).into())])
        }
        None if is_fallback => words.say("away-uncovered-fallback"),
        None => words.say("away-uncovered"),
    }
}

/// What becomes of the leads of somebody while they are away, said to them or of them.
pub fn hint(playbook: &Playbook, mate: &Teammate, is_self: bool, words: Words) -> String {
    let is_fallback = playbook.fallback_owner() == mate.id;
    match (is_self, playbook.active(&mate.backup)) {
        (true, Some(backup)) => {
            words.fill("team-away-own", &[("name", backup.name.as_str().into())])
        }
        (true, None) if is_fallback => words.say("team-away-own-fallback"),
        (true, None) => words.say("team-away-own-alone"),
        (false, None) if is_fallback => words.say("team-away-fallback"),
        (false, _) => words.say("team-away-hint"),
    }
}

/// `POST /me/back`: they are here again from today on.
pub async fn end(
    State(house): State<Arc<House>>,
    who: Who,
    headers: HeaderMap,
) -> Result<Redirect, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let now = house.desk.now();
    staff::change(&house, who.actor(), |playbook| {
        let today = playbook.calendar().day_of(now);
        if let Some(mate) = playbook.team.iter_mut().find(|mate| mate.id == who.teammate) {
            mate.come_back(today);
        }
    })
    .await?;
    Ok(Redirect::to(&came_from(&headers)))
}
