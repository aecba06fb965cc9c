//! Whose turn it is: a weighted rotation in which leave costs nobody a turn and earns nobody one.
//!
//! Each lead gives everyone who could take it credit by weight; whoever has the most takes it and
//! pays what was given. Who could not take it neither gains nor pays, so somebody back from leave
//! finds their share as they left it and is not flooded. Between equals, the one with fewer open
//! leads goes first, then the order of the pool: the turns keep the share fair over weeks, the load
//! decides wherever they leave a choice.

use crate::lead::{Candidate, Decision, TeammateId, Verdict};
use std::cmp::Reverse;

/// The place of the candidate whose turn it is; `None` if nobody can take it.
pub fn next(candidates: &[Candidate]) -> Option<usize> {
    candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.verdict == Verdict::Eligible)
        .max_by_key(|(nth, candidate)| (owed(candidate), Reverse(candidate.open), Reverse(*nth)))
        .map(|(nth, _)| nth)
}

/// What somebody is owed in a pool, in weights, this lead counted.
fn owed(candidate: &Candidate) -> i64 {
    candidate.credit.unwrap_or(0).saturating_add(i64::from(candidate.weight))
}

/// What put somebody before all others who could have taken a lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    OnlyOne,
    /// They were the furthest behind their share.
    Behind,
    /// These were as far behind, and have more open leads.
    FewerOpen(Vec<TeammateId>),
    /// These were as far behind and have as many open leads, and stand behind them in the pool.
    First(Vec<TeammateId>),
}

/// Why it was the turn of whoever a pool gave a lead to; nothing where no pool did, or where it was
/// not written down.
pub fn turn(decision: &Decision) -> Option<Turn> {
    let could: Vec<&Candidate> =
        decision.candidates.iter().filter(|one| is_able(&one.verdict)).collect();
    let chosen = could.iter().find(|one| one.verdict == Verdict::Chosen)?;
    chosen.credit?;
    let level =
        could.iter().filter(|one| one.verdict != Verdict::Chosen && owed(one) == owed(chosen));
    let (equal, more): (Vec<&Candidate>, Vec<&Candidate>) =
        level.partition(|one| one.open <= chosen.open);
    let names = |all: Vec<&Candidate>| all.into_iter().map(|one| one.teammate.clone()).collect();
    Some(match (could.len(), equal.is_empty(), more.is_empty()) {
        (1, ..) => Turn::OnlyOne,
        (_, true, true) => Turn::Behind,
        (_, true, false) => Turn::FewerOpen(names(more)),
        (_, false, _) => Turn::First(names(equal)),
    })
}

/// By how many leads somebody who could take one is behind their share of the pool, this one counted;
/// below 0 where they are ahead of it.
pub fn behind(decision: &Decision, candidate: &Candidate) -> Option<f64> {
    candidate.credit.filter(|_| is_able(&candidate.verdict))?;
    let could = decision.candidates.iter().filter(|one| is_able(&one.verdict));
    let all: u32 = could.map(|one| one.weight).sum();
    Some(owed(candidate) as f64 / f64::from(all.max(1)))
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

    use std::collections::BTreeMap;

    type Turns = BTreeMap<(String, TeammateId), i64>;

    fn candidate(id: &str, weight: u32, open: u32) -> Candidate {
        Candidate { teammate: id.into(), verdict: Verdict::Eligible, weight, open, credit: None }
    }

    /// The decision to whom the next lead goes.
    fn given(candidates: &[Candidate], turns: &Turns) -> Decision {
        let credit = |one: &Candidate| turns.get(&("uk".into(), one.teammate.clone())).copied();
        let with = |one: &Candidate| Candidate { credit: credit(one).or(Some(0)), ..one.clone() };
        let mut candidates: Vec<Candidate> = candidates.iter().map(with).collect();
        let chosen = next(&candidates).expect("somebody can take it");
        candidates[chosen].verdict = Verdict::Chosen;
        Decision { pool: "uk".into(), candidates, ..Decision::default() }
    }

    /// Shares out so many leads and says who got them, in order.
    fn share(leads: usize, candidates: &[Candidate], turns: &mut Turns) -> Vec<String> {
        let mut order = Vec::new();
        for _ in 0..leads {
            let decision = given(candidates, turns);
            let chosen = decision.candidates.iter().find(|one| one.verdict == Verdict::Chosen);
            order.push(chosen.expect("somebody can take it").teammate.clone());
            for (place, credit) in turns_after(&decision) {
                *turns.entry(place).or_default() += credit;
            }
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
    fn whose_turn_it_was_is_told_by_what_decided() {
        let mut turns = Turns::new();
        let team = [candidate("a", 1, 2), candidate("b", 1, 2), candidate("c", 1, 5)];
        let told = |turns: &Turns, team: &[Candidate]| {
            let decision = given(team, turns);
            let behind = decision.candidates.iter().map(|one| behind(&decision, one));
            (
                turn(&decision),
                behind.map(|one| one.map(|one| (one * 10.0).round() / 10.0)).collect(),
            )
        };
        let first: (_, Vec<_>) = told(&turns, &team);
        assert_eq!(first, (Some(Turn::First(vec!["b".into()])), vec![Some(0.3); 3]));
        share(1, &team, &mut turns);
        let second = told(&turns, &team);
        let behind = vec![Some(-0.3), Some(0.7), Some(0.7)];
        assert_eq!(second, (Some(Turn::FewerOpen(vec!["c".into()])), behind));
        share(1, &team, &mut turns);
        let third = told(&turns, &team);
        assert_eq!(third, (Some(Turn::Behind), vec![Some(0.0), Some(0.0), Some(1.0)]));
        let mut alone = team.clone();
        alone[0].verdict = Verdict::Excluded("away".into());
        alone[1].verdict = Verdict::Excluded("away".into());
        let only = (Some(Turn::OnlyOne), vec![None, None, Some(3.0)]);
        assert_eq!(told(&turns, &alone), only);

        let mut old = given(&team, &turns);
        old.candidates.iter_mut().for_each(|one| one.credit = None);
        assert_eq!(turn(&old), None, "older versions did not write it down");
    }

    #[test]
    fn what_was_given_by_hand_changes_no_turn() {
        assert!(turns_after(&super::super::decision::by_hand("knows them".into())).is_empty());
    }
}
