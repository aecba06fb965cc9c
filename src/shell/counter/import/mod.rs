//! A table of leads, row by row through the same desk as everything else that arrives.
//!
//! What comes of it is told while it happens, as lines of JSON. A row that was imported before is
//! recognised by what it says, so that the same file again does nothing.

mod foresight;
mod report;
mod rows;

pub use report::{Imported, Told, ToldColumn};

use super::no::No;
use super::{Counter, by};
use crate::capture::mapping::{Column, Place};
use crate::capture::{Mapping, guess};
use crate::playbook::{Door, Source};
use crate::shell::desk::InForce;
use crate::shell::house::House;
use crate::shell::importing::streams::{Incoming, Outgoing, written};
use crate::shell::importing::{Line, Row, Table};
use axum::body::Body;
use axum::extract::{Query, State};
use report::Tally;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_stream::StreamExt;

/// Rows handed in at once: as many as one commit carries.
const ROWS_AT_ONCE: usize = 200;

/// How a table is to be taken.
#[derive(Debug, Serialize, Deserialize)]
pub struct HowToImport {
    /// Key of the source the leads come from.
    pub source: String,
    /// Key of a source whose saved mapping is used instead.
    pub mapping: Option<String>,
    /// Whether nothing is to be written.
    pub dry_run: bool,
}

/// `POST /import`
pub(super) async fn take(
    State(counter): State<Counter>,
    Query(how): Query<HowToImport>,
    body: Body,
) -> Result<Body, No> {
    match Import::begin(counter, &how) {
        Ok(import) => {
            let table = Incoming::of(body);
            Ok(written(move |out| import.run(table, out)))
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

/// The source as it reads tables. Whatever its own door is, a table is brought by one of us.
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
struct Import {
    house: Arc<House>,
    source: Source,
    dry_run: bool,
    _turn: OwnedSemaphorePermit,
}

/// The heading of a table, and what matters of it for counting.
struct Heading {
    names: Vec<String>,
    /// Columns that name an owner.
    owners: Vec<usize>,
}

impl Heading {
    fn of(names: Vec<String>, mapping: &Mapping) -> Heading {
        let columns = mapping.columns.iter().enumerate();
        let owners = columns.filter(|(_, column)| column.place == Place::Owner);
        Heading { names, owners: owners.map(|(place, _)| place).collect() }
    }

    /// The owner a row names, if it names one.
    fn owner<'a>(&self, row: &'a Row) -> Option<&'a str> {
        let cells = self.owners.iter().filter_map(|place| row.values.get(*place));
        cells.map(|cell| cell.trim()).find(|cell| !cell.is_empty())
    }
}

/// Why an import ends before its table does.
enum Stopped {
    /// Nobody reads what we tell.
    Unheard(io::Error),
    Because(String),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Stopped {
        Stopped::Unheard(error)
    }
}

impl Import {
    /// Begins an import, if there is such a source and no other import under way.
    fn begin(counter: Counter, how: &HowToImport) -> Result<Import, No> {
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
        Ok(Import { house: counter.house, source, dry_run: how.dry_run, _turn: turn })
    }

    fn run(self, table: Incoming, out: &mut Outgoing) -> io::Result<()> {
        match self.take_table(table, out) {
            Ok(imported) => tell(out, &Told::Done(Box::new(imported))),
            Err(Stopped::Because(sentence)) => tell(out, &Told::Stopped { sentence }),
            Err(Stopped::Unheard(error)) => Err(error),
        }
    }

    fn take_table(&self, table: Incoming, out: &mut Outgoing) -> Result<Imported, Stopped> {
        let mut table = Table::open(table).map_err(|fault| Stopped::Because(fault.to_string()))?;
        let in_force = self.house.playbook();
        let mapping = guess(table.headers(), &self.source, &in_force.playbook);
        tell(out, &Told::columns(&mapping))?;
        let heading = Heading::of(table.headers().to_vec(), &mapping);
        let mut tally = Tally::default();
        let mut rows = Vec::with_capacity(ROWS_AT_ONCE);
        for line in &mut table {
            let line = line.map_err(|error| {
                Stopped::Because(format!("The file could not be read to its end: {error}."))
            })?;
            match line {
                Line::Row(row) => rows.push(row),
                Line::Bad(bad) => tell(out, &tally.bad(bad.line, bad.why))?,
            }
            if rows.len() == ROWS_AT_ONCE {
                self.take_rows(&heading, std::mem::take(&mut rows), &mut tally, out)?;
            }
        }
        self.take_rows(&heading, rows, &mut tally, out)?;
        Ok(tally.finish(table.encoding(), table.delimiter()))
    }

    fn take_rows(
        &self,
        heading: &Heading,
        rows: Vec<Row>,
        tally: &mut Tally,
        out: &mut Outgoing,
    ) -> Result<(), Stopped> {
        let refused = if self.dry_run {
            self.foresee(heading, &rows, tally)?
        } else {
            self.hand_in(heading, &rows, tally)?
        };
        for (line, why) in refused {
            tell(out, &tally.bad(line, why))?;
        }
        tell(out, &Told::Taken { rows: tally.rows() })?;
        Ok(())
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
