//! The one door: all writes go through here.
//!
//! One thread takes orders from a bounded queue, decides many in one transaction, commits once and
//! only then answers each caller. A full queue is a clear no; a fault of the disk is told to
//! everyone who waits, and the file is opened anew.

mod batch;
mod commit;
mod marks;
mod order;
mod queue;
mod rules;
mod shelf;

pub use batch::{InForce, decide_batch};
pub use marks::mark;
pub use order::{Answer, Arrived, OnceKey, Order};
pub use shelf::Shelf;

use super::clock::{Clock, Doubt, Watch};
use super::error::{Error, Fault, caught};
use super::store::{Refiled, Store};
use crate::lead::Seq;
use commit::Spoilt;
use jiff::Timestamp;
use queue::{NotTaken, Queue};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{oneshot, watch};

/// Reviews that may wait behind what somebody waits for.
const BACK_MAX: usize = 1024;

/// The most of each that one commit carries.
const FRONT_A_COMMIT: usize = 256;
const BACK_A_COMMIT: usize = 200;

/// The first and the longest wait before a data file is tried again after a fault.
const RETRY_FIRST: Duration = Duration::from_millis(100);
const RETRY_LONGEST: Duration = Duration::from_secs(5);

type Reply = oneshot::Sender<Result<Answer, Error>>;

/// The desk of a house that is open.
pub struct Desk {
    room: Arc<Room>,
    leads_left: Shelf,
    letters_left: Shelf,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// What waits at the desk.
enum Waiting {
    Order(Box<Order>, Reply),
    /// Every table is to grow back while nobody else writes.
    Rebuild(Box<Told>, oneshot::Sender<Result<u64, Fault>>),
}

/// Hears of every lead that is filed anew.
type Told = dyn FnMut(Refiled) + Send;

/// What the desk's thread and its callers share.
struct Room {
    store: Arc<Store>,
    clock: Arc<dyn Clock>,
    house_key: Vec<u8>,
    queue: Queue<Waiting>,
    in_force: RwLock<Arc<InForce>>,
    committed: watch::Sender<Seq>,
    /// Moved by what may have changed who may come in.
    doors: watch::Sender<()>,
    /// When the last entry was written.
    last_at: RwLock<Timestamp>,
    watch: Mutex<Watch>,
    /// Why the last batch was not taken; gone with the next that is, which may hold nothing.
    fault: RwLock<Option<Fault>>,
    /// That a part of the data file does not read, which no later batch mends.
    damage: RwLock<Option<Fault>>,
}

impl Desk {
    /// Opens the desk on a store whose playbook is already in force; `orders_max` may wait at once.
    pub fn open(
        store: Arc<Store>,
        clock: Arc<dyn Clock>,
        in_force: InForce,
        orders_max: usize,
    ) -> Result<Desk, Fault> {
        let (house_key, last, last_at) = {
            let reading = store.read()?;
            (reading.house_key()?, reading.last_seq()?, reading.last_at()?)
        };
        let room = Arc::new(Room {
            store,
            clock,
            house_key,
            queue: Queue::new(orders_max, BACK_MAX),
            in_force: RwLock::new(Arc::new(in_force)),
            committed: watch::Sender::new(last),
            doors: watch::Sender::new(()),
            last_at: RwLock::new(last_at.unwrap_or(Timestamp::MIN)),
            watch: Mutex::default(),
            fault: RwLock::new(None),
            damage: RwLock::new(None),
        });
        let thread = {
            let room = room.clone();
            std::thread::Builder::new()
                .name("desk".into())
                .spawn(move || room.work())
                .map_err(Fault::of("opening the desk"))?
        };
        let shelf = |said| Shelf::new(room.clock.clone(), said);
        let leads_left = shelf("this lead could not be looked at; it is tried again later");
        let letters_left = shelf("this letter could not be dealt with; it is tried again later");
        Ok(Desk { room, leads_left, letters_left, thread: Mutex::new(Some(thread)) })
    }

    /// Hands in an order somebody waits for. The answer comes once it is durable.
    pub async fn ask(&self, order: Order) -> Result<Answer, Error> {
        let (reply, answer) = oneshot::channel();
        self.room.queue.push(Waiting::Order(Box::new(order), reply)).map_err(not_taken)?;
        answer.await.unwrap_or(Err(Error::Closing))
    }

    /// Like [`Desk::ask`], for a thread that may wait.
    pub fn ask_and_wait(&self, order: Order) -> Result<Answer, Error> {
        let (reply, answer) = oneshot::channel();
        self.room.queue.push(Waiting::Order(Box::new(order), reply)).map_err(not_taken)?;
        answer.blocking_recv().unwrap_or(Err(Error::Closing))
    }

