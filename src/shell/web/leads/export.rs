//! The list as a table to take away: exactly the leads it is narrowed to, in its order, streamed.

use super::filter::pairs;
use super::state::State;
use crate::lead::{Lead, LeadId};
use crate::shell::desk::Desk;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::importing::leads_out::LeadsOut;
use crate::shell::importing::streams::{Outgoing, written};
use crate::shell::search::Ask;
use crate::shell::web::guard::Who;
use axum::extract::{RawQuery, State as Held};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::io;
use std::sync::Arc;

/// Leads that are found and read at once; between two, the file is let go of.
const AT_ONCE: usize = 200;

/// `GET /leads/export`
pub async fn send(Held(house): Held<Arc<House>>, who: Who, RawQuery(query): RawQuery) -> Response {
    let state = State::of(&pairs(query.as_deref().unwrap_or_default()));
    let day = house.playbook().playbook.calendar().zone().to_datetime(house.desk.now()).date();
    let name = format!("attachment; filename=\"leads-{day}.csv\"");
    let body = written(move |out| table(&house, &who, &state, out));
    let about = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    (about, body).into_response()
}

fn table(house: &House, who: &Who, state: &State, out: &mut Outgoing) -> io::Result<()> {
    let in_force = house.playbook();
    let mut table = LeadsOut::new(out, &in_force.playbook, house.desk.now())?;
    let finder = house.search.finder();
    let ask = state.ask(&who.teammate, house.desk.now());
    let mut ask = Ask { limit: AT_ONCE, after: None, back: false, ..ask };
    loop {
        let found = finder.find(&ask).map_err(io::Error::other)?;
        let ids: Vec<LeadId> = found.ids.iter().map(|(_, id)| LeadId(*id)).collect();
        let leads = house.desk.look("reading leads to take away", |desk| leads(desk, &ids));
        leads.map_err(io::Error::other)?.iter().try_for_each(|lead| table.lead(lead))?;
        ask.after = found.next;
        if found.next.is_none() {
            return table.finish();
        }
    }
}

fn leads(desk: &Desk, ids: &[LeadId]) -> Result<Vec<Lead>, Error> {
    let reading = desk.store().read()?;
    let mut leads = Vec::with_capacity(ids.len());
    for id in ids {
        leads.extend(reading.lead(*id)?);
    }
    Ok(leads)
}
