//! What lists of keys must keep to, and the key that was probably meant.

use super::report::Report;
use crate::lead::Profile;
use crate::playbook::{Playbook, lower};
use std::collections::{BTreeMap, BTreeSet};

/// The longest key, in characters.
pub const KEY_CHARS_MAX: usize = 60;

/// How alike two keys must be for one to be proposed for the other.
const LIKENESS_MIN: f64 = 0.8;

/// The most a playbook may hold of one thing.
pub const MANY: usize = 500;

/// Whether a key may stand in an address: small letters, digits, `-` and `_`.
pub fn is_key(key: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    key.len() <= KEY_CHARS_MAX
        && key.starts_with(|c: char| c.is_ascii_alphanumeric())
        && key.chars().all(fits)
}

/// Checks that there are not too many, that every key is one, and that none stands twice. `what` is
/// also what their tables are called in the text.
pub fn check_keys<'a>(
    what: &'static str,
    keys: impl Iterator<Item = &'a str>,
    report: &mut Report,
) {
    let mut seen = BTreeSet::new();
    let mut count = 0;
    for (nth, key) in keys.enumerate() {
        count += 1;
        report.nth(what, nth, |report| {
            report.expect(is_key(key), key, || {
                format!("“{key}” is no key for a {what}. Use small letters, digits, - and _.")
            });
            let new = seen.insert(key);
            report.expect(new, key, || format!("There are two of the {what} “{key}”."));
        });
    }
    report.expect(count <= MANY, "", || {
        format!("There are {count} entries of the kind {what}. {MANY} is the most.")
    });
}

/// Says of each name that stands twice, whatever its capital letters, that it does.
pub fn twice<'a>(
    names: impl Iterator<Item = &'a str>,
    table: &'static str,
    report: &mut Report,
    sentence: impl Fn(&str) -> String,
) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (nth, name) in names.map(str::trim).enumerate() {
        let times = seen.entry(lower(name).collect()).or_default();
        *times += 1;
        if *times == 2 && !name.is_empty() {
            report.nth(table, nth, |report| report.say("name", sentence(name)));
        }
    }
}

/// Checks that something referred to exists.
pub fn check_known<'a>(
    what: &str,
    where_: &str,
    key: &str,
    known: impl IntoIterator<Item = &'a str>,
    report: &mut Report,
) {
    let known: Vec<&str> = known.into_iter().collect();
    report.expect(known.contains(&key), key, || {
        format!(
            "{where_} names the {what} “{key}”, which does not exist.{}",
            did_you_mean(key, known)
        )
    });
}

/// A proposal to stand behind a sentence about an unknown key; empty if nothing is like it.
pub fn did_you_mean<'a>(key: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(key, known).map_or(String::new(), |other| format!(" Did you mean “{other}”?"))
}

/// Which of these was probably meant, whatever the capital letters; `None` if nothing is like it.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let small = |text: &str| lower(text).collect::<String>();
    let meant = small(typed);
    known
        .into_iter()
        .filter(|_| typed.len() <= KEY_CHARS_MAX)
        .map(|other| (strsim::jaro_winkler(&meant, &small(other)), other))
        .filter(|(likeness, _)| *likeness >= LIKENESS_MIN)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, other)| other)
}

/// Keys of all facts a lead may have: of its profile, and the custom fields.
pub fn facts(playbook: &Playbook) -> impl Iterator<Item = &str> {
    Profile::KEYS.into_iter().chain(playbook.fields.iter().map(|field| field.key.as_str()))
}
