//! How good a model is about leads it has not seen, in folds.

use super::auc::{Auc, auc, within};
use super::dice::Dice;
use super::table::Table;
use crate::playbook::learned::{Model, View};
use serde::Serialize;

/// Does so many pieces of work, in any order, and answers in theirs.
pub type Workers<'a> = &'a dyn Fn(usize, &(dyn Fn(usize) -> Vec<f64> + Sync)) -> Vec<Vec<f64>>;

/// Does one piece of work after the other.
pub fn one_by_one(count: usize, work: &(dyn Fn(usize) -> Vec<f64> + Sync)) -> Vec<Vec<f64>> {
    (0..count).map(work).collect()
}

/// How good foretelling was, over all rows, each foretold by a model that had not seen it.
#[derive(Clone, Debug)]
pub struct Validated {
    pub auc: Auc,
    /// The mean square of what was foretold wrongly.
    pub brier: f64,
    pub log_loss: f64,
    /// The chance of each row, averaged over all seeds.
    pub chances: Vec<f64>,
}

/// Validates in so many folds, each with its share of won, for each of so many seeds.
///
/// The figures are means over the seeds. `None` if a fold lacks one of the ends.
pub fn in_folds(
    table: &Table,
    views: &[View],
    won: &[bool],
    (folds, seeds): (usize, usize),
    workers: Workers,
) -> Option<Validated> {
    let splits: Vec<Vec<usize>> = (0..seeds).map(|seed| fold_of_each(won, folds, seed)).collect();
    let piece = |at: usize| {
        let (split, fold) = (&splits[at / folds], at % folds);
        let (tried, learned): (Vec<usize>, Vec<usize>) =
            (0..won.len()).partition(|row| split[*row] == fold);
        Model::learn(table, views, won, &learned).chances(table, &tried)
    };
    let told = workers(seeds * folds, &piece);
    let mut sums = vec![0.0; won.len()];
    let (mut areas, mut variance, mut brier, mut log_loss) = (0.0, 0.0, 0.0, 0.0);
    for (split, told) in splits.iter().zip(told.chunks(folds)) {
        let mut next: Vec<_> = told.iter().map(|chances| chances.iter()).collect();
        let chances: Vec<f64> =
            split.iter().filter_map(|fold| next[*fold].next().copied()).collect();
        let area = auc(&chances, won)?;
        areas += area.auc;
        variance += area.variance;
        brier += brier_of(&chances, won);
        log_loss += log_loss_of(&chances, won);
        sums.iter_mut().zip(&chances).for_each(|(sum, chance)| *sum += chance);
    }
    let mean = |sum: f64| sum / seeds as f64;
    Some(Validated {
        auc: within(mean(areas), mean(variance)),
        brier: mean(brier),
        log_loss: mean(log_loss),
        chances: sums.into_iter().map(mean).collect(),
    })
}

/// The fold of every row; each fold has about the same share of won.
fn fold_of_each(won: &[bool], folds: usize, seed: usize) -> Vec<usize> {
    let mut dice = Dice::of(seed as u64 + 1);
    let mut split = vec![0; won.len()];
    for end in [true, false] {
        let mut rows: Vec<usize> = (0..won.len()).filter(|row| won[*row] == end).collect();
        dice.shuffle(&mut rows);
        let at = if end { 0 } else { folds / 2 };
        rows.into_iter().enumerate().for_each(|(place, row)| split[row] = (place + at) % folds);
    }
    split
}

/// The mean square of the difference between what was foretold and what came.
pub fn brier_of(chances: &[f64], won: &[bool]) -> f64 {
    let wrong = |(chance, won): (&f64, &bool)| (chance - f64::from(u8::from(*won))).powi(2);
    chances.iter().zip(won).map(wrong).sum::<f64>() / won.len().max(1) as f64
}

fn log_loss_of(chances: &[f64], won: &[bool]) -> f64 {
    let wrong = |(chance, won): (&f64, &bool)| {
        let right = if *won { *chance } else { 1.0 - chance };
        -right.max(1e-12).ln()
    };
    chances.iter().zip(won).map(wrong).sum::<f64>() / won.len().max(1) as f64
}

/// Leads of similar chances, and how many of them were won.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calibrated {
    pub rows: usize,
    /// The mean of what was foretold.
    pub foretold: f64,
    /// The share that was won.
    pub won: f64,
}

/// Ten groups of as many rows, from the least promising to the most.
pub fn calibration(chances: &[f64], won: &[bool]) -> Vec<Calibrated> {
    const GROUPS: usize = 10;
    let mut order: Vec<usize> = (0..won.len()).collect();
    order.sort_by(|a, b| chances[*a].total_cmp(&chances[*b]));
    let group = |at: usize| {
        let rows = &order[won.len() * at / GROUPS..won.len() * (at + 1) / GROUPS];
        let count = rows.len().max(1) as f64;
        Calibrated {
            rows: rows.len(),
            foretold: rows.iter().map(|row| chances[*row]).sum::<f64>() / count,
            won: rows.iter().filter(|row| won[**row]).count() as f64 / count,
        }
    };
    (0..GROUPS).map(group).filter(|group| group.rows > 0).collect()
}
