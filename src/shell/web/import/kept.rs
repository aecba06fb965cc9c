//! Lists that were handed in: what is known of each, what was chosen for it, and how far it is.
//!
//! They are in memory and in files without a name, so they are gone when the house closes. Nothing
//! is lost with them: a row that was taken is known again when the same list is brought once more.

use crate::lead::{ListRef, TeammateId};
use crate::shell::importing::{Glance, Imported, OfRow, Scratch, Stopped, UnknownOwner};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

/// Lists that lie here at once.
const KEPT_MAX: usize = 8;

/// Lists that are being handed in at once.
const UPLOADS_MAX: usize = 2;

/// The lists that lie here.
pub struct Imports {
    kept: Mutex<BTreeMap<Uuid, Arc<Kept>>>,
    /// Room for one that is being read or taken.
    turn: Arc<Semaphore>,
    uploads: Arc<Semaphore>,
}

/// One list.
pub struct Kept {
    pub id: Uuid,
    /// What its file is called where it comes from.
    pub name: String,
    pub by: TeammateId,
    pub at: Timestamp,
    pub glance: Glance,
    state: Mutex<State>,
}

/// What was chosen for a list, and how far it is.
#[derive(Clone)]
pub struct State {
    pub chosen: Chosen,
    pub stage: Stage,
    /// Counts the checks, so that only what was seen can be taken.
    pub round: u32,
    pub sum: Imported,
    pub samples: Vec<Sample>,
    pub report: Option<Scratch>,
    file: Option<Scratch>,
}

/// How a list is to be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Key of the source its leads come from.
    pub source: String,
    /// Their columns and what becomes of them; empty until somebody has chosen.
    pub mapping: BTreeMap<String, String>,
    pub unknown_owner: UnknownOwner,
    /// Whether the next list from this source is read the same way.
    pub remember: bool,
}

/// How far a list is.
#[derive(Clone)]
pub enum Stage {
    Choosing,
    Checking,
    Checked,
    Taking,
    Done,
    /// What was asked came to no end.
    Stopped(Asked, Arc<Halt>),
}

/// Why it is no further.
#[derive(Debug)]
pub enum Halt {
    By(Stopped),
    /// The fault is ours.
    BrokeDown,
}

/// A row that is shown, and what came of it.
#[derive(Clone)]
pub struct Sample {
    pub line: u64,
    /// Its first values.
    pub says: String,
    pub of: OfRow,
}

/// What was asked of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Check,
    /// Of the check with this number.
    Take(u32),
}

/// What came of asking.
pub enum Answer {
    /// It begins now.
    Begins(OwnedSemaphorePermit, Scratch),
    /// It is under way or done already, or something else was chosen meanwhile.
    AsItIs,
    /// Another list is being read or taken.
    NotNow,
}

impl Imports {
    /// Room for lists, and none there.
    pub fn none() -> Imports {
        Imports {
            kept: Mutex::default(),
            turn: Arc::new(Semaphore::new(1)),
            uploads: Arc::new(Semaphore::new(UPLOADS_MAX)),
        }
    }

    /// A seat for handing in a list, if one is free.
    pub fn seat(&self) -> Option<OwnedSemaphorePermit> {
        self.uploads.clone().try_acquire_owned().ok()
    }

    /// One list.
    pub fn get(&self, id: Uuid) -> Option<Arc<Kept>> {
        self.all().get(&id).cloned()
    }

    /// All of them, the newest first.
    pub fn newest(&self) -> Vec<Arc<Kept>> {
        let mut all: Vec<Arc<Kept>> = self.all().values().cloned().collect();
        all.sort_by_key(|kept| std::cmp::Reverse(kept.at));
        all
    }

    /// Puts a list here. The one that lies here longest makes room; the same once more changes nothing.
    pub fn put(&self, new: Kept) {
        let mut all = self.all();
        if all.contains_key(&new.id) {
            return;
        }
        while all.len() >= KEPT_MAX {
            let idle = all.values().filter(|kept| !kept.state().is_busy());
            let Some(oldest) = idle.min_by_key(|kept| kept.at).map(|kept| kept.id) else { break };
            all.remove(&oldest);
        }
        all.insert(new.id, Arc::new(new));
    }

    /// Throws a list away, unless it is being read or taken.
    pub fn drop_one(&self, id: Uuid) {
        let mut all = self.all();
        if all.get(&id).is_some_and(|kept| !kept.state().is_busy()) {
            all.remove(&id);
        }
    }

    /// Asks for a list to be checked or taken. Of two who ask at once, one begins.
    pub fn ask(&self, kept: &Kept, asked: Asked) -> Answer {
        let mut state = kept.lock();
        let may = match (&state.stage, asked) {
            (Stage::Checked, Asked::Take(round)) => round == state.round,
            (_, Asked::Take(_)) => false,
            (Stage::Checking | Stage::Taking | Stage::Done, Asked::Check) => false,
            (Stage::Choosing | Stage::Checked | Stage::Stopped(..), Asked::Check) => true,
        };
        let Some(file) = state.file.clone().filter(|_| may) else { return Answer::AsItIs };
        let Ok(turn) = self.turn.clone().try_acquire_owned() else { return Answer::NotNow };
        (state.sum, state.samples, state.report) = (Imported::default(), Vec::new(), None);
        state.stage = match asked {
            Asked::Check => {
                state.round += 1;
                Stage::Checking
            }
            Asked::Take(_) => Stage::Taking,
        };
        Answer::Begins(turn, file)
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<Uuid, Arc<Kept>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// What its leads remember it by.
    pub fn list(&self) -> ListRef {
        ListRef { name: self.name.clone(), at: self.at }
    }

    /// A list that was just handed in.
    pub fn new(named: Named, source: String, file: Scratch, glance: Glance) -> Kept {
        let chosen = Chosen {
            source,
            mapping: BTreeMap::new(),
            unknown_owner: UnknownOwner::ByTheRules,
            remember: false,
        };
        let state = State {
            chosen,
            stage: Stage::Choosing,
            round: 0,
            sum: Imported::default(),
            samples: Vec::new(),
            report: None,
            file: Some(file),
        };
        let Named { id, name, by, at } = named;
        Kept { id, name, by, at, glance, state: Mutex::new(state) }
    }

    /// How it stands.
    pub fn state(&self) -> State {
        self.lock().clone()
    }

    /// Chooses how it is to be taken, as long as it is not. A new choice asks for a new check.
    pub fn choose(&self, chosen: Chosen) {
        let mut state = self.lock();
        if !state.is_busy() && !matches!(state.stage, Stage::Done) {
            if state.chosen != chosen {
                state.stage = Stage::Choosing;
            }
            state.chosen = chosen;
        }
    }

    /// What came of the rows by now.
    pub fn so_far(&self, sum: &Imported, samples: &[Sample]) {
        let mut state = self.lock();
        state.sum.clone_from(sum);
        state.samples = samples.to_vec();
    }

    /// What came of it in the end. What is done lets go of the file.
    pub fn ends(&self, stage: Stage, report: Option<Scratch>) {
        let mut state = self.lock();
        if matches!(stage, Stage::Done) {
            state.file = None;
        }
        state.stage = stage;
        state.report = report;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// By what a list is known.
pub struct Named {
    pub id: Uuid,
    pub name: String,
    pub by: TeammateId,
    pub at: Timestamp,
}

impl State {
    /// Whether it is being read or taken.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Checking | Stage::Taking)
    }
}
