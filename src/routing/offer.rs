//! How long an offered lead waits for a yes, and when it is looked at anew.

use super::{decision, eligibility};
use crate::lead::{Decision, Lead, Ownership};
use crate::playbook::{Playbook, Run};
use jiff::{SignedDuration, Timestamp};

/// By when the owner of a decision has to say yes.
///
/// `None` where nobody waits, where the tier has no such clock, and where nobody else of the pool
/// could take it. A clock of business time leaves a third of itself at most for the yes, so that
/// somebody asked late in the day can still keep the promise.
pub fn accept_by(
    lead: &Lead,
    playbook: &Playbook,
    decided: &Decision,
    now: Timestamp,
) -> Option<Timestamp> {
    let waiting = lead.awaiting_since.filter(|_| !lead.quiet)?;
    let clock = playbook.sla.clock.get(&lead.tier())?;
    let minutes = SignedDuration::from_mins(i64::from(clock.accept_minutes?));
    let rule = playbook.routing.rules.iter().find(|rule| rule.name == decided.rule);
    if eligibility::active_count(playbook.pool(&decided.pool)?, rule, playbook) < 2 {
        return None;
    }
    let run = running(lead, playbook, waiting)?;
    let calendar = playbook.calendar();
    let whole = clock.between(&calendar, run.since, run.respond_by);
    let most = if clock.business_time { whole / 3 } else { whole };
    let length = minutes.min(most).max(SignedDuration::from_mins(1));
    Some(clock.after(&calendar, run.since.max(now), length))
}

/// Whether a lead nobody has taken up has this moment become more pressing than it was routed for.
///
/// Only the moment itself counts, so a lead is looked at anew once and never later by chance.
pub fn is_lifted(lead: &Lead, owner: &Ownership, now: Timestamp) -> bool {
    let risen = lead.risen_at == Some(now) && owner.tier < lead.tier();
    let handed_over = lead.handed_over_at == Some(now) && owner.since < now;
    (risen || handed_over) && is_untouched(lead, owner) && decision::is_of_the_rules(&owner.rule)
}

/// Whether no person has said yes or done anything since the owner was named.
pub fn is_untouched(lead: &Lead, owner: &Ownership) -> bool {
    let accepted = owner.offered.is_empty();
    !accepted && lead.first_answer.is_none() && lead.last_human_seq < owner.seq
}

/// The response clock an offer is measured by: the one that runs, else the one about to start.
fn running(lead: &Lead, playbook: &Playbook, waiting: Timestamp) -> Option<Run> {
    match &lead.promise {
        Some(promise) if promise.tier == lead.tier() => {
            Some(Run { since: promise.since, respond_by: promise.respond_by })
        }
        Some(_) | None => playbook.clock_run(lead.tier(), waiting),
    }
}
