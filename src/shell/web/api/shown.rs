//! A lead as programs see it: what the house decided, and for those who may read, who it is.
//!
//! Keys are the ones of the playbook and the journal; moments are in RFC 3339.

use crate::lead::{Answered, Grade, Lead, LeadFate, LeadId, Status, Tier};
use crate::playbook::Playbook;
use crate::qualification;
use crate::rows::{Summary, next_at};
use crate::scoring;
use crate::shell::papers;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use uuid::Uuid;

/// What became of a lead so far. Says nothing about who it is: whoever may only hand leads in
/// learns no more than this.
#[derive(Serialize, ToSchema)]
pub struct LeadState<'a> {
    /// The number of the lead; it never changes.
    pub id: u64,
    /// The last entry about it in the journal. Hand it back in `If-Match` when you change facts.
    pub seq: u64,
    #[schema(schema_with = statuses)]
    pub status: &'static str,
    #[schema(schema_with = fates)]
    pub fate: &'static str,
    #[schema(schema_with = tiers)]
    pub tier: &'static str,
    /// 0 to 100, as last written; `GET …/score` computes it for this moment.
    pub score: u8,
    /// How ready it is for sales: `iql`, `mql`, `pql` or `sql`.
    pub grade: Option<&'static str>,
    /// The teammate who answers for it, by id.
    pub owner: Option<&'a str>,
    /// Whether the owner has said yes.
    pub accepted: bool,
    /// By when the owner has to say yes before somebody else is asked.
    pub accept_by: Option<Timestamp>,
    /// Key of its stage in the pipeline.
    pub stage: &'a str,
    /// The sequence of follow-up it is in, by key.
    pub sequence: Option<&'a str>,
    /// Whether somebody of theirs waits for an answer of ours.
    pub waiting: bool,
    /// By when a person has to answer, while a clock runs.
    pub respond_by: Option<Timestamp>,
    /// Whether that clock has run out.
    pub breached: bool,
    /// When a person first answered.
    pub answered_at: Option<Timestamp>,
    /// When something is next to happen.
    pub next_at: Option<Timestamp>,
    /// Key of the source it came from.
    pub source: &'a str,
    pub captured_at: Option<Timestamp>,
    /// What its source or the assignment rules ask for and nobody has said yet.
    pub missing: &'a [String],
}

impl<'a> LeadState<'a> {
    pub fn of(lead: &'a Lead, playbook: &Playbook, now: Timestamp) -> LeadState<'a> {
        LeadState {
            id: lead.id.0,
            seq: lead.last_seq,
            status: lead.status().key(),
            fate: lead.fate.key(),
            tier: lead.tier().key(),
            score: scoring::shown(lead, playbook, now),
            grade: lead.grade().map(Grade::key),
            owner: lead.owner_id(),
            accepted: lead.owner.as_ref().is_some_and(|owner| owner.accepted),
            accept_by: lead.owner.as_ref().and_then(|owner| owner.accept_by),
            stage: &lead.stage,
            sequence: lead.enrolment.as_ref().map(|enrolment| enrolment.sequence.as_str()),
            waiting: lead.awaiting_since.is_some(),
            respond_by: lead.promise.as_ref().map(|promise| promise.respond_by),
            breached: lead.promise.as_ref().is_some_and(|promise| promise.breached),
            answered_at: lead.first_answer.as_ref().map(|answer| answer.at),
            next_at: next_at(lead, playbook),
            source: &lead.source,
            captured_at: lead.captured_at,
            missing: &lead.missing,
        }
    }
}

/// Everything known of a lead.
#[derive(Serialize, ToSchema)]
pub struct WholeLead<'a> {
    #[serde(flatten)]
    pub state: LeadState<'a>,
    pub name: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub company: &'a str,
    pub role: &'a str,
    pub website: &'a str,
    /// ISO 3166 code of two letters, or what was said if it is none.
    pub country: &'a str,
    pub region: &'a str,
    pub postcode: &'a str,
    pub city: &'a str,
    pub language: &'a str,
    pub time_zone: &'a str,
    /// What else is known, by field key.
    pub fields: &'a BTreeMap<String, String>,
    /// Keys of the tags on it.
    pub tags: &'a BTreeSet<String>,
    /// Answers to the questions of qualification, by their keys.
    pub answers: BTreeMap<&'a str, GivenAnswer<'a>>,
    /// Why it is as ready as it is.
    pub grade_why: Option<String>,
    /// What lies with it; the bytes are at `GET …/files/{file}`.
    pub files: Vec<AttachedFile<'a>>,
    /// The first words of the enquiry.
    pub message: &'a str,
    /// Its worth in minor units of the business's currency.
    pub value: Option<i64>,
    /// What can be said of it in a word, for lists to narrow by.
    #[schema(schema_with = flag_list)]
    pub flags: Vec<&'static str>,
    /// Open leads that may be the same person.
    pub look_alikes: Vec<u64>,
    /// Closed leads of the same person, oldest first.
    pub earlier: Vec<u64>,
    pub tasks: Vec<Task<'a>>,
    pub snoozed_until: Option<Timestamp>,
    /// Whether they want no more letters.
    pub opted_out: bool,
    pub consented_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
}

/// An answer to a question of qualification.
#[derive(Serialize, ToSchema)]
pub struct GivenAnswer<'a> {
    /// `good`, `weak` or `bad`.
    pub finding: &'static str,
    pub note: &'a str,
    /// `hand`, `call`, `form` or `rule`.
    pub means: &'static str,
    pub answered_at: Timestamp,
}

