//! A question about many leads, and its answer: which, in what order, and how many.
//!
//! Every word must match. What is typed is the beginning of a word; a letter may be wrong only
//! where spelling it right has found too few.

use super::SearchFault;
use super::fold;
use super::measure::Between;
use super::notes::{Notebook, Notes};
use super::page::{Cursor, Found, Match, Order, Page, Sort, Worth};
use super::reading::Allowance;
use super::schema::{FLAGS_MAX, Fields};
use super::segment::Segment;
use std::cmp::Reverse;
use std::ops::RangeInclusive;
use std::sync::Arc;
use tantivy::query::{DfaWrapper, FuzzyTermQuery};
use tantivy::schema::Field;
use tantivy::{IndexReader, Searcher, Term};

/// Signs of a question that are read.
const SIGNS_MAX: usize = 100;
/// Words of a question that are looked for.
const WORDS_MAX: usize = 8;
/// Letters from which a word may hold a mistake.
const LETTERS_MISTYPED: usize = 4;
/// Values of one list that are looked for.
const VALUES_MAX: usize = 50;
/// With fewer than this found, mistakes are allowed for.
const FEW: usize = 10;

/// What somebody looks for. Empty text, an empty list and `None` narrow nothing; of a list, any one
/// is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// As typed; the first 100 signs and 8 words of it count.
    pub text: String,
    /// Ids of owners; an empty one stands for leads without an owner.
    pub owner: Vec<String>,
    pub tier: Vec<u64>,
    pub stage: Vec<String>,
    pub source: Vec<String>,
    pub fate: Vec<String>,
    /// Keys of tags.
    pub tags: Vec<String>,
    /// Facts as [`super::fact`] writes them, a list for each that is asked about.
    pub facts: Vec<Vec<String>>,
    /// Every one of these facts lies within its bounds.
    pub between: Vec<Between>,
    /// All of them must stand on the lead.
    pub flags: Vec<String>,
    pub score_from: Option<u64>,
    /// In minor units.
    pub worth: Option<RangeInclusive<u64>>,
    /// Captured at this moment or later, in milliseconds since 1970.
    pub created_from: Option<i64>,
    /// Last touched before this moment, in milliseconds since 1970.
    pub touched_before: Option<i64>,
    /// Last touched at this moment or later, in milliseconds since 1970.
    pub touched_from: Option<i64>,
    pub sort: Sort,
    /// Whether the order is turned round.
    pub turned: bool,
    /// Where the page before this one ended, or, going back, where the page after it begins.
    pub after: Option<Cursor>,
    /// Whether the page lies before that place, and not after it.
    pub back: bool,
    /// Leads on the page, at most 200; none only counts.
    pub limit: usize,
    /// Whether it is to be said what all that match are worth.
    pub summed: bool,
}

impl Default for Ask {
    fn default() -> Self {
        Self {
            text: String::new(),
            owner: Vec::new(),
            tier: Vec::new(),
            stage: Vec::new(),
            source: Vec::new(),
            fate: Vec::new(),
            tags: Vec::new(),
            facts: Vec::new(),
            between: Vec::new(),
            flags: Vec::new(),
            score_from: None,
            worth: None,
            created_from: None,
            touched_before: None,
            touched_from: None,
            sort: Sort::default(),
            turned: false,
            after: None,
            back: false,
            limit: 50,
            summed: false,
        }
    }
}

/// The text of a question, taken apart.
pub struct Wanted {
    /// The longest first: it narrows most, and what is cut short is the least telling.
    pub words: Vec<Word>,
    /// The phone number, if the text is one.
    pub number: Option<String>,
    /// The number of a lead, if the text is one.
    pub lead: Option<u64>,
}

/// One word of a question.
pub struct Word {
    pub letters: String,
    /// Whether it may still be unfinished.
    pub is_last: bool,
    /// What accepts every beginning that is one letter off; short words and numbers have none.
    pub mistyped: Option<DfaWrapper>,
}

impl Word {
    fn new(letters: String, fields: &Fields) -> tantivy::Result<Self> {
        let word = Self { letters, is_last: false, mistyped: None };
        let may_be_mistyped = word.letters.len() >= LETTERS_MISTYPED && !word.is_number();
        let typo = may_be_mistyped.then(|| {
            let term = Term::from_field_text(fields.who, &word.letters);
            FuzzyTermQuery::new_prefix(term, 1, true).automaton()
        });
        Ok(Self { mistyped: typo.transpose()?, ..word })
    }

    /// Whether it may be a piece of a phone number.
    pub fn is_number(&self) -> bool {
        self.letters.len() >= fold::DIGITS_MIN
            && self.letters.bytes().all(|letter| letter.is_ascii_digit())
    }
}

impl Wanted {
    fn read(text: &str, fields: &Fields) -> tantivy::Result<Self> {
        let text: String = text.chars().take(SIGNS_MAX).collect();
        let mut words = fold::words(&text)
            .take(WORDS_MAX)
            .map(|letters| Word::new(letters, fields))
            .collect::<tantivy::Result<Vec<_>>>()?;
        if let Some(last) = words.last_mut() {
            last.is_last = true;
        }
        words.sort_by_key(|word| Reverse(word.letters.len()));
        Ok(Self { words, number: fold::number(&text), lead: fold::lead(&text) })
    }

