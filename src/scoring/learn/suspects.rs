//! Columns that may know the end because they were filled in after it.
//!
//! A model that was let see them would be right about the past and of no use tomorrow.

use super::auc::auc;
use super::choice::{Choice, filled};
use super::dice::Dice;
use super::moment::moment;
use super::nature::is_missing;
use super::over_time::MOSTLY_FILLED;
use super::past::Past;
use super::shape::Fineness;
use super::table::{Column, Table};
use crate::playbook::learned::{Model, Pair, Shape, Side};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Ordering;

/// Why a column is suspected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Suspicion {
    /// By itself it foretells the end almost perfectly.
    KnowsTheEnd,
    /// It is filled in for leads of one end only.
    OnlyWon,
    OnlyLost,
    /// It is filled in for most leads of one end and for few of the other.
    MostlyWon,
    MostlyLost,
    /// Its days practically never stand before those of another column.
    FilledLater,
    /// By itself it says about as much as everything else together, which may well be right.
    SaysAsMuchAsAll,
}

/// A column that is suspected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suspect {
    #[serde(skip)]
    pub column: usize,
    #[serde(rename = "column")]
    pub name: String,
    /// The column together with which it is suspected, and not by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    pub why: Suspicion,
    /// How much of either end it fills, where that is why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filled: Option<Filled>,
    /// The ROC AUC of this column by itself, or of the two; at least 0.5.
    pub alone: f64,
    pub dropped: bool,
}

/// The shares of the won and of the lost for which a column is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Filled {
    pub won: f64,
    pub lost: f64,
}

/// The ROC AUC from which on a single column knows too much.
pub(super) const TOO_GOOD: f64 = 0.95;

/// How unlikely it must be that a column is filled for one end only by chance, as a logarithm.
const UNLIKELY: f64 = -14.0;

/// The share of an end that such a column must cover.
const COVERED: f64 = 0.05;

/// The share of one end that a column must fill, and the share of the other that it may fill, for
/// that alone to be suspicious, and the leads of either end without which it may be chance.
const MOST: f64 = 2.0 / 3.0;
const FEW: f64 = 1.0 / 6.0;
const MOSTLY_ENDS: f64 = 20.0;

/// The ROC AUC of each column by itself, learned on one half of the rows and tried on the other.
///
/// `None` for columns that are not used.
pub fn alone(table: &Table, choice: &Choice, won: &[bool]) -> Vec<Option<f64>> {
    let mut best = vec![None; table.columns.len()];
    for view in &choice.views {
        let column = &table.columns[view.column];
        let told = in_halves(won, |learned| {
            let shape = Shape::learn(*view, column, learned, Fineness::of(learned.len(), 1));
            let levels = shape.of_texts(column);
            let level = move |row: usize| usize::from(levels[column.rows[row] as usize]);
            (shape.levels.len(), level)
        });
        let known: &mut Option<f64> = &mut best[view.column];
        *known = Some(known.map_or(told, |known| known.max(told)));
    }
    best
}

/// The ROC AUC of two fields together and nothing else, learned and tried in the same way.
pub fn alone_together(model: &Model, pair: &Pair, table: &Table, won: &[bool]) -> f64 {
    let known = |field: usize| {
        let shape = &model.shapes[field];
        let column = &table.columns[shape.view.column];
        (column, shape.of_texts(column))
    };
    let both = [known(pair.first), known(pair.second)];
    let level = |row: usize| {
        let [first, second] =
            both.each_ref().map(|(column, levels)| levels[column.rows[row] as usize]);
        usize::from(pair.level(first, second))
    };
    in_halves(won, |_| (pair.width, level))
}

