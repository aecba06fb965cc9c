//! The last days of the year, played from a script, so that the demo opens on a lively morning.

use super::enquiry::Posted;
use super::queue::Happening;
use super::script::scenes;
use super::year::World;
use crate::command::{Command, NextStep};
use crate::lead::{Actor, Channel, Direction, Lead, LeadId, Outcome, Seq, TaskKind, Touch};
use crate::playbook::Door;
use crate::shell::store::Result;
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Whose morning it is.
const MAYA: &str = "maya";

/// One thing that happens, at a time of a working day counted back from the last.
pub struct Scene {
    pub back: usize,
    pub hour: i8,
    pub minute: i8,
    pub second: i8,
    pub who: &'static str,
    pub does: Does,
}

/// What somebody with a part does, or what Maya does about them.
pub enum Does {
    /// Comes in through a source, with these fields.
    Comes(&'static str, &'static [(&'static str, &'static str)]),
    /// Saw a page, so many minutes ago.
    Saw(&'static str, i64),
    Opens,
    Replies(&'static str),
    Calls(Outcome, &'static str, Option<Next>),
    Writes(&'static str, Option<Next>),
    Links(&'static str, Option<Next>),
    Learns(&'static [(&'static str, &'static str)]),
    Moves(&'static str),
    Tags(&'static [&'static str]),
    Holds(&'static str),
}

/// A next step, on a working day counted back from the last; below 0 lies ahead.
#[derive(Clone, Copy)]
pub struct Next {
    pub back: i64,
    pub hour: i8,
    pub minute: i8,
    pub kind: TaskKind,
    pub text: &'static str,
}

/// The leads of those who have come in, by name.
#[derive(Default)]
pub struct Script {
    leads: BTreeMap<&'static str, LeadId>,
}

/// Puts every scene in its place in time.
pub fn announce(world: &mut World) {
    for (place, scene) in scenes().enumerate() {
        let time = Time::constant(scene.hour, scene.minute, scene.second, 0);
        let at = world.days.at(world.days.back(scene.back), time);
        world.queue.put(at, Happening::Plays(place));
    }
}

/// Plays one scene.
pub fn play(world: &mut World, place: usize) -> Result<()> {
    let Some(scene) = scenes().nth(place) else { return Ok(()) };
    if let Does::Comes(source, fields) = scene.does {
        return comes(world, scene.who, source, fields);
    }
    let Some(id) = world.script.leads.get(scene.who).copied() else { return Ok(()) };
    let Some(lead) = world.stage.lead(id)? else { return Ok(()) };
    let now = world.stage.now();
    match &scene.does {
        Does::Comes(..) => Ok(()),
        Does::Saw(page, minutes) => {
            let at = now.saturating_sub(SignedDuration::from_mins(*minutes)).unwrap_or(now);
            visitor(world, id, Command::inbound(Channel::Visit, page, at))
        }
        Does::Opens => visitor(world, id, Command::inbound(Channel::Open, "", now)),
        Does::Replies(text) => visitor(world, id, Command::inbound(Channel::Email, text, now)),
        Does::Calls(outcome, text, next) => {
            touches(world, &lead, (Channel::Call, *outcome, text), *next)
        }
        Does::Writes(text, next) => {
            touches(world, &lead, (Channel::Email, Outcome::Made, text), *next)
        }
        Does::Links(text, next) => {
            touches(world, &lead, (Channel::Linkedin, Outcome::Made, text), *next)
        }
        Does::Learns(facts) => {
            let soon = world.days.ahead(world.days.last(), 5).to_string();
            let changes = facts.iter().map(|(key, fact)| {
                ((*key).to_owned(), if *fact == "{soon}" { soon.clone() } else { (*fact).into() })
            });
            maya(world, id, Command::Edit { changes: changes.collect(), seen: None })
        }
        Does::Moves(stage) => {
            let facts =
                if *stage == "proposal" { world.proposal(&lead).to_vec() } else { Vec::new() };
            let facts = facts.into_iter().map(|(key, fact)| (key.to_owned(), fact)).collect();
            maya(world, id, Command::Move { stage: (*stage).into(), facts })
        }
        Does::Tags(keys) => {
            world.tags(MAYA, &lead, keys.iter().map(|key| (*key).to_owned()).collect())
        }
        Does::Holds(why) => holds(world, &lead, why),
    }
}

/// They come in, and are Maya's: by the rules where they lead there, else because Ellis says so.
fn comes(
    world: &mut World,
    who: &'static str,
    source: &'static str,
    fields: &[(&str, &str)],
) -> Result<()> {
    let door = world.stage.in_force().playbook.source(source).map(|source| source.door);
    let (posted, by) = match door {
        Some(Door::Csv) => (Posted::row(source, fields), Actor::Teammate("ellis".into())),
        Some(Door::Json) => (Posted::json(source, fields), Actor::Token("Advert forms".into())),
        _ => (Posted::form(source, fields), Actor::Visitor),
    };
    let Some(lead) = world.capture(posted, by)? else { return Ok(()) };
    world.script.leads.insert(who, lead.id);
    let today = world.days.day_of(world.stage.now());
    if lead.owner_id() == Some(MAYA) || today == world.days.last() {
        return Ok(());
    }
    let why = "Maya knows them.".to_owned();
    world.asks("ellis", lead.id, Command::Give { to: MAYA.into(), why }).map(drop)
}

fn visitor(world: &mut World, id: LeadId, command: Command) -> Result<()> {
    world.ask(Actor::Visitor, id, command).map(drop)
}

fn maya(world: &mut World, id: LeadId, command: Command) -> Result<()> {
    world.asks(MAYA, id, command).map(drop)
}

/// Maya gets in touch, which settles the task that asked for it.
fn touches(
    world: &mut World,
    lead: &Lead,
    (channel, outcome, text): (Channel, Outcome, &str),
    next: Option<Next>,
) -> Result<()> {
    let at = world.stage.now();
    let text = text.to_owned();
    let touch = Touch { channel, direction: Direction::Outbound, outcome, text, at };
    let next = next.map(|next| NextStep {
        kind: next.kind,
        text: next.text.into(),
        due_at: moment(world, next),
    });
    maya(world, lead.id, Command::Touch { touch, task: asked_for(lead, channel), next })
}

/// What the sequence asked for is done in another way, and so is what it would have asked for.
fn holds(world: &mut World, lead: &Lead, why: &str) -> Result<()> {
    for task in lead.tasks.iter().filter(|task| task.step.is_some()) {
        let outcome = why.to_owned();
        let done = Command::FinishTask { task: task.seq, outcome, next: None };
        maya(world, lead.id, done)?;
    }
    match lead.enrolment {
        Some(_) => maya(world, lead.id, Command::Hold { why: why.to_owned() }),
        None => Ok(()),
    }
}

fn asked_for(lead: &Lead, channel: Channel) -> Option<Seq> {
    let kind = match channel {
        Channel::Call => TaskKind::Call,
        Channel::Linkedin => TaskKind::Linkedin,
        _ => TaskKind::Email,
    };
    let settled = [TaskKind::Answer, kind, TaskKind::NextStep];
    lead.tasks.iter().find(|task| settled.contains(&task.kind)).map(|task| task.seq)
}

fn moment(world: &World, next: Next) -> Timestamp {
    let day = match usize::try_from(next.back) {
        Ok(back) => world.days.back(back),
        Err(_) => world
            .days
            .ahead(world.days.last(), usize::try_from(next.back.unsigned_abs()).unwrap_or(1)),
    };
    world.days.at(day, Time::constant(next.hour, next.minute, 0, 0))
}
