//! Which leads the conditions of a rule let through: none at all, or none that an earlier rule leaves.
//!
//! Of every fact it is asked whether it can still be anything. Where it can be one of so many things
//! (a tier, a score, a value that a condition names), each is tried; where it can be any text, the
//! numbers and the beginnings that conditions name are. What cannot be told counts as possible.

use crate::lead::profile::countries_of;
use crate::lead::{SourceClass, Tier};
use crate::playbook::condition::{bounds, ends, is_within, meets};
use crate::playbook::number::span;
use crate::playbook::several::{self, ACCOUNT, TAGS};
use crate::playbook::{Condition, Test, Tiers};
use std::collections::BTreeSet;

/// The highest score of a lead.
const SCORE_MAX: u8 = 100;

/// The field of which nothing can meet what these conditions ask.
pub fn impossible<'a>(conditions: impl IntoIterator<Item = &'a Condition>) -> Option<&'a str> {
    let all = sound(conditions);
    fields(&all).into_iter().find(|field| is_empty(&of(&all, field)))
}

/// Whether no score is of a tier that is asked for together with it.
pub fn misses_tier<'a>(conditions: impl IntoIterator<Item = &'a Condition>, tiers: &Tiers) -> bool {
    scores(&sound(conditions), tiers).is_empty()
}

/// Whether every lead that meets the later conditions meets the first as well.
pub fn covers<'a>(
    first: impl IntoIterator<Item = &'a Condition>,
    later: impl IntoIterator<Item = &'a Condition>,
    tiers: &Tiers,
) -> bool {
    let (first, later) = (first.into_iter().collect::<Vec<_>>(), sound(later));
    let (judged, told): (Vec<_>, Vec<_>) = first.into_iter().partition(|one| is_judged(one));
    let is_of_scores =
        judged.is_empty() || scores(&later, tiers).is_subset(&scores(&judged, tiers));
    is_of_scores && told.into_iter().all(|one| implies(&of(&later, &one.field), one))
}

/// Conditions that can be met by themselves; whatever is wrong with others is said elsewhere.
fn sound<'a>(conditions: impl IntoIterator<Item = &'a Condition>) -> Vec<&'a Condition> {
    let is_sound = |one: &&Condition| match one.is {
        Test::AtLeast | Test::AtMost => !spans(one).is_empty(),
        Test::Between => one.value.iter().any(|range| is_forward(&one.field, range)),
        Test::Known | Test::Unknown => true,
        Test::In | Test::NotIn | Test::Contains | Test::Begins => !one.value.is_empty(),
    };
    conditions.into_iter().filter(is_sound).collect()
}

/// Whether any fact of a field lies within a range.
pub fn is_forward(field: &str, range: &str) -> bool {
    let is_within = |end| is_within(field, end, range);
    ends(range).is_some_and(|(from, to)| is_within(from) || is_within(to))
}

fn fields<'a>(conditions: &[&'a Condition]) -> BTreeSet<&'a str> {
    conditions.iter().map(|one| one.field.as_str()).collect()
}

fn of<'a>(conditions: &[&'a Condition], field: &str) -> Vec<&'a Condition> {
    conditions.iter().copied().filter(|one| one.field == field).collect()
}

fn is_judged(condition: &Condition) -> bool {
    ["score", "tier"].contains(&condition.field.as_str())
}

/// The scores that meet all that is asked of the score and of its tier.
fn scores(conditions: &[&Condition], tiers: &Tiers) -> BTreeSet<u8> {
    let meets_all = |score: &u8| {
        conditions.iter().filter(|one| is_judged(one)).all(|one| match one.field.as_str() {
            "tier" => meets(one, tiers.of(*score).key()),
            _ => meets(one, &score.to_string()),
        })
    };
    (0..=SCORE_MAX).filter(meets_all).collect()
}

/// All a fact can be that these conditions ask for; `None` where that has no end.
fn possible(conditions: &[&Condition]) -> Option<Vec<String>> {
    match conditions.first()?.field.as_str() {
        "tier" => Some(keys(&Tier::ALL.map(Tier::key))),
        "class" => Some(keys(&SourceClass::ALL.map(SourceClass::key))),
        "score" => Some((0..=SCORE_MAX).map(|score| score.to_string()).collect()),
        field => {
            let asked = conditions.iter().find(|one| one.is == Test::In)?;
            Some(asked.value.iter().flat_map(|value| meant(field, value)).collect())
        }
    }
}

/// All that a value means: each country of a group, else itself.
fn meant(field: &str, value: &str) -> Vec<String> {
    match countries_of(value) {
        codes if field == "country" && !codes.is_empty() => keys(codes),
        _ => vec![value.to_owned()],
    }
}

fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

/// Whether a lead can have several facts of this field at once.
fn is_several(field: &str) -> bool {
    [TAGS, ACCOUNT].contains(&field)
}

