//! The frame around every page: for a teammate at work, for a stranger, and for the front step.
//!
//! A place in the rail is one line in [`RAIL`].

mod back;
mod me;
mod reader;

pub use back::{came_from, local};
pub use reader::{Reader, Theme, choose_theme, theme_choice};

use super::assets;
use super::guard::Who;
use super::parts::{State as Tone, alert, icon, mark};
use super::settings;
use crate::language::Words;
use crate::playbook::Role;
use crate::shell::house::House;
use jiff::Timestamp;
use maud::{DOCTYPE, Markup, html};
use me::me;

/// A place in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Today,
    Leads,
    /// For owners and managers.
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
    /// The heading, by which one tab is told from another too.
    pub title: &'a str,
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
        Screen { place, title, context, actions, waiting: 0, follows: Follows::Nothing }
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
        &format!("{} · Leadstead", screen.title),
        reader,
        &OURS,
        html! {
            body.app data-keys=[who.preferences.keys_off.then_some("off")] {
                a.skip href="#main" { (words.say("frame-skip")) }
                (rail(house, who.role, words, &screen))
                header.top {
                    h1.cut { (screen.title) }
                    p."mute cut desk" { (screen.context) }
                    (find(words, who.preferences.keys_off))
                    (screen.actions)
                    @if screen.waiting > 0 && screen.place != Place::Today { (waiting(words, screen.waiting)) }
                    (add_lead(words))
                    (bell(words, who.unread))
                    (me(house, who, reader))
                }
                main #main data-follows=[follows] data-seq=(who.seen) data-quiet=(words.say("frame-quiet"))
                    data-kept=(words.say("frame-kept")) data-out=(words.say("frame-out")) data-again=(words.say("frame-again")) {
                    @match (house.demo_since, house.desk.write_fault().is_some_and(|fault| fault.is_of_a_full_disk())) {
                        (None, false) => (body),
                        (since, full) => div.stack {
                            @if full { (alert(Tone::Late, html! { (words.say("frame-disk-full")) })) }
                            @if let Some(since) = since { (demo(house, words, since)) }
                            (body)
                        },
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
        &THEIRS,
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

/// A page for strangers within a frame on somebody else's site, see `web/js/embed.js`.
pub fn framed(title: &str, reader: Reader, body: Markup) -> Markup {
    document(
        title,
        reader,
        &THEIRS,
        html! {
            body."pub framed" {
                (body)
                script type="module" src=(assets::url("js/frame.js")) {}
            }
        },
    )
}

/// A page on the front step: signing in, and what must be said before that.
pub fn step(title: &str, reader: Reader, body: Markup) -> Markup {
    document(
        &format!("{title} · Leadstead"),
        reader,
        &OURS,
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

/// The scripts of every page of the house, and those of a page for strangers.
pub(super) const OURS: [&str; 13] = [
    "theme", "clock", "dialog", "find", "live", "kept", "drafts", "busy", "again", "alerts",
    "keys", "known", "list",
];
const THEIRS: [&str; 4] = ["clock", "kept", "busy", "again"];

/// A whole document around its body, with our style sheet and these scripts.
pub(super) fn document(title: &str, reader: Reader, scripts: &[&str], body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(reader.words.language().code()) data-theme=[reader.theme.forced()] data-busy=(reader.words.say("frame-busy")) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(assets::url("icons/mark.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::url("css/leadstead.css"));
                @for script in scripts {
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

/// The way to a lead one knows something of; on a phone, to the field on the page of leads.
fn find(words: Words, keys_off: bool) -> Markup {
    let label = words.say("frame-find");
    html! {
        form."find desk" role="search" aria-label=(label) action="/leads" {
            (icon("search"))
            label.sr for="find" { (label) }
            input.input #find name="q" type="search" placeholder=(words.say("frame-find-hint")) autocomplete="off";
            @if !keys_off { kbd aria-hidden="true" { "/" } }
        }
        a."btn square quiet phone push" href="/leads#q" aria-label=(label) { (icon("search")) }
    }
}

/// That somebody waits, on every page but the one that says who.
fn waiting(words: Words, count: usize) -> Markup {
    let waiting = words.fill("frame-waiting", &[("count", count.into())]);
    html! { a."chip desk" data-state="late" href="/today" { (icon("today")) (waiting) } }
}

/// The way to what one was told; `web/js/alerts.js` keeps its count.
fn bell(words: Words, unread: usize) -> Markup {
    let said = words.fill("notices-unread", &[("count", unread.into())]);
    html! {
        a."btn square quiet bell" #bell href="/notices" aria-label=(said) {
            (icon("bell"))
            span.n hidden[unread == 0] { (unread) }
        }
    }
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
    let way = |place: Place, url: &'static str| match place {
        Place::Settings => settings::front(role),
        _ => Some(url),
    };
    let open = RAIL
        .iter()
        .filter_map(|(place, url, sign, word)| Some((place, way(*place, url)?, sign, word)));
    html! {
        nav.rail aria-label=(words.say("frame-main")) {
            a.brand href="/" aria-label=(words.say("frame-home")) { (mark()) }
            ul #places data-region {
                @for (place, url, sign, word) in open {
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

fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
