//! What a teammate was told, and that they have read it.

use super::Sheet;
use super::desk::{Desk, Told};
use crate::lead::words::notice;
use crate::lead::{Event, Seq};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::office::Change;
use crate::shell::web::guard::Who;
use crate::shell::web::parts::icon;
use axum::extract::{Form, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// The newest notices, unread ones first since they are the newest.
pub fn section(sheet: &Sheet) -> Markup {
    let (desk, words) = (sheet.desk, sheet.times.words);
    let unread = desk.notices.iter().filter(|told| is_unread(told, desk)).count();
    let newest = desk.notices.first().map_or(0, |told| told.entry.seq);
    html! {
        @if !desk.notices.is_empty() {
            section.ledger {
                header {
                    h2 { (words.say("today-notices")) }
                    @if unread > 0 {
                        span.count data-state="info" { (words.fill("today-unread", &[("count", unread.into())])) }
                        form.push action="/notices/read" method="post" {
                            input type="hidden" name="up_to" value=(newest);
                            button.btn.quiet type="submit" { (icon("check")) (words.say("today-mark-read")) }
                        }
                    }
                }
                ul.items { @for told in &desk.notices { (item(told, sheet)) } }
            }
        }
    }
}

fn item(told: &Told, sheet: &Sheet) -> Markup {
    let (desk, words) = (sheet.desk, sheet.times.words);
    let Event::Notified { notice: kind, .. } = &told.entry.event else { return html! {} };
    let said = notice(*kind, &told.title);
    let ago = sheet.times.ago(told.entry.at);
    html! {
        li {
            div.grow.who[is_unread(told, desk)] {
                a href={ "/leads/" (told.lead) } { (said) }
                @if is_unread(told, desk) { span.sr { " " (words.say("today-new")) } }
            }
            time.mute datetime=(told.entry.at) { (ago) }
        }
    }
}

fn is_unread(told: &Told, desk: &Desk) -> bool {
    told.entry.seq > desk.notices_read
}

/// Up to which notice somebody has read.
#[derive(Deserialize)]
pub struct Read {
    up_to: Seq,
}

/// `POST /notices/read`
pub async fn read(
    State(house): State<Arc<House>>,
    who: Who,
    Form(read): Form<Read>,
) -> Result<Redirect, Error> {
    let store = house.desk.store().read()?;
    let up_to = read.up_to.min(store.last_seq()?);
    if up_to > store.notices_read(&who.teammate)? {
        let change = Change::NoticesRead { teammate: who.teammate, up_to };
        house.desk.ask(Order::Office(vec![change])).await?;
    }
    Ok(Redirect::to("/today"))
}
