//! The segments as tabs with their counts, and the form by which a list is kept under a name.

use super::save::NAME_MAX;
use super::segment::may_change;
use super::sheet::Sheet;
use super::state::State;
use crate::playbook::Role;
use crate::shell::web::lead::once_field;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// What was typed into the form of a segment that came back, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    pub name: String,
    pub shared: bool,
    pub wrong: String,
}

/// The tabs, and what can be done with the list at hand.
pub fn tabs(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let list = sheet.list;
    let here = list.state.query();
    let current = |query: &str| (query == here).then_some("page");
    let saved_here = list.saved.iter().find(|saved| saved.state.query() == here);
    html! {
        nav.tabs aria-label=(words.say("leads-segments")) {
            @for (segment, count) in &list.counts {
                @let state = State::of_filter(segment.filter());
                a href=(state.url()) aria-current=[current(&state.query())] {
                    (segment.name(words)) " "
                    span.count data-state=[segment.state().filter(|_| *count > 0)] { (number(sheet, *count)) }
                }
            }
            @for saved in &list.saved {
                a href=(saved.state.url()) aria-current=[current(&saved.state.query())] {
                    (saved.segment.name) " " span.count { (number(sheet, saved.count)) }
                }
            }
            @match saved_here {
                Some(saved) if may_change(&saved.segment, sheet.who) => {
                    button."btn quiet" type="button" popovertarget="segment" {
                        (icon("more")) (words.say("leads-change-segment"))
                    }
                }
                Some(_) => {},
                None => {
                    button."btn quiet" type="button" popovertarget="save" {
                        (icon("plus")) (words.say("leads-save-view"))
                    }
                }
            }
        }
        div.menu.facet #save popover { (save_form(sheet, &Typed::default())) }
        @if let Some(saved) = saved_here.filter(|saved| may_change(&saved.segment, sheet.who)) {
            @let action = format!("/leads/segments/{}", saved.key);
            div.menu.facet #segment popover {
                form.stack.tight action=(action) method="post" {
                    input type="hidden" name="do" value="rename";
                    (fields(sheet, &Typed {
                        name: saved.segment.name.clone(),
                        shared: saved.segment.shared,
                        wrong: String::new(),
                    }, "rename"))
                    button."btn primary wide" type="submit" { (words.say("leads-rename")) }
                }
                hr;
                form action=(action) method="post" {
                    input type="hidden" name="do" value="delete";
                    button."btn wide" type="submit" { (icon("trash")) (words.say("leads-delete-segment")) }
                }
            }
        }
    }
}

/// The form by which the list at hand is kept.
pub fn save_form(sheet: &Sheet, typed: &Typed) -> Markup {
    let words = sheet.words;
    html! {
        form.stack.tight action="/leads/segments" method="post" {
            (once_field(sheet.once))
            input type="hidden" name="here" value=(sheet.list.state.query());
            (fields(sheet, typed, if typed.wrong.is_empty() { "save" } else { "again" }))
            button."btn primary wide" type="submit" { (words.say("leads-save-view")) }
        }
    }
}

fn fields(sheet: &Sheet, typed: &Typed, form: &str) -> Markup {
    let words = sheet.words;
    html! {
        div.field {
            @let id = format!("f-name-{form}");
            label for=(id) { (words.say("leads-segment-name")) }
            input.input #(id) name="name" value=(typed.name) maxlength=(NAME_MAX) required autocomplete="off"
                aria-invalid=[(!typed.wrong.is_empty()).then_some("true")]
                aria-describedby=[(!typed.wrong.is_empty()).then_some("wrong-name")];
            @if !typed.wrong.is_empty() { p.error #wrong-name { (icon("warn")) (typed.wrong) } }
        }
        @if sheet.who.role >= Role::Manager {
            label.check {
                input type="checkbox" name="shared" value="yes" checked[typed.shared];
                (words.say("leads-share"))
            }
        }
    }
}

fn number(sheet: &Sheet, count: usize) -> String {
    sheet.words.number(i64::try_from(count).unwrap_or(i64::MAX))
}
