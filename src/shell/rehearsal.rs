//! A house that lives through time it does not have: the demo's year, and every story of the tests.
//!
//! It is the same core and the same desk function on the same tables. Only the clock jumps, from
//! one due moment to the next, and the post is whoever the caller says.

use super::desk::{Answer, InForce, Order, decide_batch};
use super::error::Error;
use super::outbox::mail::{CarryFault, Mail};
use super::outbox::{Links, Plan, kept, plan};
use super::store::waiting::{self, Waiting};
use super::store::{self, Result, Store, Tables, office};
use crate::command::Command;
use crate::lead::{Actor, LeadId, Seq};
use jiff::Timestamp;
use redb::ReadableTable;
use std::sync::Arc;

/// Moments at which something was due in one passage of time; more means that it spins.
const JUMPS_MAX: usize = 5_000_000;

/// Carries a letter, or says why not.
pub type Post<'p> = dyn FnMut(&Mail, Timestamp) -> std::result::Result<(), CarryFault> + 'p;

/// A house on a simulated clock.
pub struct Rehearsal {
    pub store: Arc<Store>,
    pub in_force: Arc<InForce>,
    pub now: Timestamp,
    pub links: Links,
}

impl Rehearsal {
    /// Begins at a moment, on an empty store, with a playbook as its first version.
    pub fn begin(store: Arc<Store>, playbook: &str, now: Timestamp) -> Result<Rehearsal> {
        let house_key = store.read()?.house_key()?;
        let nothing = crate::playbook::starter("Our business", super::house::nobody());
        let in_force = Arc::new(InForce { version: 0, playbook: nothing });
        let links = Links { public_url: "http://localhost:8080".into(), epoch: 1, house_key };
        let mut rehearsal = Rehearsal { store, in_force, now, links };
        let order =
            Order::ApplyPlaybook { text: playbook.to_owned(), by: Actor::House, anyway: false };
        rehearsal.stage(&mut |_, _| Ok(()), |stage| stage.order(order).map(drop))?;
        Ok(rehearsal)
    }

    /// Plays a scene in one transaction, with somebody to carry the letters.
    pub fn stage<T>(
        &mut self,
        post: &mut Post,
        scene: impl FnOnce(&mut Stage) -> Result<T>,
    ) -> Result<T> {
        let tx = self.store.write()?;
        let played = {
            let mut stage = Stage {
                tables: Tables::open(&tx)?,
                in_force: &mut self.in_force,
                links: &self.links,
                now: &mut self.now,
                post,
            };
            scene(&mut stage)?
        };
        tx.commit()?;
        Ok(played)
    }
}

/// A rehearsal within one transaction.
pub struct Stage<'a, 'tx> {
    tables: Tables<'tx>,
    in_force: &'a mut Arc<InForce>,
    links: &'a Links,
    now: &'a mut Timestamp,
    post: &'a mut Post<'a>,
}

impl Stage<'_, '_> {
    /// What time it is in this house.
    pub fn now(&self) -> Timestamp {
        *self.now
    }

    /// Hands in an order at this moment, then does what is due at this very moment.
    pub fn order(&mut self, order: Order) -> Result<std::result::Result<Answer, Error>> {
        let orders = vec![(order, *self.now)];
        let answers = decide_batch(&mut self.tables, self.in_force, &self.links.house_key, orders)?;
        let answer = answers.into_iter().next().unwrap_or(Err(Error::Closing));
        self.pass_until(*self.now)?;
        Ok(answer)
    }

    /// The number of the last entry.
    pub fn last_seq(&self) -> Result<Seq> {
        Ok(self.tables.journal.last()?.map_or(0, |(seq, _)| seq.value()))
    }

    /// The playbook in force.
    pub fn in_force(&self) -> Arc<InForce> {
        self.in_force.clone()
    }

    /// What waits on a teammate's desk up to a moment, in order, at most `limit`.
    pub fn agenda(&self, teammate: &str, up_to: Timestamp, limit: usize) -> Result<Vec<Waiting>> {
        waiting::agenda(&self.tables.agenda, teammate, up_to, limit)
    }

    /// The keyed hash of an address, under which what is known of it is kept.
    pub fn mark(&self, address: &str) -> Option<String> {
        super::desk::mark(&self.links.house_key, address)
    }

    /// Writes down a number the house keeps about itself.
    pub fn note_number(&mut self, key: &str, number: u64) -> Result<()> {
        office::put_number(&mut self.tables.meta, key, number)
    }

    /// A lead as it stands.
    pub fn lead(&self, id: LeadId) -> Result<Option<Arc<crate::lead::Lead>>> {
        store::load_lead(&self.tables, id)
    }

    /// Lets time pass, stopping at every moment something is due or to be carried.
    pub fn pass_until(&mut self, until: Timestamp) -> Result<()> {
        for _ in 0..JUMPS_MAX {
            let due = self.tables.due.first()?.map(|(key, _)| key.value());
            let letter = self.tables.outbox.first()?.map(|(key, lead)| (key.value(), lead.value()));
            let end = until.as_millisecond();
            match (due, letter) {
                (Some((at, lead)), _) if at <= end && letter.is_none_or(|((l, _), _)| at <= l) => {
                    self.jump_to(at);
                    self.ask(LeadId(lead), Command::Review)?;
                }
                (_, Some(((at, queued), lead))) if at <= end => {
                    self.jump_to(at);
                    self.carry(LeadId(lead), queued)?;
                }
                _ => break,
            }
        }
        *self.now = until.max(*self.now);
        Ok(())
    }

    fn jump_to(&mut self, millis: i64) {
        let at = Timestamp::from_millisecond(millis).unwrap_or(*self.now);
        *self.now = at.max(*self.now);
    }

    fn ask(&mut self, id: LeadId, command: Command) -> Result<()> {
        let order = Order::Lead { id, command, by: Actor::House, once: None };
        let orders = vec![(order, *self.now)];
        decide_batch(&mut self.tables, self.in_force, &self.links.house_key, orders)?;
        Ok(())
    }

    fn carry(&mut self, id: LeadId, queued: Seq) -> Result<()> {
        let Some(lead) = store::load_lead(&self.tables, id)? else { return Ok(()) };
        let mark =
            super::desk::mark(&self.links.house_key, &lead.profile.email).unwrap_or_default();
        let contact = store::contact(&self.tables, &mark)?;
        let command = match plan(&lead, queued, self.in_force, contact, self.links, *self.now) {
            Plan::Nothing => return Ok(()),
            Plan::Tell(command) => command,
            Plan::Carry(mail) => match (self.post)(&mail, *self.now) {
                Ok(()) => Command::Delivered { queued, text: kept(&mail), mark },
                Err(fault) => {
                    Command::Undelivered { queued, error: fault.sentence, setback: fault.setback }
                }
            },
        };
        self.ask(id, command)
    }
}
