//! Good answers to the questions of qualification, as far as nothing else gives points for the same.

use super::{Find, Group, Signal, Worth, signal};
use crate::lead::{Answered, Finding, Lead, Seq};
use crate::playbook::{Criterion, Playbook};
use crate::scoring::reading::Facts;
use jiff::Timestamp;

pub const SIGNAL: Signal = Signal {
    key: "answers",
    group: Group::Fit,
    worth: Worth::Told {
        points,
        most: |playbook| playbook.qualification.asked().map(|one| one.points).sum(),
    },
    find: Find::Answers,
};

/// Points of the good answers that no signal of the same fact gives already.
pub fn points(lead: &Lead, playbook: &Playbook) -> i32 {
    good(lead, playbook).map(|(one, _)| one.points).sum()
}

/// The questions that were answered well, by their names.
pub fn names(lead: &Lead, playbook: &Playbook) -> String {
    let names: Vec<&str> = good(lead, playbook).map(|(one, _)| one.label.as_str()).collect();
    names.join(", ")
}

/// The last entry with a good answer, and when that was.
pub fn last(lead: &Lead, playbook: &Playbook) -> Option<(Seq, Timestamp)> {
    good(lead, playbook).map(|(_, answered)| (answered.seq, answered.at)).max()
}

/// Good answers that give points, because no signal of the same fact gives any.
fn good<'a>(
    lead: &'a Lead,
    playbook: &'a Playbook,
) -> impl Iterator<Item = (&'a Criterion, &'a Answered)> {
    let asked = playbook.qualification.asked().filter(|_| !lead.answers.is_empty());
    let answered = asked.filter_map(|one| Some((one, lead.answers.get(&one.key)?)));
    let good = answered.filter(|(_, answered)| answered.finding == Finding::Good);
    let mut facts = None;
    good.filter(move |(one, _)| {
        !holds(&one.signal, facts.get_or_insert_with(|| Facts::of(lead, playbook)))
    })
    .filter(|(one, _)| one.points != 0)
}

/// Whether a signal of a fact holds.
fn holds(key: &str, facts: &Facts) -> bool {
    match signal(key).map(|signal| signal.find) {
        Some(Find::Fact { holds, .. }) => holds(facts),
        Some(Find::Answers | Find::Rules | Find::Signs { .. }) | None => false,
    }
}
