//! Every open lead has a next step or a stated reason, and moves only by what truly happened.

use super::*;
use crate::capability::Contact;
use crate::command::{Command, Refusal};
use crate::lead::hours::zone_named;
use crate::lead::{
    Actor, Arrival, Campaign, Channel, Decision, Direction, Entry, LeadFate, LeadId, Outcome,
    Profile, SourceClass, Subject, TaskKind, Touch,
};
use crate::playbook::{Role, Teammate, starter};
use std::collections::BTreeMap;

/// A moment in London, written as `2026-05-04T10:00`.
fn at(text: &str) -> Timestamp {
    let civil: jiff::civil::DateTime = text.parse().expect("a civil time");
    civil.to_zoned(zone_named("Europe/London")).expect("a moment").timestamp()
}

fn arrival(when: &str) -> Arrival {
    Arrival {
        submission: uuid::Uuid::nil(),
        source: "website".into(),
        class: SourceClass::Inbound,
        arrived_at: at(when),
        profile: Profile { name: "Owen Stone".into(), ..Profile::default() },
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

/// A win after which everything is in hand.
fn win(value: Option<i64>) -> Command {
    let facts = ["payment_confirmed", "kickoff_booked"];
    Command::Win { value, facts: facts.map(|key| (key.to_owned(), "yes".to_owned())).into() }
}

/// A lead of Maya's in the starter, and what the pipeline said of it.
struct Life {
    playbook: Playbook,
    lead: Lead,
    now: Timestamp,
    said: Vec<Event>,
}

impl Life {
    /// A lead that has just come in on Monday 4 May at ten, in no sequence.
    fn begin(arrival: Arrival) -> Life {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let mut playbook = starter("Roth & Co", maya);
        playbook.business.time_zone = "Europe/London".into();
        let (lead, now) = (Lead::unborn(LeadId(1)), at("2026-05-04T10:00"));
        let mut life = Life { playbook, lead, now, said: Vec::new() };
        life.write(Actor::Visitor, Event::Captured(arrival));
        let decision = Decision::default();
        let owner = Event::Assigned { owner: "maya".into(), accept_by: None, decision };
        life.write(Actor::House, owner);
        life.settle();
        life
    }

    fn new() -> Life {
        Life::begin(arrival("2026-05-04T10:00"))
    }

    fn write(&mut self, by: Actor, event: Event) {
        let seq = self.lead.last_seq + 1;
        let subject = Subject::Lead(self.lead.id);
        self.lead.apply(&Entry { seq, subject, at: self.now, by, playbook: 1, event });
    }

    fn settle(&mut self) {
        for _ in 0..12 {
            let (loads, turns) = (BTreeMap::new(), BTreeMap::new());
            let situation = Situation {
                playbook: &self.playbook,
                version: 1,
                loads: &loads,
                turns: &turns,
                kin: Vec::new(),
                contact: Contact::default(),
            };
            let events = react(&self.lead, &situation, self.now);
            if events.is_empty() {
                return;
            }
            for event in events {
                self.said.push(event.clone());
                self.write(Actor::House, event);
            }
        }
        panic!("the pipeline does not come to rest: {:?}", self.said);
    }

    /// Maya does something; returns what the pipeline says of it.
    fn maya(&mut self, when: &str, event: Event) -> Vec<Event> {
        self.now = at(when);
        self.said.clear();
        self.write(Actor::Teammate("maya".into()), event);
        self.settle();
        std::mem::take(&mut self.said)
    }

    /// Time passes to the next due moment, where the pipeline must speak.
    fn jump(&mut self) -> Vec<Event> {
        self.now = due(&self.lead, &self.playbook).expect("something is due");
        self.said.clear();
        self.settle();
        assert!(!self.said.is_empty(), "it is silent when due");
        std::mem::take(&mut self.said)
    }

    fn moved(&self, command: Command) -> Result<Vec<Event>, Refusal> {
        moved(&self.lead, &self.playbook, command, self.now)
    }

    fn tasks(&self) -> Vec<(TaskKind, &str)> {
        self.lead.tasks.iter().map(|task| (task.kind, task.text.as_str())).collect()
    }
}

fn call(when: &str) -> Event {
    let (channel, direction, outcome) = (Channel::Call, Direction::Outbound, Outcome::Voicemail);
    Event::Touched(Touch { channel, direction, outcome, text: String::new(), at: at(when) })
}

fn snoozed(until: &str) -> Event {
    Event::Snoozed { until: at(until), why: "budget in June".into() }
}

#[test]
fn a_new_lead_is_new_until_one_of_us_contacts_it() {
    let mut life = Life::new();
    assert_eq!(life.lead.stage, "new");
    life.maya("2026-05-04T10:03", call("2026-05-04T10:03"));
    assert_eq!(life.lead.stage, "contacted");
    life.maya("2026-05-04T11:00", Event::StageMoved { from: "contacted".into(), to: "new".into() });
    assert_eq!(life.lead.stage, "new", "the machine does not argue");
}

#[test]
fn a_lead_without_a_next_step_asks_for_one_until_it_has_one() {
    let mut life = Life::new();
    assert_eq!(life.tasks(), [(TaskKind::NextStep, "Decide what happens next.")]);
    let task = life.lead.tasks[0].seq;
    let done = Event::TaskDone { task, outcome: "done".into() };
    let asked = life.maya("2026-05-08T19:00", done);
    assert!(
        matches!(&asked[..], [Event::TaskAdded { due_at, .. }] if *due_at == at("2026-05-11T09:00"))
    );
    life.maya("2026-05-11T09:00", Event::Enrolled { sequence: "standard".into() });
    assert!(life.lead.tasks.is_empty(), "a sequence is a next step");
    assert_eq!(due(&life.lead, &life.playbook), None);
}

#[test]
fn an_acknowledgement_is_no_next_step_and_a_letter_is() {
    let mut life = Life::new();
    let task = life.lead.tasks[0].seq;
    let letter = |asked_for| Event::Queued {
        letter: crate::lead::Letter {
            to: "owen@stone.example".into(),
            template: "x".into(),
            version: 1,
            values: BTreeMap::new(),
            not_before: at("2026-05-04T10:00"),
            step: None,
            asked_for,
            rewritten: None,
        },
    };
    life.write(Actor::House, letter(true));
    let asked = life.maya("2026-05-04T10:01", Event::TaskDropped { task, why: String::new() });
    assert_eq!(asked.len(), 1);
    life.write(Actor::House, letter(false));
    let task = life.lead.tasks[0].seq;
    assert!(
        life.maya("2026-05-04T10:02", Event::TaskDropped { task, why: String::new() }).is_empty()
    );
}

#[test]
fn a_hold_is_a_reason_for_a_week() {
    let mut life = Life::new();
    life.maya("2026-05-04T11:00", Event::Enrolled { sequence: "standard".into() });
    assert!(life.maya("2026-05-05T09:30", Event::Held { why: "they are away".into() }).is_empty());
    let asked = life.jump();
    assert_eq!(life.now, at("2026-05-12T09:30"));
    assert!(matches!(asked[..], [Event::TaskAdded { kind: TaskKind::NextStep, .. }]));
    assert_eq!(due(&life.lead, &life.playbook), None);
}

#[test]
fn a_snoozed_lead_comes_back_on_its_day_with_the_reason() {
    let mut life = Life::new();
    life.maya("2026-05-04T11:00", snoozed("2026-06-01T09:00"));
    assert!(life.lead.tasks.is_empty(), "the reason stands in place of a task");
    life.jump();
    assert_eq!(life.now, at("2026-06-01T09:00"));
    assert_eq!(life.lead.snoozed, None);
    assert_eq!(life.tasks(), [(TaskKind::NextStep, "Put aside until today: budget in June")]);
    assert_eq!(due(&life.lead, &life.playbook), None);
}

#[test]
fn an_incomplete_lead_is_asked_about_once() {
    let missing = vec!["email|phone".to_owned(), "company".to_owned()];
    let mut life = Life::begin(Arrival { missing, ..arrival("2026-05-04T10:00") });
    let text = "Find out: e-mail address or phone number, company.";
    assert_eq!(life.tasks(), [(TaskKind::Complete, text)]);
    let changes = |key: &str| [(key.to_owned(), "x".to_owned())].into();
    life.maya("2026-05-04T10:10", Event::Edited { changes: changes("phone") });
    assert_eq!(life.tasks().len(), 1);
    life.maya("2026-05-04T10:11", Event::Edited { changes: changes("company") });
    assert_eq!(life.tasks(), [(TaskKind::NextStep, "Decide what happens next.")]);
}

#[test]
fn a_lead_whose_way_to_be_reached_is_taken_out_is_incomplete_and_asked_about_again() {
    let mut life = Life::new();
    life.lead.source = "website".into();
    let edit = |life: &mut Life, when: &str, changes: &[(&str, &str)]| {
        let changes = changes.iter().map(|(key, fact)| ((*key).to_owned(), (*fact).to_owned()));
        for event in learnt(&life.lead, &life.playbook, changes.collect()) {
            life.maya(when, event);
        }
    };
    edit(&mut life, "2026-05-04T10:01", &[("email", "a@b.example"), ("phone", "+44 7700 900142")]);
    edit(&mut life, "2026-05-04T10:02", &[("email", "")]);
    assert!(life.lead.missing.is_empty(), "they have a telephone");
    for (gone, found) in [("10:03", "10:04"), ("10:05", "10:06")] {
        edit(&mut life, &format!("2026-05-04T{gone}"), &[("phone", "")]);
        assert_eq!(life.lead.missing, ["email|phone"]);
        let asked = life.lead.asked_task(TaskKind::Complete).map(|task| task.text.as_str());
        assert_eq!(asked, Some("Find out: e-mail address or phone number."));
        edit(&mut life, &format!("2026-05-04T{found}"), &[("phone", "+44 7700 900142")]);
        assert!(life.lead.missing.is_empty() && life.lead.asked_task(TaskKind::Complete).is_none());
    }
}

#[test]
fn an_address_that_bounces_makes_a_complete_lead_incomplete() {
    let mut life = Life::new();
    life.lead.profile.email = "owen@stone.example".into();
    life.now = at("2026-05-04T10:05");
    life.write(Actor::House, Event::Bounced { address: "owen@stone.example".into() });
    life.settle();
    assert_eq!(
        life.tasks().last(),
        Some(&(
            TaskKind::Complete,
            "Their e-mail address takes no letters. Find out: e-mail address."
        ))
    );
}

#[test]
fn an_import_says_where_a_lead_stands_and_how_it_ended() {
    let imported = |stage: &str| {
        let stage = Some(stage.to_owned());
        Life::begin(Arrival { quiet: true, stage, ..arrival("2026-02-01T10:00") }).lead
    };
    assert_eq!(imported("Proposal delivered").stage, "proposal");
    assert_eq!(imported("who knows").stage, "new");
    assert_eq!(imported("Closed - Won").fate, LeadFate::Won);
    assert_eq!(imported("Unqualified").fate, LeadFate::Disqualified);
    assert_eq!(imported("closed_lost").fate, LeadFate::Lost);
    assert_eq!(imported("Gewonnen").fate, LeadFate::Won);
    assert_eq!(imported("Angebot").stage, "proposal");
    let lost = Arrival {
        quiet: true,
        stage: Some("Verloren".into()),
        fields: [("lost_reason".to_owned(), "price".to_owned())].into(),
        ..arrival("2026-02-01T10:00")
    };
    let said = Life::begin(lost).said;
    let for_price =
        |event: &Event| matches!(event, Event::Lost { reason, .. } if reason == "Price");
    assert!(said.iter().any(for_price), "{said:?}");
    assert!(imported("Proposal delivered").tasks.is_empty(), "imported and not yet worked");
    let form = Arrival { stage: Some("won".into()), ..arrival("2026-05-04T10:00") };
    assert!(Life::begin(form).lead.is_open(), "a form cannot close its own lead");
}

#[test]
fn a_stage_is_entered_when_its_facts_are_known() {
    let mut life = Life::new();
    let discovery = || Command::Move { stage: "discovery".into(), facts: BTreeMap::new() };
    let needs = "The problem to solve, Budget, Who decides";
    let keys = ["problem", "budget", "decision_maker"].map(str::to_owned).to_vec();
    assert_eq!(life.moved(discovery()), Err(Refusal::StageNeeds { keys, facts: needs.into() }));
    for key in ["problem", "budget", "decision_maker"] {
        life.lead.fields.insert(key.into(), "1".into());
    }
    assert!(matches!(life.moved(discovery()).as_deref(), Ok([Event::StageMoved { .. }])));
    let nowhere = Command::Move { stage: "heaven".into(), facts: BTreeMap::new() };
    assert_eq!(life.moved(nowhere), Err(Refusal::NoSuchStage("heaven".into())));
    let stays = Command::Move { stage: "new".into(), facts: BTreeMap::new() };
    assert_eq!(life.moved(stays), Ok(Vec::new()));
    life.lead.value = Some(100);
    let proposal = |facts: &[(&str, &str)]| {
        let facts = facts.iter().map(|(key, fact)| ((*key).to_owned(), (*fact).to_owned()));
        Command::Move { stage: "proposal".into(), facts: facts.collect() }
    };
    let sent = [("proposal_document", "P-1"), ("proposal_sent_on", "2026-05-04")];
    let needs = "The proposal, by name or link, Proposal sent on".to_owned();
    let keys = ["proposal_document", "proposal_sent_on"].map(str::to_owned).to_vec();
    let no = Refusal::StageNeeds { keys, facts: needs };
    assert_eq!(life.moved(proposal(&[])), Err(no));
    assert!(life.moved(proposal(&sent)).is_ok());
    let soon = [sent[0], ("proposal_sent_on", "soon")];
    assert!(matches!(life.moved(proposal(&soon)), Err(Refusal::NotA { .. })));
}

#[test]
fn an_end_has_a_reason_and_takes_waiting_letters_along() {
    let mut life = Life::new();
    let lose =
        |reason: &str, note: &str| Command::Lose { reason: reason.into(), note: note.into() };
    assert!(matches!(life.moved(lose("Bad luck", "")), Err(Refusal::ReasonNeeded(_))));
    assert_eq!(life.moved(lose("Other", " ")), Err(Refusal::NoteNeeded));
    assert!(life.moved(lose("Other", "moved abroad")).is_ok());
    assert!(matches!(life.moved(win(Some(-1))), Err(Refusal::NotA { .. })));
    let disqualify = Command::Disqualify { reason: "Vendor".into(), note: String::new() };
    assert!(life.moved(disqualify).is_ok());
    let letter = crate::lead::Letter {
        to: String::new(),
        template: "x".into(),
        version: 1,
        values: BTreeMap::new(),
        not_before: life.now,
        step: None,
        asked_for: false,
        rewritten: None,
    };
    life.write(Actor::House, Event::Queued { letter });
    assert_eq!(
        life.moved(win(None)),
        Err(Refusal::WonNeeds { keys: vec!["value".into()], facts: "value".into() })
    );
    let won = life.moved(win(Some(5))).expect("open");
    assert!(matches!(won[..], [Event::Edited { .. }, Event::Won { .. }, Event::Dropped { .. }]));
    for event in won {
        life.maya("2026-05-04T12:00", event);
    }
    assert!(life.lead.outbox.is_empty() && due(&life.lead, &life.playbook).is_none());
    assert_eq!(life.moved(lose("Price", "")), Err(Refusal::Closed));
}

#[test]
fn a_closed_lead_is_opened_again_with_a_reason_its_owner_and_a_task() {
    let mut life = Life::new();
    let reopen = |why: &str| Command::Reopen { why: why.into() };
    assert_eq!(life.moved(reopen("x")), Err(Refusal::AlreadyOpen));
    life.maya("2026-05-04T12:00", Event::Lost { reason: "Price".into(), note: String::new() });
    assert_eq!(life.moved(reopen(" ")), Err(Refusal::WhyNeeded));
    let events = life.moved(reopen("they called")).expect("closed");
    life.maya("2026-05-06T10:00", events[0].clone());
    assert_eq!(life.lead.owner_id(), Some("maya"));
    assert_eq!(life.tasks(), [(TaskKind::NextStep, "Decide what happens next.")]);
}

#[test]
fn a_lead_is_put_aside_until_a_day_to_come_and_for_a_reason() {
    let life = Life::new();
    let until = |day: &str, why: &str| Command::Snooze { until: at(day), why: why.into() };
    assert_eq!(life.moved(until("2026-05-04T10:00", "x")), Err(Refusal::MomentPassed));
    assert_eq!(life.moved(until("2028-05-04T10:00", "x")), Err(Refusal::MomentTooFar));
    assert_eq!(life.moved(until("2026-06-01T09:00", "")), Err(Refusal::WhyNeeded));
    assert!(life.moved(until("2026-06-01T09:00", "fair")).is_ok());
}
