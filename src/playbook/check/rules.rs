//! Rules that can never match, and what is worth a second look: pools nobody is in, values nobody
//! can choose, territories that overlap.

use super::lists::MANY;
use super::report::Report;
use super::routing::belongs;
use super::skills;
use crate::lead::Lead;
use crate::playbook::condition::ends;
use crate::playbook::several::{ACCOUNT, TAGS};
use crate::playbook::{
    Condition, FieldKind, Playbook, Pool, Rule, Test, first_number, holds, same,
};

/// Facts that say where somebody is.
const TERRITORY: [&str; 4] = ["country", "region", "postcode", "city"];

/// Rules that are compared with one another.
const COMPARED_MAX: usize = 100;

/// Says of a rule whose conditions contradict one another that it can never match.
pub fn contradictions(rule: &Rule, report: &mut Report) {
    let all = &rule.conditions[..rule.conditions.len().min(MANY)];
    for (nth, one) in all.iter().enumerate() {
        for other in all[nth + 1..].iter().filter(|other| other.field == one.field) {
            let clash = contradict(one, other) || contradict(other, one);
            report.expect(!clash, &one.field, || {
                let (name, field) = (&rule.name, &one.field);
                format!("The rule “{name}” can never match: what it asks of “{field}” contradicts itself.")
            });
        }
    }
}

fn contradict(one: &Condition, other: &Condition) -> bool {
    let is_single = ![TAGS, ACCOUNT].contains(&one.field.as_str());
    let number = |condition: &Condition| condition.value.first().and_then(|one| first_number(one));
    match (one.is, other.is) {
        (Test::Unknown, is) => is != Test::Unknown,
        (Test::In, Test::NotIn) => one.value.iter().all(|value| names(other, value)),
        (Test::In, Test::In) => is_single && !one.value.iter().any(|value| names(other, value)),
        (Test::AtLeast, Test::AtMost) => {
            matches!((number(one), number(other)), (Some(least), Some(most)) if least > most)
        }
        _ => false,
    }
}

fn names(condition: &Condition, value: &str) -> bool {
    condition.value.iter().any(|one| same(one, value))
}

/// What may be meant, and is worth a second look.
pub fn hints(playbook: &Playbook, report: &mut Report) {
    let rules = playbook.routing.rules.iter().take(COMPARED_MAX);
    report.each("pool", &playbook.routing.pools, |pool, report| empty(pool, playbook, report));
    report.each("rule", rules, |rule, report| {
        for condition in rule.conditions.iter().take(MANY) {
            not_offered(rule, condition, playbook, report);
        }
        skills::nobody_has_all(rule, playbook, report);
    });
    overlaps(playbook, report);
}

fn empty(pool: &Pool, playbook: &Playbook, report: &mut Report) {
    let is_there = playbook.team.iter().any(|mate| mate.active && belongs(mate, pool));
    report.expect(is_there, &pool.key, || {
        let name = &pool.name;
        format!("Nobody of “{name}” works here now. Its leads go to the fallback owner.")
    });
}

fn not_offered(rule: &Rule, condition: &Condition, playbook: &Playbook, report: &mut Report) {
    let field = playbook.field(&condition.field).filter(|field| field.kind == FieldKind::Choice);
    let Some(field) = field.filter(|_| matches!(condition.is, Test::In | Test::NotIn)) else {
        return;
    };
    for value in condition.value.iter().take(MANY) {
        report.expect(field.options.iter().any(|option| same(option, value)), value, || {
            let (rule, label) = (&rule.name, &field.label);
            format!("The rule “{rule}” asks for “{value}”, which “{label}” does not offer.")
        });
    }
}

/// Two rules that ask only where somebody is, and take some of the same places.
fn overlaps(playbook: &Playbook, report: &mut Report) {
    let rules = &playbook.routing.rules;
    let rules = &rules[..rules.len().min(COMPARED_MAX)];
    for (nth, later) in rules.iter().enumerate().filter(|(_, rule)| is_territory(rule)) {
        let mut before = rules[..nth].iter().filter(|rule| is_territory(rule));
        let Some(first) = before.find(|first| overlap(first, later)) else { continue };
        let (first, name) = (&first.name, &later.name);
        report.nth("rule", nth, |report| {
            report.say(
                name,
                format!("“{first}” and “{name}” take some of the same places. “{first}” stands first and gets those."),
            );
        });
    }
}

fn is_territory(rule: &Rule) -> bool {
    let is_place = |one: &Condition| {
        TERRITORY.contains(&one.field.as_str())
            && matches!(one.is, Test::In | Test::Begins | Test::Between)
    };
    !rule.conditions.is_empty() && rule.conditions.iter().all(is_place)
}

/// Whether some place belongs to both. A narrower rule in front of a wider one is meant.
fn overlap(first: &Rule, later: &Rule) -> bool {
    let shared = |one: &&Condition| later.conditions.iter().any(|other| other.field == one.field);
    let count = first.conditions.iter().filter(shared).count();
    let is_narrower = first.conditions.len() > later.conditions.len();
    first.pool != later.pool
        && count > 0
        && !is_narrower
        && first.conditions.iter().filter(shared).all(|one| {
            let same_field = later.conditions.iter().filter(|other| other.field == one.field);
            let mut same_field = same_field;
            same_field.all(|other| reaches(one, other) || reaches(other, one))
        })
}

