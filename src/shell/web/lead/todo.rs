//! What is to be done about a lead: its open tasks, and the letters that go by themselves.

use super::act::Act;
use super::sent::once_field;
use super::view::View;
use super::words;
use crate::followup::wording;
use crate::lead::words::english::spoken;
use crate::lead::{Delivery, Task};
use crate::shell::web::clocks;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// Open tasks and waiting letters, the earliest first.
pub fn todo(view: &View) -> Markup {
    let lead = &view.case.lead;
    let mut tasks: Vec<&Task> = lead.tasks.iter().collect();
    tasks.sort_by_key(|task| task.due_at);
    let count = tasks.len() + lead.outbox.len();
    html! {
        section.ledger #(words::TO_DO_ID) data-region {
            @if count > 0 {
                header { h2 { (words::TO_DO) } span.count { (count) } }
                ul.items {
                    @for task in tasks { (task_item(view, task)) }
                    @for letter in &lead.outbox { (letter_item(view, letter)) }
                }
            }
        }
    }
}

fn task_item(view: &View, task: &Task) -> Markup {
    let state = clocks::due_state(task.due_at, view.case.now);
    let done = format!("?do=done&task={}#act", task.seq);
    html! {
        li data-state=(state) {
            (icon("task"))
            div.grow {
                b { (words::task_title(task)) } " "
                span.due data-state=(state) { (view.at(task.due_at)) }
                @if let Some(step) = &task.step { " " span.tag { (words::day_tag(step.day)) } }
                @if words::has_more(task) {
                    details #{ "w" (task.seq) } { summary.mute { (words::WHAT_TO_SAY) } p.said { (task.text) } }
                }
            }
            a.btn href=(done) { (icon("check")) (words::DONE) }
        }
    }
}

fn letter_item(view: &View, letter: &Delivery) -> Markup {
    let name = view.playbook.template(&letter.letter.template);
    let name = name.map_or_else(|| spoken(&letter.letter.template), |one| one.name.clone());
    let is_draft = letter.tries == 0 && letter.next_at > letter.queued_at;
    let goes = goes(view, letter);
    html! {
        li data-state="info" {
            (icon("mail"))
            div.grow {
                b { (name) } " " span.mute { (goes) }
                @if let Some(step) = &letter.letter.step { " " span.tag { (words::day_tag(step.day)) } }
                @if !letter.last_error.is_empty() { p.error { (icon("warn")) (letter.last_error) } }
                (text(view, letter))
            }
            a.btn href={ "?do=" (Act::Rewrite.key()) "&task=" (letter.seq) "#act" } { (icon("note")) (words::EDIT_LETTER) }
            @if is_draft { (button(view, Act::Send, letter, words::SEND_NOW)) }
            (button(view, Act::Drop, letter, words::THROW_AWAY))
        }
    }
}

/// When a letter goes, as the end of a sentence about it.
pub fn goes(view: &View, letter: &Delivery) -> String {
    match letter.next_at > view.case.now {
        true => words::goes(&view.at(letter.next_at)),
        false => words::GOES_NOW.to_owned(),
    }
}

/// The letter as it would go now.
fn text(view: &View, letter: &Delivery) -> Markup {
    let lead = &view.case.lead;
    let rendered = wording(lead, &letter.letter, view.playbook, words::LINK_TO_STOP, view.case.now);
    html! {
        @if let Ok(rendered) = rendered {
            details #{ "l" (letter.seq) } {
                summary.mute { (words::READ_LETTER) }
                div.said { b { (rendered.subject) } @for line in rendered.body.lines() { p { (line) } } }
            }
        }
    }
}

fn button(view: &View, act: Act, letter: &Delivery, word: &str) -> Markup {
    html! {
        form action=(act.url(view.case.lead.id, letter.seq)) method="post" {
            (once_field(view.once))
            button.btn type="submit" { (word) }
        }
    }
}
