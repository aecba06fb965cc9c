//! How often leads of one kind are won beside those of the others, when only a few have ended.

use super::interval::wilson;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Leads by which every kind is drawn towards the rate of all.
const PRIOR: f64 = 20.0;

/// Closed leads without which nothing is proposed for a kind.
pub const LEADS_LEAST: usize = 5;

/// How many leads have ended, and how many of them were won.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub closed: usize,
    pub won: usize,
}

/// The close rate of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub count: Count,
    /// The close rate drawn towards that of all.
    pub rate: f64,
    /// Bounds within which its own close rate lies with 95 % confidence.
    pub low: f64,
    pub high: f64,
}

impl Rate {
    /// Whether enough leads have ended to propose anything.
    pub fn is_enough(&self) -> bool {
        self.count.closed >= LEADS_LEAST
    }

    /// The share that was won, nothing drawn anywhere.
    pub fn own(&self) -> f64 {
        if self.count.closed == 0 { 0.0 } else { self.count.won as f64 / self.count.closed as f64 }
    }
}

/// The close rates of several kinds, and of all together.
#[derive(Clone, Debug, PartialEq)]
pub struct CloseRates<'a> {
    pub all: Count,
    /// The rate towards which each is drawn.
    pub overall: f64,
    counts: BTreeMap<&'a str, Count>,
}

impl<'a> CloseRates<'a> {
    /// Counts leads by their kind and whether they were won.
    pub fn of(leads: impl IntoIterator<Item = (&'a str, bool)>) -> CloseRates<'a> {
        let (mut counts, mut all): (BTreeMap<&str, Count>, _) = (BTreeMap::new(), Count::default());
        for (kind, won) in leads {
            for count in [counts.entry(kind).or_default(), &mut all] {
                count.closed += 1;
                count.won += usize::from(won);
            }
        }
        let overall = (all.won as f64 + 0.5) / (all.closed as f64 + 1.0);
        CloseRates { all, overall, counts }
    }

    /// The rate of one kind; that of all where none of it has ended.
    pub fn rate(&self, kind: &str) -> Rate {
        let count = self.counts.get(kind).copied().unwrap_or_default();
        let rate = (count.won as f64 + PRIOR * self.overall) / (count.closed as f64 + PRIOR);
        let (low, high) = wilson(count.won, count.closed);
        Rate { count, rate, low, high }
    }
}

/// Whether something happened in so many days before now.
pub fn is_within(days: i64, at: Timestamp, now: Timestamp) -> bool {
    at <= now && now.duration_since(at) <= SignedDuration::from_hours(24 * days)
}
