//! Why a command did not do what was asked, in a sentence, and with which code it ends.

use crate::shell::config::BadConfig;
use crate::shell::error::{Error, Fault};
use std::fmt;
use std::io;
use std::path::Path;

/// How a command ends that is not done.
#[derive(Debug, PartialEq)]
pub enum Trouble {
    /// The world, or the house, said no.
    Failed(String),
    /// The data file of the house does not read.
    Damaged(String),
    /// The command makes no sense as it was typed.
    Usage(String),
    /// Whoever read what we write has heard enough, as `head` does.
    NobodyListens,
}

impl Trouble {
    /// A file that could not be read or written.
    pub fn with_file(path: &Path) -> impl Fn(io::Error) -> Trouble {
        let path = path.display().to_string();
        move |error| Trouble::Failed(format!("{path}: {error}."))
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Trouble::Failed(_) | Trouble::Damaged(_) => 1,
            Trouble::Usage(_) => 2,
            Trouble::NobodyListens => 0,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Failed(sentence) | Trouble::Damaged(sentence) | Trouble::Usage(sentence) => {
                f.write_str(sentence)
            }
            Trouble::NobodyListens => Ok(()),
        }
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        let said = if fault.is_damage() { Trouble::Damaged } else { Trouble::Failed };
        said(sentence(&fault))
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        match error {
            Error::Faulted(fault) => fault.into(),
            error => Trouble::Failed(error.to_string()),
        }
    }
}

/// What we were doing and what came of it, as a sentence.
fn sentence(fault: &Fault) -> String {
    let said = fault.to_string();
    if said.ends_with(['.', '!', '?']) { said } else { format!("{said}.") }
}

impl From<BadConfig> for Trouble {
    fn from(bad: BadConfig) -> Trouble {
        Trouble::Failed(bad.to_string())
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(_: serde_json::Error) -> Trouble {
        Trouble::Failed("The answer of the house does not read. Do both have one version?".into())
    }
}
