//! Checks what pools and rules ask people to be able to do, and whether anybody here can.

use super::report::Report;
use super::routing::belongs;
use crate::playbook::{LEVEL_MAX, Playbook, Pool, Rule, SKILLS_MAX, Skill, Teammate};

/// Checks each skill that a pool, or a rule that gives to it, asks for.
pub fn check(here: &str, needed: &[Skill], report: &mut Report) {
    let count = needed.len();
    report.expect(count <= SKILLS_MAX, "skills", || {
        format!("{here} needs {count} skills. {SKILLS_MAX} is the most.")
    });
    for skill in needed.iter().take(SKILLS_MAX) {
        report.expect(skill.is_well_formed(), &skill.name, || {
            format!("{here} needs “{skill}”, which is no skill of a level from 1 to {LEVEL_MAX}.")
        });
    }
}

/// Says of a pool that nobody of it works here, or has a skill it asks for. People leave, so that it
/// keeps nothing from coming into force.
pub fn of_pool(pool: &Pool, playbook: &Playbook, report: &mut Report) {
    let name = &pool.name;
    if somebody(pool, playbook, |_| true) {
        each(&format!("The pool “{name}”"), &pool.skills, pool, playbook, report);
    } else {
        let empty =
            format!("Nobody of “{name}” works here now. Its leads go to the fallback owner.");
        report.say(&pool.key, empty);
    }
}

/// Says of a rule that nobody it gives to has a skill it asks for, or all that it and its pool ask
/// for together.
pub fn of_rule(rule: &Rule, playbook: &Playbook, report: &mut Report) {
    let Some(pool) = playbook.pool(&rule.pool).filter(|_| !rule.skills.is_empty()) else { return };
    if !somebody(pool, playbook, |_| true) {
        return;
    }
    let before = report.count();
    each(&format!("The rule “{}”", rule.name), &rule.skills, pool, playbook, report);
    let all = || pool.skills.iter().chain(&rule.skills).take(2 * SKILLS_MAX);
    let well = somebody(pool, playbook, |mate| all().all(|skill| mate.has_skill(skill)));
    report.expect(well || report.count() > before, &rule.name, || {
        let (name, pool) = (&rule.name, &pool.name);
        format!("Nobody of “{pool}” has every skill that it and the rule “{name}” need. Its leads go to the fallback owner.")
    });
}

/// Each skill by itself.
fn each(here: &str, needed: &[Skill], pool: &Pool, playbook: &Playbook, report: &mut Report) {
    for skill in needed.iter().take(SKILLS_MAX) {
        let Skill { name, level } = skill;
        report.expect(somebody(pool, playbook, |mate| mate.has_skill(skill)), name, || match level {
            1 => format!("{here} needs the skill “{name}”, and nobody of it who works here has that. Its leads go to the fallback owner."),
            _ => format!("{here} needs the skill “{name}” at level {level}, and nobody of it who works here has that. Its leads go to the fallback owner."),
        });
    }
}

fn somebody(pool: &Pool, playbook: &Playbook, has: impl Fn(&Teammate) -> bool) -> bool {
    playbook.team.iter().any(|mate| mate.active && belongs(mate, pool) && has(mate))
}
