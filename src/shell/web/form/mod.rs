//! The public form: what a stranger fills in, and the door it comes in by.
//!
//! What is posted is handed to the desk as it came, whether it makes sense or not; the visitor is
//! thanked only once it is kept. Whatever goes wrong, what was typed comes back with the form.

mod frame;
mod page;
mod reach;
mod thanks;

pub use frame::{is_framed, script as embed};
pub use reach::REACH;
pub use thanks::show as thanks;

use super::Web;
use super::address::Visitor;
use super::errors::status_of;
use super::headers::text_of;
use super::layout::Reader;
use super::signed;
use crate::capture::{self, Fields, Received};
use crate::command::Refusal;
use crate::lead::{Actor, Fate};
use crate::playbook::{Door, Playbook, Source};
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CONTENT_TYPE, HOST, REFERER, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use page::Sheet;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use thanks::Ticket;
use uuid::Uuid;

/// Fields of our own that say nothing about the lead.
pub const ONCE: &str = "once";
pub const STAMP: &str = "stamp";

/// What the moment at which a form was opened is signed for.
const OPENED: &str = "form";

/// `GET /f/{form}`
pub async fn show(
    State(house): State<Arc<House>>,
    Path(form): Path<String>,
    RawQuery(query): RawQuery,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let in_force = house.playbook();
    let source = source_of(&in_force.playbook, &form).ok_or(Error::NotFound)?;
    let query = query.unwrap_or_default();
    let reader = frame::read_by(reader, &query);
    let typed = match frame::is_framed(&query) {
        true => frame::came_by(&query),
        false => [("referrer".to_owned(), referrer_of(&headers).to_owned())].into_iter().collect(),
    };
    let sheet = Sheet { house: &house, source, query: &query, typed: &typed, wrong: None, reader };
    Ok(frame::shown(sheet.page(), &query))
}

/// `POST /f/{form}`
pub async fn post(
    State(web): State<Web>,
    Path(form): Path<String>,
    RawQuery(query): RawQuery,
    visitor: Visitor,
    reader: Reader,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let in_force = web.house.playbook();
    let source = source_of(&in_force.playbook, &form).ok_or(Error::NotFound)?;
    let query = query.unwrap_or_default();
    let reader = frame::read_by(reader, &query);
    let content_type = text_of(&headers, CONTENT_TYPE);
    let mut received = Received {
        id: Uuid::now_v7(),
        source,
        at: web.house.clock.now(),
        content_type,
        body: &body,
        query: &query,
        referrer: referrer_of(&headers),
    };
    let typed = capture::fields(&received);
    received.id = id_of(&typed, &body).unwrap_or(received.id);
    let completes = Ticket::to_complete(&web.house, page::value_of(&typed, REACH));
    let completed = completes.as_ref();
    let answer = match web.limits.public_posts.take(&visitor.bucket(), received.at) {
        Ok(()) => hand_in(&web.house, &received, &typed, completed, &in_force.playbook).await,
        Err(too_fast) => Err(too_fast),
    };
    match answer {
        Ok(fate) => {
            let said_nothing = fate == Fate::Empty;
            let fate = match completed {
                Some(ticket) if said_nothing => Fate::Attached(ticket.lead),
                _ => fate,
            };
            let thanks = thanks::url(&web.house, &form, &fate, completed);
            let thanks = frame::kept_in_frame(thanks, &query);
            let thanks = if said_nothing { reach::again(&thanks) } else { thanks };
            Ok(Redirect::to(&thanks).into_response())
        }
        Err(error) => {
            let (house, wrong) = (&web.house, Some(&error));
            let sheet = Sheet { house, source, query: &query, typed: &typed, wrong, reader };
            Ok(frame::shown((status_of(&error), wait(&error), sheet.page()), &query))
        }
    }
}

/// The source behind the name of a form.
fn source_of<'a>(playbook: &'a Playbook, form: &str) -> Option<&'a Source> {
    let mut forms = playbook.sources.iter().filter(|source| source.door == Door::WebForm);
    forms.find(|source| source.form == form && source.enabled)
}

/// Hands an arrival to the desk. It is kept even where it says nothing; then the visitor is asked to
/// say something, unless they only had to complete a lead.
async fn hand_in(
    house: &House,
    received: &Received<'_>,
    typed: &Fields,
    completed: Option<&Ticket>,
    playbook: &Playbook,
) -> Result<Fate, Error> {
    let read = capture::read_fields(received, believed(house, typed), playbook);
    let submission = received.submission();
    let arrived = Box::new(Arrived { submission, read, by: Actor::Visitor, once: None });
    let order = match completed {
        Some(ticket) => Order::Complete { lead: ticket.lead, arrived },
        None => Order::Capture(arrived),
    };
    match (house.desk.ask(order).await?, completed) {
        (Answer::Captured { fate: Fate::Empty, .. }, None) => Err(Refusal::NothingSaid.into()),
        (Answer::Captured { fate, .. }, _) => Ok(fate),
        (Answer::Lead(_) | Answer::Playbook(_) | Answer::Office, _) => Ok(Fate::Empty),
    }
}

/// What was typed, without what only the form is about. A stamp that is not ours says nothing.
fn believed(house: &House, typed: &Fields) -> Vec<(String, String)> {
    let believe = |(name, value): (&str, &str)| {
        let value = match name {
            ONCE | REACH => None,
            STAMP => signed::verified(house.desk.house_key(), OPENED, value),
            _ => Some(value),
        };
        value.map(|value| (name.to_owned(), value.to_owned()))
    };
    typed.iter().filter_map(believe).collect()
}

/// The same body twice is one submission: every copy of the form carries a random mark, so only a
/// second click sends it again, and what was changed in between is something new. A body without
/// such a mark may be said twice and meant twice.
fn id_of(typed: &Fields, body: &[u8]) -> Option<Uuid> {
    let is_mark = |(name, value): (&str, &str)| name == ONCE && Uuid::try_parse(value).is_ok();
    if !typed.iter().any(is_mark) {
        return None;
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(body)[..16]);
    Some(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// The page of somebody else that led here; our own pages do not count.
fn referrer_of(headers: &HeaderMap) -> &str {
    let referrer = text_of(headers, REFERER);
    let host = referrer.split('/').nth(2).unwrap_or_default();
    if host == text_of(headers, HOST) { "" } else { referrer }
}

fn wait(error: &Error) -> HeaderMap {
    let seconds = match error {
        Error::TooFast { wait_seconds } => Some(*wait_seconds),
        error if status_of(error) == StatusCode::SERVICE_UNAVAILABLE => Some(5),
        _ => None,
    };
    seconds.map(|seconds| (RETRY_AFTER, seconds.into())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: &str = "019d1f60-0000-7000-8000-000000000001";

    fn id(once: &str, name: &str) -> Option<Uuid> {
        let pairs = [(ONCE, once), ("name", name)];
        let typed = pairs.map(|(key, value)| (key.to_owned(), value.to_owned()));
        id_of(&typed.into_iter().collect(), format!("once={once}&name={name}").as_bytes())
    }

    #[test]
    fn a_second_click_is_the_same_submission_and_a_change_is_another() {
        assert!(id(MARK, "Ana").is_some());
        assert_eq!(id(MARK, "Ana"), id(MARK, "Ana"));
        assert_ne!(id(MARK, "Ana"), id(MARK, "Anna"));
    }

    #[test]
    fn a_form_on_somebody_elses_site_may_say_the_same_twice() {
        assert_eq!(id("", "Ana"), None);
        assert_eq!(id("at once", "Ana"), None);
    }
}
