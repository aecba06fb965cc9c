//! Keeps the index abreast of the journal, on a thread of its own.
//!
//! Nobody waits for the index unless they ask to. Woken after a write, it reads what is new,
//! commits, and rests for a moment, so that a hundred writes a second cost four commits and not a
//! hundred. A failure, a panic among them, is logged once and tried again, each time after a longer
//! rest.

mod feed;

pub use feed::Feed;

use super::{Finder, Paper, Search, SearchFault};
use crate::shell::error::caught;
use feed::Fed;
use std::error::Error;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Between two commits, and after the first failure.
const REST: Duration = Duration::from_millis(250);
/// After a failure that has lasted.
const REST_MAX: Duration = Duration::from_secs(60);
/// How long is read before it is committed, while there is always more.
const READING_MAX: Duration = Duration::from_millis(500);

/// Entries that are not read within a second.
const FAR: u64 = 20_000;

/// Why gathering failed; it is logged and tried again.
pub type GatherFault = Box<dyn Error + Send + Sync>;

/// What the journal says after an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The leads that were written about, as they stand now.
    pub papers: Vec<Paper>,
    /// The leads that are no more.
    pub removed: Vec<u64>,
    /// The last entry read; what was asked for, if nothing is new.
    pub up_to: u64,
}

/// The thread that follows the journal. Dropped, it stops.
pub struct Follower {
    shared: Arc<Shared>,
    finder: Finder,
    thread: Option<JoinHandle<()>>,
}

/// Says that the journal has grown.
#[derive(Clone)]
pub struct Waker(Arc<Shared>);

impl Waker {
    /// Lets the follower read on.
    pub fn wake(&self) {
        self.0.state().woken = true;
        self.0.changed.notify_all();
    }
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    woken: bool,
    stopped: bool,
    /// Whether what was read is to be forgotten first.
    anew: bool,
    /// Papers that come from elsewhere, to be taken before anything is read.
    fed: Option<Receiver<Fed>>,
    read_up_to: u64,
}

impl Follower {
    /// Starts to follow, at once, from where the index left off.
    ///
    /// `gather` says what the journal holds after an entry, as much of it as it likes to read at
    /// once; it is asked again until nothing is new.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn new(
        search: Search,
        gather: impl FnMut(u64) -> Result<Batch, GatherFault> + Send + 'static,
    ) -> Result<Self, SearchFault> {
        let shared = Arc::new(Shared::default());
        shared.state().read_up_to = search.read_up_to();
        let finder = search.finder();
        let walk = Walk { search, gather, shared: Arc::clone(&shared) };
        let thread = thread::Builder::new()
            .name("search".to_owned())
            .spawn(move || walk.run())
            .map_err(SearchFault::while_doing("starting to follow the journal"))?;
        Ok(Self { shared, finder, thread: Some(thread) })
    }

    /// What answers questions, from any thread.
    pub fn finder(&self) -> Finder {
        self.finder.clone()
    }

    /// What says that the journal has grown, from any thread.
    pub fn waker(&self) -> Waker {
        Waker(Arc::clone(&self.shared))
    }

    /// Says that the journal has grown.
    pub fn wake(&self) {
        self.waker().wake();
    }

    /// The last entry that can be found.
    pub fn read_up_to(&self) -> u64 {
        self.shared.state().read_up_to
    }

    /// Waits until an entry can be found; false if the time ran out before.
    pub fn wait_for(&self, seq: u64, timeout: Duration) -> bool {
        let (state, _) = self
            .shared
            .changed
            .wait_timeout_while(self.shared.state(), timeout, |state| {
                state.read_up_to < seq && !state.stopped
            })
            .unwrap_or_else(PoisonError::into_inner);
        state.read_up_to >= seq
    }

    /// Whether so much lies between what can be found and an entry that waiting for it is in vain.
    pub fn is_far_from(&self, seq: u64) -> bool {
        seq.saturating_sub(self.read_up_to()) > FAR
    }

    /// Forgets everything and reads the journal again from its beginning.
    pub fn start_over(&self) {
        {
            let mut state = self.shared.state();
            state.anew = true;
            state.read_up_to = 0;
        }
        self.wake();
    }

    /// Forgets everything and takes what comes by the feed in its place.
    pub fn feed(&self) -> Feed {
        let (feed, fed) = feed::feed();
        {
            let mut state = self.shared.state();
            state.fed = Some(fed);
            state.read_up_to = 0;
        }
        self.wake();
        feed
    }

    /// Stops following and waits for the thread to end. Asked twice, it does nothing.
    pub fn stop(&mut self) {
        self.shared.state().stopped = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!(
                "The search index stopped by a panic; it is read on at the next start."
            );
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    /// Holds no promise across its lines, so a panic elsewhere leaves it as good as it was.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_stopped(&self) -> bool {
        self.state().stopped
    }

    fn wait_until_woken(&self) {
        let mut state = self
            .changed
            .wait_while(self.state(), |state| !state.woken && !state.stopped)
            .unwrap_or_else(PoisonError::into_inner);
        state.woken = false;
    }

    /// Rests, however often it is woken, unless it is stopped.
    fn rest(&self, rest: Duration) {
        drop(self.changed.wait_timeout_while(self.state(), rest, |state| !state.stopped));
    }

    fn has_read(&self, seq: u64) {
        self.state().read_up_to = seq;
        self.changed.notify_all();
    }
}

