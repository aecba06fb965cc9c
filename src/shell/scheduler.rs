//! Wakes when something falls due, and at no other time.
//!
//! Sleeps until the next due row or the next commit, and at least once a minute looks at the wall
//! clock, which may have leapt. What is due is asked at the desk, behind whoever waits there.

use super::desk::{Desk, Order};
use super::error::Error;
use super::store::office::{Change, EVERY_LEAD};
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
        review(desk, due)?;
    }
}

/// Looks at every lead by the rules in force, as far as that has not been done. How far it came is
/// kept, so that it goes on from there. Answers how many there were.
pub fn sweep(desk: &Desk) -> Result<usize, Error> {
    let mut swept = 0;
    loop {
        let rules = desk.in_force().mark();
        let (settled, leads) = {
            let reading = desk.store().read()?;
            let settled = reading.settled_up_to(rules)?;
            (settled, reading.lead_ids_after(settled, SWEEP_AT_ONCE)?)
        };
        if settled == EVERY_LEAD {
            return Ok(swept);
        }
        swept += leads.len();
        let up_to = leads.last().copied().unwrap_or(EVERY_LEAD);
        review(desk, leads)?;
        desk.ask_and_wait(Order::Office(vec![Change::Settled { rules, up_to }]))?;
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
