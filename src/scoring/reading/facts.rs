//! What is known of a lead, read once for all signals that ask for it.

use super::fit::{area_fits, industry_fits, size_fits};
use super::rank::{Rank, rank};
use crate::lead::Lead;
use crate::playbook::Playbook;

/// A lead beside the playbook it is judged by.
///
/// Of each kind of fit it says yes, no, or nothing: nothing when the playbook does not ask or the
/// lead does not say.
pub struct Facts<'a> {
    pub lead: &'a Lead,
    pub playbook: &'a Playbook,
    /// What their job lets them decide.
    pub rank: Rank,
    pub industry_fits: Option<bool>,
    pub size_fits: Option<bool>,
    pub area_fits: Option<bool>,
}

impl<'a> Facts<'a> {
    /// Reads what is known.
    pub fn of(lead: &'a Lead, playbook: &'a Playbook) -> Facts<'a> {
        Facts {
            lead,
            playbook,
            rank: rank(&lead.profile.role),
            industry_fits: industry_fits(lead, playbook),
            size_fits: size_fits(lead, playbook),
            area_fits: area_fits(lead, playbook),
        }
    }
}
