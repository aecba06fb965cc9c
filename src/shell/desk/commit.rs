//! One batch, one transaction: decided, then made durable, and only then told.

use super::{Answer, InForce, Order, Room, decide_batch, get, rules};
use crate::lead::Seq;
use crate::shell::error::{Error, Fault, caught};
use crate::shell::store::{self, Tables};
use jiff::Timestamp;
use redb::{ReadableTable, WriteTransaction};
use std::sync::{Arc, PoisonError};

/// A batch that is decided and not yet durable.
struct Decided {
    tx: WriteTransaction,
    in_force: Arc<InForce>,
    answers: Vec<Result<Answer, Error>>,
    /// The last entry, and when it was written.
    last: (Seq, Timestamp),
}

/// Why nothing of a batch was taken.
pub(super) struct Spoilt {
    pub(super) fault: Fault,
    /// Whether one order may be to blame for all, so that the others can be taken without it.
    pub(super) by_an_order: bool,
}

impl Spoilt {
    /// Nothing had been handed to the disk.
    fn early(fault: Fault) -> Spoilt {
        Spoilt { by_an_order: fault.is_damage(), fault }
    }

    /// It may be on the disk all the same, so nothing of it may be tried again.
    fn late(fault: Fault) -> Spoilt {
        Spoilt { by_an_order: false, fault }
    }
}

impl Room {
    /// Decides and commits a batch; what it answers is durable.
    pub(super) fn commit(&self, orders: &[Order]) -> Result<Vec<Result<Answer, Error>>, Spoilt> {
        let decided = caught("deciding what follows", || self.decide(orders)).flatten();
        let Decided { tx, in_force, answers, last: (last, at) } = decided.map_err(Spoilt::early)?;
        let committed = caught("writing to the data file", || tx.commit());
        let committed = committed.and_then(|done| Ok(done.map_err(redb::Error::from)?));
        committed.map_err(Spoilt::late)?;
        *self.last_at.write().unwrap_or_else(PoisonError::into_inner) = at;
        if in_force.version != self.in_force().version {
            *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = in_force;
        }
        self.committed.send_if_modified(|seq| {
            let moved = *seq != last;
            *seq = last;
            moved
        });
        if orders.iter().any(Order::is_about_doors) {
            self.doors.send_replace(());
        }
        Ok(answers)
    }

    /// Decides a batch, up to where it only needs to be committed.
    fn decide(&self, orders: &[Order]) -> Result<Decided, Fault> {
        let tx = self.store.write()?;
        let mut in_force = self.in_force();
        let (answers, last) = {
            let mut tables = Tables::open(&tx)?;
            let mut last_at = self.last_at();
            // What was refused for a fault may stand in the file all the same.
            if get(&self.fault).is_some() {
                in_force = rules::kept(&tables, in_force)?;
                last_at = last_at.max(last_of(&tables)?.1);
            }
            let now = self.clock.now().max(last_at);
            let orders = orders.iter().map(|order| (order.clone(), now));
            let answers = decide_batch(&mut tables, &mut in_force, &self.house_key, orders)?;
            (answers, last_of(&tables)?)
        };
        Ok(Decided { tx, in_force, answers, last })
    }
}

/// The last entry of the journal, and when it was written.
fn last_of(tables: &Tables) -> store::Result<(Seq, Timestamp)> {
    let Some((seq, entry)) = tables.journal.last()? else { return Ok((0, Timestamp::MIN)) };
    Ok((seq.value(), store::journal::decode(entry.value())?.at))
}
