//! `leadstead verify` and `leadstead rebuild`: the tables against the journal, and from it.

use super::args::OutputArgs;
use super::reach::{Missing, Reached};
use super::restore::put_aside;
use super::trouble::Trouble;
use super::{print, print_json, say};
use crate::shell::config::Config;
use crate::shell::counter::{Checkup, Rebuilt};
use crate::shell::error::caught;
use crate::shell::house::{DATA_FILE, has_lost_all};
use crate::shell::store::Store;
use std::fs;
use std::path::Path;

/// Holds every table against the journal.
pub async fn verify(config: Config, output: OutputArgs) -> Result<(), Trouble> {
    let house = Reached::house(config, Missing::Fails).await?;
    let Checkup { verdict, checksums } = house.post("/verify", &()).await?;
    if output.json {
        print_json(&Checkup { verdict: verdict.clone(), checksums })?;
    }
    if verdict.differences > 0 {
        verdict.told.iter().for_each(|sentence| say(sentence));
        return Err(Trouble::Failed(format!(
            "{} differences. `leadstead rebuild` grows the tables back from the journal.",
            verdict.differences
        )));
    }
    if output.json {
        return Ok(());
    }
    let also = if checksums { " All checksums hold." } else { "" };
    print(&format!(
        "{} entries, {} leads: every table is what the journal says.{also}",
        verdict.entries, verdict.leads
    ))
}

/// Grows every table back.
pub async fn rebuild(config: Config, output: OutputArgs) -> Result<(), Trouble> {
    let house = match Reached::house(config.clone(), Missing::Fails).await {
        Err(Trouble::Damaged(_)) => {
            save_the_journal(&config)?;
            let file = config.data_dir.join(DATA_FILE);
            match Reached::house(config, Missing::Fails).await {
                Err(Trouble::Damaged(_)) => return Err(nothing_to_grow_from(&file)),
                reached => reached?,
            }
        }
        reached => reached?,
    };
    let rebuilt: Rebuilt = house.post("/rebuild", &()).await?;
    if output.json {
        return print_json(&rebuilt);
    }
    print(&format!("The tables of {} leads grew back from the journal.", rebuilt.leads))
}

/// Puts the journal of a damaged data file, and what else nothing can be computed from, in its place.
fn save_the_journal(config: &Config) -> Result<(), Trouble> {
    let house = config.data_dir.join(DATA_FILE);
    let saved = config.data_dir.join("rebuild.redb");
    let _ = fs::remove_file(&saved);
    let reads = || caught("saving the journal", || Store::open(&house)?.save_what_is_true(&saved));
    if has_lost_all(&house) || !matches!(reads(), Ok(Ok(1..))) {
        let _ = fs::remove_file(&saved);
        return Err(nothing_to_grow_from(&house));
    }
    let kept = put_aside(&house, &config.backup_dir(), "damaged")?;
    say(&format!("The damaged data file is kept as {}.", kept.display()));
    fs::rename(&saved, &house).map_err(Trouble::with_file(&house))
}

fn nothing_to_grow_from(house: &Path) -> Trouble {
    Trouble::Failed(format!(
        "The journal in {} is damaged too, so nothing can grow back from it. Put a backup in its \
         place with `leadstead restore FILE --replace`.",
        house.display()
    ))
}
