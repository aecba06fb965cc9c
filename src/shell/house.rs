//! A house that is open: its folder, its desk, and everything that works behind it.

use super::claim::Claim;
use super::clock::Clock;
use super::config::{Config, KeptMail, Smtp};
use super::desk::{Answer, Desk, InForce, Order};
use super::error::{Damaged, Error, Fault, caught};
use super::learning::Learning;
use super::outbox::mail::{SmtpCarrier, Switch};
use super::outbox::{self, Links};
use super::papers;
use super::scheduler;
use super::search::{Follower, Search, SearchFault, Waker};
use super::snapshots::{self, Snapshots};
use super::store::{Condition, Refiled, Store};
use crate::lead::{Actor, Seq};
use crate::playbook::{Playbook, Role, Teammate, starter, with_version};
use crate::rows::SHAPE;
use jiff::Timestamp;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};
use tokio::sync::watch;

/// Name of the data file in its folder.
pub const DATA_FILE: &str = "leadstead.redb";

/// Name of the folder of the search index in it.
pub const INDEX: &str = "index";

/// Under this number a house that is a demo keeps when its story ends, in Unix milliseconds.
pub const DEMO: &str = "demo";

/// A house that is open. Pages, programs and workers all hold one.
pub struct House {
    pub config: Config,
    pub desk: Arc<Desk>,
    pub search: Follower,
    pub clock: Arc<dyn Clock>,
    pub snapshots: Arc<Snapshots>,
    pub opened_at: Timestamp,
    /// Random, and renewed when a backup is restored, so that no number is ever used twice.
    pub epoch: u64,
    /// Where the clock of a demo began; `None` in a house of somebody's own.
    pub demo_since: Option<Timestamp>,
    /// The code by which it is claimed while nobody owns it.
    pub claim: Claim,
    /// The way out for letters.
    pub mail: Arc<Switch>,
    pub learning: Learning,
}

impl House {
    /// Opens the house of a folder, growing its tables back first where they are of another shape.
    pub fn open(config: Config, clock: Arc<dyn Clock>) -> Result<House, Fault> {
        let folder = config.data_dir.clone();
        make_private(&folder)?;
        let path = folder.join(DATA_FILE);
        if path.exists() {
            shut(&folder)?;
        }
        if has_lost_all(&path) {
            return Err(damaged(&path));
        }
        let index = folder.join(INDEX);
        make_private(&index)?;
        shut(&index)?;
        let opened = caught("opening the data file", || {
            let store = Arc::new(Store::open(&path).map_err(|error| will_not_open(&path, error))?);
            keep_private(&path)?;
            House::assemble(store, config, clock, |epoch| Search::open(&index, epoch))
        });
        opened.flatten().map_err(|fault| if fault.is_damage() { damaged(&path) } else { fault })
    }

    /// Opens the house of a store, with an index that is gone with the house.
    pub fn of(store: Arc<Store>, config: Config, clock: Arc<dyn Clock>) -> Result<House, Fault> {
        House::assemble(store, config, clock, |_| Search::in_memory())
    }

    fn assemble(
        store: Arc<Store>,
        config: Config,
        clock: Arc<dyn Clock>,
        index: impl FnOnce(u64) -> Result<Search, SearchFault>,
    ) -> Result<House, Fault> {
        let (epoch, house_key) = name_tags()?;
        let condition = store.condition(epoch, house_key)?;
        if condition == Condition::ToRebuild {
            grow_back(&store, &config)?;
        }
        let in_force = playbook_in_force(&store, &config)?;
        let epoch = store.read()?.number("epoch")?.unwrap_or(epoch);
        let demo_since = store.read()?.number(DEMO)?.and_then(moment);
        let orders_max = config.limits.queue_length as usize;
        let desk = Arc::new(Desk::open(store, clock.clone(), in_force, orders_max)?);
        let index = abreast(index(edition(epoch)), desk.store())
            .map_err(Fault::of("opening the search index"))?;
        let search = papers::follow(index, desk.clone())
            .map_err(Fault::of("following the journal for the search"))?;
        let (days, weeks) = (config.backup_days, config.backup_weeks);
        let snapshots = Arc::new(Snapshots::in_folder(config.backup_dir(), days, weeks));
        let opened_at = clock.now();
        let (claim, mail) = (Claim::new()?, Arc::new(Switch::default()));
        let house = House {
            config,
            desk,
            search,
            snapshots,
            opened_at,
            clock,
            epoch,
            demo_since,
            claim,
            mail,
            learning: Learning::default(),
        };
        if let Some(smtp) = house.smtp()? {
            house.mail.turn_to(carrier(smtp)?);
        }
        Ok(house)
    }

