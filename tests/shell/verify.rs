//! What `verify` sees: a row that is gone, one too many and one that says something else, in any table
//! that is derived.

use crate::clocks::Settable;
use crate::sample;
use leadstead::capture::Read;
use leadstead::command::Command;
use leadstead::lead::{Actor, LeadId, Outcome};
use leadstead::playbook::{Playbook, Role, Teammate};
use leadstead::shell::desk::{Desk, InForce, Order};
use leadstead::shell::store::Store;
use leadstead::shell::store::tables::*;
use redb::{Key, TableDefinition, Value, WriteTransaction};
use std::sync::Arc;

/// Two people, so that they take turns.
fn playbook() -> Playbook {
    let mut playbook = sample::playbook();
    playbook.team.push(Teammate::new("tom", "Tom", "tom@fernhill.example", Role::Rep));
    playbook
}

/// A house in whose tables there is at least one row each.
fn house() -> Desk {
    let clock = Settable::at("2026-05-04T09:00:00Z");
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    store.condition(1, [1; 32]).expect("a store");
    let in_force = InForce { version: 0, playbook: playbook() };
    let desk = Desk::open(store, clock, in_force, 100).expect("a desk");
    let text = playbook().to_text();
    desk.ask_and_wait(Order::ApplyPlaybook { text, by: Actor::House, anyway: true })
        .expect("a playbook");
    let leads = [1, 2, 3].map(|nth| {
        let answer = desk.ask_and_wait(sample::capture(nth)).expect("it is taken");
        answer.lead().expect("a lead").clone()
    });
    let Order::Capture(mut spam) = sample::capture(4) else { panic!("an enquiry") };
    let Read::Enquiry(arrival) = spam.read else { panic!("it makes sense") };
    spam.read = Read::Spam(arrival, "It is full of links.".into());
    desk.ask_and_wait(Order::Capture(spam)).expect("it is kept");

    let maya = || Actor::Teammate("maya".into());
    let call = Command::call(Outcome::Reached, "They want a quote.", desk.now());
    ask(&desk, leads[0].id, maya(), call);
    let address = leads[1].profile.email.clone();
    let mark = desk.mark(&address).expect("an address");
    ask(&desk, leads[1].id, maya(), Command::OptOut { address, mark });
    let queued = leads[2].outbox.first().expect("a letter waits").seq;
    let mark = desk.mark(&leads[2].profile.email).expect("an address");
    let delivered = Command::Delivered { queued, text: Vec::new(), mark };
    ask(&desk, leads[2].id, Actor::House, delivered);
    desk.ask_and_wait(sample::capture(5)).expect("it is taken");
    desk
}

fn ask(desk: &Desk, id: LeadId, by: Actor, command: Command) {
    desk.ask_and_wait(Order::Lead { id, command, by, once: None }).expect("it is done");
}

/// What is told of a house after something was done to its tables, which is then undone.
fn told(desk: &Desk, spoil: impl FnOnce(&WriteTransaction)) -> Vec<String> {
    let store = desk.store();
    let before = store.write().and_then(|tx| Ok(tx.ephemeral_savepoint()?)).expect("a savepoint");
    let tx = store.write().expect("a transaction");
    spoil(&tx);
    tx.commit().expect("it is written");
    let told = store.verify(&playbook()).expect("a store").told;
    let mut tx = store.write().expect("a transaction");
    tx.restore_savepoint(&before).expect("a savepoint");
    tx.commit().expect("it is written");
    told
}

/// Takes the first or the last row out of a table, which must be seen.
fn loses<K: Key + 'static, V: Value + 'static>(desk: &Desk, table: TableDefinition<K, V>) {
    for is_first in [true, false] {
        let told = told(desk, |tx| {
            let mut rows = tx.open_table(table).expect("a table");
            let row = if is_first { rows.pop_first() } else { rows.pop_last() };
            assert!(row.expect("a table").is_some(), "{table} is empty here");
        });
        assert!(!told.is_empty(), "a row gone from {table} is not seen");
    }
}

