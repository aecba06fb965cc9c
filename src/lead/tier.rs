//! The label a teammate sees: how promising a lead is, and so how fast it must be answered.

use serde::{Deserialize, Serialize};

/// Ordered from the least to the most pressing.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    #[default]
    Low,
    Medium,
    High,
    Urgent,
}

impl Tier {
    /// Most pressing first, as lists show them.
    pub const ALL: [Tier; 4] = [Tier::Urgent, Tier::High, Tier::Medium, Tier::Low];

    /// The key used in the playbook, the API and style sheets.
    pub fn key(self) -> &'static str {
        match self {
            Tier::Low => "low",
            Tier::Medium => "medium",
            Tier::High => "high",
            Tier::Urgent => "urgent",
        }
    }

    /// The word a person reads.
    pub fn label(self) -> &'static str {
        match self {
            Tier::Low => "Low",
            Tier::Medium => "Medium",
            Tier::High => "High",
            Tier::Urgent => "Urgent",
        }
    }

    /// The tier of a key, if it is one.
    pub fn from_key(key: &str) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| tier.key() == key)
    }
}

impl std::fmt::Display for Tier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.label())
    }
}
