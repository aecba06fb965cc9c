//! The menu behind one's own face, and the list of what single keys do.

use super::reader::{Reader, theme_choice};
use crate::language::Words;
use crate::playbook::Role;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::parts::{face, icon};
use maud::{Markup, html};

/// The face that opens the menu, with the menu.
pub fn me(house: &House, who: &Who, reader: Reader) -> Markup {
    let words = reader.words;
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
            div { (theme_choice(reader)) }
            hr;
            a href="/me" { (icon("cal")) (words.say("me-title")) }
            a href="/notices" { (icon("bell")) (words.say("notices-title")) }
            button type="button" data-dialog="keys" { (icon("key")) (words.say("keys-title")) }
            @if who.role >= Role::Manager { a href="/team" { (icon("leads")) (words.say("team-title")) } }
            a href="/settings/about" { (icon("info")) (words.say("settings-about")) }
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
    (&["/"], "frame-find"),
    (&["j"], "keys-next-row"),
    (&["k"], "keys-row-before"),
    (&["."], "keys-act"),
    (&["x"], "keys-select"),
    (&["o"], "keys-give"),
    (&["m"], "keys-move"),
    (&["n"], "keys-note"),
    (&["c"], "keys-call"),
    (&["e"], "keys-email"),
    (&["l"], "keys-other"),
    (&["t"], "keys-task"),
    (&["["], "keys-lead-before"),
    (&["]"], "keys-lead-next"),
    (&["Ctrl", "Enter"], "keys-save"),
    (&["?"], "keys-title"),
    (&["Esc"], "keys-close"),
];

/// The list of what single keys do.
fn keys(words: Words) -> Markup {
    html! {
        dialog.sheet #keys aria-labelledby="keys-title" {
            form.stack.tight method="dialog" {
                h2 #keys-title { (words.say("keys-title")) }
                dl.facts {
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
