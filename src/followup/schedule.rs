//! On which day a step falls: counted from enrolment in the lead's own zone, within opening hours.
//!
//! Day 1 is at once if it is open, else at the next opening; every later day is at its opening. A
//! step that falls on a closed day moves to the next opening and moves no other step. Days are
//! counted from enrolment and not from the last letter, so that a day on which the mail server was
//! down does not push the whole sequence back.

use super::{letters, zone};
use crate::lead::hours::Calendar;
use crate::lead::{Enrolment, Exit, Lead, StepRef};
use crate::playbook::{Playbook, Sequence, Step};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// The furthest day of a sequence that is told from the ones after it: ten years.
const DAY_MAX: u32 = 3_660;

/// The most steps shown ahead.
const PREVIEW_MAX: usize = 100;

/// The sequence a lead is in, laid over its calendar.
pub(super) struct Schedule<'a> {
    pub lead: &'a Lead,
    pub enrolment: &'a Enrolment,
    pub sequence: &'a Sequence,
    pub calendar: Calendar<'a>,
}

impl<'a> Schedule<'a> {
    /// The schedule of a lead; `None` if it is in no sequence that still exists.
    pub fn of(lead: &'a Lead, playbook: &'a Playbook) -> Option<Schedule<'a>> {
        let enrolment = lead.enrolment.as_ref()?;
        let sequence = playbook.sequence(&enrolment.sequence)?;
        let hours = &playbook.hours;
        let calendar = Calendar::new(zone(lead, playbook), &hours.week, &hours.holidays);
        Some(Schedule { lead, enrolment, sequence, calendar })
    }

    /// When this step falls due, put off or not.
    pub fn moment(&self, index: usize) -> Timestamp {
        let planned = self.planned(self.sequence.steps.get(index).map_or(1, |step| step.day));
        match &self.enrolment.postponed {
            Some((until, _)) if index == self.enrolment.done => planned.max(*until),
            _ => planned,
        }
    }

    /// When this day of the sequence begins.
    fn planned(&self, day: u32) -> Timestamp {
        let since = self.enrolment.since;
        if day <= 1 {
            return self.calendar.next_opening(since);
        }
        let later = i64::from(day.min(DAY_MAX) - 1);
        opening_after(&self.calendar, since, later)
    }

    /// The first opening of a later day.
    pub fn next_day(&self, at: Timestamp) -> Timestamp {
        next_day(&self.calendar, at)
    }

    /// Whether a step was taken on this day already.
    pub fn had_step_on(&self, day: Date) -> bool {
        self.lead.last_step_at.is_some_and(|at| self.calendar.day_of(at) == day)
    }

    /// When there is something to do: the next step, or leaving after the last one.
    ///
    /// `None` while the sequence is held, or while its last letter is still on its way.
    pub fn next_look(&self) -> Option<Timestamp> {
        if self.enrolment.held.is_some() {
            return None;
        }
        let awake = self.lead.snoozed.as_ref().map(|snooze| snooze.until);
        if self.enrolment.done < self.sequence.steps.len() {
            let at = self.moment(self.enrolment.done);
            return Some(awake.map_or(at, |awake| self.calendar.next_opening(at.max(awake))));
        }
        let on_its_way = letters::of_steps(self.lead).next().is_some();
        (!on_its_way).then(|| Some(self.finish()).max(awake).unwrap_or(Timestamp::MAX))
    }

    /// The opening of the day after the last step.
    fn finish(&self) -> Timestamp {
        let planned = self.moment(self.sequence.steps.len().saturating_sub(1));
        let taken = self.lead.last_step_at.map_or(planned, |at| at.max(planned));
        self.next_day(taken)
    }

    /// The steps still to come, one a day, each with its moment.
    fn coming(&self) -> impl Iterator<Item = (usize, Timestamp, &'a Step)> + '_ {
        let awake = self.lead.snoozed.as_ref().map(|snooze| snooze.until);
        let mut last = self.lead.last_step_at;
        let steps = self.sequence.steps.iter().enumerate().skip(self.enrolment.done);
        steps.map(move |(index, step)| {
            let day_after = last.map(|at| self.next_day(at));
            let earliest = self.moment(index).max(awake.max(day_after).unwrap_or(Timestamp::MIN));
            let at = self.calendar.next_opening(earliest);
            last = Some(at);
            (index, at, step)
        })
    }

    /// Whether a step would answer what a person has answered already.
    pub fn is_answered(&self, index: usize) -> bool {
        let step = self.sequence.steps.get(index);
        step.is_some_and(|step| self.sequence.answers_with(step)) && self.was_written_to()
    }

    /// Whether a person has written to them since their last word. Who begins a sequence by hand, or sends
    /// it after another, knows what was written before.
    fn was_written_to(&self) -> bool {
        let Schedule { lead, enrolment, .. } = self;
        let follows = lead.left.last().is_some_and(|(_, exit)| *exit == Exit::Finished);
        let begun = (enrolment.by_hand || follows).then_some(enrolment.since);
        let theirs = lead.last_inbound_at.max(lead.captured_at).max(begun);
        lead.awaiting_since.is_none() && lead.wrote_at >= theirs
    }

    /// This step, as entries name it.
    pub fn step_ref(&self, index: usize, step: &Step) -> StepRef {
        StepRef { sequence: self.sequence.key.clone(), index, day: step.day }
    }
}

/// The first opening of a later day than that of this moment.
pub(super) fn next_day(calendar: &Calendar, at: Timestamp) -> Timestamp {
    opening_after(calendar, at, 1)
}

fn opening_after(calendar: &Calendar, at: Timestamp, days: i64) -> Timestamp {
    calendar.opening_of(calendar.day_of(at).saturating_add(days.days()))
}

/// The steps still to come, each with its moment as things stand, holidays and hours applied.
pub fn preview<'a>(lead: &'a Lead, playbook: &'a Playbook) -> Vec<(StepRef, Timestamp, &'a Step)> {
    let Some(schedule) = Schedule::of(lead, playbook) else { return Vec::new() };
    let named = |(index, at, step)| (schedule.step_ref(index, step), at, step);
    schedule.coming().take(PREVIEW_MAX).map(named).collect()
}

/// The next step as things stand, and when it is to be taken; `None` while the sequence is held,
/// and where there is none.
pub fn next_step<'a>(lead: &'a Lead, playbook: &'a Playbook) -> Option<(Timestamp, &'a Step)> {
    let schedule = Schedule::of(lead, playbook).filter(|it| it.enrolment.held.is_none())?;
    schedule.coming().next().map(|(_, at, step)| (at, step))
}
