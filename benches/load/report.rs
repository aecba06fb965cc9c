//! What was measured, beside what is to be reached, as a table for the README.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

/// What a figure has to be.
#[derive(Clone, Copy)]
pub enum Goal {
    AtMost(f64),
    AtLeast(f64),
    /// It is shown because it explains the others.
    None,
}

/// A unit, and how many digits of it say something.
#[derive(Clone, Copy)]
pub enum Unit {
    Milliseconds,
    Seconds,
    ASecond,
    Megabytes,
    Kilobytes,
    Count,
}

impl Unit {
    fn of(self, figure: f64) -> String {
        match self {
            Unit::Milliseconds => format!("{figure:.1} ms"),
            Unit::Seconds => format!("{figure:.2} s"),
            Unit::ASecond => format!("{figure:.0} a second"),
            Unit::Megabytes => format!("{figure:.1} MB"),
            Unit::Kilobytes => format!("{figure:.1} KB"),
            Unit::Count => format!("{figure:.0}"),
        }
    }
}

struct Row {
    what: String,
    goal: Goal,
    unit: Unit,
    figure: f64,
}

/// The table, as far as it has come.
#[derive(Default)]
pub struct Report(Vec<Row>);

impl Report {
    /// Adds a figure, and says it at once, for whoever waits.
    pub fn add(&mut self, what: impl Into<String>, goal: Goal, unit: Unit, figure: f64) {
        let row = Row { what: what.into(), goal, unit, figure };
        eprintln!("{}: {}", row.what, unit.of(figure));
        self.0.push(row);
    }

    /// Adds a time in milliseconds.
    pub fn millis(&mut self, what: impl Into<String>, goal: Goal, took: Duration) {
        self.add(what, goal, Unit::Milliseconds, took.as_secs_f64() * 1000.0);
    }

    /// Adds a time in seconds.
    pub fn seconds(&mut self, what: impl Into<String>, goal: Goal, took: Duration) {
        self.add(what, goal, Unit::Seconds, took.as_secs_f64());
    }
}

impl Row {
    fn to_reach(&self) -> String {
        match self.goal {
            Goal::AtMost(most) => format!("≤ {}", self.unit.of(most)),
            Goal::AtLeast(least) => format!("≥ {}", self.unit.of(least)),
            Goal::None => String::new(),
        }
    }

    fn is_reached(&self) -> bool {
        match self.goal {
            Goal::AtMost(most) => self.figure <= most,
            Goal::AtLeast(least) => self.figure >= least,
            Goal::None => true,
        }
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "| what | to reach | measured | |")?;
        writeln!(f, "|---|---:|---:|---|")?;
        for row in &self.0 {
            let miss = if row.is_reached() { "" } else { "missed" };
            let figure = row.unit.of(row.figure);
            writeln!(f, "| {} | {} | {figure} | {miss} |", row.what, row.to_reach())?;
        }
        Ok(())
    }
}
