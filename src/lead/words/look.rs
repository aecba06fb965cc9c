//! How an entry looks on the timeline: its symbol, its side and the word beside it.

use super::Side;
use crate::language::Words;
use crate::lead::{Channel, Direction, Entry, Event, StepRef, Touch};

/// The symbol that stands beside an entry.
pub(super) fn icon(event: &Event) -> &'static str {
    match event {
        Event::Captured(_)
        | Event::Attached(_)
        | Event::Noted { .. }
        | Event::Edited { .. }
        | Event::Tagged { .. }
        | Event::FileAttached { .. }
        | Event::Rewritten { .. } => "note",
        Event::Touched(touch) => channel_icon(touch.channel),
        Event::Scored { .. } | Event::Graded { .. } | Event::Enrolled { .. } | Event::Resumed => {
            "bolt"
        }
        Event::HandedOver { .. }
        | Event::Assigned { .. }
        | Event::Misrouted { .. }
        | Event::OwnerJudged { .. }
        | Event::OfferStood { .. } => "route",
        Event::Accepted
        | Event::Answered { .. }
        | Event::TakenOn
        | Event::TaskDone { .. }
        | Event::Exited { .. }
        | Event::Won { .. } => "check",
        Event::OfferShortened { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Postponed { .. }
        | Event::Held { .. }
        | Event::Deferred { .. }
        | Event::Snoozed { .. }
        | Event::TaskMoved { .. }
        | Event::Overridden { .. }
        | Event::OverrideEnded
        | Event::Woken => "clock",
        Event::Flagged { .. }
        | Event::Lacking { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Undelivered { .. }
        | Event::Bounced { .. }
        | Event::Unsettled => "flag",
        Event::Notified { .. } | Event::ToldTogether { .. } => "chat",
        Event::TaskAdded { .. } | Event::StepTaken { .. } => "task",
        Event::Queued { .. } | Event::Released { .. } | Event::Delivered { .. } => "mail",
        Event::TaskDropped { .. }
        | Event::FileRemoved { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::SentBack { .. }
        | Event::Skipped { .. }
        | Event::Dropped { .. }
        | Event::Withheld { .. }
        | Event::OptedOut { .. }
        | Event::Lost { .. }
        | Event::Disqualified { .. } => "x",
        Event::StageMoved { .. } | Event::Reopened { .. } => "board",
        Event::PlaybookApplied { .. } | Event::Unknown { .. } => "note",
    }
}

/// The symbol of a way of contact.
fn channel_icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "call",
        Channel::Email | Channel::Post => "mail",
        Channel::Sms | Channel::Chat | Channel::Whatsapp | Channel::Meeting => "chat",
        Channel::Linkedin => "profile",
        Channel::Visit
        | Channel::Stay
        | Channel::Download
        | Channel::Webinar
        | Channel::Open
        | Channel::Click
        | Channel::Product => "eye",
    }
}

