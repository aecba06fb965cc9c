//! Checks what pools and rules ask people to be able to do.

use super::report::Report;
use super::routing::belongs;
use crate::playbook::{LEVEL_MAX, Playbook, Pool, Rule, SKILLS_MAX, Skill, Teammate};

/// Checks each skill that a pool, or a rule that gives to it, asks for by itself.
pub fn check(here: &str, needed: &[Skill], pool: &Pool, playbook: &Playbook, report: &mut Report) {
    let count = needed.len();
    report.expect(count <= SKILLS_MAX, "skills", || {
        format!("{here} needs {count} skills. {SKILLS_MAX} is the most.")
    });
    for skill in needed.iter().take(SKILLS_MAX) {
        let Skill { name, level } = skill;
        if !skill.is_well_formed() {
            report.say(
                name,
                format!(
                    "{here} needs “{skill}”, which is no skill of a level from 1 to {LEVEL_MAX}."
                ),
            );
            continue;
        }
        report.expect(somebody(pool, playbook, |mate| mate.has_skill(skill)), name, || match level {
            1 => format!("{here} needs the skill “{name}”, and nobody of it who works here has that."),
            _ => format!("{here} needs the skill “{name}” at level {level}, and nobody of it who works here has that."),
        });
    }
}

/// Says of a rule whose people each lack something that it and its pool ask for together.
pub fn nobody_has_all(rule: &Rule, playbook: &Playbook, report: &mut Report) {
    let Some(pool) = playbook.pool(&rule.pool).filter(|_| !rule.skills.is_empty()) else { return };
    let all = || pool.skills.iter().chain(&rule.skills).take(2 * SKILLS_MAX);
    let well = somebody(pool, playbook, |mate| all().all(|skill| mate.has_skill(skill)));
    report.expect(well, &rule.name, || {
        let (name, pool) = (&rule.name, &pool.name);
        format!("Nobody of “{pool}” has every skill that it and the rule “{name}” need. Its leads go to the fallback owner.")
    });
}

fn somebody(pool: &Pool, playbook: &Playbook, has: impl Fn(&Teammate) -> bool) -> bool {
    playbook.team.iter().any(|mate| mate.active && belongs(mate, pool) && has(mate))
}
