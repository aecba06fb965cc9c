//! What is a list and what is none, and that a workbook reads as the same table would.

use super::*;
use crate::shell::importing::{BadRow, Unfit};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const MOST: u64 = 1 << 20;

fn kept(bytes: &[u8]) -> Scratch {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Scratch::filled(folder.path(), bytes, u64::MAX - 1).expect("it is kept");
    kept.expect("it is short enough")
}

fn opened(bytes: &[u8]) -> Opened {
    List::kept(&kept(bytes), MOST)
}

fn no(bytes: &[u8]) -> String {
    let fault = opened(bytes).and_then(|list| list.glance(3, 1_000)).err();
    fault.map_or_else(|| "it is a list".to_owned(), |fault| fault.to_string())
}

fn lines(list: &mut List) -> Vec<Line> {
    let mut lines = Vec::new();
    let read: Result<(), TableFault> = list.lines(|line| {
        lines.push(line);
        Ok(())
    });
    read.expect("it reads to its end");
    lines
}

fn contacts() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").expect("a name").set_hidden(true);
    let sheet = book.add_worksheet().set_name("Contacts").expect("a name");
    let day = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    for (column, header) in ["Name", "Email", "Phone", "Created"].into_iter().enumerate() {
        sheet.write(1, column as u16, header).expect("a cell");
    }
    let at = ExcelDateTime::from_ymd(2026, 5, 8).and_then(|day| day.and_hms(16, 30, 0));
    sheet.write(2, 0, "Ana Ruiz").expect("a cell");
    sheet.write(2, 1, "ana@ruiz.example").expect("a cell");
    sheet.write(2, 2, 4_917_012_345_678_f64).expect("a cell");
    sheet.write_with_format(2, 3, at.expect("a moment"), &day).expect("a cell");
    sheet.write(4, 0, "Zoë Größe").expect("a cell");
    sheet.write(4, 6, "too far out").expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn titles_above_the_heading_are_left_out_of_a_workbook() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Customers 2026").expect("a cell");
    sheet.write(1, 2, "as of May").expect("a cell");
    for (column, header) in ["Name", "Email"].into_iter().enumerate() {
        sheet.write(3, column as u16, header).expect("a cell");
        sheet.write(4, column as u16, "ana@ruiz.example").expect("a cell");
    }
    sheet.write(5, 1, "bo@ek.example").expect("a cell");
    let mut list = opened(&book.save_to_buffer().expect("a workbook")).expect("a list");
    assert_eq!((list.headers().join("|"), list.above()), ("Name|Email".into(), 2));
    let lines: Vec<u64> = lines(&mut list).iter().map(line_of).collect();
    assert_eq!(lines, [5, 6]);
}

fn line_of(line: &Line) -> u64 {
    match line {
        Line::Row(row) => row.line,
        Line::Bad(row) => row.line,
    }
}

#[test]
fn a_workbook_reads_as_the_same_table_would() {
    let mut list = opened(&contacts()).expect("a list");
    assert_eq!(
        (list.headers().join("|"), list.written_in()),
        ("Name|Email|Phone|Created".into(), "Contacts")
    );
    let values = ["Ana Ruiz", "ana@ruiz.example", "4917012345678", "2026-05-08 16:30:00"];
    let row = Row { line: 3, values: values.map(str::to_owned).to_vec() };
    let why = Unfit::Width { has: 7, wanted: 4 };
    let bad = BadRow { line: 5, why, text: "Zoë Größe,,,".to_owned() };
    assert_eq!(lines(&mut list), [Line::Row(row), Line::Bad(bad)]);
    assert_eq!(lines(&mut list).len(), 2, "it may be read again");
}

#[test]
fn what_is_sent_is_read_like_what_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let sent = |bytes: Vec<u8>, most| List::sent(Cursor::new(bytes), folder.path(), most);
    let mut list = sent(contacts(), MOST).expect("a list");
    assert_eq!(lines(&mut list).len(), 2);
    let mut table = sent(b"name\nAna\n".to_vec(), 3).expect("a table of any length passes by");
    assert_eq!(lines(&mut table).len(), 1);
    assert!(matches!(sent(contacts(), 100), Err(TableFault::TooLarge(100))));
}

#[test]
fn what_is_no_list_is_refused_with_a_sentence_of_its_own() {
    assert!(no(b"").contains("is empty"));
    assert!(no(b"name,email\n").contains("no row below"));
    assert!(no(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("a picture"));
    assert!(no(b"%PDF-1.7\n%\xe2\xe3").contains("a PDF"));
    assert!(no(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0").contains("neither"));
    let many = "name\n".to_owned() + &"Ana\n".repeat(1_001);
    assert!(no(many.as_bytes()).contains("more than 1000 rows"));
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(70_000, 0);
    assert!(no(&old).contains("old kind"));
    old.splice(65_520.., LOCK);
    assert!(no(&old).contains("password"));
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default()).expect("a part");
        out.write_all(bytes).expect("it is written");
    }
    out.finish().expect("it is packed").into_inner()
}

#[test]
fn a_huge_text_that_many_cells_share_costs_only_their_rows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["Name", "Email"].into_iter().enumerate() {
        sheet.write(0, column as u16, header).expect("a cell");
        sheet.write(1, column as u16, "ana@ruiz.example").expect("a cell");
        for row in 2..2_002 {
            sheet.write(row, column as u16, "HUGE").expect("a cell");
        }
        sheet.write(2_002, column as u16, "bo@ek.example").expect("a cell");
    }
    let book = book.save_to_buffer().expect("a workbook");
    let mut list = opened(&with_a_text_of(24 << 20, &book)).expect("a list");
    let (good, bad): (Vec<Line>, Vec<Line>) =
        lines(&mut list).into_iter().partition(|line| matches!(line, Line::Row(_)));
    assert_eq!(good.iter().map(line_of).collect::<Vec<_>>(), [2, 2_003]);
    assert_eq!(bad.len(), 2_000);
    let short = |line: &Line| matches!(line, Line::Bad(bad) if bad.why == Unfit::TooLong && bad.text.len() <= 2_000);
    assert!(bad.iter().all(short));
}

/// The same workbook, in which the text "HUGE" has so many bytes.
fn with_a_text_of(bytes: usize, book: &[u8]) -> Vec<u8> {
    let mut book = ZipArchive::new(Cursor::new(book)).expect("it is packed");
    let mut parts = Vec::new();
    for place in 0..book.len() {
        let mut part = book.by_index(place).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("it is text");
        let name = part.name().expect("a name").into_owned();
        parts.push((name, text.replace("HUGE", &"Z".repeat(bytes)).into_bytes()));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&parts)
}

#[test]
fn what_is_packed_and_no_workbook_or_unpacks_to_too_much_is_refused() {
    assert!(no(&packed(&[("photo.jpg", b"x")])).contains("no workbook"));
    assert!(no(&packed(&[("xl/workbook.xml", b"<nonsense")])).contains("no workbook"));
    let zeros = vec![b' '; 11 << 20];
    let bomb = packed(&[("xl/workbook.xml", b""), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 100_000 && no(&bomb).contains("larger than"));
    let cut = &contacts()[..2_000];
    assert!(no(cut).contains("no workbook"));
}
