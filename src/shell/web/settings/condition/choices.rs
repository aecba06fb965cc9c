//! What a fact may be, where that is a list: by the keys that rules know and the names people read.

use super::request;
use crate::language::Words;
use crate::lead::profile::COUNTRY_GROUPS;
use crate::lead::words;
use crate::lead::{HandRaise, SourceClass, Tier};
use crate::playbook::{Condition, FieldKind, Playbook, Test, YES, same};
use maud::{Markup, html};

/// Countries and languages that are offered; others can be typed.
const COUNTRIES: [&str; 46] = [
    "AE", "AT", "AU", "BE", "BG", "BR", "CA", "CH", "CN", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
    "FR", "GB", "GR", "HR", "HU", "IE", "IN", "IS", "IT", "JP", "KR", "LI", "LT", "LU", "LV", "MT",
    "MX", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TR", "US", "ZA",
];
const LANGUAGES: [&str; 24] = [
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "it", "ja", "nl", "no", "pl",
    "pt", "ro", "ru", "sk", "sv", "tr", "uk", "zh",
];

/// Values of a text that are looked at.
const NAMED_MAX: usize = 500;

/// The no of a field that holds yes or no.
const NO: &str = "no";

/// What may stand where a fact of this key is compared, by key and name; nothing where that is no list.
pub fn choices(field: &str, playbook: &Playbook, words: Words) -> Vec<(String, String)> {
    let pair = |key: &str, name: String| (key.to_owned(), name);
    let composed = |kind: &str, key: &str| words.say(&format!("{kind}-{}", key.to_lowercase()));
    match field {
        "tier" => Tier::ALL.map(|one| pair(one.key(), words::tier(words, one))).into(),
        "class" => {
            SourceClass::ALL.map(|one| pair(one.key(), words::source_class(words, one))).into()
        }
        "hand_raise" => HandRaise::ALL.map(|one| pair(one.key(), request(words, one))).into(),
        "source" => playbook.sources.iter().map(|one| pair(&one.key, one.name.clone())).collect(),
        "tags" => playbook.tags.iter().map(|one| pair(&one.key, one.label.clone())).collect(),
        "country" => {
            let groups = COUNTRY_GROUPS.into_iter().map(|(key, _)| key);
            groups.chain(COUNTRIES).map(|code| pair(code, composed("country", code))).collect()
        }
        "language" => LANGUAGES.map(|code| pair(code, composed("language", code))).into(),
        _ => match playbook.field(field) {
            Some(own) if own.kind == FieldKind::Choice => {
                own.options.iter().map(|one| pair(one, one.clone())).collect()
            }
            Some(own) if own.kind == FieldKind::YesNo => {
                vec![pair(YES, words.say("lead-yes")), pair(NO, words.say("lead-no"))]
            }
            _ => Vec::new(),
        },
    }
}

/// What is offered where a fact is asked for; of a text, which may be anything, what rules name.
pub fn offered(field: &str, playbook: &Playbook, words: Words) -> Vec<(String, String)> {
    let choices = choices(field, playbook, words);
    let is_text = playbook.field(field).is_none_or(|own| own.kind == FieldKind::Text);
    if choices.is_empty() && is_text { named(field, playbook) } else { choices }
}

/// Whether a fact can be nothing else than what is offered.
pub fn is_closed(field: &str, playbook: &Playbook) -> bool {
    let own = playbook.field(field).map(|own| own.kind);
    matches!(own, Some(FieldKind::Choice | FieldKind::YesNo))
        || ["tier", "class", "hand_raise", "source", "tags"].contains(&field)
}

/// The values that rules name of a text, and the industries served best.
fn named(field: &str, playbook: &Playbook) -> Vec<(String, String)> {
    let rules = playbook.routing.rules.iter().flat_map(|rule| &rule.conditions);
    let fit = playbook.scoring.fit_rules.iter().flat_map(|rule| &rule.conditions);
    let asks = |one: &&Condition| one.field == field && one.is == Test::In;
    let values = rules.chain(fit).filter(asks).flat_map(|one| &one.value);
    let best = playbook.scoring.fit.industries.iter().filter(|_| field == "industry");
    let mut named: Vec<(String, String)> = Vec::new();
    for value in values.chain(best).take(NAMED_MAX) {
        if !named.iter().any(|(known, _)| same(known, value)) {
            named.push((value.clone(), value.clone()));
        }
    }
    named
}

