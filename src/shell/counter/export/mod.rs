//! What the house knows, for other programs and for keeping: streamed, however much it is.
//!
//! Passwords, sessions and tokens never leave the house this way.

mod everything;
mod journal;
mod leads;

use super::Counter;
use super::no::No;
use crate::shell::importing::streams::{Outgoing, written};
use axum::body::Body;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// Rows read at one moment; between two, the file is let go of.
const ROWS_AT_ONCE: usize = 500;

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exported {
    Leads,
    Journal,
    Everything,
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Csv,
    /// One JSON document on every line.
    Jsonl,
}

/// How it is to be exported.
#[derive(Debug, Serialize, Deserialize)]
pub struct HowToExport {
    pub format: Format,
}

/// `GET /export/{what}`
pub(super) async fn send(
    State(counter): State<Counter>,
    Path(what): Path<Exported>,
    Query(how): Query<HowToExport>,
) -> Result<Body, No> {
    let house = counter.house;
    Ok(match (what, how.format) {
        (Exported::Leads, Format::Csv) => written(move |out| leads::table(&house, out)),
        (Exported::Leads, Format::Jsonl) => written(move |out| leads::lines(&house, out)),
        (Exported::Journal, Format::Csv) => written(move |out| journal::table(&house, out)),
        (Exported::Journal, Format::Jsonl) => written(move |out| journal::lines(&house, out)),
        (Exported::Everything, Format::Jsonl) => written(move |out| everything::lines(&house, out)),
        (Exported::Everything, Format::Csv) => {
            return Err(No::senseless("Everything does not fit one table. Take --format jsonl."));
        }
    })
}

/// Writes one document on a line of its own.
fn line(out: &mut Outgoing, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    out.write_all(b"\n")
}
