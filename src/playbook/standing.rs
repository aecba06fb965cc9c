//! Where a lead stands, in the words of the system it comes from.

use super::{Pipeline, Stage, ends};
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
        let said = &*plain(said);
        let named = |is: &dyn Fn(&str) -> bool| {
            let mut stages = self.stages.iter();
            stages.find(|stage| is(&plain(&stage.key)) || is(&plain(&stage.name)))
        };
        let usual = || {
            if ends::NEW.contains(&said) {
                return self.stages.first();
            }
            if ends::CONTACTED.contains(&said) {
                return self.stages.get(1);
            }
            let alike = ends::STAGES.iter().find(|words| words.contains(&said))?;
            named(&|own| alike.contains(&own))
        };
        let stage = named(&|own| own == said).or_else(usual);
        stage.map(Standing::In).or_else(|| ended(said).map(Standing::Ended))
    }

    /// Whether an arrival tells of something that is over, and so belongs to no lead that is open.
    pub fn is_over(&self, arrival: &Arrival) -> bool {
        let stage = arrival.stage.as_deref().filter(|_| arrival.quiet);
        let standing = stage.and_then(|said| self.standing(said));
        matches!(standing, Some(Standing::Ended(fate)) if fate != LeadFate::Open)
    }
}

fn ended(said: &str) -> Option<LeadFate> {
    let ends = [
        (ends::WON, LeadFate::Won),
        (ends::LOST, LeadFate::Lost),
        (ends::DISQUALIFIED, LeadFate::Disqualified),
    ];
    ends.into_iter().find(|(words, _)| words.contains(&said)).map(|(_, fate)| fate)
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
        assert_eq!(stage("Offen"), "new");
        assert_eq!(stage("In Bearbeitung"), "contacted");
        for said in ["Proposal delivered", "Angebot", "Devis envoyé"] {
            assert_eq!(stage(said), "proposal");
        }
        let ended = |said| playbook.pipeline.standing(said);
        for said in ["Closed - Won", "Gewonnen", "Gagnée", "Vinta"] {
            assert_eq!(ended(said), Some(Standing::Ended(LeadFate::Won)), "{said}");
        }
        for said in ["Closed Lost", "Verloren", "Perdido", "Archived"] {
            assert_eq!(ended(said), Some(Standing::Ended(LeadFate::Lost)), "{said}");
        }
        assert_eq!(ended("Disqualifiziert"), Some(Standing::Ended(LeadFate::Disqualified)));
        for said in ["who knows", "yes", "1", "pending"] {
            assert_eq!(ended(said), None, "{said}");
        }
    }
}