/// Puts a row into a table that is not there, or says something else; which must be seen.
fn gains<'k, 'v, K: Key + 'static, V: Value + 'static>(
    desk: &Desk,
    table: TableDefinition<K, V>,
    key: impl std::borrow::Borrow<K::SelfType<'k>>,
    value: impl std::borrow::Borrow<V::SelfType<'v>>,
) {
    let told = told(desk, |tx| {
        let mut rows = tx.open_table(table).expect("a table");
        rows.insert(key, value).expect("a row");
    });
    assert!(!told.is_empty(), "a row too many in {table} is not seen");
}

#[test]
fn a_row_that_is_gone_is_seen_in_any_table() {
    let desk = house();
    assert_eq!(told(&desk, |_| ()), Vec::<String>::new());
    loses(&desk, TIMELINE);
    loses(&desk, LEADS);
    loses(&desk, SUMMARIES);
    loses(&desk, KEYS);
    loses(&desk, DUE);
    loses(&desk, OUTBOX);
    loses(&desk, AGENDA);
    loses(&desk, ANSWERED);
    loses(&desk, LOADS);
    loses(&desk, TURNS);
    loses(&desk, CONTACTS);
    loses(&desk, NOTICES);
    loses(&desk, WORK);
    loses(&desk, VERSIONS);
    loses(&desk, ASIDE);
    assert_eq!(told(&desk, |_| ()), Vec::<String>::new(), "all is as it was");
}

#[test]
fn a_lead_that_is_gone_from_every_table_is_seen() {
    let desk = house();
    let told = told(&desk, |tx| {
        let mut tables = leadstead::shell::store::Tables::open(tx).expect("tables");
        let (id, _) = tables.summaries.pop_first().expect("a table").expect("a lead");
        let id = id.value();
        tables.leads.remove(id).expect("a table");
        tables.timeline.retain(|(lead, _), ()| lead != id).expect("a table");
    });
    assert!(told.iter().any(|sentence| sentence.contains("Lead 2 ")), "{told:?}");
}

#[test]
fn a_row_too_many_is_seen_in_any_table() {
    let desk = house();
    gains(&desk, TIMELINE, (2, 9_999), ());
    gains(&desk, LEADS, 9_999, &b"x"[..]);
    gains(&desk, SUMMARIES, 9_999, &b"x"[..]);
    gains(&desk, KEYS, (0, "nobody@x.example", 2), ());
    gains(&desk, DUE, (1, 2), ());
    gains(&desk, OUTBOX, (1, 2), 2);
    gains(&desk, AGENDA, ("maya", 1, 2, 3), 0);
    gains(&desk, ANSWERED, (1, 2), &b"x"[..]);
    gains(&desk, LOADS, "nobody", (1, 0));
    gains(&desk, TURNS, ("all", "nobody"), 1);
    gains(&desk, CONTACTS, "00", &b"x"[..]);
    gains(&desk, NOTICES, ("maya", 9_999), 2);
    gains(&desk, SILENT, ("maya", 1, 2), true);
    gains(&desk, WORK, ("maya", 1, 9_999), 2);
    gains(&desk, VERSIONS, 9, 9);
    gains(&desk, ASIDE, (1, 2), ());
}

#[test]
fn a_row_that_says_something_else_is_seen() {
    let desk = house();
    let store = desk.store();
    let mark = desk.mark("person3@firm3.example").expect("an address");
    let mut contact = store.read().and_then(|reading| reading.contact(&mark)).expect("a row");
    assert_eq!(contact.letters.len(), 1);
    contact.letters[0] += jiff::SignedDuration::from_mins(1);
    let other = rmp_serde::to_vec(&contact).expect("plain data");
    gains(&desk, CONTACTS, mark.as_str(), other.as_slice());
    gains(&desk, LEADS, 2, &b"x"[..]);
    gains(&desk, SUMMARIES, 2, &b"x"[..]);
    gains(&desk, VERSIONS, 1, 9);
}
