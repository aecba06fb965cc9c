//! The timeline in English: what each entry says.

mod phrases;
mod span;

pub use phrases::{
    ask, channel, exit, news, notice, outcome, reason, signal, source_class, spoken, task_kind,
};
pub use span::duration;

use super::quote;
use crate::lead::{
    Actor, Arrival, Channel, Direction, Entry, Event, Letter, Outcome, StepRef, Touch,
};
use span::{between, until};
use std::collections::BTreeMap;

/// The most changes or reasons that one line lists.
const LIST_MAX: usize = 6;

/// What happened, as a sentence without its full stop.
pub(super) fn head(entry: &Entry, names: &dyn Fn(&str) -> String) -> String {
    let by = by(&entry.by, names);
    let at = entry.at;
    match &entry.event {
        Event::Captured(arrival) if arrival.quiet => arrived("imported", arrival),
        Event::Captured(arrival) => arrived("new enquiry", arrival),
        Event::Attached(arrival) => arrived("another enquiry", arrival),
        Event::Flagged { with, why } => {
            let why = quote(why);
            format!("May be the same person as L-{with}. {why}")
                .trim_end_matches(['.', ' '])
                .to_owned()
        }
        Event::Edited { changes } => format!("Changed {}{by}", changed(changes)),
        Event::Tagged { added, removed } => format!("{}{by}", tagged(added, removed)),
        Event::FileAttached { file } => format!("File attached{}{by}", because(&file.name)),
        Event::FileRemoved { name, .. } => format!("File removed{}{by}", because(name)),
        Event::Noted { .. } => format!("Note{by}"),
        Event::Touched(touch) => touched(touch, &by),
        Event::Scored { score, tier, because, .. } => {
            let reasons = listed(because.iter().map(reason));
            format!("Score {score}, {tier}{}", self::because(&reasons))
        }
        Event::HandedOver { why } => format!("Handed over to sales{}", because(why)),
        Event::Assigned { owner, accept_by, decision } => {
            let offer = accept_by
                .map_or(String::new(), |by| format!(", to accept within {}", between(at, by)));
            format!("Given to {}{by}{}{offer}", names(owner), because(&decision.rule))
        }
        Event::Accepted => format!("Accepted{by}"),
        Event::OfferStood { why } => format!("The offer stands without a clock{}", because(why)),
        Event::OfferShortened { accept_by } => {
            format!("To accept sooner, within {}", between(at, *accept_by))
        }
        Event::Promised { since, respond_by } => {
            format!("A clock started: answer within {}", between(*since, *respond_by))
        }
        Event::Warned { percent } => format!("{percent}% of the time to answer is gone"),
        Event::Breached { .. } => "Nobody answered in time".to_owned(),
        Event::Escalated { to, .. } => format!("Escalated to {}", names(to)),
        Event::Notified { to, notice } => format!("{} was told: {}", names(to), news(*notice)),
        Event::TaskAdded { kind, due_at, .. } => {
            format!("Task: {}, due {}{by}", task_kind(*kind), until(at, *due_at))
        }
        Event::TaskDone { outcome, .. } => format!("Task done{}{by}", done(outcome)),
        Event::TaskDropped { why, .. } => format!("Task dropped{by}{}", because(why)),
        Event::Enrolled { sequence } => format!("Sequence “{}” started{by}", spoken(sequence)),
        Event::Withheld { sequence } => {
            format!("Sequence “{}” not started: they have not agreed to letters", spoken(sequence))
        }
        Event::Postponed { step, until, why } => {
            let wait = between(at, *until);
            format!("The step of day {} waits {wait}{}", step.day, because(why))
        }
        Event::StepTaken { step } => format!("The step of day {} was taken", step.day),
        Event::Skipped { step, why } => {
            format!("The step of day {} was left out{}", step.day, because(why))
        }
        Event::Exited { sequence, exit: how, then } => {
            let next = then.as_deref().map(|next| format!(", next is “{}”", spoken(next)));
            let (sequence, next) = (spoken(sequence), next.unwrap_or_default());
            format!("Sequence “{sequence}” ended: {}{next}", exit(*how))
        }
        Event::Held { why } => format!("Follow-up held{by}{}", because(why)),
        Event::Resumed => format!("Follow-up goes on{by}"),
        Event::Queued { letter } => queued(letter, entry),
        Event::Rewritten { wording, .. } => {
            format!("The letter was rewritten{by}{}", because(&wording.subject))
        }
        Event::Released { .. } => format!("The draft goes out now{by}"),
        Event::Delivered { .. } => "Email sent".to_owned(),
        Event::Undelivered { error, retry_at, .. } => {
            format!("Email not sent{}. Next try {}", because(error), until(at, *retry_at))
        }
        Event::Deferred { until, why, .. } => {
            format!("Email waits {}{}", between(at, *until), because(why))
        }
        Event::Dropped { why, .. } => format!("Email given up{by}{}", because(why)),
        Event::Bounced { .. } => "Their e-mail address takes no letters".to_owned(),
        Event::OptedOut { .. } => format!("No more letters wanted{by}"),
        Event::StageMoved { from, to } if from.is_empty() => format!("Stage {}{by}", spoken(to)),
        Event::StageMoved { from, to } => {
            format!("Moved from {} to {}{by}", spoken(from), spoken(to))
        }
        Event::Won { .. } => format!("Won{by}"),
        Event::Lost { reason, note } if entry.by == Actor::House && note.is_empty() => {
            format!("Archived{}", for_reason(reason))
        }
        Event::Lost { reason, .. } => format!("Lost{}{by}", for_reason(reason)),
        Event::Disqualified { reason, .. } => format!("Not a lead{}{by}", for_reason(reason)),
        Event::Reopened { why } => format!("Opened again{by}{}", because(why)),
        Event::Snoozed { until, why } => {
            format!("Put aside for {}{by}{}", between(at, *until), because(why))
        }
        Event::Woken => "The time it was put aside for is over".to_owned(),
        Event::Unsettled => "The rules do not come to rest on this lead".to_owned(),
        Event::PlaybookApplied { version, .. } => format!("Playbook {version} in force{by}"),
        Event::Unknown { kind, .. } => {
            format!("Something this version does not know: {}", spoken(kind))
        }
    }
}

