//! Asking for a password without showing it.

use super::args::SecretArgs;
use super::trouble::Trouble;
use console::Term;
use std::io::{self, BufRead, IsTerminal, Read};

/// Bytes of the input that are looked at.
const LINE_MAX: u64 = 4096;

/// The password that was piped in, or typed twice; `None` where one is to be made up.
pub fn password(args: SecretArgs) -> Result<Option<String>, Trouble> {
    if args.password_stdin {
        return first_line().map(Some);
    }
    if io::stdin().is_terminal() && io::stderr().is_terminal() { typed() } else { Ok(None) }
}

fn first_line() -> Result<String, Trouble> {
    let mut line = String::new();
    let read = io::stdin().lock().take(LINE_MAX).read_line(&mut line);
    read.map_err(|error| Trouble::Failed(format!("The password could not be read: {error}.")))?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

fn typed() -> Result<Option<String>, Trouble> {
    let term = Term::stderr();
    let ask = |words: &str| {
        let asked = term.write_str(words).and_then(|()| term.read_secure_line());
        asked.map_err(|error| Trouble::Failed(format!("The password could not be read: {error}.")))
    };
    let first = ask("Password (empty to have one made up): ")?;
    if first.is_empty() {
        return Ok(None);
    }
    if ask("The same again: ")? != first {
        return Err(Trouble::Usage("These were two different passwords.".into()));
    }
    Ok(Some(first))
}
