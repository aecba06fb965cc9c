//! The score of a lead laid open: every point that makes it, as of this moment.

use super::asked::Asked;
use super::lead;
use super::shown::{one_of, tiers};
use crate::language::Words;
use crate::lead::Seq;
use crate::scoring::{self, Group, Ledger, Point};
use crate::shell::desk::InForce;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A score with everything it is made of: the points of each group up to its cap, and what a floor
/// adds, come to `total`; rounded, and kept between 0 and 100, that is the score.
#[derive(Serialize, ToSchema)]
pub struct Score {
    pub score: u8,
    #[schema(schema_with = tiers)]
    pub tier: &'static str,
    /// The moment it is computed for.
    pub as_of: Timestamp,
    /// Fingerprint of the scoring model.
    pub model: String,
    /// The version of the playbook that holds the model.
    pub playbook: u32,
    pub points: Vec<Given>,
    pub groups: Vec<GroupSum>,
    /// The floor that raises the score now.
    pub floor: Option<Raised>,
    pub total: f64,
    /// How much of what makes a lead fit is known.
    pub known_fit: KnownFit,
}

/// Points given for one thing.
#[derive(Serialize, ToSchema)]
pub struct Given {
    /// Key of the signal.
    pub signal: &'static str,
    #[schema(schema_with = groups)]
    pub group: &'static str,
    /// What it gives now, after fading and before the cap of its group.
    pub points: f64,
    /// What it gave when it was fresh.
    pub original: i32,
    /// When it was shown; for a fact, when the lead came in.
    pub when: Timestamp,
    /// The entry that proves it, where it is one.
    pub evidence: Option<Seq>,
    pub why: String,
}

/// What a group gives, after its cap.
#[derive(Serialize, ToSchema)]
pub struct GroupSum {
    #[schema(schema_with = groups)]
    pub group: &'static str,
    pub points: f64,
}

/// A floor under the score.
#[derive(Serialize, ToSchema)]
pub struct Raised {
    pub name: String,
    /// No lower than this while it holds.
    pub score: u8,
    /// Points it adds to the sum.
    pub adds: f64,
    /// When it lapses; `null` while the request is unanswered.
    pub until: Option<Timestamp>,
}

/// Of the facts that make a lead fit, how many are known.
#[derive(Serialize, ToSchema)]
pub struct KnownFit {
    pub known: u32,
    pub of: u32,
}

/// Shows why a lead has its score
#[utoipa::path(
    get,
    path = "/api/v1/leads/{id}/score",
    params(("id" = u64, Path, description = "Number of the lead")),
    responses((status = 200, description = "Every point", body = Score))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    asked: Asked,
) -> Result<Json<Score>, Error> {
    asked.done()?;
    let lead = lead(&house, id).await?;
    let (in_force, now) = (house.playbook(), house.clock.now());
    let ledger = scoring::ledger(&lead, &in_force.playbook, now);
    Ok(Json(laid_open(ledger, &in_force, now)))
}

fn laid_open(ledger: Ledger, in_force: &InForce, now: Timestamp) -> Score {
    let caps = &in_force.playbook.scoring.caps;
    let sum = |group| GroupSum { group: key(group), points: ledger.group(group, caps) };
    let adds = ledger.floor.as_ref().map_or(0.0, |floor| floor.adds);
    Score {
        score: ledger.score,
        tier: ledger.tier.key(),
        as_of: now,
        model: format!("{:016x}", in_force.playbook.model),
        playbook: in_force.version,
        groups: Group::ALL.into_iter().map(sum).collect(),
        points: ledger.points.into_iter().map(given).collect(),
        total: ledger.total + adds,
        floor: ledger.floor.map(|floor| Raised {
            name: floor.name,
            score: floor.score,
            adds: floor.adds,
            until: floor.until,
        }),
        known_fit: KnownFit { known: ledger.known_fit.0, of: ledger.known_fit.1 },
    }
}

fn given(point: Point) -> Given {
    Given {
        signal: point.signal,
        group: key(point.group),
        points: point.points,
        original: point.original,
        when: point.at,
        evidence: point.evidence,
        why: point.because(Words::default()),
    }
}

fn key(group: Group) -> &'static str {
    match group {
        Group::Fit => "fit",
        Group::Engagement => "engagement",
        Group::Source => "source",
        Group::Stage => "stage",
        Group::Against => "against",
    }
}

fn groups() -> utoipa::openapi::schema::Object {
    one_of(Group::ALL.map(key))
}
