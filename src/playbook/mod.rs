//! How this business wants its leads handled: typed, versioned, and one TOML text.
//!
//! A playbook says nothing about machines (that is `config.toml`) and holds no secret. It is checked
//! in sentences before it comes into force, and the text can be shown, edited and applied without loss.

mod area;
mod asking;
mod check;
mod clock;
mod condition;
mod difference;
pub mod ends;
mod field;
#[cfg(test)]
pub(crate) mod fixture;
mod key;
mod kind;
pub mod learned;
mod model;
mod number;
mod part;
mod qualification;
mod scoring;
mod sequence;
mod several;
mod skill;
mod source;
mod standing;
mod starter;
mod tag;
mod team;
mod version;

pub use asking::AskedBy;
pub use check::{
    Fault, Known, SIGN_DAYS_MAX, SIGNS_MAX, check, checked, hints, hints_in, hints_of,
    hints_without, is_taken, nearest,
};
pub use clock::Run;
pub use condition::{
    Condition, JUDGED, Test, YES, brief, failed, holds, lacking, lower, same, yes_or_no,
};
pub use difference::{Difference, differences};
pub use field::{Field, FieldKind};
pub use key::{free_key, key_from};
pub use kind::Kind;
pub use model::READING;
pub use number::{day, first_number};
pub use part::{Part, changed, is_review, same_rules};
pub use qualification::{Counted, Criterion, Framework, Qualification};
pub use scoring::{Count, Engagement, Fit, FitRule, Floor, Groups, Scoring, StagePoints, Tiers};
pub use sequence::{Sequence, Step, StepKind, Template, VALUES};
pub use skill::{LEVEL_MAX, SKILL_CHARS_MAX, SKILLS_MAX, Skill, level_of, listed};
pub use source::{Asking, Door, Source};
pub use standing::Standing;
pub use starter::{starter, starter_in, starter_qualification};
pub use tag::{Tag, Tone};
pub use team::{Away, Member, Pool, Role, Teammate};
pub use version::{version_of, with_version, without_version};

use crate::lead::hours::{Calendar, Hours};
use crate::lead::words::Named;
use crate::lead::{Profile, Tier};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole configuration of the business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    pub business: Business,
    pub hours: Hours,
    #[serde(default, rename = "teammate")]
    pub team: Vec<Teammate>,
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
    #[serde(default, rename = "tag", skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    #[serde(default)]
    pub qualification: Qualification,
    pub scoring: Scoring,
    pub routing: Routing,
    pub sla: Sla,
    pub followup: Followup,
    #[serde(default, rename = "sequence")]
    pub sequences: Vec<Sequence>,
    #[serde(default, rename = "template")]
    pub templates: Vec<Template>,
    pub pipeline: Pipeline,
    /// Fingerprint of the scoring model, taken when the text is read; see [`Playbook::sealed`].
    #[serde(skip)]
    pub model: u64,
}

/// Who we are, for letters, forms and the reading of numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Business {
    pub name: String,
    /// ISO 3166 code of two letters: where a phone number without a prefix belongs.
    pub country: String,
    /// ISO 639 code of two letters.
    pub language: String,
    /// IANA name of the zone the business keeps its hours in; see [`Business::zone`].
    pub time_zone: String,
    /// The zone the settings of the machine say instead. It is no part of the text.
    #[serde(skip)]
    pub zone_of_box: Option<String>,
    /// ISO 4217 code.
    pub currency: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    /// Where somebody may book a time, put into letters.
    #[serde(default)]
    pub booking_link: String,
    /// Where the business says how it keeps data.
    #[serde(default)]
    pub privacy_link: String,
}

/// Who gets which lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routing {
    /// Takes what nobody else can.
    pub fallback: String,
    /// Most open leads one person may hold unaccepted.
    pub open_unaccepted_max: u32,
    /// Whether somebody who comes back goes to the owner they know.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub keep_person: bool,
    /// Whether somebody of a firm we know goes to the owner their firm knows.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub keep_firm: bool,
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
    #[serde(default, rename = "pool")]
    pub pools: Vec<Pool>,
}

/// One assignment rule: when all conditions hold, the pool gets the lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub name: String,
    pub pool: String,
    /// What somebody of the pool must be able to do to take these leads, beside what the pool asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    #[serde(default, rename = "when")]
    pub conditions: Vec<Condition>,
}

/// How fast a lead of each tier must be answered, and what happens if it is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sla {
    /// Shares of a clock, in percent, at which the owner is warned.
    pub warn_at: Vec<u16>,
    /// Whether an Urgent lead out of hours starts its clock at once.
    pub on_call: bool,
    #[serde(default)]
    pub clock: BTreeMap<Tier, ResponseClock>,
}