/// The ROC AUC of levels that are learned on one half of the rows and tried on the other, as the mean
/// of both: rows of two halves are not compared, since a half that won less teaches that others win
/// less. What does worse than a guess has learned from chance alone, and says as much as a guess.
fn in_halves<Level: Fn(usize) -> usize>(
    won: &[bool],
    learn: impl Fn(&[usize]) -> (usize, Level),
) -> f64 {
    let mut rows: Vec<usize> = (0..won.len()).collect();
    Dice::of(HALVES).shuffle(&mut rows);
    let (first, second) = rows.split_at(rows.len() / 2);
    let told = |(learned, tried): (&[usize], &[usize])| {
        let shares = foretold(learn(learned), won, learned, tried);
        let ends: Vec<bool> = tried.iter().map(|row| won[*row]).collect();
        Some(auc(&shares, &ends)?.auc)
    };
    let told: Vec<f64> = [(first, second), (second, first)].into_iter().filter_map(told).collect();
    (told.iter().sum::<f64>() / told.len().max(1) as f64).max(GUESS)
}

/// The seed by which rows are halved.
const HALVES: u64 = 41;

/// The ROC AUC of a guess.
const GUESS: f64 = 0.5;

/// The share of won of the level of each row that is tried, drawn a little to the average.
fn foretold(
    (count, level): (usize, impl Fn(usize) -> usize),
    won: &[bool],
    learned: &[usize],
    tried: &[usize],
) -> Vec<f64> {
    let average =
        learned.iter().filter(|row| won[**row]).count() as f64 / learned.len().max(1) as f64;
    let mut cells = vec![(average * 4.0, 4.0); count];
    for row in learned {
        let cell = &mut cells[level(*row)];
        *cell = (cell.0 + f64::from(u8::from(won[*row])), cell.1 + 1.0);
    }
    let share = |row: &usize| {
        let (sum, count) = cells[level(*row)];
        sum / count
    };
    tried.iter().map(share).collect()
}

/// Columns that know the end, are filled for one end only or mostly, or are among those filled in
/// later. Such a column is dropped, unless somebody said to keep it.
pub fn suspects(past: &Past, later: &[usize], kept: &[usize]) -> Vec<Suspect> {
    let suspicion = |place: usize| {
        let (alone, column) = (past.alone[place]?, &past.table.columns[place]);
        let only = Fill::of(column, past, |_| true, is_missing).only();
        let says_no = |text: &str| is_missing(text) || past.blanks.iter().any(|one| one == text);
        let mostly = || Fill::of(column, past, |row| past.doubted[row], says_no).mostly();
        let (why, filled) = match only {
            Some(why) => (why, None),
            None if later.contains(&place) => (Suspicion::FilledLater, None),
            None => match mostly() {
                Some((why, filled)) => (why, Some(filled)),
                None if alone >= TOO_GOOD => (Suspicion::KnowsTheEnd, None),
                None => return None,
            },
        };
        let (name, dropped) = (column.name.clone(), !kept.contains(&place));
        Some(Suspect { column: place, name, with: None, why, filled, alone, dropped })
    };
    (0..past.alone.len()).filter_map(suspicion).collect()
}

/// Rows in which two columns must both name a day, the share of them in which the later day may
/// stand before the other, and the share in which it must stand after it.
const DAYS_LEAST: usize = 20;
const BEFORE_MOST: f64 = 0.01;
const AFTER_LEAST: f64 = 0.1;

/// Columns whose days, in the rows that are in doubt, practically never stand before those of the
/// column that says when, or else of any that nearly every row fills.
pub fn filled_later(past: &Past, time: Option<usize>) -> Vec<usize> {
    let Past { table, choice, doubted, .. } = past;
    let days = |place: usize| {
        let mut views = choice.views.iter().filter(|view| view.column == place);
        let view = views.find(|view| view.side == Side::Weekday)?;
        let column = &table.columns[place];
        let day = |text: &String| moment(text, view.order).map(|at| at.date());
        let texts: Vec<Option<Date>> = column.texts.iter().map(day).collect();
        let rows = column.rows.iter().zip(doubted);
        let rows = rows.map(|(text, doubted)| texts[*text as usize].filter(|_| *doubted));
        let rows: Vec<_> = rows.collect();
        Some((place, rows))
    };
    let begins = |place: usize| match time {
        Some(time) => place == time,
        None => filled(&table.columns[place]) >= MOSTLY_FILLED,
    };
    let days: Vec<(usize, Vec<Option<Date>>)> = (0..table.columns.len()).filter_map(days).collect();
    let is_later = |(place, later): &&(usize, Vec<Option<Date>>)| {
        let mut others = days.iter().filter(|(other, _)| other != place && begins(*other));
        others.any(|(_, first)| is_after(first, later))
    };
    days.iter().filter(is_later).map(|(place, _)| *place).collect()
}

