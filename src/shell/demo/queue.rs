//! What is going to happen, in the order of time.

use super::plan::Coming;
use crate::lead::LeadId;
use jiff::Timestamp;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Something that will happen.
#[derive(Clone, Copy, Debug)]
pub enum Happening {
    Comes(Coming),
    /// A working day begins.
    Begins(Date),
    /// Somebody looks at what waits on a desk, for the so-manieth time in one sitting.
    Looks {
        desk: &'static str,
        sitting: u32,
    },
    /// The owner of a fresh lead says yes to it.
    Takes(LeadId),
    /// Somebody answers a lead that waits.
    Answers(LeadId),
    /// The lead does something by itself.
    Reacts(LeadId, Reaction),
    /// The owner gives up on a lead that never answered.
    GivesUp(LeadId),
    /// A scene of the last days, by its place in the script.
    Plays(usize),
}

/// What a lead may do when a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    Opens,
    Clicks,
    Replies,
    OptsOut,
    Nothing,
}

/// Everything that will happen. What is put in first happens first, at the same moment.
#[derive(Default)]
pub struct Queue {
    heap: BinaryHeap<Reverse<(Timestamp, u64)>>,
    what: std::collections::BTreeMap<u64, Happening>,
    put: u64,
}

impl Queue {
    pub fn put(&mut self, at: Timestamp, what: Happening) {
        self.put += 1;
        self.heap.push(Reverse((at, self.put)));
        self.what.insert(self.put, what);
    }

    /// The next thing to happen, if it happens by a moment.
    pub fn next_by(&mut self, until: Timestamp) -> Option<(Timestamp, Happening)> {
        let Reverse((at, _)) = self.heap.peek()?;
        if *at > until {
            return None;
        }
        let Reverse((at, place)) = self.heap.pop()?;
        Some((at, self.what.remove(&place)?))
    }
}
