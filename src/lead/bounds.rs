//! What keeps a lead from growing without end, whoever writes to it and however often.

use super::{Evidence, Exit, Lead, LeadId, ListRef, Sign, Touch};
use jiff::SignedDuration;

/// Leads that may be the same person; who looks like more of them is told apart by nobody.
pub const LOOK_ALIKES_MAX: usize = 20;

/// Tags on one lead: more than anybody reads.
pub const TAGS_MAX: usize = 20;

/// Files with one lead.
pub const FILES_MAX: usize = 20;

/// Lists one lead was a row of that are remembered.
pub const IMPORTS_MAX: usize = 5;

/// Owners of one lead who were the wrong ones that are remembered.
pub const MISROUTES_MAX: usize = 20;

/// Traces of one day that are written down: more than a person leaves, and more than scoring counts.
const TRACES_A_DAY: usize = 50;

const ONE_DAY: SignedDuration = SignedDuration::from_hours(24);

impl Lead {
    /// Whether another lead is to be named as one that may be the same person.
    pub fn may_look_like(&self, other: LeadId) -> bool {
        self.look_alikes.len() < LOOK_ALIKES_MAX
            && self.look_alikes.iter().all(|known| known.lead != other)
    }

    /// Whether a touch is a trace, such as a page visit, and the lead has left plenty within a day.
    pub fn is_trace_too_many(&self, touch: &Touch) -> bool {
        if touch.channel.is_conversation() {
            return false;
        }
        let is_near = |one: &Evidence| touch.at.duration_since(one.at).abs() < ONE_DAY;
        let traces = self.evidence.iter().filter(|one| one.sign.is_trace() && is_near(one));
        traces.count() >= TRACES_A_DAY
    }

    /// Notes that it was a row of a list.
    pub(super) fn was_in(&mut self, list: &ListRef) {
        self.imports.retain(|known| known != list);
        if self.imports.len() >= IMPORTS_MAX {
            self.imports.remove(0);
        }
        self.imports.push(list.clone());
    }

    /// Notes how a sequence was left. The same way out of the same one is noted once, as the last.
    pub(super) fn leave(&mut self, sequence: &str, exit: Exit) {
        self.left.retain(|(known, how)| known != sequence || *how != exit);
        self.left.push((sequence.to_owned(), exit));
    }
}

impl Sign {
    /// Whether it was left in passing, and nobody said anything.
    fn is_trace(&self) -> bool {
        match self {
            Sign::Visited(_)
            | Sign::Stayed(_)
            | Sign::Downloaded(_)
            | Sign::AttendedWebinar
            | Sign::Opened
            | Sign::Clicked
            | Sign::UsedProduct => true,
            Sign::Asked(_) | Sign::Replied | Sign::Talked | Sign::MetInPerson => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::{Channel, Direction, LookAlike, Outcome};
    use jiff::Timestamp;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(60 * minute).expect("a moment in range")
    }

    fn trace(channel: Channel, text: &str, minute: i64) -> Touch {
        let (direction, outcome) = (Direction::Inbound, Outcome::Made);
        Touch { channel, direction, outcome, text: text.into(), at: at(minute) }
    }

    fn seen(minutes: impl IntoIterator<Item = i64>) -> Lead {
        let visited = |minute| {
            let sign = Sign::Visited(format!("/{minute}"));
            Evidence { seq: 1, at: at(minute), sign }
        };
        Lead { evidence: minutes.into_iter().map(visited).collect(), ..Lead::default() }
    }

    #[test]
    fn a_day_holds_so_many_traces_and_any_number_of_words() {
        let lead = seen(0..50);
        assert!(lead.is_trace_too_many(&trace(Channel::Visit, "/new", 60)));
        assert!(!lead.is_trace_too_many(&trace(Channel::Email, "Hello", 60)));
        assert!(!lead.is_trace_too_many(&trace(Channel::Visit, "/new", 50 + 24 * 60)));
    }

    #[test]
    fn a_look_alike_is_named_once_and_twenty_are_enough() {
        let known = |id| LookAlike { lead: LeadId(id), why: String::new() };
        let mut lead = Lead { look_alikes: vec![known(7)], ..Lead::default() };
        assert!(!lead.may_look_like(LeadId(7)) && lead.may_look_like(LeadId(8)));
        lead.look_alikes = (1..=20).map(known).collect();
        assert!(!lead.may_look_like(LeadId(21)));
    }

    #[test]
    fn a_way_out_of_a_sequence_is_noted_once_as_the_last() {
        let mut lead = Lead::default();
        for exit in [Exit::Finished, Exit::Lost, Exit::Finished] {
            lead.leave("standard", exit);
        }
        let left = [Exit::Lost, Exit::Finished].map(|exit| ("standard".to_owned(), exit));
        assert_eq!(lead.left, left);
    }
}
