//! They have named a budget that reaches the lowest one worth the while.
//!
//! Without a lowest budget in the playbook there is no range to be in, and nothing is asked.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::{Facts, amount};

pub const SIGNAL: Signal = Signal {
    key: "budget",
    group: Group::Fit,
    worth: Worth::Points(5),
    find: Find::Fact { shown: "budget", holds: is_worth_it },
};

fn is_worth_it(facts: &Facts) -> bool {
    let lowest = facts.playbook.scoring.fit.budget_from;
    facts
        .lead
        .fact("budget")
        .and_then(amount)
        .zip(lowest)
        .is_some_and(|((_, most), lowest)| most >= f64::from(lowest))
}
