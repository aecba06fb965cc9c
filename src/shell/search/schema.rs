//! One lead as the index sees it, and where each part of it is filed.
//!
//! Nothing is stored but the number of the lead: pages are filled from the store.

use super::fold;
use crate::lead::TAGS_MAX;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{TantivyDocument, Term};

/// Words of a lead's name, company, address and place that are kept.
const WHO_WORDS_MAX: usize = 100;
/// Words of a lead's message, notes and touches that are kept.
const TEXT_WORDS_MAX: usize = 2_000;
/// Phone numbers of a lead that are kept.
const PHONES_MAX: usize = 5;
/// Flags of a lead that are kept, or asked for.
pub const FLAGS_MAX: usize = 20;
/// Facts of a lead that are kept, and of one its signs.
const FACTS_MAX: usize = 200;
const FACT_SIGNS_MAX: usize = 100;

/// One lead, as much of it as can be searched, filtered or sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub id: u64,
    /// Name, company, e-mail, phone, city and postcode, apart by spaces.
    pub who: String,
    /// Each phone number as its digits, country code first, apart by spaces.
    pub phones: String,
    /// Message, notes and touches.
    pub text: String,
    /// Id of the owner; empty for none.
    pub owner: String,
    pub stage: String,
    pub tier: u64,
    pub score: u64,
    pub source: String,
    /// `open`, `won`, `lost` or `disqualified`.
    pub fate: String,
    /// Milliseconds since 1970.
    pub created: i64,
    /// When something is next due, in milliseconds since 1970; [`i64::MAX`] for never.
    pub next_at: i64,
    /// When there was contact last, either way, in milliseconds since 1970; where there was none
    /// yet, when they came.
    pub touched: i64,
    /// Its worth in minor units; 0 where nobody has said.
    pub value: u64,
    /// Keys of the tags on it.
    pub tags: Vec<String>,
    /// Facts beside the profile, each as [`fact`] writes it.
    pub facts: Vec<String>,
    /// Facts that are a number or a day, as the search files them.
    pub measures: Vec<String>,
    /// Whatever else a list can be narrowed to, such as `incomplete`.
    pub flags: Vec<String>,
}

/// Names of the columns that are read by name.
pub const ID: &str = "id";
pub const CREATED: &str = "created";
pub const NEXT_AT: &str = "next_at";
pub const SCORE: &str = "score";
pub const TOUCHED: &str = "touched";
pub const VALUE: &str = "value";

/// The schema, each field by its handle.
#[derive(Clone, Debug)]
pub struct Fields {
    pub schema: Schema,
    pub id: Field,
    pub who: Field,
    pub phones: Field,
    pub text: Field,
    pub owner: Field,
    pub stage: Field,
    pub tier: Field,
    pub source: Field,
    pub fate: Field,
    pub flags: Field,
    pub tags: Field,
    pub facts: Field,
    pub measures: Field,
    created: Field,
    next_at: Field,
    score: Field,
    touched: Field,
    value: Field,
}

impl Fields {
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        Self {
            id: schema.add_u64_field(ID, INDEXED | FAST),
            who: schema.add_text_field("who", folded_words()),
            phones: schema.add_text_field("phones", STRING),
            text: schema.add_text_field("text", folded_words()),
            owner: schema.add_text_field("owner", STRING),
            stage: schema.add_text_field("stage", STRING),
            tier: schema.add_u64_field("tier", INDEXED),
            source: schema.add_text_field("source", STRING),
            fate: schema.add_text_field("fate", STRING),
            flags: schema.add_text_field("flags", STRING),
            tags: schema.add_text_field("tags", STRING),
            facts: schema.add_text_field("facts", STRING),
            measures: schema.add_text_field("measures", STRING),
            created: schema.add_u64_field(CREATED, FAST),
            next_at: schema.add_u64_field(NEXT_AT, FAST),
            score: schema.add_u64_field(SCORE, FAST),
            touched: schema.add_u64_field(TOUCHED, FAST),
            value: schema.add_u64_field(VALUE, FAST),
            schema: schema.build(),
        }
    }

    /// The term under which the document of a lead is found.
    pub fn lead(&self, id: u64) -> Term {
        Term::from_field_u64(self.id, id)
    }

    /// A lead as the document that is indexed.
    pub fn document(&self, paper: &Paper) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_u64(self.id, paper.id);
        document.add_text(self.who, fold::folded(&paper.who, WHO_WORDS_MAX));
        document.add_text(self.text, fold::folded(&paper.text, TEXT_WORDS_MAX));
        for number in paper.phones.split_whitespace().take(PHONES_MAX).map(fold::digits) {
            fold::filed_pieces(&number).for_each(|piece| document.add_text(self.phones, piece));
        }
        document.add_text(self.owner, &paper.owner);
        document.add_text(self.stage, &paper.stage);
        document.add_u64(self.tier, paper.tier);
        document.add_text(self.source, &paper.source);
        document.add_text(self.fate, &paper.fate);
        for flag in paper.flags.iter().take(FLAGS_MAX) {
            document.add_text(self.flags, flag);
        }
        for tag in paper.tags.iter().take(TAGS_MAX) {
            document.add_text(self.tags, tag);
        }
        for fact in paper.facts.iter().take(FACTS_MAX) {
            document.add_text(self.facts, fact);
        }
        for measure in paper.measures.iter().take(FACTS_MAX) {
            document.add_text(self.measures, measure);
        }
        document.add_u64(self.created, since_1970(paper.created));
        document.add_u64(self.next_at, since_1970(paper.next_at));
        document.add_u64(self.score, paper.score);
        document.add_u64(self.touched, since_1970(paper.touched));
        document.add_u64(self.value, paper.value);
        document
    }
}

/// Words that are folded already, of which only the presence counts.
fn folded_words() -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    )
}

/// A time as it is sorted by; what lies before 1970 counts as 1970.
pub fn since_1970(millis: i64) -> u64 {
    u64::try_from(millis).unwrap_or(0)
}

/// A fact as it is filed and asked for, whatever its case; of a long one its beginning.
pub fn fact(key: &str, value: &str) -> String {
    let value: String = value.trim().chars().take(FACT_SIGNS_MAX).collect();
    format!("{key}:{}", value.to_lowercase())
}
