//! Enquiries handed to a desk without a web in front of it, and the house they are handed to.

use crate::people::Person;
use jiff::Timestamp;
use leadstead::capture::{self, Received};
use leadstead::lead::{Actor, Fate};
use leadstead::playbook::{Playbook, Role, Teammate, starter};
use leadstead::shell::clock::Clock;
use leadstead::shell::desk::{Answer, Arrived, Desk, InForce, Order};
use leadstead::shell::store::Store;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

const JSON: &str = "application/json";

/// The starter playbook of a house of five.
pub fn playbook() -> Playbook {
    let mate =
        |name: &str, role| Teammate::new(name, name, &format!("{name}@fernhill.example"), role);
    let mut playbook = starter("Fernhill", mate("maya", Role::Owner));
    playbook.team.extend(["tom", "priya", "jonas", "ruth"].map(|name| mate(name, Role::Rep)));
    playbook
}

/// The desk of a new house in a folder on a real disk.
pub fn desk(folder: &Path, clock: Arc<dyn Clock>, playbook: &Playbook) -> Desk {
    let store = Arc::new(Store::open(&folder.join("house.redb")).expect("a new data file"));
    store.condition(1, [1; 32]).expect("a new data file");
    let in_force = InForce { version: 0, playbook: playbook.clone() };
    Desk::open(store, clock, in_force, 4096).expect("a desk")
}

/// Hands in the enquiry of the nth person and answers how long that took, commit included.
pub fn capture(desk: &Desk, playbook: &Playbook, nth: u64) -> Duration {
    let body = Person::nth(nth).json();
    let began = Instant::now();
    match desk.ask_and_wait(order(playbook, nth, body, desk.now())) {
        Ok(Answer::Captured { fate: Fate::Created(_), .. }) => began.elapsed(),
        other => panic!("person {nth} was answered with {other:?}"),
    }
}

fn order(playbook: &Playbook, nth: u64, body: String, at: Timestamp) -> Order {
    let id = Uuid::from_u128(u128::from(nth) + 1);
    let source = playbook.source("booking").expect("a source of the starter playbook");
    let received = Received {
        id,
        source,
        at,
        content_type: JSON,
        body: body.as_bytes(),
        query: "",
        referrer: "",
    };
    let read = capture::read(&received, playbook);
    let submission = received.submission();
    Order::Capture(Box::new(Arrived { submission, read, by: Actor::Visitor, once: None }))
}
