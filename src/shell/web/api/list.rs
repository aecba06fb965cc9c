//! Leads listed, one page at a time.

use super::asked::Asked;
use super::find::find;
use super::shown::{LeadRow, fates, flag_list, one_of, tiers};
use crate::lead::{LeadFate, Seq, Tier};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::papers;
use crate::shell::search::{Ask, Sort};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// What leads to list, and in what order; [`show`] takes each by its name.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Words, an address or a number to look for.
    pub q: Option<String>,
    #[param(schema_with = tiers)]
    pub tier: Option<Tier>,
    /// Id of the owner; `none` for leads without one.
    pub owner: Option<String>,
    /// Key of a stage.
    pub stage: Option<String>,
    /// Key of a source.
    pub source: Option<String>,
    /// Key of a saved segment. Segments are saved on the screens to come: until then there are
    /// none, and every key is refused.
    pub segment: Option<String>,
    #[param(schema_with = fates)]
    pub fate: Option<LeadFate>,
    /// May stand several times; all of them must hold.
    #[param(schema_with = flag_list)]
    pub flag: Option<Vec<&'static str>>,
    /// `newest` first, the `next_step` due soonest first, or the highest `score` first.
    #[param(schema_with = sorts)]
    pub sort: Option<Sort>,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// 1 to 200; 50 if it is not said.
    pub limit: Option<usize>,
    /// The `Leadstead-Seq` of an answer: the list waits up to a second until it shows what that
    /// answer told of.
    pub min_seq: Option<Seq>,
}

const SORTS: [(&str, Sort); 3] =
    [("newest", Sort::Newest), ("next_step", Sort::NextStep), ("score", Sort::Score)];

fn sorts() -> utoipa::openapi::schema::Object {
    one_of(SORTS.map(|(word, _)| word))
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
    path = "/api/v1/leads",
    params(Listing),
    responses((status = 200, description = "A page of leads", body = LeadList))
)]
pub async fn show(
    State(house): State<Arc<House>>,
    mut asked: Asked,
) -> Result<Json<LeadList>, Error> {
    if let Some(key) = asked.one("segment")? {
        let sentence = format!("There is no segment “{key}”: none has been saved yet.");
        return Err(Error::not_understood("segment", sentence));
    }
    let ask = Ask {
        text: asked.one("q")?.unwrap_or_default(),
        tier: asked.word("tier", &Tier::ALL.map(|tier| (tier.key(), tier as u64)))?,
        owner: asked.one("owner")?.map(|owner| if owner == "none" { String::new() } else { owner }),
        stage: asked.one("stage")?,
        source: asked.one("source")?,
        fate: asked
            .word("fate", &LeadFate::ALL.map(|fate| (fate.key(), fate)))?
            .map(|fate| fate.key().to_owned()),
        flags: flags(&mut asked)?,
        sort: asked.word("sort", &SORTS)?.unwrap_or_default(),
        after: asked.cursor()?,
        limit: asked.limit()?,
    };
    let seen = asked.read("min_seq", "number")?.unwrap_or(0);
    asked.done()?;
    let page = find(&house, ask, seen).await?;
    Ok(Json(LeadList {
        items: page.leads.into_iter().map(|(id, row)| LeadRow::of(id, row)).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
        total: page.total,
    }))
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
