//! Importing in the browser: a list is handed in, looked at, checked, taken, and told about row by row.
//!
//! The file is streamed to a private one without a name and is never in memory. What is chosen stands
//! with the list, so that a page may be left, loaded anew and gone back to at any time.

mod choose;
mod kept;
mod page;
mod run;
mod said;

pub use kept::Imports;

use super::Web;
use super::guard::Who;
use super::layout::Reader;
use super::lead::{ONCE, Sent, name_of};
use crate::lead::profile::one_line;
use crate::playbook::{Door, Playbook};
use crate::shell::error::{Error, Fault, caught};
use crate::shell::house::make_private;
use crate::shell::importing::{Glance, List, NAME_MAX, Scratch, TableFault, streams};
use axum::extract::multipart::Field;
use axum::extract::{
    DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Path, Query, Request, State,
};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use kept::{Answer, Asked, Kept, Named};
use maud::Markup;
use run::Run;
use serde::Deserialize;
use std::io::{self, Write};
use std::sync::Arc;
use uuid::Uuid;

/// Rows of a list that are kept for showing.
const FIRST_ROWS: usize = 20;

/// Bytes gathered before they are written.
const PIECE: usize = 512 * 1024;

/// How many times more than is taken is still heard out, so that a browser hears the no.
const HEARD_OUT: u64 = 10;

/// A manager in front of the lists.
pub struct At {
    pub web: Web,
    pub who: Who,
    pub reader: Reader,
}

impl FromRequestParts<Web> for At {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<At, Error> {
        let who = Who::from_request_parts(parts, web).await?;
        let reader = Reader::of(&parts.headers, &web.house).liked_by(&who);
        Ok(At { web: web.clone(), who, reader })
    }
}

impl At {
    fn kept(&self, id: Uuid) -> Result<Arc<Kept>, Error> {
        self.web.imports.get(id).ok_or(Error::NotFound)
    }
}

/// `GET /import`
pub async fn front(at: At) -> Markup {
    page::front(&at, &at.web.imports.newest(), "", "")
}

/// What a form brought, as far as it was read.
#[derive(Default)]
struct Brought {
    once: Option<Uuid>,
    source: String,
    /// The name of the file, and what came of it.
    file: Option<(String, Result<Scratch, TableFault>)>,
}

/// `POST /import`
pub async fn hand_in(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    mut request: Request,
) -> Result<Response, Error> {
    let at = At { web, who, reader };
    let most = at.web.house.config.limits.import_bytes();
    let Some(_seat) = at.web.imports.seat() else { return Err(Error::Busy) };
    let heard_out = usize::try_from(most.saturating_mul(HEARD_OUT)).unwrap_or(usize::MAX);
    DefaultBodyLimit::max(heard_out).apply(&mut request);
    let parts = match Multipart::from_request(request, &at.web).await {
        Ok(parts) => parts,
        Err(rejection) => return Ok(rejection.into_response()),
    };
    let brought = match brought(&at, parts, most).await {
        Ok(brought) => brought,
        Err(response) => return Ok(response),
    };
    let in_force = at.web.house.playbook();
    let source = source_of(&brought.source, &in_force.playbook);
    let words = at.reader.words;
    let (name, file) = match brought.file {
        Some((name, Ok(file))) if !name.is_empty() || !file.is_empty() => (name, file),
        Some((_, Err(fault))) => return Ok(refused(&at, &source, &said::fault(words, &fault))),
        Some(_) | None => {
            return Ok(refused(&at, &source, &words.say("import-no-file")));
        }
    };
    match glanced(&at, file.clone()).await? {
        Err(fault) => Ok(refused(&at, &source, &said::fault(words, &fault))),
        Ok(glance) => {
            let id = brought.once.unwrap_or_else(Uuid::now_v7);
            let (by, now) = (at.who.teammate.clone(), at.web.house.desk.now());
            let named = Named { id, name, by, at: now };
            at.web.imports.put(Kept::new(named, source, file, glance));
            Ok(Redirect::to(&format!("/import/{id}")).into_response())
        }
    }
}

/// The source that was chosen; the first that lists come from where it is none of ours.
fn source_of(key: &str, playbook: &Playbook) -> String {
    let lists = playbook.sources.iter().find(|source| source.door == Door::Csv);
    let source = playbook.source(key).or(lists).or(playbook.sources.first());
    source.map(|source| source.key.clone()).unwrap_or_default()
}

