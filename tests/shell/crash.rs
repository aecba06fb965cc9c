//! A house that is killed in the middle of its work: what it acknowledged is there afterwards,
//! once, and every table agrees with the journal.

use crate::http::Connection;
use crate::served::Served;
use leadstead::dedupe::KeyKind;
use leadstead::shell::clock::SystemClock;
use leadstead::shell::config::Config;
use leadstead::shell::house::House;
use leadstead::shell::search::Ask;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

const ROUNDS: u32 = 4;
const VISITORS: u32 = 16;

/// Leads acknowledged in a round before the house is killed.
const ENOUGH: usize = 300;

/// The most people one visitor can name in one round.
const PEOPLE: u32 = 100_000;

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

    let settings = format!("data_dir = {:?}", folder.path());
    let config = Config::parse(&settings).expect("settings that read");
    let house = House::open(config, Arc::new(SystemClock)).expect("the house opens again");
    let reading = house.desk.store().read().expect("a store");
    for address in &acknowledged {
        let leads = reading.by_key(KeyKind::Email.code(), address, 10).expect("a store");
        assert_eq!(leads.len(), 1, "{address} was acknowledged once and is there {leads:?}");
    }
    let verdict = house.desk.store().verify(&house.playbook().playbook).expect("a store");
    assert_eq!((verdict.differences, verdict.told), (0, Vec::new()));

    let last = reading.last_seq().expect("a store");
    assert!(house.search.wait_for(last, CATCHES_UP_WITHIN), "the search stays behind");
    let found = house.search.finder().find(&Ask::default()).expect("an index");
    assert_eq!(found.total as u64, reading.lead_count().expect("a store"));
}

/// Opens the house, lets visitors in, and kills it under their hands. Answers who was thanked.
fn killed_at_work(folder: &Path, round: u32) -> Vec<String> {
    let mut house = Served::open(folder);
    let port = house.port;
    let (thanked, thanks) = mpsc::channel();
    thread::scope(|scope| {
        for visitor in 0..VISITORS {
            let thanked = thanked.clone();
            scope.spawn(move || visit(port, (round * VISITORS + visitor) * PEOPLE, &thanked));
        }
        drop(thanked);
        let mut acknowledged: Vec<String> = thanks.iter().take(ENOUGH).collect();
        house.kill();
        acknowledged.extend(thanks);
        acknowledged
    })
}

/// Sends one person after another, by the form and by the webhook in turn, until nobody answers.
fn visit(port: u16, first: u32, thanked: &Sender<String>) {
    let Ok(mut house) = Connection::open(port) else { return };
    for nth in first..first + PEOPLE {
        let address = format!("person{nth}@firm{nth}.example");
        let Ok(status) = enquire(&mut house, nth, &address) else { return };
        let expected = if by_form(nth) { 303 } else { 202 };
        assert_eq!(status, expected, "what became of {address}");
        let _ = thanked.send(address);
    }
}

fn by_form(nth: u32) -> bool {
    nth.is_multiple_of(2)
}

fn enquire(house: &mut Connection, nth: u32, address: &str) -> io::Result<u16> {
    if by_form(nth) {
        let body = format!("name=Person+{nth}&email={address}&message=Please+send+a+quote");
        return house.post("/f/contact", "application/x-www-form-urlencoded", &body);
    }
    let body = format!("{{\"name\": \"Person {nth}\", \"email\": \"{address}\"}}");
    house.post("/in/booking", "application/json", &body)
}
