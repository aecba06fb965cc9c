//! A list of leads, row by row through the same desk as everything else that arrives.
//!
//! What comes of each row is told while it happens. A row that was imported before is recognised by
//! what it says, so that the same list again does nothing.

mod foresight;
mod heading;
mod rows;
mod sum;

pub use sum::{Imported, Unread};

use super::list::List;
use super::scratch::Scratch;
use super::table::{BadRow, Line, TableFault, Unfit};
use crate::capture::{Mapping, guess};
use crate::command::Refusal;
use crate::lead::{Actor, LeadId, ListRef, TeammateId};
use crate::playbook::Source;
use crate::shell::desk::Desk;
use crate::shell::error::Error;
use foresight::Foresight;
use heading::Heading;
use std::io;
use std::sync::Arc;
use sum::Tally;

/// Characters of the name of a list that are remembered.
pub const NAME_MAX: usize = 120;

/// Lines taken at once: as many as one commit carries.
const LINES_AT_ONCE: usize = 200;

/// One import: what is brought, by whom, and how it is to be taken.
pub struct Import {
    pub desk: Arc<Desk>,
    /// Where the leads come from; its mapping says what the columns mean.
    pub source: Source,
    /// Which list it is.
    pub list: ListRef,
    /// As whom it is written in the journal.
    pub by: Actor,
    /// Whether nothing is to be written.
    pub dry_run: bool,
    pub unknown_owner: UnknownOwner,
}

/// What becomes of a row that names an owner who does not work here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum UnknownOwner {
    /// It is shared out by the rules.
    #[default]
    ByTheRules,
    /// It is given to somebody who does.
    Give(TeammateId),
    /// It is not taken.
    LeaveOut,
}

/// What came of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// A new lead; while nothing is written, of no number.
    Created(LeadId),
    /// A new lead that may be one we know.
    Flagged(LeadId),
    /// It belongs to a lead we are working with.
    Attached(LeadId),
    /// It had been imported before.
    Repeated,
    /// It says nothing at all.
    Empty,
    Refused(Why),
}

impl Came {
    /// Whether what the row says went to a lead.
    fn is_taken(&self) -> bool {
        matches!(self, Came::Created(_) | Came::Flagged(_) | Came::Attached(_))
    }
}

/// What came of a row, and what the lead lacks that it began.
#[derive(Clone, Debug, PartialEq)]
pub struct OfRow {
    pub came: Came,
    /// Whether it lacks something its source requires.
    pub lacks: bool,
    /// Whether nobody can write to it, nor call it.
    pub unreachable: bool,
}

impl From<Came> for OfRow {
    fn from(came: Came) -> OfRow {
        OfRow { came, lacks: false, unreachable: false }
    }
}

/// Why a row was not taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Why {
    #[error("{0}")]
    Unfit(#[from] Unfit),
    #[error("Its owner, {0}, does not work here.")]
    UnknownOwner(String),
    #[error("{0}")]
    Refusal(#[from] Refusal),
}

/// Who hears what an import comes to, while it does. An error ends it.
pub trait Hears {
    /// What becomes of each column.
    fn columns(&mut self, mapping: &Mapping) -> io::Result<()>;
    /// What came of a row; of one that does not fit, the values are the whole text.
    fn row(&mut self, line: u64, values: &[String], of: &OfRow) -> io::Result<()>;
    /// The sum by now.
    fn so_far(&mut self, sum: &Imported) -> io::Result<()>;
}

/// Why an import ends before its list does.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// Nobody hears what we tell.
    #[error("Nobody heard it: {0}.")]
    Unheard(io::Error),
    #[error("{0}")]
    NoList(#[from] TableFault),
    #[error("The file could not be read to its end: {0}.")]
    Torn(#[from] io::Error),
    #[error("The house cannot be read: {0}.")]
    Unread(#[from] redb::Error),
    #[error(
        "The import stopped near line {line}: {error} What was taken is kept. Import the same file \
         again for the rest: no row comes in twice."
    )]
    At { line: u64, error: Error },
}

impl Import {
    /// Takes a whole list, and answers what came of it; a workbook may have so many bytes.
    pub fn run(
        &self,
        file: &Scratch,
        most: u64,
        heard: &mut dyn Hears,
    ) -> Result<Imported, Stopped> {
        let mut list = List::kept(file, most)?;
        let in_force = self.desk.in_force();
        let mapping = guess(list.headers(), &self.source, &in_force.playbook);
        heard.columns(&mapping).map_err(Stopped::Unheard)?;
        let country = &in_force.playbook.business.country;
        let mut heading = Heading::of(list.headers().to_vec(), &mapping, country);
        heading.read_dates(&mut List::kept(file, most)?)?;
        let mut run = Run {
            import: self,
            tally: Tally::of(&heading),
            heading,
            foresight: Foresight::default(),
            heard,
        };
        let mut lines = Vec::with_capacity(LINES_AT_ONCE);
        list.lines(|line| -> Result<(), Stopped> {
            lines.push(line);
            if lines.len() < LINES_AT_ONCE {
                return Ok(());
            }
            run.take(std::mem::replace(&mut lines, Vec::with_capacity(LINES_AT_ONCE)))
        })?;
        run.take(lines)?;
        Ok(run.tally.finish(&list))
    }
}

/// An import under way.
struct Run<'a> {
    import: &'a Import,
    heading: Heading,
    tally: Tally,
    foresight: Foresight,
    heard: &'a mut dyn Hears,
}

impl Run<'_> {
    /// Takes lines, and tells what came of each in their order.
    fn take(&mut self, lines: Vec<Line>) -> Result<(), Stopped> {
        let Run { import, heading, tally, foresight, heard } = self;
        let (mut rows, mut bad) = (Vec::with_capacity(lines.len()), Vec::new());
        for line in lines {
            match line {
                Line::Row(row) => rows.push(row),
                Line::Bad(line) => bad.push(line),
            }
        }
        let in_force = import.desk.in_force();
        for row in &rows {
            tally.owner(heading.owner(row, &in_force.playbook), &in_force.playbook);
            tally.strange_tags(heading.strange_tags(row, &in_force.playbook));
        }
        let came = if import.dry_run {
            import.foresee(heading, &rows, &in_force.playbook, foresight)?
        } else {
            import.hand_in(heading, &rows, &in_force.playbook)
        };
        let mut bad = bad.into_iter().peekable();
        for (row, came) in rows.iter().zip(came) {
            while let Some(bad) = bad.next_if(|bad| bad.line < row.line) {
                refused(bad, tally, &mut **heard)?;
            }
            let of = came.map_err(|error| Stopped::At { line: row.line, error })?;
            tally.came(&of);
            if of.came.is_taken() {
                tally.said(heading, row, import.desk.now(), &in_force.playbook);
            }
            heard.row(row.line, &row.values, &of).map_err(Stopped::Unheard)?;
        }
        bad.try_for_each(|bad| refused(bad, tally, &mut **heard))?;
        heard.so_far(tally.sum()).map_err(Stopped::Unheard)
    }
}

/// Counts a line that does not fit, and tells of it.
fn refused(bad: BadRow, tally: &mut Tally, heard: &mut dyn Hears) -> Result<(), Stopped> {
    let of = OfRow::from(Came::Refused(bad.why.into()));
    tally.came(&of);
    heard.row(bad.line, &[bad.text], &of).map_err(Stopped::Unheard)
}

type Results = Vec<Result<OfRow, Error>>;
