//! Entries as bytes: named fields, so that a journal of any age still reads.

use super::{Result, damaged, to_kept};
use crate::lead::{Actor, Entry, Event, Seq, Subject};
use jiff::Timestamp;
use serde::Deserialize;

/// The bytes of an entry.
pub fn encode(entry: &Entry) -> Vec<u8> {
    to_kept(entry)
}

/// An entry from its bytes. A kind of event this version does not know reads as
/// [`Event::Unknown`], with its bytes kept.
pub fn decode(bytes: &[u8]) -> Result<Entry> {
    rmp_serde::from_slice(bytes).or_else(|_| unknown(bytes))
}

/// What every entry of every version has.
#[derive(Deserialize)]
struct Envelope {
    seq: Seq,
    subject: Subject,
    at: Timestamp,
    by: Actor,
    playbook: u32,
    event: rmpv::Value,
}

fn unknown(bytes: &[u8]) -> Result<Entry> {
    let read: Envelope =
        rmp_serde::from_slice(bytes).map_err(|_| damaged("an entry of the journal"))?;
    let kind = match &read.event {
        rmpv::Value::Map(fields) => fields.first().and_then(|(key, _)| key.as_str()),
        rmpv::Value::String(kind) => kind.as_str(),
        _ => None,
    };
    let kind = kind.unwrap_or("unknown").to_owned();
    let event = Event::Unknown { kind, raw: bytes.to_vec() };
    Ok(Entry {
        seq: read.seq,
        subject: read.subject,
        at: read.at,
        by: read.by,
        playbook: read.playbook,
        event,
    })
}