    /// Hands in orders that go behind everything somebody waits for, and waits for all of them.
    pub fn ask_behind(&self, orders: Vec<Order>) -> Vec<Result<Answer, Error>> {
        let waiting: Vec<_> = orders
            .into_iter()
            .map(|order| {
                let (reply, answer) = oneshot::channel();
                let waiting = Waiting::Order(Box::new(order), reply);
                self.room.queue.push_back(waiting).map_err(not_taken).map(|()| answer)
            })
            .collect();
        waiting
            .into_iter()
            .map(|answer| answer?.blocking_recv().unwrap_or(Err(Error::Closing)))
            .collect()
    }

    /// Lets every table grow back from the journal. What arrives meanwhile waits; what is read
    /// stays as it was until then. Tells of every lead on the way, and answers their number.
    pub async fn rebuild(&self, told: impl FnMut(Refiled) + Send + 'static) -> Result<u64, Error> {
        let (reply, answer) = oneshot::channel();
        let waiting = Waiting::Rebuild(Box::new(told), reply);
        self.room.queue.push_back(waiting).map_err(not_taken)?;
        let leads = answer.await.map_err(|_| Error::Closing)??;
        self.leads_left.clear();
        self.letters_left.clear();
        Ok(leads)
    }

    /// The playbook in force.
    pub fn in_force(&self) -> Arc<InForce> {
        self.room.in_force()
    }

    /// Tells of every commit by the last entry written.
    pub fn committed(&self) -> watch::Receiver<Seq> {
        self.room.committed.subscribe()
    }

    /// Tells that who may come in may have changed: a session ended, an account, the team.
    pub fn doors(&self) -> watch::Receiver<()> {
        self.room.doors.subscribe()
    }

    /// What is wrong with the data file, if anything is.
    pub fn fault(&self) -> Option<Fault> {
        get(&self.room.fault).or_else(|| get(&self.room.damage))
    }

    /// Why nothing can be written just now, if nothing can. Damage to what was written earlier does
    /// not keep the house from writing.
    pub fn write_fault(&self) -> Option<Fault> {
        get(&self.room.fault)
    }

    /// Reads something for somebody. Where the data file is damaged, that is an error like any
    /// other, and from then on everyone is told.
    pub fn look<T>(
        &self,
        doing: &'static str,
        look: impl FnOnce(&Desk) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let seen = caught(doing, || look(self)).map_err(Error::from).flatten();
        if let Err(Error::Faulted(fault)) = &seen {
            self.room.note_damage(fault);
        }
        seen
    }

    /// Like [`Desk::look`], away from the threads that answer.
    pub async fn look_aside<T: Send + 'static>(
        self: &Arc<Desk>,
        doing: &'static str,
        look: impl FnOnce(&Desk) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let desk = self.clone();
        let seen = tokio::task::spawn_blocking(move || desk.look(doing, look)).await;
        seen.unwrap_or(Err(Error::Closing))
    }

    /// Leads whose review failed, by their numbers.
    pub fn leads_left(&self) -> &Shelf {
        &self.leads_left
    }

    /// Letters that could not be dealt with, by the entries that queued them.
    pub fn letters_left(&self) -> &Shelf {
        &self.letters_left
    }

    /// Orders that wait.
    pub fn waiting(&self) -> usize {
        self.room.queue.waiting()
    }

    /// What time it is in this house: that of the wall clock, and never before the last entry.
    pub fn now(&self) -> Timestamp {
        self.room.clock.now().max(self.room.last_at())
    }

    /// Whether the wall clock is to be doubted. Asked at least every minute, by who carries letters.
    pub fn doubts_its_clock(&self) -> Option<Doubt> {
        let (clock, last_at) = (&self.room.clock, self.room.last_at());
        let mut watch = self.room.watch.lock().unwrap_or_else(PoisonError::into_inner);
        watch.look(clock.now(), clock.run_for(), last_at)
    }

    /// The store, to read from.
    pub fn store(&self) -> &Arc<Store> {
        &self.room.store
    }

    /// The keyed hash of an address, under which what is known of it is kept.
    pub fn mark(&self, address: &str) -> Option<String> {
        mark(&self.room.house_key, address)
    }

    /// The key by which links are signed.
    pub fn house_key(&self) -> &[u8] {
        &self.room.house_key
    }

    /// Takes nothing more, finishes what it took, and waits for that.
    pub fn close(&self) {
        self.room.queue.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.close();
    }
}

fn not_taken(error: NotTaken<Waiting>) -> Error {
    match error {
        NotTaken::Full(_) => Error::Busy,
        NotTaken::Closed(_) => Error::Closing,
    }
}

fn send_no(replies: Vec<Reply>, fault: &Fault) {
    for reply in replies {
        let _ = reply.send(Err(Error::Faulted(fault.clone())));
    }
}

