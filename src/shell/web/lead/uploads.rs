//! A file that is handed in with a lead: it arrives a piece at a time, and what breaks off leaves nothing.

use super::act::Act;
use super::actions::AtLead;
use super::files::{ID, none, refused};
use super::sent::{ONCE, Sent, Wrong};
use super::view::{self, Typed};
use crate::command::Refusal;
use crate::lead::FILES_MAX;
use crate::shell::error::Error;
use crate::shell::web::Web;
use crate::shell::web::errors::status_of;
use crate::shell::web::incoming::{Arrived, Incoming, Unkept, heard_out, seat};
use crate::shell::web::read;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Characters of a short value beside the file.
const VALUE_MAX: usize = 200;

/// What a form brought.
#[derive(Default)]
struct Brought {
    once: String,
    file: Option<Result<Arrived, Wrong>>,
}

/// `POST /leads/{id}/files`
pub async fn attach(
    State(web): State<Web>,
    at: AtLead,
    mut request: Request,
) -> Result<Response, Error> {
    let id = at.id;
    let lead = read(&at.house, move |reading| reading.lead(id)).await?.ok_or(Error::NotFound)?;
    let _seat = seat()?;
    let most = at.house.config.limits.file_bytes();
    DefaultBodyLimit::max(heard_out(&at.house)).apply(&mut request);
    let parts = match Multipart::from_request(request, &web).await {
        Ok(parts) => parts,
        Err(rejection) => return Ok(rejection.into_response()),
    };
    let is_full = lead.files.len() >= FILES_MAX;
    let brought = match brought(&at, parts, if is_full { 0 } else { most }).await {
        Ok(brought) => brought,
        Err(response) => return Ok(response),
    };
    let words = at.reader.words;
    let file = match brought.file {
        _ if is_full => Err(refused(&Refusal::TooManyFiles(FILES_MAX), words)),
        Some(file) => file,
        None => Err(none(words)),
    };
    let (wrong, status) = match file {
        Err(wrong) => (wrong, StatusCode::UNPROCESSABLE_ENTITY),
        Ok(file) => match lay(&at, file, &brought.once).await {
            Ok(()) => {
                return Ok(Redirect::to(&format!("/leads/{id}#{ID}")).into_response());
            }
            Err(error) => (Wrong::of(&error, at.reader.words), status_of(&error)),
        },
    };
    let sent = Sent::default();
    let typed = Typed { act: Act::Attach, seq: 0, sent, wrong };
    let page = super::page(at, &view::Asked::default(), Some(&typed)).await?;
    Ok((status, page).into_response())
}

/// Lays a file that has arrived with its lead; a form that is sent twice lays it once.
async fn lay(at: &AtLead, arrived: Arrived, once: &str) -> Result<(), Error> {
    let file = arrived.file();
    let form: Sent = [ONCE, "hash", "name"]
        .map(str::to_owned)
        .into_iter()
        .zip([once.to_owned(), file.hash.clone(), file.name.clone()])
        .collect();
    let once = (!once.is_empty()).then(|| form.once(&at.who.teammate, "files", at.id)).flatten();
    arrived.lay(at.id, at.who.actor(), once).await.map(drop)
}

/// Reads the parts of the form; of the file a piece at a time.
async fn brought(at: &AtLead, mut parts: Multipart, most: u64) -> Result<Brought, Response> {
    let mut brought = Brought::default();
    loop {
        let part = parts.next_field().await.map_err(IntoResponse::into_response)?;
        let Some(part) = part else { return Ok(brought) };
        match part.name() {
            Some("file") if brought.file.is_none() => {
                brought.file = taken(at, part, most).await?;
            }
            Some(ONCE) => brought.once = text_of(part).await?,
            _ => {}
        }
    }
}

/// A short value; of a long one its beginning.
async fn text_of(mut part: Field<'_>) -> Result<String, Response> {
    let mut text = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(IntoResponse::into_response)? {
        let room = VALUE_MAX.saturating_sub(text.len());
        text.extend_from_slice(&piece[..piece.len().min(room)]);
    }
    Ok(String::from_utf8_lossy(&text).trim().to_owned())
}

/// What a file is called. Browsers write its quotation marks as `%22`.
pub fn name_of(part: &Field<'_>) -> String {
    part.file_name().unwrap_or_default().replace("%22", "\"")
}

/// The file, as pieces of the house. What is too large is heard out, and nothing of it is kept; `None`
/// where no file was chosen.
async fn taken(
    at: &AtLead,
    mut part: Field<'_>,
    most: u64,
) -> Result<Option<Result<Arrived, Wrong>>, Response> {
    let name = name_of(&part);
    let media = part.content_type().unwrap_or_default().to_owned();
    let mut file = Incoming::begin(&at.house, most).await.map_err(IntoResponse::into_response)?;
    while let Some(bytes) = part.chunk().await.map_err(IntoResponse::into_response)? {
        file.take(&bytes).await.map_err(IntoResponse::into_response)?;
    }
    let words = at.reader.words;
    let sentence = match file.end(&name, &media).await.map_err(IntoResponse::into_response)? {
        Ok(arrived) => return Ok(Some(Ok(arrived))),
        Err(Unkept::Empty) if name.is_empty() => return Ok(None),
        Err(Unkept::Empty) => words.say("lead-file-empty"),
        Err(Unkept::NoRoom) => words.say("lead-file-no-room"),
        Err(Unkept::TooLarge) => {
            words.fill("lead-file-large", &[("size", (most >> 20).to_string().into())])
        }
    };
    Ok(Some(Err(Wrong::with("file", sentence))))
}
