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
        let mut copy = Copy { reading: &reading, target: &target, rows: 0 };
        copy.what_is_true()?;
        derived(&mut copy)?;
        let rows = copy.rows;
        finish(target)?;
        Ok(rows)
    }

    /// Copies only what cannot be computed from anything else; opened as a house, the copy grows
    /// its tables back. Answers the last entry of its journal.
    pub fn save_what_is_true(&self, to: &Path) -> Result<Seq> {
        let reading = self.read()?;
        let target = Database::builder().set_cache_size(16 * 1024 * 1024).create(to)?;
        Copy { reading: &reading, target: &target, rows: 0 }.what_is_true()?;
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
    /// Rows copied so far.
    rows: u64,
}

impl Visit for Copy<'_> {
    fn visit<K: Key + 'static, V: Value + 'static>(
        &mut self,
        table: TableDefinition<K, V>,
    ) -> Result<()> {
        self.copy(table, ROWS_A_COMMIT)
    }
}

impl Copy<'_> {
    fn what_is_true(&mut self) -> Result<()> {
        self.visit(JOURNAL)?;
        self.visit(SUBMISSIONS)?;
        self.visit(META)?;
        self.visit(USERS)?;
        self.visit(SESSIONS)?;
        self.visit(TOKENS)?;
        self.visit(ONCE)?;
        self.visit(ONCE_ORDER)?;
        self.visit(NOTICES_READ)?;
        self.visit(SETTINGS)?;
        self.visit(INVITATIONS)?;
        self.visit(SEGMENTS)?;
        self.visit(VIEWS)?;
        self.visit(BULKS)?;
        self.visit(UPLOADS)?;
        self.visit(FILES)?;
        self.copy(PIECES, PIECES_A_COMMIT)
    }

    fn copy<K: Key + 'static, V: Value + 'static>(
        &mut self,
        definition: TableDefinition<K, V>,
        rows_a_commit: usize,
    ) -> Result<()> {
        let Some(from) = self.reading.table(definition)? else { return Ok(()) };
        let mut rows = from.iter()?.peekable();
        loop {
            let mut tx = self.target.begin_write()?;
            tx.set_durability(Durability::None)?;
            {
                let mut to = tx.open_table(definition)?;
                for row in rows.by_ref().take(rows_a_commit) {
                    let (key, value) = row?;
                    to.insert(key.value(), value.value())?;
                    self.rows += 1;
                }
            }
            tx.commit()?;
            if rows.peek().is_none() {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redb::TableHandle;
    use std::collections::BTreeSet;

    #[test]
    fn a_copy_has_every_table_of_the_house() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("house.redb")).expect("a store");
        let tx = store.write().expect("a transaction");
        drop(Tables::open(&tx).expect("every table"));
        tx.commit().expect("a commit");
        let copy = folder.path().join("copy.redb");
        store.backup(&copy).expect("a copy");
        let names = |store: &Store| -> BTreeSet<String> {
            let reading = store.read().expect("a reading");
            let tables = reading.tx.list_tables().expect("the tables");
            tables.map(|table| table.name().to_owned()).collect()
        };
        assert_eq!(names(&Store::open(&copy).expect("a store")), names(&store));
    }
}
