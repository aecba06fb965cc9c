//! The whole business on one page: something happened, or time has passed; then settle.

use crate::capability::{Capability, Situation};
use crate::command::{Command, NewAnswer, NextStep, Refusal};
use crate::lead::{
    Actor, Entry, Event, Lead, LeadFate, LeadId, Means, Notice, Outcome, Seq, Subject, Task,
    TaskKind,
};
use crate::playbook::{Known, Playbook};
use crate::{capture, followup, pipeline, qualification, routing, scoring, sla};
use jiff::{SignedDuration, Timestamp};

/// In the order they may rely on one another.
pub const CAPABILITIES: [Capability; 6] = [
    scoring::CAPABILITY,
    qualification::CAPABILITY,
    routing::CAPABILITY,
    sla::CAPABILITY,
    followup::CAPABILITY,
    pipeline::CAPABILITY,
];

/// Far more rounds than any lead needs; reaching it means two capabilities disagree.
const ROUNDS_MAX: usize = 12;

/// How long a lead is left alone on which the rules did not come to rest.
pub const REST: SignedDuration = SignedDuration::from_hours(1);

/// The longest text a person may write into one entry, in characters.
pub const TEXT_MAX: usize = 20_000;

/// Open tasks of one lead that people and programs may add to: more than anybody works off.
pub const TASKS_MAX: usize = 50;

/// What was decided: entries to be written, in order, and the lead as it stands after them.
#[derive(Debug)]
pub struct Decided {
    pub entries: Vec<Entry>,
    pub lead: Lead,
}

/// Decides what is to be written about one lead. Nothing is done here: a letter is queued, not sent.
///
/// `next` is the seq of the first entry. A refusal means that nothing is written.
pub fn decide(
    lead: Lead,
    next: Seq,
    command: Command,
    by: Actor,
    situation: &Situation,
    now: Timestamp,
) -> Result<Decided, Refusal> {
    let happened = what_happened(command, &lead, situation, now)?;
    let mut draft = Draft { lead, next, at: now, version: situation.version, entries: Vec::new() };
    for event in happened.into_iter().filter(|event| !routing::is_own_news(event, &by)) {
        draft.write(by.clone(), event);
    }
    let (lead, playbook) = (&draft.lead, situation.playbook);
    if let Some(taken_on) = pipeline::taken_along(lead, playbook, &by, &draft.entries) {
        draft.write(by, taken_on);
    }
    let reviewed = draft.entries.is_empty();
    settle(&mut draft, situation);
    if reviewed && draft.entries.is_empty() && is_overdue(&draft.lead, situation.playbook, now) {
        draft.give_up(situation.playbook);
    }
    Ok(Decided { entries: draft.entries, lead: draft.lead })
}

/// What the check of a playbook must be told: the keys that rules may name.
pub fn known() -> Known {
    let is_behaviour = |signal: &&scoring::Signal| signal.is_behaviour();
    Known {
        signals: scoring::ALL.iter().map(|signal| signal.key).collect(),
        behaviours: scoring::ALL.iter().filter(is_behaviour).map(|signal| signal.key).collect(),
        most_points: |key, playbook| {
            scoring::signal(key).map_or(0, |signal| signal.most_points(playbook))
        },
        not_rules: routing::NOT_RULES.to_vec(),
        template_fault: followup::template::fault,
    }
}

/// When the lead next needs a look, whoever asks for it.
pub fn due(lead: &Lead, playbook: &Playbook) -> Option<Timestamp> {
    CAPABILITIES.iter().filter_map(|capability| (capability.due)(lead, playbook)).min()
}

/// Whether somebody said they had something to say by now and, asked, said nothing.
///
/// Left alone, such a lead would be looked at again and again without end.
fn is_overdue(lead: &Lead, playbook: &Playbook, now: Timestamp) -> bool {
    let rested = lead.unsettled_at.is_none_or(|at| now.duration_since(at) >= REST);
    rested && due(lead, playbook).is_some_and(|due| due <= now)
}

