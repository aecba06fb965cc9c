//! A backup taken while leads come in: it is whole, and holds all that was there when it began.

use crate::sample;
use leadstead::lead::LeadId;
use leadstead::shell::clock::SystemClock;
use leadstead::shell::desk::{Answer, Desk, InForce};
use leadstead::shell::store::Store;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

const VISITORS: u32 = 8;

/// Leads that are in the house before the backup begins.
const ENOUGH: usize = 200;

/// The most people one visitor can name.
const PEOPLE: u32 = 100_000;

#[test]
fn a_backup_taken_under_load_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.redb");
    let store = Arc::new(Store::open(&folder.path().join("house.redb")).expect("a new file"));
    store.condition(1, [1; 32]).expect("a store");
    let in_force = InForce { version: 0, playbook: sample::playbook() };
    let desk = Desk::open(store.clone(), Arc::new(SystemClock), in_force).expect("a desk");

    let done = AtomicBool::new(false);
    let before: Vec<LeadId> = thread::scope(|scope| {
        let (kept, keeps) = mpsc::channel();
        for visitor in 0..VISITORS {
            let (kept, desk, done) = (kept.clone(), &desk, &done);
            scope.spawn(move || visit(desk, visitor * PEOPLE, done, &kept));
        }
        drop(kept);
        let before = keeps.iter().take(ENOUGH).collect();
        store.backup(&copy).expect("a backup under load");
        done.store(true, Ordering::SeqCst);
        before
    });
    assert_eq!(before.len(), ENOUGH);

    let copy = Store::open(&copy).expect("the backup opens");
    let reading = copy.read().expect("a store");
    for id in before {
        assert!(reading.lead(id).expect("a store").is_some(), "lead {id} is not in the backup");
    }
    let verdict = copy.verify(&sample::playbook()).expect("a store");
    assert_eq!((verdict.differences, verdict.told), (0, Vec::new()));
}

/// Hands in one person after another until it is enough.
fn visit(desk: &Desk, first: u32, done: &AtomicBool, kept: &Sender<LeadId>) {
    for nth in first..first + PEOPLE {
        if done.load(Ordering::SeqCst) {
            return;
        }
        match desk.ask_and_wait(sample::capture(nth)) {
            Ok(Answer::Captured { lead: Some(lead), .. }) => drop(kept.send(lead.id)),
            other => panic!("an enquiry was answered with {other:?}"),
        }
    }
}