/// What the thread works with.
struct Walk<G> {
    search: Search,
    gather: G,
    shared: Arc<Shared>,
}

impl<G: FnMut(u64) -> Result<Batch, GatherFault>> Walk<G> {
    fn run(mut self) {
        let mut rest = REST;
        while !self.shared.is_stopped() {
            let caught_up = caught("following the journal for the search", || self.catch_up());
            match caught_up.map_err(GatherFault::from).flatten() {
                Ok(()) => {
                    rest = REST;
                    self.shared.wait_until_woken();
                }
                Err(fault) => {
                    if rest == REST {
                        tracing::warn!(?fault, "Search has fallen behind and will try again.");
                    }
                    self.search.roll_back();
                    self.shared.rest(rest);
                    rest = (rest * 2).min(REST_MAX);
                }
            }
        }
    }

    /// Reads and commits until the journal holds nothing new.
    fn catch_up(&mut self) -> Result<(), GatherFault> {
        while !self.shared.is_stopped() {
            let began = Instant::now();
            self.take_fed()?;
            self.forget_if_asked()?;
            let from = self.shared.state().read_up_to;
            let (up_to, changed) = self.read(from, began + READING_MAX)?;
            if up_to == from {
                break;
            }
            if changed {
                self.search.commit(up_to)?;
            }
            self.shared.has_read(up_to);
            self.shared.rest(REST.saturating_sub(began.elapsed()));
        }
        Ok(())
    }

    fn forget_if_asked(&mut self) -> Result<(), GatherFault> {
        if self.shared.state().anew {
            self.search.clear()?;
            let mut state = self.shared.state();
            state.anew = false;
            state.read_up_to = 0;
        }
        Ok(())
    }

    /// Takes what is fed, if anything is, and commits once all of it has come.
    fn take_fed(&mut self) -> Result<(), GatherFault> {
        let Some(fed) = self.shared.state().fed.take() else { return Ok(()) };
        self.search.forget()?;
        loop {
            match fed.recv() {
                Ok(Fed::Lead(paper)) => self.search.put(&[*paper])?,
                Ok(Fed::UpTo(seq)) => {
                    self.search.commit(seq)?;
                    self.shared.has_read(seq);
                    return Ok(());
                }
                Err(_) => {
                    self.search.roll_back();
                    self.shared.has_read(self.search.read_up_to());
                    return Ok(());
                }
            }
        }
    }

