//! A disk that fails: what was acknowledged is there afterwards, what was not is said so.

use crate::clocks::{self, Post};
use crate::sample;
use leadstead::command::Command;
use leadstead::lead::{Actor, LeadId};
use leadstead::shell::clock::SystemClock;
use leadstead::shell::desk::{Answer, Desk, InForce, Order};
use leadstead::shell::error::Error;
use leadstead::shell::outbox::{Links, carry_due};
use leadstead::shell::scheduler::review_due;
use leadstead::shell::store::{Store, Tables};
use redb::StorageBackend;
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

/// A disk in memory that outlives the database on it, and fails when told to.
#[derive(Clone, Debug, Default)]
struct Disk {
    bytes: Arc<Mutex<Vec<u8>>>,
    full: Arc<AtomicBool>,
    fsync_fails: Arc<AtomicBool>,
    breaks_down: Arc<AtomicBool>,
    torn: Arc<AtomicBool>,
}

/// What stands on a page that breaks down whoever reads it next, once it is torn.
const TORN: &[u8] = b"a page that should not be there";

impl Disk {
    fn store(&self) -> Arc<Store> {
        let disk = self.clone();
        // Nothing is kept in memory, so that whoever reads a page meets the disk.
        let opened = Store::with(Box::new(move |builder| {
            builder.set_cache_size(0).create_with_backend(disk.clone())
        }));
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
        match self.fsync_fails.load(Ordering::SeqCst) {
            true => Err(io::Error::other("fsync failed")),
            false => Ok(()),
        }
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
fn handed_in(
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
    let looked_at = (review_due(&desk).ok(), carry_due(&desk, &links, &post).ok());
    assert_eq!(looked_at, (Some(3), Some(2)), "the others wait behind it");
    assert_eq!((desk.leads_left().count(), desk.letters_left().count()), (1, 1));
    let reading = desk.store().read().expect("a store");
    for id in others {
        let lead = reading.lead(LeadId(id)).expect("a store").expect("it was taken");
        assert!(lead.promise.is_some_and(|promise| promise.breached) && lead.last_seq > written);
    }
    assert_eq!(review_due(&desk).ok(), Some(0), "it is tried again at once");
}
