//! A step of a sequence, the letter it sends, and the ways out.

use super::{Lead, Seq};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A step of a sequence: its key, the index counted from 0, and the day it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRef {
    pub sequence: String,
    pub index: usize,
    pub day: u32,
}

/// How a lead leaves a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exit {
    /// Every step was taken.
    Finished,
    Replied,
    Talked,
    Booked,
    OptedOut,
    Bounced,
    Won,
    Lost,
    Disqualified,
    /// Sales took over.
    HandedOver,
    /// Another sequence was started by hand.
    Replaced,
    /// It is for people who have agreed to letters, and they have not.
    NoConsent,
}

impl Exit {
    /// Why, as the end of a sentence: “dropped, because …”.
    pub fn why(self) -> &'static str {
        match self {
            Exit::Finished => "there is no step left",
            Exit::Replied => "they wrote",
            Exit::Talked => "they were spoken to",
            Exit::Booked => "they booked a time",
            Exit::OptedOut => "they want no more letters",
            Exit::Bounced => "their address takes no letters",
            Exit::Won | Exit::Lost | Exit::Disqualified => "the lead is closed",
            Exit::HandedOver => "sales took over",
            Exit::Replaced => "another sequence was started",
            Exit::NoConsent => "they have not agreed to letters",
        }
    }
}

/// A letter to be carried. Unless a person rewrote it, its text is made from the template when it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    /// Key of a template of the playbook; empty for a person's own letter.
    pub template: String,
    /// The version of the playbook whose template it is.
    pub version: u32,
    pub values: BTreeMap<String, String>,
    pub not_before: Timestamp,
    pub step: Option<StepRef>,
    /// What they asked for goes day and night and is not counted: an instant reply, a confirmation.
    #[serde(default)]
    pub asked_for: bool,
    /// What a person wrote in place of the template.
    #[serde(default)]
    pub rewritten: Option<Wording>,
}

/// A letter promised and not yet carried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    pub seq: Seq,
    pub queued_at: Timestamp,
    /// Not before this: a draft held for its owner, or the next try.
    pub next_at: Timestamp,
    /// From when its age counts, by which it comes too late: a hold moves it on.
    pub fresh_from: Timestamp,
    /// Whether a person said that it may go now.
    pub released: bool,
    pub tries: u32,
    pub last_error: String,
    /// What is owed again if it never arrives.
    pub answers: Option<Owed>,
    pub letter: Letter,
}

/// An answer that somebody waited for, and that was given in a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Owed {
    /// Their earliest word that it answers.
    pub since: Timestamp,
    /// Whether they had asked for a person.
    pub request: bool,
    /// Whether it was the first of ours.
    pub is_first: bool,
}

impl Owed {
    /// What one answer is to settle of both.
    pub fn and(self, other: Owed) -> Owed {
        Owed {
            since: self.since.min(other.since),
            request: self.request || other.request,
            is_first: self.is_first || other.is_first,
        }
    }
}

/// How much of an error from outside is kept, in characters.
pub const ERROR_MAX: usize = 500;

/// Why a letter was dropped in whose place the same one went to another address.
pub const READDRESSED: &str = "their address has changed";

impl Delivery {
    /// Whether a hold has kept it back.
    pub fn was_held(&self) -> bool {
        self.fresh_from > self.queued_at.max(self.letter.not_before)
    }
}

impl Letter {
    /// Whether a person wrote it from the first word on.
    pub fn is_own(&self) -> bool {
        self.template.is_empty()
    }

    /// The subject of a letter that a person wrote from the first word on.
    pub fn own_subject(&self) -> Option<&str> {
        let own = self.rewritten.as_ref().filter(|_| self.is_own());
        own.map(|wording| wording.subject.as_str())
    }
}

impl Lead {
    /// Whether a letter waits until its sequence is resumed. What they asked for, and what a person has
    /// sent on its way, does not.
    pub fn holds_back(&self, delivery: &Delivery) -> bool {
        let is_held = self.enrolment.as_ref().is_some_and(|enrolment| enrolment.held.is_some());
        is_held && !delivery.letter.asked_for && !delivery.released
    }
}

/// The words of a letter as a person wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub subject: String,
    pub body: String,
}
