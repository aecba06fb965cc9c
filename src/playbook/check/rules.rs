//! Rules that can never match or come too late, and what is worth a second look: pools nobody is in,
//! values nobody can choose, territories that overlap.

use super::lists::MANY;
use super::report::Report;
use super::routing::{CONDITIONS_MAX, condition};
use super::{off, postcodes, reach, skills, unusual};
use crate::lead::profile::{countries_of, letters_begin_postcodes};
use crate::playbook::condition::{ends, label};
use crate::playbook::{
    Condition, FieldKind, Playbook, Rule, Test, Tiers, first_number, same, yes_or_no,
};

/// Facts that say where somebody is.
const TERRITORY: [&str; 4] = ["country", "region", "postcode", "city"];

/// Rules that are compared with one another.
const COMPARED_MAX: usize = 100;

/// Checks conditions that must all hold: each by itself, and then whether anything can meet them.
pub fn conditions(
    table: &'static str,
    here: &str,
    all: &[Condition],
    playbook: &Playbook,
    report: &mut Report,
) {
    let before = report.count();
    let all = &all[..all.len().min(CONDITIONS_MAX)];
    report.each(table, all, |one, report| condition(one, here, playbook, report));
    if let Some(field) = reach::impossible(all).filter(|_| report.count() == before) {
        let label = label(playbook, field);
        report.say(
            field,
            format!("{here} can never match: nothing can meet what it asks of “{label}”."),
        );
    }
}

/// What may be meant, and is worth a second look.
pub fn hints(playbook: &Playbook, report: &mut Report) {
    let rules = playbook.routing.rules.iter().take(COMPARED_MAX);
    report.each("pool", &playbook.routing.pools, |pool, report| {
        skills::of_pool(pool, playbook, report)
    });
    report.each("rule", rules, |rule, report| {
        let here = format!("The rule “{}”", rule.name);
        for condition in rule.conditions.iter().take(MANY) {
            not_offered(rule, condition, playbook, report);
            unusual::of(&rule.name, condition, playbook, report);
            range_as_value(&here, condition, playbook, report);
            off::shut(&here, condition, playbook, report);
        }
        let misses = reach::misses_tier(&rule.conditions, &playbook.scoring.tiers);
        let is_said = reach::impossible(&rule.conditions).is_some();
        report.expect(!misses || is_said, &rule.name, || {
            let name = &rule.name;
            format!("The rule “{name}” can never match: no score it asks for is of the tier it asks for.")
        });
        postcodes::out_of_reach(&here, &rule.conditions, playbook, report);
        off::asked_for(&here, rule.conditions.iter().map(|one| &*one.field), playbook, report);
        skills::of_rule(rule, playbook, report);
    });
    taken_before(playbook, report);
}

fn not_offered(rule: &Rule, condition: &Condition, playbook: &Playbook, report: &mut Report) {
    let field = playbook.field(&condition.field);
    let Some(field) = field.filter(|_| matches!(condition.is, Test::In | Test::NotIn)) else {
        return;
    };
    let (rule, label) = (&rule.name, &field.label);
    for value in condition.value.iter().take(MANY) {
        match field.kind {
            FieldKind::Choice => {
                let is_offered = field.options.iter().any(|option| same(option, value));
                report.expect(is_offered, value, || {
                    format!("The rule “{rule}” asks for “{value}”, which “{label}” does not offer.")
                });
            }
            FieldKind::Number => report.expect(first_number(value).is_some(), value, || {
                format!("The rule “{rule}” asks for “{value}”, and “{label}” holds numbers.")
            }),
            FieldKind::YesNo => report.expect(yes_or_no(value).is_some(), value, || {
                format!("The rule “{rule}” asks for “{value}”, and “{label}” is yes or no.")
            }),
            FieldKind::Text | FieldKind::Date => {}
        }
    }
}

/// Says of a range that it is taken for one value.
fn range_as_value(here: &str, condition: &Condition, playbook: &Playbook, report: &mut Report) {
    let Condition { field, is, value } = condition;
    let values = value.iter().filter(|_| matches!(is, Test::In | Test::NotIn)).take(MANY);
    for range in values.filter(|one| ends(one).is_some()) {
        let label = label(playbook, field);
        report.say(
            range,
            format!("{here} takes the range “{range}” for one value of “{label}”. Say that it lies between."),
        );
    }
}

