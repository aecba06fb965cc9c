//! The numbers that say whether a lead waits: how fast we answered, and what is past due.

use super::desk::Numbers;
use crate::playbook::Playbook;
use crate::rows::AgendaItem;
use crate::shell::store::{Reading, Result};
use jiff::civil::Time;
use jiff::{Timestamp, ToSpan};

/// Days over which promises are looked back on.
pub const DAYS: i64 = 30;

/// Answers looked back on; beyond it the last so many tell as much.
pub const ANSWERS: usize = 2_000;

/// What is counted as past due on one desk.
pub const PAST_DUE: usize = 200;

/// Reads the numbers of a moment.
pub fn numbers(
    reading: &Reading,
    playbook: &Playbook,
    teammate: &str,
    now: Timestamp,
) -> Result<Numbers> {
    let since = now.saturating_sub((DAYS * 24).hours()).unwrap_or(now);
    let mut answers = reading.newest_answered(since, ANSWERS)?;
    answers.reverse();
    let zone = playbook.calendar().zone().clone();
    let midnight = zone.to_datetime(now).date().to_datetime(Time::midnight());
    let midnight = zone.to_timestamp(midnight).unwrap_or(now);
    let today = answers.iter().filter(|answer| answer.at >= midnight);
    let loads = reading.loads()?;
    let past_due = past_due(reading, playbook, now)?;
    let mine = past_due.iter().find(|(mate, _)| mate == teammate).map_or(0, |(_, count)| *count);
    Ok(Numbers {
        today: today.map(|answer| (answer.seconds, answer.in_time)).collect(),
        lately: (answers.len(), answers.iter().filter(|answer| answer.in_time).count()),
        lately_cut: answers.len() == ANSWERS,
        open_mine: loads.get(teammate).map_or(0, |load| load.open),
        open_all: loads.values().map(|load| load.open).sum(),
        past_due,
        past_due_mine: mine,
    })
}

fn past_due(
    reading: &Reading,
    playbook: &Playbook,
    now: Timestamp,
) -> Result<Vec<(String, usize)>> {
    let mut by_mate = Vec::new();
    for mate in &playbook.team {
        let late = reading.overdue(&mate.id, now, PAST_DUE)?;
        let asks = |item| matches!(item, AgendaItem::Clock | AgendaItem::Task);
        let count = late.iter().filter(|waiting| asks(waiting.item)).count();
        if count > 0 {
            by_mate.push((mate.id.clone(), count));
        }
    }
    Ok(by_mate)
}
