//! Journal in, lead out.

mod contact;
mod letters;

use super::{
    Actor, Answered, Asked, Attached, Enrolment, Entry, Event, Exit, FirstOwner, Lead, LeadFate,
    LookAlike, MISROUTES_MAX, Misroute, Notice, Override, Ownership, Promise, Snooze, Standing,
    Task, TaskKind,
};
use jiff::Timestamp;
use std::collections::BTreeMap;

impl Lead {
    /// Reads one more entry. Total: what is written is a fact, never an error.
    pub fn apply(&mut self, entry: &Entry) {
        self.last_seq = entry.seq;
        if entry.by.is_teammate() {
            self.last_human_seq = entry.seq;
        }
        match &entry.event {
            Event::Captured(arrival) => self.capture(arrival, entry),
            Event::Attached(arrival) => self.attach(arrival, entry),
            Event::Flagged { with, why } => {
                self.look_alikes.push(LookAlike { lead: *with, why: why.clone() });
            }
            Event::Edited { changes } => {
                for (key, value) in changes {
                    self.set_fact(key, value, entry);
                }
                self.facts_seq = entry.seq;
                self.edited_seq = entry.seq;
            }
            Event::Lacking { facts } => {
                self.lack(facts);
                // Who was asked and has found out is asked once more.
                if self.asked_task(TaskKind::Complete).is_none() {
                    self.asked.retain(|asked| asked.kind != TaskKind::Complete);
                }
            }
            Event::Tagged { added, removed } => {
                self.tags.retain(|tag| !removed.contains(tag));
                self.tags.extend(added.iter().cloned());
            }
            Event::FileAttached { file } => {
                let (at, by) = (entry.at, entry.by.clone());
                self.files.push(Attached { file: file.clone(), at, by });
                self.accept_if_owner(entry);
            }
            Event::FileRemoved { id, .. } => self.files.retain(|known| known.file.id != *id),
            Event::Noted { .. } => self.accept_if_owner(entry),
            Event::Touched(touch) => self.touch(touch, entry),
            Event::Scored { score, tier, model, seen, because, fit } => {
                if self.standing.as_ref().is_none_or(|before| before.tier < *tier) {
                    self.risen_at = Some(entry.at);
                }
                self.standing = Some(Standing {
                    score: *score,
                    tier: *tier,
                    model: *model,
                    seen: *seen,
                    at: entry.at,
                    because: because.clone(),
                    fit: fit.clone(),
                });
            }
            Event::Answered { criterion, finding, note, means } => {
                let (finding, note, means) = (*finding, note.clone(), *means);
                let (by, at, seq) = (entry.by.clone(), entry.at, entry.seq);
                let answered = Answered { finding, note, means, by, at, seq };
                self.answers.insert(criterion.clone(), answered);
                self.accept_if_owner(entry);
            }
            Event::AnswerWithdrawn { criterion } => drop(self.answers.remove(criterion)),
            Event::Graded { grade, why } => self.grade = grade.map(|grade| (grade, why.clone())),
            Event::HandedOver { .. } => self.handed_over_at = Some(entry.at),
            Event::TakenOn => {
                self.taken_on_at = Some(entry.at);
                self.accept_if_owner(entry);
            }
            Event::SentBack { .. } => {
                self.handed_over_at = None;
                self.taken_on_at = None;
                self.sent_back = Some(entry.seq);
                self.accept_if_owner(entry);
            }
            Event::Assigned { owner, accept_by, decision } => {
                let has_taken = matches!(&entry.by, Actor::Teammate(who) if who == owner);
                self.owner_to_hear &= !has_taken && !self.is_first_known_to(owner);
                let mut offered =
                    self.owner.take().filter(|o| !o.accepted).map_or(Vec::new(), |o| o.offered);
                offered.push(owner.clone());
                self.lack(&decision.lacking);
                self.first_owner(owner, &decision.rule, entry.at);
                self.first_assigned_at.get_or_insert(entry.at);
                self.owner = Some(Ownership {
                    teammate: owner.clone(),
                    since: entry.at,
                    seq: entry.seq,
                    rule: decision.rule.clone(),
                    accept_by: *accept_by,
                    accepted: accept_by.is_none(),
                    offered,
                    tier: self.tier(),
                });
            }
            Event::Accepted => self.accept(),
            Event::OfferStood { .. } => {
                if let Some(owner) = &mut self.owner {
                    owner.accept_by = None;
                }
            }
            Event::Misrouted { from, rule, why, .. } => {
                if self.misroutes.len() >= MISROUTES_MAX {
                    self.misroutes.remove(0);
                }
                if self.first_owner.as_ref().is_some_and(|first| first.teammate == *from) {
                    self.owner_judged = None;
                }
                let (from, rule, why) = (from.clone(), rule.clone(), *why);
                self.misroutes.push(Misroute { from, rule, why });
            }
            Event::OwnerJudged { right } => self.owner_judged = Some(*right),
            Event::OfferShortened { accept_by } => {
                if let Some(owner) = self.owner.as_mut().filter(|owner| !owner.accepted) {
                    owner.accept_by = Some(*accept_by);
                }
            }
            Event::Promised { since, respond_by } => {
                self.promise = Some(Promise {
                    since: *since,
                    respond_by: *respond_by,
                    tier: self.tier(),
                    warned: 0,
                    breached: false,
                    escalated: 0,
                    called: Vec::new(),
                });
            }
            Event::Warned { percent } => {
                if let Some(promise) = &mut self.promise {
                    promise.warned = *percent;
                }
            }
            Event::Breached { .. } => {
                if let Some(promise) = &mut self.promise {
                    promise.breached = true;
                    promise.warned = 100;
                }
            }
            Event::Escalated { to, level } => {
                if let Some(promise) = &mut self.promise {
                    promise.escalated = *level;
                    if *level > 1 && !promise.called.contains(to) {
                        promise.called.push(to.clone());
                    }
                }
            }
            Event::Notified { to, notice } => {
                if matches!(
                    notice,
                    Notice::NewLead | Notice::PassedOn | Notice::TheyWrote | Notice::Unsettled
                ) {
                    self.owner_to_hear &= self.owner_id() != Some(to);
                }
            }
            Event::ToldTogether { to, .. } => self.owner_to_hear &= self.owner_id() != Some(to),
            Event::TaskAdded { kind, text, due_at, step } => {
                self.tasks.push(Task {
                    seq: entry.seq,
                    kind: *kind,
                    text: text.clone(),
                    due_at: *due_at,
                    step: step.clone(),
                });
                if step.is_none() && entry.by == Actor::House {
                    self.asked.retain(|asked| asked.kind != *kind);
                    self.asked.push(Asked { kind: *kind, task: entry.seq, at: entry.at });
                }
                self.accept_if_owner(entry);
            }
            Event::TaskDone { task, .. } => {
                self.tasks.retain(|open| open.seq != *task);
                self.accept_if_owner(entry);
            }
            Event::TaskDropped { task, .. } => self.tasks.retain(|open| open.seq != *task),
            Event::TaskMoved { task, to, .. } => {
                if let Some(moved) = self.tasks.iter_mut().find(|open| open.seq == *task) {
                    moved.due_at = *to;
                }
                self.accept_if_owner(entry);
            }
            Event::Enrolled { sequence } => {
                self.next_sequence = None;
                self.withheld = None;
                self.enrolment = Some(Enrolment {
                    sequence: sequence.clone(),
                    since: entry.at,
                    seq: entry.seq,
                    by_hand: entry.by != Actor::House,
                    done: 0,
                    missed: BTreeMap::new(),
                    postponed: None,
                    held: None,
                    held_at: None,
                });
                self.quiet &= !entry.by.is_teammate();
                self.accept_if_owner(entry);
            }
            Event::Withheld { sequence } => self.withheld = Some(sequence.clone()),
            Event::Postponed { until, why, .. } => {
                if let Some(enrolment) = &mut self.enrolment {
                    enrolment.postponed = Some((*until, why.clone()));
                }
            }
            Event::StepTaken { .. } => {
                self.last_step_at = Some(entry.at);
                self.step_over();
            }
            Event::Skipped { step, why } => {
                self.miss(step, why, entry.at);
                self.step_over();
            }
            Event::Exited { sequence, exit, then } => {
                self.enrolment = None;
                self.leave(sequence, *exit);
                self.next_sequence = then.clone();
            }
            Event::Held { why } => self.hold(Some(why), entry.at),
            Event::Resumed => self.hold(None, entry.at),
            Event::Queued { .. }
            | Event::Rewritten { .. }
            | Event::Released { .. }
            | Event::Delivered { .. }
            | Event::Undelivered { .. }
            | Event::Deferred { .. }
            | Event::Dropped { .. } => self.post(entry),
            Event::Bounced { address } => {
                if self.profile.email == *address {
                    self.bounced_at = Some(entry.at);
                    self.missing.retain(|missing| missing != "email");
                    self.missing.push("email".into());
                }
            }
            Event::OptedOut { mark, .. } => {
                self.opted_out = true;
                self.facts_seq = entry.seq;
                self.opted_out_at = Some(entry.at);
                self.opted_out_seq = entry.seq;
                if !self.has_opted_out(mark) {
                    self.opt_outs.push(mark.clone());
                }
            }
            Event::StageMoved { from, to } => {
                // The first stage says nothing new of a lead, unless its source named it.
                if !from.is_empty() || self.wanted_stage.is_some() {
                    self.facts_seq = entry.seq;
                }
                self.wanted_stage = None;
                self.stage = to.clone();
                self.stage_since = Some(entry.at);
                self.stage_seq = entry.seq;
                self.accept_if_owner(entry);
            }
            Event::Won { value } => {
                self.value = value.or(self.value);
                self.close(LeadFate::Won, entry);
            }
            Event::Lost { .. } => {
                // An import tells how a lead has ended elsewhere, and archives nothing.
                let is_archived = entry.by == Actor::House && !self.quiet;
                self.close(LeadFate::Lost, entry);
                self.archived = is_archived.then_some(entry.seq);
            }
            Event::Disqualified { .. } => self.close(LeadFate::Disqualified, entry),
            Event::Reopened { .. } => {
                self.fate = LeadFate::Open;
                self.archived = None;
                self.facts_seq = entry.seq;
                self.closed_at = None;
                self.quiet = false;
            }
            Event::Snoozed { until, why } => {
                self.snoozed = Some(Snooze { until: *until, why: why.clone() });
                self.accept_if_owner(entry);
            }
            Event::Overridden { score, until, why } => {
                self.facts_seq = entry.seq;
                self.set_score = Some(Override {
                    score: *score,
                    until: *until,
                    why: why.clone(),
                    by: entry.by.clone(),
                    at: entry.at,
                    seq: entry.seq,
                });
                self.accept_if_owner(entry);
            }
            Event::OverrideEnded => {
                self.facts_seq = entry.seq;
                self.set_score = None;
            }
            Event::Woken => self.snoozed = None,
            Event::Unsettled => self.unsettled_at = Some(entry.at),
            Event::PlaybookApplied { .. } | Event::Unknown { .. } => {}
        }
    }

