//! The journal: everything that ever happened, in order.

use super::{ROWS_AT_ONCE, line};
use crate::language::Words;
use crate::lead::words::{kind_of, sentence};
use crate::lead::{Actor, Entry, Event, Seq, Subject};
use crate::shell::house::House;
use crate::shell::importing::csv_out::CsvOut;
use crate::shell::importing::streams::Outgoing;
use crate::shell::outbox::read_kept;
use crate::shell::web::signed::hex;
use serde_json::{Value, json};
use std::io;

/// The journal as a table, each entry as a sentence.
pub(super) fn table(house: &House, out: &mut Outgoing) -> io::Result<()> {
    let in_force = house.playbook();
    let names = |what, key: &str| in_force.playbook.called(what, key);
    let mut table = CsvOut::new(out);
    table.row(["seq", "at", "lead", "by", "playbook", "kind", "what"])?;
    each(house, |entry| {
        let lead = match entry.subject {
            Subject::Lead(id) => id.to_string(),
            Subject::House => String::new(),
        };
        let cells = [
            entry.seq.to_string(),
            entry.at.to_string(),
            lead,
            by(&entry.by).to_owned(),
            entry.playbook.to_string(),
            kind_of(&entry.event).to_owned(),
            sentence(&entry, &names, Words::default()),
        ];
        table.row(cells.iter().map(String::as_str))
    })?;
    table.finish().map(drop)
}

/// The journal, one entry to a line.
pub(super) fn lines(house: &House, out: &mut Outgoing) -> io::Result<()> {
    each(house, |entry| line(out, &document(entry)))
}

/// Every entry that is written by now, in order.
pub(super) fn each(
    house: &House,
    mut write: impl FnMut(Entry) -> io::Result<()>,
) -> io::Result<()> {
    let store = house.desk.store();
    let last = store.read().and_then(|reading| reading.last_seq()).map_err(io::Error::other)?;
    let mut after: Seq = 0;
    while after < last {
        let entries = store.read().and_then(|reading| reading.entries_after(after, ROWS_AT_ONCE));
        let entries = entries.map_err(io::Error::other)?;
        let Some(newest) = entries.last() else { return Ok(()) };
        after = newest.seq;
        entries.into_iter().filter(|entry| entry.seq <= last).try_for_each(&mut write)?;
    }
    Ok(())
}

/// An entry as a document. Bytes are written in a way that people can read.
pub(super) fn document(mut entry: Entry) -> Value {
    let readable = match &mut entry.event {
        Event::Delivered { text, .. } => Some(("delivered", "text", letter(&std::mem::take(text)))),
        Event::Unknown { raw, .. } => Some(("unknown", "raw", hex(&std::mem::take(raw)).into())),
        _ => None,
    };
    let mut document = json!(entry);
    if let Some((kind, field, value)) = readable {
        document["event"][kind][field] = value;
    }
    document
}

/// A letter as it went; what does not read as one, as digits.
fn letter(kept: &[u8]) -> Value {
    match read_kept(kept) {
        Some((subject, body)) => json!({ "subject": subject, "body": body }),
        None => hex(kept).into(),
    }
}

fn by(actor: &Actor) -> &str {
    match actor {
        Actor::Visitor => "visitor",
        Actor::Teammate(id) => id,
        Actor::Token(name) => name,
        Actor::House => "house",
    }
}
