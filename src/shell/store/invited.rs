//! Links by which somebody gives themselves a password: who is invited, and who has lost theirs.

use super::read::Reading;
use super::tables::INVITATIONS;
use super::{Result, from_row};
use crate::playbook::Role;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long a link that is of no use any more is known, so that whoever opens it is told why.
const REMEMBERED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A link that works once. Found by the hash of its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    /// The account it is for, or will be.
    pub email: String,
    /// As they are called, and what they may do, once they are here.
    pub name: String,
    pub role: Role,
    /// The teammate it gives a new password; empty for somebody who is to join.
    #[serde(default)]
    pub teammate: String,
    /// The teammate who made it.
    pub made_by: String,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    #[serde(default)]
    pub used_at: Option<Timestamp>,
}

impl Invitation {
    /// Whether somebody is to join by it, and not only to come back in.
    pub fn is_to_join(&self) -> bool {
        self.teammate.is_empty()
    }

    /// Whether it still opens the door.
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && self.expires_at > now
    }
}

/// Whether nobody needs to be told any more what became of it.
pub fn is_forgotten(one: &Invitation, now: Timestamp) -> bool {
    now.duration_since(one.expires_at) > REMEMBERED_FOR
}

impl Reading {
    /// The invitation of a hashed secret, whether it still works or not.
    pub fn invitation(&self, hash: &[u8]) -> Result<Option<Invitation>> {
        let Some(table) = self.table(INVITATIONS)? else { return Ok(None) };
        table.get(hash)?.map(|row| from_row(row.value(), "an invitation")).transpose()
    }

    /// Every invitation, whether it still works or not, at most `limit`.
    pub fn invitations(&self, limit: usize) -> Result<Vec<Invitation>> {
        let Some(table) = self.table(INVITATIONS)? else { return Ok(Vec::new()) };
        let rows = table.range::<&[u8]>(..)?.take(limit);
        rows.map(|row| from_row(row?.1.value(), "an invitation")).collect()
    }
}
