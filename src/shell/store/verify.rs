//! Asking whether every derived table equals the journal re-read, beside a house that stays open.

use super::files::pieces_of;
use super::filing::note_letter;
use super::read::Reading;
use super::tables::*;
use super::{Result, Store, to_row};
use crate::capability::Contact;
use crate::lead::words::kind_of;
use crate::lead::{Attached, Entry, Event, Lead, LeadId, Seq, Subject};
use crate::playbook::Playbook;
use crate::rows::{Count, Row, counts, rows, summary};
use redb::{Key, ReadableTableMetadata, TableDefinition, Value};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Numbers of leads, in order.
    ids: Vec<u64>,
    keys: u64,
    due: u64,
    outbox: u64,
    agenda: u64,
    called_in: u64,
    answered: u64,
    notices: u64,
    together: u64,
    /// Notices of several leads: to whom, and what their parts have in common.
    groups: BTreeSet<(String, String)>,
    silent: u64,
    work: u64,
    files: u64,
    pieces: u64,
    timeline: u64,
    said: u64,
    playbooks: u64,
    ended: u64,
    loads: BTreeMap<String, (u32, u32)>,
    turns: BTreeMap<(String, String), i64>,
    contacts: BTreeMap<String, Contact>,
    tallies: BTreeMap<(u8, u32, String), u32>,
}

impl Store {
    /// Reads the whole journal and holds every derived row against it. Of leads and of addresses it
    /// keeps little more than their names in memory, and of entries nothing.
    pub fn verify(&self, playbook: &Playbook) -> Result<Verdict> {
        let reading = self.read()?;
        let mut verdict = Verdict::default();
        let mut expected = Expected::default();
        verify_entries(&reading, &mut verdict, &mut expected)?;
        for id in std::mem::take(&mut expected.ids) {
            verify_lead(&reading, LeadId(id), playbook, &mut verdict, &mut expected)?;
        }
        verify_lengths(&reading, &mut verdict, &expected)?;
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
        let timeline = reading.table(TIMELINE)?;
        for entry in &entries {
            if let Subject::Lead(id) = entry.subject {
                expected.meet(id);
                expected.timeline += 1;
                let key = (id.0, entry.seq);
                if timeline.as_ref().map_or(Ok(None), |table| table.get(key))?.is_none() {
                    verdict.differ(|| format!("Entry {} is not filed under lead {id}.", entry.seq));
                }
                if Event::WORDS.contains(&kind_of(&entry.event)) {
                    expected.said += 1;
                    if !stands(reading, SAID, key, |()| true)? {
                        verdict
                            .differ(|| format!("The words of entry {} are not filed.", entry.seq));
                    }
                }
                verify_counted(reading, entry, id, verdict, expected)?;
            }
            if let Event::PlaybookApplied { version, text, .. } = &entry.event {
                playbook = *version;
                expected.playbooks += 1;
                if reading.playbook_version(playbook)?.as_ref() != Some(text) {
                    verdict
                        .differ(|| format!("Playbook {version} is not filed as it was applied."));
                }
            }
        }
    }
    let filed = reading.playbook()?.map_or(0, |(version, _)| version);
    if filed != playbook {
        verdict.differ(|| format!("Playbook {filed} is filed, the journal says {playbook}."));
    }
    Ok(())
}

impl Expected {
    /// Notes a lead that an entry is about. A lead is met first under its own number, and so in order.
    fn meet(&mut self, LeadId(id): LeadId) {
        if let Err(place) = self.ids.binary_search(&id) {
            self.ids.insert(place, id);
        }
    }
}

