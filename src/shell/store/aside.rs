//! What arrived and became no lead: it looks like spam, or it says nothing. It is kept, and a person
//! may take it up.

use super::read::Reading;
use super::tables::{ASIDE, Millis, SUBMISSIONS};
use super::{Result, Tables, from_row};
use crate::lead::{Fate, Submission};
use jiff::Timestamp;
use redb::{ReadableTable, ReadableTableMetadata, StorageError};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The part of a submission by which it is found here.
#[derive(Deserialize)]
struct Glance {
    arrived_at: Timestamp,
    fate: Fate,
}

/// What was put aside, as far as it is shown.
#[derive(Default)]
pub struct PutAside {
    /// The newest first.
    pub newest: Vec<Submission>,
    /// How many there are in all.
    pub total: usize,
    /// The place before which there is more.
    pub older: Option<(Millis, u128)>,
}

/// The id under which a submission arrives once more when a person takes it up. It is always the
/// same, so that whoever takes it up twice comes to the same lead.
pub fn taken_up(id: Uuid) -> Uuid {
    let hash = Sha256::new().chain_update(b"taken up").chain_update(id.as_bytes()).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Files a submission here, if no lead came of it.
pub fn put(tables: &mut Tables, submission: &Submission) -> Result<()> {
    if submission.fate.lead().is_none() {
        tables.aside.insert(place(submission.arrived_at, submission.id), ())?;
    }
    Ok(())
}

/// Takes a submission away from here: somebody has taken it up.
pub fn take_out(tables: &mut Tables, id: Uuid) -> Result<()> {
    let Some(row) = tables.submissions.get(id.as_u128())? else { return Ok(()) };
    let Glance { arrived_at, .. } = from_row(row.value(), "a submission")?;
    tables.aside.remove(place(arrived_at, id))?;
    Ok(())
}

/// Throws away what still lies here: nobody has taken it up in all the time it was kept.
pub(super) fn forget(tables: &mut Tables, place: (Millis, u128)) -> Result<()> {
    if tables.aside.remove(place)?.is_some() {
        tables.submissions.remove(place.1)?;
    }
    Ok(())
}

/// Files every submission anew that belongs here.
pub(super) fn grow_back(tables: &mut Tables) -> Result<()> {
    let aside = &mut tables.aside;
    each(&tables.submissions, |place| aside.insert(place, ()).map(drop))
}

impl Reading {
    /// What became no lead and was not taken up since, at most `limit` of it, from before a place on.
    pub fn put_aside(&self, before: Option<(Millis, u128)>, limit: usize) -> Result<PutAside> {
        let Some(table) = self.table(ASIDE)? else { return Ok(PutAside::default()) };
        let end = before.unwrap_or((Millis::MAX, u128::MAX));
        let mut rows = table.range(..end)?.rev().map(|row| Ok(row?.0.value()));
        let places: Vec<(Millis, u128)> = rows.by_ref().take(limit).collect::<Result<_>>()?;
        let older = places.last().copied().filter(|_| rows.next().is_some());
        let newest = places.into_iter().map(|(_, id)| self.submission(Uuid::from_u128(id)));
        let newest: Result<Vec<Option<Submission>>> = newest.collect();
        let total = usize::try_from(table.len()?).unwrap_or(usize::MAX);
        Ok(PutAside { newest: newest?.into_iter().flatten().collect(), total, older })
    }

    /// How many belong here, by the submissions themselves, and how many of them do not lie here.
    pub(super) fn belong_aside(&self) -> Result<(u64, u64)> {
        let (Some(submissions), Some(aside)) = (self.table(SUBMISSIONS)?, self.table(ASIDE)?)
        else {
            return Ok((0, 0));
        };
        let (mut belong, mut lacking) = (0, 0);
        each(&submissions, |place| {
            belong += 1;
            lacking += u64::from(aside.get(place)?.is_none());
            Ok(())
        })?;
        Ok((belong, lacking))
    }
}

/// Where a submission stands among those put aside: by when it arrived.
fn place(arrived_at: Timestamp, id: Uuid) -> (Millis, u128) {
    (arrived_at.as_millisecond(), id.as_u128())
}

/// Visits the place of each submission that became no lead and was not taken up since.
fn each(
    submissions: &impl ReadableTable<u128, &'static [u8]>,
    mut visit: impl FnMut((Millis, u128)) -> std::result::Result<(), StorageError>,
) -> Result<()> {
    for row in submissions.range::<u128>(..)? {
        let (id, row) = row?;
        let Glance { arrived_at, fate } = from_row(row.value(), "a submission")?;
        let id = Uuid::from_u128(id.value());
        if fate.lead().is_none() && submissions.get(taken_up(id).as_u128())?.is_none() {
            visit(place(arrived_at, id))?;
        }
    }
    Ok(())
}
