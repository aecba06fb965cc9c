//! The score of a lead laid open: every point that makes it, as of this moment.

use super::asked::Asked;
use super::lead;
use super::leads::{carried_out, whole};
use super::sent::{self, Sent, needed, object, whole as number};
use super::shown::{WholeLead, one_of, tiers};
use crate::command::Command;
use crate::language::Words;
use crate::lead::Seq;
use crate::playbook::Playbook;
use crate::scoring::learn::Because;
use crate::scoring::{self, Group, Ledger, Point};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::learned::Told;
use crate::shell::web::read;
use crate::shell::web::then::{self, Then};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;

/// A score with everything it is made of: the points of each group up to its cap, what the forecast
/// adds where it counts, and what a floor adds, come to `total`; rounded, and kept between 0 and 100,
/// that is the score, unless a person has set another.
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
    /// What own history says of the lead, once it has taught anything.
    pub forecast: Option<Foretold>,
    /// The floor that raises the score now.
    pub floor: Option<Raised>,
    /// The score a person has set in place of all this.
    pub set: Option<Set>,
    pub total: f64,
    /// How much of what makes a lead fit is known.
    pub known_fit: KnownFit,
}

/// What own history says of a lead.
#[derive(Serialize, ToSchema)]
pub struct Foretold {
    /// How likely it is won, from 0 to 1.
    pub chance: f64,
    /// Of 100 leads of the past, how many had a lower chance.
    pub above: u8,
    /// Points it is worth, from 0 to 100.
    pub worth: f64,
    /// `beside` the points, `blended` with them, or it `drives` the score.
    pub counts: &'static str,
    /// Points it adds to the sum, or takes from it.
    pub adds: f64,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
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
    /// When it counts no more, where the model says so.
    pub until: Option<Timestamp>,
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

/// A score set by a person.
#[derive(Serialize, ToSchema)]
pub struct Set {
    pub score: u8,
    /// Points it adds to the sum, or takes from it.
    pub adds: f64,
    pub until: Timestamp,
    pub why: String,
    /// The entry by which it was set.
    pub evidence: Seq,
}

/// Of the facts that make a lead fit, how many are known.
#[derive(Serialize, ToSchema)]
pub struct KnownFit {
    pub known: u32,
    pub of: u32,
}

/// Shows why a lead has its score, or had on a day
#[utoipa::path(
    get,
    operation_id = "show_score",
    path = "/api/v1/leads/{id}/score",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("at" = Option<String>, Query, description = "A day, as it ended, or a moment; by the rules \
            of that time. Without it, now, or as a lead that has ended was last judged"),
    ),
    responses((status = 200, description = "Every point", body = Score))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    mut asked: Asked,
) -> Result<Json<Score>, Error> {
    let at = asked.one("at")?;
    asked.done()?;
    let (in_force, now) = (house.playbook(), house.clock.now());
    let Some(at) = at else {
        let lead = lead(&house, id).await?;
        let ledger = scoring::ledger(&lead, &in_force.playbook, now);
        let rules = in_force.clone();
        let end =
            read(&house, move |reading| then::at_its_end(reading, &lead, &rules.playbook)).await?;
        return Ok(Json(match end {
            Some(Then { at, ledger, playbook, version }) => {
                laid_open(ledger, &playbook, version, at)
            }
            None => laid_open(ledger, &in_force.playbook, in_force.version, now),
        }));
    };
    let moment = then::moment(&at, in_force.playbook.calendar().zone(), now);
    let wrong = || Error::not_understood("at", "Write a day such as 2026-05-01, or a moment.");
    let moment = moment.ok_or_else(wrong)?;
    let id = lead(&house, id).await?.id;
    let then =
        read(&house, move |reading| Then::read(reading, id, moment, &in_force.playbook)).await?;
    let too_early = || Error::not_understood("at", "The lead had not come in by then.");
    let then = then.ok_or_else(too_early)?;
    Ok(Json(laid_open(then.ledger, &then.playbook, then.version, moment)))
}

/// A score to be set in place of the points.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewScore {
    /// From 0 to 100; `null` lets the points count again.
    #[schema(value_type = Option<i64>)]
    pub score: Value,
    /// Until when it holds, 92 days from now at most.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub until: Value,
    #[schema(value_type = Option<String>)]
    pub why: Value,
}

/// Sets the score of a lead by hand, or lets the points count again
#[utoipa::path(
    put,
    operation_id = "set_score",
    path = "/api/v1/leads/{id}/score",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewScore,
    responses((status = 200, description = "The lead with its score", body = WholeLead))
)]
pub async fn set(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let NewScore { score, until, why } = object(&sent.body)?;
    sent::named("score", &sent.body)?;
    let command = match number("score", score)? {
        None => Command::EndOverride,
        Some(score) => {
            let within = u8::try_from(score).ok().filter(|score| *score <= 100);
            let wrong = || Error::not_understood("score", "A score lies between 0 and 100.");
            let until = sent::moment("until", until)?;
            let no_end = || Error::not_understood("until", "Say until when the score holds.");
            Command::Override {
                score: within.ok_or_else(wrong)?,
                until: until.ok_or_else(no_end)?,
                why: needed("why", why)?,
            }
        }
    };
    Ok(whole(&house, &carried_out(&house, id, command, sent).await?))
}

fn laid_open(ledger: Ledger, playbook: &Playbook, version: u32, at: Timestamp) -> Score {
    let caps = &playbook.scoring.caps;
    let sum = |group| GroupSum { group: key(group), points: ledger.group(group, caps) };
    let floor = ledger.floor.as_ref().map_or(0.0, |floor| floor.adds);
    let taught = ledger.taught.unwrap_or_default();
    let told = Told { words: Words::default(), playbook };
    let because = |all: &[Because]| all.iter().map(|one| told.because(one)).collect();
    let forecast = ledger.forecast.as_ref().map(|forecast| Foretold {
        chance: forecast.explained.chance,
        above: forecast.above,
        worth: forecast.worth,
        counts: forecast.counts.key(),
        adds: taught,
        speaks_for: because(&forecast.explained.speaks_for),
        speaks_against: because(&forecast.explained.speaks_against),
    });
    Score {
        score: ledger.score,
        tier: ledger.tier.key(),
        as_of: at,
        model: format!("{:016x}", playbook.model),
        playbook: version,
        groups: Group::ALL.into_iter().map(sum).collect(),
        points: ledger.points.into_iter().map(given).collect(),
        forecast,
        total: ledger.total + taught + floor,
        set: ledger.set.map(|set| Set {
            score: set.score,
            adds: set.adds,
            until: set.until,
            why: set.why,
            evidence: set.evidence,
        }),
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
        until: point.until,
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
