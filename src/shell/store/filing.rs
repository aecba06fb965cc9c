//! Writing what was decided: entries to the journal, and their lead to its new places.
//!
//! One rule for every derived table: old rows out, new rows in. A lead's row carries the list of
//! rows it is filed under, so they are removed as they were filed and not as they would be today.

use super::{Result, Tables, files, from_row, journal, to_row};
use crate::capability::Contact;
use crate::dedupe::KeyKind;
use crate::lead::words::kind_of;
use crate::lead::{Entry, Event, Lead, LeadId, Seq, Subject};
use crate::playbook::Playbook;
use crate::rows::{AgendaItem, Count, Row, Summary, counts, rows, summary};
use jiff::Timestamp;
use redb::ReadableTable;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Letters to one address that are remembered for the weekly limit.
const LETTERS_KEPT: usize = 16;

/// Leads whose last state a transaction remembers.
const RECENT_MAX: usize = 512;

/// A lead as it stands, and the rows it is filed under.
#[derive(Clone)]
pub struct Filed {
    pub lead: Arc<Lead>,
    pub rows: Vec<Row>,
}

/// Leads as this transaction filed them, for whoever comes back to one: reading its row again would
/// cost more than all that is decided about it.
#[derive(Default)]
pub struct Recent(BTreeMap<LeadId, Filed>);

impl Recent {
    fn keep(&mut self, filed: Filed) {
        self.0.insert(filed.lead.id, filed);
        if self.0.len() > RECENT_MAX {
            self.0.pop_first();
        }
    }
}

/// Writes entries about one lead, and files the lead as it stands after them.
///
/// `filed` are the rows it was filed under before.
pub fn append(
    tables: &mut Tables,
    entries: &[Entry],
    lead: &Arc<Lead>,
    filed: &[Row],
    playbook: &Playbook,
) -> Result<()> {
    for entry in entries {
        tables.journal.insert(entry.seq, journal::encode(entry).as_slice())?;
        place(tables, lead.id, entry.seq, kind_of(&entry.event))?;
        count(tables, entry)?;
        files::follow(tables, lead.id, entry)?;
    }
    let (rows, _) = refile(tables, lead, filed, playbook)?;
    tables.recent.keep(Filed { lead: Arc::clone(lead), rows });
    Ok(())
}

/// Puts an entry of a kind among those of its lead.
pub(super) fn place(tables: &mut Tables, LeadId(id): LeadId, seq: Seq, kind: &str) -> Result<()> {
    tables.timeline.insert((id, seq), ())?;
    if Event::WORDS.contains(&kind) {
        tables.said.insert((id, seq), ())?;
    }
    Ok(())
}

/// The lead as it stands in this transaction.
pub fn load_lead(tables: &Tables, id: LeadId) -> Result<Option<Arc<Lead>>> {
    if let Some(filed) = tables.recent.0.get(&id) {
        return Ok(Some(filed.lead.clone()));
    }
    Ok(read_filed(tables, id)?.map(|filed| filed.lead))
}

/// The lead as it stands in this transaction, with the rows it is filed under, for whoever files it
/// anew.
pub fn take_filed(tables: &mut Tables, id: LeadId) -> Result<Option<Filed>> {
    match tables.recent.0.remove(&id) {
        Some(filed) => Ok(Some(filed)),
        None => read_filed(tables, id),
    }
}

fn read_filed(tables: &Tables, id: LeadId) -> Result<Option<Filed>> {
    let Some(row) = tables.leads.get(id.0)? else { return Ok(None) };
    let (lead, rows) = from_row(row.value(), "the row of a lead")?;
    Ok(Some(Filed { lead: Arc::new(lead), rows }))
}

/// Moves a lead from the places it was filed under to the ones it belongs to now. Answers those, and
/// its row in lists.
pub(super) fn refile(
    tables: &mut Tables,
    lead: &Lead,
    filed: &[Row],
    playbook: &Playbook,
) -> Result<(Vec<Row>, Summary)> {
    let rows = rows(lead, playbook);
    for row in filed.iter().filter(|row| !rows.contains(row)) {
        unfile(tables, lead.id, row)?;
    }
    for row in rows.iter().filter(|row| !filed.contains(row)) {
        file(tables, lead.id, row)?;
    }
    tables.leads.insert(lead.id.0, to_row(&(lead, &rows)).as_slice())?;
    let summary = summary(lead, playbook);
    tables.summaries.insert(lead.id.0, to_row(&summary).as_slice())?;
    Ok((rows, summary))
}

fn file(tables: &mut Tables, LeadId(id): LeadId, row: &Row) -> Result<()> {
    match row {
        Row::Key(key) => drop(tables.keys.insert((key.kind.code(), key.normal.as_str(), id), ())?),
        Row::Due(at) => drop(tables.due.insert((*at, id), ())?),
        Row::Outbox { at, queued } => drop(tables.outbox.insert((*at, *queued), id)?),
        Row::Agenda { teammate, at, seq, item } => {
            tables.agenda.insert((teammate.as_str(), *at, id, *seq), item.code())?;
        }
        Row::CalledIn { teammate, at } => {
            tables.called_in.insert((teammate.as_str(), *at, id), ())?;
        }
        Row::Load { teammate, unaccepted } => load(tables, teammate, *unaccepted, true)?,
        Row::Answered { at, teammate, seconds, in_time } => {
            tables.answered.insert((*at, id), to_row(&(teammate, seconds, in_time)).as_slice())?;
        }
        Row::Silent { teammate, since, ours } => {
            tables.silent.insert((teammate.as_str(), *since, id), *ours)?;
        }
        Row::Ended { at, won } => drop(tables.ended.insert((*at, id), *won)?),
    }
    Ok(())
}

