//! Tables as people bring them.

use super::{Line, Table, TableFault};
use std::io::{self, Read};

fn lines(bytes: &[u8]) -> Vec<String> {
    let table = Table::open(bytes).expect("it has a heading");
    table.map(|line| told(line.expect("memory can be read"))).collect()
}

fn told(line: Line) -> String {
    match line {
        Line::Row(row) => format!("{} {}", row.line, row.values.join("|")),
        Line::Bad(bad) => format!("{} bad: {}", bad.line, bad.why),
    }
}

#[test]
fn rows_know_the_line_they_begin_on() {
    let text = b"name,note\nAna,\"two\nlines\"\n\n  \nBob,x\r\nCleo,y";
    assert_eq!(lines(text), ["2 Ana|two\nlines", "6 Bob|x", "7 Cleo|y"]);
}

#[test]
fn a_german_export_of_a_spreadsheet_is_read() {
    let table = Table::open(&b"Name;Ort\r\nM\xfcller, J\xf6rg;K\xf6ln\r\n"[..]).expect("a table");
    assert_eq!((table.headers().join("|"), table.delimiter()), ("Name|Ort".to_owned(), ';'));
    assert_eq!(table.encoding(), "windows-1252");
    assert_eq!(table.flatten().map(told).collect::<Vec<_>>(), ["2 Müller, Jörg|Köln"]);
}

#[test]
fn a_wide_text_with_tabs_is_read() {
    let text = "\u{feff}Name\tOrt\r\nZoë\tKöln\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(lines(&bytes), ["2 Zoë|Köln"]);
}

#[test]
fn the_mark_of_utf_8_is_no_part_of_the_first_header() {
    let table = Table::open("\u{feff}name,email\n".as_bytes()).expect("a table");
    assert_eq!(table.headers(), ["name", "email"]);
}

#[test]
fn a_first_line_may_name_the_delimiter() {
    assert_eq!(lines(b"sep=|\r\nname|a,b\r\nAna|x,y\r\n"), ["3 Ana|x,y"]);
}

#[test]
fn ragged_rows_are_reported_and_cost_no_other() {
    assert_eq!(
        lines(b"a,b,c\n1,2\n1,2,3,4\n1,2,3,,\nx\n1,2,3\n"),
        [
            "2 bad: It has 2 values, the heading has 3.",
            "3 bad: It has 4 values, the heading has 3.",
            "4 1|2|3",
            "5 bad: It has 1 value, the heading has 3.",
            "6 1|2|3"
        ]
    );
}

#[test]
fn a_quote_that_is_never_closed_costs_one_row() {
    let mut text = b"name,note\nAna,\"oops\nBob,x\n".to_vec();
    assert_eq!(
        lines(&text),
        ["2 bad: It is longer than 256 KB, or a quote in it is not closed.", "3 Bob|x"]
    );
    for _ in 0..100_000 {
        text.extend(b"Cleo,y\n");
    }
    let all = lines(&text);
    assert_eq!((all.len(), all[1].as_str()), (100_002, "3 Bob|x"));
    assert_eq!(all[100_001], "100003 Cleo|y");
}

#[test]
fn a_quote_that_the_next_one_closes_swallows_nobody() {
    let text = b"name,email,note\nAna,ana@a.example,\"likes 5\nBen,ben@b.example,x\n\
        Cara,cara@c.example,\"fine\"\n";
    assert_eq!(
        lines(text),
        [
            "2 bad: It is longer than 256 KB, or a quote in it is not closed.",
            "3 Ben|ben@b.example|x",
            "4 Cara|cara@c.example|fine"
        ]
    );
}

#[test]
fn a_line_without_end_is_passed_over_in_little_memory() {
    let endless = io::repeat(b'x').take(3_000_000);
    let file = b"a,b\n1,2\n".chain(endless).chain(&b"\n3,4\n"[..]);
    let told: Vec<String> = Table::open(file).expect("a table").flatten().map(told).collect();
    assert_eq!(told.len(), 3);
    assert!(told[1].starts_with("3 bad"));
    assert_eq!(told[2], "4 3|4");
}

#[test]
fn the_memory_of_a_long_table_is_flat() {
    let row = b"Ana,ana@b.example\r\n";
    let body = io::repeat(0).take(0).chain(Repeated { row, at: 0, left: 100_000 });
    let mut table = Table::open(b"name,email\n".chain(body)).expect("a table");
    let mut rows = 0;
    while let Some(line) = table.next() {
        assert!(matches!(line, Ok(Line::Row(_))));
        assert!(table.text.capacity() < 512 * 1024);
        rows += 1;
    }
    assert_eq!((rows, table.line), (100_000, 100_002));
}

/// The same row so many times.
struct Repeated {
    row: &'static [u8],
    at: usize,
    left: usize,
}

impl Read for Repeated {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut written = 0;
        while written < into.len() && self.left > 0 {
            into[written] = self.row[self.at];
            self.at = (self.at + 1) % self.row.len();
            self.left -= usize::from(self.at == 0);
            written += 1;
        }
        Ok(written)
    }
}

#[test]
fn titles_above_the_heading_are_left_out() {
    let list = b"Customers, 2026\n\nas of May\nname;email\nAna;ana@ruiz.example\nBo;b@ek.example\n";
    let table = Table::open(&list[..]).expect("a table");
    assert_eq!((table.headers().join("|"), table.above()), ("name|email".into(), 2));
    assert_eq!(lines(list), ["5 Ana|ana@ruiz.example", "6 Bo|b@ek.example"]);
}

#[test]
fn formulas_we_made_safe_are_plain_again() {
    assert_eq!(lines(b"name,phone\n'=x,'+49 30\n'tis,-5\n"), ["2 =x|+49 30", "3 'tis|-5"]);
}

#[test]
fn what_is_no_table_says_why() {
    let fault = |bytes: &[u8]| Table::open(bytes).err().map(|fault| fault.to_string());
    assert_eq!(fault(b"").as_deref(), Some("The file is empty."));
    assert_eq!(fault(b"\xef\xbb\xbf\n\n").as_deref(), Some("The file is empty."));
    assert!(matches!(Table::open(&b"\"a,b\n1,2\n"[..]), Err(TableFault::NoHeading)));
    let wide = ",x".repeat(600);
    assert!(matches!(Table::open(wide.as_bytes()), Err(TableFault::TooManyColumns)));
}

#[test]
fn a_failing_disk_ends_the_table() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let rows = "1,2\n".repeat(20_000);
    let mut table = Table::open(b"a,b\n".chain(rows.as_bytes()).chain(Broken)).expect("a table");
    let rows = table.by_ref().take_while(Result::is_ok).count();
    assert!(rows > 10_000);
    assert!(table.next().is_none());
}
