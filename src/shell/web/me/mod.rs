//! What is one's own: how pages look and speak, when one works, the password, and who is told how.

mod password;
mod preferences;

pub use password::{elsewhere, save as save_password};
pub use preferences::save as save_preferences;

use super::away;
use super::guard::Who;
use super::layout::{Place, Reader, Screen, app, theme_choice};
use super::lead::Wrong;
use super::parts::{State as Tone, alert, icon};
use crate::language::Words;
use crate::shell::house::House;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

const HERE: &str = "/me";

/// What the page is told in its address: the key of what was done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    done: String,
}

/// What was done, as the address says it, and the key of its sentence.
const DONE: [(&str, &str); 3] = [
    ("preferences", "me-preferences-saved"),
    ("password", "me-password-saved"),
    ("elsewhere", "me-elsewhere-done"),
];

/// `GET /me`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    headers: HeaderMap,
    Query(told): Query<Told>,
) -> Markup {
    let done = DONE.into_iter().find(|(name, _)| *name == told.done).map(|(_, key)| key);
    page(&house, &who, reader, &headers, None, done)
}

/// The page, with what was wrong or what was done.
fn page(
    house: &House,
    who: &Who,
    reader: Reader,
    headers: &HeaderMap,
    wrong: Option<&Wrong>,
    done: Option<&str>,
) -> Markup {
    let words = reader.words;
    let in_force = house.playbook();
    let zone = in_force.playbook.zone_of(&who.teammate);
    let encrypted = house.config.cookies_are_secure() || is_this_machine(headers);
    let body = html! {
        div.stack {
            @if let Some(key) = done { div.alert data-state="ok" role="status" { (icon("check")) p { (words.say(key)) } } }
            @if let Some(wrong) = wrong { (alert(Tone::Late, html! { a href={ "#f-" (wrong.field) } { (wrong.sentence) } })) }
            (away::banner(&in_force.playbook, who, house.desk.now(), words))
            div."cols even" {
                div.stack {
                    (preferences::form(who, words))
                    section.ledger {
                        header { h2 { (words.say("frame-theme")) } }
                        div.below { (theme_choice(reader)) }
                    }
                    section.ledger {
                        header { h2 { (words.say("me-hours")) } }
                        p.below { (words.say("me-hours-how")) }
                        p.below.mute { (words.fill("me-zone", &[("zone", zone.into())])) }
                        p.below { a.btn href={ "/team/" (who.teammate) } { (icon("cal")) (words.say("me-hours-set")) } }
                    }
                }
                div.stack {
                    (alerts(words, encrypted))
                    (password::form(who, words, wrong))
                    (password::elsewhere_form(words))
                }
            }
        }
    };
    app(house, who, reader, Screen::new(Place::Elsewhere, &words.say("me-title")), body)
}

/// Being told by the browser, on this machine. What is chosen is kept there, see `web/js/alerts.js`.
fn alerts(words: Words, encrypted: bool) -> Markup {
    html! {
        section.ledger {
            header { h2 { (words.say("me-alerts")) } a.push href="/notices" { (words.say("notices-title")) } }
            p.below { (words.say("me-alerts-how")) }
            @if !encrypted { p.hint { (icon("info")) " " (words.say("me-alerts-https")) } }
            noscript { p.hint { (words.say("me-alerts-script")) } }
            div."stack tight below" data-alerts hidden {
                label.check {
                    input type="checkbox" data-alert="show";
                    span { (words.say("me-alerts-show")) }
                }
                label.check {
                    input type="checkbox" data-alert="sound";
                    span { (words.say("me-alerts-sound")) }
                }
                p.hint data-alert="refused" hidden { (words.say("me-alerts-refused")) }
            }
        }
    }
}

/// Whether a browser asked the machine it runs on, whom browsers trust without encryption.
fn is_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}
