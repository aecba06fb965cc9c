//! From a lead to its owner: whom the source named, whom they know, whose turn it is.
//!
//! The order is that of the trade: a named owner, then the owner of the same person or firm, then
//! the first matching rule and the turns of its pool, then the fallback owner. Each way not taken
//! is written down with its reason. Where one person works alone no rule is asked.

use super::{decision, eligibility, misroute, rotation};
use crate::capability::{Situation, Tie};
use crate::lead::{Decision, Lead, TeammateId, Verdict};
use crate::playbook::{Door, Playbook, Pool, Rule, brief, failed, lacking};
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
        .or_else(|| known(lead, situation, now, &mut decision))
        .or_else(|| only_one(playbook, &mut decision))
        .or_else(|| from_a_pool(lead, situation, now, &[], &mut decision))
        .unwrap_or_else(|| left_over(lead, playbook, now, &mut decision));
    (owner, decision)
}

/// The fallback owner, or who stands in where that one is away or was wrong, and what would have to be
/// known for a rule to name somebody else.
///
/// Where a rule has matched and its people are all busy, nothing is lacking.
fn left_over(
    lead: &Lead,
    playbook: &Playbook,
    now: Timestamp,
    decision: &mut Decision,
) -> TeammateId {
    if decision.candidates.is_empty() {
        let rules = playbook.routing.rules.iter();
        let keys: BTreeSet<&str> = rules.flat_map(|rule| lacking(rule, lead)).collect();
        decision.lacking = keys.into_iter().map(str::to_owned).collect();
    }
    let owner = misroute::fallback(lead, playbook, now);
    let is_fallback = owner == playbook.fallback_owner();
    let rule = if is_fallback { decision::FALLBACK } else { decision::NEXT_BEST };
    decision.rule = rule.to_owned();
    let cover = cover(lead, playbook, &owner, now).map(str::to_owned);
    match cover {
        Some(cover) if is_fallback => {
            let why = eligibility::absence(playbook, &owner, now).unwrap_or_default();
            let name = decision::name_of(playbook, &owner);
            decision.pass_over(rule, format!("{name}: {why}"));
            decision.covers = Some(owner);
            cover
        }
        Some(_) | None => owner,
    }
}

/// Whoever works here alone takes whatever comes: away, full or out of hours.
fn only_one(playbook: &Playbook, decision: &mut Decision) -> Option<TeammateId> {
    let mate = playbook.only_one()?;
    decision.rule = decision::ONLY_ONE.to_owned();
    Some(mate.id.clone())
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

/// The owner the source itself named, by id, e-mail address or name, or whoever keyed the lead in.
fn named(lead: &Lead, playbook: &Playbook, decision: &mut Decision) -> Option<TeammateId> {
    let wanted = lead.wanted_owner.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
    let by_hand = lead.imports.is_empty()
        && playbook.source(&lead.source).is_some_and(|it| it.door == Door::Manual);
    let rule = if by_hand { decision::CHOSEN } else { decision::NAMED };
    match playbook.teammate_called(wanted) {
        Some(mate) if lead.was_wrong(&mate.id) => {
            decision.pass_over(rule, format!("{}: {}", mate.name, decision::WRONG));
        }
        Some(mate) if mate.active => {
            decision.rule = rule.to_owned();
            return Some(mate.id.clone());
        }
        Some(mate) => decision.pass_over(rule, format!("{}: {}", mate.name, decision::LEFT)),
        None => {
            let wanted = brief(wanted);
            decision.pass_over(rule, format!("{wanted} is not in the team"));
        }
    }
    None
}

/// The owner of another lead of the same person, else of the same firm, else with the same number,
/// unless they are away.
fn known(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    decision: &mut Decision,
) -> Option<TeammateId> {
    let routing = &situation.playbook.routing;
    for (tie, rule, is_kept) in [
        (Tie::SamePerson, decision::RETURNING, routing.keep_person),
        (Tie::SameFirm, decision::FIRM, routing.keep_firm),
        (Tie::SameNumber, decision::NUMBER, routing.keep_firm),
    ] {
        if !is_kept {
            continue;
        }
        let kin = situation.kin.iter().filter(|kin| kin.tie == tie);
        for (kin, owner) in kin.filter_map(|kin| Some((kin.id, kin.owner.as_deref()?))) {
            if lead.was_wrong(owner) {
                continue;
            }
            match eligibility::absence(situation.playbook, owner, now) {
                None => {
                    decision.rule = rule.to_owned();
                    decision.kin = Some(kin);
                    return Some(owner.to_owned());
                }
                Some(why) => {
                    let name = decision::name_of(situation.playbook, owner);
                    decision.pass_over(rule, format!("{name}: {why}"));
                    if let Some(cover) = cover(lead, situation.playbook, owner, now) {
                        decision.rule = rule.to_owned();
                        decision.kin = Some(kin);
                        decision.covers = Some(owner.to_owned());
                        return Some(cover.to_owned());
                    }
                }
            }
        }
    }
    None
}

/// Who stands in for an owner they know, and was not the wrong one.
fn cover<'a>(lead: &Lead, playbook: &'a Playbook, owner: &str, now: Timestamp) -> Option<&'a str> {
    eligibility::cover(playbook, owner, now).filter(|cover| !lead.was_wrong(cover))
}

/// Whoever's turn it is in the pool of the first rule that matches; of the next one that does where
/// somebody of the first was the wrong one and nobody else is there.
fn from_a_pool(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    offered: &[TeammateId],
    decision: &mut Decision,
) -> Option<TeammateId> {
    for rule in &situation.playbook.routing.rules {
        let pool = match matching(rule, lead, situation.playbook) {
            Ok(pool) => pool,
            Err(why) => {
                decision.pass_over(&rule.name, why);
                continue;
            }
        };
        decision.candidates = eligibility::candidates(lead, (rule, pool), situation, now, offered);
        if let Some(chosen) = rotation::next(&decision.candidates) {
            decision.rule = rule.name.clone();
            decision.pool = pool.key.clone();
            let chosen = &mut decision.candidates[chosen];
            chosen.verdict = Verdict::Chosen;
            return Some(chosen.teammate.clone());
        }
        decision
            .pass_over(&rule.name, format!("{}{} can take it now", decision::NOBODY_OF, pool.name));
        if lead.misroutes.is_empty() {
            return None;
        }
    }
    None
}

/// The pool to which a rule gives a lead, or why it does not. A rule that asks for what is gone is
/// skipped, whatever it says beside that.
pub fn matching<'a>(rule: &Rule, lead: &Lead, playbook: &'a Playbook) -> Result<&'a Pool, String> {
    if let Some(gone) = rule.conditions.iter().find(|one| !playbook.knows_fact(&one.field)) {
        return Err(format!("skipped, for there is no field “{}”", brief(&gone.field)));
    }
    if misroute::is_wrong_about(rule, lead) {
        return Err("it was wrong about this lead".to_owned());
    }
    if let Some(why) = rule.conditions.iter().find_map(|one| failed(one, lead, playbook)) {
        return Err(why);
    }
    let none = || format!("skipped, for there is no pool “{}”", brief(&rule.pool));
    playbook.pool(&rule.pool).ok_or_else(none)
}
