//! What would come of rows, asked of the house as it stands and written nowhere.
//!
//! Of rows that say the same to the letter the first counts. Otherwise rows are not held against one
//! another: two of one person count as two new leads here, and would become one lead and a touchpoint.

use super::heading::Heading;
use super::rows::came;
use super::{Came, Import, OfRow, Results, Stopped};
use crate::capture::Read;
use crate::dedupe::{Whose, whose};
use crate::lead::{Arrival, Fate, LeadId};
use crate::playbook::Playbook;
use crate::shell::importing::Row;
use crate::shell::store::{self, Reading};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Stands for the number a new lead would get.
const NEW: LeadId = LeadId(0);

/// What was looked at by now.
#[derive(Default)]
pub(super) struct Foresight {
    seen: BTreeSet<Uuid>,
}

impl Import {
    /// What would come of rows.
    pub(super) fn foresee(
        &self,
        heading: &Heading,
        rows: &[Row],
        playbook: &Playbook,
        by_now: &mut Foresight,
    ) -> Result<Results, Stopped> {
        let reading = self.desk.store().read()?;
        let mut told = Vec::with_capacity(rows.len());
        for row in rows {
            told.push(Ok(self.foreseen(heading, row, playbook, &reading, by_now)?));
        }
        Ok(told)
    }

    fn foreseen(
        &self,
        heading: &Heading,
        row: &Row,
        playbook: &Playbook,
        reading: &Reading,
        by_now: &mut Foresight,
    ) -> store::Result<OfRow> {
        if let Some(refused) = self.refused(heading, row, playbook) {
            return Ok(refused.into());
        }
        let (submission, read) = self.read(heading, row, playbook);
        if !by_now.seen.insert(submission.id) || reading.submission(submission.id)?.is_some() {
            return Ok(Came::Repeated.into());
        }
        Ok(match read {
            Read::Enquiry(mut arrival) => {
                arrival.profile.clean();
                let fate = fate(reading, &arrival, playbook)?;
                let began = matches!(fate, Fate::Created(_) | Fate::Flagged(_));
                OfRow {
                    came: came(&fate),
                    lacks: began && !arrival.missing.is_empty(),
                    unreachable: began && !arrival.profile.can_be_reached(),
                }
            }
            Read::Spam(..) | Read::Empty => Came::Empty.into(),
        })
    }
}

fn fate(reading: &Reading, arrival: &Arrival, playbook: &Playbook) -> store::Result<Fate> {
    let known = store::known(
        arrival,
        playbook,
        |key, most| reading.by_key(key.kind.code(), &key.normal, most),
        |id| reading.lead(id),
    )?;
    Ok(match whose(&arrival.profile, &playbook.business.country, &known) {
        Whose::New { .. } => Fate::Created(NEW),
        Whose::LookAlike { .. } => Fate::Flagged(NEW),
        Whose::Touchpoint { lead, .. } => Fate::Attached(lead),
    })
}
