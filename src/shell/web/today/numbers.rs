//! The numbers that say whether a lead waits: how fast we answered, and what is past due.

use super::desk::{Lately, Numbers};
use crate::insights::opening_seconds;
use crate::lead::{Event, TaskKind, TeammateId};
use crate::playbook::Playbook;
use crate::rows::AgendaItem;
use crate::shell::store::waiting::{Answered, Waiting};
use crate::shell::store::{Reading, Result};
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// Days over which promises are looked back on.
pub const DAYS: i64 = 30;

/// Promises looked back on; beyond it the last so many tell as much.
pub const PROMISES: usize = 2_000;

/// What is looked at of each desk: what is over, and what is still to come.
const LATE: usize = 200;
const TO_COME: usize = 500;

/// How far ahead clocks are counted.
const AHEAD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is late on a desk.
pub struct Standing {
    pub teammate: TeammateId,
    /// Since when its clocks are over.
    pub late_clocks: Vec<Timestamp>,
    /// Tasks that should have been done before, without those that only repeat a clock.
    pub late_tasks: usize,
    /// Whether more is late than was looked at.
    pub is_cut: bool,
}

impl Standing {
    /// What should have been done before.
    pub fn late(&self) -> usize {
        self.late_clocks.len() + self.late_tasks
    }
}

/// Reads what is late on every desk. A lead whose clock runs is counted by it, and not by the task
/// that asks for the same answer.
pub fn standings(reading: &Reading, playbook: &Playbook, now: Timestamp) -> Result<Vec<Standing>> {
    playbook.team.iter().map(|mate| standing(reading, &mate.id, now)).collect()
}

fn standing(reading: &Reading, teammate: &str, now: Timestamp) -> Result<Standing> {
    let late = reading.overdue(teammate, now, LATE)?;
    let is_clock = |one: &&Waiting| one.item == AgendaItem::Clock;
    let late_clocks = late.iter().filter(is_clock).map(|one| one.at).collect();
    let mut late_tasks = 0;
    for task in late.iter().filter(|one| one.item == AgendaItem::Task) {
        if !repeats_clock(reading, task)? {
            late_tasks += 1;
        }
    }
    let (teammate, is_cut) = (teammate.to_owned(), late.len() == LATE);
    Ok(Standing { teammate, late_clocks, late_tasks, is_cut })
}

/// Clocks of a desk that are not over yet.
pub fn clocks_to_come(reading: &Reading, teammate: &str, now: Timestamp) -> Result<usize> {
    Ok(clocks_in(&reading.agenda_between(teammate, now, now + AHEAD, TO_COME)?))
}

fn clocks_in(waiting: &[Waiting]) -> usize {
    waiting.iter().filter(|one| one.item == AgendaItem::Clock).count()
}

/// Whether a task asks for the answer that the clock of its lead asks for.
fn repeats_clock(reading: &Reading, task: &Waiting) -> Result<bool> {
    let entry = reading.entry(task.seq)?.map(|entry| entry.event);
    let asks = matches!(entry, Some(Event::TaskAdded { kind: TaskKind::Answer, .. }));
    Ok(asks && reading.summary(task.lead)?.is_some_and(|lead| lead.respond_by.is_some()))
}

/// Reads the numbers of a moment.
pub fn numbers(
    reading: &Reading,
    playbook: &Playbook,
    (teammate, standings): (&str, &[Standing]),
    now: Timestamp,
) -> Result<Numbers> {
    let since = now.saturating_sub((DAYS * 24).hours()).unwrap_or(now);
    let mut answers = reading.newest_answered(since, PROMISES)?;
    answers.reverse();
    let calendar = playbook.calendar();
    let zone = calendar.zone();
    let midnight = zone.to_datetime(now).date().to_datetime(Time::midnight());
    let midnight = zone.to_timestamp(midnight).unwrap_or(now);
    let took = |answer: &Answered| opening_seconds(&calendar, answer.since(), answer.at);
    let today = answers.iter().filter(|answer| answer.at >= midnight);
    let over = |since: Timestamp| {
        let clocks = standings.iter().flat_map(|one| one.late_clocks.iter().copied());
        clocks.filter(move |at| *at >= since)
    };
    let answered = answers.iter().map(|answer| (answer.at, answer.in_time));
    let promises = answered.chain(over(since).map(|at| (at, false))).collect();
    let loads = reading.loads()?;
    let mine = standings.iter().find(|one| one.teammate == teammate);
    Ok(Numbers {
        today: today.map(|answer| (took(answer), answer.in_time)).collect(),
        lately: lately(promises, PROMISES),
        open_mine: loads.get(teammate).map_or(0, |load| load.open),
        open_all: loads.values().map(|load| load.open).sum(),
        unanswered_today: over(midnight).count(),
        past_due: standings.iter().map(Standing::late).sum(),
        past_due_cut: standings.iter().any(|one| one.is_cut),
        past_due_mine: mine.map_or(0, Standing::late),
    })
}

/// What became of the last so many promises, each with when it was answered or over, and whether it
/// was kept.
fn lately(mut promises: Vec<(Timestamp, bool)>, most: usize) -> Lately {
    let is_cut = promises.len() >= most;
    promises.sort_unstable_by_key(|(at, _)| std::cmp::Reverse(*at));
    promises.truncate(most);
    let kept = promises.iter().filter(|(_, is_kept)| *is_kept).count();
    Lately { promises: promises.len(), kept, is_cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_promises_are_as_many_as_is_said_answered_or_not() {
        let at = |(second, is_kept)| (Timestamp::from_second(second).expect("a moment"), is_kept);
        let all = |all: &[(i64, bool)]| all.iter().copied().map(at).collect::<Vec<_>>();
        let few = all(&[(1, true), (3, true), (2, false)]);
        assert_eq!(lately(few.clone(), 4), Lately { promises: 3, kept: 2, is_cut: false });
        assert_eq!(lately(few.clone(), 3), Lately { promises: 3, kept: 2, is_cut: true });
        assert_eq!(lately(few, 2), Lately { promises: 2, kept: 1, is_cut: true });
        assert_eq!(lately(Vec::new(), 2), Lately { promises: 0, kept: 0, is_cut: false });
    }
}
