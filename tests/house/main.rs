//! The rules of the house, checked like any other behaviour: who may import whom, what may not
//! appear where, how long a file may be, and who may ask for which URL.

mod faults;
mod imports;
mod licences;
mod sources;
mod urls;
mod words;

use sources::{Source, sources};

/// Words that touch the world. Outside `src/shell/` they may not appear at all.
const WORLDLY: [&str; 14] = [
    "redb",
    "tantivy",
    "axum",
    "maud",
    "tokio",
    "std::fs",
    "std::net",
    "std::env",
    "std::time",
    "::now()",
    "rand::",
    "async fn",
    "Mutex",
    "println!",
];

/// The longest a file may be.
const LINES_MAX: usize = 450;

/// Files that are one table and no code; they are as long as what they list.
const TABLES: [&str; 1] = ["src/shell/demo/script.rs"];

/// Where a router is made: behind the doors, and behind the private socket of the folder's owner.
const ROUTERS: [&str; 2] = ["src/shell/web/route.rs", "src/shell/counter/mod.rs"];

#[test]
fn only_the_shell_touches_the_world() {
    for Source { path, text, .. } in sources().iter().filter(|source| !source.is_shell()) {
        for word in WORLDLY {
            assert!(!names(text, word), "{path}: `{word}` belongs in src/shell/");
        }
    }
}

#[test]
fn every_file_is_short_and_says_what_it_is() {
    for Source { path, text, .. } in sources() {
        let lines = text.lines().count();
        let long = lines > LINES_MAX && !TABLES.contains(&path.as_str());
        assert!(!long, "{path} has {lines} lines, more than {LINES_MAX}");
        assert!(text.starts_with("//!") || path == "src/main.rs", "{path} does not say what it is");
    }
}

#[test]
fn no_url_is_added_without_its_right() {
    for Source { path, text, .. } in sources() {
        let bare = text.contains(".route(") && !ROUTERS.contains(&path.as_str());
        assert!(!bare, "{path}: add URLs with `Routes`, so that their right is named");
    }
}

/// Whether a word stands in a text, by itself and not within a longer one.
fn names(text: &str, word: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, _)| {
        let (first, last) = (word.chars().next(), word.chars().next_back());
        let before = part(first) && part(text[..at].chars().next_back());
        let after = part(last) && part(text[at + word.len()..].chars().next());
        !before && !after
    })
}

#[test]
fn a_word_is_found_by_itself_and_not_within_another() {
    assert!(names("use redb::Table;", "redb"));
    assert!(!names("redbird.example", "redb"));
    assert!(names("Timestamp::now()", "::now()"));
    assert!(!names("operand::x", "rand::"));
}
