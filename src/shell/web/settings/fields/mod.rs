//! The custom fields of the house: what is asked of leads beyond who they are, in what order, and by
//! whom.

mod form;
mod page;

use super::page as framed;
use crate::playbook::{FieldKind, Playbook};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::errors::said as refused;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{State as Mood, alert};
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use form::{ask_for, changed, new, step, values};
use maud::{Markup, html};
use page::{drawn, listed};
use std::sync::Arc;

const HERE: &str = "/settings/fields";

/// Characters of a label.
const LABEL_MAX: usize = 80;

/// The kinds of field, in the order a person chooses from, each with its key.
const KINDS: [(&str, FieldKind); 5] = [
    ("text", FieldKind::Text),
    ("number", FieldKind::Number),
    ("choice", FieldKind::Choice),
    ("date", FieldKind::Date),
    ("yes_no", FieldKind::YesNo),
];

/// The buttons that move a field, by what stands before its key.
const UP: &str = "up:";
const DOWN: &str = "down:";

/// What stands before the key of a source in the name of its box.
const ASKS: &str = "asks.";

/// `GET /settings/fields`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<super::Told>,
) -> Markup {
    let said = super::saved(&told, reader.words);
    listed(&house, &who, reader, &Sent::default(), said, None)
}

/// `POST /settings/fields`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let moved = sent.get("do");
    if let Some((key, is_up)) = (moved.strip_prefix(UP).map(|key| (key, true)))
        .or_else(|| moved.strip_prefix(DOWN).map(|key| (key, false)))
    {
        let to = format!("{HERE}#field-{key}");
        staff::change(&house, who.actor(), |playbook| step(&mut playbook.fields, key, is_up))
            .await?;
        return Ok(Redirect::to(&to).into_response());
    }
    let added = match new(&sent, &house.playbook().playbook, words) {
        Ok(added) => added,
        Err(wrong) => {
            let said = super::put_right(&wrong, words);
            let page = listed(&house, &who, reader, &sent, said, Some(&wrong));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let to = format!("{HERE}/{}?saved=true", added.key);
    staff::change(&house, who.actor(), |playbook| playbook.fields.push(added)).await?;
    Ok(Redirect::to(&to).into_response())
}

/// `GET /settings/fields/{key}`
pub async fn one(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Path(key): Path<String>,
    Query(told): Query<super::Told>,
) -> Result<Markup, Error> {
    let in_force = house.playbook();
    let custom = in_force.playbook.field(&key).ok_or(Error::NotFound)?;
    let sent = values(custom, &in_force.playbook.sources);
    let said = super::saved(&told, reader.words);
    Ok(drawn(&house, &who, reader, custom, &sent, said, None))
}

/// `POST /settings/fields/{key}`
pub async fn change(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let before = super::made_from(&house, sent.number("base")).await?;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let custom = playbook.field(&key).ok_or(Error::NotFound)?;
    let as_drawn = |before: &Playbook| {
        before.field(&key).map(|field| values(field, &before.sources))
            == Some(values(custom, &playbook.sources))
    };
    let again = |status: StatusCode, said: Markup, wrong: Option<&Wrong>| {
        Ok((status, drawn(&house, &who, reader, custom, &sent, said, wrong)).into_response())
    };
    if before.is_some_and(|before| !as_drawn(&before)) {
        let said = alert(Mood::Late, html! { (words.say("team-changed")) });
        return again(StatusCode::CONFLICT, said, None);
    }
    let changed = match changed(custom, &sent, playbook, words) {
        Ok(changed) => changed,
        Err(wrong) => {
            let said = super::put_right(&wrong, words);
            return again(StatusCode::UNPROCESSABLE_ENTITY, said, Some(&wrong));
        }
    };
    let put = |playbook: &mut Playbook| {
        ask_for(&mut playbook.sources, &changed, &sent);
        for field in playbook.fields.iter_mut().filter(|field| field.key == changed.key) {
            field.clone_from(&changed);
        }
    };
    match staff::change(&house, who.actor(), put).await {
        Ok(()) => Ok(Redirect::to(&format!("{HERE}?saved=true#field-{key}")).into_response()),
        Err(error @ Error::Playbook(_)) => {
            let (status, said) = super::not_in_force(refused(&error, words), words);
            again(status, said, None)
        }
        Err(error) => Err(error),
    }
}
