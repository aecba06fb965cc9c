//! A disk that fails: what was acknowledged is there afterwards, what was not is said so.

use crate::clocks::{self, Post};
use crate::sample;
use leadstead::command::Command;
use leadstead::lead::{Actor, Event, LeadId};
use leadstead::playbook::with_version;
use leadstead::shell::clock::SystemClock;
use leadstead::shell::desk::{Answer, Desk, InForce, Order};
use leadstead::shell::error::Error;
use leadstead::shell::outbox::mail::{Carrier, CarryFault, Mail};
use leadstead::shell::outbox::{Links, Unreported, carry_due};
use leadstead::shell::scheduler::review_due;
use leadstead::shell::store::{Store, Tables, Unwritten};
use redb::StorageBackend;
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};
use std::time::{Duration, Instant};

/// The longest wait for a house that is to mend itself.
const PATIENCE: Duration = Duration::from_secs(60);

/// A disk in memory that outlives the database on it, and fails when told to.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    bytes: Arc<Mutex<Vec<u8>>>,
    pub full: Arc<AtomicBool>,
    pub fsync_fails: Arc<AtomicBool>,
    /// How many fsyncs are spared first, how many there were, and how many failed.
    spared: Arc<AtomicUsize>,
    fsyncs: Arc<AtomicUsize>,
    failed: Arc<AtomicUsize>,
    breaks_down: Arc<AtomicBool>,
    torn: Arc<AtomicBool>,
}

/// What stands on a page that breaks down whoever reads it next, once it is torn.
const TORN: &[u8] = b"a page that should not be there";

impl Disk {
    /// Fails at every fsync after so many.
    fn fails_after(&self, fsyncs: usize) {
        self.spared.store(fsyncs, Ordering::SeqCst);
        self.fsync_fails.store(true, Ordering::SeqCst);
    }

    /// A store on it, which opens it again as often as it likes.
    pub fn store(&self) -> Arc<Store> {
        let (disk, same) = (self.clone(), self.clone());
        // Nothing is kept in memory, so that whoever reads a page meets the disk.
        let opened = Store::with(
            Box::new(move |builder| builder.set_cache_size(0).create_with_backend(disk.clone())),
            Box::new(move |builder| builder.create_with_backend(Unwritten::over(same.clone())?)),
        );
        Arc::new(opened.expect("an empty disk"))
    }
}

