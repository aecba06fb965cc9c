//! Leads as they once were: the journal read up to a moment and no further.

use super::tables::{JOURNAL, SUMMARIES, TIMELINE};
use super::versions::Version;
use super::{Reading, Result, from_row, journal};
use crate::lead::{Entry, Event, Lead, LeadFate, LeadId, Seq};
use crate::rows::Summary;
use jiff::{SignedDuration, Timestamp};
use redb::ReadOnlyTable;

/// How long after its first entry a lead still counts as coming in.
const COMING_IN: SignedDuration = SignedDuration::from_hours(1);

/// Entries of one lead that are looked at for how it came in.
const FIRST_ENTRIES: usize = 200;

/// Leads, open or not, among which those that have ended are sought.
const SOUGHT_AMONG: usize = 200_000;

/// A lead that has ended, as it looked when it came in.
pub struct Ended {
    pub id: LeadId,
    pub then: Lead,
    /// The moment up to which it is known.
    pub at: Timestamp,
    pub won: bool,
    /// When it was closed; only of one that was closed of late, see [`Reading::ended`].
    pub closed_at: Option<Timestamp>,
}

impl Reading {
    /// A lead as it stood at a moment; `None` where it had not come in by then.
    pub fn lead_as_of(&self, id: LeadId, at: Timestamp) -> Result<Option<Lead>> {
        let tables = self.table(TIMELINE)?.zip(self.table(JOURNAL)?);
        let Some((timeline, journal)) = tables else { return Ok(None) };
        let mut lead = Lead::unborn(id);
        for row in timeline.range((id.0, 0)..=(id.0, Seq::MAX))? {
            let Some(entry) = entry(&journal, row?.0.value().1)? else { continue };
            if entry.at > at {
                break;
            }
            lead.apply(&entry);
        }
        Ok(lead.is_born().then_some(lead))
    }

    /// The version of the playbook that was in force at a moment.
    pub fn version_at(&self, at: Timestamp) -> Result<Option<Version>> {
        let newest = self.versions(u32::MAX, 1)?.pop().map_or(0, |version| version.number);
        let (mut from, mut to, mut found) = (1, newest, None);
        while from <= to {
            let middle = from + (to - from) / 2;
            match self.versions(middle, 1)?.pop().filter(|version| version.at <= at) {
                Some(version) => {
                    found = Some(version);
                    from = middle + 1;
                }
                None => to = middle - 1,
            }
        }
        Ok(found)
    }

    /// Leads that have ended, the newest first, as they came in, at most `limit`. Of those whose
    /// last entry is not older than `recent` it is told when they were closed.
    pub fn ended<T>(
        &self,
        limit: usize,
        recent: Timestamp,
        mut keep: impl FnMut(Ended) -> T,
    ) -> Result<Vec<T>> {
        let tables = (self.table(SUMMARIES)?, self.table(TIMELINE)?, self.table(JOURNAL)?);
        let (Some(summaries), Some(timeline), Some(journal)) = tables else {
            return Ok(Vec::new());
        };
        let mut ended = Vec::new();
        for row in summaries.range::<u64>(..)?.rev().take(SOUGHT_AMONG) {
            if ended.len() == limit {
                break;
            }
            let (id, summary) = row?;
            let id = LeadId(id.value());
            let summary: Summary = from_row(summary.value(), "a row of the list")?;
            if summary.fate == LeadFate::Open {
                continue;
            }
            let won = summary.fate == LeadFate::Won;
            let touched = self.touched_since(&journal, id, &summary, recent)?;
            let closed_at = touched.and_then(|lead| lead.closed_at);
            if let Some((then, at)) = as_it_came_in(&timeline, &journal, id)? {
                ended.push(keep(Ended { id, then, at, won, closed_at }));
            }
        }
        Ok(ended)
    }

    /// Leads that were closed since a moment, the newest first.
    pub fn closed_since(&self, since: Timestamp) -> Result<Vec<Lead>> {
        let Some((summaries, journal)) = self.table(SUMMARIES)?.zip(self.table(JOURNAL)?) else {
            return Ok(Vec::new());
        };
        let mut closed = Vec::new();
        for row in summaries.range::<u64>(..)?.rev().take(SOUGHT_AMONG) {
            let (id, summary) = row?;
            let summary: Summary = from_row(summary.value(), "a row of the list")?;
            if summary.fate != LeadFate::Open {
                let lead = self.touched_since(&journal, LeadId(id.value()), &summary, since)?;
                closed.extend(lead.filter(|lead| lead.closed_at.is_some_and(|at| at >= since)));
            }
        }
        Ok(closed)
    }

    /// A lead about which something was written since a moment.
    fn touched_since(
        &self,
        journal: &ReadOnlyTable<Seq, &'static [u8]>,
        id: LeadId,
        summary: &Summary,
        since: Timestamp,
    ) -> Result<Option<Lead>> {
        match entry(journal, summary.last_seq)?.is_some_and(|last| last.at >= since) {
            true => self.lead(id),
            false => Ok(None),
        }
    }
}

/// A lead as it came in, before anybody had worked it, and the moment up to which it is known.
///
/// What people made of it later would tell how it ended, and so is not looked at.
fn as_it_came_in(
    timeline: &ReadOnlyTable<(u64, Seq), ()>,
    journal: &ReadOnlyTable<Seq, &'static [u8]>,
    id: LeadId,
) -> Result<Option<(Lead, Timestamp)>> {
    let mut lead = Lead::unborn(id);
    let (mut first, mut last) = (None, Timestamp::UNIX_EPOCH);
    for row in timeline.range((id.0, 0)..=(id.0, Seq::MAX))?.take(FIRST_ENTRIES) {
        let Some(entry) = entry(journal, row?.0.value().1)? else { continue };
        let came = *first.get_or_insert(entry.at);
        if entry.at.duration_since(came) > COMING_IN || lead.is_born() && is_work(&entry) {
            break;
        }
        lead.apply(&entry);
        last = entry.at;
    }
    let (Some(came), Some(captured)) = (first, lead.captured_at) else { return Ok(None) };
    // A list may tell of leads that came in long before it was read.
    Ok(Some((lead, captured + last.duration_since(came))))
}

/// Whether an entry tells what somebody has made of a lead.
fn is_work(entry: &Entry) -> bool {
    let is_end =
        matches!(entry.event, Event::Won { .. } | Event::Lost { .. } | Event::Disqualified { .. });
    let is_moved = matches!(&entry.event, Event::StageMoved { from, .. } if !from.is_empty());
    entry.by.is_teammate() || is_end || is_moved
}

fn entry(journal: &ReadOnlyTable<Seq, &'static [u8]>, seq: Seq) -> Result<Option<Entry>> {
    journal.get(seq)?.map(|row| journal::decode(row.value())).transpose()
}
