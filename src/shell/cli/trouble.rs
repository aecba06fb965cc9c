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
        move |error| Trouble::Failed(about_file(&path, &error))
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

fn about_file(path: &str, error: &io::Error) -> String {
    use io::ErrorKind::*;
    match error.kind() {
        NotFound => format!("There is no {path}. Look at how it is written."),
        PermissionDenied => {
            format!("{path} may not be used by you. Ask as the user it belongs to.")
        }
        IsADirectory => format!("{path} is a folder. Name a file."),
        NotADirectory => format!("{path} cannot be there: a part of the way to it is no folder."),
        StorageFull => format!("There is no room left on the disk of {path}."),
        ReadOnlyFilesystem => format!("The disk of {path} cannot be written to."),
        InvalidData => format!("{path} is no text in UTF-8."),
        _ => format!("{path}: {error}."),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said_in_a_sentence_that_names_it() {
        use io::ErrorKind::*;
        for kind in [NotFound, PermissionDenied, IsADirectory, StorageFull, InvalidData, Other] {
            let said = Trouble::with_file(Path::new("leads.csv"))(kind.into()).to_string();
            assert!(said.contains("leads.csv") && said.ends_with('.'), "{said}");
            assert!(!said.contains("os error"), "{said}");
        }
    }
}
