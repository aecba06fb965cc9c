//! Gathers what is wrong, as far as a person will read it.

use super::Fault;

/// The most faults told at once; who has mended these may ask again.
const FAULTS_MAX: usize = 100;

/// What is wrong so far.
#[derive(Default)]
pub struct Report {
    /// Each sentence with the words it is about, by which its line may be found.
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

    /// All that is wrong, with the line wherever the words stand on one line only.
    pub fn faults_in(self, text: &str) -> Vec<Fault> {
        let line = |about: &str| {
            let quoted = format!("\"{about}\"");
            let mut lines = text.lines().enumerate().filter(|(_, line)| line.contains(&quoted));
            let (nth, _) = lines.next().filter(|_| !about.is_empty())?;
            lines.next().is_none().then_some(nth + 1)
        };
        let found = self.found.into_iter();
        found.map(|(about, sentence)| Fault { line: line(&about), sentence }).collect()
    }
}
