//! What an owner sets: the company and its hours, the mail, and what becomes of the data.

mod about;
mod company;
mod data;
mod mail;
mod sources;

pub use about::show as about;
pub use company::{save as save_company, show as company};
pub use data::{back_up, download, show as data};
pub use mail::{save as save_mail, show as mail};
pub use sources::{add as add_source, save as save_source, show as sources};

use super::guard::Who;
use super::layout::{Place, Reader, Screen, app};
use crate::shell::house::House;
use maud::{Markup, html};

/// The parts, in order: address, key of the name.
const PARTS: [(&str, &str); 6] = [
    ("/settings", "settings-company"),
    ("/settings/sources", "settings-sources"),
    ("/settings/mail", "settings-mail"),
    ("/settings/data", "settings-data"),
    ("/settings/about", "settings-about"),
    ("/team", "team-title"),
];

/// A page of the settings, beside the list of them all.
fn page(house: &House, who: &Who, reader: Reader, here: &str, body: Markup) -> Markup {
    let words = reader.words;
    let body = html! {
        div."cols aside-first" {
            nav."tabs side" aria-label=(words.say("settings-title")) {
                @for (url, name) in PARTS {
                    a href=(url) aria-current=[(url == here).then_some("page")] { (words.say(name)) }
                }
            }
            div.stack { (body) }
        }
    };
    let title = words.say("settings-title");
    app(house, who, reader, Screen::new(Place::Settings, &title), body)
}
