//! Today: who waits for an answer, what is due, what goes out by itself, and what comes next.
//!
//! A rep sees their own desk. A manager or an owner may look at everyone's. Everything is read from
//! agenda rows at one moment, and every list has an end.

mod desk;
mod gather;
mod notices;
mod numbers;
mod rows;
mod silence;
mod strip;
mod team;
mod words;
mod work;

pub use gather::waiting_for;

use super::guard::Who;
use super::layout::{Follows, Place, Reader, Screen, app};
use super::parts::{State as Tone, alert, empty, icon};
use super::{read, times};
use crate::playbook::{Playbook, Role};
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Query, State};
use desk::Desk;
use gather::Asker;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// What the URL may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `all` for everyone's desk.
    team: String,
}

/// `GET /today`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let may_see_all = who.role >= Role::Manager;
    let everyone = may_see_all && asked.team == "all";
    let in_force = house.playbook();
    let now = house.desk.now();
    let asker =
        Asker { teammate: who.teammate.clone(), everyone, mail_is_set_up: house.mail.is_set() };
    let playbook = in_force.clone();
    let (desk, waiting) = read(&house, move |reading| {
        let waiting = gather::waiting_for(reading, &asker.teammate, now)?;
        Ok((gather::desk(reading, &playbook.playbook, &asker, now)?, waiting))
    })
    .await?;
    let playbook = &in_force.playbook;
    let screen = Screen {
        context: html! { (opening(playbook, now)) },
        follows: Follows::Everything,
        waiting,
        ..Screen::new(Place::Today, words::TODAY)
    };
    let body = html! {
        div.stack {
            (alarms(&house, &desk, playbook.calendar().zone()))
            @if may_see_all { (whose(everyone)) }
            (strip::strip(&desk.numbers, playbook))
            div.cols {
                div.stack {
                    (rows::waiting(&desk, playbook))
                    (rows::due(&desk, playbook))
                    (done(&desk))
                    div.stack #behind data-region {
                        (work::section(&desk, playbook, reader.words))
                        (team::section(&desk, reader.words))
                    }
                }
                div.stack #aside data-region {
                    (rows::drafts(&desk, playbook))
                    (silence::waiting_on_reply(&desk, playbook, reader.words))
                    (silence::going_stale(&desk, playbook, reader.words))
                    (notices::section(&desk))
                    (later(&desk))
                }
            }
        }
    };
    Ok(app(&house, &who, reader, screen, body))
}

/// The day, the time, and whether anybody is there.
fn opening(playbook: &Playbook, now: Timestamp) -> String {
    let calendar = playbook.calendar();
    let zone = calendar.zone();
    let day = zone.to_datetime(now).strftime("%A %-d %B").to_string();
    let opens = calendar.next_opening(now);
    let hours = match calendar.closing(now).filter(|_| opens <= now) {
        Some(closes) => words::open_until(&times::clock(closes, zone)),
        None => words::opens(&times::said(opens, now, zone)),
    };
    format!("{day}, {}. {hours}", times::clock(now, zone))
}

fn alarms(house: &House, desk: &Desk, zone: &TimeZone) -> Markup {
    html! {
        div #alarms data-region {
            @if house.desk.fault().is_some() { (alert(Tone::Late, html! { (words::BOX_IS_ILL) })) }
            @if let Some(fault) = house.snapshots.fault() {
                (alert(Tone::Late, html! { (words::no_copy(&fault.cause.to_string())) }))
            }
            @if let Some(doubt) = house.desk.doubts_its_clock() {
                (alert(Tone::Late, html! { (words::clock_in_doubt(&doubt, zone)) }))
            }
            @if desk.letters_stuck > 0 {
                (alert(Tone::Soon, html! { (words::letters_wait(desk.letters_stuck)) }))
            }
        }
    }
}

/// Whose desk is shown.
fn whose(everyone: bool) -> Markup {
    html! {
        nav.tabs aria-label=(words::WHOSE) {
            a href="/today" aria-current=[(!everyone).then_some("page")] { (words::MINE) }
            a href="/today?team=all" aria-current=[everyone.then_some("page")] { (words::EVERYONES) }
        }
    }
}

/// What is said when nothing is left to do today.
fn done(desk: &Desk) -> Markup {
    let is_empty = desk.clocks.rows.is_empty() && desk.tasks.rows.is_empty();
    html! {
        div #done data-region {
            @if is_empty {
                (empty(words::ALL_DONE, html! { p { (words::tomorrow(desk.later.first())) } }))
            }
        }
    }
}

fn later(desk: &Desk) -> Markup {
    html! {
        @if !desk.later.is_empty() {
            section.ledger {
                header { h2 { (words::LATER) } }
                ul.items {
                    @for day in &desk.later {
                        li {
                            b { (day.date.strftime("%a %-d").to_string()) }
                            span.mute { (words::load(day)) }
                            span.push { (day.count()) }
                        }
                    }
                }
                @if desk.more_later { p.mute.below { (icon("info")) (words::MORE_LATER) } }
            }
        }
    }
}
