//! One question of a rule, asked of a lead.
//!
//! A fact nobody knows fails every question but the one whether it is unknown. Numbers are read as
//! people write them; what cannot be read counts as not known.

use super::several::{self, ACCOUNT, TAGS};
use super::{Playbook, Rule};
use crate::lead::Lead;
use crate::lead::profile::comparable;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The most values named in a reason.
const VALUES_NAMED_MAX: usize = 5;

/// The longest piece of a fact that is quoted in a reason, in characters.
const QUOTED_MAX: usize = 60;

/// A question about a lead. An unknown fact fails it, except for `Unknown`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// A profile key, a custom field, or one of [`JUDGED`].
    pub field: String,
    pub is: Test,
    /// One or several values; which is a matter of the test.
    #[serde(default)]
    pub value: Vec<String>,
}

/// What a condition may ask about beside the facts of a lead.
pub const JUDGED: [&str; 7] = ["tier", "score", "source", "class", "hand_raise", ACCOUNT, TAGS];

/// How a fact is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Equals any of the values, without regard to case.
    In,
    NotIn,
    /// Contains any of the values, without regard to case.
    Contains,
    /// Begins with any of the values, as postcodes do.
    Begins,
    /// A number of at least the first value.
    AtLeast,
    AtMost,
    /// Within any of the ranges, each `from..to` with both ends: numbers, or beginnings of postcodes.
    Between,
    Known,
    Unknown,
}

/// Why the condition does not hold, in words; `None` if it holds.
pub fn failed(condition: &Condition, lead: &Lead, playbook: &Playbook) -> Option<String> {
    if holds(condition, lead) {
        return None;
    }
    let fact = match several::of(lead, &condition.field) {
        None => fact(lead, &condition.field),
        Some(known) => (!known.is_empty()).then(|| known.join(", ").into()),
    };
    Some(sentence(condition, label(playbook, &condition.field), fact.as_deref()))
}

/// Whether the condition holds.
pub fn holds(condition: &Condition, lead: &Lead) -> bool {
    match several::of(lead, &condition.field) {
        None => compared_with(condition, fact(lead, &condition.field).as_deref()),
        Some(known) => several::holds(condition, &known),
    }
}

/// The facts nobody knows that alone keep a rule from matching; none if anything else does.
pub fn lacking<'a>(rule: &'a Rule, lead: &Lead) -> Vec<&'a str> {
    let (unknown, known): (Vec<_>, Vec<_>) =
        rule.conditions.iter().partition(|one| is_unknown_fact(one, lead));
    let only_these = known.iter().all(|one| holds(one, lead));
    let keys = unknown.into_iter().map(|one| one.field.as_str());
    keys.filter(|_| only_these).collect()
}

/// Whether a condition asks for a fact somebody could still tell us.
fn is_unknown_fact(condition: &Condition, lead: &Lead) -> bool {
    let is_fact = !JUDGED.contains(&condition.field.as_str());
    is_fact && condition.is != Test::Unknown && lead.fact(&condition.field).is_none()
}

/// What the lead says under this key. Empty and absent are both unknown.
fn fact<'a>(lead: &'a Lead, key: &str) -> Option<Cow<'a, str>> {
    match key {
        "tier" => Some(lead.tier().key().into()),
        "score" => Some(lead.score().to_string().into()),
        "source" => Some(lead.source.as_str().into()),
        "class" => Some(lead.class.key().into()),
        "hand_raise" => lead.hand_raise().map(|(_, ask)| ask.key().into()),
        _ => lead.fact(key).map(Cow::Borrowed),
    }
}

fn compared_with(condition: &Condition, fact: Option<&str>) -> bool {
    fact.map_or(condition.is == Test::Unknown, |fact| meets(condition, fact))
}

/// Whether a fact that is known meets the condition.
pub(super) fn meets(condition: &Condition, fact: &str) -> bool {
    let values = &condition.value;
    let fact = &*spelled(condition, fact);
    let mut spelt = values.iter().map(|value| spelled(condition, value));
    match condition.is {
        Test::In => spelt.any(|value| same(&value, fact)),
        Test::NotIn => !spelt.any(|value| same(&value, fact)),
        Test::Contains => spelt.any(|value| contains(fact, value.trim())),
        Test::Begins => spelt.any(|value| begins(fact, &value)),
        Test::AtLeast => compared(fact, values).is_some_and(|(fact, bound)| fact >= bound),
        Test::AtMost => compared(fact, values).is_some_and(|(fact, bound)| fact <= bound),
        Test::Between => values.iter().any(|range| is_within(fact, range)),
        Test::Known => true,
        Test::Unknown => false,
    }
}

