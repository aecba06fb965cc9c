//! A new playbook comes into force, unless something would be lost by it that nobody asked to lose.

use super::batch::{Answered, Batch, InForce};
use super::order::Answer;
use crate::lead::{Actor, Entry, Event, Subject};
use crate::playbook::{Fault, Playbook, checked, same_rules, version_of, without_version};
use crate::shell::error::{self, Error};
use crate::shell::store::office::{self, User};
use crate::shell::store::{Result, Tables, from_row, journal, versions};
use jiff::Timestamp;
use redb::ReadableTable;
use std::sync::Arc;

/// The rules in force as the file has them, where those are not the ones that are known.
pub(super) fn kept(
    tables: &Tables,
    known: Arc<InForce>,
) -> std::result::Result<Arc<InForce>, error::Fault> {
    let newest = tables.versions.last().map_err(redb::Error::from)?;
    let version = newest.map_or(0, |(version, _)| version.value());
    if version <= known.version {
        return Ok(known);
    }
    let text = versions::text(tables, version)?.unwrap_or_default();
    let mut playbook = Playbook::from_text(&text)
        .map_err(|fault| error::Fault::said("reading the playbook in force", fault.sentence))?;
    playbook.business.zone_of_box.clone_from(&known.playbook.business.zone_of_box);
    Ok(Arc::new(InForce { version, playbook }))
}

impl Batch<'_, '_> {
    /// Puts a text into force; `anyway` even where changes of others or teammates go missing by it.
    /// `back_to` is the version of which parts come back with it.
    pub(super) fn apply_playbook(
        &mut self,
        text: &str,
        by: Actor,
        anyway: bool,
        back_to: Option<u32>,
        now: Timestamp,
    ) -> Result<Answered> {
        let playbook = match checked(text, &crate::decide::known()) {
            Ok(playbook) => playbook,
            Err(faults) => return Ok(Err(Error::Playbook(faults))),
        };
        if self.is_in_force(text)? {
            return Ok(Ok(Answer::Playbook(self.in_force.version)));
        }
        if !anyway {
            let faults: Vec<Fault> =
                self.outdated(text).into_iter().chain(self.missing(&playbook)?).collect();
            if !faults.is_empty() {
                return Ok(Err(Error::Playbook(faults)));
            }
        }
        // The settings of the machine win over every version.
        let playbook = playbook.on_box(self.in_force.playbook.business.zone_of_box.as_deref());
        let version = self.in_force.version + 1;
        let text = without_version(text);
        let entry = Entry {
            seq: self.next,
            subject: Subject::House,
            at: now,
            by,
            playbook: version,
            event: Event::PlaybookApplied { version, text, back_to },
        };
        self.tables.journal.insert(entry.seq, journal::encode(&entry).as_slice())?;
        self.tables.versions.insert(version, self.next)?;
        self.next += 1;
        self.desks = None;
        let before = self.in_force.clone();
        *self.in_force = Arc::new(InForce { version, playbook });
        if same_rules(&before.playbook, &self.in_force.playbook) {
            office::still_settled(self.tables, before.mark(), self.in_force.mark())?;
        }
        Ok(Ok(Answer::Playbook(version)))
    }

    /// Whether a text says what is in force already, to the letter.
    fn is_in_force(&self, text: &str) -> Result<bool> {
        let kept = versions::text(self.tables, self.in_force.version)?;
        Ok(kept.is_some_and(|kept| kept == without_version(text)))
    }

    /// Why a text is not taken that was not made from the version in force, or does not say so.
    fn outdated(&self, text: &str) -> Option<Fault> {
        let in_force = self.in_force.version;
        let made_from = match version_of(text) {
            Some(version) if version == in_force => return None,
            None if in_force == 0 => return None,
            Some(version) => format!("This was made from version {version}"),
            None => "This does not say in a line “# Version …” what it was made from".into(),
        };
        let sentence = format!(
            "{made_from}, and version {in_force} is in force. Take over what has changed since from \
             `leadstead playbook show`, or put this into force all the same with --anyway."
        );
        Some(Fault::of(sentence))
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
                missing.push(Fault::of(sentence));
            }
        }
        Ok(missing)
    }
}
