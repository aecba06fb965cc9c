//! `leadstead demo`: a house with a year behind it, made anew, to be clicked through.
//!
//! Living through a year asks for speed, and staying open for little memory: once the year is made,
//! the program begins again and opens it.

use super::args::DemoArgs;
use super::memory::give_back_what_is_free;
use super::reach::keep_strangers_out;
use super::serve::{closing_signal, keep_open, log};
use super::trouble::Trouble;
use super::{print, say};
use crate::shell::clock::OffsetClock;
use crate::shell::config::Config;
use crate::shell::counter;
use crate::shell::demo::{ACCOUNTS, PASSWORD, Year, forget_draft, left_at, make};
use crate::shell::error::Fault;
use crate::shell::house::House;
use crate::shell::web::serve::Doors;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the demo, away from any real house.
const FOLDER: &str = "./data-demo";

/// What is worth knowing while somebody clicks around.
const LOG: &str = "warn";

/// How the demo is asked for once it is made.
const AS_LEFT: &str = "--as-left";

/// Lives through a year and opens its last day, or opens the demo as it was left.
pub async fn run(data: Option<PathBuf>, args: DemoArgs) -> Result<(), Trouble> {
    let folder = data.unwrap_or_else(|| PathBuf::from(FOLDER));
    let mut config = Config::default();
    config.data_dir = folder.clone();
    config.listen = args.listen;
    config.backup_days = 0;
    log(LOG);
    keep_strangers_out(&folder)?;
    nobody_is_there(&folder).await?;
    drop(Doors::open(&config).await?);
    let now = if args.as_left {
        left_at(&folder)?
    } else {
        let now = made(&folder, args.at).await?;
        give_back_what_is_free(&[AS_LEFT]);
        now
    };
    keep_open(config, Arc::new(OffsetClock::showing(now)), welcome).await
}

/// Makes the demo anew. Answers what time it is in there.
async fn made(folder: &Path, last: Option<Date>) -> Result<Timestamp, Trouble> {
    say("Living through a year …");
    let last = last.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date());
    let place = folder.to_owned();
    let making = tokio::task::spawn_blocking(move || make(&place, &Year::until(last)));
    tokio::select! {
        made = making => Ok(made.map_err(Fault::of("making the demo"))??),
        () = closing_signal()? => {
            forget_draft(folder)?;
            Err(Trouble::Failed("The demo was not made to its end.".into()))
        }
    }
}

async fn nobody_is_there(folder: &Path) -> Result<(), Trouble> {
    match counter::connect(folder).await.map_err(Trouble::with_file(folder))? {
        None => Ok(()),
        Some(_) => Err(Trouble::Failed(format!(
            "The house in {} is open. Close it first, or choose another folder with --data.",
            folder.display()
        ))),
    }
}

fn welcome(house: &House) -> Result<(), Trouble> {
    print(&format!("Leadstead is open at {}", house.config.base_url()))?;
    for (email, who) in ACCOUNTS {
        print(&format!("Sign in as {email}, password {PASSWORD} ({who})."))?;
    }
    Ok(())
}