/// Asks every capability what follows, until none has anything to add.
///
/// What happened stays written even if the rules do not come to rest: a person is asked instead.
fn settle(draft: &mut Draft, situation: &Situation) {
    if !draft.lead.is_born() {
        return;
    }
    let happened = draft.entries.len();
    // Most looks at a lead write nothing, and then no copy is needed.
    let mut before = None;
    for _ in 0..ROUNDS_MAX {
        let written = draft.entries.len();
        for capability in &CAPABILITIES {
            for event in (capability.react)(&draft.lead, situation, draft.at) {
                before.get_or_insert_with(|| draft.lead.clone());
                draft.write(Actor::House, event);
            }
        }
        if draft.entries.len() == written {
            return;
        }
    }
    draft.next -= (draft.entries.len() - happened) as Seq;
    draft.entries.truncate(happened);
    draft.lead = before.unwrap_or_else(|| draft.lead.clone());
    draft.give_up(situation.playbook);
}

/// The entries that state the command itself, before anything follows from it.
fn what_happened(
    command: Command,
    lead: &Lead,
    situation: &Situation,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let playbook = situation.playbook;
    if let Command::Capture { mut arrival, look_alike, opted_out } = command {
        capture::room::make_fit(&mut arrival, lead, playbook);
        let address = arrival.profile.email.clone();
        let arrived =
            if lead.is_born() { Event::Attached(*arrival) } else { Event::Captured(*arrival) };
        let flagged = look_alike.filter(|other| lead.may_look_like(other.lead));
        let flagged = flagged.map(|other| Event::Flagged { with: other.lead, why: other.why });
        let opted_out = opted_out.filter(|mark| !lead.has_opted_out(mark));
        let opted_out = opted_out.map(|mark| Event::OptedOut { address, mark });
        return Ok(std::iter::once(arrived).chain(flagged).chain(opted_out).collect());
    }
    if !lead.is_born() {
        return Err(Refusal::NoSuchLead);
    }
    match command {
        Command::Capture { .. } | Command::Review => Ok(Vec::new()),
        Command::Edit { changes, seen } => {
            if seen.is_some_and(|seen| seen < lead.edited_seq) {
                return Err(Refusal::ChangedMeanwhile);
            }
            let changes = pipeline::check_changes(lead, playbook, changes)?;
            Ok(pipeline::learnt(lead, playbook, changes))
        }
        Command::AsSeen { seen, then } => {
            pipeline::still_so(lead, playbook, &seen, &then)?;
            what_happened(*then, lead, situation, now)
        }
        Command::Tag { add, remove } => pipeline::tagged(lead, playbook, &add, &remove),
        Command::Attach { file } => pipeline::attached(lead, file),
        Command::Detach { id } => pipeline::removed(lead, id),
        Command::Note { text, next } => {
            let noted = Event::Noted { text: written(text)? };
            Ok(std::iter::once(noted).chain(next_step(next, lead, now)?).collect())
        }
        Command::Touch { touch, task, next } => {
            bounded(&touch.text)?;
            if task.is_none() && next.is_none() && lead.is_trace_too_many(&touch) {
                return Ok(Vec::new());
            }
            let done = task.map(|seq| task_done(lead, seq, touch.outcome.key())).transpose()?;
            let next = next_step(next, lead, now)?;
            Ok(std::iter::once(Event::Touched(touch)).chain(done).chain(next).collect())
        }
        Command::Call { touch, task, next, answers } => {
            let given = given(lead, playbook, answers, Means::Call)?;
            let call = Command::Touch { touch, task, next };
            let mut events = what_happened(call, lead, situation, now)?;
            events.extend(given);
            Ok(events)
        }
        Command::Answer(answer) => given(lead, playbook, vec![answer], Means::Hand),
        Command::Withdraw { criterion } => {
            Ok(qualification::withdrawn(lead, &criterion).into_iter().collect())
        }
        Command::Write { wording, task, next } => {
            open(lead)?;
            let done = task.map(|seq| task_done(lead, seq, Outcome::Made.key())).transpose()?;
            let next = next_step(next, lead, now)?;
            let written = followup::written(lead, &situation.contact, wording, now)?;
            Ok(written.into_iter().chain(done).chain(next).collect())
        }
        Command::AddTask(next) => next_step(Some(next), lead, now),
        Command::FinishTask { task, outcome, next } => {
            let done = task_done(lead, task, &outcome)?;
            Ok(std::iter::once(done).chain(next_step(next, lead, now)?).collect())
        }
        Command::MoveTask { task, due_at } => task_moved(lead, task, due_at, now),
        Command::Accept => {
            open(lead)?;
            let waiting = lead.owner.as_ref().is_some_and(|owner| !owner.accepted);
            Ok(if waiting { vec![Event::Accepted] } else { Vec::new() })
        }
        Command::TakeOn => pipeline::taken_on(lead),
        Command::SendBack { reason, note } => {
            let mut events = vec![pipeline::sent_back(lead, playbook, &reason, note)?];
            events.extend(followup::kept_in_mind(lead, situation));
            Ok(events)
        }
        Command::Give { to, why } => {
            open(lead)?;
            routing::give(lead, playbook, to, why)
        }
        Command::HandOn { to, with } => {
            open(lead)?;
            routing::handed_on(lead, playbook, to, with)
        }
        Command::Misroute { why, note } => {
            open(lead)?;
            bounded(&note)?;
            routing::misrouted(lead, situation, now, (why, note))
        }
        Command::JudgeOwner { right } => {
            let is_known = lead.owner_judged == Some(right);
            Ok(if is_known { Vec::new() } else { vec![Event::OwnerJudged { right }] })
        }
        Command::Move { .. }
        | Command::Win { .. }
        | Command::Lose { .. }
        | Command::Disqualify { .. }
        | Command::Reopen { .. }
        | Command::Snooze { .. } => pipeline::moved(lead, playbook, command, now),
        Command::Override { .. } | Command::EndOverride => {
            open(lead)?;
            scoring::overridden(lead, command, now)
        }
        Command::Hold { .. } | Command::Resume | Command::Enrol { .. } => {
            open(lead)?;
            followup::steered(lead, playbook, command)
        }
        Command::OptOut { address, mark } => {
            let known = lead.has_opted_out(&mark);
            Ok(if known { Vec::new() } else { vec![Event::OptedOut { address, mark }] })
        }
        Command::Rewrite { queued, wording } => {
            followup::rewritten(waiting(lead, queued)?, wording)
        }
        Command::Release { queued } => {
            waiting(lead, queued)?;
            Ok(vec![Event::Released { queued }])
        }
        Command::Discard { queued } => {
            waiting(lead, queued)?;
            Ok(vec![Event::Dropped { queued, why: "thrown away by hand".into() }])
        }
        Command::Drop { queued, why } => {
            waiting(lead, queued)?;
            Ok(vec![Event::Dropped { queued, why }])
        }
        Command::Defer { queued, until, why } => {
            waiting(lead, queued)?;
            Ok(vec![Event::Deferred { queued, until, why }])
        }
        Command::Delivered { queued, text, mark } => {
            // What they asked for counts toward no limit, and only marked letters are counted.
            let asked_for = waiting(lead, queued)?.letter.asked_for;
            let mark = if asked_for { String::new() } else { mark };
            Ok(vec![Event::Delivered { queued, text, mark }])
        }
        Command::Undelivered { queued, error, setback } => {
            followup::undelivered(lead, waiting(lead, queued)?, error, setback, now)
        }
    }
}