/// A fact or a value in the form in which it is compared: a country as its code, whatever its name.
///
/// An address or a number is brought into its normal form only where all of it is compared.
fn spelled<'a>(condition: &Condition, text: &'a str) -> Cow<'a, str> {
    let is_whole = matches!(condition.is, Test::In | Test::NotIn);
    let is_part = matches!(condition.is, Test::Contains | Test::Begins);
    match condition.field.as_str() {
        key @ ("country" | "language") if is_whole || is_part => comparable(key, text),
        key @ ("email" | "phone") if is_whole => comparable(key, text),
        _ => text.into(),
    }
}

/// Whether a fact contains a value, without regard to case. Most are ASCII, and then nothing is copied.
fn contains(fact: &str, value: &str) -> bool {
    if !(fact.is_ascii() && value.is_ascii()) {
        return lower(fact).collect::<String>().contains(&lower(value).collect::<String>());
    }
    let (fact, value) = (fact.as_bytes(), value.as_bytes());
    value.is_empty() || fact.windows(value.len()).any(|part| part.eq_ignore_ascii_case(value))
}

/// Whether a fact begins with a value, whatever the spaces and capitals, as postcodes do.
fn begins(fact: &str, value: &str) -> bool {
    let mut rest = lower(fact).filter(|letter| !letter.is_whitespace());
    let mut wanted = lower(value).filter(|letter| !letter.is_whitespace());
    wanted.all(|letter| rest.next() == Some(letter))
}

/// The two ends of a range, `from..to`.
pub(crate) fn ends(range: &str) -> Option<(&str, &str)> {
    let (from, to) = range.split_once("..")?;
    let (from, to) = (from.trim(), to.trim());
    (!from.is_empty() && !to.is_empty()).then_some((from, to))
}

/// Whether a fact lies within a range, both ends included.
///
/// Two numbers without letters beside them are compared as numbers. All else is compared as postcodes
/// are: letter by letter, as far as each end goes, so that `BD1 4AA` lies within `BD..BE`.
pub(super) fn is_within(fact: &str, range: &str) -> bool {
    let Some((from, to)) = ends(range) else { return false };
    let wordless = |text: &str| !text.contains(char::is_alphabetic);
    if wordless(from) && wordless(to) {
        let numbers = (first_number(fact), first_number(from), first_number(to));
        return matches!(numbers, (Some(fact), Some(from), Some(to)) if from <= fact && fact <= to);
    }
    let letters = |text: &str| -> Vec<char> {
        lower(text).filter(|letter| !letter.is_whitespace()).collect()
    };
    let (fact, from, to) = (letters(fact), letters(from), letters(to));
    let begin = |end: &[char]| &fact[..fact.len().min(end.len())];
    begin(&from) >= from.as_slice() && begin(&to) <= to.as_slice()
}

fn compared(fact: &str, values: &[String]) -> Option<(f64, f64)> {
    Some((first_number(fact)?, first_number(values.first()?)?))
}

/// The first number of a text: `200+` is 200, `50-249` is 50, `£1,200` and `1.200` are 1200.
///
/// A point or comma with three digits behind it groups thousands; any other begins a fraction.
/// A `k` directly behind it stands for thousands, an `m` for millions. A minus counts where the text
/// begins with it.
pub fn first_number(text: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let sign = if ["-", "−"].contains(&text[..start].trim_start()) { -1.0 } else { 1.0 };
    let mut digits = String::new();
    let mut rest = &text[start..];
    loop {
        let (run, after) = split_digits(rest);
        digits.push_str(run);
        rest = after;
        match grouped(rest) {
            Some(next) if !digits.is_empty() => rest = next,
            _ => break,
        }
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let (run, after) = split_digits(fraction);
        if !run.is_empty() {
            digits.push('.');
            digits.push_str(run);
            rest = after;
        }
    }
    digits.parse::<f64>().ok().map(|number| sign * number * unit(rest))
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// What follows a separator of thousands, if there is one here.
fn grouped(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['.', ',', ' ', '\'', '’', '\u{a0}', '\u{202f}'])?;
    (split_digits(rest).0.len() == 3).then_some(rest)
}

