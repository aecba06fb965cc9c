//! What is said on a screen stands in the catalogues, and nothing else does.

use crate::sources::sources;
use std::collections::BTreeSet;

const ENGLISH: &str = include_str!("../../src/language/en.ftl");

/// How a text is asked for.
const ASKING: [&str; 3] = ["words.say(\"", "words.fill(\"", "words.moment(\""];

/// Keys that are put together from what they name.
const COMPOSED: [&str; 24] = [
    "country-",
    "language-",
    "fault-what-",
    "framework-",
    "grade-",
    "lead-means-",
    "qualify-good-",
    "weekday-",
    "weekday-short-",
    "month-",
    "month-short-",
    "fact-",
    "judged-",
    "channel-",
    "task-",
    "asked-",
    "reason-",
    "signal-",
    "request-",
    "test-",
    "routing-is-",
    "wrong-owner-",
    "learned-column-",
    "learned-counts-",
];

fn keys() -> BTreeSet<&'static str> {
    let lines = ENGLISH.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key)).collect()
}

#[test]
fn every_text_that_is_asked_for_stands_in_the_catalogue() {
    let keys = keys();
    for source in sources().iter().filter(|source| !source.path.starts_with("src/language/")) {
        for asking in ASKING {
            for (at, _) in source.text.match_indices(asking) {
                let key = source.text[at + asking.len()..].split('"').next().unwrap_or_default();
                assert!(keys.contains(key), "{}: there is no text “{key}”", source.path);
            }
        }
    }
}

#[test]
fn every_text_of_the_catalogue_is_asked_for() {
    let sources = sources();
    for key in keys().into_iter().filter(|key| !COMPOSED.iter().any(|one| key.starts_with(one))) {
        let quoted = format!("\"{key}\"");
        let is_used = sources
            .iter()
            .any(|source| source.path != "src/language/tests.rs" && source.text.contains(&quoted));
        assert!(is_used, "nobody says “{key}”");
    }
}
