//! What has been decided and must now be carried out of the house.
//!
//! A worker takes letters whose time has come, asks once more whether each may go, renders it,
//! hands it to the carrier, and reports at the desk what became of it. Carrying is at least once.
//!
//! While nothing can be written nothing is carried, for what has gone could not be noted. Where the
//! note of a letter fails, it is remembered that it has gone, and only the note is tried again.

mod carry;
mod kept;
pub mod mail;
mod unreported;

pub use carry::{Links, Plan, Recipient, plan};
pub use kept::{kept, read_kept};
pub use unreported::Unreported;

use super::desk::{Desk, Order};
use super::error::Error;
use crate::command::Command;
use crate::lead::{Actor, LeadId, Seq};
use mail::{Carrier, CarryFault};
use std::sync::Arc;
use std::time::Duration;

/// Letters taken in one go.
const LETTERS_AT_ONCE: usize = 50;

/// The longest sleep between two looks.
const SLEEP_MAX: Duration = Duration::from_secs(60);

/// The pause after the outbox could not be emptied.
const AFTER_A_FAULT: Duration = Duration::from_secs(5);

/// Carries letters whenever some are to go, until the desk closes.
pub async fn run(desk: Arc<Desk>, links: Links, carrier: Arc<dyn Carrier>) {
    let mut committed = desk.committed();
    let unreported = Arc::new(Unreported::default());
    loop {
        let (links, carrier, unreported) = (links.clone(), carrier.clone(), unreported.clone());
        let carried = desk.look_aside("emptying the outbox", move |desk| {
            carry_due(desk, &links, &*carrier, &unreported)?;
            until_next(desk)
        });
        let sleep = match carried.await {
            Ok(sleep) => sleep,
            Err(Error::Closing) => return,
            Err(error) => {
                tracing::warn!(%error, "the outbox could not be emptied");
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

/// Carries every letter whose time has come, unless that may not be the time. Answers how many left.
pub fn carry_due(
    desk: &Desk,
    links: &Links,
    carrier: &dyn Carrier,
    unreported: &Unreported,
) -> Result<usize, Error> {
    unreported.forget_what_waits_no_more(desk)?;
    let mut left = 0;
    loop {
        if desk.doubts_its_clock().is_some() {
            return Ok(left);
        }
        let held = |queued| desk.letters_left().holds(queued);
        let letters = desk.store().read()?.outbox(desk.now(), LETTERS_AT_ONCE, held)?;
        if letters.is_empty() {
            return Ok(left);
        }
        for (queued, lead) in letters {
            can_write(desk)?;
            let carried = desk.look("carrying a letter", |desk| {
                carry_one(desk, links, carrier, unreported, lead, queued)
            });
            let has_left = desk.letters_left().note(queued, carried)?;
            left += usize::from(has_left == Some(true));
        }
    }
}

/// Errs while nothing can be written.
fn can_write(desk: &Desk) -> Result<(), Error> {
    desk.write_fault().map_or(Ok(()), |fault| Err(fault.into()))
}

/// Asks, carries and reports one letter, or reports it alone where it was carried before. Answers
/// whether it left.
fn carry_one(
    desk: &Desk,
    links: &Links,
    carrier: &dyn Carrier,
    unreported: &Unreported,
    id: LeadId,
    queued: Seq,
) -> Result<bool, Error> {
    if let Some(command) = unreported.of(queued) {
        report(desk, id, command)?;
        unreported.forget(queued);
        return Ok(false);
    }
    let (lead, mark, contact) = {
        let reading = desk.store().read()?;
        let lead = reading.lead(id)?.ok_or(Error::NotFound)?;
        let mark = desk.mark(&lead.profile.email).unwrap_or_default();
        let contact = reading.contact(&mark)?;
        (lead, mark, contact)
    };
    let planned = plan(&lead, queued, &desk.in_force(), contact, links, desk.now());
    let mail = match planned {
        Plan::Nothing => return Err(Error::NotFound),
        Plan::Tell(command) => return report(desk, id, command).map(|()| false),
        Plan::Carry(_) if unreported.is_full() => return Err(Error::Busy),
        Plan::Carry(mail) => mail,
    };
    let (command, left) = match carrier.carry(&mail) {
        Ok(()) => (Command::Delivered { queued, text: kept(&mail), mark }, true),
        Err(CarryFault { sentence, setback, .. }) => {
            (Command::Undelivered { queued, error: sentence, setback }, false)
        }
    };
    let reported = report(desk, id, command.clone());
    if reported.is_err() {
        unreported.remember(queued, id, command);
    }
    reported.map(|()| left)
}

/// Has written down what became of a letter.
fn report(desk: &Desk, id: LeadId, command: Command) -> Result<(), Error> {
    let order = Order::Lead { id, command, by: Actor::House, once: None };
    match desk.ask_and_wait(order) {
        // Somebody else dealt with the letter meanwhile; what we know of it is then old.
        Ok(_) | Err(Error::Refused(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Until the next letter is to go; while the time is in doubt, until the clock is looked at again.
fn until_next(desk: &Desk) -> Result<Duration, Error> {
    if desk.doubts_its_clock().is_some() {
        return Ok(SLEEP_MAX);
    }
    let held = |queued| desk.letters_left().holds(queued);
    let next = desk.store().read()?.next_letter(held)?.map(|at| at.duration_since(desk.now()));
    Ok(desk.letters_left().sleep(next, SLEEP_MAX))
}
