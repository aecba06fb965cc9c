//! The versions of the playbook, as they stand in the journal.

use super::tables::VERSIONS;
use super::{Reading, Result, Tables, journal};
use crate::lead::{Actor, Event, Seq};
use jiff::Timestamp;
use redb::ReadableTable;

/// One version of the playbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub number: u32,
    /// As it was put into force.
    pub text: String,
    pub at: Timestamp,
    pub by: Actor,
    /// The version of which parts were brought back by it.
    pub back_to: Option<u32>,
}

impl Reading {
    /// The playbook in force: its version and its text.
    pub fn playbook(&self) -> Result<Option<(u32, String)>> {
        let newest = self.versions(u32::MAX, 1)?.pop();
        Ok(newest.map(|version| (version.number, version.text)))
    }

    /// The text of a version of the playbook.
    pub fn playbook_version(&self, number: u32) -> Result<Option<String>> {
        Ok(self.version(number)?.map(|version| version.text))
    }

    /// One version of the playbook.
    pub fn version(&self, number: u32) -> Result<Option<Version>> {
        let newest = self.versions(number, 1)?.pop();
        Ok(newest.filter(|version| version.number == number))
    }

    /// Versions of the playbook up to one, the newest first, at most `limit`.
    pub fn versions(&self, up_to: u32, limit: usize) -> Result<Vec<Version>> {
        let Some(table) = self.table(VERSIONS)? else { return Ok(Vec::new()) };
        let mut versions = Vec::new();
        for row in table.range(..=up_to)?.rev().take(limit) {
            versions.extend(self.applied(row?.1.value())?);
        }
        Ok(versions)
    }

    fn applied(&self, seq: Seq) -> Result<Option<Version>> {
        let Some(entry) = self.entry(seq)? else { return Ok(None) };
        let (at, by) = (entry.at, entry.by);
        Ok(match entry.event {
            Event::PlaybookApplied { version: number, text, back_to } => {
                Some(Version { number, text, at, by, back_to })
            }
            _ => None,
        })
    }
}

/// The text of a version, while something is being written.
pub fn text(tables: &Tables, number: u32) -> Result<Option<String>> {
    let Some(seq) = tables.versions.get(number)? else { return Ok(None) };
    let Some(entry) = tables.journal.get(seq.value())? else { return Ok(None) };
    Ok(match journal::decode(entry.value())?.event {
        Event::PlaybookApplied { text, .. } => Some(text),
        _ => None,
    })
}
