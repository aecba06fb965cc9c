//! A year of the firm, lived through: what comes in, what letters bring about, and whose turn it is.

use super::arrival::{self, Arriving, Way};
use super::calendar::Days;
use super::dice::Dice;
use super::enquiry::{Posted, message};
use super::morning::Script;
use super::nature::Nature;
use super::people::{Person, colleague, person};
use super::plan::{Coming, plan};
use super::queue::{Happening, Queue, Reaction};
use super::team::Pace;
use super::words;
use crate::capture::{self, Received};
use crate::command::Command;
use crate::lead::{Actor, Channel, Direction, Fate, Lead, LeadId, Outcome, Submission, Touch};
use crate::playbook::Teammate;
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::rehearsal::Stage;
use crate::shell::store::Result;
use crate::shell::store::office::Change;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// Letters that left and have not been read yet: when, and to which address.
pub type Postbox = RefCell<Vec<(Timestamp, String)>>;

/// How many leads back somebody is looked for who writes again.
const RECENT: u64 = 160;

/// Everything there is in a year.
pub struct World<'w, 'a, 'tx> {
    pub stage: &'w mut Stage<'a, 'tx>,
    pub days: &'w Days,
    pub dice: Dice,
    /// Leads that nobody has written a part for, by what will come of them.
    pub natures: BTreeMap<LeadId, Nature>,
    pub queue: Queue,
    pub script: Script,
    /// What was refused: a slip of the story, for the house is always right.
    pub refused: usize,
    by_address: BTreeMap<String, LeadId>,
    postbox: &'w Postbox,
    people: usize,
}

