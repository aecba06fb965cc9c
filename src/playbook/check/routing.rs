//! Checks who gets which lead.

use super::super::condition::{bounds, ends, label};
use super::lists::{MANY, check_keys, check_known, did_you_mean, facts, twice};
use super::reach::is_forward;
use super::report::Report;
use super::team::ids;
use super::{Known, rules, skills};
use crate::lead::profile::countries_of;
use crate::lead::{HandRaise, SourceClass, Tier};
use crate::playbook::number::{day, span};
use crate::playbook::several::TAGS;
use crate::playbook::{Condition, FieldKind, JUDGED, Playbook, Pool, Rule, Teammate, Test, same};

/// The most conditions of one rule.
pub(super) const CONDITIONS_MAX: usize = 20;

pub fn check(playbook: &Playbook, known: &Known, report: &mut Report) {
    report.within("routing", |report| routing(playbook, known, report));
}

fn routing(playbook: &Playbook, known: &Known, report: &mut Report) {
    let routing = &playbook.routing;
    fallback(playbook, report);
    report.expect(routing.open_unaccepted_max > 0, "open_unaccepted_max", || {
        "Nobody may hold an open lead: open_unaccepted_max must be 1 or more.".into()
    });
    check_keys("pool", routing.pools.iter().map(|pool| pool.key.as_str()), report);
    report.each("pool", &routing.pools, |one, report| pool(one, playbook, report));
    twice(routing.pools.iter().map(|one| &*one.name), "pool", report, |name| {
        format!("Two pools are called “{name}”.")
    });
    let count = routing.rules.len();
    report.expect(count <= MANY, "", || format!("There are {count} rules. {MANY} is the most."));
    report.each("rule", routing.rules.iter().take(MANY), |one, report| {
        rule(one, playbook, known, report);
    });
    never_reached(&routing.rules, report);
}

fn fallback(playbook: &Playbook, report: &mut Report) {
    let fallback = &playbook.routing.fallback;
    let well = playbook.teammate(fallback).is_some_and(|mate| mate.active);
    report.expect(well, "fallback", || match fallback.is_empty() {
        true => "Name a fallback owner, who takes what nobody else can.".into(),
        false => {
            let proposal = did_you_mean(fallback, ids(playbook).filter(|id| id != fallback));
            format!("The fallback owner “{fallback}” does not work here now.{proposal}")
        }
    });
}

fn pool(pool: &Pool, playbook: &Playbook, report: &mut Report) {
    let (key, name) = (&pool.key, pool.name.trim());
    let here = format!("The pool “{}”", if name.is_empty() { key } else { name });
    report.expect(!name.is_empty(), "name", || format!("{here} needs a name."));
    let count = pool.members.len();
    report
        .expect(count <= MANY, key, || format!("{here} has {count} members. {MANY} is the most."));
    skills::check(&here, &pool.skills, report);
    report.each("member", pool.members.iter().take(MANY), |member, report| {
        let id = &member.teammate;
        check_known("teammate", &here, id, ids(playbook), report);
        let name = playbook.teammate(id).map_or(id, |mate| &mate.name);
        report.expect((1..=100).contains(&member.weight), id, || {
            format!(
                "{here} gives “{name}” the weight {}. It must lie between 1 and 100.",
                member.weight
            )
        });
        let times = pool.members.iter().filter(|other| other.teammate == *id).count();
        report.expect(times == 1, id, || format!("{here} names “{name}” twice."));
    });
}

/// Whether somebody is in a pool; one that names nobody is everyone's.
pub(super) fn belongs(mate: &Teammate, pool: &Pool) -> bool {
    pool.members.is_empty() || pool.members.iter().any(|member| member.teammate == mate.id)
}

fn rule(rule: &Rule, playbook: &Playbook, known: &Known, report: &mut Report) {
    let name = &rule.name;
    let here = format!("The rule “{name}”");
    report.expect(!name.trim().is_empty(), "name", || "Every assignment rule needs a name.".into());
    report.expect(!known.not_rules.contains(&name.trim()), name, || {
        format!("{here} needs another name; this one says that no rule was asked.")
    });
    let mut called = playbook.routing.rules.iter().filter(|other| other.name == *name);
    let is_second = called.nth(1).is_some_and(|second| std::ptr::eq(second, rule));
    report.expect(!is_second, name, || format!("Two rules are called “{name}”."));
    let pools = playbook.routing.pools.iter().map(|pool| pool.key.as_str());
    check_known("pool", &here, &rule.pool, pools, report);
    skills::check(&here, &rule.skills, report);
    report.expect(rule.conditions.len() <= CONDITIONS_MAX, name, || {
        format!("{here} has too many conditions.")
    });
    rules::conditions("when", &here, &rule.conditions, playbook, report);
}

