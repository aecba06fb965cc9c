//! Was it the right owner at once? A sample of the leads of a month, and what was found.

use super::decision::{CHOSEN, NAMED};
use crate::lead::{Lead, LeadId};
use jiff::{SignedDuration, Timestamp};

/// Leads of a month that are looked at.
pub const SAMPLE: usize = 50;

/// Right first owners of a hundred that are enough.
pub const ENOUGH_PERCENT: usize = 90;

/// What was found of the leads that were judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accuracy {
    pub right: usize,
    pub judged: usize,
}

impl Accuracy {
    /// What was found of these leads; who is not judged yet does not count.
    pub fn of<'a>(leads: impl IntoIterator<Item = &'a Lead>) -> Accuracy {
        let judged: Vec<bool> = leads.into_iter().filter_map(was_right).collect();
        Accuracy { right: judged.iter().filter(|right| **right).count(), judged: judged.len() }
    }

    /// Whole percent, rounded down, so that nothing passes that does not; `None` before anything was
    /// judged.
    pub fn percent(self) -> Option<usize> {
        (self.right * 100).checked_div(self.judged)
    }

    /// Whether enough may yet turn out to be right, if so many more are judged.
    pub fn may_pass(self, left: usize) -> bool {
        let all = Accuracy { right: self.right + left, judged: self.judged + left };
        left > 0 && all.passes()
    }

    /// Whether enough of the first owners were the right ones.
    pub fn passes(self) -> bool {
        self.judged > 0 && self.right * 100 >= ENOUGH_PERCENT * self.judged
    }
}

/// Whether it was the house that found the first owner, and not who handed the lead in.
pub fn is_routed(lead: &Lead) -> bool {
    lead.first_owner.as_ref().is_some_and(|first| ![NAMED, CHOSEN].contains(&first.rule.as_str()))
}

/// Whether the first owner was the right one: by the word of who looked back, else wrong where
/// somebody has said so at the time.
pub fn was_right(lead: &Lead) -> Option<bool> {
    let first = lead.first_owner.as_ref()?;
    lead.owner_judged.or_else(|| lead.was_wrong(&first.teammate).then_some(false))
}

/// How long a lead lay with the wrong person: until somebody else got it, or until now.
pub fn time_lost(lead: &Lead, now: Timestamp) -> Option<SignedDuration> {
    let first = lead.first_owner.as_ref().filter(|_| was_right(lead) == Some(false))?;
    let until = first.until.or(lead.closed_at).unwrap_or(now);
    Some(until.duration_since(first.since).max(SignedDuration::ZERO))
}

/// The same leads of a month whenever it is asked for, in an order that has nothing to do with who
/// they are or how they fared. Take from it until there are [`SAMPLE`].
pub fn drawn(leads: impl IntoIterator<Item = LeadId>, month: u64) -> Vec<LeadId> {
    let mut drawn: Vec<LeadId> = leads.into_iter().collect();
    drawn.sort_unstable_by_key(|lead| (mixed(lead.0 ^ mixed(month)), lead.0));
    drawn
}

/// A number that has nothing to see of the one it was made from (the end of `SplitMix64`).
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_five_of_fifty_are_enough_and_forty_four_are_not() {
        let found = |right| Accuracy { right, judged: 50 };
        assert_eq!((found(45).percent(), found(45).passes()), (Some(90), true));
        assert_eq!((found(44).percent(), found(44).passes()), (Some(88), false));
        assert_eq!((found(0).percent(), Accuracy::default().percent()), (Some(0), None));
        assert!(!Accuracy::default().passes());
        assert!(!Accuracy { right: 899, judged: 1_000 }.passes());
        let begun = Accuracy { right: 0, judged: 2 };
        assert!(begun.may_pass(48) && !begun.may_pass(17) && !found(44).may_pass(0));
    }

    #[test]
    fn the_sample_of_a_month_is_the_same_and_of_another_month_another() {
        let leads = || (1..=2_000).map(LeadId);
        let may = drawn(leads(), 24_317);
        assert_eq!(may, drawn(leads().rev(), 24_317));
        assert_ne!(may[..SAMPLE], drawn(leads(), 24_318)[..SAMPLE]);
        let early = may[..SAMPLE].iter().filter(|lead| lead.0 <= 1_000).count();
        assert!((15..=35).contains(&early), "{early} of the first half");
    }
}
