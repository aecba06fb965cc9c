//! A copy of the house that is whole at one moment, taken while the house is open.
//!
//! One read transaction is copied row by row into a fresh file. Copying the file's bytes beside a
//! running writer gives a file that fails its own integrity check.

use super::read::Reading;
use super::tables::*;
use super::{Result, Store};
use redb::{Database, Durability, Key, ReadableTable, TableDefinition, Value};
use std::path::Path;

/// Rows to a commit: what bounds the memory of a copy.
const ROWS_A_COMMIT: usize = 20_000;

impl Store {
    /// Copies everything into a new file, which must not exist. Answers the number of rows.
    pub fn backup(&self, to: &Path) -> Result<u64> {
        let reading = self.read()?;
        let target = Database::builder().set_cache_size(16 * 1024 * 1024).create(to)?;
        let copy = Copy { reading: &reading, target: &target };
        let rows = copy.table(JOURNAL)?
            + copy.table(SUBMISSIONS)?
            + copy.table(META)?
            + copy.table(USERS)?
            + copy.table(SESSIONS)?
            + copy.table(TOKENS)?
            + copy.table(ONCE)?
            + copy.table(NOTICES_READ)?
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
        let mut last = target.begin_write()?;
        last.set_quick_repair(true);
        last.commit()?;
        target.close()?;
        Ok(rows)
    }
}

struct Copy<'a> {
    reading: &'a Reading,
    target: &'a Database,
}

impl Copy<'_> {
    fn table<K: Key + 'static, V: Value + 'static>(
        &self,
        definition: TableDefinition<K, V>,
    ) -> Result<u64> {
        let Some(from) = self.reading.table(definition)? else { return Ok(0) };
        let mut rows = from.iter()?.peekable();
        let mut copied = 0;
        loop {
            let mut tx = self.target.begin_write()?;
            tx.set_durability(Durability::None)?;
            {
                let mut to = tx.open_table(definition)?;
                for row in rows.by_ref().take(ROWS_A_COMMIT) {
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
