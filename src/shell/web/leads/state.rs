//! Everything a URL of the list says: what it is narrowed to, in what order, and which page of it.

use super::filter::{Filter, append, pairs};
use crate::shell::search::{Ask, Cursor, Sort};
use jiff::Timestamp;
use uuid::Uuid;

/// Rows of a page.
pub const ROWS: usize = 50;

/// The words for an order in the URL.
const SORTS: [(&str, Sort); 5] = [
    ("next_step", Sort::NextStep),
    ("score", Sort::Score),
    ("newest", Sort::Newest),
    ("last_touch", Sort::LastTouch),
    ("value", Sort::Value),
];

/// The list as its URL asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub filter: Filter,
    pub sort: Sort,
    /// Whether the order is turned round.
    pub turned: bool,
    pub at: Option<Cursor>,
    /// Whether the page lies before that place.
    pub back: bool,
    /// What was done to many leads at once, to be told of.
    pub done: Option<Uuid>,
}

impl State {
    /// The list that shows what a filter lets through, from its beginning.
    pub fn of_filter(filter: Filter) -> State {
        State { filter, sort: Sort::NextStep, turned: false, at: None, back: false, done: None }
    }

    /// The list of the text of a query.
    pub fn of_query(query: &str) -> State {
        State::of(&pairs(query))
    }

    /// The list of a query.
    pub fn of(pairs: &[(String, String)]) -> State {
        let last = |name: &str| {
            let value = pairs.iter().rev().find(|(known, _)| known == name);
            value.map_or("", |(_, value)| value.as_str())
        };
        let sort = SORTS.into_iter().find(|(word, _)| *word == last("sort"));
        State {
            filter: Filter::of(pairs),
            sort: sort.map_or(Sort::NextStep, |(_, sort)| sort),
            turned: last("turned") == "yes",
            at: last("at").parse().ok(),
            back: last("back") == "yes",
            done: last("done").parse().ok(),
        }
    }

    /// What is asked of the index, by `me` and at this moment.
    pub fn ask(&self, me: &str, now: Timestamp) -> Ask {
        Ask {
            sort: self.sort,
            turned: self.turned,
            after: self.at,
            back: self.back,
            limit: ROWS,
            ..self.filter.ask(me, now)
        }
    }

    /// The query of this list from its beginning.
    pub fn query(&self) -> String {
        let mut query = self.filter.query();
        if self.filter == Filter::open() {
            query.clear();
        }
        if let Some((word, _)) = SORTS.iter().find(|(_, sort)| *sort == self.sort)
            && self.sort != Sort::NextStep
        {
            append(&mut query, "sort", word);
        }
        if self.turned {
            append(&mut query, "turned", "yes");
        }
        query
    }

    /// The query of this very page.
    pub fn here(&self) -> String {
        match self.at {
            Some(at) => self.page_query(at, self.back),
            None => self.query(),
        }
    }

    fn page_query(&self, at: Cursor, back: bool) -> String {
        let mut query = self.query();
        append(&mut query, "at", &at.to_string());
        if back {
            append(&mut query, "back", "yes");
        }
        query
    }

    /// The URL of this list from its beginning.
    pub fn url(&self) -> String {
        url(&self.query())
    }

    /// The URL of the page after a place, or before it.
    pub fn page_url(&self, at: Cursor, back: bool) -> String {
        url(&self.page_query(at, back))
    }

    /// The same list narrowed otherwise, in the same order.
    pub fn with(&self, filter: Filter) -> State {
        State { filter, at: None, back: false, done: None, ..self.clone() }
    }

    /// The same list by another order; asked again, that order is turned round.
    pub fn sorted(&self, sort: Sort) -> State {
        let turned = self.sort == sort && !self.turned;
        State { sort, turned, at: None, back: false, done: None, ..self.clone() }
    }
}

/// The URL of a query.
pub fn url(query: &str) -> String {
    if query.is_empty() { "/leads".to_owned() } else { format!("/leads?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_from_its_query() {
        let query = "owner=me&sort=value&turned=yes&at=12-7&back=yes";
        let state = State::of_query(query);
        assert_eq!(State::of_query(&state.here()), state);
        assert_eq!(state.at, Some(Cursor { value: 12, id: 7 }));
        assert_eq!(state.query(), "owner=me&sort=value&turned=yes");
        assert_eq!(State::of_query("").url(), "/leads");
        assert_eq!(State::of_query("at=nonsense&sort=luck").url(), "/leads");
    }

    #[test]
    fn the_heading_of_a_column_turns_its_order_round() {
        let state = State::of_query("tier=high");
        let once = state.sorted(Sort::Score);
        assert_eq!(once.query(), "tier=high&sort=score");
        assert_eq!(once.sorted(Sort::Score).query(), "tier=high&sort=score&turned=yes");
        assert_eq!(once.sorted(Sort::NextStep).query(), "tier=high");
    }
}
