//! A lead's life in a test: entries are written, time jumps from due to due, and the story is read.

use super::permission::{Carry, may_carry};
use super::{due, react};
use crate::capability::{Contact, Situation};
use crate::lead::hours::zone_named;
use crate::lead::{
    Actor, Arrival, Campaign, Channel, Consent, Decision, Direction, Entry, Event, Fitness, Lead,
    LeadId, Outcome, Profile, SourceClass, Subject, Tier, Touch,
};
use crate::playbook::{Playbook, Role, Teammate, starter};
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// A moment in London, written as `2026-05-04T10:00`.
pub fn at(text: &str) -> Timestamp {
    let civil: DateTime = text.parse().expect("a civil time");
    civil.to_zoned(zone_named("Europe/London")).expect("a moment").timestamp()
}

/// The starter in London.
pub fn playbook() -> Playbook {
    let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
    let mut playbook = starter("Roth & Co", maya);
    playbook.business.time_zone = "Europe/London".into();
    playbook
}

/// One lead and the house around it.
pub struct Life {
    pub playbook: Playbook,
    pub lead: Lead,
    pub contact: Contact,
    pub now: Timestamp,
    seq: u64,
    /// What the house said, in order, with its day and time.
    pub said: Vec<String>,
}

impl Life {
    /// A lead of this tier that enquires at this moment and is given to Maya at once.
    pub fn begin(tier: Tier, when: &str) -> Life {
        Life::begin_in(playbook(), tier, when)
    }

    pub fn begin_in(playbook: Playbook, tier: Tier, when: &str) -> Life {
        let mut life = Life::before(playbook);
        life.enquire(tier, when, "owen@stone.example");
        life
    }

    /// A house that has not heard of the lead.
    pub fn before(playbook: Playbook) -> Life {
        let lead = Lead::unborn(LeadId(1));
        let (contact, now) = (Contact::default(), Timestamp::UNIX_EPOCH);
        Life { playbook, lead, contact, now, seq: 1, said: Vec::new() }
    }

    pub fn enquire(&mut self, tier: Tier, when: &str, email: &str) {
        self.now = at(when);
        self.capture(email);
        self.score(tier);
        self.assign();
        self.settle();
    }

    fn capture(&mut self, email: &str) {
        let profile =
            Profile { name: "Owen Stone".into(), email: email.into(), ..Profile::default() };
        let arrival = Arrival {
            submission: uuid::Uuid::nil(),
            source: "website".into(),
            class: SourceClass::Inbound,
            arrived_at: self.now,
            profile,
            fields: BTreeMap::new(),
            message: "Hello".into(),
            hand_raise: None,
            campaign: Campaign::default(),
            consent: Some(Consent { at: self.now, text: "Write to me".into() }),
            declined: false,
            missing: Vec::new(),
            earlier: Vec::new(),
            quiet: false,
            owner: None,
            stage: None,
            tags: Vec::new(),
            opted_out: false,
            completes: false,
            closed_at: None,
            value: None,
            import: None,
        };
        self.write(Actor::Visitor, Event::Captured(arrival));
    }

    pub fn score(&mut self, tier: Tier) {
        let score = Event::Scored {
            score: 50,
            tier,
            model: 1,
            seen: 1,
            because: Vec::new(),
            fit: Fitness::default(),
        };
        self.write(Actor::House, score);
    }

    fn assign(&mut self) {
        let decision = Decision::default();
        let maya = Event::Assigned { owner: "maya".into(), accept_by: None, decision };
        self.write(Actor::House, maya);
    }

    /// Writes one entry and lets follow-up settle.
    pub fn happens(&mut self, when: &str, by: Actor, event: Event) {
        self.pass_until(when);
        self.write(by, event);
        self.settle();
    }

    pub fn maya(&mut self, when: &str, event: Event) {
        self.happens(when, Actor::Teammate("maya".into()), event);
    }

