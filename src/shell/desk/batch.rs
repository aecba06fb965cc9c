//! Deciding many orders in one transaction: the heart of the desk, and a plain function.
//!
//! The thread, the tests and the demo share it. Within a batch each order sees what the ones
//! before it wrote. A refusal writes nothing; a fault spoils the whole transaction.

use super::marks::mark;
use super::order::{Answer, Arrived, OnceKey, Order};
use crate::capability::{Contact, KIN_MAX, Kin, Load, Situation, Tie};
use crate::capture::Read;
use crate::command::{Command, Refusal};
use crate::decide::{Decided, decide};
use crate::dedupe::{Key, KeyKind, Whose, by_phone, keys, whose};
use crate::lead::{
    Actor, Arrival, Event, Fate, Lead, LeadId, LookAlike, Profile, Seq, Status, TeammateId,
};
use crate::playbook::{Playbook, READING};
use crate::rows::Summary;
use crate::shell::error::Error;
use crate::shell::store::aside;
use crate::shell::store::files;
use crate::shell::store::office;
use crate::shell::store::once::{self, KEYS_A_TOKEN, ONCE_FOR, Once};
use crate::shell::store::{self, Filed, Result, Tables, from_row, to_kept};
use jiff::Timestamp;
use redb::ReadableTable;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A playbook and its version.
#[derive(Debug)]
pub struct InForce {
    pub version: u32,
    pub playbook: Playbook,
}

impl InForce {
    /// A number that tells these rules from others: those of another version, and those of the same
    /// one in another zone or read in another way.
    pub fn mark(&self) -> u64 {
        let reading = u64::from(READING) << 32;
        self.playbook.business.mark_of_box() ^ reading ^ u64::from(self.version)
    }
}

/// Decides and writes a batch of orders, each at its own moment.
///
/// `in_force` changes where an order applies a new playbook.
pub fn decide_batch(
    tables: &mut Tables,
    in_force: &mut Arc<InForce>,
    house_key: &[u8],
    orders: impl IntoIterator<Item = (Order, Timestamp)>,
) -> Result<Vec<std::result::Result<Answer, Error>>> {
    let next = tables.journal.last()?.map_or(1, |(seq, _)| seq.value() + 1);
    let mut batch = Batch { tables, in_force, house_key, next, desks: None };
    let mut answers = Vec::new();
    for (order, now) in orders {
        answers.push(batch.carry_out(order, now)?);
    }
    Ok(answers)
}

pub(super) type Answered = std::result::Result<Answer, Error>;

pub(super) struct Batch<'a, 'tx> {
    pub(super) tables: &'a mut Tables<'tx>,
    pub(super) in_force: &'a mut Arc<InForce>,
    house_key: &'a [u8],
    pub(super) next: Seq,
    /// What teammates have on their desks and whose turn it is; read again after a change.
    pub(super) desks: Option<Desks>,
}

#[derive(Default)]
pub(super) struct Desks {
    loads: BTreeMap<TeammateId, Load>,
    turns: BTreeMap<(String, TeammateId), i64>,
}

impl Batch<'_, '_> {
    fn carry_out(&mut self, order: Order, now: Timestamp) -> Result<Answered> {
        match order {
            Order::Capture(arrived) => self.capture(*arrived, None, now),
            Order::Complete { lead, arrived } => self.capture(*arrived, Some(lead), now),
            Order::TakeUp { aside, arrived } => {
                let answer = self.capture(*arrived, None, now)?;
                if answer.as_ref().is_ok_and(|answer| answer.lead().is_some()) {
                    aside::take_out(self.tables, aside)?;
                }
                Ok(answer)
            }
            Order::Lead { id, command, by, once } => self.command(id, command, by, once, now),
            Order::ApplyPlaybook { text, by, anyway } => {
                self.apply_playbook(&text, by, anyway, None, now)
            }
            Order::BringBack { version, text, by } => {
                self.apply_playbook(&text, by, false, Some(version), now)
            }
            Order::Office(changes) => {
                for change in &changes {
                    office::apply(self.tables, change)?;
                }
                Ok(Ok(Answer::Office))
            }
        }
    }

