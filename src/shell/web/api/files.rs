//! The files of a lead: laid with it by a program, listed, handed over and taken away.

use super::asked::Asked;
use super::lead;
use super::leads::{carried_out, whole};
use super::sent::{Sent, key_of, once_key};
use super::shown::{AttachedFile, WholeLead};
use crate::command::{Command, Refusal};
use crate::lead::{FILES_MAX, LeadId};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Caller;
use crate::shell::web::incoming::{Incoming, Unkept, heard_out, seat};
use crate::shell::web::lead::handed_over;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Extension, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::{Json, RequestExt};
use serde::Serialize;
use std::sync::Arc;
use tokio_stream::StreamExt;
use utoipa::ToSchema;
use uuid::Uuid;

/// What lies with a lead.
#[derive(Serialize, ToSchema)]
pub struct FileList<'a> {
    /// In the order in which they came.
    pub items: Vec<AttachedFile<'a>>,
}

/// Lists the files of a lead
#[utoipa::path(
    get,
    operation_id = "list_files",
    path = "/api/v1/leads/{id}/files",
    params(("id" = u64, Path, description = "Number of the lead")),
    responses((status = 200, description = "What lies with it", body = FileList))
)]
pub async fn list(State(house): State<Arc<House>>, Path(id): Path<u64>) -> Result<Response, Error> {
    let lead = lead(&house, id).await?;
    let items = lead.files.iter().map(AttachedFile::of).collect();
    Ok(Json(FileList { items }).into_response())
}

/// Hands a file over
///
/// As it came, to be saved and not shown.
#[utoipa::path(
    get,
    operation_id = "show_file",
    path = "/api/v1/leads/{id}/files/{file}",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("file" = Uuid, Path, description = "Id of the file"),
    ),
    responses((status = 200, description = "Its bytes", content_type = "application/octet-stream"))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    Path((id, file)): Path<(u64, Uuid)>,
) -> Result<Response, Error> {
    handed_over(house, id, file).await
}

/// Lays a file with a lead
///
/// The body is the file itself, and `Content-Type` says what it is. A lead has 20 files at most, and
/// the house says how large one may be.
#[utoipa::path(
    post,
    operation_id = "add_file",
    path = "/api/v1/leads/{id}/files",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("name" = String, Query, description = "What it is called, such as `plan.pdf`"),
    ),
    request_body(content_type = "application/octet-stream", description = "The bytes of the file"),
    responses((status = 200, description = "The lead; the file is the last of its files", body = WholeLead))
)]
pub async fn add(
    State(house): State<Arc<House>>,
    Path(id): Path<u64>,
    Extension(by): Extension<Caller>,
    mut asked: Asked,
    mut request: Request,
) -> Result<Response, Error> {
    let name = asked.one("name")?.filter(|name| !name.trim().is_empty());
    let lacking =
        || Error::not_understood("name", "Say what the file is called, as “?name=plan.pdf” does.");
    let name = name.ok_or_else(lacking)?;
    asked.done()?;
    let key = key_of(request.headers())?;
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let media = request.headers().get(CONTENT_TYPE).and_then(|media| media.to_str().ok());
    let media = media.unwrap_or_default().to_owned();
    if lead(&house, id).await?.files.len() >= FILES_MAX && key.is_none() {
        return Err(Refusal::TooManyFiles(FILES_MAX).into());
    }
    let _seat = seat()?;
    DefaultBodyLimit::max(heard_out(&house)).apply(&mut request);
    let mut file = Incoming::begin(&house, house.config.limits.file_bytes()).await?;
    let mut pieces = Body::into_data_stream(request.into_limited_body());
    while let Some(piece) = pieces.next().await {
        let Ok(piece) = piece else { return Ok(too_large()) };
        file.take(&piece).await?;
    }
    let arrived = match file.end(&name, &media).await? {
        Ok(arrived) => arrived,
        Err(Unkept::TooLarge) => return Ok(too_large()),
        Err(Unkept::Empty) => return Err(Error::not_understood("body", "The file is empty.")),
        Err(Unkept::NoRoom) => {
            return Err(Error::not_understood("body", "The house has no more room for files."));
        }
    };
    let told = format!("{name}\0{}", arrived.file().hash);
    let once = key.map(|key| once_key(&by.token, &key, &method, &path, told.as_bytes()));
    let lead = arrived.lay(LeadId(id), by.actor(), once).await?;
    Ok(whole(&house, &lead))
}

fn too_large() -> Response {
    StatusCode::PAYLOAD_TOO_LARGE.into_response()
}

/// Takes a file away from a lead, for good
#[utoipa::path(
    delete,
    operation_id = "remove_file",
    path = "/api/v1/leads/{id}/files/{file}",
    params(
        ("id" = u64, Path, description = "Number of the lead"),
        ("file" = Uuid, Path, description = "Id of the file"),
    ),
    responses((status = 200, description = "The lead without it", body = WholeLead))
)]
pub async fn remove(
    State(house): State<Arc<House>>,
    Path((id, file)): Path<(u64, Uuid)>,
    sent: Sent,
) -> Result<Response, Error> {
    match carried_out(&house, id, Command::Detach { id: file }, sent).await {
        Ok(lead) => Ok(whole(&house, &lead)),
        Err(Error::Refused(Refusal::NoSuchFile)) => Err(Error::NotFound),
        Err(error) => Err(error),
    }
}
