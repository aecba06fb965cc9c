//! Their job gives them a say: a manager, or somebody who leads a team.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::Rank;

pub const SIGNAL: Signal = Signal {
    key: "manager",
    group: Group::Fit,
    worth: Worth::Points(6),
    find: Find::Fact { shown: "role", holds: |facts| facts.rank == Rank::Manages },
};
