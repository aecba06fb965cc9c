//! One row taken from the front of a text, with every tolerance real files ask for.
//!
//! A quote opens only at the beginning of a cell; what follows a closing quote is kept as it is,
//! unless the quote holds a line end: then it was left open, and closed by one that opens another.

/// Columns a row may have.
pub(super) const COLUMNS_MAX: usize = 500;

/// Why no row stands at the front of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoRow {
    /// It does not end within the text: a quote is open, or the line end is still to come.
    Open,
    /// A quote was left open, and what closes it belongs to another row.
    Broken,
}

/// The cells of the first row and the number of bytes it takes, its line end included.
///
/// Unless the text `ended`, its last line may go on. Of a row that is far too wide, one cell too
/// many is returned.
pub(super) fn first_row(
    text: &str,
    delimiter: u8,
    ended: bool,
) -> Result<(Vec<String>, usize), NoRow> {
    let bytes = text.as_bytes();
    let at_the_end = |row| if ended { Ok(row) } else { Err(NoRow::Open) };
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let (cell, end) = cell(text, at, delimiter)?;
        if cells.len() <= COLUMNS_MAX {
            cells.push(cell);
        }
        at = end;
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\n'), _) => return Ok((cells, at + 1)),
            (Some(b'\r'), Some(b'\n')) => return Ok((cells, at + 2)),
            (Some(b'\r'), Some(_)) => return Ok((cells, at + 1)),
            (Some(b'\r'), None) => return at_the_end((cells, at + 1)),
            (Some(_), _) => at += 1,
            (None, _) => return at_the_end((cells, at)),
        }
    }
}

/// The rows at the front of a text that say something, each with the bytes up to its end.
pub(super) fn first_rows(
    text: &str,
    delimiter: u8,
    ended: bool,
) -> impl Iterator<Item = (Vec<String>, usize)> {
    let mut at = 0;
    let row = move || {
        let (cells, used) =
            first_row(&text[at..], delimiter, ended).ok().filter(|row| row.1 > 0)?;
        at += used;
        Some((cells, at))
    };
    std::iter::from_fn(row).filter(|(cells, _)| !is_blank(cells))
}

/// Whether a row says nothing.
pub(super) fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// The cell that begins here, and the place of the delimiter or line end behind it.
fn cell(text: &str, start: usize, delimiter: u8) -> Result<(String, usize), NoRow> {
    let bytes = &text.as_bytes()[start..];
    let blanks = bytes.iter().take_while(|byte| **byte == b' ').count();
    if bytes.get(blanks) == Some(&b'"') {
        return quoted(text, start + blanks + 1, delimiter);
    }
    let end = cell_end(text, start, delimiter);
    Ok((text[start..end].to_owned(), end))
}

fn quoted(text: &str, start: usize, delimiter: u8) -> Result<(String, usize), NoRow> {
    let mut cell = String::new();
    let mut at = start;
    loop {
        let quote = at + text[at..].find('"').ok_or(NoRow::Open)?;
        cell.push_str(&text[at..quote]);
        at = quote + 1;
        if text.as_bytes().get(at) != Some(&b'"') {
            break;
        }
        cell.push('"');
        at += 1;
    }
    let end = cell_end(text, at, delimiter);
    let behind = text[at..end].trim_end();
    if !behind.is_empty() && cell.contains(['\n', '\r']) {
        return Err(NoRow::Broken);
    }
    cell.push_str(behind);
    Ok((cell, end))
}

fn cell_end(text: &str, start: usize, delimiter: u8) -> usize {
    let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
    text.as_bytes()[start..].iter().position(ends).map_or(text.len(), |length| start + length)
}

#[cfg(test)]
mod tests {
    use super::{NoRow, first_row};

    fn row(text: &str) -> Result<(String, usize), NoRow> {
        first_row(text, b',', true).map(|(cells, used)| (cells.join("|"), used))
    }

    fn cells(text: &str) -> String {
        row(text).expect("the row is closed").0
    }

    #[test]
    fn a_row_ends_where_its_line_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("a,b,{end}c");
            assert_eq!(row(&text), Ok(("a|b|".to_owned(), 4 + end.len())));
        }
        assert_eq!(row("a,b"), Ok(("a|b".to_owned(), 3)));
    }

    #[test]
    fn quotes_hold_delimiters_lines_and_quotes() {
        assert_eq!(
            cells("\"a, b\",\"two\nlines\",\"says \"\"hi\"\"\"\nx"),
            "a, b|two\nlines|says \"hi\""
        );
        assert_eq!(cells("\"\",\"\"\"\""), "|\"");
    }

    #[test]
    fn careless_quotes_are_tolerated() {
        assert_eq!(cells("5\" pipe,b"), "5\" pipe|b");
        assert_eq!(cells("a, \"b, c\" ,d"), "a|b, c|d");
        assert_eq!(cells("\"a\" b,c"), "a b|c");
    }

    #[test]
    fn a_row_that_may_go_on_is_not_returned() {
        for text in ["a,b", "a,b\r", "", "\"a\"", "\"a\"\""] {
            assert_eq!(first_row(text, b',', false), Err(NoRow::Open), "{text}");
        }
        assert_eq!(first_row("a,\"b\nc,d", b',', true), Err(NoRow::Open));
    }

    #[test]
    fn a_quote_that_is_closed_in_the_middle_of_another_row_was_left_open() {
        for text in ["a,\"b\nc,\"d\"\n", "a,\"b\rc,\"d\"", "\"b\n\" x"] {
            assert_eq!(row(text), Err(NoRow::Broken), "{text}");
        }
        assert_eq!(first_row("a,\"b\nc,\"d", b',', false), Err(NoRow::Broken));
        assert_eq!(cells("\"two\nlines\" ,b"), "two\nlines|b");
    }

    #[test]
    fn a_row_of_any_width_stays_small() {
        let (cells, used) = first_row(&",".repeat(100_000), b',', true).expect("it is closed");
        assert_eq!((cells.len(), used), (501, 100_000));
    }
}
