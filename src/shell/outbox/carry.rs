//! From a queued letter to the mail that goes, or to the reason why none does.

use super::mail::{Mail, message_id};
use crate::capability::{Contact, Situation};
use crate::command::{Command, Setback};
use crate::followup::permission::{Carry, may_carry};
use crate::followup::wording;
use crate::lead::{Delivery, Lead, LeadId, Seq};
use crate::playbook::Playbook;
use crate::shell::desk::{InForce, mark};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use std::collections::BTreeMap;

/// What links in letters are made from.
#[derive(Clone, Debug)]
pub struct Links {
    /// The address strangers are given, without a slash at the end.
    pub public_url: String,
    pub epoch: u64,
    /// Signs links, so that nobody can make up one.
    pub house_key: Vec<u8>,
}

/// What is to be done about a letter now.
#[derive(Debug, PartialEq)]
pub enum Plan {
    Carry(Box<Mail>),
    Tell(Command),
    /// It is no longer waiting.
    Nothing,
}

/// Asks whether a queued letter may go now, and renders it if so.
pub fn plan(
    lead: &Lead,
    queued: Seq,
    in_force: &InForce,
    contact: Contact,
    links: &Links,
    now: Timestamp,
) -> Plan {
    let Some(delivery) = lead.outbox.iter().find(|delivery| delivery.seq == queued) else {
        return Plan::Nothing;
    };
    let situation = Situation {
        playbook: &in_force.playbook,
        version: in_force.version,
        loads: &BTreeMap::new(),
        turns: &BTreeMap::new(),
        kin: Vec::new(),
        contact,
    };
    match may_carry(lead, delivery, &situation, now) {
        Carry::Wait { until, why } => Plan::Tell(Command::Defer { queued, until, why }),
        Carry::Drop { why } => Plan::Tell(Command::Drop { queued, why }),
        Carry::GiveUp { why } => given_up(queued, why),
        Carry::Now => match written(lead, delivery, &in_force.playbook, links, now) {
            Ok(mail) => Plan::Carry(Box::new(mail)),
            Err(error) => given_up(queued, error),
        },
    }
}

/// The letter will not go, which says nothing about its address.
fn given_up(queued: Seq, error: String) -> Plan {
    Plan::Tell(Command::Undelivered { queued, error, setback: Setback::OfTheLetter })
}

/// The letter in its final words.
fn written(
    lead: &Lead,
    delivery: &Delivery,
    playbook: &Playbook,
    links: &Links,
    now: Timestamp,
) -> Result<Mail, String> {
    let letter = &delivery.letter;
    let unsubscribe = links.unsubscribe(lead.id, &letter.to);
    let rendered = wording(lead, letter, playbook, &unsubscribe, now)?;
    Ok(Mail {
        to: letter.to.clone(),
        to_name: lead.profile.name.clone(),
        from_name: playbook.business.name.clone(),
        subject: rendered.subject,
        body: rendered.body,
        message_id: message_id(links.epoch, delivery.seq),
        automatic: letter.rewritten.is_none(),
        unsubscribe_url: (!letter.is_own()).then_some(unsubscribe),
        reply_to: owner_address(lead, playbook),
        headers: Vec::new(),
    })
}

/// An answer goes to the person who answers for the lead.
fn owner_address(lead: &Lead, playbook: &Playbook) -> Option<String> {
    let owner = playbook.active(lead.owner_id()?)?;
    Some(owner.email.clone()).filter(|email| !email.is_empty())
}

/// Whom a link at the foot of a letter speaks for: who opens it has read mail at that address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub lead: LeadId,
    /// The keyed hash of the address the letter went to, which the lead may no longer have.
    pub mark: String,
}

impl Links {
    /// Where somebody unsubscribes from letters to this address about this lead.
    pub fn unsubscribe(&self, lead: LeadId, address: &str) -> String {
        let mark = mark(&self.house_key, address).unwrap_or_default();
        let token = unsubscribe_token(&self.house_key, &Recipient { lead, mark });
        format!("{}/u/{token}", self.public_url)
    }

