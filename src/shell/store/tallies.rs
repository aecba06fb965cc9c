//! What is counted by day, so that a sum over months costs a few rows and no entries.

use super::tables::TALLIES;
use super::{Reading, Result};
use crate::rows::Tally;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A day begins at midnight in Greenwich, so that no change of zone counts anything anew.
const DAY: i64 = 24 * 3600;

/// The kind, the day since 1970, and what it is counted by within its kind.
type Place<'a> = (u8, u32, &'a str);

impl Tally {
    /// Where it is counted if it came about at this moment.
    pub(super) fn place(&self, at: Timestamp) -> Place<'_> {
        let (kind, by) = match self {
            Tally::HandedOver => (0, ""),
            Tally::TakenOn => (1, ""),
            Tally::SentBack(reason) => (2, reason.as_str()),
            Tally::Routed(rule) => (3, rule.as_str()),
        };
        (kind, day_of(at), by)
    }
}

impl Reading {
    /// What became of leads handed to sales on this day and the days before it, so many in all.
    pub fn handovers(&self, now: Timestamp, days: u32) -> Result<Handovers> {
        let all =
            |tally| -> Result<u64> { Ok(self.tallies(&tally, now, days)?.into_values().sum()) };
        Ok(Handovers {
            handed_over: all(Tally::HandedOver)?,
            taken_on: all(Tally::TakenOn)?,
            sent_back: self.tallies(&Tally::SentBack(String::new()), now, days)?,
        })
    }

    /// How often each rule gave a lead to somebody on this day and the days before it, so many in all.
    pub fn routed(&self, now: Timestamp, days: u32) -> Result<BTreeMap<String, u64>> {
        self.tallies(&Tally::Routed(String::new()), now, days)
    }

    /// The sums of one kind, by what it is counted by.
    fn tallies(&self, like: &Tally, now: Timestamp, days: u32) -> Result<BTreeMap<String, u64>> {
        let Some(table) = self.table(TALLIES)? else { return Ok(BTreeMap::new()) };
        let (kind, today, _) = like.place(now);
        let first = (today + 1).saturating_sub(days);
        let mut sums = BTreeMap::new();
        for row in table.range((kind, first, "")..(kind, today + 1, ""))? {
            let (place, count) = row?;
            *sums.entry(place.value().2.to_owned()).or_default() += u64::from(count.value());
        }
        Ok(sums)
    }
}

/// What became of leads that were handed over.
pub struct Handovers {
    pub handed_over: u64,
    pub taken_on: u64,
    /// By reason.
    pub sent_back: BTreeMap<String, u64>,
}

fn day_of(at: Timestamp) -> u32 {
    u32::try_from(at.as_second().div_euclid(DAY)).unwrap_or_default()
}
