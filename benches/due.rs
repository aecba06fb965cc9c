//! Ten thousand leads whose next step falls due at one instant: how long until all are decided,
//! and what those who come in meanwhile notice of it.
//!
//! `cargo bench --bench due`, or with `-- 500` for so many leads.

mod enquiry;
mod people;
mod timings;

use jiff::Timestamp;
use leadstead::followup;
use leadstead::lead::LeadId;
use leadstead::playbook::Playbook;
use leadstead::shell::clock::Clock;
use leadstead::shell::desk::Desk;
use leadstead::shell::scheduler::review_due;
use std::iter;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use timings::Timings;

const LEADS: u64 = 10_000;

/// Those who fill the house, and those who come in while steps are decided.
const FILLERS: usize = 64;
const VISITORS: usize = 16;

/// Moments that are gone through at most before the steps fall due.
const MOMENTS_MAX: usize = 200;

/// A clock that stands still until it is set.
struct Set(AtomicI64);

impl Clock for Set {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).expect("a moment in range")
    }
}

impl Set {
    fn to(&self, at: Timestamp) {
        self.0.store(at.as_millisecond(), Ordering::SeqCst);
    }
}

fn main() {
    let leads = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(LEADS);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let opening: Timestamp = "2026-05-04T09:00:00Z".parse().expect("a moment");
    let clock = Arc::new(Set(AtomicI64::new(opening.as_millisecond())));
    let playbook = enquiry::playbook();
    let desk = enquiry::desk(folder.path(), clock.clone(), &playbook);
    let next = AtomicU64::new(0);

    fill(&desk, &playbook, &next, leads);
    let due = until_steps_fall_due(&desk, &clock, &playbook, leads);
    let (reviewed, took, waits) = decide_all(&desk, &playbook, &next);
    let came_in = waits.len();
    let waits = Timings::from(waits);
    let (p50, p99) = (waits.percentile(50), waits.percentile(99));
    println!(
        "| steps due at one instant | all decided in | leads that came in meanwhile | p50 | p99 |"
    );
    println!("|---:|---:|---:|---:|---:|");
    println!("| {due} | {took:.2?} | {came_in} | {p50:.1?} | {p99:.1?} |");
    assert!(reviewed as u64 >= leads, "{reviewed} were decided of {leads}");
}

/// Takes in so many leads, all at one instant.
fn fill(desk: &Desk, playbook: &Playbook, next: &AtomicU64, leads: u64) {
    thread::scope(|scope| {
        for _ in 0..FILLERS {
            scope.spawn(|| {
                let people = iter::repeat_with(|| next.fetch_add(1, Ordering::SeqCst));
                for nth in people.take_while(|nth| *nth < leads) {
                    enquiry::capture(desk, playbook, nth);
                }
            });
        }
    });
}

/// Lets time pass, with nobody at work, until a step of every lead has fallen due.
fn until_steps_fall_due(desk: &Desk, clock: &Set, playbook: &Playbook, leads: u64) -> usize {
    for _ in 0..MOMENTS_MAX {
        let next = desk.store().read().and_then(|reading| reading.next_due(|_| false));
        clock.to(next.expect("a store").expect("an open lead is due at some time"));
        let due = steps_due(desk, playbook);
        if due as u64 >= leads / 10 * 9 {
            return due;
        }
        review_due(desk).expect("a review");
    }
    panic!("the steps never fell due together");
}

fn steps_due(desk: &Desk, playbook: &Playbook) -> usize {
    let reading = desk.store().read().expect("a store");
    let due: Vec<LeadId> = reading.due(desk.now(), usize::MAX, |_| false).expect("a store");
    let has_step = |id: &LeadId| {
        let lead = reading.lead(*id).expect("a store").expect("a lead that is due");
        (followup::CAPABILITY.due)(&lead, playbook).is_some_and(|at| at <= desk.now())
    };
    due.iter().filter(|id| has_step(id)).count()
}

/// Decides everything that is due while visitors come in. Answers how many leads, how long it
/// took, and how long each visitor waited.
fn decide_all(
    desk: &Desk,
    playbook: &Playbook,
    next: &AtomicU64,
) -> (usize, Duration, Vec<Duration>) {
    let done = AtomicBool::new(false);
    let visit = || {
        let mut waits = Vec::new();
        while !done.load(Ordering::SeqCst) {
            let nth = next.fetch_add(1, Ordering::SeqCst);
            waits.push(enquiry::capture(desk, playbook, nth));
        }
        waits
    };
    thread::scope(|scope| {
        let visitors: Vec<_> = (0..VISITORS).map(|_| scope.spawn(visit)).collect();
        let began = Instant::now();
        let reviewed = review_due(desk).expect("a review");
        let took = began.elapsed();
        done.store(true, Ordering::SeqCst);
        let waits = visitors.into_iter().map(|visitor| visitor.join().expect("it came back"));
        (reviewed, took, waits.flatten().collect())
    })
}
