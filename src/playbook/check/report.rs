//! Gathers what is wrong, as far as a person will read it, and where it stands.

use super::Fault;
use super::place::{Place, Step};

/// The most faults told at once; who has mended these may ask again.
const FAULTS_MAX: usize = 100;

/// What is wrong so far.
#[derive(Default)]
pub struct Report {
    /// Where the checks are now: the tables from the outermost to the one looked at.
    within: Vec<Step>,
    found: Vec<(Place, String)>,
}

impl Report {
    /// Checks what stands in a table.
    pub fn within(&mut self, table: &'static str, check: impl FnOnce(&mut Report)) {
        self.nth(table, 0, check);
    }

    /// Checks each of a list of tables.
    pub fn each<'a, T: 'a>(
        &mut self,
        table: &'static str,
        all: impl IntoIterator<Item = &'a T>,
        mut check: impl FnMut(&'a T, &mut Report),
    ) {
        for (nth, one) in all.into_iter().enumerate() {
            self.nth(table, nth, |report| check(one, report));
        }
    }

    /// Checks the nth of a list of tables, counted from 0.
    pub fn nth(&mut self, table: &'static str, nth: usize, check: impl FnOnce(&mut Report)) {
        self.within.push(Step { table, nth });
        check(self);
        self.within.pop();
    }

    /// How much is wrong so far.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Adds a sentence about a key or a value in the table looked at; about the table itself where
    /// it names neither.
    pub fn say(&mut self, about: &str, sentence: impl Into<String>) {
        if self.found.len() < FAULTS_MAX {
            let place = Place { within: self.within.clone(), about: about.to_owned() };
            self.found.push((place, sentence.into()));
        }
    }

    /// Adds a sentence unless all is well.
    pub fn expect(&mut self, well: bool, about: &str, sentence: impl FnOnce() -> String) {
        if !well {
            self.say(about, sentence());
        }
    }

    /// All that is wrong, without lines.
    pub fn faults(self) -> Vec<Fault> {
        self.told(|_| None)
    }

    /// All that is wrong, each with the line of the text it stands on.
    pub fn faults_in(self, text: &str) -> Vec<Fault> {
        self.told(|place| place.line_in(text))
    }

    fn told(self, line_of: impl Fn(&Place) -> Option<usize>) -> Vec<Fault> {
        let told = |(place, sentence): (Place, String)| {
            let line = line_of(&place);
            let within = place.within.iter().map(|step| (step.table, step.nth)).collect();
            Fault { line, sentence, within }
        };
        self.found.into_iter().map(told).collect()
    }
}
