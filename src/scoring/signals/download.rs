//! They downloaded a guide or a price list.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "download",
    group: Group::Engagement,
    worth: Worth::Points(6),
    find: Find::Signs { most: 1, counts: |sign, _| matches!(sign, Sign::Downloaded(_)) },
};
