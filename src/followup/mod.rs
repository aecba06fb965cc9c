//! Follow-up: what is sent and asked for on which day, and when it stops.
//!
//! A lead with an owner enters the sequence of its tier and walks through its steps, one a day at
//! most, until it answers or there is no step left. Nobody has to remember anything: whatever ends
//! a sequence also takes its letters and tasks away, and gives a person something to do instead.

mod advance;
mod enrol;
mod exit;
mod instant_reply;
mod letters;
pub mod permission;
mod reply;
mod schedule;
mod steering;
pub mod steps;
pub mod template;
mod undelivered;
mod values;
mod wording;

#[cfg(test)]
mod life;
#[cfg(test)]
mod tests;

pub use schedule::{next_step, preview};
pub use steering::{kept_in_mind, steered};
pub use undelivered::undelivered;
pub use values::values;
pub use wording::{STOP_LINK, rewritten, wording, written};

use crate::capability::{Capability, Situation};
use crate::lead::profile::zone_of;
use crate::lead::{Event, Lead};
use crate::playbook::Playbook;
use jiff::Timestamp;
use schedule::Schedule;

pub const CAPABILITY: Capability = Capability { name: "followup", react, due };

fn react(lead: &Lead, situation: &Situation, now: Timestamp) -> Vec<Event> {
    if !lead.is_open() || lead.quiet {
        return Vec::new();
    }
    let schedule = Schedule::of(lead, situation.playbook);
    let schedule = schedule.as_ref();
    let mut events = match exit::reason(lead, situation, schedule, now) {
        Some(leaving) => leaving.events(lead),
        None => letters::overtaken(lead, schedule, now),
    };
    if lead.enrolment.is_none() {
        events.extend(enrol::enter(lead, situation));
    }
    events.extend(reply::answer_wanted(lead, situation.playbook, now));
    if events.is_empty() {
        events.extend(schedule.iter().flat_map(|it| advance::advance(it, situation, now)));
    }
    if events.is_empty() {
        events.extend(instant_reply::reply(lead, situation, schedule, now));
    }
    events
}

/// When the next step falls due, the sequence is over, or a letter has waited too long.
fn due(lead: &Lead, playbook: &Playbook) -> Option<Timestamp> {
    if !lead.is_open() || lead.quiet {
        return None;
    }
    let step = Schedule::of(lead, playbook).and_then(|schedule| schedule.next_look());
    step.into_iter().chain(letters::given_up_at(lead)).min()
}

/// The zone the lead lives in, as far as known; else that of the house.
fn zone<'a>(lead: &'a Lead, playbook: &'a Playbook) -> &'a str {
    zone_of(&lead.profile).unwrap_or(playbook.business.zone())
}
