//! What else the firm says makes a lead fit, on any fact, its own fields included.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal =
    Signal { key: "own_rule", group: Group::Fit, worth: Worth::Told(|_, _| 0), find: Find::Rules };
