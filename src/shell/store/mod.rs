//! The data file: the journal, what is derived from it, and the office. One redb file is the house.

pub mod aside;
mod backup;
pub mod expiry;
pub mod files;
mod filing;
pub mod invited;
pub mod journal;
mod known;
pub mod lists;
mod months;
pub mod office;
pub mod once;
pub mod past;
pub mod read;
mod rebuild;
mod restore;
mod settings;
pub mod tables;
mod tallies;
mod unwritten;
mod verify;
pub mod versions;
pub mod waiting;

pub use backup::is_whole;
pub use filing::{Filed, append, contact, load_lead, take_filed};
pub use known::known;
pub use read::Reading;
pub use rebuild::Refiled;
pub use restore::{is_in_use, make_ready};
pub use tables::Tables;
pub use tallies::Handovers;
pub use unwritten::Unwritten;
pub use verify::Verdict;

use crate::rows::SHAPE;
use crate::shell::error::Fault;
use redb::{Builder, Database, DatabaseError, ReadableDatabase, WriteTransaction};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// What the data file says, or why it could not be asked.
pub type Result<T> = std::result::Result<T, redb::Error>;

/// Version of the file itself; a newer file is refused, an older one is read.
pub const FORMAT: u32 = 1;

/// Bytes of pages kept in memory.
const CACHE: usize = 32 * 1024 * 1024;

/// The same while a new file is filled in one go, so that no page is written twice.
const FILLING: usize = 256 * 1024 * 1024;

/// Bytes most rows fit into; a larger one grows.
const ROW: usize = 1024;

/// How long readers may take to let go before the file is opened anew.
const READERS_MAX: Duration = Duration::from_secs(10);

type Opener =
    Box<dyn Fn(&mut Builder) -> std::result::Result<Database, DatabaseError> + Send + Sync>;

/// The data file behind a handle that can be swapped.
///
/// redb refuses everything after a write that failed, until the file is opened anew. Where it cannot
/// be opened to write, because there is no room for that, it is opened to read.
pub struct Store {
    handle: RwLock<Handle>,
    cache: usize,
    opener: Opener,
    reader: Opener,
}

enum Handle {
    Whole(Arc<Database>),
    ToRead(Arc<Database>),
    Gone,
}

/// What a data file said about itself when it was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Nothing had been written to it.
    New,
    Ready,
    /// Its derived tables are of another shape and have to grow back from the journal.
    ToRebuild,
}

impl Store {
    /// Opens the data file of a folder, making it if there is none.
    pub fn open(path: &Path) -> Result<Store> {
        Store::of_file(path, CACHE)
    }

    /// Opens a data file that is filled in one go and then closed.
    pub fn open_to_fill(path: &Path) -> Result<Store> {
        Store::of_file(path, FILLING)
    }

    fn of_file(path: &Path, cache: usize) -> Result<Store> {
        let (path, same) = (path.to_owned(), path.to_owned());
        Store::with_cache(
            cache,
            Box::new(move |builder| builder.create(&path)),
            Box::new(move |builder| builder.create_with_backend(Unwritten::file(&same)?)),
        )
    }

    /// A store that is gone with the value.
    pub fn in_memory() -> Result<Store> {
        let memory = redb::backends::InMemoryBackend::new;
        Store::with(
            Box::new(move |builder| builder.create_with_backend(memory())),
            Box::new(move |builder| builder.create_with_backend(memory())),
        )
    }

    /// A store opened, and opened anew after a fault, by ways of the caller's: to write, and to read.
    pub fn with(opener: Opener, reader: Opener) -> Result<Store> {
        Store::with_cache(CACHE, opener, reader)
    }

    fn with_cache(cache: usize, opener: Opener, reader: Opener) -> Result<Store> {
        let database = opener(Database::builder().set_cache_size(cache))?;
        Ok(Store { handle: RwLock::new(Handle::Whole(Arc::new(database))), cache, opener, reader })
    }

    /// A view of everything as it stands now. Keep it for one page, never longer.
    pub fn read(&self) -> Result<Reading> {
        match &*self.handle.read().unwrap_or_else(PoisonError::into_inner) {
            Handle::Whole(file) | Handle::ToRead(file) => {
                Ok(Reading::new(file.begin_read()?, file.clone()))
            }
            Handle::Gone => Err(redb::Error::DatabaseClosed),
        }
    }

    /// A transaction to write in. Only the desk, and who has the house to itself, may ask for one.
    pub fn write(&self) -> Result<WriteTransaction> {
        let database = match &*self.handle.read().unwrap_or_else(PoisonError::into_inner) {
            Handle::Whole(database) => database.clone(),
            Handle::ToRead(_) | Handle::Gone => return Err(redb::Error::DatabaseClosed),
        };
        let mut tx = database.begin_write()?;
        tx.set_quick_repair(true);
        Ok(tx)
    }

