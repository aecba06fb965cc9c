//! Leads listed, one page at a time.

use super::asked::Asked;
use super::find::find;
use super::shown::{LeadRow, any_of, flag_list, one_of};
use crate::lead::{LeadFate, Seq, Tier};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::papers;
use crate::shell::search::{Ask, Between, Sort, measure};
use crate::shell::web::leads::filter::{by_field, days_ago, facts};
use crate::shell::web::leads::segment;
use crate::shell::web::read;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// What leads to list, and in what order; [`show`] takes each by its name.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Words, an address or a number to look for.
    pub q: Option<String>,
    /// Key of a segment: one that every house has, or a saved one that is shared. What else is asked
    /// for stands in place of what the segment asks for.
    pub segment: Option<String>,
    /// May stand several times, as owner, stage, source and fate may; any one is enough.
    #[param(schema_with = tier_list)]
    pub tier: Option<Vec<&'static str>>,
    /// Id of an owner; `none` for leads without one.
    pub owner: Option<Vec<String>>,
    /// Key of a stage.
    pub stage: Option<Vec<String>>,
    /// Key of a source.
    pub source: Option<Vec<String>>,
    /// Key of a tag; any one is enough.
    pub tag: Option<Vec<String>>,
    /// A custom field and its value, such as `service:Heat pumps`. Of one field any value is enough;
    /// of several fields, something must be so of each.
    pub field: Option<Vec<String>>,
    /// A custom field and the least it may be, such as `roof_area:120` or `due:2026-06-01`: a number
    /// or a day.
    pub field_from: Option<Vec<String>>,
    /// The same with the most it may be.
    pub field_to: Option<Vec<String>>,
    #[param(schema_with = fate_list)]
    pub fate: Option<Vec<&'static str>>,
    /// The lowest score.
    pub score_from: Option<u64>,
    /// The least worth, in minor units; who has none is left out.
    pub value_from: Option<u64>,
    /// The highest worth, in minor units; who has none is left out.
    pub value_to: Option<u64>,
    /// The last touch is longer ago than so many days; where there was none, the lead is.
    pub touch_days: Option<u32>,
    /// They came within so many days.
    pub new_days: Option<u32>,
    /// May stand several times; all of them must hold.
    #[param(schema_with = flag_list)]
    pub flag: Option<Vec<&'static str>>,
    /// `newest` first, the `next_step` due soonest first, the highest `score` first, the latest
    /// `last_touch` first, or the highest `value` first.
    #[param(schema_with = sorts)]
    pub sort: Option<Sort>,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// 1 to 200; 50 if it is not said.
    pub limit: Option<usize>,
    /// The list waits up to a second until it shows what was written before it was asked for; with
    /// the `Leadstead-Seq` of an answer only until it shows what that answer told of, with 0 not at
    /// all. While the list is put together anew, which takes longer, the answer is 503; with 0 it is
    /// what is there.
    pub min_seq: Option<Seq>,
}

const SORTS: [(&str, Sort); 5] = [
    ("newest", Sort::Newest),
    ("next_step", Sort::NextStep),
    ("score", Sort::Score),
    ("last_touch", Sort::LastTouch),
    ("value", Sort::Value),
];

fn sorts() -> utoipa::openapi::schema::Object {
    one_of(SORTS.map(|(word, _)| word))
}

fn tier_list() -> utoipa::openapi::schema::Array {
    any_of(Tier::ALL.map(Tier::key))
}

fn fate_list() -> utoipa::openapi::schema::Array {
    any_of(LeadFate::ALL.map(LeadFate::key))
}

/// One page of leads.
#[derive(Serialize, ToSchema)]
pub struct LeadList {
    pub items: Vec<LeadRow>,
    /// Where the next page begins; `null` on the last one.
    pub next_cursor: Option<String>,
    /// How many match, on this page and on all others.
    pub total: usize,
}

