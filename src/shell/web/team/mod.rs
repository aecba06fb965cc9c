//! The team: who works here, who is away, who is invited, and everything that is set for each.
//!
//! Managers look after reps, owners after everyone. Whatever changes is a new version of the
//! playbook, in the name of who changed it.

mod form;
mod leave;
mod mate;

pub use leave::leave;
pub use mate::{renew, save, show as mate};

use super::guard::Who;
use super::headers::host_of;
use super::invited::{self, INVITATIONS_MAX};
use super::layout::{Follows, Place, Reader, Screen, app};
use super::lead::{Sent, Wrong};
use super::parts::{State as Tone, alert, icon, owner};
use super::read;
use super::staff;
use super::times::Times;
use crate::capability::Load;
use crate::language::Words;
use crate::lead::TeammateId;
use crate::lead::hours::zone_named;
use crate::playbook::{Playbook, Role, Teammate, listed};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::invited::{Invitation, is_forgotten};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the page is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The secret of a link that was just made.
    link: String,
    /// Who has just left, and how many leads went on to others.
    left: String,
    handed: usize,
    /// By which address the house was reached.
    #[serde(skip)]
    host: String,
}

/// `GET /team`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    headers: HeaderMap,
    Query(told): Query<Told>,
) -> Result<Markup, Error> {
    let told = Told { host: host_of(&headers).to_owned(), ..told };
    page(&house, &who, reader, &Sent::default(), None, &told).await
}

