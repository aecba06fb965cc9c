//! How a lead leaves its sequence, and what goes with it.
//!
//! Whatever they say or do towards us ends it, for automation keeps the rhythm and a person handles
//! the answer. Winning, losing and disqualifying end it by themselves, for they close the lead.

use super::enrol::Admission;
use super::schedule::Schedule;
use super::{enrol, letters, permission};
use crate::capability::Situation;
use crate::lead::{Enrolment, Event, Evidence, Exit, HandRaise, Lead, Sign, Task, TaskKind};
use jiff::Timestamp;

/// A decided exit, and what comes of the sequence after it.
pub(super) struct Leaving {
    pub exit: Exit,
    pub then: Option<Admission>,
    /// The reason it is archived for, if it is.
    pub archive_as: Option<String>,
}

/// Why the lead leaves its sequence now, if it does.
pub(super) fn reason(
    lead: &Lead,
    situation: &Situation,
    schedule: Option<&Schedule>,
    now: Timestamp,
) -> Option<Leaving> {
    let enrolment = lead.enrolment.as_ref()?;
    if let Some(exit) = stopped(lead, enrolment, situation) {
        return Some(Leaving::with(exit));
    }
    let Some(schedule) = schedule else {
        // The playbook no longer has this sequence, so there is no step left to take.
        return Some(Leaving::with(Exit::Finished));
    };
    if !permission::has_consent(lead, schedule.sequence) {
        return Some(Leaving::with(Exit::NoConsent));
    }
    let handed_over = lead.handed_over_at.is_some_and(|at| at > enrolment.since);
    if schedule.sequence.ends_at_handover && handed_over {
        let next = enrol::of_tier(lead, situation.playbook);
        let then = next.and_then(|next| enrol::admitted(lead, situation, &next.key));
        return Some(Leaving { then, ..Leaving::with(Exit::HandedOver) });
    }
    let over = enrolment.done >= schedule.sequence.steps.len();
    (over && schedule.next_look().is_some_and(|at| at <= now)).then(|| Leaving {
        exit: Exit::Finished,
        then: enrol::admitted(lead, situation, &schedule.sequence.then),
        archive_as: Some(schedule.sequence.archive_as.clone())
            .filter(|reason| !reason.is_empty() && !is_owed(lead)),
    })
}

/// Whether one of us still owes them something: an answer that was promised, or anything planned. What
/// the steps asked for and what is missing of a lead is owed to nobody who has been silent for so long.
fn is_owed(lead: &Lead) -> bool {
    let planned = |task: &Task| task.step.is_none() && task.kind != TaskKind::Complete;
    lead.promise.is_some() || lead.tasks.iter().any(planned)
}

/// What they did since they entered that ends the sequence.
fn stopped(lead: &Lead, enrolment: &Enrolment, situation: &Situation) -> Option<Exit> {
    let since = |at: Option<Timestamp>| at.is_some_and(|at| at > enrolment.since);
    if since(permission::opted_out_at(lead, &situation.contact)) {
        return Some(Exit::OptedOut);
    }
    if since(lead.bounced_at) {
        return Some(Exit::Bounced);
    }
    // A reply may be logged days after it came: what counts is that we heard of it since, and that
    // it is no word from before they enquired.
    let is_fresh = |evidence: &&Evidence| {
        evidence.seq > enrolment.seq && Some(evidence.at) >= lead.captured_at
    };
    let mut fresh = lead.evidence.iter().rev().filter(is_fresh);
    let met = fresh.find_map(|evidence| match &evidence.sign {
        Sign::Asked(HandRaise::Booking) => Some(Exit::Booked),
        Sign::Talked | Sign::MetInPerson => Some(Exit::Talked),
        Sign::Asked(HandRaise::Quote | HandRaise::Demo | HandRaise::Callback)
        | Sign::Visited(_)
        | Sign::Stayed(_)
        | Sign::Downloaded(_)
        | Sign::AttendedWebinar
        | Sign::Opened
        | Sign::Clicked
        | Sign::Replied
        | Sign::UsedProduct => None,
    });
    met.or_else(|| (lead.heard_seq > enrolment.seq).then_some(Exit::Replied))
}

impl Leaving {
    /// An exit after which nothing follows by itself.
    pub fn with(exit: Exit) -> Leaving {
        Leaving { exit, then: None, archive_as: None }
    }

    /// The exit, with the letters and tasks of steps that go with it, and what is entered next.
    ///
    /// After the last step the tasks stay: nobody has answered, so what a person owes is still owed.
    pub fn events(self, lead: &Lead) -> Vec<Event> {
        let Some(enrolment) = &lead.enrolment else { return Vec::new() };
        let why = self.exit.why();
        let tasks = lead.tasks.iter().filter(|task| task.step.is_some());
        let tasks = tasks.map(|task| Event::TaskDropped { task: task.seq, why: why.into() });
        let mut events: Vec<Event> =
            if self.exit == Exit::Finished { Vec::new() } else { tasks.collect() };
        events.extend(
            letters::of_steps(lead)
                .map(|delivery| Event::Dropped { queued: delivery.seq, why: why.into() }),
        );
        let sequence = enrolment.sequence.clone();
        let then = self.then.as_ref().and_then(Admission::entered).map(str::to_owned);
        events.push(Event::Exited { sequence, exit: self.exit, then });
        events.extend(self.then.map(Admission::event));
        if let Some(reason) = self.archive_as {
            // What a step has queued is dropped above; here it is whatever else waits.
            let rest = lead.outbox.iter().filter(|delivery| delivery.letter.step.is_none());
            let dropped = |seq| Event::Dropped { queued: seq, why: Exit::Lost.why().into() };
            events.push(Event::Lost { reason, note: String::new() });
            events.extend(rest.map(|delivery| dropped(delivery.seq)));
        }
        events
    }
}
