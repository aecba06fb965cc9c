//! What is done for a lead on which day, and in which words.

use crate::lead::{TaskKind, Tier};
use serde::{Deserialize, Serialize};

/// A planned row of steps for a lead that has not answered yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sequence {
    pub key: String,
    pub name: String,
    /// Tiers that enter it when they get an owner.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    /// The sequence to enter after the last step; empty for none.
    #[serde(default)]
    pub then: String,
    /// The lost reason a lead is archived for after the last step, with nobody deciding it; empty to
    /// ask a person what happens next.
    #[serde(default)]
    pub archive_as: String,
    /// Whether only those enter it who have agreed to letters.
    #[serde(default)]
    pub needs_consent: bool,
    /// Whether sales taking over ends it.
    #[serde(default)]
    pub ends_at_handover: bool,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

impl Sequence {
    /// Whether a step answers their enquiry: a letter of day 1, unless it is the first of lessons.
    pub fn answers_with(&self, step: &Step) -> bool {
        step.kind == StepKind::Email && step.day <= 1 && !self.needs_consent
    }
}

/// One step. Day 1 is the day of enrolment, day 3 is two calendar days later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub day: u32,
    pub kind: StepKind,
    /// The template of an e-mail.
    #[serde(default)]
    pub template: String,
    /// What is to be done, for a task or a notice.
    #[serde(default)]
    pub text: String,
    /// What a task asks for.
    #[serde(default)]
    pub task: Option<TaskKind>,
    /// Minutes an e-mail lies as a draft, by tier, so that its owner can have a look first.
    #[serde(default)]
    pub draft_minutes: u32,
    /// Tiers for which it lies as a draft.
    #[serde(default)]
    pub draft_tiers: Vec<Tier>,
}

/// What a step does: which file of `followup/steps`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Email,
    Task,
    Notice,
}

/// Every value a letter may use. Each is always there; what is not known is empty.
///
/// `message` is the first words of the enquiry. `next_opening` says when the house opens next, such
/// as `on Monday 11 May at 09:00`, and is empty while it is open. `promise` says by when a person
/// answers, such as `today at 10:43`, and is empty without a clock. `booking_link` and
/// `business_phone` are those of the playbook.
pub const VALUES: &[&str] = &[
    "name",
    "first_name",
    "company",
    "owner_name",
    "owner_email",
    "business",
    "business_phone",
    "booking_link",
    "next_opening",
    "message",
    "unsubscribe_link",
    "promise",
];

/// The words of a letter, with `{{ name }}` where a value goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub key: String,
    pub name: String,
    pub subject: String,
    pub body: String,
}
