//! The parts a playbook is made of, as its owner knows them: what a version changed, and what of an
//! earlier one is to count again.

use super::Playbook;

/// A part of the playbook that is changed and taken back as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The firm and its hours.
    Company,
    Team,
    Sources,
    Fields,
    Tags,
    Qualification,
    Scoring,
    Routing,
    /// The promised times.
    Promise,
    /// Sequences, letters and when they may go out.
    Followup,
    Pipeline,
}

impl Part {
    /// All of them, in the order of the text.
    pub const ALL: [Part; 11] = [
        Part::Company,
        Part::Team,
        Part::Sources,
        Part::Fields,
        Part::Tags,
        Part::Qualification,
        Part::Scoring,
        Part::Routing,
        Part::Promise,
        Part::Followup,
        Part::Pipeline,
    ];

    /// As forms call it.
    pub fn key(self) -> &'static str {
        match self {
            Part::Company => "company",
            Part::Team => "team",
            Part::Sources => "sources",
            Part::Fields => "fields",
            Part::Tags => "tags",
            Part::Qualification => "qualification",
            Part::Scoring => "scoring",
            Part::Routing => "routing",
            Part::Promise => "promise",
            Part::Followup => "followup",
            Part::Pipeline => "pipeline",
        }
    }

    /// The part of this key.
    pub fn of(key: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.key() == key)
    }

    /// The part that a table of the text belongs to, by the first word of its heading.
    fn of_table(root: &str) -> Part {
        match root {
            "teammate" => Part::Team,
            "source" => Part::Sources,
            "field" => Part::Fields,
            "tag" => Part::Tags,
            "qualification" => Part::Qualification,
            "scoring" => Part::Scoring,
            "routing" => Part::Routing,
            "sla" => Part::Promise,
            "followup" | "sequence" | "template" => Part::Followup,
            "pipeline" => Part::Pipeline,
            _ => Part::Company,
        }
    }

    /// What a text says about this part, line by line, without comments and empty lines.
    pub fn lines(self, text: &str) -> Vec<&str> {
        let is_said = |(part, line): &(Part, &str)| *part == self && !is_no_rule(*part, line);
        lines(text).filter(is_said).map(|(_, line)| line).collect()
    }

    /// The same without the figures of a learned model, which tell a person nothing; and those.
    pub fn lines_and_figures(self, text: &str) -> (Vec<&str>, Vec<&str>) {
        let mut within = "";
        self.lines(text).into_iter().partition(|line| {
            if line.starts_with('[') {
                within = line.trim_matches(['[', ']']);
            }
            let is_scale = ["steps =", "worth ="].iter().any(|key| line.starts_with(key));
            !(within.starts_with("scoring.learned.model")
                || within == "scoring.learned" && is_scale)
        })
    }

    /// Makes this part what it is in another playbook.
    pub fn take_over(self, playbook: &mut Playbook, from: &Playbook) {
        match self {
            Part::Company => {
                playbook.business.clone_from(&from.business);
                playbook.hours.clone_from(&from.hours);
            }
            Part::Team => playbook.team.clone_from(&from.team),
            Part::Sources => playbook.sources.clone_from(&from.sources),
            Part::Fields => playbook.fields.clone_from(&from.fields),
            Part::Tags => playbook.tags.clone_from(&from.tags),
            Part::Qualification => playbook.qualification.clone_from(&from.qualification),
            Part::Scoring => {
                // When the model was looked at last is no rule to bring back.
                let reviewed = playbook.scoring.reviewed;
                playbook.scoring.clone_from(&from.scoring);
                playbook.scoring.reviewed = reviewed;
            }
            Part::Routing => playbook.routing.clone_from(&from.routing),
            Part::Promise => playbook.sla.clone_from(&from.sla),
            Part::Followup => {
                playbook.followup.clone_from(&from.followup);
                playbook.sequences.clone_from(&from.sequences);
                playbook.templates.clone_from(&from.templates);
            }
            Part::Pipeline => playbook.pipeline.clone_from(&from.pipeline),
        }
    }
}

/// The parts that one text says otherwise than another, in their order.
///
/// Texts are compared and not what they mean, so that a long list of versions is told apart quickly;
/// comments and empty lines do not count.
pub fn changed(before: &str, after: &str) -> Vec<Part> {
    let differs = |part: &Part| part.lines(before) != part.lines(after);
    Part::ALL.into_iter().filter(differs).collect()
}

/// Whether two playbooks have the same rules, whenever somebody looked at the model last.
pub fn same_rules(before: &Playbook, after: &Playbook) -> bool {
    let mut before = before.clone();
    before.scoring.reviewed = after.scoring.reviewed;
    before == *after
}

/// Whether all that a later playbook says is that somebody has looked at the model and lets it stand.
pub fn is_review(before: &Playbook, after: &Playbook) -> bool {
    before.scoring.reviewed != after.scoring.reviewed && same_rules(before, after)
}

