//! Whether the house is well: for whoever watches it, in words and in numbers. No names, no addresses.

use super::Web;
use crate::shell::clock::Doubt;
use crate::shell::error::Error;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use serde::Serialize;
use std::fmt::Write;

/// How the house stands.
#[derive(Serialize)]
pub struct Condition {
    status: &'static str,
    version: &'static str,
    /// What is wrong, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<String>,
    /// The last entry of the journal.
    seq: u64,
    leads: u64,
    /// Open leads without an owner; there are none unless something is wrong.
    leads_ownerless: u32,
    /// Orders that wait at the desk.
    queue: usize,
    letters_waiting: u64,
    /// Leads and letters that fail by themselves and are tried again later.
    leads_left_alone: usize,
    letters_left_alone: usize,
    /// Whether some leads are still to be looked at by the rules in force.
    settling: bool,
    /// Entries that cannot be searched yet.
    search_behind: u64,
    /// Whether the wall clock can be believed; while it is in doubt no letter goes.
    clock: &'static str,
    /// The day of the newest nightly copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    newest_copy: Option<Date>,
    /// Why last night's copy was not made.
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_failed: Option<String>,
    streams: usize,
    up_seconds: i64,
}

/// `GET /healthz`
pub async fn show(State(web): State<Web>) -> Response {
    let condition = condition(&web).await;
    let status =
        if condition.fault.is_none() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(condition)).into_response()
}

/// `GET /metrics`, in the text format of Prometheus.
pub async fn metrics(State(web): State<Web>) -> Response {
    let condition = condition(&web).await;
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], numbers(&condition))
        .into_response()
}

async fn condition(web: &Web) -> Condition {
    let desk = &web.house.desk;
    let rules = desk.in_force().mark();
    let counted = super::read(&web.house, move |reading| {
        let settling = !reading.lead_ids_after(reading.settled_up_to(rules)?, 1)?.is_empty();
        let ownerless = reading.ownerless()?;
        let (seq, leads) = (reading.last_seq()?, reading.lead_count()?);
        Ok((seq, leads, ownerless, reading.letters_waiting()?, settling))
    });
    let counted = counted.await;
    let fault = match (desk.fault(), &counted) {
        (Some(fault), _) => Some(fault.to_string()),
        (None, Err(Error::Faulted(fault))) => Some(fault.to_string()),
        (None, Err(_)) => Some("The data file cannot be read.".to_owned()),
        (None, Ok(_)) => None,
    };
    let (seq, leads, leads_ownerless, letters_waiting, settling) = counted.unwrap_or_default();
    let up = web.house.clock.now().duration_since(web.house.opened_at);
    Condition {
        status: if fault.is_none() { "ok" } else { "fault" },
        version: env!("CARGO_PKG_VERSION"),
        fault,
        seq,
        leads,
        leads_ownerless,
        queue: desk.waiting(),
        letters_waiting,
        leads_left_alone: desk.leads_left().count(),
        letters_left_alone: desk.letters_left().count(),
        settling,
        search_behind: seq.saturating_sub(web.house.search.read_up_to()),
        clock: match desk.doubts_its_clock() {
            None => "ok",
            Some(Doubt::Behind { .. }) => "behind",
            Some(Doubt::Leapt { .. }) => "leapt",
        },
        newest_copy: web.house.snapshots.newest(),
        copy_failed: web.house.snapshots.fault().map(|fault| fault.to_string()),
        streams: web.live.streams(),
        up_seconds: up.as_secs(),
    }
}

fn numbers(condition: &Condition) -> String {
    let gauges = [
        (
            "up",
            "Whether the data file takes what is written.",
            i64::from(condition.fault.is_none()),
        ),
        ("journal_seq", "The last entry of the journal.", as_gauge(condition.seq)),
        ("leads", "Leads, open or not.", as_gauge(condition.leads)),
        ("leads_ownerless", "Open leads without an owner.", i64::from(condition.leads_ownerless)),
        ("desk_waiting", "Orders that wait at the desk.", as_gauge(condition.queue as u64)),
        (
            "letters_waiting",
            "Letters that wait in the outbox.",
            as_gauge(condition.letters_waiting),
        ),
        (
            "leads_left_alone",
            "Leads that could not be looked at and are tried again later.",
            as_gauge(condition.leads_left_alone as u64),
        ),
        (
            "letters_left_alone",
            "Letters that could not be dealt with and are tried again later.",
            as_gauge(condition.letters_left_alone as u64),
        ),
        (
            "settling",
            "Whether some leads are still to be looked at by the rules in force.",
            i64::from(condition.settling),
        ),
        (
            "search_behind",
            "Entries of the journal that cannot be searched yet.",
            as_gauge(condition.search_behind),
        ),
        (
            "clock_in_doubt",
            "Whether letters wait because the wall clock cannot be believed.",
            i64::from(condition.clock != "ok"),
        ),
        (
            "copy_failed",
            "Whether the last nightly copy could not be made.",
            i64::from(condition.copy_failed.is_some()),
        ),
        ("streams", "Browsers that follow along.", as_gauge(condition.streams as u64)),
        ("up_seconds", "Seconds since the house was opened.", condition.up_seconds),
    ];
    gauges.iter().fold(String::new(), |mut text, (name, help, value)| {
        let _ = writeln!(text, "# HELP leadstead_{name} {help}");
        let _ = writeln!(text, "# TYPE leadstead_{name} gauge");
        let _ = writeln!(text, "leadstead_{name} {value}");
        text
    })
}

fn as_gauge(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
