//! Where a lead is filed: every derived row, computed from the lead alone, and what it counts toward.

use crate::decide;
use crate::dedupe::{Key, keys};
use crate::followup;
use crate::lead::{
    Actor, Entry, Event, Grade, Lead, LeadFate, Seq, Status, TaskKind, TeammateId, Tier,
};
use crate::playbook::{Playbook, StepKind};
use crate::routing;
use crate::scoring::Sum;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Bumped whenever a derived row would come out differently for the same journal.
pub const SHAPE: u32 = 27;

/// One place where a lead is filed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Row {
    /// Found by this key.
    Key(Key),
    /// To be looked at, in Unix milliseconds.
    Due(i64),
    /// A letter to be carried.
    Outbox { at: i64, queued: Seq },
    /// Something on a teammate's desk.
    Agenda { teammate: TeammateId, at: i64, seq: Seq, item: AgendaItem },
    /// A clock of somebody else's that is over, on the desk of whoever was called in.
    CalledIn { teammate: TeammateId, at: i64 },
    /// Counts toward what a teammate has on their desk.
    Load { teammate: TeammateId, unaccepted: bool },
    /// When the first human answer to a promise came, and how many seconds its clock had run. A lead
    /// that was promised nothing has none: its first call may be planned for day 3.
    Answered { at: i64, teammate: TeammateId, seconds: i64, in_time: bool },
    /// Nobody has said anything since then, and nothing is under way that would change it: no clock,
    /// no sequence, no day it was put aside until. `ours` if the last word was.
    Silent { teammate: TeammateId, since: i64, ours: bool },
    /// When it ended, and whether it was won.
    Ended { at: i64, won: bool },
}

/// What waits on a teammate's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgendaItem {
    /// Somebody waits for an answer.
    Clock,
    Task,
    /// A letter lies as a draft until it goes by itself.
    Draft,
    /// Put aside until then.
    Snooze,
}

/// Stands for a teammate where an open lead has no owner; the law is that there is none.
pub const NOBODY: &str = "";

/// A lead as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    pub name: String,
    pub company: String,
    pub email: String,
    pub phone: String,
    pub source: String,
    pub message: String,
    /// The score last written; see [`Summary::at`] for that of a later moment.
    pub score: u8,
    /// What the score is made of, where it changes by itself.
    pub sum: Option<Sum>,
    pub tier: Tier,
    pub grade: Option<Grade>,
    pub owner: Option<TeammateId>,
    pub stage: String,
    /// Keys of the tags on it.
    pub tags: Vec<String>,
    pub fate: LeadFate,
    pub status: Status,
    pub captured_at: Option<Timestamp>,
    pub respond_by: Option<Timestamp>,
    pub next_at: Option<Timestamp>,
    /// What happens then.
    pub next: Option<Next>,
    pub last_touch: Option<LastTouch>,
    /// In minor units of the business's currency.
    pub value: Option<i64>,
    pub incomplete: bool,
    pub waiting: bool,
    pub last_seq: Seq,
}

/// What is next to happen about a lead, as a list names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// An answer that was promised.
    Answer,
    Task {
        kind: TaskKind,
        text: String,
    },
    /// A letter goes out.
    Letter,
    /// A step of the sequence.
    Step {
        day: u32,
        kind: StepKind,
    },
    /// The time is over for which it was put aside.
    Woken,
}

/// When there was contact last, and whose move it was. The enquiry itself is none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastTouch {
    pub at: Timestamp,
    pub from_them: bool,
}

/// The length of the first words of a message in a list, in characters.
const EXCERPT_MAX: usize = 140;

/// The length of the first words of a task in a list, in characters.
const TASK_MAX: usize = 60;

