//! One condition in a form: what is asked of which fact, in three fields that stand in one line.

mod choices;
mod renamed;

pub use choices::{choices, id as list_of, is_closed, key_of, lists, offered};
pub use renamed::{renamed, values_renamed};

use crate::language::Words;
use crate::lead::profile::one_line;
use crate::lead::words::{capitalised, fact};
use crate::lead::{HandRaise, Profile};
use crate::playbook::{Condition, JUDGED, Playbook, Test, same};
use crate::shell::web::assets;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::beside;
use choices::{name_of, written};
use maud::{Markup, html};

/// The most values of one condition, and characters of a fact's key and of all values.
const MANY: usize = 500;
const KEY_MAX: usize = 80;
pub const VALUES_MAX: usize = 20_000;

/// The list of facts that a condition may ask for, by its id.
const FACTS: &str = "facts";

/// Every way a fact is compared, with its key.
pub const TESTS: [(Test, &str); 9] = [
    (Test::In, "in"),
    (Test::NotIn, "not_in"),
    (Test::Contains, "contains"),
    (Test::Begins, "begins"),
    (Test::AtLeast, "at_least"),
    (Test::AtMost, "at_most"),
    (Test::Between, "between"),
    (Test::Known, "known"),
    (Test::Unknown, "unknown"),
];

/// The key of a way to compare.
pub fn key_of_test(is: Test) -> &'static str {
    TESTS.iter().find(|(one, _)| *one == is).map_or("in", |(_, key)| key)
}

/// The way to compare of a key, `not_in` or `not-in`; whether it is one of the values where there is
/// none.
pub fn test_of(key: &str) -> Test {
    let key = key.replace('-', "_");
    TESTS.iter().find(|(_, one)| *one == key).map_or(Test::In, |(test, _)| *test)
}

/// What stands in the form for a condition, under names that begin so: facts and values as they are
/// called.
pub fn said(
    place: &str,
    condition: &Condition,
    playbook: &Playbook,
    words: Words,
) -> [(String, String); 3] {
    let key = key_of_test(condition.is);
    let label = capitalised(&label(words, playbook, &condition.field));
    let is_clear = meant(label.clone(), playbook, words) == condition.field;
    [
        (format!("{place}.field"), if is_clear { label } else { condition.field.clone() }),
        (format!("{place}.is"), key.to_owned()),
        (format!("{place}.value"), listed(condition, playbook, words)),
    ]
}

/// The condition that stands under names that begin so; `None` where nothing is said. Values without a
/// fact are kept, so that the check can ask for it.
pub fn read(sent: &Sent, place: &str, playbook: &Playbook, words: Words) -> Option<Condition> {
    let get = |what: &str| sent.trimmed(&format!("{place}.{what}"));
    let field = meant(one_line(get("field"), KEY_MAX), playbook, words);
    let is = test_of(get("is"));
    let value = compared_with(is, get("value"));
    let condition = Condition { field, is, value };
    is_said(sent, place).then(|| keyed(condition, playbook, words))
}

/// Whether something stands in a form under names that begin so: a fact, or what one is compared with.
fn is_said(sent: &Sent, place: &str) -> bool {
    ["field", "value"].iter().any(|what| !sent.trimmed(&format!("{place}.{what}")).is_empty())
}

/// The key of a fact, where a person has written what it is called.
fn meant(typed: String, playbook: &Playbook, words: Words) -> String {
    if playbook.knows_fact(&typed) {
        return typed;
    }
    let called = facts(playbook).find(|key| same(&label(words, playbook, key), &typed));
    called.map_or(typed, str::to_owned)
}

/// What a fact is called that rules ask for.
pub fn label(words: Words, playbook: &Playbook, key: &str) -> String {
    match playbook.field(key) {
        Some(field) => field.label.clone(),
        None if JUDGED.contains(&key) => words.say(&format!("judged-{key}")),
        None => fact(words, key),
    }
}

/// The facts that a rule may ask for.
pub fn facts(playbook: &Playbook) -> impl Iterator<Item = &str> {
    let own = playbook.fields.iter().map(|field| field.key.as_str());
    Profile::KEYS.into_iter().chain(own).chain(JUDGED)
}

/// A condition with the keys of what it names, where a person has written what that is called.
pub fn keyed(condition: Condition, playbook: &Playbook, words: Words) -> Condition {
    let known = choices(&condition.field, playbook, words);
    let value = condition.value.iter().map(|value| key_of(&known, value)).collect();
    Condition { value, ..condition }
}

