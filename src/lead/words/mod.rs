//! One entry as one sentence, said once: page, mail and test say the same.
//!
//! What does not depend on a language stands here and in `look`; a language is one folder beside
//! `english` with the same functions.

pub mod english;
mod kind;
mod look;

pub use english::{duration, notice};
pub use kind::kind_of;

use super::profile::one_line;
use super::{Entry, Event, Touch};

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

/// The entry for the timeline. `names` gives the name of a teammate by id.
pub fn line(entry: &Entry, names: &dyn Fn(&str) -> String) -> Line {
    Line {
        icon: look::icon(&entry.event),
        side: look::side(entry),
        head: english::head(entry, names),
        said: said(&entry.event).filter(|text| !text.trim().is_empty()).map(str::to_owned),
        tag: english::tag(&entry.event),
    }
}

/// The entry as one sentence, on one line. `names` gives the name of a teammate by id.
pub fn sentence(entry: &Entry, names: &dyn Fn(&str) -> String) -> String {
    let Line { head, said, tag, .. } = line(entry, names);
    let tag = tag.map_or(String::new(), |tag| format!(" ({tag})"));
    let said = said.map_or(String::new(), |said| format!(": “{}”", quote(&said)));
    let sentence = format!("{head}{tag}{said}");
    let is_ended = sentence.trim_end_matches('”').ends_with(['.', '?', '!', '…']);
    if is_ended { sentence } else { sentence + "." }
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
        Event::Lost { note, .. } | Event::Disqualified { note, .. } => Some(note),
        Event::Flagged { .. }
        | Event::Edited { .. }
        | Event::Tagged { .. }
        | Event::FileAttached { .. }
        | Event::FileRemoved { .. }
        | Event::Scored { .. }
        | Event::HandedOver { .. }
        | Event::Assigned { .. }
        | Event::Accepted
        | Event::OfferStood { .. }
        | Event::OfferShortened { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Notified { .. }
        | Event::TaskDone { .. }
        | Event::TaskDropped { .. }
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
        | Event::Woken
        | Event::Unsettled
        | Event::PlaybookApplied { .. }
        | Event::Unknown { .. } => None,
    }
}

#[cfg(test)]
mod tests;
