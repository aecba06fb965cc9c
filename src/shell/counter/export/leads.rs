//! Every lead as it stands: a table, or one document to a line.

use super::{ROWS_AT_ONCE, line};
use crate::lead::{Lead, LeadId};
use crate::rows::score_at;
use crate::shell::house::House;
use crate::shell::importing::leads_out::LeadsOut;
use crate::shell::importing::streams::Outgoing;
use crate::shell::store::Result as Stored;
use std::io;

/// All leads as a table.
pub(super) fn table(house: &House, out: &mut Outgoing) -> io::Result<()> {
    let in_force = house.playbook();
    let mut table = LeadsOut::new(out, &in_force.playbook, house.desk.now())?;
    each(house, |lead| table.lead(&lead))?;
    table.finish()
}

/// All leads, one document to a line.
pub(super) fn lines(house: &House, out: &mut Outgoing) -> io::Result<()> {
    let (in_force, now) = (house.playbook(), house.desk.now());
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
                "score": score_at(&lead, &in_force.playbook, now),
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
