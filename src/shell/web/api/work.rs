//! A lead worked by a program: given to somebody, moved along, put into a sequence.

use super::leads::{carried_out, facts, whole};
use super::problem::Problem;
use super::sent::{Sent, named, needed, not_a, object, text, whole as number, words, yes};
use super::shown::WholeLead;
use crate::command::{Command, NewAnswer, Refusal, Seen};
use crate::lead::Finding;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;

/// Who is to own a lead.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewOwner {
    /// Id of a teammate.
    #[schema(value_type = String)]
    pub to: Value,
    #[schema(value_type = Option<String>)]
    pub why: Value,
    /// Whose the lead was when you saw it, empty for nobody's: it is refused with 409 if it is
    /// somebody else's by now.
    #[schema(value_type = Option<String>)]
    pub if_owner: Value,
}

/// Gives a lead to somebody
#[utoipa::path(
    put,
    path = "/api/v1/leads/{id}/owner",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewOwner,
    responses(
        (status = 200, description = "The lead with its owner", body = WholeLead),
        (status = 409, description = "Somebody gave it away meanwhile", body = Problem),
    )
)]
pub async fn give(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let NewOwner { to, why, if_owner } = object(&sent.body)?;
    let why = text("why", why)?.unwrap_or_default();
    let give = Command::Give { to: needed("to", to)?, why };
    let command = as_seen(text("if_owner", if_owner)?.map(Seen::Owner), give);
    let given = carried_out(&house, id, command, sent).await;
    let given = given.map_err(|error| match error {
        Error::Refused(Refusal::NoSuchTeammate(name)) => not_a("to", "teammate", &name.into()),
        error => error,
    });
    Ok(whole(&house, &given?))
}

/// Where a lead is to stand.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewStage {
    /// Key of a stage; or `won`, `lost` or `disqualified` to end it, and `open` to open it again.
    #[schema(value_type = String)]
    pub stage: Value,
    /// One of the reasons of the playbook, for a lead that is lost or disqualified.
    #[schema(value_type = Option<String>)]
    pub reason: Value,
    /// What there is to say about the reason.
    #[schema(value_type = Option<String>)]
    pub note: Value,
    /// What the lead is worth, in minor units of the business's currency. The playbook may ask for
    /// it; a value known already need not be said again.
    #[schema(value_type = Option<i64>)]
    pub value: Value,
    /// Facts that the stage or the win asks for, by key, where they are not known already.
    #[schema(value_type = Option<Object>)]
    pub fields: Value,
    /// Why a lead is opened again.
    #[schema(value_type = Option<String>)]
    pub why: Value,
    /// The stage the lead was in when you saw it: it is refused with 409 if it stands elsewhere by
    /// now.
    #[schema(value_type = Option<String>)]
    pub if_stage: Value,
}

/// Moves a lead along, ends it, or opens it again
#[utoipa::path(
    put,
    path = "/api/v1/leads/{id}/stage",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewStage,
    responses(
        (status = 200, description = "The lead where it stands", body = WholeLead),
        (status = 409, description = "Somebody moved it meanwhile", body = Problem),
    )
)]
pub async fn place(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let command = placed(object(&sent.body)?)?;
    Ok(whole(&house, &carried_out(&house, id, command, sent).await?))
}

fn placed(to: NewStage) -> Result<Command, Error> {
    let stage = needed("stage", to.stage)?;
    let seen = text("if_stage", to.if_stage)?.map(Seen::Stage);
    let reason = text("reason", to.reason)?.unwrap_or_default();
    let note = text("note", to.note)?.unwrap_or_default();
    let value = number("value", to.value)?;
    let why = text("why", to.why)?.unwrap_or_default();
    let mut facts = facts(to.fields)?;
    let then = match stage.as_str() {
        "won" => Command::Win { value, facts },
        "lost" => Command::Lose { reason, note },
        "disqualified" => Command::Disqualify { reason, note },
        "open" => Command::Reopen { why },
        _ => {
            facts.extend(value.map(|value| ("value".to_owned(), value.to_string())));
            Command::Move { stage, facts }
        }
    };
    Ok(as_seen(seen, then))
}

/// A command of a program that may say how the lead stood when it was read.
fn as_seen(seen: Option<Seen>, then: Command) -> Command {
    match seen {
        Some(seen) => Command::AsSeen { seen, then: Box::new(then) },
        None => then,
    }
}

/// Tags to put on a lead and to take off.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewTags {
    /// Keys of tags the playbook offers. What stands on the lead already may be named again.
    #[schema(value_type = Vec<String>)]
    pub add: Value,
    /// Keys of tags to take off.
    #[schema(value_type = Vec<String>)]
    pub remove: Value,
}

