//! They have come as far as the stage `qualified`, or beyond it.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::Facts;

pub const SIGNAL: Signal = Signal {
    key: "qualified",
    group: Group::Stage,
    worth: Worth::Told {
        points: |_, playbook| playbook.scoring.stage.qualified,
        most: |playbook| playbook.scoring.stage.qualified,
    },
    find: Find::Entry { holds: is_qualified, told_in: |lead| (lead.stage_seq, lead.stage_since) },
};

const STAGE: &str = "qualified";

fn is_qualified(facts: &Facts) -> bool {
    let place = |key: &str| facts.playbook.stage(key).map(|(place, _)| place);
    place(STAGE).is_some_and(|from| place(&facts.lead.stage).is_some_and(|at| at >= from))
}
