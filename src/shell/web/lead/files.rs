//! The files of a lead: handed in, taken away with one, and thrown away.
//!
//! A file is never shown, only handed over: what it holds was made by somebody else.

use super::act::Act;
use super::actions::AtLead;
use super::sent::{ONCE, Sent, Wrong, once_field};
use super::view::{self, Typed, View};
use crate::command::{Command, Refusal};
use crate::language::Words;
use crate::lead::{Actor, Attached, FILES_MAX, File, Lead, LeadId};
use crate::shell::desk::Order;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::importing::streams::written;
use crate::shell::store::files::{FileChange, PIECE, pieces_of};
use crate::shell::store::office::Change;
use crate::shell::web::Web;
use crate::shell::web::errors::status_of;
use crate::shell::web::guard::Who;
use crate::shell::web::parts::icon;
use crate::shell::web::read;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request, State};
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::sync::Arc;
use tokio::sync::Semaphore;
use uuid::Uuid;

/// The id of the section.
pub const ID: &str = "files";

/// Files that arrive at the same time.
const AT_ONCE: usize = 4;

/// How many times more than is taken is still heard out, so that a browser hears the no.
const HEARD_OUT: u64 = 10;

/// Characters of a short value beside the file.
const VALUE_MAX: usize = 200;

/// What a file may say that it is; anything else goes out as mere bytes.
const KNOWN: [&str; 12] = [
    "application/pdf",
    "application/zip",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/jpeg",
    "image/png",
    "text/csv",
    "text/plain",
];

/// A file does nothing wherever it is opened.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

static SEATS: Semaphore = Semaphore::const_new(AT_ONCE);

/// The files with the way to each, and the form that takes one more.
pub fn files(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    html! {
        section.ledger.files #(ID) data-region {
            header {
                h2 { (words.say("lead-files")) }
                @if !lead.files.is_empty() { span.count { (lead.files.len()) } }
            }
            @if !lead.files.is_empty() {
                ul.items { @for attached in &lead.files { (item(view, attached)) } }
            }
            @if lead.files.len() < FILES_MAX {
                form."body stack tight" action=(Act::Attach.url(lead.id, 0)) method="post" enctype="multipart/form-data" {
                    (once_field(view.once))
                    div.field {
                        label for="attach-file" { (words.say("lead-file-add")) }
                        input.input #attach-file type="file" name="file" required;
                    }
                    div.line { button.btn type="submit" { (icon("up")) (words.say("lead-file-send")) } }
                }
            } @else {
                p.mute.body { (words.fill("lead-files-full", &[("most", FILES_MAX.into())])) }
            }
        }
    }
}

fn item(view: &View, attached: &Attached) -> Markup {
    let (id, words, file) = (view.case.lead.id, view.words, &attached.file);
    let by = match &attached.by {
        Actor::Teammate(mate) => view.name(mate),
        Actor::Token(name) => name.clone(),
        Actor::Visitor | Actor::House => String::new(),
    };
    let name =
        if file.name.is_empty() { words.say("lead-file-nameless") } else { file.name.clone() };
    let away = words.fill("lead-file-remove", &[("name", name.as_str().into())]);
    html! {
        li {
            (icon("note"))
            div.grow {
                a href=(url(id, file.id)) download { (name) }
                p.mute { (size(file.size, words)) ", " (view.day(attached.at)) @if !by.is_empty() { ", " (by) } }
            }
            form action=(Act::Detach.url(id, 0)) method="post" {
                (once_field(view.once))
                button.btn.quiet.square type="submit" name="file" value=(file.id) aria-label=(away) title=(away) { (icon("trash")) }
            }
        }
    }
}

fn url(lead: LeadId, file: Uuid) -> String {
    format!("/leads/{lead}/files/{file}")
}

/// A size as people read it.
fn size(bytes: u64, words: Words) -> String {
    let kib = bytes.div_ceil(1_024);
    let said = |key: &str, size: String| words.fill(key, &[("size", size.into())]);
    match kib {
        0..1_024 => said("file-kib", kib.to_string()),
        1_024..10_240 => said("file-mib", words.decimal(kib as f64 / 1_024.0)),
        _ => said("file-mib", kib.div_ceil(1_024).to_string()),
    }
}

/// What the form that throws a file away asks for.
pub fn detached(sent: &Sent, words: Words) -> Result<Command, Wrong> {
    let id = sent.trimmed("file").parse();
    id.map(|id| Command::Detach { id }).map_err(|_| refused(&Refusal::NoSuchFile, words))
}

/// That no file came with a form.
pub fn none(words: Words) -> Wrong {
    Wrong::with("file", words.say("lead-file-none"))
}

