//! Finding leads: an index that reads the journal.
//!
//! The index holds no truth. Each of its commits says how far in the journal it has read; after a
//! crash it reads on from there, and if it is missing, damaged or of another house it starts at
//! nothing and grows back. The store fills the pages: the index knows only which leads, and in
//! what order.

mod bits;
mod directory;
mod fold;
mod follow;
mod mark;
mod measure;
mod notes;
mod page;
mod query;
mod reading;
mod schema;
mod segment;
#[cfg(test)]
mod tests;
mod tidy;

pub use follow::{Batch, Feed, Follower, GatherFault, Waker};
pub use measure::{Between, day, measure, measured};
pub use page::{Cursor, Found, Sort, Worth};
pub use query::{Ask, Finder};
pub use schema::{Paper, fact};

use directory::Unsynced;
use mark::Mark;
use schema::Fields;
use std::fs;
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use tantivy::directory::RamDirectory;
use tantivy::indexer::IndexWriterOptions;
use tantivy::{Directory, Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy};
use tantivy::{TantivyError, Term};
use tidy::Tidy;

/// Memory of the one indexing thread, in bytes: the least tantivy works with.
const HEAP: usize = 15_000_000;

/// The index failed, and at what.
#[derive(Debug, thiserror::Error)]
#[error("the search index failed while {doing}: {source}")]
pub struct SearchFault {
    pub doing: &'static str,
    pub source: TantivyError,
}

impl SearchFault {
    /// What to make of an error that happened while doing this.
    fn while_doing<E: Into<TantivyError>>(doing: &'static str) -> impl FnOnce(E) -> Self {
        move |error| Self { doing, source: error.into() }
    }

    /// Whether somebody else is writing this index, so that it must be left alone.
    fn is_taken(&self) -> bool {
        matches!(self.source, TantivyError::LockFailure(..))
    }
}

/// The index as its one writer sees it.
pub struct Search {
    fields: Fields,
    index: Index,
    reader: IndexReader,
    finder: Finder,
    /// None after a failure, until the next write asks for one.
    writer: Option<IndexWriter>,
    epoch: u64,
    read_up_to: u64,
}

impl Search {
    /// Opens the index in a folder, or begins a new one there that has read nothing.
    ///
    /// What stands in the folder is deleted if it cannot be opened, was made from another epoch of
    /// the house or by another version of it, or was torn by a power cut.
    ///
    /// # Errors
    /// Only if no index can be made there, or if another process writes it.
    pub fn open(dir: &Path, epoch: u64) -> Result<Self, SearchFault> {
        match Self::reopen(dir, epoch) {
            Ok(Some(search)) => Ok(search),
            Ok(None) => Self::begin(dir, epoch),
            Err(fault) if fault.is_taken() => Err(fault),
            Err(fault) => {
                tracing::warn!(%fault, "The search index is unreadable and will be grown anew.");
                Self::begin(dir, epoch)
            }
        }
    }

    /// An index that lives as long as this value.
    ///
    /// # Errors
    /// Only if its threads cannot be started.
    pub fn in_memory() -> Result<Self, SearchFault> {
        Self::create(RamDirectory::create(), 0)
    }

