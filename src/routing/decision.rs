//! The words of a decision: which rule, who was left out and why.

use crate::lead::{Decision, Verdict};
use crate::playbook::{Playbook, brief};

/// What stands for a rule where none was asked.
pub const BY_HAND: &str = "by hand";
pub const NAMED: &str = "named by the source";
pub const CHOSEN: &str = "chosen by who added the lead";
pub const RETURNING: &str = "returning lead";
pub const FIRM: &str = "same firm";
pub const NUMBER: &str = "same phone number";
pub const ONLY_ONE: &str = "the only teammate";
pub const FALLBACK: &str = "fallback owner";
pub const NEXT_BEST: &str = "instead of the fallback owner";

/// Every one of them: what no rule may be called.
pub const NOT_RULES: [&str; 9] =
    [BY_HAND, NAMED, CHOSEN, RETURNING, FIRM, NUMBER, ONLY_ONE, FALLBACK, NEXT_BEST];

/// On which occasion a lead gets its first owner.
pub const FIRST: &str = "first assignment";

/// How the occasion begins on which a lead goes on because its owner did not say yes in time.
pub const NOT_TAKEN: &str = "offer not taken by ";

/// How it begins that nobody of the pool of a rule can take a lead.
pub const NOBODY_OF: &str = "nobody of ";

/// Said of somebody who has left.
pub const LEFT: &str = "no longer works here";

/// Said of somebody who should not have had it.
pub const WRONG: &str = "was the wrong owner";

/// The most people named in one sentence.
const NAMED_MAX: usize = 5;

impl Decision {
    /// Notes a way that was looked at and not taken.
    pub(super) fn pass_over(&mut self, rule: &str, why: String) {
        let passed = (rule.to_owned(), why);
        if self.passed_over.last() != Some(&passed) {
            self.passed_over.push(passed);
        }
    }
}

/// The decision of a person, for the reason they gave.
pub fn by_hand(why: String) -> Decision {
    Decision { rule: BY_HAND.to_owned(), occasion: why, ..Decision::default() }
}

/// The decision when the rules came to no rest.
pub fn last_resort() -> Decision {
    let occasion = "the rules did not come to rest".to_owned();
    Decision { rule: FALLBACK.to_owned(), occasion, ..Decision::default() }
}

/// Whether the rules found this owner, and neither a person nor an earlier tie.
pub fn is_of_the_rules(rule: &str) -> bool {
    ![BY_HAND, NAMED, CHOSEN, RETURNING, FIRM, NUMBER].contains(&rule)
}

/// Why an offer stands: everyone of the pool with what keeps them from it.
pub fn nobody_else(decision: &Decision, playbook: &Playbook) -> String {
    let mut reasons: Vec<String> = decision
        .candidates
        .iter()
        .filter_map(|candidate| match &candidate.verdict {
            Verdict::Excluded(why) => Some((&candidate.teammate, why)),
            Verdict::Chosen | Verdict::Eligible => None,
        })
        .map(|(mate, why)| format!("{}: {why}", name_of(playbook, mate)))
        .collect();
    if reasons.is_empty() {
        return "No rule names anybody else.".to_owned();
    }
    if reasons.len() > NAMED_MAX {
        let more = reasons.len() - NAMED_MAX;
        reasons.truncate(NAMED_MAX);
        reasons.push(format!("{more} more"));
    }
    let people = reasons.join("; ");
    match decision.passed_over.iter().rfind(|(_, why)| why.starts_with(NOBODY_OF)) {
        Some((rule, _)) => {
            format!("Nobody else can take it by the rule “{}”. {people}.", brief(rule))
        }
        None => format!("Nobody else can take it. {people}."),
    }
}

/// What a teammate is called, or their id once nobody knows them any more.
pub fn name_of<'a>(playbook: &'a Playbook, id: &'a str) -> &'a str {
    playbook.teammate(id).map_or(id, |mate| &mate.name)
}
