//! A report over past leads: how well they foretell the outcome, from which columns, and what to
//! beware of.

use super::auc::Auc;
use super::choice::Use;
use super::outcome::NoOutcome;
use super::over_time::{OverTime, over_time, tells_when, when};
use super::past::{Past, place_of, places_of};
use super::suspects::Suspect;
use super::table::Table;
use super::trial::{Trial, trial};
use super::validation::{Calibrated, Validated, Workers, calibration};
use crate::playbook::learned::{Level, Model};
use serde::Serialize;

/// Leads that must have ended, and of either end, for anything to be learned.
pub const LEADS_LEAST: usize = 50;
pub const ENDS_LEAST: usize = 10;

/// How many folds there may be, and how many seeds.
pub const FOLDS: std::ops::RangeInclusive<usize> = 2..=20;
pub const SEEDS: std::ops::RangeInclusive<usize> = 1..=20;

/// What is asked of the past.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub outcome: String,
    /// The words of the outcome that mean won, if somebody said which.
    pub positive: Vec<String>,
    /// The words that mean lost, if somebody said which; all others are left out then. An empty one
    /// means the empty cells.
    pub negative: Vec<String>,
    /// Columns that are left out, and columns that are kept though suspected.
    pub drop: Vec<String>,
    pub keep: Vec<String>,
    /// The column that says when.
    pub time: Option<String>,
    /// Of each row whether anything of it may have been found out after it came in; without, of all.
    pub doubted: Option<Vec<bool>>,
    /// Words by which such a row says no more than by an empty cell.
    pub blanks: Vec<String>,
    pub folds: usize,
    pub seeds: usize,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum NoReport {
    #[error("There is no column “{asked}”. There are: {}.", .known.join(", "))]
    NoColumn { asked: String, known: Vec<String> },
    #[error("The column “{0}” says how each lead ended, so it cannot be left out.")]
    DropsOutcome(String),
    #[error("The column “{0}” does not say when: there are neither days in it nor numbers.")]
    NoTime(String),
    #[error(transparent)]
    Outcome(#[from] NoOutcome),
    #[error(
        "Too little history: {leads} leads have ended, {won} of them won and {lost} lost. A model \
         needs at least {LEADS_LEAST}, and {ENDS_LEAST} of either. Until then the points decide."
    )]
    TooLittle { leads: usize, won: usize, lost: usize },
    #[error("No column is left to learn from. {}", .0)]
    NoColumns(String),
    #[error("There must be from {} to {} folds.", FOLDS.start(), FOLDS.end())]
    Folds,
    #[error("There must be from {} to {} seeds.", SEEDS.start(), SEEDS.end())]
    Seeds,
}

/// What became of a column, and how much it says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfColumn {
    pub name: String,
    #[serde(rename = "use")]
    pub used: Use,
    /// The column before it that says the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twin_of: Option<String>,
    /// Its ROC AUC by itself.
    pub alone: Option<f64>,
    /// The share of rows in which it says nothing.
    pub missing: f64,
    /// Different words that are rare and count as one.
    pub pooled: usize,
    /// How much it moves the chance: the mean of what it adds or takes, in logits.
    pub weight: f64,
    /// Levels with what each adds beside the average, the heaviest first.
    pub levels: Vec<OfLevel>,
}

/// One level of a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfLevel {
    pub level: Level,
    pub rows: usize,
    pub adds: f64,
}

impl OfLevel {
    /// How much it says: what it adds, the more so the more rows had it.
    pub(super) fn heft(&self) -> f64 {
        self.adds.abs() * (self.rows as f64).sqrt()
    }
}

/// Two columns that say more together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfPair {
    pub first: String,
    pub second: String,
    pub cells: usize,
    pub weight: f64,
}

/// The figures of another choice of columns.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    #[serde(flatten)]
    pub auc: Auc,
    pub brier: f64,
}

