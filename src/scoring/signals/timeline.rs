//! They need it within three months.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::{Facts, months};

pub const SIGNAL: Signal = Signal {
    key: "timeline",
    group: Group::Fit,
    worth: Worth::Points(5),
    find: Find::Fact { shown: "timeline", holds: is_soon },
};

const MONTHS_MAX: f64 = 3.0;

fn is_soon(facts: &Facts) -> bool {
    let told = facts.lead.captured_at.unwrap_or_default();
    facts
        .lead
        .fact("timeline")
        .and_then(|text| months(text, told))
        .is_some_and(|at| at <= MONTHS_MAX)
}
