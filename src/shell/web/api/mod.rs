//! The API: what programs may ask of the house, in JSON, with a token.
//!
//! Each URL names the right it asks for, as everywhere in the house. The document that describes
//! the API is drawn from the same handlers and the same list by a test, see [`document`].

pub mod arrivals;
pub mod asked;
pub mod document;
pub mod files;
pub mod find;
pub mod leads;
pub mod list;
mod page;
pub mod problem;
pub mod routing;
pub mod score;
pub mod sent;
pub mod shown;
pub mod timeline;
pub mod touches;
pub mod work;

use super::guard::{Anyone, ApiCapture, ApiRead, ApiWrite};
use super::route::Routes;
use crate::command::Refusal;
use crate::lead::{Lead, LeadId, Seq};
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use axum::Json;
use axum::http::HeaderName;
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde::Serialize;

/// What a client hands back as `min_seq` to see what it has just written.
const SEQ: HeaderName = HeaderName::from_static("leadstead-seq");

/// How far another machine's clock may be ahead of ours.
const AHEAD: SignedDuration = SignedDuration::from_mins(2);

/// Everything programs may ask for.
pub fn routes() -> Routes {
    Routes::house()
        .post(ApiCapture, "/api/v1/leads", arrivals::create)
        .get(ApiRead, "/api/v1/leads", list::show)
        .get(ApiRead, "/api/v1/leads/{id}", leads::show)
        .patch(ApiWrite, "/api/v1/leads/{id}", leads::change)
        .get(ApiRead, "/api/v1/leads/{id}/timeline", timeline::show)
        .get(ApiRead, "/api/v1/leads/{id}/score", score::show)
        .put(ApiWrite, "/api/v1/leads/{id}/score", score::set)
        .get(ApiRead, "/api/v1/leads/{id}/routing", routing::show)
        .post(ApiWrite, "/api/v1/leads/{id}/touches", touches::add)
        .put(ApiWrite, "/api/v1/leads/{id}/owner", work::give)
        .put(ApiWrite, "/api/v1/leads/{id}/stage", work::place)
        .put(ApiWrite, "/api/v1/leads/{id}/sequence", work::steer)
        .put(ApiWrite, "/api/v1/leads/{id}/tags", work::tag)
        .put(ApiWrite, "/api/v1/leads/{id}/answers/{criterion}", work::answer)
        .put(ApiWrite, "/api/v1/leads/{id}/handover", work::hand_over)
        .get(ApiRead, "/api/v1/leads/{id}/files", files::list)
        .post(ApiWrite, "/api/v1/leads/{id}/files", files::add)
        .get(ApiRead, "/api/v1/leads/{id}/files/{file}", files::show)
        .delete(ApiWrite, "/api/v1/leads/{id}/files/{file}", files::remove)
        .get(Anyone, "/api/v1/openapi.json", document::show)
        .get(Anyone, "/api/docs", page::show)
}

/// A lead as it stands, read away from the threads that answer.
async fn lead(house: &House, id: u64) -> Result<Lead, Error> {
    super::read(house, move |reading| reading.lead(LeadId(id))).await?.ok_or_else(no_such_lead)
}

fn no_such_lead() -> Error {
    Refusal::NoSuchLead.into()
}

/// An answer that says which entry it goes back to.
fn answer(seq: Seq, body: impl Serialize) -> Response {
    ([(SEQ, seq.to_string())], Json(body)).into_response()
}

/// Said of a desk that answers what nobody asked.
pub(super) fn unexpected() -> Error {
    Fault::said("asking the desk", "it answered another question").into()
}
