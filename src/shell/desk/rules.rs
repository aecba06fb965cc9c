//! A new playbook comes into force, unless something would be lost by it that nobody asked to lose.

use super::batch::{Answered, Batch, InForce};
use super::order::Answer;
use crate::lead::{Actor, Entry, Event, Subject};
use crate::playbook::{Fault, Playbook, check, version_of, without_version};
use crate::shell::error::Error;
use crate::shell::store::office::User;
use crate::shell::store::{Result, from_row, journal, versions};
use jiff::Timestamp;
use redb::ReadableTable;
use std::sync::Arc;

impl Batch<'_, '_> {
    /// Puts a text into force; `anyway` even where changes of others or teammates go missing by it.
    pub(super) fn apply_playbook(
        &mut self,
        text: &str,
        by: Actor,
        anyway: bool,
        now: Timestamp,
    ) -> Result<Answered> {
        let mut playbook = match Playbook::from_text(text) {
            Ok(playbook) => playbook,
            Err(fault) => return Ok(Err(Error::Playbook(vec![fault]))),
        };
        let mut faults = check(&playbook, &crate::decide::known());
        if faults.is_empty() && !anyway {
            faults.extend(self.outdated(text)?);
            faults.extend(self.missing(&playbook)?);
        }
        if !faults.is_empty() {
            return Ok(Err(Error::Playbook(faults)));
        }
        // The settings of the machine win over every version.
        playbook.business.zone_of_box.clone_from(&self.in_force.playbook.business.zone_of_box);
        let version = self.in_force.version + 1;
        let text = without_version(text);
        let entry = Entry {
            seq: self.next,
            subject: Subject::House,
            at: now,
            by,
            playbook: version,
            event: Event::PlaybookApplied { version, text },
        };
        self.tables.journal.insert(entry.seq, journal::encode(&entry).as_slice())?;
        self.tables.versions.insert(version, self.next)?;
        self.next += 1;
        self.desks = None;
        *self.in_force = Arc::new(InForce { version, playbook });
        Ok(Ok(Answer::Playbook(version)))
    }

    /// Why a text made from a version that is no longer in force is not taken. One that says what
    /// is in force already loses nothing.
    fn outdated(&self, text: &str) -> Result<Option<Fault>> {
        let in_force = self.in_force.version;
        let Some(made_from) = version_of(text).filter(|made_from| *made_from != in_force) else {
            return Ok(None);
        };
        let kept = versions::text(self.tables, in_force)?;
        if kept.is_some_and(|kept| kept == without_version(text)) {
            return Ok(None);
        }
        let sentence = format!(
            "This was made from version {made_from}, and version {in_force} is in force. Take over \
             what has changed since from `leadstead playbook show`, or put this into force all the \
             same with --anyway."
        );
        Ok(Some(Fault { line: None, sentence }))
    }

    /// Who can sign in, is on the team, and would no longer be.
    fn missing(&self, playbook: &Playbook) -> Result<Vec<Fault>> {
        let mut missing = Vec::new();
        for row in self.tables.users.iter()? {
            let (_, user) = row?;
            let user: User = from_row(user.value(), "an account")?;
            let mate = self.in_force.playbook.teammate(&user.teammate);
            let stays = user.disabled || playbook.teammate(&user.teammate).is_some();
            if let Some(mate) = mate.filter(|_| !stays) {
                let sentence = format!(
                    "{} ({}) can sign in and is not on this team. Take them over from `leadstead \
                     playbook show`, or put this into force all the same with --anyway.",
                    mate.name, user.email
                );
                missing.push(Fault { line: None, sentence });
            }
        }
        Ok(missing)
    }
}
