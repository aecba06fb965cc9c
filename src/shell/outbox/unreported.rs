//! What the mail server said of letters while nobody could write it down.
//!
//! A letter of which the mail server has said yes must not go again only because our own note of it
//! failed. What is remembered here is gone with the program: a crash in between sends such a letter
//! once more, under the same Message-ID.

use crate::command::Command;
use crate::lead::{LeadId, Seq};
use crate::shell::desk::Desk;
use crate::shell::error::{Error, caught};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The most letters that are remembered; while there are as many, no further one is carried.
const MOST: usize = 200;

/// Letters that were carried and are not yet written down, each with what is to be written.
#[derive(Debug, Default)]
pub struct Unreported(Mutex<BTreeMap<Seq, (LeadId, Command)>>);

impl Unreported {
    /// What is still to be written about a letter that was carried.
    pub(super) fn of(&self, queued: Seq) -> Option<Command> {
        self.letters().get(&queued).map(|(_, command)| command.clone())
    }

    /// Whether no further letter may be carried before one of these is written down.
    pub(super) fn is_full(&self) -> bool {
        self.letters().len() >= MOST
    }

    /// Remembers what became of a letter, because it could not be written down.
    pub(super) fn remember(&self, queued: Seq, lead: LeadId, command: Command) {
        self.letters().insert(queued, (lead, command));
    }

    /// Forgets a letter that is written down.
    pub(super) fn forget(&self, queued: Seq) {
        self.letters().remove(&queued);
    }

    /// Forgets letters that somebody else has dealt with: nobody will ask about them again. One whose
    /// lead does not read may still wait.
    pub(super) fn forget_what_waits_no_more(&self, desk: &Desk) -> Result<(), Error> {
        let mut letters = self.letters();
        if letters.is_empty() {
            return Ok(());
        }
        let reading = desk.store().read()?;
        let mut gone = Vec::new();
        for (queued, (lead, _)) in letters.iter() {
            let seen = caught("looking for a letter", || reading.lead(*lead));
            let Ok(Ok(lead)) = seen else { continue };
            let waits = |letter: &crate::lead::Delivery| letter.seq == *queued;
            if !lead.is_some_and(|lead| lead.outbox.iter().any(waits)) {
                gone.push(*queued);
            }
        }
        letters.retain(|queued, _| !gone.contains(queued));
        Ok(())
    }

    fn letters(&self) -> MutexGuard<'_, BTreeMap<Seq, (LeadId, Command)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
