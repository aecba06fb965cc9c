//! A letter of the sequence, held as a draft for a few minutes where its owner may have a look first.

use super::{StepKindEntry, Turn};
use crate::followup::{letters, permission};
use crate::lead::{Event, Letter};
use crate::playbook::StepKind;
use jiff::{SignedDuration, Timestamp};

pub const STEP: StepKindEntry = StepKindEntry { kind: StepKind::Email, take };

/// A draft that would only be free after closing goes this long before closing.
const BEFORE_CLOSING: SignedDuration = SignedDuration::from_mins(1);

fn take(turn: &Turn) -> Result<Event, String> {
    if let Some(why) = permission::mute(turn.lead, &turn.situation.contact) {
        return Err(why.into());
    }
    if turn.situation.playbook.template(&turn.step.template).is_none() {
        return Err(format!("there is no letter “{}” in the playbook", turn.step.template));
    }
    let letter = letters::compose(turn.lead, turn.situation, &turn.step.template, turn.now);
    let step = Some(turn.at.clone());
    Ok(Event::Queued { letter: Letter { step, not_before: free_at(turn), ..letter } })
}

/// When the letter may go by itself.
fn free_at(turn: &Turn) -> Timestamp {
    if !turn.step.draft_tiers.contains(&turn.lead.tier()) {
        return turn.now;
    }
    let minutes = SignedDuration::from_mins(i64::from(turn.step.draft_minutes));
    let free = turn.now.saturating_add(minutes).unwrap_or(turn.now);
    let closing = turn.calendar.closing(turn.now).unwrap_or(free);
    free.min(closing.saturating_sub(BEFORE_CLOSING).unwrap_or(closing)).max(turn.now)
}
