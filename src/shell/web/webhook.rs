//! The door of other programs that carry no token: each posts to a URL of its own.
//!
//! What arrives is kept as it came, in whatever shape, and then read by the mapping of its source.
//! Only sources made for webhooks answer here, and only while they are switched on; the key in the
//! URL is the secret. Whoever knows or guesses it still has no more than their share.

use super::Web;
use super::address::Visitor;
use super::api::sent::{key_of, once_key, submission_id};
use super::headers::text_of;
use crate::capture::{self, Read, Received};
use crate::command::Refusal;
use crate::lead::{Actor, Fate};
use crate::playbook::{Door, Playbook, Source};
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::error::Error;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CONTENT_TYPE, REFERER};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use uuid::Uuid;

/// What is answered to another program: under which name its post is kept.
#[derive(Serialize)]
struct Kept {
    submission: Uuid,
    outcome: &'static str,
}

/// `POST /in/{source_key}`
pub async fn post(
    State(web): State<Web>,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
    visitor: Visitor,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let in_force = web.house.playbook();
    let source = source_of(&in_force.playbook, &key).ok_or(Error::NotFound)?;
    let (path, now) = (format!("/in/{key}"), web.house.clock.now());
    web.limits.webhook_posts.take(&visitor.bucket(), now)?;
    web.limits.api.take(&path, now)?;
    let is_several = capture::is_several(&body);
    let given = key_of(&headers)?.filter(|_| !is_several);
    let once = given.map(|given| once_key(&path, &given, &Method::POST, &path, &body));
    let received = Received {
        id: submission_id(once.as_ref()),
        source,
        at: now,
        content_type: text_of(&headers, CONTENT_TYPE),
        body: &body,
        query: query.as_deref().unwrap_or_default(),
        referrer: text_of(&headers, REFERER),
    };
    // Several at once are nobody's, and kept as they came.
    let read = match is_several {
        true => Read::Empty,
        false => capture::read(&received, &in_force.playbook),
    };
    let submission = received.submission();
    let id = submission.id;
    let arrived = Arrived { submission, read, by: Actor::Visitor, once };
    let outcome = match web.house.desk.ask(Order::Capture(Box::new(arrived))).await? {
        Answer::Captured { fate, .. } => fate.outcome(),
        Answer::Lead(_) | Answer::Playbook(_) | Answer::Office => Fate::Empty.outcome(),
    };
    if is_several {
        return Err(Refusal::SeveralEnquiries.into());
    }
    Ok((StatusCode::ACCEPTED, Json(Kept { submission: id, outcome })).into_response())
}

/// The source behind a key, if it is one that other programs post to and is switched on.
fn source_of<'a>(playbook: &'a Playbook, key: &str) -> Option<&'a Source> {
    playbook.source(key).filter(|source| source.door == Door::Json && source.enabled)
}
