//! What came in within a time: leads by when they were captured, found without reading them all.

use super::tables::{LOADS, TURNS};
use super::{Reading, Result};
use crate::lead::{LeadId, Seq, TeammateId};
use crate::rows::NOBODY;
use jiff::Timestamp;
use std::collections::BTreeMap;

impl Reading {
    /// Leads that were recorded from one moment to before another, in order, at most `limit`.
    pub fn leads_between(
        &self,
        from: Timestamp,
        until: Timestamp,
        limit: usize,
    ) -> Result<Vec<LeadId>> {
        let (first, end) = (self.first_entry_at(from)?, self.first_entry_at(until)?);
        let mut leads = self.lead_ids_after(LeadId(first.saturating_sub(1)), limit)?;
        leads.retain(|lead| lead.0 < end);
        Ok(leads)
    }

    /// The first entry that was recorded at a moment or after it; one behind the last if none was.
    ///
    /// Time never runs backwards in the journal, so that halves can be left out.
    fn first_entry_at(&self, at: Timestamp) -> Result<Seq> {
        let (mut low, mut high) = (1, self.last_seq()? + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.entry(middle)? {
                Some(entry) if entry.at < at => low = middle + 1,
                Some(_) | None => high = middle,
            }
        }
        Ok(low)
    }

    /// Open leads that nobody owns: none, unless something is wrong.
    pub fn ownerless(&self) -> Result<u32> {
        let Some(table) = self.table(LOADS)? else { return Ok(0) };
        Ok(table.get(NOBODY)?.map_or(0, |row| row.value().0))
    }

    /// Whose turn it is in each pool.
    pub fn turns(&self) -> Result<BTreeMap<(String, TeammateId), i64>> {
        let Some(table) = self.table(TURNS)? else { return Ok(BTreeMap::new()) };
        table
            .range::<(&str, &str)>(..)?
            .map(|row| {
                let (key, credit) = row?;
                let (pool, teammate) = key.value();
                Ok(((pool.to_owned(), teammate.to_owned()), credit.value()))
            })
            .collect()
    }
}
