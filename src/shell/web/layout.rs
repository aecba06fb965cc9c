//! The frame around every page: for a teammate at work, for a stranger, and for the front step.
//!
//! A place in the rail is one line in [`RAIL`].

use super::Web;
use super::assets;
use super::cookie::{self, Cookie};
use super::guard::Who;
use super::parts::{face, icon, mark};
use crate::language::{Language, Words};
use crate::playbook::Role;
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
    /// For owners only.
    Settings,
    /// A page that no place in the rail leads to.
    Elsewhere,
}

/// The rail: place, URL, icon, key of the word. Only what exists stands here.
const RAIL: &[(Place, &str, &str, &str)] = &[
    (Place::Today, "/today", "today", "frame-today"),
    (Place::Leads, "/leads", "leads", "frame-leads"),
    (Place::Settings, "/settings", "settings", "settings-title"),
];

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
pub fn app(house: &House, who: &Who, reader: Reader, screen: Screen, body: Markup) -> Markup {
    let words = reader.words;
    let follows = match screen.follows {
        Follows::Nothing => None,
        Follows::Everything => Some("everything".to_owned()),
        Follows::Lead(id) => Some(id.to_string()),
    };
    document(
        &format!("{} · Leadstead", screen.window),
        reader,
        html! {
            body.app {
                a.skip href="#main" { (words.say("frame-skip")) }
                (rail(house, who.role, words, &screen))
                header.top {
                    h1.cut { (screen.title) }
                    p."mute cut desk" { (screen.context) }
                    (find(words))
                    (screen.actions)
                    @if screen.waiting > 0 && screen.place != Place::Today { (waiting(words, screen.waiting)) }
                    (add_lead(words))
                    (me(house, who, reader))
                }
                main #main data-follows=[follows] data-seq=(who.seen) data-quiet=(words.say("frame-quiet")) {
                    @match house.demo_since {
                        Some(since) => div.stack { (demo(house, words, since)) (body) },
                        None => (body),
                    }
                }
            }
        },
    )
}

/// A page for strangers, in the name of the business.
pub fn public(house: &House, title: &str, reader: Reader, body: Markup) -> Markup {
    let in_force = house.playbook();
    let business = &in_force.playbook.business;
    document(
        &format!("{title}, {}", business.name),
        reader,
        html! {
            body.pub {
                header {
                    b.brandline { (business.name) }
                    @if !business.phone.is_empty() {
                        a.btn.push href={ "tel:" (dialled(&business.phone)) } { (icon("call")) (business.phone) }
                    }
                }
                (body)
                footer {
                    (mark())
                    p { (reader.words.fill("frame-kept-by", &[("business", business.name.as_str().into())])) }
                }
            }
        },
    )
}

