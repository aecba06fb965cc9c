//! What a list of leads is narrowed to, as the URL says it and as the index is asked.
//!
//! The URL is the whole state of the list: it can be kept, sent and saved as a segment.

use super::range::{self, Ranges};
use crate::lead::{LeadFate, ListRef, Tier};
use crate::shell::papers::{self, called_in_flag, import_flag};
use crate::shell::search::{Ask, fact};
use axum::extract::Query;
use axum::http::Uri;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Who looks, among owners.
pub const ME: &str = "me";

/// Nobody, among owners.
pub const NOBODY: &str = "none";

/// That whoever looks was called in, among flags.
pub const CALLED_IN: &str = "called_in";

/// Every fate, where nothing else is asked for: without it, only open leads are.
const ANY: &str = "any";

/// Values of one filter, and characters of one value.
const VALUES_MAX: usize = 50;
const VALUE_CHARS_MAX: usize = 200;

/// The most days since the last touch, in the URL.
pub const TOUCHED: &str = "touched";

/// Days a filter may look back.
const DAYS_MAX: u32 = 3_650;

/// What is asked for. Of a list, any one is enough; of the flags, all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub text: String,
    /// Ids, or one of [`ME`] and [`NOBODY`].
    pub owner: Vec<String>,
    pub tier: Vec<Tier>,
    pub stage: Vec<String>,
    pub source: Vec<String>,
    /// The key of a list that was imported.
    pub import: Option<String>,
    pub tag: Vec<String>,
    /// Values of custom fields, by their keys; something must be so of every field.
    pub fields: BTreeMap<String, Vec<String>>,
    /// From where to where the number or day of a field lies, or the worth of the lead.
    pub ranges: Ranges,
    /// Empty for all.
    pub fate: Vec<LeadFate>,
    pub flags: Vec<String>,
    pub score_from: Option<u8>,
    /// The last touch is longer ago than so many days.
    pub touch_days: Option<u32>,
    /// The last touch is so many days ago or less.
    pub touched_days: Option<u32>,
    /// It came within so many days.
    pub new_days: Option<u32>,
}

/// One filter, as it is taken off and named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    Text,
    Owner,
    Tier,
    Score,
    Stage,
    Source,
    Import,
    Tag,
    Fields,
    Touch,
    New,
    Fate,
    Flags,
}

impl Facet {
    /// All of them, in the order of the page.
    pub const ALL: [Facet; 13] = [
        Facet::Text,
        Facet::Owner,
        Facet::Tier,
        Facet::Score,
        Facet::Stage,
        Facet::Source,
        Facet::Import,
        Facet::Tag,
        Facet::Fields,
        Facet::Touch,
        Facet::New,
        Facet::Fate,
        Facet::Flags,
    ];

    /// Its name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Text => "q",
            Facet::Owner => "owner",
            Facet::Tier => "tier",
            Facet::Score => "score",
            Facet::Stage => "stage",
            Facet::Source => "source",
            Facet::Import => "import",
            Facet::Tag => "tag",
            Facet::Fields => "field",
            Facet::Touch => "touch",
            Facet::New => "new",
            Facet::Fate => "fate",
            Facet::Flags => "flag",
        }
    }
}

impl Filter {
    /// Leads that are still to be worked.
    pub fn open() -> Filter {
        Filter { fate: vec![LeadFate::Open], ..Filter::default() }
    }