/// Puts tags on a lead and takes others off
#[utoipa::path(
    put,
    path = "/api/v1/leads/{id}/tags",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewTags,
    responses((status = 200, description = "The lead with its tags", body = WholeLead))
)]
pub async fn tag(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let NewTags { add, remove } = object(&sent.body)?;
    let command = Command::Tag { add: words("add", add)?, remove: words("remove", remove)? };
    let tagged = carried_out(&house, id, command, sent).await;
    let tagged = tagged.map_err(|error| match error {
        Error::Refused(Refusal::NoSuchTag(tag)) => not_a("add", "tag", &tag.into()),
        error => error,
    });
    Ok(whole(&house, &tagged?))
}

/// An answer to a question of qualification.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewFinding {
    /// `good`, `weak` or `bad`; `null` takes the answer back.
    #[schema(value_type = Option<String>)]
    pub finding: Value,
    /// What was said.
    #[schema(value_type = Option<String>)]
    pub note: Value,
}

/// Answers a question of qualification, or takes the answer back
#[utoipa::path(
    put,
    path = "/api/v1/leads/{id}/answers/{criterion}",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("criterion" = String, Path, description = "Key of the criterion in the playbook"),
    ),
    request_body = NewFinding,
    responses((status = 200, description = "The lead with its answers", body = WholeLead))
)]
pub async fn answer(
    State(house): State<Arc<House>>,
    Path((id, criterion)): Path<(u64, String)>,
    sent: Sent,
) -> Result<Response, Error> {
    let said = object(&sent.body)?;
    named("finding", &sent.body)?;
    let command = answered(criterion, said)?;
    Ok(whole(&house, &carried_out(&house, id, command, sent).await?))
}

fn answered(criterion: String, said: NewFinding) -> Result<Command, Error> {
    let Some(finding) = text("finding", said.finding)? else {
        return Ok(Command::Withdraw { criterion });
    };
    let Some(finding) = Finding::from_key(&finding) else {
        return Err(Error::not_understood("finding", "Say one of these: good, weak or bad."));
    };
    let note = text("note", said.note)?.unwrap_or_default();
    Ok(Command::Answer(NewAnswer { criterion, finding, note }))
}

/// What sales says to a lead that was handed over.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewHandover {
    /// `true` takes the lead on, `false` sends it back.
    #[schema(value_type = bool)]
    pub taken_on: Value,
    /// Why it is sent back: one of the reasons of the playbook.
    #[schema(value_type = Option<String>)]
    pub reason: Value,
    #[schema(value_type = Option<String>)]
    pub note: Value,
}

/// Takes on a lead that was handed over to sales, or sends it back
#[utoipa::path(
    put,
    path = "/api/v1/leads/{id}/handover",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewHandover,
    responses((status = 200, description = "The lead as it stands", body = WholeLead))
)]
pub async fn hand_over(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let NewHandover { taken_on, reason, note } = object(&sent.body)?;
    let command = if yes("taken_on", taken_on)? {
        Command::TakeOn
    } else {
        let note = text("note", note)?.unwrap_or_default();
        Command::SendBack { reason: text("reason", reason)?.unwrap_or_default(), note }
    };
    Ok(whole(&house, &carried_out(&house, id, command, sent).await?))
}

/// What is to become of a lead's follow-up: one of the three.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewSequence {
    /// Key of a sequence to enter, leaving any other.
    #[schema(value_type = Option<String>)]
    pub sequence: Value,
    /// `true` holds the sequence it is in; say why.
    #[schema(value_type = Option<bool>)]
    pub hold: Value,
    /// `true` lets a held sequence go on.
    #[schema(value_type = Option<bool>)]
    pub resume: Value,
    #[schema(value_type = Option<String>)]
    pub why: Value,
}

/// Puts a lead into a sequence, holds it there, or lets it go on
#[utoipa::path(
    put,
    path = "/api/v1/leads/{id}/sequence",
    params(("id" = u64, Path, description = "Number of the lead")),
    request_body = NewSequence,
    responses((status = 200, description = "The lead in its sequence", body = WholeLead))
)]
pub async fn steer(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Response, Error> {
    let command = steered(object(&sent.body)?)?;
    Ok(whole(&house, &carried_out(&house, id, command, sent).await?))
}

fn steered(to: NewSequence) -> Result<Command, Error> {
    let why = text("why", to.why)?.unwrap_or_default();
    let sequence = text("sequence", to.sequence)?;
    match (sequence, yes("hold", to.hold)?, yes("resume", to.resume)?) {
        (Some(sequence), false, false) => Ok(Command::Enrol { sequence }),
        (None, true, false) => Ok(Command::Hold { why }),
        (None, false, true) => Ok(Command::Resume),
        _ => {
            Err(Error::not_understood("sequence", "Say one of these: a sequence, hold or resume."))
        }
    }
}
