//! Their firm has as many employees as the firms the business serves best.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::size_fits;

pub const SIGNAL: Signal = Signal {
    key: "company_size",
    group: Group::Fit,
    worth: Worth::Points(5),
    because: "Of a size you serve best",
    find: Find::Fact {
        shown: "company_size",
        holds: |lead, playbook| size_fits(lead, playbook) == Some(true),
    },
};