/// Counts what is counted per entry, and looks for what is filed per entry.
fn verify_counted(
    reading: &Reading,
    entry: &Entry,
    lead: LeadId,
    verdict: &mut Verdict,
    expected: &mut Expected,
) -> Result<()> {
    for count in counts(entry) {
        match count {
            Count::Turn { pool, teammate, change } => {
                *expected.turns.entry((pool, teammate)).or_default() += change;
            }
            Count::Notice { teammate } => {
                verify_notice(reading, &teammate, (entry.seq, lead), verdict, expected)?;
            }
            Count::Together { teammate, with } => {
                expected.together += 1;
                let key = (teammate.as_str(), with.as_str(), entry.seq);
                if !stands(reading, TOGETHER, key, |of| of == lead.0)? {
                    verdict.differ(|| format!("Entry {} is not among its notice.", entry.seq));
                }
                if expected.groups.insert((teammate.clone(), with)) {
                    verify_notice(reading, &teammate, (entry.seq, lead), verdict, expected)?;
                }
            }
            Count::Work { teammate } => {
                expected.work += 1;
                let key = (teammate.as_str(), entry.at.as_millisecond(), entry.seq);
                if !stands(reading, WORK, key, |of| of == lead.0)? {
                    verdict.differ(|| format!("The work of entry {} is lacking.", entry.seq));
                }
            }
            Count::Letter { mark } => {
                note_letter(expected.contacts.entry(mark).or_default(), entry.at);
            }
            Count::OptOut { mark } => {
                expected.contacts.entry(mark).or_default().opted_out_at = Some(entry.at);
            }
            Count::Tally(tally) => {
                let (kind, day, by) = tally.place(entry.at);
                *expected.tallies.entry((kind, day, by.to_owned())).or_default() += 1;
            }
        }
    }
    Ok(())
}

fn verify_notice(
    reading: &Reading,
    teammate: &str,
    (seq, lead): (Seq, LeadId),
    verdict: &mut Verdict,
    expected: &mut Expected,
) -> Result<()> {
    expected.notices += 1;
    if !stands(reading, NOTICES, (teammate, seq), |of| of == lead.0)? {
        verdict.differ(|| format!("The notice of entry {seq} is lacking."));
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
    let (as_told, listed) = (to_row(&(&lead, &rows)), to_row(&summary(&lead, playbook)));
    if !stands(reading, LEADS, id.0, |row| row == as_told.as_slice())? {
        verdict.differ(|| format!("Lead {id} is not filed as its journal tells it."));
    }
    if !stands(reading, SUMMARIES, id.0, |row| row == listed.as_slice())? {
        verdict.differ(|| format!("Lead {id} stands in lists as it is not."));
    }
    for Attached { file, .. } in &lead.files {
        expected.files += 1;
        expected.pieces += pieces_of(file.size);
        if !stands(reading, FILES, file.id.as_u128(), |held| held == (id.0, file.size))? {
            verdict.differ(|| format!("A file of lead {id} is lacking."));
        }
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
            stands(reading, KEYS, (key.kind.code(), key.normal.as_str(), id), |()| true)
        }
        Row::Due(at) => {
            expected.due += 1;
            stands(reading, DUE, (*at, id), |()| true)
        }
        Row::Outbox { at, queued } => {
            expected.outbox += 1;
            stands(reading, OUTBOX, (*at, *queued), |lead| lead == id)
        }
        Row::Agenda { teammate, at, seq, item } => {
            expected.agenda += 1;
            let key = (teammate.as_str(), *at, id, *seq);
            stands(reading, AGENDA, key, |code| code == item.code())
        }
        Row::CalledIn { teammate, at } => {
            expected.called_in += 1;
            stands(reading, CALLED_IN, (teammate.as_str(), *at, id), |()| true)
        }
        Row::Load { teammate, unaccepted } => {
            let load = expected.loads.entry(teammate.clone()).or_default();
            *load = (load.0 + 1, load.1 + u32::from(*unaccepted));
            Ok(true)
        }
        Row::Answered { at, teammate, seconds, in_time } => {
            expected.answered += 1;
            let answer = to_row(&(teammate, seconds, in_time));
            stands(reading, ANSWERED, (*at, id), |row| row == answer.as_slice())
        }
        Row::Silent { teammate, since, ours } => {
            expected.silent += 1;
            let key = (teammate.as_str(), *since, id);
            stands(reading, SILENT, key, |last| last == *ours)
        }
        Row::Ended { at, won } => {
            expected.ended += 1;
            stands(reading, ENDED, (*at, id), |filed| filed == *won)
        }
    }
}

