//! Who is known already: the leads that share an address or a number with somebody, in a transaction
//! or in a view of the house.

use super::Result;
use crate::dedupe::{Key, KeyKind, Known};
use crate::lead::{Lead, LeadId};
use jiff::Timestamp;
use std::borrow::Borrow;
use std::collections::BTreeSet;

/// Leads that share a key and are looked at, per key.
const KNOWN_MAX: usize = 20;

/// Leads that share an e-mail address or a phone number. `by_key` answers the newest leads of a key,
/// at most so many, and `lead` a lead.
pub fn known<L: Borrow<Lead>>(
    keys: &[Key],
    by_key: impl Fn(&Key, usize) -> Result<Vec<LeadId>>,
    lead: impl Fn(LeadId) -> Result<Option<L>>,
) -> Result<Vec<Known>> {
    let mut ids = BTreeSet::new();
    for key in keys.iter().filter(|key| key.kind != KeyKind::Domain) {
        ids.extend(by_key(key, KNOWN_MAX)?);
    }
    let mut known = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some(lead) = lead(id)? {
            let lead = lead.borrow();
            known.push(Known {
                id,
                open: lead.is_open(),
                captured_at: lead.captured_at.unwrap_or(Timestamp::MIN),
                profile: lead.profile.clone(),
            });
        }
    }
    Ok(known)
}
