//! A whole house in memory, with a clock the story can turn and a post it can break.

use jiff::civil::DateTime;
use jiff::{Timestamp, tz::TimeZone};
use leadstead::capture::sources::csv_row;
use leadstead::capture::{self, Received};
use leadstead::command::{Command, Refusal};
use leadstead::decide::known;
use leadstead::language::Words;
use leadstead::lead::{
    Actor, Channel, Direction, Entry, Fate, File, Lead, LeadId, Outcome, Touch, words,
};
use leadstead::playbook::{Member, Playbook, Pool, Role, Teammate, check, starter, with_version};
use leadstead::shell::desk::{Answer, Arrived, Order, mark};
use leadstead::shell::error::Error;
use leadstead::shell::importing::row_hash;
use leadstead::shell::outbox::mail::{CarryFault, Mail};
use leadstead::shell::rehearsal::Rehearsal;
use leadstead::shell::store::Store;
use leadstead::shell::store::files::FileChange;
use leadstead::shell::store::office::Change;
use std::sync::Arc;
use uuid::Uuid;

/// A house with a simulated clock.
pub struct Sim {
    pub house: Rehearsal,
    /// Every letter that left, with when.
    pub sent: Vec<(Timestamp, Mail)>,
    /// What the post says instead of taking a letter.
    pub post_says: Option<CarryFault>,
    submissions: u128,
}

impl Sim {
    /// A house of Maya, Tom and Priya that opens at this moment, written as on the wall.
    pub fn at(moment: &str) -> Sim {
        Sim::with(moment, team_of(&["maya", "tom", "priya"]))
    }

    /// A house of one.
    pub fn solo(moment: &str) -> Sim {
        Sim::with(moment, team_of(&["maya"]))
    }

    pub fn with(moment: &str, playbook: Playbook) -> Sim {
        let store = Arc::new(Store::in_memory().expect("memory"));
        store.condition(7, [7; 32]).expect("a new store");
        let now = moment_in(&playbook, moment);
        let house = Rehearsal::begin(store, &playbook.to_text(), now).expect("a playbook");
        assert_eq!(check(&playbook, &known()), [], "the playbook of the story makes no sense");
        assert_eq!(house.in_force.version, 1);
        Sim { house, sent: Vec::new(), post_says: None, submissions: 0 }
    }

    pub fn now(&self) -> Timestamp {
        self.house.now
    }

    pub fn playbook(&self) -> &Playbook {
        &self.house.in_force.playbook
    }

    /// The playbook of a version that was once in force.
    pub fn playbook_of(&self, version: u32) -> Playbook {
        let text = self.house.store.read().expect("memory").playbook_version(version);
        let text = text.expect("memory").expect("each version is kept");
        Playbook::from_text(&text).expect("it was in force")
    }

    /// A moment, written as on the wall.
    pub fn moment(&self, moment: &str) -> Timestamp {
        moment_in(self.playbook(), moment)
    }

    /// Lets time pass until a moment, written as on the wall.
    pub fn until(&mut self, moment: &str) {
        let until = moment_in(self.playbook(), moment);
        self.stage(|stage| stage.pass_until(until));
    }

    /// Lets so many minutes pass.
    pub fn minutes(&mut self, minutes: i64) {
        let until = self.now() + jiff::SignedDuration::from_mins(minutes);
        self.stage(|stage| stage.pass_until(until));
    }

    pub fn days(&mut self, days: i64) {
        self.minutes(days * 24 * 60);
    }

    /// Somebody fills in the contact form.
    pub fn form(&mut self, body: &str) -> LeadId {
        self.arrive("website", "application/x-www-form-urlencoded", body).expect("a lead")
    }

    /// Something arrives through a source; `None` if it makes no lead.
    pub fn arrive(&mut self, source: &str, content_type: &str, body: &str) -> Option<LeadId> {
        self.fate(source, content_type, body).lead()
    }

    pub fn fate(&mut self, source: &str, content_type: &str, body: &str) -> Fate {
        self.submissions += 1;
        self.fate_of(Uuid::from_u128(self.submissions), source, content_type, body.as_bytes())
    }

