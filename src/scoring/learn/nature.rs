//! What a column is: numbers, words, days, or nothing that a forecast can be made from.
//!
//! Judged by what stands in it and never by its name, and without a look at how the leads ended.

use super::moment::{moment, order_of};
use super::number::{number, point_of};
use super::table::Column;
use crate::playbook::learned::{Order, Point};
use serde::Serialize;
use std::collections::BTreeSet;

/// How a column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Numbers(Point),
    Words,
    Moments(Order),
    /// It tells the leads apart and says nothing by itself.
    Useless(Useless),
}

/// Why a column is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Useless {
    /// It is empty.
    Empty,
    /// It says the same of everybody.
    Constant,
    /// Its numbers only count the rows.
    Counting,
    /// It says something else of nearly everybody, as names and addresses do.
    Unique,
    /// It is written freely.
    Prose,
}

/// How much of a column must read as numbers, or as days, for it to be such.
const MOSTLY: f64 = 0.9;

/// Rows from which on a column can be told to be different for everybody.
const UNIQUE_ROWS: usize = 20;

/// The share of different texts from which on it is, and from which on long texts are prose.
const UNIQUE: f64 = 0.9;
const PROSE: f64 = 0.4;

/// Words of a text on average, from which on it is written and not chosen.
const PROSE_WORDS: f64 = 4.0;

/// Digits from which on a whole number is a name rather than an amount.
const NAME_DIGITS: usize = 9;

/// Whether a text says that nothing is known.
pub fn is_missing(text: &str) -> bool {
    const SAID: [&str; 10] = ["", "na", "n/a", "#n/a", "null", "nan", "nil", "-", "--", "?"];
    text.len() <= 4 && SAID.iter().any(|said| text.eq_ignore_ascii_case(said))
}

/// What a column is, by its texts.
pub fn nature(column: &Column) -> Nature {
    let counts = column.counts();
    let all = column.texts.iter().zip(counts);
    let said: Vec<(&str, usize)> = all
        .map(|(text, count)| (text.as_str(), count))
        .filter(|(text, count)| *count > 0 && !is_missing(text))
        .collect();
    let rows: usize = said.iter().map(|(_, count)| count).sum();
    if said.is_empty() {
        return Nature::Useless(Useless::Empty);
    }
    if said.len() == 1 && rows == column.rows.len() {
        return Nature::Useless(Useless::Constant);
    }
    let texts = || said.iter().map(|(text, _)| *text);
    let point = point_of(texts());
    let order = order_of(texts());
    let share = |reads: &dyn Fn(&str) -> bool| {
        let read = said.iter().filter(|(text, _)| reads(text)).map(|(_, count)| count);
        read.sum::<usize>() as f64 / rows as f64
    };
    if share(&|text| moment(text, order).is_some()) >= MOSTLY {
        return Nature::Moments(order);
    }
    let different = said.len() as f64 / rows as f64;
    let is_unique = rows >= UNIQUE_ROWS && different >= UNIQUE;
    if share(&|text| number(text, point).is_some()) >= MOSTLY && !are_codes(texts()) {
        return match is_unique && is_counting(column, point) {
            true => Nature::Useless(Useless::Counting),
            false => Nature::Numbers(point),
        };
    }
    let words = said.iter().map(|(text, count)| text.split_whitespace().count() * count);
    let words = words.sum::<usize>() as f64 / rows as f64;
    match () {
        () if words >= PROSE_WORDS && different >= PROSE => Nature::Useless(Useless::Prose),
        () if is_unique => Nature::Useless(Useless::Unique),
        () => Nature::Words,
    }
}

/// Whether the digits are a name, as in postcodes that begin with 0 and in numbers of telephones.
fn are_codes<'a>(mut texts: impl Iterator<Item = &'a str> + Clone) -> bool {
    let is_padded = |text: &str| {
        text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let count = texts.clone().count();
    let long =
        texts.clone().filter(|text| !text.contains(['.', ',']) && digits(text) >= NAME_DIGITS);
    long.count() * 10 >= count * 9 || texts.any(is_padded)
}

/// Whether whole numbers go up, or down, from row to row, or leave hardly any out.
fn is_counting(column: &Column, point: Point) -> bool {
    let texts: Vec<Option<f64>> = column.texts.iter().map(|text| number(text, point)).collect();
    let values: Vec<f64> = column.rows.iter().filter_map(|text| texts[*text as usize]).collect();
    if values.iter().any(|value| value.fract() != 0.0 || value.abs() > 1e15) {
        return false;
    }
    let up = values.windows(2).filter(|pair| pair[1] > pair[0]).count();
    let down = values.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let different: BTreeSet<i64> = values.iter().map(|value| *value as i64).collect();
    let (first, last) = (different.first(), different.last());
    let span = last.zip(first).map_or(0, |(last, first)| last - first) as f64;
    let steps = values.len().saturating_sub(1) as f64;
    up.max(down) as f64 >= 0.99 * steps || span <= 1.25 * different.len() as f64
}
