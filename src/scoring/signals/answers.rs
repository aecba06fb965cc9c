//! Good answers to the questions of qualification, as far as nothing else gives points for the same.

use super::{Find, Group, Signal, Worth, signal};
use crate::lead::{Answered, Finding, Lead};
use crate::playbook::{Criterion, Playbook};
use crate::scoring::reading::Facts;

pub const SIGNAL: Signal = Signal {
    key: "answers",
    group: Group::Fit,
    worth: Worth::Told {
        points: |_, _| 0,
        most: |playbook| playbook.qualification.asked().map(|one| one.points).sum(),
    },
    find: Find::Answers,
};

/// Points of the good answers that no signal of the same fact gives already.
pub fn points(lead: &Lead, playbook: &Playbook) -> i32 {
    good(lead, playbook).map(|(one, _)| one.points).sum()
}

/// The signals whose points people have taken away by denying the fact they are found in.
pub fn denied(lead: &Lead, playbook: &Playbook) -> Vec<String> {
    let mut facts = None;
    let gave = refused(lead, playbook)
        .filter(|one| signal(&one.signal).is_some_and(|it| it.points(lead, playbook) != 0));
    gave.filter(|one| holds(&one.signal, facts.get_or_insert_with(|| Facts::of(lead, playbook))))
        .map(|one| one.signal.clone())
        .collect()
}

/// Whether a person has answered with no what this signal says of a fact: they know better.
pub fn is_denied(key: &str, lead: &Lead, playbook: &Playbook) -> bool {
    refused(lead, playbook).any(|one| one.signal == key)
}

/// The questions that people have answered with no.
fn refused<'a>(lead: &'a Lead, playbook: &'a Playbook) -> impl Iterator<Item = &'a Criterion> {
    let asked = playbook.qualification.asked().filter(|_| !lead.answers.is_empty());
    let is_no =
        |answered: &Answered| answered.finding == Finding::Bad && !answered.means.is_of_the_house();
    asked.filter(move |one| lead.answers.get(&one.key).is_some_and(is_no))
}

/// Good answers that give points, because no signal of the same fact gives any.
pub fn good<'a>(
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
    .filter(|(one, _)| one.points > 0)
}

/// Whether a signal of a fact holds.
fn holds(key: &str, facts: &Facts) -> bool {
    match signal(key).map(|signal| signal.find) {
        Some(Find::Fact { holds, .. } | Find::Entry { holds, .. }) => holds(facts),
        Some(Find::Answers | Find::Rules | Find::Signs { .. }) | None => false,
    }
}
