//! What the five of Fernhill do all day: look at what waits, call, write, and say what comes next.

use super::dice::Dice;
use super::firm::CLOSES;
use super::nature::Ending;
use super::queue::Happening;
use super::words;
use super::year::World;
use crate::command::{Command, NextStep};
use crate::lead::{Channel, Direction, Lead, LeadId, Outcome, Seq, TaskKind, Tier, Touch};
use crate::rows::AgendaItem;
use crate::shell::store::Result;
use crate::shell::store::waiting::Waiting;
use jiff::SignedDuration;
use jiff::civil::Time;

/// Everybody's desk.
pub const DESKS: [&str; 5] = ["maya", "tom", "priya", "ellis", "ruth"];

/// Who answers the telephone.
const TELEPHONE: [&str; 3] = ["maya", "priya", "tom"];

/// The most that is done in one sitting.
const SITTING_MAX: u32 = 22;

/// How much of a desk is looked at.
const DESK_MAX: usize = 60;

/// Seconds from hearing of a lead to the answer, from and to, with how often. The promise for an
/// Urgent lead is five minutes: one in five comes too late.
const URGENT: [((i64, i64), u64); 4] =
    [((35, 110), 36), ((110, 270), 44), ((270, 620), 15), ((620, 2_400), 5)];
const OTHERS: [((i64, i64), u64); 4] =
    [((40, 160), 42), ((160, 330), 34), ((330, 1_200), 15), ((1_200, 9_000), 9)];

/// In how many seconds somebody who hears of a lead says yes and answers; `None` for not by
/// themselves, but when they next look at what waits.
pub struct Pace {
    pub takes: Option<i64>,
    pub answers: Option<i64>,
}

impl Pace {
    /// The pace with a lead of a tier. Whoever is offered an Urgent one answers and says no more.
    pub fn of(tier: Tier, dice: &mut Dice) -> Pace {
        if tier == Tier::Urgent {
            let (from, to) = dice.weighted(&URGENT);
            return Pace { takes: None, answers: Some(dice.between(from, to)) };
        }
        let (takes, (from, to)) = (dice.between(100, 1_500), dice.weighted(&OTHERS));
        let answers = dice.between(from, to);
        Pace {
            takes: dice.chance(85).then_some(takes),
            answers: dice.chance(90).then_some(answers),
        }
    }
}

