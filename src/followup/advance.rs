//! Takes the step whose day it is, at most one a day and only within hours.
//!
//! What could not be taken for too long is left out with a reason: after an outage, a hold or a
//! long snooze only the newest step is taken, and nobody gets three letters at once. A first answer
//! is left out as soon as a person has given it.

use super::instant_reply;
use super::letters::BY_HAND;
use super::schedule::Schedule;
use super::steps::{self, Turn};
use crate::capability::Situation;
use crate::lead::{Event, StepRef};
use crate::playbook::Step;
use jiff::{SignedDuration, Timestamp};

/// What becomes of a step that is due.
enum Verdict {
    Take,
    LeaveOut(&'static str),
    PutOff(Timestamp, &'static str),
}

/// The steps that are due, up to the one that is taken or put off.
pub(super) fn advance(schedule: &Schedule, situation: &Situation, now: Timestamp) -> Vec<Event> {
    if let Some(left_out) = answered(schedule) {
        return vec![left_out];
    }
    if schedule.next_look().is_none_or(|at| at > now) {
        return Vec::new();
    }
    let mut events = Vec::new();
    for (index, step) in schedule.sequence.steps.iter().enumerate().skip(schedule.enrolment.done) {
        if schedule.moment(index) > now {
            break;
        }
        let at = schedule.step_ref(index, step);
        match verdict(schedule, situation, index, now) {
            Verdict::LeaveOut(why) => events.push(Event::Skipped { step: at, why: why.into() }),
            Verdict::PutOff(until, why) => {
                events.push(Event::Postponed { step: at, until, why: why.into() });
                break;
            }
            Verdict::Take => match steps::take(&turn(schedule, situation, step, &at, now)) {
                Ok(event) => {
                    events.extend([event, Event::StepTaken { step: at }]);
                    break;
                }
                Err(why) => events.push(Event::Skipped { step: at, why }),
            },
        }
    }
    events
}

/// The next step left out before its day, where a person has answered in its place.
fn answered(schedule: &Schedule) -> Option<Event> {
    let index = schedule.enrolment.done;
    let step = schedule.sequence.steps.get(index).filter(|_| schedule.is_answered(index))?;
    Some(Event::Skipped { step: schedule.step_ref(index, step), why: BY_HAND.into() })
}

fn turn<'a>(
    schedule: &'a Schedule,
    situation: &'a Situation,
    step: &'a Step,
    at: &'a StepRef,
    now: Timestamp,
) -> Turn<'a> {
    Turn { lead: schedule.lead, situation, calendar: &schedule.calendar, step, at, now }
}

fn verdict(schedule: &Schedule, situation: &Situation, index: usize, now: Timestamp) -> Verdict {
    let moment = schedule.moment(index);
    let today = schedule.calendar.day_of(now);
    let stale_days = situation.playbook.followup.stale_after_days.max(1);
    let patience = SignedDuration::from_hours(24 * i64::from(stale_days));
    if now.duration_since(moment) > patience {
        return Verdict::LeaveOut("it came too late");
    }
    let next_is_due =
        index + 1 < schedule.sequence.steps.len() && schedule.moment(index + 1) <= now;
    if next_is_due && schedule.calendar.day_of(moment) < today {
        return Verdict::LeaveOut("a later step is due already");
    }
    if schedule.had_step_on(today) {
        return Verdict::PutOff(schedule.next_day(now), "one step a day is enough");
    }
    if instant_reply::goes_before(schedule, situation, now) {
        return Verdict::PutOff(
            schedule.next_day(now),
            "they hear first that we have their message",
        );
    }
    if !schedule.calendar.is_open(now) {
        return Verdict::PutOff(schedule.calendar.next_opening(now), "it is out of hours for them");
    }
    Verdict::Take
}
