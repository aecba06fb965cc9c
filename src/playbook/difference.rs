//! What one version of a playbook says otherwise than another, thing by thing, each in a sentence.

mod parts;
mod things;

pub use parts::differences;

use super::Playbook;
use crate::language::Words;
use crate::lead::Tier;
use crate::lead::words::{promised, tier as tier_word};

/// What a playbook has several of, each with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Teammate,
    Source,
    Field,
    Tag,
    Question,
    FitRule,
    Floor,
    Rule,
    Pool,
    Sequence,
    Letter,
    Stage,
    LostReason,
    DisqualifyReason,
    SendBackReason,
}

/// What a setting is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    /// By the key of its label.
    Of(&'static str),
    /// The points of a signal, by its key.
    Signal(String),
    /// How often or for how long a signal counts, by its key and that of the label.
    Counted(String, &'static str),
    /// The cap of a group, by the key of its name.
    Cap(&'static str),
    /// What is given in points, by the key of its label.
    Points(&'static str),
    /// An amount of money, by the key of its label, and its currency.
    Amount(&'static str, String),
    /// How the times of a tier are counted, by the key of its label.
    Clock(Tier, &'static str),
    /// What the learned model counts for.
    Counts,
}

/// A time that is promised: minutes, and whether only those within opening hours count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    pub minutes: u32,
    pub within_hours: bool,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    Added(Thing, String),
    Removed(Thing, String),
    Renamed {
        thing: Thing,
        from: String,
        to: String,
    },
    Switched {
        thing: Thing,
        name: String,
        on: bool,
    },
    /// Something of a thing is otherwise for which there is no sentence.
    Changed(Thing, String),
    Reordered(Thing),
    GivesTo {
        rule: String,
        pool: String,
    },
    Tier {
        tier: Tier,
        from: u8,
        to: u8,
    },
    /// A setting, of a thing where one is named. Empty where nothing was or is set.
    Set {
        of: Option<(Thing, String)>,
        what: Label,
        from: String,
        to: String,
    },
    /// A time of a tier, by the key of what it is for; none where it has no such time.
    Promised {
        tier: Tier,
        what: &'static str,
        from: Option<Time>,
        to: Option<Time>,
    },
    Turned {
        what: Label,
        on: bool,
    },
    /// A setting for which there is no sentence.
    Otherwise(Label),
}

impl Thing {
    fn said(self, words: Words) -> String {
        words.say(match self {
            Thing::Teammate => "change-teammate",
            Thing::Source => "change-source",
            Thing::Field => "change-field",
            Thing::Tag => "change-tag",
            Thing::Question => "change-question",
            Thing::FitRule => "change-fit-rule",
            Thing::Floor => "change-floor",
            Thing::Rule => "change-rule",
            Thing::Pool => "change-pool",
            Thing::Sequence => "change-sequence",
            Thing::Letter => "change-letter",
            Thing::Stage => "change-stage",
            Thing::LostReason => "change-lost-reason",
            Thing::DisqualifyReason => "change-disqualify-reason",
            Thing::SendBackReason => "change-send-back-reason",
        })
    }
}

impl Label {
    fn said(&self, words: Words) -> String {
        match self {
            Label::Of(key) | Label::Points(key) | Label::Amount(key, _) => words.say(key),
            Label::Signal(key) => words.say(&format!("signal-{key}")),
            Label::Counted(signal, key) => {
                let signal = words.say(&format!("signal-{signal}"));
                words.fill(key, &[("signal", signal.into())])
            }
            Label::Cap(group) => {
                words.fill("scoring-cap-of", &[("group", words.say(group).into())])
            }
            Label::Clock(tier, key) => {
                let with =
                    [("tier", tier_word(words, *tier).into()), ("what", words.say(key).into())];
                words.fill("change-clock", &with)
            }
            Label::Counts => words.say("change-learned-counts"),
        }
    }
}

impl Label {
    /// A value of the setting with its unit, where its name does not say that.
    fn value(&self, value: &str, words: Words) -> String {
        match (self, value.parse::<i64>()) {
            (Label::Signal(_) | Label::Points(_), Ok(points)) => {
                let with = [("count", points.into()), ("points", words.number(points).into())];
                words.fill("change-points", &with)
            }
            (Label::Amount(_, currency), Ok(amount)) => {
                words.money(amount.saturating_mul(100), currency)
            }
            (Label::Counts, _) => words.say(&format!("learned-counts-{value}")),
            _ => value.to_owned(),
        }
    }
}

impl Difference {
    /// The sentence that says it.
    pub fn said(&self, words: Words) -> String {
        let of = |key: &str, thing: Thing, name: &str| {
            words.fill(key, &[("thing", thing.said(words).into()), ("name", name.into())])
        };
        let what =
            |key: &str, label: &Label| words.fill(key, &[("what", label.said(words).into())]);
        match self {
            Difference::Added(thing, name) => of("change-added", *thing, name),
            Difference::Removed(thing, name) => of("change-removed", *thing, name),
            Difference::Changed(thing, name) => of("change-changed", *thing, name),
            Difference::Switched { thing: Thing::Teammate, name, on } => {
                let key = if *on { "change-works-here" } else { "change-left" };
                words.fill(key, &[("name", name.as_str().into())])
            }
            Difference::Switched { thing, name, on: true } => of("change-on", *thing, name),
            Difference::Switched { thing, name, on: false } => of("change-off", *thing, name),
            Difference::Renamed { thing, from, to } => {
                let thing = ("thing", thing.said(words).into());
                let with = [thing, ("from", from.as_str().into()), ("to", to.as_str().into())];
                words.fill("change-renamed", &with)
            }
            Difference::Reordered(thing) => {
                words.fill("change-reordered", &[("thing", thing.said(words).into())])
            }
            Difference::GivesTo { rule, pool } => {
                let with = [("rule", rule.as_str().into()), ("pool", pool.as_str().into())];
                words.fill("change-gives-to", &with)
            }
            Difference::Tier { tier, from, to } => {
                let tier = ("tier", tier_word(words, *tier).into());
                let with = [tier, ("from", (*from).into()), ("to", (*to).into())];
                words.fill("change-tier", &with)
            }
            Difference::Set { of, what, from, to } => {
                let set = set(what, from, to, words);
                match of {
                    None => set,
                    Some((thing, name)) => {
                        let thing = ("thing", thing.said(words).into());
                        let with = [thing, ("name", name.as_str().into()), ("set", set.into())];
                        words.fill("change-set-of", &with)
                    }
                }
            }
            Difference::Promised { tier, what, from, to } => {
                let said = |time: &Option<Time>| {
                    time.map_or(String::new(), |time| {
                        promised(words, time.minutes, time.within_hours)
                    })
                };
                let key = match (from, to) {
                    (None, _) => "change-promise-first",
                    (_, None) => "change-promise-none",
                    _ => "change-promise",
                };
                let tier = ("tier", tier_word(words, *tier).into());
                let what = ("what", words.say(what).into());
                words.fill(key, &[tier, what, ("from", said(from).into()), ("to", said(to).into())])
            }
            Difference::Turned { what: label, on: true } => what("change-turned-on", label),
            Difference::Turned { what: label, on: false } => what("change-turned-off", label),
            Difference::Otherwise(label) => what("change-otherwise", label),
        }
    }
}

fn set(what: &Label, from: &str, to: &str, words: Words) -> String {
    let key = match (from.is_empty(), to.is_empty()) {
        (true, _) => "change-set-first",
        (_, true) => "change-set-none",
        _ => "change-set",
    };
    let (from, to) = (what.value(from, words), what.value(to, words));
    let with = [("what", what.said(words).into()), ("from", from.into()), ("to", to.into())];
    words.fill(key, &with)
}

/// What has been found so far between two playbooks.
struct Found<'a> {
    before: &'a Playbook,
    after: &'a Playbook,
    all: Vec<Difference>,
}