    /// The filter of a query; what it does not know and what makes no sense narrows nothing.
    pub fn of(pairs: &[(String, String)]) -> Filter {
        let all = |facet: Facet| {
            let values = pairs.iter().filter(move |(name, _)| name == facet.name());
            let values = values.map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
            values.map(|value| value.chars().take(VALUE_CHARS_MAX).collect::<String>())
        };
        let list = |facet: Facet| {
            let mut values: Vec<String> = Vec::new();
            for value in all(facet).take(VALUES_MAX) {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            values
        };
        let last = |name: &str| pairs.iter().rev().find(|(known, _)| known == name);
        let number =
            |name: &str| last(name).and_then(|(_, value)| value.trim().parse::<u32>().ok());
        let days = |name: &str| number(name).filter(|days| (1..=DAYS_MAX).contains(days));
        let fates = list(Facet::Fate);
        let filter = Filter {
            text: all(Facet::Text).next_back().unwrap_or_default(),
            owner: list(Facet::Owner),
            tier: known(&list(Facet::Tier), &Tier::ALL, Tier::key),
            stage: list(Facet::Stage),
            source: list(Facet::Source),
            import: all(Facet::Import).rfind(|key| ListRef::of_key(key).is_some()),
            tag: list(Facet::Tag),
            fields: by_field(&list(Facet::Fields)),
            ranges: range::of(pairs),
            fate: known(&fates, &LeadFate::ALL, LeadFate::key),
            flags: flags()
                .filter(|flag| all(Facet::Flags).any(|set| set == *flag))
                .map(str::to_owned)
                .collect(),
            score_from: number(Facet::Score.name())
                .filter(|score| (1..=100).contains(score))
                .map(|s| s as u8),
            touch_days: days(Facet::Touch.name()),
            touched_days: days(TOUCHED),
            new_days: days(Facet::New.name()),
        };
        if filter == Filter::default() && fates.is_empty() { Filter::open() } else { filter }
    }

    /// The filter of the text of a query.
    #[cfg(test)]
    pub fn of_query(query: &str) -> Filter {
        Filter::of(&pairs(query))
    }

    /// The query that reads back as this filter.
    pub fn query(&self) -> String {
        let mut query = String::new();
        let mut add = |facet: Facet, value: &str| append(&mut query, facet.name(), value);
        if !self.text.is_empty() {
            add(Facet::Text, &self.text);
        }
        self.owner.iter().for_each(|owner| add(Facet::Owner, owner));
        self.tier.iter().for_each(|tier| add(Facet::Tier, tier.key()));
        self.score_from.iter().for_each(|score| add(Facet::Score, &score.to_string()));
        self.stage.iter().for_each(|stage| add(Facet::Stage, stage));
        self.source.iter().for_each(|source| add(Facet::Source, source));
        self.import.iter().for_each(|list| add(Facet::Import, list));
        self.tag.iter().for_each(|tag| add(Facet::Tag, tag));
        for (key, values) in &self.fields {
            values.iter().for_each(|value| add(Facet::Fields, &field_value(key, value)));
        }
        range::write(&self.ranges, &mut query);
        self.touched_days.iter().for_each(|days| append(&mut query, TOUCHED, &days.to_string()));
        let mut add = |facet: Facet, value: &str| append(&mut query, facet.name(), value);
        self.touch_days.iter().for_each(|days| add(Facet::Touch, &days.to_string()));
        self.new_days.iter().for_each(|days| add(Facet::New, &days.to_string()));
        self.fate.iter().for_each(|fate| add(Facet::Fate, fate.key()));
        self.flags.iter().for_each(|flag| add(Facet::Flags, flag));
        if *self == Filter::default() {
            add(Facet::Fate, ANY);
        }
        query
    }

    /// Whether something is asked for here.
    pub fn has(&self, facet: Facet) -> bool {
        *self != self.without(facet)
    }

    /// The filters that are set.
    pub fn set(&self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(|facet| self.has(*facet))
    }

    /// The same without one filter.
    pub fn without(&self, facet: Facet) -> Filter {
        let mut less = self.clone();
        match facet {
            Facet::Text => less.text.clear(),
            Facet::Owner => less.owner.clear(),
            Facet::Tier => less.tier.clear(),
            Facet::Score => less.score_from = None,
            Facet::Stage => less.stage.clear(),
            Facet::Source => less.source.clear(),
            Facet::Import => less.import = None,
            Facet::Tag => less.tag.clear(),
            Facet::Fields => {
                less.fields.clear();
                less.ranges.clear();
            }
            Facet::Touch => (less.touch_days, less.touched_days) = (None, None),
            Facet::New => less.new_days = None,
            Facet::Fate => less.fate.clear(),
            Facet::Flags => less.flags.clear(),
        }
        less
    }

    /// Whether what it lets through depends on who looks.
    pub fn is_about_me(&self) -> bool {
        self.owner.iter().any(|owner| owner == ME) || self.flags.iter().any(|it| it == CALLED_IN)
    }

    /// What the index is asked, by `me` and at this moment.
    pub fn ask(&self, me: &str, now: Timestamp) -> Ask {
        let ago = |days: u32| days_ago(now, days);
        let owner = |owner: &String| match owner.as_str() {
            ME => me.to_owned(),
            NOBODY => String::new(),
            id => id.to_owned(),
        };
        let flag = |flag: &String| match flag.as_str() {
            CALLED_IN => called_in_flag(me),
            flag => flag.to_owned(),
        };
        let flags = self.flags.iter().map(flag);
        Ask {
            text: self.text.clone(),
            owner: self.owner.iter().map(owner).collect(),
            tier: self.tier.iter().map(|tier| *tier as u64).collect(),
            stage: self.stage.clone(),
            source: self.source.clone(),
            tags: self.tag.clone(),
            facts: facts(&self.fields),
            between: range::between(&self.ranges),
            worth: range::worth(&self.ranges),
            fate: self.fate.iter().map(|fate| fate.key().to_owned()).collect(),
            flags: self.import.iter().map(|key| import_flag(key)).chain(flags).collect(),
            score_from: self.score_from.map(u64::from),
            touched_before: self.touch_days.map(ago),
            touched_from: self.touched_days.map(ago),
            created_from: self.new_days.map(ago),
            ..Ask::default()
        }
    }
}

/// What a list of leads can be narrowed to in a word.
pub fn flags() -> impl Iterator<Item = &'static str> {
    papers::FLAGS.into_iter().chain([CALLED_IN])
}

