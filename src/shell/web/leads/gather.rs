//! What the list of leads shows, found by the index and read from the store.

use super::columns::Column;
use super::filter::{Facet, Filter};
use super::segment::{self, BuiltIn, TABS_MAX};
use super::state::State;
use crate::lead::LeadId;
use crate::rows::Summary;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::{Ask, Cursor, Found, SearchFault, Sort, Worth};
use crate::shell::store::lists::{Bulk, Segment};
use crate::shell::store::{Reading, Result as Stored};
use crate::shell::web::guard::Who;
use crate::shell::web::{read, today};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// How long a list waits until the index has read what was there when it was asked for.
pub const PATIENCE: Duration = Duration::from_millis(500);

/// Leads named in what is told of many.
const NAMED_MAX: usize = 20;

/// A saved segment as a tab.
pub struct Saved {
    pub key: String,
    pub segment: Segment,
    pub state: State,
    pub count: usize,
}

/// The list as it is shown.
pub struct List {
    pub state: State,
    pub rows: Vec<(LeadId, Summary)>,
    /// By what each is placed in this order.
    pub places: BTreeMap<LeadId, u64>,
    /// What the rows say of the custom fields that are shown, by the keys of the fields.
    pub fields: BTreeMap<(LeadId, String), String>,
    /// How many match, and how many of them come before this page.
    pub total: usize,
    pub before: usize,
    /// What all that match are worth.
    pub worth: Worth,
    pub next: Option<Cursor>,
    pub previous: Option<Cursor>,
    /// Of each built-in segment.
    pub counts: Vec<(BuiltIn, usize)>,
    pub saved: Vec<Saved>,
    pub columns: Vec<Column>,
    /// What was just done to many leads, with the names of those it tells of.
    pub bulk: Option<Bulk>,
    pub names: BTreeMap<LeadId, String>,
    /// Whether the index has still to read leads that are there already.
    pub is_behind: bool,
    /// Whether there is any lead at all.
    pub is_house_empty: bool,
    /// Where nothing was found: the filter without which most is, and how much.
    pub without: Option<(Facet, usize)>,
    /// How many wait for an answer of whoever looks.
    pub waiting: usize,
}

/// What the store knows before anything is looked for.
struct Kept {
    saved: Vec<(String, Segment)>,
    columns: Vec<Column>,
    bulk: Option<Bulk>,
    names: BTreeMap<LeadId, String>,
    is_house_empty: bool,
    waiting: usize,
}

/// What the index has found.
struct Hits {
    found: Found,
    is_behind: bool,
    counts: Vec<(BuiltIn, usize)>,
    saved: Vec<usize>,
    without: Option<(Facet, usize)>,
}

/// Finds what a list shows to somebody.
///
/// # Errors
/// If the index or the data file cannot be read.
pub async fn list(house: &Arc<House>, who: &Who, state: State) -> Result<List, Error> {
    let now = house.desk.now();
    let (teammate, done) = (who.teammate.clone(), state.done);
    let usual = Column::usual(&house.playbook().playbook);
    let kept = read(house, move |reading| kept(reading, &teammate, usual, done, now)).await?;
    let saved: Vec<(String, Segment, State)> = kept
        .saved
        .into_iter()
        .take(TABS_MAX)
        .map(|(key, segment)| {
            let state = State::of_query(&segment.query);
            (key, segment, state)
        })
        .collect();
    let asks = saved.iter().map(|(_, _, state)| only_counted(&state.filter, who, now)).collect();
    let hits = hits(house, who, &state, asks, now).await?;
    let ids: Vec<LeadId> = hits.found.ids.iter().map(|(_, id)| LeadId(*id)).collect();
    let columns = kept.columns.clone();
    let (mut rows, fields) =
        read(house, move |reading| Ok((rows(reading, &ids)?, fields(reading, &ids, &columns)?)))
            .await?;
    let in_force = house.playbook();
    rows = rows.into_iter().map(|(id, row)| (id, row.at(&in_force.playbook, now))).collect();
    if state.sort == Sort::Score && state.filter.text.is_empty() {
        in_order(&mut rows, state.turned);
    }
    let tab = |((key, segment, state), count)| Saved { key, segment, state, count };
    Ok(List {
        state,
        rows,
        places: hits.found.ids.iter().map(|(value, id)| (LeadId(*id), *value)).collect(),
        fields,
        total: hits.found.total,
        before: hits.found.before,
        worth: hits.found.worth,
        next: hits.found.next,
        previous: hits.found.previous,
        counts: hits.counts,
        saved: saved.into_iter().zip(hits.saved).map(tab).collect(),
        columns: kept.columns,
        bulk: kept.bulk,
        names: kept.names,
        is_behind: hits.is_behind,
        is_house_empty: kept.is_house_empty,
        without: hits.without,
        waiting: kept.waiting,
    })
}

