//! Was it right? The scores of leads that have ended, held against how they ended.

use super::interval::wilson;
use super::learn::{Auc, auc};
use crate::lead::{LeadId, Tier};

/// A lead that has ended, with what it was judged when it came in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    pub score: u8,
    pub tier: Tier,
    pub won: bool,
}

/// How well scores told the won from the lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    pub leads: usize,
    pub won: usize,
    /// The most pressing tier first.
    pub tiers: Vec<OfTier>,
    /// Missing until there is one lead of either end.
    pub auc: Option<Auc>,
}

/// What became of the leads of a tier.
#[derive(Clone, Debug, PartialEq)]
pub struct OfTier {
    pub tier: Tier,
    pub leads: usize,
    pub won: usize,
    /// The share that was won, and bounds within which it lies with 95 % confidence.
    pub rate: f64,
    pub low: f64,
    pub high: f64,
    /// How many times the share of all leads this is; 1 where nothing was won at all.
    pub lift: f64,
}

/// Holds judgements against ends.
pub fn backtest(judged: &[Judged]) -> Backtest {
    let won = judged.iter().filter(|one| one.won).count();
    let overall = won as f64 / judged.len().max(1) as f64;
    let of = |tier: Tier| {
        let own = || judged.iter().filter(|one| one.tier == tier);
        let (leads, won) = (own().count(), own().filter(|one| one.won).count());
        let rate = won as f64 / leads.max(1) as f64;
        let (low, high) = wilson(won, leads);
        let lift = if overall > 0.0 { rate / overall } else { 1.0 };
        OfTier { tier, leads, won, rate, low, high, lift }
    };
    let scores: Vec<f64> = judged.iter().map(|one| f64::from(one.score)).collect();
    let ends: Vec<bool> = judged.iter().map(|one| one.won).collect();
    Backtest {
        leads: judged.len(),
        won,
        tiers: Tier::ALL.into_iter().map(of).collect(),
        auc: auc(&scores, &ends),
    }
}

/// A lead judged by two versions of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rejudged {
    pub lead: LeadId,
    pub before: Tier,
    pub after: Tier,
    pub won: bool,
}

/// Leads that another version would put into another tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    pub from: Tier,
    pub to: Tier,
    pub leads: usize,
    pub won: usize,
    /// The first of them.
    pub first: Vec<LeadId>,
}

/// Leads of a move that are named.
const NAMED_MAX: usize = 20;

/// Who would change tier, from the most pressing tier down.
pub fn moves(rejudged: &[Rejudged]) -> Vec<Move> {
    let pairs = Tier::ALL.into_iter().flat_map(|from| Tier::ALL.map(|to| (from, to)));
    let of = |(from, to): (Tier, Tier)| {
        let own = || rejudged.iter().filter(move |one| (one.before, one.after) == (from, to));
        Move {
            from,
            to,
            leads: own().count(),
            won: own().filter(|one| one.won).count(),
            first: own().take(NAMED_MAX).map(|one| one.lead).collect(),
        }
    };
    pairs.filter(|(from, to)| from != to).map(of).filter(|one| one.leads > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(score: u8, tier: Tier, won: usize, lost: usize) -> Vec<Judged> {
        let of = |won| Judged { score, tier, won };
        [vec![of(true); won], vec![of(false); lost]].concat()
    }

    #[test]
    fn each_tier_says_what_became_of_its_leads() {
        let past = [judged(90, Tier::Urgent, 6, 4), judged(30, Tier::Low, 4, 26)].concat();
        let told = backtest(&past);
        assert_eq!((told.leads, told.won), (40, 10));
        let [urgent, high, _, low] = &told.tiers[..] else { panic!("four tiers") };
        assert_eq!((urgent.leads, urgent.won, urgent.rate, urgent.lift), (10, 6, 0.6, 2.4));
        assert!(urgent.low > 0.3 && urgent.high < 0.85);
        assert_eq!((high.leads, high.low, high.high), (0, 0.0, 1.0));
        assert!((low.lift - 4.0 / 30.0 / 0.25).abs() < 1e-12);
        let area = told.auc.expect("both ends");
        assert!(
            (area.auc - (0.6 * 26.0 / 30.0 + 0.5 * (0.6 * 4.0 / 30.0 + 0.4 * 26.0 / 30.0))).abs()
                < 1e-12
        );
        assert!(area.low < area.auc && area.auc < area.high);
    }

    #[test]
    fn without_an_end_nothing_is_claimed() {
        assert_eq!(backtest(&[]).auc, None);
        let lost = backtest(&judged(50, Tier::Medium, 0, 9));
        assert_eq!((lost.auc, lost.tiers[2].lift), (None, 1.0));
    }

    #[test]
    fn who_would_change_tier_is_named_with_how_they_ended() {
        let one = |lead, before, after, won| Rejudged { lead: LeadId(lead), before, after, won };
        let told = moves(&[
            one(1, Tier::Low, Tier::High, true),
            one(2, Tier::Low, Tier::Low, false),
            one(3, Tier::Urgent, Tier::Medium, false),
            one(4, Tier::Low, Tier::High, false),
        ]);
        let short: Vec<_> = told.iter().map(|one| (one.from, one.to, one.leads, one.won)).collect();
        assert_eq!(short, [(Tier::Urgent, Tier::Medium, 1, 0), (Tier::Low, Tier::High, 2, 1)]);
        assert_eq!(told[1].first, [LeadId(1), LeadId(4)]);
    }
}