/// The moment so many days ago, in milliseconds since 1970.
pub fn days_ago(now: Timestamp, days: u32) -> i64 {
    let span = SignedDuration::from_hours(24 * i64::from(days));
    now.saturating_sub(span).unwrap_or(Timestamp::MIN).as_millisecond()
}

/// Those of the words that are known, each as what it means.
fn known<T: Copy>(words: &[String], all: &[T], key: fn(T) -> &'static str) -> Vec<T> {
    all.iter().copied().filter(|one| words.iter().any(|word| word == key(*one))).collect()
}

/// What stands between the key of a field and its value.
const OF_FIELD: char = ':';

/// The value of a field as a query says it.
pub fn field_value(key: &str, value: &str) -> String {
    format!("{key}{OF_FIELD}{value}")
}

/// Values of fields by the keys of the fields; what is none narrows nothing.
pub fn by_field(said: &[String]) -> BTreeMap<String, Vec<String>> {
    let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in said.iter().filter_map(|one| one.split_once(OF_FIELD)) {
        if !key.is_empty() && !value.trim().is_empty() {
            fields.entry(key.to_owned()).or_default().push(value.trim().to_owned());
        }
    }
    fields
}

/// Values of fields as the index is asked for them.
pub fn facts(fields: &BTreeMap<String, Vec<String>>) -> Vec<Vec<String>> {
    let of = |(key, values): (&String, &Vec<String>)| {
        values.iter().map(|value| fact(key, value)).collect()
    };
    fields.iter().map(of).collect()
}

/// The names and values of a query.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let uri: Uri = format!("/?{query}").parse().unwrap_or_default();
    Query::<Vec<(String, String)>>::try_from_uri(&uri).map(|Query(pairs)| pairs).unwrap_or_default()
}

/// Adds a name and a value to a query.
pub fn append(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(name);
    query.push('=');
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                query.push(char::from(byte));
            }
            byte => query.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_reads_back_from_its_query() {
        let query = "q=O%27Neil%20%26%20Co&owner=me&owner=tom&tier=high&tier=urgent&score=40\
                     &stage=new&source=web&tag=vip&tag=fair&import=1764527712000-partners.csv&field=size:10-50&touched=20&touch=14&new=30&fate=open&flag=waiting";
        let filter = Filter::of_query(query);
        assert_eq!(filter.text, "O'Neil & Co");
        assert_eq!(filter.owner, ["me", "tom"]);
        assert_eq!(filter.tier.len(), 2);
        assert_eq!(Filter::of_query(&filter.query()), filter);
        assert_eq!((filter.touch_days, filter.touched_days), (Some(14), Some(20)));
        assert_eq!(filter.set().count(), 13);
        assert_eq!(filter.fields["size"], ["10-50"]);
        let bare = Facet::ALL.into_iter().fold(filter, |filter, facet| filter.without(facet));
        assert_eq!(bare, Filter::default());
        assert_eq!(Filter::of_query(&bare.query()), bare);
    }

    #[test]
    fn nothing_asked_for_is_what_is_open_and_nonsense_is_nothing() {
        for query in [
            "",
            "q=",
            "score=0",
            "score=abc&touch=-1&new=99999",
            "tier=boiling",
            "x=y",
            "field=:&field=x",
        ] {
            assert_eq!(Filter::of_query(query), Filter::open(), "{query}");
        }
        assert_eq!(Filter::of_query("fate=any").fate, []);
        assert_eq!(Filter::of_query("q=ana").fate, []);
        let many: String = (0..500).map(|n| format!("owner=o{n}&")).collect();
        assert_eq!(Filter::of_query(&many).owner.len(), VALUES_MAX);
    }

    #[test]
    fn the_index_is_asked_by_whoever_looks() {
        let now: Timestamp = "2026-05-12T09:00:00Z".parse().expect("a moment");
        let filter = Filter::of_query("owner=me&owner=none&touch=7&fate=open");
        let ask = filter.ask("maya", now);
        assert_eq!(ask.owner, ["maya", ""]);
        assert_eq!(ask.touched_before, Some(now.as_millisecond() - 7 * 86_400_000));
        assert_eq!(ask.fate, ["open"]);
        assert!(filter.is_about_me());
        let called_in = Filter::of_query("flag=called_in");
        assert_eq!(called_in.ask("maya", now).flags, ["called_in:maya"]);
        assert!(called_in.is_about_me());
    }
}