fn refused(at: &At, source: &str, sentence: &str) -> Response {
    let lists = at.web.imports.newest();
    let page = page::front(at, &lists, source, sentence);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// Reads the parts of the form; of the file a piece at a time.
async fn brought(at: &At, mut parts: Multipart, most: u64) -> Result<Brought, Response> {
    let mut brought = Brought::default();
    loop {
        let part = parts.next_field().await.map_err(IntoResponse::into_response)?;
        let Some(part) = part else { return Ok(brought) };
        match part.name() {
            Some("file") => {
                let name = one_line(&name_of(&part), NAME_MAX);
                let taken = taken(at, part, most).await?;
                brought.file = Some((name, taken));
            }
            Some("source") => brought.source = text_of(part).await?,
            Some(ONCE) => brought.once = text_of(part).await?.parse().ok(),
            _ => {}
        }
    }
}

/// A short value; of a long one its beginning.
async fn text_of(mut part: Field<'_>) -> Result<String, Response> {
    let mut text = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(IntoResponse::into_response)? {
        let room = 200_usize.saturating_sub(text.len());
        text.extend_from_slice(&piece[..piece.len().min(room)]);
    }
    Ok(String::from_utf8_lossy(&text).trim().to_owned())
}

/// The file, in a private one. What is too large is heard out, and nothing of it is kept.
async fn taken(
    at: &At,
    mut part: Field<'_>,
    most: u64,
) -> Result<Result<Scratch, TableFault>, Response> {
    let folder = at.web.house.config.data_dir.clone();
    let begun = move || {
        make_private(&folder).map_err(|fault| io::Error::other(fault.to_string()))?;
        Scratch::within(&folder)
    };
    let mut scratch = aside(begun).await?;
    let (mut piece, mut length) = (Vec::with_capacity(PIECE), 0_u64);
    while let Some(bytes) = part.chunk().await.map_err(IntoResponse::into_response)? {
        length += bytes.len() as u64;
        if length > most {
            continue;
        }
        piece.extend_from_slice(&bytes);
        if piece.len() >= PIECE {
            let full = std::mem::replace(&mut piece, Vec::with_capacity(PIECE));
            scratch = aside(move || written(scratch, &full)).await?;
        }
    }
    if length > most {
        return Ok(Err(TableFault::TooLarge(most)));
    }
    Ok(Ok(aside(move || written(scratch, &piece)).await?))
}

fn written(mut scratch: Scratch, piece: &[u8]) -> io::Result<Scratch> {
    scratch.write_all(piece)?;
    Ok(scratch)
}

/// Does something with a file, away from the threads that answer.
async fn aside<T: Send + 'static>(
    act: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Response> {
    let done = tokio::task::spawn_blocking(act).await;
    let done = done.map_err(Fault::of("keeping a list"));
    done.and_then(|done| done.map_err(Fault::of("keeping a list")))
        .map_err(|fault| Error::from(fault).into_response())
}

/// Reads the list once from end to end.
async fn glanced(at: &At, file: Scratch) -> Result<Result<Glance, TableFault>, Error> {
    let limits = &at.web.house.config.limits;
    let (most, rows) = (limits.import_bytes(), u64::from(limits.import_rows));
    let glance = move || {
        caught("looking at a list", || {
            List::kept(&file, most).and_then(|list| list.glance(FIRST_ROWS, rows))
        })
    };
    let seen = tokio::task::spawn_blocking(glance).await.map_err(Fault::of("looking at a list"))?;
    // What the reader of workbooks breaks down over is no workbook.
    Ok(seen.unwrap_or(Err(TableFault::NotABook)))
}

/// Which step of it is looked at.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Step {
    step: String,
}

/// `GET /import/{id}`
pub async fn show(at: At, Path(id): Path<Uuid>, Query(step): Query<Step>) -> Result<Markup, Error> {
    Ok(page::one(&at, &*at.kept(id)?, step.step == "columns", ""))
}

/// `POST /import/{id}/check`
pub async fn check(at: At, Path(id): Path<Uuid>, sent: Sent) -> Result<Response, Error> {
    let kept = at.kept(id)?;
    let in_force = at.web.house.playbook();
    let before = kept.state().chosen;
    kept.choose(choose::chosen(&kept, &before, &sent, &in_force.playbook));
    Ok(begin(at, kept, Asked::Check))
}

/// `POST /import/{id}/start`
pub async fn start(at: At, Path(id): Path<Uuid>, sent: Sent) -> Result<Response, Error> {
    let kept = at.kept(id)?;
    let round = sent.number("round").and_then(|round| u32::try_from(round).ok());
    let asked = Asked::Take(round.unwrap_or_default());
    let chosen = kept.state().chosen;
    if chosen.remember {
        remember(&at, &chosen).await?;
    }
    Ok(begin(at, kept, asked))
}

/// Keeps the mapping with its source, unless it stands there so.
async fn remember(at: &At, chosen: &kept::Chosen) -> Result<(), Error> {
    let in_force = at.web.house.playbook();
    let mut playbook = in_force.playbook.clone();
    let source = playbook.sources.iter_mut().find(|source| source.key == chosen.source);
    let Some(source) = source.filter(|source| source.mapping != chosen.mapping) else {
        return Ok(());
    };
    source.mapping.clone_from(&chosen.mapping);
    at.web.house.apply_playbook(&playbook, at.who.actor()).await.map(drop)
}

fn begin(at: At, kept: Arc<Kept>, asked: Asked) -> Response {
    match at.web.imports.ask(&kept, asked) {
        Answer::NotNow => {
            let sentence = at.reader.words.say("import-not-now");
            (StatusCode::CONFLICT, page::one(&at, &kept, true, &sentence)).into_response()
        }
        Answer::AsItIs => Redirect::to(&format!("/import/{}", kept.id)).into_response(),
        Answer::Begins(turn, file) => {
            let to = format!("/import/{}", kept.id);
            let (by, words) = (at.who.actor(), at.reader.words);
            let house = at.web.house.clone();
            Run { house, kept, file, asked, by, words, turn }.begin();
            Redirect::to(&to).into_response()
        }
    }
}

/// `POST /import/{id}/drop`
pub async fn throw_away(at: At, Path(id): Path<Uuid>) -> Redirect {
    at.web.imports.drop_one(id);
    Redirect::to("/import")
}

/// `GET /import/{id}/report.csv`
pub async fn report(at: At, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let report = at.kept(id)?.state().report.ok_or(Error::NotFound)?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"import-report.csv\""),
    ];
    let body = streams::written(move |out| io::copy(&mut report.reader(), out).map(drop));
    Ok((headers, body).into_response())
}
