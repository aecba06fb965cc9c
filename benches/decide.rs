//! What the pure core costs: one capture through every rule, one quiet review, and their parts.

use divan::{Bencher, black_box};
use jiff::{SignedDuration, Timestamp};
use leadstead::capability::{Contact, Situation};
use leadstead::capture::{self, Received};
use leadstead::command::Command;
use leadstead::decide::{decide, due};
use leadstead::dedupe::keys;
use leadstead::lead::{Actor, Arrival, Lead, LeadId};
use leadstead::playbook::{Condition, FitRule, Playbook, Role, Rule, Teammate, Test, starter};
use leadstead::routing::course::Course;
use leadstead::routing::trial::dry_run;
use leadstead::rows::rows;
use leadstead::scoring::{ALL, ledger};
use std::collections::BTreeMap;
use uuid::Uuid;

const BODY: &[u8] =
    b"name=Ana+Ruiz&email=ana%40ruiz.example&phone=%2B34+600+123+456&company=Ruiz+SL\
    &message=Please+send+a+quote+for+our+three+workshops";

fn main() {
    divan::main();
}

fn playbook() -> Playbook {
    let mut playbook =
        starter("Fernhill", Teammate::new("maya", "Maya", "maya@fernhill.example", Role::Owner));
    for name in ["tom", "priya", "jonas", "ruth"] {
        playbook.team.push(Teammate::new(name, name, "x@fernhill.example", Role::Rep));
    }
    playbook
}

fn now() -> Timestamp {
    "2026-05-04T09:00:00Z".parse().expect("a moment")
}

fn arrival(playbook: &Playbook) -> Arrival {
    let received = Received {
        id: Uuid::from_u128(1),
        source: playbook.source("website").expect("a source"),
        at: now(),
        content_type: "application/x-www-form-urlencoded",
        body: BODY,
        query: "",
        referrer: "",
    };
    match capture::read(&received, playbook) {
        capture::Read::Enquiry(arrival) => *arrival,
        other => panic!("not an enquiry: {other:?}"),
    }
}

fn with_situation<T>(playbook: &Playbook, then: impl FnOnce(&Situation) -> T) -> T {
    then(&Situation {
        playbook,
        version: 1,
        loads: &BTreeMap::new(),
        turns: &BTreeMap::new(),
        kin: Vec::new(),
        contact: Contact::default(),
    })
}

fn captured(playbook: &Playbook) -> Lead {
    let arrival = Box::new(arrival(playbook));
    let command = Command::Capture { arrival, look_alike: None, opted_out: None };
    with_situation(playbook, |situation| {
        let unborn = Lead::unborn(LeadId(1));
        decide(unborn, 1, command, Actor::Visitor, situation, now()).expect("a lead").lead
    })
}

#[divan::bench]
fn read_a_form(bencher: Bencher) {
    let playbook = playbook();
    bencher.bench(|| arrival(black_box(&playbook)));
}

#[divan::bench]
fn decide_a_capture(bencher: Bencher) {
    let playbook = playbook();
    let arrival = arrival(&playbook);
    bencher.with_inputs(|| Box::new(arrival.clone())).bench_values(|arrival| {
        let command = Command::Capture { arrival, look_alike: None, opted_out: None };
        with_situation(&playbook, |situation| {
            decide(Lead::unborn(LeadId(1)), 1, command, Actor::Visitor, situation, now())
        })
    });
}

fn asks(field: &str, is: Test, values: &[&str]) -> Condition {
    let value = values.iter().map(|value| (*value).to_owned()).collect();
    Condition { field: field.into(), is, value }
}

/// Every signal there is and rules of fit up to sixty, of which every third is met; and forty
/// assignment rules of three questions, of which only the last is met by all.
fn sixty_signals_and_forty_rules() -> Playbook {
    let mut playbook = playbook();
    let fit = |nth: usize| {
        let firm = ["ruiz", "roth", "maier"][nth % 3];
        let conditions = vec![
            asks("company", Test::Contains, &[firm]),
            asks("country", Test::NotIn, &["FR", "PL", "NL"]),
        ];
        FitRule { name: format!("Fits {nth}"), points: 1, conditions }
    };
    playbook.scoring.fit_rules = (0..=60 - ALL.len()).map(fit).collect();
    let pool = playbook.routing.pools[0].key.clone();
    let rule = |nth: usize| {
        let above = (100 + nth).to_string();
        let conditions = vec![
            asks("source", Test::In, &["booking", "phone", "website"]),
            asks("company", Test::Contains, &["ruiz", "roth"]),
            asks("score", Test::AtLeast, &[&above]),
        ];
        Rule { name: format!("Area {nth}"), pool: pool.clone(), skills: Vec::new(), conditions }
    };
    let last = Rule {
        name: "The rest".into(),
        pool: pool.clone(),
        skills: Vec::new(),
        conditions: Vec::new(),
    };
    playbook.routing.rules = (1..40).map(rule).chain([last]).collect();
    playbook.sealed()
}

#[divan::bench]
fn decide_a_capture_by_sixty_signals_and_forty_rules(bencher: Bencher) {
    let playbook = sixty_signals_and_forty_rules();
    let arrival = arrival(&playbook);
    bencher.with_inputs(|| Box::new(arrival.clone())).bench_values(|arrival| {
        let command = Command::Capture { arrival, look_alike: None, opted_out: None };
        with_situation(&playbook, |situation| {
            decide(Lead::unborn(LeadId(1)), 1, command, Actor::Visitor, situation, now())
        })
    });
}

#[divan::bench]
fn score_a_lead_by_sixty_signals(bencher: Bencher) {
    let playbook = sixty_signals_and_forty_rules();
    let lead = captured(&playbook);
    bencher.bench(|| ledger(black_box(&lead), &playbook, now()));
}

#[divan::bench]
fn try_forty_rules_on_a_thousand_leads(bencher: Bencher) {
    let (before, after) = (playbook(), sixty_signals_and_forty_rules());
    let leads = vec![Course::from(captured(&before)); 1_000];
    bencher.bench(|| dry_run(black_box(&leads), &before, &after));
}

#[divan::bench]
fn review_a_quiet_lead(bencher: Bencher) {
    let playbook = playbook();
    let lead = captured(&playbook);
    let soon = now() + SignedDuration::from_secs(10);
    bencher.with_inputs(|| lead.clone()).bench_values(|lead| {
        with_situation(&playbook, |situation| {
            decide(lead, 100, Command::Review, Actor::House, situation, soon)
        })
    });
}

#[divan::bench]
fn score_a_lead(bencher: Bencher) {
    let playbook = playbook();
    let lead = captured(&playbook);
    bencher.bench(|| ledger(black_box(&lead), &playbook, now()));
}

#[divan::bench]
fn say_when_next(bencher: Bencher) {
    let playbook = playbook();
    let lead = captured(&playbook);
    bencher.bench(|| due(black_box(&lead), &playbook));
}

#[divan::bench]
fn file_a_lead(bencher: Bencher) {
    let playbook = playbook();
    let lead = captured(&playbook);
    bencher.bench(|| rows(black_box(&lead), &playbook));
}

#[divan::bench]
fn make_keys(bencher: Bencher) {
    let playbook = playbook();
    let lead = captured(&playbook);
    bencher.bench(|| keys(black_box(&lead.profile), "ES"));
}
