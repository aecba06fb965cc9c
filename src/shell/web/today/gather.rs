//! Reading a desk: from agenda rows to what the page shows, with an end to everything.

use super::desk::{Clock, Day, Desk, Draft, Load, Shown, TaskDue};
use super::numbers;
use super::{silence, team, work};
use crate::lead::{Event, LeadId, Seq, TaskKind, TeammateId};
use crate::playbook::Playbook;
use crate::rows::AgendaItem;
use crate::shell::store::waiting::Waiting;
use crate::shell::store::{Reading, Result};
use crate::shell::web::notices::Told;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::BTreeSet;

/// What is looked at of each desk: overdue, and still to come.
pub const LOOKED_AT: usize = 1_000;

/// Rows that are shown.
const CLOCKS: usize = 30;
const CALLED_IN: usize = 10;
const TASKS: usize = 25;
const DRAFTS: usize = 10;
const NOTICES: usize = 8;

/// Notices looked at for so many that differ, and how long one that was read is still shown.
const NOTICES_LOOKED_AT: usize = 30;
const NOTICES_FOR: SignedDuration = SignedDuration::from_hours(3 * 24);

/// Days looked ahead, and what is counted in them.
const DAYS: i64 = 7;
const AHEAD: usize = 300;

/// Who looks at which desk.
pub struct Asker {
    pub teammate: TeammateId,
    pub everyone: bool,
    pub mail_is_set_up: bool,
}

/// Reads what lies on a desk.
pub fn desk(reading: &Reading, playbook: &Playbook, asker: &Asker, now: Timestamp) -> Result<Desk> {
    let calendar = playbook.calendar().in_zone(playbook.zone_of(&asker.teammate));
    let today = calendar.day_of(now);
    let agenda = agenda(reading, playbook, asker, now)?;
    let standings = numbers::standings(reading, playbook, now)?;
    let of = |item: AgendaItem| agenda.iter().filter(move |waiting| waiting.item == item);
    let is_today = |waiting: &&Waiting| calendar.day_of(waiting.at) <= today;
    let on_the_clock: BTreeSet<LeadId> = of(AgendaItem::Clock).map(|one| one.lead).collect();
    let ahead: Vec<&Waiting> =
        agenda.iter().filter(|waiting| !is_today(waiting) && !is_clock(waiting)).collect();
    Ok(Desk {
        now,
        everyone: asker.everyone,
        clocks: shown(of(AgendaItem::Clock), CLOCKS, |one| clock(reading, asker, one.lead))?,
        called_in: called_in(reading, asker)?,
        tasks: shown(of(AgendaItem::Task).filter(is_today), TASKS, |one| {
            task(reading, one, &on_the_clock)
        })?,
        drafts: shown(of(AgendaItem::Draft).filter(is_today), DRAFTS, |one| draft(reading, one))?,
        on_reply: silence::on_reply(reading, &whose(playbook, asker), now)?,
        stale: silence::stale(reading, &whose(playbook, asker), now)?,
        done: work::done_since(reading, &whose(playbook, asker), calendar.zone(), now)?,
        notices: notices(reading, asker, now)?,
        notices_read: reading.notices_read(&asker.teammate)?,
        later: later(reading, &ahead[..ahead.len().min(AHEAD)], |at| calendar.day_of(at))?,
        more_later: ahead.len() > AHEAD,
        numbers: numbers::numbers(
            reading,
            playbook,
            (asker.teammate.as_str(), &standings[..]),
            now,
        )?,
        team: match asker.everyone {
            true => team::team(reading, playbook, standings, now)?,
            false => Vec::new(),
        },
        ownerless: reading.ownerless()?,
        is_house_empty: reading.lead_count()? == 0,
        has_mail: asker.mail_is_set_up,
        letters_stuck: if asker.mail_is_set_up {
            0
        } else {
            reading.outbox(now, LOOKED_AT, |_| false)?.len()
        },
    })
}

/// How many wait for an answer of somebody.
pub fn waiting_for(reading: &Reading, teammate: &str, now: Timestamp) -> Result<usize> {
    let until = now.saturating_add((DAYS * 24).hours()).unwrap_or(now);
    let overdue = reading.overdue(teammate, now, LOOKED_AT)?;
    let to_come = reading.agenda_between(teammate, now, until, LOOKED_AT)?;
    let own = overdue.iter().chain(&to_come).filter(|one| is_clock(one)).count();
    Ok(own + reading.called_in(teammate, LOOKED_AT)?.len())
}

/// Whether somebody waits for an answer.
fn is_clock(waiting: &Waiting) -> bool {
    waiting.item == AgendaItem::Clock
}

/// Whose desks are looked at.
fn whose<'a>(playbook: &'a Playbook, asker: &'a Asker) -> Vec<&'a str> {
    match asker.everyone {
        true => playbook.team.iter().map(|mate| mate.id.as_str()).collect(),
        false => vec![asker.teammate.as_str()],
    }
}

/// What waits on one desk or on all, in order.
fn agenda(
    reading: &Reading,
    playbook: &Playbook,
    asker: &Asker,
    now: Timestamp,
) -> Result<Vec<Waiting>> {
    let until = now.saturating_add((DAYS * 24).hours()).unwrap_or(now);
    let mut agenda = Vec::new();
    for teammate in whose(playbook, asker) {
        agenda.extend(reading.overdue(teammate, now, LOOKED_AT)?);
        agenda.extend(reading.agenda_between(teammate, now, until, LOOKED_AT)?);
    }
    agenda.sort_by_key(|waiting| (waiting.at, waiting.lead, waiting.seq));
    Ok(agenda)
}

