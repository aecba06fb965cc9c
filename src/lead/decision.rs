//! Reasons kept beside what was decided: the points of a score, the candidates for a lead.

use super::{LeadId, TeammateId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One line of the sum that is a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Key of the signal, [`Reason::FLOOR`], [`Reason::CHANCE`] or [`Reason::OVERRIDE`].
    pub signal: String,
    /// Points it gives now, after decay, rounded to a tenth.
    pub points: f64,
}

impl Reason {
    /// Stands for a request that holds the score up.
    pub const FLOOR: &str = "floor";

    /// What the chance learned from the past makes of the points.
    pub const CHANCE: &str = "chance";

    /// What stands in place of a signal for a score that a person has set.
    pub const OVERRIDE: &str = "override";
}

/// Why this owner and nobody else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// The rule that decided, by name, or the reason no rule was asked.
    pub rule: String,
    /// The pool it gave to; empty when nobody was chosen from a pool.
    pub pool: String,
    /// Rules looked at before it that did not match, each with the condition that failed.
    pub passed_over: Vec<(String, String)>,
    /// Everyone considered, in the order of the pool.
    pub candidates: Vec<Candidate>,
    /// Facts nobody knows, by key, without which only the fallback owner was left.
    pub lacking: Vec<String>,
    /// The lead whose owner was kept, where somebody comes back or their firm is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kin: Option<LeadId>,
    /// The owner they know, who is away, and for whom this one stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers: Option<TeammateId>,
    /// What made it necessary to decide at all: first assignment, a rise in tier, an offer not taken.
    pub occasion: String,
}

/// One teammate considered for a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub teammate: TeammateId,
    pub verdict: Verdict,
    /// Share of the pool's leads they should get.
    pub weight: u32,
    /// Open leads they own.
    pub open: u32,
    /// What the turns of the pool owed them before, in weights; nothing where it was not written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<i64>,
}

/// What was decided about a candidate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Chosen,
    /// Could have taken it; somebody else's turn came first.
    Eligible,
    /// Could not take it, for the reason given in words.
    Excluded(String),
}

/// Why an owner was the wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrongOwner {
    Territory,
    Product,
    NotTheirs,
    Other,
}

impl WrongOwner {
    pub const ALL: [WrongOwner; 4] =
        [WrongOwner::Territory, WrongOwner::Product, WrongOwner::NotTheirs, WrongOwner::Other];

    /// The key used in forms and texts.
    pub fn key(self) -> &'static str {
        match self {
            WrongOwner::Territory => "territory",
            WrongOwner::Product => "product",
            WrongOwner::NotTheirs => "not_theirs",
            WrongOwner::Other => "other",
        }
    }

    /// The reason of a key.
    pub fn from_key(key: &str) -> Option<WrongOwner> {
        WrongOwner::ALL.into_iter().find(|why| why.key() == key)
    }

    /// Whether it was the rule that was wrong about the lead, and not only the person.
    pub fn is_about_the_rule(self) -> bool {
        matches!(self, WrongOwner::Territory | WrongOwner::Product)
    }
}

/// An owner who was the wrong one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Misroute {
    pub from: TeammateId,
    pub rule: String,
    pub why: WrongOwner,
}

/// To whom a lead was given first, and until when they had it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstOwner {
    pub teammate: TeammateId,
    pub rule: String,
    pub since: Timestamp,
    /// When somebody else became the owner, if anybody has.
    pub until: Option<Timestamp>,
}
