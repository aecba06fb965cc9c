//! Whoever gets the binary gets the licences of what it is built from.

use std::collections::BTreeSet;

const LICENCES: &str = include_str!("../../packaging/licences.txt");
const LOCK: &str = include_str!("../../Cargo.lock");
const MANIFEST: &str = include_str!("../../Cargo.toml");

#[test]
fn the_licences_are_those_of_what_is_built_in() {
    let listed: BTreeSet<(&str, &str)> = LICENCES
        .lines()
        .skip(2)
        .take_while(|line| !line.is_empty())
        .map(|line| {
            let mut words = line.split_whitespace();
            (words.next().unwrap_or_default(), words.next().unwrap_or_default())
        })
        .collect();
    let lock: toml::Table = LOCK.parse().expect("Cargo.lock reads");
    let packages = lock["package"].as_array().expect("packages");
    let locked: BTreeSet<(&str, &str)> = packages
        .iter()
        .filter_map(|one| Some((one.get("name")?.as_str()?, one.get("version")?.as_str()?)))
        .collect();
    let gone: Vec<_> = listed.difference(&locked).collect();
    assert!(gone.is_empty(), "no longer built in; run packaging/licences: {gone:?}");

    let manifest: toml::Table = MANIFEST.parse().expect("Cargo.toml reads");
    let wanted = manifest["dependencies"].as_table().expect("dependencies");
    let names: BTreeSet<&str> = listed.iter().map(|(name, _)| *name).collect();
    let lacking: Vec<_> = wanted.keys().filter(|name| !names.contains(name.as_str())).collect();
    assert!(lacking.is_empty(), "not listed; run packaging/licences: {lacking:?}");
}
