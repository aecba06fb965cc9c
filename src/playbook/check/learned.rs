//! Checks a learned model: that its parts belong together, whatever was done to its text.

use super::report::Report;
use crate::playbook::learned::{Learned, Level, LevelRule, Model, Pair, Shape, Side};

/// Levels of all fields and pairs together, and columns.
const LEVELS_MAX: usize = 5_000;
const COLUMNS_MAX: usize = 200;

/// Logits that any part may add, and leads of the past that it may name.
const ADDS_MAX: f64 = 1_000.0;
const SEEN_MAX: usize = 1_000_000_000;

pub fn check(learned: &Learned, report: &mut Report) {
    let Learned { auc, auc_low, auc_high, brier, brier_baseline, .. } = *learned;
    let figures = [auc, auc_low, auc_high, brier, brier_baseline];
    let are_shares =
        figures.iter().all(|figure| (0.0..=1.0).contains(figure)) && learned.won <= learned.leads;
    report.expect(are_shares && is_scale(learned) && is_whole(&learned.model), "", || {
        "The parts of the learned model do not belong together. Learn it again, or take the table \
         “scoring.learned” out of the text: then the points alone decide."
            .into()
    });
}

fn is_scale(learned: &Learned) -> bool {
    let Learned { steps, worth, .. } = learned;
    steps.len() >= 2
        && steps.len() == worth.len()
        && steps.windows(2).all(|two| two[0] <= two[1])
        && steps.iter().all(|chance| (0.0..=1.0).contains(chance))
        && worth.iter().all(|points| (0.0..=100.0).contains(points))
}

fn is_whole(model: &Model) -> bool {
    let (fields, pairs) = (model.shapes.len(), model.pairs.len());
    let levels = model.effects.iter().chain(&model.pair_effects).map(Vec::len).sum::<usize>();
    model.base.abs() <= ADDS_MAX
        && levels <= LEVELS_MAX
        && model.columns.len() <= COLUMNS_MAX
        && [model.effects.len(), model.seen.len()] == [fields; 2]
        && [model.pair_effects.len(), model.pairs_seen.len()] == [pairs; 2]
        && (0..fields).all(|field| is_field(model, field))
        && (0..pairs).all(|pair| is_pair(model, pair))
}

fn is_field(model: &Model, field: usize) -> bool {
    let Shape { view, levels, places, rule } = &model.shapes[field];
    let names_levels = match (view.side, rule) {
        (Side::Numbers, LevelRule::Numbers { ends, spikes }) => {
            ends.len() + 1 == places.len().max(1) && places.len() + spikes.len() < levels.len()
        }
        (Side::Words, LevelRule::Words(words)) => {
            !levels.is_empty() && words.values().all(|level| usize::from(*level) < levels.len())
        }
        (Side::Numbers | Side::Words, _) => false,
        (side, LevelRule::Fixed) => levels.len() > fixed(side),
        (_, LevelRule::Numbers { .. } | LevelRule::Words(_)) => false,
    };
    view.column < model.columns.len()
        && names_levels
        && levels.iter().all(is_level)
        && goes_with(&model.effects[field], &model.seen[field], levels.len())
}

/// Whether a level has a name.
fn is_level(level: &Level) -> bool {
    match level {
        Level::Weekday(day) => (1..=7).contains(day),
        Level::Month(month) => (1..=12).contains(month),
        Level::Hours(from, to) => 0 <= *from && from < to && *to <= 24,
        Level::Between(..)
        | Level::Exactly(_)
        | Level::Word(_)
        | Level::Missing
        | Level::Other(_)
        | Level::Filled(_) => true,
    }
}

/// Levels that a side has whatever the history was, but for what fits none.
fn fixed(side: Side) -> usize {
    match side {
        Side::Numbers | Side::Words => 0,
        Side::Filled => 2,
        Side::Weekday => 7,
        Side::Month => 12,
        Side::Hour => 8,
    }
}

fn is_pair(model: &Model, place: usize) -> bool {
    let Pair { first, second, first_sides, second_sides, wide, cells, width } = &model.pairs[place];
    let levels = |field: usize| model.shapes.get(field).map(|shape| shape.levels.len());
    let last = |sides: &[u16]| sides.iter().copied().max().map_or(0, usize::from);
    let row = last(first_sides).checked_mul(*wide);
    let furthest = row.and_then(|row| row.checked_add(last(second_sides)));
    levels(*first) == Some(first_sides.len())
        && levels(*second) == Some(second_sides.len())
        && last(second_sides) < *wide
        && furthest.is_some_and(|place| place < cells.len())
        && cells.iter().all(|level| usize::from(*level) < *width)
        && goes_with(&model.pair_effects[place], &model.pairs_seen[place], *width)
}

fn goes_with(effects: &[f64], seen: &[usize], levels: usize) -> bool {
    (effects.len(), seen.len()) == (levels, levels)
        && effects.iter().all(|adds| adds.abs() <= ADDS_MAX)
        && seen.iter().all(|rows| *rows <= SEEN_MAX)
}
