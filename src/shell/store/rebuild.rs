//! Growing every derived table back from the journal.

use super::filing::{count, place, refile};
use super::tables::delete_derived;
use super::{Result, Store, Tables, aside, journal, office};
use crate::lead::{Entry, Event, Lead, LeadId, Seq, Subject};
use crate::playbook::Playbook;
use crate::rows::{COUNTED, SHAPE, Summary};
use redb::ReadableTable;

/// Entries read at once.
const ENTRIES_AT_ONCE: usize = 1_000;

/// A lead that was filed anew.
pub struct Refiled<'a> {
    pub lead: &'a Lead,
    pub summary: &'a Summary,
    /// All that is written about it, oldest first.
    pub entries: &'a [Entry],
}

impl Store {
    /// Throws away every derived table and reads the journal again from the start.
    ///
    /// Tells of each lead in the order of their numbers, so that who else keeps something about
    /// leads need not read them again. One transaction: a power cut leaves the tables as they were,
    /// whatever was told. Answers the number of leads.
    pub fn rebuild(&self, playbook: &Playbook, told: &mut dyn FnMut(Refiled)) -> Result<u64> {
        let tx = self.write()?;
        delete_derived(&tx)?;
        let leads = {
            let mut tables = Tables::open(&tx)?;
            read_journal(&mut tables)?;
            aside::grow_back(&mut tables)?;
            let leads = file_leads(&mut tables, playbook, told)?;
            office::put_number(&mut tables.meta, "shape", SHAPE.into())?;
            leads
        };
        tx.commit()?;
        Ok(leads)
    }

    /// The playbook in force according to the journal alone: its version and its text.
    pub fn playbook_of_journal(&self) -> Result<Option<(u32, String)>> {
        let reading = self.read()?;
        let mut found = None;
        let mut after = 0;
        loop {
            let entries = reading.entries_after(after, 1000)?;
            let Some(last) = entries.last() else { return Ok(found) };
            after = last.seq;
            for entry in entries {
                if let Event::PlaybookApplied { version, text, .. } = entry.event {
                    found = Some((version, text));
                }
            }
        }
    }
}

/// First pass: what is counted per entry, and which entries belong to which lead.
fn read_journal(tables: &mut Tables) -> Result<()> {
    let mut after: Seq = 0;
    loop {
        let mut begun = Vec::with_capacity(ENTRIES_AT_ONCE);
        for row in tables.journal.range(after + 1..)?.take(ENTRIES_AT_ONCE) {
            let row = row?.1;
            let heading = journal::heading(row.value())?;
            let is_told = heading.subject == Subject::House || COUNTED.contains(&heading.kind.0);
            let entry = is_told.then(|| journal::decode(row.value())).transpose()?;
            begun.push((heading.seq, heading.subject, heading.kind.0.to_owned(), entry));
        }
        let Some((last, ..)) = begun.last() else { return Ok(()) };
        after = *last;
        for (seq, subject, kind, entry) in &begun {
            if let Some(lead) = subject.lead() {
                place(tables, lead, *seq, kind)?;
            }
            let Some(entry) = entry else { continue };
            if let Event::PlaybookApplied { version, .. } = &entry.event {
                tables.versions.insert(*version, entry.seq)?;
            }
            count(tables, entry)?;
        }
    }
}

/// Second pass: one lead after another, so that memory stays flat.
fn file_leads(
    tables: &mut Tables,
    playbook: &Playbook,
    told: &mut dyn FnMut(Refiled),
) -> Result<u64> {
    let mut leads = 0;
    let mut next = LeadId(0);
    while let Some(id) = first_lead_from(tables, next)? {
        let entries = entries_of(tables, id)?;
        let mut lead = Lead::unborn(id);
        entries.iter().for_each(|entry| lead.apply(entry));
        let (_, summary) = refile(tables, &lead, &[], playbook)?;
        told(Refiled { lead: &lead, summary: &summary, entries: &entries });
        leads += 1;
        next = LeadId(id.0 + 1);
    }
    Ok(leads)
}

fn first_lead_from(tables: &Tables, from: LeadId) -> Result<Option<LeadId>> {
    let first = tables.timeline.range((from.0, 0)..)?.next();
    Ok(first.transpose()?.map(|(key, _)| LeadId(key.value().0)))
}

fn entries_of(tables: &Tables, id: LeadId) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for row in tables.timeline.range((id.0, 0)..=(id.0, Seq::MAX))? {
        if let Some(entry) = tables.journal.get(row?.0.value().1)? {
            entries.push(journal::decode(entry.value())?);
        }
    }
    Ok(entries)
}