    /// Rows of a table are brought in, each under the hash of what it says.
    pub fn import(&mut self, source: &str, headers: &[&str], rows: &[Vec<String>]) -> Vec<Fate> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let bring = |row: &Vec<String>| {
            let id = Uuid::from_bytes(row_hash(&headers, row));
            self.fate_of(id, source, csv_row::CONTENT_TYPE, &csv_row::body(&headers, row))
        };
        rows.iter().map(bring).collect()
    }

    /// Something arrives that its sender has given a number of its own.
    pub fn fate_of(&mut self, id: Uuid, source: &str, content_type: &str, body: &[u8]) -> Fate {
        let playbook = self.playbook().clone();
        let source = playbook.source(source).expect("a source of the playbook");
        let received =
            Received { id, source, at: self.now(), content_type, body, query: "", referrer: "" };
        let read = capture::read(&received, &playbook);
        let (submission, by) = (received.submission(), Actor::Visitor);
        let order = Order::Capture(Box::new(Arrived { submission, read, by, once: None }));
        match self.order(order) {
            Ok(Answer::Captured { fate, .. }) => fate,
            other => panic!("an arrival was answered with {other:?}"),
        }
    }

    /// A teammate does something.
    pub fn does(&mut self, who: &str, lead: LeadId, command: Command) -> Result<Lead, Error> {
        self.ask(Actor::Teammate(who.into()), lead, command)
    }

    pub fn ask(&mut self, by: Actor, id: LeadId, command: Command) -> Result<Lead, Error> {
        match self.order(Order::Lead { id, command, by, once: None })? {
            Answer::Lead(lead) => Ok(Arc::unwrap_or_clone(lead)),
            other => panic!("a command was answered with {other:?}"),
        }
    }

    pub fn order(&mut self, order: Order) -> Result<Answer, Error> {
        self.stage(|stage| stage.order(order))
    }

    /// A teammate asks for something and is told a polite no.
    pub fn refused(&mut self, who: &str, lead: LeadId, command: Command) -> Refusal {
        match self.does(who, lead, command) {
            Err(Error::Refused(refusal)) => refusal,
            other => panic!("no refusal: {other:?}"),
        }
    }

    /// A teammate lays a file with a lead.
    pub fn attach(&mut self, who: &str, lead: LeadId, name: &str, bytes: &[u8]) -> Lead {
        self.submissions += 1;
        let (id, now) = (Uuid::from_u128(self.submissions), self.now());
        let piece = FileChange::PutPiece { id, nth: 0, bytes: bytes.into(), now };
        self.order(Order::Office(vec![Change::File(piece)])).expect("it is kept");
        let file = File::named(id, name, "application/pdf", bytes.len() as u64, "f00".into());
        self.does(who, lead, Command::Attach { file }).expect("there is room for it")
    }

    /// A teammate calls, and it goes like this.
    pub fn calls(&mut self, who: &str, lead: LeadId, outcome: Outcome) {
        let call = Command::call(outcome, "", self.now());
        self.does(who, lead, call).expect("an open lead");
    }

    /// The lead writes an e-mail.
    pub fn writes(&mut self, lead: LeadId, text: &str) {
        self.shows(lead, Channel::Email, text);
    }

    /// The lead does something: a page visited, a file fetched, a word said.
    pub fn shows(&mut self, lead: LeadId, channel: Channel, text: &str) {
        let (direction, outcome, at) = (Direction::Inbound, Outcome::Made, self.now());
        let touch = Touch { channel, direction, outcome, text: text.into(), at };
        let command = Command::Touch { touch, task: None, next: None };
        self.ask(Actor::Visitor, lead, command).expect("an open lead");
    }

    /// The lead follows the link at the foot of a letter.
    pub fn opts_out(&mut self, lead: LeadId) {
        let address = self.lead(lead).profile.email;
        let mark = mark(&self.house.links.house_key, &address).expect("an address");
        let command = Command::OptOut { address, mark };
        self.ask(Actor::Visitor, lead, command).expect("always granted");
    }

    /// Changes the playbook while the house is open; then every lead is looked at anew.
    pub fn apply(&mut self, change: impl FnOnce(&mut Playbook)) {
        let mut playbook = self.playbook().clone();
        change(&mut playbook);
        let text = with_version(self.house.in_force.version, &playbook.to_text());
        self.order(Order::ApplyPlaybook { text, by: Actor::House, anyway: false })
            .expect("a playbook that makes sense");
        self.review_all();
    }

    /// Looks at every lead, as the scheduler does after a new playbook.
    pub fn review_all(&mut self) {
        for lead in self.leads() {
            self.ask(Actor::House, lead, Command::Review).expect("a review is never refused");
        }
    }

    /// Nobody takes letters any more; they are to be tried again.
    pub fn break_post(&mut self) {
        self.post_says = Some(CarryFault::temporary("The mail server does not answer."));
    }

    /// The post takes letters again.
    pub fn mend_post(&mut self) {
        self.post_says = None;
    }

    pub fn lead(&self, id: LeadId) -> Lead {
        self.house.store.read().expect("memory").lead(id).expect("memory").expect("a lead")
    }

    pub fn timeline(&self, id: LeadId) -> Vec<Entry> {
        self.house.store.read().expect("memory").timeline(id, 0, 100_000).expect("memory")
    }

    /// The lead's whole story: one line an entry, with the time on the wall.
    pub fn story(&self, id: LeadId) -> String {
        self.story_of(id, |_| true)
    }

    /// The lines of the story that tell of what left the house or was asked of a person.
    pub fn story_of(&self, id: LeadId, told: impl Fn(&Entry) -> bool) -> String {
        let names = |what, key: &str| self.playbook().called(what, key);
        self.timeline(id)
            .iter()
            .filter(|entry| told(entry))
            .map(|entry| {
                format!(
                    "{}  {}\n",
                    self.wall(entry.at),
                    words::sentence(entry, &names, Words::default())
                )
            })
            .collect()
    }

    /// The lines of the story that hold one of these words.
    pub fn lines(&self, id: LeadId, any: &[&str]) -> String {
        let story = self.story(id);
        let told = story.lines().filter(|line| any.iter().any(|word| line.contains(word)));
        told.map(|line| format!("{line}\n")).collect()
    }

    /// The owner's id.
    pub fn owner(&self, id: LeadId) -> String {
        self.lead(id).owner_id().unwrap_or_default().to_owned()
    }

    /// A moment as the clock on the wall shows it.
    pub fn wall(&self, at: Timestamp) -> String {
        let zone = TimeZone::get(&self.playbook().business.time_zone).expect("a zone");
        zone.to_datetime(at).strftime("%a %e %b %H:%M").to_string()
    }

    /// Subjects of the letters that left, with when.
    pub fn letters(&self) -> Vec<String> {
        let letter =
            |(at, mail): &(Timestamp, Mail)| format!("{}  {}", self.wall(*at), mail.subject);
        self.sent.iter().map(letter).collect()
    }

    /// Every entry of the journal.
    pub fn journal(&self) -> Vec<Entry> {
        self.house.store.read().expect("memory").entries_after(0, usize::MAX).expect("memory")
    }

    /// Every lead there is.
    pub fn leads(&self) -> Vec<LeadId> {
        let reading = self.house.store.read().expect("memory");
        reading.lead_ids_after(LeadId(0), usize::MAX).expect("memory")
    }

    fn stage<T>(
        &mut self,
        scene: impl FnOnce(
            &mut leadstead::shell::rehearsal::Stage,
        ) -> leadstead::shell::store::Result<T>,
    ) -> T {
        let (sent, says) = (&mut self.sent, &self.post_says);
        let mut post = |mail: &Mail, at: Timestamp| match says {
            Some(fault) => Err(fault.clone()),
            None => {
                sent.push((at, mail.clone()));
                Ok(())
            }
        };
        self.house.stage(&mut post, scene).expect("memory")
    }
}

