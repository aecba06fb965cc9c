//! The way they came: some sources bring better leads than others.

use super::{Find, Group, Signal, Worth};
use crate::lead::Lead;
use crate::playbook::Playbook;

pub const SIGNAL: Signal = Signal {
    key: "source",
    group: Group::Source,
    worth: Worth::Told {
        points,
        most: |playbook| playbook.sources.iter().map(|source| source.points).max().unwrap_or(0),
    },
    find: Find::Fact {
        shown: "",
        holds: |facts| facts.playbook.source(&facts.lead.source).is_some(),
    },
};

fn points(lead: &Lead, playbook: &Playbook) -> i32 {
    playbook.source(&lead.source).map_or(0, |source| source.points)
}
