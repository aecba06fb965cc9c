//! The best leads of many, in an order that stays the same from page to page.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;
use std::str::FromStr;

/// Leads on one page at most.
pub const PAGE_MAX: usize = 200;

/// Bits of a sort value that hold the value itself; above them stands how well the lead matched.
const VALUE_BITS: u32 = 62;
const VALUE_MAX: u64 = (1 << VALUE_BITS) - 1;

/// What comes first in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    /// What is due soonest; never comes last.
    NextStep,
    /// The most promising.
    Score,
}

/// How well a lead matched what was typed; the better match always comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// With a letter wrong.
    Loosely,
    /// In what was written by or about it.
    InText,
    /// In its name, address, place or number. So do all, when nothing was typed.
    InWho,
}

impl Sort {
    /// The value by which a lead is placed, the highest first.
    pub fn value(self, matched: Match, column: u64) -> u64 {
        let column = column.min(VALUE_MAX);
        let value = match self {
            Sort::Newest | Sort::Score => column,
            Sort::NextStep => VALUE_MAX - column,
        };
        (matched as u64) << VALUE_BITS | value
    }
}

/// The place of a lead in a list: after it the next page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    pub value: u64,
    pub id: u64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.value, self.id)
    }
}

impl FromStr for Cursor {
    type Err = ();

    /// The cursor that was shown as this text in a link.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (value, id) = text.split_once('-').ok_or(())?;
        Ok(Self { value: value.parse().map_err(drop)?, id: id.parse().map_err(drop)? })
    }
}

/// One page of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Sort value and number of each lead, best first.
    pub ids: Vec<(u64, u64)>,
    /// How many match, on this page and on all others.
    pub total: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// Whether the question was too broad to be read to its end, so that there may be more.
    pub cut_short: bool,
}

/// A page while it is being filled.
pub struct Page {
    after: Option<Cursor>,
    limit: usize,
    /// The last place of the page on top.
    best: BinaryHeap<Reverse<Cursor>>,
    total: usize,
    /// How many lie after the cursor, on this page and behind it.
    ahead: usize,
}

impl Page {
    /// An empty page that begins after a cursor.
    pub fn new(after: Option<Cursor>, limit: usize) -> Self {
        let limit = limit.min(PAGE_MAX);
        Self { after, limit, best: BinaryHeap::with_capacity(limit + 1), total: 0, ahead: 0 }
    }

    /// How many were offered so far.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Whether a lead of this value could still come on the page.
    pub fn may_take(&self, value: u64) -> bool {
        !self.is_full() || self.last().is_some_and(|last| value >= last.value)
    }

    /// Counts leads that come after this page.
    pub fn pass(&mut self, leads: usize) {
        self.total += leads;
        self.ahead += leads;
    }

    /// Takes a lead in, if it belongs on this page; its number is asked for only if it may.
    pub fn offer(&mut self, value: u64, id: impl FnOnce() -> u64) {
        if !self.may_take(value) {
            return self.pass(1);
        }
        self.total += 1;
        if self.after.is_none_or(|after| value <= after.value) {
            self.place(Cursor { value, id: id() });
        }
    }

    fn place(&mut self, place: Cursor) {
        if self.after.is_some_and(|after| place >= after) {
            return;
        }
        self.ahead += 1;
        self.best.push(Reverse(place));
        if self.best.len() > self.limit {
            self.best.pop();
        }
    }

    fn is_full(&self) -> bool {
        self.best.len() >= self.limit
    }

    fn last(&self) -> Option<Cursor> {
        self.best.peek().map(|Reverse(last)| *last)
    }

    /// The page as it is shown.
    pub fn finish(self, cut_short: bool) -> Found {
        let next = self.last().filter(|_| self.ahead > self.best.len());
        let best = self.best.into_sorted_vec();
        let ids = best.into_iter().map(|Reverse(place)| (place.value, place.id)).collect();
        Found { ids, total: self.total, next, cut_short }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(after: Option<Cursor>, limit: usize) -> Found {
        let mut page = Page::new(after, limit);
        for (value, id) in [(5, 1), (7, 2), (5, 3), (9, 4), (5, 5)] {
            page.offer(value, || id);
        }
        page.finish(false)
    }

    #[test]
    fn a_page_holds_the_best_and_says_where_the_next_begins() {
        let first = page(None, 3);
        assert_eq!(first.ids, [(9, 4), (7, 2), (5, 5)]);
        assert_eq!(first.next, Some(Cursor { value: 5, id: 5 }));
        let second = page(first.next, 3);
        assert_eq!(second.ids, [(5, 3), (5, 1)]);
        assert_eq!((second.next, second.total), (None, 5));
    }

    #[test]
    fn a_page_of_none_only_counts() {
        let found = page(None, 0);
        assert_eq!((found.ids.len(), found.total, found.next), (0, 5, None));
    }

    #[test]
    fn a_better_match_comes_before_a_higher_value() {
        let never = i64::MAX as u64;
        let next = |matched, at| Sort::NextStep.value(matched, at);
        assert!(next(Match::InWho, never) > next(Match::InText, 0));
        assert!(next(Match::InText, 10) > next(Match::InText, 11));
        assert!(Sort::Score.value(Match::Loosely, u64::MAX) < Sort::Score.value(Match::InText, 0));
    }

    #[test]
    fn a_cursor_reads_back_as_it_was_shown() {
        let cursor = Cursor { value: u64::MAX, id: 7 };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for text in ["", "7", "-", "a-b", "1-2-3"] {
            assert_eq!(text.parse::<Cursor>(), Err(()), "{text}");
        }
    }
}