/// Whether nothing meets all conditions, which are of one field.
fn is_empty(conditions: &[&Condition]) -> bool {
    let Some(first) = conditions.first() else { return false };
    if conditions.iter().any(|one| one.is == Test::Unknown) {
        return conditions.iter().any(|one| one.is != Test::Unknown) || is_judged(first);
    }
    if is_several(&first.field) {
        return conditions.iter().any(|one| one.is == Test::In && excluded(one, conditions));
    }
    match possible(conditions) {
        Some(facts) => !facts.iter().any(|fact| conditions.iter().all(|one| meets(one, fact))),
        None => [is_of_numbers, is_of_beginnings].into_iter().any(|is_of| {
            let alike: Vec<_> = conditions.iter().copied().filter(|one| is_of(one)).collect();
            let named = alike.iter().flat_map(|one| named(one));
            // What begins with `LS1` may be in the district of any number that does.
            let mut facts = named.flat_map(|one| {
                let longer = (0..10).map(move |digit| format!("{one}{digit}"));
                std::iter::once(one.to_owned()).chain(longer)
            });
            !alike.is_empty() && !facts.any(|fact| alike.iter().all(|one| meets(one, &fact)))
        }),
    }
}

/// Whether each thing that one condition names is what another rules out.
fn excluded(asked: &Condition, conditions: &[&Condition]) -> bool {
    let is_out = |value: &String| {
        let known = [several::normal(&asked.field, value)];
        let mut nots = conditions.iter().filter(|one| one.is == Test::NotIn);
        nots.any(|not| !several::holds(not, &known))
    };
    asked.value.iter().all(is_out)
}

fn is_of_numbers(condition: &Condition) -> bool {
    let wordless = |text: &String| !text.contains(char::is_alphabetic);
    match condition.is {
        Test::AtLeast | Test::AtMost => true,
        Test::Between => condition.value.iter().all(wordless),
        _ => false,
    }
}

fn is_of_beginnings(condition: &Condition) -> bool {
    condition.is == Test::Begins || condition.is == Test::Between && !is_of_numbers(condition)
}

/// The texts that a condition names: its values, or the ends of its ranges.
fn named(condition: &Condition) -> Vec<&str> {
    let values = condition.value.iter();
    match condition.is {
        Test::Between => {
            values.filter_map(|range| ends(range)).flat_map(|(from, to)| [from, to]).collect()
        }
        _ => values.map(String::as_str).collect(),
    }
}

/// Whether whatever meets all these conditions, which are of one field, meets another one of it.
fn implies(conditions: &[&Condition], other: &Condition) -> bool {
    let is_known = conditions.iter().all(|one| one.is != Test::Unknown);
    let is_single = !is_several(&other.field);
    match possible(conditions).filter(|_| is_known && is_single) {
        Some(facts) => {
            let mut left =
                facts.iter().filter(|fact| conditions.iter().all(|one| meets(one, fact)));
            left.all(|fact| meets(other, fact))
        }
        None => conditions.iter().any(|one| implied_by(one, other)),
    }
}

fn implied_by(one: &Condition, other: &Condition) -> bool {
    let each = |like: &dyn Fn(&str, &str) -> bool| {
        one.value.iter().all(|value| other.value.iter().any(|wider| like(value, wider)))
    };
    let meets_one = |is: Test, value: &str, wider: &str| {
        meets(&Condition { is, value: vec![wider.to_owned()], ..other.clone() }, value)
    };
    match (one.is, other.is) {
        (Test::Unknown, is) => is == Test::Unknown,
        (_, Test::Known) => true,
        (Test::In, Test::In) => each(&|value, wider| meets_one(Test::In, value, wider)),
        (Test::Begins, Test::Begins) => each(&|value, wider| meets_one(Test::Begins, value, wider)),
        (Test::Contains, Test::Contains) => {
            each(&|value, wider| meets_one(Test::Contains, value, wider))
        }
        (Test::NotIn, Test::NotIn) => other.value.iter().all(|out| !meets(one, out)),
        _ if is_of_numbers(one) && is_of_numbers(other) => {
            let wider = spans(other);
            let is_within = |(from, to): &(f64, f64)| {
                wider.iter().any(|(least, most)| least <= from && to <= most)
            };
            spans(one).iter().all(is_within)
        }
        _ => one == other,
    }
}

