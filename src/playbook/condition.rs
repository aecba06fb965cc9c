//! One question of a rule, asked of a lead.
//!
//! A fact nobody knows fails every question but the one whether it is unknown. Numbers are read as
//! people write them; what cannot be read counts as not known.

use super::area;
use super::number::{lies_in, span};
use super::several::{self, ACCOUNT, TAGS};
use super::{Playbook, Rule};
use crate::lead::profile::{comparable, is_of_group, with_nought};
use crate::lead::{Lead, Tier};
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
    let field = &condition.field;
    let fact = match several::of(lead, field) {
        None => fact(lead, field).map(|fact| called(playbook, field, &fact).to_owned()),
        Some(known) => {
            let known = known.iter().map(|one| called(playbook, field, one)).collect::<Vec<_>>();
            (!known.is_empty()).then(|| known.join(", "))
        }
    };
    Some(sentence(condition, playbook, fact.as_deref()))
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
        "postcode" => lead.fact(key).map(|code| with_nought(code, &lead.profile.country)),
        _ => lead.fact(key).map(Cow::Borrowed),
    }
}

fn compared_with(condition: &Condition, fact: Option<&str>) -> bool {
    fact.map_or(condition.is == Test::Unknown, |fact| meets(condition, fact))
}

/// Whether a fact that is known meets the condition.
pub(super) fn meets(condition: &Condition, fact: &str) -> bool {
    let values = &condition.value;
    let key = key_to_spell_by(condition);
    let spelled = |text| key.map_or(Cow::Borrowed(text), |key| comparable(key, text));
    let fact = &*spelled(fact);
    let mut spelt = values.iter().map(|value| spelled(value));
    match condition.is {
        Test::In => spelt.any(|value| is_meant(&condition.field, &value, fact)),
        Test::NotIn => !spelt.any(|value| is_meant(&condition.field, &value, fact)),
        Test::Contains => spelt.any(|value| contains(fact, value.trim())),
        Test::Begins => spelt.any(|value| {
            let is_digits =
                condition.field == "postcode" && value.trim().starts_with(char::is_numeric);
            begins(if is_digits { area::behind_country(fact) } else { fact }, &value)
        }),
        Test::AtLeast | Test::AtMost => bounds(condition)
            .and_then(|(least, most)| span(&condition.field, least, most))
            .is_some_and(|span| lies_in(&condition.field, fact, span)),
        Test::Between => values.iter().any(|range| is_within(&condition.field, fact, range)),
        Test::Known => true,
        Test::Unknown => false,
    }
}

/// The yes of a field that holds yes or no.
pub const YES: &str = "yes";

/// The no of such a field.
const NO: &str = "no";

/// Whether a value means a fact: it is the same, a group in which the country is, or says yes or no in
/// another way.
fn is_meant(field: &str, value: &str, fact: &str) -> bool {
    same(value, fact)
        || field == "country" && is_of_group(fact, value)
        || [YES, NO].contains(&fact) && yes_or_no(value) == Some(fact)
}

/// What a word says of a field that is yes or no, as such a field keeps it.
pub fn yes_or_no(word: &str) -> Option<&'static str> {
    let word = word.trim();
    let is_one_of = |words: [&str; 5]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    match () {
        () if is_one_of([YES, "ja", "true", "on", "1"]) => Some(YES),
        () if is_one_of([NO, "nein", "false", "off", "0"]) => Some(NO),
        () => None,
    }
}

