//! A copy of the house that is whole at one moment, taken while the house is open.
//!
//! One read transaction is copied row by row into a fresh file. Copying the file's bytes beside a
//! running writer gives a file that fails its own integrity check.

use super::read::Reading;
use super::tables::*;
use super::{Result, Store, office};
use crate::lead::Seq;
use redb::{Database, Durability, Key, ReadableTable, TableDefinition, Value};
use std::path::Path;

/// Rows to a commit: what bounds the memory of a copy.
const ROWS_A_COMMIT: usize = 20_000;

/// The same where a row is as large as the piece of a file.
const PIECES_A_COMMIT: usize = 32;

impl Store {
    /// Copies everything into a new file, which must not exist. Answers the number of rows.
    pub fn backup(&self, to: &Path) -> Result<u64> {
        let reading = self.read()?;
        let target = Database::builder().set_cache_size(16 * 1024 * 1024).create(to)?;
        let copy = Copy { reading: &reading, target: &target };
        let rows = copy.what_is_true()?
            + copy.table(ASIDE)?
            + copy.table(TIMELINE)?
            + copy.table(LEADS)?
            + copy.table(SUMMARIES)?
            + copy.table(KEYS)?
            + copy.table(DUE)?
            + copy.table(OUTBOX)?
            + copy.table(AGENDA)?
            + copy.table(ANSWERED)?
            + copy.table(LOADS)?
            + copy.table(TURNS)?
            + copy.table(CONTACTS)?
            + copy.table(NOTICES)?
            + copy.table(PLAYBOOKS)?;
        finish(target)?;
        Ok(rows)
    }

    /// Copies only what cannot be computed from anything else; opened as a house, the copy grows
    /// its tables back. Answers the last entry of its journal.
    pub fn save_what_is_true(&self, to: &Path) -> Result<Seq> {
        let reading = self.read()?;
        let target = Database::builder().set_cache_size(16 * 1024 * 1024).create(to)?;
        Copy { reading: &reading, target: &target }.what_is_true()?;
        let tx = target.begin_write()?;
        office::put_number(&mut tx.open_table(META)?, "shape", 0)?;
        tx.commit()?;
        finish(target)?;
        reading.last_seq()
    }
}

/// Whether a copy reads and all its checksums hold.
pub fn is_whole(copy: &Path) -> Result<bool> {
    let mut database = Database::builder().set_cache_size(16 * 1024 * 1024).open(copy)?;
    Ok(database.check_integrity()?)
}

/// Lets the copy be opened at once, and lays it safely on the disk.
fn finish(target: Database) -> Result<()> {
    let mut last = target.begin_write()?;
    last.set_quick_repair(true);
    last.commit()?;
    Ok(target.close()?)
}

struct Copy<'a> {
    reading: &'a Reading,
    target: &'a Database,
}

impl Copy<'_> {
    fn what_is_true(&self) -> Result<u64> {
        Ok(self.table(JOURNAL)?
            + self.table(SUBMISSIONS)?
            + self.table(META)?
            + self.table(USERS)?
            + self.table(SESSIONS)?
            + self.table(TOKENS)?
            + self.table(ONCE)?
            + self.table(ONCE_ORDER)?
            + self.table(NOTICES_READ)?
            + self.table(SETTINGS)?
            + self.table(INVITATIONS)?
            + self.table(SEGMENTS)?
            + self.table(VIEWS)?
            + self.table(BULKS)?
            + self.table(UPLOADS)?
            + self.table(FILES)?
            + self.table_by(PIECES, PIECES_A_COMMIT)?)
    }

    fn table<K: Key + 'static, V: Value + 'static>(
        &self,
        definition: TableDefinition<K, V>,
    ) -> Result<u64> {
        self.table_by(definition, ROWS_A_COMMIT)
    }

    fn table_by<K: Key + 'static, V: Value + 'static>(
        &self,
        definition: TableDefinition<K, V>,
        rows_a_commit: usize,
    ) -> Result<u64> {
        let Some(from) = self.reading.table(definition)? else { return Ok(0) };
        let mut rows = from.iter()?.peekable();
        let mut copied = 0;
        loop {
            let mut tx = self.target.begin_write()?;
            tx.set_durability(Durability::None)?;
            {
                let mut to = tx.open_table(definition)?;
                for row in rows.by_ref().take(rows_a_commit) {
                    let (key, value) = row?;
                    to.insert(key.value(), value.value())?;
                    copied += 1;
                }
            }
            tx.commit()?;
            if rows.peek().is_none() {
                return Ok(copied);
            }
        }
    }
}
