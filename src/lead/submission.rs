//! One arrival: what came in, verbatim, and what could be read from it.

use super::{LeadId, Profile};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What arrived, kept as it was before anything judged it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    pub id: Uuid,
    /// Key of the source in the playbook.
    pub source: String,
    pub arrived_at: Timestamp,
    pub content_type: String,
    /// The bytes as sent, cut at the limit of its door.
    #[serde(with = "serde_bytes")]
    pub raw: Vec<u8>,
    /// Whether `raw` was cut.
    pub cut: bool,
    pub fate: Fate,
}

/// What became of a submission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It began a lead.
    Created(LeadId),
    /// It is a touchpoint of a lead that was open.
    Attached(LeadId),
    /// It began a lead that may be one we know.
    Flagged(LeadId),
    /// It looks like spam, for the reason given; nobody is told, nothing is lost.
    Quarantined(String),
    /// It said nothing at all.
    Empty,
}

impl Fate {
    /// The outcome word of the API.
    pub fn outcome(&self) -> &'static str {
        match self {
            Fate::Created(_) => "created",
            Fate::Attached(_) => "attached",
            Fate::Flagged(_) => "flagged",
            Fate::Quarantined(_) => "quarantined",
            Fate::Empty => "empty",
        }
    }

    /// The lead it belongs to, if it has one.
    pub fn lead(&self) -> Option<LeadId> {
        match self {
            Fate::Created(id) | Fate::Attached(id) | Fate::Flagged(id) => Some(*id),
            Fate::Quarantined(_) | Fate::Empty => None,
        }
    }
}

/// What a source read from a submission: the part of it that says something about a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arrival {
    pub submission: Uuid,
    pub source: String,
    pub class: SourceClass,
    /// The true moment of the enquiry; an import may tell of one long past.
    pub arrived_at: Timestamp,
    pub profile: Profile,
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    #[serde(default)]
    pub message: String,
    #[serde(default)]
    pub hand_raise: Option<HandRaise>,
    #[serde(default)]
    pub campaign: Campaign,
    #[serde(default)]
    pub consent: Option<Consent>,
    /// Whether they were asked for consent and gave none.
    #[serde(default)]
    pub declined: bool,
    /// What the source requires and this arrival lacks, by field key.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Closed leads of the same person.
    #[serde(default)]
    pub earlier: Vec<LeadId>,
    /// Whether it starts no clocks, letters or notices.
    #[serde(default)]
    pub quiet: bool,
    /// The owner the source itself names, such as a column of an import.
    #[serde(default)]
    pub owner: Option<String>,
    /// The stage the source itself names.
    #[serde(default)]
    pub stage: Option<String>,
    /// Keys of the tags the source itself puts on it.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Whether the source says that their address wants no more letters.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opted_out: bool,
    /// Whether it only says what the enquiry before it lacked, as they were asked to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub completes: bool,
    /// When it ended, where the source tells of a lead that has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
    /// What the source itself says it is worth, in minor units of the business's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// The list it was a row of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ListRef>,
}

/// One list that was imported: what its file was called, and when it was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRef {
    pub name: String,
    pub at: Timestamp,
}

impl ListRef {
    /// The text that stands for it in addresses and in the index.
    pub fn key(&self) -> String {
        format!("{}-{}", self.at.as_millisecond(), self.name)
    }

    /// The list that a key stands for.
    pub fn of_key(key: &str) -> Option<ListRef> {
        let (at, name) = key.split_once('-')?;
        let at = Timestamp::from_millisecond(at.parse().ok()?).ok()?;
        Some(ListRef { name: name.to_owned(), at })
    }
}

/// A request that a person must answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandRaise {
    Quote,
    Demo,
    Callback,
    Booking,
}

impl HandRaise {
    /// Every kind, in the order they are looked for.
    pub const ALL: [HandRaise; 4] =
        [HandRaise::Quote, HandRaise::Demo, HandRaise::Callback, HandRaise::Booking];

    /// The key used in the playbook and the API.
    pub fn key(self) -> &'static str {
        match self {
            HandRaise::Quote => "quote",
            HandRaise::Demo => "demo",
            HandRaise::Callback => "callback",
            HandRaise::Booking => "booking",
        }
    }
}

/// Who moved first, and how: the four classes of the trade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceClass {
    Organic,
    #[default]
    Inbound,
    Outbound,
    Referral,
}

impl SourceClass {
    /// Every class.
    pub const ALL: [SourceClass; 4] =
        [SourceClass::Organic, SourceClass::Inbound, SourceClass::Outbound, SourceClass::Referral];

    /// The key used in the playbook and the API.
    pub fn key(self) -> &'static str {
        match self {
            SourceClass::Organic => "organic",
            SourceClass::Inbound => "inbound",
            SourceClass::Outbound => "outbound",
            SourceClass::Referral => "referral",
        }
    }
}

/// What brought somebody here, as far as the link and the browser say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Campaign {
    pub utm_source: String,
    pub utm_medium: String,
    pub utm_campaign: String,
    pub utm_term: String,
    pub utm_content: String,
    /// The click id of an advert, with its name: `gclid=…`.
    pub click_id: String,
    pub referrer: String,
    pub landing: String,
}

impl Campaign {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What somebody agreed to, when and in which words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    pub at: Timestamp,
    pub text: String,
}
