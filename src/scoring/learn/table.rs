//! The past as a table of texts: what was known of each lead, and how each ended.
//!
//! Each column keeps its different texts once, and for every row the number of its text.

use std::borrow::Cow;
use std::collections::HashMap;

/// Letters of a text that are kept; what is longer is prose, of which the beginning tells enough.
const TEXT_MAX: usize = 120;

/// One column of the past.
#[derive(Clone, Debug, Default)]
pub struct Column {
    pub name: String,
    /// The different texts, in the order in which they first stood there.
    pub texts: Vec<String>,
    /// Of each row, the place of its text among them.
    pub rows: Vec<u32>,
}

impl Column {
    /// How often each text stands there.
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.texts.len()];
        self.rows.iter().for_each(|text| counts[*text as usize] += 1);
        counts
    }

    /// The text of a row.
    pub fn text(&self, row: usize) -> &str {
        &self.texts[self.rows[row] as usize]
    }
}

/// Columns of as many rows each.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
}

impl Table {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.rows.len())
    }

    /// The place of a column, as it is written or in other capitals.
    pub fn place(&self, name: &str) -> Option<usize> {
        let name = name.trim();
        let exact = self.columns.iter().position(|column| column.name == name);
        exact.or_else(|| {
            self.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name))
        })
    }

    /// The same columns, with those rows only that are wanted.
    pub fn only(mut self, wanted: &[bool]) -> Table {
        for column in &mut self.columns {
            let mut row = 0;
            column.rows.retain(|_| {
                row += 1;
                wanted[row - 1]
            });
        }
        self
    }
}

/// A table while its rows come in.
#[derive(Debug, Default)]
pub struct Draft {
    table: Table,
    known: Vec<HashMap<String, u32>>,
    bytes: usize,
}

impl Draft {
    /// A table without rows. A column without a name is called by its place,
    /// and one whose name stands there twice by its number as well.
    pub fn of(headers: &[String]) -> Draft {
        let named = |(place, name): (usize, &String)| match name.trim() {
            "" => format!("column {}", place + 1),
            name => name.to_owned(),
        };
        let known = headers.iter().map(|_| HashMap::new()).collect();
        let mut columns: Vec<Column> = Vec::with_capacity(headers.len());
        for header in headers.iter().enumerate() {
            let name = free_name(named(header), &columns);
            columns.push(Column { name, ..Column::default() });
        }
        Draft { table: Table { columns }, known, bytes: 0 }
    }

    /// Takes one row up; columns it does not have stay empty.
    pub fn push(&mut self, values: &[String]) {
        let columns = self.table.columns.iter_mut().zip(&mut self.known);
        for (place, (column, known)) in columns.enumerate() {
            let text = values.get(place).map(|text| kept(text)).unwrap_or_default();
            let next = column.texts.len() as u32;
            let number = match known.get(text) {
                Some(number) => *number,
                None => {
                    self.bytes += text.len();
                    known.insert(text.to_owned(), next);
                    column.texts.push(text.to_owned());
                    next
                }
            };
            column.rows.push(number);
        }
    }

    /// Takes one row up by the names of its columns; those that are new were empty before.
    pub fn push_named(&mut self, row: &[(Cow<str>, Cow<str>)]) {
        let rows = self.rows();
        for (name, _) in row {
            if self.table.columns.iter().all(|column| column.name != *name) {
                self.table.columns.push(empty(name, rows));
                self.known.push(HashMap::from([(String::new(), 0)]));
            }
        }
        let of = |column: &Column| row.iter().find(|(name, _)| *name == column.name);
        let texts = self.table.columns.iter().map(|column| of(column).map(|(_, text)| text));
        let texts: Vec<String> = texts.map(|text| text.map_or("", |text| text).into()).collect();
        self.push(&texts);
    }

    /// Bytes of all different texts.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many rows it has by now.
    pub fn rows(&self) -> usize {
        self.table.rows()
    }

    /// The table.
    pub fn finish(self) -> Table {
        self.table
    }
}

/// The name of a column, with a number behind it where another has it already.
fn free_name(name: String, columns: &[Column]) -> String {
    let is_free = |name: &String| columns.iter().all(|column| column.name != *name);
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or(name)
}

/// A column in which nothing has been said yet.
fn empty(name: &str, rows: usize) -> Column {
    Column { name: name.to_owned(), texts: vec![String::new()], rows: vec![0; rows] }
}

fn kept(text: &str) -> &str {
    let text = text.trim();
    text.char_indices().nth(TEXT_MAX).map_or(text, |(end, _)| &text[..end])
}
