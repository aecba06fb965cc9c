//! The frame around every page: for a teammate at work, for a stranger, and for the front step.
//!
//! A place in the rail is one line in [`RAIL`].

use super::assets;
use super::cookie::{self, Cookie};
use super::guard::Who;
use super::parts::{face, icon, mark};
use super::{times, words};
use crate::shell::house::House;
use axum::extract::{Form, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::{REFERER, SET_COOKIE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;
use std::convert::Infallible;

/// A place in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Today,
    Leads,
    /// A page that no place in the rail leads to.
    Elsewhere,
}

/// The rail: place, URL, icon, word. Only what exists stands here.
const RAIL: &[(Place, &str, &str, &str)] =
    &[(Place::Today, "/today", "today", "Today"), (Place::Leads, "/leads", "leads", "Leads")];

/// One page of the house, around its body.
pub struct Screen<'a> {
    pub place: Place,
    /// The heading.
    pub title: &'a str,
    /// The name of the window, by which one tab is told from another; the heading, if not said.
    pub window: &'a str,
    /// One line beside the heading; empty for none.
    pub context: Markup,
    /// Buttons at the end of the top bar; empty for none.
    pub actions: Markup,
    /// How many wait for an answer of the one who looks.
    pub waiting: usize,
    /// What must happen for the page to draw itself anew, see `web/js/live.js`.
    pub follows: Follows,
}

/// Whose news a page draws itself anew for. Only elements with `data-region` and an `id` change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    Nothing,
    /// News of any lead.
    Everything,
    /// News of one lead.
    Lead(u64),
}

impl<'a> Screen<'a> {
    /// A page with a heading and nothing beside it.
    pub fn new(place: Place, title: &'a str) -> Screen<'a> {
        let (context, actions) = (html! {}, html! {});
        Screen {
            place,
            title,
            window: title,
            context,
            actions,
            waiting: 0,
            follows: Follows::Nothing,
        }
    }
}

/// A page for a teammate at work.
pub fn app(house: &House, who: &Who, theme: Theme, screen: Screen, body: Markup) -> Markup {
    let follows = match screen.follows {
        Follows::Nothing => None,
        Follows::Everything => Some("everything".to_owned()),
        Follows::Lead(id) => Some(id.to_string()),
    };
    document(
        &format!("{} · Leadstead", screen.window),
        theme,
        html! {
            body.app {
                a.skip href="#main" { "Skip to content" }
                (rail(house, &screen))
                header.top {
                    h1.cut { (screen.title) }
                    p."mute cut desk" { (screen.context) }
                    (find())
                    (screen.actions)
                    @if screen.waiting > 0 && screen.place != Place::Today { (waiting(screen.waiting)) }
                    (add_lead())
                    (me(house, who, theme))
                }
                main #main data-follows=[follows] data-seq=(who.seen) {
                    @match house.demo_since {
                        Some(since) => div.stack { (demo(house, since)) (body) },
                        None => (body),
                    }
                }
            }
        },
    )
}

/// A page for strangers, in the name of the business.
pub fn public(house: &House, title: &str, theme: Theme, body: Markup) -> Markup {
    let in_force = house.playbook();
    let business = &in_force.playbook.business;
    document(
        &format!("{title}, {}", business.name),
        theme,
        html! {
            body.pub {
                header {
                    b.brandline { (business.name) }
                    @if !business.phone.is_empty() {
                        a.btn.push href={ "tel:" (dialled(&business.phone)) } { (icon("call")) (business.phone) }
                    }
                }
                (body)
                footer { (mark()) p { "Kept on " (business.name) "’s own machine with Leadstead" } }
            }
        },
    )
}

/// A page on the front step: signing in, and what must be said before that.
pub fn step(title: &str, theme: Theme, body: Markup) -> Markup {
    document(
        &format!("{title} · Leadstead"),
        theme,
        html! {
            body.pub.night {
                main #main .stack {
                    p.line.brandline { (mark()) span { "Leadstead" } }
                    (body)
                }
            }
        },
    )
}

fn document(title: &str, theme: Theme, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" data-theme=[theme.forced()] {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(assets::url("icons/mark.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::url("css/leadstead.css"));
                @for script in ["theme", "clock", "dialog", "live"] {
                    script type="module" src=(assets::url(&format!("js/{script}.js"))) {}
                }
            }
            (body)
        }
    }
}

/// That nothing here is real, not even the time.
fn demo(house: &House, since: Timestamp) -> Markup {
    let in_force = house.playbook();
    let since = times::long(since, in_force.playbook.calendar().zone());
    html! { div.alert role="note" { (icon("info")) p { (words::demo(&since)) } } }
}

