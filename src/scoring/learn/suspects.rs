//! Columns that may know the end because they were filled in after it.
//!
//! A model that was let see them would be right about the past and of no use tomorrow.

use super::auc::auc;
use super::choice::{Choice, filled};
use super::dice::Dice;
use super::moment::moment;
use super::nature::is_missing;
use super::over_time::MOSTLY_FILLED;
use super::shape::Fineness;
use super::table::{Column, Table};
use crate::playbook::learned::{Model, Pair, Shape, Side};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Ordering;

/// Why a column is suspected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Suspicion {
    /// By itself it foretells the end almost perfectly.
    KnowsTheEnd,
    /// It is filled in for leads of one end only.
    OnlyWon,
    OnlyLost,
    /// Its days practically never stand before those of another column.
    FilledLater,
    /// By itself it says about as much as everything else together, which may well be right.
    SaysAsMuchAsAll,
}

/// A column that is suspected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suspect {
    #[serde(skip)]
    pub column: usize,
    #[serde(rename = "column")]
    pub name: String,
    /// The column together with which it is suspected, and not by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    pub why: Suspicion,
    /// The ROC AUC of this column by itself, or of the two; at least 0.5.
    pub alone: f64,
    pub dropped: bool,
}

/// The ROC AUC from which on a single column knows too much.
pub(super) const TOO_GOOD: f64 = 0.95;

/// How unlikely it must be that a column is filled for one end only by chance, as a logarithm.
const UNLIKELY: f64 = -14.0;

/// The share of an end that such a column must cover.
const COVERED: f64 = 0.05;

/// The ROC AUC of each column by itself, learned on one half of the rows and tried on the other.
///
/// `None` for columns that are not used.
pub fn alone(table: &Table, choice: &Choice, won: &[bool]) -> Vec<Option<f64>> {
    let mut best = vec![None; table.columns.len()];
    for view in &choice.views {
        let column = &table.columns[view.column];
        let told = in_halves(won, |learned| {
            let shape = Shape::learn(*view, column, learned, Fineness::of(learned.len(), 1));
            let levels = shape.of_texts(column);
            let level = move |row: usize| usize::from(levels[column.rows[row] as usize]);
            (shape.levels.len(), level)
        });
        let known: &mut Option<f64> = &mut best[view.column];
        *known = Some(known.map_or(told, |known| known.max(told)));
    }
    best
}

/// The ROC AUC of two fields together and nothing else, learned and tried in the same way.
pub fn alone_together(model: &Model, pair: &Pair, table: &Table, won: &[bool]) -> f64 {
    let known = |field: usize| {
        let shape = &model.shapes[field];
        let column = &table.columns[shape.view.column];
        (column, shape.of_texts(column))
    };
    let both = [known(pair.first), known(pair.second)];
    let level = |row: usize| {
        let [first, second] =
            both.each_ref().map(|(column, levels)| levels[column.rows[row] as usize]);
        usize::from(pair.level(first, second))
    };
    in_halves(won, |_| (pair.width, level))
}

/// The ROC AUC of levels that are learned on one half of the rows and tried on the other, as the mean
/// of both: rows of two halves are not compared, since a half that won less teaches that others win
/// less. What does worse than a guess has learned from chance alone, and says as much as a guess.
fn in_halves<Level: Fn(usize) -> usize>(
    won: &[bool],
    learn: impl Fn(&[usize]) -> (usize, Level),
) -> f64 {
    let mut rows: Vec<usize> = (0..won.len()).collect();
    Dice::of(HALVES).shuffle(&mut rows);
    let (first, second) = rows.split_at(rows.len() / 2);
    let told = |(learned, tried): (&[usize], &[usize])| {
        let shares = foretold(learn(learned), won, learned, tried);
        let ends: Vec<bool> = tried.iter().map(|row| won[*row]).collect();
        Some(auc(&shares, &ends)?.auc)
    };
    let told: Vec<f64> = [(first, second), (second, first)].into_iter().filter_map(told).collect();
    (told.iter().sum::<f64>() / told.len().max(1) as f64).max(GUESS)
}

/// The seed by which rows are halved.
const HALVES: u64 = 41;

/// The ROC AUC of a guess.
const GUESS: f64 = 0.5;

