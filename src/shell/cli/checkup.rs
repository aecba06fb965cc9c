//! `leadstead verify` and `leadstead rebuild`: the tables against the journal, and from it.

use super::args::OutputArgs;
use super::reach::{Missing, Reached};
use super::trouble::Trouble;
use super::{print, print_json, say};
use crate::shell::config::Config;
use crate::shell::counter::{Checkup, Rebuilt};

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
    let house = Reached::house(config, Missing::Fails).await?;
    let rebuilt: Rebuilt = house.post("/rebuild", &()).await?;
    if output.json {
        return print_json(&rebuilt);
    }
    print(&format!("The tables of {} leads grew back from the journal.", rebuilt.leads))
}
