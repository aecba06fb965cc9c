//! What is known of a lead by the criteria everybody is held against, and how far that takes it.

use super::{Actor, Seq};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What an answer to a criterion says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    Good,
    /// Known, and neither good nor bad.
    Weak,
    Bad,
}

impl Finding {
    /// All of them, the best first.
    pub const ALL: [Finding; 3] = [Finding::Good, Finding::Weak, Finding::Bad];

    /// The key used in forms and in the API.
    pub fn key(self) -> &'static str {
        match self {
            Finding::Good => "good",
            Finding::Weak => "weak",
            Finding::Bad => "bad",
        }
    }

    /// The finding of a key.
    pub fn from_key(key: &str) -> Option<Finding> {
        Finding::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// How an answer came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// A person or a program ticked it off.
    #[default]
    Hand,
    /// Somebody said so in a call.
    Call,
    /// A fact of the enquiry answers it.
    Form,
    /// A fact that was learnt later answers it.
    Rule,
}

impl Means {
    /// The key used in the API and in texts.
    pub fn key(self) -> &'static str {
        match self {
            Means::Hand => "hand",
            Means::Call => "call",
            Means::Form => "form",
            Means::Rule => "rule",
        }
    }

    /// Whether the house read it from a fact; what people say counts for more.
    pub fn is_of_the_house(self) -> bool {
        matches!(self, Means::Form | Means::Rule)
    }
}

/// An answer as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub finding: Finding,
    pub note: String,
    pub means: Means,
    pub by: Actor,
    pub at: Timestamp,
    pub seq: Seq,
}

/// How ready a lead is for sales, from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Has taken something to read and asked for nothing.
    Iql,
    /// Fits, and shows interest.
    Mql,
    /// Uses the product, and fits.
    Pql,
    /// Sales should speak with them.
    Sql,
}

impl Grade {
    /// All of them, the least first.
    pub const ALL: [Grade; 4] = [Grade::Iql, Grade::Mql, Grade::Pql, Grade::Sql];

    /// The key used in the API and in the index.
    pub fn key(self) -> &'static str {
        match self {
            Grade::Iql => "iql",
            Grade::Mql => "mql",
            Grade::Pql => "pql",
            Grade::Sql => "sql",
        }
    }

    /// What it is called in every language.
    pub fn name(self) -> &'static str {
        match self {
            Grade::Iql => "IQL",
            Grade::Mql => "MQL",
            Grade::Pql => "PQL",
            Grade::Sql => "SQL",
        }
    }
}

/// What of a score says how well the lead fits, as it was when the score was written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fitness {
    /// Points of fit, in percent of the most there are.
    pub percent: u8,
    /// Of the facts of the ideal customer that are known, how many there are and how many match.
    pub known: u8,
    pub matching: u8,
    /// Something speaks against it: the wrong kind of firm, place or person.
    pub mismatch: bool,
    /// Some interest was shown.
    pub interested: bool,
    /// Keys of the signals of fit that hold.
    pub signals: Vec<String>,
    /// Points that good answers alone have given.
    pub answers: i32,
    /// Keys of the signals of facts that people have denied. Last, since it is left out where empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub denied: Vec<String>,
}
