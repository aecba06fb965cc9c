//! The questions of qualification, the ladder, and what sales said to what was handed over.

mod form;
mod page;

use super::super::read;
use super::versions::settling;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::errors::said as refused;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;

const HERE: &str = "/settings/qualification";

/// Days that are counted.
const COUNTED_DAYS: u32 = 90;

/// `GET /settings/qualification`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<super::Told>,
) -> Result<Markup, Error> {
    let sent = form::values(&house.playbook().playbook);
    drawn(&house, &who, reader, &sent, super::saved(&told, reader.words), None).await
}

/// `POST /settings/qualification`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let before = super::made_from(&house, sent.number("base")).await?;
    let in_force = house.playbook();
    let in_force = &in_force.playbook;
    let (status, said, wrong) = match form::wanted(&sent, in_force, words) {
        _ if before.is_some_and(|before| before.qualification != in_force.qualification) => {
            let (status, said) = super::changed_meanwhile(words);
            (status, said, None)
        }
        Err(wrong) => {
            let said = super::put_right(&wrong, words);
            (StatusCode::UNPROCESSABLE_ENTITY, said, Some(wrong))
        }
        Ok(rules) => {
            let change = |playbook: &mut crate::playbook::Playbook| playbook.qualification = rules;
            match staff::change(&house, who.actor(), change).await {
                Ok(()) => return Ok(Redirect::to(&format!("{HERE}?saved=true")).into_response()),
                Err(error @ Error::Playbook(_)) => {
                    let (status, said) = super::not_in_force(&refused(&error, words), words);
                    (status, said, None)
                }
                Err(error) => return Err(error),
            }
        }
    };
    let page = drawn(&house, &who, reader, &sent, said, wrong.as_ref()).await?;
    Ok((status, page).into_response())
}

async fn drawn(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    said: Markup,
    wrong: Option<&Wrong>,
) -> Result<Markup, Error> {
    let now = house.desk.now();
    let counted = read(house, move |reading| reading.handovers(now, COUNTED_DAYS)).await?;
    let in_force = house.playbook();
    let settling = settling(house, reader.words).await?;
    let form = page::Page { playbook: &in_force.playbook, sent, wrong, words: reader.words };
    let body = html! { (said) (settling) (form.draw(in_force.version, &counted)) };
    Ok(super::page(house, who, reader, HERE, body))
}
