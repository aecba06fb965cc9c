//! Gathers what is wrong, as far as a person will read it.

use super::Fault;

/// The most faults told at once; who has mended these may ask again.
const FAULTS_MAX: usize = 100;

/// What is wrong so far.
#[derive(Default)]
pub struct Report {
    /// Each sentence with what it is about: a value, a key or a table, by which its line may be
    /// found.
    found: Vec<(String, String)>,
}

impl Report {
    /// Adds a sentence about these words of the playbook.
    pub fn say(&mut self, about: &str, sentence: impl Into<String>) {
        if self.found.len() < FAULTS_MAX {
            self.found.push((about.to_owned(), sentence.into()));
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
        self.found.into_iter().map(|(_, sentence)| Fault { line: None, sentence }).collect()
    }

    /// All that is wrong, with the line wherever what it is about stands on one line only.
    pub fn faults_in(self, text: &str) -> Vec<Fault> {
        let line = |about: &str| {
            let mut lines = text.lines().enumerate().filter(|(_, line)| is_about(line, about));
            let (nth, _) = lines.next().filter(|_| !about.is_empty())?;
            lines.next().is_none().then_some(nth + 1)
        };
        let found = self.found.into_iter();
        found.map(|(about, sentence)| Fault { line: line(&about), sentence }).collect()
    }
}

/// Whether a line holds this value, sets this key, or opens this table.
fn is_about(line: &str, about: &str) -> bool {
    let line = line.trim();
    let sets = line.strip_prefix(about).is_some_and(|rest| rest.trim_start().starts_with('='));
    let opens = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    sets || opens == Some(about) || line.contains(&format!("\"{about}\""))
}
