//! By when an answer is owed, and what happens without one.
//!
//! A promise is made when a lead begins to wait, and counts from the moment they truly wrote. A
//! rise in tier may shorten it; nothing makes it longer, and another owner does not restart it.
//! Only a person's answer ends it: letters sent by themselves leave the clock running.

mod clock;
mod escalation;
#[cfg(test)]
mod tests;

pub use clock::{Mark, next_mark};

use crate::capability::{Capability, Situation};
use crate::lead::{Event, Lead, Notice, Promise, Tier};
use crate::playbook::{Playbook, Run};
use jiff::Timestamp;

pub const CAPABILITY: Capability = Capability { name: "sla", react, due };

fn react(lead: &Lead, situation: &Situation, now: Timestamp) -> Vec<Event> {
    let Some(owner) = lead.owner_id().filter(|_| is_on_the_clock(lead)) else {
        return Vec::new();
    };
    let mut events = Vec::new();
    if lead.owner_to_hear {
        events.push(Event::Notified { to: owner.to_owned(), notice: Notice::TheyWrote });
    }
    match promised(lead, situation.playbook, now) {
        Some(promise) => {
            events.push(promise);
            if is_news_to_owner(lead, now) {
                let notice = Notice::DueSooner;
                events.push(Event::Notified { to: owner.to_owned(), notice });
            }
        }
        None => events.extend(escalation::called(lead, owner, situation.playbook, now)),
    }
    events
}

/// When the promise next has to be spoken of.
fn due(lead: &Lead, playbook: &Playbook) -> Option<Timestamp> {
    next_mark(lead, playbook).map(|(at, _)| at)
}

/// By when a person answers what comes in at this moment, for the thank-you page and the letter.
///
/// `None` where the tier has no clock: nothing is promised then.
pub fn expected_answer(playbook: &Playbook, tier: Tier, at: Timestamp) -> Option<Timestamp> {
    playbook.clock_run(tier, at).map(|run| run.respond_by)
}

/// Whether a clock may run for this lead: an import that nobody has woken has none.
fn is_on_the_clock(lead: &Lead) -> bool {
    lead.is_open() && !lead.quiet
}

/// Whether nothing else tells the owner of this moment's promise: a rise made or shortened it, and
/// neither a word of theirs nor a new owner did.
fn is_news_to_owner(lead: &Lead, now: Timestamp) -> bool {
    let owned_before = lead.owner.as_ref().is_some_and(|owner| owner.since < now);
    owned_before && !lead.owner_to_hear && lead.waiting_known_at != Some(now)
}

/// The promise to be made, or the shorter one a rise in tier asks for.
fn promised(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Option<Event> {
    lead.awaiting_since?;
    let rises = lead.risen_at == Some(now);
    let from = counted_from(lead, now)?;
    let stands = |promise: &Promise| promise.tier == lead.tier() && from <= promise.since;
    if lead.promise.as_ref().is_some_and(|promise| !rises || stands(promise)) {
        return None;
    }
    let Run { since, respond_by } = playbook.clock_run(lead.tier(), from)?;
    let is_news = lead.promise.as_ref().is_none_or(|promise| respond_by < promise.respond_by);
    is_news.then_some(Event::Promised { since, respond_by })
}

/// The moment a promise made now counts from.
///
/// What was written long ago and has only become known counts from when it was written. A rise, or
/// a clock that a new playbook brings, counts from now: nobody could have kept it earlier.
fn counted_from(lead: &Lead, now: Timestamp) -> Option<Timestamp> {
    if lead.waiting_known_at == Some(now) { lead.awaiting_since } else { Some(now) }
}
