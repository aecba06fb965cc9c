//! Tables as we write them. A spreadsheet runs a cell that begins like a formula; ours never do.

use std::borrow::Cow;
use std::io::{self, Write};

/// Beginnings that a spreadsheet may take for a formula, wide forms included.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell as text for any spreadsheet: an apostrophe goes before what looks like a formula.
///
/// Phone numbers and negative amounts get one too; telling them from formulas would be a guess.
pub fn safe_cell(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell without the apostrophe of [`safe_cell`], for reading such a table again.
pub fn plain_cell(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(plain) if plain.starts_with(FORMULA) => plain,
        _ => cell,
    }
}

/// Writes a table row by row, with every cell made safe.
pub struct CsvOut<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvOut<W> {
    /// A table of as many columns as its first row has.
    pub fn new(out: W) -> Self {
        CsvOut { out: csv::Writer::from_writer(out) }
    }

    /// Writes one row. Fails if the world does, or if the row is wider or narrower than the first.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for cell in cells {
            self.out.write_field(safe_cell(cell).as_bytes())?;
        }
        Ok(self.out.write_record(None::<&[u8]>)?)
    }

    /// Writes what is still held back, and returns where it was written to.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(|error| io::Error::other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::{CsvOut, plain_cell, safe_cell};

    #[test]
    fn nothing_begins_like_a_formula() {
        let cells = [
            "=1+1",
            "+4930901820",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "=cmd|' /C calc'",
        ];
        for cell in cells {
            assert_eq!(safe_cell(cell), format!("'{cell}"));
            assert_eq!(plain_cell(&safe_cell(cell)), cell);
        }
    }

    #[test]
    fn ordinary_cells_stay_as_they_are() {
        for cell in ["", "Ana", "a=b", "O'Neil", "'tis", "3 - 2", "ana@b.example"] {
            assert_eq!(safe_cell(cell), cell);
            assert_eq!(plain_cell(cell), cell);
        }
    }

    #[test]
    fn a_table_is_written_row_by_row() {
        let mut table = CsvOut::new(Vec::new());
        table.row(["name", "phone"]).expect("memory takes it");
        table.row(["O\"Neil, Ana", "+49 30"]).expect("memory takes it");
        assert!(table.row(["one cell"]).is_err());
        let text = table.finish().expect("memory takes it");
        assert!(text.starts_with(b"name,phone\n\"O\"\"Neil, Ana\",'+49 30\n"));
    }
}
