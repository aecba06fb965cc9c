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
    /// Leads of the past that had it; what none had is no reason.
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
    /// The chance of a lead, by the text of each column, with every reason for and against it.
    pub fn explain(&self, names: &[String], texts: &[&str]) -> Explained {
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
        Explained::of(self.chance(&levels), own.chain(both))
    }
}

impl Explained {
    fn of(chance: f64, reasons: impl Iterator<Item = Because>) -> Explained {
        let says = |one: &Because| one.seen > 0 && one.adds.abs() >= LEAST;
        let mut all: Vec<Because> = reasons.filter(says).collect();
        all.sort_by(|a, b| b.adds.abs().total_cmp(&a.adds.abs()));
        let (speaks_for, speaks_against) = all.into_iter().partition(|one| one.adds > 0.0);
        Explained { chance, speaks_for, speaks_against }
    }

    /// The same with one reason for each thing told: what a column adds that is read from another, by
    /// `read_from`, counts as that other's.
    pub fn joined(self, read_from: impl Fn(&str) -> Option<String>) -> Explained {
        let (parts, mut whole): (Vec<_>, Vec<_>) =
            self.speaks_for.into_iter().chain(self.speaks_against).partition(
                |one| matches!(one.of.as_slice(), [(name, _)] if read_from(name).is_some()),
            );
        for part in parts {
            let of = part.of.first().and_then(|(name, _)| read_from(name));
            let other = whole
                .iter_mut()
                .find(|one| matches!(one.of.as_slice(), [(name, _)] if Some(name) == of.as_ref()));
            match other {
                Some(other) => other.adds += part.adds,
                None => whole.push(part),
            }
        }
        Explained::of(self.chance, whole.into_iter())
    }

    /// The same with at most so many reasons for, and as many against.
    pub fn shortened(mut self, most: usize) -> Explained {
        self.speaks_for.truncate(most);
        self.speaks_against.truncate(most);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_lead_of_the_past_had_and_what_adds_nothing_are_no_reasons() {
        let told = |(adds, seen)| Because { of: Vec::new(), adds, seen };
        let all = [(0.9, 0), (0.3, 2), (0.01, 90), (-0.9, 0), (-0.4, 1)];
        let told = Explained::of(0.5, all.into_iter().map(told));
        let adds = |all: &[Because]| all.iter().map(|one| one.adds).collect::<Vec<_>>();
        assert_eq!((adds(&told.speaks_for), adds(&told.speaks_against)), (vec![0.3], vec![-0.4]));
    }
}
