//! Their firm has as many employees as the firms the business serves best.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "company_size",
    group: Group::Fit,
    worth: Worth::Points(5),
    find: Find::Fact { shown: "company_size", holds: |facts| facts.size_fits == Some(true) },
};