impl StorageBackend for Disk {
    fn len(&self) -> Result<u64, io::Error> {
        Ok(self.bytes.lock().expect("one thread at a time").len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Result<(), io::Error> {
        let bytes = self.bytes.lock().expect("one thread at a time");
        let from = offset as usize;
        out.copy_from_slice(&bytes[from..from + out.len()]);
        drop(bytes);
        let torn = bytes_hold(out, TORN) && self.torn.swap(false, Ordering::SeqCst);
        assert!(!torn, "this page is torn");
        Ok(())
    }

    fn set_len(&self, len: u64) -> Result<(), io::Error> {
        let mut bytes = self.bytes.lock().expect("one thread at a time");
        if self.full.load(Ordering::SeqCst) && len as usize > bytes.len() {
            return Err(io::Error::new(io::ErrorKind::StorageFull, "no space left on device"));
        }
        bytes.resize(len as usize, 0);
        Ok(())
    }

    fn sync_data(&self) -> Result<(), io::Error> {
        assert!(!self.breaks_down.load(Ordering::SeqCst), "a page that should not be there");
        self.fsyncs.fetch_add(1, Ordering::SeqCst);
        let one_less = |spared: usize| spared.checked_sub(1);
        if !self.fsync_fails.load(Ordering::SeqCst)
            || self.spared.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok()
        {
            return Ok(());
        }
        self.failed.fetch_add(1, Ordering::SeqCst);
        Err(io::Error::other("fsync failed"))
    }

    fn write(&self, offset: u64, data: &[u8]) -> Result<(), io::Error> {
        if self.full.load(Ordering::SeqCst) {
            return Err(io::Error::new(io::ErrorKind::StorageFull, "no space left on device"));
        }
        let mut bytes = self.bytes.lock().expect("one thread at a time");
        let from = offset as usize;
        bytes[from..from + data.len()].copy_from_slice(data);
        Ok(())
    }
}

fn bytes_hold(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn desk(store: &Arc<Store>) -> Desk {
    store.condition(1, [1; 32]).expect("a store");
    let in_force = InForce { version: 0, playbook: sample::playbook() };
    Desk::open(store.clone(), Arc::new(SystemClock), in_force, 100).expect("a desk")
}

/// Captures so many people and answers the numbers of those that were acknowledged.
fn capture(desk: &Desk, from: u32, to: u32) -> Vec<Result<u64, Error>> {
    (from..to)
        .map(|nth| match desk.ask_and_wait(sample::capture(nth))? {
            Answer::Captured { lead: Some(lead), .. } => Ok(lead.id.0),
            other => panic!("an enquiry was answered with {other:?}"),
        })
        .collect()
}

fn a_fault_loses_nothing(disk: &Disk, fault: &AtomicBool) {
    let store = disk.store();
    let desk = desk(&store);
    let mut kept: Vec<u64> =
        capture(&desk, 0, 20).into_iter().map(|lead| lead.expect("a healthy disk")).collect();

    fault.store(true, Ordering::SeqCst);
    for refused in capture(&desk, 20, 22) {
        assert!(matches!(refused, Err(Error::Faulted(_))), "{refused:?}");
    }
    assert!(desk.fault().is_some(), "the house does not say that it is unwell");

    fault.store(false, Ordering::SeqCst);
    // The first orders may still meet the file closed; soon they are taken again.
    let recovered = (100..200).find_map(|nth| capture(&desk, nth, nth + 1).remove(0).ok());
    kept.push(recovered.expect("the house does not recover"));
    kept.extend(capture(&desk, 300, 320).into_iter().map(|lead| lead.expect("a healthy disk")));
    assert!(desk.fault().is_none(), "the house still says that it is unwell");
    desk.close();

    let reading = store.read().expect("a store");
    for id in kept {
        let lead = reading.lead(LeadId(id)).expect("a store");
        assert!(lead.is_some(), "lead {id} was acknowledged and is gone");
    }
    let verdict = store.verify(&sample::playbook()).expect("a store");
    assert_eq!(verdict.told, Vec::<String>::new());
}

#[test]
fn an_fsync_that_fails_loses_nothing_that_was_acknowledged() {
    let disk = Disk::default();
    a_fault_loses_nothing(&disk, &disk.fsync_fails);
}

#[test]
fn a_disk_that_is_full_loses_nothing_that_was_acknowledged() {
    let disk = Disk::default();
    a_fault_loses_nothing(&disk, &disk.full);
}

/// Waits, and fails rather than hangs.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "it never came to this: {what}");
        std::thread::yield_now();
    }
}

#[test]
fn a_house_is_well_again_by_itself_once_its_disk_is() {
    let disk = Disk::default();
    let desk = desk(&disk.store());
    capture(&desk, 0, 5);
    disk.full.store(true, Ordering::SeqCst);
    assert!(capture(&desk, 5, 6).remove(0).is_err());
    assert!(desk.fault().is_some());
    disk.full.store(false, Ordering::SeqCst);
    wait_until("the desk has tried again", || desk.fault().is_none());
    assert!(capture(&desk, 6, 10).iter().all(Result::is_ok));
}

/// A post that takes every letter, while the disk of the house fills up.
struct FillingPost<'a> {
    disk: &'a Disk,
    taken: AtomicUsize,
}

impl Carrier for FillingPost<'_> {
    fn carry(&self, _: &Mail) -> Result<(), CarryFault> {
        self.taken.fetch_add(1, Ordering::SeqCst);
        self.disk.full.store(true, Ordering::SeqCst);
        Ok(())
    }
}

#[test]
fn a_letter_that_has_gone_goes_no_second_time_while_the_disk_is_full() {
    let disk = Disk::default();
    let (desk, clock) = clocks::house_on(disk.store());
    assert!(capture(&desk, 2, 4).iter().all(Result::is_ok));
    let links = Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] };
    let (post, unreported) =
        (FillingPost { disk: &disk, taken: AtomicUsize::new(0) }, Unreported::default());
    let carry = || carry_due(&desk, &links, &post, &unreported);
    review_due(&desk).expect("a desk that works");
    clock.run(6);
    for _ in 0..3 {
        assert!(matches!(carry(), Err(Error::Faulted(_))));
    }
    assert_eq!(post.taken.load(Ordering::SeqCst), 1, "letters go that cannot be noted");

    disk.full.store(false, Ordering::SeqCst);
    wait_until("the desk has tried again", || desk.fault().is_none());
    assert!(carry().is_err(), "the next letter fills the disk again");
    assert_eq!(post.taken.load(Ordering::SeqCst), 2, "the first letter went again");
    disk.full.store(false, Ordering::SeqCst);
    wait_until("the desk has tried again", || desk.fault().is_none());
    let reading = desk.store().read().expect("a store");
    let first = reading
        .lead(reading.lead_ids_after(LeadId(0), 1).expect("a store")[0])
        .expect("a store")
        .expect("a lead");
    assert!(first.outbox.is_empty() && first.first_letter_at.is_some());
}

