//! They opened a letter. Two count, for a mailbox may open letters by itself.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "open",
    group: Group::Engagement,
    worth: Worth::Points(1),
    find: Find::Signs { most: 2, counts: |sign, _| matches!(sign, Sign::Opened) },
};
