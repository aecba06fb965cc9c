//! Who of a pool can take a lead now, and what keeps the others from it.

use super::decision;
use crate::capability::{Load, Situation};
use crate::lead::hours::Calendar;
use crate::lead::{Candidate, Lead, TeammateId, Verdict};
use crate::playbook::{Playbook, Pool, Rule, Skill, Teammate, level_of};
use jiff::Timestamp;

/// Everyone of a pool, in its order, each with what keeps them from this lead, if anything.
pub fn candidates(
    lead: &Lead,
    (rule, pool): (&Rule, &Pool),
    situation: &Situation,
    now: Timestamp,
    offered: &[TeammateId],
) -> Vec<Candidate> {
    let playbook = situation.playbook;
    let needed = needed(pool, Some(rule));
    let house = playbook.calendar();
    let hours_count = do_hours_count(lead, pool, playbook, &house, now);
    members(pool, playbook)
        .map(|(teammate, weight)| {
            let load = situation.loads.get(teammate).copied().unwrap_or_default();
            let obstacle = absence(playbook, teammate, now)
                .or_else(|| (weight == 0).then(|| "has no share in this pool".to_owned()))
                .or_else(|| lacking_skill(playbook, &needed, teammate))
                .or_else(|| lead.was_wrong(teammate).then(|| decision::WRONG.to_owned()))
                .or_else(|| asked_before(teammate, offered))
                .or_else(|| out_of_hours(playbook, teammate, &house, now).filter(|_| hours_count))
                .or_else(|| desk_full(load, most_of(playbook, teammate)));
            let verdict = obstacle.map_or(Verdict::Eligible, Verdict::Excluded);
            let place = (pool.key.clone(), teammate.to_owned());
            let credit = Some(situation.turns.get(&place).copied().unwrap_or(0));
            Candidate { teammate: place.1, verdict, weight, open: load.open, credit }
        })
        .collect()
}

/// What a pool and the rule that gives to it ask for.
fn needed<'a>(pool: &'a Pool, rule: Option<&'a Rule>) -> Vec<&'a Skill> {
    pool.skills.iter().chain(rule.into_iter().flat_map(|rule| &rule.skills)).collect()
}

/// How many of a pool work here now and can do what it and a rule need.
pub fn active_count(pool: &Pool, rule: Option<&Rule>, playbook: &Playbook) -> usize {
    let needed = needed(pool, rule);
    let could = |mate: &str| {
        playbook.active(mate).is_some() && lacking_skill(playbook, &needed, mate).is_none()
    };
    members(pool, playbook).filter(|(mate, _)| could(mate)).count()
}

/// Why somebody is not here today at all: gone, or on leave.
pub fn absence(playbook: &Playbook, teammate: &str, now: Timestamp) -> Option<String> {
    let Some(mate) = playbook.active(teammate) else {
        return Some(decision::LEFT.to_owned());
    };
    if mate.away.is_empty() {
        return None;
    }
    let today = playbook.calendar().day_of(now);
    let away = mate.away.iter().filter(|away| away.from <= today && today <= away.to);
    away.map(|away| away.to)
        .max()
        .map(|until| format!("away until {}", until.strftime("%a %-d %b")))
}

/// Who takes what would be somebody's while they are away: their backup, if that one is here.
pub fn cover<'a>(playbook: &'a Playbook, teammate: &str, now: Timestamp) -> Option<&'a str> {
    let mate = playbook.active(teammate).filter(|mate| !playbook.is_here(&mate.id, now))?;
    Some(mate.backup.as_str()).filter(|backup| playbook.is_here(backup, now))
}

/// The ids of a pool with their weights; a pool that names nobody is everyone who is active.
fn members<'a>(
    pool: &'a Pool,
    playbook: &'a Playbook,
) -> impl Iterator<Item = (&'a str, u32)> + 'a {
    let named = pool.members.iter().map(|member| (member.teammate.as_str(), member.weight));
    let everyone = playbook.team.iter().filter(|mate| pool.members.is_empty() && mate.active);
    named.chain(everyone.map(|mate| (mate.id.as_str(), mate.weight)))
}

/// Whether being out of hours keeps somebody from this lead.
///
/// With a clock running it does as long as anybody of the team is there, who can answer sooner.
/// Without one it does only while somebody else of the pool is there: no leads are taken from a
/// pool because of the hour at which they arrive.
fn do_hours_count(
    lead: &Lead,
    pool: &Pool,
    playbook: &Playbook,
    house: &Calendar,
    now: Timestamp,
) -> bool {
    let is_there =
        |mate: &Teammate| playbook.is_here(&mate.id, now) && mate.hours_in(house).is_open(now);
    if playbook.sla.clock.contains_key(&lead.tier()) {
        return playbook.team.iter().any(is_there);
    }
    members(pool, playbook).filter_map(|(id, _)| playbook.teammate(id)).any(is_there)
}

fn lacking_skill(playbook: &Playbook, needed: &[&Skill], teammate: &str) -> Option<String> {
    let mate = playbook.teammate(teammate)?;
    let lacking = needed.iter().find(|skill| !mate.has_skill(skill))?;
    let Skill { name, level } = lacking;
    Some(match level_of(&mate.skills, lacking) {
        0 => format!("lacks the skill {name}"),
        own => format!("has the skill {name} at level {own}, and {level} is needed"),
    })
}

fn asked_before(teammate: &str, offered: &[TeammateId]) -> Option<String> {
    offered.iter().any(|id| id == teammate).then(|| "did not accept in time".to_owned())
}

fn out_of_hours(
    playbook: &Playbook,
    teammate: &str,
    house: &Calendar,
    now: Timestamp,
) -> Option<String> {
    let calendar = playbook.teammate(teammate)?.hours_in(house);
    let back = calendar.next_opening(now);
    (back > now).then(|| {
        let back = house.zone().to_datetime(back).strftime("%a %H:%M");
        format!("outside their hours, back {back}")
    })
}

/// How many open leads somebody may hold unaccepted.
fn most_of(playbook: &Playbook, teammate: &str) -> u32 {
    let own = playbook.teammate(teammate).and_then(|mate| mate.open_unaccepted_max);
    own.unwrap_or(playbook.routing.open_unaccepted_max)
}

fn desk_full(load: Load, most: u32) -> Option<String> {
    (load.unaccepted >= most).then(|| format!("{} of {most} unaccepted", load.unaccepted))
}