fn is_after(first: &[Option<Date>], later: &[Option<Date>]) -> bool {
    let (mut rows, mut before, mut after) = (0_usize, 0_usize, 0_usize);
    for (first, later) in first.iter().zip(later) {
        let (Some(first), Some(later)) = (first, later) else { continue };
        rows += 1;
        match later.cmp(first) {
            Ordering::Less => before += 1,
            Ordering::Greater => after += 1,
            Ordering::Equal => {}
        }
    }
    let share = |count: usize| count as f64 / rows.max(1) as f64;
    rows >= DAYS_LEAST && share(before) <= BEFORE_MOST && share(after) >= AFTER_LEAST
}

/// In how many leads of either end a column says something, of how many; the lost stand first.
struct Fill {
    filled: [f64; 2],
    all: [f64; 2],
}

impl Fill {
    fn of(
        column: &Column,
        past: &Past,
        is_asked: impl Fn(usize) -> bool,
        says_nothing: impl Fn(&str) -> bool,
    ) -> Fill {
        let missing: Vec<bool> = column.texts.iter().map(|text| says_nothing(text)).collect();
        let mut fill = Fill { filled: [0.0; 2], all: [0.0; 2] };
        for row in (0..past.won.len()).filter(|row| is_asked(*row)) {
            let end = usize::from(past.won[row]);
            fill.all[end] += 1.0;
            fill.filled[end] += f64::from(u8::from(!missing[column.rows[row] as usize]));
        }
        fill
    }

    /// Whether it is filled for the won only, or for the lost only, and not by chance.
    fn only(&self) -> Option<Suspicion> {
        let Fill { filled, all } = self;
        let is_only = |end: usize| {
            let chance = filled[end] * (all[end] / (all[0] + all[1])).ln();
            filled[1 - end] <= 0.002 * all[1 - end]
                && filled[end] >= COVERED * all[end]
                && chance < UNLIKELY
        };
        match () {
            () if is_only(1) => Some(Suspicion::OnlyWon),
            () if is_only(0) => Some(Suspicion::OnlyLost),
            () => None,
        }
    }

