//! Columns that say the same as another: read both, they would share between them what it is worth.

use super::moment::moment;
use super::nature::is_missing;
use super::number::number;
use super::table::{Column, Table};
use crate::playbook::learned::{Side, View};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a text says.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Says<'a> {
    Missing,
    Number(u64),
    Moment(DateTime),
    Word(&'a str),
    /// Something, whatever it is.
    Something,
}

/// What a column says: of each row the number of what stands there, as it first came up, and what
/// each of them is. Words may be others, so that a code and its name say the same.
#[derive(PartialEq, Eq, Hash)]
struct Said<'a> {
    side: Side,
    rows: Vec<u32>,
    meanings: Vec<Says<'a>>,
}

/// Columns that say of every row the same as one before them, each with the first that says it.
pub fn twins(table: &Table, views: &[View]) -> BTreeMap<usize, usize> {
    let mut twins = BTreeMap::new();
    let mut known: HashMap<u64, Vec<View>> = HashMap::new();
    let mut seen = None;
    for view in views {
        // Of days that are read from several sides the first side knows the day as well.
        if seen.replace(view.column) == Some(view.column) {
            continue;
        }
        let said = said(&table.columns[view.column], view);
        let alike = known.entry(mark(&said)).or_default();
        let is_same = |other: &&View| self::said(&table.columns[other.column], other) == said;
        match alike.iter().find(is_same) {
            Some(first) => {
                twins.insert(view.column, first.column);
            }
            None => alike.push(*view),
        }
    }
    twins
}

/// By this what columns say is told apart first, since to keep all of it would double the table.
fn mark(said: &Said) -> u64 {
    let mut hasher = DefaultHasher::new();
    said.hash(&mut hasher);
    hasher.finish()
}

fn said<'a>(column: &'a Column, view: &View) -> Said<'a> {
    let says: Vec<Says> = column.texts.iter().map(|text| says(text, view)).collect();
    let mut numbers: HashMap<Says, u32> = HashMap::new();
    let mut meanings = Vec::new();
    let mut number = |text: &u32| {
        let said = says[*text as usize];
        *numbers.entry(said).or_insert_with(|| {
            meanings.push(if matches!(said, Says::Word(_)) { Says::Something } else { said });
            (meanings.len() - 1) as u32
        })
    };
    let rows = column.rows.iter().map(&mut number).collect();
    Said { side: view.side, rows, meanings }
}

fn says<'a>(text: &'a str, view: &View) -> Says<'a> {
    if is_missing(text) {
        return Says::Missing;
    }
    match view.side {
        Side::Numbers => number(text, view.point)
            .map_or(Says::Something, |number| Says::Number((number + 0.0).to_bits())),
        Side::Words => Says::Word(text),
        Side::Filled => Says::Something,
        Side::Weekday | Side::Month | Side::Hour => {
            moment(text, view.order).map_or(Says::Something, Says::Moment)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::choice::{Use, choose};
    use super::super::table::Draft;

    /// What becomes of columns with these texts, three rows of each over and over.
    fn uses(columns: &[(&str, [&str; 3])], kept: &[usize]) -> Vec<(String, Option<String>)> {
        let headers: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let mut draft = Draft::of(&headers);
        for row in 0..60 {
            let cells = columns.iter().map(|(_, texts)| texts[row * row % 3].to_owned());
            draft.push(&cells.collect::<Vec<String>>());
        }
        for row in 0..9 {
            let cells = columns.iter().map(|(_, texts)| texts[row % 3].to_owned());
            draft.push(&cells.collect::<Vec<String>>());
        }
        let table = draft.finish();
        let choice = choose(&table, columns.len(), &[], kept);
        let name = |place: usize| table.columns[place].name.clone();
        let twin = |(place, used): (usize, &Use)| {
            let of = choice.twins.get(&place).map(|of| name(*of));
            assert_eq!(*used == Use::Twin, of.is_some());
            assert_eq!(choice.views.iter().all(|view| view.column != place), of.is_some());
            (name(place), of)
        };
        choice.uses.iter().enumerate().map(twin).collect()
    }

    #[test]
    fn a_column_that_says_the_same_in_other_words_is_left_out() {
        let told = uses(
            &[
                ("source", ["web", "fair", "n/a"]),
                ("source", ["web", "fair", ""]),
                ("code", ["W", "F", "-"]),
                ("staff", ["1200.0", "50", "7"]),
                ("employees", ["1200", "50", "7"]),
                ("rank", ["1", "2", "3"]),
                ("place", ["web", "fair", "fair"]),
                ("unknown", ["web", "fair", "mail"]),
                ("came", ["2026-05-08", "2026-05-09", "2026-05-10"]),
                ("came too", ["08.05.2026", "09.05.2026", "10.05.2026"]),
            ],
            &[],
        );
        let twins: Vec<(&str, &str)> =
            told.iter().filter_map(|(name, of)| Some((name.as_str(), of.as_deref()?))).collect();
        assert_eq!(
            twins,
            [
                ("source (2)", "source"),
                ("code", "source"),
                ("employees", "staff"),
                ("came too", "came"),
            ]
        );
    }

    #[test]
    fn one_that_somebody_keeps_is_read_all_the_same() {
        let columns = [("a", ["x", "y", "z"]), ("b", ["x", "y", "z"])];
        assert!(uses(&columns, &[]).iter().any(|(_, of)| of.is_some()));
        assert!(uses(&columns, &[1]).iter().all(|(_, of)| of.is_none()));
    }
}
