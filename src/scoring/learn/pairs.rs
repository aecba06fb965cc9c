//! Pairs of fields that say more together than each by itself, such as a source in a season.
//!
//! Every pair is laid out as a table of cells; what the fields by themselves leave unexplained in
//! each cell is held against chance. A pair is taken up if the history speaks for it far more
//! clearly than for none, where the number of pairs that were looked at is paid for.

use super::fit::{Term, chance};
use crate::playbook::learned::Pair;

/// Pairs that are taken up at most, and cells of all of them together.
const PAIRS_MAX: usize = 8;
const CELLS_MAX: usize = 600;

/// Pairs that are taken up before the rest is looked at again: two may tell the same.
const PAIRS_AT_ONCE: usize = 4;

/// Fields that are looked at in pairs: those that say the most by themselves.
const FIELDS_MAX: usize = 30;

/// Rows a cell must have to be one of its own.
const CELL_ROWS: u32 = 8;

/// Levels of a term within a pair, from fine to coarse.
const SIDES: [usize; 4] = [32, 16, 8, 4];

/// How clearly the history must speak for a pair, as the logarithm of odds.
const CLEARLY: f64 = 3.0;

/// Strengths at which a pair is tried: variances of the effects of its cells.
const STRENGTHS: [f64; 5] = [0.01, 0.04, 0.16, 0.5, 1.5];

impl Pair {
    /// The level of the pair for two levels of its terms.
    pub fn level(&self, first: u16, second: u16) -> u16 {
        let row = usize::from(self.first_sides[usize::from(first)]);
        let column = usize::from(self.second_sides[usize::from(second)]);
        self.cells[row * self.wide + column]
    }

    /// The pair as a term for the fit.
    pub fn term(&self, terms: &[Term]) -> Term {
        let both = terms[self.first].levels.iter().zip(&terms[self.second].levels);
        let levels = both.map(|(first, second)| self.level(*first, *second)).collect();
        Term { levels, places: Vec::new(), apart: self.width }
    }
}

/// The pairs chosen by now with those that are worth taking up beside them, the clearest first.
///
/// `told` is how much each term says by itself, `logits` what is known of each row by now.
pub fn pairs(
    terms: &[Term],
    told: &[f64],
    logits: &[f64],
    won: &[bool],
    chosen: Vec<Pair>,
) -> Vec<Pair> {
    let left = left(logits, won);
    let mut places: Vec<usize> = (0..terms.len()).collect();
    places.sort_by(|a, b| told[*b].total_cmp(&told[*a]));
    places.truncate(FIELDS_MAX);
    places.sort_unstable();
    let sides: Vec<[Vec<u16>; SIDES.len()]> =
        places.iter().map(|place| SIDES.map(|side| coarser(&terms[*place], side))).collect();
    let looked_at = (places.len() * places.len().saturating_sub(1) / 2).max(1) as f64;
    let wanted = CLEARLY + looked_at.ln();
    let mut found = Vec::new();
    for second in 1..places.len() {
        for first in 0..second {
            let both = [places[first], places[second]];
            for (one, other) in sides[first].iter().zip(&sides[second]) {
                let pair = laid_out(terms, both, one, other, &left);
                found.extend(pair.filter(|(evidence, _)| *evidence > wanted));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    with_new(chosen, found.into_iter().map(|(_, pair)| pair))
}

fn with_new(mut chosen: Vec<Pair>, found: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut cells: usize = chosen.iter().map(|pair| pair.width).sum();
    let most = PAIRS_MAX.min(chosen.len() + PAIRS_AT_ONCE);
    for pair in found {
        let is_new = !chosen.iter().any(|one| (one.first, one.second) == (pair.first, pair.second));
        if is_new && chosen.len() < most && cells + pair.width <= CELLS_MAX {
            cells += pair.width;
            chosen.push(pair);
        }
    }
    chosen
}

/// What is left unexplained of each row, and how much it weighs.
pub(super) fn left(logits: &[f64], won: &[bool]) -> Vec<(f64, f64)> {
    let one = |(logit, won): (&f64, &bool)| {
        let chance = chance(*logit);
        (f64::from(u8::from(*won)) - chance, chance * (1.0 - chance))
    };
    logits.iter().zip(won).map(one).collect()
}

/// Fewer levels: neighbours of a row joined so that each has about as many rows, and the rarest of
/// those apart put into one.
fn coarser(term: &Term, side: usize) -> Vec<u16> {
    let mut rows = vec![0_usize; term.width()];
    term.levels.iter().for_each(|level| rows[usize::from(*level)] += 1);
    let in_row: usize = rows[..term.places.len()].iter().sum();
    let mut sides = Vec::with_capacity(term.width());
    let (mut passed, mut next, mut last_place) = (0, 0_u16, 0);
    for count in &rows[..term.places.len()] {
        let place = (passed + count / 2) * side.min(term.places.len()) / in_row.max(1);
        if place > last_place {
            next += u16::from(!sides.is_empty());
            last_place = place;
        }
        sides.push(next);
        passed += count;
    }
    let first = if term.places.is_empty() { 0 } else { next + 1 };
    let mut by_rows: Vec<usize> = (term.places.len()..term.width()).collect();
    by_rows.sort_by_key(|level| std::cmp::Reverse(rows[*level]));
    sides.resize(term.width(), 0);
    for (rank, level) in by_rows.into_iter().enumerate() {
        sides[level] = first + rank.min(side - 1) as u16;
    }
    sides
}

fn laid_out(
    terms: &[Term],
    [first, second]: [usize; 2],
    one: &[u16],
    other: &[u16],
    left: &[(f64, f64)],
) -> Option<(f64, Pair)> {
    let count = |sides: &[u16]| usize::from(sides.iter().copied().max().unwrap_or_default()) + 1;
    let (tall, wide) = (count(one), count(other));
    let mut table = vec![(0_u32, 0.0, 0.0); tall * wide];
    let both = terms[first].levels.iter().zip(&terms[second].levels);
    for ((a, b), (slope, bend)) in both.zip(left) {
        let place = usize::from(one[usize::from(*a)]) * wide + usize::from(other[usize::from(*b)]);
        let cell = &mut table[place];
        *cell = (cell.0 + 1, cell.1 + slope, cell.2 + bend);
    }
    let counts = |cell: &(u32, f64, f64)| cell.0 >= CELL_ROWS;
    let own = table.iter().filter(|cell| counts(cell)).count();
    if own < 2 {
        return None;
    }
    let mut next = 0;
    let cells = table.iter().map(|cell| {
        let level = if counts(cell) { next } else { own as u16 };
        next += u16::from(counts(cell));
        level
    });
    let cells = cells.collect();
    let told: Vec<(f64, f64)> =
        table.iter().filter(|cell| counts(cell)).map(|cell| (cell.1, cell.2)).collect();
    let (first_sides, second_sides) = (one.to_vec(), other.to_vec());
    let pair = Pair { first, second, first_sides, second_sides, wide, cells, width: own + 1 };
    Some((evidence(&told), pair))
}

/// How much likelier the cells are with effects of their own than without: the logarithm of the
/// Bayes factor, at the strength that suits them best.
pub(super) fn evidence(cells: &[(f64, f64)]) -> f64 {
    let at = |strength: f64| {
        let cell = |(slope, bend): &(f64, f64)| {
            0.5 * (slope * slope / (bend + 1.0 / strength) - (strength * bend).ln_1p())
        };
        cells.iter().map(cell).sum::<f64>()
    };
    STRENGTHS.into_iter().map(at).fold(f64::MIN, f64::max)
}