/// Whether something one condition names would fulfil the other.
fn reaches(one: &Condition, other: &Condition) -> bool {
    let fulfils = |place: &str| {
        let mut lead = Lead::default();
        if let Some(fact) = lead.profile.get_mut(&one.field) {
            *fact = place.to_owned();
        }
        holds(other, &lead)
    };
    one.value.iter().take(MANY).any(|value| match one.is {
        Test::Between => ends(value).is_some_and(|(from, to)| fulfils(from) || fulfils(to)),
        _ => fulfils(value),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Known, check, hints};
    use crate::playbook::fixture::house;
    use crate::playbook::{Condition, Field, FieldKind, Playbook, Pool, Rule, Test};

    fn rule(name: &str, pool: &str, when: &[(&str, Test, &str)]) -> Rule {
        let condition = |(field, is, value): &(&str, Test, &str)| Condition {
            field: (*field).into(),
            is: *is,
            value: value.split('|').filter(|one| !one.is_empty()).map(str::to_owned).collect(),
        };
        let conditions = when.iter().map(condition).collect();
        Rule { name: name.into(), pool: pool.into(), skills: Vec::new(), conditions }
    }

    fn with(rules: Vec<Rule>) -> Playbook {
        let mut playbook = house(&["ann", "ben"]);
        for key in ["north", "south"] {
            let (key, name) = (key.to_owned(), key.to_uppercase());
            playbook.routing.pools.push(Pool {
                key,
                name,
                skills: Vec::new(),
                members: Vec::new(),
            });
        }
        playbook.routing.rules.splice(0..0, rules);
        playbook
    }

    fn said(playbook: &Playbook) -> Vec<String> {
        hints(playbook).into_iter().map(|hint| hint.sentence).collect()
    }

    #[test]
    fn a_rule_that_contradicts_itself_can_never_match() {
        let known = || Known {
            signals: Vec::new(),
            behaviours: Vec::new(),
            not_rules: Vec::new(),
            template_fault: |_| None,
        };
        let faults =
            |when: &[(&str, Test, &str)]| check(&with(vec![rule("Odd", "north", when)]), &known());
        for when in [
            [("country", Test::In, "DE|FR"), ("country", Test::NotIn, "de|fr|IT")],
            [("score", Test::AtLeast, "60"), ("score", Test::AtMost, "40")],
            [("role", Test::Unknown, ""), ("role", Test::Contains, "head")],
            [("country", Test::In, "DE"), ("country", Test::In, "FR")],
        ] {
            let found = faults(&when);
            let is_said = |fault: &super::super::Fault| fault.sentence.contains("can never match");
            assert!(found.iter().any(is_said), "{when:?}");
        }
        for when in [
            [("country", Test::In, "DE|FR"), ("country", Test::NotIn, "FR")],
            [("score", Test::AtLeast, "40"), ("score", Test::AtMost, "40")],
            [("tags", Test::In, "vip"), ("tags", Test::In, "fair")],
        ] {
            assert_eq!(faults(&when), [], "{when:?}");
        }
    }

    #[test]
    fn territories_that_overlap_are_worth_a_second_look() {
        let hinted = |first: (&str, Test, &str), later: (&str, Test, &str)| {
            !said(&with(vec![rule("A", "north", &[first]), rule("B", "south", &[later])]))
                .is_empty()
        };
        assert!(hinted(("country", Test::In, "DE|FR"), ("country", Test::In, "FR|IT")));
        assert!(!hinted(("country", Test::In, "DE"), ("country", Test::In, "FR|IT")));
        assert!(hinted(("postcode", Test::Begins, "BD"), ("postcode", Test::Between, "BA..BZ")));
        assert!(hinted(
            ("postcode", Test::Between, "10000..12699"),
            ("postcode", Test::Between, "12000..14000")
        ));
        assert!(!hinted(
            ("postcode", Test::Between, "10000..11999"),
            ("postcode", Test::Between, "12000..14000")
        ));
        assert!(!hinted(("country", Test::In, "DE"), ("score", Test::AtLeast, "10")));
        let narrow =
            rule("Narrow", "north", &[("country", Test::In, "US"), ("region", Test::In, "NY")]);
        let wide = rule("Wide", "south", &[("country", Test::In, "US")]);
        assert_eq!(said(&with(vec![narrow, wide])), [""; 0]);
    }

    #[test]
    fn a_pool_nobody_is_in_and_a_value_nobody_can_choose_are_named() {
        let mut playbook =
            with(vec![rule("Boilers", "north", &[("product", Test::In, "boiler|oven")])]);
        playbook.fields = vec![Field {
            key: "product".into(),
            label: "Product".into(),
            kind: FieldKind::Choice,
            options: vec!["Boiler".into()],
            active: true,
        }];
        playbook.routing.pools[1].members =
            vec![crate::playbook::Member { teammate: "ben".into(), weight: 1 }];
        playbook.team[1].active = false;
        let expected = [
            "Nobody of “NORTH” works here now. Its leads go to the fallback owner.",
            "The rule “Boilers” asks for “oven”, which “Product” does not offer.",
        ];
        assert_eq!(said(&playbook), expected);
    }
}