    /// `completed` is the lead it is to complete, if it is.
    fn capture(
        &mut self,
        arrived: Arrived,
        completed: Option<LeadId>,
        now: Timestamp,
    ) -> Result<Answered> {
        let Arrived { mut submission, read, by, once } = arrived;
        if let Some(answer) = self.answered_before(once.as_ref(), now)? {
            return Ok(answer);
        }
        if let Some(fate) = self.fate_of(submission.id.as_u128())? {
            return self.captured_before(fate);
        }
        let mut lead = None;
        submission.fate = match read {
            Read::Empty => Fate::Empty,
            Read::Spam(_, why) => Fate::Quarantined(why),
            Read::Enquiry(arrival) => match self.enquiry(*arrival, completed, by, now)? {
                Ok((fate, theirs)) => {
                    lead = Some(theirs);
                    fate
                }
                Err(refusal) => return Ok(Err(refusal.into())),
            },
        };
        let row = to_kept(&submission);
        self.tables.submissions.insert(submission.id.as_u128(), row.as_slice())?;
        aside::put(self.tables, &submission)?;
        self.remember(once, submission.fate.lead(), submission.fate.outcome(), now)?;
        Ok(Ok(Answer::Captured { fate: submission.fate, lead, repeated: false }))
    }

    fn fate_of(&self, submission: u128) -> Result<Option<Fate>> {
        let Some(row) = self.tables.submissions.get(submission)? else { return Ok(None) };
        let kept: crate::lead::Submission = from_row(row.value(), "a submission")?;
        Ok(Some(kept.fate))
    }

    /// The answer to a submission that came once more.
    fn captured_before(&self, fate: Fate) -> Result<Answered> {
        let lead = match fate.lead() {
            Some(id) => store::load_lead(self.tables, id)?,
            None => None,
        };
        Ok(Ok(Answer::Captured { fate, lead, repeated: true }))
    }

    /// Finds out whose enquiry it is, and writes it to that lead or to a new one.
    fn enquiry(
        &mut self,
        mut arrival: Arrival,
        completed: Option<LeadId>,
        by: Actor,
        now: Timestamp,
    ) -> Result<std::result::Result<(Fate, Arc<Lead>), Refusal>> {
        arrival.profile.clean();
        let playbook = &self.in_force.playbook;
        let known = store::known(
            &arrival,
            playbook,
            |key, most| self.by_key(key, most),
            |id| store::load_lead(self.tables, id),
        )?;
        let mut whose = whose(&arrival.profile, &playbook.business.country, &known);
        if let Some(lead) = completed
            && store::load_lead(self.tables, lead)?.is_some_and(|lead| lead.is_open())
        {
            whose = whose.completing(lead);
            arrival.completes = arrival.message.is_empty();
        }
        let (id, look_alike, fate): (_, _, fn(LeadId) -> Fate) = match whose {
            Whose::New { earlier } => {
                arrival.earlier = earlier;
                (LeadId(self.next), None, Fate::Created)
            }
            Whose::LookAlike { of, why, earlier } => {
                arrival.earlier = earlier;
                (LeadId(self.next), Some((of, why)), Fate::Flagged)
            }
            Whose::Touchpoint { lead, also } => (lead, also, Fate::Attached),
        };
        let look_alike = look_alike.map(|(lead, why)| LookAlike { lead, why: why.to_owned() });
        let silent = arrival.opted_out.then(|| mark(self.house_key, &arrival.profile.email));
        let (arrival, opted_out) = (Box::new(arrival), silent.flatten());
        let command = Command::Capture { arrival, look_alike, opted_out };
        let filed = store::take_filed(self.tables, id)?;
        let filed =
            filed.unwrap_or_else(|| Filed { lead: Arc::new(Lead::unborn(id)), rows: Vec::new() });
        Ok(self.decide(filed, command, by, now)?.map(|lead| (fate(id), lead)))
    }

