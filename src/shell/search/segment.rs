//! One segment of the index: which of its leads match a word, a number or a filter.

use super::bits::Bits;
use super::fold;
use super::page::{Match, Page, Sort};
use super::query::{Wanted, Word};
use super::reading::{Allowance, Reading};
use super::schema::{CREATED, Fields, ID, NEXT_AT, SCORE};
use std::sync::Arc;
use tantivy::columnar::ColumnValues;
use tantivy::query::DfaWrapper;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, SegmentReader, Term};

/// Sort values that are read at a time.
const CHUNK: usize = 128;

/// The leads that match exactly, by where.
pub struct Exact {
    pub in_who: Bits,
    pub in_text: Bits,
}

/// One segment, asked one question.
pub struct Segment<'a> {
    reader: &'a SegmentReader,
    fields: &'a Fields,
    sort: Sort,
    /// What the leads are sorted by.
    values: Column,
    ids: Column,
}

type Column = Arc<dyn ColumnValues<u64>>;

impl<'a> Segment<'a> {
    pub fn open(
        reader: &'a SegmentReader,
        fields: &'a Fields,
        sort: Sort,
    ) -> tantivy::Result<Self> {
        let columns = reader.fast_fields();
        let values = columns.column_first_or_default(match sort {
            Sort::Newest => CREATED,
            Sort::NextStep => NEXT_AT,
            Sort::Score => SCORE,
        })?;
        Ok(Self { reader, fields, sort, values, ids: columns.column_first_or_default(ID)? })
    }

    /// No lead in here has a higher sort value than this, if it matched so.
    pub fn best(&self, matched: Match) -> u64 {
        let of = |column| self.sort.value(matched, column);
        of(self.values.min_value()).max(of(self.values.max_value()))
    }

    /// The leads filed under all of these terms that have not been refiled since.
    pub fn filed_under(&self, terms: &[Term]) -> tantivy::Result<Bits> {
        let mut filed = self.alive();
        for term in terms {
            filed.keep(&self.whole(term.field(), term.serialized_value_bytes())?);
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
            let mut dialled = self.dialled(number)?;
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

    /// Offers leads to the page, the last filed first, as they are the likeliest to be new.
    pub fn offer(&self, page: &mut Page, matched: Match, leads: &Bits) {
        if !page.may_take(self.best(matched)) {
            return page.pass(leads.len());
        }
        let mut leads = leads.iter();
        let mut chunk = Vec::with_capacity(CHUNK);
        let mut values = [0; CHUNK];
        loop {
            chunk.clear();
            chunk.extend(leads.by_ref().take(CHUNK));
            if chunk.is_empty() {
                return;
            }
            self.values.get_vals(&chunk, &mut values[..chunk.len()]);
            for (lead, value) in chunk.iter().zip(values) {
                page.offer(self.sort.value(matched, value), || self.ids.get_val(*lead));
            }
        }
    }

    fn in_who(&self, word: &Word, allowance: &mut Allowance) -> tantivy::Result<Bits> {
        let mut found = self.none();
        self.beginning(self.fields.who, &word.letters, &mut found, allowance)?;
        if word.is_number() {
            found.add(&self.dialled(&word.letters)?);
        }
        Ok(found)
    }

    fn in_text(&self, word: &Word, allowance: &mut Allowance) -> tantivy::Result<Bits> {
        if !word.is_last {
            return self.whole(self.fields.text, word.letters.as_bytes());
        }
        let mut found = self.none();
        self.beginning(self.fields.text, &word.letters, &mut found, allowance)?;
        Ok(found)
    }

    /// The leads one of whose phone numbers holds these digits.
    fn dialled(&self, number: &str) -> tantivy::Result<Bits> {
        let mut found = self.none();
        for digits in fold::as_dialled(number) {
            let mut holds = Bits::all(self.reader.max_doc());
            for piece in fold::sought_pieces(digits) {
                holds.keep(&self.whole(self.fields.phones, piece.as_bytes())?);
            }
            found.add(&holds);
        }
        Ok(found)
    }

    /// The leads filed in a field under exactly this term.
    fn whole(&self, field: Field, term: &[u8]) -> tantivy::Result<Bits> {
        let index = self.index(field)?;
        let mut found = self.none();
        if let Some(info) = index.terms().get(term)? {
            Reading::new(&index, &mut found).read(&info)?;
        }
        Ok(found)
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
