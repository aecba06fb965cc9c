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
mod work;

pub use gather::waiting_for;

use super::guard::Who;
use super::layout::{Follows, Place, Reader, Screen, app};
use super::parts::{State as Tone, alert, empty, first_name, icon};
use super::times::{ByDay, Times};
use super::{Web, away, read, settings};
use crate::language::Words;
use crate::lead::hours::zone_named;
use crate::playbook::{Playbook, Role};
use crate::shell::clock::Doubt;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Query, State};
use desk::{Day, Desk, Load};
use gather::Asker;
use jiff::Timestamp;
use jiff::civil::Time;
use maud::{Markup, html};
use serde::Deserialize;

/// What the URL may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `all` for everyone's desk, `mine` for one's own; else that of whoever has one, and everyone's
    /// for those who lead and have none.
    team: String,
}

/// `GET /today`
pub async fn show(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let house = &web.house;
    let in_force = house.playbook();
    let is_manager = who.role >= Role::Manager;
    let may_see_all = is_manager && in_force.playbook.only_one().is_none();
    let now = house.desk.now();
    let (teammate, mail_is_set_up) = (who.teammate.clone(), house.mail.is_set());
    let playbook = in_force.clone();
    let (desk, waiting, review) = read(house, move |reading| {
        let everyone = may_see_all
            && match asked.team.as_str() {
                "all" => true,
                "mine" => false,
                _ => reading.loads()?.get(&teammate).is_none_or(|load| load.open == 0),
            };
        let asker = Asker { teammate, everyone, mail_is_set_up };
        let waiting = gather::waiting_for(reading, &asker.teammate, now)?;
        let reviewed = playbook.playbook.scoring.reviewed;
        let review = settings::Standing::read(reading, reviewed, now)?;
        Ok((gather::desk(reading, &playbook.playbook, &asker, now)?, waiting, review))
    })
    .await?;
    let unjudged = if may_see_all { settings::unjudged(&web).await? } else { 0 };
    let playbook = &in_force.playbook;
    let words = reader.words;
    let zone = zone_named(playbook.zone_of(&who.teammate));
    let times = Times::of(words, now, &zone);
    let title = words.say("frame-today");
    let screen = Screen {
        context: html! { (opening(playbook, &times)) },
        follows: Follows::Everything,
        waiting,
        ..Screen::new(Place::Today, &title)
    };
    let sheet = Sheet { desk: &desk, playbook, times, who: &who };
    let body = html! {
        div.stack {
            (alarms(house, &sheet, unjudged))
            @if is_manager { (review.said(words, html! { a href="/settings/scoring" { (words.say("scoring-review-go")) } })) }
            @if may_see_all { (whose(words, desk.everyone)) }
            (strip::strip(&desk.numbers, playbook, words))
            div.cols.desks[desk.everyone] {
                div.stack {
                    (rows::waiting(&sheet))
                    (rows::due(&sheet))
                    (done(&desk, words))
                    div #behind data-region { (work::section(&sheet)) }
                }
                @if desk.everyone { div #team-now data-region { (team::section(&desk, words)) } }
                div.stack #aside data-region {
                    (rows::drafts(&sheet))
                    (silence::waiting_on_reply(&sheet))
                    (silence::going_stale(&sheet))
                    (notices::section(&sheet))
                    (later(&desk, words))
                }
            }
        }
    };
    Ok(app(house, &who, reader, screen, body))
}

/// What every part of the page is drawn from.
struct Sheet<'a> {
    desk: &'a Desk,
    playbook: &'a Playbook,
    times: Times<'a>,
    /// Who looks.
    who: &'a Who,
}

/// When the business opens again.
const OPENS: ByDay =
    ["today-opens-today", "today-opens-tomorrow", "today-opens-weekday", "today-opens-day"];

/// The day, the time, and whether anybody is there.
fn opening(playbook: &Playbook, times: &Times) -> String {
    let calendar = playbook.calendar();
    let opens = calendar.next_opening(times.now);
    let hours = match calendar.closing(times.now).filter(|_| opens <= times.now) {
        Some(closes) => times.at("today-open-until", closes),
        None => times.by_day(&OPENS, opens),
    };
    format!("{} {hours}", times.at("today-is", times.now))
}

