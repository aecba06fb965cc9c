//! A lead as its page shows it: everything about it, read at one moment.

use super::act::Act;
use super::sent::{Sent, Wrong};
use crate::language::Words;
use crate::lead::hours::zone_named;
use crate::lead::words::Named;
use crate::lead::{Actor, Channel, Decision, Direction, Entry, Event, Lead, LeadId, Seq};
use crate::playbook::Playbook;
use crate::rows::Summary;
use crate::scoring::{Ledger, ledger};
use crate::shell::store::{Reading, Result};
use crate::shell::web::guard::Who;
use crate::shell::web::then::{self, Then};
use crate::shell::web::times::{self, Times};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use uuid::Uuid;

/// Entries on one page of the timeline, and how many are looked at for so many touches.
const ENTRIES: usize = 60;
const LOOKED_AT: usize = 400;

/// Other leads that are named beside this one.
const KIN: usize = 10;

/// What the URL may ask for.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The form that is open: the key of an act.
    #[serde(rename = "do")]
    pub act: String,
    /// The task it is about.
    pub task: Seq,
    /// The file it is about, by its id.
    pub file: String,
    /// `touches` for a timeline of touches only.
    pub show: String,
    /// Where the page of the timeline before this one ended.
    pub before: Option<Seq>,
    /// What became of a lead that was just added.
    pub added: String,
    /// The place in the list one came from, if the URL names it.
    pub at: String,
    /// The day as of which the score is laid open.
    pub as_of: String,
}

impl Asked {
    /// Whether only touches are to be shown.
    pub fn touches_only(&self) -> bool {
        self.show == "touches"
    }
}

/// A lead and what stands about it.
pub struct Case {
    pub lead: Lead,
    pub now: Timestamp,
    pub ledger: Ledger,
    /// The lead and its score as of the day that was asked for.
    pub then: Option<Then>,
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub has_older: bool,
    /// The last entry that was looked at, for the way to older ones.
    pub oldest: Seq,
    /// Why its owner is its owner, when that was decided, and by whom.
    pub decision: Option<(Timestamp, Actor, Decision)>,
    /// With what sales last sent it back.
    pub sent_back: Option<Entry>,
    pub look_alikes: Vec<(LeadId, Summary, String)>,
    pub earlier: Vec<(LeadId, Summary)>,
}

/// A form that came back.
pub struct Typed {
    pub act: Act,
    pub seq: Seq,
    pub sent: Sent,
    pub wrong: Wrong,
}

/// What every part of the page is drawn from.
pub struct View<'a> {
    pub case: &'a Case,
    pub playbook: &'a Playbook,
    /// The version of the playbook in force.
    pub version: u32,
    pub who: &'a Who,
    /// Of who reads.
    pub words: Words,
    pub asked: &'a Asked,
    pub typed: Option<&'a Typed>,
    /// By which the forms of this page count once.
    pub once: Uuid,
    pub zone: TimeZone,
    /// Whether letters have a way out.
    pub has_mail: bool,
}

impl Case {
    /// Reads a lead; `None` if there is none with this number.
    pub fn read(
        reading: &Reading,
        id: LeadId,
        asked: &Asked,
        playbook: &Playbook,
        (now, zone): (Timestamp, &TimeZone),
    ) -> Result<Option<Case>> {
        let Some(lead) = reading.lead(id)? else { return Ok(None) };
        let look_at = if asked.touches_only() { LOOKED_AT } else { ENTRIES };
        let before = asked.before.unwrap_or(Seq::MAX);
        let mut entries = reading.newest_before(id, before, look_at + 1)?;
        let has_older = entries.len() > look_at;
        entries.truncate(look_at);
        let oldest = entries.last().map_or(0, |entry| entry.seq);
        let end = then::at_its_end(reading, &lead, playbook)?;
        let judged = end.as_ref().map(|end| end.ledger.clone());
        let then = match then::moment(&asked.as_of, zone, now) {
            Some(at) => Then::read(reading, id, at, playbook)?,
            None => end.filter(|_| asked.as_of.is_empty()),
        };
        Ok(Some(Case {
            now,
            then,
            ledger: judged.unwrap_or_else(|| ledger(&lead, playbook, now)),
            has_older,
            oldest,
            entries,
            decision: decision(reading, &lead)?,
            sent_back: lead.sent_back.map_or(Ok(None), |seq| reading.entry(seq))?,
            look_alikes: look_alikes(reading, &lead, (playbook, now))?,
            earlier: named(reading, lead.earlier.iter().rev().copied(), (playbook, now))?,
            lead,
        }))
    }
}

