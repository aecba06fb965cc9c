//! What became of a lead until somebody took it up: how each decision of rules about its owner found it.

use super::{decision, offer};
use crate::lead::{Entry, Event, Lead, LeadId};
use jiff::Timestamp;

/// A lead as its first owner got it, and as it was each time that rules were asked anew.
#[derive(Clone, Debug)]
pub struct Course {
    /// As far as it has been read.
    lead: Lead,
    given: Option<Lead>,
    again: Vec<(Lead, Timestamp, Occasion)>,
}

/// A moment in which rules were asked about a lead.
#[derive(Debug)]
pub struct Step<'a> {
    pub lead: &'a Lead,
    pub at: Timestamp,
    pub occasion: Occasion,
}

/// Why rules were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Nobody had it yet.
    First,
    /// It had become more pressing.
    Rose,
    /// Its owner did not say yes in time.
    NotTaken,
}

impl Course {
    /// A lead of which nothing has been read.
    pub fn unread(id: LeadId) -> Course {
        Course { lead: Lead::unborn(id), given: None, again: Vec::new() }
    }

    /// Reads one more entry. Answers whether what follows may still be asked of rules.
    pub fn read(&mut self, entry: &Entry) -> bool {
        if self.given.is_some() && is_not_taken(&entry.event) {
            self.ask(entry.at, Occasion::NotTaken);
        }
        self.lead.apply(entry);
        let Some(owner) = &self.lead.owner else { return true };
        let goes_on = self.lead.is_open() && offer::is_untouched(&self.lead, owner);
        if offer::is_lifted(&self.lead, owner, entry.at) {
            self.ask(entry.at, Occasion::Rose);
        }
        if self.given.is_none() {
            self.given = Some(self.lead.clone());
        }
        goes_on
    }

    /// Whether somebody has got it.
    pub fn is_given(&self) -> bool {
        self.given.is_some()
    }

    /// The lead as its first owner got it; without one, as far as it has been read.
    pub fn first(&self) -> &Lead {
        self.given.as_ref().unwrap_or(&self.lead)
    }

    /// Each time that rules were asked, in order.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        let lead = self.first();
        let at = lead.first_assigned_at.or(lead.captured_at).unwrap_or_default();
        let first = Step { lead, at, occasion: Occasion::First };
        let again = self.again.iter();
        let again = again.map(|(lead, at, occasion)| Step { lead, at: *at, occasion: *occasion });
        std::iter::once(first).chain(again)
    }

    /// Notes that rules are asked, once in a moment.
    fn ask(&mut self, at: Timestamp, occasion: Occasion) {
        if self.again.last().is_none_or(|(_, last, _)| *last < at) {
            self.again.push((self.lead.clone(), at, occasion));
        }
    }
}

/// The course of a lead about which rules were asked once.
impl From<Lead> for Course {
    fn from(lead: Lead) -> Course {
        Course { given: Some(lead.clone()), lead, again: Vec::new() }
    }
}

fn is_not_taken(event: &Event) -> bool {
    matches!(event, Event::Assigned { decision, .. } if decision.occasion.starts_with(decision::NOT_TAKEN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::{Actor, Decision, Subject, Tier};
    use crate::playbook::fixture::{at, enquiry, scored};

    const CAME: &str = "2026-05-08T12:00";

    fn assigned(owner: &str, occasion: &str) -> Event {
        let (rule, occasion) = ("Everything is shared out".to_owned(), occasion.to_owned());
        let decision = Decision { rule, occasion, ..Decision::default() };
        Event::Assigned { owner: owner.into(), accept_by: Some(at("2026-05-08T12:30")), decision }
    }

    fn read(told: Vec<(&str, Actor, Event)>) -> Course {
        let mut course = Course::unread(LeadId(1));
        for (seq, (now, by, event)) in (1..).zip(told) {
            let subject = Subject::Lead(LeadId(1));
            if !course.read(&Entry { seq, subject, at: at(now), by, playbook: 1, event }) {
                break;
            }
        }
        course
    }

    fn occasions(course: &Course) -> Vec<(Occasion, Tier)> {
        course.steps().map(|step| (step.occasion, step.lead.tier())).collect()
    }

    #[test]
    fn a_lead_that_rose_and_an_offer_that_was_not_taken_are_asked_about_anew() {
        let house = || Actor::House;
        let course = read(vec![
            (CAME, Actor::Visitor, Event::Captured(enquiry(at(CAME)))),
            (CAME, house(), scored(Tier::Medium)),
            (CAME, house(), assigned("ann", decision::FIRST)),
            ("2026-05-08T12:10", house(), scored(Tier::Urgent)),
            (
                "2026-05-08T12:10",
                house(),
                Event::OfferShortened { accept_by: at("2026-05-08T12:12") },
            ),
            ("2026-05-08T12:12", house(), assigned("ben", "offer not taken by Ann")),
        ]);
        let expected = [
            (Occasion::First, Tier::Medium),
            (Occasion::Rose, Tier::Urgent),
            (Occasion::NotTaken, Tier::Urgent),
        ];
        assert_eq!(occasions(&course), expected);
        assert_eq!(course.first().owner_id(), Some("ann"));
    }

    #[test]
    fn what_comes_after_a_yes_is_nothing_rules_were_asked_about() {
        let course = read(vec![
            (CAME, Actor::Visitor, Event::Captured(enquiry(at(CAME)))),
            (CAME, Actor::House, scored(Tier::Medium)),
            (CAME, Actor::House, assigned("ann", decision::FIRST)),
            ("2026-05-08T12:05", Actor::Teammate("ann".into()), Event::Accepted),
            ("2026-05-08T12:10", Actor::House, scored(Tier::Urgent)),
        ]);
        assert_eq!(occasions(&course), [(Occasion::First, Tier::Medium)]);
        let course = read(vec![(CAME, Actor::Visitor, Event::Captured(enquiry(at(CAME))))]);
        assert!(!course.is_given() && course.first().is_born());
    }
}