/// The clock of one tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseClock {
    /// Minutes to the first human contact.
    pub respond_minutes: u32,
    /// Whether minutes outside the hours of business do not count.
    pub business_time: bool,
    /// Never past closing on the day the lead came in.
    #[serde(default)]
    pub same_day: bool,
    /// With less than this left of the day, or out of hours, it counts as the next morning's.
    #[serde(default)]
    pub least_minutes_left: u32,
    /// Minutes after the next opening, for what comes out of hours or too late in the day.
    pub next_opening_minutes: u32,
    /// Minutes to accept an offered lead, where somebody else could take it.
    #[serde(default)]
    pub accept_minutes: Option<u32>,
}

/// How often and when we may write to somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followup {
    /// Template of the instant reply; empty for none.
    #[serde(default)]
    pub instant_reply: String,
    /// Automated letters to one person in seven days, apart from what they asked for.
    pub letters_a_week_max: u32,
    /// Days after which a step that could not be taken is left out, and a letter that could not go is
    /// given up.
    pub stale_after_days: u32,
}

/// The stages a lead walks through, and the reasons it may end for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pipeline {
    /// Score from which sales takes over by itself.
    pub handover_from: u8,
    #[serde(rename = "stage")]
    pub stages: Vec<Stage>,
    /// Facts that must be known before a lead is won.
    #[serde(default)]
    pub won_requires: Vec<String>,
    pub lost_reasons: Vec<String>,
    /// Lost reasons that ask for a note.
    #[serde(default)]
    pub reasons_with_note: Vec<String>,
    pub disqualify_reasons: Vec<String>,
}

/// One stage: what it means and what moves a lead on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub key: String,
    pub name: String,
    pub meaning: String,
    /// Facts that must be known before a lead enters.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Days after which it counts as stuck; none for never.
    #[serde(default)]
    pub stuck_after_days: Option<u32>,
}

fn yes() -> bool {
    true
}

fn is_yes(is: &bool) -> bool {
    *is
}

impl Playbook {
    /// The teammate with this id.
    pub fn teammate(&self, id: &str) -> Option<&Teammate> {
        self.team.iter().find(|mate| mate.id == id)
    }

    /// The teammate with this id, if they work here now.
    pub fn active(&self, id: &str) -> Option<&Teammate> {
        self.teammate(id).filter(|mate| mate.active)
    }

    /// The one who works here, where nobody else does.
    pub fn only_one(&self) -> Option<&Teammate> {
        let mut active = self.team.iter().filter(|mate| mate.active);
        active.next().filter(|_| active.next().is_none())
    }

    /// The teammate somebody else's words mean, by id, e-mail address or name; one who works here
    /// before one who does not any more.
    pub fn teammate_called(&self, words: &str) -> Option<&Teammate> {
        let wanted = words.trim().to_lowercase();
        let is_meant = |known: &String| !known.is_empty() && known.to_lowercase() == wanted;
        let is_called =
            |mate: &&Teammate| [&mate.id, &mate.email, &mate.name].into_iter().any(is_meant);
        let mut called = self.team.iter().filter(is_called);
        called.clone().find(|mate| mate.active).or_else(|| called.next())
    }

    /// The managers of somebody, each that of the one before, as far as nobody comes twice.
    pub fn managers_of(&self, id: &str) -> Vec<&Teammate> {
        let manager = |id: &str| self.teammate(&self.teammate(id)?.manager);
        let mut line: Vec<&Teammate> = Vec::new();
        while let Some(next) = manager(line.last().map_or(id, |last| &last.id)) {
            if line.iter().any(|one| one.id == next.id) {
                break;
            }
            line.push(next);
        }
        line
    }

    /// Whoever takes what nobody else can: the fallback owner, or while that one is not active the
    /// active teammate with the highest role. The fallback owner's id where nobody is active.
    pub fn fallback_owner(&self) -> &str {
        let fallback = &self.routing.fallback;
        self.active(fallback)
            .or_else(|| self.team.iter().rev().filter(|mate| mate.active).max_by_key(|m| m.role))
            .map_or(fallback, |mate| &mate.id)
    }

    /// Whether somebody works here and is not away today.
    pub fn is_here(&self, id: &str, now: Timestamp) -> bool {
        let today = self.calendar().day_of(now);
        self.active(id).is_some_and(|mate| !mate.is_away(today))
    }

    /// The fallback owner, or while that one is away the highest role that is here; the fallback
    /// owner where nobody is.
    pub fn fallback_here(&self, now: Timestamp) -> &str {
        let fallback = self.fallback_owner();
        let here = self.team.iter().rev().filter(|mate| self.is_here(&mate.id, now));
        let stands_in = here.max_by_key(|mate| (mate.id == fallback, mate.role));
        stands_in.map_or(fallback, |mate| &mate.id)
    }

