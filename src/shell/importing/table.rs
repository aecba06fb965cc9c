//! A table that somebody brought along, row by row, of any length in the same small memory.
//!
//! Encoding and delimiter are found out, not asked for. A row that cannot be read is reported with
//! its line and costs no other row, not even one whose quote is never closed.

use super::csv_out::plain_cell;
use super::delimiter::detect;
use super::encoding::TextReader;
use super::split::{COLUMNS_MAX, NoRow, first_row, first_rows, is_blank};
use super::title::{FIRST, heading_at};
use std::io::{self, Read};

/// Bytes of a row, as UTF-8.
pub(super) const ROW_MAX: usize = 256 * 1024;

/// Characters of a bad row that are shown to whoever has to mend it.
const SHOWN_MAX: usize = 2_000;

/// A table while it is read.
pub struct Table<R> {
    reader: TextReader<R>,
    /// What was read and not yet returned begins at `start`.
    text: String,
    start: usize,
    /// The line of the file on which the next row begins, counted from 1.
    line: u64,
    delimiter: u8,
    headers: Vec<String>,
    /// Rows that say something and stand above the heading.
    above: usize,
    failed: bool,
}

/// One line of a table below its heading.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    Row(Row),
    Bad(BadRow),
}

/// A row with exactly one value for every header.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where it begins in the file, counted from 1.
    pub line: u64,
    pub values: Vec<String>,
}

/// A row that does not fit its heading or cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct BadRow {
    /// Where it begins in the file, counted from 1.
    pub line: u64,
    pub why: Unfit,
    /// The row as it stands in the file, cut at 2,000 characters.
    pub text: String,
}

/// Why a row cannot be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("It has {}, the heading has {wanted}.", counted(*.has))]
    Width { has: usize, wanted: usize },
    #[error("It is longer than 256 KB, or a quote in it is not closed.")]
    TooLong,
}

