//! What the order of time shows: whether as many are won as before, and how good a model of the
//! older leads is about the latest.

use super::auc::{Auc, auc};
use super::choice::{Choice, Use, filled};
use super::moment::moment;
use super::nature::{Nature, Useless, nature};
use super::number::{number, point_of};
use super::table::{Column, Table};
use super::validation::brier_of;
use crate::playbook::learned::{Model, Order, Point, View};
use serde::Serialize;

/// What the order of time shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OverTime {
    /// The column that says when; `None` for the order of the list.
    pub ordered_by: Option<String>,
    /// The share of won in each fifth, the oldest first.
    pub shares: Vec<f64>,
    /// How likely the first and the last fifth differ so much by chance.
    pub p: f64,
    pub moved: bool,
    /// What a model of the first four fifths says of the last.
    pub latest: Option<Latest>,
}

/// How good a model of the older leads is about the latest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Latest {
    #[serde(flatten)]
    pub auc: Auc,
    pub brier: f64,
    pub foretold: f64,
    pub won: f64,
}

/// The least that must change, and how unlikely by chance, for the share of won to have moved.
const MOVED: f64 = 0.01;
const BY_CHANCE: f64 = 0.001;

/// Puts the leads in the order of time and looks at it; `when` is the column that says it.
pub fn over_time(
    table: &Table,
    views: &[View],
    won: &[bool],
    when: Option<usize>,
) -> Option<OverTime> {
    const FIFTHS: usize = 5;
    let order = in_order(table, when);
    let fifth = |at: usize| &order[order.len() * at / FIFTHS..order.len() * (at + 1) / FIFTHS];
    let wins = |rows: &[usize]| rows.iter().filter(|row| won[**row]).count() as f64;
    let share = |at: usize| wins(fifth(at)) / fifth(at).len().max(1) as f64;
    let shares: Vec<f64> = (0..FIFTHS).map(share).collect();
    let (first, last) = (fifth(0), fifth(FIFTHS - 1));
    if first.is_empty() {
        return None;
    }
    let p = differ((wins(first), first.len() as f64), (wins(last), last.len() as f64));
    let moved = p < BY_CHANCE && (shares[0] - shares[FIFTHS - 1]).abs() >= MOVED;
    let older = &order[..order.len() - last.len()];
    let can_learn = [older, last].iter().all(|rows| {
        let wins = wins(rows);
        wins >= ENDS_LEAST && rows.len() as f64 - wins >= ENDS_LEAST
    });
    let latest = || {
        let chances = Model::learn(table, views, won, older).chances(table, last);
        let ends: Vec<bool> = last.iter().map(|row| won[*row]).collect();
        let count = last.len() as f64;
        Some(Latest {
            auc: auc(&chances, &ends)?,
            brier: brier_of(&chances, &ends),
            foretold: chances.iter().sum::<f64>() / count,
            won: wins(last) / count,
        })
    };
    Some(OverTime {
        ordered_by: when.map(|place| table.columns[place].name.clone()),
        shares,
        p,
        moved,
        latest: if can_learn { latest() } else { None },
    })
}

/// Leads of either end that are needed to say something.
const ENDS_LEAST: f64 = 10.0;

/// The column that says when, if one does: of those with days the one that is fullest.
pub fn when(table: &Table, choice: &Choice, never: &[usize]) -> Option<usize> {
    let full = |place: &usize| filled(&table.columns[*place]);
    let days = |place: &usize| choice.uses[*place] == Use::Moments && !never.contains(place);
    let days = (0..table.columns.len()).filter(days).filter(|place| full(place) >= MOSTLY_FILLED);
    days.max_by(|a, b| full(a).total_cmp(&full(b)).then(b.cmp(a)))
}

/// Whether a column can say when: it names days, or numbers by which leads are put in order.
pub fn tells_when(column: &Column) -> bool {
    match nature(column) {
        Nature::Moments(_) | Nature::Numbers(_) | Nature::Useless(Useless::Counting) => true,
        Nature::Useless(Useless::Constant) => moment(column.text(0), Order::DayFirst).is_some(),
        Nature::Words | Nature::Useless(Useless::Empty | Useless::Unique | Useless::Prose) => false,
    }
}

/// The share of rows in which a column must say when.
pub(super) const MOSTLY_FILLED: f64 = 0.95;

/// The rows from the oldest to the latest; where nothing says when, as they stand in the list.
fn in_order(table: &Table, when: Option<usize>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..table.rows()).collect();
    let Some(column) = when.map(|place| &table.columns[place]) else { return order };
    if let Nature::Moments(days) = nature(column) {
        let texts: Vec<_> = column.texts.iter().map(|text| moment(text, days)).collect();
        order.sort_by_key(|row| texts[column.rows[*row] as usize]);
    } else {
        let point: Point = point_of(column.texts.iter().map(String::as_str));
        sort_by_number(&mut order, column, point);
    }
    order
}

fn sort_by_number(order: &mut [usize], column: &Column, point: Point) {
    let value = |text: &String| number(text, point).unwrap_or(f64::MIN);
    let texts: Vec<f64> = column.texts.iter().map(value).collect();
    let at = |row: &usize| texts[column.rows[*row] as usize];
    order.sort_by(|a, b| at(a).total_cmp(&at(b)));
}

/// How likely two shares differ as much by chance: a test of two proportions.
fn differ((wins, rows): (f64, f64), (other_wins, other_rows): (f64, f64)) -> f64 {
    let pooled = (wins + other_wins) / (rows + other_rows);
    let variance = pooled * (1.0 - pooled) * (1.0 / rows + 1.0 / other_rows);
    if variance <= 0.0 {
        return 1.0;
    }
    let z = (wins / rows - other_wins / other_rows).abs() / variance.sqrt();
    beyond(z)
}

/// The share of a normal distribution that lies farther from its middle than this, to seven digits
/// (Abramowitz and Stegun 7.1.26).
fn beyond(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.327_591_1 * z / std::f64::consts::SQRT_2);
    let parts = [0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429];
    let sum = parts.iter().rev().fold(0.0, |sum, part| (sum + part) * t);
    sum * (-z * z / 2.0).exp()
}