/// Where the reply of a sequence and the reply of the house part: the subject of the instant reply.
pub const INSTANT_REPLY: &str = "We have your message";

fn moment_in(playbook: &Playbook, moment: &str) -> Timestamp {
    let zone = TimeZone::get(&playbook.business.time_zone).expect("a zone");
    let civil: DateTime = moment.parse().expect("a moment like 2026-05-08T16:00");
    zone.to_timestamp(civil).expect("a moment that exists")
}

/// The starter playbook with these teammates; the first is the owner of the business.
pub fn team_of(names: &[&str]) -> Playbook {
    let mate = |(nth, name): (usize, &&str)| {
        let role = if nth == 0 { Role::Owner } else { Role::Rep };
        let called = name[..1].to_uppercase() + &name[1..];
        Teammate::new(name, &called, &format!("{name}@fernhill.example"), role)
    };
    let mut team: Vec<Teammate> = names.iter().enumerate().map(mate).collect();
    let mut playbook = starter("Fernhill Energy", team.remove(0));
    playbook.business.time_zone = "Europe/London".into();
    playbook.business.country = "GB".into();
    playbook.business.email = "hello@fernhill.example".into();
    playbook.team.extend(team);
    playbook
}

/// A pool of these teammates, each with their weight.
pub fn pool_of(key: &str, members: &[(&str, u32)]) -> Pool {
    let member =
        |(teammate, weight): &(&str, u32)| Member { teammate: (*teammate).into(), weight: *weight };
    Pool {
        key: key.into(),
        name: key.into(),
        members: members.iter().map(member).collect(),
        skills: Vec::new(),
    }
}