/// The row of a lead in lists.
pub fn summary(lead: &Lead, playbook: &Playbook) -> Summary {
    let (next_at, next) = next(lead, playbook).unzip();
    let sum = lead.is_open().then(|| Sum::of(lead, playbook));
    Summary {
        name: lead.title().to_owned(),
        company: lead.profile.company.clone(),
        email: lead.profile.email.clone(),
        phone: lead.profile.phone.clone(),
        source: lead.source.clone(),
        message: lead.message.chars().take(EXCERPT_MAX).collect(),
        score: sum
            .as_ref()
            .filter(|sum| sum.stays())
            .map_or(lead.score(), |sum| sum.score(playbook, Timestamp::MIN)),
        sum: sum.filter(|sum| !sum.stays()),
        tier: lead.tier(),
        grade: lead.grade(),
        owner: lead.owner_id().map(str::to_owned),
        stage: lead.stage.clone(),
        tags: lead.tags.iter().cloned().collect(),
        fate: lead.fate,
        status: lead.status(),
        captured_at: lead.captured_at,
        respond_by: lead.promise.as_ref().map(|promise| promise.respond_by),
        next_at,
        next,
        last_touch: last_touch(lead),
        value: lead.value,
        incomplete: !lead.missing.is_empty(),
        waiting: lead.awaiting_since.is_some(),
        last_seq: lead.last_seq,
    }
}

impl Summary {
    /// The row with the score of this moment. That of a lead which has ended stays as it was.
    pub fn at(self, playbook: &Playbook, now: Timestamp) -> Summary {
        Summary { score: self.score_at(playbook, now), ..self }
    }

    /// The score of this moment.
    pub fn score_at(&self, playbook: &Playbook, now: Timestamp) -> u8 {
        self.sum.as_ref().map_or(self.score, |sum| sum.score(playbook, now))
    }
}

/// The score of a lead at a moment, as its row in lists says it.
pub fn score_at(lead: &Lead, playbook: &Playbook, now: Timestamp) -> u8 {
    if lead.is_open() { Sum::of(lead, playbook).score(playbook, now) } else { lead.score() }
}

/// Every place where a lead is to be found.
pub fn rows(lead: &Lead, playbook: &Playbook) -> Vec<Row> {
    let mut rows: Vec<Row> =
        keys(&lead.profile, &playbook.business.country).into_iter().map(Row::Key).collect();
    rows.extend(due(lead, playbook).map(|at| Row::Due(come_by(at))));
    // What is held is not asked about until it is resumed, and then at once.
    let letters = lead.outbox.iter().filter(|delivery| !lead.holds_back(delivery));
    rows.extend(letters.map(|it| Row::Outbox { at: come_by(it.next_at), queued: it.seq }));
    if let Some(owner) = lead.owner.as_ref().filter(|_| lead.is_open()) {
        rows.push(Row::Load { teammate: owner.teammate.clone(), unaccepted: !owner.accepted });
        rows.extend(agenda(lead, &owner.teammate));
        rows.extend(called_in(lead));
        rows.extend(silent(lead, &owner.teammate));
    }
    if lead.is_open() && lead.owner.is_none() {
        rows.push(Row::Load { teammate: NOBODY.to_owned(), unaccepted: true });
    }
    rows.extend(answered(lead));
    rows.extend(ended(lead));
    rows
}

/// The first millisecond by which a moment has come.
///
/// Filed a moment earlier, it would be looked at when it is still to come, over and over.
fn come_by(at: Timestamp) -> i64 {
    at.as_millisecond() + i64::from(at.subsec_nanosecond() % 1_000_000 > 0)
}

/// When the lead is next looked at; never at once again where the rules did not come to rest.
fn due(lead: &Lead, playbook: &Playbook) -> Option<Timestamp> {
    let due = decide::due(lead, playbook)?;
    let rest = lead.unsettled_at.and_then(|at| at.checked_add(decide::REST).ok());
    Some(rest.map_or(due, |rest| due.max(rest)))
}