fn open(lead: &Lead) -> Result<(), Refusal> {
    if lead.is_open() { Ok(()) } else { Err(Refusal::Closed) }
}

/// Answers as entries; a closed lead is asked nothing.
fn given(
    lead: &Lead,
    playbook: &Playbook,
    answers: Vec<NewAnswer>,
    means: Means,
) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    for NewAnswer { criterion, finding, note } in answers {
        open(lead)?;
        events.extend(qualification::answered(lead, playbook, &criterion, finding, note, means)?);
    }
    Ok(events)
}

fn waiting(lead: &Lead, queued: Seq) -> Result<&crate::lead::Delivery, Refusal> {
    lead.outbox.iter().find(|delivery| delivery.seq == queued).ok_or(Refusal::NoSuchLetter)
}

fn task_done(lead: &Lead, task: Seq, outcome: &str) -> Result<Event, Refusal> {
    bounded(outcome)?;
    open_task(lead, task)?;
    Ok(Event::TaskDone { task, outcome: outcome.to_owned() })
}

/// Nothing follows from moving a task to where it is.
fn task_moved(
    lead: &Lead,
    task: Seq,
    due_at: Timestamp,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let &Task { kind, due_at: from, .. } = open_task(lead, task)?;
    if from == due_at {
        return Ok(Vec::new());
    }
    still_to_come(due_at, now)?;
    Ok(vec![Event::TaskMoved { task, kind, from, to: due_at }])
}

