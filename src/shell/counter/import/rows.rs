//! Rows of a table, handed in at the desk many at once so that one commit carries them.

use super::report::Tally;
use super::{Heading, Import, Stopped, by};
use crate::capture::sources::csv_row;
use crate::capture::{Read, Received, read};
use crate::lead::Submission;
use crate::playbook::Playbook;
use crate::shell::desk::{Arrived, Order};
use crate::shell::error::Error;
use crate::shell::importing::{Row, row_hash};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// A row that was not taken: its line and the reason.
pub(super) type Refused = (u64, String);

impl Import {
    /// Hands rows in behind everything somebody waits for. Answers those that were not taken.
    pub(super) fn hand_in(
        &self,
        heading: &Heading,
        rows: &[Row],
        tally: &mut Tally,
    ) -> Result<Vec<Refused>, Stopped> {
        let in_force = self.house.playbook();
        let playbook = &in_force.playbook;
        let orders = rows.iter().map(|row| {
            let (submission, read) = self.read(heading, row, playbook);
            tally.owner(heading.owner(row), playbook);
            Order::Capture(Box::new(Arrived { submission, read, by: by(), once: None }))
        });
        let answers = self.house.desk.ask_behind(orders.collect());
        let mut refused = Vec::new();
        for (row, answer) in rows.iter().zip(answers) {
            match answer {
                Ok(answer) => tally.took(&answer),
                Err(Error::Refused(refusal)) => refused.push((row.line, refusal.to_string())),
                Err(error) => return Err(stopped_at(row, &error)),
            }
        }
        Ok(refused)
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
            at: self.house.desk.now(),
            content_type: csv_row::CONTENT_TYPE,
            body: &csv_row::body(&heading.names, &row.values),
            query: "",
            referrer: "",
        };
        (received.submission(), read(&received, playbook))
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

fn stopped_at(row: &Row, error: &Error) -> Stopped {
    Stopped::Because(format!(
        "The import stopped near line {}: {error} What was taken is kept. Import the same file \
         again for the rest.",
        row.line
    ))
}
