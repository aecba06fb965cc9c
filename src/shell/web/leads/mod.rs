//! Leads: a list narrowed, sorted and turned page by page, kept under names, and changed many at once.
//!
//! The URL is the whole state. The index says which leads, the store what they are; at 100,000 leads
//! no more is read than is shown.

mod bulk;
mod chips;
mod columns;
mod empty;
mod export;
pub mod filter;
mod gather;
pub mod range;
mod save;
pub mod segment;
mod sheet;
pub mod state;
mod table;
mod tabs;
mod told;

pub use bulk::{carry_out as bulk, undo};
pub use columns::choose as choose_columns;
pub use export::send as export;
pub use save::{change as change_segment, save as save_segment};
pub use told::left;

use super::guard::Who;
use super::layout::{Follows, Place, Reader, Screen, app};
use super::parts::{State as Tone, alert, icon};
use crate::lead::hours::zone_named;
use crate::playbook::Role;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{RawQuery, State as Held};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use sheet::Sheet;
use state::State;
use std::sync::Arc;
use tabs::Typed;
use uuid::Uuid;

/// Names and values of a query that are read.
const PAIRS_MAX: usize = 500;

/// What comes back with the list because it was refused.
pub enum Notice {
    /// One sentence.
    Wrong(String),
    /// The form of a segment with what was typed.
    Save(Typed),
    Nothing,
}

/// `GET /leads`
pub async fn show(
    Held(house): Held<Arc<House>>,
    who: Who,
    reader: Reader,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let mut pairs = filter::pairs(query.as_deref().unwrap_or_default());
    pairs.truncate(PAIRS_MAX);
    let state = State::of(&pairs);
    // A form sends every field it has; the URL says only what is set.
    if pairs.iter().any(|(_, value)| value.trim().is_empty()) {
        return Ok(Redirect::to(&state.url()).into_response());
    }
    Ok(answer(&house, &who, reader, state, Notice::Nothing).await?.into_response())
}

/// The page of a list.
async fn answer(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    state: State,
    notice: Notice,
) -> Result<Markup, Error> {
    let list = gather::list(house, who, state).await?;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let words = reader.words;
    let sheet = Sheet {
        list: &list,
        playbook,
        who,
        words,
        now: house.desk.now(),
        zone: zone_named(playbook.zone_of(&who.teammate)),
        once: Uuid::now_v7(),
    };
    let title = words.say("leads-title");
    let screen = Screen {
        waiting: list.waiting,
        follows: Follows::Everything,
        actions: html! { (import_link(&sheet, "btn roomy")) (export_link(&sheet, "btn desk")) },
        ..Screen::new(Place::Leads, &title)
    };
    let body = body(&sheet, &notice);
    Ok(app(house, who, reader, screen, body))
}

/// The way to take the list away, for those who may.
fn export_link(sheet: &Sheet, class: &str) -> Markup {
    let url = format!("/leads/export?{}", sheet.list.state.query());
    html! {
        @if sheet.who.role >= Role::Manager && !sheet.list.is_house_empty {
            a class=(class) href=(url) { (icon("out")) (sheet.words.say("leads-export")) }
        }
    }
}

/// The way to bring a list in, for those who may; an empty house offers it among the other ways.
fn import_link(sheet: &Sheet, class: &str) -> Markup {
    html! {
        @if sheet.who.role >= Role::Manager && !sheet.list.is_house_empty {
            a class=(class) href="/import" { (icon("in")) (sheet.words.say("leads-import")) }
        }
    }
}

fn body(sheet: &Sheet, notice: &Notice) -> Markup {
    let words = sheet.words;
    let list = sheet.list;
    html! {
        div."stack tight leads" {
            @match notice {
                Notice::Wrong(sentence) => (alert(Tone::Late, html! { (sentence) })),
                Notice::Save(typed) => {
                    (alert(Tone::Late, html! { a href="#f-name-again" { (typed.wrong) } }))
                    section.card { (tabs::save_form(sheet, typed)) }
                }
                Notice::Nothing => {}
            }
            @for wrong in range::wrong(&list.state.filter.ranges, sheet.playbook, words) {
                (alert(Tone::Late, html! { (sheet.field_name(&wrong.key)) ": " (wrong.sentence) }))
            }
            (told::told(sheet))
            @if !list.is_house_empty {
                div #segments data-region { (tabs::tabs(sheet)) }
                (chips::filters(sheet))
            }
            div #index data-region {
                @if list.is_behind && !list.is_house_empty {
                    p.mute role="status" data-behind { (words.say("leads-behind")) }
                }
            }
            (table::picker(sheet))
            div #pages data-region { @if !list.rows.is_empty() { (table::pages(sheet)) } }
            @if sheet.who.role >= Role::Manager {
                p.line {
                    a href="/quarantine" { (words.say("leads-put-aside")) }
                    (import_link(sheet, "cramped"))
                    (export_link(sheet, "phone"))
                }
            }
        }
    }
}
