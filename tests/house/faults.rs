//! Every sentence in which the check of a playbook finds fault can be said in every language.

use crate::sources::sources;
use std::collections::BTreeSet;

const ENGLISH: &str = include_str!("../../src/language/en.ftl");

/// Stands for whatever stands in a place.
const PLACE: char = '\u{1}';

#[test]
fn every_fault_of_a_playbook_stands_in_the_catalogue() {
    let known: BTreeSet<String> = ENGLISH.lines().filter_map(of_catalogue).collect();
    let checks = sources();
    let checks = checks.iter().filter(|one| one.path.starts_with("src/playbook/check/"));
    let mut count = 0;
    for check in checks.filter(|one| !one.path.contains("/tests")) {
        let code = check.text.split("#[cfg(test)]").next().unwrap_or_default();
        for sentence in texts(code).into_iter().filter(|text| is_sentence(text)) {
            let shape = of_code(&sentence);
            assert!(known.contains(&shape), "{}: no fault- text says “{sentence}”", check.path);
            count += 1;
        }
    }
    assert!(count > 100, "only {count} sentences were found");
}

/// Whether a text of the code is read by a person: it begins like a sentence and has words.
fn is_sentence(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '{');
    begins && text.contains(' ') && !text.starts_with("Line {line}")
}

/// A fault as the catalogue writes it.
fn of_catalogue(line: &str) -> Option<String> {
    let (_, text) = line.strip_prefix("fault-")?.split_once(" = ")?;
    let text = text.replace("{\"{{\"}", "⦃").replace("{\"}}\"}", "⦄");
    Some(with_places(&text))
}

/// A fault as the code writes it; a proposal may stand behind it.
fn of_code(text: &str) -> String {
    let text = text.replace("{{{{", "⦃").replace("}}}}", "⦄");
    let shape = with_places(&text);
    let is_whole = |rest: &&str| rest.ends_with('.');
    shape.strip_suffix(PLACE).filter(is_whole).map(str::to_owned).unwrap_or(shape)
}

fn with_places(text: &str) -> String {
    let mut shape = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        shape.push_str(before);
        shape.push(PLACE);
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    shape + rest
}

/// The texts between quotes in a piece of code, comments left out.
fn texts(code: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        rest = match &rest[at..] {
            comment if comment.starts_with("//") => {
                comment.split_once('\n').map_or("", |two| two.1)
            }
            text if text.starts_with('"') => {
                let (text, after) = until_quote(&text[1..]);
                texts.push(text);
                after
            }
            quoted if quoted.starts_with("'\"'") => &quoted[3..],
            other => &other[1..],
        };
    }
    texts
}

/// The text up to the next quote, its line breaks undone, and what follows.
fn until_quote(code: &str) -> (String, &str) {
    let mut text = String::new();
    let mut letters = code.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (text, &code[at + 1..]),
            '\\' => match letters.next() {
                Some((_, '\n')) => {
                    let after = letters.as_str().trim_start();
                    let (more, rest) = until_quote(after);
                    return (text + &more, rest);
                }
                Some((_, escaped)) => text.push(escaped),
                None => break,
            },
            letter => text.push(letter),
        }
    }
    (text, "")
}
