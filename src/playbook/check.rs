//! To come.
use super::Playbook;

/// What is wrong with a playbook, where, in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Line in the text, counted from 1, where known.
    pub line: Option<usize>,
    pub sentence: String,
}

impl Fault {
    pub(super) fn of_text(_text: &str, error: &toml::de::Error) -> Fault {
        Fault { line: None, sentence: error.to_string() }
    }
}

/// Keys the rules know, which only [`crate::decide`] can name.
pub struct Known {
    pub signals: Vec<&'static str>,
}

/// Everything that is wrong with a playbook; empty when it may come into force.
pub fn check(_playbook: &Playbook, _known: &Known) -> Vec<Fault> {
    Vec::new()
}
