//! Wakes when something falls due, and at no other time.
//!
//! Sleeps until the next due row or the next commit, and at least once a minute looks at the wall
//! clock, which may have leapt. What is due is asked at the desk, behind whoever waits there.

use super::desk::{Desk, Order};
use super::error::Error;
use super::store::office::{Change, EVERY_LEAD};
use crate::command::Command;
use crate::lead::{Actor, LeadId};
use jiff::SignedDuration;
use std::sync::Arc;
use std::time::Duration;

/// Reviews asked for at once: as many as one commit carries.
const REVIEWS_AT_ONCE: usize = 200;

/// The longest sleep.
const SLEEP_MAX: Duration = Duration::from_secs(60);

/// The pause after what is due could not be looked at.
const AFTER_A_FAULT: Duration = Duration::from_secs(5);

/// Leads looked at in one go after a new playbook: one commit's worth. The next ones come after it,
/// and who waited meanwhile is answered first.
const SWEEP_AT_ONCE: usize = 200;

/// How often what is kept for a time only is looked through.
const EXPIRY_EVERY: Duration = Duration::from_secs(60 * 60);

/// What has expired and is removed in one commit.
const EXPIRED_AT_ONCE: usize = 500;

/// Looks after everything that falls due and everything that new rules concern, until the desk
/// closes.
pub async fn run(desk: Arc<Desk>) {
    tokio::join!(keep_time(desk.clone()), follow_the_rules(desk));
}

async fn keep_time(desk: Arc<Desk>) {
    let mut committed = desk.committed();
    loop {
        let reviewed = desk.look_aside("looking at what is due", |desk| {
            review_due(desk)?;
            until_next(desk)
        });
        let sleep = match reviewed.await {
            Ok(sleep) => sleep,
            Err(Error::Closing) => return,
            Err(error) => {
                tracing::warn!(%error, "what is due could not be looked at");
                tokio::time::sleep(AFTER_A_FAULT).await;
                continue;
            }
        };
        tokio::select! {
            changed = committed.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(sleep) => {}
        }
    }
}

/// What was cut off the last time is taken up again, whether by a fault or by closing.
async fn follow_the_rules(desk: Arc<Desk>) {
    let mut committed = desk.committed();
    loop {
        let rules = desk.in_force().mark();
        match desk.look_aside("looking at every lead again", sweep).await {
            Ok(_) => {}
            Err(Error::Closing) => return,
            Err(error) => {
                tracing::warn!(%error, "some leads do not follow the new playbook yet");
                tokio::time::sleep(AFTER_A_FAULT).await;
                continue;
            }
        }
        let is_new = |_: &u64| desk.in_force().mark() != rules;
        if committed.wait_for(is_new).await.is_err() {
            return;
        }
    }
}

/// Asks for a review of every lead whose time has come. Answers how many there were.
pub fn review_due(desk: &Desk) -> Result<usize, Error> {
    let mut reviewed = 0;
    loop {
        let now = desk.now();
        let left = |lead: LeadId| desk.leads_left().holds(lead.0);
        let due = desk.store().read()?.due(now, REVIEWS_AT_ONCE, left)?;
        if due.is_empty() {
            return Ok(reviewed);
        }
        reviewed += due.len();
        review(desk, None, due)?;
    }
}

/// Looks at every lead by the rules in force, as far as that has not been done. How far it came is
/// kept, so that it goes on from there. Answers how many there were.
///
/// Once leads have been looked at, that is noted in the commit of the next ones. Who comes in
/// meanwhile is decided by these rules anyway.
pub fn sweep(desk: &Desk) -> Result<usize, Error> {
    let mut swept = 0;
    let mut done: Option<Change> = None;
    let mut newest: Option<(u64, LeadId)> = None;
    loop {
        let rules = desk.in_force().mark();
        let (settled, leads) = {
            let reading = desk.store().read()?;
            let settled = match &done {
                Some(Change::Settled { rules: by, up_to }) if *by == rules => *up_to,
                _ => reading.settled_up_to(rules)?,
            };
            let last = match newest {
                Some((by, last)) if by == rules => last,
                _ => reading.newest_leads(1)?.first().map_or(LeadId(0), |(id, _)| *id),
            };
            newest = Some((rules, last));
            let mut leads = reading.lead_ids_after(settled, SWEEP_AT_ONCE)?;
            leads.retain(|lead| *lead <= last);
            (settled, leads)
        };
        let note = done.take().map(|done| Order::Office(vec![done]));
        if settled == EVERY_LEAD {
            note.map_or(Ok(()), |note| desk.ask_and_wait(note).map(drop))?;
            return Ok(swept);
        }
        swept += leads.len();
        let up_to = leads.last().copied().unwrap_or(EVERY_LEAD);
        review(desk, note, leads)?;
        done = Some(Change::Settled { rules, up_to });
    }
}

/// Removes what has expired once an hour, until the desk closes; see [`sweep_expired`].
pub async fn run_hourly(desk: Arc<Desk>, aside_days: u32) {
    loop {
        let swept = desk
            .look_aside("removing what has expired", move |desk| sweep_expired(desk, aside_days));
        match swept.await {
            Ok(0) => {}
            Ok(swept) => tracing::debug!(swept, "what had expired is gone"),
            Err(Error::Closing) => return,
            Err(error) => tracing::warn!(%error, "what has expired could not be removed"),
        }
        tokio::time::sleep(EXPIRY_EVERY).await;
    }
}

/// Removes sessions and idempotency keys that have expired, and what was put aside so many days ago
/// and taken up by nobody. Answers how much there was. While the clock is in doubt nothing goes.
pub fn sweep_expired(desk: &Desk, aside_days: u32) -> Result<usize, Error> {
    if desk.doubts_its_clock().is_some() {
        return Ok(0);
    }
    let now = desk.now();
    let kept_for = SignedDuration::from_hours(24 * i64::from(aside_days));
    let aside_before = now.saturating_sub(kept_for).unwrap_or(jiff::Timestamp::MIN);
    let mut swept = 0;
    loop {
        let expired = desk.store().read()?.expired(now, aside_before, EXPIRED_AT_ONCE)?;
        if expired.is_empty() {
            return Ok(swept);
        }
        swept += expired.len();
        let order = Order::Office(vec![Change::Sweep { now, expired }]);
        desk.ask_behind(vec![order]).into_iter().try_for_each(|answer| answer.map(drop))?;
    }
}

/// Carries out what comes first, if anything does, and looks at leads. One that cannot be looked at
/// is left alone for a while, so that the others are.
fn review(desk: &Desk, first: Option<Order>, leads: Vec<LeadId>) -> Result<(), Error> {
    let order = |id| Order::Lead { id, command: Command::Review, by: Actor::House, once: None };
    let (before, reviews) = (usize::from(first.is_some()), leads.iter().copied().map(order));
    let mut answers = desk.ask_behind(first.into_iter().chain(reviews).collect()).into_iter();
    let mut reviewed = answers.by_ref().take(before).try_for_each(|answer| answer.map(drop));
    for (lead, answer) in leads.iter().zip(answers) {
        let noted = desk.leads_left().note(lead.0, answer);
        reviewed = reviewed.and(noted.map(drop));
    }
    reviewed
}

fn until_next(desk: &Desk) -> Result<Duration, Error> {
    let left = |lead: LeadId| desk.leads_left().holds(lead.0);
    let next = desk.store().read()?.next_due(left)?.map(|at| at.duration_since(desk.now()));
    Ok(desk.leads_left().sleep(next, SLEEP_MAX))
}
