//! The fit: how much each level of each field speaks for a win, no more than the history bears out.
//!
//! A logistic regression over levels, found by Newton's method. Levels that stand apart are drawn
//! towards nothing, and levels in a row towards a straight line, as a smoothing spline is. How
//! strongly, each field says itself: its weight is the one that makes the history most likely (the
//! generalised Fellner–Schall step of Wood and Fasiolo, 2017), so that a field that says nothing
//! comes to nothing.

use super::matrix::{Factor, Inverse, Symmetric};

/// Rounds after which it is what it is.
const ROUNDS_MAX: usize = 24;

/// A relative change of the misfit that no longer matters, and one of a weight.
const STILL: f64 = 1e-5;
const SETTLED: f64 = 1.0;

/// What all levels are drawn towards nothing by, so that each has one answer.
const ANCHOR: f64 = 0.01;

/// What is believed of a weight before anything is seen, as a count of effects and as their size:
/// half an effect of 0.4 logits. Of sixty leads in which nothing is to be learned, little is; a few
/// hundred outweigh it. Chosen over lists of 60 to 800 leads, cut from real ones and made up with much,
/// little and nothing in them, by how well leads were foretold that were not seen.
const PRIOR_COUNT: f64 = 0.5;
const PRIOR_SIZE: f64 = 0.08;

/// The same size for bends: without evidence a row is straight.
const PRIOR_BEND: f64 = 0.024;

/// Bounds of a weight.
const WEIGHTS: std::ops::RangeInclusive<f64> = 0.1..=1e7;

/// The longest step, in logits, and the farthest from even odds.
const STEP_MAX: f64 = 4.0;
const LOGIT_MAX: f64 = 30.0;

/// One field as the fit sees it: the level of every row.
#[derive(Clone, Debug)]
pub struct Term {
    pub levels: Vec<u16>,
    /// Where the levels that stand in a row lie; they come before those that stand apart.
    pub places: Vec<f64>,
    pub apart: usize,
}

impl Term {
    /// How many levels it has.
    pub fn width(&self) -> usize {
        self.places.len() + self.apart
    }
}

/// What was learned: a logit to begin with, and one to add for each level of each term.
#[derive(Clone, Debug)]
pub struct Fitted {
    pub base: f64,
    /// What each level adds beside what its term adds on average.
    pub effects: Vec<Vec<f64>>,
}

impl Fitted {
    /// The logits of the rows it was learned from.
    pub fn logits(&self, terms: &[Term]) -> Vec<f64> {
        let rows = terms.first().map_or(0, |term| term.levels.len());
        let mut logits = vec![self.base; rows];
        for (term, effects) in terms.iter().zip(&self.effects) {
            for (logit, level) in logits.iter_mut().zip(&term.levels) {
                *logit += effects[usize::from(*level)];
            }
        }
        logits
    }
}

/// Sums of effects that are believed to be small, by one weight.
struct Group {
    sums: Vec<Sum>,
    prior: f64,
    weight: f64,
}

/// A sum of effects that stand side by side.
struct Sum {
    from: usize,
    weights: Vec<f64>,
}

impl Sum {
    fn of(&self, effects: &[f64]) -> f64 {
        let own = &effects[self.from..self.from + self.weights.len()];
        own.iter().zip(&self.weights).map(|(effect, weight)| effect * weight).sum()
    }
}

impl Group {
    fn hold(&self, matrix: &mut Symmetric) {
        for Sum { from, weights } in &self.sums {
            for (row, one) in weights.iter().enumerate() {
                for (column, other) in weights[..=row].iter().enumerate() {
                    matrix.add(from + row, from + column, self.weight * one * other);
                }
            }
        }
    }

    /// Takes the pull of the group off a slope.
    fn pull(&self, effects: &[f64], slope: &mut [f64]) {
        for sum in &self.sums {
            let tension = self.weight * sum.of(effects);
            for (slope, weight) in slope[sum.from..].iter_mut().zip(&sum.weights) {
                *slope -= tension * weight;
            }
        }
    }

    fn size(&self, effects: &[f64]) -> f64 {
        self.sums.iter().map(|sum| sum.of(effects).powi(2)).sum()
    }

    /// Weighs anew; answers by how much, as a logarithm.
    fn weigh(&mut self, effects: &[f64], inverse: &Inverse) -> f64 {
        let doubt = self.sums.iter().map(|sum| inverse.variance(sum.from, &sum.weights));
        let known = (self.sums.len() as f64 - self.weight * doubt.sum::<f64>()).max(0.0);
        let weight = (known + PRIOR_COUNT) / (self.size(effects) + self.prior);
        let weight = weight.clamp(*WEIGHTS.start(), *WEIGHTS.end());
        let before = std::mem::replace(&mut self.weight, weight);
        (weight / before).ln().abs()
    }
}