    /// What something that an entry speaks of is called here.
    pub fn called(&self, what: Named, key: &str) -> Option<String> {
        let name = match what {
            Named::Teammate => self.teammate(key).map(|mate| &mate.name),
            Named::Source => self.source(key).map(|source| &source.name),
            Named::Stage => self.stage(key).map(|(_, stage)| &stage.name),
            Named::Sequence => self.sequence(key).map(|sequence| &sequence.name),
            Named::Letter => self.template(key).map(|template| &template.name),
            Named::Tag => self.tag(key).map(|tag| &tag.label),
            Named::Criterion => self.qualification.criterion(key).map(|one| &one.label),
            Named::Fact => self.fields.iter().find(|field| field.key == key).map(|one| &one.label),
        };
        name.filter(|name| !name.is_empty()).cloned()
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// Whether rules can ask for a fact of this key.
    pub fn knows_fact(&self, key: &str) -> bool {
        JUDGED.contains(&key) || Profile::KEYS.contains(&key) || self.field(key).is_some()
    }

    /// The custom field with this key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The custom fields that are asked for and filled in.
    pub fn active_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.active)
    }

    /// The names of the sources that ask for a fact.
    pub fn sources_that_ask_for(&self, key: &str) -> Vec<&str> {
        let asks =
            |source: &&Source| asks_for(&source.requires, key) || asks_for(&source.asks, key);
        let sources = self.sources.iter().filter(asks);
        sources.map(|source| source.name.as_str()).collect()
    }

    /// The names of the stages that ask for a fact, and last what winning is called, if it does.
    pub fn moves_that_ask_for<'a>(&'a self, key: &str, winning: &'a str) -> Vec<&'a str> {
        let stages = self.pipeline.stages.iter().filter(|stage| asks_for(&stage.requires, key));
        let won = asks_for(&self.pipeline.won_requires, key).then_some(winning);
        stages.map(|stage| stage.name.as_str()).chain(won).collect()
    }

    /// The tag with this key, whether it is offered or not.
    pub fn tag(&self, key: &str) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.key == key)
    }

    /// The tag with this key, if it may be put on a lead.
    pub fn offered_tag(&self, key: &str) -> Option<&Tag> {
        self.tag(key).filter(|tag| tag.active)
    }

    /// The tag somebody else's word means, by key or label, if it may be put on a lead.
    pub fn tag_called(&self, word: &str) -> Option<&Tag> {
        let wanted = word.trim().to_lowercase();
        let is_meant = |known: &String| known.to_lowercase() == wanted;
        self.tags.iter().find(|tag| tag.active && [&tag.key, &tag.label].into_iter().any(is_meant))
    }

    /// The sequence with this key.
    pub fn sequence(&self, key: &str) -> Option<&Sequence> {
        self.sequences.iter().find(|sequence| sequence.key == key)
    }

    /// The template with this key.
    pub fn template(&self, key: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.key == key)
    }

    /// The pool with this key.
    pub fn pool(&self, key: &str) -> Option<&Pool> {
        self.routing.pools.iter().find(|pool| pool.key == key)
    }

    /// The stage with this key, and its place in the pipeline.
    pub fn stage(&self, key: &str) -> Option<(usize, &Stage)> {
        self.pipeline.stages.iter().enumerate().find(|(_, stage)| stage.key == key)
    }

    /// The hours of the business in its own zone.
    pub fn calendar(&self) -> Calendar<'_> {
        Calendar::new(self.business.zone(), &self.hours.week, &self.hours.holidays)
    }

    /// IANA name of the zone in which somebody reads times: their own, else that of the business.
    pub fn zone_of(&self, teammate: &str) -> &str {
        let own = self.teammate(teammate).map(|mate| mate.time_zone.as_str());
        own.filter(|zone| !zone.is_empty()).unwrap_or(self.business.zone())
    }

    /// The hours of a teammate: their own where they have some, closed when the business is.
    pub fn calendar_of<'a>(&'a self, mate: &'a Teammate) -> Calendar<'a> {
        mate.hours_in(&self.calendar())
    }

    /// The moment itself if this teammate is there then, else when they next are; the hours of the
    /// business if nobody is named.
    pub fn next_opening_of(&self, id: Option<&str>, at: Timestamp) -> Timestamp {
        let mate = id.and_then(|id| self.teammate(id));
        mate.map_or_else(|| self.calendar(), |mate| self.calendar_of(mate)).next_opening(at)
    }

    /// The playbook of a TOML text, or the line and the reason it is none.
    ///
    /// Reads only; whether it makes sense is asked with [`check`].
    pub fn from_text(text: &str) -> Result<Playbook, Fault> {
        toml::from_str(text).map(Playbook::sealed).map_err(|error| Fault::of_text(text, &error))
    }

    /// The playbook as the TOML text that reads back as the same playbook.
    pub fn to_text(&self) -> String {
        toml::to_string_pretty(self).expect("a playbook is plain data")
    }
}

/// Whether a fact is among those that are wanted, alone or as one of several of which any will do.
fn asks_for(wanted: &[String], key: &str) -> bool {
    wanted.iter().flat_map(|one| one.split('|')).any(|one| one == key)
}