    /// They write an e-mail.
    pub fn reply(&mut self, when: &str) {
        let touch = touch(Channel::Email, Direction::Inbound, Outcome::Made, when);
        self.happens(when, Actor::Visitor, touch);
    }

    fn write(&mut self, by: Actor, event: Event) {
        let subject = Subject::Lead(self.lead.id);
        let entry = Entry { seq: self.seq, subject, at: self.now, by, playbook: 1, event };
        self.lead.apply(&entry);
        self.seq += 1;
    }

    pub fn with_situation<T>(&self, ask: impl FnOnce(&Situation) -> T) -> T {
        ask(&Situation {
            playbook: &self.playbook,
            version: 1,
            loads: &BTreeMap::new(),
            turns: &BTreeMap::new(),
            kin: Vec::new(),
            contact: self.contact.clone(),
        })
    }

    fn asked(&self) -> Vec<Event> {
        self.with_situation(|situation| react(&self.lead, situation, self.now))
    }

    /// Asks until there is nothing to add.
    pub fn settle(&mut self) {
        for _ in 0..12 {
            let events = self.asked();
            if events.is_empty() {
                return;
            }
            for event in events {
                self.said.extend(words(&event).map(|words| format!("{} {words}", self.clock())));
                self.write(Actor::House, event);
            }
        }
        panic!("follow-up does not come to rest: {:?}", self.said);
    }

    /// Lets time pass; at every due moment follow-up must speak, and just before it must not.
    pub fn pass_until(&mut self, when: &str) {
        let end = at(when);
        while let Some(due) = due(&self.lead, &self.playbook).filter(|due| *due <= end) {
            assert!(due > self.now, "due in the past: {due}, {:?}", self.said);
            self.now = due - jiff::SignedDuration::from_millis(1);
            assert_eq!(self.asked(), Vec::new(), "it speaks before it is due");
            self.now = due;
            assert_ne!(self.asked(), Vec::new(), "it is silent when due");
            self.settle();
            self.carry();
        }
        self.now = end;
        self.carry();
    }

    /// The post goes, as far as it may.
    pub fn carry(&mut self) {
        for delivery in self.lead.outbox.clone() {
            let may = self.with_situation(|it| may_carry(&self.lead, &delivery, it, self.now));
            if delivery.next_at <= self.now && may == Carry::Now {
                let (text, mark) = (Vec::new(), String::new());
                self.write(Actor::House, Event::Delivered { queued: delivery.seq, text, mark });
                self.settle();
            }
        }
    }

    fn clock(&self) -> String {
        let zone = zone_named(&self.playbook.business.time_zone);
        self.now.to_zoned(zone).strftime("%a %-d %b %H:%M").to_string()
    }
}

pub fn touch(channel: Channel, direction: Direction, outcome: Outcome, when: &str) -> Event {
    Event::Touched(Touch { channel, direction, outcome, text: String::new(), at: at(when) })
}

/// The entries that matter to a story, in short.
fn words(event: &Event) -> Option<String> {
    Some(match event {
        Event::Enrolled { sequence } => format!("enter {sequence}"),
        Event::Withheld { sequence } => format!("withhold {sequence}"),
        Event::Exited { sequence, exit, .. } => format!("leave {sequence}: {}", exit.why()),
        Event::Queued { letter } => format!("letter {}", letter.template),
        Event::TaskAdded { kind, .. } => format!("task {}", kind.key()),
        Event::TaskDone { outcome, .. } => format!("task done: {outcome}"),
        Event::TaskDropped { why, .. } => format!("task dropped: {why}"),
        Event::Dropped { why, .. } => format!("letter dropped: {why}"),
        Event::Skipped { step, why } => format!("day {} left out: {why}", step.day),
        Event::Postponed { step, why, .. } => format!("day {} put off: {why}", step.day),
        Event::Notified { notice, .. } => format!("notice {notice:?}"),
        Event::StepTaken { .. } => return None,
        other => format!("{other:?}"),
    })
}
