//! How pages look and speak to who reads them.

use super::back::came_from;
use crate::language::{Language, Words};
use crate::shell::house::House;
use crate::shell::web::Web;
use crate::shell::web::cookie::{self, Cookie};
use crate::shell::web::guard::Who;
use axum::extract::{Form, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::convert::Infallible;

/// How a page looks and speaks to who reads it. Take it as an argument of the handler.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    pub theme: Theme,
    pub words: Words,
}

impl Reader {
    /// The reader of a request: in the colours of their cookie and the language of the business.
    pub fn of(headers: &HeaderMap, house: &House) -> Reader {
        let language = Language::of(&house.playbook().playbook.business.language);
        let words = Words::of(language.unwrap_or_default());
        Reader { theme: Theme::of(headers), words }
    }

    /// The same reader as somebody who is signed in wants to be spoken to.
    pub fn liked_by(self, who: &Who) -> Reader {
        match Language::of(&who.preferences.language) {
            Some(language) => Reader { words: Words::of(language), ..self },
            None => self,
        }
    }
}

impl FromRequestParts<Web> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Reader, Infallible> {
        let reader = Reader::of(&parts.headers, &web.house);
        Ok(parts.extensions.get::<Who>().map_or(reader, |who| reader.liked_by(who)))
    }
}

/// Light, dark, or as the machine of the reader has it. Kept in a cookie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "frame-theme-auto"),
    (Theme::Light, "frame-theme-light"),
    (Theme::Dark, "frame-theme-dark"),
];

/// The choice of a theme, at once where there are scripts.
pub fn theme_choice(Reader { theme, words }: Reader) -> Markup {
    html! {
        form action="/theme" method="post" {
            fieldset.seg data-theme-choice {
                legend.sr { (words.say("frame-theme")) }
                @for (choice, word) in THEMES {
                    label {
                        input type="radio" name="theme" value=(choice.key()) checked[choice == theme];
                        (words.say(word))
                    }
                }
            }
            noscript { button.btn type="submit" { (words.say("frame-use-theme")) } }
        }
    }
}

impl Theme {
    /// The theme of a cookie.
    pub fn of(headers: &HeaderMap) -> Theme {
        match cookie::read(headers, "theme") {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub(super) fn forced(self) -> Option<&'static str> {
        (self != Theme::Auto).then_some(self.key())
    }
}

/// What is chosen in the menu where there are no scripts.
#[derive(Deserialize)]
pub struct Choice {
    theme: Theme,
}

/// How long a choice is kept: as long as browsers keep anything.
const CHOICE_SECONDS: i64 = 400 * 86_400;

/// `POST /theme`
pub async fn choose_theme(headers: HeaderMap, Form(choice): Form<Choice>) -> Response {
    let cookie = Cookie {
        name: "theme",
        value: choice.theme.key(),
        keep_seconds: Some(CHOICE_SECONDS),
        for_scripts: true,
        secure: false,
    };
    ([(SET_COOKIE, cookie.header())], Redirect::to(&came_from(&headers))).into_response()
}
