//! One segment of the index: which of its leads match a word, a number or a filter.

use super::bits::Bits;
use super::fold;
use super::measure::Between;
use super::notes::{Column, Notes};
use super::page::{Match, Order, Page, Sort, Worth};
use super::query::{Ask, Wanted, Word};
use super::reading::{Allowance, Reading};
use super::schema::{CREATED, Fields, ID, NEXT_AT, SCORE, TOUCHED, VALUE, since_1970};
use std::ops::RangeInclusive;
use std::sync::Arc;
use tantivy::query::DfaWrapper;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, SegmentReader, Term};

/// Sort values that are read at a time.
const CHUNK: usize = 128;

/// The leads that match exactly, by where.
pub struct Exact {
    /// The lead whose number was typed.
    pub itself: Bits,
    pub in_who: Bits,
    pub in_text: Bits,
}

impl Exact {
    /// These leads by how well they matched, the best first; each stands in one of them.
    pub fn by_match(&self) -> [(Match, &Bits); 3] {
        [
            (Match::Itself, &self.itself),
            (Match::InWho, &self.in_who),
            (Match::InText, &self.in_text),
        ]
    }
}

/// One segment, asked one question.
pub struct Segment<'a> {
    reader: &'a SegmentReader,
    notes: &'a Notes,
    fields: &'a Fields,
    order: Order,
    /// What the leads are sorted by.
    values: Column,
    ids: Column,
}

impl<'a> Segment<'a> {
    pub fn open(
        (reader, notes): (&'a SegmentReader, &'a Notes),
        fields: &'a Fields,
        order: Order,
    ) -> tantivy::Result<Self> {
        let sorted_by = match order.sort {
            Sort::Newest => CREATED,
            Sort::NextStep => NEXT_AT,
            Sort::Score => SCORE,
            Sort::LastTouch => TOUCHED,
            Sort::Value => VALUE,
        };
        let values = notes.column(reader, sorted_by)?;
        let ids = notes.column(reader, ID)?;
        Ok(Self { reader, notes, fields, order, values, ids })
    }

    /// No lead in here has a higher sort value than this, if it matched so.
    pub fn best(&self, matched: Match) -> u64 {
        self.bounds(matched).1
    }

    /// The lowest and the highest sort value that a lead in here may have, if it matched so.
    fn bounds(&self, matched: Match) -> (u64, u64) {
        let of = |column| self.order.value(matched, column);
        let (one, other) = (of(self.values.min_value()), of(self.values.max_value()));
        match self.order.none().filter(|_| self.order.turned) {
            // What stands for none is an end of the column, and says nothing of the values next to it.
            Some(none) => (of(none), Order::highest(matched)),
            None => (one.min(other), one.max(other)),
        }
    }

    /// The leads filed under one term at least of every list that have not been refiled since.
    pub fn filed_under(&self, lists: &[Vec<Term>]) -> tantivy::Result<Bits> {
        let mut filed = self.notes.alive().clone();
        for list in lists {
            let mut any = self.none();
            for term in list {
                let read = || self.whole(term.field(), term.serialized_value_bytes());
                any.add(&*self.notes.filed_under(term, read)?);
            }
            filed.keep(&any);
        }
        Ok(filed)
    }

    /// Keeps of these leads those whose numbers lie within what is asked for.
    pub fn within(&self, leads: &mut Bits, ask: &Ask) -> tantivy::Result<()> {
        let before = |at: i64| 0..=since_1970(at.saturating_sub(1));
        let from = |at: i64| since_1970(at)..=u64::MAX;
        let ranges = [
            (SCORE, ask.score_from.map(|least| least..=u64::MAX)),
            (VALUE, ask.worth.clone()),
            (CREATED, ask.created_from.map(from)),
            (TOUCHED, ask.touched_before.map(before)),
            (TOUCHED, ask.touched_from.map(from)),
        ];
        for (column, range) in ranges {
            if let Some(range) = range {
                leads.keep(&self.in_range(column, range)?);
            }
        }
        Ok(())
    }

    /// Keeps of these leads those whose facts lie within their bounds.
    pub fn between(
        &self,
        leads: &mut Bits,
        bounds: &[Between],
        allowance: &mut Allowance,
    ) -> tantivy::Result<()> {
        for Between { first, last } in bounds {
            let index = self.index(self.fields.measures)?;
            let mut found = self.none();
            let mut reading = Reading::new(&index, &mut found);
            let mut terms =
                index.terms().range().ge(first).le(last).without_keys().into_stream()?;
            while terms.advance() && allowance.allows(terms.value()) {
                reading.read(terms.value())?;
            }
            leads.keep(&found);
        }
        Ok(())
    }

    /// All leads in here whose value in a column lies within a range: to compare a whole column is
    /// faster than to pick the values of many.
    fn in_range(&self, column: &'static str, range: RangeInclusive<u64>) -> tantivy::Result<Bits> {
        let column = self.notes.column(self.reader, column)?;
        // A range that ends below the least value is read as that of the least value alone.
        if *range.end() < column.min_value() {
            return Ok(self.none());
        }
        let mut within = Vec::new();
        column.get_row_ids_for_value_range(range, 0..self.reader.max_doc(), &mut within);
        let mut kept = self.none();
        within.into_iter().for_each(|lead| kept.insert(lead));
        Ok(kept)
    }

    /// The leads among these in which every word begins a word, or the number is part of one or their own.
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
        let mut itself = self.none();
        if let Some(term) = wanted.lead.map(|id| self.fields.lead(id)) {
            itself.add(&self.whole(term.field(), term.serialized_value_bytes())?);
            itself.keep(among);
            in_who.remove(&itself);
        }
        anywhere.remove(&itself);
        anywhere.remove(&in_who);
        Ok(Exact { itself, in_who, in_text: anywhere })
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
        let (lowest, highest) = self.bounds(matched);
        if !page.may_take_any(lowest, highest) {
            return page.pass(leads.len());
        }
        each_value(&self.values, leads, |lead, value| {
            page.offer(self.order.value(matched, value), || self.ids.get_val(lead));
        });
    }

    /// What these leads are worth together.
    pub fn worth(&self, leads: &Bits) -> tantivy::Result<Worth> {
        let column = self.notes.column(self.reader, VALUE)?;
        let mut worth = Worth::default();
        each_value(&column, leads, |_, value| {
            worth = worth + Worth { sum: value, leads: usize::from(value > 0) };
        });
        Ok(worth)
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

    fn none(&self) -> Bits {
        Bits::none(self.reader.max_doc())
    }
}

/// Tells the value of each of these leads in a column, read by the chunk.
fn each_value(column: &Column, leads: &Bits, mut told: impl FnMut(u32, u64)) {
    let mut leads = leads.iter();
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut values = [0; CHUNK];
    loop {
        chunk.clear();
        chunk.extend(leads.by_ref().take(CHUNK));
        if chunk.is_empty() {
            return;
        }
        column.get_vals(&chunk, &mut values[..chunk.len()]);
        chunk.iter().zip(values).for_each(|(lead, value)| told(*lead, value));
    }
}
