//! What is left of an entry when a person asks to be forgotten.
//!
//! What happened and when, who of the team did it, and what is counted stays: source, score, tier,
//! owner, stage, ending. What could tell who it was goes: names, addresses, numbers, everything
//! written freely by anybody. The keyed hash of an address stays, so that nobody writes to it again.

use super::{
    Arrival, Campaign, Channel, Consent, Decision, Entry, Event, File, Letter, Outcome, Profile,
    Touch, Wording,
};
use std::collections::BTreeMap;

/// The entry without personal data. Redacting twice changes nothing more, and a lead read from
/// redacted entries has the same stage, ending, owner, score and tier.
pub fn redacted(entry: &Entry) -> Entry {
    // The house writes its own reasons from the playbook; anybody else may have named a person.
    let is_ours = entry.by == super::Actor::House;
    let why = |why: &str| if is_ours { why.to_owned() } else { String::new() };
    let event = match &entry.event {
        Event::Captured(arrival) => Event::Captured(nameless(arrival)),
        Event::Attached(arrival) => Event::Attached(nameless(arrival)),
        Event::Flagged { with, .. } => Event::Flagged { with: *with, why: String::new() },
        Event::Edited { changes } => Event::Edited { changes: blanked(changes) },
        Event::FileAttached { file } => {
            let (name, hash) = (String::new(), String::new());
            Event::FileAttached { file: File { name, hash, ..file.clone() } }
        }
        Event::FileRemoved { id, .. } => Event::FileRemoved { id: *id, name: String::new() },
        Event::Noted { .. } => Event::Noted { text: String::new() },
        Event::Touched(touch) => Event::Touched(wordless(touch)),
        Event::Answered { criterion, finding, means, .. } => Event::Answered {
            criterion: criterion.clone(),
            finding: *finding,
            note: String::new(),
            means: *means,
        },
        Event::Graded { grade, why: text } => Event::Graded { grade: *grade, why: why(text) },
        Event::HandedOver { why: text } => Event::HandedOver { why: why(text) },
        Event::SentBack { reason, .. } => {
            Event::SentBack { reason: reason.clone(), note: String::new() }
        }
        Event::Assigned { owner, accept_by, decision } => Event::Assigned {
            owner: owner.clone(),
            accept_by: *accept_by,
            decision: discreet(decision, is_ours),
        },
        Event::OfferStood { why: text } => Event::OfferStood { why: why(text) },
        Event::Misrouted { from, rule, why, .. } => Event::Misrouted {
            from: from.clone(),
            rule: rule.clone(),
            why: *why,
            note: String::new(),
        },
        Event::TaskAdded { kind, due_at, step, .. } => Event::TaskAdded {
            kind: *kind,
            text: String::new(),
            due_at: *due_at,
            step: step.clone(),
        },
        Event::TaskDone { task, outcome } => {
            let is_choice = Outcome::ALL.into_iter().any(|one| one.key() == outcome);
            let outcome = if is_choice { outcome.clone() } else { String::new() };
            Event::TaskDone { task: *task, outcome }
        }
        Event::TaskDropped { task, .. } => Event::TaskDropped { task: *task, why: String::new() },
        Event::Postponed { step, until, why: text } => {
            Event::Postponed { step: step.clone(), until: *until, why: why(text) }
        }
        Event::Skipped { step, why: text } => Event::Skipped { step: step.clone(), why: why(text) },
        Event::Held { .. } => Event::Held { why: String::new() },
        Event::Queued { letter } => Event::Queued { letter: unaddressed(letter) },
        Event::Rewritten { queued, .. } => {
            let wording = Wording { subject: String::new(), body: String::new() };
            Event::Rewritten { queued: *queued, wording }
        }
        Event::Delivered { queued, mark, .. } => {
            Event::Delivered { queued: *queued, text: Vec::new(), mark: mark.clone() }
        }
        Event::Undelivered { queued, retry_at, .. } => {
            Event::Undelivered { queued: *queued, error: String::new(), retry_at: *retry_at }
        }
        Event::Deferred { queued, until, .. } => {
            Event::Deferred { queued: *queued, until: *until, why: String::new() }
        }
        Event::Dropped { queued, .. } => Event::Dropped { queued: *queued, why: String::new() },
        Event::Bounced { .. } => Event::Bounced { address: String::new() },
        Event::OptedOut { mark, .. } => {
            Event::OptedOut { address: String::new(), mark: mark.clone() }
        }
        Event::Lost { reason, .. } => Event::Lost { reason: reason.clone(), note: String::new() },
        Event::Disqualified { reason, .. } => {
            Event::Disqualified { reason: reason.clone(), note: String::new() }
        }
        Event::Reopened { .. } => Event::Reopened { why: String::new() },
        Event::Snoozed { until, .. } => Event::Snoozed { until: *until, why: String::new() },
        Event::Overridden { score, until, .. } => {
            Event::Overridden { score: *score, until: *until, why: String::new() }
        }
        Event::Unknown { kind, .. } => Event::Unknown { kind: kind.clone(), raw: Vec::new() },
        Event::Scored { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::Lacking { .. }
        | Event::TakenOn
        | Event::Tagged { .. }
        | Event::Accepted
        | Event::OfferShortened { .. }
        | Event::OwnerJudged { .. }
        | Event::Promised { .. }
        | Event::Warned { .. }
        | Event::Breached { .. }
        | Event::Escalated { .. }
        | Event::Notified { .. }
        | Event::ToldTogether { .. }
        | Event::Enrolled { .. }
        | Event::Withheld { .. }
        | Event::Exited { .. }
        | Event::Resumed
        | Event::Released { .. }
        | Event::StageMoved { .. }
        | Event::Won { .. }
        | Event::StepTaken { .. }
        | Event::TaskMoved { .. }
        | Event::OverrideEnded
        | Event::Woken
        | Event::Unsettled
        | Event::PlaybookApplied { .. } => entry.event.clone(),
    };
    Entry {
        seq: entry.seq,
        subject: entry.subject,
        at: entry.at,
        by: entry.by.clone(),
        playbook: entry.playbook,
        event,
    }
}

/// An arrival of nobody in particular. What a column of a file said of owner and stage is free text.
fn nameless(arrival: &Arrival) -> Arrival {
    Arrival {
        submission: arrival.submission,
        source: arrival.source.clone(),
        class: arrival.class,
        arrived_at: arrival.arrived_at,
        profile: Profile::default(),
        fields: BTreeMap::new(),
        message: String::new(),
        hand_raise: arrival.hand_raise,
        campaign: Campaign {
            utm_source: arrival.campaign.utm_source.clone(),
            utm_medium: arrival.campaign.utm_medium.clone(),
            utm_campaign: arrival.campaign.utm_campaign.clone(),
            ..Campaign::default()
        },
        consent: arrival.consent.as_ref().map(|it| Consent { at: it.at, text: String::new() }),
        declined: arrival.declined,
        missing: arrival.missing.clone(),
        earlier: arrival.earlier.clone(),
        quiet: arrival.quiet,
        owner: None,
        stage: None,
        tags: arrival.tags.clone(),
        opted_out: arrival.opted_out,
        completes: arrival.completes,
        closed_at: arrival.closed_at,
        value: arrival.value,
        import: None,
    }
}

/// Which facts were changed, not to what; only the worth of the deal is no fact about a person.
fn blanked(changes: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let kept = |key: &str, value: &str| key == "value" && value.parse::<i64>().is_ok();
    let blank = |(key, value): (&String, &String)| {
        let value = if kept(key, value) { value.clone() } else { String::new() };
        (key.clone(), value)
    };
    changes.iter().map(blank).collect()
}

/// A touch without its words; seconds on the site are a number and stay.
fn wordless(touch: &Touch) -> Touch {
    let is_number = touch.channel == Channel::Stay && touch.text.parse::<u32>().is_ok();
    let text = if is_number { touch.text.clone() } else { String::new() };
    Touch { text, ..touch.clone() }
}

/// Who of the team was considered stays; which of the lead's facts failed a condition goes.
fn discreet(decision: &Decision, is_ours: bool) -> Decision {
    let passed_over = decision.passed_over.iter();
    Decision {
        rule: if is_ours { decision.rule.clone() } else { String::new() },
        pool: decision.pool.clone(),
        passed_over: passed_over.map(|(rule, _)| (rule.clone(), String::new())).collect(),
        candidates: decision.candidates.clone(),
        kin: decision.kin,
        covers: decision.covers.clone(),
        lacking: decision.lacking.clone(),
        occasion: if is_ours { decision.occasion.clone() } else { String::new() },
    }
}

fn unaddressed(letter: &Letter) -> Letter {
    Letter { to: String::new(), values: BTreeMap::new(), rewritten: None, ..letter.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::samples::{PERSONAL, entries};
    use crate::lead::{Lead, LeadId};

    fn read(entries: &[Entry]) -> Lead {
        let mut lead = Lead::unborn(LeadId(1));
        entries.iter().for_each(|entry| lead.apply(entry));
        lead
    }

    fn written(entry: &Entry) -> String {
        serde_json::to_string(entry).expect("an entry is plain data").to_lowercase()
    }

    #[test]
    fn the_story_is_personal_before_and_not_after() {
        let before: String = entries().iter().map(written).collect();
        for word in PERSONAL {
            assert!(before.contains(word), "{word} is not in the story");
        }
        for entry in entries() {
            let after = written(&redacted(&entry));
            let left = PERSONAL.iter().find(|word| after.contains(*word));
            assert_eq!(left, None, "{after}");
        }
    }

    #[test]
    fn redacting_twice_is_redacting_once() {
        for entry in entries() {
            let once = redacted(&entry);
            assert_eq!(redacted(&once), once);
        }
    }

    #[test]
    fn what_is_counted_survives() {
        let entries = entries();
        let erased: Vec<Entry> = entries.iter().map(redacted).collect();
        for end in 1..=entries.len() {
            let (known, erased) = (read(&entries[..end]), read(&erased[..end]));
            assert_eq!(known.source, erased.source);
            assert_eq!((&known.stage, known.fate), (&erased.stage, erased.fate));
            assert_eq!((known.score(), known.tier()), (erased.score(), erased.tier()));
            assert_eq!(known.owner, erased.owner);
            assert_eq!(known.captured_at, erased.captured_at);
            assert_eq!(known.first_answer, erased.first_answer);
            assert_eq!((known.value, known.opted_out), (erased.value, erased.opted_out));
            assert_eq!(known.touches, erased.touches);
            assert_eq!((erased.title(), erased.last_seq), ("No name", known.last_seq));
        }
    }

    #[test]
    fn the_marks_of_an_address_outlive_it() {
        let marks = entries().into_iter().map(|entry| redacted(&entry)).filter_map(|entry| {
            match entry.event {
                Event::OptedOut { mark, .. } | Event::Delivered { mark, .. } => Some(mark),
                _ => None,
            }
        });
        assert_eq!(marks.collect::<Vec<_>>(), ["mark-1", "mark-1"]);
    }
}
