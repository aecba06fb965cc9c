//! A wall clock that is set while the house is open: letters wait, Today says why, and after an
//! hour they go.

use crate::sample;
use jiff::{SignedDuration, Timestamp};
use leadstead::playbook::Playbook;
use leadstead::shell::clock::{Clock, Doubt};
use leadstead::shell::config::Config;
use leadstead::shell::desk::{Desk, InForce};
use leadstead::shell::house::House;
use leadstead::shell::outbox::mail::{Carrier, CarryFault, Mail};
use leadstead::shell::outbox::{Links, Unreported, carry_due};
use leadstead::shell::scheduler::review_due;
use leadstead::shell::store::Store;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

/// A wall clock that can be set, beside one that cannot.
pub struct Settable {
    wall: AtomicI64,
    run_for: AtomicI64,
}

impl Settable {
    pub fn at(text: &str) -> Arc<Settable> {
        let wall: Timestamp = text.parse().expect("a moment");
        Arc::new(Settable { wall: wall.as_second().into(), run_for: 0.into() })
    }

    pub fn run(&self, minutes: i64) {
        self.set(minutes);
        self.run_for.fetch_add(minutes * 60, Ordering::SeqCst);
    }

    pub fn set(&self, minutes: i64) {
        self.wall.fetch_add(minutes * 60, Ordering::SeqCst);
    }
}

impl Clock for Settable {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.wall.load(Ordering::SeqCst)).expect("a moment")
    }

    fn run_for(&self) -> SignedDuration {
        SignedDuration::from_secs(self.run_for.load(Ordering::SeqCst))
    }
}

/// A post that takes every letter.
#[derive(Default)]
pub struct Post(AtomicUsize);

impl Carrier for Post {
    fn carry(&self, _: &Mail) -> Result<(), CarryFault> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

/// A house of one lead on a Monday at ten, and its clock.
pub fn house() -> (Desk, Arc<Settable>) {
    house_with(|_| ())
}

/// The same house with other rules.
pub fn house_with(change: impl FnOnce(&mut Playbook)) -> (Desk, Arc<Settable>) {
    let mut playbook = sample::playbook();
    change(&mut playbook);
    opened(Arc::new(Store::in_memory().expect("a store in memory")), playbook)
}

/// The same house on a store of the caller's.
pub fn house_on(store: Arc<Store>) -> (Desk, Arc<Settable>) {
    opened(store, sample::playbook())
}

fn opened(store: Arc<Store>, playbook: Playbook) -> (Desk, Arc<Settable>) {
    let clock = Settable::at("2026-05-04T09:00:00Z");
    store.condition(1, [1; 32]).expect("a store");
    let in_force = InForce { version: 0, playbook };
    let desk = Desk::open(store, clock.clone(), in_force, 100).expect("a desk");
    desk.ask_and_wait(sample::capture(1)).expect("it is taken");
    (desk, clock)
}

/// A house in which a person asked for a quote on a Monday at ten, and how its letters go.
fn asked() -> (Desk, Arc<Settable>, impl Fn(&Desk) -> usize) {
    let (desk, clock) = house();
    let carry = |desk: &Desk| {
        let links = Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] };
        review_due(desk).expect("a desk that works");
        carry_due(desk, &links, &Post::default(), &Unreported::default())
            .expect("a desk that works")
    };
    (desk, clock, carry)
}

#[test]
fn a_letter_waits_for_an_hour_after_the_clock_leapt_and_then_goes() {
    let (desk, clock, carry) = asked();
    assert_eq!((desk.doubts_its_clock(), carry(&desk)), (None, 0));
    clock.run(1);
    clock.set(90);
    assert!(matches!(desk.doubts_its_clock(), Some(Doubt::Leapt { .. })));
    assert_eq!(carry(&desk), 0);
    clock.run(59);
    assert_eq!(carry(&desk), 0);
    clock.run(1);
    assert_eq!((carry(&desk), desk.doubts_its_clock()), (1, None));
}

#[test]
fn a_letter_goes_at_its_time_where_nobody_sets_the_clock() {
    let (desk, clock, carry) = asked();
    clock.run(3);
    assert_eq!(carry(&desk), 0);
    clock.run(3);
    assert_eq!(carry(&desk), 1);
}

#[test]
fn time_does_not_run_backwards_and_letters_wait_until_it_has_caught_up() {
    let (desk, clock, carry) = asked();
    let before = desk.now();
    clock.set(-30);
    assert_eq!(desk.now(), before);
    clock.run(10);
    assert!(matches!(desk.doubts_its_clock(), Some(Doubt::Behind { .. })));
    assert_eq!((desk.now(), carry(&desk)), (before, 0));
    clock.run(30);
    assert_eq!((desk.doubts_its_clock(), carry(&desk)), (None, 1));
}

#[tokio::test]
async fn the_house_says_that_it_doubts_its_clock() {
    let clock = Settable::at("2026-05-04T09:00:00Z");
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let config = Config::parse("").expect("a configuration");
    let house = House::of(store, config, clock.clone()).expect("a house");
    let web = leadstead::shell::web::Web::of(Arc::new(house));
    let outside = axum_test::TestServer::new(web.house_door());
    outside.get("/healthz").await.assert_text_contains("\"clock\":\"ok\"");
    clock.set(600);
    let health = outside.get("/healthz").await;
    assert_eq!(health.status_code(), 200);
    health.assert_text_contains("\"clock\":\"leapt\"");
    health.assert_text_contains("\"search_behind\":0");
    outside.get("/metrics").await.assert_text_contains("leadstead_clock_in_doubt 1\n");
}
