//! The words of a letter: those of its template, until a person puts their own in their place.

use super::template::{Rendered, render};
use super::{permission, values};
use crate::capability::Contact;
use crate::command::Refusal;
use crate::lead::profile::one_line;
use crate::lead::{Channel, Delivery, Direction, Event, Lead, Letter, Outcome, Touch, Wording};
use crate::playbook::Playbook;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Where the link to stop letters goes, in a template as in a letter a person wrote.
pub const STOP_LINK: &str = "{{ unsubscribe_link }}";

/// The values that say who speaks: the owner of the lead as the letter goes, whoever it was before.
const SPEAKER: [&str; 2] = ["owner_name", "owner_email"];

/// The longest subject, in characters.
const SUBJECT_MAX: usize = 200;

/// The longest letter a person may write, in characters.
const BODY_MAX: usize = 20_000;

/// The letter as it reads at this moment, or a sentence on why there is none. What was queued wins
/// over what is known now, but for who speaks; what a person wrote wins over the template.
pub fn wording(
    lead: &Lead,
    letter: &Letter,
    playbook: &Playbook,
    stop_link: &str,
    now: Timestamp,
) -> Result<Rendered, String> {
    if let Some(Wording { subject, body }) = &letter.rewritten {
        let body = body.replace(STOP_LINK, stop_link);
        return Ok(Rendered { subject: subject.clone(), body });
    }
    let template = playbook
        .template(&letter.template)
        .ok_or_else(|| format!("There is no template “{}” any more.", letter.template))?;
    let mut values = values(lead, playbook, now);
    let queued = letter.values.iter().filter(|(name, _)| !SPEAKER.contains(&name.as_str()));
    values.extend(queued.map(|(name, value)| (name.clone(), value.clone())));
    values.insert("unsubscribe_link".into(), stop_link.into());
    render(template, &values)
}

/// What follows from a person's own words for a waiting letter.
///
/// Refuses a letter without a subject or words, and one that nobody asked for and that does not say
/// how to stop more of them.
pub fn rewritten(delivery: &Delivery, wording: Wording) -> Result<Vec<Event>, Refusal> {
    let wording = checked(wording)?;
    if !delivery.letter.asked_for && !wording.body.contains(STOP_LINK) {
        return Err(Refusal::StopLinkNeeded(STOP_LINK));
    }
    let is_new = delivery.letter.rewritten.as_ref() != Some(&wording);
    let queued = delivery.seq;
    Ok(is_new.then_some(Event::Rewritten { queued, wording }).into_iter().collect())
}

/// A person's own letter: that they have written, and the letter that the outbox carries at once.
///
/// It is no part of a sequence, so that neither hours nor limits hold it back, needs no link to stop
/// more of them, and goes though the lead is closed meanwhile. Whoever asked for silence and has not
/// written since gets none.
pub fn written(
    lead: &Lead,
    contact: &Contact,
    wording: Wording,
    now: Timestamp,
) -> Result<[Event; 2], Refusal> {
    let wording = checked(wording)?;
    if lead.profile.email.is_empty() || lead.bounced_at.is_some() {
        return Err(Refusal::NoAddress);
    }
    if permission::wants_silence(lead, contact) {
        return Err(Refusal::SilenceWanted);
    }
    let touch = Touch {
        channel: Channel::Email,
        direction: Direction::Outbound,
        outcome: Outcome::Made,
        text: wording.body.clone(),
        at: now,
    };
    let letter = Letter {
        to: lead.profile.email.clone(),
        template: String::new(),
        version: 0,
        values: BTreeMap::new(),
        not_before: now,
        step: None,
        asked_for: true,
        rewritten: Some(wording),
    };
    Ok([Event::Touched(touch), Event::Queued { letter }])
}

