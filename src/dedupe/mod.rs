//! Whose submission is this? One person's enquiries belong on one lead while it is open.
//!
//! Only exact keys decide here. What merely looks alike is flagged for a person to judge, and no
//! lead is ever joined to another by a guess.

mod keys;

pub use keys::{Key, KeyKind, keys};

use crate::capability;
use crate::lead::profile::names_compatible;
use crate::lead::{LeadId, Profile};
use jiff::Timestamp;

/// How many earlier leads of a person are remembered.
pub const EARLIER_MAX: usize = 20;

/// Why somebody with a known number and another name is a lead of their own.
pub const OTHER_NAME: &str = "Same phone number, another name.";

/// Why another open lead of the same person is pointed out, where somebody completes a lead.
pub const SAME_PERSON: &str = "Another open lead of the same person.";

/// Why somebody with a known number and another address is a lead of their own.
pub const OTHER_ADDRESS: &str = "Same phone number, another e-mail address.";

/// Why a second open lead is pointed out, where the e-mail address has decided for the first.
pub const OTHER_LEAD: &str = "Same phone number as another open lead.";

/// A lead that shares an e-mail or phone key with what arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub id: LeadId,
    pub open: bool,
    pub captured_at: Timestamp,
    pub profile: Profile,
}

/// Whose an arrival is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nobody's we are working with. `earlier` are closed leads of the same person, ids ascending,
    /// at most [`EARLIER_MAX`].
    New { earlier: Vec<LeadId> },
    /// The same person again. `also` is another open lead they may be, and why in a sentence.
    Touchpoint { lead: LeadId, also: Option<(LeadId, &'static str)> },
    /// A new lead that may be the same person as `of`, for the reason given in a sentence.
    LookAlike { of: LeadId, why: &'static str, earlier: Vec<LeadId> },
}

impl Whose {
    /// The same of somebody who was asked to complete what they had sent: it belongs to that lead,
    /// and whoever else they seem to be is pointed out.
    pub fn completing(self, asked: LeadId) -> Whose {
        let also = match self {
            Whose::New { .. } => None,
            Whose::LookAlike { of, why, .. } => Some((of, why)),
            Whose::Touchpoint { lead, also } if lead == asked => also,
            Whose::Touchpoint { lead, .. } => Some((lead, SAME_PERSON)),
        };
        Whose::Touchpoint { lead: asked, also: also.filter(|(other, _)| *other != asked) }
    }
}

/// Finds out whose an arrival is, among the leads that share a key with it.
///
/// The e-mail address decides. A phone number alone decides only if the names are compatible, since
/// families and offices share one; where the addresses differ, both must be named. `country` is where
/// a number without a prefix belongs.
pub fn whose(profile: &Profile, country: &str, known: &[Known]) -> Whose {
    let ties: Vec<(&Known, Tie)> =
        known.iter().map(|known| (known, Tie::of(profile, &known.profile, country))).collect();
    let newest = |fits: fn(&Tie) -> bool| {
        let open = ties.iter().filter(|(known, tie)| known.open && fits(tie));
        open.map(|(known, _)| known).max_by_key(|one| (one.captured_at, one.id)).map(|one| one.id)
    };
    if let Some(lead) = newest(|tie| tie.email) {
        let also = newest(|tie| tie.phone && !tie.email).map(|other| (other, OTHER_LEAD));
        return Whose::Touchpoint { lead, also };
    }
    if let Some(lead) = newest(|tie| tie.is_same_person()) {
        return Whose::Touchpoint { lead, also: None };
    }
    let earlier = earlier(&ties);
    match newest(|tie| tie.phone) {
        Some(of) => {
            let of_the_name = newest(|tie| tie.names);
            let why = if of_the_name == Some(of) { OTHER_ADDRESS } else { OTHER_NAME };
            Whose::LookAlike { of, why, earlier }
        }
        None => Whose::New { earlier },
    }
}

/// How somebody who was found by a phone number belongs to who else is found by it.
pub fn by_phone(profile: &Profile, other: &Profile, country: &str) -> capability::Tie {
    let is_domain = |key: &Key| key.kind == KeyKind::Domain;
    let theirs = keys(other, country);
    let is_shared = |key: Key| is_domain(&key) && theirs.contains(&key);
    if Tie::of(profile, other, country).is_same_person() {
        capability::Tie::SamePerson
    } else if keys(profile, country).into_iter().any(is_shared) {
        capability::Tie::SameFirm
    } else {
        capability::Tie::SameNumber
    }
}

/// What connects an arrival with a known lead.
struct Tie {
    email: bool,
    phone: bool,
    names: bool,
    /// Whether the addresses differ and one of them has no name.
    apart: bool,
}

impl Tie {
    fn of(profile: &Profile, known: &Profile, country: &str) -> Tie {
        let [email, of_known] = [profile, known].map(keys::email_key);
        let [phone, phone_of_known] = [profile, known].map(|one| keys::phone_key(one, country));
        let same_email = email.is_some() && email == of_known;
        let same_phone = phone.is_some() && phone == phone_of_known;
        let unnamed = profile.name.is_empty() || known.name.is_empty();
        Tie {
            email: same_email,
            phone: same_phone,
            names: same_phone && names_compatible(&profile.name, &known.name),
            apart: unnamed && !same_email && email.is_some() && of_known.is_some(),
        }
    }

    fn is_same_person(&self) -> bool {
        self.email || (self.phone && self.names && !self.apart)
    }
}

/// Closed leads of the same person, the latest ones if there are too many.
fn earlier(ties: &[(&Known, Tie)]) -> Vec<LeadId> {
    let closed = ties.iter().filter(|(known, tie)| !known.open && tie.is_same_person());
    let mut ids: Vec<LeadId> = closed.map(|(known, _)| known.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.split_off(ids.len().saturating_sub(EARLIER_MAX))
}

#[cfg(test)]
mod tests;
