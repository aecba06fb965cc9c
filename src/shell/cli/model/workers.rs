//! Many hands: pieces of work done side by side, as many at once as the machine has processors.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Hands at most.
const HANDS_MAX: usize = 8;

/// Does so many pieces of work and answers in their order.
pub fn side_by_side(count: usize, work: &(dyn Fn(usize) -> Vec<f64> + Sync)) -> Vec<Vec<f64>> {
    let hands = thread::available_parallelism().map_or(1, usize::from).min(HANDS_MAX).min(count);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(vec![Vec::new(); count]);
    thread::scope(|scope| {
        for _ in 0..hands {
            scope.spawn(|| {
                loop {
                    let piece = next.fetch_add(1, Ordering::Relaxed);
                    if piece >= count {
                        return;
                    }
                    let answer = work(piece);
                    if let Ok(mut done) = done.lock() {
                        done[piece] = answer;
                    }
                }
            });
        }
    });
    done.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once_and_stands_in_its_place() {
        let done = side_by_side(50, &|piece| vec![piece as f64]);
        assert_eq!(done, (0..50).map(|piece| vec![f64::from(piece)]).collect::<Vec<_>>());
        assert!(side_by_side(0, &|_| Vec::new()).is_empty());
    }
}
