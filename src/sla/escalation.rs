//! Who hears of a clock: its owner as it runs and ends, then the backup, then the manager.

use super::clock::{Mark, after};
use crate::lead::{Event, Lead, Notice, Promise, TeammateId};
use crate::playbook::Playbook;
use jiff::Timestamp;

/// Everything the clock has to say by now, each mark once and in order.
///
/// After a time without anybody to speak, a warning that has been overtaken is left out.
pub fn called(lead: &Lead, owner: &str, playbook: &Playbook, now: Timestamp) -> Vec<Event> {
    let Some(mut promise) = lead.promise.clone() else { return Vec::new() };
    let mut events = Vec::new();
    let reached = |promise: &Promise| {
        after(promise, lead, playbook).filter(|(at, _)| *at <= now).map(|(_, mark)| mark)
    };
    while let Some(mark) = reached(&promise) {
        note(&mut promise, mark);
        let overtaken = matches!(mark, Mark::Warn(_)) && reached(&promise).is_some();
        if !overtaken {
            events.extend(spoken(mark, owner, &promise, playbook, now));
        }
    }
    events
}

/// Takes a mark as said.
fn note(promise: &mut Promise, mark: Mark) {
    match mark {
        Mark::Warn(percent) => promise.warned = percent,
        Mark::Breach => {
            promise.breached = true;
            promise.escalated = 1;
        }
        Mark::Escalate(level) => promise.escalated = level,
    }
}

fn spoken(
    mark: Mark,
    owner: &str,
    promise: &Promise,
    playbook: &Playbook,
    now: Timestamp,
) -> Vec<Event> {
    let owner_told = |notice| Event::Notified { to: owner.to_owned(), notice };
    match mark {
        Mark::Warn(percent) => {
            vec![Event::Warned { percent }, owner_told(Notice::ClockRunning)]
        }
        Mark::Breach => vec![
            Event::Breached { respond_by: promise.respond_by },
            Event::Escalated { to: owner.to_owned(), level: 1 },
            owner_told(Notice::Breached),
        ],
        Mark::Escalate(level) => {
            let to = called_in(level, owner, playbook, now);
            vec![
                Event::Escalated { to: to.clone(), level },
                Event::Notified { to, notice: Notice::Escalated },
            ]
        }
    }
}

/// Whoever is called in over the owner: the backup, then the manager, then whoever stands in for
/// the whole house. Who is not here today is passed over.
fn called_in(level: u8, owner: &str, playbook: &Playbook, now: Timestamp) -> TeammateId {
    let mate = playbook.teammate(owner);
    let backup = mate.map(|mate| mate.backup.as_str()).filter(|_| level == 2);
    let manager = mate.map(|mate| mate.manager.as_str());
    let named = backup.into_iter().chain(manager).find(|id| playbook.is_here(id, now));
    named.unwrap_or_else(|| playbook.fallback_here(now)).to_owned()
}
