//! A small house for the examples of this room: a playbook, its sources, and arrivals at them.

use super::{Read, Received, read};
use crate::lead::{Arrival, HandRaise, SourceClass};
use crate::playbook::{
    Door, Field, FieldKind, Playbook, Role, Source, Tag, Teammate, Tone, starter,
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The moment of every example: Friday 8 May 2026, 16:00 in Berlin.
pub(super) const AT: &str = "2026-05-08T14:00:00Z";

pub(super) fn source(key: &str, door: Door) -> Source {
    Source {
        enabled: true,
        key: key.to_owned(),
        name: key.to_owned(),
        class: SourceClass::Inbound,
        door,
        form: String::new(),
        requires: vec!["company".to_owned(), "email|phone".to_owned()],
        asks: Vec::new(),
        points: 6,
        hand_raise: None,
        quiet: false,
        mapping: BTreeMap::new(),
    }
}

pub(super) fn website() -> Source {
    source("website", Door::WebForm)
}

pub(super) fn import() -> Source {
    Source { quiet: true, ..source("import", Door::Csv) }
}

pub(super) fn booking() -> Source {
    Source { hand_raise: Some(HandRaise::Booking), ..source("booking", Door::Json) }
}

pub(super) fn received<'a>(
    source: &'a Source,
    content_type: &'a str,
    body: &'a [u8],
) -> Received<'a> {
    let at: Timestamp = AT.parse().expect("a fixed moment");
    Received { id: Uuid::nil(), source, at, content_type, body, query: "", referrer: "" }
}

/// What a posted form of the source is read as.
pub(super) fn posted(source: &Source, body: &str) -> Read {
    read(&received(source, "application/x-www-form-urlencoded", body.as_bytes()), &playbook())
}

/// The arrival of an enquiry.
pub(super) fn enquiry(read: Read) -> Arrival {
    match read {
        Read::Enquiry(arrival) => *arrival,
        Read::Spam(_, why) => panic!("taken for spam: {why}"),
        Read::Empty => panic!("taken for nothing"),
    }
}

pub(super) fn arrival() -> Arrival {
    enquiry(posted(&website(), "name=Ana"))
}

/// The starter playbook, in Berlin, with a field of this firm's own.
pub(super) fn playbook() -> Playbook {
    let maya = Teammate::new("maya", "Maya Osei", "maya@fernhill.example", Role::Owner);
    let mut playbook = starter("Fernhill", maya);
    playbook.business.time_zone = "Europe/Berlin".to_owned();
    playbook.fields.push(Field {
        key: "roof_area".to_owned(),
        label: "Area of the roof (m²)".to_owned(),
        kind: FieldKind::Number,
        options: Vec::new(),
        active: true,
    });
    let tag = |key: &str, label: &str, active| Tag {
        key: key.to_owned(),
        label: label.to_owned(),
        tone: Tone::default(),
        active,
    };
    playbook.tags = vec![
        tag("vip", "VIP", true),
        tag("fair", "Trade fair", true),
        tag("old", "Old list", false),
    ];
    playbook
}
