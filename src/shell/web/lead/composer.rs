//! The composer: a note, a call, an email answered elsewhere, a task; each ends with a next step.
//!
//! The panes are four forms. Which one is shown is a matter of the radios above them, so it works
//! without scripts.

use super::act::Act;
use super::command::{AGO, BY_HAND, BY_HOUSE, BY_THEM, OTHERS, OUTCOMES};
use super::facts::tel;
use super::fields::Sheet;
use super::view::View;
use super::{checklist, next, todo};
use crate::language::Words;
use crate::lead::profile::may_be_dialled;
use crate::lead::words::{channel as channel_name, duration, task_text};
use crate::lead::{Outcome, Seq, Task, TaskKind};
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The composer of a lead.
pub fn composer(view: &View) -> Markup {
    let open = view.open().map(|(act, _)| act).filter(|act| Act::PANES.contains(act));
    let usual = usual(view);
    // A task that was typed while somebody else closed the lead is still there.
    let has_tasks = view.case.lead.is_open() || open == Some(Act::Task);
    let id = view.case.lead.id;
    html! {
        div.card.composer.stack.tight data-draft={ (view.who.teammate) ":" (id) } data-lead={ "/leads/" (id) } {
            p.hint.line data-drafted hidden role="status" {
                (view.words.say("lead-draft-kept"))
                button.btn.quiet type="button" data-forget { (icon("x")) (view.words.say("lead-draft-forget")) }
            }
            fieldset.seg {
                legend.sr { (view.words.say("lead-what-to-add")) }
                @for act in Act::PANES.into_iter().filter(|act| has_tasks || *act != Act::Task) {
                    label {
                        input type="radio" name="pane" value=(act.key()) #{ "pane-" (act.key()) }
                            checked[act == open.unwrap_or(usual)];
                        (icon(sign(act))) (pane(view.words, act))
                    }
                }
            }
            (note(view))
            (call(view))
            (email(view))
            (other(view))
            @if has_tasks { (task(view)) }
        }
    }
}

/// The name of a pane.
fn pane(words: Words, act: Act) -> String {
    words.say(match act {
        Act::Call => "lead-log-call",
        Act::Email => "channel-email",
        Act::Other => "lead-other",
        Act::Task => "lead-task",
        _ => "lead-note",
    })
}

/// How a call went, as a choice.
fn went(words: Words, outcome: Outcome) -> String {
    words.say(match outcome {
        Outcome::Made | Outcome::Reached => "lead-reached",
        Outcome::Voicemail => "lead-voicemail",
        Outcome::NoAnswer | Outcome::NoShow => "lead-no-answer",
        Outcome::CallBack => "lead-call-back",
        Outcome::WrongNumber => "lead-wrong-number",
    })
}

/// How long ago something was.
fn ago(words: Words, minutes: i64) -> String {
    match minutes {
        0 => words.say("lead-just-now"),
        minutes => words.fill("lead-ago", &[("span", duration(words, minutes).into())]),
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
        Act::Other => "chat",
        Act::Task => "task",
        _ => "note",
    }
}

fn note(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Note);
    let inner = html! {
        (sheet.alert())
        (sheet.area("text", &view.words.say("lead-note"), &view.words.say("lead-note-hint")))
        (next::fieldset(&sheet, None))
        (save(&view.words.say("lead-save-note")))
    };
    sheet.form("pane note stack tight", inner)
}

fn call(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Call);
    let settled = settles(view, &[TaskKind::Call, TaskKind::Answer]);
    let outcomes = OUTCOMES.map(|outcome| (outcome.key(), went(view.words, outcome)));
    let phone = &view.case.lead.profile.phone;
    let inner = html! {
        (sheet.alert())
        @if may_be_dialled(phone) {
            p { a.btn href=(tel(view)) { (icon("call")) (view.words.say("lead-call")) " " (phone) } }
        }
        fieldset.field {
            legend { (view.words.say("lead-how-it-went")) }
            (sheet.seg("outcome", &view.words.say("lead-how-it-went"), &outcomes, "reached"))
            (sheet.beside("outcome"))
        }
        (sheet.area("text", &view.words.say("lead-what-was-said"), &view.words.say("lead-what-was-said-hint")))
        (checklist::to_ask(&sheet))
        (about(&sheet, Some("lead-they-called"), settled))
        (next::fieldset(&sheet, settled.map(|task| task.seq)))
        (save(&view.words.say("lead-save-call")))
    };
    sheet.form("pane call stack tight", inner)
}

