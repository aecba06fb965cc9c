//! One condition in a form: what is asked of which fact, in three fields that stand in one line.

use crate::language::Words;
use crate::lead::profile::one_line;
use crate::lead::words::{self, fact};
use crate::lead::{HandRaise, Profile, SourceClass, Tier};
use crate::playbook::{Condition, JUDGED, Playbook, Test, same};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::beside;
use maud::{Markup, html};

/// The most values of one condition, and characters of a fact's key and of all values.
const MANY: usize = 500;
const KEY_MAX: usize = 80;
pub const VALUES_MAX: usize = 20_000;

/// The list of facts that a condition may ask for, by its id.
const FACTS: &str = "facts";

/// Every way a fact is compared, with its key.
const TESTS: [(Test, &str); 9] = [
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

/// What stands in the form for a condition, under names that begin so.
pub fn said(place: &str, condition: &Condition) -> [(String, String); 3] {
    let key = TESTS.iter().find(|(one, _)| *one == condition.is).map_or("in", |(_, key)| key);
    [
        (format!("{place}.field"), condition.field.clone()),
        (format!("{place}.is"), key.to_owned()),
        (format!("{place}.value"), listed(condition)),
    ]
}

/// The condition that stands under names that begin so; `None` where no fact is asked for.
pub fn read(sent: &Sent, place: &str, playbook: &Playbook, words: Words) -> Option<Condition> {
    let get = |what: &str| sent.trimmed(&format!("{place}.{what}"));
    let field = meant(one_line(get("field"), KEY_MAX), playbook, words);
    let (is, _) = TESTS.iter().find(|(_, key)| *key == get("is")).unwrap_or(&TESTS[0]);
    let value = compared_with(*is, get("value"));
    let condition = Condition { field, is: *is, value };
    (!condition.field.is_empty()).then(|| keyed(condition, playbook, words))
}

/// The key of a fact, where a person has written what it is called.
fn meant(typed: String, playbook: &Playbook, words: Words) -> String {
    if playbook.knows_fact(&typed) {
        return typed;
    }
    let called = offered(playbook, words).find(|(_, label)| same(label, &typed));
    called.map_or(typed, |(key, _)| key.to_owned())
}

/// A condition with the keys of what it names, where a person has written what that is called.
pub fn keyed(condition: Condition, playbook: &Playbook, words: Words) -> Condition {
    let field = condition.field.as_str();
    let known = keys(field, playbook);
    let key = |value: &String| {
        let is_key = |key: &&String| same(key, value);
        let is_called = |key: &&String| same(&value_name(field, key, playbook, words), value);
        let meant = known.iter().find(is_key).or_else(|| known.iter().find(is_called));
        meant.unwrap_or(value).clone()
    };
    let value = condition.value.iter().map(key).collect();
    Condition { value, ..condition }
}

/// The keys that values of a field may be, where they are keys.
fn keys(field: &str, playbook: &Playbook) -> Vec<String> {
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    match field {
        "tier" => owned(&Tier::ALL.map(Tier::key)),
        "class" => owned(&SourceClass::ALL.map(SourceClass::key)),
        "hand_raise" => owned(&HandRaise::ALL.map(HandRaise::key)),
        "source" => playbook.sources.iter().map(|source| source.key.clone()).collect(),
        "tags" => playbook.tags.iter().map(|tag| tag.key.clone()).collect(),
        _ => Vec::new(),
    }
}

/// What a value is called that rules know by its key; the value itself where it is none.
pub fn value_name(field: &str, value: &str, playbook: &Playbook, words: Words) -> String {
    let name = match field {
        "tier" => Tier::from_key(value).map(|tier| words::tier(words, tier)),
        "class" => SourceClass::ALL
            .into_iter()
            .find(|class| class.key() == value)
            .map(|class| words::source_class(words, class)),
        "hand_raise" => {
            HandRaise::ALL.into_iter().find(|ask| ask.key() == value).map(|ask| request(words, ask))
        }
        "source" => playbook.source(value).map(|source| source.name.clone()),
        "tags" => playbook.tag(value).map(|tag| tag.label.clone()),
        _ => None,
    };
    name.unwrap_or_else(|| value.to_owned())
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
    let asks = |nth: &usize| !sent.trimmed(&format!("{within}.{nth}.field")).is_empty();
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
pub fn listed(condition: &Condition) -> String {
    let is_number = matches!(condition.is, Test::AtLeast | Test::AtMost);
    match condition.value.iter().any(|value| value.contains(',')) && !is_number {
        true => {
            condition.value.iter().map(|value| format!("{value};")).collect::<Vec<_>>().join(" ")
        }
        false => condition.value.join(", "),
    }
}

/// What conditions are drawn from.
pub struct Asked<'a> {
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
        html! {
            div.fields {
                div.field {
                    label for={ "f-" (field) } { (words.say("scoring-rule-fact")) }
                    (self.input(&field, KEY_MAX, Some(FACTS)))
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
                    (self.input(&value, VALUES_MAX, None))
                }
            }
        }
    }

    fn input(&self, name: &str, most: usize, list: Option<&str>) -> Markup {
        let wrong = self.wrong.filter(|wrong| wrong.field == name);
        let about = format!("f-{name}-h");
        html! {
            input.input #{ "f-" (name) } name=(name) value=(self.sent.get(name)) list=[list] maxlength=(most)
                autocomplete="off" aria-describedby=(about) aria-invalid=[wrong.map(|_| "true")];
            (beside(&about, wrong.map_or("", |wrong| &wrong.sentence), ""))
        }
    }
}

/// The facts that a condition may ask for, with what they are called. A score may not rest on itself.
fn offered(playbook: &Playbook, words: Words) -> impl Iterator<Item = (&str, String)> {
    let profile = Profile::KEYS.into_iter().map(move |key| (key, fact(words, key)));
    let own = playbook.fields.iter().map(|field| (field.key.as_str(), field.label.clone()));
    let judged = JUDGED.into_iter().filter(|key| !["score", "tier"].contains(key));
    let judged = judged.map(move |key| (key, words.say(&format!("judged-{key}"))));
    profile.chain(own).chain(judged)
}

/// The list from which a form offers them.
pub fn facts(playbook: &Playbook, words: Words) -> Markup {
    html! {
        datalist #(FACTS) {
            @for (key, label) in offered(playbook, words) { option value=(key) { (label) } }
        }
    }
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
        for value in [&["DE", "FR"][..], &["Ek, Lund & Co"], &["A, B", "C"], &[]] {
            assert_eq!(values(&listed(&condition(Test::In, value))), value);
        }
        assert_eq!(listed(&condition(Test::AtLeast, &["1,200"])), "1,200");
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
            ("city", "High", "High"),
        ] {
            let value = vec![typed.to_owned()];
            let one = Condition { field: field.into(), is: Test::In, value };
            assert_eq!(keyed(one, &playbook, Words::default()).value, [wanted], "{field}");
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
    fn a_condition_that_stands_in_a_form_is_read_as_it_is() {
        let (playbook, english) = (playbook(), Words::default());
        for (_, key) in TESTS {
            let typed = [("at.0.field", "budget"), ("at.0.is", key), ("at.0.value", "1,200")];
            let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            let sent: Sent = typed.map(own).into_iter().collect();
            let one = read(&sent, "at.0", &playbook, english).expect("a condition");
            let again: Sent = said("at.0", &one).into_iter().collect();
            assert_eq!(read(&again, "at.0", &playbook, english), Some(one), "{key}");
            let none = read(&sent, "at.1", &playbook, english);
            assert_eq!((count(&sent, "at", 9), none), (1, None));
        }
    }
}