fn agenda(lead: &Lead, owner: &str) -> Vec<Row> {
    let item = |at: Timestamp, seq: Seq, item: AgendaItem| Row::Agenda {
        teammate: owner.to_owned(),
        at: at.as_millisecond(),
        seq,
        item,
    };
    let clock = lead.promise.iter().map(|promise| item(promise.respond_by, 0, AgendaItem::Clock));
    let tasks = lead.tasks.iter().map(|task| item(task.due_at, task.seq, AgendaItem::Task));
    let drafts = lead
        .outbox
        .iter()
        .filter(|delivery| delivery.tries == 0 && delivery.next_at > delivery.queued_at)
        .filter(|delivery| !lead.holds_back(delivery))
        .map(|delivery| item(delivery.next_at, delivery.seq, AgendaItem::Draft));
    let snooze = lead.snoozed.iter().map(|snooze| item(snooze.until, 0, AgendaItem::Snooze));
    clock.chain(tasks).chain(drafts).chain(snooze).collect()
}

/// Who was called in over the owner of a lead that still waits.
pub fn called_over(lead: &Lead) -> impl Iterator<Item = &TeammateId> {
    let called = lead.promise.iter().flat_map(|promise| &promise.called);
    called.filter(|id| lead.is_open() && lead.owner_id() != Some(id))
}

fn called_in(lead: &Lead) -> impl Iterator<Item = Row> {
    let since = lead.promise.as_ref().map(|promise| promise.respond_by.as_millisecond());
    let called = since.into_iter().flat_map(|at| called_over(lead).map(move |id| (id, at)));
    called.map(|(id, at)| Row::CalledIn { teammate: id.clone(), at })
}

fn silent(lead: &Lead, owner: &str) -> Option<Row> {
    let Silence { since, ours } = silence(lead)?;
    Some(Row::Silent { teammate: owner.to_owned(), since: since.as_millisecond(), ours })
}

/// Since when nobody has said anything, and whether the last word was ours.
pub struct Silence {
    pub since: Timestamp,
    pub ours: bool,
}

/// The silence about an open lead about which nothing is under way that would end it: no clock, no
/// sequence, no day it was put aside until.
pub fn silence(lead: &Lead) -> Option<Silence> {
    let under_way = lead.promise.is_some()
        || lead.awaiting_since.is_some()
        || lead.enrolment.is_some()
        || lead.snoozed.is_some();
    if under_way || lead.quiet || !lead.is_open() {
        return None;
    }
    let theirs = lead.last_inbound_at.max(lead.captured_at);
    let since = theirs.max(lead.last_outbound_at)?;
    Some(Silence { since, ours: lead.last_outbound_at > theirs })
}

fn answered(lead: &Lead) -> Option<Row> {
    let answer = lead.first_answer.as_ref()?;
    Some(Row::Answered {
        at: answer.at.as_millisecond(),
        teammate: answer.by.clone(),
        seconds: answer.at.duration_since(answer.since?).as_secs().max(0),
        in_time: answer.in_time,
    })
}

fn ended(lead: &Lead) -> Option<Row> {
    let at = lead.closed_at.filter(|_| !lead.is_open())?.as_millisecond();
    Some(Row::Ended { at, won: lead.fate == LeadFate::Won })
}

/// When something is next to happen about a lead, whoever does it.
pub fn next_at(lead: &Lead, playbook: &Playbook) -> Option<Timestamp> {
    next(lead, playbook).map(|(at, _)| at)
}

/// What is next to happen about a lead, and when. While somebody waits for an answer, what the house
/// asks for or does by itself comes after it.
fn next(lead: &Lead, playbook: &Playbook) -> Option<(Timestamp, Next)> {
    let is_asked = |seq: Seq| lead.asked.iter().any(|asked| asked.task == seq);
    let is_promised = lead.promise.is_some();
    let tasks = lead.tasks.iter().filter(|task| !(is_promised && is_asked(task.seq))).map(|task| {
        let text = task.text.chars().take(TASK_MAX).collect();
        (task.due_at, Next::Task { kind: task.kind, text })
    });
    if let Some(promise) = &lead.promise {
        let answer = (promise.respond_by, Next::Answer);
        return std::iter::once(answer).chain(tasks).min_by_key(|(at, _)| *at);
    }
    let letters = lead.outbox.iter().filter(|delivery| !lead.holds_back(delivery));
    let letters = letters.map(|delivery| (delivery.next_at, Next::Letter));
    let step = followup::next_step(lead, playbook)
        .map(|(at, step)| (at, Next::Step { day: step.day, kind: step.kind }));
    let snooze = lead.snoozed.iter().map(|snooze| (snooze.until, Next::Woken));
    tasks.chain(letters).chain(step).chain(snooze).min_by_key(|(at, _)| *at)
}

