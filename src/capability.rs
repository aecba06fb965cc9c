//! What a capability is, and what may be known while deciding.

use crate::lead::{Event, Lead, LeadId, TeammateId};
use crate::playbook::Playbook;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// One thing the house can do for a lead.
///
/// `react` says what follows from the lead as it stands, and must say nothing when asked the same
/// thing twice. `due` says when to ask again; it is `None` once there is nothing to wait for.
pub struct Capability {
    pub name: &'static str,
    pub react: fn(&Lead, &Situation, Timestamp) -> Vec<Event>,
    pub due: fn(&Lead, &Playbook) -> Option<Timestamp>,
}

/// What must be known before deciding. The shell gathers it; the core only reads it.
pub struct Situation<'a> {
    pub playbook: &'a Playbook,
    /// The version of the playbook.
    pub version: u32,
    /// What each teammate has on their desk.
    pub loads: &'a BTreeMap<TeammateId, Load>,
    /// Whose turn it is in each pool.
    pub turns: &'a BTreeMap<(String, TeammateId), i64>,
    /// Other leads of the same person or firm, newest first, at most [`KIN_MAX`].
    pub kin: Vec<Kin>,
    /// What is known of the lead's e-mail address, whichever lead it was learnt from.
    pub contact: Contact,
}

/// How many related leads are looked at.
pub const KIN_MAX: usize = 20;

/// What a teammate has on their desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Open leads they own.
    pub open: u32,
    /// Of these, the ones offered to them and not yet accepted.
    pub unaccepted: u32,
}

/// Another lead of the same person or firm, or with the same number.
#[derive(Clone, Debug, PartialEq)]
pub struct Kin {
    pub id: LeadId,
    pub owner: Option<TeammateId>,
    pub open: bool,
    pub tie: Tie,
}

/// What makes two leads related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    SamePerson,
    SameFirm,
    /// The same phone number under another name: a family, or a switchboard.
    SameNumber,
}

/// What is known of an address. Permission belongs to an address, not to a lead.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Contact {
    pub opted_out_at: Option<Timestamp>,
    /// When automated letters went to it, oldest first, as many as matter.
    pub letters: Vec<Timestamp>,
}
