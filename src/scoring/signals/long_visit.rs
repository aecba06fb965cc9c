//! They stayed on the site for two minutes or longer.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;
use crate::scoring::reading::STAY_SECONDS_MIN;

pub const SIGNAL: Signal = Signal {
    key: "long_visit",
    group: Group::Engagement,
    worth: Worth::Points(2),
    find: Find::Signs {
        most: 1,
        counts: |sign, _| matches!(sign, Sign::Stayed(seconds) if *seconds >= STAY_SECONDS_MIN),
    },
};