/// What the values of a condition are called, as many as fit.
pub fn value_names(
    condition: &Condition,
    most: usize,
    playbook: &Playbook,
    words: Words,
) -> String {
    let known = choices(&condition.field, playbook, words);
    let names = condition.value.iter().take(most).map(|value| name_of(&known, value));
    let more = if condition.value.len() > most { ", …" } else { "" };
    names.collect::<Vec<_>>().join(", ") + more
}

/// What somebody may have asked for, in a word.
pub fn request(words: Words, ask: HandRaise) -> String {
    words.say(&format!("request-{}", ask.key()))
}

/// What a fact is compared with, as a person has listed it.
pub fn compared_with(is: Test, typed: &str) -> Vec<String> {
    match is {
        Test::Known | Test::Unknown => Vec::new(),
        Test::AtLeast | Test::AtMost if typed.trim().is_empty() => Vec::new(),
        Test::AtLeast | Test::AtMost => vec![typed.trim().to_owned()],
        _ => values(typed),
    }
}

/// How many conditions stand in a form under places such as `rule.0.3`, counted to the last one.
pub fn count(sent: &Sent, within: &str, most: usize) -> usize {
    let asks = |nth: &usize| is_said(sent, &format!("{within}.{nth}"));
    (0..most).filter(asks).max().map_or(0, |last| last + 1)
}

/// Values as people list them: between semicolons or lines, else between commas.
pub fn values(text: &str) -> Vec<String> {
    let text: String = text.chars().take(VALUES_MAX).collect();
    let between: &[char] = if text.contains([';', '\n']) { &[';', '\n'] } else { &[','] };
    let values = text.split(between).map(str::trim).filter(|value| !value.is_empty());
    values.take(MANY).map(str::to_owned).collect()
}

/// Values as they stand in a form, so that they are read again as they are.
pub fn listed(condition: &Condition, playbook: &Playbook, words: Words) -> String {
    let known = choices(&condition.field, playbook, words);
    let values: Vec<String> = condition.value.iter().map(|value| written(&known, value)).collect();
    let is_number = matches!(condition.is, Test::AtLeast | Test::AtMost);
    match values.iter().any(|value| value.contains(',')) && !is_number {
        true => values.iter().map(|value| format!("{value};")).collect::<Vec<_>>().join(" "),
        false => values.join(", "),
    }
}

/// What conditions are drawn from.
pub struct Asked<'a> {
    pub playbook: &'a Playbook,
    pub sent: &'a Sent,
    pub wrong: Option<&'a Wrong>,
    pub words: Words,
}

impl Asked<'_> {
    /// The conditions within a place, and room for one more.
    pub fn rows(&self, within: &str, most: usize) -> Markup {
        let there = count(self.sent, within, most);
        html! {
            @for nth in 0..=there.min(most - 1) { (self.row(&format!("{within}.{nth}"))) }
        }
    }

    fn row(&self, place: &str) -> Markup {
        let (words, sent) = (self.words, self.sent);
        let [field, is, value] = ["field", "is", "value"].map(|what| format!("{place}.{what}"));
        let fact = meant(sent.trimmed(&field).to_owned(), self.playbook, words);
        html! {
            div.fields data-condition {
                div.field {
                    label for={ "f-" (field) } { (words.say("scoring-rule-fact")) }
                    (self.input(&field, KEY_MAX, FACTS, true))
                }
                div.field {
                    label for={ "f-" (is) } { (words.say("scoring-rule-is")) }
                    select.input #{ "f-" (is) } name=(is) {
                        @for (_, key) in TESTS {
                            option value=(key) selected[sent.get(&is) == key] { (words.say(&format!("test-{key}"))) }
                        }
                    }
                }
                div.field {
                    label for={ "f-" (value) } { (words.say("scoring-rule-value")) }
                    (self.input(&value, VALUES_MAX, &list_of(&fact), false))
                }
            }
        }
    }

    fn input(&self, name: &str, most: usize, list: &str, is_fact: bool) -> Markup {
        let wrong = self.wrong.filter(|wrong| wrong.field == name);
        let about = format!("f-{name}-h");
        html! {
            input.input #{ "f-" (name) } name=(name) value=(self.sent.get(name)) list=(list) maxlength=(most) data-fact[is_fact] data-values[!is_fact]
                autocomplete="off" aria-describedby=(about) aria-invalid=[wrong.map(|_| "true")];
            (beside(&about, wrong.map_or("", |wrong| &wrong.sentence), ""))
        }
    }
}