fn unit(after: &str) -> f64 {
    let mut letters = after.chars();
    let unit = match letters.next() {
        Some('k' | 'K') => 1e3,
        Some('m' | 'M') => 1e6,
        _ => return 1.0,
    };
    if letters.next().is_some_and(char::is_alphabetic) { 1.0 } else { unit }
}

fn sentence(condition: &Condition, label: Cow<str>, fact: Option<&str>) -> String {
    let wanted = wanted(&condition.value);
    let Some(fact) = fact else { return format!("{label} is unknown") };
    let fact = brief(fact);
    match condition.is {
        Test::In => format!("{label} is {fact}, not {wanted}"),
        Test::NotIn => format!("{label} is {fact}"),
        Test::Contains => format!("{label} is {fact}, which does not contain {wanted}"),
        Test::Begins => format!("{label} is {fact}, which does not begin with {wanted}"),
        Test::AtLeast => format!("{label} is {fact}, not at least {wanted}"),
        Test::AtMost => format!("{label} is {fact}, not at most {wanted}"),
        Test::Between => format!("{label} is {fact}, not between {wanted}"),
        Test::Known => format!("{label} is {fact}"),
        Test::Unknown => format!("{label} is known"),
    }
}

fn wanted(values: &[String]) -> String {
    let named: Vec<String> = values.iter().take(VALUES_NAMED_MAX).map(|one| brief(one)).collect();
    let more = if values.len() > VALUES_NAMED_MAX { " or another" } else { "" };
    format!("{}{more}", named.join(" or "))
}

/// What people call a fact: the label of a custom field, else its key in plain words.
fn label<'a>(playbook: &'a Playbook, key: &str) -> Cow<'a, str> {
    match playbook.fields.iter().find(|field| field.key == key) {
        Some(field) => field.label.as_str().into(),
        None if key == "hand_raise" => "request".into(),
        None => key.replace('_', " ").into(),
    }
}

