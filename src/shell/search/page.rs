//! The best leads of many, in an order that stays the same from page to page.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;
use std::ops::Add;
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
    /// The latest contact.
    LastTouch,
    /// The highest worth; what nobody has said comes last.
    Value,
}

/// What comes first, and whether it is turned round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    pub sort: Sort,
    pub turned: bool,
}

/// How well a lead matched what was typed; the better match always comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// With a letter wrong.
    Loosely,
    /// In what was written by or about it.
    InText,
    /// In its name, address, place or phone number. So do all, when nothing was typed.
    InWho,
    /// In the number it is known by itself.
    Itself,
}

impl Order {
    /// The value by which a lead is placed, the highest first. What has no value comes last in
    /// either order.
    pub fn value(self, matched: Match, column: u64) -> u64 {
        let column = column.min(VALUE_MAX);
        let rises = match self.sort {
            Sort::Newest | Sort::Score | Sort::LastTouch | Sort::Value => self.turned,
            Sort::NextStep => !self.turned,
        };
        let value = match rises {
            _ if self.none().is_some_and(|none| column == none.min(VALUE_MAX)) => 0,
            true => VALUE_MAX - column,
            false => column,
        };
        (matched as u64) << VALUE_BITS | value
    }

    /// What stands in the column of a lead that has no such value, where one may have none.
    pub fn none(self) -> Option<u64> {
        match self.sort {
            Sort::NextStep => Some(i64::MAX as u64),
            Sort::Value => Some(0),
            Sort::Newest | Sort::Score | Sort::LastTouch => None,
        }
    }

    /// No value is higher, of what matched so.
    pub fn highest(matched: Match) -> u64 {
        (matched as u64) << VALUE_BITS | VALUE_MAX
    }
}

/// The place of a lead in a list: after it the next page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    pub value: u64,
    pub id: u64,
}

impl Cursor {
    /// The same place where everything is turned round.
    fn turned(self) -> Cursor {
        Cursor { value: !self.value, id: !self.id }
    }
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

/// What the leads that were found are worth together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// In minor units.
    pub sum: u64,
    /// How many of them have a worth.
    pub leads: usize,
}

impl Add for Worth {
    type Output = Worth;

    fn add(self, other: Worth) -> Worth {
        Worth { sum: self.sum.saturating_add(other.sum), leads: self.leads + other.leads }
    }
}

/// One page of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Sort value and number of each lead, best first.
    pub ids: Vec<(u64, u64)>,
    /// How many match, on this page and on all others.
    pub total: usize,
    /// How many come before this page.
    pub before: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// Where the page before this one ends, if there is one.
    pub previous: Option<Cursor>,
    /// Of all that match, where it was asked for.
    pub worth: Worth,
    /// Whether the question was too broad to be read to its end, so that there may be more.
    pub cut_short: bool,
}

/// A page while it is being filled.
///
/// A page that lies before a place is filled like one that lies after it, with every place turned
/// round, and turned again when it is finished.
pub struct Page {
    after: Option<Cursor>,
    back: bool,
    limit: usize,
    /// The last place of the page on top.
    best: BinaryHeap<Reverse<Cursor>>,
    total: usize,
    /// How many lie after the cursor, on this page and behind it.
    ahead: usize,
}

impl Page {
    /// An empty page that begins after a cursor, or going back, ends before it.
    pub fn new(after: Option<Cursor>, back: bool, limit: usize) -> Self {
        let limit = limit.min(PAGE_MAX);
        let back = back && after.is_some();
        let after = if back { after.map(Cursor::turned) } else { after };
        Self { after, back, limit, best: BinaryHeap::with_capacity(limit + 1), total: 0, ahead: 0 }
    }

    /// How many were offered so far.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Whether a lead with a value between these could still come on the page.
    pub fn may_take_any(&self, lowest: u64, highest: u64) -> bool {
        self.may_take(if self.back { !lowest } else { highest })
    }

    fn may_take(&self, value: u64) -> bool {
        !self.is_full() || self.last().is_some_and(|last| value >= last.value)
    }

    /// Counts leads that come after this page.
    pub fn pass(&mut self, leads: usize) {
        self.total += leads;
        self.ahead += leads;
    }

    /// Takes a lead in, if it belongs on this page; its number is asked for only if it may.
    pub fn offer(&mut self, value: u64, id: impl FnOnce() -> u64) {
        let value = if self.back { !value } else { value };
        if !self.may_take(value) {
            return self.pass(1);
        }
        self.total += 1;
        if self.after.is_none_or(|after| value <= after.value) {
            let id = id();
            self.place(Cursor { value, id: if self.back { !id } else { id } });
        }
    }

    fn place(&mut self, place: Cursor) {
        if self.after.is_some_and(|after| place >= after) {
            return;
        }
        self.ahead += 1;
        // Of an import all are as new as each other: most that come this far are of no use.
        if self.is_full() && self.last().is_none_or(|last| place <= last) {
            return;
        }
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
        let (total, shown, back) = (self.total, self.best.len(), self.back);
        let (beyond, behind) = (self.ahead - shown, total - self.ahead);
        let places = self.best.into_sorted_vec().into_iter().map(|Reverse(place)| place);
        let mut places: Vec<Cursor> =
            places.map(|place| if back { place.turned() } else { place }).collect();
        if back {
            places.reverse();
        }
        let (before, later) = if back { (beyond, behind) } else { (behind, beyond) };
        Found {
            next: places.last().copied().filter(|_| later > 0),
            previous: places.first().copied().filter(|_| before > 0),
            ids: places.into_iter().map(|place| (place.value, place.id)).collect(),
            total,
            before,
            worth: Worth::default(),
            cut_short,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(after: Option<Cursor>, limit: usize) -> Found {
        filled(Page::new(after, false, limit))
    }

    fn filled(mut page: Page) -> Found {
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
        let order = |sort, turned| Order { sort, turned };
        let next = |matched, at| order(Sort::NextStep, false).value(matched, at);
        assert!(next(Match::InWho, never) > next(Match::InText, 0));
        assert!(next(Match::InText, 10) > next(Match::InText, 11));
        let score = |matched, score| order(Sort::Score, false).value(matched, score);
        assert!(score(Match::Loosely, u64::MAX) < score(Match::InText, 0));
    }

    #[test]
    fn what_has_no_value_comes_last_in_either_order() {
        for turned in [false, true] {
            let next = Order { sort: Sort::NextStep, turned };
            assert!(next.value(Match::InWho, i64::MAX as u64) < next.value(Match::InWho, 7));
            let worth = Order { sort: Sort::Value, turned };
            assert!(worth.value(Match::InWho, 0) < worth.value(Match::InWho, 7));
        }
    }

    #[test]
    fn the_page_before_ends_where_the_one_after_it_begins() {
        let second = page(Some(Cursor { value: 7, id: 2 }), 2);
        assert_eq!((second.ids.clone(), second.before), (vec![(5, 5), (5, 3)], 2));
        let place = second.previous;
        assert_eq!(place, Some(Cursor { value: 5, id: 5 }));
        let first = filled(Page::new(place, true, 2));
        assert_eq!(first.ids, [(9, 4), (7, 2)]);
        assert_eq!((first.before, first.previous), (0, None));
        assert_eq!(first.next, Some(Cursor { value: 7, id: 2 }));
        let middle = filled(Page::new(Some(Cursor { value: 5, id: 1 }), true, 2));
        assert_eq!((middle.ids, middle.before), (vec![(5, 5), (5, 3)], 2));
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