/// The lists from which a form offers facts and what they may be. A score may not rest on itself.
pub fn offers(playbook: &Playbook, words: Words) -> Markup {
    let offered = || facts(playbook).filter(|key| !["score", "tier"].contains(key));
    html! {
        datalist #(FACTS) {
            @for key in offered() {
                option value=(capitalised(&label(words, playbook, key))) data-key=(key) {}
            }
        }
        (lists(offered(), playbook, words))
        (script())
    }
}

/// Offers values by the fact that is chosen, one behind the other.
pub fn script() -> Markup {
    html! { script type="module" src=(assets::url("js/choices.js")) {} }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    #[test]
    fn values_survive_the_way_through_a_form() {
        let condition = |is, value: &[&str]| Condition {
            field: "company".into(),
            is,
            value: value.iter().map(|one| (*one).to_owned()).collect(),
        };
        let listed = |one| listed(&one, &playbook(), Words::default());
        for value in [&["DE", "FR"][..], &["Ek, Lund & Co"], &["A, B", "C"], &[]] {
            assert_eq!(values(&listed(condition(Test::In, value))), value);
        }
        assert_eq!(listed(condition(Test::AtLeast, &["1,200"])), "1,200");
        assert_eq!(values("Ek\nLund ;; Roth, Sons"), ["Ek", "Lund", "Roth, Sons"]);
    }

    fn playbook() -> Playbook {
        starter("Ek", Teammate::new("ek", "Ek", "", Role::Owner))
    }

    #[test]
    fn what_rules_know_by_its_key_may_be_written_as_it_is_called() {
        let mut playbook = playbook();
        playbook.sources[0].name = "Demo form".into();
        let key = playbook.sources[0].key.clone();
        for (field, typed, wanted) in [
            ("source", "demo form", key.as_str()),
            ("source", &key, &key),
            ("tier", "High", "high"),
            ("hand_raise", "Demo", "demo"),
            ("country", "Germany", "DE"),
            ("country", "Brunei", "Brunei"),
            ("language", "german", "de"),
            ("city", "High", "High"),
        ] {
            let value = vec![typed.to_owned()];
            let one = Condition { field: field.into(), is: Test::In, value };
            let one = keyed(one, &playbook, Words::default());
            assert_eq!(one.value, [wanted], "{field}");
            let shown = listed(&one, &playbook, Words::default());
            assert!(field == "city" || typed == key || same(&shown, typed), "{shown}");
        }
    }

    #[test]
    fn a_fact_may_be_asked_for_by_what_it_is_called() {
        let (playbook, english) = (playbook(), Words::default());
        let size = "Employees";
        for (typed, key) in [(size.to_uppercase().as_str(), "company_size"), ("shoe", "shoe")] {
            let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            let sent: Sent =
                [("at.0.field", typed), ("at.0.value", "9")].map(own).into_iter().collect();
            let one = read(&sent, "at.0", &playbook, english).expect("a condition");
            assert_eq!(one.field, key);
        }
    }

    #[test]
    fn values_without_a_fact_are_kept_and_an_empty_line_is_no_condition() {
        let (playbook, english) = (playbook(), Words::default());
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let typed = [("at.1.field", " "), ("at.1.is", "in"), ("at.1.value", "Care")];
        let sent: Sent = typed.map(own).into_iter().collect();
        let one = read(&sent, "at.1", &playbook, english).expect("a condition");
        assert_eq!((one.field.as_str(), &one.value[..]), ("", &["Care".to_owned()][..]));
        assert_eq!((count(&sent, "at", 9), read(&sent, "at.0", &playbook, english)), (2, None));
    }

    #[test]
    fn a_condition_that_stands_in_a_form_is_read_as_it_is() {
        let (playbook, english) = (playbook(), Words::default());
        for (_, key) in TESTS {
            let typed = [("at.0.field", "budget"), ("at.0.is", key), ("at.0.value", "1,200")];
            let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            let sent: Sent = typed.map(own).into_iter().collect();
            let one = read(&sent, "at.0", &playbook, english).expect("a condition");
            let again: Sent = said("at.0", &one, &playbook, english).into_iter().collect();
            assert_eq!(again.get("at.0.field"), "Budget");
            assert_eq!(read(&again, "at.0", &playbook, english), Some(one), "{key}");
            let none = read(&sent, "at.1", &playbook, english);
            assert_eq!((count(&sent, "at", 9), none), (1, None));
        }
    }
}