/// How well past leads foretell the outcome.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    #[serde(flatten)]
    pub figures: Figures,
    pub log_loss: f64,
    /// The Brier score of foretelling the share of won for everybody.
    pub brier_baseline: f64,
    pub rows: usize,
    pub won: usize,
    pub base_rate: f64,
    /// Rows that do not say how they ended.
    pub open: usize,
    pub outcome: String,
    pub positive: Vec<String>,
    pub negative: Vec<String>,
    /// What the outcome says of the rows that are left out.
    pub left_out: Vec<String>,
    pub positive_guessed: bool,
    /// Whether words count as lost only because they are no win.
    pub negative_guessed: bool,
    pub folds: usize,
    pub seeds: usize,
    pub columns: Vec<OfColumn>,
    pub pairs: Vec<OfPair>,
    pub suspects: Vec<Suspect>,
    /// What it would be with the suspects that were dropped.
    pub with_dropped_suspects: Option<Figures>,
    /// What it would be without the suspects that were kept.
    pub without_kept_suspects: Option<Figures>,
    pub calibration: Vec<Calibrated>,
    pub over_time: Option<OverTime>,
    #[serde(skip)]
    pub model: Model,
    /// The chance of each row that ended, from models that had not seen it.
    #[serde(skip)]
    pub chances: Vec<f64>,
}

/// Makes a report over a table of past leads.
pub fn report(table: Table, asked: &Question, workers: Workers) -> Result<Report, NoReport> {
    if !FOLDS.contains(&asked.folds) {
        return Err(NoReport::Folds);
    }
    if !SEEDS.contains(&asked.seeds) {
        return Err(NoReport::Seeds);
    }
    let kept = places_of(&table, &asked.keep)?;
    let time = asked.time.as_ref().map(|name| place_of(&table, name)).transpose()?;
    let timeless = time.map(|place| &table.columns[place]).filter(|column| !tells_when(column));
    if let Some(column) = timeless {
        return Err(NoReport::NoTime(column.name.clone()));
    }
    let past = Past::of(table, asked, &kept)?;
    let Trial { views, model, suspects, validated, with_dropped, without_kept } =
        trial(&past, asked, &kept, time, workers)?;
    let suspected = suspects.iter().filter(|one| one.with.is_none());
    let suspected: Vec<usize> = suspected.map(|one| one.column).collect();
    let time = time.or_else(|| when(&past.table, &past.choice, &suspected));
    let base_rate = past.wins() as f64 / past.won.len() as f64;
    Ok(Report {
        figures: validated.figures(),
        log_loss: validated.log_loss,
        brier_baseline: base_rate * (1.0 - base_rate),
        rows: past.won.len(),
        won: past.wins(),
        base_rate,
        open: past.open,
        outcome: past.table.columns[past.outcome].name.clone(),
        columns: past.columns(&model),
        pairs: past.pairs(&model),
        suspects,
        with_dropped_suspects: with_dropped,
        without_kept_suspects: without_kept,
        calibration: calibration(&validated.chances, &past.won),
        over_time: over_time(&past.table, &views, &past.won, time),
        positive: past.ends.positive,
        negative: past.ends.negative,
        left_out: past.ends.left_out,
        positive_guessed: past.ends.guessed,
        negative_guessed: past.ends.lost_guessed,
        folds: asked.folds,
        seeds: asked.seeds,
        model,
        chances: validated.chances,
    })
}

impl Validated {
    /// Its figures.
    pub(super) fn figures(&self) -> Figures {
        Figures { auc: self.auc, brier: self.brier }
    }
}

impl NoReport {
    /// That nothing is left to learn from, and what could be taken in.
    pub(super) fn no_columns(suspects: &[Suspect]) -> NoReport {
        let names: Vec<&str> = suspects.iter().map(|one| one.name.as_str()).collect();
        NoReport::NoColumns(match names.is_empty() {
            true => {
                "Each is left out, empty, the same in every row, or different in every row.".into()
            }
            false => {
                format!("{} may know the outcome; --keep takes a column in.", names.join(", "))
            }
        })
    }
}