    /// The index in a folder, if there is a sound one that was made from this epoch.
    fn reopen(dir: &Path, epoch: u64) -> Result<Option<Self>, SearchFault> {
        let doing = "opening the index";
        if !dir.join("meta.json").is_file() {
            return Ok(None);
        }
        let directory = Unsynced::open(dir).map_err(SearchFault::while_doing(doing))?;
        let index = Index::open(directory).map_err(SearchFault::while_doing(doing))?;
        let metas = index.load_metas().map_err(SearchFault::while_doing(doing))?;
        let mark = metas.payload.as_deref().and_then(Mark::read);
        let fields = Fields::new();
        match mark {
            Some(mark)
                if mark.fits(epoch)
                    && index.schema() == fields.schema
                    && (mark.is_of_this_boot() || is_sound(&index)?) =>
            {
                Self::new(index, fields, epoch, mark.seq).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// An empty index in a folder, in place of whatever is there.
    fn begin(dir: &Path, epoch: u64) -> Result<Self, SearchFault> {
        let doing = "making a new index";
        clear(dir).map_err(SearchFault::while_doing(doing))?;
        Self::create(Unsynced::open(dir).map_err(SearchFault::while_doing(doing))?, epoch)
    }

    fn create(directory: impl Directory, epoch: u64) -> Result<Self, SearchFault> {
        let fields = Fields::new();
        let index = Index::create(directory, fields.schema.clone(), IndexSettings::default())
            .map_err(SearchFault::while_doing("making a new index"))?;
        Self::new(index, fields, epoch, 0)
    }

    fn new(index: Index, fields: Fields, epoch: u64, read_up_to: u64) -> Result<Self, SearchFault> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(SearchFault::while_doing("opening the index for reading"))?;
        let writer = Some(writer_of(&index)?);
        let finder = Finder::new(reader.clone(), fields.clone());
        Ok(Self { fields, index, reader, finder, writer, epoch, read_up_to })
    }

    /// The last journal entry that whoever searches now can find.
    pub fn read_up_to(&self) -> u64 {
        self.read_up_to
    }

    /// What answers questions, from any thread, as of the last commit.
    pub fn finder(&self) -> Finder {
        self.finder.clone()
    }

    /// Files leads anew, each in place of what was filed of it before. Found after [`Search::commit`].
    pub fn put(&mut self, papers: &[Paper]) -> Result<(), SearchFault> {
        let fields = self.fields.clone();
        let writer = self.writer()?;
        for paper in papers {
            writer.delete_term(fields.lead(paper.id));
            writer
                .add_document(fields.document(paper))
                .map_err(SearchFault::while_doing("adding a lead"))?;
        }
        Ok(())
    }

    /// Forgets leads, with the next commit.
    pub fn remove(&mut self, ids: &[u64]) -> Result<(), SearchFault> {
        let terms: Vec<Term> = ids.iter().map(|id| self.fields.lead(*id)).collect();
        let writer = self.writer()?;
        for term in terms {
            writer.delete_term(term);
        }
        Ok(())
    }

    /// Makes everything put and removed visible, as what the journal said up to this entry.
    pub fn commit(&mut self, seq: u64) -> Result<(), SearchFault> {
        let doing = "committing";
        let mark = Mark::now(self.epoch, seq);
        let mut commit =
            self.writer()?.prepare_commit().map_err(SearchFault::while_doing(doing))?;
        commit.set_payload(&mark.to_string());
        commit.commit().map_err(SearchFault::while_doing(doing))?;
        self.reader.reload().map_err(SearchFault::while_doing("reading what was committed"))?;
        self.finder.let_go();
        self.read_up_to = seq;
        Ok(())
    }

    /// Forgets everything, so that the journal can be read from its first entry.
    ///
    /// For an index that has read further than the journal goes. Nothing may be put and not yet
    /// committed: it would stay.
    pub fn clear(&mut self) -> Result<(), SearchFault> {
        self.forget()?;
        self.commit(0)
    }

    /// Forgets everything with the next commit.
    fn forget(&mut self) -> Result<(), SearchFault> {
        let forgotten = self.writer()?.delete_all_documents();
        forgotten.map(drop).map_err(SearchFault::while_doing("forgetting everything"))
    }

    /// Gives up what was put and removed since the last commit, as after a failure.
    ///
    /// The next write begins with a new writer: a tantivy writer that has failed stays failed.
    pub fn roll_back(&mut self) {
        self.writer = None;
    }

    fn writer(&mut self) -> Result<&mut IndexWriter, SearchFault> {
        match &mut self.writer {
            Some(writer) => Ok(writer),
            empty => Ok(empty.insert(writer_of(&self.index)?)),
        }
    }
}

/// The one writer of an index.
fn writer_of(index: &Index) -> Result<IndexWriter, SearchFault> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(1)
        .memory_budget_per_thread(HEAP)
        .num_merge_threads(1)
        .build();
    let writer: IndexWriter = index
        .writer_with_options(options)
        .map_err(SearchFault::while_doing("opening the index for writing"))?;
    writer.set_merge_policy(Box::new(Tidy::new()));
    Ok(writer)
}

/// Whether every file of the index still holds what was written.
fn is_sound(index: &Index) -> Result<bool, SearchFault> {
    let damaged = index
        .validate_checksum()
        .map_err(SearchFault::while_doing("checking the index after a restart"))?;
    Ok(damaged.is_empty())
}

/// Leaves an empty folder, whatever was there.
fn clear(dir: &Path) -> io::Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => fs::remove_file(dir)?,
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)
}