/// Rules that come too late: an earlier one takes all their leads, or those of some of their places.
fn taken_before(playbook: &Playbook, report: &mut Report) {
    let (rules, tiers) = (&playbook.routing.rules, &playbook.scoring.tiers);
    let rules = &rules[..rules.len().min(COMPARED_MAX)];
    let asks = |rule: &&Rule| !rule.conditions.is_empty();
    // What can never match is said of it already.
    let may_match = |rule: &Rule| {
        reach::impossible(&rule.conditions).is_none()
            && !reach::misses_tier(&rule.conditions, tiers)
    };
    for (nth, later) in rules.iter().enumerate().filter(|(_, rule)| asks(rule) && may_match(rule)) {
        let before = || rules[..nth].iter().filter(asks);
        let all = before().find(|one| reach::covers(&one.conditions, &later.conditions, tiers));
        let some = || before().find(|first| overlap(first, later, tiers));
        let name = &later.name;
        let said = match (all, some()) {
            (Some(all), _) => {
                format!(
                    "The rule “{name}” is never asked: “{}” stands before it and takes every lead it could.",
                    all.name
                )
            }
            (None, Some(first)) => {
                let first = &first.name;
                format!(
                    "“{first}” and “{name}” take some of the same places. “{first}” stands first and gets those."
                )
            }
            (None, None) => continue,
        };
        report.nth("rule", nth, |report| report.say(name, said));
    }
}

fn is_place(one: &Condition) -> bool {
    TERRITORY.contains(&one.field.as_str())
        && matches!(one.is, Test::In | Test::Begins | Test::Between)
}

/// Whether the first takes leads of places that the later one names as well, whatever else that one
/// asks. A narrower rule in front of a wider one is meant.
fn overlap(first: &Rule, later: &Rule, tiers: &Tiers) -> bool {
    let split = |rule: &'_ Rule| -> (Vec<Condition>, Vec<Condition>) {
        rule.conditions.iter().cloned().partition(is_place)
    };
    let ((places, asked), (later_places, later_asked)) = (split(first), split(later));
    let shares = |one: &Condition, other: &Condition| {
        one.field == other.field || has_such_postcodes(one, other)
    };
    let is_shared = places.iter().any(|one| later_places.iter().any(|other| shares(one, other)));
    first.pool != later.pool
        && is_shared
        && places.len() <= later_places.len()
        && reach::covers(&asked, &later_asked, tiers)
        && reach::impossible(places.iter().chain(&later_places)).is_none()
}