    fn by_key(&self, key: &Key, most: usize) -> Result<Vec<LeadId>> {
        let (kind, normal) = (key.kind.code(), key.normal.as_str());
        let rows = self.tables.keys.range((kind, normal, 0)..=(kind, normal, u64::MAX))?;
        rows.rev().take(most).map(|row| Ok(LeadId(row?.0.value().2))).collect()
    }

    fn command(
        &mut self,
        id: LeadId,
        command: Command,
        by: Actor,
        once: Option<OnceKey>,
        now: Timestamp,
    ) -> Result<Answered> {
        if let Some(answer) = self.answered_before(once.as_ref(), now)? {
            return Ok(answer);
        }
        let Some(filed) = store::take_filed(self.tables, id)? else {
            return Ok(Err(Error::NotFound));
        };
        if let Command::Attach { file } = &command
            && !files::is_ready(self.tables, file.id, file.size)?
        {
            return Ok(Err(Refusal::NoSuchFile.into()));
        }
        Ok(match self.decide(filed, command, by, now)? {
            Ok(lead) => {
                self.remember(once, Some(id), "done", now)?;
                Ok(Answer::Lead(lead))
            }
            Err(refusal) => Err(refusal.into()),
        })
    }

    /// Gathers what must be known, decides, and files what was decided.
    fn decide(
        &mut self,
        Filed { lead, rows }: Filed,
        command: Command,
        by: Actor,
        now: Timestamp,
    ) -> Result<std::result::Result<Arc<Lead>, Refusal>> {
        let before = desk_of(&lead);
        let profile = match &command {
            Command::Capture { arrival, .. } if !lead.is_born() => arrival.profile.clone(),
            _ => lead.profile.clone(),
        };
        let kin = if self.wants_kin(&lead) { self.kin(lead.id, &profile)? } else { Vec::new() };
        let contact = self.contact(&profile)?;
        let desks = match self.desks.take() {
            Some(desks) => desks,
            None => self.read_desks()?,
        };
        let in_force = self.in_force.clone();
        let situation = Situation {
            playbook: &in_force.playbook,
            version: in_force.version,
            loads: &desks.loads,
            turns: &desks.turns,
            kin,
            contact,
        };
        let decided = decide(Arc::unwrap_or_clone(lead), self.next, command, by, &situation, now);
        let Decided { entries, lead } = match decided {
            Ok(decided) => decided,
            Err(refusal) => {
                self.desks = Some(desks);
                return Ok(Err(refusal));
            }
        };
        let lead = Arc::new(lead);
        store::append(self.tables, &entries, &lead, &rows, &in_force.playbook)?;
        self.next += entries.len() as Seq;
        let assigned = entries.iter().any(|entry| matches!(entry.event, Event::Assigned { .. }));
        if !assigned && desk_of(&lead) == before {
            self.desks = Some(desks);
        }
        Ok(Ok(lead))
    }

    /// Only a lead without a working owner is routed, and only routing asks about kin.
    fn wants_kin(&self, lead: &Lead) -> bool {
        let owner = lead.owner_id().and_then(|owner| self.in_force.playbook.teammate(owner));
        !owner.is_some_and(|mate| mate.active)
    }

