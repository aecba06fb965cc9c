//! The rules as they stand in a form: all of them go along with every button, so that they can be
//! moved, tried and thrown away before anything comes into force.

use super::super::condition::{self, values};
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::playbook::{Member, Playbook, Pool, Routing, Rule, Skill, free_key};
use crate::shell::web::lead::{Sent, Wrong};
use std::fmt::Display;

/// The most rules, pools and conditions that are read from a form, and characters of a line.
const MANY: usize = 500;
const CONDITIONS_MAX: usize = 20;
pub const LINE_MAX: usize = 200;

/// The largest cap and the largest weight.
const CAP_MAX: u64 = 10_000;
const WEIGHT_MAX: u64 = 100;

/// The name of a field of the form: what it says of which rule or pool.
pub fn name(kind: &str, nth: usize, what: impl Display) -> String {
    format!("{kind}.{nth}.{what}")
}

/// The rules of a form, and the first thing in it that cannot be read.
pub fn read(sent: &Sent, playbook: &Playbook, words: Words) -> (Routing, Option<Wrong>) {
    let mut wrong = None;
    let now = &playbook.routing;
    let is_there = |kind: &str, nth: usize| {
        let field = name(kind, nth, "name");
        sent.iter().any(|(known, _)| known == field)
    };
    let count = |kind: &str| sent.number(kind).map_or(0, |count| count as usize).min(MANY);
    let rules = (0..count("rules")).filter(|nth| is_there("rule", *nth));
    let pools = (0..count("pools")).filter(|nth| is_there("pool", *nth));
    let most = sent.trimmed("cap");
    let cap = match most.parse::<u64>() {
        Ok(cap) if (1..=CAP_MAX).contains(&cap) => u32::try_from(cap).unwrap_or(u32::MAX),
        _ => {
            let with = [("text", most.into()), ("most", CAP_MAX.into())];
            wrong = Some(Wrong::with("cap", words.fill("routing-no-number", &with)));
            now.open_unaccepted_max
        }
    };
    let routing = Routing {
        fallback: sent.trimmed("fallback").to_owned(),
        open_unaccepted_max: cap,
        keep_person: sent.is_on("keep_person"),
        keep_firm: sent.is_on("keep_firm"),
        rules: rules.map(|nth| rule(sent, nth, playbook, words)).collect(),
        pools: pools.map(|nth| pool(sent, nth, playbook, &mut wrong, words)).collect(),
    };
    (routing, wrong)
}

fn rule(sent: &Sent, nth: usize, playbook: &Playbook, words: Words) -> Rule {
    let asked = |place| condition::read(sent, &name("rule", nth, place), playbook, words);
    Rule {
        name: one_line(sent.get(&name("rule", nth, "name")), LINE_MAX),
        pool: sent.trimmed(&name("rule", nth, "pool")).to_owned(),
        skills: skills(sent.get(&name("rule", nth, "skills"))),
        conditions: (0..CONDITIONS_MAX).filter_map(asked).collect(),
    }
}

fn skills(text: &str) -> Vec<Skill> {
    values(text).into_iter().map(Skill::from).collect()
}

fn pool(
    sent: &Sent,
    nth: usize,
    playbook: &Playbook,
    wrong: &mut Option<Wrong>,
    words: Words,
) -> Pool {
    let get = |what: &str| sent.get(&name("pool", nth, what));
    let mut members = Vec::new();
    for mate in playbook.team.iter().take(MANY) {
        let field = name("pool", nth, format!("w.{}", mate.id));
        let typed = sent.trimmed(&field);
        match typed.parse::<u64>() {
            _ if typed.is_empty() => {}
            Ok(0) => {}
            Ok(weight) if weight <= WEIGHT_MAX => {
                let weight = u32::try_from(weight).unwrap_or(1);
                members.push(Member { teammate: mate.id.clone(), weight });
            }
            _ => {
                let with = [("text", typed.into()), ("most", WEIGHT_MAX.into())];
                wrong.get_or_insert(Wrong::with(&field, words.fill("routing-no-number", &with)));
            }
        }
    }
    let key = get("key").trim();
    // Those who were in it stand as they stood.
    members.sort_by_key(|member| {
        let was = playbook.pool(key).map_or(&[][..], |pool| &pool.members);
        was.iter().position(|one| one.teammate == member.teammate).unwrap_or(usize::MAX)
    });
    Pool {
        key: key.to_owned(),
        name: one_line(get("name"), LINE_MAX),
        skills: skills(get("skills")),
        members,
    }
}

/// The keys of pools that named somebody and name nobody now, so that they are everyone's.
pub fn emptied(routing: &Routing, before: &Routing) -> String {
    let had = |pool: &&Pool| {
        let mut before = before.pools.iter();
        before.any(|one| one.key == pool.key && !one.members.is_empty())
    };
    let empty = routing.pools.iter().filter(|pool| pool.members.is_empty()).filter(had);
    empty.map(|pool| pool.key.as_str()).collect::<Vec<_>>().join(",")
}

/// What a button changes of the rules in the form, before they are drawn again. Answers the place of
/// the rule to be looked at, if there is one.
pub fn changed(routing: &mut Routing, button: &str) -> Option<usize> {
    let (what, nth) = button.split_once('.').unwrap_or((button, ""));
    let nth = nth.parse().unwrap_or(usize::MAX);
    let (rules, pools) = (&mut routing.rules, &mut routing.pools);
    match what {
        "up" if nth > 0 && nth < rules.len() => rules.swap(nth, nth - 1),
        "down" if nth.saturating_add(1) < rules.len() => rules.swap(nth, nth + 1),
        "delete" if nth < rules.len() => drop(rules.remove(nth)),
        "more" if nth < rules.len() => return Some(nth),
        "rule" if rules.len() < MANY => {
            let place = rules.iter().position(|rule| rule.conditions.is_empty());
            let place = place.unwrap_or(rules.len());
            let pool = pools.first().map_or(String::new(), |pool| pool.key.clone());
            rules.insert(
                place,
                Rule { name: String::new(), pool, skills: Vec::new(), conditions: Vec::new() },
            );
            return Some(place);
        }
        "pool" if pools.len() < MANY => {
            let key = free_key("pool", |key| pools.iter().any(|one| one.key == key));
            let (name, skills, members) = (String::new(), Vec::new(), Vec::new());
            pools.push(Pool { key, name, skills, members });
        }
        "unpool" if nth < pools.len() => drop(pools.remove(nth)),
        _ => {}
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_button_reaches_beyond_the_rules() {
        let playbook = crate::playbook::starter(
            "Ek",
            crate::playbook::Teammate::new("ek", "Ek", "", crate::playbook::Role::Owner),
        );
        for button in ["up.0", "up.999", "down.999", "delete.999", "down.x", "unpool.77", "", "."] {
            let mut routing = playbook.routing.clone();
            changed(&mut routing, button);
            assert_eq!(routing, playbook.routing, "{button}");
        }
        let mut routing = playbook.routing.clone();
        let place = changed(&mut routing, "rule").expect("a place");
        assert_eq!(routing.rules.len(), playbook.routing.rules.len() + 1);
        assert!(place < routing.rules.len() - 1, "before the one that takes everything");
        changed(&mut routing, &format!("delete.{place}"));
        assert_eq!(routing, playbook.routing);
    }
}
