//! They have shown interest of any kind. A visit to a page that tells nothing is no interest.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::shows_interest;

pub const SIGNAL: Signal = Signal {
    key: "engaged",
    group: Group::Stage,
    worth: Worth::Told {
        points: |_, playbook| playbook.scoring.stage.engaged,
        most: |playbook| playbook.scoring.stage.engaged,
    },
    find: Find::Signs { most: 1, counts: |sign, engagement| shows_interest(sign, engagement) },
};