/// Puts the rows of a page in the order of the scores they show: the index knows those last written,
/// which may have fallen a little since.
fn in_order(rows: &mut [(LeadId, Summary)], turned: bool) {
    match turned {
        true => rows.sort_by_key(|(_, row)| row.score),
        false => rows.sort_by_key(|(_, row)| Reverse(row.score)),
    }
}

fn kept(
    reading: &Reading,
    teammate: &str,
    usual: Vec<Column>,
    done: Option<uuid::Uuid>,
    now: Timestamp,
) -> Stored<Kept> {
    let bulk = done.map_or(Ok(None), |id| reading.bulk(id))?.filter(|bulk| bulk.by == teammate);
    let view = reading.view(teammate)?;
    Ok(Kept {
        saved: segment::seen_by(reading, teammate)?,
        columns: view.map_or(usual, |view| Column::of(&view.columns)),
        names: bulk.as_ref().map_or(Ok(BTreeMap::new()), |bulk| names(reading, bulk))?,
        bulk,
        is_house_empty: reading.lead_count()? == 0,
        waiting: today::waiting_for(reading, teammate, now)?,
    })
}

/// The names of the leads that were left out of something, the first of each kind.
fn names(reading: &Reading, bulk: &Bulk) -> Stored<BTreeMap<LeadId, String>> {
    let undone = bulk.undone.iter();
    let later = undone.flat_map(|undone| {
        let refused = undone.refused.iter().map(|(id, _)| *id).take(NAMED_MAX);
        undone.changed.iter().copied().take(NAMED_MAX).chain(refused)
    });
    let refused = bulk.refused.iter().map(|(id, _)| *id).take(NAMED_MAX);
    let mut names = BTreeMap::new();
    for id in refused.chain(later) {
        names.extend(reading.summary(id)?.map(|summary| (id, summary.name)));
    }
    Ok(names)
}

/// The rows of leads; what is gone by the time it is read has none.
pub fn rows(reading: &Reading, ids: &[LeadId]) -> Stored<Vec<(LeadId, Summary)>> {
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(reading.summary(*id)?.map(|summary| (*id, summary)));
    }
    Ok(rows)
}

/// The custom fields of leads that have a column; without such a column no lead is read.
fn fields(
    reading: &Reading,
    ids: &[LeadId],
    columns: &[Column],
) -> Stored<BTreeMap<(LeadId, String), String>> {
    let key = |column: &Column| match column {
        Column::Field(key) => Some(key.clone()),
        _ => None,
    };
    let keys: Vec<String> = columns.iter().filter_map(key).collect();
    let mut fields = BTreeMap::new();
    for id in ids.iter().filter(|_| !keys.is_empty()) {
        let Some(mut lead) = reading.lead(*id)? else { continue };
        let of = |key: &String| Some(((*id, key.clone()), lead.fields.remove(key)?));
        fields.extend(keys.iter().filter_map(of));
    }
    Ok(fields)
}

fn only_counted(filter: &Filter, who: &Who, now: Timestamp) -> Ask {
    Ask { limit: 0, ..filter.ask(&who.teammate, now) }
}

async fn hits(
    house: &Arc<House>,
    who: &Who,
    state: &State,
    saved: Vec<Ask>,
    now: Timestamp,
) -> Result<Hits, Error> {
    let (house, who, state) = (house.clone(), who.clone(), state.clone());
    let look = move || {
        let search = &house.search;
        let is_behind = search.is_far_from(who.seen) || !search.wait_for(who.seen, PATIENCE);
        let finder = house.search.finder();
        let sitting = finder.sitting();
        let count = |ask: &Ask| sitting.find(ask).map(|found| found.total);
        let found = sitting.find(&Ask { summed: true, ..state.ask(&who.teammate, now) })?;
        let counts = BuiltIn::ALL
            .into_iter()
            .map(|segment| Ok((segment, count(&only_counted(&segment.filter(), &who, now))?)));
        let counts = counts.collect::<Result<_, SearchFault>>()?;
        let saved = saved.iter().map(count).collect::<Result<_, SearchFault>>()?;
        let without = if found.total == 0 { loosened(&state, &who, now, count)? } else { None };
        Ok::<Hits, SearchFault>(Hits { found, is_behind, counts, saved, without })
    };
    let hits = tokio::task::spawn_blocking(look).await;
    Ok(hits.map_err(Fault::of("searching"))?.map_err(Fault::of("searching"))?)
}

/// The filter without which most is found, and how much.
fn loosened(
    state: &State,
    who: &Who,
    now: Timestamp,
    count: impl Fn(&Ask) -> Result<usize, SearchFault>,
) -> Result<Option<(Facet, usize)>, SearchFault> {
    let mut best = None;
    for facet in state.filter.set() {
        let found = count(&only_counted(&state.filter.without(facet), who, now))?;
        if found > best.map_or(0, |(_, most)| most) {
            best = Some((facet, found));
        }
    }
    Ok(best)
}
