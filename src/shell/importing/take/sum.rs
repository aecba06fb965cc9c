//! What came of a whole list, and the sum while it grows.

use super::heading::{Heading, works_here};
use super::{Came, OfRow};
use crate::capture::DateOrder;
use crate::playbook::Playbook;
use crate::shell::importing::{List, Row};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of unknown owners, and words that are no tags, that are remembered; of more, only the rows are counted.
const UNKNOWN_MAX: usize = 100;

/// Values of a column that are shown of those that were not understood.
const SAMPLES_MAX: usize = 5;

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
    /// New leads with neither an e-mail address nor a phone number.
    #[serde(default)]
    pub unreachable: u64,
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
    /// Rows of people who want no more letters.
    #[serde(default)]
    pub opted_out: u64,
    /// Columns with values that were not understood, and are kept beside their leads.
    #[serde(default)]
    pub unread: BTreeMap<String, Unread>,
    /// How dates with slashes were read that could be read in two ways.
    #[serde(default)]
    pub dates: Option<DateOrder>,
    /// Places that more than one column goes to, and their names.
    #[serde(default)]
    pub doubled: BTreeMap<String, Vec<String>>,
    /// Whether the first row looks like no heading.
    #[serde(default)]
    pub no_heading: bool,
    /// Rows with bytes that are no text in this encoding.
    #[serde(default)]
    pub torn: u64,
    /// The encoding of a text, or the name of a sheet.
    pub encoding: String,
    /// What stood between two cells of a table; else empty.
    pub delimiter: String,
    /// Whether the list is one of visiting cards.
    #[serde(default)]
    pub are_cards: bool,
    /// Rows of titles above the heading.
    #[serde(default)]
    pub above: u64,
}

/// Values of one column that were not understood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Unread {
    pub rows: u64,
    /// The first few of them, each once.
    pub samples: Vec<String>,
}

/// The sum while it grows.
pub(super) struct Tally {
    sum: Imported,
}

impl Tally {
    /// Begins with what the heading alone says.
    pub(super) fn of(heading: &Heading) -> Tally {
        let sum = Imported {
            dates: heading.dates.is_asked.then_some(heading.dates.order),
            doubled: heading.doubled.clone(),
            no_heading: heading.is_a_row(),
            ..Imported::default()
        };
        Tally { sum }
    }

    pub(super) fn sum(&self) -> &Imported {
        &self.sum
    }

    /// Counts what came of a row.
    pub(super) fn came(&mut self, of: &OfRow) {
        let sum = &mut self.sum;
        sum.rows += 1;
        match &of.came {
            Came::Created(_) => sum.created += 1,
            Came::Attached(_) => sum.attached += 1,
            Came::Flagged(_) => sum.flagged += 1,
            Came::Repeated => sum.repeated += 1,
            Came::Empty => sum.empty += 1,
            Came::Refused(_) => sum.bad += 1,
        }
        sum.incomplete += u64::from(of.lacks);
        sum.unreachable += u64::from(of.unreachable);
    }

    /// Notes what a row says that was not understood, and whether it says that no letters are wanted.
    pub(super) fn said(&mut self, heading: &Heading, row: &Row, now: Timestamp, rules: &Playbook) {
        self.sum.torn += u64::from(row.values.iter().any(|value| value.contains('\u{fffd}')));
        self.sum.opted_out += u64::from(heading.opts_out(row));
        for (column, value) in heading.unread(row, now, rules) {
            let unread = self.sum.unread.entry(column.to_owned()).or_default();
            unread.rows += 1;
            let value: String = value.chars().take(NAME_MAX).collect();
            if unread.samples.len() < SAMPLES_MAX && !unread.samples.contains(&value) {
                unread.samples.push(value);
            }
        }
    }

    /// Notes whether the owner a row names works here.
    pub(super) fn owner(&mut self, named: Option<&str>, playbook: &Playbook) {
        let Some(name) = named else { return };
        if works_here(name, playbook) {
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
        let are_cards = matches!(list, List::Cards(_));
        Imported { encoding, delimiter, are_cards, above: list.above() as u64, ..self.sum }
    }
}

/// Counts a name among those that are unknown, as long as there are not too many.
fn note(unknown: &mut BTreeMap<String, u64>, name: &str) {
    let name: String = name.chars().take(NAME_MAX).collect();
    if unknown.len() < UNKNOWN_MAX || unknown.contains_key(&name) {
        *unknown.entry(name).or_default() += 1;
    }
}
