//! The playbook a new house opens with, written as the text its owner would edit.
//!
//! It stands beside this file: `playbook.toml` is how leads are handled, `letters.toml` the words.

use super::{Playbook, Teammate};

const TEXT: &str =
    concat!(include_str!("starter/playbook.toml"), include_str!("starter/letters.toml"));

/// The playbook a new house opens with, for its first owner.
///
/// In a house of one every pool is that person, who is also the fallback owner.
pub fn starter(business: &str, owner: Teammate) -> Playbook {
    let mut playbook = Playbook::from_text(TEXT).expect("a test reads this very text");
    playbook.business.name = business.to_owned();
    playbook.routing.fallback = owner.id.clone();
    playbook.team = vec![owner];
    playbook
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::Tier;
    use crate::playbook::Role;

    fn opened() -> Playbook {
        starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
    }

    #[test]
    fn the_starter_reads_back_from_its_own_text_without_loss() {
        let playbook = opened();
        assert_eq!(Playbook::from_text(&playbook.to_text()), Ok(playbook));
    }

    #[test]
    fn a_new_house_has_one_teammate_who_takes_what_nobody_else_can() {
        let playbook = opened();
        assert_eq!(playbook.business.name, "Roth & Co");
        assert_eq!(playbook.routing.fallback, "maya");
        assert_eq!(playbook.team.len(), 1);
    }

    #[test]
    fn a_new_house_has_the_four_doors_everybody_may_count_on() {
        let playbook = opened();
        let form = playbook.source("website").map(|source| source.form.as_str());
        assert_eq!(form, Some("contact"));
        assert!(["api", "import", "manual"].iter().all(|key| playbook.source(key).is_some()));
    }

    #[test]
    fn urgent_leads_are_answered_in_five_minutes_and_high_ones_the_same_day() {
        let clocks = &opened().sla.clock;
        let urgent = &clocks[&Tier::Urgent];
        assert_eq!((urgent.respond_minutes, urgent.business_time), (5, false));
        let high = &clocks[&Tier::High];
        assert_eq!((high.respond_minutes, high.same_day), (240, true));
        assert_eq!(clocks.len(), 2);
    }

    #[test]
    fn every_letter_that_was_not_asked_for_says_how_to_stop_them() {
        for letter in opened().templates {
            let asked_for = letter.key == "instant_reply";
            assert_eq!(
                !letter.body.contains("{{ unsubscribe_link }}"),
                asked_for,
                "{}",
                letter.key
            );
        }
    }

    #[test]
    fn every_step_that_writes_has_its_letter() {
        let playbook = opened();
        let steps = playbook.sequences.iter().flat_map(|sequence| &sequence.steps);
        for step in steps.filter(|step| !step.template.is_empty()) {
            assert!(playbook.template(&step.template).is_some(), "{}", step.template);
        }
    }
}