/// Lists leads
///
/// New leads that arrive while you page through neither shift the pages nor show up twice.
#[utoipa::path(
    get,
    operation_id = "list_leads",
    path = "/api/v1/leads",
    params(Listing),
    responses((status = 200, description = "A page of leads", body = LeadList))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    mut asked: Asked,
) -> Result<Json<LeadList>, Error> {
    let segment = asked.one("segment")?;
    let mut ask = of_segment(&house, segment).await?;
    if let Some(text) = asked.one("q")? {
        ask.text = text;
    }
    let owner = |owner: String| if owner == "none" { String::new() } else { owner };
    let fates = asked.words("fate", &LeadFate::ALL.map(|fate| (fate.key(), fate.key())))?;
    instead(&mut ask.tier, asked.words("tier", &Tier::ALL.map(|tier| (tier.key(), tier as u64)))?);
    let in_force = house.playbook();
    let team = in_force.playbook.team.iter().map(|mate| mate.id.as_str());
    let owners: Vec<&str> = team.chain(["none"]).collect();
    let stages = in_force.playbook.pipeline.stages.iter().map(|stage| stage.key.as_str());
    let stages: Vec<&str> = stages.collect();
    let sources = in_force.playbook.sources.iter().map(|source| source.key.as_str());
    let sources: Vec<&str> = sources.collect();
    instead(&mut ask.owner, asked.known("owner", &owners)?.into_iter().map(owner).collect());
    instead(&mut ask.stage, asked.known("stage", &stages)?);
    instead(&mut ask.source, asked.known("source", &sources)?);
    instead(&mut ask.tags, asked.all("tag"));
    instead(&mut ask.facts, facts(&by_field(&asked.all("field"))));
    instead(&mut ask.between, between(&mut asked)?);
    instead(&mut ask.fate, fates.into_iter().map(str::to_owned).collect());
    instead(&mut ask.flags, flags(&mut asked)?);
    let now = house.desk.now();
    let score_from = asked.read("score_from", "number")?;
    let touch_days: Option<u32> = asked.read("touch_days", "number")?;
    let new_days: Option<u32> = asked.read("new_days", "number")?;
    let value_from: Option<u64> = asked.read("value_from", "number")?;
    let value_to: Option<u64> = asked.read("value_to", "number")?;
    if value_from.or(value_to).is_some() {
        ask.worth = Some(value_from.unwrap_or(1).max(1)..=value_to.unwrap_or(u64::MAX));
    }
    ask.score_from = score_from.or(ask.score_from);
    ask.touched_before = touch_days.map(|days| days_ago(now, days)).or(ask.touched_before);
    ask.created_from = new_days.map(|days| days_ago(now, days)).or(ask.created_from);
    if let Some(sort) = asked.word("sort", &SORTS)? {
        (ask.sort, ask.turned) = (sort, false);
    }
    ask.after = asked.cursor()?;
    ask.limit = asked.limit()?;
    let seen = asked.read("min_seq", "number")?.unwrap_or(Seq::MAX);
    asked.done()?;
    let page = find(&house, ask, seen).await?;
    Ok(Json(LeadList {
        items: page.leads.into_iter().map(|(id, row)| LeadRow::of(id, row)).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
        total: page.total,
    }))
}

/// Puts values in place of others, where there are any.
fn instead<T>(place: &mut Vec<T>, values: Vec<T>) {
    if !values.is_empty() {
        *place = values;
    }
}

/// Fields with their bounds.
fn between(asked: &mut Asked) -> Result<Vec<Between>, Error> {
    let mut bounds: BTreeMap<String, [Option<f64>; 2]> = BTreeMap::new();
    for (end, name) in ["field_from", "field_to"].into_iter().enumerate() {
        for said in asked.all(name) {
            let bound = said.split_once(':').and_then(|(key, value)| Some((key, measure(value)?)));
            let sentence = || {
                format!(
                    "“{said}” is no field with a number or a day, such as “size:20” or “due:2026-06-01”."
                )
            };
            let (key, bound) = bound.ok_or_else(|| Error::not_understood(name, sentence()))?;
            bounds.entry(key.to_owned()).or_default()[end] = Some(bound);
        }
    }
    Ok(bounds.into_iter().map(|(key, [from, to])| Between::of(&key, from, to)).collect())
}

/// What a segment asks for; everything where none is named.
async fn of_segment(house: &House, key: Option<String>) -> Result<Ask, Error> {
    let Some(key) = key else { return Ok(Ask::default()) };
    let wanted = key.clone();
    let state = read(house, move |reading| segment::of_key(reading, &wanted)).await?;
    let none = || {
        let sentence = format!("There is no segment “{key}” that programs may list.");
        Error::not_understood("segment", sentence)
    };
    Ok(state.ok_or_else(none)?.ask("", house.desk.now()))
}

fn flags(asked: &mut Asked) -> Result<Vec<String>, Error> {
    let flags = asked.all("flag");
    match flags.iter().find(|flag| !papers::FLAGS.contains(&flag.as_str())) {
        None => Ok(flags),
        Some(wrong) => {
            let known = papers::FLAGS.join(", ");
            let sentence = format!("“{wrong}” is none of these: {known}.");
            Err(Error::not_understood("flag", sentence))
        }
    }
}
