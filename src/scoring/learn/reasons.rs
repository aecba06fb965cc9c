//! Why a lead has its chance: what speaks for it and against it, beside the average of the past.

use crate::playbook::learned::{Level, Model, Shape};
use serde::Serialize;

/// One thing that speaks for a lead, or against it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Because {
    /// The column, or the two that tell it together, each with its level.
    pub of: Vec<(String, Level)>,
    /// Logits it adds beside the average: more than 0 speaks for a win.
    pub adds: f64,
    /// Leads of the past that had it.
    pub seen: usize,
}

/// The chance of a lead with its weightiest reasons, the heaviest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explained {
    pub chance: f64,
    pub speaks_for: Vec<Because>,
    pub speaks_against: Vec<Because>,
}

/// Logits that are too few to be a reason.
const LEAST: f64 = 0.02;

impl Model {
    /// The chance of a lead, by the text of each column, with at most so many reasons for and against.
    pub fn explain(&self, names: &[String], texts: &[&str], most: usize) -> Explained {
        let level =
            |shape: &Shape| shape.level(texts.get(shape.view.column).copied().unwrap_or_default());
        let levels: Vec<u16> = self.shapes.iter().map(level).collect();
        let told = |field: usize| {
            let shape = &self.shapes[field];
            let name = names.get(shape.view.column).cloned().unwrap_or_default();
            (name, shape.levels[usize::from(levels[field])].clone())
        };
        let own = (0..self.shapes.len()).map(|field| Because {
            of: vec![told(field)],
            adds: self.effects[field][usize::from(levels[field])],
            seen: self.seen[field][usize::from(levels[field])],
        });
        let both = self.pairs.iter().enumerate().map(|(place, pair)| {
            let level = usize::from(pair.level(levels[pair.first], levels[pair.second]));
            Because {
                of: vec![told(pair.first), told(pair.second)],
                adds: self.pair_effects[place][level],
                seen: self.pairs_seen[place][level],
            }
        });
        let mut all: Vec<Because> =
            own.chain(both).filter(|because| because.adds.abs() >= LEAST).collect();
        all.sort_by(|a, b| b.adds.abs().total_cmp(&a.adds.abs()));
        let (mut speaks_for, mut speaks_against): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|because| because.adds > 0.0);
        speaks_for.truncate(most);
        speaks_against.truncate(most);
        Explained { chance: self.chance(&levels), speaks_for, speaks_against }
    }
}
