//! The model by which leads are scored: every line editable, none hidden.

use super::Condition;
use super::learned::{Counts, Learned};
use crate::lead::Tier;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The scoring model. Points are whole numbers, added up per group, capped, then added up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// When somebody last held the model against how leads ended, and let it stand or changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Timestamp>,
    pub caps: Groups,
    pub tiers: Tiers,
    pub fit: Fit,
    pub engagement: Engagement,
    pub stage: StagePoints,
    /// Points by signal key, where they differ from what the signal carries by default.
    #[serde(default)]
    pub points: BTreeMap<String, i32>,
    /// How many signs of a behaviour count and for how long, by signal key, where it differs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, Count>,
    #[serde(default, rename = "floor")]
    pub floors: Vec<Floor>,
    /// What own history has taught.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learned: Option<Learned>,
    /// What else makes a lead fit, on any fact there is.
    #[serde(default, rename = "fit_rule", skip_serializing_if = "Vec::is_empty")]
    pub fit_rules: Vec<FitRule>,
}

impl Scoring {
    /// Whether what own history has taught makes the score, and points do not.
    pub fn is_driven(&self) -> bool {
        self.learned.as_ref().is_some_and(|learned| learned.counts == Counts::Drives)
    }
}

/// How many signs of one behaviour count, and for how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The latest so many; where none is named, as many as the signal carries by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// Days after which a sign counts no more; where none is named, it only fades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

/// A question of the firm's own about fit: when all conditions hold, it gives its points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FitRule {
    pub name: String,
    pub points: i32,
    #[serde(rename = "when")]
    pub conditions: Vec<Condition>,
}

/// The most a group may give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    pub fit: i32,
    pub engagement: i32,
    pub source: i32,
    pub stage: i32,
}

/// The lowest score of each tier above Low.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tiers {
    pub medium: u8,
    pub high: u8,
    pub urgent: u8,
}

impl Tiers {
    /// The tier of a score.
    pub fn of(&self, score: u8) -> Tier {
        match score {
            n if n >= self.urgent => Tier::Urgent,
            n if n >= self.high => Tier::High,
            n if n >= self.medium => Tier::Medium,
            _ => Tier::Low,
        }
    }

    /// From which score a tier begins.
    pub fn from(&self, tier: Tier) -> u8 {
        match tier {
            Tier::Urgent => self.urgent,
            Tier::High => self.high,
            Tier::Medium => self.medium,
            Tier::Low => 0,
        }
    }
}

/// The ideal customer, as far as it is defined. An empty list means we do not ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fit {
    pub industries: Vec<String>,
    /// Employees, lowest and highest.
    pub size_from: Option<u32>,
    pub size_to: Option<u32>,
    /// Countries, regions or beginnings of postcodes we serve.
    pub served: Vec<String>,
    /// Lowest budget worth our while, in whole units of the currency.
    pub budget_from: Option<u32>,
    /// Whether a free mailbox speaks against a firm.
    pub free_mail_counts: bool,
    /// Domains of competitors.
    pub competitors: Vec<String>,
}

/// How interest is read and how it fades.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    /// Hours for which a sign of interest counts in full.
    pub full_hours: u32,
    /// Days in which it then halves.
    pub half_life_days: u32,
    /// Beginnings of paths that show prices.
    pub price_pages: Vec<String>,
    /// Beginnings of paths of case studies.
    pub case_pages: Vec<String>,
}

/// Points for how far the lead has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StagePoints {
    pub engaged: i32,
    pub qualified: i32,
    pub met: i32,
}

/// A score that a lead does not fall below while its request is fresh or unanswered.
///
/// A floor keeps the order: score = max(points, floor + max(points, 0) ÷ 4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    pub name: String,
    pub score: u8,
    /// Signals that must all have given points. `hand_raise` is always asked for.
    #[serde(default)]
    pub signals: Vec<String>,
    /// Days after the request for which it holds once answered.
    pub days: u32,
}
