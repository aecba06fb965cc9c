//! The questions of qualification, the ladder, and what sales said to what was handed over.

mod form;
mod page;
mod times;
mod trial;

use super::super::read;
use super::beside::{Beside, Seen};
use super::together;
use super::versions::settling;
use crate::decide;
use crate::playbook::{Fault, Part, Playbook, check, hints_of};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;
use times::Times;
use trial::Tried;

pub const HERE: &str = "/settings/qualification";

/// Days that are counted.
const COUNTED_DAYS: u32 = 90;

/// `GET /settings/qualification`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<super::Told>,
) -> Result<Markup, Error> {
    let sent = form::values(&house.playbook().playbook, reader.words);
    let said = super::saved(&told, reader.words);
    drawn(&house, &who, reader, &sent, (said, None), None).await
}

/// `POST /settings/qualification`: tries the rules in the form, or puts them into force.
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
    let is_other = |before: &Playbook| {
        before.qualification != in_force.qualification || Times::of(before) != Times::of(in_force)
    };
    let other = before.as_ref().filter(|before| is_other(before));
    let sent = match &before {
        Some(before) => {
            let renamed = |sent| form::renamed(sent, before, in_force, words);
            let (sent, was) = (renamed(&sent), renamed(&form::values(before, words)));
            let is = form::values(in_force, words);
            if other.is_some() {
                together::form(&sent, &was, &is, form::conditions_of)
            } else {
                sent
            }
        }
        None => sent,
    };
    let wanted = form::wanted(&sent, in_force, words)
        .and_then(|rules| Ok((rules, times::wanted(&sent, in_force, words)?)));
    let theirs = match other {
        Some(before) => {
            let parts = [Part::Qualification, Part::Promise, Part::Pipeline];
            let base = sent.number("base");
            Some(super::taken_over(&house, before, base, &parts, words).await?)
        }
        None => None,
    };
    let (mut faults, mut tried) = (Vec::new(), None);
    let not_in_force = |faults: &[Fault]| {
        let seen = Seen { here: HERE, playbook: in_force, role: who.role, words };
        super::not_in_force(Beside::of(faults, &[], seen).wrong(), words)
    };
    let (status, said, wrong) = match (wanted, theirs) {
        (_, Some((status, said))) => (status, said, None),
        (Err(wrong), None) => {
            let said = super::put_right(&wrong, words);
            (StatusCode::UNPROCESSABLE_ENTITY, said, Some(wrong))
        }
        (Ok((rules, times)), None) if sent.get("do") == trial::TRY => {
            let mut draft = in_force.clone();
            draft.qualification = rules;
            times.put(&mut draft);
            faults = check(&draft, &decide::known());
            if faults.is_empty() {
                tried = Some(trial::on_open_leads(&house, draft).await?);
                (StatusCode::OK, html! {}, None)
            } else {
                let (status, said) = not_in_force(&faults);
                (status, said, None)
            }
        }
        (Ok((rules, times)), None) => {
            let change = |playbook: &mut Playbook| {
                playbook.qualification = rules;
                times.put(playbook);
            };
            match staff::change(&house, who.actor(), change).await {
                Ok(()) => return Ok(Redirect::to(&format!("{HERE}?saved=true")).into_response()),
                Err(Error::Playbook(found)) => {
                    faults = found;
                    let (status, said) = not_in_force(&faults);
                    (status, said, None)
                }
                Err(error) => return Err(error),
            }
        }
    };
    let draft = Some((&faults[..], wrong.as_ref()));
    let page = drawn(&house, &who, reader, &sent, (said, tried), draft).await?;
    Ok((status, page).into_response())
}

async fn drawn(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    (said, tried): (Markup, Option<Tried>),
    draft: Option<(&[Fault], Option<&Wrong>)>,
) -> Result<Markup, Error> {
    let now = house.desk.now();
    let counted = read(house, move |reading| reading.handovers(now, COUNTED_DAYS)).await?;
    let in_force = house.playbook();
    let settling = settling(house, reader.words).await?;
    let (words, playbook) = (reader.words, &in_force.playbook);
    let standing = check(playbook, &decide::known());
    let (faults, wrong) = draft.unwrap_or((&standing[..], None));
    let seen = Seen { here: HERE, playbook, role: who.role, words };
    let parts = [Part::Qualification, Part::Promise];
    let hints = parts.map(|part| hints_of(playbook, part)).concat();
    let beside = &Beside::of(faults, &hints, seen);
    let form = page::Page { playbook, sent, is_draft: draft.is_some(), beside, wrong, words };
    let body = html! {
        (super::asks_before_leaving())
        (said) (settling) (beside.hints())
        @if let Some(tried) = tried { (tried.draw(words)) }
        (form.draw(in_force.version, &counted))
    };
    Ok(super::page(house, who, reader, HERE, body))
}
