//! What a manager asks of the past before rules change, read from a real file: 10,000 leads that have
//! ended judged by two models, and the last 1,000 leads shared out by two sets of rules.
//!
//! `cargo bench --bench past`, or with `-- 500` for so many leads that have ended.

mod enquiry;
mod people;
mod timings;

use leadstead::command::Command;
use leadstead::lead::{Actor, LeadId};
use leadstead::playbook::Playbook;
use leadstead::routing::trial::{LEADS_MAX, dry_run};
use leadstead::scoring::compared::{Compared, Twice, compared};
use leadstead::shell::clock::SystemClock;
use leadstead::shell::desk::{Desk, Order};
use leadstead::shell::store::Reading;
use std::iter;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use timings::Timings;

const ENDED: u64 = 10_000;

/// Those who fill the house, and leads that are decided at once.
const FILLERS: usize = 64;
const AT_ONCE: usize = 200;

/// Times each question is asked.
const TIMES: usize = 9;

fn main() {
    let ended = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(ENDED);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let playbook = enquiry::playbook();
    let desk = enquiry::desk(folder.path(), Arc::new(SystemClock), &playbook);
    fill(&desk, &playbook, ended + LEADS_MAX as u64);
    end(&desk, &playbook, ended);

    let mut draft = playbook.clone();
    draft.scoring.points.insert("asked".into(), 5);
    draft.routing.rules.reverse();
    let draft = draft.sealed();
    let reading = || desk.store().read().expect("a store");
    println!("| question | first time | p50 | slowest |");
    println!("|---|---:|---:|---:|");
    row(&format!("backtest over {ended} leads"), || {
        let judged = backtest(&reading(), &playbook, &draft);
        assert_eq!(judged.draft.leads as u64, ended);
    });
    row(&format!("dry run over {LEADS_MAX} leads"), || {
        let leads = reading().last_given(LEADS_MAX).expect("a store");
        assert_eq!(dry_run(&leads, &playbook, &draft).len(), LEADS_MAX);
    });
}

fn row(what: &str, ask: impl Fn()) {
    let took = || {
        let began = Instant::now();
        ask();
        began.elapsed()
    };
    let first = took();
    let all = Timings::from(iter::repeat_with(took).take(TIMES).collect::<Vec<Duration>>());
    let (p50, slowest) = (all.percentile(50), all.percentile(100));
    println!("| {what} | {first:.1?} | {p50:.1?} | {slowest:.1?} |");
}

fn fill(desk: &Desk, playbook: &Playbook, leads: u64) {
    let next = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..FILLERS {
            scope.spawn(|| {
                let people = iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
                for nth in people.take_while(|nth| *nth < leads) {
                    enquiry::capture(desk, playbook, nth);
                }
            });
        }
    });
}

/// Closes so many leads as lost, every fifth as won, by hand.
fn end(desk: &Desk, playbook: &Playbook, leads: u64) {
    let ids = desk.store().read().and_then(|reading| {
        reading.lead_ids_after(LeadId(0), usize::try_from(leads).expect("a number of leads"))
    });
    let reason = &playbook.pipeline.lost_reasons[0];
    let facts = ["payment_confirmed", "kickoff_booked"].map(|key| (key.into(), "yes".into()));
    let order = |(nth, id): (usize, &LeadId)| {
        let command = match nth % 5 {
            0 => Command::Win { value: Some(100_000), facts: facts.clone().into() },
            _ => Command::Lose { reason: reason.clone(), note: "No".into() },
        };
        Order::Lead { id: *id, command, by: Actor::Teammate("maya".into()), once: None }
    };
    let orders: Vec<Order> = ids.expect("a store").iter().enumerate().map(order).collect();
    let mut orders = orders.into_iter();
    loop {
        let some: Vec<Order> = orders.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return;
        }
        desk.ask_behind(some).into_iter().for_each(|answer| drop(answer.expect("it ends")));
    }
}

fn backtest(reading: &Reading, live: &Playbook, draft: &Playbook) -> Compared {
    let ended = reading.ended(usize::try_from(ENDED).expect("a number of leads"), |ended| {
        Twice::of((ended.id, &ended.then, ended.at), ended.won, live, draft, |_| None)
    });
    compared(&ended.expect("a store"))
}
