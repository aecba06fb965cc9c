//! A lead moved by hand: along the stages, to its end, back again, or aside for a while.

use super::changes::{VALUE, check_changes, learnt};
use super::{labels, reasons};
use crate::command::{Command, Refusal};
use crate::lead::{Event, Lead};
use crate::playbook::{FieldKind, Playbook, YES};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Facts by their keys.
type Facts = BTreeMap<String, String>;

/// The longest reason a person gives, in characters.
const WHY_MAX: usize = 2_000;

/// A lead is not put aside for longer than this.
const SNOOZE_MAX: SignedDuration = SignedDuration::from_hours(24 * 366);

/// What follows from moving a lead along by hand, ending it, opening it again or putting it aside;
/// nothing from any other command.
///
/// Refuses a stage or a win whose facts are not known, an end without a reason, and a day that is
/// past.
pub fn moved(
    lead: &Lead,
    playbook: &Playbook,
    command: Command,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    if let Command::Reopen { why } = command {
        return reopened(lead, why);
    }
    if !lead.is_open() {
        return Err(Refusal::Closed);
    }
    let pipeline = &playbook.pipeline;
    match command {
        Command::Move { stage, facts } => to_stage(lead, playbook, &stage, facts),
        Command::Win { value, facts } => won(lead, playbook, value, facts),
        Command::Lose { reason, note } => {
            let with_note = &pipeline.reasons_with_note;
            let (reason, note) =
                reasons::checked(&pipeline.lost_reasons, with_note, &reason, note)?;
            Ok(ended(lead, Event::Lost { reason, note }))
        }
        Command::Disqualify { reason, note } => {
            let (list, with_note) = (&pipeline.disqualify_reasons, &pipeline.reasons_with_note);
            let (reason, note) = reasons::checked(list, with_note, &reason, note)?;
            Ok(ended(lead, Event::Disqualified { reason, note }))
        }
        Command::Snooze { until, why } => put_aside(until, why, now),
        _ => Ok(Vec::new()),
    }
}

fn to_stage(
    lead: &Lead,
    playbook: &Playbook,
    key: &str,
    facts: Facts,
) -> Result<Vec<Event>, Refusal> {
    let (_, stage) = playbook.stage(key).ok_or_else(|| Refusal::NoSuchStage(key.into()))?;
    let changes = check_changes(lead, playbook, facts)?;
    let stays = lead.stage == stage.key;
    let lacking = lacking(lead, playbook, &stage.requires, &changes);
    if !lacking.is_empty() && !stays {
        let facts = labels::list(playbook, &lacking);
        return Err(Refusal::StageNeeds { keys: lacking, facts });
    }
    let moved = Event::StageMoved { from: lead.stage.clone(), to: stage.key.clone() };
    Ok(learnt(lead, playbook, changes).into_iter().chain((!stays).then_some(moved)).collect())
}

fn won(
    lead: &Lead,
    playbook: &Playbook,
    value: Option<i64>,
    mut facts: Facts,
) -> Result<Vec<Event>, Refusal> {
    if let Some(value) = value {
        facts.insert(VALUE.to_owned(), value.to_string());
    }
    let mut changes = check_changes(lead, playbook, facts)?;
    let lacking = lacking(lead, playbook, &playbook.pipeline.won_requires, &changes);
    if !lacking.is_empty() {
        let facts = labels::list(playbook, &lacking);
        return Err(Refusal::WonNeeds { keys: lacking, facts });
    }
    // The win itself says what it is worth.
    let value = changes.remove(VALUE).and_then(|value| value.parse().ok()).or(value);
    Ok(learnt(lead, playbook, changes)
        .into_iter()
        .chain(ended(lead, Event::Won { value }))
        .collect())
}

/// What is required and neither known nor among the changes; `email|phone` asks for either, and a
/// yes or no that is required must be yes.
pub fn lacking(
    lead: &Lead,
    playbook: &Playbook,
    requires: &[String],
    changes: &BTreeMap<String, String>,
) -> Vec<String> {
    let is_known = |key: &str| {
        let value = lead.value.map(|value| value.to_string());
        let known = if key == VALUE { value.as_deref() } else { lead.fact(key) };
        let known = changes.get(key).map(String::as_str).or(known).unwrap_or_default();
        match playbook.fields.iter().find(|field| field.key == key).map(|field| field.kind) {
            Some(FieldKind::YesNo) => known == YES,
            _ => !known.is_empty(),
        }
    };
    requires.iter().filter(|wanted| !wanted.split('|').any(is_known)).cloned().collect()
}

/// The end, and every letter that will not be carried because of it. What a person wrote still goes.
fn ended(lead: &Lead, end: Event) -> Vec<Event> {
    let why = "the lead is closed";
    let dropped = lead.outbox.iter().filter(|delivery| !delivery.letter.is_own());
    let dropped = dropped.map(|delivery| delivery.seq);
    let dropped = dropped.map(|queued| Event::Dropped { queued, why: why.into() });
    std::iter::once(end).chain(dropped).collect()
}

fn reopened(lead: &Lead, why: String) -> Result<Vec<Event>, Refusal> {
    if lead.is_open() {
        return Err(Refusal::AlreadyOpen);
    }
    Ok(vec![Event::Reopened { why: stated(why)? }])
}

fn put_aside(until: Timestamp, why: String, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    if until <= now {
        return Err(Refusal::MomentPassed);
    }
    if until.duration_since(now) > SNOOZE_MAX {
        return Err(Refusal::MomentTooFar);
    }
    Ok(vec![Event::Snoozed { until, why: stated(why)? }])
}

fn stated(why: String) -> Result<String, Refusal> {
    if why.trim().is_empty() {
        return Err(Refusal::WhyNeeded);
    }
    if why.chars().count() > WHY_MAX {
        return Err(Refusal::TooLong(WHY_MAX));
    }
    Ok(why)
}
