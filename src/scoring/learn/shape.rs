//! The levels of a field, as the history bears them out: ranges of a number, words that are common
//! enough, days of the week; what is rare is pooled, and what is missing is a level of its own.

use super::moment::moment;
use super::nature::is_missing;
use super::number::number;
use super::table::Column;
use crate::playbook::learned::{Level, LevelRule, Shape, Side, View};
use std::collections::BTreeMap;

/// How finely fields are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fineness {
    /// Ranges of a number at most, and words.
    pub ranges: usize,
    pub words: usize,
    /// Rows that a range or a word must have to be one of its own.
    pub rows: usize,
}

/// Levels of all fields together, at most: what can be solved in a moment.
const LEVELS_MAX: usize = 720;

impl Fineness {
    /// As fine as so many rows and fields allow.
    pub fn of(rows: usize, fields: usize) -> Fineness {
        let share = (LEVELS_MAX.min(rows * 3 / 4) / fields.max(1)).max(4);
        Fineness {
            ranges: (rows / 10).clamp(5, 32).min(share),
            words: share.min(60),
            rows: if rows < 500 { 3 } else { 5 },
        }
    }
}

impl Shape {
    /// The levels that some rows of a column bear out.
    pub fn learn(view: View, column: &Column, rows: &[usize], fineness: Fineness) -> Shape {
        let mut counts = vec![0; column.texts.len()];
        rows.iter().for_each(|row| counts[column.rows[*row] as usize] += 1);
        let texts = column.texts.iter().map(String::as_str).zip(counts);
        let texts: Vec<(&str, usize)> = texts.filter(|(_, count)| *count > 0).collect();
        let mut shape = match view.side {
            Side::Numbers => of_numbers(view, &texts, fineness),
            Side::Words => of_words(view, &texts, fineness),
            Side::Weekday => fixed(view, (1..=7).map(Level::Weekday).collect()),
            Side::Month => fixed(view, (1..=12).map(Level::Month).collect()),
            Side::Hour => fixed(view, (0..8).map(|at| Level::Hours(at * 3, at * 3 + 3)).collect()),
            Side::Filled => fixed(view, vec![Level::Filled(true), Level::Filled(false)]),
        };
        let lacks = texts.iter().any(|(text, _)| is_missing(text)) && view.side != Side::Filled;
        if lacks {
            shape.levels.push(Level::Missing);
        }
        let pooled = match &shape.rule {
            LevelRule::Words(known) => texts
                .iter()
                .filter(|(text, _)| !is_missing(text) && !known.contains_key(*text))
                .count(),
            LevelRule::Numbers { .. } | LevelRule::Fixed => 0,
        };
        shape.levels.push(Level::Other(pooled));
        shape
    }

    /// The level of a text.
    pub fn level(&self, text: &str) -> u16 {
        let other = (self.levels.len() - 1) as u16;
        if self.view.side == Side::Filled {
            return u16::from(is_missing(text));
        }
        if is_missing(text) {
            let missing = self.levels.iter().position(|level| *level == Level::Missing);
            return missing.map_or(other, |place| place as u16);
        }
        match &self.rule {
            LevelRule::Words(known) => known.get(text).copied().unwrap_or(other),
            LevelRule::Numbers { ends, spikes } => {
                let Some(value) = number(text, self.view.point) else { return other };
                match spikes.iter().position(|spike| *spike == value) {
                    Some(spike) => (self.places.len() + spike) as u16,
                    None if self.places.is_empty() => other,
                    None => ends.partition_point(|end| value > *end) as u16,
                }
            }
            LevelRule::Fixed => {
                let at = moment(text, self.view.order);
                at.map_or(other, |at| match self.view.side {
                    Side::Weekday => at.weekday().to_monday_zero_offset() as u16,
                    Side::Month => (at.month() - 1) as u16,
                    Side::Hour => (at.hour() / 3) as u16,
                    Side::Numbers | Side::Words | Side::Filled => other,
                })
            }
        }
    }

    /// The level of every text of a column.
    pub fn of_texts(&self, column: &Column) -> Vec<u16> {
        column.texts.iter().map(|text| self.level(text)).collect()
    }
}

fn fixed(view: View, levels: Vec<Level>) -> Shape {
    Shape { view, levels, places: Vec::new(), rule: LevelRule::Fixed }
}

fn of_words(view: View, texts: &[(&str, usize)], fineness: Fineness) -> Shape {
    let mut common: Vec<&(&str, usize)> =
        texts.iter().filter(|(text, count)| *count >= fineness.rows && !is_missing(text)).collect();
    common.sort_by_key(|(text, count)| (std::cmp::Reverse(*count), *text));
    common.truncate(fineness.words);
    let known =
        common.iter().zip(0..).map(|((text, _), place)| ((*text).to_owned(), place)).collect();
    let levels = common.iter().map(|(text, _)| Level::Word((*text).to_owned())).collect();
    Shape { view, levels, places: Vec::new(), rule: LevelRule::Words(known) }
}

