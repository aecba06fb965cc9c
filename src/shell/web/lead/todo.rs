//! What is to be done about a lead: its open tasks, and the letters that go by themselves.

use super::act::{Act, TO_DO};
use super::sent::once_field;
use super::view::View;
use crate::followup::wording;
use crate::language::Words;
use crate::lead::words::{Named, cause, spoken, task_kind, task_text};
use crate::lead::{Delivery, Letter, Task};
use crate::playbook::Playbook;
use crate::shell::web::clocks;
use crate::shell::web::parts::{icon, no_mail};
use maud::{Markup, html};

/// The longest title of a task, in characters.
const TITLE_MAX: usize = 70;

/// Open tasks and waiting letters, the earliest first.
pub fn todo(view: &View) -> Markup {
    let lead = &view.case.lead;
    let mut tasks: Vec<&Task> = lead.tasks.iter().collect();
    tasks.sort_by_key(|task| task.due_at);
    let count = tasks.len() + lead.outbox.len();
    html! {
        section.ledger #(TO_DO) data-region {
            @if count > 0 {
                header { h2 { (view.words.say("lead-to-do")) } span.count { (count) } }
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
    let words = view.words;
    html! {
        li data-state=(state) {
            (icon("task"))
            div.grow {
                b { (title(words, task)) } " "
                span.due data-state=(state) { (view.at(task.due_at)) }
                @if let Some(step) = &task.step { " " span.tag { (words.fill("entry-day", &[("day", step.day.into())])) } }
                @if has_more(words, task) {
                    details #{ "w" (task.seq) } { summary.mute { (words.say("lead-what-to-say")) } p.said { (task_text(words, task.kind, &task.text)) } }
                }
            }
            a.btn.quiet href={ "?do=" (Act::Move.key()) "&task=" (task.seq) "#act" } { (icon("clock")) (words.say("lead-move-task")) }
            a.btn href=(done) { (icon("check")) (words.say("lead-done")) }
        }
    }
}

fn letter_item(view: &View, letter: &Delivery) -> Markup {
    let words = view.words;
    let name = letter_name(view.playbook, &letter.letter);
    let is_draft = letter.tries == 0 && letter.next_at > letter.queued_at;
    let goes = goes(view, letter);
    html! {
        li data-state="info" {
            (icon("mail"))
            div.grow {
                b { (name) } " " span.mute { (goes) }
                @if let Some(step) = &letter.letter.step { " " span.tag { (words.fill("entry-day", &[("day", step.day.into())])) } }
                @if !letter.last_error.is_empty() { p.error { (icon("warn")) (cause(words, &letter.last_error)) } }
                @if !view.has_mail { p.hint { (no_mail(words, view.who.role)) } }
                (text(view, letter))
            }
            a.btn href={ "?do=" (Act::Rewrite.key()) "&task=" (letter.seq) "#act" } { (icon("note")) (words.say("lead-edit-letter")) }
            @if is_draft && view.has_mail { (button(view, Act::Send, letter, &words.say("lead-send-now"))) }
            (button(view, Act::Drop, letter, &words.say("lead-throw-away")))
        }
    }
}

/// When a letter goes, as the end of a sentence about it.
pub fn goes(view: &View, letter: &Delivery) -> String {
    if view.case.lead.holds_back(letter) {
        return view.words.say("lead-is-held");
    }
    if letter.next_at <= view.case.now {
        return view.words.say("lead-goes-now");
    }
    view.words.fill("lead-goes", &[("when", view.at(letter.next_at).into())])
}

/// What a letter is called by the name of its template.
pub fn letter_name(playbook: &Playbook, letter: &Letter) -> String {
    let template = &letter.template;
    let own = letter.own_subject().map(str::to_owned);
    own.or_else(|| playbook.called(Named::Letter, template)).unwrap_or_else(|| spoken(template))
}

/// A task in a few words: what it says, or what it asks for where it says much.
pub fn title(words: Words, task: &Task) -> String {
    let text = whole(words, task);
    let is_short = text.chars().count() <= TITLE_MAX && !text.contains('\n');
    if !text.is_empty() && is_short { text } else { task_kind(words, task.kind) }
}

/// Whether a task says more than its title.
fn has_more(words: Words, task: &Task) -> bool {
    let text = whole(words, task);
    !text.is_empty() && title(words, task) != text
}

/// What a task says, without the stop at its end.
fn whole(words: Words, task: &Task) -> String {
    let text = task_text(words, task.kind, &task.text);
    text.trim().trim_end_matches('.').to_owned()
}

/// The letter as it would go now.
fn text(view: &View, letter: &Delivery) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let stop_link = words.say("lead-link-to-stop");
    let rendered = wording(lead, &letter.letter, view.playbook, &stop_link, view.case.now);
    html! {
        @if let Ok(rendered) = rendered {
            details #{ "l" (letter.seq) } {
                summary.mute { (words.say("lead-read-letter")) }
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
