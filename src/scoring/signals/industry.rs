//! Their industry is one the business serves best.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "industry",
    group: Group::Fit,
    worth: Worth::Points(10),
    find: Find::Fact { shown: "industry", holds: |facts| facts.industry_fits == Some(true) },
};
