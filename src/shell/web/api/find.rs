//! One page of the leads somebody looks for: the index says which, the store says what they are.

use crate::lead::{LeadId, Seq};
use crate::rows::Summary;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::{Ask, Cursor};
use std::sync::Arc;
use std::time::Duration;

/// How long a list waits for what its reader has just written.
const PATIENCE: Duration = Duration::from_secs(1);

/// Leads in the order asked for.
pub struct Page {
    pub leads: Vec<(LeadId, Summary)>,
    /// How many match, on this page and on all others.
    pub total: usize,
    /// Where the next page begins.
    pub next: Option<Cursor>,
}

/// Finds a page of leads, once the index has read up to an entry or a second has passed.
///
/// # Errors
/// If the index or the data file cannot be read, and while the index grows back and would lack leads
/// that the reader may expect.
pub async fn find(house: &Arc<House>, ask: Ask, seen: Seq) -> Result<Page, Error> {
    let house = house.clone();
    let page = tokio::task::spawn_blocking(move || page(&house, &ask, seen)).await;
    page.map_err(Fault::of("searching"))?
}

fn page(house: &House, ask: &Ask, seen: Seq) -> Result<Page, Error> {
    let written = house.desk.store().read()?.last_seq()?;
    let wanted = seen.min(written);
    if house.search.is_far_from(wanted) {
        return Err(Error::GrowingBack);
    }
    house.search.wait_for(wanted, PATIENCE);
    let found = house.search.finder().find(ask).map_err(Fault::of("searching"))?;
    let reading = house.desk.store().read()?;
    let (in_force, now) = (house.playbook(), house.clock.now());
    let mut leads = Vec::with_capacity(found.ids.len());
    for (_, id) in found.ids {
        let id = LeadId(id);
        leads.extend(reading.summary(id)?.map(|row| (id, row.at(&in_force.playbook, now))));
    }
    Ok(Page { leads, total: found.total, next: found.next })
}
