//! Which of the first rows of a list is its heading: a title and remarks may stand above it.

use crate::lead::profile::email_normal;

/// Rows of nothing but a title that may stand above a heading.
const TITLES_MAX: usize = 5;

/// First rows that have to be seen to find the heading: titles, the heading, and what stands below it.
pub(super) const FIRST: usize = TITLES_MAX + 2;

/// Digits from which a cell that holds nothing else is a number of somebody.
const DIGITS: usize = 5;

/// The place of the heading among the first rows that say something, counted from 0.
///
/// Rows of one cell above a row of several are titles, if the row below has several too and the one
/// between them names columns.
pub(super) fn heading_at(rows: &[Vec<String>]) -> usize {
    let titles = rows.iter().take_while(|row| said(row) == 1).count();
    let is_table = |at: usize| rows.get(at).is_none_or(|row| said(row) > 1);
    let Some(heading) = rows.get(titles) else { return 0 };
    if titles <= TITLES_MAX && !is_somebody(heading) && is_table(titles + 1) { titles } else { 0 }
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
        for none in [
            &["Name|Email", "Ana|ana@ruiz.example"][..],
            &["Email", "ana@ruiz.example", "bo@ek.example"],
            &["Email", "ana@ruiz.example|Ana", "bo@ek.example|Bo"],
            &["Message", "Hello, you|and you", "Good day"],
            &["a", "b", "c", "d", "e", "f", "Name|Email", "Ana|ana@ruiz.example"],
            &[],
        ] {
            assert_eq!(at(none), 0, "{none:?}");
        }
    }
}