/// Learns from the rows of all terms, of which `won` says how each ended.
pub fn fit(terms: &[Term], won: &[bool]) -> Fitted {
    let history = History { terms, starts: starts(terms), won };
    let mut groups = groups(terms);
    let mut state = history.beginning(&groups);
    for round in 1..=ROUNDS_MAX {
        let factor = history.curvature(&state, &groups).factor();
        let next = history.step(&state, &groups, &factor);
        let change = (state.misfit - next.misfit).abs() / (1.0 + next.misfit.abs());
        state = next;
        if round == ROUNDS_MAX {
            break;
        }
        let inverse = factor.inverse();
        let moved = groups.iter_mut().map(|group| group.weigh(&state.effects, &inverse));
        let moved = moved.fold(0.0, f64::max);
        if change < STILL && moved < SETTLED {
            break;
        }
        state.misfit = history.misfit(&state, &groups);
    }
    history.fitted(&state)
}

/// Where the levels of each term begin among all effects; the first effect is the base.
fn starts(terms: &[Term]) -> Vec<usize> {
    let mut next = 1;
    let start = |term: &Term| {
        next += term.width();
        next - term.width()
    };
    terms.iter().map(start).collect()
}

/// Levels apart are small, and so are the bends of a row, each field by its own weight; the slopes
/// of all rows share one.
fn groups(terms: &[Term]) -> Vec<Group> {
    let group = |sums, prior| Group { sums, prior, weight: FIRST_WEIGHT };
    let mut groups = Vec::new();
    let mut slopes = Vec::new();
    for (term, from) in terms.iter().zip(starts(terms)) {
        let row = term.places.len();
        let alone = if row == 1 { from } else { from + row };
        let apart = (alone..from + term.width()).map(|from| Sum { from, weights: vec![1.0] });
        groups.push(group(apart.collect(), PRIOR_SIZE));
        groups.push(group(bends(&term.places, from), PRIOR_BEND));
        slopes.extend(slope(term, from));
    }
    groups.push(group(slopes, PRIOR_SIZE));
    groups.retain(|group| !group.sums.is_empty());
    groups
}

/// How much a row rises over one standard deviation of its rows.
fn slope(term: &Term, from: usize) -> Option<Sum> {
    let places = &term.places;
    let count = places.len() as f64;
    let middle = places.iter().sum::<f64>() / count;
    let around: Vec<f64> = places.iter().map(|place| place - middle).collect();
    let square: f64 = around.iter().map(|one| one * one).sum();
    if places.len() < 2 || square <= 0.0 {
        return None;
    }
    let spread = spread(term);
    Some(Sum { from, weights: around.iter().map(|one| one * spread / square).collect() })
}

/// The standard deviation of the rows that stand in the row.
fn spread(term: &Term) -> f64 {
    let own = term.levels.iter().filter_map(|level| term.places.get(usize::from(*level)));
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    own.for_each(|place| {
        count += 1.0;
        sum += place;
        squares += place * place;
    });
    let count = f64::max(count, 1.0);
    (squares / count - (sum / count).powi(2)).max(0.0).sqrt()
}

/// How much a row bends at each level but its ends, in a unit that does not depend on how finely it
/// is cut.
fn bends(places: &[f64], from: usize) -> Vec<Sum> {
    let bend = |(at, three): (usize, &[f64])| {
        let (before, behind) = (three[1] - three[0], three[2] - three[1]);
        let scale = 1.0 / f64::midpoint(before, behind).sqrt();
        let weights = [1.0 / before, -1.0 / before - 1.0 / behind, 1.0 / behind];
        Sum { from: from + at, weights: weights.map(|weight| weight * scale).to_vec() }
    };
    places.windows(3).enumerate().map(bend).collect()
}

/// The weight a group begins with.
const FIRST_WEIGHT: f64 = 10.0;

/// What is learned from.
struct History<'a> {
    terms: &'a [Term],
    starts: Vec<usize>,
    won: &'a [bool],
}

/// Where the search stands.
struct Standing {
    effects: Vec<f64>,
    logits: Vec<f64>,
    /// What is not explained, and what it costs to explain the rest.
    misfit: f64,
}