impl<'a> GivenAnswer<'a> {
    /// An answer as it stands.
    pub fn of(answered: &'a Answered) -> GivenAnswer<'a> {
        GivenAnswer {
            finding: answered.finding.key(),
            note: &answered.note,
            means: answered.means.key(),
            answered_at: answered.at,
        }
    }
}

/// A file that lies with a lead.
#[derive(Serialize, ToSchema)]
pub struct AttachedFile<'a> {
    pub id: Uuid,
    pub name: &'a str,
    /// In bytes.
    pub size: u64,
    /// What the browser said that it is.
    pub media: &'a str,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: &'a str,
    pub attached_at: Timestamp,
}

impl<'a> AttachedFile<'a> {
    /// A file as it lies with its lead.
    pub fn of(attached: &'a crate::lead::Attached) -> AttachedFile<'a> {
        let file = &attached.file;
        AttachedFile {
            id: file.id,
            name: &file.name,
            size: file.size,
            media: &file.media,
            sha256: &file.hash,
            attached_at: attached.at,
        }
    }
}

/// Something a teammate has to do for a lead.
#[derive(Serialize, ToSchema)]
pub struct Task<'a> {
    /// The entry that asked for it.
    pub seq: u64,
    pub kind: &'static str,
    pub text: &'a str,
    pub due_at: Timestamp,
}

impl<'a> WholeLead<'a> {
    pub fn of(lead: &'a Lead, playbook: &Playbook, now: Timestamp) -> WholeLead<'a> {
        let profile = &lead.profile;
        WholeLead {
            state: LeadState::of(lead, playbook, now),
            name: &profile.name,
            email: &profile.email,
            phone: &profile.phone,
            company: &profile.company,
            role: &profile.role,
            website: &profile.website,
            country: &profile.country,
            region: &profile.region,
            postcode: &profile.postcode,
            city: &profile.city,
            language: &profile.language,
            time_zone: &profile.time_zone,
            fields: &lead.fields,
            tags: &lead.tags,
            answers: lead
                .answers
                .iter()
                .map(|(key, one)| (key.as_str(), GivenAnswer::of(one)))
                .collect(),
            grade_why: qualification::rung(lead, playbook).map(|(_, why)| why),
            files: lead.files.iter().map(AttachedFile::of).collect(),
            message: &lead.message,
            value: lead.value,
            flags: papers::flags(lead),
            look_alikes: lead.look_alikes.iter().map(|other| other.lead.0).collect(),
            earlier: lead.earlier.iter().map(|other| other.0).collect(),
            tasks: lead.tasks.iter().map(Task::of).collect(),
            snoozed_until: lead.snoozed.as_ref().map(|snooze| snooze.until),
            opted_out: lead.opted_out,
            consented_at: lead.consent.as_ref().map(|consent| consent.at),
            closed_at: lead.closed_at,
        }
    }
}

impl<'a> Task<'a> {
    fn of(task: &'a crate::lead::Task) -> Task<'a> {
        Task { seq: task.seq, kind: task.kind.key(), text: &task.text, due_at: task.due_at }
    }
}

/// A lead as a list shows it; every member means what it means on the whole lead.
#[derive(Serialize, ToSchema)]
pub struct LeadRow {
    pub id: u64,
    pub seq: u64,
    #[schema(schema_with = statuses)]
    pub status: &'static str,
    #[schema(schema_with = fates)]
    pub fate: &'static str,
    #[schema(schema_with = tiers)]
    pub tier: &'static str,
    pub score: u8,
    pub owner: Option<String>,
    pub stage: String,
    pub tags: Vec<String>,
    pub source: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub company: String,
    /// The first words of the message.
    pub message: String,
    pub waiting: bool,
    pub incomplete: bool,
    pub respond_by: Option<Timestamp>,
    pub next_at: Option<Timestamp>,
    /// When there was contact last, either way; the enquiry itself is none.
    pub last_touch_at: Option<Timestamp>,
    pub value: Option<i64>,
    pub captured_at: Option<Timestamp>,
}

impl LeadRow {
    pub fn of(id: LeadId, row: Summary) -> LeadRow {
        LeadRow {
            id: id.0,
            seq: row.last_seq,
            status: row.status.key(),
            fate: row.fate.key(),
            tier: row.tier.key(),
            score: row.score,
            owner: row.owner,
            stage: row.stage,
            tags: row.tags,
            source: row.source,
            name: row.name,
            email: row.email,
            phone: row.phone,
            company: row.company,
            message: row.message,
            waiting: row.waiting,
            incomplete: row.incomplete,
            respond_by: row.respond_by,
            next_at: row.next_at,
            last_touch_at: row.last_touch.map(|touch| touch.at),
            value: row.value,
            captured_at: row.captured_at,
        }
    }
}

/// One of a closed list of words.
pub fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Object {
    let words: Vec<&str> = words.into_iter().collect();
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

fn statuses() -> Object {
    one_of(Status::ALL.map(Status::key))
}

/// The ways a lead can stand or end.
pub fn fates() -> Object {
    one_of(LeadFate::ALL.map(LeadFate::key))
}

/// The tiers, most pressing first.
pub fn tiers() -> Object {
    one_of(Tier::ALL.map(Tier::key))
}

/// Any of the words that can stand on a lead.
pub fn flag_list() -> utoipa::openapi::schema::Array {
    any_of(papers::FLAGS)
}

/// Any of a closed list of words.
pub fn any_of<'a>(words: impl IntoIterator<Item = &'a str>) -> utoipa::openapi::schema::Array {
    utoipa::openapi::schema::ArrayBuilder::new().items(one_of(words)).build()
}