/// `POST /team`
pub async fn invite(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    match invited::invite(&house, &who, &sent, reader.words).await? {
        Ok(secret) => Ok(Redirect::to(&format!("/team?link={secret}#made")).into_response()),
        Err(wrong) => {
            let page = page(&house, &who, reader, &sent, Some(&wrong), &Told::default()).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `POST /team/uninvite`
pub async fn uninvite(
    State(house): State<Arc<House>>,
    who: Who,
    sent: Sent,
) -> Result<Redirect, Error> {
    invited::take_back(&house, &who, sent.trimmed("email")).await?;
    Ok(Redirect::to("/team"))
}

/// The roles somebody may give away.
fn roles_of(who: &Who) -> Vec<Role> {
    let roles = [Role::Rep, Role::Manager, Role::Owner];
    roles.into_iter().filter(|role| staff::may_give(who, *role)).collect()
}

async fn page(
    house: &House,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    wrong: Option<&Wrong>,
    told: &Told,
) -> Result<Markup, Error> {
    let words = reader.words;
    let (loads, invitations) =
        read(house, |reading| Ok((reading.loads()?, reading.invitations(INVITATIONS_MAX)?)))
            .await?;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let now = house.desk.now();
    let link = invited::shown_once(house, &told.host, &told.link, words).await?;
    let zone = zone_named(playbook.zone_of(&who.teammate));
    let times = Times::of(words, now, &zone);
    let gone: Vec<&Teammate> = playbook.team.iter().filter(|mate| !mate.active).collect();
    let body = html! {
        div.stack {
            (link)
            (farewell(playbook, words, told))
            div.cols {
                section.ledger {
                    header { h2 { (words.say("team-here")) } }
                    (here(playbook, &loads, &times))
                    @if !gone.is_empty() {
                        details.below {
                            summary.mute { (words.fill("team-gone", &[("count", gone.len().into())])) " " span.turn { (icon("down")) } }
                            ul.items { @for mate in gone { li { a href={ "/team/" (mate.id) } { (mate.name) } span.mute { (mate.email) } } } }
                        }
                    }
                }
                div.stack {
                    form.card.stack.tight action="/team" method="post" {
                        h2 { (words.say("team-invite-title")) }
                        p.mute { (words.say("team-invite-how")) }
                        @if let Some(wrong) = wrong { (alert(Tone::Late, html! { a href={ "#f-" (wrong.field) } { (wrong.sentence) } })) }
                        (invited::fields(sent, words, wrong, &roles_of(who)))
                        p { button.btn.primary type="submit" { (icon("plus")) (words.say("team-invite")) } }
                    }
                    div #invited data-region { (waiting(&invitations, who, playbook, &times)) }
                }
            }
        }
    };
    let title = words.say("team-title");
    let screen = Screen { follows: Follows::Everything, ..Screen::new(Place::Elsewhere, &title) };
    Ok(app(house, who, reader, screen, body))
}

fn farewell(playbook: &Playbook, words: Words, told: &Told) -> Markup {
    let Some(mate) = playbook.teammate(&told.left).filter(|mate| !mate.active) else {
        return html! {};
    };
    let with = [("name", mate.name.as_str().into()), ("count", told.handed.into())];
    html! { div.alert data-state="ok" role="status" { (icon("check")) p { (words.fill("team-left", &with)) } } }
}

fn here(playbook: &Playbook, loads: &BTreeMap<TeammateId, Load>, times: &Times) -> Markup {
    let words = times.words;
    html! {
        div.scroll-x #mates data-region tabindex="0" role="group" aria-label=(words.say("team-here")) {
            table.table {
                thead { tr {
                    th scope="col" { (words.say("team-name")) }
                    th scope="col" { (words.say("team-role")) }
                    th scope="col" { (words.say("team-now")) }
                    th.num scope="col" { (words.say("team-open")) }
                } }
                tbody {
                    @for mate in playbook.team.iter().filter(|mate| mate.active) {
                        @let load = loads.get(&mate.id).copied().unwrap_or_default();
                        tr {
                            th.who scope="row" {
                                a href={ "/team/" (mate.id) } { (owner(&mate.id, &mate.name)) }
                                @if !mate.skills.is_empty() { " " span { (listed(&mate.skills)) } }
                            }
                            td { (words.say(invited::called(mate.role))) }
                            td { (now_of(playbook, mate, times)) }
                            td.num { (load.open) }
                        }
                    }
                }
            }
        }
    }
}

/// Whether somebody is here now, and else until when they are not.
fn now_of(playbook: &Playbook, mate: &Teammate, times: &Times) -> Markup {
    let Times { words, now, .. } = *times;
    let calendar = playbook.calendar_of(mate);
    let today = playbook.calendar().day_of(now);
    if let Some(until) = mate.away_until(today) {
        let until = words.moment("team-day", until.at(0, 0, 0, 0));
        return html! { span.tag data-state="soon" { (words.fill("team-away-until", &[("day", until.into())])) } };
    }
    if calendar.is_open(now) {
        return html! { span.tag data-state="ok" { (words.say("team-at-work")) } };
    }
    let back = times.at("moment-long", calendar.next_opening(now));
    html! { span.mute { (words.fill("team-back", &[("at", back.into())])) } }
}

/// Who is invited and has not come: by links that still work, and by links that ran out.
fn waiting(invitations: &[Invitation], who: &Who, playbook: &Playbook, times: &Times) -> Markup {
    let Times { words, now, .. } = *times;
    let is_here = |email: &str| {
        playbook.team.iter().any(|mate| mate.active && mate.email.eq_ignore_ascii_case(email))
    };
    let ran_out = |one: &Invitation| {
        let is_unused = one.used_at.is_none() && !is_forgotten(one, now);
        is_unused && one.is_to_join() && !is_here(&one.email)
    };
    let open = invitations.iter().filter(|one| one.is_good(now) || ran_out(one));
    let open: Vec<&Invitation> = open.collect();
    html! {
        @if !open.is_empty() {
            section.ledger {
                header { h2 { (words.say("team-invited")) } }
                ul.items {
                    @for one in open {
                        li {
                            span.grow { b { (one.name) } br; span.mute { (one.email) } }
                            span.tag { (words.say(if one.is_to_join() { invited::called(one.role) } else { "team-new-password" })) }
                            @if !one.is_good(now) {
                                @let day = times.at("team-day", one.expires_at);
                                span.tag data-state="late" { (words.fill("team-ran-out", &[("day", day.into())])) }
                            }
                            @if !one.is_good(now) && staff::may_give(who, one.role) {
                                form action="/team" method="post" {
                                    input type="hidden" name="name" value=(one.name);
                                    input type="hidden" name="email" value=(one.email);
                                    input type="hidden" name="role" value=(one.role.key());
                                    button.btn type="submit" aria-label=(words.fill("team-invite-again-who", &[("name", one.name.as_str().into())])) { (words.say("team-invite-again")) }
                                }
                            }
                            @if staff::may_give(who, one.role) {
                                form action="/team/uninvite" method="post" {
                                    input type="hidden" name="email" value=(one.email);
                                    button.btn.quiet type="submit" aria-label=(words.fill("team-uninvite-who", &[("name", one.name.as_str().into())])) { (icon("x")) (words.say("team-uninvite")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
