//! Where leads come from, and what is known of each place.

use crate::lead::SourceClass;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One place that leads come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub key: String,
    pub name: String,
    /// Whether its form and its address for other programs answer. A door nobody uses stays shut.
    #[serde(default = "open")]
    pub enabled: bool,
    pub class: SourceClass,
    pub door: Door,
    /// Name of the form in its URL, for a form.
    #[serde(default)]
    pub form: String,
    /// What a lead from here must have. `email|phone` asks for either.
    #[serde(default)]
    pub requires: Vec<String>,
    /// What its form asks for as well, and a visitor may leave empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<String>,
    /// Points for coming from here.
    #[serde(default)]
    pub points: i32,
    /// Every enquiry from here asks for this, whatever it says.
    #[serde(default)]
    pub hand_raise: Option<crate::lead::HandRaise>,
    /// Whether it starts clocks, letters and notices at once.
    #[serde(default)]
    pub quiet: bool,
    /// Their name of a field, to ours; what is not named is guessed.
    #[serde(default)]
    pub mapping: BTreeMap<String, String>,
}

/// How a source asks for a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    Not,
    May,
    Must,
}

impl Source {
    /// How a fact is asked for here.
    pub fn asking(&self, fact: &str) -> Asking {
        let holds = |facts: &[String]| facts.iter().any(|one| one == fact);
        match (holds(&self.requires), holds(&self.asks)) {
            (true, _) => Asking::Must,
            (false, true) => Asking::May,
            (false, false) => Asking::Not,
        }
    }

    /// What a lead from here must have and nobody has said; `email|phone` is met by either.
    pub fn lacking(&self, is_known: impl Fn(&str) -> bool) -> Vec<String> {
        let lacks = |wanted: &&String| !wanted.split('|').any(&is_known);
        self.requires.iter().filter(lacks).cloned().collect()
    }

    /// Asks for a fact in another way; one that is asked for as before keeps its place.
    pub fn ask_for(&mut self, fact: &str, asking: Asking) {
        if self.asking(fact) == asking {
            return;
        }
        self.requires.retain(|one| one != fact);
        self.asks.retain(|one| one != fact);
        match asking {
            Asking::Not => {}
            Asking::May => self.asks.push(fact.to_owned()),
            Asking::Must => self.requires.push(fact.to_owned()),
        }
    }
}

fn open() -> bool {
    true
}

/// The way in: which file of `capture/sources` reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    WebForm,
    Json,
    Api,
    Csv,
    Manual,
}

impl Door {
    /// The key used in the playbook.
    pub fn key(self) -> &'static str {
        match self {
            Door::WebForm => "web_form",
            Door::Json => "json",
            Door::Api => "api",
            Door::Csv => "csv",
            Door::Manual => "manual",
        }
    }
}
