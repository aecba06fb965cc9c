//! Entries as bytes: named fields, so that a journal of any age still reads.
//!
//! Whoever wants a few kinds out of many reads the heading of an entry first, which costs a tenth
//! of the whole.

use super::{Result, lost, to_kept};
use crate::lead::{Actor, Entry, Event, Seq, Subject};
use jiff::Timestamp;
use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// The bytes of an entry.
pub fn encode(entry: &Entry) -> Vec<u8> {
    to_kept(entry)
}

/// An entry from its bytes. A kind of event this version does not know reads as
/// [`Event::Unknown`], with its bytes kept.
pub fn decode(bytes: &[u8]) -> Result<Entry> {
    rmp_serde::from_slice(bytes).or_else(|_| unknown(bytes))
}

/// What stands at the head of an entry.
#[derive(Debug, Deserialize)]
pub struct Heading<'a> {
    pub seq: Seq,
    pub subject: Subject,
    #[serde(borrow, rename = "event")]
    pub kind: Kind<'a>,
}

/// The key of a kind of event, as [`crate::lead::words::kind_of`] says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind<'a>(pub &'a str);

/// The heading of an entry from its bytes; the rest is passed over unread.
pub fn heading(bytes: &[u8]) -> Result<Heading<'_>> {
    rmp_serde::from_slice(bytes).map_err(|_| lost())
}

impl<'de: 'a, 'a> Deserialize<'de> for Kind<'a> {
    fn deserialize<D: Deserializer<'de>>(event: D) -> std::result::Result<Self, D::Error> {
        event.deserialize_any(ReadsKind)
    }
}

/// An event is the key of its kind, alone or with what it says behind it.
struct ReadsKind;

impl<'de> Visitor<'de> for ReadsKind {
    type Value = Kind<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> std::result::Result<Self::Value, E> {
        Ok(Kind(key))
    }

    fn visit_map<A: MapAccess<'de>>(
        self,
        mut event: A,
    ) -> std::result::Result<Self::Value, A::Error> {
        let entry = event.next_entry::<&str, IgnoredAny>()?;
        entry.map(|(key, _)| Kind(key)).ok_or_else(|| A::Error::custom("an event without a kind"))
    }
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
    let read: Envelope = rmp_serde::from_slice(bytes).map_err(|_| lost())?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::samples::entries;
    use crate::lead::words::kind_of;

    #[test]
    fn a_heading_says_what_the_whole_entry_says() {
        for entry in entries() {
            let bytes = encode(&entry);
            let read = heading(&bytes).expect("an entry");
            assert_eq!((read.seq, read.subject), (entry.seq, entry.subject));
            assert_eq!(read.kind.0, kind_of(&entry.event));
        }
    }

    #[test]
    fn what_is_no_entry_has_no_heading() {
        assert!(heading(b"").is_err());
        assert!(heading(&to_kept(&7)).is_err());
    }
}
