//! They want no more letters.

use super::{Find, Group, Signal, Worth};

pub const SIGNAL: Signal = Signal {
    key: "unsubscribed",
    group: Group::Against,
    worth: Worth::Points(-15),
    find: Find::Entry {
        holds: |facts| facts.lead.opted_out,
        told_in: |lead| (lead.opted_out_seq, lead.opted_out_at),
    },
};
