//! One row of a table, kept together with its heading so that it can be read again by itself.

use super::{Sender, SourceKind};
use crate::capture::Received;
use crate::capture::fields::Fields;
use crate::capture::times::DateOrder;
use crate::playbook::Door;
use std::collections::BTreeMap;

/// Reads a heading and one row below it, as [`body`] writes them.
pub const SOURCE: SourceKind =
    SourceKind { door: Door::Csv, name: "Table", sender: Sender::Ours, read };

/// What a content type says of such a body.
pub const CONTENT_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// What it says besides where the list shows how its dates are written.
const MONTH_FIRST: &str = "text/csv; charset=utf-8; header=present; dates=month-first";
const DAY_FIRST: &str = "text/csv; charset=utf-8; header=present; dates=day-first";

/// The content type of a row of a list whose dates are written so.
pub fn content_type(dates: Option<DateOrder>) -> &'static str {
    match dates {
        None => CONTENT_TYPE,
        Some(DateOrder::MonthFirst) => MONTH_FIRST,
        Some(DateOrder::DayFirst) => DAY_FIRST,
    }
}

/// How the dates of a row are written, as its content type says it.
pub(in crate::capture) fn date_order(content_type: &str) -> Option<DateOrder> {
    match content_type {
        MONTH_FIRST => Some(DateOrder::MonthFirst),
        DAY_FIRST => Some(DateOrder::DayFirst),
        _ => None,
    }
}

/// The verbatim form of a row: its heading and its values, as CSV.
pub fn body(headers: &[String], values: &[String]) -> Vec<u8> {
    let mut text = String::new();
    for line in [headers, values] {
        for (place, cell) in line.iter().enumerate() {
            text.push_str(if place == 0 { "\"" } else { ",\"" });
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn read(received: &Received) -> Fields {
    let mut fields = Fields::default();
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(received.body)
        .into_byte_records();
    if let (Some(Ok(headers)), Some(Ok(values))) = (lines.next(), lines.next()) {
        let headers = told_apart(headers.iter().map(|name| String::from_utf8_lossy(name).into()));
        for (header, value) in headers.iter().zip(values.iter()) {
            fields.push(header, &String::from_utf8_lossy(value));
        }
    }
    fields
}

/// The names of columns, each told from those before it: the second `Phone` is `Phone (2)`.
pub(in crate::capture) fn told_apart(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut told = Vec::new();
    for name in names {
        let mut unique = name.clone();
        while seen.contains_key(&unique) {
            let times = seen.entry(name.clone()).or_default();
            *times += 1;
            unique = format!("{name} ({times})");
        }
        seen.insert(unique.clone(), 1);
        told.push(unique);
    }
    told
}

/// The name that a column was told from by a number.
pub(in crate::capture) fn twin(name: &str) -> Option<&str> {
    let (twin, number) = name.strip_suffix(')')?.rsplit_once('(')?;
    number.parse::<usize>().is_ok().then_some(twin.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{body, read, told_apart, twin};
    use crate::capture::example::{import, received};

    #[test]
    fn a_row_reads_back_as_it_was() {
        let headers = ["Name", "Says \"hi\"", "Note"].map(str::to_owned);
        let values = ["O'Neil, Ana", "=1+1", "two\r\nlines"].map(str::to_owned);
        let (source, body) = (import(), body(&headers, &values));
        let fields = read(&received(&source, super::CONTENT_TYPE, &body));
        let pairs: Vec<(&str, &str)> = fields.iter().collect();
        assert_eq!(
            pairs,
            [("Name", "O'Neil, Ana"), ("Says \"hi\"", "=1+1"), ("Note", "two\r\nlines")]
        );
    }

    #[test]
    fn columns_of_one_name_are_told_apart() {
        let names = ["Phone", "Phone", "", "Phone (2)", "Phone", ""].map(str::to_owned);
        let told = told_apart(names.into_iter());
        assert_eq!(told, ["Phone", "Phone (2)", "", "Phone (2) (2)", "Phone (3)", " (2)"]);
        let twins: Vec<Option<&str>> = told.iter().map(|name| twin(name)).collect();
        assert_eq!(twins, [None, Some("Phone"), None, Some("Phone (2)"), Some("Phone"), Some("")]);
        assert_eq!(twin("Area (m2)"), None);
    }

    #[test]
    fn a_body_that_is_no_row_says_nothing() {
        let source = import();
        for body in [&b""[..], b"Name,Email", b"\xff\xfe\n"] {
            assert!(read(&received(&source, "", body)).is_empty());
        }
    }
}
