//! A small house for the tests of the rooms: London, weekdays from nine to half past five.

use super::Playbook;
use crate::capability::{Capability, Contact, Kin, Load, Situation};
use crate::lead::hours::zone_named;
use crate::lead::{
    Actor, Arrival, Campaign, Entry, Event, Fitness, Lead, LeadId, Profile, SourceClass, Subject,
    TeammateId, Tier,
};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use uuid::Uuid;

const TEXT: &str = r#"
[business]
name = "Hollow Oak"
country = "GB"
language = "en"
time_zone = "Europe/London"
currency = "GBP"

[hours.week]
mon = "09:00-17:30"
tue = "09:00-17:30"
wed = "09:00-17:30"
thu = "09:00-17:30"
fri = "09:00-17:30"

[scoring]
caps = { fit = 40, engagement = 35, source = 15, stage = 10 }
tiers = { medium = 40, high = 60, urgent = 80 }
fit = {}
engagement = { full_hours = 48, half_life_days = 7, price_pages = [], case_pages = [] }
stage = { engaged = 3, qualified = 7, met = 10 }

[routing]
fallback = ""
open_unaccepted_max = 15
rule = [{ name = "Everything is shared out", pool = "everyone" }]
pool = [{ key = "everyone", name = "Everyone" }]

[sla]
warn_at = [50, 80]
on_call = false

[sla.clock.urgent]
respond_minutes = 5
business_time = false
next_opening_minutes = 5
accept_minutes = 2

[sla.clock.high]
respond_minutes = 240
business_time = true
same_day = true
least_minutes_left = 60
next_opening_minutes = 120
accept_minutes = 30

[followup]
letters_a_week_max = 2
stale_after_days = 5

[pipeline]
handover_from = 70
lost_reasons = ["Price"]
disqualify_reasons = ["Not a fit"]
stage = [{ key = "new", name = "New", meaning = "Nobody has answered yet." }]
"#;

/// A house where these people share every lead; the first is the fallback owner.
///
/// An id is also the name, with a capital letter.
pub fn house(team: &[&str]) -> Playbook {
    let mates: String = team.iter().map(|id| teammate(id)).collect();
    let mut playbook = Playbook::from_text(&format!("{TEXT}{mates}")).expect("a plain text");
    playbook.routing.fallback = team.first().copied().unwrap_or_default().to_owned();
    playbook
}

fn teammate(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    let name = first.to_uppercase() + rest;
    format!(
        "\n[[teammate]]\nid = \"{id}\"\nname = \"{name}\"\nemail = \"{id}@oak.example\"\nrole = \"rep\"\n"
    )
}

/// A moment of the house's clock on the wall, written as `2026-05-08T16:00`.
pub fn at(text: &str) -> Timestamp {
    text.parse::<DateTime>()
        .expect("a civil time")
        .to_zoned(zone_named("Europe/London"))
        .expect("a moment")
        .timestamp()
}

/// One lead as a single room sees it: what happens is written, then the room is asked to settle.
///
/// It holds the room to its law: silent when asked twice, silent before its due, speaking at it.
pub struct Life {
    pub playbook: Playbook,
    pub lead: Lead,
    pub loads: BTreeMap<TeammateId, Load>,
    pub turns: BTreeMap<(String, TeammateId), i64>,
    pub kin: Vec<Kin>,
    room: Capability,
}

impl Life {
    /// A lead that nobody has captured yet.
    pub fn new(playbook: Playbook, room: Capability) -> Life {
        let lead = Lead::unborn(LeadId(1));
        let (loads, turns) = (BTreeMap::new(), BTreeMap::new());
        Life { playbook, lead, loads, turns, kin: Vec::new(), room }
    }

    /// Writes what happened, and what the room says to it.
    pub fn happens(&mut self, now: Timestamp, by: Actor, events: Vec<Event>) -> Vec<Event> {
        for event in events {
            self.write(now, by.clone(), event);
        }
        self.settle(now)
    }

    /// Lets time pass until a moment, and says what the room said at which time.
    pub fn until(&mut self, end: Timestamp) -> Vec<(String, Event)> {
        let mut said = Vec::new();
        while let Some(due) = (self.room.due)(&self.lead, &self.playbook).filter(|due| *due <= end)
        {
            let before = due.saturating_sub(SignedDuration::from_secs(1)).expect("in this century");
            assert_eq!(self.ask(before), [], "silent before its due");
            let events = self.settle(due);
            assert_ne!(events, [], "speaks at its due");
            said.extend(events.into_iter().map(|event| (on_the_wall(due), event)));
        }
        said
    }

    /// What the room says at this moment, unwritten.
    pub fn ask(&self, now: Timestamp) -> Vec<Event> {
        let situation = Situation {
            playbook: &self.playbook,
            version: 1,
            loads: &self.loads,
            turns: &self.turns,
            kin: self.kin.clone(),
            contact: Contact::default(),
        };
        (self.room.react)(&self.lead, &situation, now)
    }

    fn settle(&mut self, now: Timestamp) -> Vec<Event> {
        let mut said = Vec::new();
        for _ in 0..4 {
            let events = self.ask(now);
            if events.is_empty() {
                return said;
            }
            for event in events {
                self.write(now, Actor::House, event.clone());
                said.push(event);
            }
        }
        unreachable!("the room does not come to rest: {said:?}")
    }

    fn write(&mut self, at: Timestamp, by: Actor, event: Event) {
        let seq = self.lead.last_seq + 1;
        let subject = Subject::Lead(self.lead.id);
        self.lead.apply(&Entry { seq, subject, at, by, playbook: 1, event });
    }
}

/// An enquiry at the website that came in at this moment.
pub fn enquiry(arrived_at: Timestamp) -> Arrival {
    Arrival {
        submission: Uuid::nil(),
        source: "website".into(),
        class: SourceClass::Inbound,
        arrived_at,
        profile: Profile::default(),
        fields: BTreeMap::new(),
        message: String::new(),
        hand_raise: None,
        campaign: Campaign::default(),
        consent: None,
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
    }
}

/// The lead was found to be of this tier.
pub fn scored(tier: Tier) -> Event {
    let score = match tier {
        Tier::Low => 10,
        Tier::Medium => 50,
        Tier::High => 70,
        Tier::Urgent => 90,
    };
    let (because, fit) = (Vec::new(), Fitness::default());
    Event::Scored { score, tier, model: 1, seen: 1, because, fit }
}

/// A moment as the house's clock on the wall shows it.
pub fn on_the_wall(at: Timestamp) -> String {
    zone_named("Europe/London").to_datetime(at).strftime("%a %H:%M:%S").to_string()
}
