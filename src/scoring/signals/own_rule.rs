//! What else the firm says makes a lead fit, on any fact, its own fields included.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "own_rule",
    group: Group::Fit,
    worth: Worth::Told {
        points: |_, _| 0,
        most: |playbook| playbook.scoring.fit_rules.iter().map(|one| one.points).max().unwrap_or(0),
    },
    find: Find::Rules,
};