fn alarms(house: &House, sheet: &Sheet, unjudged: usize) -> Markup {
    let &Sheet { desk, playbook, times, who } = sheet;
    let words = times.words;
    html! {
        div #alarms data-region {
            (away::banner(playbook, who, times.now, words))
            @if house.desk.fault().is_some_and(|fault| !fault.is_of_a_full_disk()) { (alert(Tone::Late, html! { (words.say("today-box-ill")) })) }
            @if desk.ownerless > 0 {
                (alert(Tone::Late, html! { (words.fill("today-ownerless", &[("count", desk.ownerless.into())])) }))
            }
            @if let Some(fault) = house.snapshots.fault() {
                (alert(Tone::Late, html! { (words.fill("today-no-copy", &[("why", fault.cause.to_string().into())])) }))
            }
            @if let Some(doubt) = house.desk.doubts_its_clock() {
                (alert(Tone::Late, html! { (clock_in_doubt(&doubt, &times)) }))
            }
            @if unjudged > 0 {
                div.alert role="status" {
                    (icon("route"))
                    p { a href="/settings/routing/sample" { (words.fill("today-unjudged", &[("count", unjudged.into())])) } }
                }
            }
            @if desk.letters_stuck > 0 {
                @let stuck = words.fill("today-letters-stuck", &[("count", desk.letters_stuck.into())]);
                (alert(Tone::Soon, html! {
                    @if who.role == Role::Owner {
                        a href="/settings/mail" { (stuck) }
                    } @else {
                        (stuck) " " (words.fill("today-letters-ask", &[("names", owners(playbook).into())]))
                    }
                }))
            }
        }
    }
}

/// Those who may set up what only an owner may.
fn owners(playbook: &Playbook) -> String {
    let owners = playbook.team.iter().filter(|mate| mate.active && mate.role == Role::Owner);
    owners.map(|mate| first_name(&mate.name)).collect::<Vec<_>>().join(", ")
}

/// Why letters wait though nobody told them to.
fn clock_in_doubt(doubt: &Doubt, times: &Times) -> String {
    let (words, day) = (times.words, |at: &Timestamp| times.at("moment-full", *at));
    match doubt {
        Doubt::Behind { shows, written } => {
            let with = [("shows", day(shows).into()), ("written", day(written).into())];
            words.fill("today-clock-behind", &with)
        }
        Doubt::Leapt { from, to, until } => {
            let (from, to, until) = (day(from), day(to), times.said(*until));
            let with = [("from", from.into()), ("to", to.into()), ("until", until.into())];
            words.fill("today-clock-leapt", &with)
        }
    }
}

/// Whose desk is shown.
fn whose(words: Words, everyone: bool) -> Markup {
    html! {
        nav.tabs aria-label=(words.say("today-whose")) {
            a href="/today?team=mine" aria-current=[(!everyone).then_some("page")] { (words.say("today-mine")) }
            a href="/today?team=all" aria-current=[everyone.then_some("page")] { (words.say("today-everyones")) }
        }
    }
}

/// What is said when nothing is left to do today.
fn done(desk: &Desk, words: Words) -> Markup {
    let is_empty = desk.clocks.count() + desk.called_in.count() + desk.tasks.count() == 0;
    let said = if desk.done.rows.is_empty() { "today-nothing-yet" } else { "today-all-done" };
    html! {
        div #done data-region {
            @if desk.is_house_empty {
                (empty(&words.say("leads-none-yet"), html! {
                    p { (words.say("leads-first-words")) }
                    a."btn primary" href="/leads" { (words.say("today-first-lead")) }
                }))
            } @else if is_empty {
                (empty(&words.say(said), html! { p { (coming(desk.later.first(), words)) } }))
            }
        }
    }
}

/// What comes after a day that is done.
fn coming(next: Option<&Day>, words: Words) -> String {
    let Some(day) = next else { return words.say("today-nothing-planned") };
    let with =
        [("day", named("today-weekday", day, words).into()), ("load", load(day, words).into())];
    words.fill("today-then", &with)
}

fn later(desk: &Desk, words: Words) -> Markup {
    html! {
        @if !desk.later.is_empty() {
            section.ledger {
                header { h2 { (words.say("today-later")) } }
                ul.items {
                    @for day in &desk.later {
                        li {
                            b { (named("today-later-day", day, words)) }
                            span.mute { (load(day, words)) }
                            span.push { (day.count()) }
                        }
                    }
                }
                @if desk.more_later { p.mute.below { (icon("info")) (words.say("today-more-later")) } }
            }
        }
    }
}

fn named(key: &str, day: &Day, words: Words) -> String {
    words.moment(key, day.date.to_datetime(Time::midnight()))
}

/// What a day holds, the most pressing first: `4 calls, 3 emails`.
fn load(day: &Day, words: Words) -> String {
    let parts = day.loads.iter().map(|(load, count)| {
        let key = match load {
            Load::Answer => "today-load-answers",
            Load::Call => "today-load-calls",
            Load::Email => "today-load-emails",
            Load::Linkedin => "today-load-linkedin",
            Load::Task => "today-load-tasks",
            Load::Letter => "today-load-letters",
            Load::Back => "today-load-back",
        };
        words.fill(key, &[("count", (*count).into())])
    });
    parts.collect::<Vec<_>>().join(", ")
}
