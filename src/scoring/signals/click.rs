//! They followed a link in a letter.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "click",
    group: Group::Engagement,
    worth: Worth::Points(3),
    find: Find::Signs { most: 1, counts: |sign, _| matches!(sign, Sign::Clicked) },
};
