//! What waits on a teammate's desk, and how fast those who wrote were answered.

use super::read::{Reading, moment};
use super::tables::{AGENDA, ANSWERED, CALLED_IN, Millis, SILENT, WORK};
use super::{Result, from_row};
use crate::lead::{LeadId, Seq, TeammateId};
use crate::rows::AgendaItem;
use jiff::{SignedDuration, Timestamp};
use redb::{AccessGuard, ReadableTable};
use std::ops::RangeInclusive;

/// Something that waits on a teammate's desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    pub at: Timestamp,
    pub lead: LeadId,
    /// The task or letter it is about; 0 for a clock.
    pub seq: Seq,
    pub item: AgendaItem,
}

/// A lead about which nobody has said anything for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Silence {
    pub lead: LeadId,
    pub since: Timestamp,
    /// Whether the last word was ours.
    pub ours: bool,
}

/// The first human answer to a lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    pub at: Timestamp,
    pub lead: LeadId,
    pub teammate: TeammateId,
    pub seconds: i64,
    pub in_time: bool,
}

impl Answered {
    /// When the clock began that it stopped; the answer itself where that came before.
    pub fn since(&self) -> Timestamp {
        self.at.saturating_sub(SignedDuration::from_secs(self.seconds)).unwrap_or(Timestamp::MIN)
    }
}

impl Reading {
    /// What waits on a teammate's desk up to a moment, in order, at most `limit`.
    pub fn agenda(&self, teammate: &str, up_to: Timestamp, limit: usize) -> Result<Vec<Waiting>> {
        match self.table(AGENDA)? {
            Some(table) => agenda(&table, teammate, up_to, limit),
            None => Ok(Vec::new()),
        }
    }

    /// What waits between two moments, in order, at most `limit`.
    pub fn agenda_between(
        &self,
        teammate: &str,
        from: Timestamp,
        to: Timestamp,
        limit: usize,
    ) -> Result<Vec<Waiting>> {
        let Some(table) = self.table(AGENDA)? else { return Ok(Vec::new()) };
        let rows = table.range(agenda_keys(teammate, from, to))?;
        rows.take(limit).map(|row| row.map(waiting).map_err(Into::into)).collect()
    }

    /// What should have been done before a moment, the latest first, at most `limit`.
    pub fn overdue(&self, teammate: &str, at: Timestamp, limit: usize) -> Result<Vec<Waiting>> {
        let Some(table) = self.table(AGENDA)? else { return Ok(Vec::new()) };
        let (first, _) = agenda_keys(teammate, Timestamp::MIN, at).into_inner();
        let rows = table.range(first..(teammate, at.as_millisecond(), 0, 0))?;
        rows.rev().take(limit).map(|row| row.map(waiting).map_err(Into::into)).collect()
    }

    /// Leads of others that a teammate was called in on and that still wait, the longest over first,
    /// at most `limit`.
    pub fn called_in(&self, teammate: &str, limit: usize) -> Result<Vec<LeadId>> {
        let Some(table) = self.table(CALLED_IN)? else { return Ok(Vec::new()) };
        let rows = table.range((teammate, Millis::MIN, 0)..=(teammate, Millis::MAX, u64::MAX))?;
        rows.take(limit).map(|row| Ok(LeadId(row?.0.value().2))).collect()
    }

    /// Leads of a teammate about which nobody has said anything between two moments, the longest
    /// silence first, at most `limit`: since when, and whether the last word was ours.
    pub fn silent(
        &self,
        teammate: &str,
        from: Timestamp,
        to: Timestamp,
        limit: usize,
    ) -> Result<Vec<Silence>> {
        let Some(table) = self.table(SILENT)? else { return Ok(Vec::new()) };
        let (from, to) = (from.as_millisecond(), to.as_millisecond());
        let rows = table.range((teammate, from, 0)..=(teammate, to, u64::MAX))?.take(limit);
        rows.map(|row| {
            let (key, ours) = row?;
            let (_, since, lead) = key.value();
            let since = moment(since).unwrap_or(Timestamp::MIN);
            Ok(Silence { lead: LeadId(lead), since, ours: ours.value() })
        })
        .collect()
    }

    /// What a teammate has done since a moment, the latest first, at most `limit`: entries with
    /// their leads.
    pub fn work(
        &self,
        teammate: &str,
        since: Timestamp,
        limit: usize,
    ) -> Result<Vec<(Seq, LeadId)>> {
        let Some(table) = self.table(WORK)? else { return Ok(Vec::new()) };
        let first = (teammate, since.as_millisecond(), 0);
        let rows = table.range(first..=(teammate, Millis::MAX, u64::MAX))?.rev().take(limit);
        rows.map(|row| {
            let (key, lead) = row?;
            Ok((key.value().2, LeadId(lead.value())))
        })
        .collect()
    }

    /// First human answers between two moments, in order, at most `limit`.
    pub fn answered(&self, from: Timestamp, to: Timestamp, limit: usize) -> Result<Vec<Answered>> {
        let Some(table) = self.table(ANSWERED)? else { return Ok(Vec::new()) };
        let rows = table.range((from.as_millisecond(), 0)..=(to.as_millisecond(), u64::MAX))?;
        rows.take(limit).map(|row| answer(row?)).collect()
    }

    /// First human answers since a moment, the latest first, at most `limit`.
    pub fn newest_answered(&self, since: Timestamp, limit: usize) -> Result<Vec<Answered>> {
        let Some(table) = self.table(ANSWERED)? else { return Ok(Vec::new()) };
        let rows = table.range((since.as_millisecond(), 0)..)?;
        rows.rev().take(limit).map(|row| answer(row?)).collect()
    }
}

/// What waits on a teammate's desk up to a moment, in a table open for reading or for writing.
pub fn agenda(
    table: &impl ReadableTable<AgendaKey<'static>, u8>,
    teammate: &str,
    up_to: Timestamp,
    limit: usize,
) -> Result<Vec<Waiting>> {
    let rows = table.range(agenda_keys(teammate, Timestamp::MIN, up_to))?;
    rows.take(limit).map(|row| row.map(waiting).map_err(Into::into)).collect()
}

type AgendaKey<'a> = (&'a str, Millis, u64, Seq);

/// The keys of what waits on a teammate's desk from one moment to another, both included.
fn agenda_keys(teammate: &str, from: Timestamp, to: Timestamp) -> RangeInclusive<AgendaKey<'_>> {
    (teammate, from.as_millisecond(), 0, 0)..=(teammate, to.as_millisecond(), u64::MAX, u64::MAX)
}

fn waiting((key, item): (AccessGuard<AgendaKey<'static>>, AccessGuard<u8>)) -> Waiting {
    let (_, at, lead, seq) = key.value();
    let at = moment(at).unwrap_or(Timestamp::MAX);
    Waiting { at, lead: LeadId(lead), seq, item: AgendaItem::from_code(item.value()) }
}

fn answer(
    (key, value): (AccessGuard<(Millis, u64)>, AccessGuard<&'static [u8]>),
) -> Result<Answered> {
    let (at, lead) = key.value();
    let (teammate, seconds, in_time) = from_row(value.value(), "an answer")?;
    let at = moment(at).unwrap_or(Timestamp::MAX);
    Ok(Answered { at, lead: LeadId(lead), teammate, seconds, in_time })
}
