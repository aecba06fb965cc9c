//! Columns that may know the end because they were filled in after it.
//!
//! A model that was let see them would be right about the past and of no use tomorrow.

use super::auc::auc;
use super::choice::Choice;
use super::dice::Dice;
use super::nature::is_missing;
use super::shape::Fineness;
use super::table::{Column, Table};
use crate::playbook::learned::Shape;
use serde::Serialize;

/// Why a column is suspected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Suspicion {
    /// By itself it foretells the end almost perfectly.
    KnowsTheEnd,
    /// It is filled in for leads of one end only.
    OnlyWon,
    OnlyLost,
    /// By itself it says about as much as everything else together.
    SaysAsMuchAsAll,
}

/// A column that is suspected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suspect {
    #[serde(skip)]
    pub column: usize,
    #[serde(rename = "column")]
    pub name: String,
    pub why: Suspicion,
    /// The ROC AUC of this column by itself.
    pub alone: f64,
    pub dropped: bool,
}

/// The ROC AUC from which on a single column knows too much.
const TOO_GOOD: f64 = 0.95;

/// How unlikely it must be that a column is filled for one end only by chance, as a logarithm.
const UNLIKELY: f64 = -14.0;

/// The share of an end that such a column must cover.
const COVERED: f64 = 0.05;

/// The ROC AUC of each column by itself, learned on one half of the rows and tried on the other.
///
/// `None` for columns that are not used.
pub fn alone(table: &Table, choice: &Choice, won: &[bool]) -> Vec<Option<f64>> {
    let mut rows: Vec<usize> = (0..won.len()).collect();
    Dice::of(HALVES).shuffle(&mut rows);
    let (first, second) = rows.split_at(rows.len() / 2);
    let mut best = vec![None; table.columns.len()];
    for view in &choice.views {
        let column = &table.columns[view.column];
        let mut shares = vec![0.0; won.len()];
        for (learned, tried) in [(first, second), (second, first)] {
            let shape = Shape::learn(*view, column, learned, Fineness::of(learned.len(), 1));
            foretell(&shape, column, won, learned, tried, &mut shares);
        }
        let told = auc(&shares, won).map_or(0.5, |told| told.auc);
        let known: &mut Option<f64> = &mut best[view.column];
        *known = Some(known.map_or(told, |known| known.max(told)));
    }
    best
}

/// The seed by which rows are halved.
const HALVES: u64 = 41;

/// Writes the share of won of the level of each row that is tried, drawn a little to the average.
fn foretell(
    shape: &Shape,
    column: &Column,
    won: &[bool],
    learned: &[usize],
    tried: &[usize],
    shares: &mut [f64],
) {
    let levels = shape.of_texts(column);
    let level = |row: usize| usize::from(levels[column.rows[row] as usize]);
    let average =
        learned.iter().filter(|row| won[**row]).count() as f64 / learned.len().max(1) as f64;
    let mut cells = vec![(average * 4.0, 4.0); shape.levels.len()];
    for row in learned {
        let cell = &mut cells[level(*row)];
        *cell = (cell.0 + f64::from(u8::from(won[*row])), cell.1 + 1.0);
    }
    for row in tried {
        let (sum, count) = cells[level(*row)];
        shares[*row] = sum / count;
    }
}

/// Columns that know the end, or are filled for one end only. Such a column is dropped, unless
/// somebody said to keep it.
pub fn suspects(
    table: &Table,
    won: &[bool],
    alone: &[Option<f64>],
    kept: &[usize],
) -> Vec<Suspect> {
    let suspicion = |place: usize| {
        let told = alone[place]?;
        let why = one_sided(&table.columns[place], won)
            .or((told >= TOO_GOOD).then_some(Suspicion::KnowsTheEnd))?;
        let name = table.columns[place].name.clone();
        Some(Suspect { column: place, name, why, alone: told, dropped: !kept.contains(&place) })
    };
    (0..alone.len()).filter_map(suspicion).collect()
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