impl<'w, 'a, 'tx> World<'w, 'a, 'tx> {
    pub fn new(
        stage: &'w mut Stage<'a, 'tx>,
        days: &'w Days,
        postbox: &'w Postbox,
        seed: u64,
    ) -> World<'w, 'a, 'tx> {
        World {
            stage,
            days,
            dice: Dice::new(seed),
            natures: BTreeMap::new(),
            queue: Queue::default(),
            script: Script::default(),
            refused: 0,
            by_address: BTreeMap::new(),
            postbox,
            people: 0,
        }
    }

    /// Lives through the year, in which some `leads` leads come in, up to its last moment.
    pub fn live(&mut self, leads: usize) -> Result<()> {
        for (at, coming) in plan(leads, self.days, &mut self.dice) {
            self.queue.put(at, Happening::Comes(coming));
        }
        for day in &self.days.worked {
            let begins = self.days.at(*day, Time::constant(7, 30, 0, 0));
            self.queue.put(begins, Happening::Begins(*day));
        }
        super::morning::announce(self);
        let end = self.days.end();
        while let Some((at, what)) = self.queue.next_by(end) {
            self.stage.pass_until(at)?;
            self.read_post();
            self.happens(what)?;
        }
        self.stage.pass_until(end)
    }

    /// Everybody has read what they were told before this morning.
    fn read_notices(&mut self) -> Result<()> {
        let up_to = self.stage.last_seq()?;
        let in_force = self.stage.in_force();
        let read = |mate: &Teammate| Change::NoticesRead { teammate: mate.id.clone(), up_to };
        let read = in_force.playbook.team.iter().map(read).collect();
        self.stage.order(Order::Office(read)).map(drop)
    }

    fn happens(&mut self, what: Happening) -> Result<()> {
        match what {
            Happening::Comes(Coming::New(way)) => {
                self.people += 1;
                let person = person(self.people, &mut self.dice);
                self.comes(person, way)
            }
            Happening::Comes(Coming::Again) => self.writes_again(),
            Happening::Comes(Coming::Back) => self.comes_back(),
            Happening::Comes(Coming::Colleague) => self.colleague_comes(),
            Happening::Comes(Coming::Junk) => {
                let posted = arrival::junk(self.stage.now(), &mut self.dice);
                self.capture(posted, Actor::Visitor).map(drop)
            }
            Happening::Begins(day) => {
                self.begins(day);
                let is_last = self.days.worked.last() == Some(&day);
                if is_last { self.read_notices() } else { Ok(()) }
            }
            Happening::Looks { desk, sitting } => self.looks(desk, sitting),
            Happening::Takes(id) => self.takes(id),
            Happening::Answers(id) => self.answers_clock(id),
            Happening::Reacts(id, reaction) => self.reacts(id, reaction),
            Happening::GivesUp(id) => self.gives_up(id),
            Happening::Plays(scene) => super::morning::play(self, scene),
        }
    }

    /// Somebody comes in for the first time, or for the first time on this lead.
    fn comes(&mut self, person: Person, way: Way) -> Result<()> {
        let took = self.on_the_telephone();
        let now = self.stage.now();
        let arriving = arrival::arriving(&person, way, now, took, &mut self.dice);
        let Arriving { posted, by, seen, spoke } = arriving;
        let Some(mut lead) = self.capture(posted, by)? else { return Ok(()) };
        for (page, minutes) in seen {
            lead = self.sees(lead, page, minutes)?;
        }
        if spoke {
            lead = self.spoke(lead, took, &person)?;
        }
        self.know(&lead, person, way);
        self.hear_of(&lead);
        self.marks_way(&lead, way)
    }

    fn know(&mut self, lead: &Lead, person: Person, way: Way) {
        self.by_address.insert(person.email.clone(), lead.id);
        let nature = Nature::of(person, way, lead.tier(), &mut self.dice);
        self.natures.entry(lead.id).or_insert(nature);
    }

    /// Pages seen before the enquiry become known with it.
    fn sees(&mut self, lead: Arc<Lead>, page: &str, minutes: i64) -> Result<Arc<Lead>> {
        let now = self.stage.now();
        let at = now.saturating_sub(SignedDuration::from_mins(minutes)).unwrap_or(now);
        let visit = Command::inbound(Channel::Visit, page, at);
        Ok(self.ask(Actor::Visitor, lead.id, visit)?.unwrap_or(lead))
    }

    /// Whoever is called has spoken with them already, and agreed on a next step.
    fn spoke(&mut self, lead: Arc<Lead>, took: &str, person: &Person) -> Result<Arc<Lead>> {
        let touch = Touch {
            channel: Channel::Call,
            direction: Direction::Inbound,
            outcome: Outcome::Reached,
            text: words::talk(person, 0, &mut self.dice),
            at: self.stage.now(),
        };
        let next = self.call_again(took, 1, 4);
        let command = Command::Touch { touch, task: None, next: Some(next) };
        Ok(self.asks(took, lead.id, command)?.unwrap_or(lead))
    }

    /// Somebody whose lead is open sends another form; a lead of its own where the address is new.
    fn writes_again(&mut self) -> Result<()> {
        let Some(lead) = self.anybody(|lead| lead.is_open())? else { return Ok(()) };
        let Some(person) = self.natures.get(&lead.id).map(|nature| nature.person.clone()) else {
            return Ok(());
        };
        let asks = self.dice.chance(45);
        let message = message(&person, asks, &mut self.dice);
        let consent = if self.dice.chance(70) { "yes" } else { "" };
        let fields = [
            ("name", &*person.name),
            ("email", &person.email),
            ("message", &message),
            ("consent", consent),
        ];
        if let Some(lead) = self.capture(Posted::form("website", &fields), Actor::Visitor)? {
            self.know(&lead, person, Way::Website);
            self.hear_of(&lead);
        }
        Ok(())
    }

    /// Somebody whose lead is closed comes in once more.
    fn comes_back(&mut self) -> Result<()> {
        let Some(lead) = self.anybody(|lead| !lead.is_open())? else { return Ok(()) };
        match self.natures.get(&lead.id).map(|nature| nature.person.clone()) {
            Some(person) => self.comes(person, Way::Website),
            None => Ok(()),
        }
    }

    /// Somebody else at the firm of a lead that is open, which looks like the same person twice.
    fn colleague_comes(&mut self) -> Result<()> {
        let has_phone = |lead: &Lead| lead.is_open() && !lead.profile.phone.is_empty();
        let Some(lead) = self.anybody(has_phone)? else { return Ok(()) };
        let first = self.natures.get(&lead.id).map(|nature| nature.person.clone());
        let Some(first) = first.filter(Person::has_switchboard) else { return Ok(()) };
        let person = colleague(&first, &mut self.dice);
        self.comes(person, Way::Partner)
    }

    /// One of the leads of late of which something holds.
    fn anybody(&mut self, holds: fn(&Lead) -> bool) -> Result<Option<Arc<Lead>>> {
        for _ in 0..12 {
            let back = self.dice.below(RECENT);
            let nth = self.natures.keys().rev().nth(usize::try_from(back).unwrap_or_default());
            let Some(id) = nth.copied() else { continue };
            if let Some(lead) = self.stage.lead(id)?.filter(|lead| holds(lead)) {
                return Ok(Some(lead));
            }
        }
        Ok(None)
    }

    /// What comes in is read and taken to the desk; the lead as it stands then, if it makes one.
    pub fn capture(&mut self, posted: Posted, by: Actor) -> Result<Option<Arc<Lead>>> {
        let now = self.stage.now();
        let id = self.submission_id(now);
        let in_force = self.stage.in_force();
        let Some(source) = in_force.playbook.source(posted.source) else { return Ok(None) };
        let received = Received {
            id,
            source,
            at: now,
            content_type: posted.content_type,
            body: &posted.body,
            query: &posted.query,
            referrer: &posted.referrer,
        };
        let read = capture::read(&received, &in_force.playbook);
        let submission = Submission {
            id,
            source: source.key.clone(),
            arrived_at: now,
            content_type: posted.content_type.into(),
            raw: posted.body,
            cut: false,
            fate: Fate::Empty,
        };
        let arrived = Arrived { submission, read, by, once: None };
        match self.stage.order(Order::Capture(Box::new(arrived)))? {
            Ok(Answer::Captured { lead, .. }) => Ok(lead),
            Ok(_) => Ok(None),
            Err(_) => {
                self.refused += 1;
                Ok(None)
            }
        }
    }

    fn submission_id(&mut self, at: Timestamp) -> Uuid {
        let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
        let mut noise = [0; 10];
        noise[..8].copy_from_slice(&self.dice.roll().to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(millis, &noise).into_uuid()
    }

    /// Asks something about a lead; the lead as it stands then, unless it was refused.
    pub fn ask(&mut self, by: Actor, id: LeadId, command: Command) -> Result<Option<Arc<Lead>>> {
        match self.stage.order(Order::Lead { id, command, by, once: None })? {
            Ok(Answer::Lead(lead)) => Ok(Some(lead)),
            Ok(_) => Ok(None),
            Err(_) => {
                self.refused += 1;
                Ok(None)
            }
        }
    }

    /// The same, by a teammate.
    pub fn asks(&mut self, who: &str, id: LeadId, command: Command) -> Result<Option<Arc<Lead>>> {
        self.ask(Actor::Teammate(who.to_owned()), id, command)
    }

    /// An owner who hears of a lead that waits says yes and answers, sooner or later.
    fn hear_of(&mut self, lead: &Lead) {
        let Some(promise) = &lead.promise else { return };
        let from = promise.since.max(self.stage.now());
        let after =
            |seconds| from.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(from);
        let pace = Pace::of(lead.tier(), &mut self.dice);
        if let Some(seconds) = pace.takes {
            self.queue.put(after(seconds), Happening::Takes(lead.id));
        }
        if let Some(seconds) = pace.answers {
            self.queue.put(after(seconds), Happening::Answers(lead.id));
        }
    }

    /// What the letters that left bring about.
    fn read_post(&mut self) {
        for (at, to) in self.postbox.take() {
            let Some(id) = self.by_address.get(&to).copied() else { continue };
            let Some(nature) = self.natures.get_mut(&id) else { continue };
            nature.letters += 1;
            let (letters, answers) = (nature.letters, nature.answers);
            let reaction = self.dice.weighted(&[
                (Reaction::Replies, 10 * answers),
                (Reaction::Opens, 200),
                (Reaction::Clicks, 40),
                (Reaction::OptsOut, 9),
                (Reaction::Nothing, 750_u64.saturating_sub(10 * answers)),
            ]);
            if reaction != Reaction::Nothing {
                let minutes = self.dice.between(25, 30 * 60);
                let at = at.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(at);
                self.queue.put(self.by_day(at), Happening::Reacts(id, reaction));
            }
            if letters == 4 && self.dice.chance(70) {
                let days = self.dice.between(6, 16);
                let at = at.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(at);
                self.queue.put(at, Happening::GivesUp(id));
            }
        }
    }

    /// People read their letters by day.
    pub fn by_day(&self, at: Timestamp) -> Timestamp {
        let time = self.days.time_of(at);
        if (7..22).contains(&time.hour()) {
            return at;
        }
        let day = self.days.day_of(at);
        let day = if time.hour() < 7 { day } else { day.tomorrow().unwrap_or(day) };
        self.days.at(day, Time::constant(8, time.minute(), time.second(), 0))
    }

    fn reacts(&mut self, id: LeadId, reaction: Reaction) -> Result<()> {
        let Some(nature) = self.natures.get(&id) else { return Ok(()) };
        let now = self.stage.now();
        let command = match reaction {
            Reaction::Nothing => return Ok(()),
            Reaction::Opens => Command::inbound(Channel::Open, "", now),
            Reaction::Clicks => {
                let page = self.dice.one_of(&["/pricing", "/case-studies/larch-hill", "/visit"]);
                self.ask(Actor::Visitor, id, Command::inbound(Channel::Click, page, now))?;
                Command::inbound(Channel::Visit, page, now)
            }
            Reaction::Replies => {
                let text = words::reply(&nature.person, &mut self.dice);
                Command::inbound(Channel::Email, &text, now)
            }
            Reaction::OptsOut => {
                let address = nature.person.email.clone();
                let mark = self.stage.mark(&address).unwrap_or_default();
                Command::OptOut { address, mark }
            }
        };
        let lead = self.ask(Actor::Visitor, id, command)?;
        if let Some(lead) = lead.filter(|_| reaction == Reaction::Replies) {
            self.hear_of(&lead);
        }
        Ok(())
    }

    /// Everybody who is there looks at their desk some times a day.
    fn begins(&mut self, day: Date) {
        for desk in super::team::DESKS {
            for (hour, minute) in [(8, 5), (9, 40), (11, 20), (13, 35), (15, 25), (16, 50)] {
                if self.dice.chance(9) {
                    continue;
                }
                let later = SignedDuration::from_mins(self.dice.between(0, 28));
                let at = self.days.at(day, Time::constant(hour, minute, 0, 0));
                let at = at.saturating_add(later).unwrap_or(at);
                self.queue.put(at, Happening::Looks { desk, sitting: 0 });
            }
        }
    }
}
