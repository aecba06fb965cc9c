//! From where to where a number, a day or a worth shall lie, as the URL says it.

use super::filter::append;
use crate::language::Words;
use crate::playbook::{Field, FieldKind, Playbook};
use crate::shell::search::{Between, day, measure};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The worth of a lead, among the keys of fields, none of which is called so.
pub const WORTH: &str = "value";

/// What stands before the key of a field in the URL.
const FROM: &str = "from-";
const TO: &str = "to-";

/// Fields that are asked about, and characters of a bound.
const RANGES_MAX: usize = 50;
const BOUND_CHARS_MAX: usize = 30;

/// Both ends of a range as they were typed; an empty one is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub from: String,
    pub to: String,
}

/// Ranges by the keys of their fields.
pub type Ranges = BTreeMap<String, Span>;

/// What a bound must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Number,
    Day,
    /// In the money of the business.
    Money,
}

impl Measure {
    /// What the values of a field are measured in; nothing where it can hold any text.
    pub fn of(field: &Field) -> Option<Measure> {
        match field.kind {
            FieldKind::Number => Some(Measure::Number),
            FieldKind::Date => Some(Measure::Day),
            FieldKind::Text | FieldKind::Choice | FieldKind::YesNo => None,
        }
    }

    fn of_key(key: &str, playbook: &Playbook) -> Option<Measure> {
        match key {
            WORTH => Some(Measure::Money),
            key => playbook.field(key).and_then(Measure::of),
        }
    }

    fn read(self, bound: &str) -> Option<f64> {
        match self {
            Measure::Number | Measure::Money => {
                bound.parse().ok().filter(|number: &f64| number.is_finite())
            }
            Measure::Day => day(bound),
        }
    }

    fn wrong(self, bound: &str, words: Words) -> String {
        let key = match self {
            Measure::Number | Measure::Money => "leads-range-no-number",
            Measure::Day => "leads-range-no-day",
        };
        words.fill(key, &[("value", bound.into())])
    }
}

/// The ranges of a query.
pub fn of(pairs: &[(String, String)]) -> Ranges {
    let mut ranges = Ranges::new();
    for (name, value) in pairs {
        let value: String = value.trim().chars().take(BOUND_CHARS_MAX).collect();
        let from = name.strip_prefix(FROM).map(|key| (key, true));
        let Some((key, is_from)) = from.or_else(|| Some((name.strip_prefix(TO)?, false))) else {
            continue;
        };
        let is_new = !ranges.contains_key(key);
        if key.is_empty() || value.is_empty() || is_new && ranges.len() >= RANGES_MAX {
            continue;
        }
        let span = ranges.entry(key.to_owned()).or_default();
        *(if is_from { &mut span.from } else { &mut span.to }) = value;
    }
    ranges
}

/// Adds the ranges to a query.
pub fn write(ranges: &Ranges, query: &mut String) {
    for (name, bound) in bounds(ranges) {
        append(query, &name, bound);
    }
}

/// The bounds that are set, each with its name in the URL.
pub fn bounds(ranges: &Ranges) -> impl Iterator<Item = (String, &str)> {
    let ends = ranges.iter().flat_map(|(key, span)| {
        [(name(key, true), span.from.as_str()), (name(key, false), span.to.as_str())]
    });
    ends.filter(|(_, bound)| !bound.is_empty())
}

/// The name of a bound in the URL.
pub fn name(key: &str, is_from: bool) -> String {
    format!("{}{key}", if is_from { FROM } else { TO })
}

/// What the index is asked of the fields; a bound that cannot be read is open.
pub fn between(ranges: &Ranges) -> Vec<Between> {
    let fields = ranges.iter().filter(|(key, _)| *key != WORTH);
    let bounds = fields.map(|(key, span)| (key, measure(&span.from), measure(&span.to)));
    let narrowing = bounds.filter(|(_, from, to)| from.is_some() || to.is_some());
    narrowing.map(|(key, from, to)| Between::of(key, from, to)).collect()
}

/// What the index is asked of the worth, in minor units.
pub fn worth(ranges: &Ranges) -> Option<RangeInclusive<u64>> {
    let span = ranges.get(WORTH)?;
    let minor =
        |bound: &str| Measure::Money.read(bound).map(|major| (major * 100.0).round() as u64);
    match (minor(&span.from), minor(&span.to)) {
        (None, None) => None,
        // What nobody has valued is worth 0 in the index, and is not worth little.
        (from, to) => Some(from.unwrap_or(1).max(1)..=to.unwrap_or(u64::MAX)),
    }
}

/// What is wrong with one end of a range.
pub struct Wrong {
    pub key: String,
    pub is_from: bool,
    pub sentence: String,
}

/// What is wrong with the ranges, by what their fields hold.
pub fn wrong(ranges: &Ranges, playbook: &Playbook, words: Words) -> Vec<Wrong> {
    let measured =
        ranges.iter().filter_map(|(key, span)| Some((key, span, Measure::of_key(key, playbook)?)));
    measured.flat_map(|(key, span, measure)| wrong_with(key, span, measure, words)).collect()
}

fn wrong_with(key: &str, span: &Span, measure: Measure, words: Words) -> Vec<Wrong> {
    let wrong = |is_from, sentence| Wrong { key: key.to_owned(), is_from, sentence };
    let unread = |bound: &str, is_from| {
        let is_unread = !bound.is_empty() && measure.read(bound).is_none();
        is_unread.then(|| wrong(is_from, measure.wrong(bound, words)))
    };
    let ends = measure.read(&span.from).zip(measure.read(&span.to));
    let turned = ends.filter(|(from, to)| from > to);
    let turned = turned.map(|_| wrong(false, words.say("leads-range-turned")));
    [unread(&span.from, true), unread(&span.to, false), turned].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::web::leads::filter::{Filter, pairs};

    #[test]
    fn ranges_read_back_from_their_query_and_nonsense_is_none() {
        let query = "from-size=10&to-size=49.5&to-due=2026-06-01&from-value=250.5";
        let filter = Filter::of_query(query);
        assert_eq!(filter.ranges["size"], Span { from: "10".into(), to: "49.5".into() });
        assert_eq!(Filter::of_query(&filter.query()), filter);
        assert_eq!(worth(&filter.ranges), Some(25_050..=u64::MAX));
        assert_eq!(between(&filter.ranges).len(), 2);
        assert_eq!(Filter::of_query("from-=1&from-size=&x-size=2"), Filter::open());
        let many: String = (0..500).map(|n| format!("from-f{n}=1&")).collect();
        assert_eq!(of(&pairs(&many)).len(), RANGES_MAX);
        assert!(between(&of(&pairs("from-size=many"))).is_empty());
    }
}
