//! They answered: in writing, or on the phone.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "reply",
    group: Group::Engagement,
    worth: Worth::Points(12),
    find: Find::Signs { most: 1, counts: |sign, _| matches!(sign, Sign::Replied | Sign::Talked) },
};
