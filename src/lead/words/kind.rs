//! The key of each kind of event, as the journal, the API and the filters write it.

use crate::lead::Event;

/// The kind of an event in snake case, the same word the journal holds.
pub fn kind_of(event: &Event) -> &'static str {
    match event {
        Event::Captured(_) => "captured",
        Event::Attached(_) => "attached",
        Event::Flagged { .. } => "flagged",
        Event::Edited { .. } => "edited",
        Event::Lacking { .. } => "lacking",
        Event::Tagged { .. } => "tagged",
        Event::FileAttached { .. } => "file_attached",
        Event::FileRemoved { .. } => "file_removed",
        Event::Noted { .. } => "noted",
        Event::Touched(_) => "touched",
        Event::Scored { .. } => "scored",
        Event::Answered { .. } => "answered",
        Event::AnswerWithdrawn { .. } => "answer_withdrawn",
        Event::Graded { .. } => "graded",
        Event::HandedOver { .. } => "handed_over",
        Event::TakenOn => "taken_on",
        Event::SentBack { .. } => "sent_back",
        Event::Assigned { .. } => "assigned",
        Event::Accepted => "accepted",
        Event::OfferStood { .. } => "offer_stood",
        Event::OfferShortened { .. } => "offer_shortened",
        Event::Misrouted { .. } => "misrouted",
        Event::OwnerJudged { .. } => "owner_judged",
        Event::Promised { .. } => "promised",
        Event::Warned { .. } => "warned",
        Event::Breached { .. } => "breached",
        Event::Escalated { .. } => "escalated",
        Event::Notified { .. } => "notified",
        Event::ToldTogether { .. } => "told_together",
        Event::TaskAdded { .. } => "task_added",
        Event::TaskDone { .. } => "task_done",
        Event::TaskDropped { .. } => "task_dropped",
        Event::TaskMoved { .. } => "task_moved",
        Event::Enrolled { .. } => "enrolled",
        Event::Withheld { .. } => "withheld",
        Event::Postponed { .. } => "postponed",
        Event::StepTaken { .. } => "step_taken",
        Event::Skipped { .. } => "skipped",
        Event::Exited { .. } => "exited",
        Event::Held { .. } => "held",
        Event::Resumed => "resumed",
        Event::Queued { .. } => "queued",
        Event::Rewritten { .. } => "rewritten",
        Event::Released { .. } => "released",
        Event::Delivered { .. } => "delivered",
        Event::Undelivered { .. } => "undelivered",
        Event::Deferred { .. } => "deferred",
        Event::Dropped { .. } => "dropped",
        Event::Bounced { .. } => "bounced",
        Event::OptedOut { .. } => "opted_out",
        Event::StageMoved { .. } => "stage_moved",
        Event::Won { .. } => "won",
        Event::Lost { .. } => "lost",
        Event::Disqualified { .. } => "disqualified",
        Event::Reopened { .. } => "reopened",
        Event::Snoozed { .. } => "snoozed",
        Event::Overridden { .. } => "overridden",
        Event::OverrideEnded => "override_ended",
        Event::Woken => "woken",
        Event::Unsettled => "unsettled",
        Event::PlaybookApplied { .. } => "playbook_applied",
        Event::Unknown { .. } => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::samples;
    use std::collections::BTreeSet;

    #[test]
    fn a_kind_is_the_word_the_journal_writes() {
        let mut kinds = BTreeSet::new();
        for event in samples::events() {
            let written = serde_json::to_value(&event).expect("an event is plain data");
            let word = written
                .as_str()
                .map(str::to_owned)
                .or_else(|| written.as_object().and_then(|object| object.keys().next().cloned()));
            assert_eq!(word.as_deref(), Some(kind_of(&event)));
            kinds.insert(kind_of(&event));
        }
        assert_eq!(kinds.len(), 62, "the samples show every kind");
    }
}
