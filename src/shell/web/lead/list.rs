//! Leads found by a name, a company, an address or a number; the newest ones where nothing is asked.

use super::words;
use crate::lead::{LeadFate, LeadId};
use crate::playbook::{Playbook, Role};
use crate::rows::Summary;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::{Ask, Finder};
use crate::shell::store::{Reading, Result as Stored};
use crate::shell::web::guard::Who;
use crate::shell::web::layout::{Place, Reader, Screen, app};
use crate::shell::web::parts::{empty, face, icon, tier};
use crate::shell::web::{clocks, read, times};
use axum::extract::{Query, State};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// Rows on the page.
const ROWS: usize = 50;

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

/// `GET /leads`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Markup, Error> {
    let finder = house.search.finder();
    let text = asked.q.trim().to_owned();
    let wanted = text.clone();
    let (rows, total) = found(&house, finder, wanted).await?;
    let in_force = house.playbook();
    let now = house.desk.now();
    let screen = Screen::new(Place::Leads, words::LEADS);
    let body = html! {
        div.stack.leads {
            // On a wide screen the field in the top bar finds the same.
            form."line filters phone" role="search" action="/leads" {
                div.find.grow {
                    (icon("search"))
                    label.sr for="q" { (words::FIND) }
                    input.input #q name="q" type="search" value=(text) placeholder=(words::FIND_HINT) autocomplete="off";
                }
                button.btn type="submit" { (words::FIND) }
            }
            @if rows.is_empty() {
                (nothing(&text))
            } @else {
                section.ledger {
                    header {
                        h2 { @if text.is_empty() { (words::NEWEST) } @else { (words::found(&text)) } }
                        span.count { (words::shown(rows.len(), total)) }
                    }
                    (table(&rows, &in_force.playbook, now))
                }
            }
            @if who.role >= Role::Manager {
                p.line {
                    a href="/quarantine" { (words::PUT_ASIDE) }
                    a href="/import" { (reader.words.say("import-link")) }
                }
            }
        }
    };
    Ok(app(&house, &who, reader, screen, body))
}

type Rows = Vec<(LeadId, Summary)>;

/// The leads of a page, and how many there are in all.
async fn found(house: &House, finder: Finder, text: String) -> Result<(Rows, usize), Error> {
    if text.is_empty() {
        return read(house, |reading| {
            Ok((reading.newest_leads(ROWS)?, reading.lead_count()? as usize))
        })
        .await;
    }
    let ask = Ask { text, limit: ROWS, ..Ask::default() };
    let found = tokio::task::spawn_blocking(move || finder.find(&ask)).await;
    let found = found.map_err(Fault::of("searching"))?.map_err(Fault::of("searching"))?;
    let ids: Vec<LeadId> = found.ids.iter().map(|(_, id)| LeadId(*id)).collect();
    let total = found.total;
    let rows = read(house, move |reading| named(reading, &ids)).await?;
    Ok((rows, total))
}

fn named(reading: &Reading, ids: &[LeadId]) -> Stored<Rows> {
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(reading.summary(*id)?.map(|summary| (*id, summary)));
    }
    Ok(rows)
}

fn nothing(text: &str) -> Markup {
    let add = html! {
        p { (words::WAYS_IN) }
        a.btn.primary href="/leads/new" { (icon("plus")) (words::ADD_LEAD) }
    };
    if text.is_empty() {
        return empty(words::NO_LEADS_YET, add);
    }
    empty(
        &words::nothing_found(text),
        html! { p { (words::FIND_OTHERWISE) } a.btn href="/leads" { (words::NEWEST) } },
    )
}

fn table(rows: &Rows, playbook: &Playbook, now: Timestamp) -> Markup {
    let zone = super::view::zone(playbook);
    html! {
        table.table {
            thead {
                tr {
                    th scope="col" { (words::TIER) }
                    th scope="col" { (words::LEAD) }
                    th.d scope="col" { (words::OWNER) }
                    th.d scope="col" { (words::STAGE) }
                    th scope="col" { (words::NEXT) }
                }
            }
            tbody {
                @for (id, summary) in rows {
                    tr {
                        td { (tier(summary.tier, summary.score, false)) }
                        td.who {
                            a href={ "/leads/" (id) } { (summary.name) }
                            @if summary.company != summary.name { " " span { (summary.company) } }
                        }
                        td.d { (owner(summary, playbook)) }
                        td.d { (stage(summary, playbook)) }
                        td {
                            @if let Some(at) = summary.next_at.filter(|_| summary.fate == LeadFate::Open) {
                                span.due data-state=(clocks::due_state(at, now)) { (times::brief(at, now, &zone)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn owner(summary: &Summary, playbook: &Playbook) -> Markup {
    let owner = summary.owner.as_deref().unwrap_or_default();
    let name = playbook.teammate(owner).map_or(owner, |mate| mate.name.as_str());
    html! { @if !owner.is_empty() { span.owner { (face(owner, name)) " " (name) } } }
}

fn stage(summary: &Summary, playbook: &Playbook) -> Markup {
    let stage = playbook.stage(&summary.stage).map_or(summary.stage.as_str(), |(_, one)| &one.name);
    html! {
        @match summary.fate {
            LeadFate::Open => (stage),
            LeadFate::Won => span.tag data-state="ok" { (words::IS_WON) },
            LeadFate::Lost => span.tag { (words::IS_LOST) },
            LeadFate::Disqualified => span.tag { (words::IS_NO_LEAD) },
        }
    }
}
