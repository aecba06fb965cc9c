//! Asking whether every derived table equals the journal re-read, beside a house that stays open.

use super::read::Reading;
use super::tables::*;
use super::{Result, Store, to_row};
use crate::capability::Contact;
use crate::lead::{Event, Lead, LeadId, Seq, Subject};
use crate::playbook::Playbook;
use crate::rows::{Count, Row, counts, rows, summary};
use redb::{Key, ReadableTableMetadata, TableDefinition, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Differences that are told one by one; more are only counted.
const TOLD_MAX: usize = 20;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub entries: u64,
    pub leads: u64,
    /// How many differences there are.
    pub differences: u64,
    /// The first of them, in sentences.
    pub told: Vec<String>,
}

impl Verdict {
    fn differ(&mut self, sentence: impl FnOnce() -> String) {
        self.differences += 1;
        if self.told.len() < TOLD_MAX {
            self.told.push(sentence());
        }
    }
}

/// How many rows each table should have, and the counts, as the journal gives them.
#[derive(Default)]
struct Expected {
    keys: u64,
    due: u64,
    outbox: u64,
    agenda: u64,
    answered: u64,
    notices: u64,
    silent: u64,
    work: u64,
    timeline: u64,
    loads: BTreeMap<String, (u32, u32)>,
    turns: BTreeMap<(String, String), i64>,
    letters: BTreeMap<String, usize>,
    opted_out: BTreeMap<String, ()>,
}

impl Store {
    /// Reads the whole journal and holds every derived row against it, in flat memory.
    pub fn verify(&self, playbook: &Playbook) -> Result<Verdict> {
        let reading = self.read()?;
        let mut verdict = Verdict::default();
        let mut expected = Expected::default();
        verify_entries(&reading, &mut verdict, &mut expected)?;
        let mut after = LeadId(0);
        loop {
            let ids = reading.lead_ids_after(after, 500)?;
            let Some(last) = ids.last() else { break };
            after = *last;
            for id in ids {
                verify_lead(&reading, id, playbook, &mut verdict, &mut expected)?;
            }
        }
        verify_counts(&reading, &mut verdict, &expected)?;
        Ok(verdict)
    }
}

fn verify_entries(reading: &Reading, verdict: &mut Verdict, expected: &mut Expected) -> Result<()> {
    let mut after = 0;
    let mut playbook = 0;
    loop {
        let entries = reading.entries_after(after, 1000)?;
        let Some(last) = entries.last() else { break };
        if last.seq != after + entries.len() as Seq {
            verdict.differ(|| format!("Entries are missing between {after} and {}.", last.seq));
        }
        after = last.seq;
        verdict.entries += entries.len() as u64;
        for entry in entries {
            expected.timeline += u64::from(matches!(entry.subject, Subject::Lead(_)));
            for count in counts(&entry) {
                match count {
                    Count::Turn { pool, teammate, change } => {
                        *expected.turns.entry((pool, teammate)).or_default() += change;
                    }
                    Count::Notice { .. } => expected.notices += 1,
                    Count::Work { .. } => expected.work += 1,
                    Count::Letter { mark } => *expected.letters.entry(mark).or_default() += 1,
                    Count::OptOut { mark } => drop(expected.opted_out.insert(mark, ())),
                }
            }
            if let Event::PlaybookApplied { version, .. } = entry.event {
                playbook = version;
            }
        }
    }
    let filed = reading.playbook()?.map_or(0, |(version, _)| version);
    if filed != playbook {
        verdict.differ(|| format!("Playbook {filed} is filed, the journal says {playbook}."));
    }
    Ok(())
}

fn verify_lead(
    reading: &Reading,
    id: LeadId,
    playbook: &Playbook,
    verdict: &mut Verdict,
    expected: &mut Expected,
) -> Result<()> {
    verdict.leads += 1;
    let lead = fold(reading, id)?;
    let rows = rows(&lead, playbook);
    if !holds(reading, LEADS, id.0, to_row(&(&lead, &rows)).as_slice())? {
        verdict.differ(|| format!("Lead {id} is not filed as its journal tells it."));
    }
    if !holds(reading, SUMMARIES, id.0, to_row(&summary(&lead, playbook)).as_slice())? {
        verdict.differ(|| format!("Lead {id} stands in lists as it is not."));
    }
    for row in &rows {
        if !is_filed(reading, id, row, expected)? {
            verdict.differ(|| format!("Lead {id} is not to be found where it belongs: {row:?}."));
        }
    }
    Ok(())
}

