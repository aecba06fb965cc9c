//! The journal as the search index reads it: which leads were written about, and what they say.

use super::desk::Desk;
use super::search::{
    Batch, Follower, GatherFault, Paper, Search, SearchFault, fact, measure, measured,
};
use super::store::{Refiled, Result, Store};
use crate::lead::profile::phone_normal;
use crate::lead::{Entry, Event, Grade, Lead, LeadId, TaskKind};
use crate::playbook::Playbook;
use crate::playbook::first_number;
use crate::rows::{Summary, called_over, silence};
use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Entries read at once.
const ENTRIES_AT_ONCE: usize = 2_000;

/// Of one lead, how many entries with words are searched, newest first.
const ENTRIES_OF_A_LEAD: usize = 200;

/// Letters of text of one lead that are searched.
const TEXT_MAX: usize = 20_000;

/// Keeps an index abreast of the journal that a desk writes.
pub fn follow(search: Search, desk: Arc<Desk>) -> std::result::Result<Follower, SearchFault> {
    Follower::new(search, move |after| {
        let gathered = desk.look("reading the journal for the search", |desk| {
            Ok(gather(desk.store(), &desk.in_force().playbook, after)?)
        });
        gathered.map_err(GatherFault::from)
    })
}

/// What the journal says after an entry.
fn gather(store: &Store, playbook: &Playbook, after: u64) -> Result<Batch> {
    let reading = store.read()?;
    let entries =
        reading.headings_after(after, ENTRIES_AT_ONCE, |heading| (heading.seq, heading.subject))?;
    let up_to = entries.last().map_or(after, |(seq, _)| *seq);
    let leads: BTreeSet<LeadId> =
        entries.into_iter().filter_map(|(_, subject)| subject.lead()).collect();
    let mut papers = Vec::with_capacity(leads.len());
    for id in leads {
        let (Some(lead), Some(row)) = (reading.lead(id)?, reading.summary(id)?) else { continue };
        let said = text(reading.newest_said(id)?)?;
        papers.push(paper(&lead, &row, said, playbook));
    }
    Ok(Batch { papers, removed: Vec::new(), up_to })
}

/// What the index is to know of a lead that was filed anew.
pub fn refiled(filed: &Refiled, playbook: &Playbook) -> Paper {
    let said = text(filed.entries.iter().rev().map(Ok)).unwrap_or_default();
    paper(filed.lead, filed.summary, said, playbook)
}

fn paper(lead: &Lead, row: &Summary, text: String, playbook: &Playbook) -> Paper {
    let profile = &lead.profile;
    let who = [
        &profile.name,
        &profile.company,
        &profile.email,
        &profile.phone,
        &profile.city,
        &profile.postcode,
    ];
    let touched = row.last_touch.map(|touch| touch.at).max(row.captured_at);
    let phone = phone_normal(&profile.phone, &playbook.business.country);
    Paper {
        id: lead.id.0,
        who: who.map(String::as_str).join(" "),
        phones: phone.unwrap_or_default().trim_start_matches('+').to_owned(),
        text,
        owner: row.owner.clone().unwrap_or_default(),
        stage: row.stage.clone(),
        tier: row.tier as u64,
        score: row.score.into(),
        source: row.source.clone(),
        fate: row.fate.key().to_owned(),
        created: row.captured_at.map_or(0, |at| at.as_millisecond()),
        next_at: row.next_at.map_or(i64::MAX, |at| at.as_millisecond()),
        touched: touched.map_or(0, |at| at.as_millisecond()),
        value: row.value.and_then(|value| u64::try_from(value).ok()).unwrap_or(0),
        tags: row.tags.clone(),
        facts: lead.fields.iter().map(|(key, value)| fact(key, value)).collect(),
        measures: lead.fields.iter().filter_map(|(key, value)| filed(key, value)).collect(),
        flags: flags(lead)
            .into_iter()
            .map(str::to_owned)
            .chain(called_over(lead).map(|id| called_in_flag(id)))
            .chain(lead.imports.iter().map(|list| import_flag(&list.key())))
            .collect(),
    }
}

/// A fact with its number, however people wrote it, or its day.
fn filed(key: &str, value: &str) -> Option<String> {
    measured(key, measure(value).or_else(|| first_number(value))?)
}

/// What can be said of a lead in a word, for lists to narrow by.
pub const FLAGS: [&str; 13] = [
    "incomplete",
    "waiting",
    "look_alike",
    "returning",
    "unanswered",
    "no_next_step",
    "iql",
    "mql",
    "pql",
    "sql",
    "handed_over",
    "silent",
    "on_reply",
];

/// What the index files the leads of one list under, by its key.
pub fn import_flag(key: &str) -> String {
    format!("import:{key}")
}

/// What the index files the leads under that a teammate was called in on.
pub fn called_in_flag(teammate: &str) -> String {
    format!("called_in:{teammate}")
}

/// The flags that stand on a lead.
pub fn flags(lead: &Lead) -> Vec<&'static str> {
    let is = |grade: Grade| lead.grade() == Some(grade);
    let silence = silence(lead);
    let holds = [
        !lead.missing.is_empty(),
        lead.awaiting_since.is_some(),
        !lead.look_alikes.is_empty(),
        !lead.earlier.is_empty(),
        lead.promise.is_some() && lead.first_answer.is_none(),
        lead.is_open() && lacks_next_step(lead),
        is(Grade::Iql),
        is(Grade::Mql),
        is(Grade::Pql),
        is(Grade::Sql),
        lead.is_open() && lead.handed_over_at.is_some() && lead.taken_on_at.is_none(),
        silence.is_some(),
        silence.is_some_and(|silence| silence.ours),
    ];
    FLAGS.into_iter().zip(holds).filter(|(_, holds)| *holds).map(|(flag, _)| flag).collect()
}

/// Whether a person has yet to say what happens next.
fn lacks_next_step(lead: &Lead) -> bool {
    let asked = lead.asked_task(TaskKind::NextStep).map(|task| task.seq);
    let planned = lead.tasks.iter().any(|task| Some(task.seq) != asked)
        || lead.promise.is_some()
        || lead.snoozed.is_some()
        || lead.enrolment.is_some()
        || !lead.outbox.is_empty();
    !planned
}

/// Messages, notes and touches out of entries that come newest first.
fn text<E: Borrow<Entry>>(newest: impl Iterator<Item = Result<E>>) -> Result<String> {
    let mut text = String::new();
    let mut read = 0;
    for entry in newest {
        let entry = entry?;
        let said = match &entry.borrow().event {
            Event::Captured(arrival) | Event::Attached(arrival) => &arrival.message,
            Event::Noted { text } => text,
            Event::Touched(touch) => &touch.text,
            _ => continue,
        };
        read += 1;
        if read > ENTRIES_OF_A_LEAD || text.len() + said.len() > TEXT_MAX {
            break;
        }
        text.push_str(said);
        text.push(' ');
    }
    Ok(text)
}
