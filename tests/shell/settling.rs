//! New rules: every lead is looked at by them, whatever comes in between.

use crate::sample;
use leadstead::lead::{Actor, LeadId};
use leadstead::playbook::{Playbook, with_version};
use leadstead::shell::clock::SystemClock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::{Desk, InForce, Order};
use leadstead::shell::house::House;
use leadstead::shell::scheduler::sweep;
use leadstead::shell::store::Store;
use leadstead::shell::store::office::Change;
use leadstead::shell::web::Web;
use std::sync::Arc;
use std::time::Duration;

/// A desk at which three people have asked, before its rules were changed.
fn changed() -> (Arc<Store>, Desk, Vec<LeadId>) {
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    store.condition(1, [1; 32]).expect("a store");
    let in_force = InForce { version: 0, playbook: sample::playbook() };
    let desk = Desk::open(store.clone(), Arc::new(SystemClock), in_force, 100).expect("a desk");
    let leads = (0..3).map(|nth| {
        let answer = desk.ask_and_wait(sample::capture(nth)).expect("it is taken");
        answer.lead().expect("an enquiry").id
    });
    let leads = leads.collect();
    let mut playbook = sample::playbook();
    playbook.scoring.points.insert("asked".into(), 1);
    let order = Order::ApplyPlaybook { text: playbook.to_text(), by: Actor::House, anyway: false };
    desk.ask_and_wait(order).expect("a playbook");
    (store, desk, leads)
}

#[test]
fn looking_at_every_lead_again_goes_on_where_it_was_cut_off() {
    let (_, desk, leads) = changed();
    let cut_off = Change::Settled { rules: desk.in_force().mark(), up_to: leads[1] };
    desk.ask_and_wait(Order::Office(vec![cut_off])).expect("it is kept");
    assert_eq!((sweep(&desk).ok(), sweep(&desk).ok()), (Some(1), Some(0)));
}

#[test]
fn that_somebody_looked_at_the_model_sends_nobody_through_the_leads() {
    let (_, desk, leads) = changed();
    assert_eq!(sweep(&desk).ok(), Some(leads.len()));
    let apply = |change: fn(&mut Playbook)| {
        let live = desk.in_force();
        let mut playbook = live.playbook.clone();
        change(&mut playbook);
        let text = with_version(live.version, &playbook.to_text());
        desk.ask_and_wait(Order::ApplyPlaybook { text, by: Actor::House, anyway: false })
            .expect("a playbook");
        assert_eq!(desk.in_force().version, live.version + 1);
        sweep(&desk).ok()
    };
    let looked = |playbook: &mut Playbook| {
        playbook.scoring.reviewed = Some("2026-05-08T14:00:00Z".parse().expect("a moment"));
    };
    assert_eq!(apply(looked), Some(0));
    let other = |playbook: &mut Playbook| {
        playbook.scoring.points.insert("asked".into(), 2);
    };
    assert_eq!(apply(other), Some(leads.len()));
}

#[tokio::test]
async fn new_rules_are_followed_after_a_house_has_closed_before_it_had_done_so() {
    let (store, desk, leads) = tokio::task::spawn_blocking(changed).await.expect("a desk");
    drop(desk);
    let config = Config::parse("").expect("a configuration");
    let house = House::of(store, config, Arc::new(SystemClock)).expect("a house");
    let house = Arc::new(house);
    let outside = axum_test::TestServer::new(Web::of(house.clone()).house_door());
    outside.get("/healthz").await.assert_text_contains("\"settling\":true");

    let mut committed = house.desk.committed();
    house.start().expect("it starts");
    let model = house.playbook().playbook.model;
    let follows = |_: &u64| {
        let reading = house.desk.store().read().expect("a store");
        leads.iter().all(|id| {
            let lead = reading.lead(*id).expect("a store").expect("it is there");
            lead.standing.is_some_and(|standing| standing.model == model)
        })
    };
    let patience = Duration::from_secs(60);
    let followed = tokio::time::timeout(patience, committed.wait_for(follows)).await;
    assert!(followed.is_ok(), "they keep the old rules");
}

#[tokio::test]
async fn how_far_new_rules_have_come_is_shown_where_they_are_set_until_they_are_through() {
    let work = crate::leads::house().await;
    let mut leads = Vec::new();
    for nth in 1..=3 {
        leads.push(work.enquiry(nth, "tom").await);
    }
    let pages = ["scoring", "routing", "qualification", "versions"];
    let said = "Open leads are being looked at by the new rules: ";
    let shown = async |said: &str, is_shown: bool| {
        for page in pages {
            let text = work.get("maya", &format!("/settings/{page}")).await.text();
            assert_eq!(text.contains(said), is_shown, "{page}: {said}");
        }
    };
    let mut playbook = work.house.playbook().playbook.clone();
    playbook.scoring.points.insert("asked".into(), 1);
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook");
    shown(&format!("{said}0 %"), true).await;
    let rules = work.house.playbook().mark();
    let half = Change::Settled { rules, up_to: leads[1] };
    work.house.desk.ask(Order::Office(vec![half])).await.expect("it is kept");
    let done = leads[1].0 * 100 / leads[2].0;
    assert!((1..100).contains(&done));
    shown(&format!("{said}{done} %"), true).await;
    let house = work.house.clone();
    let swept = tokio::task::spawn_blocking(move || sweep(&house.desk)).await.expect("a sweep");
    assert_eq!(swept.ok(), Some(1));
    shown(said, false).await;
}

#[tokio::test]
async fn the_zone_of_the_box_wins_over_that_of_every_playbook_and_no_text_is_changed_by_it() {
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let config = Config::parse("time_zone = \"Asia/Tokyo\"").expect("a configuration");
    let house = House::of(store.clone(), config, Arc::new(SystemClock)).expect("a house");
    let by_ten = |house: &House| {
        let morning = "2026-05-04T00:30:00Z".parse().expect("a moment");
        house.playbook().playbook.calendar().next_opening(morning) == morning
    };
    assert!(by_ten(&house), "it is half past nine in Tokyo");
    let playbook = sample::playbook();
    house.apply_playbook(&playbook, Actor::House).await.expect("a playbook");
    assert!(by_ten(&house), "a new playbook has moved the box");
    let rules = house.playbook().mark();
    let (_, text) =
        store.read().expect("a store").playbook().expect("a store").expect("it is kept");
    assert_eq!(text, playbook.to_text());
    assert_eq!(house.playbook().playbook.to_text(), text);

    drop(house);
    let elsewhere = Config::parse("").expect("a configuration");
    let house = House::of(store, elsewhere, Arc::new(SystemClock)).expect("a house");
    assert!(!by_ten(&house), "it is half past midnight where the playbook is");
    assert_ne!(house.playbook().mark(), rules, "nobody looks at the leads again");
}
