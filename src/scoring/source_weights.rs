//! What each source is worth, by own close rates: proposed, and never applied by itself.

use super::interval::wilson;
use crate::playbook::{Playbook, Source};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Days that are looked back, and those that are enough where as many leads have closed in them.
const DAYS: i64 = 90;
const DAYS_BUSY: i64 = 60;
const BUSY: usize = 30;

/// Leads by which every source is drawn towards the rate of all.
const PRIOR: f64 = 20.0;

/// Closed leads without which nothing is proposed for a source.
const LEADS_LEAST: usize = 5;

/// A lead that was won or lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closed<'a> {
    pub source: &'a str,
    pub at: Timestamp,
    pub won: bool,
}

/// What own close rates say of all sources.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceWeights {
    /// Days that were looked back.
    pub days: i64,
    pub closed: usize,
    pub won: usize,
    /// In the order of the playbook.
    pub sources: Vec<SourceWeight>,
}

/// What own close rates say of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceWeight {
    pub source: String,
    pub closed: usize,
    pub won: usize,
    /// The close rate drawn towards that of all leads.
    pub rate: f64,
    /// Bounds within which its own close rate lies with 95 % confidence.
    pub low: f64,
    pub high: f64,
    pub points: i32,
    /// The points it would get; the same as now where too few leads have closed.
    pub proposed: i32,
}

impl SourceWeight {
    /// Whether other points are proposed than it has.
    pub fn changes(&self) -> bool {
        self.points != self.proposed
    }
}

/// Weighs every source of a playbook by the leads that have closed lately.
pub fn source_weights(closed: &[Closed], playbook: &Playbook, now: Timestamp) -> SourceWeights {
    let within = |days: i64| {
        let span = SignedDuration::from_hours(24 * days);
        move |lead: &&Closed| lead.at <= now && now.duration_since(lead.at) <= span
    };
    let busy = closed.iter().filter(within(DAYS_BUSY)).count() >= BUSY;
    let days = if busy { DAYS_BUSY } else { DAYS };
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for lead in closed.iter().filter(within(days)) {
        let count = counts.entry(lead.source).or_default();
        *count = (count.0 + 1, count.1 + usize::from(lead.won));
    }
    let all = counts.values().map(|(closed, _)| closed).sum();
    let won = counts.values().map(|(_, won)| won).sum();
    let overall = (won as f64 + 0.5) / (all as f64 + 1.0);
    let weight = |source: &Source| {
        let (closed, won) = counts.get(source.key.as_str()).copied().unwrap_or_default();
        let rate = (won as f64 + PRIOR * overall) / (closed as f64 + PRIOR);
        let (low, high) = wilson(won, closed);
        let proposed = match closed >= LEADS_LEAST {
            true => points(rate, overall, playbook.scoring.caps.source),
            false => source.points,
        };
        let source_key = source.key.clone();
        SourceWeight {
            source: source_key,
            closed,
            won,
            rate,
            low,
            high,
            points: source.points,
            proposed,
        }
    };
    SourceWeights { days, closed: all, won, sources: playbook.sources.iter().map(weight).collect() }
}

/// A third of the most there can be for a rate like that of all leads, a third more for twice the
/// odds, and none for half of them.
fn points(rate: f64, overall: f64, most: i32) -> i32 {
    let odds = |rate: f64| rate / (1.0 - rate);
    let doublings = (odds(rate) / odds(overall)).log2();
    let third = f64::from(most) / 3.0;
    let points = (third + third * doublings).round();
    points.clamp(0.0, f64::from(most.max(0))) as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    const NOW: &str = "2026-05-04T09:00:00Z";

    fn now() -> Timestamp {
        NOW.parse().expect("a moment")
    }

    fn closed(source: &str, days_ago: i64, won: usize, lost: usize) -> Vec<Closed<'_>> {
        let at = now() - SignedDuration::from_hours(24 * days_ago);
        let of = |won| Closed { source, at, won };
        [vec![of(true); won], vec![of(false); lost]].concat()
    }

    fn playbook() -> Playbook {
        starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
    }

    fn of<'a>(weights: &'a SourceWeights, key: &str) -> &'a SourceWeight {
        weights.sources.iter().find(|one| one.source == key).expect("it is a source")
    }

    #[test]
    fn a_source_that_closes_more_is_worth_more_and_one_that_closes_less_is_worth_less() {
        let playbook = playbook();
        let [better, worse] = [&playbook.sources[0].key, &playbook.sources[1].key];
        let past = [closed(better, 10, 40, 20), closed(worse, 20, 5, 55)].concat();
        let weights = source_weights(&past, &playbook, now());
        assert_eq!((weights.days, weights.closed, weights.won), (60, 120, 45));
        let (better, worse) = (of(&weights, better), of(&weights, worse));
        assert!((better.rate - (40.0 + 20.0 * 45.5 / 121.0) / 80.0).abs() < 1e-12);
        assert!(better.low < 40.0 / 60.0 && 40.0 / 60.0 < better.high);
        let most = playbook.scoring.caps.source;
        assert!(better.proposed > most / 3 && better.proposed <= most);
        assert!(worse.proposed < most / 3 && worse.proposed >= 0);
    }

    #[test]
    fn a_few_leads_change_little_and_very_few_nothing() {
        let playbook = playbook();
        let [one, other] = [&playbook.sources[0].key, &playbook.sources[1].key];
        let past = [closed(one, 10, 4, 0), closed(other, 10, 20, 60)].concat();
        let weights = source_weights(&past, &playbook, now());
        assert!(!of(&weights, one).changes(), "four leads prove nothing");
        assert!(of(&weights, one).rate < 0.5, "drawn towards the rate of all");
    }

    #[test]
    fn a_quiet_house_looks_back_ninety_days_and_not_farther() {
        let playbook = playbook();
        let key = &playbook.sources[0].key;
        let past = [closed(key, 80, 5, 5), closed(key, 91, 9, 0), closed(key, -1, 9, 0)].concat();
        let weights = source_weights(&past, &playbook, now());
        assert_eq!((weights.days, weights.closed, weights.won), (90, 10, 5));
    }

    #[test]
    fn without_any_end_nothing_is_proposed() {
        let weights = source_weights(&[], &playbook(), now());
        assert!(weights.sources.iter().all(|source| !source.changes()));
    }
}