fn open_task(lead: &Lead, task: Seq) -> Result<&Task, Refusal> {
    lead.tasks.iter().find(|open| open.seq == task).ok_or(Refusal::NoSuchTask)
}

/// Refuses a moment at which nothing can fall due: one that has passed, or one years away.
fn still_to_come(due_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if due_at < now {
        return Err(Refusal::MomentPassed);
    }
    let furthest = now.saturating_add(SignedDuration::from_hours(24 * 366 * 5)).unwrap_or(now);
    if due_at > furthest { Err(Refusal::MomentTooFar) } else { Ok(()) }
}

/// A next step ends the tasks that only asked for one.
fn next_step(next: Option<NextStep>, lead: &Lead, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let Some(NextStep { kind, text, due_at }) = next else { return Ok(Vec::new()) };
    open(lead)?;
    still_to_come(due_at, now)?;
    if lead.tasks.len() >= TASKS_MAX {
        return Err(Refusal::TooManyTasks(TASKS_MAX));
    }
    let asked = lead.tasks.iter().filter(|task| task.kind == TaskKind::NextStep);
    let answered = asked.map(|task| Event::TaskDone { task: task.seq, outcome: "chosen".into() });
    let added = Event::TaskAdded { kind, text: written(text)?, due_at, step: None };
    Ok(answered.chain(std::iter::once(added)).collect())
}

fn written(text: String) -> Result<String, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::TextNeeded);
    }
    bounded(&text)?;
    Ok(text)
}

fn bounded(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > TEXT_MAX { Err(Refusal::TooLong(TEXT_MAX)) } else { Ok(()) }
}

/// Entries being written, and the lead as they leave it.
struct Draft {
    lead: Lead,
    next: Seq,
    at: Timestamp,
    version: u32,
    entries: Vec<Entry>,
}

impl Draft {
    fn write(&mut self, by: Actor, event: Event) {
        if self.lead.id == LeadId::default() {
            self.lead.id = LeadId(self.next);
        }
        let entry = Entry {
            seq: self.next,
            subject: Subject::Lead(self.lead.id),
            at: self.at,
            by,
            playbook: self.version,
            event,
        };
        self.lead.apply(&entry);
        self.entries.push(entry);
        self.next += 1;
    }

    /// The last resort: an owner and a task, so that a person looks.
    fn give_up(&mut self, playbook: &Playbook) {
        self.write(Actor::House, Event::Unsettled);
        if self.lead.fate != LeadFate::Open {
            return;
        }
        let owner = match self.lead.owner_id() {
            Some(owner) => owner.to_owned(),
            None => {
                let owner = playbook.fallback_owner().to_owned();
                let decision = routing::last_resort();
                self.write(
                    Actor::House,
                    Event::Assigned { owner: owner.clone(), accept_by: None, decision },
                );
                owner
            }
        };
        let text = "The rules do not come to rest on this lead. Decide what happens next.";
        if self.lead.tasks.iter().any(|task| task.text == text) {
            return;
        }
        self.write(
            Actor::House,
            Event::TaskAdded {
                kind: TaskKind::NextStep,
                text: text.into(),
                due_at: self.at,
                step: None,
            },
        );
        self.write(Actor::House, Event::Notified { to: owner, notice: Notice::Unsettled });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::fixture::house;
    use crate::playbook::{Role, Teammate, check, starter};

    #[test]
    fn a_lead_the_rules_disagree_on_goes_to_somebody_who_works_here() {
        let mut playbook = house(&["ann", "ben"]);
        playbook.team[0].active = false;
        let at = Timestamp::UNIX_EPOCH;
        let lead = Lead::unborn(LeadId(1));
        let mut draft = Draft { lead, next: 1, at, version: 1, entries: Vec::new() };
        draft.give_up(&playbook);
        assert_eq!(draft.lead.owner_id(), Some("ben"));
        assert_eq!(draft.lead.tasks.len(), 1);
    }

    #[test]
    fn a_new_house_opens_with_a_playbook_nothing_is_wrong_with() {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        assert_eq!(check(&starter("Roth & Co", maya), &known()), []);
    }
}
