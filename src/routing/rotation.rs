//! Whose turn it is: a weighted rotation in which leave costs nobody a turn and earns nobody one.
//!
//! Each lead gives everyone who could take it credit by weight; whoever has the most takes it and
//! pays what was given. Who could not take it neither gains nor pays, so somebody back from leave
//! finds their share as they left it and is not flooded. Between equals, the one with fewer open
//! leads goes first, then the order of the pool: the turns keep the share fair over weeks, the load
//! decides wherever they leave a choice.

use crate::lead::{Candidate, Decision, TeammateId, Verdict};
use crate::playbook::Pool;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The place of the candidate whose turn it is; `None` if nobody can take it.
pub fn next(
    pool: &Pool,
    candidates: &[Candidate],
    turns: &BTreeMap<(String, TeammateId), i64>,
) -> Option<usize> {
    let credit = |candidate: &Candidate| {
        let key = (pool.key.clone(), candidate.teammate.clone());
        turns.get(&key).copied().unwrap_or(0).saturating_add(i64::from(candidate.weight))
    };
    candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.verdict == Verdict::Eligible)
        .max_by_key(|(nth, candidate)| (credit(candidate), Reverse(candidate.open), Reverse(*nth)))
        .map(|(nth, _)| nth)
}

/// What a written decision changes in the turns: pool, teammate and the credit to add.
///
/// It rests on the decision alone, so the turns can be counted again from the journal.
pub fn turns_after(decision: &Decision) -> Vec<((String, TeammateId), i64)> {
    let could = || decision.candidates.iter().filter(|one| is_able(&one.verdict));
    if decision.pool.is_empty() || !could().any(|one| one.verdict == Verdict::Chosen) {
        return Vec::new();
    }
    let given: i64 = could().map(|one| i64::from(one.weight)).sum();
    could()
        .map(|one| {
            let paid = if one.verdict == Verdict::Chosen { given } else { 0 };
            ((decision.pool.clone(), one.teammate.clone()), i64::from(one.weight) - paid)
        })
        .collect()
}

fn is_able(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Chosen | Verdict::Eligible => true,
        Verdict::Excluded(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Turns = BTreeMap<(String, TeammateId), i64>;

    fn pool() -> Pool {
        Pool { key: "uk".into(), name: "UK".into(), skills: Vec::new(), members: Vec::new() }
    }

    fn candidate(id: &str, weight: u32, open: u32) -> Candidate {
        Candidate { teammate: id.into(), verdict: Verdict::Eligible, weight, open }
    }

    /// Shares out so many leads and says who got them, in order.
    fn share(leads: usize, candidates: &[Candidate], turns: &mut Turns) -> Vec<String> {
        let mut order = Vec::new();
        for _ in 0..leads {
            let mut decision = Decision {
                pool: "uk".into(),
                candidates: candidates.to_vec(),
                ..Decision::default()
            };
            let chosen = next(&pool(), candidates, turns).expect("somebody can take it");
            decision.candidates[chosen].verdict = Verdict::Chosen;
            for (place, credit) in turns_after(&decision) {
                *turns.entry(place).or_default() += credit;
            }
            order.push(candidates[chosen].teammate.clone());
        }
        order
    }

    fn count(order: &[String], id: &str) -> usize {
        order.iter().filter(|one| *one == id).count()
    }

    #[test]
    fn three_people_take_turns_in_the_order_of_the_pool() {
        let team = ["a", "b", "c"].map(|id| candidate(id, 1, 0));
        assert_eq!(share(6, &team, &mut Turns::new()).concat(), "abcabc");
    }

    #[test]
    fn who_was_on_leave_comes_back_to_a_third_and_not_to_a_flood() {
        let mut turns = Turns::new();
        let team = ["a", "b", "c"].map(|id| candidate(id, 1, 0));
        share(7, &team, &mut turns);
        let mut without = team.clone();
        without[0].verdict = Verdict::Excluded("away until Wed 13 May".into());
        let meanwhile = share(30, &without, &mut turns);
        assert_eq!((count(&meanwhile, "b"), count(&meanwhile, "c")), (15, 15));
        let after = share(30, &team, &mut turns);
        assert_eq!(["a", "b", "c"].map(|id| count(&after, id)), [10, 10, 10]);
    }

    #[test]
    fn a_weight_of_two_gets_two_leads_for_one_and_not_in_a_row_of_many() {
        let team = [candidate("a", 2, 0), candidate("b", 1, 0)];
        assert_eq!(share(6, &team, &mut Turns::new()).concat(), "abaaba");
    }

    #[test]
    fn between_equals_the_one_with_fewer_open_leads_goes_first() {
        let team = [candidate("a", 1, 9), candidate("b", 1, 4)];
        assert_eq!(share(1, &team, &mut Turns::new()), ["b"]);
    }

    #[test]
    fn credit_neither_grows_nor_vanishes() {
        let mut turns = Turns::new();
        share(17, &[candidate("a", 3, 0), candidate("b", 2, 1)], &mut turns);
        assert_eq!(turns.values().sum::<i64>(), 0);
    }

    #[test]
    fn what_was_given_by_hand_changes_no_turn() {
        assert!(turns_after(&super::super::decision::by_hand("knows them".into())).is_empty());
    }
}
