//! The leads that have ended, and what is to be learned from them.

use super::choice::{Choice, Use, choose, filled};
use super::outcome::{Outcome, outcome};
use super::report::{ENDS_LEAST, LEADS_LEAST, NoReport, OfColumn, OfLevel, OfPair, Question};
use super::suspects::alone;
use super::table::Table;
use crate::playbook::learned::{Level, Model, Pair, Side, View};

/// Levels of a column that are told.
const LEVELS_TOLD: usize = 12;

/// The leads that have ended.
pub struct Past {
    pub table: Table,
    /// The column that says how they ended.
    pub outcome: usize,
    pub ends: Outcome,
    pub won: Vec<bool>,
    /// Rows that were taken away, since they do not say how they ended.
    pub open: usize,
    pub choice: Choice,
    /// Rows of which something may have been found out after they came in.
    pub doubted: Vec<bool>,
    /// Words that say no more than an empty cell.
    pub blanks: Vec<String>,
    /// The ROC AUC of each column by itself.
    pub alone: Vec<Option<f64>>,
}

impl Past {
    /// Reads the ends, and chooses the columns; `kept` are read though they seem useless.
    pub fn of(table: Table, asked: &Question, kept: &[usize]) -> Result<Past, NoReport> {
        let place = place_of(&table, &asked.outcome)?;
        let drop = places_of(&table, &asked.drop)?;
        if drop.contains(&place) {
            return Err(NoReport::DropsOutcome(table.columns[place].name.clone()));
        }
        let ends = outcome(&table.columns[place], &asked.positive, &asked.negative)?;
        let closed: Vec<bool> = ends.of.iter().map(Option::is_some).collect();
        let won: Vec<bool> = ends.of.iter().filter_map(|end| *end).collect();
        let open = closed.len() - won.len();
        let table = table.only(&closed);
        let choice = choose(&table, place, &drop, kept);
        let is_doubted = |row: usize| asked.doubted.as_ref().is_none_or(|doubted| doubted[row]);
        let doubted = (0..closed.len()).filter(|row| closed[*row]).map(is_doubted).collect();
        let mut past = Past {
            table,
            outcome: place,
            ends,
            won,
            open,
            choice,
            doubted,
            blanks: asked.blanks.clone(),
            alone: Vec::new(),
        };
        let (ended, wins) = (past.won.len(), past.wins());
        if ended < LEADS_LEAST || wins < ENDS_LEAST || ended - wins < ENDS_LEAST {
            return Err(past.too_little());
        }
        past.alone = alone(&past.table, &past.choice, &past.won);
        Ok(past)
    }

    /// How many were won.
    pub fn wins(&self) -> usize {
        self.won.iter().filter(|won| **won).count()
    }

    /// That there are too few of them.
    pub fn too_little(&self) -> NoReport {
        let (leads, won) = (self.won.len(), self.wins());
        NoReport::TooLittle { leads, won, lost: leads - won }
    }

    /// What is read, but for some columns.
    pub fn views_without(&self, columns: &[usize]) -> Vec<View> {
        let views = self.choice.views.iter();
        views.filter(|view| !columns.contains(&view.column)).copied().collect()
    }

    /// What became of each column.
    pub fn columns(&self, model: &Model) -> Vec<OfColumn> {
        let of = |(place, used): (usize, &Use)| {
            let column = &self.table.columns[place];
            let mut told = OfColumn {
                name: column.name.clone(),
                used: *used,
                twin_of: self
                    .choice
                    .twins
                    .get(&place)
                    .map(|of| self.table.columns[*of].name.clone()),
                alone: self.alone.get(place).copied().flatten(),
                missing: 1.0 - filled(column),
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

    /// Which columns are taken together.
    pub fn pairs(&self, model: &Model) -> Vec<OfPair> {
        let name = |field: usize| {
            let view = model.shapes[field].view;
            let column = &self.table.columns[view.column].name;
            match view.side {
                Side::Numbers | Side::Words | Side::Filled => column.clone(),
                Side::Weekday => format!("{column}, weekday"),
                Side::Month => format!("{column}, month"),
                Side::Hour => format!("{column}, hour"),
            }
        };
        let of = |(at, pair): (usize, &Pair)| OfPair {
            first: name(pair.first),
            second: name(pair.second),
            cells: pair.width,
            weight: weight(&model.pair_effects[at], &model.pairs_seen[at]),
        };
        let mut pairs: Vec<OfPair> = model.pairs.iter().enumerate().map(of).collect();
        pairs.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        pairs
    }
}

/// The mean of what levels add or take, in logits, by how often each was seen.
pub fn weight(effects: &[f64], seen: &[usize]) -> f64 {
    let rows: usize = seen.iter().sum();
    let sum: f64 = effects.iter().zip(seen).map(|(adds, rows)| adds.abs() * *rows as f64).sum();
    sum / rows.max(1) as f64
}

/// The place of a column by its name.
pub fn place_of(table: &Table, name: &str) -> Result<usize, NoReport> {
    const LISTED_MAX: usize = 60;
    table.place(name).ok_or_else(|| {
        let known = table.columns.iter().take(LISTED_MAX).map(|column| column.name.clone());
        NoReport::NoColumn { asked: name.to_owned(), known: known.collect() }
    })
}

/// The places of columns by their names.
pub fn places_of(table: &Table, names: &[String]) -> Result<Vec<usize>, NoReport> {
    names.iter().map(|name| place_of(table, name)).collect()
}
