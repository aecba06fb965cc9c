//! They are where the business serves.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "location",
    group: Group::Fit,
    worth: Worth::Points(5),
    find: Find::Fact { shown: "", holds: |facts| facts.area_fits == Some(true) },
};