#[test]
fn a_store_that_breaks_down_half_way_is_told_of_and_the_desk_works_on() {
    let disk = Disk::default();
    let store = disk.store();
    let desk = desk(&store);
    let kept = capture(&desk, 0, 5);
    disk.breaks_down.store(true, Ordering::SeqCst);
    let refused = capture(&desk, 5, 6).remove(0).expect_err("it broke down");
    assert!(refused.to_string().contains("leadstead verify"), "{refused}");
    disk.breaks_down.store(false, Ordering::SeqCst);
    let recovered = (100..200).find_map(|nth| capture(&desk, nth, nth + 1).remove(0).ok());
    assert!(recovered.is_some(), "the desk does not work on");
    assert!(desk.fault().is_some_and(|fault| fault.is_damage()), "nobody is told any more");
    desk.close();
    let reading = store.read().expect("a store");
    for id in kept.into_iter().flatten().chain(recovered) {
        let lead = reading.lead(LeadId(id)).expect("a store");
        assert!(lead.is_some(), "lead {id} was acknowledged and is gone");
    }
}

/// Lets a row stand in place of a lead's that no lead can be read from.
fn spoil(store: &Store, lead: LeadId, row: &[u8]) {
    let tx = store.write().expect("a store");
    let mut tables = Tables::open(&tx).expect("a store");
    tables.leads.insert(lead.0, row).expect("a row");
    drop(tables);
    tx.commit().expect("a disk");
}

/// Hands in orders so that all of them meet in one transaction.
fn at_once(desk: &Desk, orders: Vec<Order>) -> Vec<Result<Answer, Error>> {
    let busy = desk.store().write().expect("a store");
    let first = handed_in(desk, sample::capture(900));
    while desk.waiting() > 0 {
        std::thread::yield_now();
    }
    let rest: Vec<_> = orders.into_iter().map(|order| handed_in(desk, order)).collect();
    drop(busy);
    let patient = tokio::runtime::Builder::new_current_thread().build().expect("a thread");
    patient.block_on(first).expect("it meets nobody");
    rest.into_iter().map(|answer| patient.block_on(answer)).collect()
}

/// An order that waits at the desk from now on.
pub fn handed_in(
    desk: &Desk,
    order: Order,
) -> Pin<Box<dyn Future<Output = Result<Answer, Error>> + '_>> {
    let mut asked = Box::pin(desk.ask(order));
    let _ = asked.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    asked
}

fn review(lead: LeadId) -> Order {
    Order::Lead { id: lead, command: Command::Review, by: Actor::House, once: None }
}

/// Beside a lead that is spoilt, everyone is served in the same batch; only its own order is not.
fn harms_only_itself(store: Arc<Store>, desk: &Desk, spoilt: LeadId) {
    let orders = vec![sample::capture(50), review(spoilt), sample::capture(51)];
    let answers = at_once(desk, orders);
    let ids: Vec<LeadId> = [&answers[0], &answers[2]]
        .map(|answer| answer.as_ref().expect("it has nothing to do with it"))
        .map(|answer| answer.lead().expect("an enquiry").id)
        .to_vec();
    assert!(matches!(answers[1], Err(Error::Faulted(_))), "{:?}", answers[1]);
    assert!(desk.fault().is_some_and(|fault| fault.is_damage()), "nobody is told");
    for id in ids {
        let lead = store.read().expect("a store").lead(id).expect("a store");
        assert!(lead.is_some(), "lead {id:?} was acknowledged and is gone");
    }
}

#[test]
fn a_lead_that_does_not_read_harms_nobody_else_in_its_batch() {
    let store = Disk::default().store();
    let desk = desk(&store);
    let spoilt = LeadId(capture(&desk, 0, 1).remove(0).expect("a healthy disk"));
    spoil(&store, spoilt, b"torn");
    harms_only_itself(store, &desk, spoilt);
}

#[test]
fn a_lead_over_which_the_desk_breaks_down_harms_nobody_else_in_its_batch() {
    let disk = Disk::default();
    let store = disk.store();
    let desk = desk(&store);
    let spoilt = LeadId(capture(&desk, 0, 20).remove(0).expect("a healthy disk"));
    spoil(&store, spoilt, &TORN.repeat(500));
    disk.torn.store(true, Ordering::SeqCst);
    harms_only_itself(store, &desk, spoilt);
    assert!(!disk.torn.load(Ordering::SeqCst), "nothing broke down");
}

