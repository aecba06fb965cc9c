//! When segments of the index are written anew as one.
//!
//! A lead is refiled with everything that happens to it, so a house that works has more dead
//! documents than living ones. tantivy's own policy counts segments, and would let a large one
//! grow hollow for a long time.

use tantivy::SegmentMeta;
use tantivy::indexer::{LogMergePolicy, MergeCandidate, MergePolicy};

/// Segments of one size that are worth merging into a larger one.
const SEGMENTS: usize = 6;
/// Documents from which a segment counts as large; smaller ones are merged soon in any case.
const LARGE: u32 = 10_000;

/// Merges segments of a size, and writes a large one anew by itself when half of it is dead.
#[derive(Debug)]
pub struct Tidy(LogMergePolicy);

impl Tidy {
    pub fn new() -> Self {
        let mut by_size = LogMergePolicy::default();
        by_size.set_min_num_segments(SEGMENTS);
        Self(by_size)
    }
}

impl MergePolicy for Tidy {
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        let (hollow, sound): (Vec<_>, Vec<_>) = segments.iter().cloned().partition(is_hollow);
        let alone = hollow.iter().map(|segment| MergeCandidate(vec![segment.id()]));
        alone.chain(self.0.compute_merge_candidates(&sound)).collect()
    }
}

fn is_hollow(segment: &SegmentMeta) -> bool {
    segment.max_doc() >= LARGE && segment.num_deleted_docs() > segment.max_doc() / 2
}
