//! Who owns a lead, and why.
//!
//! Every open lead has exactly one owner who works here. Routing speaks when there is none, when
//! the owner has left, when an offer was not taken in time, and when a lead nobody has touched
//! rises into the hands of other people. What a person gave by hand stays where it is.

pub mod accuracy;
mod assignment;
pub mod course;
mod decision;
mod eligibility;
mod misroute;
mod offer;
mod rotation;
#[cfg(test)]
mod tests;
pub mod trial;

pub use decision::{BY_HAND, NOT_RULES};
pub use eligibility::cover;
pub use misroute::misrouted;
pub use rotation::{Turn, behind, turn, turns_after};

use crate::capability::{Capability, Situation};
use crate::command::Refusal;
use crate::lead::{Actor, Decision, Event, Lead, Notice, Ownership, TeammateId};
use crate::playbook::Playbook;
use assignment::{by_rules, choose};
use jiff::Timestamp;

pub const CAPABILITY: Capability = Capability { name: "routing", react, due };

/// The longest reason somebody may write for giving a lead away, in characters.
const WHY_MAX: usize = 2_000;

fn react(lead: &Lead, situation: &Situation, now: Timestamp) -> Vec<Event> {
    if !lead.is_open() {
        return Vec::new();
    }
    let Some(owner) = &lead.owner else {
        let choice = choose(lead, situation, now, decision::FIRST);
        return assigned(lead, situation, now, choice, told_of(Notice::NewLead));
    };
    if situation.playbook.active(&owner.teammate).is_none() {
        return replaced(lead, owner, situation, now);
    }
    if due(lead, situation.playbook).is_some_and(|due| due <= now) {
        return offered_on(lead, owner, situation, now);
    }
    if offer::is_lifted(lead, owner, now) {
        return lifted(lead, owner, situation, now);
    }
    Vec::new()
}

/// When an offered lead goes to the next, unless its owner says yes before.
fn due(lead: &Lead, _: &Playbook) -> Option<Timestamp> {
    let owner = lead.owner.as_ref().filter(|owner| lead.is_open() && !owner.accepted)?;
    owner.accept_by
}

/// Gives a lead to somebody by hand, and lets them know.
///
/// Nothing follows from giving it to its owner. Refuses whoever does not work here now.
pub fn give(
    lead: &Lead,
    playbook: &Playbook,
    to: TeammateId,
    why: String,
) -> Result<Vec<Event>, Refusal> {
    if why.chars().count() > WHY_MAX {
        return Err(Refusal::TooLong(WHY_MAX));
    }
    let told = Event::Notified { to: to.clone(), notice: Notice::NewLead };
    given(lead, playbook, to, decision::by_hand(why), told)
}

/// Gives a lead to somebody by hand along with others, and lets them know of all of them at once.
pub fn handed_on(
    lead: &Lead,
    playbook: &Playbook,
    to: TeammateId,
    with: String,
) -> Result<Vec<Event>, Refusal> {
    let told = Event::ToldTogether { to: to.clone(), with };
    given(lead, playbook, to, decision::by_hand(String::new()), told)
}

fn given(
    lead: &Lead,
    playbook: &Playbook,
    to: TeammateId,
    decision: Decision,
    told: Event,
) -> Result<Vec<Event>, Refusal> {
    if playbook.active(&to).is_none() {
        return Err(Refusal::NoSuchTeammate(to));
    }
    if lead.owner_id() == Some(&to) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Assigned { owner: to, accept_by: None, decision }, told])
}

/// The decision when the rules could not decide: the fallback owner.
pub fn last_resort() -> Decision {
    decision::last_resort()
}

/// The owner does not work here any more.
fn replaced(lead: &Lead, owner: &Ownership, situation: &Situation, now: Timestamp) -> Vec<Event> {
    let name = decision::name_of(situation.playbook, &owner.teammate);
    let choice = choose(lead, situation, now, &format!("{name} {}", decision::LEFT));
    if choice.0 == owner.teammate {
        return Vec::new();
    }
    let with = format!("{} left", owner.teammate);
    let told = |to| Event::ToldTogether { to, with };
    assigned(lead, situation, now, choice, told)
}

/// The owner did not say yes in time: the next one is asked, as long as there is one.
fn offered_on(lead: &Lead, owner: &Ownership, situation: &Situation, now: Timestamp) -> Vec<Event> {
    let name = decision::name_of(situation.playbook, &owner.teammate);
    let occasion = format!("{}{name}", decision::NOT_TAKEN);
    let (next, decision) = by_rules(lead, situation, now, &owner.offered, &occasion);
    let Some(next) = next else {
        let why = decision::nobody_else(&decision, situation.playbook);
        return vec![Event::OfferStood { why }];
    };
    let gone = Event::Notified { to: owner.teammate.clone(), notice: Notice::TakenAway };
    let mut events = assigned(lead, situation, now, (next, decision), told_of(Notice::NewLead));
    events.push(gone);
    events
}

/// A lead nobody has touched has become more pressing: the rules may name other people for it, and
/// whoever keeps an offer has to say yes sooner.
fn lifted(lead: &Lead, owner: &Ownership, situation: &Situation, now: Timestamp) -> Vec<Event> {
    let occasion = format!("rise to {}", lead.tier());
    let (to, decision) = by_rules(lead, situation, now, &[], &occasion);
    let Some(to) = to else { return Vec::new() };
    if !decision.candidates.iter().any(|one| one.teammate == owner.teammate) {
        return assigned(lead, situation, now, (to, decision), told_of(Notice::NewLead));
    }
    let sooner = offer::accept_by(lead, situation.playbook, &decision, now)
        .filter(|by| owner.accept_by.is_some_and(|before| *by < before));
    sooner.map(|accept_by| Event::OfferShortened { accept_by }).into_iter().collect()
}

/// The owner written down, and told unless the lead came in quietly or was keyed in by them.
fn assigned(
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
    (owner, decision): (TeammateId, Decision),
    told: impl FnOnce(TeammateId) -> Event,
) -> Vec<Event> {
    let accept_by = offer::accept_by(lead, situation.playbook, &decision, now);
    let is_news = !lead.quiet && !lead.is_first_known_to(&owner);
    let told = is_news.then(|| told(owner.clone()));
    std::iter::once(Event::Assigned { owner, accept_by, decision }).chain(told).collect()
}

/// Whether it would tell somebody that a lead is theirs which they are taking themselves.
pub fn is_own_news(event: &Event, by: &Actor) -> bool {
    let (Event::Notified { to, notice: Notice::NewLead } | Event::ToldTogether { to, .. }) = event
    else {
        return false;
    };
    matches!(by, Actor::Teammate(who) if who == to)
}

/// What lets a teammate know of one lead.
fn told_of(notice: Notice) -> impl FnOnce(TeammateId) -> Event {
    move |to| Event::Notified { to, notice }
}
