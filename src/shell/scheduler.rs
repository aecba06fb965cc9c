//! Wakes when something falls due, and at no other time.
//!
//! Sleeps until the next due row or the next commit, and at least once a minute looks at the wall
//! clock, which may have leapt. What is due is asked at the desk, behind whoever waits there.

use super::desk::{Desk, Order};
use super::error::Error;
use crate::command::Command;
use crate::lead::{Actor, LeadId};
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
        let left = |lead: LeadId| desk.leads_left().holds(lead.0);
        let due = desk.store().read()?.due(now, REVIEWS_AT_ONCE, left)?;
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

/// A lead that cannot be looked at is left alone for a while, so that the others are.
fn review(desk: &Desk, leads: Vec<LeadId>) -> Result<(), Error> {
    let order = |id| Order::Lead { id, command: Command::Review, by: Actor::House, once: None };
    let answers = desk.ask_behind(leads.iter().copied().map(order).collect());
    let mut reviewed = Ok(());
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
