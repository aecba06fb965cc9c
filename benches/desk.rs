//! How many captures a second the desk makes durable, by how many wait for it at once: a real file,
//! every rule, and no web in front.

mod enquiry;
mod people;
mod timings;

use leadstead::playbook::Playbook;
use leadstead::shell::clock::SystemClock;
use leadstead::shell::desk::Desk;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use timings::Timings;

/// How long the desk is kept busy by each crowd.
const LASTING: Duration = Duration::from_secs(5);

fn main() {
    println!("| waiting at once | captures a second | p50 | p99 |");
    println!("|---:|---:|---:|---:|");
    for waiting in [1, 16, 64, 256] {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let playbook = enquiry::playbook();
        let desk = enquiry::desk(folder.path(), Arc::new(SystemClock), &playbook);
        let took = keep_busy(&desk, &playbook, waiting);
        let a_second = took.len() as f64 / LASTING.as_secs_f64();
        let took = Timings::from(took);
        let (p50, p99) = (took.percentile(50), took.percentile(99));
        println!("| {waiting} | {a_second:.0} | {p50:.1?} | {p99:.1?} |");
    }
}

fn keep_busy(desk: &Desk, playbook: &Playbook, waiting: usize) -> Vec<Duration> {
    let next = AtomicU64::new(0);
    let until = Instant::now() + LASTING;
    let visit = || {
        let mut took = Vec::new();
        while Instant::now() < until {
            took.push(enquiry::capture(desk, playbook, next.fetch_add(1, Ordering::Relaxed)));
        }
        took
    };
    thread::scope(|scope| {
        let visitors: Vec<_> = (0..waiting).map(|_| scope.spawn(visit)).collect();
        let all = visitors.into_iter().map(|visitor| visitor.join().expect("a visitor came back"));
        all.flatten().collect()
    })
}
