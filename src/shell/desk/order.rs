//! What can be asked at the desk, and what is answered.

use crate::capture::Read;
use crate::command::Command;
use crate::lead::{Actor, Fate, Lead, LeadId, Seq, Submission};
use crate::shell::store::office::Change;
use std::sync::Arc;
use uuid::Uuid;

/// Something to be written.
#[derive(Clone, Debug)]
pub enum Order {
    /// Something arrived. It is kept whatever comes of it.
    Capture(Box<Arrived>),
    /// Somebody takes up what was put aside: it arrives once more, and lies there no longer.
    TakeUp { aside: Uuid, arrived: Box<Arrived> },
    /// Somebody completes a lead of theirs that lacked something, as they were asked to. If it is no
    /// longer open, it arrives like anything else.
    Complete { lead: LeadId, arrived: Box<Arrived> },
    /// Something asked about one lead.
    Lead { id: LeadId, command: Command, by: Actor, once: Option<OnceKey> },
    /// A new playbook, as text. One that does not say that it was made from the version in force, or
    /// in which somebody who can sign in is missing, is taken only if it is to be so `anyway`; one that
    /// says nothing new makes no version.
    ApplyPlaybook { text: String, by: Actor, anyway: bool },
    /// The same of a playbook into which parts of this earlier version were taken.
    BringBack { version: u32, text: String, by: Actor },
    /// Changes to accounts, sessions and tokens.
    Office(Vec<Change>),
}

impl Order {
    /// Whether it may change who may come in.
    pub(super) fn is_about_doors(&self) -> bool {
        matches!(self, Order::Office(_) | Order::ApplyPlaybook { .. } | Order::BringBack { .. })
    }
}

/// An arrival and what could be read from it.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Its fate is written by the desk.
    pub submission: Submission,
    pub read: Read,
    pub by: Actor,
    pub once: Option<OnceKey>,
}

/// An idempotency key of a token, with the hash of the request it came with.
#[derive(Clone, Debug, PartialEq)]
pub struct OnceKey {
    pub token: String,
    pub key_hash: Vec<u8>,
    pub request_hash: Vec<u8>,
}

/// What came of an order. It is durable when the answer comes.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What became of an arrival, and the lead it belongs to, as it stands now.
    Captured {
        fate: Fate,
        lead: Option<Arc<Lead>>,
        /// Whether this very submission had arrived before; then nothing was written now.
        repeated: bool,
    },
    Lead(Arc<Lead>),
    /// The version now in force.
    Playbook(u32),
    Office,
}

impl Answer {
    /// The lead the answer is about, if it is about one.
    pub fn lead(&self) -> Option<&Lead> {
        match self {
            Answer::Captured { lead, .. } => lead.as_deref(),
            Answer::Lead(lead) => Some(lead),
            Answer::Playbook(_) | Answer::Office => None,
        }
    }

    /// The last entry written about its lead: what a page must have read to show it.
    pub fn seq(&self) -> Seq {
        self.lead().map_or(0, |lead| lead.last_seq)
    }
}