    /// Notes who was first, and when somebody else followed.
    fn first_owner(&mut self, owner: &str, rule: &str, at: Timestamp) {
        let first = self.first_owner.get_or_insert_with(|| FirstOwner {
            teammate: owner.to_owned(),
            rule: rule.to_owned(),
            since: at,
            until: None,
        });
        if first.teammate != owner {
            first.until.get_or_insert(at);
        }
    }

    fn set_fact(&mut self, key: &str, value: &str, entry: &Entry) {
        if key == "email" && self.profile.email != value {
            self.bounced_at = None;
        }
        match self.profile.get_mut(key) {
            Some(place) => *place = value.to_owned(),
            None if key == "value" => self.value = value.parse().ok(),
            None if value.is_empty() => drop(self.fields.remove(key)),
            None => drop(self.fields.insert(key.to_owned(), value.to_owned())),
        }
        if value.is_empty() {
            self.told_later.remove(key);
        } else {
            self.told_later.insert(key.to_owned(), (entry.seq, entry.at));
            self.missing.retain(|missing| !missing.split('|').any(|one| one == key));
        }
    }

    /// Notes facts as missing that somebody has asked for in vain.
    fn lack(&mut self, keys: &[String]) {
        for key in keys {
            if !self.missing.contains(key) {
                self.missing.push(key.clone());
            }
        }
    }