#[test]
fn a_lead_that_does_not_read_holds_up_neither_what_is_due_nor_the_mail() {
    let (desk, clock) = clocks::house();
    let others: Vec<u64> =
        capture(&desk, 2, 4).into_iter().map(|lead| lead.expect("taken")).collect();
    let written = *desk.committed().borrow();
    spoil(desk.store(), LeadId(1), b"torn");

    clock.run(24 * 60);
    let links = Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] };
    let post = Post::default();
    let looked_at =
        (review_due(&desk).ok(), carry_due(&desk, &links, &post, &Unreported::default()).ok());
    assert_eq!(looked_at, (Some(3), Some(2)), "the others wait behind it");
    assert_eq!((desk.leads_left().count(), desk.letters_left().count()), (1, 1));
    let reading = desk.store().read().expect("a store");
    for id in others {
        let lead = reading.lead(LeadId(id)).expect("a store").expect("it was taken");
        assert!(lead.promise.is_some_and(|promise| promise.breached) && lead.last_seq > written);
    }
    assert_eq!(review_due(&desk).ok(), Some(0), "it is tried again at once");
}

#[test]
fn orders_that_are_tried_singly_are_all_refused_once_the_disk_fails() {
    let disk = Disk::default();
    let store = disk.store();
    let desk = desk(&store);
    let spoilt = LeadId(capture(&desk, 0, 1).remove(0).expect("a healthy disk"));
    spoil(&store, spoilt, b"torn");
    let before = disk.fsyncs.load(Ordering::SeqCst);
    assert!(capture(&desk, 1, 2)[0].is_ok());
    // The first of all meets nobody and is taken; what comes behind it meets the disk that fails.
    disk.fails_after(disk.fsyncs.load(Ordering::SeqCst) - before);
    let orders = std::iter::once(review(spoilt)).chain((50..60).map(sample::capture));
    let answers = at_once(&desk, orders.collect());
    let failed = disk.failed.load(Ordering::SeqCst);
    assert!(answers.iter().all(Result::is_err), "{answers:?}");
    assert!((1..5).contains(&failed), "each of them waited for the disk: {failed}");
}

#[test]
fn rules_whose_commit_failed_are_in_force_if_the_file_has_them_and_never_twice() {
    for spared in 0..4 {
        let disk = Disk::default();
        let store = disk.store();
        let desk = desk(&store);
        let apply = |made_from: u32, name: &str| {
            let mut playbook = sample::playbook();
            playbook.business.name = name.into();
            let text = with_version(made_from, &playbook.to_text());
            desk.ask_and_wait(Order::ApplyPlaybook { text, by: Actor::House, anyway: false })
        };
        apply(0, "One").expect("a healthy disk");
        disk.fails_after(spared);
        let answer = apply(1, "Two");
        disk.fsync_fails.store(false, Ordering::SeqCst);
        wait_until("the desk has tried again", || desk.fault().is_none());
        let kept = || store.read().and_then(|reading| reading.playbook()).expect("a store");
        let version = kept().expect("a playbook").0;
        assert!(answer.is_err() || version == 2, "{answer:?}");
        assert_eq!(desk.in_force().version, version, "after {spared} fsyncs");
        apply(version, "Three").expect("a healthy disk");
        assert_eq!(kept().map(|(version, _)| version), Some(version + 1));
        let entries = store.read().and_then(|reading| reading.entries_after(0, usize::MAX));
        let applied = entries.expect("a store").into_iter().filter_map(|entry| match entry.event {
            Event::PlaybookApplied { version, .. } => Some(version),
            _ => None,
        });
        assert_eq!(applied.collect::<Vec<_>>(), (1..=version + 1).collect::<Vec<_>>());
    }
}

#[test]
fn a_lead_that_does_not_read_and_whose_letter_could_not_be_noted_holds_up_no_mail() {
    let disk = Disk::default();
    let (desk, clock) = clocks::house_on(disk.store());
    assert!(capture(&desk, 2, 4).iter().all(Result::is_ok));
    let links = Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] };
    let unreported = Unreported::default();
    review_due(&desk).expect("a desk that works");
    clock.run(6);
    let filling = FillingPost { disk: &disk, taken: AtomicUsize::new(0) };
    assert!(carry_due(&desk, &links, &filling, &unreported).is_err());
    disk.full.store(false, Ordering::SeqCst);
    wait_until("the desk has tried again", || desk.fault().is_none());
    let first = desk.store().read().expect("a store").lead_ids_after(LeadId(0), 1);
    spoil(desk.store(), first.expect("a store")[0], b"torn");
    let carried = carry_due(&desk, &links, &Post::default(), &unreported).ok();
    assert_eq!(carried, Some(2), "the others wait behind it");
}
