//! A file that is handed in with a lead: it arrives a piece at a time, and what breaks off leaves nothing.

use super::act::Act;
use super::actions::AtLead;
use super::files::{ID, none, refused};
use super::sent::{ONCE, Sent, Wrong};
use super::view::{self, Typed};
use crate::command::{Command, Refusal};
use crate::lead::{FILES_MAX, File, Lead};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::files::{FileChange, PIECE};
use crate::shell::store::office::Change;
use crate::shell::web::Web;
use crate::shell::web::errors::status_of;
use crate::shell::web::read;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Files that arrive at the same time.
const AT_ONCE: usize = 4;

/// How many times more than is taken is still heard out, so that a browser hears the no.
const HEARD_OUT: u64 = 10;

/// Characters of a short value beside the file.
const VALUE_MAX: usize = 200;

static SEATS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What a form brought.
#[derive(Default)]
struct Brought {
    once: String,
    file: Option<Result<(File, Upload), Wrong>>,
}

/// The bytes of a file that lies with no lead yet. They are forgotten with it, however that ends, until
/// it is told that they stay.
struct Upload {
    house: Arc<House>,
    id: Uuid,
    is_done: bool,
}

impl Upload {
    fn begun(house: &Arc<House>) -> Upload {
        Upload { house: house.clone(), id: Uuid::now_v7(), is_done: false }
    }

    fn stays(mut self) {
        self.is_done = true;
    }

    async fn forget(mut self) -> Result<(), Error> {
        self.is_done = true;
        forget(&self.house, self.id).await
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if !self.is_done
            && let Ok(runtime) = Handle::try_current()
        {
            let (house, id) = (self.house.clone(), self.id);
            // Where the desk does not take it, the bytes go with what has expired.
            runtime.spawn(async move { forget(&house, id).await.ok() });
        }
    }
}

/// `POST /leads/{id}/files`
pub async fn attach(
    State(web): State<Web>,
    at: AtLead,
    mut request: Request,
) -> Result<Response, Error> {
    let id = at.id;
    let lead = read(&at.house, move |reading| reading.lead(id)).await?.ok_or(Error::NotFound)?;
    let Ok(_seat) = SEATS.try_acquire() else { return Err(Error::Busy) };
    let most = at.house.config.limits.file_bytes();
    let heard_out = usize::try_from(most.saturating_mul(HEARD_OUT)).unwrap_or(usize::MAX);
    DefaultBodyLimit::max(heard_out).apply(&mut request);
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

/// Lays a file that has arrived with its lead. Where it is not taken, its bytes are forgotten at once.
async fn lay(at: &AtLead, (file, upload): (File, Upload), once: &str) -> Result<(), Error> {
    let id = file.id;
    let form: Sent = [ONCE, "hash", "name"]
        .map(str::to_owned)
        .into_iter()
        .zip([once.to_owned(), file.hash.clone(), file.name.clone()])
        .collect();
    let once = (!once.is_empty()).then(|| form.once(&at.who.teammate, "files", at.id)).flatten();
    let command = Command::Attach { file };
    let order = Order::Lead { id: at.id, command, by: at.who.actor(), once };
    let laid = at.house.desk.ask(order).await;
    let lies = |lead: &Lead| lead.files.iter().any(|known| known.file.id == id);
    // A form that was sent twice has laid its first copy; one that was refused, none.
    match laid.as_ref().is_ok_and(|answer| answer.lead().is_some_and(lies)) {
        true => upload.stays(),
        false => upload.forget().await?,
    }
    laid.map(drop)
}

async fn forget(house: &House, id: Uuid) -> Result<(), Error> {
    let change = Change::File(FileChange::Drop { id });
    house.desk.ask(Order::Office(vec![change])).await.map(drop)
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

/// A file while it arrives.
struct Arriving {
    upload: Upload,
    hash: Sha256,
    piece: Vec<u8>,
    nth: u32,
    size: u64,
}

impl Arriving {
    /// Keeps what has been gathered as the next piece.
    async fn keep(&mut self, length: usize) -> Result<(), Error> {
        let rest = self.piece.split_off(length);
        let bytes: Arc<[u8]> = std::mem::replace(&mut self.piece, rest).into();
        let Upload { house, id, .. } = &self.upload;
        let (id, nth, now) = (*id, self.nth, house.desk.now());
        self.nth += 1;
        let change = Change::File(FileChange::PutPiece { id, nth, bytes, now });
        house.desk.ask(Order::Office(vec![change])).await.map(drop)
    }

    async fn take(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.size += bytes.len() as u64;
        self.hash.update(bytes);
        self.piece.extend_from_slice(bytes);
        while self.piece.len() >= PIECE {
            self.keep(PIECE).await?;
        }
        Ok(())
    }
}

/// The file, as pieces of the house. What is too large is heard out, and nothing of it is kept; `None`
/// where no file was chosen.
async fn taken(
    at: &AtLead,
    mut part: Field<'_>,
    most: u64,
) -> Result<Option<Result<(File, Upload), Wrong>>, Response> {
    let words = at.reader.words;
    let name = part.file_name().unwrap_or_default().to_owned();
    let media = part.content_type().unwrap_or_default().to_owned();
    let room = room(&at.house).await.map_err(IntoResponse::into_response)?;
    let upload = Upload::begun(&at.house);
    let mut file = Arriving { upload, hash: Sha256::new(), piece: Vec::new(), nth: 0, size: 0 };
    let mut length = 0_u64;
    let within = most.min(room);
    while let Some(bytes) = part.chunk().await.map_err(IntoResponse::into_response)? {
        length += bytes.len() as u64;
        if length <= within {
            file.take(&bytes).await.map_err(IntoResponse::into_response)?;
        }
    }
    let wrong = |sentence: String| Some(Err(Wrong::with("file", sentence)));
    if length > within {
        file.upload.forget().await.map_err(IntoResponse::into_response)?;
        let size = (most >> 20).to_string();
        return Ok(match length > most {
            true => wrong(words.fill("lead-file-large", &[("size", size.into())])),
            false => wrong(words.say("lead-file-no-room")),
        });
    }
    if length == 0 {
        let was_chosen = !name.is_empty();
        return Ok(was_chosen.then(|| words.say("lead-file-empty")).and_then(wrong));
    }
    if !file.piece.is_empty() {
        let left = file.piece.len();
        file.keep(left).await.map_err(IntoResponse::into_response)?;
    }
    let hash: String = file.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let named = File::named(file.upload.id, &name, &media, length, hash);
    Ok(Some(Ok((named, file.upload))))
}

/// Bytes that the house still has room for.
async fn room(house: &House) -> Result<u64, Error> {
    let held = read(house, |reading| reading.file_bytes()).await?;
    Ok(house.config.limits.files_bytes().saturating_sub(held))
}
