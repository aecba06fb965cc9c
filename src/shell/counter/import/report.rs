//! What came of an import: told row by row while it runs, and summed up at its end.

use crate::lead::Fate;
use crate::playbook::Playbook;
use crate::shell::desk::Answer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of unknown owners that are remembered; of more, only the rows are counted.
const UNKNOWN_MAX: usize = 100;

/// Characters of such a name.
const NAME_MAX: usize = 100;

/// One thing told while an import runs.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// What becomes of each column.
    Columns(Vec<ToldColumn>),
    /// A row was not taken.
    Bad {
        line: u64,
        why: String,
    },
    /// So many rows were read by now.
    Taken {
        rows: u64,
    },
    Done(Box<Imported>),
    /// It ended early; what was taken before is kept.
    Stopped {
        sentence: String,
    },
}

/// One column of theirs and its place with us.
#[derive(Debug, Serialize, Deserialize)]
pub struct ToldColumn {
    pub theirs: String,
    pub ours: String,
    /// Whether it has a place of its own, or is merely kept under its own name.
    pub understood: bool,
}

/// What came of a whole table.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Rows below the heading, bad ones included.
    pub rows: u64,
    /// New leads.
    pub created: u64,
    /// Rows that belong to a lead we are working with.
    pub attached: u64,
    /// New leads that may be one we know.
    pub flagged: u64,
    /// Leads that lack what their source requires.
    pub incomplete: u64,
    /// Rows that had been imported before.
    pub repeated: u64,
    /// Rows that said nothing at all.
    pub empty: u64,
    /// Rows that were not taken.
    pub bad: u64,
    /// Rows that name somebody who works here as the owner.
    pub owners_known: u64,
    /// Rows that name somebody else; they are shared out by the rules.
    pub owners_unknown: u64,
    /// Who that was, and in how many rows.
    pub unknown_owners: BTreeMap<String, u64>,
    pub encoding: String,
    pub delimiter: String,
}

/// The sum while it grows.
#[derive(Default)]
pub(super) struct Tally {
    sum: Imported,
}

impl Tally {
    pub(super) fn rows(&self) -> u64 {
        self.sum.rows
    }

    pub(super) fn bad(&mut self, line: u64, why: String) -> Told {
        self.sum.rows += 1;
        self.sum.bad += 1;
        Told::Bad { line, why }
    }

    pub(super) fn repeated(&mut self) {
        self.sum.rows += 1;
        self.sum.repeated += 1;
    }

    /// Counts what a row came to, and whether something is missing where it began a lead.
    pub(super) fn came_to(&mut self, fate: &Fate, lacks: bool) {
        let sum = &mut self.sum;
        sum.rows += 1;
        match fate {
            Fate::Created(_) => sum.created += 1,
            Fate::Attached(_) => sum.attached += 1,
            Fate::Flagged(_) => sum.flagged += 1,
            Fate::Quarantined(_) | Fate::Empty => sum.empty += 1,
        }
        sum.incomplete += u64::from(lacks);
    }

    pub(super) fn took(&mut self, answer: &Answer) {
        match answer {
            Answer::Captured { repeated: true, .. } => self.repeated(),
            Answer::Captured { fate, lead, .. } => {
                let began = matches!(fate, Fate::Created(_) | Fate::Flagged(_));
                let lacks = lead.as_ref().is_some_and(|lead| !lead.missing.is_empty());
                self.came_to(fate, began && lacks);
            }
            Answer::Lead(_) | Answer::Playbook(_) | Answer::Office => {}
        }
    }

    /// Notes whether the owner a row names works here.
    pub(super) fn owner(&mut self, named: Option<&str>, playbook: &Playbook) {
        let Some(name) = named else { return };
        if playbook.teammate_called(name).is_some_and(|mate| mate.active) {
            self.sum.owners_known += 1;
            return;
        }
        self.sum.owners_unknown += 1;
        let name: String = name.chars().take(NAME_MAX).collect();
        let unknown = &mut self.sum.unknown_owners;
        if unknown.len() < UNKNOWN_MAX || unknown.contains_key(&name) {
            *unknown.entry(name).or_default() += 1;
        }
    }

    pub(super) fn finish(self, encoding: &str, delimiter: char) -> Imported {
        let (encoding, delimiter) = (encoding.to_owned(), delimiter.to_string());
        Imported { encoding, delimiter, ..self.sum }
    }
}
