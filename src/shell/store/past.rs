//! Leads as they once were: the journal read up to a moment and no further.

use super::read::moment;
use super::tables::{ENDED, JOURNAL, LEADS, Millis, TIMELINE};
use super::versions::Version;
use super::{Reading, Result, journal};
use crate::lead::{Actor, Entry, Event, Lead, LeadId, Seq};
use crate::routing::course::Course;
use jiff::{SignedDuration, Timestamp};
use redb::{ReadOnlyTable, ReadableTableMetadata};

/// How long after its first entry a lead still counts as coming in.
const COMING_IN: SignedDuration = SignedDuration::from_hours(1);

/// Entries of one lead that are looked at for how it came in.
const FIRST_ENTRIES: usize = 200;

/// A lead that has ended, as it looked when it came in.
pub struct Ended {
    pub id: LeadId,
    pub then: Lead,
    /// The moment up to which it is known.
    pub at: Timestamp,
    pub won: bool,
    /// Whether its end came with it from a list, so that all that is known of it is of then.
    pub listed: bool,
    pub closed_at: Timestamp,
}

impl Reading {
    /// A lead as it stood at a moment; `None` where it had not come in by then.
    pub fn lead_as_of(&self, id: LeadId, at: Timestamp) -> Result<Option<Lead>> {
        self.lead_before(id, |_, entry| entry.at > at)
    }

    /// A lead as it stood when its first owner was named, by whatever was known then.
    pub fn lead_as_first_given(&self, id: LeadId) -> Result<Option<Lead>> {
        self.lead_before(id, |lead, _| lead.first_owner.is_some())
    }

    /// A lead before the first entry that comes later, as what stood by then and the entry tell.
    fn lead_before(
        &self,
        id: LeadId,
        is_later: impl Fn(&Lead, &Entry) -> bool,
    ) -> Result<Option<Lead>> {
        let tables = self.table(TIMELINE)?.zip(self.table(JOURNAL)?);
        let Some((timeline, journal)) = tables else { return Ok(None) };
        let mut lead = Lead::unborn(id);
        for row in timeline.range((id.0, 0)..=(id.0, Seq::MAX))? {
            let Some(entry) = entry(&journal, row?.0.value().1)? else { continue };
            if is_later(&lead, &entry) {
                break;
            }
            lead.apply(&entry);
        }
        Ok(lead.is_born().then_some(lead))
    }

    /// The version of the playbook that was in force at a moment.
    pub fn version_at(&self, at: Timestamp) -> Result<Option<Version>> {
        let newest = self.versions(u32::MAX, 1)?.pop().map_or(0, |version| version.number);
        let (mut from, mut to, mut found) = (1, newest, None);
        while from <= to {
            let middle = from + (to - from) / 2;
            match self.versions(middle, 1)?.pop().filter(|version| version.at <= at) {
                Some(version) => {
                    found = Some(version);
                    from = middle + 1;
                }
                None => to = middle - 1,
            }
        }
        Ok(found)
    }

    /// Leads that have ended, the last to end first, as they came in, at most `limit`.
    pub fn ended<T>(&self, limit: usize, mut keep: impl FnMut(Ended) -> T) -> Result<Vec<T>> {
        let tables = (self.table(ENDED)?, self.table(TIMELINE)?, self.table(JOURNAL)?);
        let (Some(ended), Some(timeline), Some(journal)) = tables else {
            return Ok(Vec::new());
        };
        let mut kept = Vec::new();
        for row in ended.range::<(Millis, u64)>(..)?.rev().take(limit) {
            let (key, won) = row?;
            let (closed_at, id) = key.value();
            let (id, won) = (LeadId(id), won.value());
            let closed_at = moment(closed_at).unwrap_or(Timestamp::MIN);
            if let Some((then, at, listed)) = as_it_came_in(&timeline, &journal, id)? {
                kept.push(keep(Ended { id, then, at, won, listed, closed_at }));
            }
        }
        Ok(kept)
    }

