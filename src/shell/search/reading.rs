//! Reading the lists of leads that are filed under terms, and no more of them than is good.

use super::bits::Bits;
use tantivy::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;

/// How much one question may read, in leads filed under a term, over all segments.
const READS_MAX: u64 = 4_000_000;
/// What it costs to turn to one more term, in the same measure.
const READS_A_TERM: u64 = 16;

/// What is left to be read for one question.
///
/// One letter may stand for half the dictionary. When the allowance is used up, the rest is left
/// out and the answer says so.
pub struct Allowance(Option<u64>);

impl Allowance {
    /// As much as one question may read.
    pub fn full() -> Self {
        Self(Some(READS_MAX))
    }

    /// Whether something had to be left out.
    pub fn is_exceeded(&self) -> bool {
        self.0.is_none()
    }

    /// Whether a term may still be read; what it costs is taken off.
    pub fn allows(&mut self, term: &TermInfo) -> bool {
        let cost = u64::from(term.doc_freq) + READS_A_TERM;
        self.0 = self.0.and_then(|left| left.checked_sub(cost));
        self.0.is_some()
    }
}

/// Reads which leads are filed under one term after another.
pub struct Reading<'a> {
    index: &'a InvertedIndexReader,
    block: Option<BlockSegmentPostings>,
    found: &'a mut Bits,
}

impl<'a> Reading<'a> {
    pub fn new(index: &'a InvertedIndexReader, found: &'a mut Bits) -> Self {
        Self { index, block: None, found }
    }

    /// Adds the leads that are filed under this term.
    pub fn read(&mut self, term: &TermInfo) -> tantivy::Result<()> {
        let block = match &mut self.block {
            Some(block) => {
                self.index.reset_block_postings_from_terminfo(term, block)?;
                block
            }
            empty => {
                let basic = IndexRecordOption::Basic;
                empty.insert(self.index.read_block_postings_from_terminfo(term, basic)?)
            }
        };
        while !block.docs().is_empty() {
            block.docs().iter().for_each(|document| self.found.insert(*document));
            block.advance();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_that_was_exceeded_stays_so() {
        let term = |doc_freq| TermInfo { doc_freq, ..TermInfo::default() };
        let mut allowance = Allowance::full();
        assert!(allowance.allows(&term(3_999_000)));
        assert!(!allowance.allows(&term(1_000)) && allowance.is_exceeded());
        assert!(!allowance.allows(&term(1)));
    }
}
