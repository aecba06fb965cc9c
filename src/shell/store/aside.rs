//! What arrived and became no lead: it looks like spam, or it says nothing. It is kept, and a person
//! may take it up.

use super::read::Reading;
use super::tables::SUBMISSIONS;
use super::{Result, damaged};
use crate::lead::{Fate, Submission};
use jiff::Timestamp;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The part of a submission by which it is found here.
#[derive(Deserialize)]
struct Glance {
    arrived_at: Timestamp,
    fate: Fate,
}

/// What was put aside, as far as it is shown.
pub struct PutAside {
    /// The newest first.
    pub newest: Vec<Submission>,
    /// How many there are in all.
    pub total: usize,
}

/// The id under which a submission arrives once more when a person takes it up. It is always the
/// same, so that whoever takes it up twice comes to the same lead.
pub fn taken_up(id: Uuid) -> Uuid {
    let hash = Sha256::new().chain_update(b"taken up").chain_update(id.as_bytes()).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

impl Reading {
    /// What became no lead and was not taken up since, at most `limit` of it.
    ///
    /// Looks at every submission there is, about a million a second: for a page that is seldom
    /// asked for.
    pub fn put_aside(&self, limit: usize) -> Result<PutAside> {
        let mut newest = BTreeSet::new();
        let mut total = 0;
        let Some(table) = self.table(SUBMISSIONS)? else {
            return Ok(PutAside { newest: Vec::new(), total });
        };
        for row in table.range::<u128>(..)? {
            let (id, row) = row?;
            let glance: Glance =
                rmp_serde::from_slice(row.value()).map_err(|_| damaged("a submission"))?;
            let id = Uuid::from_u128(id.value());
            if glance.fate.lead().is_some() || table.get(taken_up(id).as_u128())?.is_some() {
                continue;
            }
            total += 1;
            newest.insert((glance.arrived_at, id));
            if newest.len() > limit {
                newest.pop_first();
            }
        }
        let newest = newest.into_iter().rev().map(|(_, id)| self.submission(id));
        let newest: Result<Vec<Option<Submission>>> = newest.collect();
        Ok(PutAside { newest: newest?.into_iter().flatten().collect(), total })
    }
}