    /// Whether it is filled for most of the won and few of the lost, or the other way round.
    fn mostly(&self) -> Option<(Suspicion, Filled)> {
        if self.all.iter().any(|ended| *ended < MOSTLY_ENDS) {
            return None;
        }
        let [lost, won] = [0, 1].map(|end| self.filled[end] / self.all[end]);
        let why = match () {
            () if won >= MOST && lost <= FEW => Suspicion::MostlyWon,
            () if lost >= MOST && won <= FEW => Suspicion::MostlyLost,
            () => return None,
        };
        Some((why, Filled { won, lost }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::dice::Dice;
    use super::super::report::{Question, report};
    use super::super::tests::{bell, past, question, told};
    use super::super::validation::one_by_one;
    use super::*;

    fn named(suspects: &[Suspect]) -> Vec<(&str, Suspicion, bool)> {
        suspects.iter().map(|one| (&*one.name, one.why, one.dropped)).collect()
    }

    /// So much in a hundred, else nothing.
    fn maybe(dice: &mut Dice, percent: usize, text: &str) -> String {
        if dice.below(100) < percent { text.to_owned() } else { String::new() }
    }

    #[test]
    fn what_is_kept_by_name_takes_nothing_else_in() {
        let table = || {
            past(&["size", "invoice", "amount"], 600, |dice, at| {
                let is_won = at % 4 == 0;
                let (invoice, low) = if is_won { ("R7", 500) } else { ("", 0) };
                let amount = (low + dice.below(400)).to_string();
                let end = if is_won { 60.0 } else { -60.0 };
                (vec![format!("{:.2}", bell(dice)), invoice.into(), amount], end)
            })
        };
        let keep = |names: &[&str]| {
            let keep = names.iter().map(|&name| name.to_owned()).collect();
            let asked = Question { keep, ..question() };
            report(table(), &asked, &one_by_one).expect("a report").suspects
        };
        let why = [("invoice", Suspicion::OnlyWon), ("amount", Suspicion::KnowsTheEnd)];
        let with = |dropped: [bool; 2]| [0, 1].map(|at| (why[at].0, why[at].1, dropped[at]));
        assert_eq!(named(&keep(&[])), with([true, true]));
        assert_eq!(named(&keep(&["invoice"])), with([false, true]));
        assert_eq!(named(&keep(&["invoice", "amount"])), with([false, false]));
    }

    /// Of two fields that are filled in as leads are won, and of one that is so only a little.
    fn worked() -> Table {
        past(&["size", "decision on", "decider", "budget"], 900, |dice, at| {
            let is_won = at % 5 == 0;
            let filled = if is_won { [75, 98, 60] } else { [3, 12, 35] };
            let size = format!("{:.2}", bell(dice) + f64::from(u8::from(is_won)));
            let texts = [("2026-05-08", 0), ("yes", 1), ("10000", 2)];
            let texts = texts.map(|(text, at)| maybe(dice, filled[at], text));
            let end = if is_won { 60.0 } else { -60.0 };
            (std::iter::once(size).chain(texts).collect(), end)
        })
    }

    #[test]
    fn what_is_filled_in_for_most_of_one_end_and_few_of_the_other_is_left_out() {
        let told = told(worked());
        let mostly = Suspicion::MostlyWon;
        let want = [("decision on", mostly, true), ("decider", mostly, true)];
        assert_eq!(named(&told.suspects), want);
        let filled = told.suspects[0].filled.expect("how much");
        assert!(filled.won > 0.65 && filled.lost < 0.06, "{filled:?}");
        assert!(told.figures.auc.auc < 0.9, "{:?}", told.figures);
    }

    #[test]
    fn what_was_known_from_the_start_is_no_suspect_however_it_is_filled_in() {
        let of = |doubted: Vec<bool>| {
            let asked = Question { doubted: Some(doubted), ..question() };
            report(worked(), &asked, &one_by_one).expect("a report").suspects
        };
        let doubted = |every: usize| (0..900).map(|row| row % every == 0).collect::<Vec<bool>>();
        let is_mostly = |one: &Suspect| one.why == Suspicion::MostlyWon;
        assert!(!of(vec![false; 900]).iter().any(is_mostly));
        assert_eq!(of(doubted(2)).iter().filter(|one| is_mostly(one)).count(), 2);
        assert!(!of(doubted(100)).iter().any(is_mostly), "of so few it may be chance");
    }

    #[test]
    fn a_second_column_with_the_same_gaps_is_named_with_the_one_that_carries_most() {
        let told = told(past(&["noise", "problem", "decider", "sum"], 900, |dice, at| {
            let is_won = at % 3 == 0;
            let is_there = dice.below(100) < if is_won { 97 } else { 22 };
            let text = |text: String| if is_there { text } else { String::new() };
            let (problem, decider) = (text(format!("p{}", at % 4)), text(format!("d{}", at % 5)));
            let sum = dice.below(900).to_string();
            let texts = vec![format!("{:.2}", bell(dice)), problem, decider, sum];
            (texts, if is_won { 60.0 } else { -60.0 })
        }));
        let why = Suspicion::SaysAsMuchAsAll;
        let mut suspects = named(&told.suspects);
        suspects.sort_by_key(|one| one.0);
        assert_eq!(suspects, [("decider", why, false), ("problem", why, false)]);
        assert!(told.without_kept_suspects.expect("told").auc.auc < 0.6);
    }
}
