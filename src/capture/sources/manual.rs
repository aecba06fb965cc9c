//! A lead keyed in by a teammate: a call, a visit, a card from a fair.

use super::{Sender, SourceKind};
use crate::capture::body;
use crate::playbook::Door;

/// Reads the posted page on which leads are added.
pub const SOURCE: SourceKind = SourceKind {
    door: Door::Manual,
    name: "Added by hand",
    sender: Sender::Ours,
    read: body::fields,
};