impl World<'_, '_, '_> {
    /// Whoever is there takes the call.
    pub fn on_the_telephone(&mut self) -> &'static str {
        let took = self.dice.one_of(&TELEPHONE);
        if self.is_away(took) { "ellis" } else { took }
    }

    fn is_away(&self, who: &str) -> bool {
        let today = self.days.day_of(self.stage.now());
        self.stage.in_force().playbook.teammate(who).is_none_or(|mate| mate.is_away(today))
    }

    /// Who works on what is this one's: they themselves, their backup, or their manager.
    fn in_place_of(&self, who: &str) -> Option<String> {
        let in_force = self.stage.in_force();
        let mate = in_force.playbook.teammate(who)?;
        let all = [&mate.id, &mate.backup, &mate.manager];
        all.into_iter().find(|id| !id.is_empty() && !self.is_away(id)).cloned()
    }

    /// Somebody sits down to what waits, does one thing, and goes on with the next.
    pub fn looks(&mut self, desk: &'static str, sitting: u32) -> Result<()> {
        let Some(who) = self.in_place_of(desk).filter(|_| sitting < SITTING_MAX) else {
            return Ok(());
        };
        let now = self.stage.now();
        let tonight = self.days.at(self.days.day_of(now), Time::constant(CLOSES, 0, 0, 0));
        let soon = now.saturating_add(SignedDuration::from_mins(20)).unwrap_or(now);
        let waiting = self.stage.agenda(desk, tonight, DESK_MAX)?;
        let mut waits = waiting.into_iter().filter(|one| match one.item {
            AgendaItem::Clock => true,
            AgendaItem::Task => one.at <= soon,
            AgendaItem::Draft | AgendaItem::Snooze => false,
        });
        let Some(first) = waits.find(|one| self.natures.contains_key(&one.lead)) else {
            return Ok(());
        };
        self.works_on(&who, &first)?;
        let pause = SignedDuration::from_secs(self.dice.between(90, 420));
        let at = now.saturating_add(pause).unwrap_or(now);
        if at <= tonight {
            self.queue.put(at, Happening::Looks { desk, sitting: sitting + 1 });
        }
        Ok(())
    }

    fn works_on(&mut self, who: &str, waiting: &Waiting) -> Result<()> {
        let Some(lead) = self.stage.lead(waiting.lead)? else { return Ok(()) };
        let task = lead.tasks.iter().find(|task| task.seq == waiting.seq).map(|task| task.kind);
        let seq = Some(waiting.seq);
        match task {
            None => self.answers(who, &lead, None),
            Some(TaskKind::Answer) => self.answers(who, &lead, seq),
            Some(TaskKind::Call | TaskKind::Other) => self.calls(who, &lead, seq),
            Some(TaskKind::NextStep) => self.decides(who, &lead, seq),
            Some(TaskKind::Email) => self.writes(who, &lead, seq),
            Some(TaskKind::Linkedin) => self.connects(who, &lead, seq),
            Some(TaskKind::Complete) => self.completes(who, &lead, waiting.seq),
        }
    }

    /// The owner says yes, if they are there.
    pub fn takes(&mut self, id: LeadId) -> Result<()> {
        let Some(lead) = self.stage.lead(id)? else { return Ok(()) };
        let waits = lead.owner.as_ref().filter(|owner| lead.is_open() && !owner.accepted);
        match waits.map(|owner| owner.teammate.clone()).filter(|owner| !self.is_away(owner)) {
            Some(owner) => self.asks(&owner, id, Command::Accept).map(drop),
            None => Ok(()),
        }
    }

    /// Somebody answers while the clock runs.
    pub fn answers_clock(&mut self, id: LeadId) -> Result<()> {
        let Some(lead) = self.stage.lead(id)?.filter(|lead| lead.promise.is_some()) else {
            return Ok(());
        };
        let owner = lead.owner_id().unwrap_or("ellis");
        match self.in_place_of(owner) {
            Some(who) => {
                let task = lead.tasks.iter().find(|task| task.kind == TaskKind::Answer);
                self.answers(&who, &lead, task.map(|task| task.seq))
            }
            None => Ok(()),
        }
    }

    fn connects(&mut self, who: &str, lead: &Lead, task: Option<Seq>) -> Result<()> {
        let next = self.next_call(who, lead, task, (3, 7));
        let text = "Asked to connect.";
        self.touches(who, lead.id, (Channel::Linkedin, Outcome::Made, text), task, next)
    }

    /// What is missing is found out, or they cannot be reached at all.
    fn completes(&mut self, who: &str, lead: &Lead, task: Seq) -> Result<()> {
        let Some(nature) = self.natures.get(&lead.id) else { return Ok(()) };
        let person = &nature.person;
        let found = if lead.bounced_at.is_some() {
            ("email", format!("office@{}", person.email.rsplit('@').next().unwrap_or_default()))
        } else {
            ("phone", person.phone.clone())
        };
        if self.dice.chance(70) {
            let changes = [(found.0.to_owned(), found.1)].into();
            return self.asks(who, lead.id, Command::Edit { changes, seen: None }).map(drop);
        }
        if !lead.profile.can_be_reached() {
            let reason = "No contact details".to_owned();
            let command = Command::Disqualify { reason, note: String::new() };
            return self.asks(who, lead.id, command).map(drop);
        }
        let next = self.next_call(who, lead, Some(task), (1, 4));
        let outcome = "Nothing to be found.".to_owned();
        self.asks(who, lead.id, Command::FinishTask { task, outcome, next }).map(drop)
    }

    /// Nothing was planned: either it is worth another call, or it is over.
    fn decides(&mut self, who: &str, lead: &Lead, task: Option<Seq>) -> Result<()> {
        match self.natures.get(&lead.id).map(|nature| nature.ending) {
            Some(Ending::Buys | Ending::Stops { .. }) => self.calls(who, lead, task),
            Some(Ending::Unfit(_)) if self.dice.chance(50) => self.calls(who, lead, task),
            _ => self.loses(who, lead.id, "No response"),
        }
    }

    /// The owner closes what has not said a word in all the steps.
    pub fn gives_up(&mut self, id: LeadId) -> Result<()> {
        let Some(lead) = self.stage.lead(id)?.filter(|lead| lead.is_open()) else { return Ok(()) };
        let nurtured = lead.enrolment.as_ref().is_some_and(|it| it.sequence == "nurture");
        let owner = lead.owner_id().map(str::to_owned);
        match owner.filter(|_| nurtured && lead.awaiting_since <= lead.captured_at) {
            Some(owner) => self.loses(&owner, id, "No response"),
            None => Ok(()),
        }
    }

    pub fn loses(&mut self, who: &str, id: LeadId, reason: &str) -> Result<()> {
        let note = match reason {
            "No response" => String::new(),
            _ => words::note(&mut self.dice).to_owned(),
        };
        self.asks(who, id, Command::Lose { reason: reason.to_owned(), note }).map(drop)
    }

    pub fn puts_aside(&mut self, who: &str, id: LeadId) -> Result<()> {
        let days = self.dice.between(30, 110);
        let until = self.stage.now().saturating_add(SignedDuration::from_hours(24 * days));
        let until = until.unwrap_or(self.stage.now());
        let why = "They asked us to come back then.".to_owned();
        self.asks(who, id, Command::Snooze { until, why }).map(drop)
    }

    /// One of us gets in touch with them.
    pub fn touches(
        &mut self,
        who: &str,
        id: LeadId,
        (channel, outcome, text): (Channel, Outcome, &str),
        task: Option<Seq>,
        next: Option<NextStep>,
    ) -> Result<()> {
        let (text, at) = (text.to_owned(), self.stage.now());
        let touch = Touch { channel, direction: Direction::Outbound, outcome, text, at };
        self.asks(who, id, Command::Touch { touch, task, next }).map(drop)
    }

    /// A call some working days ahead, unless a sequence goes on or something is planned already.
    pub fn next_call(
        &mut self,
        who: &str,
        lead: &Lead,
        settled: Option<Seq>,
        (from, to): (i64, i64),
    ) -> Option<NextStep> {
        let goes_on = lead.enrolment.is_some() || is_planned(lead, settled);
        (!goes_on).then(|| self.call_again(who, from, to))
    }

    /// A call some working days ahead. Maya keeps the last day free for those with a part of their own.
    pub fn call_again(&mut self, who: &str, from: i64, to: i64) -> NextStep {
        let ahead = usize::try_from(self.dice.between(from, to)).unwrap_or(1);
        let day = self.days.ahead(self.days.day_of(self.stage.now()), ahead);
        let kept = day == self.days.last() && matches!(who, "maya" | "tom");
        let day = if kept { self.days.after(day) } else { day };
        let (hour, quarter) = (self.dice.between(9, 16), self.dice.between(0, 3));
        let time = Time::constant(hour as i8, 15 * quarter as i8, 0, 0);
        let due_at = self.days.at(day, time);
        NextStep { kind: TaskKind::Call, text: "Call again, as agreed.".into(), due_at }
    }
}

/// Whether a teammate has planned something for this lead, apart from the task just settled.
pub fn is_planned(lead: &Lead, settled: Option<Seq>) -> bool {
    lead.tasks.iter().any(|task| {
        let planned = match task.kind {
            TaskKind::Call | TaskKind::Email | TaskKind::Linkedin | TaskKind::Other => true,
            TaskKind::Answer | TaskKind::NextStep | TaskKind::Complete => false,
        };
        planned && task.step.is_none() && Some(task.seq) != settled
    })
}
