//! What would come of rows, asked of the house as it stands and written nowhere.
//!
//! Rows are not held against one another: two of one person count as two new leads here, and would
//! become one lead and a touchpoint.

use super::report::Tally;
use super::rows::Refused;
use super::{Heading, Import, Stopped};
use crate::capture::Read;
use crate::dedupe::{Whose, keys, whose};
use crate::lead::{Arrival, Fate, LeadId};
use crate::shell::importing::Row;
use crate::shell::store::{self, Reading};

/// Stands for the number a new lead would get.
const NEW: LeadId = LeadId(0);

impl Import {
    /// Counts what would come of rows. None is ever refused here.
    pub(super) fn foresee(
        &self,
        heading: &Heading,
        rows: &[Row],
        tally: &mut Tally,
    ) -> Result<Vec<Refused>, Stopped> {
        let in_force = self.house.playbook();
        let playbook = &in_force.playbook;
        let failed =
            |error: redb::Error| Stopped::Because(format!("The house cannot be read: {error}."));
        let reading = self.house.desk.store().read().map_err(failed)?;
        for row in rows {
            let (submission, read) = self.read(heading, row, playbook);
            tally.owner(heading.owner(row), playbook);
            if reading.submission(submission.id).map_err(failed)?.is_some() {
                tally.repeated();
                continue;
            }
            match read {
                Read::Enquiry(arrival) => {
                    let country = &playbook.business.country;
                    let fate = fate(&reading, &arrival, country).map_err(failed)?;
                    tally.came_to(&fate, !arrival.missing.is_empty());
                }
                Read::Spam(_, why) => tally.came_to(&Fate::Quarantined(why), false),
                Read::Empty => tally.came_to(&Fate::Empty, false),
            }
        }
        Ok(Vec::new())
    }
}

fn fate(reading: &Reading, arrival: &Arrival, country: &str) -> store::Result<Fate> {
    let mut profile = arrival.profile.clone();
    profile.clean();
    let known = store::known(
        &keys(&profile, country),
        |key, most| reading.by_key(key.kind.code(), &key.normal, most),
        |id| reading.lead(id),
    )?;
    Ok(match whose(&profile, country, &known) {
        Whose::New { .. } => Fate::Created(NEW),
        Whose::LookAlike { .. } => Fate::Flagged(NEW),
        Whose::Touchpoint { lead, .. } => Fate::Attached(lead),
    })
}