/// The key of a value that a person has written as it is called; the value itself where it has none.
pub fn key_of(choices: &[(String, String)], value: &str) -> String {
    let is_key = |(key, _): &&(String, String)| same(key, value);
    let is_called = |(_, name): &&(String, String)| same(name, value);
    let meant = choices.iter().find(is_key).or_else(|| choices.iter().find(is_called));
    meant.map_or(value, |(key, _)| key).to_owned()
}

/// What a value is called that rules know by its key; the value itself where it is none.
pub fn name_of<'a>(choices: &'a [(String, String)], value: &'a str) -> &'a str {
    choices.iter().find(|(key, _)| same(key, value)).map_or(value, |(_, name)| name)
}

/// What stands for a value in a form: its name, as long as that means this value and no other, and
/// holds no mark that ends a value.
pub fn written(choices: &[(String, String)], value: &str) -> String {
    let name = name_of(choices, value);
    let is_one = !name.contains([';', '\n']) && key_of(choices, name) == value;
    if is_one { name } else { value }.to_owned()
}

/// The id of the list of a fact.
pub fn id(field: &str) -> String {
    format!("values-{field}")
}

/// The lists from which a form offers what facts may be.
pub fn lists<'a>(
    fields: impl IntoIterator<Item = &'a str>,
    playbook: &Playbook,
    words: Words,
) -> Markup {
    html! {
        @for field in fields {
            @let offered = offered(field, playbook, words);
            @if !offered.is_empty() {
                datalist #(id(field)) {
                    @for (key, _) in &offered { option value=(written(&offered, key)) {} }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::lead::profile::country_code;

    #[test]
    fn every_country_and_language_is_known_and_has_a_name() {
        for words in Language::ALL.map(Words::of) {
            let playbook = crate::playbook::fixture::house(&["maya"]);
            for field in ["country", "language"] {
                let choices = choices(field, &playbook, words);
                for (key, name) in &choices {
                    assert!(!name.starts_with(field), "{key}");
                    assert_eq!(
                        (key_of(&choices, name), name_of(&choices, key)),
                        (key.clone(), &**name)
                    );
                }
            }
        }
        assert!(COUNTRIES.iter().all(|code| country_code(code) == Some(code)));
    }

    #[test]
    fn of_a_text_is_offered_what_rules_name() {
        let mut playbook = crate::playbook::fixture::house(&["maya"]);
        let value = vec!["Law".to_owned(), "law".to_owned(), "Care".to_owned()];
        let asks = Condition { field: "industry".into(), is: Test::In, value };
        playbook.routing.rules[0].conditions = vec![asks];
        playbook.scoring.fit.industries = vec!["Hotels".into()];
        let english = Words::default();
        let offered = offered("industry", &playbook, english);
        let names: Vec<&str> = offered.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["Law", "Care", "Hotels"]);
        assert_eq!(choices("industry", &playbook, english), []);
        assert!(!is_closed("industry", &playbook) && is_closed("source", &playbook));
    }

    #[test]
    fn a_name_that_two_share_stands_for_neither() {
        let two = |key: &str| (key.to_owned(), "Form".to_owned());
        let one = |key: &str, name: &str| (key.to_owned(), name.to_owned());
        let choices = [two("a"), two("b"), one("c", "Phone"), one("e", "Fair; hall 4")];
        assert_eq!(
            ["a", "b", "c", "d", "e"].map(|key| written(&choices, key)),
            ["Form", "b", "Phone", "d", "e"]
        );
        assert_eq!(["form", "B", "phone"].map(|text| key_of(&choices, text)), ["a", "b", "c"]);
    }
}
