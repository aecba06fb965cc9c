//! Checks a learned model: that its parts belong together, whatever was done to its text.

use super::report::Report;
use crate::playbook::learned::{Learned, LevelRule, Model, Pair, Shape, Side};

/// Levels of all fields and pairs together, and columns.
const LEVELS_MAX: usize = 5_000;
const COLUMNS_MAX: usize = 200;

pub fn check(learned: &Learned, report: &mut Report) {
    let figures = [learned.auc, learned.auc_low, learned.auc_high, learned.brier];
    let are_shares = figures.iter().all(|figure| (0.0..=1.0).contains(figure));
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
    model.base.is_finite()
        && levels <= LEVELS_MAX
        && model.columns.len() <= COLUMNS_MAX
        && [model.effects.len(), model.seen.len()] == [fields; 2]
        && [model.pair_effects.len(), model.pairs_seen.len()] == [pairs; 2]
        && (0..fields).all(|field| is_field(model, field))
        && (0..pairs).all(|pair| is_pair(model, pair))
}

fn is_field(model: &Model, field: usize) -> bool {
    let Shape { view, levels, places, rule } = &model.shapes[field];
    let names_levels = match rule {
        LevelRule::Numbers { ends, spikes } => {
            ends.len() + 1 == places.len().max(1) && places.len() + spikes.len() < levels.len()
        }
        LevelRule::Words(words) => words.values().all(|level| usize::from(*level) < levels.len()),
        LevelRule::Fixed => levels.len() > fixed(view.side),
    };
    view.column < model.columns.len()
        && names_levels
        && goes_with(&model.effects[field], &model.seen[field], levels.len())
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
    levels(*first) == Some(first_sides.len())
        && levels(*second) == Some(second_sides.len())
        && last(second_sides) < *wide
        && last(first_sides) * wide + last(second_sides) < cells.len()
        && cells.iter().all(|level| usize::from(*level) < *width)
        && goes_with(&model.pair_effects[place], &model.pairs_seen[place], *width)
}

fn goes_with(effects: &[f64], seen: &[usize], levels: usize) -> bool {
    (effects.len(), seen.len()) == (levels, levels) && effects.iter().all(|adds| adds.is_finite())
}