/// Whose move an entry tells of. Traces such as a page visit stand in the background.
pub(super) fn side(entry: &Entry) -> Side {
    match &entry.event {
        Event::Captured(_) | Event::Attached(_) | Event::OptedOut { .. } => Side::In,
        Event::Touched(touch) => touch_side(touch),
        Event::Noted { .. }
        | Event::FileAttached { .. }
        | Event::TaskDone { .. }
        | Event::Delivered { .. } => Side::Us,
        Event::TaskAdded { .. } | Event::TaskMoved { .. } if entry.by.is_teammate() => Side::Us,
        Event::Answered { means, .. } if !means.is_of_the_house() => Side::Us,
        Event::TakenOn
        | Event::SentBack { .. }
        | Event::Won { .. }
        | Event::Lost { .. }
        | Event::Disqualified { .. } => Side::Us,
        Event::TaskAdded { .. }
        | Event::Flagged { .. }
        | Event::Edited { .. }
        | Event::Lacking { .. }
        | Event::Tagged { .. }
        | Event::FileRemoved { .. }
        | Event::Scored { .. }
        | Event::Answered { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::Graded { .. }
        | Event::HandedOver { .. }
        | Event::Assigned { .. }
        | Event::Accepted
        | Event::OfferStood { .. }
        | Event::Misrouted { .. }
        | Event::OwnerJudged { .. }
        | Event::OfferShortened { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Notified { .. }
        | Event::ToldTogether { .. }
        | Event::TaskDropped { .. }
        | Event::TaskMoved { .. }
        | Event::Enrolled { .. }
        | Event::Withheld { .. }
        | Event::Postponed { .. }
        | Event::StepTaken { .. }
        | Event::Skipped { .. }
        | Event::Exited { .. }
        | Event::Held { .. }
        | Event::Resumed
        | Event::Queued { .. }
        | Event::Rewritten { .. }
        | Event::Released { .. }
        | Event::Undelivered { .. }
        | Event::Deferred { .. }
        | Event::Dropped { .. }
        | Event::StageMoved { .. }
        | Event::Reopened { .. }
        | Event::Snoozed { .. }
        | Event::Bounced { .. }
        | Event::Overridden { .. }
        | Event::OverrideEnded
        | Event::Woken
        | Event::Unsettled
        | Event::PlaybookApplied { .. }
        | Event::Unknown { .. } => Side::House,
    }
}

fn touch_side(touch: &Touch) -> Side {
    match touch.direction {
        _ if !touch.channel.is_conversation() => Side::House,
        Direction::Inbound => Side::In,
        Direction::Outbound => Side::Us,
    }
}

/// A word beside the line: the day of the step, or that something is missing.
pub(super) fn tag(event: &Event, words: Words) -> Option<String> {
    let day = |step: &Option<StepRef>| {
        step.as_ref().map(|step| words.fill("entry-day", &[("day", step.day.into())]))
    };
    match event {
        Event::Captured(arrival) | Event::Attached(arrival) => (!arrival.missing.is_empty()
            && !arrival.completes)
            .then(|| words.say("entry-incomplete")),
        Event::TaskAdded { step, .. } => day(step),
        Event::Queued { letter } => day(&letter.step),
        Event::Flagged { .. }
        | Event::Edited { .. }
        | Event::Lacking { .. }
        | Event::Tagged { .. }
        | Event::FileAttached { .. }
        | Event::FileRemoved { .. }
        | Event::Noted { .. }
        | Event::Touched(_)
        | Event::Scored { .. }
        | Event::Answered { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::Graded { .. }
        | Event::HandedOver { .. }
        | Event::TakenOn
        | Event::SentBack { .. }
        | Event::Assigned { .. }
        | Event::Accepted
        | Event::OfferStood { .. }
        | Event::OfferShortened { .. }
        | Event::Misrouted { .. }
        | Event::OwnerJudged { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Notified { .. }
        | Event::ToldTogether { .. }
        | Event::TaskDone { .. }
        | Event::TaskDropped { .. }
        | Event::TaskMoved { .. }
        | Event::Enrolled { .. }
        | Event::Withheld { .. }
        | Event::Postponed { .. }
        | Event::StepTaken { .. }
        | Event::Skipped { .. }
        | Event::Exited { .. }
        | Event::Held { .. }
        | Event::Resumed
        | Event::Rewritten { .. }
        | Event::Released { .. }
        | Event::Delivered { .. }
        | Event::Undelivered { .. }
        | Event::Deferred { .. }
        | Event::Dropped { .. }
        | Event::Bounced { .. }
        | Event::OptedOut { .. }
        | Event::StageMoved { .. }
        | Event::Won { .. }
        | Event::Lost { .. }
        | Event::Disqualified { .. }
        | Event::Reopened { .. }
        | Event::Snoozed { .. }
        | Event::Overridden { .. }
        | Event::OverrideEnded
        | Event::Woken
        | Event::Unsettled
        | Event::PlaybookApplied { .. }
        | Event::Unknown { .. } => None,
    }
}
