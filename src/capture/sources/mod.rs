//! The kinds of source, one file each. A new one is a file and a line in [`ALL`].

pub mod api;
pub mod csv_row;
pub mod json;
pub mod manual;
pub mod web_form;

use super::Received;
use super::fields::Fields;
use crate::playbook::Door;

/// Every kind there is, in the order a person chooses from.
pub const ALL: [&SourceKind; 5] =
    [&web_form::SOURCE, &json::SOURCE, &api::SOURCE, &csv_row::SOURCE, &manual::SOURCE];

/// A kind of source: how what comes through its door is read, and how far its sender is trusted.
pub struct SourceKind {
    pub door: Door,
    /// What a person calls it.
    pub name: &'static str,
    pub sender: Sender,
    pub read: fn(&Received) -> Fields,
}

/// Who speaks through a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// A stranger in front of our own form, which knows machines by its traps.
    Visitor,
    /// A program that passes on what strangers say.
    Program,
    /// Somebody or something of ours, who may name an owner, a stage and a moment long past.
    Ours,
}

impl SourceKind {
    /// Whether what arrives is said by one of us, and so is never spam.
    pub fn is_ours(&self) -> bool {
        self.sender == Sender::Ours
    }
}

/// The kind of a door.
pub fn of(door: Door) -> &'static SourceKind {
    match door {
        Door::WebForm => &web_form::SOURCE,
        Door::Json => &json::SOURCE,
        Door::Api => &api::SOURCE,
        Door::Csv => &csv_row::SOURCE,
        Door::Manual => &manual::SOURCE,
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, of};

    #[test]
    fn every_kind_stands_behind_its_own_door() {
        for kind in ALL {
            assert_eq!(of(kind.door).name, kind.name);
        }
    }
}