/// Whether a country is named in which there are postcodes such as the other condition names.
fn has_such_postcodes(country: &Condition, postcode: &Condition) -> bool {
    let has_letters = |code: &String| code.trim_start().starts_with(char::is_alphabetic);
    let is_there = |code: &&str| {
        let letters = letters_begin_postcodes(code);
        postcode.value.iter().any(|one| has_letters(one) == letters)
    };
    country.field == "country"
        && country.is == Test::In
        && postcode.field == "postcode"
        && country.value.iter().flat_map(|one| countries_of(one)).any(is_there)
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
        playbook.business.country = "DE".into();
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
            most_points: |_, _| 0,
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
            [("country", Test::In, "DE|Austria"), ("country", Test::NotIn, "EU")],
            [("score", Test::AtLeast, "150"), ("country", Test::In, "DE")],
        ] {
            let found = faults(&when);
            let is_said = |fault: &super::super::Fault| fault.sentence.contains("can never match");
            assert!(found.iter().any(is_said), "{when:?}");
        }
        for when in [
            [("country", Test::In, "DE|FR"), ("country", Test::NotIn, "France")],
            [("country", Test::In, "EU"), ("country", Test::NotIn, "DACH")],
            [("score", Test::AtLeast, "40"), ("score", Test::AtMost, "40")],
        ] {
            assert_eq!(faults(&when), [], "{when:?}");
        }
        let first = |when: &[(&str, Test, &str)]| faults(when)[0].sentence.clone();
        assert_eq!(
            first(&[("country", Test::In, "Narnia")]),
            "The rule “Odd” names the country “Narnia”, which does not exist. Write a code such as DE, its name, or a group such as EU or DACH."
        );
        assert_eq!(
            first(&[("tags", Test::In, "vip")]),
            "The rule “Odd” names the tag “vip”, which does not exist."
        );
        assert_eq!(
            first(&[("postcode", Test::Between, "80..20")]),
            "The rule “Odd” has a range for “postcode” that ends before it begins: “80..20”."
        );
    }

    #[test]
    fn territories_that_overlap_are_worth_a_second_look() {
        let hinted = |first: (&str, Test, &str), later: (&str, Test, &str)| {
            !said(&with(vec![rule("A", "north", &[first]), rule("B", "south", &[later])]))
                .is_empty()
        };
        assert!(hinted(("country", Test::In, "DE|FR"), ("country", Test::In, "FR|IT")));
        assert!(hinted(("country", Test::In, "DE|FR"), ("country", Test::In, "EU")));
        assert!(!hinted(("country", Test::In, "GB"), ("country", Test::In, "EU")));
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
        assert!(hinted(("country", Test::In, "Germany"), ("postcode", Test::Begins, "80")));
        assert!(!hinted(("country", Test::In, "DE"), ("postcode", Test::Begins, "BD")));
        assert!(!hinted(("postcode", Test::Begins, "80"), ("country", Test::In, "DE")));
        let narrow =
            rule("Narrow", "north", &[("country", Test::In, "US"), ("region", Test::In, "NY")]);
        let wide = rule("Wide", "south", &[("country", Test::In, "US")]);
        assert_eq!(said(&with(vec![narrow, wide])), [""; 0]);
        let high = ("tier", Test::In, "high");
        let german = rule("German", "north", &[("country", Test::In, "DE"), high]);
        let more = rule("More", "south", &[("country", Test::In, "Germany|FR"), high]);
        let staff = ("company_size", Test::AtLeast, "50");
        let large = rule("Large", "south", &[("country", Test::In, "DE"), staff]);
        assert_eq!(
            said(&with(vec![german, large, more])),
            [
                "“German” and “More” take some of the same places. “German” stands first and gets those."
            ]
        );
    }

    #[test]
    fn a_rule_that_matches_nothing_or_comes_too_late_is_named() {
        let pressing = rule("Pressing", "north", &[("tier", Test::In, "high|urgent")]);
        let urgent = rule("Urgent", "south", &[("tier", Test::In, "urgent")]);
        assert_eq!(
            said(&with(vec![pressing, urgent])),
            [
                "The rule “Urgent” is never asked: “Pressing” stands before it and takes every lead it could."
            ]
        );
        let low = [("tier", Test::In, "low"), ("score", Test::AtLeast, "80")];
        let before = rule("All low", "south", &[("tier", Test::In, "urgent|low")]);
        assert_eq!(
            said(&with(vec![before, rule("Odd", "north", &low)])),
            ["The rule “Odd” can never match: no score it asks for is of the tier it asks for."]
        );
        let range = [("postcode", Test::In, "80000..89999"), ("company_size", Test::NotIn, "1..9")];
        assert_eq!(
            said(&with(vec![rule("Odd", "north", &range)])),
            [
                "The rule “Odd” takes the range “80000..89999” for one value of “postcode”. Say that it lies between.",
                "The rule “Odd” takes the range “1..9” for one value of “company size”. Say that it lies between.",
            ]
        );
        let odd = [("language", Test::In, "Klingon|de"), ("city", Test::AtLeast, "5")];
        assert_eq!(
            said(&with(vec![rule("Odd", "north", &odd)])),
            [
                "The rule “Odd” asks for the language “Klingon”. Languages are kept as codes such as en or de.",
                "The rule “Odd” compares “city” with a number, and it is a text: only a number within it counts.",
            ]
        );
    }

    #[test]
    fn a_value_that_no_field_of_its_kind_has_is_named() {
        let asks = [
            ("staff", Test::In, "Chalk|50"),
            ("member", Test::In, "maybe|ja|TRUE"),
            ("starts", Test::Between, "2026-01-01..2026-02-01"),
        ];
        let mut playbook = with(vec![rule("Odd", "north", &asks)]);
        let kinds = [
            ("staff", FieldKind::Number),
            ("member", FieldKind::YesNo),
            ("starts", FieldKind::Date),
        ];
        playbook.fields = kinds
            .map(|(key, kind)| {
                let (key, label) = (key.to_owned(), key.to_uppercase());
                Field { key, label, kind, options: Vec::new(), active: true }
            })
            .into();
        assert_eq!(
            said(&playbook),
            [
                "The rule “Odd” asks for “Chalk”, and “STAFF” holds numbers.",
                "The rule “Odd” asks for “maybe”, and “MEMBER” is yes or no.",
            ]
        );
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
