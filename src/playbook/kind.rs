//! The kinds of business the starter playbook knows: each changes what a first enquiry must say and
//! the stages that follow a qualified lead.
//!
//! They stand as text in `starter/kinds/`, one file a kind.

use super::starter::{say_in, starter_in};
use super::{Field, Playbook, Role, Stage, Teammate};
use crate::language::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A kind of business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    LocalService,
    Agency,
    Consultant,
    B2bIt,
}

/// What a kind changes in the starter playbook.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    /// What a lead from a source must have, by the key of the source.
    requires: BTreeMap<String, Vec<String>>,
    #[serde(default, rename = "field")]
    fields: Vec<Field>,
    /// The stages after the one in which a lead is qualified.
    #[serde(rename = "stage")]
    stages: Vec<Stage>,
}

/// The stage after which kinds of business differ.
const LAST_IN_COMMON: &str = "qualified";

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::LocalService, Kind::Agency, Kind::Consultant, Kind::B2bIt];

    /// The key used in forms.
    pub fn key(self) -> &'static str {
        match self {
            Kind::LocalService => "local_service",
            Kind::Agency => "agency",
            Kind::Consultant => "consultant",
            Kind::B2bIt => "b2b_it",
        }
    }

    /// The kind of a key.
    pub fn of(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The names of its stages in a language, in order.
    pub fn stages(self, language: Language) -> Vec<String> {
        let nobody = Teammate::new("", "", "", Role::Owner);
        let mut playbook = starter_in(language, "", nobody);
        self.shape(&mut playbook);
        playbook.pipeline.stages.into_iter().map(|stage| stage.name).collect()
    }

    /// Makes the starter playbook one for this kind of business, in the language it is in.
    pub fn shape(self, playbook: &mut Playbook) {
        let preset = self.preset();
        for (key, requires) in preset.requires {
            if let Some(source) = playbook.sources.iter_mut().find(|source| source.key == key) {
                source.requires = requires;
            }
        }
        playbook.fields.extend(preset.fields);
        let stages = &mut playbook.pipeline.stages;
        let common = stages.iter().position(|stage| stage.key == LAST_IN_COMMON);
        stages.truncate(common.map_or(0, |last| last + 1));
        stages.extend(preset.stages);
        say_in(Language::of(&playbook.business.language).unwrap_or_default(), playbook);
    }

    fn preset(self) -> Preset {
        let text = match self {
            Kind::LocalService => include_str!("starter/kinds/local_service.toml"),
            Kind::Agency => include_str!("starter/kinds/agency.toml"),
            Kind::Consultant => include_str!("starter/kinds/consultant.toml"),
            Kind::B2bIt => include_str!("starter/kinds/b2b_it.toml"),
        };
        toml::from_str(text).expect("a test reads this very text")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    #[test]
    fn every_kind_is_found_by_its_key() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.key()), Some(kind));
        }
        assert_eq!(Kind::of("bakery"), None);
    }

    #[test]
    fn every_kind_names_only_sources_of_the_starter_and_reads_back_without_loss() {
        for kind in Kind::ALL {
            let owner = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
            let mut playbook = starter("Roth & Co", owner);
            for key in kind.preset().requires.keys() {
                assert!(playbook.source(key).is_some(), "{key}");
            }
            kind.shape(&mut playbook);
            assert_eq!(playbook.pipeline.stages.len(), 6, "{}", kind.key());
            let text = playbook.to_text();
            assert_eq!(Playbook::from_text(&text).map(|read| read.to_text()), Ok(text));
        }
    }
}