impl Room {
    fn in_force(&self) -> Arc<InForce> {
        self.in_force.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Time does not run backwards in the journal, whatever the wall clock does.
    fn last_at(&self) -> Timestamp {
        *self.last_at.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        let mut wait = RETRY_FIRST;
        while let Some(taken) = self.take() {
            let nothing_waits = taken.is_empty();
            let (mut orders, mut replies, mut rebuilds) = (Vec::new(), Vec::new(), Vec::new());
            for waiting in taken {
                match waiting {
                    Waiting::Order(order, reply) => {
                        orders.push(*order);
                        replies.push(reply);
                    }
                    Waiting::Rebuild(told, reply) => rebuilds.push((told, reply)),
                }
            }
            if nothing_waits || !orders.is_empty() {
                self.answer(orders, replies, &mut wait);
            }
            for (told, reply) in rebuilds {
                let _ = reply.send(self.rebuild(told));
            }
        }
    }

    /// Waits for orders. After a fault it waits for none: a batch of nothing is then written to see
    /// whether the disk works again, so that a house is well as soon as it can be.
    fn take(&self) -> Option<Vec<Waiting>> {
        match get(&self.fault) {
            None => self.queue.take(FRONT_A_COMMIT, BACK_A_COMMIT),
            Some(_) => self.queue.take_at_once(FRONT_A_COMMIT, BACK_A_COMMIT),
        }
    }

    fn rebuild(&self, mut told: Box<Told>) -> Result<u64, Fault> {
        let playbook = &self.in_force().playbook;
        let doing = "growing the tables back";
        let leads = caught(doing, || self.store.rebuild(playbook, &mut *told))?;
        let leads = leads.map_err(Fault::from)?;
        set(&self.damage, None);
        Ok(leads)
    }

    /// Commits a batch and answers everyone in it.
    ///
    /// One order may spoil what is decided together, because its lead does not read or a rule breaks
    /// down over it. Each is then tried once more by itself, so that it harms nobody else, as long as
    /// the disk takes them.
    fn answer(&self, orders: Vec<Order>, replies: Vec<Reply>, wait: &mut Duration) {
        match self.commit(&orders) {
            Ok(answers) => {
                *wait = RETRY_FIRST;
                self.note(None);
                for (reply, answer) in replies.into_iter().zip(answers) {
                    let _ = reply.send(answer);
                }
            }
            Err(Spoilt { fault, by_an_order: true }) if orders.len() == 1 => {
                tracing::error!(%fault, "an order was not taken");
                self.note_damage(&fault);
                send_no(replies, &fault);
                self.clear_up_after(&fault);
            }
            Err(Spoilt { fault, by_an_order: true }) if !orders.is_empty() => {
                tracing::warn!(%fault, "each order of this batch is tried by itself");
                self.clear_up_after(&fault);
                for (order, reply) in orders.into_iter().zip(replies) {
                    match get(&self.fault) {
                        None => self.answer(vec![order], vec![reply], wait),
                        // The disk is to blame by now, and is tried again without them.
                        Some(fault) => send_no(vec![reply], &fault),
                    }
                }
            }
            Err(Spoilt { fault, .. }) => {
                if !replies.is_empty() {
                    tracing::error!(%fault, "nothing of this batch was taken");
                }
                self.note(Some(fault.clone()));
                send_no(replies, &fault);
                // While it waits, there is to be something to read from.
                self.open_anew();
                std::thread::sleep(*wait);
                *wait = (*wait * 2).min(RETRY_LONGEST);
            }
        }
    }

    /// A row that does not read leaves nothing half done; anything else might.
    fn clear_up_after(&self, fault: &Fault) {
        if !matches!(fault.cause.downcast_ref(), Some(redb::Error::Corrupted(_))) {
            self.open_anew();
        }
    }

    fn open_anew(&self) {
        let reopened = caught("opening the data file anew", || self.store.reopen());
        if let Err(fault) = reopened.and_then(|opened| opened.map_err(Fault::from)) {
            tracing::error!(%fault, "the data file does not open");
        }
    }

    fn note(&self, fault: Option<Fault>) {
        if let Some(fault) = &fault {
            self.note_damage(fault);
        }
        if get(&self.fault).is_some() != fault.is_some() {
            set(&self.fault, fault);
        }
    }

    /// Remembers that the data file is damaged, and says so once in the log.
    fn note_damage(&self, fault: &Fault) {
        if fault.is_damage() && get(&self.damage).is_none() {
            tracing::error!(doing = fault.doing, cause = ?fault.cause, "the data file is damaged");
            set(&self.damage, Some(fault.clone()));
        }
    }
}

fn get(noted: &RwLock<Option<Fault>>) -> Option<Fault> {
    noted.read().unwrap_or_else(PoisonError::into_inner).clone()
}

fn set(noted: &RwLock<Option<Fault>>, fault: Option<Fault>) {
    *noted.write().unwrap_or_else(PoisonError::into_inner) = fault;
}
