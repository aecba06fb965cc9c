//! Taking every lead from somebody who reads them all anyway, in place of reading the journal again.

use crate::shell::search::Paper;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Papers that are fed and that the index has not yet taken.
const FED_MAX: usize = 1_000;

/// What a [`Feed`] hands over.
pub(super) enum Fed {
    Lead(Box<Paper>),
    /// That was all, as of this entry.
    UpTo(u64),
}

/// Hands every lead of the house to the follower, for whoever reads them all anyway.
///
/// What is found stays as it was until all have come. Dropped before [`Feed::end`], it leaves it so.
#[derive(Clone)]
pub struct Feed(SyncSender<Fed>);

impl Feed {
    /// Hands over a lead. Waits while the index has no hands free; an index that has failed takes no
    /// more, and says so at the end.
    pub fn put(&self, paper: Paper) {
        let _ = self.0.send(Fed::Lead(Box::new(paper)));
    }

    /// Says that these were all leads as of an entry. False if the index could not take them.
    pub fn end(self, up_to: u64) -> bool {
        self.0.send(Fed::UpTo(up_to)).is_ok()
    }
}

/// A feed, and where what it hands over comes out.
pub(super) fn feed() -> (Feed, Receiver<Fed>) {
    let (into, fed) = sync_channel(FED_MAX);
    (Feed(into), fed)
}
