//! What is wrong with rules, and what is worth a second look: on top of the page with the way to the
//! part it concerns, and beside that part.

use super::HINTS_SHOWN;
use crate::language::Words;
use crate::lead::words::fault;
use crate::playbook::Fault;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The tables that are parts of a page.
const PARTS: [&str; 7] = ["rule", "pool", "floor", "fit_rule", "tiers", "caps", "criterion"];

/// Faults told at once on top.
const FAULTS_SHOWN: usize = 5;

/// Everything that is to be said of the rules on a page.
#[derive(Default)]
pub struct Beside {
    told: Vec<Told>,
}

struct Told {
    part: Option<(&'static str, usize)>,
    sentence: String,
    is_wrong: bool,
}

impl Beside {
    /// What keeps rules from coming into force, and what is only worth a second look.
    pub fn of(faults: &[Fault], hints: &[Fault], words: Words) -> Beside {
        let told = |is_wrong| {
            move |one: &Fault| {
                let part = PARTS.iter().find_map(|part| Some((*part, one.place(part)?)));
                Told { part, sentence: fault(words, &one.sentence), is_wrong }
            }
        };
        Beside {
            told: faults.iter().map(told(true)).chain(hints.iter().map(told(false))).collect(),
        }
    }

    /// What is wrong, each with the way to its part.
    pub fn wrong(&self) -> Markup {
        let wrong = self.told.iter().filter(|one| one.is_wrong).take(FAULTS_SHOWN);
        html! { @for (nth, one) in wrong.enumerate() { @if nth > 0 { " " } (one.leading()) } }
    }

    /// What is worth a second look, each with the way to its part.
    pub fn hints(&self) -> Markup {
        html! {
            @for one in self.told.iter().filter(|one| !one.is_wrong).take(HINTS_SHOWN) {
                div.alert role="status" { (icon("info")) p { (one.leading()) } }
            }
        }
    }

    /// What is said of one part, beside it.
    pub fn at(&self, table: &str, nth: usize) -> Markup {
        html! {
            @if let Some(id) = self.about(table, nth) {
                div #(id) {
                    @for one in self.told.iter().filter(|one| one.is_of(table, nth)) {
                        @if one.is_wrong {
                            p.error { (icon("warn")) (one.sentence) }
                        } @else {
                            p.line.hint { (icon("info")) span.grow { (one.sentence) } }
                        }
                    }
                }
            }
        }
    }

    /// The id of what is said of a part, by which it is described; none where nothing is.
    pub fn about(&self, table: &str, nth: usize) -> Option<String> {
        let is_said = self.told.iter().any(|one| one.is_of(table, nth));
        is_said.then(|| format!("{}-h", id(table, nth)))
    }
}

impl Told {
    fn is_of(&self, table: &str, nth: usize) -> bool {
        self.part.is_some_and(|part| part == (table, nth))
    }

    fn leading(&self) -> Markup {
        html! {
            @match self.part {
                Some((table, nth)) => a href={ "#" (id(table, nth)) } { (self.sentence) },
                None => (self.sentence),
            }
        }
    }
}

/// The id of a part of the page.
pub fn id(table: &str, nth: usize) -> String {
    format!("{table}-{nth}")
}
