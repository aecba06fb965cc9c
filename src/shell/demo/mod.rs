//! The demo: a firm of five with a year behind it, made anew in a few seconds and thrown away as easily.
//!
//! Nothing in it is written by hand. The year is lived through the desk, on a clock that jumps from
//! one event to the next, in a new file that then takes the place of the old one. The same year comes
//! out the same way every time. A folder that holds a real house is never touched.

mod arrival;
mod calendar;
mod dice;
mod enquiry;
mod firm;
mod morning;
mod nature;
mod people;
mod plan;
mod queue;
mod script;
mod tags;
mod talk;
mod team;
mod trade;
mod words;
mod year;

pub use calendar::last_worked;

use super::desk::Order;
use super::error::Fault;
use super::house::{DATA_FILE, DEMO, make_private, moment};
use super::outbox::mail::{CarryFault, Mail};
use super::rehearsal::{Rehearsal, Stage};
use super::store::office::{Change, EVERY_LEAD, User};
use super::store::{Result, Store};
use super::web::passwords;
use calendar::Days;
use jiff::Timestamp;
use jiff::civil::Date;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use year::{Postbox, World};

/// The password of everybody in the demo. It is printed, so it keeps nothing secret.
pub const PASSWORD: &str = "fernhill";

/// Whom to sign in as first: a rep, and the owner.
pub const ACCOUNTS: [(&str, &str); 2] = [
    ("maya@fernhill.example", "Maya Lindqvist, rep"),
    ("ruth@fernhill.example", "Ruth Calder, owner"),
];

/// Name tags that are the same every time, as is everything else here.
const EPOCH: u64 = 0xdec0;
const HOUSE_KEY: [u8; 32] = *b"The demo keeps nothing a secret.";
const SEED: u64 = 0x0fe2_2011;

/// A demo in the making, in its folder.
const DRAFT: &str = "demo.new";

/// A year to be lived through.
#[derive(Clone, Copy, Debug)]
pub struct Year {
    /// Leads that come in, give or take some.
    pub leads: usize,
    /// The day on which the demo opens; a day nobody works counts as the last one before it.
    pub last: Date,
}

impl Year {
    /// The year of some 2,000 leads that ends on a day.
    pub fn until(last: Date) -> Year {
        Year { leads: 2_000, last }
    }
}

/// A year that was lived through.
pub struct Lived {
    pub house: Rehearsal,
    /// Commands of the story that the house refused; none, unless the story has a slip.
    pub refused: usize,
}

/// Lives through a year in memory.
pub fn live(year: &Year) -> std::result::Result<Lived, Fault> {
    live_in(Store::in_memory()?, year)
}

/// Lives through a year in a store that nobody has written to.
fn live_in(store: Store, year: &Year) -> std::result::Result<Lived, Fault> {
    let last = last_worked(year.last);
    let playbook = firm::playbook(last);
    let days = Days::of(&playbook, last);
    let store = Arc::new(store);
    store.condition(EPOCH, HOUSE_KEY)?;
    let password = thread::spawn(|| passwords::hash(PASSWORD));
    let mut house = Rehearsal::begin(store, &playbook.to_text(), days.begin())?;
    let postbox = Postbox::default();
    let mut post = |mail: &Mail, at: Timestamp| carry(&postbox, mail, at);
    let refused = house.stage(&mut post, |stage| {
        stage.note_number(DEMO, u64::try_from(days.end().as_millisecond()).unwrap_or_default())?;
        lived(stage, &days, &postbox, year.leads)
    })?;
    let password = password.join().expect("hashing does not panic")?;
    let mut office = accounts(&playbook, &password, days.begin());
    // Its rules never changed, so nobody need look at its leads again.
    office.push(Change::Settled { rules: house.in_force.mark(), up_to: EVERY_LEAD });
    house.stage(&mut post, |stage| stage.order(Order::Office(office)).map(drop))?;
    Ok(Lived { house, refused })
}