/// The key by whose spelling a fact and the values are compared: a country as its code, whatever its
/// name.
///
/// An address or a number is brought into its normal form only where all of it is compared.
fn key_to_spell_by(condition: &Condition) -> Option<&str> {
    let is_whole = matches!(condition.is, Test::In | Test::NotIn);
    let is_part = matches!(condition.is, Test::Contains | Test::Begins);
    match condition.field.as_str() {
        key @ ("country" | "language") if is_whole || is_part => Some(key),
        key @ ("email" | "phone" | "region") if is_whole => Some(key),
        _ => None,
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

/// The least and the most that a condition with one bound lets through.
pub(super) fn bounds(condition: &Condition) -> Option<(Option<&str>, Option<&str>)> {
    let bound = condition.value.first().map(String::as_str)?;
    match condition.is {
        Test::AtLeast => Some((Some(bound), None)),
        Test::AtMost => Some((None, Some(bound))),
        _ => None,
    }
}

/// Whether a fact of a field lies within a range, both ends included.
///
/// Two days are compared as days, and two numbers without letters beside them as numbers. All else is
/// compared as postcodes are, as far as each end goes, so that `BD1 4AA` lies within `BD..BE`.
pub(super) fn is_within(field: &str, fact: &str, range: &str) -> bool {
    let Some((from, to)) = ends(range) else { return false };
    let wordless = |text: &str| !text.contains(char::is_alphabetic);
    if wordless(from) && wordless(to) {
        let span = span(field, Some(from), Some(to));
        return span.is_some_and(|span| lies_in(field, fact, span));
    }
    area::compare(fact, from).is_ge() && area::compare(fact, to).is_le()
}

fn sentence(condition: &Condition, playbook: &Playbook, fact: Option<&str>) -> String {
    let label = label(playbook, &condition.field);
    let wanted = wanted(condition, playbook);
    let Some(fact) = fact else { return format!("{label} is unknown") };
    let fact = brief(fact);
    let is = |what: &str, wanted: &str| [&*label, " is ", &*fact, what, wanted].concat();
    match condition.is {
        Test::In => is(", not ", &wanted),
        Test::Contains => is(", which does not contain ", &wanted),
        Test::Begins => is(", which does not begin with ", &wanted),
        Test::AtLeast => is(", not at least ", &wanted),
        Test::AtMost => is(", not at most ", &wanted),
        Test::Between => is(", not between ", &wanted),
        Test::NotIn | Test::Known => is("", ""),
        Test::Unknown => format!("{label} is known"),
    }
}

fn wanted(condition: &Condition, playbook: &Playbook) -> String {
    let values = &condition.value;
    let mut said = String::new();
    for (nth, value) in values.iter().take(VALUES_NAMED_MAX).enumerate() {
        said += if nth == 0 { "" } else { " or " };
        said += &brief(called(playbook, &condition.field, value));
    }
    said + if values.len() > VALUES_NAMED_MAX { " or another" } else { "" }
}

/// What a value is called that rules know by its key; the value itself where it is none.
fn called<'a>(playbook: &'a Playbook, field: &str, value: &'a str) -> &'a str {
    let is_it = |key: &str| same(key, value);
    let name = match field {
        "tier" => Tier::ALL.into_iter().find(|one| is_it(one.key())).map(Tier::label),
        "source" => playbook.sources.iter().find(|one| is_it(&one.key)).map(|one| &*one.name),
        TAGS => playbook.tags.iter().find(|one| is_it(&one.key)).map(|one| &*one.label),
        _ => None,
    };
    name.unwrap_or(value)
}

/// What people call a fact: the label of a custom field, else its key in plain words.
pub(super) fn label<'a>(playbook: &'a Playbook, key: &str) -> Cow<'a, str> {
    match playbook.fields.iter().find(|field| field.key == key) {
        Some(field) => field.label.as_str().into(),
        None if key == "hand_raise" => "request".into(),
        None => key.replace('_', " ").into(),
    }
}

/// A piece of a fact short enough to be quoted.
pub fn brief(text: &str) -> Cow<'_, str> {
    if text.len() <= QUOTED_MAX {
        return text.into();
    }
    match text.char_indices().nth(QUOTED_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

/// Whether two words are the same but for capital letters.
pub fn same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        one.trim_ascii().eq_ignore_ascii_case(other.trim_ascii())
    } else {
        lower(one.trim()).eq(lower(other.trim()))
    }
}

/// The letters of a text in lower case.
pub fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests;
