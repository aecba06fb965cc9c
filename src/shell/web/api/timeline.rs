//! The journal of a lead, as people read it.

use super::asked::{Asked, no_cursor};
use crate::language::Words;
use crate::lead::words::{self, Side, kind_of};
use crate::lead::{Actor, Entry, Event, LeadId, Seq};
use crate::playbook::Playbook;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// One page of a timeline, oldest entry first.
#[derive(Serialize, ToSchema)]
pub struct Timeline {
    pub items: Vec<Happened>,
    /// Where the next page begins; `null` on the last one.
    pub next_cursor: Option<String>,
    /// How many entries there are about the lead.
    pub total: usize,
}

/// One entry of the journal.
#[derive(Serialize, ToSchema)]
pub struct Happened {
    pub seq: Seq,
    /// When it was recorded.
    pub at: Timestamp,
    /// When it took place, where that was earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occurred_at: Option<Timestamp>,
    /// What kind of entry it is, such as `scored`.
    pub kind: &'static str,
    /// Whose move it was: `them`, `us` or `house`.
    pub side: &'static str,
    /// Who wrote it: `visitor`, `teammate`, `token` or `house`.
    pub by: &'static str,
    /// The teammate's id or the token's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What happened, in a sentence.
    pub what: String,
    /// Words somebody wrote or said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// The version of the playbook that decided it.
    pub playbook: u32,
}

/// Shows what happened with a lead
#[utoipa::path(
    get,
    operation_id = "show_timeline",
    path = "/api/v1/leads/{id}/timeline",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before"),
        ("limit" = Option<usize>, Query, description = "1 to 200; 50 if it is not said"),
    ),
    responses((status = 200, description = "Entries, oldest first", body = Timeline))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    mut asked: Asked,
) -> Result<Json<Timeline>, Error> {
    let after: Seq = asked.read("cursor", "cursor").map_err(|_| no_cursor())?.unwrap_or(0);
    let limit = asked.limit()?;
    asked.done()?;
    let id = LeadId(id);
    let read = crate::shell::web::read(&house, move |reading| {
        let total = reading.timeline_len(id)?;
        Ok((reading.timeline(id, after, limit + 1)?, total))
    });
    let (mut entries, total) = read.await?;
    if total == 0 {
        return Err(Error::NotFound);
    }
    let is_last = entries.len() <= limit;
    entries.truncate(limit);
    let next = entries.last().filter(|_| !is_last).map(|entry| entry.seq.to_string());
    let in_force = house.playbook();
    let items = entries.iter().map(|entry| happened(entry, &in_force.playbook)).collect();
    Ok(Json(Timeline { items, next_cursor: next, total }))
}

fn happened(entry: &Entry, playbook: &Playbook) -> Happened {
    let names = |what, key: &str| playbook.called(what, key);
    let line = words::line(entry, &names, Words::default());
    let (by, who) = by(&entry.by);
    Happened {
        seq: entry.seq,
        at: entry.at,
        occurred_at: occurred_at(&entry.event).filter(|at| *at != entry.at),
        kind: kind_of(&entry.event),
        side: match line.side {
            Side::In => "them",
            Side::Us => "us",
            Side::House => "house",
        },
        by,
        who,
        what: words::sentence(entry, &names, Words::default()),
        said: line.said,
        playbook: entry.playbook,
    }
}

fn by(actor: &Actor) -> (&'static str, Option<String>) {
    match actor {
        Actor::Visitor => ("visitor", None),
        Actor::Teammate(id) => ("teammate", Some(id.clone())),
        Actor::Token(name) => ("token", Some(name.clone())),
        Actor::House => ("house", None),
    }
}

/// When something took place that may have been recorded later.
fn occurred_at(event: &Event) -> Option<Timestamp> {
    if let Event::Captured(arrival) | Event::Attached(arrival) = event {
        return Some(arrival.arrived_at);
    }
    if let Event::Touched(touch) = event { Some(touch.at) } else { None }
}
