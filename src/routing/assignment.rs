//! From a lead to its owner: whom the source named, whom they know, whose turn it is.
//!
//! The order is that of the trade: a named owner, then the owner of the same person or firm, then
//! the first matching rule and the turns of its pool, then the fallback owner. Each way not taken
//! is written down with its reason.

use super::{decision, eligibility, rotation};
use crate::capability::{Situation, Tie};
use crate::lead::{Decision, Lead, TeammateId, Verdict};
use crate::playbook::{Playbook, Pool, Rule, brief, failed, lacking};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Decides who owns a lead, whatever it takes.
pub fn choose(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    occasion: &str,
) -> (TeammateId, Decision) {
    let playbook = situation.playbook;
    let mut decision = Decision { occasion: occasion.to_owned(), ..Decision::default() };
    let owner = named(lead, playbook, &mut decision)
        .or_else(|| known(situation, now, &mut decision))
        .or_else(|| from_a_pool(lead, situation, now, &[], &mut decision))
        .unwrap_or_else(|| left_over(lead, playbook, &mut decision));
    (owner, decision)
}

/// The fallback owner, and what would have to be known for a rule to name somebody else.
///
/// Where a rule has matched and its people are all busy, nothing is lacking.
fn left_over(lead: &Lead, playbook: &Playbook, decision: &mut Decision) -> TeammateId {
    decision.rule = decision::FALLBACK.to_owned();
    if decision.candidates.is_empty() {
        let rules = playbook.routing.rules.iter();
        let keys: BTreeSet<&str> = rules.flat_map(|rule| lacking(rule, lead)).collect();
        decision.lacking = keys.into_iter().map(str::to_owned).collect();
    }
    playbook.fallback_owner().to_owned()
}

/// Decides by the rules alone. There is no owner if nobody can take it.
///
/// `offered` are those who were asked already and did not say yes.
pub fn by_rules(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    offered: &[TeammateId],
    occasion: &str,
) -> (Option<TeammateId>, Decision) {
    let mut decision = Decision { occasion: occasion.to_owned(), ..Decision::default() };
    let owner = from_a_pool(lead, situation, now, offered, &mut decision);
    (owner, decision)
}

/// The owner the source itself named, by id, e-mail address or name.
fn named(lead: &Lead, playbook: &Playbook, decision: &mut Decision) -> Option<TeammateId> {
    let wanted = lead.wanted_owner.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
    match playbook.teammate_called(wanted) {
        Some(mate) if mate.active => {
            decision.rule = decision::NAMED.to_owned();
            return Some(mate.id.clone());
        }
        Some(mate) => {
            decision.pass_over(decision::NAMED, format!("{}: {}", mate.name, decision::LEFT))
        }
        None => {
            let wanted = brief(wanted);
            decision.pass_over(decision::NAMED, format!("{wanted} is not in the team"));
        }
    }
    None
}

/// The owner of another lead of the same person, else of the same firm, unless they are away.
fn known(situation: &Situation, now: Timestamp, decision: &mut Decision) -> Option<TeammateId> {
    for (tie, rule) in [(Tie::SamePerson, decision::RETURNING), (Tie::SameFirm, decision::FIRM)] {
        let kin = situation.kin.iter().filter(|kin| kin.tie == tie);
        for owner in kin.filter_map(|kin| kin.owner.as_deref()) {
            match eligibility::absence(situation.playbook, owner, now) {
                None => {
                    decision.rule = rule.to_owned();
                    return Some(owner.to_owned());
                }
                Some(why) => {
                    let name = decision::name_of(situation.playbook, owner);
                    decision.pass_over(rule, format!("{name}: {why}"));
                    if let Some(cover) = eligibility::cover(situation.playbook, owner, now) {
                        decision.rule = rule.to_owned();
                        return Some(cover.to_owned());
                    }
                }
            }
        }
    }
    None
}

/// Whoever's turn it is in the pool of the first rule that matches.
fn from_a_pool(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    offered: &[TeammateId],
    decision: &mut Decision,
) -> Option<TeammateId> {
    let (rule, pool) = first_match(lead, situation.playbook, decision)?;
    decision.candidates = eligibility::candidates(lead, pool, situation, now, offered);
    let Some(chosen) = rotation::next(pool, &decision.candidates, situation.turns) else {
        decision.pass_over(&rule.name, format!("nobody of {} can take it now", pool.name));
        return None;
    };
    decision.rule = rule.name.clone();
    decision.pool = pool.key.clone();
    let chosen = &mut decision.candidates[chosen];
    chosen.verdict = Verdict::Chosen;
    Some(chosen.teammate.clone())
}

fn first_match<'a>(
    lead: &Lead,
    playbook: &'a Playbook,
    decision: &mut Decision,
) -> Option<(&'a Rule, &'a Pool)> {
    for rule in &playbook.routing.rules {
        let failed = rule.conditions.iter().find_map(|one| failed(one, lead, playbook));
        match (failed, playbook.pool(&rule.pool)) {
            (None, Some(pool)) => return Some((rule, pool)),
            (Some(why), _) => decision.pass_over(&rule.name, why),
            (None, None) => {
                decision.pass_over(&rule.name, format!("there is no pool “{}”", rule.pool));
            }
        }
    }
    None
}
