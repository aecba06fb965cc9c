//! The custom fields of the house: what is asked of leads beyond who they are, in what order, and by
//! whom.

mod form;
mod page;

use super::beside::{Beside, Seen};
use super::page as framed;
use crate::playbook::{Fault, FieldKind, Playbook, hints};
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
use serde::Deserialize;
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
    Query(Switched { off }): Query<Switched>,
) -> Markup {
    let words = reader.words;
    let playbook = &house.playbook().playbook;
    let seen = Seen { here: HERE, playbook, role: who.role, words };
    let rests = off.map(|key| resting_on(&key, playbook)).unwrap_or_default();
    let rests = Beside::of(&[], &rests, seen).hints();
    let said = html! { (super::saved(&told, words)) (rests) };
    listed(&house, &who, reader, &Sent::default(), said, None)
}

/// A field that was just switched off.
#[derive(Deserialize)]
pub struct Switched {
    off: Option<String>,
}

/// What is worth a second look because a field is switched off.
fn resting_on(key: &str, playbook: &Playbook) -> Vec<Fault> {
    let mut with = playbook.clone();
    with.fields.iter_mut().filter(|field| field.key == key).for_each(|field| field.active = true);
    let else_said = hints(&with);
    hints(playbook).into_iter().filter(|hint| !else_said.contains(hint)).collect()
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
        Ok(()) => {
            let is_off = custom.active && !changed.active;
            let off = if is_off { format!("&off={key}") } else { String::new() };
            Ok(Redirect::to(&format!("{HERE}?saved=true{off}#field-{key}")).into_response())
        }
        Err(error @ Error::Playbook(_)) => {
            let (status, said) = super::not_in_force(refused(&error, words), words);
            again(status, said, None)
        }
        Err(error) => Err(error),
    }
}
