//! What each source is worth, by own close rates: proposed, and never applied by itself.

use super::close_rates::{CloseRates, Rate, is_within};
use crate::playbook::{Playbook, Source};
use jiff::Timestamp;

/// Days that are looked back, and those that are enough where as many leads have closed in them.
const DAYS: i64 = 90;
const DAYS_BUSY: i64 = 60;
const BUSY: usize = 30;

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
    pub rate: Rate,
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
    let within = |days: i64| closed.iter().filter(move |lead| is_within(days, lead.at, now));
    let days = if within(DAYS_BUSY).count() >= BUSY { DAYS_BUSY } else { DAYS };
    let rates = CloseRates::of(within(days).map(|lead| (lead.source, lead.won)));
    let weight = |source: &Source| {
        let rate = rates.rate(&source.key);
        let proposed = match rate.is_enough() {
            true => points(rate.rate, rates.overall, playbook.scoring.caps.source),
            false => source.points,
        };
        SourceWeight { source: source.key.clone(), rate, points: source.points, proposed }
    };
    let sources = playbook.sources.iter().map(weight).collect();
    SourceWeights { days, closed: rates.all.closed, won: rates.all.won, sources }
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
    use jiff::SignedDuration;

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
        assert!((better.rate.rate - (40.0 + 20.0 * 45.5 / 121.0) / 80.0).abs() < 1e-12);
        assert!(better.rate.low < 40.0 / 60.0 && 40.0 / 60.0 < better.rate.high);
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
        assert!(of(&weights, one).rate.rate < 0.5, "drawn towards the rate of all");
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
