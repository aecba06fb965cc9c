//! What this box runs, and under which licences.

use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::{Place, Reader, Screen, app};
use crate::shell::web::parts::icon;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use include_flate::flate;
use maud::{Markup, html};
use std::sync::Arc;

flate!(static LICENCES: [u8] from "packaging/licences.txt" with deflate);

/// `GET /licences.txt`
pub async fn licences() -> impl IntoResponse {
    let all: &'static [u8] = &LICENCES;
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], all)
}

/// `GET /settings/about`
pub async fn show(State(house): State<Arc<House>>, who: Who, reader: Reader) -> Markup {
    let words = reader.words;
    let version = words.fill("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    let body = html! {
        section."ledger narrow" {
            header { h2 { "Leadstead" } }
            ul.items {
                li { (icon("box")) span { (version) } }
                li { (icon("info")) span { (words.say("about-ours")) } }
                li { (icon("copy")) span { (words.say("about-others")) " " a href="/licences.txt" { (words.say("about-licences")) } } }
                li { (icon("link")) span { (words.say("about-api")) " " a href="/api/docs" { "/api/docs" } } }
            }
        }
        p.mute { (words.say("about-no-calls")) }
    };
    app(&house, &who, reader, Screen::new(Place::Elsewhere, &words.say("settings-about")), body)
}