fn email(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Email);
    let settled = settles(view, &[TaskKind::Email, TaskKind::Answer]);
    let words = view.words;
    let lead = &view.case.lead;
    let ways =
        [(BY_HOUSE, "lead-by-house"), (BY_HAND, "lead-by-hand"), (BY_THEM, "lead-they-wrote")];
    let ways = ways.map(|(way, key)| (way, words.say(key)));
    let takes = lead.is_open() && !lead.profile.email.is_empty() && lead.bounced_at.is_none();
    let usual = if takes && view.has_mail { BY_HOUSE } else { BY_HAND };
    let inner = html! {
        (sheet.alert())
        @let ways = if lead.is_open() { &ways[..] } else { &ways[1..] };
        (sheet.seg("by", &words.say("lead-by"), ways, usual))
        div.by-house hidden[!lead.is_open()] {
            (sheet.line_of("subject", &words.say("lead-subject"), &words.say("lead-subject-usual")))
            @if !view.has_mail { p.hint { (icon("warn")) " " (words.say("lead-no-mail")) } }
        }
        (sheet.area("text", &words.say("lead-what-was-written"), &words.say("lead-what-was-written-hint")))
        (about(&sheet, None, settled))
        (next::fieldset(&sheet, settled.map(|task| task.seq)))
        div.line {
            button."btn primary push" type="submit" {
                @if lead.is_open() { span.by-house { (words.say("lead-send-email")) } }
                span.by-hand { (words.say("lead-save-email")) }
            }
        }
    };
    sheet.form("pane email stack tight", inner)
}

fn other(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Other);
    let settled = settles(view, &[TaskKind::Linkedin, TaskKind::Other]);
    let words = view.words;
    let ways = OTHERS.map(|channel| (channel.key(), channel_name(words, channel)));
    let inner = html! {
        (sheet.alert())
        (sheet.select("channel", &words.say("lead-channel"), &words.say("lead-choose-channel"), &ways, ""))
        (sheet.area("text", &words.say("lead-what-was-said"), &words.say("lead-other-hint")))
        (about(&sheet, Some("lead-they-turned"), settled))
        (next::fieldset(&sheet, settled.map(|task| task.seq)))
        (save(&words.say("lead-save-other")))
    };
    sheet.form("pane other stack tight", inner)
}

fn task(view: &View) -> Markup {
    let sheet = Sheet::new(view, Act::Task);
    let inner = html! {
        (sheet.alert())
        (next::fieldset(&sheet, None))
        (save(&view.words.say("lead-save-task")))
    };
    sheet.form("pane task stack tight", inner)
}

/// When it was, whose move it was, and the task it settles.
fn about(sheet: &Sheet, theirs: Option<&str>, settled: Option<&Task>) -> Markup {
    let words = sheet.view.words;
    let ago = AGO.map(|minutes| (minutes.to_string(), ago(words, minutes)));
    let chosen = sheet.value_or("ago", "0");
    html! {
        div.line {
            select."input fit by-hand" #(sheet.id("ago")) name="ago" aria-label=(words.say("lead-when-it-was")) {
                @for (value, word) in &ago { option value=(value) selected[value == chosen] { (word) } }
            }
            @if let Some(theirs) = theirs { (sheet.check("inbound", "yes", &words.say(theirs), false)) }
            @if let Some(task) = settled {
                @let title = todo::title(words, task);
                @let word = words.fill("lead-settles", &[("task", title.into())]);
                (sheet.check("task", &task.seq.to_string(), &word, true))
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
    let title = todo::title(view.words, task);
    let inner = html! {
        h2 { (view.words.fill("lead-done-title", &[("task", title.into())])) }
        (sheet.alert())
        input type="hidden" name="task" value=(seq);
        @if task.kind != TaskKind::Other && !task.text.is_empty() { p.said { (task_text(view.words, task.kind, &task.text)) } }
        (sheet.line("text", &view.words.say("lead-what-came-of-it"), "text", ""))
        (next::fieldset(&sheet, Some(seq)))
        div.line {
            a.btn.quiet href={ "/leads/" (view.case.lead.id) } { (view.words.say("lead-leave-it")) }
            button.btn.primary.push type="submit" { (view.words.say("lead-mark-done")) }
        }
    };
    Some(sheet.form("card stack tight", inner))
}
