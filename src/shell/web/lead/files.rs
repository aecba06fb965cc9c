//! The files of a lead: listed, taken away with one, and thrown away.
//!
//! A file is never shown, only handed over: what it holds was made by somebody else.

use super::act::Act;
use super::fields::Sheet;
use super::sent::{Sent, Wrong, once_field};
use super::view::View;
use crate::command::{Command, Refusal};
use crate::language::Words;
use crate::lead::{Actor, Attached, FILES_MAX, File, LeadId};
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::importing::streams::written;
use crate::shell::store::files::pieces_of;
use crate::shell::web::guard::Who;
use crate::shell::web::parts::icon;
use crate::shell::web::read;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::io::{self, Write};
use std::sync::Arc;
use uuid::Uuid;

/// The id of the section.
pub const ID: &str = "files";

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
                    div.line { button.btn type="submit" { (icon("out")) (words.say("lead-file-send")) } }
                }
            } @else {
                p.mute.body { (words.fill("lead-files-full", &[("most", FILES_MAX.into())])) }
            }
        }
    }
}

fn item(view: &View, attached: &Attached) -> Markup {
    let (id, words, file) = (view.case.lead.id, view.words, &attached.file);
    let name = called(file, words);
    let away = words.fill("lead-file-remove", &[("name", name.as_str().into())]);
    html! {
        li {
            (icon("note"))
            div.grow {
                a href=(url(id, file.id)) download { (name) }
                (about(view, attached))
            }
            a.btn.quiet.square href={ "?do=" (Act::Detach.key()) "&file=" (file.id) "#act" } aria-label=(away) title=(away) { (icon("trash")) }
        }
    }
}

/// The question before a file goes for good; `None` where the lead has no such file.
pub fn detach(view: &View) -> Option<Markup> {
    let (lead, words) = (&view.case.lead, view.words);
    let wanted = view.typed.map_or(view.asked.file.as_str(), |typed| typed.sent.trimmed("file"));
    let wanted: Uuid = wanted.parse().ok()?;
    let attached = lead.files.iter().find(|known| known.file.id == wanted)?;
    let name = called(&attached.file, words);
    let sheet = Sheet::new(view, Act::Detach);
    let inner = html! {
        h2 { (words.fill("lead-file-remove-sure", &[("name", name.into())])) }
        (sheet.alert())
        (about(view, attached))
        p { (words.say("lead-file-remove-how")) }
        input type="hidden" name="file" value=(wanted);
        div.line {
            a.btn.quiet href={ "/leads/" (lead.id) "#" (ID) } { (words.say("lead-leave-it")) }
            button.btn.primary.push type="submit" { (icon("trash")) (words.say("lead-file-remove-do")) }
        }
    };
    Some(sheet.form("card stack tight", inner))
}

/// How large a file is, since when it is there, and through whom.
fn about(view: &View, attached: &Attached) -> Markup {
    let by = match &attached.by {
        Actor::Teammate(mate) => view.name(mate),
        Actor::Token(name) => name.clone(),
        Actor::Visitor | Actor::House => String::new(),
    };
    html! {
        p.mute { (size(attached.file.size, view.words)) ", " (view.day(attached.at)) @if !by.is_empty() { ", " (by) } }
    }
}

fn called(file: &File, words: Words) -> String {
    if file.name.is_empty() { words.say("lead-file-nameless") } else { file.name.clone() }
}

fn url(lead: LeadId, file: Uuid) -> String {
    format!("/leads/{lead}/files/{file}")
}

/// A size as people read it.
fn size(bytes: u64, words: Words) -> String {
    if bytes < 1_024 {
        return words.fill("file-bytes", &[("count", bytes.into())]);
    }
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

/// A no that is about a file.
pub fn refused(refusal: &Refusal, words: Words) -> Wrong {
    Wrong::with("file", refusal.say(words))
}

/// `GET /leads/{id}/files/{file}`
pub async fn hand_over(
    State(house): State<Arc<House>>,
    _: Who,
    Path((id, file)): Path<(u64, Uuid)>,
) -> Result<Response, Error> {
    handed_over(house, id, file).await
}

/// A file of a lead as it came, to be kept and not shown.
pub async fn handed_over(house: Arc<House>, id: u64, file: Uuid) -> Result<Response, Error> {
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
        let sizes = [5, 1_025, 1_048_575, 1_050_000, 3 << 19, (10 << 20) + 1].map(said);
        assert_eq!(sizes, ["5 Byte", "2 kB", "1 MB", "1 MB", "1,5 MB", "11 MB"]);
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