/// The numbers that meet a condition, as spans from the lowest to the highest.
fn spans(condition: &Condition) -> Vec<(f64, f64)> {
    let span = |(from, to)| span(&condition.field, from, to);
    if let Some(bounds) = bounds(condition) {
        return span(bounds).into_iter().collect();
    }
    let ranges = condition.value.iter().filter(|_| condition.is == Test::Between);
    let ends = ranges.filter_map(|range| ends(range));
    ends.filter_map(|(from, to)| span((Some(from), Some(to)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIERS: Tiers = Tiers { medium: 40, high: 60, urgent: 80 };

    fn ask((field, is, value): &(&str, Test, &str)) -> Condition {
        let value = value.split('|').filter(|one| !one.is_empty()).map(str::to_owned).collect();
        Condition { field: (*field).into(), is: *is, value }
    }

    fn none(when: &[(&str, Test, &str)]) -> bool {
        let all: Vec<Condition> = when.iter().map(ask).collect();
        impossible(&all).is_some() || misses_tier(&all, &TIERS)
    }

    #[test]
    fn what_no_lead_can_be_is_known_for_impossible() {
        use Test::{AtLeast, AtMost, Begins, Between, Contains, In, NotIn, Unknown};
        for when in [
            &[("score", AtLeast, "150")][..],
            &[("score", AtMost, "-5")],
            &[("score", Unknown, "")],
            &[("tier", In, "low"), ("score", AtLeast, "80")],
            &[("tier", NotIn, "low|medium|high|urgent")],
            &[("staff", Between, "10..20"), ("staff", AtLeast, "50")],
            &[("staff", In, "50"), ("staff", Between, "10..20")],
            &[("staff", AtLeast, "60"), ("staff", AtMost, "40")],
            &[("country", In, "Germany"), ("country", Begins, "FR")],
            &[("country", In, "DE|FR"), ("country", NotIn, "Germany|France")],
            &[("postcode", Begins, "BD"), ("postcode", Begins, "LS")],
            &[("postcode", Begins, "BD"), ("postcode", Between, "LA..LZ")],
            &[("role", Unknown, ""), ("role", Contains, "head")],
            &[("tags", In, "VIP"), ("tags", NotIn, "vip|fair")],
            &[("postcode", Between, "110 00..119 99"), ("postcode", AtLeast, "20000")],
            &[("postcode", Between, "1000..1999"), ("postcode", Between, "01000..01999")],
        ] {
            assert!(none(when), "{when:?}");
        }
        for when in [
            &[("score", Between, "80..100"), ("tier", In, "urgent")][..],
            &[("staff", AtLeast, "40"), ("staff", AtMost, "40")],
            &[("staff", Between, "10..20|50..60"), ("staff", AtLeast, "55")],
            &[("staff", Contains, "about"), ("staff", AtLeast, "55")],
            &[("country", Begins, "F"), ("country", NotIn, "FR")],
            &[("postcode", Begins, "B"), ("postcode", Between, "BA..BZ")],
            &[("postcode", Begins, "LS1"), ("postcode", Between, "LS5..LS20")],
            &[("tags", In, "vip"), ("tags", In, "fair")],
            &[("role", Unknown, "")],
            &[("postcode", Between, "110 00..119 99"), ("postcode", AtLeast, "11000")],
        ] {
            assert!(!none(when), "{when:?}");
        }
    }

    #[test]
    fn a_rule_is_covered_by_one_that_asks_for_no_more() {
        use Test::{AtLeast, AtMost, Begins, Between, Contains, In, Known, NotIn, Unknown};
        type Asked<'a> = &'a [(&'a str, Test, &'a str)];
        let covered = |first: Asked, later: Asked| {
            let [first, later] =
                [first, later].map(|all| all.iter().map(ask).collect::<Vec<Condition>>());
            covers(&first, &later, &TIERS)
        };
        let urgent: Asked = &[("tier", In, "urgent")];
        assert!(covered(&[("tier", In, "high|urgent")], urgent));
        assert!(covered(&[("score", AtLeast, "60")], urgent));
        assert!(covered(urgent, &[("score", AtLeast, "90"), ("country", In, "DE")]));
        assert!(!covered(urgent, &[("tier", In, "high|urgent")]));
        assert!(!covered(&[("country", In, "DE")], urgent));
        for (first, later) in [
            (("country", In, "Germany|FR"), ("country", In, "DE")),
            (("country", Known, ""), ("country", In, "DE")),
            (("country", NotIn, "DE"), ("country", In, "FR")),
            (("country", NotIn, "DE"), ("country", NotIn, "DE|FR")),
            (("staff", AtLeast, "10"), ("staff", Between, "20..30|40..50")),
            (("staff", AtMost, "10"), ("staff", In, "7")),
            (("postcode", Begins, "B"), ("postcode", Begins, "BD|BA")),
            (("postcode", Between, "02-000..02-999"), ("postcode", Between, "02100..02200")),
            (("postcode", AtLeast, "110 00"), ("postcode", Between, "11200..11300")),
            (("role", Contains, "head"), ("role", Contains, "head of")),
            (("role", Unknown, ""), ("role", Unknown, "")),
            (("tags", In, "vip|fair"), ("tags", In, "vip")),
        ] {
            assert!(covered(&[first], &[later]), "{first:?} {later:?}");
            assert!(!covered(&[later], &[first]) || first == later, "{later:?} {first:?}");
        }
    }
}
