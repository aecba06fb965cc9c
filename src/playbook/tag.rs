//! The tags a business puts on its leads: words of its own for what a list shall be told apart by.

use serde::{Deserialize, Serialize};

/// One tag.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// Stable, never reused: journal and segments refer to tags by it.
    pub key: String,
    pub label: String,
    #[serde(default)]
    pub tone: Tone,
    /// Whether it may be put on a lead. Where it stands already it is read all the same.
    #[serde(default = "super::yes")]
    pub active: bool,
}

/// The colour of a tag: cool ones only, for warm means that somebody waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    #[default]
    Grey,
    Teal,
    Green,
    Violet,
    Dark,
}

impl Tone {
    /// All of them, in the order a person chooses from.
    pub const ALL: [Tone; 5] = [Tone::Grey, Tone::Teal, Tone::Green, Tone::Violet, Tone::Dark];

    /// The key used in the playbook and in the style sheet.
    pub fn key(self) -> &'static str {
        match self {
            Tone::Grey => "grey",
            Tone::Teal => "teal",
            Tone::Green => "green",
            Tone::Violet => "violet",
            Tone::Dark => "dark",
        }
    }

    /// The tone of a key.
    pub fn of(key: &str) -> Option<Tone> {
        Tone::ALL.into_iter().find(|tone| tone.key() == key)
    }
}