impl History<'_> {
    fn beginning(&self, groups: &[Group]) -> Standing {
        let rows = self.won.len() as f64;
        let share = (self.won.iter().filter(|won| **won).count() as f64 + 0.5) / (rows + 1.0);
        let mut effects = vec![0.0; 1 + self.terms.iter().map(Term::width).sum::<usize>()];
        effects[0] = (share / (1.0 - share)).ln();
        self.standing(effects, groups)
    }

    fn standing(&self, effects: Vec<f64>, groups: &[Group]) -> Standing {
        let mut logits = vec![effects[0]; self.won.len()];
        for (term, start) in self.terms.iter().zip(&self.starts) {
            let own = &effects[*start..*start + term.width()];
            for (logit, level) in logits.iter_mut().zip(&term.levels) {
                *logit += own[usize::from(*level)];
            }
        }
        let mut state = Standing { effects, logits, misfit: 0.0 };
        state.misfit = self.misfit(&state, groups);
        state
    }

    fn misfit(&self, state: &Standing, groups: &[Group]) -> f64 {
        let unexplained = |(logit, won): (&f64, &bool)| {
            let against = if *won { -logit } else { *logit };
            against.max(0.0) + (-against.abs()).exp().ln_1p()
        };
        let unexplained: f64 = state.logits.iter().zip(self.won).map(unexplained).sum();
        let pull = |group: &Group| group.weight * group.size(&state.effects);
        let anchored: f64 = state.effects[1..].iter().map(|effect| ANCHOR * effect * effect).sum();
        unexplained + 0.5 * (groups.iter().map(pull).sum::<f64>() + anchored)
    }

    /// How sharply the misfit bends in every direction.
    fn curvature(&self, state: &Standing, groups: &[Group]) -> Symmetric {
        let mut matrix = Symmetric::zero(state.effects.len());
        let weights: Vec<f64> = state
            .logits
            .iter()
            .map(|logit| {
                let chance = chance(*logit);
                (chance * (1.0 - chance)).max(1e-9)
            })
            .collect();
        matrix.add(0, 0, weights.iter().sum());
        for (term, start) in self.terms.iter().zip(&self.starts) {
            let mut sums = vec![0.0; term.width()];
            for (level, weight) in term.levels.iter().zip(&weights) {
                sums[usize::from(*level)] += weight;
            }
            for (level, sum) in sums.iter().enumerate() {
                matrix.add(0, start + level, *sum);
                matrix.add(start + level, start + level, *sum + ANCHOR);
            }
        }
        for second in 1..self.terms.len() {
            for first in 0..second {
                self.cross(first, second, &weights, &mut matrix);
            }
        }
        groups.iter().for_each(|group| group.hold(&mut matrix));
        matrix
    }

    /// Adds how two terms bend together.
    fn cross(&self, first: usize, second: usize, weights: &[f64], matrix: &mut Symmetric) {
        let (a, b) = (&self.terms[first], &self.terms[second]);
        let wide = b.width();
        let mut sums = vec![0.0; a.width() * wide];
        for ((one, other), weight) in a.levels.iter().zip(&b.levels).zip(weights) {
            sums[usize::from(*one) * wide + usize::from(*other)] += weight;
        }
        for (place, sum) in sums.iter().enumerate().filter(|(_, sum)| **sum != 0.0) {
            let (one, other) = (place / wide, place % wide);
            matrix.add(self.starts[first] + one, self.starts[second] + other, *sum);
        }
    }

    fn slope(&self, state: &Standing, groups: &[Group]) -> Vec<f64> {
        let mut slope: Vec<f64> = state.effects.iter().map(|effect| -ANCHOR * effect).collect();
        let left: Vec<f64> = state
            .logits
            .iter()
            .zip(self.won)
            .map(|(logit, won)| f64::from(u8::from(*won)) - chance(*logit))
            .collect();
        slope[0] = left.iter().sum();
        for (term, start) in self.terms.iter().zip(&self.starts) {
            for (level, left) in term.levels.iter().zip(&left) {
                slope[start + usize::from(*level)] += left;
            }
        }
        groups.iter().for_each(|group| group.pull(&state.effects, &mut slope));
        slope
    }

    /// One step of Newton's, shortened until the misfit shrinks.
    fn step(&self, state: &Standing, groups: &[Group], factor: &Factor) -> Standing {
        let step = factor.solve(&self.slope(state, groups));
        let longest = step.iter().fold(0.0_f64, |longest, one| longest.max(one.abs()));
        let mut length = if longest > STEP_MAX { STEP_MAX / longest } else { 1.0 };
        for _ in 0..HALVINGS {
            let effects = state.effects.iter().zip(&step).map(|(at, by)| at + length * by);
            let next = self.standing(effects.collect(), groups);
            if next.misfit <= state.misfit + STILL * (1.0 + state.misfit.abs()) {
                return next;
            }
            length /= 2.0;
        }
        self.standing(state.effects.clone(), groups)
    }

    /// The effects, each beside the average of its term.
    fn fitted(&self, state: &Standing) -> Fitted {
        let mut base = state.effects[0];
        let rows = self.won.len().max(1) as f64;
        let centred = |(term, start): (&Term, &usize)| {
            let own = &state.effects[*start..*start + term.width()];
            let sum: f64 = term.levels.iter().map(|level| own[usize::from(*level)]).sum();
            base += sum / rows;
            own.iter().map(|effect| effect - sum / rows).collect()
        };
        let effects = self.terms.iter().zip(&self.starts).map(centred).collect();
        Fitted { base, effects }
    }
}

/// How often a step is halved before it is not taken.
const HALVINGS: usize = 6;

/// The chance a logit stands for.
pub fn chance(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit.clamp(-LOGIT_MAX, LOGIT_MAX)).exp())
}

#[cfg(test)]
mod tests;
