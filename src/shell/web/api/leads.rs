//! Leads shown and changed.

use super::asked::Asked;
use super::sent::{self, Sent, object};
use super::shown::WholeLead;
use super::{answer, lead, no_such_lead, unexpected};
use crate::command::Command;
use crate::lead::{Lead, LeadId, Seq};
use crate::shell::desk::{Answer, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::{ETAG, IF_MATCH};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// Shows a lead
#[utoipa::path(
    get,
    operation_id = "show_lead",
    path = "/api/v1/leads/{id}",
    params(("id" = u64, Path, description = "Number of the lead")),
    responses((status = 200, description = "The lead as it stands", body = WholeLead))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    asked: Asked,
) -> Result<Response, Error> {
    asked.done()?;
    Ok(whole(&house, &lead(&house, id).await?))
}

/// Facts to change. What is not named stays; `null` clears.
#[derive(ToSchema)]
pub struct Facts {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub company: Option<String>,
    pub role: Option<String>,
    pub website: Option<String>,
    pub country: Option<String>,
    pub region: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    /// Its worth in minor units of the business's currency.
    pub value: Option<i64>,
    /// Custom fields of the playbook, by key.
    #[schema(value_type = Option<Object>)]
    pub fields: Option<Value>,
    /// The `seq` of the lead you saw, if you do not send it in `If-Match`.
    pub seen: Option<Seq>,
}

/// Changes what is known of a lead
///
/// With `If-Match` (the `ETag` or the `seq` of the lead you saw) it is refused with 409 if somebody
/// has changed the lead since. What the house itself wrote since is no conflict.
#[utoipa::path(
    patch,
    operation_id = "change_lead",
    path = "/api/v1/leads/{id}",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` or `seq` you saw"),
    ),
    request_body = Facts,
    responses(
        (status = 200, description = "The lead after the change", body = WholeLead),
        (status = 409, description = "Somebody changed it meanwhile", body = super::problem::Problem),
    )
)]
pub async fn change(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Error> {
    let mut members: Map<String, Value> = object(&sent.body)?;
    let seen = sent::whole("seen", members.remove("seen").unwrap_or_default())?;
    let seen = match seen.map(u64::try_from) {
        Some(seen) => seen.ok(),
        None => matched(&headers)?,
    };
    let changes = changes(members)?;
    let command = Command::Edit { changes, seen };
    Ok(whole(&house, &carried_out(&house, id, command, sent).await?))
}

/// The entry an `If-Match` names, however it is quoted.
fn matched(headers: &HeaderMap) -> Result<Option<Seq>, Error> {
    let Some(tag) = headers.get(IF_MATCH) else { return Ok(None) };
    let tag = tag.to_str().unwrap_or_default().trim();
    if tag == "*" {
        return Ok(None);
    }
    let seq = tag.trim_start_matches("W/").trim_matches('"').parse();
    let wrong = |_| Error::not_understood("If-Match", "Send the ETag of the lead you saw.");
    seq.map(Some).map_err(wrong)
}

/// The facts of a body by their keys, custom fields among them; empty clears.
fn changes(mut members: Map<String, Value>) -> Result<BTreeMap<String, String>, Error> {
    let fields = facts(members.remove("fields").unwrap_or_default())?;
    let members = members.into_iter().map(|(key, said)| fact(key, said));
    members.chain(fields.into_iter().map(Ok)).collect()
}

/// Facts in an object of their own, by their keys.
pub(super) fn facts(fields: Value) -> Result<BTreeMap<String, String>, Error> {
    match fields {
        Value::Null => Ok(BTreeMap::new()),
        Value::Object(fields) => fields.into_iter().map(|(key, said)| fact(key, said)).collect(),
        other => Err(sent::not_a("fields", "object", &other)),
    }
}

fn fact(key: String, said: Value) -> Result<(String, String), Error> {
    let value = match said {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        other @ (Value::Array(_) | Value::Object(_)) => {
            return Err(sent::not_a(&key, "single value", &other));
        }
    };
    Ok((key, value))
}

/// Has a command carried out for a program, and returns the lead after it.
pub(super) async fn carried_out(
    house: &House,
    id: u64,
    command: Command,
    sent: Sent,
) -> Result<Lead, Error> {
    let order = Order::Lead { id: LeadId(id), command, by: sent.by.actor(), once: sent.once };
    let answer = house.desk.ask(order).await;
    let answer = answer.map_err(|error| match error {
        Error::NotFound => no_such_lead(),
        error => error,
    });
    match answer? {
        Answer::Lead(lead) => Ok(Arc::unwrap_or_clone(lead)),
        Answer::Captured { .. } | Answer::Playbook(_) | Answer::Office => Err(unexpected()),
    }
}

/// The whole lead, with the tag under which it may be changed.
pub(super) fn whole(house: &House, lead: &Lead) -> Response {
    let tag = format!("\"{}\"", lead.last_seq);
    let body = WholeLead::of(lead, &house.desk.in_force().playbook, house.clock.now());
    ([(ETAG, tag)], answer(lead.last_seq, body)).into_response()
}
