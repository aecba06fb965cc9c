//! How a pool would share out its leads by own close rates: proposed, and never applied by itself.

use super::close_rates::{CloseRates, Count, Rate, is_within};
use crate::lead::TeammateId;
use crate::playbook::{Playbook, Pool};
use jiff::Timestamp;

/// Days that are looked back.
pub const DAYS: i64 = 90;

/// The weight of somebody who wins as often as all of the pool, so that shares differ in quarters.
const AVERAGE: f64 = 4.0;

/// The most anybody gets is twice the average, the least a quarter of it: nobody is left without
/// leads, and nobody is drowned in them.
const MOST: f64 = 8.0;

/// A lead that has ended, whose it was, and the rule that gave it to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    pub owner: TeammateId,
    pub rule: String,
    pub at: Timestamp,
    pub won: bool,
}

/// What close rates say of a pool, or of all pools together that name nobody.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolWeights {
    /// The key of the pool; empty for those that name nobody.
    pub key: String,
    pub names: Vec<String>,
    pub all: Count,
    pub members: Vec<MemberWeight>,
}

/// What close rates say of one person of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberWeight {
    pub teammate: TeammateId,
    pub rate: Rate,
    pub weight: u32,
    /// The weight they would get; those of all are the same as now where nothing is to change.
    pub proposed: u32,
}

impl PoolWeights {
    /// Whether other shares are proposed than there are.
    pub fn changes(&self) -> bool {
        self.members.iter().any(|one| one.weight != one.proposed)
    }

    /// Gives everybody the weight that is proposed.
    pub fn apply(&self, playbook: &mut Playbook) {
        for MemberWeight { teammate, proposed, .. } in &self.members {
            let pool = playbook.routing.pools.iter_mut().find(|pool| pool.key == self.key);
            let member = pool
                .and_then(|pool| pool.members.iter_mut().find(|one| one.teammate == *teammate))
                .map(|member| &mut member.weight);
            let mate = playbook.team.iter_mut().find(|mate| mate.id == *teammate);
            let open = mate.filter(|_| self.key.is_empty()).map(|mate| &mut mate.weight);
            if let Some(weight) = member.or(open) {
                *weight = *proposed;
            }
        }
    }
}

/// Weighs the people of every pool by the leads its rules gave them and that have ended lately.
///
/// Only leads of the same pool are held against one another: others may have been easier.
pub fn pool_weights(ended: &[Ended], playbook: &Playbook, now: Timestamp) -> Vec<PoolWeights> {
    let (open, named): (Vec<&Pool>, Vec<&Pool>) =
        playbook.routing.pools.iter().partition(|pool| pool.members.is_empty());
    let mut groups: Vec<PoolWeights> = Vec::new();
    for pool in named {
        let members = pool.members.iter().map(|one| (one.teammate.as_str(), one.weight));
        groups.push(weighed(&pool.key, &[pool], members.collect(), ended, playbook, now));
    }
    if !open.is_empty() {
        let mates = playbook.team.iter().filter(|mate| mate.active);
        let members = mates.map(|mate| (mate.id.as_str(), mate.weight)).collect();
        groups.push(weighed("", &open, members, ended, playbook, now));
    }
    groups
}

fn weighed(
    key: &str,
    pools: &[&Pool],
    members: Vec<(&str, u32)>,
    ended: &[Ended],
    playbook: &Playbook,
    now: Timestamp,
) -> PoolWeights {
    let is_of_pool = |rule: &str| {
        let rule = playbook.routing.rules.iter().find(|one| one.name == rule);
        rule.is_some_and(|rule| pools.iter().any(|pool| pool.key == rule.pool))
    };
    let of_pool =
        ended.iter().filter(|lead| is_within(DAYS, lead.at, now) && is_of_pool(&lead.rule));
    let is_member = |lead: &&Ended| members.iter().any(|(id, _)| *id == lead.owner);
    let counted = of_pool.filter(is_member).map(|lead| (lead.owner.as_str(), lead.won));
    let rates = CloseRates::of(counted);
    let known: Vec<(&str, u32, Rate)> =
        members.iter().map(|(id, weight)| (*id, *weight, rates.rate(id))).collect();
    let proposed = proposed(&known, rates.overall);
    let members = known.into_iter().zip(proposed).map(|((id, weight, rate), proposed)| {
        MemberWeight { teammate: id.to_owned(), rate, weight, proposed }
    });
    PoolWeights {
        key: key.to_owned(),
        names: pools.iter().map(|pool| pool.name.clone()).collect(),
        all: rates.all,
        members: members.collect(),
    }
}