/// Checks one question of a rule.
pub(super) fn condition(
    condition: &Condition,
    here: &str,
    playbook: &Playbook,
    report: &mut Report,
) {
    let Condition { field, is, value } = condition;
    if field.is_empty() {
        report.say(
            "field",
            format!("{here} has a condition without a fact. Choose one, or empty its values too."),
        );
        return;
    }
    check_known("field", here, field, facts(playbook).chain(JUDGED), report);
    let label = label(playbook, field);
    report.expect(value.len() <= MANY, field, || {
        format!("{here} has too many values for “{label}”.")
    });
    match is {
        Test::In | Test::NotIn | Test::Contains | Test::Begins => {
            let well = !value.is_empty() && value.iter().all(|one| !one.trim().is_empty());
            report.expect(well, field, || {
                format!("{here} compares “{label}” with nothing, so that it says nothing.")
            });
        }
        Test::AtLeast | Test::AtMost => {
            let number = bounds(condition).and_then(|(least, most)| span(field, least, most));
            report.expect(number.is_some(), field, || {
                format!("{here} needs a number for “{label}”.")
            });
            let is_word = JUDGED.contains(&field.as_str()) && field != "score";
            report.expect(!is_word, field, || {
                format!("{here} compares “{label}” with a number, and it is none.")
            });
        }
        Test::Between => {
            let well = !value.is_empty() && value.iter().all(|one| ends(one).is_some());
            report.expect(well, field, || {
                format!("{here} needs a range for “{label}”, such as “10..49”.")
            });
            let backwards = value.iter().find(|one| ends(one).is_some() && !is_forward(field, one));
            report.expect(backwards.is_none(), field, || {
                let range = backwards.map_or("", String::as_str);
                format!("{here} has a range for “{label}” that ends before it begins: “{range}”.")
            });
        }
        Test::Known | Test::Unknown => report.expect(value.is_empty(), field, || {
            format!("{here} only asks whether “{label}” is known; it needs no value.")
        }),
    }
    of_days(condition, here, playbook, report);
    if matches!(is, Test::In | Test::NotIn) {
        for one in value.iter().take(MANY) {
            closed_list(field, one, here, playbook, report);
        }
    }
}

/// A field that holds days is compared with days.
fn of_days(condition: &Condition, here: &str, playbook: &Playbook, report: &mut Report) {
    let Condition { field, is, value } = condition;
    let own = playbook.field(field).filter(|own| own.kind == FieldKind::Date);
    let values = value.iter().take(MANY).map(String::as_str);
    let named: Vec<&str> = match is {
        Test::In | Test::NotIn | Test::AtLeast | Test::AtMost => values.collect(),
        Test::Between => values.filter_map(ends).flat_map(|(from, to)| [from, to]).collect(),
        Test::Contains | Test::Begins | Test::Known | Test::Unknown => return,
    };
    let no_day = named.into_iter().find(|one| day(one).is_none());
    if let (Some(own), Some(said)) = (own, no_day) {
        let label = &own.label;
        report.say(
            field,
            format!("{here} needs a day for “{label}”, such as 2026-05-08. “{said}” is none."),
        );
    }
}

/// Some facts have only so many values; any other could never match.
fn closed_list(field: &str, value: &str, here: &str, playbook: &Playbook, report: &mut Report) {
    let said = value.trim();
    let mut among = |what, known: Vec<&str>| {
        if !known.iter().any(|one| same(one, said)) {
            check_known(what, here, said, known, report);
        }
    };
    match field {
        "country" => report.expect(!countries_of(said).is_empty(), said, || {
            format!(
                "{here} names the country “{said}”, which does not exist. Write a code such as DE, its name, or a group such as EU or DACH."
            )
        }),
        TAGS => among("tag", playbook.tags.iter().map(|one| &*one.key).collect()),
        "tier" => among("tier", Tier::ALL.map(Tier::key).into()),
        "class" => among("class", SourceClass::ALL.map(SourceClass::key).into()),
        "hand_raise" => among("request", HandRaise::ALL.map(HandRaise::key).into()),
        "source" => among("source", playbook.sources.iter().map(|one| &*one.key).collect()),
        _ => {}
    }
}

/// A rule behind one that takes everything is never asked.
fn never_reached(rules: &[Rule], report: &mut Report) {
    let takes_all = rules.iter().position(|rule| rule.conditions.is_empty());
    let Some(all) = takes_all else { return };
    for (nth, rule) in rules.iter().enumerate().skip(all + 1) {
        let (name, all) = (&rule.name, &rules[all].name);
        report.nth("rule", nth, |report| {
            report.say(
                name,
                format!("The rule “{name}” is never asked, for “{all}” takes every lead."),
            );
        });
    }
}
