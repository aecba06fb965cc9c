//! The frame of the set-up: the steps on one side, the question and the way on around its answer.

use super::draft::Draft;
use super::step::Step;
use crate::language::Words;
use crate::shell::web::layout::{self, Reader};
use crate::shell::web::lead::Wrong;
use crate::shell::web::parts::{State, alert, icon, mark};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// One page of the set-up.
pub struct Page<'a> {
    pub step: Step,
    pub draft: &'a Draft,
    /// What was answered, in a few words.
    pub given: BTreeMap<Step, String>,
    pub has_owner: bool,
    pub wrong: Option<&'a Wrong>,
    /// The mail server of which who wants to go on was told that it is not kept.
    pub warned: Option<&'a str>,
}

impl Page<'_> {
    /// The page around what is asked on it.
    pub fn around(&self, reader: Reader, asked: Markup) -> Markup {
        let words = reader.words;
        let [name, ask, then] = self.step.words();
        let far = match self.step.number() {
            0 => words.say("setup-welcome"),
            number => {
                let all = Step::ALL.len().into();
                words.fill("setup-far", &[("number", number.into()), ("all", all)])
            }
        };
        let body = html! {
            form.stack action=(self.step.url()) method="post" {
                div.stack.tight {
                    h1 { (words.say(ask)) }
                    p.mute { (words.say(then)) }
                }
                @if let Some(wrong) = self.wrong {
                    (alert(State::Late, html! {
                        @if wrong.field.is_empty() { (wrong.sentence) }
                        @else { a href={ "#f-" (wrong.field) } { (wrong.sentence) } }
                        " " (words.say("setup-kept"))
                    }))
                }
                (asked)
                hr;
                (self.ways(words))
            }
        };
        layout::document(
            &format!("{} · Leadstead", words.say(name)),
            reader,
            &layout::OURS,
            html! {
                body.pub {
                    header {
                        span.brandline { (mark()) span { "Leadstead" } }
                        span."push mute" { (far) }
                    }
                    main #main .setup { (self.steps(words)) (body) }
                }
            },
        )
    }

    fn steps(&self, words: Words) -> Markup {
        html! {
            ol."stack tight steps" aria-label=(words.say("setup-steps")) {
                @for step in Step::ALL {
                    @let is_done = self.is_done(step);
                    @let is_here = step == self.step;
                    li."line" .done[is_done && !is_here] .now[is_here] aria-current=[is_here.then_some("step")] {
                        span.ord { @if is_done && !is_here { (icon("check")) } @else { (step.number()) } }
                        span {
                            b { (words.say(step.words()[0])) }
                            @if let Some(given) = self.given.get(&step).filter(|_| is_done && !is_here) { small { (given) } }
                        }
                    }
                }
            }
        }
    }

    fn is_done(&self, step: Step) -> bool {
        (self.has_owner && step.is_before_owner()) || self.draft.is_done(step)
    }

    fn ways(&self, words: Words) -> Markup {
        let back = self.step.before().filter(|_| self.step != Step::Code);
        html! {
            @if let Some(host) = self.warned { input type="hidden" name="warned" value=(host); }
            div.line {
                @if let Some(back) = back {
                    a.btn href=(back.url()) { (icon("left")) (words.say("setup-back")) }
                }
                @if self.has_owner { a."btn quiet" href="/today" { (words.say("setup-later")) } }
                @match self.step {
                    Step::Code => button."btn primary push" type="submit" { (words.say("setup-begin")) (icon("right")) },
                    Step::Owner => button."btn primary push" type="submit" { (words.say("setup-claim")) (icon("right")) },
                    Step::Team => button."btn push" type="submit" name="skip" value="1" formnovalidate { (words.say("setup-next-mail")) (icon("right")) },
                    Step::Mail => button."btn push" type="submit" name="skip" value="1" formnovalidate { (words.say("setup-next-form")) (icon("right")) },
                    Step::Form => button."btn push" type="submit" name="finish" value="1" formnovalidate { (words.say("setup-finish")) (icon("right")) },
                    _ => button."btn primary push" type="submit" { (words.say("setup-next")) (icon("right")) },
                }
            }
        }
    }
}
