//! Which of the first rows of a list is its heading: a title and remarks may stand above it.

use crate::capture::is_a_usual_name;
use crate::lead::profile::email_normal;

/// Rows of nothing but a title that may stand above a heading.
const TITLES_MAX: usize = 5;

/// First rows that have to be seen to find the heading: titles, the heading, and what stands below it.
pub(super) const FIRST: usize = TITLES_MAX + 2;

/// Digits from which a cell that holds nothing else is a number of somebody.
const DIGITS: usize = 5;

/// The place of the heading among the first rows that say something, counted from 0.
///
/// Rows of one cell above a row of several are titles, if only that row is known to name a column and
/// the one below it has several cells too.
pub(super) fn heading_at(rows: &[Vec<String>]) -> usize {
    let titles = rows.iter().take_while(|row| said(row) == 1).count();
    let names = |row: &Vec<String>| row.iter().any(|cell| is_a_usual_name(cell));
    let is_heading = rows.get(titles).is_some_and(names) && !rows[..titles].iter().any(names);
    let is_table = rows.get(titles + 1).is_none_or(|row| said(row) > 1);
    if titles <= TITLES_MAX && is_heading && is_table { titles } else { 0 }
}

/// Whether a row is that of somebody and no heading: it holds an address or a number.
pub(super) fn is_somebody(row: &[String]) -> bool {
    let digits = |cell: &str| cell.chars().filter(char::is_ascii_digit).count();
    let is_number = |cell: &str| digits(cell) >= DIGITS && !cell.chars().any(char::is_alphabetic);
    row.iter().any(|cell| email_normal(cell).is_some() || is_number(cell))
}

fn said(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_above_the_names_of_columns() {
        let at = |rows: &[&str]| {
            let cells = |row: &&str| row.split('|').map(str::to_owned).collect();
            heading_at(&rows.iter().map(cells).collect::<Vec<_>>())
        };
        assert_eq!(at(&["Customers 2026", "Name|Email", "Ana|ana@ruiz.example"]), 1);
        assert_eq!(at(&["Customers||", "as of May||", "Name|Email|Town", "Ana||Bonn"]), 2);
        assert_eq!(at(&["Customers 2026", "Name|Email"]), 1);
        assert_eq!(at(&["Customers", "Name|Email|2024-01", "Ana||3"]), 1);
        for none in [
            &["Name|Email", "Ana|ana@ruiz.example"][..],
            &["Email", "ana@ruiz.example", "bo@ek.example"],
            &["Email", "ana@ruiz.example|Ana", "bo@ek.example|Bo"],
            &["Message", "Hello, you|and you", "Good day"],
            &["Company", "Acme", "Bolt", "Meyer| Söhne", "Ruiz| Hijos"],
            &["Name||", "Ana|Ruiz|Bonn", "Bo|Ek|Berlin"],
            &["a", "b", "c", "d", "e", "f", "Name|Email", "Ana|ana@ruiz.example"],
            &[],
        ] {
            assert_eq!(at(none), 0, "{none:?}");
        }
    }
}
