//! A backup becomes a house again: whole, compact, and told apart from the house it was taken of.

use super::tables::{META, SESSIONS};
use super::{FORMAT, office};
use crate::shell::error::{Fault, caught};
use redb::{Database, DatabaseError, ReadOnlyDatabase, ReadableDatabase, TableError};
use std::path::Path;

/// Makes ready the copy of a backup, in its place. Answers why it cannot be one otherwise.
///
/// It gets a new epoch, since numbers given out after the backup was made will be given out again;
/// and everybody has to sign in anew, since somebody may have been shut out meanwhile.
pub fn make_ready(file: &Path, epoch: u64) -> Result<(), Fault> {
    let mut database = Database::builder().open(file).map_err(no_backup)?;
    match database.check_integrity() {
        Ok(true) => {}
        Ok(false) | Err(DatabaseError::Storage(_)) => {
            return Err(refused("The backup is damaged: its checksums do not hold."));
        }
        Err(error) => return Err(no_backup(error)),
    }
    its_format_is_known(&database)?;
    rename(&database, epoch)?;
    let compacted =
        database.compact().and_then(|more| more.then(|| database.compact()).transpose());
    compacted.map_err(redb::Error::from)?;
    Ok(())
}

/// Whether somebody has this data file open.
pub fn is_in_use(file: &Path) -> bool {
    let opened = caught("looking at the data file", || ReadOnlyDatabase::open(file).map(drop));
    matches!(opened, Ok(Err(DatabaseError::DatabaseAlreadyOpen)))
}

fn its_format_is_known(database: &Database) -> Result<(), Fault> {
    let tx = database.begin_read().map_err(redb::Error::from)?;
    let meta = match tx.open_table(META) {
        Ok(meta) => meta,
        Err(TableError::Storage(error)) => return Err(redb::Error::from(error).into()),
        Err(_) => return Err(refused("This is no backup of Leadstead.")),
    };
    match office::number(&meta, "format")? {
        None => Err(refused("This is no backup of Leadstead.")),
        Some(format) if format > u64::from(FORMAT) => {
            Err(refused("The backup was written by a newer Leadstead. Install that version first."))
        }
        Some(_) => Ok(()),
    }
}

fn rename(database: &Database, epoch: u64) -> Result<(), Fault> {
    let renamed = || -> super::Result<()> {
        let tx = database.begin_write()?;
        office::put_number(&mut tx.open_table(META)?, "epoch", epoch)?;
        tx.delete_table(SESSIONS)?;
        tx.commit()?;
        Ok(())
    };
    Ok(renamed()?)
}

fn no_backup(error: DatabaseError) -> Fault {
    refused(&format!("This is no backup of Leadstead, or it is damaged: {error}."))
}

fn refused(sentence: &str) -> Fault {
    Fault::said("reading the backup", sentence)
}