    /// Reads what is new: how far it came, and whether any lead changed.
    fn read(&mut self, from: u64, until: Instant) -> Result<(u64, bool), GatherFault> {
        let mut up_to = from;
        let mut changed = false;
        while Instant::now() < until && !self.shared.is_stopped() {
            let batch = (self.gather)(up_to)?;
            if batch.up_to <= up_to {
                break;
            }
            self.search.put(&batch.papers)?;
            self.search.remove(&batch.removed)?;
            changed |= !batch.papers.is_empty() || !batch.removed.is_empty();
            up_to = batch.up_to;
        }
        Ok((up_to, changed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::search::Ask;
    use std::sync::mpsc;

    const LONG: Duration = Duration::from_secs(30);

    /// A journal in which each entry is a lead of its own.
    fn journal(length: &Arc<Mutex<u64>>) -> impl FnMut(u64) -> Result<Batch, GatherFault> + use<> {
        let length = Arc::clone(length);
        move |after| {
            let up_to = (after + 2).min(*length.lock().map_err(|_| "the journal is poisoned")?);
            let papers = (after + 1..=up_to).map(|id| Paper { id, ..Paper::default() }).collect();
            Ok(Batch { papers, removed: Vec::new(), up_to: up_to.max(after) })
        }
    }

    fn grow(journal: &Arc<Mutex<u64>>, length: u64) {
        *journal.lock().unwrap_or_else(PoisonError::into_inner) = length;
    }

    #[test]
    fn what_is_there_and_what_comes_is_found() -> Result<(), GatherFault> {
        let length = Arc::new(Mutex::new(5));
        let follower = Follower::new(Search::in_memory()?, journal(&length))?;
        assert!(follower.wait_for(5, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 5);
        assert!(!follower.wait_for(6, Duration::ZERO));
        assert!(!follower.is_far_from(5 + FAR) && follower.is_far_from(6 + FAR));
        grow(&length, 9);
        follower.wake();
        assert!(follower.wait_for(9, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 9);
        Ok(())
    }

    #[test]
    fn an_index_that_starts_over_finds_the_same_again() -> Result<(), GatherFault> {
        let length = Arc::new(Mutex::new(5));
        let follower = Follower::new(Search::in_memory()?, journal(&length))?;
        assert!(follower.wait_for(5, LONG));
        follower.start_over();
        assert!(follower.wait_for(5, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 5);
        Ok(())
    }

    #[test]
    fn what_is_fed_takes_the_place_of_what_was_read() -> Result<(), GatherFault> {
        let length = Arc::new(Mutex::new(5));
        let follower = Follower::new(Search::in_memory()?, journal(&length))?;
        assert!(follower.wait_for(5, LONG));
        let feed = follower.feed();
        (1..=3).for_each(|id| feed.put(Paper { id, ..Paper::default() }));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 5);
        assert!(feed.end(5));
        assert!(follower.wait_for(5, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 3);
        grow(&length, 6);
        follower.wake();
        assert!(follower.wait_for(6, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 4);
        Ok(())
    }

    #[test]
    fn a_feed_that_breaks_off_leaves_what_is_found_as_it_was() -> Result<(), GatherFault> {
        let length = Arc::new(Mutex::new(5));
        let follower = Follower::new(Search::in_memory()?, journal(&length))?;
        assert!(follower.wait_for(5, LONG));
        let feed = follower.feed();
        feed.put(Paper { id: 9, ..Paper::default() });
        drop(feed);
        assert!(follower.wait_for(5, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 5);
        Ok(())
    }

    #[test]
    fn entries_about_no_lead_are_passed_over() -> Result<(), GatherFault> {
        let gather = |after| Ok(Batch { up_to: 70.max(after), ..Batch::default() });
        let follower = Follower::new(Search::in_memory()?, gather)?;
        assert!(follower.wait_for(70, LONG));
        Ok(())
    }

    #[test]
    fn after_a_failure_it_reads_again_from_the_last_commit() -> Result<(), GatherFault> {
        let length = Arc::new(Mutex::new(3));
        let mut sound = journal(&length);
        let mut failures = 1;
        let gather = move |after| match (after, failures) {
            (2, 1) => {
                failures -= 1;
                Err("the journal could not be read".into())
            }
            _ => sound(after),
        };
        let follower = Follower::new(Search::in_memory()?, gather)?;
        assert!(follower.wait_for(3, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 3);
        Ok(())
    }

    #[test]
    fn after_a_panic_it_reads_again_from_the_last_commit() -> Result<(), GatherFault> {
        let length = Arc::new(Mutex::new(3));
        let mut sound = journal(&length);
        let mut panics = 1;
        let gather = move |after| {
            if after == 2 && panics > 0 {
                panics -= 1;
                panic!("a page that is torn");
            }
            sound(after)
        };
        let follower = Follower::new(Search::in_memory()?, gather)?;
        assert!(follower.wait_for(3, LONG));
        assert_eq!(follower.finder().find(&Ask::default())?.total, 3);
        Ok(())
    }

    #[test]
    fn it_stops_at_once_even_while_it_rests_after_a_failure() -> Result<(), GatherFault> {
        let (failed, has_failed) = mpsc::channel();
        let gather = move |_| {
            failed.send(())?;
            Err("the journal could not be read".into())
        };
        let mut follower = Follower::new(Search::in_memory()?, gather)?;
        has_failed.recv()?;
        follower.stop();
        follower.stop();
        assert!(!follower.wait_for(1, LONG));
        Ok(())
    }
}
