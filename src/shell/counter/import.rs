//! A list of leads from the command line. What comes of it is told while it happens, as lines of JSON.

use super::no::No;
use super::{Counter, by};
use crate::capture::Mapping;
use crate::capture::mapping::Column;
use crate::lead::ListRef;
use crate::lead::profile::one_line;
use crate::playbook::{Door, Source};
use crate::shell::desk::InForce;
use crate::shell::importing::streams::{Incoming, Outgoing, written};
use crate::shell::importing::{
    Came, Hears, Import, Imported, NAME_MAX, OfRow, Scratch, Stopped, TableFault, UnknownOwner,
};
use axum::body::Body;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_stream::StreamExt;

/// How a list is to be taken.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct HowToImport {
    /// What the file is called; empty where an older command line does not say.
    #[serde(default)]
    pub name: String,
    /// Key of the source the leads come from.
    pub source: String,
    /// Key of a source whose saved mapping is used instead.
    pub mapping: Option<String>,
    /// Whether nothing is to be written.
    pub dry_run: bool,
}

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

/// One column of theirs and its place.
#[derive(Debug, Serialize, Deserialize)]
pub struct ToldColumn {
    pub theirs: String,
    pub ours: String,
    /// Whether it has a place of its own, or is merely kept under its own name.
    pub understood: bool,
}

/// `POST /import`
pub(super) async fn take(
    State(counter): State<Counter>,
    Query(how): Query<HowToImport>,
    body: Body,
) -> Result<Body, No> {
    match Sent::begin(counter, &how) {
        Ok(sent) => {
            let list = Incoming::of(body);
            Ok(written(move |out| sent.run(list, out)))
        }
        Err(no) => {
            // Who is still handing in a file does not hear a no.
            let mut pieces = body.into_data_stream();
            while let Some(Ok(_)) = pieces.next().await {}
            Err(no)
        }
    }
}

/// Leaves room for one import at a time.
pub(super) fn one_at_a_time() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(1))
}

/// The source as it reads lists. Whatever its own door is, a list is brought by one of us.
fn source(in_force: &InForce, how: &HowToImport) -> Result<Source, No> {
    let named = |key: &str| {
        in_force.playbook.source(key).ok_or_else(|| {
            let keys: Vec<&str> = in_force.playbook.sources.iter().map(|it| &*it.key).collect();
            No::senseless(format!("There is no source “{key}”. There are: {}.", keys.join(", ")))
        })
    };
    let mut source = Source { door: Door::Csv, ..named(&how.source)?.clone() };
    if let Some(other) = &how.mapping {
        source.mapping = named(other)?.mapping.clone();
    }
    Ok(source)
}

/// One import under way.
struct Sent {
    import: Import,
    /// Where the list lies meanwhile, and how large a workbook may be.
    folder: PathBuf,
    most: u64,
    _turn: OwnedSemaphorePermit,
}

impl Sent {
    /// Begins an import, if there is such a source and no other import under way.
    fn begin(counter: Counter, how: &HowToImport) -> Result<Sent, No> {
        let in_force = counter.house.playbook();
        if in_force.version == 0 {
            return Err(No::not_now(
                "This house has no owner yet, so nobody could answer a lead. Name one first with \
                 `leadstead user add --role owner`.",
            ));
        }
        let source = source(&in_force, how)?;
        let turn = counter
            .imports
            .try_acquire_owned()
            .map_err(|_| No::not_now("Another import is under way. Try again when it is done."))?;
        let import = Import {
            desk: counter.house.desk.clone(),
            source,
            list: ListRef { name: one_line(&how.name, NAME_MAX), at: counter.house.desk.now() },
            by: by(),
            dry_run: how.dry_run,
            unknown_owner: UnknownOwner::ByTheRules,
        };
        let config = &counter.house.config;
        let (folder, most) = (config.data_dir.clone(), config.limits.import_bytes());
        Ok(Sent { import, folder, most, _turn: turn })
    }

    fn run(self, list: Incoming, out: &mut Outgoing) -> io::Result<()> {
        match self.take(list, out) {
            Ok(imported) => tell(out, &Told::Done(Box::new(imported))),
            Err(Stopped::Unheard(error)) => Err(error),
            Err(stopped) => tell(out, &Told::Stopped { sentence: stopped.to_string() }),
        }
    }

    fn take(&self, list: Incoming, out: &mut Outgoing) -> Result<Imported, Stopped> {
        // A list is looked through before it is taken, and so it is kept meanwhile.
        let file = Scratch::filled(&self.folder, list, u64::MAX - 1)?;
        let file = file.ok_or(TableFault::TooLarge(u64::MAX))?;
        self.import.run(&file, self.most, &mut Teller(out))
    }
}

/// Tells the command line what it shows.
struct Teller<'a>(&'a mut Outgoing);

impl Hears for Teller<'_> {
    fn columns(&mut self, mapping: &Mapping) -> io::Result<()> {
        tell(self.0, &Told::columns(mapping))
    }

    fn row(&mut self, line: u64, _: &[String], of: &OfRow) -> io::Result<()> {
        match &of.came {
            Came::Refused(why) => tell(self.0, &Told::Bad { line, why: why.to_string() }),
            _ => Ok(()),
        }
    }

    fn so_far(&mut self, sum: &Imported) -> io::Result<()> {
        tell(self.0, &Told::Taken { rows: sum.rows })
    }
}

/// Tells something at once.
fn tell(out: &mut Outgoing, told: &Told) -> io::Result<()> {
    serde_json::to_writer(&mut *out, told)?;
    out.write_all(b"\n")?;
    out.flush()
}

impl Told {
    fn columns(mapping: &Mapping) -> Told {
        let column = |column: &Column| ToldColumn {
            theirs: column.theirs.clone(),
            ours: column.place.key().to_owned(),
            understood: column.is_understood(),
        };
        Told::Columns(mapping.columns.iter().map(column).collect())
    }
}
