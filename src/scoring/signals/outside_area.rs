//! They are known to be where the business does not serve.
//!
//! The starter gives it no points, so that it is shown without being held against anybody.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "outside_area",
    group: Group::Against,
    worth: Worth::Points(0),
    find: Find::Fact { shown: "", holds: |facts| facts.area_fits == Some(false) },
};
