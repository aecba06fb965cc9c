//! Leads handed in by programs.

use super::sent::{self, Sent, object, submission_id};
use super::shown::{LeadState, flag_list, one_of};
use super::{AHEAD, answer, unexpected};
use crate::capture::{self, Received};
use crate::command::Refusal;
use crate::lead::Fate;
use crate::playbook::{Door, Playbook, Source};
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::papers;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
use uuid::Uuid;

/// The source of what names none.
const API: &str = "api";

/// A lead to hand in. All of it is optional, but something must be said. What stands under any
/// other name is kept beside it, under that name.
#[derive(ToSchema)]
pub struct NewLead {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub company: Option<String>,
    /// Their job, in their own words.
    pub role: Option<String>,
    pub website: Option<String>,
    pub country: Option<String>,
    pub region: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub message: Option<String>,
    /// Key of a source of the playbook; `api` if none is named.
    pub source: Option<String>,
    /// Custom fields, by key: `{"budget": 5000}`.
    #[schema(value_type = Option<Object>)]
    pub fields: Option<Value>,
    /// Whether they agreed to letters, or the words they agreed to; `false` takes it back.
    #[schema(schema_with = yes_or_words)]
    pub consent: Option<Value>,
    /// When it truly arrived, if that was before now; at most 20 years ago.
    pub arrived_at: Option<String>,
    /// Who is to own it: a teammate's id, e-mail address or name.
    pub owner: Option<String>,
    /// Tags of the playbook, by key or label. What is none is kept as the fact `tags`.
    pub tags: Option<Vec<String>>,
    pub utm_source: Option<String>,
    pub utm_medium: Option<String>,
    pub utm_campaign: Option<String>,
}

/// What became of what was handed in.
#[derive(Serialize, ToSchema)]
pub struct Taken<'a> {
    /// Under which it is kept as it came.
    pub submission: Uuid,
    #[schema(schema_with = outcomes)]
    pub outcome: &'static str,
    #[schema(schema_with = flag_list)]
    pub flags: Vec<&'static str>,
    /// Missing where it looks like spam and waits for a person to look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<LeadState<'a>>,
}

fn yes_or_words() -> utoipa::openapi::schema::Object {
    let kinds = [Type::String, Type::Boolean, Type::Null];
    ObjectBuilder::new().schema_type(SchemaType::from_iter(kinds)).build()
}

fn outcomes() -> utoipa::openapi::schema::Object {
    one_of(["created", "attached", "flagged", "quarantined"])
}

/// Hands in a lead
///
/// It is decided at once: scored, given to an owner, and its clock set. If the same person has an
/// open lead, it becomes a touchpoint of that one (`attached`).
#[utoipa::path(
    post,
    path = "/api/v1/leads",
    request_body = NewLead,
    responses(
        (status = 201, description = "It is kept, and this is what was decided", body = Taken),
        (status = 202, description = "It is kept, and looks like spam", body = Taken),
    )
)]
pub async fn create(State(house): State<Arc<House>>, sent: Sent) -> Result<Response, Error> {
    let in_force = house.playbook();
    let source = source_of(&sent.body, &in_force.playbook)?;
    let received = Received {
        id: submission_id(sent.once.as_ref()),
        source: &source,
        at: house.clock.now(),
        content_type: "application/json",
        body: &sent.body,
        query: "",
        referrer: "",
    };
    let said = capture::fields(&received);
    let said = said.iter().filter(|(name, _)| *name != "source");
    let said: Vec<(String, String)> =
        said.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    if let Some(name) = capture::too_long_ago(&received, &said, &in_force.playbook) {
        return Err(Refusal::TooLongAgo(name.to_owned()).into());
    }
    check_fit(&said, received.at, &in_force.playbook)?;
    let read = capture::read_fields(&received, said, &in_force.playbook);
    let submission = received.submission();
    let id = submission.id;
    let arrived = Arrived { submission, read, by: sent.by.actor(), once: sent.once };
    let answered = house.desk.ask(Order::Capture(Box::new(arrived))).await?;
    taken(id, answered, &in_force.playbook, house.clock.now())
}

/// Refuses a moment that none reads or that is still to come, and an owner who does not work here.
fn check_fit(said: &[(String, String)], now: Timestamp, playbook: &Playbook) -> Result<(), Error> {
    let of = |name: &str| said.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    if let Some(value) = of("arrived_at") {
        let at = capture::moment(value, playbook);
        if at.is_none_or(|at| at > now.saturating_add(AHEAD).unwrap_or(now)) {
            return Err(sent::not_a("arrived_at", "moment that has passed", &value.into()));
        }
    }
    match of("owner") {
        Some(owner) if !playbook.teammate_called(owner).is_some_and(|mate| mate.active) => {
            Err(sent::not_a("owner", "teammate of this house", &owner.into()))
        }
        _ => Ok(()),
    }
}

/// The source a body names, read as what a program of ours says, unless strangers speak there.
fn source_of(body: &[u8], playbook: &Playbook) -> Result<Source, Error> {
    let mut members: Map<String, Value> = object(body)?;
    let named = members.remove("source").unwrap_or_default();
    let named = sent::text("source", named)?;
    let key = named.as_deref().unwrap_or(API);
    let unknown = || sent::not_a("source", "source of this house", &key.into());
    let source = playbook.source(key).ok_or_else(unknown)?;
    let door = match source.door {
        Door::WebForm | Door::Json => Door::Json,
        Door::Api | Door::Csv | Door::Manual => Door::Api,
    };
    Ok(Source { door, ..source.clone() })
}

fn taken(
    submission: Uuid,
    answered: Answer,
    playbook: &Playbook,
    now: Timestamp,
) -> Result<Response, Error> {
    let (fate, lead) = match &answered {
        Answer::Captured { fate: Fate::Empty, .. } => return Err(Refusal::NothingSaid.into()),
        Answer::Captured { fate, lead, .. } => (fate, lead.as_deref()),
        Answer::Lead(_) | Answer::Playbook(_) | Answer::Office => return Err(unexpected()),
    };
    let body = Taken {
        submission,
        outcome: fate.outcome(),
        flags: lead.map_or(Vec::new(), papers::flags),
        lead: lead.map(|lead| LeadState::of(lead, playbook, now)),
    };
    let response = answer(answered.seq(), body);
    Ok(match fate.lead() {
        Some(id) => (StatusCode::CREATED, [(LOCATION, format!("/api/v1/leads/{id}"))], response)
            .into_response(),
        None => (StatusCode::ACCEPTED, response).into_response(),
    })
}
