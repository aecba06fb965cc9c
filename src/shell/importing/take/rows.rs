//! Rows of a list, handed in at the desk many at once so that one commit carries them.

use super::heading::Heading;
use super::{Came, Import, OfRow, Results, UnknownOwner, Why};
use crate::capture::sources::csv_row;
use crate::capture::{Read, Received, read};
use crate::lead::{Fate, Submission};
use crate::playbook::Playbook;
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::error::Error;
use crate::shell::importing::{Row, row_hash};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

impl Import {
    /// Hands rows in behind everything somebody waits for.
    pub(super) fn hand_in(&self, heading: &Heading, rows: &[Row], playbook: &Playbook) -> Results {
        let refused: Vec<Option<Came>> =
            rows.iter().map(|row| self.refused(heading, row, playbook)).collect();
        let orders = rows.iter().zip(&refused).filter(|(_, refused)| refused.is_none());
        let orders = orders.map(|(row, _)| {
            let (submission, read) = self.read(heading, row, playbook);
            Order::Capture(Box::new(Arrived { submission, read, by: self.by.clone(), once: None }))
        });
        let mut answers = self.desk.ask_behind(orders.collect()).into_iter();
        let told = |refused: Option<Came>| match refused {
            Some(came) => Ok(came.into()),
            None => told(answers.next().unwrap_or(Err(Error::Closing))),
        };
        refused.into_iter().map(told).collect()
    }

    /// That a row is not wanted, as it was said.
    pub(super) fn refused(
        &self,
        heading: &Heading,
        row: &Row,
        playbook: &Playbook,
    ) -> Option<Came> {
        if self.unknown_owner != UnknownOwner::LeaveOut {
            return None;
        }
        let stranger = heading.stranger(row, playbook)?;
        let stranger: String = stranger.chars().take(super::sum::NAME_MAX).collect();
        Some(Came::Refused(Why::UnknownOwner(stranger)))
    }

    /// A row as it is kept, and what it says.
    pub(super) fn read(
        &self,
        heading: &Heading,
        row: &Row,
        playbook: &Playbook,
    ) -> (Submission, Read) {
        let received = Received {
            id: self.id_of(heading, row),
            source: &self.source,
            at: self.desk.now(),
            content_type: csv_row::content_type(heading.dates_shown()),
            body: &csv_row::body(&heading.names, &row.values),
            query: "",
            referrer: "",
        };
        let mut said = read(&received, playbook);
        if let Read::Enquiry(arrival) = &mut said {
            arrival.import = Some(self.list.clone());
            if let UnknownOwner::Give(owner) = &self.unknown_owner
                && heading.stranger(row, playbook).is_some()
            {
                arrival.owner = Some(owner.clone());
            }
        }
        (received.submission(), said)
    }

    /// The same for the same row from the same source, whenever and in whatever file it comes.
    fn id_of(&self, heading: &Heading, row: &Row) -> Uuid {
        let mut hash = Sha256::new();
        hash.update(self.source.key.as_bytes());
        hash.update([0]);
        hash.update(row_hash(&heading.names, &row.values));
        let whole: [u8; 32] = hash.finalize().into();
        let mut short = [0; 16];
        short.copy_from_slice(&whole[..16]);
        Builder::from_custom_bytes(short).into_uuid()
    }
}

fn told(answer: Result<Answer, Error>) -> Result<OfRow, Error> {
    match answer {
        Ok(Answer::Captured { repeated: true, .. }) => Ok(Came::Repeated.into()),
        Ok(Answer::Captured { fate, lead, .. }) => {
            let began = matches!(fate, Fate::Created(_) | Fate::Flagged(_));
            let lead = lead.filter(|_| began);
            let lacks = lead.as_ref().is_some_and(|lead| !lead.missing.is_empty());
            let unreachable = lead.is_some_and(|lead| !lead.profile.can_be_reached());
            Ok(OfRow { came: came(&fate), lacks, unreachable })
        }
        Ok(Answer::Lead(_) | Answer::Playbook(_) | Answer::Office) => Ok(Came::Empty.into()),
        Err(Error::Refused(refusal)) => Ok(Came::Refused(refusal.into()).into()),
        Err(error) => Err(error),
    }
}

/// The fate of a submission as what came of a row; nothing of ours is taken for spam.
pub(super) fn came(fate: &Fate) -> Came {
    match fate {
        Fate::Created(lead) => Came::Created(*lead),
        Fate::Flagged(lead) => Came::Flagged(*lead),
        Fate::Attached(lead) => Came::Attached(*lead),
        Fate::Quarantined(_) | Fate::Empty => Came::Empty,
    }
}
