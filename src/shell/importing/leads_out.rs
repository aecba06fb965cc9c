//! Leads as they stand, one to a row of a table.

use super::csv_out::CsvOut;
use crate::lead::{Lead, Profile};
use crate::playbook::Playbook;
use crate::rows::score_at;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What is known of every lead beside its profile and its fields.
const STANDING: [&str; 18] = [
    "id",
    "captured_at",
    "fate",
    "status",
    "stage",
    "tags",
    "tier",
    "score",
    "owner",
    "source",
    "class",
    "value",
    "currency",
    "message",
    "missing",
    "opted_out",
    "first_answer_at",
    "closed_at",
];

/// The column of fields the playbook does not know, as one JSON document.
const OTHER_FIELDS: &str = "other_fields";

/// A table of leads while it is written.
pub struct LeadsOut<'a, W: Write> {
    table: CsvOut<W>,
    playbook: &'a Playbook,
    now: Timestamp,
}

impl<'a, W: Write> LeadsOut<'a, W> {
    /// Begins a table with its heading, of leads as they stand at a moment.
    pub fn new(out: W, playbook: &'a Playbook, now: Timestamp) -> io::Result<Self> {
        let mut table = CsvOut::new(out);
        let own = playbook.fields.iter().map(|field| field.key.as_str());
        let heading = STANDING.into_iter().chain(Profile::KEYS).chain(own);
        table.row(heading.chain([OTHER_FIELDS]))?;
        Ok(LeadsOut { table, playbook, now })
    }

    /// Writes one lead.
    pub fn lead(&mut self, lead: &Lead) -> io::Result<()> {
        let own = self.playbook.fields.iter().map(|field| field.key.as_str());
        let standing =
            STANDING.iter().map(|column| standing(lead, self.playbook, self.now, column));
        let profile = Profile::KEYS.iter().map(|key| text(lead.profile.get(key)));
        let fields = own.map(|key| text(lead.fields.get(key).map(String::as_str)));
        let other = std::iter::once(other_fields(lead, self.playbook));
        let cells: Vec<Cow<str>> = standing.chain(profile).chain(fields).chain(other).collect();
        self.table.row(cells.iter().map(|cell| &**cell))
    }

    /// Writes what is still held back.
    pub fn finish(self) -> io::Result<()> {
        self.table.finish().map(drop)
    }
}

fn standing<'a>(
    lead: &'a Lead,
    playbook: &'a Playbook,
    now: Timestamp,
    column: &str,
) -> Cow<'a, str> {
    match column {
        "id" => lead.id.to_string().into(),
        "captured_at" => moment(lead.captured_at),
        "fate" => lead.fate.key().into(),
        "status" => lead.status().key().into(),
        "stage" => text(Some(&lead.stage)),
        "tags" => lead.tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ").into(),
        "tier" => lead.tier().to_string().into(),
        "score" => score_at(lead, playbook, now).to_string().into(),
        "owner" => text(lead.owner_id()),
        "source" => text(Some(&lead.source)),
        "class" => lead.class.key().into(),
        "value" => lead.value.map_or(Cow::Borrowed(""), |value| amount(value).into()),
        "currency" => text(lead.value.map(|_| &*playbook.business.currency)),
        "message" => text(Some(&lead.message)),
        "missing" => lead.missing.join(" ").into(),
        "opted_out" => if lead.opted_out { "yes" } else { "no" }.into(),
        "first_answer_at" => moment(lead.first_answer.as_ref().map(|answer| answer.at)),
        "closed_at" => moment(lead.closed_at),
        _ => Cow::Borrowed(""),
    }
}

/// An amount in minor units as a plain decimal, which every spreadsheet and our own import read.
fn amount(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let minor = minor.unsigned_abs();
    format!("{sign}{}.{:02}", minor / 100, minor % 100)
}

fn other_fields<'a>(lead: &Lead, playbook: &Playbook) -> Cow<'a, str> {
    let is_own = |key: &str| playbook.fields.iter().any(|field| field.key == key);
    let other: BTreeMap<_, _> = lead.fields.iter().filter(|(key, _)| !is_own(key)).collect();
    if other.is_empty() {
        return Cow::Borrowed("");
    }
    serde_json::to_string(&other).unwrap_or_default().into()
}

fn text(value: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(value.unwrap_or_default())
}

fn moment<'a>(at: Option<Timestamp>) -> Cow<'a, str> {
    at.map_or(Cow::Borrowed(""), |at| at.to_string().into())
}
