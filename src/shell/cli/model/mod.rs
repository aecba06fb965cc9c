//! `leadstead model report`: how well the past leads of any list foretell their outcome, so that a
//! newcomer can try it before a single lead is in.

mod told;
mod workers;

use super::args::{ModelCommand, ModelReportArgs};
use super::trouble::Trouble;
use super::{print_json, print_text, say};
use crate::scoring::learn::{Draft, NoReport, Question, Table, report};
use crate::shell::importing::{Line, List, TableFault};
use std::env;
use std::fs::File;
use std::io;

/// What is held in memory of a list, at most: rows, cells, and bytes of different texts.
const ROWS_MAX: usize = 1_000_000;
const CELLS_MAX: usize = 24_000_000;
const TEXT_MAX: usize = 100 << 20;

/// Bytes of the largest workbook.
const WORKBOOK_MAX: u64 = 100 << 20;

/// Lines that do not fit which are shown one by one.
const BAD_SHOWN: usize = 5;

/// Does one of the commands about models.
pub async fn run(command: ModelCommand) -> Result<(), Trouble> {
    let ModelCommand::Report(args) = command;
    let done = tokio::task::spawn_blocking(move || tell(&args)).await;
    done.map_err(|_| Trouble::Failed("The report broke off. Please tell us of this list.".into()))?
}

fn tell(args: &ModelReportArgs) -> Result<(), Trouble> {
    let read = read(args)?;
    let question = Question {
        outcome: args.outcome.clone(),
        positive: args.positive.clone(),
        negative: args.negative.clone(),
        drop: args.drop.clone(),
        keep: args.keep.clone(),
        time: args.time.clone(),
        folds: args.folds,
        seeds: args.seeds,
        ..Question::default()
    };
    let made = report(read.table, &question, &workers::side_by_side).map_err(|no| {
        let sentence = no.to_string();
        match no {
            NoReport::NoColumn { .. }
            | NoReport::DropsOutcome(_)
            | NoReport::NoTime(_)
            | NoReport::Folds
            | NoReport::Seeds => Trouble::Usage(sentence),
            NoReport::Outcome(_) | NoReport::TooLittle { .. } | NoReport::NoColumns(_) => {
                Trouble::Failed(sentence)
            }
        }
    })?;
    if args.output.json {
        return print_json(&told::for_machines(&made, read.bad));
    }
    print_text(&told::in_words(&made))
}

/// A list as it was read.
struct Read {
    table: Table,
    /// Lines that did not fit the heading.
    bad: usize,
}

/// What ends the reading.
enum Stop {
    World(io::Error),
    Room(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::World(error)
    }
}

fn read(args: &ModelReportArgs) -> Result<Read, Trouble> {
    let of_file = Trouble::with_file(&args.file);
    let file = File::open(&args.file).map_err(&of_file)?;
    if file.metadata().map_err(&of_file)?.is_dir() {
        return Err(of_file(io::ErrorKind::IsADirectory.into()));
    }
    let fault = |fault: TableFault| Trouble::Failed(fault.to_string());
    let mut list = List::sent(file, &env::temp_dir(), WORKBOOK_MAX).map_err(fault)?;
    let columns = list.headers().len();
    let mut draft = Draft::of(list.headers());
    let mut bad = 0;
    let ended = list.lines(|line| {
        match line {
            Line::Row(row) => draft.push(&row.values),
            Line::Bad(line) => {
                bad += 1;
                if bad <= BAD_SHOWN {
                    say(&format!("Line {} is left out. {}", line.line, line.why));
                }
            }
        }
        room(&draft, columns)
    });
    match ended {
        Ok(()) => {}
        Err(Stop::World(error)) => return Err(of_file(error)),
        Err(Stop::Room(sentence)) => return Err(Trouble::Failed(sentence)),
    }
    if bad > BAD_SHOWN {
        say(&format!("{bad} lines are left out in all, since they do not fit the heading."));
    }
    match draft.rows() {
        0 => Err(fault(TableFault::NoRows)),
        _ => Ok(Read { table: draft.finish(), bad }),
    }
}

/// Whether there is room for one more row.
fn room(draft: &Draft, columns: usize) -> Result<(), Stop> {
    let rows = draft.rows();
    if rows > ROWS_MAX || rows.saturating_mul(columns) > CELLS_MAX {
        return Err(Stop::Room(format!(
            "The list is longer than a report holds: {ROWS_MAX} rows, or {CELLS_MAX} cells. Take \
             the latest leads, or fewer columns."
        )));
    }
    if draft.bytes() > TEXT_MAX {
        let most = TEXT_MAX >> 20;
        return Err(Stop::Room(format!(
            "The list holds more than {most} MB of different texts. Take out what is written freely."
        )));
    }
    Ok(())
}
