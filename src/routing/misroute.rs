//! The owner was the wrong one: the next who can take the lead gets it, and nobody twice.

use super::assignment::choose;
use super::decision::name_of;
use crate::capability::Situation;
use crate::command::Refusal;
use crate::lead::{Event, Lead, Misroute, Notice, TeammateId, WrongOwner};
use crate::playbook::{Playbook, Rule};
use jiff::Timestamp;

/// Takes a lead from its owner, for the reason given, and gives it to who is next.
///
/// Refuses where nobody else works here who was not the wrong one before.
pub fn misrouted(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    (why, note): (WrongOwner, String),
) -> Result<Vec<Event>, Refusal> {
    let Some(owner) = &lead.owner else { return Err(Refusal::NobodyElse) };
    let (from, rule) = (owner.teammate.clone(), owner.rule.clone());
    let mut known = lead.clone();
    known.misroutes.push(Misroute { from: from.clone(), rule: rule.clone(), why });
    let occasion = format!("{} was the wrong owner", name_of(situation.playbook, &from));
    let choice = choose(&known, situation, now, &occasion);
    if known.was_wrong(&choice.0) {
        return Err(Refusal::NobodyElse);
    }
    let told = Event::Notified { to: from.clone(), notice: Notice::WasWrong };
    let misrouted = Event::Misrouted { from, rule, why, note };
    let assigned =
        super::assigned(&known, situation, now, choice, super::told_of(Notice::PassedOn));
    Ok(std::iter::once(misrouted).chain(assigned).chain([told]).collect())
}

/// Whether a rule was wrong about a lead, so that it is not asked again. One that asks for nothing
/// says nothing about a lead: only the person was wrong, and the others of its pool still can take it.
pub fn is_wrong_about(rule: &Rule, lead: &Lead) -> bool {
    let asks = !rule.conditions.is_empty();
    asks && lead.misroutes.iter().any(|one| one.why.is_about_the_rule() && one.rule == rule.name)
}

/// Whoever takes what nobody else can and was not the wrong one, as long as there is anybody; beside
/// the fallback owner rather one who is here.
pub fn fallback(lead: &Lead, playbook: &Playbook, now: Timestamp) -> TeammateId {
    let fallback = playbook.fallback_owner();
    if !lead.was_wrong(fallback) {
        return fallback.to_owned();
    }
    let others = playbook.team.iter().rev().filter(|mate| mate.active && !lead.was_wrong(&mate.id));
    others
        .max_by_key(|mate| (playbook.is_here(&mate.id, now), mate.role))
        .map_or(fallback, |mate| &mate.id)
        .to_owned()
}
