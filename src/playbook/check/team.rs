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
        report.expect(stand_in != id, id, || format!("“{id}” cannot stand in for themselves."));
    }
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
