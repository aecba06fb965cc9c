//! Leads as they stand, one to a row.

use super::{ROWS_AT_ONCE, line};
use crate::lead::{Lead, LeadId, Profile};
use crate::playbook::Playbook;
use crate::shell::counter::streams::Outgoing;
use crate::shell::house::House;
use crate::shell::importing::csv_out::CsvOut;
use crate::shell::store::Result as Stored;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

/// What is known of every lead beside its profile and its fields.
const STANDING: [&str; 16] = [
    "id",
    "captured_at",
    "fate",
    "status",
    "stage",
    "tier",
    "score",
    "owner",
    "source",
    "class",
    "value",
    "message",
    "missing",
    "opted_out",
    "first_answer_at",
    "closed_at",
];

/// The column of fields the playbook does not know, as one JSON document.
const OTHER_FIELDS: &str = "other_fields";

/// All leads as a table.
pub(super) fn table(house: &House, out: &mut Outgoing) -> io::Result<()> {
    let in_force = house.playbook();
    let own: Vec<&str> = in_force.playbook.fields.iter().map(|field| &*field.key).collect();
    let mut table = CsvOut::new(out);
    let heading = STANDING.into_iter().chain(Profile::KEYS).chain(own.iter().copied());
    table.row(heading.chain([OTHER_FIELDS]))?;
    each(house, |lead| {
        let standing = STANDING.iter().map(|column| standing(&lead, column));
        let profile = Profile::KEYS.iter().map(|key| text(lead.profile.get(key)));
        let fields = own.iter().map(|key| text(lead.fields.get(*key).map(String::as_str)));
        let other = std::iter::once(other_fields(&lead, &in_force.playbook));
        let cells: Vec<Cow<str>> = standing.chain(profile).chain(fields).chain(other).collect();
        table.row(cells.iter().map(|cell| &**cell))
    })?;
    table.finish().map(drop)
}

/// All leads, one document to a line.
pub(super) fn lines(house: &House, out: &mut Outgoing) -> io::Result<()> {
    each(house, |lead| {
        line(
            out,
            &serde_json::json!({
                "id": lead.id,
                "captured_at": lead.captured_at,
                "fate": lead.fate.key(),
                "status": lead.status().key(),
                "stage": lead.stage,
                "tier": lead.tier(),
                "score": lead.score(),
                "owner": lead.owner_id(),
                "source": lead.source,
                "class": lead.class,
                "value": lead.value,
                "message": lead.message,
                "missing": lead.missing,
                "opted_out": lead.opted_out,
                "first_answer_at": lead.first_answer.as_ref().map(|answer| answer.at),
                "closed_at": lead.closed_at,
                "profile": lead.profile,
                "fields": lead.fields,
                "campaign": lead.first_campaign,
            }),
        )
    })
}

/// Every lead in order, a few at a time, so that the file is never held for long.
fn each(house: &House, mut write: impl FnMut(Lead) -> io::Result<()>) -> io::Result<()> {
    let mut after = LeadId(0);
    loop {
        let leads = some(house, after).map_err(io::Error::other)?;
        let Some(last) = leads.last() else { return Ok(()) };
        after = last.id;
        leads.into_iter().try_for_each(&mut write)?;
    }
}

fn some(house: &House, after: LeadId) -> Stored<Vec<Lead>> {
    let reading = house.desk.store().read()?;
    let ids = reading.lead_ids_after(after, ROWS_AT_ONCE)?.into_iter();
    ids.filter_map(|id| reading.lead(id).transpose()).collect()
}

fn standing<'a>(lead: &'a Lead, column: &str) -> Cow<'a, str> {
    match column {
        "id" => lead.id.to_string().into(),
        "captured_at" => moment(lead.captured_at),
        "fate" => lead.fate.key().into(),
        "status" => lead.status().key().into(),
        "stage" => text(Some(&lead.stage)),
        "tier" => lead.tier().to_string().into(),
        "score" => lead.score().to_string().into(),
        "owner" => text(lead.owner_id()),
        "source" => text(Some(&lead.source)),
        "class" => lead.class.key().into(),
        "value" => lead.value.map_or(Cow::Borrowed(""), |value| value.to_string().into()),
        "message" => text(Some(&lead.message)),
        "missing" => lead.missing.join(" ").into(),
        "opted_out" => if lead.opted_out { "yes" } else { "no" }.into(),
        "first_answer_at" => moment(lead.first_answer.as_ref().map(|answer| answer.at)),
        "closed_at" => moment(lead.closed_at),
        _ => Cow::Borrowed(""),
    }
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