/// A piece of a fact short enough to be quoted.
pub fn brief(text: &str) -> String {
    match text.char_indices().nth(QUOTED_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Whether two words are the same but for capital letters.
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    let is_plain = one.is_ascii() && other.is_ascii();
    if is_plain { one.eq_ignore_ascii_case(other) } else { lower(one).eq(lower(other)) }
}

/// The letters of a text in lower case.
pub fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::house;
    use super::*;

    fn lead(key: &str, value: &str) -> Lead {
        let mut lead = Lead::default();
        match lead.profile.get_mut(key) {
            Some(place) => *place = value.into(),
            None => drop(lead.fields.insert(key.into(), value.into())),
        }
        lead
    }

    fn ask(field: &str, is: Test, value: &[&str], lead: &Lead) -> Option<String> {
        let value = value.iter().map(|one| (*one).to_owned()).collect();
        let condition = Condition { field: field.into(), is, value };
        failed(&condition, lead, &house(&["maya"]))
    }

    #[test]
    fn a_fact_is_compared_without_regard_to_case() {
        let german = lead("country", "de");
        assert_eq!(ask("country", Test::In, &["DE", "FR"], &german), None);
        assert_eq!(
            ask("country", Test::In, &["US", "CA"], &german).as_deref(),
            Some("country is de, not US or CA")
        );
        assert_eq!(ask("country", Test::NotIn, &["DE"], &german).as_deref(), Some("country is de"));
    }

    #[test]
    fn a_country_is_compared_by_its_name_in_any_language_and_an_address_in_any_spelling() {
        let french = lead("country", "FR");
        for name in ["France", "FR", "frankreich", "FRA"] {
            assert_eq!(ask("country", Test::In, &["Spain", name], &french), None, "{name}");
            assert!(ask("country", Test::NotIn, &[name], &french).is_some(), "{name}");
        }
        assert!(ask("country", Test::In, &["Germany"], &french).is_some());
        assert_eq!(ask("country", Test::Begins, &["F"], &french), None);
        assert_eq!(ask("language", Test::In, &["de-AT"], &lead("language", "de")), None);
        let ines = lead("email", "Ines+news@Gmail.com");
        assert_eq!(ask("email", Test::In, &["ines@googlemail.com"], &ines), None);
        assert_eq!(ask("email", Test::Contains, &["+news@"], &ines), None);
        let number = lead("phone", "+49 30 123456");
        assert_eq!(ask("phone", Test::In, &["0049 30/123456"], &number), None);
    }

    #[test]
    fn a_part_of_a_fact_is_found_whatever_its_letters() {
        let firm = lead("company", "Müller & SÖHNE GmbH");
        for part in ["gmbh", "söhne", "MÜLLER", " & ", ""] {
            assert_eq!(ask("company", Test::Contains, &[part], &firm), None, "{part}");
        }
        assert!(ask("company", Test::Contains, &["Muller", "AG"], &firm).is_some());
        let short = lead("company", "AG");
        assert!(ask("company", Test::Contains, &["GmbH"], &short).is_some());
        assert_eq!(ask("company", Test::Contains, &["ag"], &short), None);
    }

    #[test]
    fn an_unknown_fact_fails_all_but_the_question_whether_it_is_unknown() {
        let nobody = Lead::default();
        for test in [Test::In, Test::NotIn, Test::Contains, Test::Begins, Test::AtLeast] {
            let why = ask("company_size", test, &["1"], &nobody);
            assert_eq!(why.as_deref(), Some("company size is unknown"));
        }
        assert_eq!(ask("company_size", Test::Unknown, &[], &nobody), None);
        assert!(ask("company_size", Test::Known, &[], &nobody).is_some());
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, size) in [
            ("200+", 200.0),
            ("50-249", 50.0),
            ("1.200", 1_200.0),
            ("£1,250,000 a year", 1_250_000.0),
            ("1 200 people", 1_200.0),
            ("2,5", 2.5),
            ("about 5k", 5_000.0),
            ("1.5m", 1_500_000.0),
            ("12 months", 12.0),
            ("10 maybe", 10.0),
            ("-5", -5.0),
            ("− 5", 5.0),
            ("B-5", 5.0),
        ] {
            assert_eq!(first_number(text), Some(size), "{text}");
        }
        assert_eq!(first_number("a few"), None);
        assert_eq!(first_number(""), None);
    }

    #[test]
    fn a_number_that_is_too_small_says_so() {
        let small = lead("company_size", "40");
        assert_eq!(ask("company_size", Test::AtMost, &["49"], &small), None);
        assert_eq!(
            ask("company_size", Test::AtLeast, &["200"], &small).as_deref(),
            Some("company size is 40, not at least 200")
        );
        assert!(ask("company_size", Test::AtLeast, &[], &small).is_some());
    }

    #[test]
    fn a_postcode_begins_with_its_area_whatever_the_spaces() {
        let london = lead("postcode", "sw1a 1aa");
        assert_eq!(ask("postcode", Test::Begins, &["N", "SW1A1"], &london), None);
        assert!(ask("postcode", Test::Begins, &["SW2"], &london).is_some());
    }

    #[test]
    fn tier_score_and_source_can_be_asked_for() {
        let lead = Lead { source: "website".into(), ..Lead::default() };
        assert_eq!(ask("tier", Test::In, &["low"], &lead), None);
        assert_eq!(ask("score", Test::AtMost, &["39"], &lead), None);
        assert_eq!(ask("source", Test::In, &["website"], &lead), None);
        assert_eq!(ask("class", Test::In, &["inbound"], &lead), None);
        assert!(ask("hand_raise", Test::Known, &[], &lead).is_some());
    }

    #[test]
    fn a_long_fact_is_cut_in_the_reason() {
        let long = lead("role", &"é".repeat(5_000));
        let why = ask("role", Test::In, &["owner"], &long).expect("a reason");
        assert!(why.chars().count() < 100);
    }

    #[test]
    fn a_range_holds_numbers_or_postcodes() {
        let size = lead("company_size", "1,200");
        assert_eq!(ask("company_size", Test::Between, &["10..49", "1000..5000"], &size), None);
        assert_eq!(
            ask("company_size", Test::Between, &["10..49"], &size).as_deref(),
            Some("company size is 1,200, not between 10..49")
        );
        let berlin = lead("postcode", "10 115");
        assert!(ask("postcode", Test::Between, &["10000..12699"], &berlin).is_none());
        let leeds = lead("postcode", "LS1 4AP");
        for (range, holds) in
            [("BD..LS", true), ("LA1..LS2", true), ("M1..N99", false), ("LT..Z", false)]
        {
            assert_eq!(
                ask("postcode", Test::Between, &[range], &leeds).is_none(),
                holds,
                "{range}"
            );
        }
        assert!(ask("postcode", Test::Between, &["nonsense"], &leeds).is_some());
    }
}
