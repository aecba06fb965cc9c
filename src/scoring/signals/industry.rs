//! Their industry is one the business serves best.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::industry_fits;

pub const SIGNAL: Signal = Signal {
    key: "industry",
    group: Group::Fit,
    worth: Worth::Points(10),
    because: "In an industry you serve best",
    find: Find::Fact {
        shown: "industry",
        holds: |lead, playbook| industry_fits(lead, playbook) == Some(true),
    },
};
