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

/// What answers give, less what they take: the points of facts that people have denied.
pub fn change(lead: &Lead, playbook: &Playbook) -> i32 {
    let mut facts = None;
    let taken = denied(lead, playbook).filter_map(|one| signal(&one.signal));
    let taken = taken
        .filter(|signal| holds(signal.key, facts.get_or_insert_with(|| Facts::of(lead, playbook))));
    let taken: i32 = taken.map(|signal| signal.points(lead, playbook)).sum();
    points(lead, playbook) - taken
}

/// Whether a person has answered with no what this signal says of a fact: they know better.
pub fn is_denied(key: &str, lead: &Lead, playbook: &Playbook) -> bool {
    denied(lead, playbook).any(|one| one.signal == key)
}

/// The questions that people have answered with no.
fn denied<'a>(lead: &'a Lead, playbook: &'a Playbook) -> impl Iterator<Item = &'a Criterion> {
    let asked = playbook.qualification.asked().filter(|_| !lead.answers.is_empty());
    let is_no =
        |answered: &Answered| answered.finding == Finding::Bad && !answered.means.is_of_the_house();
    asked.filter(move |one| lead.answers.get(&one.key).is_some_and(is_no))
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
        Some(Find::Fact { holds, .. } | Find::Entry { holds, .. }) => holds(facts),
        Some(Find::Answers | Find::Rules | Find::Signs { .. }) | None => false,
    }
}
