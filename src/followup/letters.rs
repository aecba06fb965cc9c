//! Letters on their way: how one is made, and which ones have been overtaken by events.

use super::schedule::Schedule;
use super::values;
use crate::capability::Situation;
use crate::lead::{Delivery, Event, Lead, Letter, Notice, READDRESSED};
use jiff::{SignedDuration, Timestamp};

/// How long a letter may wait for a way out before it says something that is no longer so.
const LIFE: SignedDuration = SignedDuration::from_hours(24 * 14);

/// The same for what they asked for: an acknowledgement a week late is none.
const LIFE_OF_A_REPLY: SignedDuration = SignedDuration::from_hours(24 * 3);

/// Why what a person has said in their own words does not go.
pub(super) const BY_HAND: &str = "answered by hand";

/// Queued letters that belong to a step.
pub(super) fn of_steps(lead: &Lead) -> impl Iterator<Item = &Delivery> {
    lead.outbox.iter().filter(|delivery| delivery.letter.step.is_some())
}

/// A letter to the lead with this template, to go at once.
pub(super) fn compose(
    lead: &Lead,
    situation: &Situation,
    template: &str,
    now: Timestamp,
) -> Letter {
    Letter {
        to: lead.profile.email.clone(),
        template: template.to_owned(),
        version: situation.version,
        values: values(lead, situation.playbook, now),
        not_before: now,
        step: None,
        asked_for: false,
        rewritten: None,
    }
}

/// Letters that are not to go any more as they are.
///
/// A person's own words replace the draft, and a first answer also where they came before it. A
/// corrected address gets the letter in place of the wrong one. What could not go for two weeks is
/// given up, and its owner hears of it; what is held waits until it is resumed, and goes then unless
/// a later letter has come meanwhile.
pub(super) fn overtaken(lead: &Lead, schedule: Option<&Schedule>, now: Timestamp) -> Vec<Event> {
    lead.outbox.iter().flat_map(|delivery| fate(lead, delivery, schedule, now)).collect()
}

fn fate(
    lead: &Lead,
    delivery: &Delivery,
    schedule: Option<&Schedule>,
    now: Timestamp,
) -> Vec<Event> {
    let dropped = |why: &str| Event::Dropped { queued: delivery.seq, why: why.to_owned() };
    if is_said_by_hand(lead, delivery, schedule) {
        return vec![dropped(BY_HAND)];
    }
    if lead.holds_back(delivery) {
        return readdressed(lead, delivery);
    }
    if delivery.was_held() && of_steps(lead).any(|other| is_later(other, delivery)) {
        return vec![dropped("a later step is due already")];
    }
    if expires_at(delivery) <= now {
        let notice = failure(delivery);
        let told = lead.owner_id().map(|to| Event::Notified { to: to.to_owned(), notice });
        return std::iter::once(dropped("it waited too long")).chain(told).collect();
    }
    readdressed(lead, delivery)
}

/// Whether a person has put their own words in the place of a step's letter.
fn is_said_by_hand(lead: &Lead, delivery: &Delivery, schedule: Option<&Schedule>) -> bool {
    let Some(step) = &delivery.letter.step else { return false };
    let of_now = schedule.filter(|it| it.enrolment.sequence == step.sequence);
    lead.wrote_at.is_some_and(|at| at >= delivery.queued_at)
        || of_now.is_some_and(|it| it.is_answered(step.index))
}

/// The letter to the address they have now, in place of one to another.
fn readdressed(lead: &Lead, delivery: &Delivery) -> Vec<Event> {
    let (letter, to) = (&delivery.letter, &lead.profile.email);
    if letter.to == *to {
        return Vec::new();
    }
    let anew = Event::Queued { letter: Letter { to: to.clone(), ..letter.clone() } };
    let why = READDRESSED.to_owned();
    let dropped = Event::Dropped { queued: delivery.seq, why };
    // The new one first, so that whoever was answered by the old one is not without an answer.
    Some(anew).filter(|_| !to.is_empty()).into_iter().chain([dropped]).collect()
}

/// Whether a letter is of a later step of the same sequence.
fn is_later(other: &Delivery, than: &Delivery) -> bool {
    let step = |delivery: &Delivery| delivery.letter.step.clone();
    let (Some(other), Some(than)) = (step(other), step(than)) else { return false };
    other.sequence == than.sequence && other.index > than.index
}

/// What the owner is told of a letter that comes to nothing.
pub(super) fn failure(delivery: &Delivery) -> Notice {
    if delivery.answers.is_some() { Notice::AnswerFailed } else { Notice::LetterFailed }
}

/// When the first of the waiting letters is given up.
pub(super) fn given_up_at(lead: &Lead) -> Option<Timestamp> {
    lead.outbox.iter().filter(|delivery| !lead.holds_back(delivery)).map(expires_at).min()
}

fn expires_at(delivery: &Delivery) -> Timestamp {
    let is_reply = delivery.letter.asked_for && !delivery.letter.is_own();
    let life = if is_reply { LIFE_OF_A_REPLY } else { LIFE };
    let since = delivery.queued_at.max(delivery.letter.not_before);
    since.saturating_add(life).unwrap_or(Timestamp::MAX)
}
