//! One entry as one sentence, said once: page, mail and test say the same.
//!
//! The journal is written in English, the reasons that the house gives included; `cause` says those
//! in the language of who reads.

mod cause;
mod fault;
mod kind;
mod known;
mod look;
mod phrases;
mod span;
mod told;

pub use cause::{cause, facts, passed_over};
pub use fault::{fault, unknown};
pub use kind::kind_of;
pub use phrases::{
    ask, capitalised, channel, exit, fact, finding, notice, outcome, source_class, spoken,
    task_kind, tier,
};
pub use span::{ahead, duration, promised};

use super::profile::one_line;
use super::{Entry, Event, TaskKind, Touch};
use crate::language::Words;
use told::Telling;

/// The most of somebody's own words that a sentence quotes, in characters.
const QUOTE_MAX: usize = 300;

/// Whose move an entry tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// They said or did something.
    In,
    /// One of us did.
    Us,
    /// The house did, by its rules.
    House,
}

/// An entry as the timeline shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Name of a symbol of `icons.svg`, without its `i-`.
    pub icon: &'static str,
    pub side: Side,
    /// What happened, without a full stop.
    pub head: String,
    /// Words somebody wrote or said, to be quoted.
    pub said: Option<String>,
    pub tag: Option<String>,
}

/// What an entry speaks of by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Teammate,
    Source,
    Stage,
    Sequence,
    Letter,
    Fact,
    Tag,
    /// A criterion of qualification.
    Criterion,
}

/// What something is called in a house; `None` where nobody has given it a name.
pub type Names<'a> = &'a dyn Fn(Named, &str) -> Option<String>;

/// The entry for the timeline.
pub fn line(entry: &Entry, names: Names, words: Words) -> Line {
    let said = said(&entry.event).filter(|text| !text.trim().is_empty());
    Line {
        icon: look::icon(&entry.event),
        side: look::side(entry),
        head: Telling { entry, names, words }.head(),
        said: said.map(|text| match &entry.event {
            Event::TaskAdded { kind, .. } => task_text(words, *kind, text),
            Event::Lost { .. } | Event::Disqualified { .. } => cause(words, text),
            _ => text.to_owned(),
        }),
        tag: look::tag(&entry.event, words),
    }
}

/// The entry as one sentence, on one line.
pub fn sentence(entry: &Entry, names: Names, words: Words) -> String {
    let Line { head, said, tag, .. } = line(entry, names, words);
    let mut sentence = head;
    if let Some(tag) = tag {
        sentence = words.fill("entry-tagged", &[("what", sentence.into()), ("tag", tag.into())]);
    }
    if let Some(said) = said {
        let said = quote(&said);
        sentence = words.fill("entry-said", &[("what", sentence.into()), ("said", said.into())]);
    }
    with_stop(sentence)
}

/// A sentence with its full stop, where it does not end in another way.
pub fn with_stop(sentence: String) -> String {
    let is_ended = sentence.trim_end_matches(['”', '“']).ends_with(['.', '?', '!', '…']);
    if is_ended { sentence } else { sentence + "." }
}

/// What a task says: as it was written, or in the words of who reads where the house wrote it.
pub fn task_text(words: Words, kind: TaskKind, text: &str) -> String {
    match kind {
        TaskKind::Answer | TaskKind::NextStep | TaskKind::Complete => cause(words, text),
        TaskKind::Call | TaskKind::Email | TaskKind::Linkedin | TaskKind::Other => text.to_owned(),
    }
}

/// Their words on one line, shortened where they are long.
fn quote(text: &str) -> String {
    let short = one_line(text, QUOTE_MAX);
    // Two more, since a blank at the cut is dropped together with what follows it.
    if one_line(text, QUOTE_MAX + 2).len() > short.len() { short + "…" } else { short }
}

/// The words an entry quotes: what a person wrote, never what the house made up.
fn said(event: &Event) -> Option<&str> {
    match event {
        Event::Captured(arrival) | Event::Attached(arrival) => Some(&arrival.message),
        Event::Noted { text } | Event::TaskAdded { text, .. } => Some(text),
        Event::Touched(Touch { channel, text, .. }) => channel.is_conversation().then_some(text),
        Event::Lost { note, .. }
        | Event::Disqualified { note, .. }
        | Event::Misrouted { note, .. }
        | Event::SentBack { note, .. } => Some(note),
        Event::Answered { note, means, .. } if !means.is_of_the_house() => Some(note),
        Event::Flagged { .. }
        | Event::Edited { .. }
        | Event::Tagged { .. }
        | Event::FileAttached { .. }
        | Event::FileRemoved { .. }
        | Event::Scored { .. }
        | Event::Answered { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::Lacking { .. }
        | Event::Graded { .. }
        | Event::HandedOver { .. }
        | Event::TakenOn
        | Event::Assigned { .. }
        | Event::Accepted
        | Event::OfferStood { .. }
        | Event::OfferShortened { .. }
        | Event::OwnerJudged { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Notified { .. }
        | Event::ToldTogether { .. }
        | Event::TaskDone { .. }
        | Event::TaskDropped { .. }
        | Event::TaskMoved { .. }
        | Event::Enrolled { .. }
        | Event::Withheld { .. }
        | Event::Postponed { .. }
        | Event::StepTaken { .. }
        | Event::Skipped { .. }
        | Event::Exited { .. }
        | Event::Held { .. }
        | Event::Resumed
        | Event::Queued { .. }
        | Event::Rewritten { .. }
        | Event::Released { .. }
        | Event::Delivered { .. }
        | Event::Undelivered { .. }
        | Event::Deferred { .. }
        | Event::Dropped { .. }
        | Event::Bounced { .. }
        | Event::OptedOut { .. }
        | Event::StageMoved { .. }
        | Event::Won { .. }
        | Event::Reopened { .. }
        | Event::Snoozed { .. }
        | Event::Overridden { .. }
        | Event::OverrideEnded
        | Event::Woken
        | Event::Unsettled
        | Event::PlaybookApplied { .. }
        | Event::Unknown { .. } => None,
    }
}

/// The reason that the sentence of an entry quotes only so far, where it is longer.
pub fn cut_words(event: &Event, words: Words) -> Option<String> {
    let why = match event {
        Event::TaskDone { outcome: why, .. }
        | Event::Undelivered { error: why, .. }
        | Event::Dropped { why, .. }
        | Event::Held { why }
        | Event::Snoozed { why, .. }
        | Event::Overridden { why, .. }
        | Event::Reopened { why } => why,
        _ => return None,
    };
    let why = cause(words, why);
    quote(&why).ends_with('…').then_some(why)
}

#[cfg(test)]
mod tests;
