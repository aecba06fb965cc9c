//! One thing that is wrong with a playbook.

use super::lists::did_you_mean;
use crate::playbook::Playbook;

/// What is wrong with a playbook, where, in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Line in the text, counted from 1, where known.
    pub line: Option<usize>,
    pub sentence: String,
    /// The tables it stands in, from the outermost, each with its place among those of its name.
    pub within: Vec<(&'static str, usize)>,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "Line {line}: {}", self.sentence),
            None => f.write_str(&self.sentence),
        }
    }
}

impl Fault {
    /// What keeps a text from being read as a playbook.
    pub(in crate::playbook) fn of_text(text: &str, error: &toml::de::Error) -> Fault {
        let is_twice = error.message().starts_with(TWICE);
        if let Some(unknown) = is_twice.then(|| unknown_table(text)).flatten() {
            return unknown;
        }
        let line = error.span().and_then(|span| text.get(..span.start)).map(line_after);
        Fault { line, ..Fault::of(sentence(error.message())) }
    }

    /// A fault that stands nowhere in particular.
    pub fn of(sentence: String) -> Fault {
        Fault { line: None, sentence, within: Vec::new() }
    }

    /// Its place among the tables of a name, if it stands in one.
    pub fn place(&self, table: &str) -> Option<usize> {
        self.within.iter().find(|(one, _)| *one == table).map(|(_, nth)| *nth)
    }
}

/// The number of the line on which something that follows this text stands.
pub(super) fn line_after(before: &str) -> usize {
    before.bytes().filter(|byte| *byte == b'\n').count() + 1
}

/// How the reader of TOML begins where something stands twice. Under a table of an unknown name the
/// parts of the known one seem to.
const TWICE: &str = "duplicate key";

/// The first table of a name that is not known.
fn unknown_table(text: &str) -> Option<Fault> {
    text.lines().enumerate().find_map(|(nth, line)| {
        let name = line.trim_start().strip_prefix('[')?.trim_start_matches('[');
        let name = name.split(['.', ']']).next()?.trim();
        let error = toml::from_str::<Playbook>(&format!("[{name}]")).err()?;
        let is_unknown = error.message().starts_with(&format!("unknown field `{name}`"));
        is_unknown.then(|| Fault { line: Some(nth + 1), ..Fault::of(sentence(error.message())) })
    })
}

/// What the reader of TOML says, in our words where it is about our keys.
fn sentence(message: &str) -> String {
    let mut named = message.split('`').skip(1).step_by(2);
    let first = named.next().unwrap_or_default();
    let known: Vec<&str> = named.collect();
    if message.starts_with("unknown field") {
        format!("“{first}” is not known here.{}", did_you_mean(first, known))
    } else if message.starts_with("missing field") {
        format!("“{first}” is missing here.")
    } else if message.starts_with("unknown variant") {
        format!("“{first}” cannot stand here. Choose one of: {}.", known.join(", "))
    } else if message.starts_with(TWICE) {
        format!("This stands here twice: {}.", message.trim_start_matches(TWICE).trim())
    } else {
        as_sentence(message)
    }
}

/// The first line of a message with a capital letter and a full stop.
fn as_sentence(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim().trim_end_matches('.');
    let mut letters = line.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => "This cannot be read.".into(),
    }
}