    /// Lets go of the file and opens it anew, waiting a while for readers to finish.
    pub fn reopen(&self) -> Result<()> {
        let mut handle = self.handle.write().unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(&mut *handle, Handle::Gone) {
            Handle::Whole(file) => drop(alone(file, &mut handle, Handle::Whole)?),
            Handle::ToRead(file) => drop(alone(file, &mut handle, Handle::ToRead)?),
            Handle::Gone => {}
        }
        match (self.opener)(Database::builder().set_cache_size(self.cache)) {
            Ok(database) => {
                *handle = Handle::Whole(Arc::new(database));
                Ok(())
            }
            Err(error) => {
                if let Ok(file) = (self.reader)(Database::builder().set_cache_size(self.cache)) {
                    *handle = Handle::ToRead(Arc::new(file));
                }
                Err(error.into())
            }
        }
    }

    /// Holds every page of the file against its checksum, with nobody else at it. If one does not
    /// hold, the file is repaired as far as it can be.
    pub fn checksums_hold(&self) -> Result<bool> {
        let mut handle = self.handle.write().unwrap_or_else(PoisonError::into_inner);
        let whole = match std::mem::replace(&mut *handle, Handle::Gone) {
            Handle::Whole(whole) => whole,
            other => {
                *handle = other;
                return Err(redb::Error::DatabaseClosed);
            }
        };
        let mut database = alone(whole, &mut handle, Handle::Whole)?;
        let held = database.check_integrity();
        *handle = Handle::Whole(Arc::new(database));
        Ok(held?)
    }

    /// Looks at what the file says of itself; a new one gets its name tags here.
    ///
    /// `epoch` and `house_key` are random and used only for a new file.
    pub fn condition(
        &self,
        epoch: u64,
        house_key: [u8; 32],
    ) -> std::result::Result<Condition, Fault> {
        let tx = self.write()?;
        let condition = {
            let mut tables = Tables::open(&tx)?;
            let format = office::number(&tables.meta, "format")?;
            let shape = office::number(&tables.meta, "shape")?;
            match (format, shape) {
                (None, _) => {
                    office::put_number(&mut tables.meta, "format", FORMAT.into())?;
                    office::put_number(&mut tables.meta, "shape", SHAPE.into())?;
                    office::put_number(&mut tables.meta, "epoch", epoch)?;
                    let tagged = tables.meta.insert("house_key", house_key.as_slice());
                    tagged.map_err(redb::Error::from)?;
                    Condition::New
                }
                (Some(format), _) if format > u64::from(FORMAT) => {
                    let sentence = "This data file was written by a newer Leadstead. Install that \
                        version, or restore a backup made before.";
                    return Err(Fault::said("opening the data file", sentence));
                }
                (Some(_), shape) if shape != Some(SHAPE.into()) => Condition::ToRebuild,
                _ => Condition::Ready,
            }
        };
        tx.commit().map_err(redb::Error::from)?;
        Ok(condition)
    }
}

/// The file once nobody else holds it, waiting a while for readers to let go; else it is put back.
fn alone(
    mut file: Arc<Database>,
    handle: &mut Handle,
    put_back: impl Fn(Arc<Database>) -> Handle,
) -> Result<Database> {
    let until = Instant::now() + READERS_MAX;
    loop {
        match Arc::try_unwrap(file) {
            Ok(alone) => return Ok(alone),
            Err(shared) => file = shared,
        }
        if Instant::now() > until {
            *handle = put_back(file);
            return Err(redb::Error::DatabaseAlreadyOpen);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// An entry of the journal that does not read: nothing can grow back from it.
pub(crate) fn lost() -> redb::Error {
    redb::Error::Corrupted(
        "an entry of the journal does not read; put a backup in its place with `leadstead restore \
         FILE --replace`"
            .to_owned(),
    )
}

/// A row that does not read as what it should be.
pub(crate) fn damaged(what: &str) -> redb::Error {
    redb::Error::Corrupted(format!("{what} does not read; try `leadstead rebuild`"))
}

/// The bytes of a derived row. Compact, since derived rows are never read by another version.
pub(crate) fn to_row<T: serde::Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(ROW);
    rmp_serde::encode::write(&mut bytes, value).expect("plain values always serialise");
    bytes
}

/// A derived row from its bytes.
pub(crate) fn from_row<T: serde::de::DeserializeOwned>(bytes: &[u8], what: &str) -> Result<T> {
    rmp_serde::from_slice(bytes).map_err(|_| damaged(what))
}

/// The bytes of something the office keeps for a page, which later versions must read.
pub fn kept_bytes<T: serde::Serialize>(value: &T) -> Vec<u8> {
    to_kept(value)
}

/// The bytes of a row that later versions must read: fields carry their names.
pub(crate) fn to_kept<T: serde::Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(ROW);
    rmp_serde::encode::write_named(&mut bytes, value).expect("plain values always serialise");
    bytes
}
