//! `leadstead restore`: a backup becomes the house of a folder.

use super::args::RestoreArgs;
use super::reach::keep_strangers_out;
use super::trouble::Trouble;
use super::{outfile::OutFile, print, progress, say};
use crate::shell::config::Config;
use crate::shell::counter;
use crate::shell::error::{Fault, caught};
use crate::shell::house::{DATA_FILE, INDEX, make_private};
use crate::shell::store::{is_in_use, make_ready};
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};
use tokio::fs::File;

/// Restores a backup into an empty folder, or in place of the house that is there.
pub async fn run(config: Config, args: RestoreArgs) -> Result<(), Trouble> {
    let folder = &config.data_dir;
    let house = folder.join(DATA_FILE);
    keep_strangers_out(folder)?;
    is_closed(folder, &house).await?;
    if house.exists() && !args.replace {
        return Err(Trouble::Failed(format!(
            "There is a house in {} already. With --replace the backup takes its place, and what \
             is there now is kept beside it in {}.",
            folder.display(),
            config.backup_dir().display()
        )));
    }
    make_private(folder)?;
    let ready = copied(&args.file, folder).await?;
    if house.exists() {
        let kept = put_aside(&house, &config.backup_dir(), "before-restore")?;
        say(&format!("The house that was here is kept as {}.", kept.display()));
    }
    let moved = fs::rename(&ready.0, &house);
    moved.map_err(Trouble::with_file(&house))?;
    forget_index(folder)?;
    print(&format!("{} is the house of {} now.", args.file.display(), folder.display()))
}

async fn is_closed(folder: &Path, house: &Path) -> Result<(), Trouble> {
    let served = counter::connect(folder).await.map_err(Trouble::with_file(folder))?.is_some();
    if served || is_in_use(house) {
        return Err(Trouble::Failed(format!(
            "The house in {} is open. Close it first; a backup is restored with nobody at work.",
            folder.display()
        )));
    }
    Ok(())
}

/// A copy that is ready to be a house. It is gone with the value unless it was moved away.
struct Ready(PathBuf);

impl Drop for Ready {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

async fn copied(backup: &Path, folder: &Path) -> Result<Ready, Trouble> {
    let file = File::open(backup).await.map_err(Trouble::with_file(backup))?;
    let size = file.metadata().await.map_err(Trouble::with_file(backup))?.len();
    let ready = Ready(folder.join("restore.redb"));
    let bar = progress::bar(size);
    let mut out = OutFile::create(&ready.0).await?;
    out.fill(progress::of_file(file, bar.clone())).await?;
    out.finish().await?;
    bar.finish_and_clear();
    let copy = ready.0.clone();
    let epoch = getrandom::u64().map_err(Fault::of("asking for randomness"))?;
    let made = tokio::task::spawn_blocking(move || {
        caught("reading the backup", || make_ready(&copy, epoch)).flatten()
    });
    made.await.map_err(Fault::of("reading the backup"))?.map_err(no_backup)?;
    Ok(ready)
}

fn no_backup(fault: Fault) -> Trouble {
    match fault.is_damage() {
        true => Trouble::Failed("The backup is damaged: it does not read.".into()),
        false => fault.into(),
    }
}

/// Moves a house to the backups, before something else takes its place. Answers where it is.
pub fn put_aside(house: &Path, backups: &Path, why: &str) -> Result<PathBuf, Trouble> {
    make_private(backups)?;
    let at = Timestamp::now().strftime("%Y%m%d-%H%M%S");
    let kept = backups.join(format!("{why}-{at}.redb"));
    // The backups may lie on another disk, where nothing can be moved to by name alone.
    let moved = fs::rename(house, &kept).or_else(|_| fs::copy(house, &kept).map(drop));
    moved.map_err(Trouble::with_file(&kept))?;
    Ok(kept)
}

/// The index was of another house; it grows back by itself.
fn forget_index(folder: &Path) -> Result<(), Trouble> {
    let index = folder.join(INDEX);
    match fs::remove_dir_all(&index) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Trouble::with_file(&index)(error))
        }
        _ => Ok(()),
    }
}
