//! The last news, and no more than fit: what a browser that comes back has missed.

use crate::lead::{Seq, TeammateId};
use axum::response::sse::Event;
use serde::Serialize;
use std::collections::VecDeque;

/// News that are kept.
const KEPT: usize = 1_024;

/// News in one message; with more than this the whole page is as quickly loaded.
const TOLD_MAX: usize = 100;

/// One thing that was written.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct News {
    pub seq: Seq,
    /// The lead it is about; none for the house itself.
    pub lead: Option<u64>,
    pub kind: String,
    pub owner: Option<TeammateId>,
}

/// What was written since an entry.
#[derive(Debug, PartialEq)]
pub enum Since {
    Nothing,
    News(Vec<News>),
    /// It was too long ago, or never: the page must be loaded anew.
    TooLong(Seq),
}

/// The newest news, oldest first.
pub struct Ring {
    /// The entry before the oldest that is kept.
    before: Seq,
    news: VecDeque<News>,
}

impl Ring {
    /// An empty ring that begins after an entry.
    pub fn from(seq: Seq) -> Ring {
        Ring { before: seq, news: VecDeque::with_capacity(KEPT) }
    }

    /// Adds the newest.
    pub fn push(&mut self, news: News) {
        if self.news.len() == KEPT
            && let Some(oldest) = self.news.pop_front()
        {
            self.before = oldest.seq;
        }
        self.news.push_back(news);
    }

    /// What was written since an entry.
    pub fn since(&self, after: Seq) -> Since {
        let last = self.news.back().map_or(self.before, |news| news.seq);
        if after < self.before || after > last {
            return Since::TooLong(last);
        }
        let missed = self.news.iter().rev().take_while(|news| news.seq > after).count();
        match missed {
            0 => Since::Nothing,
            1..=TOLD_MAX => {
                Since::News(self.news.range(self.news.len() - missed..).cloned().collect())
            }
            _ => Since::TooLong(last),
        }
    }
}

impl Since {
    /// The message that tells it, and up to which entry it tells.
    pub fn event(self, after: Seq) -> Option<(Seq, Event)> {
        let (seq, name, text) = match self {
            Since::Nothing => return None,
            Since::TooLong(seq) if seq == after => return None,
            Since::TooLong(seq) => (seq, "reload", String::new()),
            Since::News(news) => {
                let seq = news.last().map_or(after, |news| news.seq);
                (seq, "news", serde_json::to_string(&news).unwrap_or_default())
            }
        };
        Some((seq, Event::default().id(seq.to_string()).event(name).data(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(from: Seq, to: Seq) -> Ring {
        let mut ring = Ring::from(from);
        for seq in from + 1..=to {
            ring.push(News { seq, lead: Some(1), kind: "noted".into(), owner: None });
        }
        ring
    }

    fn missed(since: Since) -> Vec<Seq> {
        match since {
            Since::News(news) => news.into_iter().map(|news| news.seq).collect(),
            Since::Nothing | Since::TooLong(_) => Vec::new(),
        }
    }

    #[test]
    fn who_comes_back_is_told_what_they_missed_and_no_more() {
        assert_eq!(missed(ring(10, 15).since(12)), [13, 14, 15]);
        assert_eq!(ring(10, 15).since(15), Since::Nothing);
        assert_eq!(ring(10, 10).since(10), Since::Nothing);
    }

    #[test]
    fn who_was_away_too_long_loads_the_page_anew() {
        assert_eq!(ring(10, 15).since(9), Since::TooLong(15));
        assert_eq!(ring(0, 5_000).since(3_000), Since::TooLong(5_000));
        assert_eq!(ring(0, 5_000).since(4_000), Since::TooLong(5_000));
        assert_eq!(missed(ring(0, 5_000).since(4_999)), [5_000]);
    }

    #[test]
    fn who_knows_of_more_than_was_written_has_seen_another_house() {
        assert_eq!(ring(10, 15).since(99), Since::TooLong(15));
    }
}
