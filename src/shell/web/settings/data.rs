//! What becomes of the data: where it lies, the last copy, one to take away, and the way back.

use super::page;
use crate::shell::desk::Desk;
use crate::shell::error::Error;
use crate::shell::house::{DATA_FILE, House};
use crate::shell::web::copy;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::parts::{State as Tone, alert, icon};
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, Response};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// What the page is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    saved: bool,
}

/// `GET /settings/data`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<Told>,
) -> Markup {
    let words = reader.words;
    let snapshots = house.snapshots.clone();
    let newest = tokio::task::spawn_blocking(move || snapshots.newest()).await.ok().flatten();
    let newest = newest.map(|day| words.moment("settings-day", day.at(0, 0, 0, 0)));
    let last = match newest {
        Some(day) => words.fill("settings-last-copy", &[("day", day.into())]),
        None => words.say("settings-no-copy"),
    };
    let file = house.config.data_dir.join(DATA_FILE).display().to_string();
    let folder = house.config.backup_dir().display().to_string();
    let body = html! {
        section.ledger {
            header { h2 { (words.say("settings-data")) } }
            @if let Some(fault) = house.snapshots.fault() { (alert(Tone::Late, html! { (fault) })) }
            ul.items {
                li { (icon("box")) span { (words.fill("settings-file", &[("file", file.into())])) } }
                li { (icon("copy")) span { (last) " " (words.fill("settings-folder", &[("folder", folder.into())])) } }
            }
            @if told.saved { div.alert data-state="ok" role="status" { (icon("check")) p { (words.say("settings-backed-up")) } } }
            div."line below" {
                form action="/settings/data/back-up" method="post" { button.btn.primary type="submit" { (icon("copy")) (words.say("settings-back-up")) } }
                a.btn href="/settings/data/download" download { (icon("in")) (words.say("settings-download")) }
            }
            p.hint { (words.say("settings-download-hint")) }
        }
        section.ledger {
            header { h2 { (words.say("settings-restore")) } }
            p { (words.say("settings-restore-how")) }
            pre.code { code { "leadstead restore FILE --data FOLDER" } }
            p.mute { (words.say("settings-restore-replace")) }
            pre.code { code { "leadstead restore FILE --replace" } }
        }
    };
    page(&house, &who, reader, "/settings/data", body)
}

/// `POST /settings/data/back-up`
pub async fn back_up(State(house): State<Arc<House>>) -> Result<Redirect, Error> {
    let snapshots = house.snapshots.clone();
    let make = move |desk: &Desk| snapshots.make_now(desk);
    house.desk.look_aside("making a copy", make).await?;
    Ok(Redirect::to("/settings/data?saved=true"))
}

/// `GET /settings/data/download`
pub async fn download(State(house): State<Arc<House>>) -> Result<Response<Body>, Error> {
    let day = house.playbook().playbook.calendar().day_of(house.clock.now());
    let mut answer = copy::send(house).await?;
    let name = format!("attachment; filename=\"leadstead-{day}.redb\"");
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}
