//! Their industry or size is known and is clearly another than the one the business serves best.
//!
//! The starter gives it no points, so that it is shown without being held against anybody.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "mismatch",
    group: Group::Against,
    worth: Worth::Points(0),
    find: Find::Fact {
        shown: "",
        holds: |facts| facts.industry_fits == Some(false) || facts.size_fits == Some(false),
    },
};
