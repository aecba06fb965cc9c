//! A list that is checked or taken, away from whoever asked for it: they may leave and come back.

use super::kept::{Asked, Halt, Kept, Sample, Stage};
use super::said;
use crate::capture::Mapping;
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::lead::{Actor, LeadId};
use crate::playbook::{Door, Source};
use crate::shell::error::caught;
use crate::shell::house::House;
use crate::shell::importing::csv_out::CsvOut;
use crate::shell::importing::{Came, Hears, Import, Imported, List, OfRow, Scratch, Stopped};
use std::io::{self, BufWriter};
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;

/// Rows of a kind that are shown.
const SHOWN: usize = 6;

/// Characters of a row that is shown.
const SAYS_MAX: usize = 90;

/// What is needed to check or to take a list.
pub struct Run {
    pub house: Arc<House>,
    pub kept: Arc<Kept>,
    pub file: Scratch,
    pub asked: Asked,
    pub by: Actor,
    /// The language of the report.
    pub words: Words,
    pub turn: OwnedSemaphorePermit,
}

impl Run {
    /// Begins; what comes of it is read from the list itself.
    pub fn begin(self) {
        tokio::task::spawn_blocking(move || {
            let done = caught("importing a list", || self.go());
            let (stage, report) = match done {
                Ok(Ok(report)) => match self.asked {
                    Asked::Check => (Stage::Checked, Some(report)),
                    Asked::Take(_) => (Stage::Done, Some(report)),
                },
                Ok(Err(stopped)) => (Stage::Stopped(self.asked, Arc::new(Halt::By(stopped))), None),
                Err(fault) => {
                    tracing::error!(%fault, "an import broke down");
                    (Stage::Stopped(self.asked, Arc::new(Halt::BrokeDown)), None)
                }
            };
            self.kept.ends(stage, report);
            drop(self.turn);
        });
    }

    fn go(&self) -> Result<Scratch, Stopped> {
        let config = &self.house.config;
        let most = config.limits.import_bytes();
        let headers = List::kept(&self.file, most)?.headers().to_vec();
        let chosen = self.kept.state().chosen;
        let in_force = self.house.playbook();
        let source = in_force.playbook.source(&chosen.source).cloned();
        let gone = || Stopped::Unheard(io::Error::other("the source is gone"));
        let source = source.ok_or_else(gone)?;
        let import = Import {
            desk: self.house.desk.clone(),
            source: Source { door: Door::Csv, mapping: chosen.mapping, ..source },
            list: self.kept.list(),
            by: self.by.clone(),
            dry_run: self.asked == Asked::Check,
            unknown_owner: chosen.unknown_owner,
        };
        let report = Scratch::within(&config.data_dir).map_err(Stopped::Unheard)?;
        let mut listener = Listener::of(self, report, headers)?;
        let sum = import.run(&self.file, most, &mut listener)?;
        self.kept.so_far(&sum, &listener.samples);
        let out = listener.out.finish().map_err(Stopped::Unheard)?;
        out.into_inner().map_err(|error| Stopped::Unheard(error.into_error()))
    }
}

/// Writes the report, and keeps what is shown of it.
struct Listener<'a> {
    kept: &'a Kept,
    out: CsvOut<BufWriter<Scratch>>,
    /// Columns of theirs.
    theirs: usize,
    samples: Vec<Sample>,
    words: Words,
}

impl Listener<'_> {
    fn of(run: &Run, report: Scratch, headers: Vec<String>) -> Result<Listener<'_>, Stopped> {
        let words = run.words;
        let mut out = CsvOut::new(BufWriter::new(report));
        let ours = [
            words.say("import-report-line"),
            words.say("import-report-result"),
            words.say("import-report-lead"),
            words.say("import-report-reason"),
        ];
        let heading = ours.iter().chain(&headers).map(String::as_str);
        out.row(heading).map_err(Stopped::Unheard)?;
        let theirs = headers.len();
        Ok(Listener { kept: &run.kept, out, theirs, samples: Vec::new(), words })
    }

    fn keep(&mut self, line: u64, values: &[String], of: &OfRow) {
        let kind = |of: &OfRow| (std::mem::discriminant(&of.came), of.unreachable);
        let alike = self.samples.iter().filter(|one| kind(&one.of) == kind(of));
        if alike.count() < SHOWN {
            // What turns the direction of a value would turn the row round.
            let says = values.iter().map(|value| one_line(value, SAYS_MAX));
            let says = says.filter(|value| !value.is_empty()).take(3);
            let says = says.collect::<Vec<_>>().join(" · ");
            let says = says.chars().take(SAYS_MAX).collect();
            self.samples.push(Sample { line, says, of: of.clone() });
        }
    }
}

impl Hears for Listener<'_> {
    fn columns(&mut self, _: &Mapping) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, line: u64, values: &[String], of: &OfRow) -> io::Result<()> {
        self.keep(line, values, of);
        let lead = match &of.came {
            Came::Created(lead) | Came::Flagged(lead) | Came::Attached(lead) => Some(*lead),
            Came::Repeated | Came::Empty | Came::Refused(_) => None,
        };
        let lead = lead.filter(|lead| *lead != LeadId(0)).map(|lead| lead.to_string());
        let why = said::remark(self.words, of);
        let line = line.to_string();
        let result = said::came(self.words, &of.came);
        let ours = [line.as_str(), &result, lead.as_deref().unwrap_or_default(), &why];
        // A row that does not fit stands as one text in the first of their columns.
        let theirs = values.iter().map(String::as_str).chain(std::iter::repeat(""));
        self.out.row(ours.into_iter().chain(theirs.take(self.theirs)))
    }

    fn so_far(&mut self, sum: &Imported) -> io::Result<()> {
        self.kept.so_far(sum, &self.samples);
        Ok(())
    }
}
