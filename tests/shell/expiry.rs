//! What is kept for a time only: it counts no more when its time is over, and within the hour it is
//! gone.

use crate::clocks::Settable;
use crate::sample;
use jiff::SignedDuration;
use leadstead::capture::Read;
use leadstead::lead::{Fate, Submission};
use leadstead::shell::desk::{Answer, Arrived, Desk, InForce, OnceKey, Order};
use leadstead::shell::error::Error;
use leadstead::shell::scheduler::sweep_expired;
use leadstead::shell::store::aside::taken_up;
use leadstead::shell::store::office::{Change, Session};
use leadstead::shell::store::{Store, Verdict};
use std::sync::Arc;
use uuid::Uuid;

/// Days for which what was put aside is kept here.
const DAYS: u32 = 10;

/// More than one commit removes.
const MANY: u32 = 700;

fn house() -> (Desk, Arc<Settable>) {
    let clock = Settable::at("2026-05-04T09:00:00Z");
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    store.condition(1, [1; 32]).expect("a store");
    let in_force = InForce { version: 0, playbook: sample::playbook() };
    let desk = Desk::open(store, clock.clone(), in_force, 2_000).expect("a desk");
    (desk, clock)
}

/// Lets hours pass as they do, and looks at the clock meanwhile.
fn pass(desk: &Desk, clock: &Settable, hours: i64) {
    assert_eq!(desk.doubts_its_clock(), None);
    clock.run(60 * hours);
    assert_eq!(desk.doubts_its_clock(), None);
}

fn sweep(desk: &Desk) -> usize {
    sweep_expired(desk, DAYS).expect("a desk that works")
}

/// The enquiry of the nth person, put aside as spam.
fn spam(nth: u32) -> (Uuid, Order) {
    let Order::Capture(mut arrived) = sample::capture(nth) else { panic!("an enquiry") };
    let Read::Enquiry(arrival) = arrived.read else { panic!("it makes sense") };
    arrived.read = Read::Spam(arrival, "It is full of links.".into());
    (arrived.submission.id, Order::Capture(arrived))
}

/// The same enquiry, taken up by a person.
fn taking_up(nth: u32) -> Order {
    let Order::Capture(arrived) = sample::capture(nth) else { panic!("an enquiry") };
    let aside = arrived.submission.id;
    let submission = Submission { id: taken_up(aside), fate: Fate::Empty, ..arrived.submission };
    Order::TakeUp { aside, arrived: Box::new(Arrived { submission, ..*arrived }) }
}

/// The nth person, handed in under a key.
fn keyed(nth: u32, key: u8, request: u8) -> Order {
    let Order::Capture(mut arrived) = sample::capture(nth) else { panic!("an enquiry") };
    let token = "shop".into();
    arrived.once = Some(OnceKey { token, key_hash: vec![key], request_hash: vec![request] });
    Order::Capture(arrived)
}

fn verified(desk: &Desk) -> Verdict {
    desk.store().verify(&sample::playbook()).expect("a store")
}

#[test]
fn a_key_may_be_used_again_for_something_else_when_a_day_has_passed() {
    let (desk, clock) = house();
    desk.ask_and_wait(keyed(1, 7, 1)).expect("it is taken");
    pass(&desk, &clock, 23);
    let reused = desk.ask_and_wait(keyed(2, 7, 2));
    assert!(matches!(reused, Err(Error::KeyReused)), "{reused:?}");
    let again = desk.ask_and_wait(keyed(1, 7, 1)).expect("it is answered");
    assert!(matches!(again, Answer::Captured { repeated: true, .. }), "{again:?}");
    pass(&desk, &clock, 1);
    let new = desk.ask_and_wait(keyed(2, 7, 2)).expect("it is taken");
    assert!(matches!(new, Answer::Captured { repeated: false, .. }), "{new:?}");
    pass(&desk, &clock, 23);
    assert_eq!(sweep(&desk), 0, "the key counts for its second use");
    let reused = desk.ask_and_wait(keyed(3, 7, 3));
    assert!(matches!(reused, Err(Error::KeyReused)), "{reused:?}");
}

#[test]
fn sessions_and_keys_that_have_expired_are_gone_after_a_sweep_and_no_others() {
    let (desk, clock) = house();
    let now = desk.now();
    let session = |days: i64| Session {
        email: "maya@fernhill.example".into(),
        teammate: "maya".into(),
        made_at: now,
        expires_at: now + SignedDuration::from_hours(24 * days),
    };
    let put = |nth: u32, days| Change::PutSession {
        hash: nth.to_be_bytes().to_vec(),
        session: session(days),
    };
    let mut changes: Vec<Change> = (1..=MANY).map(|nth| put(nth, 1)).collect();
    changes.push(put(0, 30));
    desk.ask_and_wait(Order::Office(changes)).expect("they are signed in");
    for key in 1..=3 {
        desk.ask_and_wait(keyed(key.into(), key, key)).expect("it is taken");
    }
    assert_eq!(sweep(&desk), 0);
    pass(&desk, &clock, 12);
    desk.ask_and_wait(keyed(4, 4, 4)).expect("it is taken");
    pass(&desk, &clock, 12);
    assert_eq!(sweep(&desk), MANY as usize + 3);
    assert_eq!(sweep(&desk), 0);
    let reading = desk.store().read().expect("a store");
    assert_eq!(reading.session(&1_u32.to_be_bytes()).expect("a store"), None);
    assert_eq!(reading.session(&0_u32.to_be_bytes()).expect("a store"), Some(session(30)));
    pass(&desk, &clock, 12);
    assert_eq!(sweep(&desk), 1, "the fourth key");
}

#[test]
fn what_nobody_took_up_is_gone_after_its_days_and_what_became_a_lead_stays() {
    let (desk, clock) = house();
    let ids: Vec<Uuid> = (1..=3)
        .map(|nth| {
            let (id, order) = spam(nth);
            desk.ask_and_wait(order).expect("it is kept");
            id
        })
        .collect();
    desk.ask_and_wait(taking_up(1)).expect("it becomes a lead");
    desk.ask_and_wait(sample::capture(9)).expect("it is taken");
    pass(&desk, &clock, 24 * i64::from(DAYS));
    assert_eq!(sweep(&desk), 0, "its last day");
    pass(&desk, &clock, 1);
    assert_eq!(sweep(&desk), 2);
    let reading = desk.store().read().expect("a store");
    let is_kept = |id: Uuid| reading.submission(id).expect("a store").is_some();
    assert_eq!([ids[0], ids[1], ids[2]].map(is_kept), [true, false, false]);
    assert!(is_kept(taken_up(ids[0])));
    assert_eq!(reading.put_aside(None, 9).expect("a store").total, 0);
    assert_eq!(reading.lead_count().expect("a store"), 2);
    assert_eq!(verified(&desk).told, Vec::<String>::new());
}

#[test]
fn nothing_goes_while_the_clock_is_in_doubt() {
    let (desk, clock) = house();
    desk.ask_and_wait(spam(1).1).expect("it is kept");
    assert_eq!(sweep(&desk), 0);
    clock.set(60 * 24 * 365);
    assert_eq!(sweep(&desk), 0);
    clock.run(60);
    assert_eq!(sweep(&desk), 1);
}
