//! A small house for the examples of this room: a playbook, its sources, and arrivals at them.

use super::{Read, Received, read};
use crate::lead::{Arrival, HandRaise, SourceClass};
use crate::playbook::{Door, Playbook, Source};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The moment of every example: Friday 8 May 2026, 16:00 in Berlin.
pub(super) const AT: &str = "2026-05-08T14:00:00Z";

pub(super) fn source(key: &str, door: Door) -> Source {
    Source {
        key: key.to_owned(),
        name: key.to_owned(),
        class: SourceClass::Inbound,
        door,
        form: String::new(),
        requires: vec!["company".to_owned(), "email|phone".to_owned()],
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

pub(super) fn playbook() -> Playbook {
    Playbook::from_text(PLAYBOOK).expect("a fixed playbook")
}

const PLAYBOOK: &str = r#"
    [business]
    name = "Fernhill"
    country = "DE"
    language = "en"
    time_zone = "Europe/Berlin"
    currency = "EUR"

    [hours.week]

    [[teammate]]
    id = "maya"
    name = "Maya Osei"
    email = "maya@fernhill.example"
    role = "owner"

    [[field]]
    key = "roof_area"
    label = "Area of the roof (m²)"
    kind = "number"

    [scoring]
    caps = { fit = 40, engagement = 35, source = 15, stage = 10 }
    tiers = { medium = 40, high = 60, urgent = 80 }
    fit = {}
    engagement = { full_hours = 48, half_life_days = 7, price_pages = [], case_pages = [] }
    stage = { engaged = 3, qualified = 7, met = 10 }

    [routing]
    fallback = "maya"
    open_unaccepted_max = 15

    [sla]
    warn_at = [50, 80]
    on_call = false

    [followup]
    letters_a_week_max = 2
    stale_after_days = 7

    [pipeline]
    handover_from = 70
    lost_reasons = []
    disqualify_reasons = []

    [[pipeline.stage]]
    key = "new"
    name = "New"
    meaning = "Nobody has answered yet."

    [[pipeline.stage]]
    key = "contacted"
    name = "Contacted"
    meaning = "We have written or called."
"#;
