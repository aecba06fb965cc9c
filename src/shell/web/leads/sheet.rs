//! What every part of the list is drawn from, and how it names filters, people and moments.

use super::filter::{CALLED_IN, Facet, Filter, ME, NOBODY};
use super::gather::List;
use super::range::{Span, WORTH};
use crate::language::Words;
use crate::lead::{Grade, LeadFate, ListRef, Tier, words};
use crate::playbook::Playbook;
use crate::shell::web::guard::Who;
use crate::shell::web::times::Times;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// Values of a filter that are named on it.
const NAMED: usize = 4;

/// The list with everything it is drawn by.
pub struct Sheet<'a> {
    pub list: &'a List,
    pub playbook: &'a Playbook,
    pub who: &'a Who,
    pub words: Words,
    pub now: Timestamp,
    pub zone: TimeZone,
    /// By which the forms of this page count once.
    pub once: Uuid,
}

impl Sheet<'_> {
    /// What a filter is called.
    pub fn name(&self, facet: Facet) -> String {
        let words = self.words;
        match facet {
            Facet::Text => words.say("leads-text"),
            Facet::Owner => words.say("leads-owner"),
            Facet::Tier => words.say("leads-tier"),
            Facet::Score => words.say("leads-score"),
            Facet::Stage => words.say("leads-stage"),
            Facet::Source => words.say("leads-source"),
            Facet::Import => words.say("leads-of-list"),
            Facet::Tag => words.say("leads-tags"),
            Facet::Fields => words.say("leads-fields"),
            Facet::Touch => words.say("leads-last-touch"),
            Facet::New => words.say("leads-came"),
            Facet::Fate => words.say("leads-fate"),
            Facet::Flags => words.say("leads-flags"),
        }
    }

    /// A filter with what it is set to, in one line.
    pub fn set_to(&self, facet: Facet, filter: &Filter) -> String {
        let words = self.words;
        let days = |days: Option<u32>| days.unwrap_or_default().into();
        match facet {
            Facet::Score => {
                let score = filter.score_from.unwrap_or_default();
                words.fill("leads-score-from", &[("score", score.into())])
            }
            Facet::Touch => {
                let key = match (filter.touch_days, filter.touched_days) {
                    (Some(_), Some(_)) => "leads-touch-between",
                    (None, Some(_)) => "leads-touch-within",
                    (_, None) => "leads-touch-over",
                };
                let counted = filter.touched_days.or(filter.touch_days);
                words.fill(key, &[("from", days(filter.touch_days)), ("count", days(counted))])
            }
            Facet::New => words.fill("leads-came-within", &[("count", days(filter.new_days))]),
            Facet::Import => filter
                .import
                .as_deref()
                .and_then(ListRef::of_key)
                .map_or_else(|| self.name(facet), |list| self.times().list(&list)),
            Facet::Fields => self.values(facet, filter),
            Facet::Text => words.fill("leads-text-holds", &[("text", filter.text.as_str().into())]),
            Facet::Owner
            | Facet::Tier
            | Facet::Stage
            | Facet::Source
            | Facet::Tag
            | Facet::Fate
            | Facet::Flags => {
                let value = self.values(facet, filter);
                let with = [("name", self.name(facet).into()), ("value", value.into())];
                words.fill("leads-chip", &with)
            }
        }
    }

    fn values(&self, facet: Facet, filter: &Filter) -> String {
        let all: Vec<String> = match facet {
            Facet::Owner => filter.owner.iter().map(|id| self.owner_name(id)).collect(),
            Facet::Tier => filter.tier.iter().map(|tier| self.tier_name(*tier)).collect(),
            Facet::Stage => filter.stage.iter().map(|key| self.stage_name(key)).collect(),
            Facet::Source => filter.source.iter().map(|key| self.source_name(key)).collect(),
            Facet::Tag => filter.tag.iter().map(|key| self.tag_name(key)).collect(),
            Facet::Fields => {
                let is = filter.fields.iter().map(|(key, values)| self.field_is(key, values));
                is.chain(filter.ranges.iter().map(|(key, span)| self.lies(key, span))).collect()
            }
            Facet::Fate => filter.fate.iter().map(|fate| self.fate_name(*fate)).collect(),
            Facet::Flags => filter.flags.iter().map(|flag| self.flag_name(flag)).collect(),
            Facet::Text | Facet::Score | Facet::Import | Facet::Touch | Facet::New => Vec::new(),
        };
        let more = if all.len() > NAMED { ", …" } else { "" };
        format!("{}{more}", all[..all.len().min(NAMED)].join(", "))
    }

    /// What an owner is called among the filters.
    pub fn owner_name(&self, id: &str) -> String {
        let words = self.words;
        match id {
            ME => words.say("leads-me"),
            NOBODY => words.say("leads-nobody"),
            id => self.first_name(id),
        }
    }

    /// What a teammate is called among colleagues.
    pub fn first_name(&self, id: &str) -> String {
        let mate = self.playbook.teammate(id);
        let first = mate.and_then(|mate| mate.name.split_whitespace().next());
        first.unwrap_or(id).to_owned()
    }

    /// What a teammate is called.
    pub fn full_name(&self, id: &str) -> String {
        self.playbook.teammate(id).map_or(id, |mate| mate.name.as_str()).to_owned()
    }

    /// What a stage is called.
    pub fn stage_name(&self, key: &str) -> String {
        self.playbook.stage(key).map_or(key, |(_, stage)| stage.name.as_str()).to_owned()
    }

    /// What a source is called.
    pub fn source_name(&self, key: &str) -> String {
        self.playbook.source(key).map_or(key, |source| source.name.as_str()).to_owned()
    }

    /// What a tag is called.
    pub fn tag_name(&self, key: &str) -> String {
        self.playbook.tag(key).map_or(key, |tag| tag.label.as_str()).to_owned()
    }

    fn field_is(&self, key: &str, values: &[String]) -> String {
        let (name, value) = (self.field_name(key), values.join(", "));
        self.words.fill("leads-chip", &[("name", name.into()), ("value", value.into())])
    }

    /// What a field is called whose values can be measured; the worth of a lead is one of them.
    pub fn field_name(&self, key: &str) -> String {
        match key {
            WORTH => self.words.say("leads-value"),
            key => self.playbook.field(key).map_or(key, |field| field.label.as_str()).to_owned(),
        }
    }

    fn lies(&self, key: &str, span: &Span) -> String {
        let said = match (span.from.is_empty(), span.to.is_empty()) {
            (false, true) => "leads-range-from",
            (true, _) => "leads-range-to",
            (false, false) => "leads-range-between",
        };
        let name = self.field_name(key).into();
        let bound = |typed: &str| match typed.parse::<f64>() {
            Ok(major) if key == WORTH => {
                let minor = (major * 100.0).round() as i64;
                self.words.money(minor, &self.playbook.business.currency)
            }
            _ => typed.to_owned(),
        };
        let with =
            [("name", name), ("from", bound(&span.from).into()), ("to", bound(&span.to).into())];
        self.words.fill(said, &with)
    }

    /// The word for a tier.
    pub fn tier_name(&self, tier: Tier) -> String {
        words::tier(self.words, tier)
    }

    /// The word for how a lead stands or has ended.
    pub fn fate_name(&self, fate: LeadFate) -> String {
        let words = self.words;
        match fate {
            LeadFate::Open => words.say("leads-open"),
            LeadFate::Won => words.say("leads-won"),
            LeadFate::Lost => words.say("leads-lost"),
            LeadFate::Disqualified => words.say("leads-no-lead"),
        }
    }

    /// The words for a flag.
    pub fn flag_name(&self, flag: &str) -> String {
        let words = self.words;
        match flag {
            "incomplete" => words.say("leads-flag-incomplete"),
            "waiting" => words.say("leads-flag-waiting"),
            "look_alike" => words.say("leads-flag-look-alike"),
            "returning" => words.say("leads-flag-returning"),
            "unanswered" => words.say("leads-flag-unanswered"),
            "no_next_step" => words.say("leads-no-next-step"),
            "handed_over" => words.say("leads-flag-handed-over"),
            "silent" => words.say("leads-flag-silent"),
            "on_reply" => words.say("today-on-reply"),
            CALLED_IN => words.say("leads-flag-called-in"),
            other => match Grade::ALL.into_iter().find(|grade| grade.key() == other) {
                Some(grade) => grade.name().to_owned(),
                None => other.to_owned(),
            },
        }
    }

    /// How long ago something was: minutes under an hour, hours under a day, then days.
    pub fn ago(&self, at: Timestamp) -> String {
        let words = self.words;
        let minutes = self.now.duration_since(at).as_mins().max(0);
        match (minutes / 1_440, minutes / 60) {
            (0, 0) => words.fill("leads-minutes", &[("count", minutes.into())]),
            (0, hours) => words.fill("leads-hours", &[("count", hours.into())]),
            (days, _) => words.fill("leads-days", &[("count", days.into())]),
        }
    }

    /// When something is due: how long it is over, else the time of day, else the day.
    pub fn due(&self, at: Timestamp) -> String {
        let words = self.words;
        let minutes = self.now.duration_since(at).as_mins();
        if at < self.now {
            return match (minutes / 1_440, minutes / 60) {
                (0, 0) if minutes == 0 => words.say("clock-now"),
                (0, 0) => words.fill("leads-minutes-over", &[("count", minutes.into())]),
                (0, hours) => words.fill("leads-hours-over", &[("count", hours.into())]),
                (days, _) => words.fill("leads-days-over", &[("count", days.into())]),
            };
        }
        let times = self.times();
        match times.days_to(at) {
            0 => times.clock(at),
            1..7 => times.at("moment-weekday", at),
            _ => times.at("moment-day", at),
        }
    }

    /// A day, with its year where that is another.
    pub fn day(&self, at: Timestamp) -> String {
        self.times().day(at)
    }

    fn times(&self) -> Times<'_> {
        Times::of(self.words, self.now, &self.zone)
    }
}