    fn may_be_mistyped(&self) -> bool {
        self.words.iter().any(|word| word.mistyped.is_some())
    }
}

/// Answers questions as of the last commit. Cheap to clone, and never waits for the writer.
#[derive(Clone)]
pub struct Finder {
    reader: IndexReader,
    fields: Fields,
    notes: Arc<Notebook>,
}

impl Finder {
    pub(super) fn new(reader: IndexReader, fields: Fields) -> Self {
        Self { reader, fields, notes: Arc::default() }
    }

    /// The leads asked for, one page of them.
    ///
    /// # Errors
    /// Only if the index cannot be read.
    pub fn find(&self, ask: &Ask) -> Result<Found, SearchFault> {
        self.sitting().find(ask)
    }

    /// Lets go of what was read of segments that the last commit has left behind.
    pub(super) fn let_go(&self) {
        self.notes.let_go(&self.reader.searcher());
    }

    /// A sitting, for several questions about the same moment.
    pub fn sitting(&self) -> Sitting<'_> {
        let searcher = self.reader.searcher();
        let notes = self.notes.of(&searcher);
        Sitting { fields: &self.fields, searcher, notes }
    }
}

/// Several questions, all answered as of one commit.
pub struct Sitting<'a> {
    fields: &'a Fields,
    searcher: Searcher,
    notes: Vec<Arc<Notes>>,
}

impl Sitting<'_> {
    /// What is known of each segment.
    #[cfg(test)]
    pub fn notes(&self) -> &[Arc<Notes>] {
        &self.notes
    }

    /// The leads asked for, one page of them.
    ///
    /// # Errors
    /// Only if the index cannot be read.
    pub fn find(&self, ask: &Ask) -> Result<Found, SearchFault> {
        self.answer(ask).map_err(SearchFault::while_doing("searching"))
    }

    fn answer(&self, ask: &Ask) -> tantivy::Result<Found> {
        let wanted = Wanted::read(&ask.text, self.fields)?;
        let filters = self.filters(ask);
        let mut allowance = Allowance::full();
        let mut page = Page::new(ask.after, ask.back, ask.limit);
        let mut worth = Worth::default();
        let mut missed = Vec::new();
        for segment in self.segments(Order { sort: ask.sort, turned: ask.turned })? {
            let mut left = segment.filed_under(&filters)?;
            segment.within(&mut left, ask)?;
            segment.between(
                &mut left,
                &ask.between[..ask.between.len().min(VALUES_MAX)],
                &mut allowance,
            )?;
            let exact = segment.exact(&wanted, &left, &mut allowance)?;
            for (matched, leads) in exact.by_match() {
                segment.offer(&mut page, matched, leads);
                if ask.summed {
                    worth = worth + segment.worth(leads)?;
                }
                left.remove(leads);
            }
            missed.push((segment, left));
        }
        if page.total() < FEW && wanted.may_be_mistyped() {
            for (segment, left) in &missed {
                let loose = segment.loose(&wanted, left, &mut allowance)?;
                segment.offer(&mut page, Match::Loosely, &loose);
                if ask.summed {
                    worth = worth + segment.worth(&loose)?;
                }
            }
        }
        Ok(Found { worth, ..page.finish(allowance.is_exceeded()) })
    }

    /// The segments, those that hold the best leads first, so that the others are only counted.
    fn segments(&self, order: Order) -> tantivy::Result<Vec<Segment<'_>>> {
        let readers = self.searcher.segment_readers().iter().zip(&self.notes);
        let mut segments = readers
            .map(|(reader, notes)| Segment::open((reader, notes.as_ref()), self.fields, order))
            .collect::<tantivy::Result<Vec<_>>>()?;
        segments.sort_by_key(|segment| Reverse(segment.best(Match::InWho)));
        Ok(segments)
    }

    /// What a lead must be filed under: one term at least of every list.
    fn filters(&self, ask: &Ask) -> Vec<Vec<Term>> {
        let fields = self.fields;
        let text = |field: Field, value: &String| Term::from_field_text(field, value);
        let any = |field: Field, values: &[String]| -> Vec<Term> {
            values.iter().take(VALUES_MAX).map(|value| text(field, value)).collect()
        };
        let tiers = ask.tier.iter().map(|tier| Term::from_field_u64(fields.tier, *tier));
        let flags = ask.flags.iter().take(FLAGS_MAX).map(|flag| vec![text(fields.flags, flag)]);
        let lists = [
            any(fields.owner, &ask.owner),
            any(fields.stage, &ask.stage),
            any(fields.source, &ask.source),
            any(fields.fate, &ask.fate),
            any(fields.tags, &ask.tags),
            tiers.take(VALUES_MAX).collect(),
        ];
        let facts = ask.facts.iter().take(VALUES_MAX).map(|values| any(fields.facts, values));
        lists.into_iter().chain(facts).filter(|list| !list.is_empty()).chain(flags).collect()
    }
}