    /// Whom a token speaks for that we signed.
    pub fn unsubscribed(&self, token: &str) -> Option<Recipient> {
        unsubscribed(&self.house_key, token)
    }
}

/// The number of the lead and the mark of the address, signed: `1042-`, twice 32 hexadecimal digits
/// with a dash in between.
fn unsubscribe_token(house_key: &[u8], recipient: &Recipient) -> String {
    let signature = signature(house_key, recipient).finalize().into_bytes();
    let digits: String = signature[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{digits}", recipient.lead, recipient.mark)
}

/// Whom a token speaks for that we signed.
fn unsubscribed(house_key: &[u8], token: &str) -> Option<Recipient> {
    let (named, digits) = token.rsplit_once('-')?;
    let (lead, mark) = named.split_once('-')?;
    let recipient = Recipient { lead: LeadId(lead.parse().ok()?), mark: mark.to_owned() };
    let bytes = digits.as_bytes();
    if bytes.len() != 32 || !digits.is_ascii() {
        return None;
    }
    let read = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    let given: Option<Vec<u8>> = (0..32).step_by(2).map(read).collect();
    signature(house_key, &recipient).verify_truncated_left(&given?).ok().map(|()| recipient)
}

fn signature(house_key: &[u8], recipient: &Recipient) -> Hmac<Sha256> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(house_key).expect("HMAC takes a key of any length");
    mac.update(b"unsubscribe");
    mac.update(&recipient.lead.0.to_be_bytes());
    mac.update(recipient.mark.as_bytes());
    mac
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::{Actor, Entry, Event, Letter, Subject, Wording};
    use crate::playbook::{Role, Teammate, starter};

    /// A letter to Ana about her boiler, from this template and in these words, as it goes.
    fn gone(template: &str, rewritten: Option<Wording>) -> Mail {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let playbook = starter("Roth & Co", maya);
        let at = Timestamp::UNIX_EPOCH;
        let letter = Letter {
            to: "ana@stone.example".into(),
            template: template.into(),
            version: 1,
            values: BTreeMap::new(),
            not_before: at,
            step: None,
            asked_for: true,
            rewritten,
        };
        let mut lead = Lead::unborn(LeadId(1));
        let subject = Subject::Lead(lead.id);
        let event = Event::Queued { letter };
        lead.apply(&Entry { seq: 2, subject, at, by: Actor::House, playbook: 1, event });
        let links = Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] };
        written(&lead, &lead.outbox[0], &playbook, &links, at).expect("a letter")
    }

    #[test]
    fn only_a_letter_of_the_house_says_that_a_machine_wrote_it_and_how_to_stop_more() {
        let said = |mail: Mail| (mail.automatic, mail.unsubscribe_url.is_some());
        let own = Wording { subject: "Your boiler".into(), body: "Tuesday suits us.".into() };
        assert_eq!(said(gone("first_answer", None)), (true, true));
        assert_eq!(said(gone("first_answer", Some(own.clone()))), (false, true), "in its words");
        assert_eq!(said(gone("", Some(own))), (false, false));
    }

    #[test]
    fn only_a_token_we_signed_names_a_lead_and_an_address() {
        let ana = Recipient { lead: LeadId(1042), mark: "0a1b".into() };
        let token = unsubscribe_token(b"key", &ana);
        assert_eq!(unsubscribed(b"key", &token), Some(ana));
        assert_eq!(unsubscribed(b"another", &token), None);
        assert_eq!(unsubscribed(b"key", &token.replace("1042", "1043")), None);
        assert_eq!(unsubscribed(b"key", &token.replace("0a1b", "0a1c")), None);
        assert_eq!(unsubscribed(b"key", "1042-"), None);
        assert_eq!(unsubscribed(b"key", "1042-0a1b-"), None);
        assert_eq!(unsubscribed(b"key", "é-é-éééééééééééééééé"), None);
    }
}
