//! Checks who works here, and who stands in for whom.

use super::lists::{MANY, check_keys, check_known, twice};
use super::report::Report;
use super::shape::is_address;
use crate::playbook::{LEVEL_MAX, Playbook, SKILL_CHARS_MAX, SKILLS_MAX, Skill, Teammate};
use jiff::tz::TimeZone;

pub fn check(playbook: &Playbook, report: &mut Report) {
    check_keys("teammate", ids(playbook), report);
    report.expect(playbook.team.iter().any(|mate| mate.active), "", || {
        "Somebody has to work here. Name at least one active teammate.".into()
    });
    report.each("teammate", &playbook.team, |mate, report| teammate(mate, playbook, report));
    circles(playbook, report);
}

/// Says of managers that lead back to where they began that they do, once of each circle.
fn circles(playbook: &Playbook, report: &mut Report) {
    let mut said: Vec<&str> = Vec::new();
    for (nth, mate) in playbook.team.iter().enumerate().take(MANY) {
        let line = playbook.managers_of(&mate.id);
        let goes_round = line.len() > 1 && line.last().is_some_and(|last| last.id == mate.id);
        if !goes_round || said.contains(&&*mate.id) {
            continue;
        }
        said.extend(line.iter().map(|one| &*one.id));
        let names = [mate].into_iter().chain(line).map(|one| &*one.name);
        let names = names.collect::<Vec<_>>().join(" → ");
        report.nth("teammate", nth, |report| {
            report.say(
                "manager",
                format!(
                    "Managers go round in a circle: {names}. Leave one of them without a manager."
                ),
            );
        });
    }
}

/// What of the team is worth a second look: two people of one name.
pub fn hints(playbook: &Playbook, report: &mut Report) {
    twice(playbook.team.iter().map(|mate| &*mate.name), "teammate", report, |name| {
        format!("Two teammates are called “{name}”. Whoever reads the name cannot tell them apart.")
    });
}

/// The ids of everyone.
pub fn ids(playbook: &Playbook) -> impl Iterator<Item = &str> {
    playbook.team.iter().map(|mate| mate.id.as_str())
}

fn teammate(mate: &Teammate, playbook: &Playbook, report: &mut Report) {
    let id = &mate.id;
    report.expect(!mate.name.trim().is_empty(), "name", || {
        format!("The teammate “{id}” needs a name.")
    });
    report.expect(is_address(&mate.email), "email", || {
        format!("The teammate “{id}” needs an e-mail address; “{}” is none.", mate.email)
    });
    for stand_in in [&mate.backup, &mate.manager].into_iter().filter(|other| !other.is_empty()) {
        check_known("teammate", &format!("The teammate “{id}”"), stand_in, ids(playbook), report);
    }
    let name = if mate.name.trim().is_empty() { id } else { &mate.name };
    report.expect(mate.backup != *id, "backup", || {
        format!("“{name}” cannot stand in for themselves.")
    });
    report.expect(mate.manager != *id, "manager", || {
        format!("“{name}” cannot be their own manager. Name somebody else, or nobody.")
    });
    report.expect(mate.hours.as_ref().is_none_or(|week| !week.is_empty()), "hours", || {
        format!("“{id}” has hours of their own and is never there. Name a day, or leave them out.")
    });
    report.expect(mate.away.iter().all(|away| away.from <= away.to), "away", || {
        format!("A time away of “{id}” ends before it begins.")
    });
    report.expect(mate.open_unaccepted_max != Some(0), "open_unaccepted_max", || {
        format!("“{id}” may hold no open lead. Give 1 or more, or mark them as inactive.")
    });
    report.expect(
        mate.time_zone.is_empty() || TimeZone::get(&mate.time_zone).is_ok(),
        "time_zone",
        || {
            format!(
                "There is no time zone “{}” for “{id}” to live in. Write it like Europe/London.",
                mate.time_zone
            )
        },
    );
    report.expect((1..=100).contains(&mate.weight), "weight", || {
        format!("“{id}” has the weight {}. It must lie between 1 and 100.", mate.weight)
    });
    let well = mate.skills.len() <= SKILLS_MAX && mate.skills.iter().all(Skill::is_well_formed);
    report.expect(well, "skills", || {
        format!(
            "“{id}” may have {SKILLS_MAX} skills of 1 to {SKILL_CHARS_MAX} characters each, without commas, and levels from 1 to {LEVEL_MAX}."
        )
    });
    report.expect(mate.away.len() <= MANY, "away", || {
        format!("“{id}” is away {} times. {MANY} is the most.", mate.away.len())
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::fixture::house;

    fn said(playbook: &Playbook) -> Vec<String> {
        let mut report = Report::default();
        check(playbook, &mut report);
        report.faults().into_iter().map(|fault| fault.sentence).collect()
    }

    #[test]
    fn managers_that_lead_back_to_where_they_began_are_named_once() {
        let mut playbook = house(&["ann", "ben", "cleo", "dov"]);
        for (nth, manager) in ["ben", "cleo", "ben", ""].into_iter().enumerate() {
            playbook.team[nth].manager = manager.into();
        }
        assert_eq!(
            said(&playbook),
            [
                "Managers go round in a circle: Ben → Cleo → Ben. Leave one of them without a manager."
            ]
        );
        playbook.team[2].manager = "dov".into();
        assert_eq!(said(&playbook), [""; 0]);
        playbook.team[0].backup = "ben".into();
        playbook.team[1].backup = "ann".into();
        assert_eq!(said(&playbook), [""; 0], "two may cover for one another");
    }

    #[test]
    fn nobody_is_their_own_manager_or_backup() {
        let mut playbook = house(&["ann", "ben"]);
        playbook.team[1].manager = "ben".into();
        assert_eq!(
            said(&playbook),
            ["“Ben” cannot be their own manager. Name somebody else, or nobody."]
        );
        playbook.team[1].manager.clear();
        playbook.team[1].backup = "ben".into();
        assert_eq!(said(&playbook), ["“Ben” cannot stand in for themselves."]);
    }
}
