//! Contact and traces of interest that other programs know of: a phone system, a mailer, a shop.

use super::leads::carried_out;
use super::sent::{Sent, moment, none_of, not_a, object, text, word};
use super::shown::{WholeLead, one_of};
use super::{AHEAD, answer};
use crate::command::{Command, Refusal};
use crate::lead::{Channel, Direction, Outcome, Touch};
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;

/// The longest text of a trace, in characters: the address of a page or the name of a file.
const TRACE_MAX: usize = 500;

/// How many years ago a call or a letter may have been.
const YEARS_MAX: i64 = 20;

/// A touch to log.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewTouch {
    /// A conversation (`call`, `email`, `meeting`, …), a trace of interest (`visit`, `download`,
    /// …), or a `note`, which is no contact.
    #[schema(schema_with = kinds)]
    pub kind: Value,
    /// Who spoke: `inbound` is them, `outbound` is us. Ours, if it is not said; a trace is theirs.
    #[schema(schema_with = directions)]
    pub direction: Value,
    /// How it went; `made` if it is not said.
    #[schema(schema_with = outcomes)]
    pub outcome: Value,
    /// What was said; the path of the page for a `visit`, the seconds for a `stay`.
    #[schema(value_type = Option<String>)]
    pub text: Value,
    /// When it took place; now, if it is not said. A note is always of now.
    #[schema(value_type = Option<Timestamp>)]
    pub at: Value,
}

/// A touch that was logged.
#[derive(Serialize, ToSchema)]
pub struct Touched<'a> {
    pub lead: WholeLead<'a>,
}

/// Logs contact, a trace of interest, or a note
///
/// What we said to them, or a call that reached them, stops the clock in the owner's name. What they
/// said starts one.
#[utoipa::path(
    post,
    operation_id = "add_touch",
    path = "/api/v1/leads/{id}/touches",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewTouch,
    responses((status = 201, description = "It is written, and this follows", body = Touched))
)]
pub async fn add(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let command = command(object(&sent.body)?, house.clock.now())?;
    let lead = carried_out(&house, id, command, sent).await?;
    let body =
        Touched { lead: WholeLead::of(&lead, &house.desk.in_force().playbook, house.clock.now()) };
    Ok((StatusCode::CREATED, answer(lead.last_seq, body)).into_response())
}

fn command(touch: NewTouch, now: Timestamp) -> Result<Command, Error> {
    let said = text("text", touch.text)?.unwrap_or_default();
    let kind = super::sent::needed("kind", touch.kind)?;
    if kind == NOTE && !touch.at.is_null() {
        return Err(Refusal::NoteIsNow.into());
    }
    if kind == NOTE {
        return Ok(Command::Note { text: said, next: None });
    }
    let channel = Channel::ALL.into_iter().find(|channel| channel.key() == kind);
    let kinds = Channel::ALL.map(Channel::key).into_iter().chain([NOTE]);
    let channel = channel.ok_or_else(|| none_of("kind", &kind, kinds))?;
    check_trace(channel, &said)?;
    let direction = word("direction", touch.direction, &DIRECTIONS, key)?;
    let direction = match direction {
        Some(direction) if channel.is_conversation() => direction,
        None if channel.is_conversation() => Direction::Outbound,
        Some(_) | None => Direction::Inbound,
    };
    let outcome = word("outcome", touch.outcome, &Outcome::ALL, Outcome::key)?;
    let at = match moment("at", touch.at.clone())? {
        Some(at) if at > now.saturating_add(AHEAD).unwrap_or(now) => {
            return Err(not_a("at", "moment that has passed", &touch.at));
        }
        Some(at) if now.duration_since(at) > SignedDuration::from_hours(24 * 366 * YEARS_MAX) => {
            return Err(Refusal::TooLongAgo("at".into()).into());
        }
        at => at.unwrap_or(now).min(now),
    };
    let outcome = outcome.unwrap_or_default();
    let touch = Touch { channel, direction, outcome, text: said, at };
    Ok(Command::Touch { touch, task: None, next: None })
}

/// A trace says which page or file it is about, or for how long, and in few words.
fn check_trace(channel: Channel, said: &str) -> Result<(), Error> {
    if channel.is_conversation() {
        return Ok(());
    }
    if said.chars().nth(TRACE_MAX).is_some() {
        return Err(Refusal::TooLong(TRACE_MAX).into());
    }
    match channel {
        Channel::Stay if said.parse::<u32>().is_err() => {
            Err(not_a("text", "number of seconds", &said.into()))
        }
        Channel::Visit | Channel::Download if said.is_empty() => Err(Refusal::TextNeeded.into()),
        _ => Ok(()),
    }
}

/// The kind that is no contact.
const NOTE: &str = "note";

const DIRECTIONS: [Direction; 2] = [Direction::Inbound, Direction::Outbound];

fn key(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "inbound",
        Direction::Outbound => "outbound",
    }
}

fn kinds() -> utoipa::openapi::schema::Object {
    one_of(Channel::ALL.map(Channel::key).into_iter().chain([NOTE]))
}

fn directions() -> utoipa::openapi::schema::Object {
    one_of(DIRECTIONS.map(key))
}

fn outcomes() -> utoipa::openapi::schema::Object {
    one_of(Outcome::ALL.map(Outcome::key))
}
