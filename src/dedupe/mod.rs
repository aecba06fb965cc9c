//! To come.
use crate::lead::{LeadId, Profile};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyKind {
    Email,
    Phone,
    Domain,
}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    pub kind: KeyKind,
    pub normal: String,
}
pub fn keys(_profile: &Profile, _country: &str) -> Vec<Key> {
    Vec::new()
}
pub struct Known {
    pub id: LeadId,
    pub open: bool,
    pub captured_at: Timestamp,
    pub profile: Profile,
}
pub enum Whose {
    New { earlier: Vec<LeadId> },
    Touchpoint { lead: LeadId, also: Option<LeadId> },
    LookAlike { of: LeadId, why: String, earlier: Vec<LeadId> },
}
pub fn whose(_profile: &Profile, _country: &str, _known: &[Known]) -> Whose {
    Whose::New { earlier: vec![] }
}