fn checked(wording: Wording) -> Result<Wording, Refusal> {
    let subject = one_line(&wording.subject, SUBJECT_MAX + 1);
    if subject.is_empty() || subject.chars().count() > SUBJECT_MAX {
        return Err(Refusal::SubjectNeeded(SUBJECT_MAX));
    }
    let body = wording.body.replace("\r\n", "\n").trim().to_owned();
    if body.is_empty() {
        return Err(Refusal::TextNeeded);
    }
    if body.chars().count() > BODY_MAX {
        return Err(Refusal::TooLong(BODY_MAX));
    }
    Ok(Wording { subject, body })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::followup::life::Life;
    use crate::lead::Tier;

    fn said(subject: &str, body: &str) -> Result<Vec<Event>, Refusal> {
        let life = Life::begin(Tier::High, "2026-05-04T10:00");
        let wording = Wording { subject: subject.into(), body: body.into() };
        rewritten(&life.lead.outbox[0], wording)
    }

    #[test]
    fn a_letter_says_what_it_is_about_something_and_how_to_stop_more() {
        assert_eq!(said(" ", "Hello"), Err(Refusal::SubjectNeeded(200)));
        assert_eq!(said(&"x".repeat(201), "Hello"), Err(Refusal::SubjectNeeded(200)));
        assert_eq!(said("Boilers", " \r\n"), Err(Refusal::TextNeeded));
        assert_eq!(said("Boilers", &"x".repeat(20_001)), Err(Refusal::TooLong(20_000)));
        assert_eq!(said("Boilers", "Hello"), Err(Refusal::StopLinkNeeded(STOP_LINK)));
        let kept = said("Boilers\r\nBcc: x@y.example", "Hello\r\n{{ unsubscribe_link }}");
        let [Event::Rewritten { wording, .. }] = &kept.expect("a letter")[..] else {
            panic!("it is not kept")
        };
        assert_eq!(wording.subject, "Boilers Bcc: x@y.example");
        assert_eq!(wording.body, "Hello\n{{ unsubscribe_link }}");
    }

    #[test]
    fn an_answer_by_hand_is_contact_and_goes_at_once_without_a_link_to_stop() {
        let life = Life::begin(Tier::High, "2026-05-04T10:00");
        let wording = Wording { subject: "Your boiler".into(), body: "Tuesday suits us.".into() };
        let [touched, queued] =
            written(&life.lead, &life.contact, wording.clone(), life.now).expect("a letter");
        let Event::Touched(touch) = touched else { panic!("no contact") };
        assert_eq!((touch.channel, touch.text.as_str()), (Channel::Email, "Tuesday suits us."));
        let Event::Queued { letter } = queued else { panic!("no letter") };
        assert_eq!((&letter.rewritten, letter.not_before), (&Some(wording.clone()), life.now));
        assert!(letter.asked_for && letter.step.is_none());

        let mut unreachable = life.lead.clone();
        unreachable.profile.email.clear();
        assert_eq!(
            written(&unreachable, &life.contact, wording.clone(), life.now),
            Err(Refusal::NoAddress)
        );
        // They opted out as somebody else's lead, under the same address.
        let contact = Contact { opted_out_at: life.lead.last_inbound_at, ..Contact::default() };
        let refused = written(&life.lead, &contact, wording, life.now);
        assert_eq!(refused, Err(Refusal::SilenceWanted));
    }

    #[test]
    fn what_a_person_wrote_is_no_template_and_what_is_saved_again_is_not_written_again() {
        let mut life = Life::begin(Tier::High, "2026-05-04T10:00");
        let body = "{{ name }} {{ unsubscribe_link }}".to_owned();
        let wording = Wording { subject: "{{ name }}".into(), body };
        let events = rewritten(&life.lead.outbox[0], wording.clone()).expect("a letter");
        life.maya("2026-05-04T10:01", events[0].clone());
        let delivery = &life.lead.outbox[0];
        assert_eq!(rewritten(delivery, wording), Ok(Vec::new()));
        let letter = &delivery.letter;
        let read =
            super::wording(&life.lead, letter, &life.playbook, "https://x.example", life.now);
        let read = read.expect("words");
        assert_eq!((&*read.subject, &*read.body), ("{{ name }}", "{{ name }} https://x.example"));
    }
}
