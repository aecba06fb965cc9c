//! Their industry or size is known and is clearly another than the one the business serves best.
//!
//! The starter gives it no points, so that it is shown without being held against anybody.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::{industry_fits, size_fits};

pub const SIGNAL: Signal = Signal {
    key: "mismatch",
    group: Group::Against,
    worth: Worth::Points(0),
    because: "Not the kind of firm you serve best",
    find: Find::Fact {
        shown: "",
        holds: |lead, playbook| {
            industry_fits(lead, playbook) == Some(false) || size_fits(lead, playbook) == Some(false)
        },
    },
};