/// The weights by close rates in the smallest numbers; those there are where too little has ended, and
/// where the shares would be the same.
fn proposed(members: &[(&str, u32, Rate)], overall: f64) -> Vec<u32> {
    let now: Vec<u32> = members.iter().map(|(_, weight, _)| *weight).collect();
    if members.iter().filter(|(.., rate)| rate.is_enough()).count() < 2 {
        return now;
    }
    let weight = |rate: &Rate| match rate.is_enough() {
        true => (AVERAGE * rate.rate / overall).round().clamp(1.0, MOST) as u32,
        false => AVERAGE as u32,
    };
    let wanted = smallest(&members.iter().map(|(.., rate)| weight(rate)).collect::<Vec<u32>>());
    if wanted == smallest(&now) { now } else { wanted }
}

/// The same shares in the smallest whole numbers.
fn smallest(weights: &[u32]) -> Vec<u32> {
    let divisor = weights.iter().copied().fold(0, common).max(1);
    weights.iter().map(|weight| weight / divisor).collect()
}

/// The greatest number that divides both.
fn common(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { common(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::fixture::{at, house};
    use crate::playbook::{Member, Rule};

    const NOW: &str = "2026-05-04T09:00";

    fn ended(owner: &str, rule: &str, won: usize, lost: usize) -> Vec<Ended> {
        let at = at("2026-03-01T09:00");
        let of = |won| Ended { owner: owner.into(), rule: rule.into(), at, won };
        [vec![of(true); won], vec![of(false); lost]].concat()
    }

    /// A pool of Ann and Ben that gets what its one rule gives it.
    fn playbook() -> Playbook {
        let mut playbook = house(&["ann", "ben", "cleo"]);
        let member = |id: &str| Member { teammate: id.into(), weight: 1 };
        playbook.routing.pools = vec![Pool {
            key: "uk".into(),
            name: "UK".into(),
            skills: Vec::new(),
            members: vec![member("ann"), member("ben")],
        }];
        playbook.routing.rules = vec![Rule {
            name: "British".into(),
            pool: "uk".into(),
            skills: Vec::new(),
            conditions: Vec::new(),
        }];
        playbook
    }

    fn weights(past: &[Ended], playbook: &Playbook) -> Vec<(u32, u32)> {
        let groups = pool_weights(past, playbook, at(NOW));
        groups[0].members.iter().map(|one| (one.weight, one.proposed)).collect()
    }

    #[test]
    fn who_wins_more_of_the_same_leads_is_proposed_a_larger_share_and_no_one_else_counts() {
        let mut playbook = playbook();
        let past = [ended("ann", "British", 30, 30), ended("ben", "British", 15, 45)].concat();
        // Overall 45.5 / 121; Ann (30 + 20 × 0.376) / 80 = 0.469, Ben (15 + 20 × 0.376) / 80 = 0.282.
        assert_eq!(weights(&past, &playbook), [(1, 5), (1, 3)]);
        let others =
            [past.clone(), ended("cleo", "British", 40, 0), ended("ben", "by hand", 40, 0)]
                .concat();
        assert_eq!(weights(&others, &playbook), [(1, 5), (1, 3)]);
        let group = &pool_weights(&past, &playbook, at(NOW))[0];
        assert_eq!(group.all, Count { closed: 120, won: 45 });
        let ann = &group.members[0].rate;
        assert!(ann.low < 0.5 && 0.5 < ann.high && ann.own() == 0.5);
        group.apply(&mut playbook);
        assert_eq!(weights(&past, &playbook), [(5, 5), (3, 3)], "what is so is not proposed again");
    }

    #[test]
    fn a_few_leads_and_old_ones_change_nothing() {
        let playbook = playbook();
        let few = [ended("ann", "British", 4, 0), ended("ben", "British", 0, 30)].concat();
        assert_eq!(weights(&few, &playbook), [(1, 1), (1, 1)]);
        let alike = [ended("ann", "British", 11, 19), ended("ben", "British", 9, 21)].concat();
        assert_eq!(weights(&alike, &playbook), [(1, 1), (1, 1)]);
        let past = [ended("ann", "British", 30, 0), ended("ben", "British", 0, 30)].concat();
        let late = pool_weights(&past, &playbook, at("2026-07-01T09:00"));
        assert!(!late[0].changes() && late[0].all.closed == 0);
    }

    #[test]
    fn pools_that_name_nobody_share_the_weights_of_the_teammates() {
        let mut playbook = playbook();
        playbook.routing.pools[0].members.clear();
        playbook.team[2].active = false;
        let past = [ended("ann", "British", 0, 40), ended("ben", "British", 40, 0)].concat();
        let groups = pool_weights(&past, &playbook, at(NOW));
        assert_eq!((groups.len(), groups[0].key.as_str(), groups[0].members.len()), (1, "", 2));
        groups[0].apply(&mut playbook);
        assert!(playbook.team[1].weight > playbook.team[0].weight);
        assert_eq!(playbook.team[2].weight, 1);
    }
}
