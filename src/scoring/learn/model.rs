//! A model: what each level of each field, and of some pairs of fields, speaks for or against a win.

use super::fit::{Fitted, Term, chance, fit};
use super::pairs::{evidence, left, pairs};
use super::shape::Fineness;
use super::table::Table;
use crate::playbook::learned::{Model, Pair, Shape, View};

/// Fields a model has at most: those that say the most by themselves.
const FIELDS_MAX: usize = 80;

/// How often pairs are looked for.
const SEARCHES: usize = 3;

impl Model {
    /// Learns from those rows of a table; `won` says of every row of the table how it ended.
    pub fn learn(table: &Table, views: &[View], won: &[bool], rows: &[usize]) -> Model {
        let won: Vec<bool> = rows.iter().map(|row| won[*row]).collect();
        let fineness = Fineness::of(rows.len(), views.len().min(FIELDS_MAX));
        let learned = |view: &View| {
            let shape = Shape::learn(*view, &table.columns[view.column], rows, fineness);
            let term = term(&shape, table, rows);
            let told = told(&term, &won);
            (shape, term, told)
        };
        let mut fields: Vec<(Shape, Term, f64)> = views.iter().map(learned).collect();
        fields.sort_by(|a, b| b.2.total_cmp(&a.2));
        fields.truncate(FIELDS_MAX);
        fields.sort_by_key(|(shape, ..)| (shape.view.column, shape.view.side));
        let told: Vec<f64> = fields.iter().map(|(.., told)| *told).collect();
        let (shapes, terms): (Vec<Shape>, Vec<Term>) =
            fields.into_iter().map(|(shape, term, _)| (shape, term)).unzip();
        let (pairs, terms, fitted) = with_pairs(terms, &told, &won);
        let mut seen: Vec<Vec<usize>> = terms.iter().map(rows_of).collect();
        let mut effects = fitted.effects;
        let pair_effects = effects.split_off(shapes.len());
        let pairs_seen = seen.split_off(shapes.len());
        let columns = table.columns.iter().map(|column| column.name.clone()).collect();
        let base = fitted.base;
        Model { base, columns, shapes, effects, seen, pairs, pair_effects, pairs_seen }
    }

    /// The chances of those rows.
    pub fn chances(&self, table: &Table, rows: &[usize]) -> Vec<f64> {
        let levels = |shape: &Shape| {
            let column = &table.columns[shape.view.column];
            let known = shape.of_texts(column);
            rows.iter().map(|row| known[column.rows[*row] as usize]).collect()
        };
        let levels: Vec<Vec<u16>> = self.shapes.iter().map(levels).collect();
        let mut of_row = vec![0; self.shapes.len()];
        let mut chance_of = |row: usize| {
            of_row.iter_mut().zip(&levels).for_each(|(level, levels)| *level = levels[row]);
            self.chance(&of_row)
        };
        (0..rows.len()).map(&mut chance_of).collect()
    }

    /// The chance of a lead, by the level of each field.
    pub fn chance(&self, levels: &[u16]) -> f64 {
        let own = self.effects.iter().zip(levels);
        let own: f64 = own.map(|(effects, level)| effects[usize::from(*level)]).sum();
        let both = self.pairs.iter().zip(&self.pair_effects).map(|(pair, effects)| {
            effects[usize::from(pair.level(levels[pair.first], levels[pair.second]))]
        });
        chance(self.base + own + both.sum::<f64>())
    }
}

/// Fits fields by themselves, then with pairs for as long as there are any worth it.
fn with_pairs(mut terms: Vec<Term>, told: &[f64], won: &[bool]) -> (Vec<Pair>, Vec<Term>, Fitted) {
    let fields = terms.len();
    let mut fitted = fit(&terms, won);
    let mut chosen = Vec::new();
    for _ in 0..SEARCHES {
        let logits = fitted.logits(&terms);
        let before = chosen.len();
        chosen = pairs(&terms[..fields], told, &logits, won, chosen);
        if chosen.len() == before {
            break;
        }
        let new: Vec<Term> =
            chosen[before..].iter().map(|pair| pair.term(&terms[..fields])).collect();
        terms.extend(new);
        fitted = fit(&terms, won);
    }
    (chosen, terms, fitted)
}

fn term(shape: &Shape, table: &Table, rows: &[usize]) -> Term {
    let column = &table.columns[shape.view.column];
    let known = shape.of_texts(column);
    Term {
        levels: rows.iter().map(|row| known[column.rows[*row] as usize]).collect(),
        places: shape.places.clone(),
        apart: shape.levels.len() - shape.places.len(),
    }
}

/// How much a field says by itself.
fn told(term: &Term, won: &[bool]) -> f64 {
    let share = won.iter().filter(|won| **won).count() as f64 / won.len().max(1) as f64;
    let logit = (share.max(1e-9) / (1.0 - share).max(1e-9)).ln();
    let mut cells = vec![(0.0, 0.0); term.width()];
    for (level, (slope, bend)) in term.levels.iter().zip(left(&vec![logit; won.len()], won)) {
        let cell = &mut cells[usize::from(*level)];
        *cell = (cell.0 + slope, cell.1 + bend);
    }
    evidence(&cells)
}

fn rows_of(term: &Term) -> Vec<usize> {
    let mut rows = vec![0; term.width()];
    term.levels.iter().for_each(|level| rows[usize::from(*level)] += 1);
    rows
}