/// What was taken from the front of the text, with the line it began on.
enum Taken {
    Cells(u64, Vec<String>),
    /// No row could be made of this line.
    Broken(u64, String),
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub enum TableFault {
    #[error("The file could not be read: {0}.")]
    Unreadable(#[from] io::Error),
    #[error("The file is empty.")]
    Empty,
    #[error("There is a heading and no row below it.")]
    NoRows,
    #[error("This is a picture. A list is a CSV or an XLSX file.")]
    Picture,
    #[error("This is a PDF. Ask for the same list as a CSV or an XLSX file.")]
    Document,
    #[error("This is neither a table of text nor a workbook. A list is a CSV or an XLSX file.")]
    NoText,
    #[error("This is an old kind of office file. Save it as XLSX or CSV, then import that.")]
    OldBook,
    #[error("This workbook asks for a password. Save it without one, then import that.")]
    Locked,
    #[error("This file is packed, and no workbook that can be read is in it.")]
    NotABook,
    #[error("Unpacked, this workbook would be larger than a list of leads can be.")]
    Bomb,
    #[error("The file is larger than {} MB. Split it, then import the parts.", .0 >> 20)]
    TooLarge(u64),
    #[error("The list has more than {0} rows. Split it, then import the parts.")]
    TooManyRows(u64),
    #[error("The heading has more than {COLUMNS_MAX} columns.")]
    TooManyColumns,
    #[error("The heading cannot be read. Is a quote not closed?")]
    NoHeading,
}

impl<R: Read> Table<R> {
    /// Reads the heading of a table.
    pub fn open(source: R) -> Result<Self, TableFault> {
        let mut table = Table {
            reader: TextReader::new(source),
            text: String::new(),
            start: 0,
            line: 1,
            delimiter: b',',
            headers: Vec::new(),
            above: 0,
            failed: false,
        };
        table.reader.read_on(&mut table.text)?;
        table.find_delimiter();
        table.skip_titles();
        loop {
            match table.take_row()? {
                None => return Err(TableFault::Empty),
                Some(Taken::Broken(..)) => return Err(TableFault::NoHeading),
                Some(Taken::Cells(_, cells)) if cells.len() > COLUMNS_MAX => {
                    return Err(TableFault::TooManyColumns);
                }
                Some(Taken::Cells(_, cells)) if is_blank(&cells) => {}
                Some(Taken::Cells(_, cells)) => {
                    table.headers = cells.iter().map(|cell| cell.trim().to_owned()).collect();
                    return Ok(table);
                }
            }
        }
    }

    /// The heading: the name of every column.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Rows of titles above the heading.
    pub fn above(&self) -> usize {
        self.above
    }

    /// The name of the encoding, as far as the rows read by now show it.
    pub fn encoding(&self) -> &'static str {
        self.reader.encoding()
    }

    /// What stands between two cells.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// Some programs say it themselves, in a first line such as `sep=;`.
    fn find_delimiter(&mut self) {
        let first = self.text.lines().next().unwrap_or_default();
        match first.strip_prefix("sep=").map(str::as_bytes) {
            Some([delimiter]) if delimiter.is_ascii() => {
                self.delimiter = *delimiter;
                self.skip(first.len());
                self.skip(line_end(self.rest()));
            }
            _ => self.delimiter = detect(&self.text, self.reader.has_ended()),
        }
    }

    /// Passes what stands above the heading.
    fn skip_titles(&mut self) {
        let first: Vec<(Vec<String>, usize)> =
            first_rows(self.rest(), self.delimiter, self.reader.has_ended()).take(FIRST).collect();
        let (rows, ends): (Vec<_>, Vec<_>) = first.into_iter().unzip();
        self.above = heading_at(&rows);
        if let Some(last) = self.above.checked_sub(1) {
            self.skip(ends[last]);
        }
    }

    /// The next row as it is, not yet held against the heading.
    fn take_row(&mut self) -> io::Result<Option<Taken>> {
        loop {
            let line = self.line;
            let rest = self.rest();
            let window = &rest[..rest.floor_char_boundary(ROW_MAX)];
            let is_all = self.reader.has_ended() && window.len() == rest.len();
            if is_all && window.is_empty() {
                return Ok(None);
            }
            let is_broken = match first_row(window, self.delimiter, is_all) {
                Ok((cells, used)) => {
                    self.skip(used);
                    return Ok(Some(Taken::Cells(line, cells)));
                }
                Err(no_row) => no_row == NoRow::Broken,
            };
            if is_all || window.len() < rest.len() || is_broken {
                let broken = shown(window.split(['\n', '\r']).next().unwrap_or_default());
                self.skip_line()?;
                return Ok(Some(Taken::Broken(line, broken)));
            }
            self.read_on()?;
        }
    }

    fn next_line(&mut self) -> io::Result<Option<Line>> {
        while let Some(taken) = self.take_row()? {
            match taken {
                Taken::Cells(_, cells) if is_blank(&cells) => {}
                Taken::Cells(line, cells) => return Ok(Some(self.fitted(line, cells))),
                Taken::Broken(line, text) => {
                    return Ok(Some(Line::Bad(BadRow { line, why: Unfit::TooLong, text })));
                }
            }
        }
        Ok(None)
    }

    /// The row, if it has as many values as the heading; empty ones too many do no harm.
    fn fitted(&self, line: u64, mut values: Vec<String>) -> Line {
        let wanted = self.headers.len();
        if values.len() > wanted && is_blank(&values[wanted..]) {
            values.truncate(wanted);
        }
        if values.len() != wanted {
            let why = Unfit::Width { has: values.len(), wanted };
            let text = shown(&values.join(&self.delimiter().to_string()));
            return Line::Bad(BadRow { line, why, text });
        }
        for value in &mut values {
            if value.starts_with('\'') {
                *value = plain_cell(value).to_owned();
            }
        }
        Line::Row(Row { line, values })
    }

    fn rest(&self) -> &str {
        &self.text[self.start..]
    }

    fn skip(&mut self, bytes: usize) {
        let passed = &self.text[self.start..self.start + bytes];
        self.line += line_ends(passed);
        self.start += bytes;
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let found = self.rest().find(['\n', '\r']);
            if let Some(end) = found
                && (self.reader.has_ended() || end + 1 < self.rest().len())
            {
                self.skip(end);
                self.skip(line_end(self.rest()));
                return Ok(());
            }
            if self.reader.has_ended() {
                self.start = self.text.len();
                return Ok(());
            }
            self.start += found.unwrap_or(self.rest().len());
            self.read_on()?;
        }
    }

    fn read_on(&mut self) -> io::Result<()> {
        self.text.drain(..self.start);
        self.start = 0;
        self.reader.read_on(&mut self.text)
    }
}

impl<R: Read> Iterator for Table<R> {
    type Item = io::Result<Line>;

    /// The next line. After a failure of the world there is none.
    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let line = self.next_line();
        self.failed = line.is_err();
        line.transpose()
    }
}

fn counted(values: usize) -> String {
    match values {
        1 => "1 value".to_owned(),
        n if n > COLUMNS_MAX => format!("more than {COLUMNS_MAX} values"),
        n => format!("{n} values"),
    }
}

pub(super) fn shown(text: &str) -> String {
    text.chars().take(SHOWN_MAX).collect()
}

/// Bytes of the line end a text begins with.
fn line_end(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

fn line_ends(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let is_end = |(place, byte): (usize, &u8)| {
        *byte == b'\n' || (*byte == b'\r' && bytes.get(place + 1) != Some(&b'\n'))
    };
    bytes.iter().enumerate().map(|pair| u64::from(is_end(pair))).sum()
}

#[cfg(test)]
mod tests;
