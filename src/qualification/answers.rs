//! What the facts of a lead say to the questions, and what people say instead.

use crate::command::Refusal;
use crate::lead::{Event, Finding, Lead, Means};
use crate::playbook::{Criterion, Playbook, brief};

/// The longest note to an answer, in characters.
pub const NOTE_MAX: usize = 2_000;

/// What is written when a person or a program answers a criterion; nothing where it stands so.
///
/// What people say counts for more than what a fact says, until they withdraw it.
pub fn answered(
    lead: &Lead,
    playbook: &Playbook,
    key: &str,
    finding: Finding,
    note: String,
    means: Means,
) -> Result<Option<Event>, Refusal> {
    let asked = playbook.qualification.asked().find(|criterion| criterion.key == key);
    let criterion = asked.ok_or_else(|| Refusal::NoSuchCriterion(key.into()))?;
    if note.chars().count() > NOTE_MAX {
        return Err(Refusal::TooLong(NOTE_MAX));
    }
    let stands = lead.answers.get(key).is_some_and(|answered| {
        !answered.means.is_of_the_house() && answered.finding == finding && answered.note == note
    });
    let criterion = criterion.key.clone();
    Ok((!stands).then_some(Event::Answered { criterion, finding, note, means }))
}

/// What is written when somebody takes an answer back; a fact may answer the criterion again.
pub fn withdrawn(lead: &Lead, key: &str) -> Option<Event> {
    lead.answers.get(key).map(|_| Event::AnswerWithdrawn { criterion: key.to_owned() })
}

/// What the facts say otherwise than before. An answer of a person stays.
pub fn read(lead: &Lead, playbook: &Playbook) -> Vec<Event> {
    let Some(standing) = &lead.standing else { return Vec::new() };
    let asked = playbook.qualification.asked().filter(|one| !one.field.is_empty());
    asked.filter_map(|criterion| one(criterion, lead, &standing.fit.signals)).collect()
}

fn one(criterion: &Criterion, lead: &Lead, signals: &[String]) -> Option<Event> {
    let before = lead.answers.get(&criterion.key);
    if before.is_some_and(|answered| !answered.means.is_of_the_house()) {
        return None;
    }
    let key = criterion.key.clone();
    let Some((finding, fact)) = criterion.read(lead, signals) else {
        return before.map(|_| Event::AnswerWithdrawn { criterion: key });
    };
    let note = brief(fact).into_owned();
    if before.is_some_and(|answered| answered.finding == finding && answered.note == note) {
        return None;
    }
    let means = if lead.edited_seq == 0 { Means::Form } else { Means::Rule };
    Some(Event::Answered { criterion: key, finding, note, means })
}
