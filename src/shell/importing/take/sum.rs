//! What came of a whole list, and the sum while it grows.

use super::Came;
use crate::playbook::Playbook;
use crate::shell::importing::List;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of unknown owners, and words that are no tags, that are remembered; of more, only the rows are counted.
const UNKNOWN_MAX: usize = 100;

/// Characters of such a name.
pub(super) const NAME_MAX: usize = 100;

/// What came of a whole list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Rows with a word where tags stand that is no tag; it is kept beside the lead.
    #[serde(default)]
    pub tags_unknown: u64,
    /// Which words those were, and in how many rows.
    #[serde(default)]
    pub unknown_tags: BTreeMap<String, u64>,
    /// The encoding of a table, or the name of a sheet.
    pub encoding: String,
    /// What stood between two cells; empty for a sheet.
    pub delimiter: String,
}

/// The sum while it grows.
#[derive(Default)]
pub(super) struct Tally {
    sum: Imported,
}

impl Tally {
    pub(super) fn sum(&self) -> &Imported {
        &self.sum
    }

    /// Counts what a row came to, and whether something is missing where it began a lead.
    pub(super) fn came(&mut self, came: &Came, lacks: bool) {
        let sum = &mut self.sum;
        sum.rows += 1;
        match came {
            Came::Created(_) => sum.created += 1,
            Came::Attached(_) => sum.attached += 1,
            Came::Flagged(_) => sum.flagged += 1,
            Came::Repeated => sum.repeated += 1,
            Came::Empty => sum.empty += 1,
            Came::Refused(_) => sum.bad += 1,
        }
        sum.incomplete += u64::from(lacks);
    }

    /// Notes whether the owner a row names works here.
    pub(super) fn owner(&mut self, named: Option<&str>, playbook: &Playbook) {
        let Some(name) = named else { return };
        if playbook.teammate_called(name).is_some_and(|mate| mate.active) {
            self.sum.owners_known += 1;
            return;
        }
        self.sum.owners_unknown += 1;
        note(&mut self.sum.unknown_owners, name);
    }

    /// Notes the words of a row that stand where tags do and are none.
    pub(super) fn strange_tags<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let mut words = words.peekable();
        self.sum.tags_unknown += u64::from(words.peek().is_some());
        words.for_each(|word| note(&mut self.sum.unknown_tags, word));
    }

    pub(super) fn finish(self, list: &List) -> Imported {
        let encoding = list.written_in().to_owned();
        let delimiter = list.delimiter().map(String::from).unwrap_or_default();
        Imported { encoding, delimiter, ..self.sum }
    }
}

/// Counts a name among those that are unknown, as long as there are not too many.
fn note(unknown: &mut BTreeMap<String, u64>, name: &str) {
    let name: String = name.chars().take(NAME_MAX).collect();
    if unknown.len() < UNKNOWN_MAX || unknown.contains_key(&name) {
        *unknown.entry(name).or_default() += 1;
    }
}
