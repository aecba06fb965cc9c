//! Which columns a model is made from, how each is read, and why the others are not.

use super::moment::moment;
use super::nature::{Nature, Useless, is_missing, nature};
use super::table::{Column, Table};
use super::twins::twins;
use crate::playbook::learned::{Order, Point, Side, View};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What became of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    Numbers,
    Words,
    /// Weekday, where there are times the hour, and where there are years the month.
    Moments,
    /// Only whether it says anything.
    Filled(Useless),
    Dropped(Useless),
    /// It says the same as a column before it.
    Twin,
    /// Somebody asked for it to be left out.
    Asked,
    /// It is what is to be foretold.
    Outcome,
}

/// The columns of a table as a model will see them.
#[derive(Clone, Debug)]
pub struct Choice {
    /// One for each column.
    pub uses: Vec<Use>,
    pub views: Vec<View>,
    /// Of each column that says the same as one before it, which that is.
    pub twins: BTreeMap<usize, usize>,
}

/// The share of rows that must be filled, and empty, for that alone to tell something.
const FILLED_LEAST: f64 = 0.02;

/// Decides over all columns: `asked` are left out, `kept` are read even where they tell everybody
/// apart or say the same as another.
pub fn choose(table: &Table, outcome: usize, asked: &[usize], kept: &[usize]) -> Choice {
    let mut choice = Choice { uses: Vec::new(), views: Vec::new(), twins: BTreeMap::new() };
    for (place, column) in table.columns.iter().enumerate() {
        let used = match () {
            () if place == outcome => Use::Outcome,
            () if asked.contains(&place) => Use::Asked,
            () => read_as(column, place, kept.contains(&place), &mut choice.views),
        };
        choice.uses.push(used);
    }
    choice.twins = twins(table, &choice.views);
    choice.twins.retain(|twin, _| !kept.contains(twin));
    choice.views.retain(|view| !choice.twins.contains_key(&view.column));
    choice.twins.keys().for_each(|twin| choice.uses[*twin] = Use::Twin);
    choice
}

fn read_as(column: &Column, place: usize, is_kept: bool, views: &mut Vec<View>) -> Use {
    let view = |side| View { column: place, side, point: Point::Dot, order: Order::DayFirst };
    match nature(column) {
        Nature::Numbers(point) => {
            views.push(View { point, ..view(Side::Numbers) });
            Use::Numbers
        }
        Nature::Words => {
            views.push(view(Side::Words));
            Use::Words
        }
        Nature::Moments(order) => {
            let sides = [Side::Weekday, Side::Month, Side::Hour];
            let tells = |side: &Side| match side {
                Side::Hour => column.texts.iter().any(|text| text.contains(':')),
                Side::Month => has_seasons(column, order),
                Side::Numbers | Side::Words | Side::Filled | Side::Weekday => true,
            };
            let sides = sides.into_iter().filter(tells);
            views.extend(sides.map(|side| View { order, ..view(side) }));
            Use::Moments
        }
        Nature::Useless(Useless::Counting) if is_kept => {
            views.push(view(Side::Numbers));
            Use::Numbers
        }
        Nature::Useless(Useless::Unique | Useless::Prose) if is_kept => {
            views.push(view(Side::Words));
            Use::Words
        }
        Nature::Useless(why @ (Useless::Unique | Useless::Prose))
            if (FILLED_LEAST..=1.0 - FILLED_LEAST).contains(&filled(column)) =>
        {
            views.push(view(Side::Filled));
            Use::Filled(why)
        }
        Nature::Useless(why) => Use::Dropped(why),
    }
}

/// Whether its days tell a season from the passing of time: all but a few of them, which may be
/// slips, span two years.
fn has_seasons(column: &Column, order: Order) -> bool {
    const SLIPS: usize = 200;
    const TWO_YEARS: i32 = 2 * 365 - 7;
    let days: Vec<Option<Date>> =
        column.texts.iter().map(|text| moment(text, order).map(|at| at.date())).collect();
    let mut days: Vec<Date> = column.rows.iter().filter_map(|text| days[*text as usize]).collect();
    days.sort_unstable();
    let few = days.len() / SLIPS;
    let ends = days.get(few).zip(days.iter().rev().nth(few));
    ends.is_some_and(|(first, last)| (*last - *first).get_days() >= TWO_YEARS)
}

/// The share of rows in which a column says something.
pub fn filled(column: &Column) -> f64 {
    let missing: Vec<bool> = column.texts.iter().map(|text| is_missing(text)).collect();
    let filled = column.rows.iter().filter(|text| !missing[**text as usize]).count();
    filled as f64 / column.rows.len().max(1) as f64
}
