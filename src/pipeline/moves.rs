//! A lead moved by hand: along the stages, to its end, back again, or aside for a while.

use super::{labels, reasons};
use crate::command::{Command, Refusal};
use crate::lead::{Event, Lead};
use crate::playbook::Playbook;
use jiff::{SignedDuration, Timestamp};

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
        Command::Move { stage } => to_stage(lead, playbook, &stage),
        Command::Win { value } => won(lead, playbook, value),
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

fn to_stage(lead: &Lead, playbook: &Playbook, key: &str) -> Result<Vec<Event>, Refusal> {
    let (_, stage) = playbook.stage(key).ok_or_else(|| Refusal::NoSuchStage(key.into()))?;
    if lead.stage == stage.key {
        return Ok(Vec::new());
    }
    match unknown(lead, playbook, &stage.requires, lead.value) {
        Some(facts) => Err(Refusal::StageNeeds(facts)),
        None => Ok(vec![Event::StageMoved { from: lead.stage.clone(), to: stage.key.clone() }]),
    }
}

fn won(lead: &Lead, playbook: &Playbook, value: Option<i64>) -> Result<Vec<Event>, Refusal> {
    if let Some(value) = value.filter(|value| *value < 0) {
        return Err(not_an_amount(value));
    }
    match unknown(lead, playbook, &playbook.pipeline.won_requires, value.or(lead.value)) {
        Some(facts) => Err(Refusal::WonNeeds(facts)),
        None => Ok(ended(lead, Event::Won { value })),
    }
}

/// The required facts that are not known, by their labels; `email|phone` asks for either.
fn unknown(
    lead: &Lead,
    playbook: &Playbook,
    requires: &[String],
    value: Option<i64>,
) -> Option<String> {
    let is_known = |key: &str| match key {
        "value" => value.is_some(),
        key => lead.fact(key).is_some(),
    };
    let unknown: Vec<String> =
        requires.iter().filter(|wanted| !wanted.split('|').any(is_known)).cloned().collect();
    (!unknown.is_empty()).then(|| labels::list(playbook, &unknown))
}

/// The end, and every letter that will not be carried because of it.
fn ended(lead: &Lead, end: Event) -> Vec<Event> {
    let why = "the lead is closed";
    let dropped = lead.outbox.iter().map(|delivery| delivery.seq);
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

fn not_an_amount(value: i64) -> Refusal {
    Refusal::NotA { field: "value".into(), what: "amount".into(), value: value.to_string() }
}
