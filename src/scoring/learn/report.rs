//! A report over past leads: how well they foretell the outcome, from which columns, and what to
//! beware of.

use super::auc::Auc;
use super::choice::{Choice, Use, choose};
use super::model::Model;
use super::outcome::{NoOutcome, Outcome, outcome};
use super::over_time::{OverTime, over_time, when};
use super::shape::{Level, View};
use super::suspects::{Suspect, Suspicion, alone, suspects};
use super::table::Table;
use super::validation::{Calibrated, Validated, Workers, calibration, in_folds};
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
    /// The word of the outcome that means won, if somebody said which.
    pub positive: Option<String>,
    /// Columns that are left out, and columns that are kept though suspected.
    pub drop: Vec<String>,
    pub keep: Vec<String>,
    /// The column that says when.
    pub time: Option<String>,
    pub folds: usize,
    pub seeds: usize,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum NoReport {
    #[error("There is no column “{asked}”. There are: {}.", .known.join(", "))]
    NoColumn { asked: String, known: Vec<String> },
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
    fn heft(&self) -> f64 {
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
    pub positive_guessed: bool,
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
}

/// Levels of a column that are told.
const LEVELS_TOLD: usize = 12;

/// From where on a column by itself is worth comparing with all others.
const STRONG: f64 = 0.75;

/// How close to all others together a column by itself is suspicious.
const AS_MUCH: f64 = 0.02;

/// Makes a report over a table of past leads.
pub fn report(table: Table, asked: &Question, workers: Workers) -> Result<Report, NoReport> {
    let past = Past::of(table, asked)?;
    let dropped: Vec<usize> =
        past.suspects.iter().filter(|one| one.dropped).map(|one| one.column).collect();
    let views = past.without(&dropped);
    let all: Vec<usize> = (0..past.won.len()).collect();
    let validate = |views: &[View], seeds: usize| {
        let how = (asked.folds, seeds);
        in_folds(&past.table, views, &past.won, how, workers).ok_or(past.too_little())
    };
    if views.is_empty() {
        return Err(NoReport::NoColumns(past.why_no_columns()));
    }
    let validated = validate(&views, asked.seeds)?;
    let figures = figures_of(&validated);
    let with_dropped = match dropped.is_empty() {
        true => None,
        false => Some(figures_of(&validate(&past.choice.views, 1)?)),
    };
    let mut suspects = past.suspects.clone();
    let without_kept = past.overshadows(&views, &dropped, &validate, &mut suspects)?;
    let model = Model::learn(&past.table, &views, &past.won, &all);
    let rows = past.won.len();
    let won = past.won.iter().filter(|won| **won).count();
    let base_rate = won as f64 / rows as f64;
    let suspected: Vec<usize> = suspects.iter().map(|one| one.column).collect();
    let time = match &asked.time {
        Some(name) => Some(place_of(&past.table, name)?),
        None => when(&past.table, &past.choice, &suspected),
    };
    Ok(Report {
        figures,
        log_loss: validated.log_loss,
        brier_baseline: base_rate * (1.0 - base_rate),
        rows,
        won,
        base_rate,
        open: past.open,
        outcome: past.table.columns[past.outcome].name.clone(),
        positive: past.ends.positive.clone(),
        negative: past.ends.negative.clone(),
        positive_guessed: past.ends.guessed,
        folds: asked.folds,
        seeds: asked.seeds,
        columns: past.columns(&model),
        pairs: past.pairs(&model),
        suspects,
        with_dropped_suspects: with_dropped,
        without_kept_suspects: without_kept,
        calibration: calibration(&validated.chances, &past.won),
        over_time: over_time(&past.table, &views, &past.won, time),
        model,
    })
}

fn figures_of(validated: &Validated) -> Figures {
    Figures { auc: validated.auc, brier: validated.brier }
}

fn place_of(table: &Table, name: &str) -> Result<usize, NoReport> {
    const LISTED_MAX: usize = 60;
    table.place(name).ok_or_else(|| {
        let known = table.columns.iter().take(LISTED_MAX).map(|column| column.name.clone());
        NoReport::NoColumn { asked: name.to_owned(), known: known.collect() }
    })
}

/// The leads that have ended, and what is to be learned from.
struct Past {
    table: Table,
    outcome: usize,
    ends: Outcome,
    won: Vec<bool>,
    open: usize,
    choice: Choice,
    alone: Vec<Option<f64>>,
    suspects: Vec<Suspect>,
}

type Validate<'a> = &'a dyn Fn(&[View], usize) -> Result<Validated, NoReport>;

impl Past {
    fn of(table: Table, asked: &Question) -> Result<Past, NoReport> {
        if !FOLDS.contains(&asked.folds) {
            return Err(NoReport::Folds);
        }
        if !SEEDS.contains(&asked.seeds) {
            return Err(NoReport::Seeds);
        }
        let place = place_of(&table, &asked.outcome)?;
        let places = |names: &[String]| -> Result<Vec<usize>, NoReport> {
            names.iter().map(|name| place_of(&table, name)).collect()
        };
        let (drop, keep) = (places(&asked.drop)?, places(&asked.keep)?);
        let ends = outcome(&table.columns[place], asked.positive.as_deref())?;
        let closed: Vec<bool> = ends.of.iter().map(Option::is_some).collect();
        let won: Vec<bool> = ends.of.iter().filter_map(|end| *end).collect();
        let open = closed.len() - won.len();
        let table = table.only(&closed);
        let choice = choose(&table, place, &drop, &keep);
        let mut past = Past {
            table,
            outcome: place,
            ends,
            won,
            open,
            choice,
            alone: Vec::new(),
            suspects: Vec::new(),
        };
        let ended = past.won.len();
        let wins = past.won.iter().filter(|won| **won).count();
        if ended < LEADS_LEAST || wins < ENDS_LEAST || ended - wins < ENDS_LEAST {
            return Err(past.too_little());
        }
        past.alone = alone(&past.table, &past.choice, &past.won);
        past.suspects = suspects(&past.table, &past.choice, &past.won, &past.alone, &keep);
        Ok(past)
    }

    fn too_little(&self) -> NoReport {
        let won = self.won.iter().filter(|won| **won).count();
        NoReport::TooLittle { leads: self.won.len(), won, lost: self.won.len() - won }
    }

    fn without(&self, columns: &[usize]) -> Vec<View> {
        let views = self.choice.views.iter();
        views.filter(|view| !columns.contains(&view.column)).copied().collect()
    }

    fn why_no_columns(&self) -> String {
        let names: Vec<&str> = self.suspects.iter().map(|one| one.name.as_str()).collect();
        match names.is_empty() {
            true => {
                "Each is left out, empty, the same in every row, or different in every row.".into()
            }
            false => {
                format!("{} may know the outcome; --keep takes a column in.", names.join(", "))
            }
        }
    }

    /// Suspects the strongest column if it says about as much as all others together; answers the
    /// figures without whatever is suspected and kept.
    fn overshadows(
        &self,
        views: &[View],
        dropped: &[usize],
        validate: Validate,
        suspects: &mut Vec<Suspect>,
    ) -> Result<Option<Figures>, NoReport> {
        let kept: Vec<usize> =
            suspects.iter().filter(|one| !one.dropped).map(|one| one.column).collect();
        let told = |place: usize| Some((place, self.alone[place]?));
        let open =
            (0..self.alone.len()).filter(|place| !dropped.contains(place) && !kept.contains(place));
        let strongest = open.filter_map(told).max_by(|a, b| a.1.total_cmp(&b.1));
        let strongest = strongest.filter(|(_, told)| *told >= STRONG);
        let away: Vec<usize> =
            kept.iter().copied().chain(strongest.map(|(place, _)| place)).collect();
        let rest: Vec<View> =
            views.iter().filter(|view| !away.contains(&view.column)).copied().collect();
        if away.is_empty() || rest.is_empty() {
            return Ok(None);
        }
        let without = figures_of(&validate(&rest, 1)?);
        if let Some((column, alone)) = strongest
            && alone >= without.auc.auc - AS_MUCH
        {
            let name = self.table.columns[column].name.clone();
            let why = Suspicion::SaysAsMuchAsAll;
            suspects.push(Suspect { column, name, why, alone, dropped: false });
        } else if kept.is_empty() {
            return Ok(None);
        }
        Ok(Some(without))
    }

    fn columns(&self, model: &Model) -> Vec<OfColumn> {
        let of = |(place, used): (usize, &Use)| {
            let column = &self.table.columns[place];
            let mut told = OfColumn {
                name: column.name.clone(),
                used: *used,
                alone: self.alone.get(place).copied().flatten(),
                missing: 1.0 - super::choice::filled(column),
                pooled: 0,
                weight: 0.0,
                levels: Vec::new(),
            };
            let fields = model.shapes.iter().enumerate();
            for (field, shape) in fields.filter(|(_, shape)| shape.view.column == place) {
                let seen = &model.seen[field];
                told.weight += weight(&model.effects[field], seen);
                let levels = shape.levels.iter().zip(seen).zip(&model.effects[field]);
                told.levels.extend(levels.filter(|((_, rows), _)| **rows > 0).map(
                    |((level, rows), adds)| OfLevel {
                        level: level.clone(),
                        rows: *rows,
                        adds: *adds,
                    },
                ));
                if let Some(Level::Other(words)) = shape.levels.last() {
                    told.pooled += words;
                }
            }
            told.levels.sort_by(|a, b| b.heft().total_cmp(&a.heft()));
            told.levels.truncate(LEVELS_TOLD);
            told
        };
        self.choice.uses.iter().enumerate().map(of).collect()
    }

    fn pairs(&self, model: &Model) -> Vec<OfPair> {
        let name = |field: usize| self.table.columns[model.shapes[field].view.column].name.clone();
        let of = |(at, pair): (usize, &super::pairs::Pair)| OfPair {
            first: name(pair.first),
            second: name(pair.second),
            cells: pair.width(),
            weight: weight(&model.pair_effects[at], &model.pairs_seen[at]),
        };
        let mut pairs: Vec<OfPair> = model.pairs.iter().enumerate().map(of).collect();
        pairs.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        pairs
    }
}

/// The mean of what levels add or take, by how often each was seen.
fn weight(effects: &[f64], seen: &[usize]) -> f64 {
    let rows: usize = seen.iter().sum();
    let sum: f64 = effects.iter().zip(seen).map(|(adds, rows)| adds.abs() * *rows as f64).sum();
    sum / rows.max(1) as f64
}