/// The share of won of the level of each row that is tried, drawn a little to the average.
fn foretold(
    (count, level): (usize, impl Fn(usize) -> usize),
    won: &[bool],
    learned: &[usize],
    tried: &[usize],
) -> Vec<f64> {
    let average =
        learned.iter().filter(|row| won[**row]).count() as f64 / learned.len().max(1) as f64;
    let mut cells = vec![(average * 4.0, 4.0); count];
    for row in learned {
        let cell = &mut cells[level(*row)];
        *cell = (cell.0 + f64::from(u8::from(won[*row])), cell.1 + 1.0);
    }
    let share = |row: &usize| {
        let (sum, count) = cells[level(*row)];
        sum / count
    };
    tried.iter().map(share).collect()
}

/// Columns that know the end, are filled for one end only, or are among those filled in later. Such
/// a column is dropped, unless somebody said to keep it.
pub fn suspects(
    table: &Table,
    won: &[bool],
    alone: &[Option<f64>],
    later: &[usize],
    kept: &[usize],
) -> Vec<Suspect> {
    let suspicion = |place: usize| {
        let told = alone[place]?;
        let why = one_sided(&table.columns[place], won)
            .or(later.contains(&place).then_some(Suspicion::FilledLater))
            .or((told >= TOO_GOOD).then_some(Suspicion::KnowsTheEnd))?;
        let name = table.columns[place].name.clone();
        let dropped = !kept.contains(&place);
        Some(Suspect { column: place, name, with: None, why, alone: told, dropped })
    };
    (0..alone.len()).filter_map(suspicion).collect()
}

/// Rows in which two columns must both name a day, the share of them in which the later day may
/// stand before the other, and the share in which it must stand after it.
const DAYS_LEAST: usize = 20;
const BEFORE_MOST: f64 = 0.01;
const AFTER_LEAST: f64 = 0.1;

/// Columns whose days practically never stand before those of the column that says when, or else of
/// any that nearly every row fills.
pub fn filled_later(table: &Table, choice: &Choice, time: Option<usize>) -> Vec<usize> {
    let days = |place: usize| {
        let mut views = choice.views.iter().filter(|view| view.column == place);
        let view = views.find(|view| view.side == Side::Weekday)?;
        let column = &table.columns[place];
        let day = |text: &String| moment(text, view.order).map(|at| at.date());
        let texts: Vec<Option<Date>> = column.texts.iter().map(day).collect();
        let rows: Vec<_> = column.rows.iter().map(|text| texts[*text as usize]).collect();
        Some((place, rows))
    };
    let begins = |place: usize| match time {
        Some(time) => place == time,
        None => filled(&table.columns[place]) >= MOSTLY_FILLED,
    };
    let days: Vec<(usize, Vec<Option<Date>>)> = (0..table.columns.len()).filter_map(days).collect();
    let is_later = |(place, later): &&(usize, Vec<Option<Date>>)| {
        let mut others = days.iter().filter(|(other, _)| other != place && begins(*other));
        others.any(|(_, first)| is_after(first, later))
    };
    days.iter().filter(is_later).map(|(place, _)| *place).collect()
}

fn is_after(first: &[Option<Date>], later: &[Option<Date>]) -> bool {
    let (mut rows, mut before, mut after) = (0_usize, 0_usize, 0_usize);
    for (first, later) in first.iter().zip(later) {
        let (Some(first), Some(later)) = (first, later) else { continue };
        rows += 1;
        match later.cmp(first) {
            Ordering::Less => before += 1,
            Ordering::Greater => after += 1,
            Ordering::Equal => {}
        }
    }
    let share = |count: usize| count as f64 / rows.max(1) as f64;
    rows >= DAYS_LEAST && share(before) <= BEFORE_MOST && share(after) >= AFTER_LEAST
}

/// Whether a column is filled for the won only, or for the lost only, and not by chance.
fn one_sided(column: &Column, won: &[bool]) -> Option<Suspicion> {
    let missing: Vec<bool> = column.texts.iter().map(|text| is_missing(text)).collect();
    let (mut filled, mut all) = ([0.0_f64; 2], [0.0_f64; 2]);
    for (text, won) in column.rows.iter().zip(won) {
        let end = usize::from(*won);
        all[end] += 1.0;
        filled[end] += f64::from(u8::from(!missing[*text as usize]));
    }
    let is_only = |end: usize| {
        let chance = filled[end] * (all[end] / (all[0] + all[1])).ln();
        filled[1 - end] <= 0.002 * all[1 - end]
            && filled[end] >= COVERED * all[end]
            && chance < UNLIKELY
    };
    match () {
        () if is_only(1) => Some(Suspicion::OnlyWon),
        () if is_only(0) => Some(Suspicion::OnlyLost),
        () => None,
    }
}