fn last_touch(lead: &Lead) -> Option<LastTouch> {
    let theirs = lead.last_inbound_at.filter(|at| lead.captured_at.is_some_and(|came| *at > came));
    let from_them = theirs > lead.last_outbound_at;
    let at = theirs.max(lead.last_outbound_at)?;
    Some(LastTouch { at, from_them })
}

/// What one entry adds to a count that is no lead's row.
#[derive(Clone, Debug, PartialEq)]
pub enum Count {
    /// A turn taken or earned in a pool.
    Turn { pool: String, teammate: TeammateId, change: i64 },
    /// A notice for a teammate.
    Notice { teammate: TeammateId },
    /// A part of a notice of several leads; the first part of it is the notice.
    Together { teammate: TeammateId, with: String },
    /// Something a teammate has done for a lead.
    Work { teammate: TeammateId },
    /// An automated letter to the address with this keyed hash.
    Letter { mark: String },
    /// The person at the address with this keyed hash wants no letters.
    OptOut { mark: String },
    /// One more of what is counted by day.
    Tally(Tally),
}

/// What is counted by day.
#[derive(Clone, Debug, PartialEq)]
pub enum Tally {
    HandedOver,
    TakenOn,
    /// For this reason.
    SentBack(String),
    /// This rule, or what stood in for one, gave a lead to somebody, for the first time or later.
    Routed(String),
}

/// The kinds of entries that count toward something, by their keys.
pub const COUNTED: [&str; 10] = [
    "assigned",
    "notified",
    "told_together",
    "delivered",
    "opted_out",
    "touched",
    "task_done",
    "handed_over",
    "taken_on",
    "sent_back",
];

/// What an entry adds to the counts.
pub fn counts(entry: &Entry) -> Vec<Count> {
    match &entry.event {
        Event::Assigned { decision, .. } => {
            let routed = Count::Tally(Tally::Routed(decision.rule.clone()));
            let turns = routing::turns_after(decision).into_iter();
            let turns =
                turns.map(|((pool, teammate), change)| Count::Turn { pool, teammate, change });
            turns.chain([routed]).collect()
        }
        Event::HandedOver { .. } => vec![Count::Tally(Tally::HandedOver)],
        Event::TakenOn => vec![Count::Tally(Tally::TakenOn)],
        Event::SentBack { reason, .. } => vec![Count::Tally(Tally::SentBack(reason.clone()))],
        Event::Notified { to, .. } => vec![Count::Notice { teammate: to.clone() }],
        Event::ToldTogether { to, with } => {
            let with = together(with, entry.at);
            vec![Count::Together { teammate: to.clone(), with }]
        }
        Event::Touched(_) | Event::TaskDone { .. } => match &entry.by {
            Actor::Teammate(teammate) => vec![Count::Work { teammate: teammate.clone() }],
            Actor::House | Actor::Token(_) | Actor::Visitor => Vec::new(),
        },
        Event::Delivered { mark, .. } if !mark.is_empty() => {
            vec![Count::Letter { mark: mark.clone() }]
        }
        Event::OptedOut { mark, .. } if !mark.is_empty() => {
            vec![Count::OptOut { mark: mark.clone() }]
        }
        _ => Vec::new(),
    }
}

/// What the parts of one notice of several leads have in common: what they were told with, and the hour,
/// so that nobody is told nothing of what follows from the same later.
pub fn together(with: &str, at: Timestamp) -> String {
    format!("{with} {}", at.as_second().div_euclid(3600))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::samples::entries;
    use crate::lead::words::kind_of;

    #[test]
    fn nothing_counts_but_the_kinds_that_are_said_to() {
        for entry in entries().iter().filter(|entry| !counts(entry).is_empty()) {
            assert!(COUNTED.contains(&kind_of(&entry.event)), "{entry:?}");
        }
    }
}