fn fold(reading: &Reading, id: LeadId) -> Result<Lead> {
    let mut lead = Lead::unborn(id);
    let mut after = 0;
    loop {
        let entries = reading.timeline(id, after, 500)?;
        let Some(last) = entries.last() else { return Ok(lead) };
        after = last.seq;
        entries.iter().for_each(|entry| lead.apply(entry));
    }
}

fn is_filed(
    reading: &Reading,
    LeadId(id): LeadId,
    row: &Row,
    expected: &mut Expected,
) -> Result<bool> {
    match row {
        Row::Key(key) => {
            expected.keys += 1;
            has(reading, KEYS, (key.kind.code(), key.normal.as_str(), id))
        }
        Row::Due(at) => {
            expected.due += 1;
            has(reading, DUE, (*at, id))
        }
        Row::Outbox { at, queued } => {
            expected.outbox += 1;
            has(reading, OUTBOX, (*at, *queued))
        }
        Row::Agenda { teammate, at, seq, .. } => {
            expected.agenda += 1;
            has(reading, AGENDA, (teammate.as_str(), *at, id, *seq))
        }
        Row::Load { teammate, unaccepted } => {
            let load = expected.loads.entry(teammate.clone()).or_default();
            *load = (load.0 + 1, load.1 + u32::from(*unaccepted));
            Ok(true)
        }
        Row::Answered { at, .. } => {
            expected.answered += 1;
            has(reading, ANSWERED, (*at, id))
        }
        Row::Silent { teammate, since, .. } => {
            expected.silent += 1;
            has(reading, SILENT, (teammate.as_str(), *since, id))
        }
    }
}

fn verify_counts(reading: &Reading, verdict: &mut Verdict, expected: &Expected) -> Result<()> {
    let lengths = [
        ("keys", length(reading, KEYS)?, expected.keys),
        ("due", length(reading, DUE)?, expected.due),
        ("outbox", length(reading, OUTBOX)?, expected.outbox),
        ("agenda", length(reading, AGENDA)?, expected.agenda),
        ("answered", length(reading, ANSWERED)?, expected.answered),
        ("notices", length(reading, NOTICES)?, expected.notices),
        ("silent", length(reading, SILENT)?, expected.silent),
        ("work", length(reading, WORK)?, expected.work),
        ("timeline", length(reading, TIMELINE)?, expected.timeline),
        ("lists", length(reading, SUMMARIES)?, verdict.leads),
        ("leads", length(reading, LEADS)?, verdict.leads),
        ("aside", length(reading, ASIDE)?, reading.belong_aside()?),
    ];
    for (name, found, wanted) in lengths {
        if found != wanted {
            verdict.differ(|| format!("“{name}” has {found} rows, the journal gives {wanted}."));
        }
    }
    let loads: BTreeMap<String, (u32, u32)> = reading
        .loads()?
        .into_iter()
        .map(|(teammate, load)| (teammate, (load.open, load.unaccepted)))
        .collect();
    if loads != expected.loads {
        verdict.differ(|| "What teammates have on their desks is counted wrongly.".into());
    }
    for ((pool, teammate), credit) in &expected.turns {
        let filed = reading
            .table(TURNS)?
            .map_or(Ok(None), |table| table.get((pool.as_str(), teammate.as_str())))?;
        if filed.map_or(0, |row| row.value()) != *credit {
            verdict.differ(|| format!("The turn of {teammate} in {pool} is counted wrongly."));
        }
    }
    for mark in expected.letters.keys().chain(expected.opted_out.keys()) {
        let contact: Contact = reading.contact(mark)?;
        let opted_out = contact.opted_out_at.is_some();
        if opted_out != expected.opted_out.contains_key(mark) {
            verdict.differ(|| "An opt-out is not kept as the journal tells it.".into());
        }
    }
    Ok(())
}

fn length<K: Key + 'static, V: Value + 'static>(
    reading: &Reading,
    table: TableDefinition<K, V>,
) -> Result<u64> {
    Ok(reading.table(table)?.map_or(Ok(0), |table| table.len())?)
}

fn has<'k, K: Key + 'static, V: Value + 'static>(
    reading: &Reading,
    table: TableDefinition<K, V>,
    key: impl std::borrow::Borrow<K::SelfType<'k>>,
) -> Result<bool> {
    let Some(table) = reading.table(table)? else { return Ok(false) };
    Ok(table.get(key)?.is_some())
}

fn holds(
    reading: &Reading,
    table: TableDefinition<u64, &'static [u8]>,
    key: u64,
    bytes: &[u8],
) -> Result<bool> {
    let Some(table) = reading.table(table)? else { return Ok(false) };
    Ok(table.get(key)?.is_some_and(|row| row.value() == bytes))
}
