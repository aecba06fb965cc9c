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
const CAP_MAX: u32 = 10_000;
const WEIGHT_MAX: u32 = 100;

/// The field of the cap.
pub const CAP: &str = "cap";

/// The name of a field of the form: what it says of which rule or pool.
pub fn name(kind: &str, nth: usize, what: impl Display) -> String {
    format!("{kind}.{nth}.{what}")
}

/// The rules of a form that was drawn from these. Where a number cannot be read, it stands as it was
/// drawn; see [`unread`].
pub fn read(sent: &Sent, drawn: &Routing, playbook: &Playbook, words: Words) -> Routing {
    let is_there = |kind: &str, nth: usize| {
        let field = name(kind, nth, "name");
        sent.iter().any(|(known, _)| known == field)
    };
    let count = |kind: &str| sent.number(kind).map_or(0, |count| count as usize).min(MANY);
    let rules = (0..count("rules")).filter(|nth| is_there("rule", *nth));
    let pools = (0..count("pools")).filter(|nth| is_there("pool", *nth));
    Routing {
        fallback: sent.trimmed("fallback").to_owned(),
        open_unaccepted_max: cap(sent.trimmed(CAP)).unwrap_or(drawn.open_unaccepted_max),
        keep_person: sent.is_on("keep_person"),
        keep_firm: sent.is_on("keep_firm"),
        rules: rules.map(|nth| rule(sent, nth, playbook, words)).collect(),
        pools: pools.map(|nth| pool(sent, nth, (drawn, playbook))).collect(),
    }
}

/// What is typed where a number belongs and is none.
pub struct Unread {
    pub typed: String,
    pub wrong: Wrong,
}

/// Every number of a form that cannot be read, by its field in the form that these rules are drawn in.
pub fn unread(sent: &Sent, routing: &Routing, playbook: &Playbook, words: Words) -> Vec<Unread> {
    let no_number = |typed: &str, field: &str, most: u32| {
        let with = [("text", typed.into()), ("most", most.into())];
        let wrong = Wrong::with(field, words.fill("routing-no-number", &with));
        Unread { typed: typed.to_owned(), wrong }
    };
    let most = sent.trimmed(CAP);
    let mut unread = Vec::new();
    if cap(most).is_none() {
        unread.push(no_number(most, CAP, CAP_MAX));
    }
    for (nth, pool) in routing.pools.iter().enumerate() {
        let is_it = |nth: &usize| sent.trimmed(&name("pool", *nth, "key")) == pool.key;
        let Some(was) = (0..MANY).find(is_it) else { continue };
        for mate in &playbook.team {
            let field = |nth| name("pool", nth, format!("w.{}", mate.id));
            let typed = sent.trimmed(&field(was));
            if weight(typed).is_none() {
                unread.push(no_number(typed, &field(nth), WEIGHT_MAX));
            }
        }
    }
    unread
}

fn cap(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|cap| (1..=CAP_MAX).contains(cap))
}

/// The weight that is typed, nought where nothing is; none where it is no weight. Whoever is to get
/// nothing is left empty, as on their own page.
fn weight(typed: &str) -> Option<u32> {
    let is_weight = |it: &u32| (1..=WEIGHT_MAX).contains(it);
    if typed.is_empty() { Some(0) } else { typed.parse().ok().filter(is_weight) }
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

fn pool(sent: &Sent, nth: usize, (drawn, playbook): (&Routing, &Playbook)) -> Pool {
    let get = |what: &str| sent.get(&name("pool", nth, what));
    let key = get("key").trim();
    let was = drawn.pools.iter().find(|pool| pool.key == key);
    let was = was.map_or(&[][..], |pool| &pool.members[..]);
    let place = |id: &str| was.iter().position(|one| one.teammate == id);
    let mut members = Vec::new();
    for mate in playbook.team.iter().take(MANY) {
        let typed = sent.trimmed(&name("pool", nth, format!("w.{}", mate.id)));
        let as_it_is = || place(&mate.id).map_or(0, |place| was[place].weight);
        let weight = weight(typed).unwrap_or_else(as_it_is);
        if weight > 0 {
            members.push(Member { teammate: mate.id.clone(), weight });
        }
    }
    // Those who were in it stand as they stood.
    members.sort_by_key(|member| place(&member.teammate).unwrap_or(usize::MAX));
    Pool {
        key: key.to_owned(),
        name: one_line(get("name"), LINE_MAX),
        skills: skills(get("skills")),
        members,
    }
}

/// Pools that name somebody in force and would name nobody, so that they were everyone's.
pub fn emptied<'a>(routing: &'a Routing, live: &Routing) -> Vec<&'a Pool> {
    let had = |pool: &&Pool| {
        let mut live = live.pools.iter();
        live.any(|one| one.key == pool.key && !one.members.is_empty())
    };
    routing.pools.iter().filter(|pool| pool.members.is_empty()).filter(had).collect()
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

/// What the page stands at once a button has changed the rules: the same button of the rule that was
/// moved, or the rule or the pool that was added or looked at.
pub fn landing(routing: &Routing, button: &str, opened: Option<usize>) -> String {
    let (what, nth) = button.split_once('.').unwrap_or((button, ""));
    let nth = nth.parse().unwrap_or(usize::MAX);
    let at = |what: &str, nth: usize| format!("{what}.{nth}");
    let last = |count: usize| count.saturating_sub(1);
    let (rules, pools) = (last(routing.rules.len()), last(routing.pools.len()));
    match what {
        "up" if nth > 1 => at("up", nth - 1),
        "up" => at("down", 0),
        "down" if nth.saturating_add(1) < rules => at("down", nth + 1),
        "down" => at("up", rules),
        "rule" | "more" => opened.map_or(String::new(), |nth| at("rule", nth)),
        "delete" => at("rule", nth.min(rules)),
        "pool" => at("pool", pools),
        "unpool" => at("pool", nth.min(pools)),
        _ => String::new(),
    }
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
