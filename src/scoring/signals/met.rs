//! A meeting with them was held.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "met",
    group: Group::Stage,
    worth: Worth::Told {
        points: |_, playbook| playbook.scoring.stage.met,
        most: |playbook| playbook.scoring.stage.met,
    },
    find: Find::Signs { most: 1, counts: |sign, _| matches!(sign, Sign::MetInPerson) },
};