    fn kin(&self, of: LeadId, profile: &Profile) -> Result<Vec<Kin>> {
        let mut kin: Vec<(bool, Kin)> = Vec::new();
        let country = &self.in_force.playbook.business.country;
        let mut keys = keys(profile, country);
        // An address tells who it is; many may share a number.
        keys.sort_unstable();
        for key in keys {
            for id in self.by_key(&key, KIN_MAX)? {
                if id == of || kin.len() == KIN_MAX || kin.iter().any(|(_, one)| one.id == id) {
                    continue;
                }
                let Some(row) = self.tables.summaries.get(id.0)? else { continue };
                let summary: Summary = from_row(row.value(), "a row of the list")?;
                let open = summary.fate == crate::lead::LeadFate::Open;
                let tie = match key.kind {
                    KeyKind::Email => Tie::SamePerson,
                    KeyKind::Domain => Tie::SameFirm,
                    KeyKind::Phone => match store::load_lead(self.tables, id)? {
                        Some(lead) => by_phone(profile, &lead.profile, country),
                        None => continue,
                    },
                };
                let is_untouched = [Status::New, Status::Routed].contains(&summary.status);
                kin.push((is_untouched, Kin { id, owner: summary.owner, open, tie }));
            }
        }
        // Whoever has spoken with them is known to them, not who was only given a lead.
        kin.sort_by_key(|(is_untouched, kin)| (kin.tie, *is_untouched, Reverse(kin.id)));
        Ok(kin.into_iter().map(|(_, kin)| kin).collect())
    }

    fn contact(&self, profile: &Profile) -> Result<Contact> {
        match mark(self.house_key, &profile.email) {
            Some(mark) => store::contact(self.tables, &mark),
            None => Ok(Contact::default()),
        }
    }

    fn read_desks(&self) -> Result<Desks> {
        let mut desks = Desks::default();
        for row in self.tables.loads.iter()? {
            let (teammate, load) = row?;
            let (open, unaccepted) = load.value();
            desks.loads.insert(teammate.value().to_owned(), Load { open, unaccepted });
        }
        for row in self.tables.turns.iter()? {
            let (key, credit) = row?;
            let (pool, teammate) = key.value();
            desks.turns.insert((pool.to_owned(), teammate.to_owned()), credit.value());
        }
        Ok(desks)
    }

    /// The answer given before to the same request under the same key.
    fn answered_before(&self, once: Option<&OnceKey>, now: Timestamp) -> Result<Option<Answered>> {
        let Some(once) = once else { return Ok(None) };
        let before = once::answered(self.tables, &once.token, &once.key_hash, now)?;
        let Some(before) = before else { return Ok(None) };
        if before.request != once.request_hash {
            return Ok(Some(Err(Error::KeyReused)));
        }
        let id = LeadId(before.lead);
        let lead = store::load_lead(self.tables, id)?;
        if let ("done", Some(lead)) = (before.outcome.as_str(), &lead) {
            return Ok(Some(Ok(Answer::Lead(lead.clone()))));
        }
        let fate = match (before.outcome.as_str(), lead.is_some()) {
            ("attached", _) => Fate::Attached(id),
            ("flagged", _) => Fate::Flagged(id),
            ("quarantined", _) => Fate::Quarantined(String::new()),
            (_, true) => Fate::Created(id),
            (_, false) => Fate::Empty,
        };
        Ok(Some(Ok(Answer::Captured { fate, lead, repeated: true })))
    }

    fn remember(
        &mut self,
        once: Option<OnceKey>,
        lead: Option<LeadId>,
        outcome: &str,
        now: Timestamp,
    ) -> Result<()> {
        let Some(once) = once else { return Ok(()) };
        let answer = Once {
            request: once.request_hash,
            lead: lead.map_or(0, |id| id.0),
            outcome: outcome.to_owned(),
            expires_at: now.saturating_add(ONCE_FOR).unwrap_or(Timestamp::MAX),
            place: 0,
        };
        once::remember(self.tables, &once.token, &once.key_hash, answer, KEYS_A_TOKEN)
    }
}

/// What makes a lead weigh on somebody's desk.
fn desk_of(lead: &Lead) -> (Option<TeammateId>, bool, bool) {
    let owner = lead.owner.as_ref();
    let accepted = owner.is_some_and(|owner| owner.accepted);
    (owner.map(|owner| owner.teammate.clone()), accepted, lead.is_open())
}
