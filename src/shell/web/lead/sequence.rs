//! The sequence a lead is in: what was done, what comes when, and whether it is held.

use super::act::Act;
use super::sent::once_field;
use super::view::View;
use super::words;
use crate::followup;
use crate::lead::Enrolment;
use crate::lead::words::english;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The sequence, or how the last one ended.
pub fn sequence(view: &View) -> Markup {
    let lead = &view.case.lead;
    html! {
        details.ledger #(words::SEQUENCE_ID) data-region open {
            summary {
                h2 { (words::SEQUENCE) }
                @if lead.enrolment.as_ref().is_some_and(|one| one.held.is_some()) {
                    span.tag data-state="ok" { (words::HELD) }
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
    let coming = followup::preview(lead, view.playbook);
    html! {
        div.scroll-x tabindex="0" aria-label=(words::STEPS) {
            ol.track {
                @for step in sequence.iter().flat_map(|one| one.steps.iter()).take(enrolment.done) {
                    li.done { b { (words::day_tag(step.day)) } (words::step_kind(step)) br; (words::IS_DONE) }
                }
                @for (nth, (_, at, step)) in coming.iter().enumerate() {
                    li class=[(nth == 0 && !is_held).then_some("now")] {
                        b { (words::day_tag(step.day)) } (words::step_kind(step)) br;
                        @if is_held { (words::IS_HELD) } @else { (view.day(*at)) }
                    }
                }
            }
        }
        p.mute.below {
            (words::in_sequence(name))
            @if let Some(why) = &enrolment.held { " " (words::held_because(why)) }
            @if let Some((until, why)) = &enrolment.postponed { " " (words::waits(&view.at(*until), why)) }
        }
        @if lead.is_open() { div."line below" { (steer(view, is_held)) } }
    }
}

fn steer(view: &View, is_held: bool) -> Markup {
    html! {
        @if is_held {
            form action=(Act::Resume.url(view.case.lead.id, 0)) method="post" {
                (once_field(view.once))
                button.btn type="submit" { (words::RESUME) }
            }
        } @else {
            a.btn href="?do=hold#act" { (icon("pause")) (words::HOLD) }
        }
    }
}

fn ended(view: &View) -> Markup {
    let lead = &view.case.lead;
    html! {
        p.mute {
            @match lead.left.last() {
                Some((key, exit)) => {
                    @let name = view.playbook.sequence(key).map_or_else(|| english::spoken(key), |one| one.name.clone());
                    (words::sequence_ended(&name, english::exit(*exit)))
                },
                None => (words::NO_SEQUENCE),
            }
            @if let Some(key) = &lead.withheld {
                @let name = view.playbook.sequence(key).map_or_else(|| english::spoken(key), |one| one.name.clone());
                " " (words::waits_for_consent(&name))
            }
            @if lead.is_open() { " " a href="?do=enrol#act" { (words::START_SEQUENCE) } }
        }
    }
}