    /// The leads that came in last, the newest last, at most `limit`, each as it was when it was first
    /// given to somebody and whenever rules were asked anew.
    pub fn last_given(&self, limit: usize) -> Result<Vec<Course>> {
        let tables = (self.table(LEADS)?, self.table(TIMELINE)?, self.table(JOURNAL)?);
        let (Some(leads), Some(timeline), Some(journal)) = tables else {
            return Ok(Vec::new());
        };
        let mut given = Vec::new();
        for row in leads.range::<u64>(..)?.rev().take(limit) {
            given.push(course(&timeline, &journal, LeadId(row?.0.value()))?);
        }
        given.reverse();
        Ok(given)
    }

    /// How many leads have ended.
    pub fn ended_count(&self) -> Result<u64> {
        Ok(self.table(ENDED)?.map_or(Ok(0), |table| table.len())?)
    }

    /// Leads that were closed since a moment, the last first, at most `limit`.
    pub fn closed_since(&self, since: Timestamp, limit: usize) -> Result<Vec<Lead>> {
        let Some(ended) = self.table(ENDED)? else { return Ok(Vec::new()) };
        let mut closed = Vec::new();
        for row in ended.range((since.as_millisecond(), 0)..)?.rev().take(limit) {
            closed.extend(self.lead(LeadId(row?.0.value().1))?);
        }
        Ok(closed)
    }
}

/// A lead as it came in, before anybody had worked it, the moment up to which it is known, and
/// whether it came from a list that it had ended by.
///
/// What people made of it later would tell how it ended, and so is not looked at.
fn as_it_came_in(
    timeline: &ReadOnlyTable<(u64, Seq), ()>,
    journal: &ReadOnlyTable<Seq, &'static [u8]>,
    id: LeadId,
) -> Result<Option<(Lead, Timestamp, bool)>> {
    let mut lead = Lead::unborn(id);
    let (mut first, mut last, mut listed) = (None, Timestamp::UNIX_EPOCH, false);
    let mut is_worked = false;
    for row in timeline.range((id.0, 0)..=(id.0, Seq::MAX))?.take(FIRST_ENTRIES) {
        let Some(entry) = entry(journal, row?.0.value().1)? else { continue };
        let came = *first.get_or_insert(entry.at);
        if entry.at.duration_since(came) > COMING_IN {
            break;
        }
        is_worked |= lead.is_born() && is_work(&entry);
        if is_worked {
            listed = lead.quiet && entry.by == Actor::House && is_end(&entry);
            if listed || !lead.quiet {
                break;
            }
            continue;
        }
        lead.apply(&entry);
        last = entry.at;
    }
    let (Some(came), Some(captured)) = (first, lead.captured_at) else { return Ok(None) };
    // A list may tell of leads that came in long before it was read.
    Ok(Some((lead, captured + last.duration_since(came), listed)))
}

/// A lead as the decisions about its owner found it; without one, as it came in.
fn course(
    timeline: &ReadOnlyTable<(u64, Seq), ()>,
    journal: &ReadOnlyTable<Seq, &'static [u8]>,
    id: LeadId,
) -> Result<Course> {
    let (mut course, mut first) = (Course::unread(id), None);
    for row in timeline.range((id.0, 0)..=(id.0, Seq::MAX))?.take(FIRST_ENTRIES) {
        let Some(entry) = entry(journal, row?.0.value().1)? else { continue };
        let is_late = entry.at.duration_since(*first.get_or_insert(entry.at)) > COMING_IN;
        if is_late && !course.is_given() || !course.read(&entry) {
            break;
        }
    }
    Ok(course)
}

/// Whether an entry tells what somebody has made of a lead.
fn is_work(entry: &Entry) -> bool {
    let is_moved = matches!(&entry.event, Event::StageMoved { from, .. } if !from.is_empty());
    entry.by.is_teammate() || is_end(entry) || is_moved
}

fn is_end(entry: &Entry) -> bool {
    matches!(entry.event, Event::Won { .. } | Event::Lost { .. } | Event::Disqualified { .. })
}

fn entry(journal: &ReadOnlyTable<Seq, &'static [u8]>, seq: Seq) -> Result<Option<Entry>> {
    journal.get(seq)?.map(|row| journal::decode(row.value())).transpose()
}
