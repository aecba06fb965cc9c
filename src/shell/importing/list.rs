//! A list of rows, whatever file it came in: a table of text, the first sheet of a workbook, or
//! visiting cards.

use super::cards::Cards;
use super::kind::{Kind, LOOKED_AT, kind};
use super::scratch::Scratch;
use super::sheet::Sheet;
use super::table::{Line, Row, Table, TableFault};
use std::io::{self, Cursor, Read};
use std::path::Path;

/// Bytes looked through for what only a locked workbook says.
const LOCK: [u8; 32] = *b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// How much a workbook may unpack to, for each byte of the largest file.
const UNPACKED: u64 = 10;

/// A list while it is read.
pub enum List {
    Table(Table<Box<dyn Read + Send>>),
    Sheet(Box<Sheet>),
    Cards(Box<Cards<Box<dyn Read + Send>>>),
}

/// What is seen of a list before anything is made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glance {
    pub headers: Vec<String>,
    /// The first rows that fit.
    pub first: Vec<Row>,
    /// Lines below the heading, those that do not fit included.
    pub lines: u64,
    /// The encoding of a text; the name of the sheet of a workbook.
    pub written_in: String,
    pub is_sheet: bool,
}

impl List {
    /// Opens what is being sent. A workbook is kept in a folder meanwhile, for it is not read from
    /// its front; a table of any length passes by.
    pub fn sent(mut source: impl Read + Send + 'static, folder: &Path, most: u64) -> Opened {
        let mut first = Vec::with_capacity(LOOKED_AT);
        source.by_ref().take(LOOKED_AT as u64).read_to_end(&mut first)?;
        let found = kind(&first)?;
        let whole = Cursor::new(first).chain(source);
        match found {
            Kind::Text => return text(Box::new(whole)),
            Kind::Cards => return cards(Box::new(whole)),
            Kind::Packed | Kind::Old => {}
        }
        let kept = Scratch::filled(folder, whole, most)?.ok_or(TableFault::TooLarge(most))?;
        List::kept(&kept, most)
    }

    /// Opens a list that lies in a file of ours; `most` bytes are the largest such file.
    pub fn kept(file: &Scratch, most: u64) -> Opened {
        let mut first = Vec::with_capacity(LOOKED_AT);
        file.reader().take(LOOKED_AT as u64).read_to_end(&mut first)?;
        match kind(&first)? {
            Kind::Text => text(Box::new(file.reader())),
            Kind::Cards => cards(Box::new(file.reader())),
            Kind::Packed if file.len() > most => Err(TableFault::TooLarge(most)),
            Kind::Packed => {
                let sheet = Sheet::open(file, most.saturating_mul(UNPACKED))?;
                Ok(List::Sheet(Box::new(sheet)))
            }
            Kind::Old if is_locked(file)? => Err(TableFault::Locked),
            Kind::Old => Err(TableFault::OldBook),
        }
    }

    /// The heading: the name of every column.
    pub fn headers(&self) -> &[String] {
        match self {
            List::Table(table) => table.headers(),
            List::Sheet(sheet) => sheet.headers(),
            List::Cards(cards) => cards.headers(),
        }
    }

    /// Rows of titles above the heading.
    pub fn above(&self) -> usize {
        match self {
            List::Table(table) => table.above(),
            List::Sheet(sheet) => sheet.above(),
            List::Cards(_) => 0,
        }
    }

    /// The encoding of a text as far as it is known by now, or the name of a sheet.
    pub fn written_in(&self) -> &str {
        match self {
            List::Table(table) => table.encoding(),
            List::Sheet(sheet) => sheet.name(),
            List::Cards(cards) => cards.encoding(),
        }
    }

    /// What stands between two cells, in a table.
    pub fn delimiter(&self) -> Option<char> {
        match self {
            List::Table(table) => Some(table.delimiter()),
            List::Sheet(_) | List::Cards(_) => None,
        }
    }

    /// Hands over every line below the heading, until one is not wanted any more.
    pub fn lines<E: From<io::Error>>(
        &mut self,
        mut take: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            List::Table(table) => table.try_for_each(|line| take(line?)),
            List::Sheet(sheet) => sheet.lines(take),
            List::Cards(cards) => cards.try_for_each(|line| take(line?)),
        }
    }

    /// Reads it once from end to end, keeping the first rows; more lines than `most` are too many.
    pub fn glance(mut self, first: usize, most: u64) -> Result<Glance, TableFault> {
        let mut seen = Glance { headers: self.headers().to_vec(), ..Glance::default() };
        self.lines(|line| {
            seen.lines += 1;
            match line {
                Line::Row(row) if seen.first.len() < first => seen.first.push(row),
                Line::Row(_) | Line::Bad(_) => {}
            }
            if seen.lines > most { Err(TableFault::TooManyRows(most)) } else { Ok(()) }
        })?;
        seen.written_in = self.written_in().to_owned();
        seen.is_sheet = matches!(self, List::Sheet(_));
        if seen.lines == 0 { Err(TableFault::NoRows) } else { Ok(seen) }
    }
}

type Opened = Result<List, TableFault>;

fn text(bytes: Box<dyn Read + Send>) -> Opened {
    Ok(List::Table(Table::open(bytes)?))
}

fn cards(bytes: Box<dyn Read + Send>) -> Opened {
    Ok(List::Cards(Box::new(Cards::new(bytes))))
}

/// Whether an old container holds a workbook that asks for a password.
fn is_locked(file: &Scratch) -> io::Result<bool> {
    let mut reader = file.reader();
    let mut window = Vec::new();
    loop {
        let kept = window.len().saturating_sub(LOCK.len());
        window.drain(..kept);
        if reader.by_ref().take(64 * 1024).read_to_end(&mut window)? == 0 {
            return Ok(false);
        }
        if window.windows(LOCK.len()).any(|bytes| bytes == LOCK) {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests;
