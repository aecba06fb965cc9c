//! What was just done to many leads: how many, which were left out and why, and the way back.

use super::sheet::Sheet;
use crate::lead::LeadId;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::lists::{Bulk, BulkWhat, Undone};
use crate::shell::web::guard::Who;
use crate::shell::web::layout::{Place, Reader, Screen, app};
use crate::shell::web::parts::{and_more, icon};
use crate::shell::web::read;
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// Leads that are listed one by one.
const LISTED_MAX: usize = 20;

/// Leads on one page of those that were left.
const PAGE: usize = 100;

/// The sentence about it with its way back, or what came of going back.
pub fn told(sheet: &Sheet) -> Markup {
    let (Some(id), Some(bulk)) = (sheet.list.state.done, &sheet.list.bulk) else {
        return html! {};
    };
    let words = sheet.words;
    match &bulk.undone {
        Some(undone) => went_back(sheet, bulk, undone),
        None => html! {
            div.alert data-state=(if bulk.refused.is_empty() { "ok" } else { "soon" }) role="status" #told {
                (icon(if bulk.refused.is_empty() { "check" } else { "warn" }))
                div.grow {
                    p {
                        (done(sheet, bulk))
                        @if bulk.already > 0 { " " (words.fill("leads-bulk-already", &[("count", bulk.already.into())])) }
                    }
                    @if !bulk.refused.is_empty() {
                        p { (words.fill("leads-bulk-refused", &[("count", bulk.refused.len().into())])) }
                        (reasons(sheet, &bulk.refused, Some(id)))
                    }
                }
                @if !bulk.done.is_empty() {
                    form action={ "/leads/bulk/" (id) "/undo" } method="post" {
                        input type="hidden" name="here" value=(sheet.list.state.here());
                        button.btn type="submit" { (icon("swap")) (words.say("leads-undo")) }
                    }
                }
            }
        },
    }
}

fn done(sheet: &Sheet, bulk: &Bulk) -> String {
    let words = sheet.words;
    let count = bulk.done.len().into();
    match &bulk.what {
        BulkWhat::Give { to } => {
            let name = sheet.full_name(to).into();
            words.fill("leads-bulk-given", &[("count", count), ("name", name)])
        }
        BulkWhat::Move { stage } => {
            let stage = sheet.stage_name(stage).into();
            words.fill("leads-bulk-moved", &[("count", count), ("stage", stage)])
        }
        BulkWhat::Tag { tag } => {
            let tag = sheet.tag_name(tag).into();
            words.fill("leads-bulk-tagged", &[("count", count), ("tag", tag)])
        }
        BulkWhat::Untag { tag } => {
            let tag = sheet.tag_name(tag).into();
            words.fill("leads-bulk-untagged", &[("count", count), ("tag", tag)])
        }
    }
}

fn went_back(sheet: &Sheet, bulk: &Bulk, undone: &Undone) -> Markup {
    let words = sheet.words;
    let all = undone.leads == bulk.done.len();
    let with = [("count", undone.leads.into()), ("total", bulk.done.len().into())];
    html! {
        div.alert data-state=(if all { "ok" } else { "soon" }) role="status" #told {
            (icon(if all { "check" } else { "warn" }))
            div.grow {
                p { (words.fill("leads-bulk-undone", &with)) }
                @if !undone.changed.is_empty() {
                    p { (words.fill("leads-bulk-changed", &[("count", undone.changed.len().into())])) }
                    ul.items {
                        @for id in undone.changed.iter().take(LISTED_MAX) { li { (lead(sheet, *id)) } }
                    }
                }
                @if !undone.refused.is_empty() { (reasons(sheet, &undone.refused, None)) }
            }
        }
    }
}

/// Leads that were left as they are, each with why; all of them stand on the page of what was done.
fn reasons(sheet: &Sheet, refused: &[(LeadId, String)], all: Option<Uuid>) -> Markup {
    let words = sheet.words;
    let more = refused.len().saturating_sub(LISTED_MAX);
    html! {
        ul.items {
            @for (id, why) in refused.iter().take(LISTED_MAX) { li { span { (lead(sheet, *id)) ": " (why) } } }
            @if more > 0 {
                li {
                    @match all {
                        Some(id) => a href={ "/leads/bulk/" (id) } { (and_more(words, more)) },
                        None => (and_more(words, more)),
                    }
                }
            }
        }
    }
}

fn lead(sheet: &Sheet, id: LeadId) -> Markup {
    let name = sheet.list.names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    html! { a href={ "/leads/" (id) } { (name) } }
}

/// From which of them on the leads that were left are shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Onward {
    from: usize,
}

/// `GET /leads/bulk/{id}`: every lead that was left as it is, and why.
pub async fn left(
    State(house): State<Arc<House>>,
    Path(id): Path<Uuid>,
    who: Who,
    reader: Reader,
    Query(Onward { from }): Query<Onward>,
) -> Result<Markup, Error> {
    let bulk = read(&house, move |reading| reading.bulk(id)).await?;
    let bulk = bulk.filter(|bulk| bulk.by == who.teammate).ok_or(Error::NotFound)?;
    let count = bulk.refused.len();
    let shown: Vec<(LeadId, String)> = bulk.refused.into_iter().skip(from).take(PAGE).collect();
    let onward = from + shown.len();
    let rows = read(&house, move |reading| {
        let named = |(id, why): (LeadId, String)| {
            let name = reading.summary(id)?.map_or_else(|| id.to_string(), |summary| summary.name);
            Ok((id, name, why))
        };
        shown.into_iter().map(named).collect::<Result<Vec<_>, _>>()
    })
    .await?;
    let words = reader.words;
    let body = html! {
        section."ledger narrow" {
            header { h2 { (words.fill("leads-bulk-refused", &[("count", count.into())])) } }
            ul.items { @for (id, name, why) in &rows { li { span { a href={ "/leads/" (id) } { (name) } ": " (why) } } } }
        }
        p.line {
            a.btn.quiet href="/leads" { (icon("left")) (words.say("frame-leads")) }
            @if onward < count { a.btn.quiet href={ "/leads/bulk/" (id) "?from=" (onward) } { (icon("down")) (words.say("notices-more")) } }
        }
    };
    Ok(app(&house, &who, reader, Screen::new(Place::Leads, &words.say("leads-bulk-left")), body))
}
