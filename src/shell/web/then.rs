//! A lead as it stood at a moment, with the rules that were in force then.

use crate::lead::{Lead, LeadId};
use crate::playbook::Playbook;
use crate::scoring::{Ledger, ledger};
use crate::shell::store::{self, Reading};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// The score of a lead at a moment.
pub struct Then {
    pub at: Timestamp,
    pub ledger: Ledger,
    pub playbook: Playbook,
    pub version: u32,
}

impl Then {
    /// Reads it on the machine of the rules in force; `None` where the lead had not come in, or its
    /// rules of then do not read.
    pub fn read(
        reading: &Reading,
        id: LeadId,
        at: Timestamp,
        in_force: &Playbook,
    ) -> store::Result<Option<Then>> {
        let lead = reading.lead_as_of(id, at)?;
        let Some((lead, version)) = lead.zip(reading.version_at(at)?) else { return Ok(None) };
        let Ok(playbook) = Playbook::from_text(&version.text) else { return Ok(None) };
        let playbook = playbook.on_box(in_force.business.zone_of_box.as_deref());
        let ledger = ledger(&lead, &playbook, at);
        Ok(Some(Then { at, ledger, playbook, version: version.number }))
    }
}

/// A lead that has ended as it was last judged; `None` while it is open.
pub fn at_its_end(
    reading: &Reading,
    lead: &Lead,
    in_force: &Playbook,
) -> store::Result<Option<Then>> {
    match &lead.standing {
        Some(standing) if !lead.is_open() => Then::read(reading, lead.id, standing.at, in_force),
        _ => Ok(None),
    }
}

/// The moment a text names: itself, or the end of a day; never one to come.
pub fn moment(text: &str, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let at = match day(text) {
        Some(day) => day
            .tomorrow()
            .ok()?
            .to_datetime(Time::midnight())
            .to_zoned(zone.clone())
            .ok()?
            .timestamp(),
        None => text.trim().parse().ok()?,
    };
    Some(at.min(now))
}

/// The day a text names, if it is one.
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().filter(|_| text.len() == 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_to_its_end_and_nothing_to_come_is_known() {
        let now: Timestamp = "2026-05-08T14:00:00Z".parse().expect("a moment");
        let read = |text| moment(text, &TimeZone::UTC, now).map(|at| at.to_string());
        assert_eq!(read("2026-05-01").as_deref(), Some("2026-05-02T00:00:00Z"));
        assert_eq!(read("2026-05-01T09:30:00Z").as_deref(), Some("2026-05-01T09:30:00Z"));
        assert_eq!(read("2031-01-01").as_deref(), Some("2026-05-08T14:00:00Z"));
        for none in ["", "yesterday", "2026-13-01", "01.05.2026"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
