//! Copies of the house made every night by itself, and how long they are kept.
//!
//! A copy is whole at one moment, is held against its checksums before it gets its name, and can be
//! restored like any other backup. A box that is off at night makes its copy when it is on again.

mod calendar;

use super::desk::Desk;
use super::error::{Error, Fault};
use super::house::make_private;
use super::store::is_whole;
use calendar::{due_after, surplus};
use jiff::Timestamp;
use jiff::civil::Date;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

/// How often it is looked whether a copy is due, and tried again after a fault.
const LOOK_EVERY: Duration = Duration::from_secs(300);

const DOING: &str = "making the nightly copy";

/// The folder of the nightly copies.
pub struct Snapshots {
    folder: PathBuf,
    /// How many days are kept, and after them how many weeks. No days: no copies are made.
    days: usize,
    weeks: usize,
    fault: RwLock<Option<Fault>>,
    /// Held while a copy is made, so that no two are.
    making: Mutex<()>,
}

impl Snapshots {
    /// The copies in a folder.
    pub fn in_folder(folder: PathBuf, days: u32, weeks: u32) -> Snapshots {
        let (days, weeks) = (days as usize, weeks as usize);
        Snapshots { folder, days, weeks, fault: RwLock::new(None), making: Mutex::new(()) }
    }

    /// Why the last copy was not made, if it was not.
    pub fn fault(&self) -> Option<Fault> {
        self.fault.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The day of the newest copy.
    pub fn newest(&self) -> Option<Date> {
        self.kept().into_iter().next_back()
    }

    /// The days of which there is a copy, in order.
    fn kept(&self) -> Vec<Date> {
        let Ok(files) = fs::read_dir(&self.folder) else { return Vec::new() };
        let mut kept: Vec<Date> = files.flatten().filter_map(|file| day_of(&file.path())).collect();
        kept.sort();
        kept
    }

    /// Makes the copy that is due, if one is, and lets go of what is too old. Answers its file.
    pub fn keep_up(&self, desk: &Desk) -> Result<Option<PathBuf>, Error> {
        if self.days == 0 {
            return Ok(None);
        }
        let in_force = desk.in_force();
        let calendar = in_force.playbook.calendar();
        let now = desk.now();
        let due = match self.newest() {
            Some(newest) => due_after(newest, calendar.zone()),
            None => match desk.store().read()?.entries_after(0, 1)?.first() {
                Some(first) => due_after(calendar.day_of(first.at), calendar.zone()),
                None => Timestamp::MAX,
            },
        };
        if now < due {
            return Ok(None);
        }
        let made = self.make(desk, calendar.day_of(now))?;
        for day in surplus(&self.kept(), self.days, self.weeks) {
            let _ = fs::remove_file(self.file_of(day));
        }
        Ok(Some(made))
    }

    /// Makes a copy now, in place of one that was made today.
    pub fn make_now(&self, desk: &Desk) -> Result<(), Error> {
        let made = self.make(desk, desk.in_force().playbook.calendar().day_of(desk.now()));
        self.note(made.as_ref().err().cloned());
        Ok(made.map(drop)?)
    }

    fn make(&self, desk: &Desk, day: Date) -> Result<PathBuf, Fault> {
        let _turn = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        make_private(&self.folder)?;
        let file = self.file_of(day);
        let draft = Draft::beside(&file).map_err(Fault::of(DOING))?;
        desk.store().backup(&draft.0)?;
        if !is_whole(&draft.0)? {
            return Err(Fault::said(DOING, "the checksums of the copy do not hold"));
        }
        let named = fs::rename(&draft.0, &file).and_then(|()| File::open(&self.folder)?.sync_all());
        named.map_err(Fault::of(DOING))?;
        Ok(file)
    }

    fn file_of(&self, day: Date) -> PathBuf {
        self.folder.join(format!("nightly-{day}.redb"))
    }

    fn note(&self, fault: Option<Fault>) {
        *self.fault.write().unwrap_or_else(PoisonError::into_inner) = fault;
    }
}

/// Looks after the copies until the desk closes.
pub async fn run(desk: Arc<Desk>, snapshots: Arc<Snapshots>) {
    loop {
        let shelf = snapshots.clone();
        match desk.look_aside(DOING, move |desk| shelf.keep_up(desk)).await {
            Ok(made) => {
                snapshots.note(None);
                if let Some(file) = made {
                    tracing::info!(file = %file.display(), "the nightly copy is made");
                }
            }
            Err(Error::Closing) => return,
            Err(Error::Faulted(fault)) => {
                tracing::error!(%fault, "the nightly copy was not made");
                snapshots.note(Some(fault));
            }
            Err(error) => tracing::warn!(%error, "the nightly copy was not made"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

fn day_of(file: &Path) -> Option<Date> {
    let name = file.file_name()?.to_str()?;
    name.strip_prefix("nightly-")?.strip_suffix(".redb")?.parse().ok()
}

/// A copy in the making, for its owner's eyes only. It is gone with the value unless it was named.
struct Draft(PathBuf);

impl Draft {
    fn beside(file: &Path) -> io::Result<Draft> {
        let draft = file.with_extension("draft");
        match fs::remove_file(&draft) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
        Ok(Draft(draft))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