fn verify_lengths(reading: &Reading, verdict: &mut Verdict, expected: &Expected) -> Result<()> {
    let (aside, lacking) = reading.belong_aside()?;
    let lengths = [
        ("keys", length(reading, KEYS)?, expected.keys),
        ("due", length(reading, DUE)?, expected.due),
        ("outbox", length(reading, OUTBOX)?, expected.outbox),
        ("agenda", length(reading, AGENDA)?, expected.agenda),
        ("called in", length(reading, CALLED_IN)?, expected.called_in),
        ("answered", length(reading, ANSWERED)?, expected.answered),
        ("notices", length(reading, NOTICES)?, expected.notices),
        ("together", length(reading, TOGETHER)?, expected.together),
        ("silent", length(reading, SILENT)?, expected.silent),
        ("work", length(reading, WORK)?, expected.work),
        ("files", length(reading, FILES)?, expected.files),
        ("pieces", length(reading, PIECES)?, expected.pieces + reading.uploaded_pieces()?),
        ("timeline", length(reading, TIMELINE)?, expected.timeline),
        ("said", length(reading, SAID)?, expected.said),
        ("lists", length(reading, SUMMARIES)?, verdict.leads),
        ("leads", length(reading, LEADS)?, verdict.leads),
        ("turns", length(reading, TURNS)?, expected.turns.len() as u64),
        ("addresses", length(reading, CONTACTS)?, expected.contacts.len() as u64),
        ("versions", length(reading, VERSIONS)?, expected.playbooks),
        ("ended", length(reading, ENDED)?, expected.ended),
        ("tallies", length(reading, TALLIES)?, expected.tallies.len() as u64),
        ("aside", length(reading, ASIDE)?, aside),
    ];
    for (name, found, wanted) in lengths {
        if found != wanted {
            verdict.differ(|| format!("“{name}” has {found} rows, the journal gives {wanted}."));
        }
    }
    if lacking > 0 {
        verdict.differ(|| format!("{lacking} submissions do not lie aside as they should."));
    }
    Ok(())
}

fn verify_counts(reading: &Reading, verdict: &mut Verdict, expected: &Expected) -> Result<()> {
    let loads: BTreeMap<String, (u32, u32)> = reading
        .loads()?
        .into_iter()
        .map(|(teammate, load)| (teammate, (load.open, load.unaccepted)))
        .collect();
    if loads != expected.loads {
        verdict.differ(|| "What teammates have on their desks is counted wrongly.".into());
    }
    for ((pool, teammate), credit) in &expected.turns {
        if !stands(reading, TURNS, (pool.as_str(), teammate.as_str()), |filed| filed == *credit)? {
            verdict.differ(|| format!("The turn of {teammate} in {pool} is counted wrongly."));
        }
    }
    for ((kind, day, by), count) in &expected.tallies {
        if !stands(reading, TALLIES, (*kind, *day, by.as_str()), |filed| filed == *count)? {
            verdict.differ(|| format!("Day {day} is counted wrongly."));
        }
    }
    for (mark, contact) in &expected.contacts {
        let filed = reading.contact(mark)?;
        if filed.opted_out_at != contact.opted_out_at {
            verdict.differ(|| "An opt-out is not kept as the journal tells it.".into());
        }
        if filed.letters != contact.letters {
            verdict.differ(|| "Letters to an address are not kept as the journal tells it.".into());
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

/// Whether a row is there and says what it should.
fn stands<'k, K: Key + 'static, V: Value + 'static>(
    reading: &Reading,
    table: TableDefinition<K, V>,
    key: impl std::borrow::Borrow<K::SelfType<'k>>,
    says: impl FnOnce(V::SelfType<'_>) -> bool,
) -> Result<bool> {
    let Some(table) = reading.table(table)? else { return Ok(false) };
    Ok(table.get(key)?.is_some_and(|row| says(row.value())))
}
