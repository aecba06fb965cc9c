//! The marks on a running clock: warnings, the end, and twice and three times the end.

use super::is_on_the_clock;
use crate::lead::{Lead, Promise};
use crate::playbook::Playbook;
use jiff::{SignedDuration, Timestamp};

/// What a clock has to say at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// So many percent of the clock are gone.
    Warn(u16),
    /// It has run out.
    Breach,
    /// It has run out 2 or 3 times over: the backup's turn, then the manager's.
    Escalate(u8),
}

/// The last level of escalation: the manager.
const LEVEL_MAX: u8 = 3;

/// The next mark on the clock of a lead, and when it is reached. `None` without a running clock.
pub fn next_mark(lead: &Lead, playbook: &Playbook) -> Option<(Timestamp, Mark)> {
    let promise = lead.promise.as_ref().filter(|_| is_on_the_clock(lead))?;
    lead.owner.as_ref()?;
    after(promise, lead, playbook)
}

/// The mark that follows what has been said of this promise.
pub fn after(promise: &Promise, lead: &Lead, playbook: &Playbook) -> Option<(Timestamp, Mark)> {
    let mark = following(promise, &playbook.sla.warn_at)?;
    let share = match mark {
        Mark::Warn(percent) => percent,
        Mark::Breach => 100,
        Mark::Escalate(level) => u16::from(level) * 100,
    };
    Some((reached(promise, share, lead.waiting_known_at, playbook), mark))
}

fn following(promise: &Promise, warn_at: &[u16]) -> Option<Mark> {
    if promise.breached {
        let level = promise.escalated.max(1).saturating_add(1);
        return (level <= LEVEL_MAX).then_some(Mark::Escalate(level));
    }
    let left = warn_at.iter().filter(|percent| **percent > promise.warned && **percent < 100);
    Some(left.min().map_or(Mark::Breach, |percent| Mark::Warn(*percent)))
}

/// When so many percent of a promise are used up, in the clock's own time.
///
/// Past its end a clock counts on from the end, or from when the enquiry became known if that was
/// later: nobody is called in over the head of an owner who has only just heard of it.
fn reached(
    promise: &Promise,
    percent: u16,
    known: Option<Timestamp>,
    playbook: &Playbook,
) -> Timestamp {
    let end = promise.respond_by.max(known.unwrap_or(Timestamp::MIN));
    if percent == 100 {
        return end;
    }
    let (from, share) = if percent < 100 { (promise.since, percent) } else { (end, percent - 100) };
    let Some(clock) = playbook.sla.clock.get(&promise.tier) else {
        let whole = promise.respond_by.duration_since(promise.since);
        return from.saturating_add(part(whole, share)).unwrap_or(Timestamp::MAX);
    };
    let calendar = playbook.calendar();
    let whole = clock.between(&calendar, promise.since, promise.respond_by);
    clock.after(&calendar, from, part(whole, share))
}

/// So many percent of a length, which counts as a minute at least.
fn part(whole: SignedDuration, percent: u16) -> SignedDuration {
    let minute = SignedDuration::from_mins(1);
    let millis = whole.max(minute).as_millis() * i128::from(percent) / 100;
    SignedDuration::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}