/// A word beside the line: the day of the step, or that something is missing.
pub(super) fn tag(event: &Event) -> Option<String> {
    let day = |step: &Option<StepRef>| step.as_ref().map(|step| format!("Day {}", step.day));
    match event {
        Event::Captured(arrival) | Event::Attached(arrival) => {
            (!arrival.missing.is_empty()).then(|| "Incomplete".to_owned())
        }
        Event::TaskAdded { step, .. } => day(step),
        Event::Queued { letter } => day(&letter.step),
        Event::Flagged { .. }
        | Event::Edited { .. }
        | Event::Tagged { .. }
        | Event::FileAttached { .. }
        | Event::FileRemoved { .. }
        | Event::Noted { .. }
        | Event::Touched(_)
        | Event::Scored { .. }
        | Event::HandedOver { .. }
        | Event::Assigned { .. }
        | Event::Accepted
        | Event::OfferStood { .. }
        | Event::OfferShortened { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Notified { .. }
        | Event::TaskDone { .. }
        | Event::TaskDropped { .. }
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
        | Event::Woken
        | Event::Unsettled
        | Event::PlaybookApplied { .. }
        | Event::Unknown { .. } => None,
    }
}

fn by(actor: &Actor, names: &dyn Fn(&str) -> String) -> String {
    match actor {
        Actor::Teammate(id) => format!(", by {}", names(id)),
        Actor::Token(name) => format!(", by {name}"),
        Actor::Visitor | Actor::House => String::new(),
    }
}

/// A reason behind a colon, without a stop of its own; nothing if there is none.
fn because(why: &str) -> String {
    let why = quote(why);
    let why = why.trim_end_matches('.');
    if why.is_empty() { String::new() } else { format!(": {why}") }
}

/// One of the playbook's reasons for an ending.
fn for_reason(reason: &str) -> String {
    if reason.is_empty() { String::new() } else { format!(", reason {}", quote(reason)) }
}

fn arrived(what: &str, arrival: &Arrival) -> String {
    let asked = arrival.hand_raise.map_or(String::new(), |kind| format!(", {}", ask(kind)));
    format!("{}: {what}{asked}", spoken(&arrival.source))
}

fn touched(touch: &Touch, by: &str) -> String {
    let text = quote(&touch.text);
    let named = if text.is_empty() { String::new() } else { format!(" “{text}”") };
    match touch.channel {
        Channel::Visit if text.is_empty() => "Visited a page".to_owned(),
        Channel::Visit => format!("Visited {text}"),
        Channel::Stay => {
            let minutes = text.parse::<u32>().map_or(0, |seconds| seconds.div_ceil(60));
            format!("Stayed on the site for {}", duration(minutes.into()))
        }
        Channel::Download => format!("Downloaded{named}"),
        Channel::Webinar => format!("Attended{named}"),
        Channel::Open => format!("Opened{named}"),
        Channel::Click => format!("Clicked{named}"),
        Channel::Product => format!("Used the product{}", because(&text)),
        Channel::Call
        | Channel::Email
        | Channel::Sms
        | Channel::Chat
        | Channel::Whatsapp
        | Channel::Linkedin
        | Channel::Meeting
        | Channel::Post => contact(touch, by),
    }
}

fn contact(touch: &Touch, by: &str) -> String {
    let what = channel(touch.channel);
    let went = match touch.outcome {
        Outcome::Reached if touch.channel == Channel::Meeting => "held",
        how => outcome(how),
    };
    let went = if went.is_empty() { String::new() } else { format!(", {went}") };
    match touch.direction {
        Direction::Outbound => format!("{what}{went}{by}"),
        Direction::Inbound => {
            let by = by.replacen(", by", ", noted by", 1);
            format!("{what} from them{went}{by}")
        }
    }
}

fn queued(letter: &Letter, entry: &Entry) -> String {
    let name = spoken(&letter.template);
    if letter.not_before > entry.at {
        format!("Email “{name}” drafted, goes out {}", until(entry.at, letter.not_before))
    } else {
        format!("Email “{name}” on its way")
    }
}

fn done(how: &str) -> String {
    let known = Outcome::ALL.into_iter().find(|one| one.key() == how).map(outcome);
    let how = known.map_or_else(|| quote(how), str::to_owned);
    if how.is_empty() { how } else { format!(", {how}") }
}

fn changed(changes: &BTreeMap<String, String>) -> String {
    listed(changes.iter().map(|(key, value)| {
        let word = spoken(key).to_lowercase();
        match value.parse::<i64>() {
            _ if value.is_empty() => format!("{word} to nothing"),
            // The worth of a lead is kept in minor units.
            Ok(minor) if key == "value" => format!("{word} to “{}”", minor / 100),
            _ => format!("{word} to “{}”", quote(value)),
        }
    }))
}

fn tagged(added: &[String], removed: &[String]) -> String {
    let named = |keys: &[String]| listed(keys.iter().map(|key| format!("“{}”", spoken(key))));
    match (added.is_empty(), removed.is_empty()) {
        (_, true) => format!("Tagged {}", named(added)),
        (true, false) => format!("Tag taken off: {}", named(removed)),
        (false, false) => format!("Tagged {}, taken off: {}", named(added), named(removed)),
    }
}

/// The first few of a list, and how many more there are.
fn listed(items: impl ExactSizeIterator<Item = String>) -> String {
    let more = items.len().saturating_sub(LIST_MAX);
    let mut shown: Vec<String> = items.take(LIST_MAX).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    shown.join(", ")
}
