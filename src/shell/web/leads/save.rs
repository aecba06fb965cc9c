//! Keeping a list under a name: for oneself, or for all where one leads; renaming and deleting it.

use super::columns::state_of;
use super::segment::{SEGMENTS_MAX, may_change};
use super::state::{State, url};
use super::tabs::Typed;
use super::{Notice, answer};
use crate::lead::profile::one_line;
use crate::playbook::{Role, key_from};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::lists::{ListChange, Segment};
use crate::shell::store::office::Change;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::read;
use axum::extract::{Form, Path, State as Held};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;
use uuid::Uuid;

/// Characters of a name, and of a query that is kept.
pub const NAME_MAX: usize = 60;
const QUERY_MAX: usize = 4_000;

/// Characters of a key that are taken from the name.
const KEY_WORDS: usize = 40;

/// What a form of the list sent, in order.
pub(super) type Sent = Vec<(String, String)>;

/// The last value under a name; empty for none.
pub(super) fn value<'a>(sent: &'a Sent, name: &str) -> &'a str {
    sent.iter().rev().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
}

/// `POST /leads/segments`
pub async fn save(
    Held(house): Held<Arc<House>>,
    who: Who,
    reader: Reader,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let words = reader.words;
    let state = state_of(&sent);
    let typed = |wrong: String| Typed {
        name: value(&sent, "name").to_owned(),
        shared: !value(&sent, "shared").is_empty(),
        wrong,
    };
    let name = one_line(value(&sent, "name"), NAME_MAX + 1);
    let query = state.query();
    let held = read(&house, |reading| Ok(reading.segments(SEGMENTS_MAX)?.len())).await?;
    let wrong = match name.chars().count() {
        0 => Some(words.say("leads-name-needed")),
        length if length > NAME_MAX => {
            Some(words.fill("leads-name-too-long", &[("most", NAME_MAX.into())]))
        }
        _ if query.len() > QUERY_MAX => Some(words.say("leads-view-too-long")),
        _ if held >= SEGMENTS_MAX => {
            Some(words.fill("leads-segments-full", &[("most", SEGMENTS_MAX.into())]))
        }
        _ => None,
    };
    if let Some(wrong) = wrong {
        let notice = Notice::Save(typed(wrong));
        let page = answer(&house, &who, reader, state, notice).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    // The number of the form stands in the key, so that a form sent twice is kept once.
    let once = value(&sent, "once").parse().unwrap_or_else(|_| Uuid::now_v7());
    let key = key_of(&name, once);
    let (wanted, me) = (key.clone(), who.teammate.clone());
    let taken = read(&house, move |reading| {
        Ok(reading.segment(&wanted)?.is_some_and(|segment| segment.teammate != me))
    });
    let key = if taken.await? { key_of(&name, Uuid::now_v7()) } else { key };
    let segment = Segment {
        name,
        teammate: who.teammate.clone(),
        shared: who.role >= Role::Manager && !value(&sent, "shared").is_empty(),
        query: query.clone(),
        made_at: house.desk.now(),
    };
    put(&house, ListChange::PutSegment { key, segment }).await?;
    Ok(Redirect::to(&url(&query)).into_response())
}

/// `POST /leads/segments/{key}`
pub async fn change(
    Held(house): Held<Arc<House>>,
    who: Who,
    reader: Reader,
    Path(key): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let wanted = key.clone();
    let segment = read(&house, move |reading| reading.segment(&wanted)).await?;
    let is_deleting = value(&sent, "do") == "delete";
    let Some(segment) = segment else {
        if is_deleting {
            return Ok(Redirect::to("/leads").into_response());
        }
        let notice = Notice::Wrong(reader.words.say("leads-segment-gone"));
        let page = answer(&house, &who, reader, State::of_query(""), notice).await?;
        return Ok((StatusCode::NOT_FOUND, page).into_response());
    };
    if !segment.shared && segment.teammate != who.teammate {
        return Err(Error::NotFound);
    }
    if !may_change(&segment, &who) {
        return Err(Error::NotAllowed);
    }
    if is_deleting {
        put(&house, ListChange::RemoveSegment { key }).await?;
        return Ok(Redirect::to("/leads").into_response());
    }
    let name = one_line(value(&sent, "name"), NAME_MAX);
    let query = segment.query.clone();
    if name.is_empty() {
        let words = reader.words;
        let notice = Notice::Wrong(words.say("leads-name-needed"));
        let page = answer(&house, &who, reader, State::of_query(&query), notice).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let shared = match who.role >= Role::Manager {
        true => !value(&sent, "shared").is_empty(),
        false => segment.shared,
    };
    let segment = Segment { name, shared, ..segment };
    put(&house, ListChange::PutSegment { key, segment }).await?;
    Ok(Redirect::to(&url(&query)).into_response())
}

async fn put(house: &House, change: ListChange) -> Result<(), Error> {
    house.desk.ask(Order::Office(vec![Change::List(change)])).await.map(drop)
}

/// The key of a segment: the words of its name, and a few signs of the form's own number.
fn key_of(name: &str, once: Uuid) -> String {
    let words = key_from(name, KEY_WORDS, '-');
    let number = &once.simple().to_string()[24..];
    if words.is_empty() { number.to_owned() } else { format!("{words}-{number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_by_its_name_and_the_form() {
        let once = Uuid::from_u128(0x0123_4567_89ab_cdef);
        assert_eq!(key_of("Referrals, this quarter!", once), "referrals-this-quarter-89abcdef");
        assert_eq!(key_of("Ärzte", once), "arzte-89abcdef");
        assert_eq!(key_of("!", once), "89abcdef");
        assert!(key_of(&"x".repeat(500), once).len() < 60);
    }
}
