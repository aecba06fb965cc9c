//! The list one came from to a lead, and the leads before and behind it there.
//!
//! The URL of a lead names the list and the place in it, so that the way on stays the same when the
//! lead has moved elsewhere meanwhile.

use super::actions::AtLead;
use crate::language::Words;
use crate::lead::LeadId;
use crate::shell::error::{Error, Fault};
use crate::shell::search::{Ask, Cursor, SearchFault};
use crate::shell::web::leads::filter::{append, pairs};
use crate::shell::web::leads::state::State;
use crate::shell::web::parts::icon;
use axum::http::header::REFERER;
use axum::http::request::Parts;
use maud::{Markup, html};

/// The longest query of a list that a lead is followed through.
const QUERY_MAX: usize = 500;

/// A place in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Through {
    list: State,
    at: Cursor,
}

/// The leads next to a place in a list.
pub struct Ways {
    through: Through,
    before: Option<(u64, LeadId)>,
    behind: Option<(u64, LeadId)>,
}

impl Through {
    /// The place that a request names, or the page of this very lead from which it was asked.
    pub fn of(parts: &Parts, id: LeadId) -> Option<Through> {
        let named = parts.uri.query().and_then(Through::of_query);
        named.or_else(|| {
            let (page, query) = parts.headers.get(REFERER)?.to_str().ok()?.split_once('?')?;
            let is_this_lead = page.ends_with(&format!("/leads/{id}"));
            Through::of_query(query).filter(|_| is_this_lead)
        })
    }

    fn of_query(query: &str) -> Option<Through> {
        let pairs = pairs(query);
        let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, said)| said);
        let list = get("list").map_or("", String::as_str);
        let at = get("at")?.parse().ok()?;
        (list.len() <= QUERY_MAX).then(|| Through { list: State::of_query(list), at })
    }

    /// What the URL of a lead says of it.
    pub fn query(&self) -> String {
        let (list, mut query) = (self.list.query(), String::new());
        if !list.is_empty() {
            append(&mut query, "list", &list);
        }
        append(&mut query, "at", &self.at.to_string());
        query
    }
}

/// The URL of a lead that stands in a list.
pub fn url(list: &State, value: u64, id: LeadId) -> String {
    if list.query().len() > QUERY_MAX {
        return format!("/leads/{id}");
    }
    let at = Cursor { value, id: id.0 };
    let through = Through { list: State { at: None, back: false, done: None, ..list.clone() }, at };
    format!("/leads/{id}?{}", through.query())
}

/// The leads next to this one in the list one came from, if one came from one.
pub async fn ways(at: &AtLead) -> Result<Option<Ways>, Error> {
    let Some(through) = at.through.clone() else { return Ok(None) };
    let (finder, now) = (at.house.search.finder(), at.house.desk.now());
    let (me, here) = (at.who.teammate.clone(), at.id);
    let look = move || {
        let sitting = finder.sitting();
        let near = |back| {
            let place =
                Ask { after: Some(through.at), back, limit: 2, ..through.list.ask(&me, now) };
            let mut found = sitting.find(&place)?.ids;
            if back {
                found.reverse();
            }
            let other = found.into_iter().find(|(_, id)| *id != here.0);
            Ok::<_, SearchFault>(other.map(|(value, id)| (value, LeadId(id))))
        };
        let (before, behind) = (near(true)?, near(false)?);
        Ok::<_, SearchFault>(Ways { through, before, behind })
    };
    let ways = tokio::task::spawn_blocking(look).await.map_err(Fault::of("searching"))?;
    Ok(Some(ways.map_err(Fault::of("searching"))?))
}

impl Ways {
    /// The URL of the list.
    pub fn list(&self) -> String {
        self.through.list.url()
    }

    /// The links to both neighbours.
    pub fn links(&self, words: Words) -> Markup {
        let link = |to: Option<(u64, LeadId)>, rel: &str, sign: &str, key: &str| {
            let said = words.say(key);
            html! {
                @match to {
                    Some((value, id)) => a.btn.quiet href=(url(&self.through.list, value, id)) rel=(rel) title=(said) { (icon(sign)) span.sr { (said) } },
                    None => span.btn.quiet aria-disabled="true" { (icon(sign)) span.sr { (said) } },
                }
            }
        };
        html! {
            nav."line through" aria-label=(words.say("lead-through")) {
                a.btn.quiet href=(self.list()) { (words.say("lead-through-list")) }
                (link(self.before, "prev", "left", "lead-through-before"))
                (link(self.behind, "next", "right", "lead-through-next"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_list_reads_back_from_the_url_of_its_lead() {
        let list = State::of_query("owner=me&sort=score&at=9-9&back=yes");
        let url = url(&list, 40, LeadId(7));
        assert_eq!(url, "/leads/7?list=owner%3Dme%26sort%3Dscore&at=40-7");
        let query = url.split_once('?').map(|(_, query)| query).expect("a query");
        let through = Through::of_query(query).expect("a place");
        assert_eq!(
            (through.query(), through.list.url()),
            (query.into(), "/leads?owner=me&sort=score".into())
        );
        for none in ["", "list=tier%3Dhigh", "at=x", &format!("at=1-2&list={}", "x".repeat(600))] {
            assert_eq!(Through::of_query(none), None, "{none}");
        }
    }
}
