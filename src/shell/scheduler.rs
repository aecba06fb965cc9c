//! Wakes when something falls due, and at no other time.
//!
//! Sleeps until the next due row or the next commit, and at least once a minute looks at the wall
//! clock, which may have leapt. What is due is asked at the desk, behind whoever waits there.

use super::desk::{Desk, Order};
use super::error::Error;
use super::store::office::Change;
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

/// Leads looked at in one go after a new playbook.
const SWEEP_AT_ONCE: usize = 200;

/// How often what is kept for a time only is looked through.
const EXPIRY_EVERY: Duration = Duration::from_secs(60 * 60);

/// What has expired and is removed in one commit.
const EXPIRED_AT_ONCE: usize = 500;

/// Looks after everything that falls due, until the desk closes.
pub async fn run(desk: Arc<Desk>) {
    let mut committed = desk.committed();
    let mut version = desk.in_force().version;
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
        if desk.in_force().version != version {
            version = desk.in_force().version;
            let desk = desk.clone();
            tokio::spawn(async move { desk.look_aside("looking at every lead", sweep).await });
        }
        tokio::select! {
            changed = committed.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(sleep) => {}
        }
    }
}

/// Asks for a review of every lead whose time has come. Answers how many there were.
pub fn review_due(desk: &Desk) -> Result<usize, Error> {
    let mut reviewed = 0;
    loop {
        let now = desk.now();
        let due = desk.store().read()?.due(now, REVIEWS_AT_ONCE)?;
        if due.is_empty() {
            return Ok(reviewed);
        }
        reviewed += due.len();
        review(desk, due)?;
    }
}

/// Looks at every open lead again, because the rules have changed.
pub fn sweep(desk: &Desk) -> Result<usize, Error> {
    let mut after = LeadId(0);
    let mut swept = 0;
    loop {
        let ids = desk.store().read()?.lead_ids_after(after, SWEEP_AT_ONCE)?;
        let Some(last) = ids.last() else { return Ok(swept) };
        after = *last;
        swept += ids.len();
        review(desk, ids)?;
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

fn review(desk: &Desk, leads: Vec<LeadId>) -> Result<(), Error> {
    let orders = leads
        .into_iter()
        .map(|id| Order::Lead { id, command: Command::Review, by: Actor::House, once: None })
        .collect();
    desk.ask_behind(orders).into_iter().try_for_each(|answer| answer.map(drop))
}

fn until_next(desk: &Desk) -> Result<Duration, Error> {
    let Some(at) = desk.store().read()?.next_due()? else { return Ok(SLEEP_MAX) };
    let left = at.duration_since(desk.now()).max(SignedDuration::ZERO);
    Ok(left.unsigned_abs().clamp(Duration::from_millis(10), SLEEP_MAX))
}