    /// The playbook in force.
    pub fn playbook(&self) -> Arc<InForce> {
        self.desk.in_force()
    }

    /// Whether anybody could sign in: a house without an owner shows nothing but its set-up.
    pub fn has_owner(&self) -> Result<bool, Error> {
        if self.claim.is_owned() {
            return Ok(true);
        }
        let users = self.desk.store().read()?.users()?;
        let playbook = self.playbook();
        let owned = users.iter().filter(|user| !user.disabled).any(|user| {
            playbook.playbook.teammate(&user.teammate).is_some_and(|mate| mate.role == Role::Owner)
        });
        if owned {
            self.claim.note_owner();
        }
        Ok(owned)
    }

    /// Puts a playbook into force.
    pub async fn apply_playbook(&self, playbook: &Playbook, by: Actor) -> Result<u32, Error> {
        let text = with_version(self.playbook().version, &playbook.to_text());
        self.new_rules(Order::ApplyPlaybook { text, by, anyway: false }).await
    }

    /// Puts a playbook into force into which parts of an earlier version were taken.
    pub async fn bring_back(
        &self,
        version: u32,
        playbook: &Playbook,
        by: Actor,
    ) -> Result<u32, Error> {
        let text = with_version(self.playbook().version, &playbook.to_text());
        self.new_rules(Order::BringBack { version, text, by }).await
    }

    async fn new_rules(&self, order: Order) -> Result<u32, Error> {
        match self.desk.ask(order).await? {
            Answer::Playbook(version) => Ok(version),
            Answer::Captured { .. } | Answer::Lead(_) | Answer::Office => Ok(0),
        }
    }

    /// Grows the tables back, and the index with them out of the same reading of the journal. Answers
    /// the number of leads.
    ///
    /// What is written before the desk comes to it is read by the index once more.
    pub async fn rebuild(&self) -> Result<u64, Error> {
        let last = self.desk.store().read()?.last_seq()?;
        let feed = self.search.feed();
        let in_force = self.playbook();
        let told = {
            let feed = feed.clone();
            move |filed: Refiled| feed.put(papers::refiled(&filed, &in_force.playbook))
        };
        let leads = self.desk.rebuild(told).await?;
        if !feed.end(last) {
            self.search.start_over();
        }
        Ok(leads)
    }

    /// What links in letters and pages are made from.
    pub fn links(&self) -> Links {
        Links {
            public_url: self.config.public_url(),
            epoch: self.epoch,
            house_key: self.desk.house_key().to_vec(),
        }
    }

    /// Starts what works by itself. Without mail set up, letters wait where everyone sees them.
    pub fn start(&self) -> Result<(), Fault> {
        tokio::spawn(scheduler::run(self.desk.clone()));
        let aside_days = self.config.limits.aside_days;
        tokio::spawn(scheduler::run_hourly(self.desk.clone(), aside_days));
        tokio::spawn(snapshots::run(self.desk.clone(), self.snapshots.clone()));
        tokio::spawn(wake_search(self.desk.committed(), self.search.waker()));
        if self.mail.is_set() {
            self.carry_letters();
        }
        Ok(())
    }

    /// The mail server in use: that of `config.toml`, else the one set in the browser.
    pub fn smtp(&self) -> Result<Option<Smtp>, Fault> {
        if self.config.smtp.is_some() {
            return Ok(self.config.smtp.clone());
        }
        let kept: Option<KeptMail> = self.desk.store().read()?.setting(KeptMail::KEY)?;
        Ok(kept.and_then(|kept| kept.smtp()))
    }

    /// Lets letters leave by another mail server from now on.
    pub fn use_mail(&self, smtp: Smtp) -> Result<(), Fault> {
        if self.mail.turn_to(carrier(smtp)?) {
            self.carry_letters();
        }
        Ok(())
    }

    fn carry_letters(&self) {
        tokio::spawn(outbox::run(self.desk.clone(), self.links(), self.mail.clone()));
    }
}

fn carrier(smtp: Smtp) -> Result<SmtpCarrier, Fault> {
    SmtpCarrier::new(smtp).map_err(Fault::of("setting up the mail"))
}