    fn step_over(&mut self) {
        if let Some(enrolment) = &mut self.enrolment {
            enrolment.done += 1;
            enrolment.postponed = None;
        }
    }

    fn accept_if_owner(&mut self, entry: &Entry) {
        if self.is_by_owner(entry) {
            self.accept();
        }
    }

    /// Whether somebody who becomes its first owner keyed it in, and need not be told of it.
    pub fn is_first_known_to(&self, teammate: &str) -> bool {
        self.owner.is_none() && self.keyed_in_by.as_deref() == Some(teammate)
    }

    fn is_by_owner(&self, entry: &Entry) -> bool {
        matches!(&entry.by, Actor::Teammate(who) if self.owner_id() == Some(who))
    }

    fn accept(&mut self) {
        if let Some(owner) = &mut self.owner {
            owner.accepted = true;
            owner.accept_by = None;
            owner.offered.clear();
        }
    }

    fn close(&mut self, fate: LeadFate, entry: &Entry) {
        self.fate = fate;
        // A list may tell of a lead that ended long ago.
        self.closed_at.get_or_insert(entry.at);
        self.awaiting_since = None;
        self.request_waits = false;
        self.owner_to_hear = false;
        self.promise = None;
        self.snoozed = None;
        self.wanted_stage = None;
        self.tasks.clear();
        self.next_sequence = None;
        self.withheld = None;
        self.accept();
        if let Some(enrolment) = self.enrolment.take() {
            let exit = match fate {
                LeadFate::Won => Exit::Won,
                LeadFate::Disqualified => Exit::Disqualified,
                LeadFate::Lost | LeadFate::Open => Exit::Lost,
            };
            self.leave(&enrolment.sequence, exit);
        }
    }
}
