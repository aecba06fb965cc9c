//! The pipeline: stages, endings, and a next step for every open lead.
//!
//! A lead moves up by what truly happened and never down by machine. It always has either something
//! that comes next or a stated reason why nothing does; where both are missing, a person is asked.

mod changes;
mod complete;
mod files;
mod handover;
mod labels;
mod meanwhile;
mod moves;
mod next_step;
mod reasons;
mod snooze;
mod stages;
mod tags;

#[cfg(test)]
mod tests;

pub use changes::{check_changes, learnt};
pub use files::{attached, removed};
pub use handover::{sent_back, taken_along, taken_on};
pub use meanwhile::still_so;
pub use moves::{lacking, moved};
pub use tags::tagged;

use crate::capability::{Capability, Situation};
use crate::lead::{Event, Lead};
use crate::playbook::Playbook;
use jiff::Timestamp;

/// Days without a word from either side after which a lead is going stale, and after which it is
/// high time.
pub const STALE_AFTER_DAYS: i64 = 10;
pub const STALE_LIMIT_DAYS: i64 = 14;

pub const CAPABILITY: Capability = Capability { name: "pipeline", react, due };

fn react(lead: &Lead, situation: &Situation, now: Timestamp) -> Vec<Event> {
    if !lead.is_open() {
        return brought_back(lead).into_iter().collect();
    }
    let playbook = situation.playbook;
    let mut events = stages::placed(lead, playbook);
    if lead.quiet {
        return events;
    }
    events.extend(snooze::over(lead, playbook, now));
    events.extend(complete::asked(lead, playbook, now));
    let asked_already = events.iter().any(|event| matches!(event, Event::TaskAdded { .. }));
    if !asked_already {
        events.extend(next_step::wanted(lead, playbook, now));
    }
    events
}

/// Nobody has decided that an archived lead is over, so any word of theirs brings a person back.
fn brought_back(lead: &Lead) -> Option<Event> {
    let wrote = lead.archived.is_some_and(|archived| lead.heard_seq > archived);
    wrote.then(|| Event::Reopened { why: "they wrote again".into() })
}

/// When a snooze is over, or a hold has lasted so long that it is no reason any more.
fn due(lead: &Lead, _: &Playbook) -> Option<Timestamp> {
    if !lead.is_open() || lead.quiet {
        return None;
    }
    let awake = lead.snoozed.as_ref().map(|snooze| snooze.until);
    awake.into_iter().chain(next_step::held_until(lead)).min()
}