/// An index belongs to one journal, read in one way; another one starts anew.
fn edition(epoch: u64) -> u64 {
    epoch.wrapping_add(SHAPE.into())
}

pub(super) fn moment(millis: u64) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::try_from(millis).ok()?).ok()
}

/// An index that has read more than was written belongs to another past; it starts anew.
fn abreast(index: Result<Search, SearchFault>, store: &Store) -> Result<Search, SearchFault> {
    let mut index = index?;
    let last = store.read().and_then(|reading| reading.last_seq()).unwrap_or(0);
    if index.read_up_to() > last {
        index.clear()?;
    }
    Ok(index)
}

/// Tells the index of every commit.
async fn wake_search(mut committed: watch::Receiver<Seq>, waker: Waker) {
    while committed.changed().await.is_ok() {
        waker.wake();
    }
}

/// The playbook in force, or the one a house has before anybody owns it.
fn playbook_in_force(store: &Store, config: &Config) -> Result<InForce, Fault> {
    let kept = store.read()?.playbook()?;
    let version = kept.as_ref().map_or(0, |(version, _)| *version);
    Ok(InForce { version, playbook: playbook_here(kept, config)? })
}

/// A playbook as it counts on this machine.
fn playbook_here(kept: Option<(u32, String)>, config: &Config) -> Result<Playbook, Fault> {
    let playbook = match kept {
        Some((_, text)) => Playbook::from_text(&text)
            .map_err(|fault| Fault::said("reading the playbook in force", fault.sentence))?,
        None => starter("Our business", nobody()),
    };
    Ok(playbook.on_box(config.time_zone.as_deref()))
}

/// Stands in as owner until there is one.
pub(super) fn nobody() -> Teammate {
    Teammate::new("owner", "Owner", "", Role::Owner)
}

/// A copy is kept before tables are changed, so that an upgrade can be rolled back.
fn grow_back(store: &Store, config: &Config) -> Result<(), Fault> {
    let backups = config.data_dir.join("backups");
    make_private(&backups)?;
    let at = Timestamp::now().strftime("%Y%m%d-%H%M%S");
    store.backup(&backups.join(format!("before-rebuild-{at}.redb")))?;
    let playbook = playbook_here(store.playbook_of_journal()?, config)?;
    let leads = store.rebuild(&playbook, &mut |_| ())?;
    tracing::info!(leads, "tables grew back from the journal");
    Ok(())
}

fn name_tags() -> Result<(u64, [u8; 32]), Fault> {
    let mut bytes = [0; 40];
    getrandom::fill(&mut bytes).map_err(Fault::of("asking for randomness"))?;
    let mut epoch = [0; 8];
    let mut key = [0; 32];
    epoch.copy_from_slice(&bytes[..8]);
    key.copy_from_slice(&bytes[8..]);
    Ok((u64::from_be_bytes(epoch), key))
}

fn will_not_open(path: &Path, error: redb::Error) -> Fault {
    let doing = "opening the data file";
    let fault = Fault::of(doing)(error);
    let path = path.display();
    let sentence = match fault.cause.downcast_ref::<redb::Error>() {
        Some(redb::Error::DatabaseAlreadyOpen) => {
            format!("{path} is open in another Leadstead. Close that one first.")
        }
        Some(redb::Error::UpgradeRequired(_)) => {
            format!("{path} was written by another version of Leadstead. Install that version.")
        }
        _ if fault.is_damage() => return fault,
        _ => format!("{path} does not open: {}.", fault.cause),
    };
    Fault::said(doing, sentence)
}

/// Whether a data file is there and holds not a byte: redb would make a new house of it.
pub fn has_lost_all(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.len() == 0)
}

/// What to do about a data file that does not read.
fn damaged(path: &Path) -> Fault {
    Fault::of("opening the data file")(Damaged { file: path.display().to_string() })
}

/// Makes a folder that only its owner may enter.
pub fn make_private(folder: &Path) -> Result<(), Fault> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| {
        Fault::said("making a folder", format!("{} cannot be made: {error}.", folder.display()))
    })
}

/// Lets nobody but its owner into a folder of ours that was open to others.
fn shut(folder: &Path) -> Result<(), Fault> {
    set_mode(folder, 0o700).map_err(Fault::of("closing the data folder to others"))
}

fn keep_private(file: &Path) -> Result<(), Fault> {
    set_mode(file, 0o600).map_err(Fault::of("closing the data file to others"))
}

fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}
