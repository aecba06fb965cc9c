//! All that is true of the business: playbook, journal and submissions, one document to a line.

use super::{journal, line};
use crate::lead::Submission;
use crate::shell::house::House;
use crate::shell::importing::streams::Outgoing;
use crate::shell::web::signed::hex;
use serde_json::{Value, json};
use std::io;

/// Submissions read at one moment: each may be as large as an upload.
const SUBMISSIONS_AT_ONCE: usize = 32;

/// Everything, each document under the name of what it is.
pub(super) fn lines(house: &House, out: &mut Outgoing) -> io::Result<()> {
    let in_force = house.playbook();
    let text = in_force.playbook.to_text();
    line(out, &json!({ "playbook": { "version": in_force.version, "text": text } }))?;
    journal::each(house, |entry| line(out, &json!({ "entry": journal::document(entry) })))?;
    submissions(house, |submission| line(out, &json!({ "submission": document(submission) })))
}

fn submissions(
    house: &House,
    mut write: impl FnMut(Submission) -> io::Result<()>,
) -> io::Result<()> {
    let mut after = None;
    loop {
        let reading = house.desk.store().read().map_err(io::Error::other)?;
        let some =
            reading.submissions_after(after, SUBMISSIONS_AT_ONCE).map_err(io::Error::other)?;
        drop(reading);
        let Some(last) = some.last() else { return Ok(()) };
        after = Some(last.id);
        some.into_iter().try_for_each(&mut write)?;
    }
}

/// A submission, verbatim: as text, or as digits where it is none.
fn document(submission: Submission) -> Value {
    let Submission { id, source, arrived_at, content_type, raw, cut, fate } = submission;
    let (text, hex) = match String::from_utf8(raw) {
        Ok(text) => (Some(text), None),
        Err(error) => (None, Some(hex(error.as_bytes()))),
    };
    json!({
        "id": id,
        "source": source,
        "arrived_at": arrived_at,
        "content_type": content_type,
        "raw": text,
        "raw_hex": hex,
        "cut": cut,
        "fate": fate,
    })
}