fn refused(refusal: &Refusal, words: Words) -> Wrong {
    Wrong::with("file", refusal.say(words))
}

/// What a form brought.
#[derive(Default)]
struct Brought {
    once: String,
    file: Option<Result<File, Wrong>>,
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
async fn lay(at: &AtLead, file: File, once: &str) -> Result<(), Error> {
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
    if !laid.as_ref().is_ok_and(|answer| answer.lead().is_some_and(lies)) {
        forget(&at.house, id).await?;
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
struct Arriving<'a> {
    house: &'a House,
    id: Uuid,
    hash: Sha256,
    piece: Vec<u8>,
    nth: u32,
    size: u64,
}

impl Arriving<'_> {
    /// Keeps what has been gathered as the next piece.
    async fn keep(&mut self, length: usize) -> Result<(), Error> {
        let rest = self.piece.split_off(length);
        let bytes: Arc<[u8]> = std::mem::replace(&mut self.piece, rest).into();
        let (id, nth, now) = (self.id, self.nth, self.house.desk.now());
        self.nth += 1;
        let change = Change::File(FileChange::PutPiece { id, nth, bytes, now });
        self.house.desk.ask(Order::Office(vec![change])).await.map(drop)
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
) -> Result<Option<Result<File, Wrong>>, Response> {
    let house = &at.house;
    let words = at.reader.words;
    let name = part.file_name().unwrap_or_default().to_owned();
    let media = part.content_type().unwrap_or_default().to_owned();
    let room = room(house).await.map_err(IntoResponse::into_response)?;
    let id = Uuid::now_v7();
    let mut file = Arriving { house, id, hash: Sha256::new(), piece: Vec::new(), nth: 0, size: 0 };
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
        forget(house, id).await.map_err(IntoResponse::into_response)?;
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
    Ok(Some(Ok(File::named(id, &name, &media, length, hash))))
}

/// Bytes that the house still has room for.
async fn room(house: &House) -> Result<u64, Error> {
    let held = read(house, |reading| reading.file_bytes()).await?;
    Ok(house.config.limits.files_bytes().saturating_sub(held))
}

/// `GET /leads/{id}/files/{file}`
pub async fn hand_over(
    State(house): State<Arc<House>>,
    _: Who,
    Path((id, file)): Path<(u64, Uuid)>,
) -> Result<Response, Error> {
    let lead = read(&house, move |reading| reading.lead(LeadId(id))).await?;
    let lead = lead.ok_or(Error::NotFound)?;
    let found = lead.files.into_iter().find(|known| known.file.id == file);
    let File { name, size, media, .. } = found.ok_or(Error::NotFound)?.file;
    let body = written(move |out| {
        for nth in 0..pieces_of(size) {
            let nth = u32::try_from(nth).map_err(io::Error::other)?;
            let piece = house
                .desk
                .look("reading a file", |desk| Ok(desk.store().read()?.file_piece(file, nth)?));
            out.write_all(&piece.map_err(io::Error::other)?)?;
        }
        Ok(())
    });
    let media = KNOWN.into_iter().find(|known| *known == media);
    let media = HeaderValue::from_static(media.unwrap_or("application/octet-stream"));
    let name = HeaderValue::from_str(&disposition(&name)).map_err(Fault::of("naming a file"))?;
    let about = [
        (CONTENT_TYPE, media),
        (CONTENT_DISPOSITION, name),
        (CONTENT_LENGTH, HeaderValue::from(size)),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((about, body).into_response())
}

/// That a file is to be kept and not shown, and under which name: once in plain letters, once whole.
fn disposition(name: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
    let plain: String = name.chars().map(|c| if is_plain(&c) { c } else { '_' }).collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => whole.push(byte.into()),
            byte => whole.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::{disposition, size};
    use crate::language::{Language, Words};

    #[test]
    fn a_size_is_said_to_a_tenth_as_long_as_a_tenth_matters() {
        let said = |bytes| size(bytes, Words::of(Language::German));
        let sizes = [1, 1_048_575, 1_050_000, 3 << 19, (10 << 20) + 1].map(said);
        assert_eq!(sizes, ["1 kB", "1 MB", "1 MB", "1,5 MB", "11 MB"]);
    }

    #[test]
    fn a_name_in_a_heading_ends_nothing_and_is_whole() {
        assert_eq!(
            disposition("Größe\"; x=1.pdf"),
            "attachment; filename=\"Gr__e__ x_1.pdf\"; \
             filename*=UTF-8''Gr%C3%B6%C3%9Fe%22%3B%20x%3D1.pdf"
        );
    }
}
