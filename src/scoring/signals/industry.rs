//! Their industry is one the business serves best.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "industry",
    group: Group::Fit,
    worth: Worth::Points(10),
    because: "In an industry you serve best",
    find: Find::Fact { shown: "industry", holds: |facts| facts.industry_fits == Some(true) },
};
