//! The mail server, set after the set-up as it is set in it.

use super::page;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{State as Tone, alert};
use crate::shell::web::setup::{mail_card, save_mail};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

const HERE: &str = "/settings/mail";

/// What the page is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    /// That a test letter left.
    sent: bool,
}

/// `GET /settings/mail`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<Told>,
) -> Result<Markup, Error> {
    drawn(&house, &who, reader, &Sent::default(), None, told.sent).await
}

/// `POST /settings/mail`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    match save_mail(&house, &who.email, &sent, reader.words).await? {
        Ok(left) => Ok(Redirect::to(&format!("{HERE}?sent={left}")).into_response()),
        Err(wrong) => {
            let page = drawn(&house, &who, reader, &sent, Some(&wrong), false).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn drawn(
    house: &House,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    wrong: Option<&Wrong>,
    left: bool,
) -> Result<Markup, Error> {
    let words = reader.words;
    let card = mail_card(house, sent, words, wrong, left).await?;
    let body = html! {
        form.stack action=(HERE) method="post" {
            @if let Some(wrong) = wrong {
                (alert(Tone::Late, html! { a href={ "#f-" (wrong.field) } { (wrong.sentence) } " " (words.say("setup-kept")) }))
            }
            section.ledger {
                header { h2 { (words.say("settings-mail")) } p { (words.say("settings-mail-then")) } }
            }
            (card)
        }
    };
    Ok(page(house, who, reader, HERE, body))
}