impl View<'_> {
    /// The form that is open, with the task it is about.
    pub fn open(&self) -> Option<(Act, Seq)> {
        match self.typed {
            Some(typed) => Some((typed.act, typed.seq)),
            None => Act::from_key(&self.asked.act).map(|act| (act, self.asked.task)),
        }
    }

    /// Whether a call is the obvious answer: there is a number, and they did not write last.
    pub fn calls(&self) -> bool {
        let profile = &self.case.lead.profile;
        let touches = self.case.entries.iter().filter_map(|entry| match &entry.event {
            Event::Touched(touch) if touch.channel.is_conversation() => Some(touch),
            _ => None,
        });
        let last = touches.into_iter().find(|touch| touch.direction == Direction::Inbound);
        let wrote = last.is_some_and(|touch| touch.channel != Channel::Call);
        !profile.phone.is_empty() && (!wrote || profile.email.is_empty())
    }

    /// How often there was contact, either way: what they sent, their first enquiry included, what
    /// we said, and letters that left.
    pub fn touches(&self) -> usize {
        self.case.lead.touches as usize + 1
    }

    /// Moments as seen from now.
    pub fn times(&self) -> Times<'_> {
        Times::of(self.words, self.case.now, &self.zone)
    }

    /// A moment as people say it.
    pub fn at(&self, at: Timestamp) -> String {
        self.times().said(at)
    }

    /// A day as a list names it.
    pub fn day(&self, at: Timestamp) -> String {
        self.times().day(at)
    }

    /// A day as a heading.
    pub fn heading(&self, day: Date) -> String {
        self.times().heading(day)
    }

    /// The time of day.
    pub fn clock(&self, at: Timestamp) -> String {
        self.times().clock(at)
    }

    /// A span of seconds as long as they matter.
    pub fn took(&self, seconds: i64) -> String {
        times::took(self.words, seconds)
    }

    /// Whether there is anybody else who could own it.
    pub fn may_change_hands(&self) -> bool {
        let lead = &self.case.lead;
        let only_one = self.playbook.only_one().map(|mate| mate.id.as_str());
        lead.is_open() && only_one.is_none_or(|only_one| lead.owner_id() != Some(only_one))
    }

    /// What something is called on this page.
    pub fn called(&self, what: Named, key: &str) -> Option<String> {
        match what {
            Named::Teammate => Some(self.name(key)),
            what => self.playbook.called(what, key),
        }
    }

    /// What a teammate is called among colleagues.
    pub fn name(&self, id: &str) -> String {
        let mate = self.playbook.teammate(id);
        let first = mate.and_then(|mate| mate.name.split_whitespace().next());
        first.unwrap_or(id).to_owned()
    }
}

/// The zone in which whoever looks reads what time it is.
pub fn zone(playbook: &Playbook, who: &Who) -> TimeZone {
    zone_named(playbook.zone_of(&who.teammate))
}

fn decision(reading: &Reading, lead: &Lead) -> Result<Option<(Timestamp, Actor, Decision)>> {
    let Some(owner) = &lead.owner else { return Ok(None) };
    Ok(match reading.entry(owner.seq)? {
        Some(Entry { at, by, event: Event::Assigned { decision, .. }, .. }) => {
            Some((at, by, decision))
        }
        _ => None,
    })
}

fn look_alikes(
    reading: &Reading,
    lead: &Lead,
    (playbook, now): (&Playbook, Timestamp),
) -> Result<Vec<(LeadId, Summary, String)>> {
    let mut found = Vec::new();
    for other in lead.look_alikes.iter().rev().take(KIN) {
        if let Some(summary) = reading.summary(other.lead)? {
            found.push((other.lead, summary.at(playbook, now), other.why.clone()));
        }
    }
    Ok(found)
}

fn named(
    reading: &Reading,
    ids: impl Iterator<Item = LeadId>,
    (playbook, now): (&Playbook, Timestamp),
) -> Result<Vec<(LeadId, Summary)>> {
    let mut found = Vec::new();
    for id in ids.take(KIN) {
        found.extend(reading.summary(id)?.map(|summary| (id, summary.at(playbook, now))));
    }
    Ok(found)
}
