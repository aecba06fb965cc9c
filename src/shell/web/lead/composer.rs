//! The composer: a note, a call, an email answered elsewhere, a task; each ends with a next step.
//!
//! The panes are four forms. Which one is shown is a matter of the radios above them, so it works
//! without scripts.

use super::act::Act;
use super::command::{AGO, OUTCOMES};
use super::fields::Sheet;
use super::next;
use super::view::View;
use super::words;
use crate::lead::{Seq, Task, TaskKind};
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The composer of a lead.
pub fn composer(view: &View) -> Markup {
    let open = view.open().map(|(act, _)| act).filter(|act| Act::PANES.contains(act));
    let usual = usual(view);
    let is_open = view.case.lead.is_open();
    html! {
        div.card.composer.stack.tight {
            fieldset.seg {
                legend.sr { (words::WHAT_TO_ADD) }
                @for act in Act::PANES.into_iter().filter(|act| is_open || *act != Act::Task) {
                    label {
                        input type="radio" name="pane" value=(act.key()) #{ "pane-" (act.key()) }
                            checked[act == open.unwrap_or(usual)];
                        (icon(sign(act))) (words::pane(act))
                    }
                }
            }
            (note(view))
            (call(view))
            (email(view))
            @if is_open { (task(view)) }
        }
    }
}

/// The pane somebody most likely wants.
fn usual(view: &View) -> Act {
    let lead = &view.case.lead;
    match () {
        () if !lead.is_open() => Act::Note,
        () if !view.calls() && !lead.profile.email.is_empty() => Act::Email,
        () => Act::Call,
    }
}

fn sign(act: Act) -> &'static str {
    match act {
        Act::Call => "call",
        Act::Email => "mail",
        Act::Task => "task",
        _ => "note",
    }
}

fn note(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Note);
    let inner = html! {
        (sheet.alert())
        (sheet.area("text", words::NOTE, words::NOTE_HINT))
        (next::fieldset(&sheet, None))
        (save(words::SAVE_NOTE))
    };
    sheet.form("pane note stack tight", inner)
}

fn call(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Call);
    let settled = settles(view, &[TaskKind::Call, TaskKind::Answer]);
    let outcomes = OUTCOMES.map(|outcome| (outcome.key(), words::outcome(outcome)));
    let inner = html! {
        (sheet.alert())
        fieldset.field {
            legend { (words::HOW_DID_IT_GO) }
            (sheet.seg("outcome", words::HOW_DID_IT_GO, &outcomes, "reached"))
            (sheet.beside("outcome"))
        }
        (sheet.area("text", words::WHAT_WAS_SAID, words::WHAT_WAS_SAID_HINT))
        (about(&sheet, words::THEY_CALLED, settled))
        (next::fieldset(&sheet, settled.map(|task| task.seq)))
        (save(words::SAVE_CALL))
    };
    sheet.form("pane call stack tight", inner)
}

fn email(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Email);
    let settled = settles(view, &[TaskKind::Email, TaskKind::Answer]);
    let inner = html! {
        (sheet.alert())
        (sheet.area("text", words::WHAT_WAS_WRITTEN, words::WHAT_WAS_WRITTEN_HINT))
        (about(&sheet, words::THEY_WROTE, settled))
        (next::fieldset(&sheet, settled.map(|task| task.seq)))
        (save(words::SAVE_EMAIL))
    };
    sheet.form("pane email stack tight", inner)
}

fn task(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Task);
    let inner = html! {
        (sheet.alert())
        (next::fieldset(&sheet, None))
        (save(words::SAVE_TASK))
    };
    sheet.form("pane task stack tight", inner)
}

/// When it was, whose move it was, and the task it settles.
fn about(sheet: &Sheet, theirs: &str, settled: Option<&Task>) -> Markup {
    let ago = AGO.map(|minutes| (minutes.to_string(), words::ago(minutes)));
    let chosen = sheet.value_or("ago", "0");
    html! {
        div.line {
            select.input.fit #(sheet.id("ago")) name="ago" aria-label=(words::WHEN_WAS_IT) {
                @for (value, word) in &ago { option value=(value) selected[value == chosen] { (word) } }
            }
            (sheet.check("inbound", "yes", theirs, false))
            @if let Some(task) = settled {
                (sheet.check("task", &task.seq.to_string(), &words::settles(&words::task_title(task)), true))
            }
        }
    }
}

/// The open task that a touch of this kind most likely settles.
fn settles<'a>(view: &'a View, kinds: &[TaskKind]) -> Option<&'a Task> {
    let tasks = view.case.lead.tasks.iter().filter(|task| kinds.contains(&task.kind));
    tasks.min_by_key(|task| task.due_at)
}

fn save(word: &str) -> Markup {
    html! { div.line { button.btn.primary.push type="submit" { (word) } } }
}

/// The form in which a task is marked as done.
pub fn done(view: &View, seq: Seq) -> Option<Markup> {
    let task = view.case.lead.tasks.iter().find(|task| task.seq == seq)?;
    let sheet = Sheet { view, act: Act::Done, seq };
    let inner = html! {
        h2 { (words::done_title(&words::task_title(task))) }
        (sheet.alert())
        input type="hidden" name="task" value=(seq);
        @if task.kind != TaskKind::Other && !task.text.is_empty() { p.said { (task.text) } }
        (sheet.line("text", words::WHAT_CAME_OF_IT, "text", ""))
        (next::fieldset(&sheet, Some(seq)))
        div.line {
            a.btn.quiet href={ "/leads/" (view.case.lead.id) } { (words::LEAVE_IT) }
            button.btn.primary.push type="submit" { (words::MARK_DONE) }
        }
    };
    Some(sheet.form("card stack tight", inner))
}
