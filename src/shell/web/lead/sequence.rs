//! The sequence a lead is in: what was done, what comes when, and whether it is held.

use super::act::{Act, SEQUENCE};
use super::sent::once_field;
use super::todo::goes;
use super::view::View;
use crate::followup;
use crate::language::Words;
use crate::lead::words::{Named, cause, exit, spoken, task_kind};
use crate::lead::{Enrolment, StepRef};
use crate::playbook::{Step, StepKind};
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The sequence, or how the last one ended.
pub fn sequence(view: &View) -> Markup {
    let lead = &view.case.lead;
    html! {
        details.ledger #(SEQUENCE) data-region open {
            summary {
                h2 { (view.words.say("lead-sequence")) }
                @if lead.enrolment.as_ref().is_some_and(|one| one.held.is_some()) {
                    span.tag data-state="ok" { (view.words.say("lead-held")) }
                }
                span.turn { (icon("down")) }
            }
            div.body {
                @match &lead.enrolment {
                    Some(enrolment) => (running(view, enrolment)),
                    None => (ended(view)),
                }
            }
        }
    }
}

fn running(view: &View, enrolment: &Enrolment) -> Markup {
    let lead = &view.case.lead;
    let sequence = view.playbook.sequence(&enrolment.sequence);
    let name = sequence.map_or(enrolment.sequence.as_str(), |sequence| &sequence.name);
    let is_held = enrolment.held.is_some();
    let words = view.words;
    let coming = followup::preview(lead, view.playbook);
    html! {
        ol.track aria-label=(words.say("lead-steps")) {
            @for (nth, step) in sequence.iter().flat_map(|one| one.steps.iter()).take(enrolment.done).enumerate() {
                @let (class, came) = so_far(view, enrolment, nth, step);
                li class=(class) { (head(words, step)) (came) }
            }
            @for (nth, (_, at, step)) in coming.iter().enumerate() {
                li class=[(nth == 0 && !is_held).then_some("now")] {
                    (head(words, step))
                    @if is_held { (words.say("lead-is-held")) } @else { (view.day(*at)) }
                }
            }
        }
        p.mute.below {
            (words.fill("lead-in-sequence", &[("sequence", name.into())]))
            @if let Some(why) = &enrolment.held { " " (words.fill("lead-held-because", &[("why", why.as_str().into())])) }
            @if let Some((until, why)) = &enrolment.postponed {
                @let (when, why) = (view.at(*until), cause(words, why));
                " " (words.fill("lead-waits", &[("when", when.into()), ("why", why.into())]))
            }
        }
        @if lead.is_open() { div."line below" { (steer(view, is_held)) } }
    }
}

fn head(words: Words, step: &Step) -> Markup {
    html! { b { (words.fill("entry-day", &[("day", step.day.into())])) } (step_kind(words, step)) br; }
}

/// What came of a step, behind the class it is drawn by: its letter may still wait, or its task; or
/// nothing came of it, and why.
fn so_far(view: &View, enrolment: &Enrolment, nth: usize, step: &Step) -> (&'static str, String) {
    let (lead, words) = (&view.case.lead, view.words);
    let is_it = |step: &Option<StepRef>| {
        step.as_ref().is_some_and(|step| step.sequence == enrolment.sequence && step.index == nth)
    };
    if let Some(letter) = lead.outbox.iter().find(|letter| is_it(&letter.letter.step)) {
        return ("done", goes(view, letter));
    }
    if let Some((at, why)) = enrolment.missed.get(&nth) {
        let key = if step.kind == StepKind::Email { "lead-not-sent" } else { "lead-left-out" };
        let what = words.fill(key, &[("day", view.day(*at).into())]);
        let why = cause(words, why);
        let why = why.trim_end_matches('.');
        let left_out = match why {
            "" => what,
            why => words.fill("entry-because", &[("what", what.into()), ("why", why.into())]),
        };
        return ("missed", left_out);
    }
    let waits = lead.tasks.iter().any(|task| is_it(&task.step));
    ("done", words.say(if waits { "lead-is-to-do" } else { "lead-is-done" }))
}

fn steer(view: &View, is_held: bool) -> Markup {
    html! {
        @if is_held {
            form action=(Act::Resume.url(view.case.lead.id, 0)) method="post" {
                (once_field(view.once))
                button.btn type="submit" { (view.words.say("lead-resume")) }
            }
        } @else {
            a.btn href="?do=hold#act" { (icon("pause")) (view.words.say("lead-hold")) }
        }
    }
}

/// What a step does.
pub fn step_kind(words: Words, step: &Step) -> String {
    match (step.kind, step.task) {
        (StepKind::Email, _) => words.say("channel-email"),
        (StepKind::Task, Some(kind)) => task_kind(words, kind),
        (StepKind::Task, None) => words.say("lead-task"),
        (StepKind::Notice, _) => words.say("lead-notice"),
    }
}

fn ended(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let name =
        |key: &str| view.playbook.called(Named::Sequence, key).unwrap_or_else(|| spoken(key));
    html! {
        p.mute {
            @match lead.left.last() {
                Some((key, how)) => {
                    @let ended = [("sequence", name(key).into()), ("exit", exit(words, *how).into())];
                    (words.fill("lead-sequence-ended", &ended))
                },
                None => (view.words.say("lead-no-sequence")),
            }
            @if let Some(key) = &lead.withheld {
                " " (words.fill("lead-withheld", &[("sequence", name(key).into())]))
            }
            @if lead.is_open() { " " a href="?do=enrol#act" { (view.words.say("lead-start-sequence")) } }
        }
    }
}
