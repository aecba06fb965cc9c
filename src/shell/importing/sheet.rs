//! The first sheet of a workbook (XLSX), cell by cell, as if it were a table of text.
//!
//! A workbook is packed and may unpack to anything. It is unpacked once into nothing and counted,
//! part by part, before anything of it is held in memory.

use super::scratch::{Scratch, ScratchReader};
use super::split::COLUMNS_MAX;
use super::table::{BadRow, Line, ROW_MAX, Row, TableFault, Unfit, shown};
use super::title::{FIRST, heading_at};
use calamine::{Cell, DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use std::io::{self, BufReader, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Parts a workbook may have.
const PARTS_MAX: usize = 4_000;

/// Bytes of the texts that the sheets share; the reader holds them all.
const SHARED_MAX: u64 = 48 * 1024 * 1024;

/// Bytes of every other part but the sheets.
const OTHER_MAX: u64 = 16 * 1024 * 1024;

/// A sheet while it is read.
pub struct Sheet {
    book: Xlsx<BufReader<ScratchReader>>,
    name: String,
    top: Top,
}

/// The heading of a sheet.
struct Top {
    /// Its row, counted from 0.
    row: u32,
    headers: Vec<String>,
    /// Rows of titles above it.
    above: usize,
}

impl Sheet {
    /// Finds the first visible sheet that says something, and its heading.
    pub(super) fn open(file: &Scratch, unpacked_max: u64) -> Result<Sheet, TableFault> {
        measure(file, unpacked_max)?;
        let mut book = Xlsx::new(BufReader::new(file.reader())).map_err(not_a_book)?;
        let seen = book.sheets_metadata().iter();
        let seen = seen.filter(|sheet| sheet.visible == SheetVisible::Visible);
        let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
        for name in names {
            if let Some(top) = heading(&mut book, &name)? {
                return Ok(Sheet { book, name, top });
            }
        }
        Err(TableFault::Empty)
    }

    pub(super) fn headers(&self) -> &[String] {
        &self.top.headers
    }

    pub(super) fn above(&self) -> usize {
        self.top.above
    }

    /// What it is called in its workbook.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Hands over every line below the heading, until one is not wanted any more.
    pub(super) fn lines<E: From<io::Error>>(
        &mut self,
        mut take: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        let (top, wanted) = (self.top.row, self.top.headers.len());
        let mut draft = Draft::of(wanted);
        let reader = self.book.worksheet_cells_reader(&self.name);
        let mut reader = reader.map_err(|error| E::from(unreadable(&error)))?;
        loop {
            let cell = reader.next_cell().map_err(|error| E::from(unreadable(&error)))?;
            let at = cell.as_ref().map(|cell| cell.get_position().0);
            if at != Some(draft.row)
                && let Some(line) = draft.finish()
            {
                take(line)?;
            }
            let Some(cell) = cell else { return Ok(()) };
            let (row, column) = cell.get_position();
            if row > top {
                draft.put(row, column as usize, text(&cell));
            }
        }
    }
}

/// A row while its cells come in.
struct Draft {
    row: u32,
    values: Vec<String>,
    /// The highest column that says something, counted from 1.
    width: usize,
    bytes: usize,
}

impl Draft {
    fn of(wanted: usize) -> Draft {
        Draft { row: 0, values: vec![String::new(); wanted], width: 0, bytes: 0 }
    }

    fn put(&mut self, row: u32, column: usize, text: String) {
        self.row = row;
        if text.trim().is_empty() {
            return;
        }
        self.width = self.width.max(column + 1);
        self.bytes = self.bytes.saturating_add(text.len());
        if let Some(value) = self.values.get_mut(column).filter(|_| self.bytes <= ROW_MAX) {
            *value = text;
        }
    }

    /// The row as a line, if it says anything; the next begins empty.
    fn finish(&mut self) -> Option<Line> {
        let wanted = self.values.len();
        let fresh = Draft { row: self.row, ..Draft::of(wanted) };
        let Draft { row, values, width, bytes } = std::mem::replace(self, fresh);
        if width == 0 {
            return None;
        }
        let line = u64::from(row) + 1;
        let why = match () {
            () if bytes > ROW_MAX => Some(Unfit::TooLong),
            () if width > wanted => Some(Unfit::Width { has: width.min(COLUMNS_MAX + 1), wanted }),
            () => None,
        };
        Some(match why {
            Some(why) => Line::Bad(BadRow { line, why, text: shown(&values.join(",")) }),
            None => Line::Row(Row { line, values }),
        })
    }
}

type Book = Xlsx<BufReader<ScratchReader>>;

/// The row of the heading, counted from 0, what it says, and how many titles stand above it.
fn heading(book: &mut Book, name: &str) -> Result<Option<Top>, TableFault> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet of nothing but a chart has no cells.
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(None),
        Err(error) => return Err(not_a_book(error)),
    };
    let (mut numbers, mut rows): (Vec<u32>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let mut bytes = 0_usize;
    while let Some(cell) = reader.next_cell().map_err(not_a_book)? {
        let text = text(&cell).trim().to_owned();
        if text.is_empty() {
            continue;
        }
        // Of a row that is far too wide, one cell too many is enough.
        let (number, column) = cell.get_position();
        let column = (column as usize).min(COLUMNS_MAX);
        if numbers.last() != Some(&number) {
            if rows.len() == FIRST {
                break;
            }
            numbers.push(number);
            rows.push(Vec::new());
        }
        bytes = bytes.saturating_add(text.len());
        if let Some(row) = rows.last_mut().filter(|_| bytes <= FIRST * ROW_MAX) {
            row.resize(row.len().max(column + 1), String::new());
            row[column] = text;
        }
    }
    let above = heading_at(&rows);
    let Some(headers) = rows.into_iter().nth(above) else { return Ok(None) };
    if headers.len() > COLUMNS_MAX {
        return Err(TableFault::TooManyColumns);
    }
    Ok(Some(Top { row: numbers[above], headers, above }))
}

/// A cell as a person reads it.
fn text(cell: &Cell<DataRef>) -> String {
    match cell.get_value() {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            cut(text)
        }
        DataRef::SharedString(text) => cut(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => plain(*number),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(at) => moment(at),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A text that may be shared by every cell, no longer than shows that it is too long for a row.
fn cut(text: &str) -> String {
    text[..text.floor_char_boundary(ROW_MAX + 1)].to_owned()
}

/// A number without a fraction it does not have: telephone numbers are often kept as numbers, and
/// behind the fifteenth digit stands only what reckoning left over. A fraction of three digits gets
/// a fourth, so that nobody takes its mark for that of thousands.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 {
        return number.to_string();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    let thirds = text.split_once('.').is_some_and(|(_, fraction)| fraction.len() == 3);
    if thirds { text + "0" } else { text }
}

fn moment(at: &ExcelDateTime) -> String {
    if !at.is_datetime() {
        return plain(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => day,
        _ => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// Unpacks everything into nothing, and counts. What the file says of its own sizes is not believed.
fn measure(file: &Scratch, unpacked_max: u64) -> Result<(), TableFault> {
    let mut parts = ZipArchive::new(BufReader::new(file.reader())).map_err(not_packed)?;
    if parts.len() > PARTS_MAX {
        return Err(TableFault::Bomb);
    }
    let (mut sheets, mut other, mut is_book) = (0, 0, false);
    for place in 0..parts.len() {
        let mut part = parts.by_index(place).map_err(not_packed)?;
        let name = part.name().map_err(not_packed)?.to_ascii_lowercase();
        is_book |= name == "xl/workbook.xml";
        let (is_sheet, is_shared) =
            (name.contains("worksheets/"), name.ends_with("sharedstrings.xml"));
        let most = match (is_sheet, is_shared) {
            (true, _) => unpacked_max - sheets,
            (_, true) => SHARED_MAX,
            _ => OTHER_MAX - other,
        };
        let length = io::copy(&mut part.by_ref().take(most + 1), &mut io::sink());
        let length = length.map_err(|_| TableFault::NotABook)?;
        if length > most {
            return Err(TableFault::Bomb);
        }
        match (is_sheet, is_shared) {
            (true, _) => sheets += length,
            (_, true) => {}
            _ => other += length,
        }
    }
    if is_book { Ok(()) } else { Err(TableFault::NotABook) }
}

fn not_packed(error: ZipError) -> TableFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => TableFault::Locked,
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => error.into(),
        _ => TableFault::NotABook,
    }
}

fn not_a_book(error: XlsxError) -> TableFault {
    match error {
        XlsxError::Password => TableFault::Locked,
        _ => TableFault::NotABook,
    }
}

fn unreadable(error: &XlsxError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_number_is_written_as_a_person_sees_it_and_can_be_read_in_one_way_only() {
        let cases = [
            (442079460011.0, "442079460011"),
            (1190.0000000000002, "1190"),
            (0.1 + 0.2, "0.3"),
            (1234.5, "1234.5"),
            (123.125, "123.1250"),
            (-0.125, "-0.1250"),
            (1e16, "10000000000000000"),
        ];
        for (number, text) in cases {
            assert_eq!(plain(number), text);
        }
    }
}
