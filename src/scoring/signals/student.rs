//! They study, or look for a job, and will not buy.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::Rank;

pub const SIGNAL: Signal = Signal {
    key: "student",
    group: Group::Against,
    worth: Worth::Points(-20),
    find: Find::Fact { shown: "role", holds: |facts| facts.rank == Rank::Studies },
};
