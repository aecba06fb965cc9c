//! `leadstead playbook`: how leads are handled, as one text file.

use super::args::{ApplyArgs, PlaybookCommand, PlaybookFileArgs};
use super::reach::{Missing, Reached, whole};
use super::trouble::Trouble;
use super::{print, print_json, print_text, say};
use crate::shell::config::Config;
use crate::shell::counter::{Checked, InForceText};
use axum::body::Body;
use axum::http::Method;
use std::fs;
use std::path::Path;

/// The longest text, in bytes.
const TEXT_MAX: u64 = 1024 * 1024;

/// Does one of the commands about the playbook.
pub async fn run(config: Config, command: PlaybookCommand) -> Result<(), Trouble> {
    match command {
        PlaybookCommand::Show(output) => {
            let shown: InForceText =
                Reached::house(config, Missing::Fails).await?.get("/playbook").await?;
            if output.json { print_json(&shown) } else { print_text(&shown.text) }
        }
        PlaybookCommand::Check(args) => check(args),
        PlaybookCommand::Apply(args) => apply(config, args).await,
    }
}

fn check(args: PlaybookFileArgs) -> Result<(), Trouble> {
    let checked = Checked::of(&text_of(&args.file)?);
    if args.output.json {
        print_json(&checked)?;
    } else if checked.faults.is_empty() {
        print(&match checked.hints.len() {
            0 => "Nothing is wrong with it.".to_owned(),
            1 => "Nothing is wrong with it; one thing is worth a look.".to_owned(),
            many => format!("Nothing is wrong with it; {many} things are worth a look."),
        })?;
    }
    no_faults(&checked, &args)
}

async fn apply(config: Config, args: ApplyArgs) -> Result<(), Trouble> {
    let ApplyArgs { anyway, text: args } = args;
    let path = if anyway { "/playbook?anyway=true" } else { "/playbook" };
    let text = text_of(&args.file)?;
    let house = Reached::house(config, Missing::Fails).await?;
    let response = house.ask(Method::POST, path, Body::from(text)).await?;
    let applied: Checked = serde_json::from_slice(&whole(response).await?)?;
    if args.output.json {
        print_json(&applied)?;
    } else if let Some(version) = applied.version.filter(|_| applied.unchanged) {
        print(&format!("Version {version} is in force already; this says nothing new."))?;
    } else if let Some(version) = applied.version {
        print(&format!("Version {version} is in force."))?;
        say(&format!("Where you go on with this text, begin it with “# Version {version}”."));
    }
    no_faults(&applied, &args)
}

fn text_of(file: &Path) -> Result<String, Trouble> {
    let size = fs::metadata(file).map_err(Trouble::with_file(file))?.len();
    if size > TEXT_MAX {
        return Err(Trouble::Usage("This is longer than any playbook.".into()));
    }
    fs::read_to_string(file).map_err(Trouble::with_file(file))
}

/// Tells what is wrong or worth a second look, each with its line.
fn no_faults(checked: &Checked, args: &PlaybookFileArgs) -> Result<(), Trouble> {
    for fault in checked.faults.iter().chain(&checked.hints) {
        let line = fault.line.map_or(String::new(), |line| format!(":{line}"));
        say(&format!("{}{line}: {}", args.file.display(), fault.sentence));
    }
    let wrong = match (checked.faults.len(), checked.hints.len()) {
        (0, _) => return Ok(()),
        (1, 0) => "This one thing has to be put right first.".to_owned(),
        (many, 0) => format!("These {many} things have to be put right first."),
        (1, _) => "The first of these has to be put right first; the rest is worth a look.".into(),
        (many, _) => format!(
            "The first {many} of these have to be put right first; the rest is worth a look."
        ),
    };
    Err(Trouble::Failed(wrong))
}
