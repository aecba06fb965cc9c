//! A house that is killed in the middle of its work: what it acknowledged is there afterwards,
//! once, and every table agrees with the journal.

use crate::served::{self, Served};
use crate::visitors;
use leadstead::shell::search::Ask;
use std::path::Path;
use std::thread;
use std::time::Duration;

const ROUNDS: u32 = 4;

/// Leads acknowledged in a round before the house is killed.
const ENOUGH: usize = 300;

/// How long the search may take to read what was written before the crash.
const CATCHES_UP_WITHIN: Duration = Duration::from_secs(60);

#[test]
fn what_was_acknowledged_is_there_after_the_house_was_killed_again_and_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        acknowledged.extend(killed_at_work(folder.path(), round));
    }
    assert!(acknowledged.len() >= ENOUGH * ROUNDS as usize);

    let house = served::looked_into(folder.path());
    served::is_whole_and_knows(&house, &acknowledged);
    let reading = house.desk.store().read().expect("a store");
    let last = reading.last_seq().expect("a store");
    assert!(house.search.wait_for(last, CATCHES_UP_WITHIN), "the search stays behind");
    let found = house.search.finder().find(&Ask::default()).expect("an index");
    assert_eq!(found.total as u64, reading.lead_count().expect("a store"));
}

/// Opens the house, lets visitors in, and kills it under their hands. Answers who was thanked.
fn killed_at_work(folder: &Path, round: u32) -> Vec<String> {
    let mut house = Served::open(folder);
    thread::scope(|scope| {
        let thanks = visitors::let_in(scope, house.port, round);
        let mut acknowledged: Vec<String> = thanks.iter().take(ENOUGH).collect();
        house.kill();
        acknowledged.extend(thanks);
        acknowledged
    })
}

#[test]
fn a_house_that_is_told_to_close_answers_all_it_took_and_takes_nothing_it_does_not_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut house = Served::open(folder.path());
    let acknowledged: Vec<String> = thread::scope(|scope| {
        let thanks = visitors::let_in(scope, house.port, 0);
        let mut acknowledged: Vec<String> = thanks.iter().take(ENOUGH).collect();
        assert!(house.close().success());
        acknowledged.extend(thanks);
        acknowledged
    });
    let house = served::looked_into(folder.path());
    served::is_whole_and_knows(&house, &acknowledged);
    let taken = house.desk.store().read().and_then(|reading| reading.lead_count());
    assert_eq!(taken.expect("a store"), acknowledged.len() as u64);
}

#[test]
fn an_open_house_lets_its_allocator_keep_little() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = Served::open(folder.path());
    assert!(house.environment().contains("MIMALLOC_PURGE_DELAY=10"), "{}", house.environment());
}
