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
        print("Nothing is wrong with it.")?;
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
    match checked.faults.len() {
        0 => Ok(()),
        1 => Err(Trouble::Failed("This one thing has to be put right first.".into())),
        many => Err(Trouble::Failed(format!("These {many} things have to be put right first."))),
    }
}
