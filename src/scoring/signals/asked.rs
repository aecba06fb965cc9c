//! They asked for a demo, a quote, a booking or a call. The latest request counts, and only once.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "asked",
    group: Group::Engagement,
    worth: Worth::Points(20),
    find: Find::Signs { most: 1, counts: |sign, _| matches!(sign, Sign::Asked(_)) },
};