fn lived(stage: &mut Stage, days: &Days, postbox: &Postbox, leads: usize) -> Result<usize> {
    let mut world = World::new(stage, days, postbox, SEED);
    world.live(leads)?;
    Ok(world.refused)
}

/// Makes the demo of a year in a folder, in place of the one that was there. Answers what time it
/// is in there.
///
/// Refuses a folder that holds a house of somebody's own.
pub fn make(folder: &Path, year: &Year) -> std::result::Result<Timestamp, Fault> {
    make_private(folder)?;
    let file = folder.join(DATA_FILE);
    refuse_real(&file)?;
    forget_draft(folder)?;
    let new = folder.join(DRAFT);
    let ends = live_in(Store::open_to_fill(&new)?, year)?.house.now;
    clear(folder, &file)?;
    fs::rename(&new, &file).map_err(Fault::of("putting the demo in its place"))?;
    Ok(ends)
}

/// What time it was in the demo of a folder when it was left.
pub fn left_at(folder: &Path) -> std::result::Result<Timestamp, Fault> {
    let file = folder.join(DATA_FILE);
    refuse_real(&file)?;
    if !file.exists() {
        let folder = folder.display();
        let sentence = format!("There is no demo in {folder} yet; without --as-left one is made.");
        return Err(Fault::said("opening the demo", sentence));
    }
    let store = Store::open(&file)?;
    let reading = store.read()?;
    let made = reading.number(DEMO)?.and_then(moment).unwrap_or_default();
    Ok(reading.last_at()?.map_or(made, |last| made.max(last)))
}

/// Throws away a demo that was not made to its end.
pub fn forget_draft(folder: &Path) -> std::result::Result<(), Fault> {
    remove(&folder.join(DRAFT))
}

/// Whether a data file holds a demo.
fn refuse_real(file: &Path) -> std::result::Result<(), Fault> {
    if !file.exists() {
        return Ok(());
    }
    let path = file.display();
    let no = |sentence| Err(Fault::said("making the demo", sentence));
    match Store::open(file) {
        Ok(store) if store.read()?.number(DEMO)?.is_some() => Ok(()),
        Ok(_) => no(format!(
            "{path} is a real house, and the demo leaves it alone. Choose another folder with --data."
        )),
        Err(redb::Error::DatabaseAlreadyOpen) => {
            no(format!("{path} is open in another Leadstead. Close that one first."))
        }
        Err(error) => {
            no(format!("{path} does not open: {error}. Choose another folder with --data."))
        }
    }
}

/// Throws the old demo away.
fn clear(folder: &Path, file: &Path) -> std::result::Result<(), Fault> {
    if !file.exists() {
        return Ok(());
    }
    let index = folder.join("index");
    if index.is_dir() {
        fs::remove_dir_all(&index).map_err(Fault::of("throwing the old demo away"))?;
    }
    remove(file)
}

fn remove(file: &Path) -> std::result::Result<(), Fault> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Fault::of("throwing the old demo away")(error))
        }
        _ => Ok(()),
    }
}

/// An account for everybody, all with one password.
fn accounts(
    playbook: &crate::playbook::Playbook,
    password: &str,
    made_at: Timestamp,
) -> Vec<Change> {
    let account = |mate: &crate::playbook::Teammate| {
        Change::PutUser(User::new(&mate.email, &mate.id, password.to_owned(), made_at))
    };
    playbook.team.iter().map(account).collect()
}

/// Every letter arrives, but for the few whose address takes none.
fn carry(postbox: &Postbox, mail: &Mail, at: Timestamp) -> std::result::Result<(), CarryFault> {
    let turn =
        mail.to.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    if turn.is_multiple_of(83) && !mail.to.starts_with("office@") {
        return Err(CarryFault::of_the_address(
            "The mail server takes no letters for this address. The server said: “550 5.1.1 No such mailbox”.",
        ));
    }
    postbox.borrow_mut().push((at, mail.to.clone()));
    Ok(())
}
