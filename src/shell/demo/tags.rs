//! The tags of Fernhill, and which of their leads get them.

use super::arrival::Way;
use super::dice::Dice;
use super::nature::Nature;
use super::year::World;
use crate::command::Command;
use crate::lead::Lead;
use crate::playbook::{Tag, Tone};
use crate::shell::store::Result;

const FAIR: &str = "fair";
const GRANT: &str = "grant";
const SITES: &str = "sites";
const LISTED: &str = "listed";
const KEY: &str = "key";

/// From how many whole pounds on a customer is one to look after well.
const KEY_FROM: i64 = 100_000;

/// What the firm tells its leads apart by.
pub fn offered() -> Vec<Tag> {
    let all = [
        (FAIR, "Trade fair", Tone::Teal),
        (GRANT, "Grant funding", Tone::Green),
        (SITES, "Several sites", Tone::Grey),
        (LISTED, "Listed building", Tone::Violet),
        (KEY, "Key account", Tone::Dark),
    ];
    let tag = |(key, label, tone): (&str, &str, Tone)| Tag {
        key: key.into(),
        label: label.into(),
        tone,
        active: true,
    };
    all.map(tag).into()
}

/// What is found out about somebody who was spoken with; for each lead the same, whoever asks.
fn found_out(nature: &Nature, lead: &Lead) -> Vec<String> {
    let mut dice = Dice::new(lead.id.0);
    let mut one_in = |times: u64| dice.below(times) == 0;
    let holds = [
        (KEY, nature.worth >= KEY_FROM && one_in(2)),
        match nature.person.trade.industry {
            "Education" | "Public sector" => (GRANT, one_in(3)),
            "Hospitality" | "Leisure" => (LISTED, one_in(5)),
            "Care" | "Retail" | "Logistics" | "Food and drink" => (SITES, one_in(5)),
            _ => (LISTED, false),
        },
    ];
    holds.into_iter().filter(|(_, holds)| *holds).map(|(key, _)| key.to_owned()).collect()
}

impl World<'_, '_, '_> {
    /// Cards from a fair are marked as such.
    pub fn marks_way(&mut self, lead: &Lead, way: Way) -> Result<()> {
        match way {
            Way::Fair => self.tags("ellis", lead, vec![FAIR.to_owned()]),
            _ => Ok(()),
        }
    }

    /// Who moves a lead on puts the tags on it that tell what was found out.
    pub fn marks_found(&mut self, who: &str, lead: &Lead) -> Result<()> {
        let found = self.natures.get(&lead.id).map(|nature| found_out(nature, lead));
        self.tags(who, lead, found.unwrap_or_default())
    }

    /// Somebody puts tags on a lead, if there are any to be put.
    pub fn tags(&mut self, who: &str, lead: &Lead, mut add: Vec<String>) -> Result<()> {
        add.retain(|key| !lead.tags.contains(key));
        if add.is_empty() {
            return Ok(());
        }
        self.asks(who, lead.id, Command::Tag { add, remove: Vec::new() }).map(drop)
    }
}
