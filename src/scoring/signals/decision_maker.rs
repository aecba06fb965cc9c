//! Their job lets them decide: an owner, a chief, a head of something.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::Rank;

pub const SIGNAL: Signal = Signal {
    key: "decision_maker",
    group: Group::Fit,
    worth: Worth::Points(10),
    find: Find::Fact { shown: "role", holds: |facts| facts.rank == Rank::Decides },
};