/// The first rows of a list. What is gone by the time it is read leaves no row.
fn shown<W, T>(
    waiting: impl Iterator<Item = W>,
    most: usize,
    row: impl Fn(W) -> Result<Option<T>>,
) -> Result<Shown<T>> {
    let waiting: Vec<W> = waiting.collect();
    let more = waiting.len().saturating_sub(most);
    let rows: Result<Vec<Option<T>>> = waiting.into_iter().take(most).map(row).collect();
    Ok(Shown { rows: rows?.into_iter().flatten().collect(), more })
}

/// What they were called in on beside their own. On everyone's desk it stands already, as its owner's.
fn called_in(reading: &Reading, asker: &Asker) -> Result<Shown<Clock>> {
    let looked_at = if asker.everyone { 0 } else { LOOKED_AT };
    let leads = reading.called_in(&asker.teammate, looked_at)?;
    shown(leads.into_iter(), CALLED_IN, |lead| clock(reading, asker, lead))
}

fn clock(reading: &Reading, asker: &Asker, lead: LeadId) -> Result<Option<Clock>> {
    let Some(lead) = reading.lead(lead)? else { return Ok(None) };
    let said = reading.entry(lead.heard_seq)?;
    let offered = lead
        .owner
        .as_ref()
        .is_some_and(|owner| !owner.accepted && owner.teammate == asker.teammate);
    Ok(Some(Clock { lead, said, offered }))
}

/// A task, unless its lead stands among the clocks already and it only says so once more.
fn task(
    reading: &Reading,
    waiting: &Waiting,
    on_the_clock: &BTreeSet<LeadId>,
) -> Result<Option<TaskDue>> {
    let (Some(summary), Some(entry)) =
        (reading.summary(waiting.lead)?, reading.entry(waiting.seq)?)
    else {
        return Ok(None);
    };
    let Event::TaskAdded { kind, text, step, .. } = entry.event else { return Ok(None) };
    if kind == TaskKind::Answer && on_the_clock.contains(&waiting.lead) {
        return Ok(None);
    }
    let (lead, seq, at) = (waiting.lead, waiting.seq, waiting.at);
    Ok(Some(TaskDue { lead, summary, seq, at, kind, text, step }))
}

fn draft(reading: &Reading, waiting: &Waiting) -> Result<Option<Draft>> {
    let (Some(summary), Some(entry)) =
        (reading.summary(waiting.lead)?, reading.entry(waiting.seq)?)
    else {
        return Ok(None);
    };
    let Event::Queued { letter } = entry.event else { return Ok(None) };
    let (lead, seq, at) = (waiting.lead, waiting.seq, waiting.at);
    Ok(Some(Draft { lead, summary, seq, at, template: letter.template }))
}

/// The newest notices: what is unread, and what was told in the last days. What was told of a lead
/// before is not told again.
fn notices(reading: &Reading, asker: &Asker, now: Timestamp) -> Result<Vec<Told>> {
    let read = reading.notices_read(&asker.teammate)?;
    let mut told: Vec<Told> = Vec::new();
    for (entry, lead) in reading.notices(&asker.teammate, Seq::MAX, NOTICES_LOOKED_AT)? {
        if entry.seq <= read && now.duration_since(entry.at) > NOTICES_FOR {
            break;
        }
        let is_old = |before: &Told| before.lead == lead && before.entry.event == entry.event;
        if told.len() == NOTICES || told.iter().any(is_old) {
            continue;
        }
        told.push(Told::read(reading, entry, lead)?);
    }
    Ok(told)
}

/// What the coming days hold.
fn later(
    reading: &Reading,
    ahead: &[&Waiting],
    day_of: impl Fn(Timestamp) -> Date,
) -> Result<Vec<Day>> {
    let mut days: Vec<Day> = Vec::new();
    for waiting in ahead {
        let date = day_of(waiting.at);
        if days.last().is_none_or(|day| day.date != date) {
            days.push(Day { date, loads: Default::default() });
        }
        let load = load(reading, waiting)?;
        if let Some(day) = days.last_mut() {
            *day.loads.entry(load).or_default() += 1;
        }
    }
    Ok(days)
}

fn load(reading: &Reading, waiting: &Waiting) -> Result<Load> {
    Ok(match waiting.item {
        AgendaItem::Clock => Load::Answer,
        AgendaItem::Draft => Load::Letter,
        AgendaItem::Snooze => Load::Back,
        AgendaItem::Task => match reading.entry(waiting.seq)?.map(|entry| entry.event) {
            Some(Event::TaskAdded { kind, .. }) => load_of(kind),
            _ => Load::Task,
        },
    })
}

fn load_of(kind: TaskKind) -> Load {
    match kind {
        TaskKind::Call => Load::Call,
        TaskKind::Email => Load::Email,
        TaskKind::Linkedin => Load::Linkedin,
        TaskKind::Answer => Load::Answer,
        TaskKind::NextStep | TaskKind::Complete | TaskKind::Other => Load::Task,
    }
}
