//! Why a lead belongs to its owner and to nobody else.

use super::asked::Asked;
use crate::lead::{Actor, Decision, Entry, Event, LeadId, Seq, Verdict};
use crate::routing::{self, Turn};
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// The decision that gave a lead to its owner.
#[derive(Serialize, ToSchema)]
pub struct Routing {
    /// The teammate it was given to, by id.
    pub owner: String,
    pub at: Timestamp,
    /// The entry of the journal that says so.
    pub seq: Seq,
    /// By when the owner had to say yes before somebody else was asked.
    pub accept_by: Option<Timestamp>,
    /// The rule that decided, or the reason no rule was asked, such as `by hand`.
    pub rule: String,
    /// Why it had to be decided at all; for a lead given by hand, why it was given.
    pub occasion: String,
    /// The pool it was shared out in; empty if it was not.
    pub pool: String,
    /// What put the owner before all others who could have taken it: `behind` their share the
    /// furthest, `fewer_open` leads than who was as far behind, `first_in_pool` among equals, or the
    /// `only_one`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<&'static str>,
    /// The earlier lead whose owner was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_to: Option<u64>,
    /// The teammate who is away, and for whom the owner stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands_in_for: Option<String>,
    /// Rules looked at before, with what did not hold.
    pub passed_over: Vec<PassedOver>,
    /// Everyone who could have taken it, in the order of the pool.
    pub candidates: Vec<CouldTake>,
    /// Everyone who could not, and why.
    pub exclusions: Vec<CouldNotTake>,
    /// The version of the playbook that decided.
    pub playbook: u32,
    /// The teammate or program that gave it by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_by: Option<String>,
}

/// A rule that did not decide.
#[derive(Serialize, ToSchema)]
pub struct PassedOver {
    pub rule: String,
    pub why: String,
}

/// Somebody who could have taken the lead.
#[derive(Serialize, ToSchema)]
pub struct CouldTake {
    pub teammate: String,
    /// Whether it was their turn.
    pub chosen: bool,
    /// Their share of the leads of the pool.
    pub weight: u32,
    /// Open leads they owned at that moment.
    pub open: u32,
    /// By how many leads they were behind their share of the pool, this one counted; below 0 ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behind: Option<f64>,
}

/// Somebody who could not take the lead.
#[derive(Serialize, ToSchema)]
pub struct CouldNotTake {
    pub teammate: String,
    pub why: String,
}

/// Shows why a lead has its owner
#[utoipa::path(
    get,
    operation_id = "show_routing",
    path = "/api/v1/leads/{id}/routing",
    params(("id" = u64, Path, description = "Number of the lead")),
    responses((status = 200, description = "The last decision", body = Routing))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    asked: Asked,
) -> Result<Json<Routing>, Error> {
    asked.done()?;
    let id = LeadId(id);
    let read = crate::shell::web::read(&house, move |reading| {
        let Some(owner) = reading.lead(id)?.and_then(|lead| lead.owner) else { return Ok(None) };
        let entry = reading.entry(owner.seq)?;
        let shortened = reading.newest_of_kinds(id, &SHORTENED, LOOKED_AT)?.next().transpose()?;
        Ok(entry.zip(Some(shortened.filter(|later| later.seq > owner.seq))))
    });
    let decided = read.await?.and_then(|(entry, shortened)| decided(entry, shortened));
    decided.map(Json).ok_or(Error::NotFound)
}

/// The kind of entry by which an offer has to be accepted sooner, and among how many of the newest it
/// is looked for.
const SHORTENED: [&str; 1] = ["offer_shortened"];
const LOOKED_AT: usize = 400;

/// The decision of an entry, with the entry that left less time to say yes to it.
fn decided(entry: Entry, shortened: Option<Entry>) -> Option<Routing> {
    let given_by = match entry.by {
        Actor::Teammate(who) | Actor::Token(who) => Some(who),
        Actor::Visitor | Actor::House => None,
    };
    let Event::Assigned { owner, accept_by, decision } = entry.event else { return None };
    let accept_by = match shortened.map(|later| later.event) {
        Some(Event::OfferShortened { accept_by }) => Some(accept_by),
        _ => accept_by,
    };
    let (candidates, exclusions) = sorted(&decision);
    let turn = routing::turn(&decision).map(|turn| match turn {
        Turn::OnlyOne => "only_one",
        Turn::Behind => "behind",
        Turn::FewerOpen(_) => "fewer_open",
        Turn::First(_) => "first_in_pool",
    });
    Some(Routing {
        owner,
        at: entry.at,
        seq: entry.seq,
        accept_by,
        rule: decision.rule,
        occasion: decision.occasion,
        turn,
        pool: decision.pool,
        returns_to: decision.kin.map(|kin| kin.0),
        stands_in_for: decision.covers,
        passed_over: (decision.passed_over.into_iter())
            .map(|(rule, why)| PassedOver { rule, why })
            .collect(),
        candidates,
        exclusions,
        playbook: entry.playbook,
        given_by,
    })
}

fn sorted(decision: &Decision) -> (Vec<CouldTake>, Vec<CouldNotTake>) {
    let (mut could, mut could_not) = (Vec::new(), Vec::new());
    for candidate in &decision.candidates {
        let teammate = candidate.teammate.clone();
        match &candidate.verdict {
            Verdict::Excluded(why) => could_not.push(CouldNotTake { teammate, why: why.clone() }),
            verdict @ (Verdict::Chosen | Verdict::Eligible) => could.push(CouldTake {
                teammate,
                chosen: *verdict == Verdict::Chosen,
                weight: candidate.weight,
                open: candidate.open,
                behind: routing::behind(decision, candidate)
                    .map(|leads| (leads * 10.0).round() / 10.0),
            }),
        }
    }
    (could, could_not)
}
