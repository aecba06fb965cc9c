//! A house that cannot write, or has no room in its queue: every door says so and why, nothing that was
//! taken is lost, and all is as before when it is over.

use crate::clocks;
use crate::faults::{Disk, handed_in, wait_until};
use crate::sample;
use axum_test::{TestResponse, TestServer};
use leadstead::lead::Actor;
use leadstead::shell::clock::Clock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::store::office::{Change, Scope, Token};
use leadstead::shell::web::{Web, signed};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A house with both its doors, an owner signed in, and a shop that has a token.
struct Doors {
    house: Arc<House>,
    inside: TestServer,
    outside: TestServer,
}

impl Doors {
    async fn of(store: Arc<Store>, settings: &str) -> Doors {
        let clock = clocks::Settable::at("2026-05-04T09:00:00Z");
        let config = Config::parse(settings).expect("a configuration");
        let house = Arc::new(House::of(store, config, clock.clone()).expect("a house"));
        let mut playbook = sample::playbook();
        playbook.sources.iter_mut().for_each(|source| source.enabled = true);
        house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
        let (made_at, name) = (clock.now(), "shop".to_owned());
        let token = Token { name, scopes: vec![Scope::Write], made_at, revoked: false };
        let change = Change::PutToken { hash: signed::hash_of_secret("shop"), token };
        house.desk.ask(Order::Office(vec![change])).await.expect("a token");
        sample::let_in(&house, &["maya"]).await;
        let web = Web::of(house.clone());
        let (inside, outside) =
            (TestServer::new(web.house_door()), TestServer::new(web.public_door()));
        Doors { house, inside, outside }
    }

    /// One enquiry by each way in: the form, the webhook, the API.
    async fn enquiries(&self) -> [TestResponse; 3] {
        let ana = json!({"name": "Ana", "email": "a@b.example"});
        let typed = [("name", "Ben & Co"), ("email", "a@b.example")];
        let signed = self.inside.post("/api/v1/leads").add_header("authorization", "Bearer shop");
        [
            self.outside.post("/f/contact").form(&typed).await,
            self.outside.post("/in/booking").json(&ana).await,
            signed.json(&ana).await,
        ]
    }

    async fn refuses_all_for_now(&self) {
        let refused = self.enquiries().await;
        refused[0].assert_text_contains("Ben &amp; Co");
        for refused in &refused {
            assert_eq!(refused.status_code(), 503, "{}", refused.text());
            assert!(refused.maybe_header("retry-after").is_some(), "{}", refused.text());
        }
    }

    async fn takes_all(&self) {
        let taken = self.enquiries().await.map(|taken| taken.status_code().as_u16());
        assert_eq!(taken, [303, 202, 201]);
    }

    async fn page(&self) -> String {
        self.inside.get("/today").add_header("cookie", "leadstead=maya").await.text()
    }
}

/// While a fault lasts, every way in says that it takes nothing, health and pages say why, and when
/// it is over all is as before.
async fn is_said_at_every_door(disk: &Disk, fault: &AtomicBool, on_screen: &str) {
    let doors = Doors::of(disk.store(), "").await;
    assert!(!doors.page().await.contains(on_screen));
    fault.store(true, Ordering::SeqCst);
    doors.refuses_all_for_now().await;
    let problem: serde_json::Value = doors.enquiries().await[1].json();
    assert_eq!(problem["title"], "Cannot write just now");
    let reads = || doors.house.desk.store().read().and_then(|reading| reading.last_seq()).is_ok();
    wait_until("the house can be read", reads);
    let health = loop {
        let health = doors.inside.get("/healthz").await;
        if health.json::<serde_json::Value>()["seq"] != 0 {
            break health;
        }
    };
    assert_eq!(health.status_code(), 503);
    assert_eq!(health.json::<serde_json::Value>()["status"], "fault");
    let page = doors.page().await;
    assert!(page.contains(on_screen), "{page}");
    fault.store(false, Ordering::SeqCst);
    wait_until("the desk has tried again", || doors.house.desk.fault().is_none());
    doors.takes_all().await;
    assert!(!doors.page().await.contains(on_screen));
    assert_eq!(doors.inside.get("/healthz").await.status_code(), 200);
}

#[tokio::test]
async fn a_full_disk_is_said_at_every_door_and_on_screen_until_there_is_space() {
    let disk = Disk::default();
    is_said_at_every_door(&disk, &disk.full, "The disk of the box is full.").await;
}

#[tokio::test]
async fn an_fsync_that_fails_is_said_at_every_door_and_on_screen_until_it_works() {
    let disk = Disk::default();
    is_said_at_every_door(&disk, &disk.fsync_fails, "The box cannot write.").await;
}

#[tokio::test]
async fn a_queue_that_is_full_asks_every_visitor_to_come_back_and_loses_nobody_in_it() {
    const PLACES: u32 = 16;
    let disk = Disk::default();
    let settings = format!("[limits]\nqueue_length = {PLACES}");
    let doors = Doors::of(disk.store(), &settings).await;
    let desk = &doors.house.desk;
    let busy = desk.store().write().expect("a store");
    let first = handed_in(desk, sample::capture(900));
    while desk.waiting() > 0 {
        std::thread::yield_now();
    }
    let queue: Vec<_> = (0..PLACES).map(|nth| handed_in(desk, sample::capture(nth))).collect();
    doors.refuses_all_for_now().await;
    drop(busy);
    for taken in std::iter::once(first).chain(queue) {
        assert!(taken.await.is_ok_and(|answer| answer.lead().is_some()));
    }
    doors.takes_all().await;
}
