//! What own close rates say each source is worth: proposed as a change, made only by a click.

use super::super::close_rate;
use super::proof::{Past, read_past};
use super::{Drawn, HERE, draw, form, made_from};
use crate::language::Words;
use crate::playbook::Playbook;
use crate::scoring::source_weights::SourceWeight;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::Web;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{State as Mood, alert};
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;

/// `POST /settings/scoring/sources`: gives the chosen sources the points proposed, if they are those
/// that stood on the page.
pub async fn apply(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let house = &web.house;
    let live = house.playbook();
    let before = made_from(house, sent.number("base")).await?;
    let draft = Arc::new(live.playbook.clone());
    let past = read_past(&web, live.clone(), draft).await?;
    let chosen = past.weights.sources.iter().filter(|one| sent.is_on(&field(&one.source)));
    let chosen: Vec<&SourceWeight> = chosen.collect();
    let is_shown = |one: &&SourceWeight| sent.get(&field(&one.source)) == one.proposed.to_string();
    let as_seen = before.is_none_or(|before| before.sources == live.playbook.sources)
        && chosen.iter().all(is_shown);
    if !as_seen {
        let said = alert(Mood::Late, html! { (reader.words.say("scoring-sources-changed")) });
        let values = form::values(&live.playbook, reader.words);
        let (draft, faults) = (live.playbook.clone(), Vec::new());
        let drawn = Drawn { sent: &values, draft, said, faults, wrong: None };
        let page = draw(&web, &who, reader, drawn).await?;
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    if !chosen.is_empty() {
        let now = house.clock.now();
        staff::change(house, who.actor(), |playbook| {
            playbook.scoring.reviewed = Some(now);
            for source in &mut playbook.sources {
                let new = chosen.iter().find(|one| one.source == source.key);
                source.points = new.map_or(source.points, |one| one.proposed);
            }
        })
        .await?;
    }
    Ok(Redirect::to("/settings/scoring?saved=true#sources").into_response())
}

fn field(source: &str) -> String {
    format!("take.{source}")
}

/// Close rates by source, and what is proposed.
pub fn section(house: &House, live: &Playbook, past: &Past, words: Words) -> Markup {
    let weights = &past.weights;
    let seen = || weights.sources.iter().filter(|one| one.rate.count.closed > 0);
    let changes = seen().any(SourceWeight::changes);
    let name = |key: &str| live.source(key).map_or(key.to_owned(), |source| source.name.clone());
    let count = [("count", weights.closed.into()), ("days", weights.days.into())];
    html! {
        section."card stack tight" #sources {
            h2 { (words.say("scoring-sources")) }
            @if weights.closed == 0 { p.mute { (words.say("scoring-sources-none")) } } @else {
                p.hint { (words.fill("scoring-sources-how", &count)) }
                form."stack tight" action={ (HERE) "/sources" } method="post" {
                    input type="hidden" name="base" value=(house.playbook().version);
                    section.scroll-x tabindex="0" aria-label=(words.say("scoring-sources")) {
                        table.table {
                            thead {
                                tr {
                                    th scope="col" { (words.say("scoring-source")) }
                                    th.num scope="col" { (words.say("scoring-closed")) }
                                    th.num scope="col" { (words.say("scoring-rate")) }
                                    th.num scope="col" { (words.say("scoring-points")) }
                                }
                            }
                            tbody { @for one in seen() { (row(one, &name(&one.source), words)) } }
                        }
                    }
                    @if changes {
                        div.line { button.btn type="submit" { (words.say("scoring-sources-take")) } }
                    } @else {
                        p.mute { (words.say("scoring-sources-same")) }
                    }
                }
            }
        }
    }
}

fn row(one: &SourceWeight, name: &str, words: Words) -> Markup {
    html! {
        tr.changed[one.changes()] {
            th scope="row" { (name) }
            td.num { (one.rate.count.closed) }
            td.num { (close_rate(&one.rate, words)) }
            td.num {
                @if one.changes() {
                    label.check {
                        input type="checkbox" name=(field(&one.source)) value=(one.proposed) checked;
                        (one.points) " → " b { (one.proposed) }
                    }
                } @else { (one.points) }
            }
        }
    }
}
