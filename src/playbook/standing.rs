//! Where a lead stands, in the words of the system it comes from.

use super::{Pipeline, Stage};
use crate::lead::{Arrival, LeadFate};

/// What a word of theirs says of a lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'a> {
    In(&'a Stage),
    /// It has ended.
    Ended(LeadFate),
}

impl Pipeline {
    /// What a word of theirs says; `None` if we do not know it.
    pub fn standing(&self, said: &str) -> Option<Standing<'_>> {
        let said = plain(said);
        let is_named = |stage: &&Stage| plain(&stage.key) == said || plain(&stage.name) == said;
        let stage = self.stages.iter().find(is_named).or_else(|| self.stages.get(usual(&said)?));
        stage.map(Standing::In).or_else(|| ended(&said).map(Standing::Ended))
    }

    /// Whether an arrival tells of something that is over, and so belongs to no lead that is open.
    pub fn is_over(&self, arrival: &Arrival) -> bool {
        let stage = arrival.stage.as_deref().filter(|_| arrival.quiet);
        let standing = stage.and_then(|said| self.standing(said));
        matches!(standing, Some(Standing::Ended(fate)) if fate != LeadFate::Open)
    }
}

/// The place of the stage that other systems call so: the first, for a lead nobody has spoken with,
/// or the second.
fn usual(said: &str) -> Option<usize> {
    Some(match said {
        "new" | "open" | "not contacted" | "open not contacted" => 0,
        "attempted to contact" | "contacted" | "connected" | "in progress" | "working" => 1,
        "open deal" | "working contacted" | "bad timing" => 1,
        _ => return None,
    })
}

fn ended(said: &str) -> Option<LeadFate> {
    Some(match said {
        "won" | "closed won" | "customer" | "client" | "converted" => LeadFate::Won,
        "lost" | "closed lost" | "dead" => LeadFate::Lost,
        "disqualified" | "unqualified" | "junk" | "spam" => LeadFate::Disqualified,
        _ => return None,
    })
}

/// Names compared as people mean them.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    #[test]
    fn the_statuses_of_other_systems_are_known() {
        let playbook =
            starter("Roth", Teammate::new("maya", "Maya", "m@roth.example", Role::Owner));
        let stage = |said: &str| match playbook.pipeline.standing(said) {
            Some(Standing::In(stage)) => stage.key.clone(),
            other => panic!("{said}: {other:?}"),
        };
        for said in ["NEW", "OPEN", "Open - Not Contacted"] {
            assert_eq!(stage(said), "new");
        }
        for said in ["ATTEMPTED_TO_CONTACT", "Connected", "IN_PROGRESS", "Open Deal", "BAD_TIMING"]
        {
            assert_eq!(stage(said), "contacted");
        }
        assert_eq!(stage("Proposal delivered"), "proposal");
        let ended = |said| playbook.pipeline.standing(said);
        assert_eq!(ended("Closed - Won"), Some(Standing::Ended(LeadFate::Won)));
        assert_eq!(ended("who knows"), None);
    }
}