/// The way to a lead one knows something of.
fn find() -> Markup {
    html! {
        form."find desk" role="search" action="/leads" {
            (icon("search"))
            label.sr for="find" { (words::FIND_A_LEAD) }
            input.input #find name="q" type="search" placeholder=(words::FIND_HINT) autocomplete="off";
        }
        a."btn square quiet phone push" href="/leads" aria-label=(words::FIND_A_LEAD) { (icon("search")) }
    }
}

/// That somebody waits, on every page but the one that says who.
fn waiting(count: usize) -> Markup {
    html! { a."chip desk" data-state="late" href="/today" { (icon("today")) (words::waiting(count)) } }
}

fn add_lead() -> Markup {
    html! {
        a."btn primary desk" href="/leads/new" { (icon("plus")) (words::ADD_LEAD) }
        a."btn square quiet phone" href="/leads/new" aria-label=(words::ADD_LEAD) { (icon("plus")) }
    }
}

fn rail(house: &House, screen: &Screen) -> Markup {
    let here = screen.place;
    let (state, words) = match house.desk.fault() {
        None => (None, "Box well"),
        Some(_) => (Some("late"), "Box needs help"),
    };
    html! {
        nav.rail aria-label="Main" {
            a.brand href="/" aria-label="Leadstead home" { (mark()) }
            ul {
                @for (place, url, sign, word) in RAIL {
                    li {
                        a href=(url) aria-current=[(*place == here).then_some("page")] {
                            (icon(sign)) (word)
                            @if *place == Place::Today && screen.waiting > 0 {
                                span.n { (screen.waiting) span.sr { (words::LEADS_WAITING) } }
                            }
                        }
                    }
                }
            }
            p.box data-state=[state] { (icon("box")) (words) }
        }
    }
}

fn me(house: &House, who: &Who, theme: Theme) -> Markup {
    let in_force = house.playbook();
    let role = match who.role {
        crate::playbook::Role::Rep => "Rep",
        crate::playbook::Role::Manager => "Manager",
        crate::playbook::Role::Owner => "Owner",
    };
    html! {
        button.btn.square.quiet type="button" popovertarget="me" {
            (face(&who.teammate, &who.name))
            span.sr { (who.name) ", menu" }
        }
        div.menu #me popover {
            div { b { (who.name) } br; span.mute { (role) ", " (in_force.playbook.business.name) } }
            hr;
            div {
                form action="/theme" method="post" {
                    fieldset.seg data-theme-choice {
                        legend.sr { "Theme" }
                        @for (choice, word) in THEMES {
                            label { input type="radio" name="theme" value=(choice.key()) checked[choice == theme]; (word) }
                        }
                    }
                    noscript { button.btn type="submit" { "Use this theme" } }
                }
            }
            hr;
            button type="submit" form="sign-out" { (icon("right")) "Sign out" }
        }
        form #sign-out hidden action="/logout" method="post" {}
    }
}

fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Light, dark, or as the machine of the reader has it. Kept in a cookie; take it as an argument.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

const THEMES: [(Theme, &str); 3] =
    [(Theme::Auto, "Auto"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];

impl Theme {
    /// The theme a browser asks for.
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

    fn forced(self) -> Option<&'static str> {
        (self != Theme::Auto).then_some(self.key())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Theme {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Theme, Infallible> {
        Ok(Theme::of(&parts.headers))
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

/// The path of the page somebody came from; `/` where it cannot be told.
pub fn came_from(headers: &HeaderMap) -> String {
    let referrer = headers.get(REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = referrer.splitn(4, '/').nth(3).unwrap_or_default();
    local(&format!("/{path}")).unwrap_or("/").to_owned()
}

/// A path within this house, and nothing that leads out of it.
pub fn local(path: &str) -> Option<&str> {
    let leads_out = path.starts_with("//")
        || path.contains(['\\', '\r', '\n', '\t', '\0'])
        || !path.starts_with('/')
        || path.len() > 1024
        || !path.is_ascii();
    (!leads_out).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_of_the_house_is_not_followed() {
        for path in
            ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "", "/a\tb"]
        {
            assert_eq!(local(path), None, "{path}");
        }
        assert_eq!(local("/leads/7?tab=why"), Some("/leads/7?tab=why"));
    }

    #[test]
    fn one_comes_back_to_the_page_one_came_from() {
        let mut headers = HeaderMap::new();
        assert_eq!(came_from(&headers), "/");
        headers.insert(REFERER, "https://crm.example/leads/7?a=b".parse().expect("a header"));
        assert_eq!(came_from(&headers), "/leads/7?a=b");
        headers.insert(REFERER, "https://crm.example//evil.example".parse().expect("a header"));
        assert_eq!(came_from(&headers), "/");
    }
}
