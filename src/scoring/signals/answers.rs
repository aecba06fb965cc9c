//! Good answers to the questions of qualification, as far as nothing else gives points for the same.

use super::{Find, Group, Signal, Worth, signal};
use crate::lead::{Finding, Lead};
use crate::playbook::{Criterion, Playbook};
use crate::scoring::reading::Facts;

pub const SIGNAL: Signal = Signal {
    key: "answers",
    group: Group::Fit,
    worth: Worth::Told {
        points,
        most: |playbook| playbook.qualification.asked().map(|one| one.points).sum(),
    },
    find: Find::Fact { shown: "", holds: |facts| points(facts.lead, facts.playbook) > 0 },
};

/// Points of the good answers that no signal of the same fact gives already.
pub fn points(lead: &Lead, playbook: &Playbook) -> i32 {
    if lead.answers.is_empty() {
        return 0;
    }
    let facts = Facts::of(lead, playbook);
    let is_good = |one: &&Criterion| {
        lead.answers.get(&one.key).is_some_and(|answered| answered.finding == Finding::Good)
    };
    let good = playbook.qualification.asked().filter(is_good);
    good.filter(|one| !holds(&one.signal, &facts)).map(|one| one.points).sum()
}

/// Whether a signal of a fact holds; never this one.
fn holds(key: &str, facts: &Facts) -> bool {
    match signal(key).filter(|signal| signal.key != SIGNAL.key).map(|signal| signal.find) {
        Some(Find::Fact { holds, .. }) => holds(facts),
        Some(Find::Signs { .. } | Find::Rules) | None => false,
    }
}
