//! One segment of the index: which of its leads match a word, a number or a filter.

use super::bits::Bits;
use super::fold;
use super::page::{Match, Page, Sort};
use super::query::{Wanted, Word};
use super::schema::{CREATED, Fields, ID, NEXT_AT, SCORE};
use std::sync::Arc;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::query::DfaWrapper;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader, Term};

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

    fn allows(&mut self, term: &TermInfo) -> bool {
        let cost = u64::from(term.doc_freq) + READS_A_TERM;
        self.0 = self.0.and_then(|left| left.checked_sub(cost));
        self.0.is_some()
    }
}

/// One segment, asked one question.
pub struct Segment<'a> {
    reader: &'a SegmentReader,
    fields: &'a Fields,
}

/// The leads that match exactly, by where.
pub struct Exact {
    pub in_who: Bits,
    pub in_text: Bits,
}

impl<'a> Segment<'a> {
    pub fn new(reader: &'a SegmentReader, fields: &'a Fields) -> Self {
        Self { reader, fields }
    }

    /// The leads filed under all of these terms that have not been refiled since.
    pub fn filed_under(&self, terms: &[Term]) -> tantivy::Result<Bits> {
        let mut filed = self.alive();
        for term in terms {
            let index = self.index(term.field())?;
            let mut under = self.none();
            if let Some(info) = index.get_term_info(term)? {
                Reading::new(&index, &mut under).read(&info)?;
            }
            filed.keep(&under);
        }
        Ok(filed)
    }

    /// The leads among these in which every word begins a word, or the number is part of one.
    pub fn exact(
        &self,
        wanted: &Wanted,
        among: &Bits,
        allowance: &mut Allowance,
    ) -> tantivy::Result<Exact> {
        let mut in_who = among.clone();
        let mut anywhere = among.clone();
        for word in &wanted.words {
            let who = self.in_who(word, allowance)?;
            in_who.keep(&who);
            let mut either = self.in_text(word, allowance)?;
            either.add(&who);
            anywhere.keep(&either);
        }
        if let Some(number) = &wanted.number {
            let mut dialled = self.none();
            self.dialled(number, &mut dialled, allowance)?;
            dialled.keep(among);
            in_who.add(&dialled);
        }
        anywhere.remove(&in_who);
        Ok(Exact { in_who, in_text: anywhere })
    }

    /// The leads among these in which every word begins a word, give or take one letter.
    pub fn loose(
        &self,
        wanted: &Wanted,
        among: &Bits,
        allowance: &mut Allowance,
    ) -> tantivy::Result<Bits> {
        let mut loose = among.clone();
        for word in &wanted.words {
            let mut either = self.in_who(word, allowance)?;
            either.add(&self.in_text(word, allowance)?);
            if let Some(typo) = &word.mistyped {
                self.mistyped(typo, &mut either, allowance)?;
            }
            loose.keep(&either);
        }
        Ok(loose)
    }

    /// Offers leads to the page.
    pub fn offer(
        &self,
        page: &mut Page,
        sort: Sort,
        matched: Match,
        leads: &Bits,
    ) -> tantivy::Result<()> {
        if leads.is_empty() {
            return Ok(());
        }
        let column = match sort {
            Sort::Newest => CREATED,
            Sort::NextStep => NEXT_AT,
            Sort::Score => SCORE,
        };
        let columns = self.reader.fast_fields();
        let values = columns.column_first_or_default::<u64>(column)?;
        let ids = columns.column_first_or_default::<u64>(ID)?;
        for lead in leads.iter() {
            page.offer(sort.value(matched, values.get_val(lead)), || ids.get_val(lead));
        }
        Ok(())
    }

    fn in_who(&self, word: &Word, allowance: &mut Allowance) -> tantivy::Result<Bits> {
        let mut found = self.none();
        self.beginning(self.fields.who, &word.letters, &mut found, allowance)?;
        if word.is_number() {
            self.dialled(&word.letters, &mut found, allowance)?;
        }
        Ok(found)
    }

    fn in_text(&self, word: &Word, allowance: &mut Allowance) -> tantivy::Result<Bits> {
        let mut found = self.none();
        if word.is_last {
            self.beginning(self.fields.text, &word.letters, &mut found, allowance)?;
        } else {
            let index = self.index(self.fields.text)?;
            let term = index.terms().get(&word.letters)?;
            if let Some(info) = term.filter(|info| allowance.allows(info)) {
                Reading::new(&index, &mut found).read(&info)?;
            }
        }
        Ok(found)
    }

    /// Adds the leads one of whose phone numbers holds these digits.
    fn dialled(
        &self,
        number: &str,
        found: &mut Bits,
        allowance: &mut Allowance,
    ) -> tantivy::Result<()> {
        fold::as_dialled(number)
            .try_for_each(|piece| self.beginning(self.fields.phones, piece, found, allowance))
    }

    /// Adds the leads filed in a field under a term with this beginning.
    fn beginning(
        &self,
        field: Field,
        beginning: &str,
        found: &mut Bits,
        allowance: &mut Allowance,
    ) -> tantivy::Result<()> {
        let index = self.index(field)?;
        let mut reading = Reading::new(&index, found);
        // Folded words are ASCII letters and digits, all of which sort before a tilde.
        let end = format!("{beginning}~");
        let mut terms =
            index.terms().range().ge(beginning).lt(&end).without_keys().into_stream()?;
        while terms.advance() && allowance.allows(terms.value()) {
            reading.read(terms.value())?;
        }
        Ok(())
    }

    /// Adds the leads filed under a term that the automaton accepts.
    fn mistyped(
        &self,
        typo: &DfaWrapper,
        found: &mut Bits,
        allowance: &mut Allowance,
    ) -> tantivy::Result<()> {
        let index = self.index(self.fields.who)?;
        let mut reading = Reading::new(&index, found);
        let mut terms = index.terms().search(typo).without_keys().into_stream()?;
        while terms.advance() && allowance.allows(terms.value()) {
            reading.read(terms.value())?;
        }
        Ok(())
    }

    fn index(&self, field: Field) -> tantivy::Result<Arc<InvertedIndexReader>> {
        self.reader.inverted_index(field)
    }

    fn alive(&self) -> Bits {
        match self.reader.alive_bitset() {
            None => Bits::all(self.reader.max_doc()),
            Some(alive) => {
                let mut bits = self.none();
                alive.iter_alive().for_each(|document| bits.insert(document));
                bits
            }
        }
    }

    fn none(&self) -> Bits {
        Bits::none(self.reader.max_doc())
    }
}

/// Reads which leads are filed under one term after another.
struct Reading<'a> {
    index: &'a InvertedIndexReader,
    block: Option<BlockSegmentPostings>,
    found: &'a mut Bits,
}

impl<'a> Reading<'a> {
    fn new(index: &'a InvertedIndexReader, found: &'a mut Bits) -> Self {
        Self { index, block: None, found }
    }

    fn read(&mut self, term: &TermInfo) -> tantivy::Result<()> {
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