/// Whether a line only says when a model was looked at last, or begins the table that may say no more.
fn is_no_rule(part: Part, line: &str) -> bool {
    part == Part::Scoring && (line.starts_with("reviewed =") || line == "[scoring]")
}

/// The lines of a text that say something, each with the part it belongs to.
fn lines(text: &str) -> impl Iterator<Item = (Part, &str)> {
    let mut reading = Reading::default();
    text.lines().map(str::trim_end).filter_map(move |line| reading.next(line))
}

/// Where in a text one is.
#[derive(Default)]
struct Reading {
    /// The part whose table was begun last; none before the first one.
    within: Option<Part>,
    /// The quotes that a text of several lines began with.
    quoted: Option<&'static str>,
}

impl Reading {
    fn next<'a>(&mut self, line: &'a str) -> Option<(Part, &'a str)> {
        let was_quoted = self.quoted.is_some();
        let turns = |quote: &&str| line.matches(*quote).count() % 2 == 1;
        match self.quoted {
            Some(quote) if turns(&quote) => self.quoted = None,
            Some(_) => {}
            None => self.quoted = ["\"\"\"", "'''"].into_iter().find(turns),
        }
        if !was_quoted && (line.is_empty() || line.trim_start().starts_with('#')) {
            return None;
        }
        if let Some(heading) = line.strip_prefix('[').filter(|_| !was_quoted) {
            let root = heading.trim_start_matches('[').split(['.', ']']).next();
            self.within = Some(Part::of_table(root.unwrap_or_default().trim()));
        }
        let root = || line.split(['=', '.']).next().unwrap_or_default().trim();
        Some((self.within.unwrap_or_else(|| Part::of_table(root())), line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::fixture::{at, house};

    #[test]
    fn what_was_changed_is_told_by_its_part() {
        let before = house(&["maya", "tom"]);
        let told = |change: fn(&mut Playbook)| {
            let mut after = before.clone();
            change(&mut after);
            changed(&before.to_text(), &after.to_text())
        };
        assert_eq!(told(|_| ()), []);
        assert_eq!(told(|after| after.scoring.tiers.urgent = 90), [Part::Scoring]);
        assert_eq!(told(|after| after.business.name = "Ek".into()), [Part::Company]);
        let both = told(|after| {
            after.team[0].name = "Mia".into();
            after.followup.instant_reply = "hello".into();
        });
        assert_eq!(both, [Part::Team, Part::Followup]);
    }

    #[test]
    fn every_part_can_be_taken_over_and_then_nothing_differs() {
        let before = house(&["maya", "tom"]);
        let mut after = crate::playbook::starter("Ek", before.team[0].clone());
        after.business.name = "Ek".into();
        assert!(changed(&before.to_text(), &after.to_text()).len() > 3);
        for part in Part::ALL {
            part.take_over(&mut after, &before);
            assert!(!changed(&before.to_text(), &after.to_text()).contains(&part), "{part:?}");
            assert_eq!(Part::of(part.key()), Some(part));
        }
        assert_eq!(after.sealed(), before.sealed());
    }

    #[test]
    fn when_the_model_was_looked_at_stays_and_makes_no_difference() {
        let of_the_fixture = house(&["maya"]);
        let started = crate::playbook::starter("Ek", of_the_fixture.team[0].clone());
        for then in [of_the_fixture, started] {
            let mut now = then.clone();
            now.scoring.reviewed = Some(at("2026-05-08T16:00"));
            assert_eq!(changed(&then.to_text(), &now.to_text()), []);
            let kept = now.scoring.reviewed;
            Part::Scoring.take_over(&mut now, &then);
            assert_eq!(now.scoring.reviewed, kept);
        }
    }

    #[test]
    fn who_looks_at_the_model_and_lets_it_stand_changes_no_rule() {
        let before = house(&["maya"]);
        let mut after = before.clone();
        let told = |after: &Playbook| (same_rules(&before, after), is_review(&before, after));
        assert_eq!(told(&after), (true, false));
        after.scoring.reviewed = Some(at("2026-05-08T16:00"));
        assert_eq!(told(&after), (true, true));
        after.scoring.tiers.urgent += 1;
        assert_eq!(told(&after), (false, false));
    }

    #[test]
    fn comments_and_empty_lines_change_nothing() {
        let text = "[scoring]\ncaps = 1\n";
        assert_eq!(changed(text, "# Ours.\n\n[scoring]\n  # why\ncaps = 1"), []);
        assert_eq!(changed(text, "[scoring]\ncaps = 2\n[[tag]]\n"), [Part::Tags, Part::Scoring]);
    }

    #[test]
    fn what_stands_within_a_letter_is_the_letter() {
        let text = "[[template]]\nbody = '''\nDear Ana,\n[tag]\n# 1 of 3\n'''\nkey = \"a\"\n";
        assert_eq!(Part::Followup.lines(text).len(), 7);
        assert_eq!(Part::Tags.lines(text), Vec::<&str>::new());
    }
}