fn unfile(tables: &mut Tables, LeadId(id): LeadId, row: &Row) -> Result<()> {
    match row {
        Row::Key(key) => drop(tables.keys.remove((key.kind.code(), key.normal.as_str(), id))?),
        Row::Due(at) => drop(tables.due.remove((*at, id))?),
        Row::Outbox { at, queued } => drop(tables.outbox.remove((*at, *queued))?),
        Row::Agenda { teammate, at, seq, .. } => {
            tables.agenda.remove((teammate.as_str(), *at, id, *seq))?;
        }
        Row::CalledIn { teammate, at } => {
            tables.called_in.remove((teammate.as_str(), *at, id))?;
        }
        Row::Load { teammate, unaccepted } => load(tables, teammate, *unaccepted, false)?,
        Row::Answered { at, .. } => drop(tables.answered.remove((*at, id))?),
        Row::Silent { teammate, since, .. } => {
            tables.silent.remove((teammate.as_str(), *since, id))?;
        }
        Row::Ended { at, .. } => drop(tables.ended.remove((*at, id))?),
    }
    Ok(())
}

fn load(tables: &mut Tables, teammate: &str, unaccepted: bool, more: bool) -> Result<()> {
    let (open, waiting) = tables.loads.get(teammate)?.map_or((0, 0), |row| row.value());
    let waits = u32::from(unaccepted);
    let (open, waiting) = if more {
        (open + 1, waiting + waits)
    } else {
        (open.saturating_sub(1), waiting.saturating_sub(waits))
    };
    if open == 0 {
        tables.loads.remove(teammate)?;
    } else {
        tables.loads.insert(teammate, (open, waiting))?;
    }
    Ok(())
}

/// Adds an entry to what is counted per entry and not per lead.
pub(super) fn count(tables: &mut Tables, entry: &Entry) -> Result<()> {
    let Subject::Lead(LeadId(lead)) = entry.subject else { return Ok(()) };
    for count in counts(entry) {
        match count {
            Count::Turn { pool, teammate, change } => {
                let key = (pool.as_str(), teammate.as_str());
                let credit = tables.turns.get(key)?.map_or(0, |row| row.value());
                tables.turns.insert(key, credit + change)?;
            }
            Count::Notice { teammate } => {
                tables.notices.insert((teammate.as_str(), entry.seq), lead)?;
            }
            Count::Together { teammate, with } => {
                let of = |seq| (teammate.as_str(), with.as_str(), seq);
                let mut told = tables.together.range(of(0)..=of(Seq::MAX))?;
                let is_first = told.next().transpose()?.is_none();
                drop(told);
                if is_first {
                    tables.notices.insert((teammate.as_str(), entry.seq), lead)?;
                }
                tables.together.insert(of(entry.seq), lead)?;
            }
            Count::Work { teammate } => {
                let key = (teammate.as_str(), entry.at.as_millisecond(), entry.seq);
                tables.work.insert(key, lead)?;
            }
            Count::Letter { mark } => {
                let mut contact = contact(tables, &mark)?;
                note_letter(&mut contact, entry.at);
                tables.contacts.insert(mark.as_str(), to_row(&contact).as_slice())?;
            }
            Count::OptOut { mark } => {
                let mut contact = contact(tables, &mark)?;
                contact.opted_out_at = Some(entry.at);
                tables.contacts.insert(mark.as_str(), to_row(&contact).as_slice())?;
            }
            Count::Tally(tally) => {
                let place = tally.place(entry.at);
                let count = tables.tallies.get(place)?.map_or(0, |row| row.value());
                tables.tallies.insert(place, count + 1)?;
            }
        }
    }
    Ok(())
}

/// Notes that a letter went to an address.
pub(super) fn note_letter(contact: &mut Contact, at: Timestamp) {
    contact.letters.push(at);
    let surplus = contact.letters.len().saturating_sub(LETTERS_KEPT);
    contact.letters.drain(..surplus);
}

/// What is known of an address, by its keyed hash.
pub fn contact(tables: &Tables, mark: &str) -> Result<Contact> {
    match tables.contacts.get(mark)? {
        Some(row) => from_row(row.value(), "what is known of an address"),
        None => Ok(Contact::default()),
    }
}

impl AgendaItem {
    /// The number it is stored under.
    pub fn code(self) -> u8 {
        match self {
            AgendaItem::Clock => 0,
            AgendaItem::Task => 1,
            AgendaItem::Draft => 2,
            AgendaItem::Snooze => 3,
        }
    }

    /// The item stored under a number.
    pub fn from_code(code: u8) -> AgendaItem {
        match code {
            0 => AgendaItem::Clock,
            2 => AgendaItem::Draft,
            3 => AgendaItem::Snooze,
            _ => AgendaItem::Task,
        }
    }
}

impl KeyKind {
    /// The number it is stored under.
    pub fn code(self) -> u8 {
        match self {
            KeyKind::Email => 0,
            KeyKind::Phone => 1,
            KeyKind::Domain => 2,
        }
    }
}
