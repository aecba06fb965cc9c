//! What stands between two cells: the mark by which the first rows fall into equally many.

use super::split::first_rows;
use super::title::heading_at;

/// Tried in this order, so that the first wins a tie.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows that are looked at.
const ROWS: usize = 20;

/// The delimiter of a text, by its beginning; a comma if there is only one column.
pub(super) fn detect(text: &str, ended: bool) -> u8 {
    let mut best = (0, CANDIDATES[0]);
    for delimiter in CANDIDATES {
        let points = points(text, delimiter, ended);
        if points > best.0 {
            best = (points, delimiter);
        }
    }
    best.1
}

/// How well a delimiter fits: columns of the heading beyond the first, times the rows that have as many.
fn points(text: &str, delimiter: u8, ended: bool) -> usize {
    let rows: Vec<_> = first_rows(text, delimiter, ended).map(|(row, _)| row).take(ROWS).collect();
    let Some(width) = rows.get(heading_at(&rows)).map(Vec::len) else { return 0 };
    (width - 1) * rows.iter().filter(|row| row.len() == width).count()
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn the_mark_that_splits_rows_evenly_is_the_delimiter() {
        let cases = [
            ("name,email\nAna,a@b.c\n", b','),
            ("Name;Ort;Betrag\nMüller, Jörg;Köln;1,50\nDiaz, Ana;Bonn;2,50\n", b';'),
            ("name\temail\nAna, Dr\ta@b.c\n", b'\t'),
            ("name|email\nAna|a@b.c\n", b'|'),
            ("\"a;b\",c\n\"d;e\",f\n", b','),
            ("email\na@b.c\n", b','),
            ("Customers, as of May\nName;Email\nAna;a@b.c\nBo;b@b.c\n", b';'),
            ("", b','),
        ];
        for (text, delimiter) in cases {
            assert_eq!(char::from(detect(text, true)), char::from(delimiter), "{text}");
        }
    }
}