/// A page on the front step: signing in, and what must be said before that.
pub fn step(title: &str, reader: Reader, body: Markup) -> Markup {
    document(
        &format!("{title} · Leadstead"),
        reader,
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

/// A whole document around its body, with our style sheet and scripts.
pub(super) fn document(title: &str, reader: Reader, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(reader.words.language().code()) data-theme=[reader.theme.forced()] {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(assets::url("icons/mark.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::url("css/leadstead.css"));
                @for script in ["theme", "clock", "dialog", "find", "live", "keys", "known", "list"] {
                    script type="module" src=(assets::url(&format!("js/{script}.js"))) {}
                }
            }
            (body)
        }
    }
}

/// That nothing here is real, not even the time.
fn demo(house: &House, words: Words, since: Timestamp) -> Markup {
    let in_force = house.playbook();
    let since = in_force.playbook.calendar().zone().to_datetime(since);
    let since = words.moment("moment-long", since);
    let sentence = words.fill("frame-demo", &[("since", since.into())]);
    html! { div.alert role="note" { (icon("info")) p { (sentence) } } }
}

/// The way to a lead one knows something of.
fn find(words: Words) -> Markup {
    let label = words.say("frame-find");
    html! {
        form."find desk" role="search" action="/leads" {
            (icon("search"))
            label.sr for="find" { (label) }
            input.input #find name="q" type="search" placeholder=(words.say("frame-find-hint")) autocomplete="off";
        }
        a."btn square quiet phone push" href="/leads" aria-label=(label) { (icon("search")) }
    }
}

/// That somebody waits, on every page but the one that says who.
fn waiting(words: Words, count: usize) -> Markup {
    let waiting = words.fill("frame-waiting", &[("count", count.into())]);
    html! { a."chip desk" data-state="late" href="/today" { (icon("today")) (waiting) } }
}

fn add_lead(words: Words) -> Markup {
    let add = words.say("frame-add-lead");
    html! {
        a."btn primary desk" href="/leads/new" { (icon("plus")) (add) }
        a."btn square quiet phone" href="/leads/new" aria-label=(add) { (icon("plus")) }
    }
}

fn rail(house: &House, role: Role, words: Words, screen: &Screen) -> Markup {
    let here = screen.place;
    let (state, health) = match house.desk.fault() {
        None => (None, "frame-box-well"),
        Some(_) => (Some("late"), "frame-box-ill"),
    };
    let count = screen.waiting;
    let is_open = |place: Place| place != Place::Settings || role == Role::Owner;
    html! {
        nav.rail aria-label=(words.say("frame-main")) {
            a.brand href="/" aria-label=(words.say("frame-home")) { (mark()) }
            ul {
                @for (place, url, sign, word) in RAIL.iter().filter(|one| is_open(one.0)) {
                    li {
                        a href=(url) aria-current=[(*place == here).then_some("page")] {
                            (icon(sign)) (words.say(word))
                            @if *place == Place::Today && count > 0 {
                                span.n { (count) span.sr { " " (words.fill("frame-waiting-read", &[("count", count.into())])) } }
                            }
                        }
                    }
                }
            }
            p.box data-state=[state] { (icon("box")) (words.say(health)) }
        }
    }
}

fn me(house: &House, who: &Who, Reader { theme, words }: Reader) -> Markup {
    let in_force = house.playbook();
    let role = words.say(match who.role {
        Role::Rep => "role-rep",
        Role::Manager => "role-manager",
        Role::Owner => "role-owner",
    });
    let business = in_force.playbook.business.name.as_str();
    let role = words.fill("frame-role", &[("role", role.into()), ("business", business.into())]);
    html! {
        button.btn.square.quiet type="button" popovertarget="me" {
            (face(&who.teammate, &who.name))
            span.sr { (words.fill("frame-menu", &[("name", who.name.as_str().into())])) }
        }
        div.menu #me popover {
            div { b { (who.name) } br; span.mute { (role) } }
            hr;
            div {
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
            hr;
            button type="button" data-dialog="keys" { (icon("key")) (words.say("keys-title")) }
            @if who.role >= Role::Manager { a href="/team" { (icon("grip")) (words.say("team-title")) } }
            button type="submit" form="sign-out" { (icon("right")) (words.say("frame-sign-out")) }
        }
        form #sign-out hidden action="/logout" method="post" {}
        (keys(words))
    }
}

/// What single keys do.
const KEYS: &[(&[&str], &str)] = &[
    (&["g", "t"], "frame-today"),
    (&["g", "l"], "frame-leads"),
    (&["a"], "frame-add-lead"),
    (&["?"], "keys-title"),
    (&["Esc"], "keys-close"),
];

/// The list of what single keys do.
fn keys(words: Words) -> Markup {
    html! {
        dialog.sheet #keys aria-labelledby="keys-title" {
            form.stack.tight method="dialog" {
                h2 #keys-title { (words.say("keys-title")) }
                dl.facts.keys {
                    @for (keys, does) in KEYS {
                        dt { @for key in *keys { kbd { (key) } " " } }
                        dd { (words.say(does)) }
                    }
                }
                button.btn.push type="submit" { (words.say("keys-close")) }
            }
        }
    }
}

fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

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
}

impl FromRequestParts<Web> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Reader, Infallible> {
        Ok(Reader::of(&parts.headers, &web.house))
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

    fn forced(self) -> Option<&'static str> {
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
