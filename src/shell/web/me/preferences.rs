//! The language one reads, and whether single keys do something.

use super::HERE;
use crate::language::{Language, Words};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::office::{Change, Preferences};
use crate::shell::web::guard::Who;
use crate::shell::web::lead::Sent;
use axum::extract::State;
use axum::response::Redirect;
use maud::{Markup, html};
use std::sync::Arc;

/// What is chosen, as it stands.
pub fn form(who: &Who, words: Words) -> Markup {
    let chosen = Language::of(&who.preferences.language);
    html! {
        form.card.stack.tight action=(HERE) method="post" {
            h2 { (who.name) }
            p.mute { (who.email) }
            div.field {
                label for="f-language" { (words.say("me-language")) }
                select.input #f-language name="language" {
                    option value="" selected[chosen.is_none()] { (words.say("me-language-business")) }
                    @for language in Language::ALL {
                        option value=(language.code()) lang=(language.code()) selected[chosen == Some(language)] { (language.name()) }
                    }
                }
            }
            label.check {
                input type="checkbox" name="keys" value="1" checked[!who.preferences.keys_off];
                span { (words.say("me-keys")) }
            }
            p { button.btn.primary type="submit" { (words.say("team-save")) } }
        }
    }
}

/// `POST /me`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    sent: Sent,
) -> Result<Redirect, Error> {
    let language = Language::of(sent.trimmed("language"));
    let preferences = Preferences {
        language: language.map_or(String::new(), |language| language.code().to_owned()),
        keys_off: !sent.is_on("keys"),
    };
    let change = Change::PutPreferences { email: who.email, preferences };
    house.desk.ask(Order::Office(vec![change])).await?;
    Ok(Redirect::to("/me?done=preferences"))
}
