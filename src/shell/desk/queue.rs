//! What waits at the desk: two lanes, each with an end.
//!
//! What a person or a stranger waits for goes before reviews. A full lane takes nothing more.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Why something was not taken; it is given back.
#[derive(Debug, PartialEq)]
pub enum NotTaken<T> {
    Full(T),
    Closed(T),
}

/// A queue of two lanes with one reader.
pub struct Queue<T> {
    lanes: Mutex<Lanes<T>>,
    arrived: Condvar,
    front_max: usize,
    back_max: usize,
}

struct Lanes<T> {
    front: VecDeque<T>,
    back: VecDeque<T>,
    closed: bool,
}

impl<T> Lanes<T> {
    fn is_empty(&self) -> bool {
        self.front.is_empty() && self.back.is_empty()
    }

    fn hand_out(&mut self, front_most: usize, back_most: usize) -> Option<Vec<T>> {
        if self.closed && self.is_empty() {
            return None;
        }
        let front = front_most.min(self.front.len());
        let back = back_most.min(self.back.len());
        let mut taken: Vec<T> = self.front.drain(..front).collect();
        taken.extend(self.back.drain(..back));
        Some(taken)
    }
}

impl<T> Queue<T> {
    /// A queue that holds so much in each lane and no more.
    pub fn new(front_max: usize, back_max: usize) -> Queue<T> {
        let lanes = Lanes { front: VecDeque::new(), back: VecDeque::new(), closed: false };
        Queue { lanes: Mutex::new(lanes), arrived: Condvar::new(), front_max, back_max }
    }

    /// Takes something that somebody waits for.
    pub fn push(&self, item: T) -> Result<(), NotTaken<T>> {
        let mut lanes = self.lock();
        if lanes.closed {
            return Err(NotTaken::Closed(item));
        }
        if lanes.front.len() >= self.front_max {
            return Err(NotTaken::Full(item));
        }
        lanes.front.push_back(item);
        self.arrived.notify_one();
        Ok(())
    }

    /// Takes something that can wait.
    pub fn push_back(&self, item: T) -> Result<(), NotTaken<T>> {
        let mut lanes = self.lock();
        if lanes.closed {
            return Err(NotTaken::Closed(item));
        }
        if lanes.back.len() >= self.back_max {
            return Err(NotTaken::Full(item));
        }
        lanes.back.push_back(item);
        self.arrived.notify_one();
        Ok(())
    }

    /// Waits for something, then takes up to so much of each lane, the front lane first.
    ///
    /// `None` once the queue is closed and empty.
    pub fn take(&self, front_most: usize, back_most: usize) -> Option<Vec<T>> {
        let mut lanes = self.lock();
        while lanes.is_empty() && !lanes.closed {
            lanes = self.arrived.wait(lanes).unwrap_or_else(PoisonError::into_inner);
        }
        lanes.hand_out(front_most, back_most)
    }

    /// Like [`Queue::take`], but takes what is there, which may be nothing, and waits for nothing.
    pub fn take_at_once(&self, front_most: usize, back_most: usize) -> Option<Vec<T>> {
        self.lock().hand_out(front_most, back_most)
    }

    /// Takes nothing more; what is in it is still handed out.
    pub fn close(&self) {
        self.lock().closed = true;
        self.arrived.notify_all();
    }

    /// How much waits in both lanes.
    pub fn waiting(&self) -> usize {
        let lanes = self.lock();
        lanes.front.len() + lanes.back.len()
    }

    fn lock(&self) -> MutexGuard<'_, Lanes<T>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_goes_before_what_can_wait() {
        let queue = Queue::new(10, 10);
        queue.push_back("review").expect("room");
        queue.push("visitor").expect("room");
        assert_eq!(queue.take(5, 5), Some(vec!["visitor", "review"]));
    }

    #[test]
    fn a_full_lane_takes_nothing_and_gives_it_back() {
        let queue = Queue::new(1, 1);
        queue.push(1).expect("room");
        assert_eq!(queue.push(2), Err(NotTaken::Full(2)));
        assert_eq!(queue.push_back(3), Ok(()));
    }

    #[test]
    fn what_is_taken_at_once_may_be_nothing() {
        let queue = Queue::new(1, 1);
        assert_eq!(queue.take_at_once(9, 9), Some(vec![]));
        queue.push_back(1).expect("room");
        assert_eq!(queue.take_at_once(9, 9), Some(vec![1]));
        queue.close();
        assert_eq!(queue.take_at_once(9, 9), None);
    }

    #[test]
    fn a_closed_queue_hands_out_what_it_has_and_ends() {
        let queue = Queue::new(2, 2);
        queue.push(1).expect("room");
        queue.close();
        assert_eq!(queue.push(2), Err(NotTaken::Closed(2)));
        assert_eq!(queue.take(9, 9), Some(vec![1]));
        assert_eq!(queue.take(9, 9), None);
    }
}
