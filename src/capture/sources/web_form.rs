//! Our own form on somebody's site, filled in by a visitor.

use super::{Sender, SourceKind};
use crate::capture::body;
use crate::playbook::Door;

/// Reads a posted form, with or without parts; a script in the page may also send JSON.
pub const SOURCE: SourceKind = SourceKind {
    door: Door::WebForm,
    name: "Web form",
    sender: Sender::Visitor,
    read: body::fields,
};
