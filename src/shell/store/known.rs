//! Who is known already: the leads that share an address or a number with somebody, in a transaction
//! or in a view of the house.

use super::Result;
use crate::dedupe::{Key, KeyKind, Known, keys};
use crate::lead::{Arrival, Lead, LeadId};
use crate::playbook::Playbook;
use jiff::Timestamp;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// The newest leads of a key, which are known whether they are open or not.
const KNOWN_MAX: usize = 20;

/// How many of a key are looked through for those that are open.
const LOOKED_THROUGH_MAX: usize = 200;

/// Leads that share an e-mail address or a phone number with an arrival and may be whose it is: one
/// that tells of what is over belongs to no open lead but that of the same record. `by_key` answers the
/// newest leads of a key, at most so many, and `lead` a lead.
pub fn known<L: Borrow<Lead>>(
    arrival: &Arrival,
    playbook: &Playbook,
    by_key: impl Fn(&Key, usize) -> Result<Vec<LeadId>>,
    lead: impl Fn(LeadId) -> Result<Option<L>>,
) -> Result<Vec<Known>> {
    let is_over = playbook.pipeline.is_over(arrival);
    let mut known = BTreeMap::new();
    for key in keys(&arrival.profile, &playbook.business.country)
        .iter()
        .filter(|key| key.kind != KeyKind::Domain)
    {
        for (nth, id) in by_key(key, LOOKED_THROUGH_MAX)?.into_iter().enumerate() {
            if known.contains_key(&id) {
                continue;
            }
            let Some(lead) = lead(id)? else { continue };
            let lead = lead.borrow();
            let is_another = is_over && lead.is_open() && !lead.is_record_of(arrival);
            if is_another || nth >= KNOWN_MAX && !lead.is_open() {
                continue;
            }
            let captured_at = lead.captured_at.unwrap_or(Timestamp::MIN);
            let (open, profile) = (lead.is_open(), lead.profile.clone());
            known.insert(id, Known { id, open, captured_at, profile });
        }
    }
    Ok(known.into_values().collect())
}
