//! What teammates keep about their lists: segments saved by name, the columns they chose, and what
//! they did to many leads at once, for as long as it can be undone.

use super::tables::{BULKS, SEGMENTS, VIEWS};
use super::{Reading, Result, Tables, from_row, to_kept};
use crate::lead::{LeadId, Seq, TeammateId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A list kept under a name. Found by its key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    pub name: String,
    /// Who saved it.
    pub teammate: TeammateId,
    /// Whether everybody sees it.
    pub shared: bool,
    /// The query of its URL.
    pub query: String,
    pub made_at: Timestamp,
}

/// How a teammate wants lists to look. Found by the teammate.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    #[serde(default)]
    pub columns: Vec<String>,
}

/// What was done to many leads at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bulk {
    pub by: TeammateId,
    pub what: BulkWhat,
    pub done: Vec<BulkLead>,
    /// Leads for which it was refused, each with the sentence.
    pub refused: Vec<(LeadId, String)>,
    /// Leads that stood so before, and were not changed.
    #[serde(default)]
    pub already: usize,
    /// What came of taking it back, once somebody did.
    #[serde(default)]
    pub undone: Option<Undone>,
    pub expires_at: Timestamp,
}

/// The one thing done to all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkWhat {
    Give { to: TeammateId },
    Move { stage: String },
    Tag { tag: String },
    Untag { tag: String },
}

/// One lead as it was, and the last entry about it after the change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BulkLead {
    pub id: LeadId,
    /// The owner or the stage it had before, or whether the tag stood on it.
    pub before: String,
    pub seq: Seq,
}

/// How far something was taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Undone {
    pub leads: usize,
    /// Leads left as they are, because somebody has changed them since.
    pub changed: Vec<LeadId>,
    /// Leads that could not be put back, each with the sentence.
    pub refused: Vec<(LeadId, String)>,
}

/// A change to what teammates keep about their lists.
#[derive(Clone, Debug, PartialEq)]
pub enum ListChange {
    PutSegment {
        key: String,
        segment: Segment,
    },
    RemoveSegment {
        key: String,
    },
    PutView {
        teammate: TeammateId,
        view: View,
    },
    /// Keeps it until it expires, and forgets what has expired by now.
    PutBulk {
        id: Uuid,
        bulk: Bulk,
        now: Timestamp,
    },
}

/// Carries out one change.
pub fn apply(tables: &mut Tables, change: &ListChange) -> Result<()> {
    match change {
        ListChange::PutSegment { key, segment } => {
            tables.segments.insert(key.as_str(), to_kept(segment).as_slice())?;
        }
        ListChange::RemoveSegment { key } => drop(tables.segments.remove(key.as_str())?),
        ListChange::PutView { teammate, view } => {
            tables.views.insert(teammate.as_str(), to_kept(view).as_slice())?;
        }
        ListChange::PutBulk { id, bulk, now } => {
            sweep(tables, *now)?;
            tables.bulks.insert(id.as_u128(), to_kept(bulk).as_slice())?;
        }
    }
    Ok(())
}

/// Removes what can no longer be undone.
pub fn sweep(tables: &mut Tables, now: Timestamp) -> Result<()> {
    tables.bulks.retain(|_, row| {
        rmp_serde::from_slice::<Bulk>(row).is_ok_and(|bulk| bulk.expires_at > now)
    })?;
    Ok(())
}

impl Reading {
    /// Every saved segment with its key, at most `limit`.
    pub fn segments(&self, limit: usize) -> Result<Vec<(String, Segment)>> {
        let Some(table) = self.table(SEGMENTS)? else { return Ok(Vec::new()) };
        table
            .range::<&str>(..)?
            .take(limit)
            .map(|row| {
                let (key, segment) = row?;
                Ok((key.value().to_owned(), from_row(segment.value(), "a segment")?))
            })
            .collect()
    }

    /// The saved segment with this key.
    pub fn segment(&self, key: &str) -> Result<Option<Segment>> {
        let Some(table) = self.table(SEGMENTS)? else { return Ok(None) };
        table.get(key)?.map(|row| from_row(row.value(), "a segment")).transpose()
    }

    /// How a teammate wants lists to look; `None` as long as they have chosen nothing.
    pub fn view(&self, teammate: &str) -> Result<Option<View>> {
        let Some(table) = self.table(VIEWS)? else { return Ok(None) };
        table.get(teammate)?.map(|row| from_row(row.value(), "a view")).transpose()
    }

    /// What was done to many leads at once, while it can be undone.
    pub fn bulk(&self, id: Uuid) -> Result<Option<Bulk>> {
        let Some(table) = self.table(BULKS)? else { return Ok(None) };
        table.get(id.as_u128())?.map(|row| from_row(row.value(), "a bulk action")).transpose()
    }
}
