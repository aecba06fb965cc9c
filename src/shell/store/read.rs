//! What can be asked of the data file, at one moment.

use super::journal::Heading;
use super::office::{Session, Token, User};
use super::tables::*;
use super::{Result, from_row, journal, office};
use crate::capability::{Contact, Load};
use crate::lead::{Entry, Event, Lead, LeadFate, LeadId, Seq, Submission, TeammateId};
use crate::rows::{self, Row, Summary};
use jiff::Timestamp;
use redb::{
    AccessGuard, Key, ReadOnlyTable, ReadTransaction, ReadableTable, ReadableTableMetadata,
    TableDefinition, TableError, Value,
};
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// A view of everything as it stood when it was taken.
///
/// Holds the file open, so one is taken for a page and given back with it.
pub struct Reading {
    pub(super) tx: ReadTransaction,
    _file: Arc<dyn Any + Send + Sync>,
}

impl Reading {
    pub(super) fn new(tx: ReadTransaction, file: Arc<dyn Any + Send + Sync>) -> Reading {
        Reading { tx, _file: file }
    }

    pub(super) fn table<K: Key + 'static, V: Value + 'static>(
        &self,
        definition: TableDefinition<K, V>,
    ) -> Result<Option<ReadOnlyTable<K, V>>> {
        match self.tx.open_table(definition) {
            Ok(table) => Ok(Some(table)),
            Err(TableError::TableDoesNotExist(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The last entry of the journal; 0 for none.
    pub fn last_seq(&self) -> Result<Seq> {
        let Some(table) = self.table(JOURNAL)? else { return Ok(0) };
        Ok(table.last()?.map_or(0, |(seq, _)| seq.value()))
    }

    /// When the last entry was recorded.
    pub fn last_at(&self) -> Result<Option<Timestamp>> {
        let Some(table) = self.table(JOURNAL)? else { return Ok(None) };
        let Some((_, entry)) = table.last()? else { return Ok(None) };
        Ok(Some(journal::decode(entry.value())?.at))
    }

    /// One entry of the journal.
    pub fn entry(&self, seq: Seq) -> Result<Option<Entry>> {
        let Some(table) = self.table(JOURNAL)? else { return Ok(None) };
        table.get(seq)?.map(|row| journal::decode(row.value())).transpose()
    }

    /// Entries after a place in the journal, oldest first, at most `limit`.
    pub fn entries_after(&self, after: Seq, limit: usize) -> Result<Vec<Entry>> {
        let Some(table) = self.table(JOURNAL)? else { return Ok(Vec::new()) };
        let rows = table.range(after.saturating_add(1)..)?;
        rows.take(limit).map(|row| journal::decode(row?.1.value())).collect()
    }

    /// The headings of the entries after a place in the journal, oldest first, at most `limit`, as
    /// far as the caller keeps them.
    pub fn headings_after<T>(
        &self,
        after: Seq,
        limit: usize,
        mut keep: impl FnMut(Heading) -> T,
    ) -> Result<Vec<T>> {
        let Some(table) = self.table(JOURNAL)? else { return Ok(Vec::new()) };
        let rows = table.range(after.saturating_add(1)..)?.take(limit);
        rows.map(|row| Ok(keep(journal::heading(row?.1.value())?))).collect()
    }

    /// A lead as it stands.
    pub fn lead(&self, id: LeadId) -> Result<Option<Lead>> {
        let Some(table) = self.table(LEADS)? else { return Ok(None) };
        table.get(id.0)?.map(|row| lead_of(row.value())).transpose()
    }

    /// The row of a lead in lists.
    pub fn summary(&self, id: LeadId) -> Result<Option<Summary>> {
        let Some(table) = self.table(SUMMARIES)? else { return Ok(None) };
        table.get(id.0)?.map(|row| from_row(row.value(), "a row of the list")).transpose()
    }

    /// How many leads there are, open or not.
    pub fn lead_count(&self) -> Result<u64> {
        Ok(self.table(SUMMARIES)?.map_or(Ok(0), |table| table.len())?)
    }

    /// Numbers of leads after one, in order, at most `limit`.
    pub fn lead_ids_after(&self, after: LeadId, limit: usize) -> Result<Vec<LeadId>> {
        let Some(table) = self.table(SUMMARIES)? else { return Ok(Vec::new()) };
        let rows = table.range(after.0.saturating_add(1)..)?;
        rows.take(limit).map(|row| Ok(LeadId(row?.0.value()))).collect()
    }

    /// The leads that came in last, newest first, at most `limit`.
    pub fn newest_leads(&self, limit: usize) -> Result<Vec<(LeadId, Summary)>> {
        let Some(table) = self.table(SUMMARIES)? else { return Ok(Vec::new()) };
        table
            .range::<u64>(..)?
            .rev()
            .take(limit)
            .map(|row| {
                let (id, summary) = row?;
                Ok((LeadId(id.value()), from_row(summary.value(), "a row of the list")?))
            })
            .collect()
    }

    /// Open leads, the newest first, at most `limit`, as far as so many leads of all kinds reach back.
    pub fn open_leads(
        &self,
        limit: usize,
        look_at: usize,
        mut see: impl FnMut(LeadId, Lead),
    ) -> Result<()> {
        let Some(table) = self.table(SUMMARIES)? else { return Ok(()) };
        let mut seen = 0;
        for row in table.range::<u64>(..)?.rev().take(look_at) {
            let (id, summary) = row?;
            let summary: Summary = from_row(summary.value(), "a row of the list")?;
            if summary.fate != LeadFate::Open {
                continue;
            }
            if seen == limit {
                break;
            }
            let id = LeadId(id.value());
            self.lead(id)?.into_iter().for_each(|lead| see(id, lead));
            seen += 1;
        }
        Ok(())
    }

    /// What is written about a lead after an entry, oldest first, at most `limit`.
    pub fn timeline(&self, id: LeadId, after: Seq, limit: usize) -> Result<Vec<Entry>> {
        let (Some(timeline), Some(journal)) = (self.table(TIMELINE)?, self.table(JOURNAL)?) else {
            return Ok(Vec::new());
        };
        let mut entries = Vec::new();
        for row in timeline.range((id.0, after.saturating_add(1))..=(id.0, Seq::MAX))?.take(limit) {
            if let Some(entry) = journal.get(row?.0.value().1)? {
                entries.push(journal::decode(entry.value())?);
            }
        }
        Ok(entries)
    }

    /// How many entries there are about a lead.
    pub fn timeline_len(&self, id: LeadId) -> Result<usize> {
        let Some(timeline) = self.table(TIMELINE)? else { return Ok(0) };
        Ok(timeline.range((id.0, 0)..=(id.0, Seq::MAX))?.count())
    }

    /// The newest entries about a lead, newest first, at most `limit`.
    pub fn newest_of(&self, id: LeadId, limit: usize) -> Result<Vec<Entry>> {
        self.newest_before(id, Seq::MAX, limit)
    }

    /// Those of some kinds among the newest `limit` entries about a lead, newest first, one by one.
    pub fn newest_of_kinds<'a>(
        &self,
        id: LeadId,
        kinds: &'a [&str],
        limit: usize,
    ) -> Result<impl Iterator<Item = Result<Entry>> + use<'a>> {
        let tables = self.table(TIMELINE)?.zip(self.table(JOURNAL)?);
        let Some((timeline, journal)) = tables else { return Ok(None.into_iter().flatten()) };
        let rows = timeline.range((id.0, 0)..=(id.0, Seq::MAX))?.rev().take(limit);
        let entries = rows.filter_map(move |row| {
            let entry = row.and_then(|row| journal.get(row.0.value().1)).transpose()?;
            of_kinds(entry, kinds).transpose()
        });
        Ok(Some(entries).into_iter().flatten())
    }

    /// The newest entries about a lead in which people said something, newest first, one by one.
    pub fn newest_said(&self, id: LeadId) -> Result<impl Iterator<Item = Result<Entry>> + use<>> {
        let tables = self.table(SAID)?.zip(self.table(JOURNAL)?);
        let Some((said, journal)) = tables else { return Ok(None.into_iter().flatten()) };
        let rows = said.range((id.0, 0)..=(id.0, Seq::MAX))?.rev();
        let entries = rows.filter_map(move |row| {
            let entry = row.and_then(|row| journal.get(row.0.value().1)).transpose()?;
            Some(entry.map_err(Into::into).and_then(|entry| journal::decode(entry.value())))
        });
        Ok(Some(entries).into_iter().flatten())
    }

    /// The newest entries about a lead before an entry, newest first, at most `limit`.
    pub fn newest_before(&self, id: LeadId, before: Seq, limit: usize) -> Result<Vec<Entry>> {
        let (Some(timeline), Some(journal)) = (self.table(TIMELINE)?, self.table(JOURNAL)?) else {
            return Ok(Vec::new());
        };
        let mut entries = Vec::new();
        for row in timeline.range((id.0, 0)..(id.0, before))?.rev().take(limit) {
            if let Some(entry) = journal.get(row?.0.value().1)? {
                entries.push(journal::decode(entry.value())?);
            }
        }
        Ok(entries)
    }

    /// Leads filed under a key, newest first, at most `limit`.
    pub fn by_key(&self, kind: u8, normal: &str, limit: usize) -> Result<Vec<LeadId>> {
        let Some(table) = self.table(KEYS)? else { return Ok(Vec::new()) };
        let rows = table.range((kind, normal, 0)..=(kind, normal, u64::MAX))?;
        rows.rev().take(limit).map(|row| Ok(LeadId(row?.0.value().2))).collect()
    }

    /// Leads that are to be looked at by this moment, in order, at most `limit`, leaving out some.
    pub fn due(
        &self,
        by: Timestamp,
        limit: usize,
        left_out: impl Fn(LeadId) -> bool,
    ) -> Result<Vec<LeadId>> {
        let Some(table) = self.table(DUE)? else { return Ok(Vec::new()) };
        let rows = table.range(..=(by.as_millisecond(), u64::MAX))?;
        let due = rows.map(|row| Ok(LeadId(row?.0.value().1)));
        due.filter(|due| !due.as_ref().is_ok_and(|lead| left_out(*lead))).take(limit).collect()
    }

    /// When a lead is next to be looked at, leaving out some.
    pub fn next_due(&self, left_out: impl Fn(LeadId) -> bool) -> Result<Option<Timestamp>> {
        let Some(table) = self.table(DUE)? else { return Ok(None) };
        for row in table.range::<(Millis, u64)>(..)? {
            let (at, lead) = row?.0.value();
            if !left_out(LeadId(lead)) {
                return Ok(moment(at));
            }
        }
        Ok(None)
    }

    /// Letters to be carried by this moment, in order, at most `limit`, leaving out some: the entry
    /// that queued each, and its lead.
    pub fn outbox(
        &self,
        by: Timestamp,
        limit: usize,
        left_out: impl Fn(Seq) -> bool,
    ) -> Result<Vec<(Seq, LeadId)>> {
        let Some(table) = self.table(OUTBOX)? else { return Ok(Vec::new()) };
        let rows = table.range(..=(by.as_millisecond(), u64::MAX))?;
        let letters = rows.map(|row| {
            let (key, lead) = row?;
            Ok((key.value().1, LeadId(lead.value())))
        });
        let wanted =
            letters.filter(|row: &Result<_>| !row.as_ref().is_ok_and(|(seq, _)| left_out(*seq)));
        wanted.take(limit).collect()
    }

    /// When a letter is next to be carried, leaving out some.
    pub fn next_letter(&self, left_out: impl Fn(Seq) -> bool) -> Result<Option<Timestamp>> {
        let Some(table) = self.table(OUTBOX)? else { return Ok(None) };
        for row in table.range::<(Millis, u64)>(..)? {
            let (at, queued) = row?.0.value();
            if !left_out(queued) {
                return Ok(moment(at));
            }
        }
        Ok(None)
    }

    /// How many letters wait.
    pub fn letters_waiting(&self) -> Result<u64> {
        Ok(self.table(OUTBOX)?.map_or(Ok(0), |table| table.len())?)
    }

    /// Notices for a teammate before an entry, newest first, at most `limit`: the entry and its lead.
    pub fn notices(
        &self,
        teammate: &str,
        before: Seq,
        limit: usize,
    ) -> Result<Vec<(Entry, LeadId)>> {
        let (Some(notices), Some(journal)) = (self.table(NOTICES)?, self.table(JOURNAL)?) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for row in notices.range((teammate, 0)..(teammate, before))?.rev().take(limit) {
            let (key, lead) = row?;
            if let Some(entry) = journal.get(key.value().1)? {
                found.push((journal::decode(entry.value())?, LeadId(lead.value())));
            }
        }
        Ok(found)
    }

    /// The parts of a notice of several leads from this one on, in order, each with its lead; none of a
    /// notice of one.
    pub fn told_together(
        &self,
        notice: &Entry,
        from: Seq,
        limit: usize,
    ) -> Result<Vec<(Seq, LeadId)>> {
        let Event::ToldTogether { to, with } = &notice.event else { return Ok(Vec::new()) };
        let Some(table) = self.table(TOGETHER)? else { return Ok(Vec::new()) };
        let with = rows::together(with, notice.at);
        let of = |seq| (to.as_str(), with.as_str(), seq);
        let parts = table.range(of(from)..=of(Seq::MAX))?.take(limit);
        parts
            .map(|row| {
                let (key, lead) = row?;
                Ok((key.value().2, LeadId(lead.value())))
            })
            .collect()
    }

    /// Up to which entry a teammate has read their notices.
    pub fn notices_read(&self, teammate: &str) -> Result<Seq> {
        let Some(table) = self.table(NOTICES_READ)? else { return Ok(0) };
        Ok(table.get(teammate)?.map_or(0, |row| row.value()))
    }

    /// How many notices a teammate has not read, counted up to `most`.
    pub fn notices_unread(&self, teammate: &str, most: usize) -> Result<usize> {
        let Some(notices) = self.table(NOTICES)? else { return Ok(0) };
        let read = self.notices_read(teammate)?;
        Ok(notices.range((teammate, read + 1)..=(teammate, Seq::MAX))?.take(most).count())
    }

    /// What each teammate has on their desk.
    pub fn loads(&self) -> Result<BTreeMap<TeammateId, Load>> {
        let Some(table) = self.table(LOADS)? else { return Ok(BTreeMap::new()) };
        table
            .range::<&str>(..)?
            .map(|row| {
                let (teammate, load) = row?;
                let (open, unaccepted) = load.value();
                Ok((teammate.value().to_owned(), Load { open, unaccepted }))
            })
            .collect()
    }

    /// What is known of an address, by its keyed hash.
    pub fn contact(&self, mark: &str) -> Result<Contact> {
        let Some(table) = self.table(CONTACTS)? else { return Ok(Contact::default()) };
        match table.get(mark)? {
            Some(row) => from_row(row.value(), "what is known of an address"),
            None => Ok(Contact::default()),
        }
    }

    /// A submission as it arrived.
    pub fn submission(&self, id: Uuid) -> Result<Option<Submission>> {
        let Some(table) = self.table(SUBMISSIONS)? else { return Ok(None) };
        table.get(id.as_u128())?.map(|row| from_row(row.value(), "a submission")).transpose()
    }

    /// Submissions after one, in the order of their ids, at most `limit`.
    pub fn submissions_after(&self, after: Option<Uuid>, limit: usize) -> Result<Vec<Submission>> {
        let Some(table) = self.table(SUBMISSIONS)? else { return Ok(Vec::new()) };
        let from = after.map_or(0, |after| after.as_u128().saturating_add(1));
        let rows = table.range(from..)?.take(limit);
        rows.map(|row| from_row(row?.1.value(), "a submission")).collect()
    }

    /// A number the house keeps about itself.
    pub fn number(&self, key: &str) -> Result<Option<u64>> {
        self.table(META)?.map_or(Ok(None), |meta| office::number(&meta, key))
    }

    /// The last lead that has been looked at by the rules of this mark.
    pub fn settled_up_to(&self, rules: u64) -> Result<LeadId> {
        let is_by_them = self.number(office::SETTLED_RULES)? == Some(rules);
        let up_to = self.number(office::SETTLED_UP_TO)?;
        Ok(LeadId(up_to.filter(|_| is_by_them).unwrap_or(0)))
    }

    /// The key by which addresses are hashed and links are signed.
    pub fn house_key(&self) -> Result<Vec<u8>> {
        let Some(meta) = self.table(META)? else { return Ok(Vec::new()) };
        Ok(meta.get("house_key")?.map_or(Vec::new(), |row| row.value().to_vec()))
    }

    /// The account of an e-mail address, which must be in lower case.
    pub fn user(&self, email: &str) -> Result<Option<User>> {
        let Some(table) = self.table(USERS)? else { return Ok(None) };
        table.get(email)?.map(|row| from_row(row.value(), "an account")).transpose()
    }

    /// Every account.
    pub fn users(&self) -> Result<Vec<User>> {
        let Some(table) = self.table(USERS)? else { return Ok(Vec::new()) };
        table.range::<&str>(..)?.map(|row| from_row(row?.1.value(), "an account")).collect()
    }

    /// The session of a hashed secret, expired or not.
    pub fn session(&self, hash: &[u8]) -> Result<Option<Session>> {
        let Some(table) = self.table(SESSIONS)? else { return Ok(None) };
        table.get(hash)?.map(|row| from_row(row.value(), "a session")).transpose()
    }

    /// The token of a hashed secret, revoked or not.
    pub fn token(&self, hash: &[u8]) -> Result<Option<Token>> {
        let Some(table) = self.table(TOKENS)? else { return Ok(None) };
        table.get(hash)?.map(|row| from_row(row.value(), "a token")).transpose()
    }

    /// Every token.
    pub fn tokens(&self) -> Result<Vec<Token>> {
        let Some(table) = self.table(TOKENS)? else { return Ok(Vec::new()) };
        table.range::<&[u8]>(..)?.map(|row| from_row(row?.1.value(), "a token")).collect()
    }
}

/// A lead from its row, without where it is filed.
fn lead_of(row: &[u8]) -> Result<Lead> {
    let (lead, _): (Lead, Vec<Row>) = from_row(row, "the row of a lead")?;
    Ok(lead)
}

/// An entry, if it is of one of these kinds.
fn of_kinds(
    entry: std::result::Result<AccessGuard<&'static [u8]>, redb::StorageError>,
    kinds: &[&str],
) -> Result<Option<Entry>> {
    let entry = entry?;
    let is_wanted = kinds.contains(&journal::heading(entry.value())?.kind.0);
    is_wanted.then(|| journal::decode(entry.value())).transpose()
}

pub(super) fn moment(millis: Millis) -> Option<Timestamp> {
    Timestamp::from_millisecond(millis).ok()
}