fn of_numbers(view: View, texts: &[(&str, usize)], fineness: Fineness) -> Shape {
    let mut values: BTreeMap<Ordered, usize> = BTreeMap::new();
    for (text, count) in texts {
        if let Some(value) = number(text, view.point).filter(|_| !is_missing(text)) {
            *values.entry(Ordered(value)).or_default() += count;
        }
    }
    let values: Vec<(f64, usize)> =
        values.into_iter().map(|(value, count)| (value.0, count)).collect();
    let spikes = spikes(&values, fineness);
    let rest: Vec<(f64, usize)> =
        values.into_iter().filter(|(value, _)| !spikes.contains(value)).collect();
    let ranges = ranges(&rest, fineness);
    let levels = ranges.iter().map(|range| match range.from == range.to {
        true => Level::Exactly(range.from),
        false => Level::Between(range.from, range.to),
    });
    let levels: Vec<Level> =
        levels.chain(spikes.iter().map(|spike| Level::Exactly(*spike))).collect();
    let ends = ranges.windows(2).map(|pair| f64::midpoint(pair[0].to, pair[1].from)).collect();
    Shape { view, places: places(&ranges), levels, rule: LevelRule::Numbers { ends, spikes } }
}

/// A range of numbers, as far as they occur.
struct Range {
    from: f64,
    to: f64,
    rows: usize,
    sum: f64,
}

/// Where ranges lie on a scale that is even in the middle and shrinks what is far out, as
/// logarithms do.
fn places(ranges: &[Range]) -> Vec<f64> {
    let mean = |range: &Range| range.sum / range.rows as f64;
    let quarter = |share: f64| {
        let rows: usize = ranges.iter().map(|range| range.rows).sum();
        let mut passed = 0;
        let at = ranges.iter().find(|range| {
            passed += range.rows;
            passed as f64 >= share * rows as f64
        });
        at.map_or(0.0, mean)
    };
    let (low, middle, high) = (quarter(0.25), quarter(0.5), quarter(0.75));
    let whole = ranges.last().map_or(0.0, mean) - ranges.first().map_or(0.0, mean);
    let wide = if high > low { (high - low) / 1.35 } else { whole / 4.0 };
    let wide = wide.max(f64::MIN_POSITIVE);
    let scaled = |range: &Range| FAR * ((mean(range) - middle) / (wide * FAR)).asinh();
    let mut places: Vec<f64> = ranges.iter().map(scaled).collect();
    for at in 1..places.len() {
        places[at] = places[at].max(places[at - 1] + NEAR);
    }
    places
}

/// Standard deviations beyond which the scale shrinks, and the least between two neighbours.
const FAR: f64 = 3.0;
const NEAR: f64 = 0.01;

/// A number that can be put in order; there is none that is not a number among them.
#[derive(Clone, Copy, PartialEq)]
struct Ordered(f64);

impl Eq for Ordered {}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Ordered) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordered {
    fn cmp(&self, other: &Ordered) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The share of rows from which on a value is a level of its own, however its neighbours are.
const SPIKE: f64 = 0.08;

/// The share from which on a value at the end is, if it lies as far out as all others are wide.
const FAR_SPIKE: f64 = 0.005;

/// Values that stand for something of their own, as -1 for never and 999 for unknown do.
fn spikes(values: &[(f64, usize)], fineness: Fineness) -> Vec<f64> {
    let rows: usize = values.iter().map(|(_, count)| count).sum();
    let share = |count: usize| count as f64 / rows.max(1) as f64;
    let is_many = values.len() > fineness.ranges;
    let is_far = |at: usize| {
        let rest = if at == 0 { &values[1..] } else { &values[..at] };
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else { return false };
        let gap = if at == 0 { first.0 - values[0].0 } else { values[at].0 - last.0 };
        rest.len() > 1 && gap > last.0 - first.0
    };
    let is_spike = |(at, (_, count)): &(usize, &(f64, usize))| {
        let is_end = *at == 0 || *at + 1 == values.len();
        let heavy = is_many && share(*count) >= SPIKE;
        let enough = *count >= fineness.rows;
        let far = is_end && share(*count) >= FAR_SPIKE && is_far(*at);
        enough && (heavy || far)
    };
    values.iter().enumerate().filter(is_spike).map(|(_, (value, _))| *value).collect()
}

/// Ranges of about as many rows each, but for those at the ends, which are finer.
fn ranges(values: &[(f64, usize)], fineness: Fineness) -> Vec<Range> {
    let rows: usize = values.iter().map(|(_, count)| count).sum();
    let wanted = rows as f64 / fineness.ranges as f64;
    let mut ranges: Vec<Range> = Vec::new();
    let (mut held, mut left) = (0, rows);
    for (value, count) in values {
        match ranges.last_mut().filter(|_| held > 0) {
            Some(range) => {
                range.to = *value;
                range.rows += count;
                range.sum += value * *count as f64;
            }
            None => {
                let sum = value * *count as f64;
                ranges.push(Range { from: *value, to: *value, rows: *count, sum });
            }
        }
        held += count;
        left -= count;
        let is_end = ((rows - left) as f64) < wanted || (left as f64) < wanted;
        let wanted = if is_end { wanted / 4.0 } else { wanted }.max(fineness.rows as f64);
        if held as f64 >= wanted && left as f64 >= wanted / 2.0 {
            held = 0;
        }
    }
    ranges
}
