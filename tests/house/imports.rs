//! Who may import whom.

use crate::sources::{Source, sources};
use std::collections::BTreeSet;

/// The core: a room on the left may name those on the right, and itself. Rules know nothing of one
/// another; they meet in the lead.
const CORE: [(&str, &[&str]); 16] = [
    ("language", &[]),
    ("lead", &["language"]),
    ("playbook", &["language", "lead", "command", "capability"]),
    ("command", &["language", "lead", "playbook", "capability"]),
    ("capability", &["lead", "playbook", "command"]),
    ("capture", RULES),
    ("dedupe", RULES),
    ("qualification", RULES),
    ("scoring", RULES),
    ("routing", RULES),
    ("sla", RULES),
    ("followup", RULES),
    ("pipeline", RULES),
    ("insights", RULES),
    (
        "decide",
        &[
            "lead",
            "playbook",
            "command",
            "capability",
            "capture",
            "dedupe",
            "qualification",
            "scoring",
            "routing",
            "sla",
            "followup",
            "pipeline",
            "insights",
        ],
    ),
    // A lead is filed under its keys and counted toward its turn; these two say how.
    ("rows", &["lead", "playbook", "decide", "dedupe", "followup", "routing", "scoring"]),
];

/// What a rule may know.
const RULES: &[&str] = &["language", "lead", "playbook", "command", "capability"];

/// The shell: which of its own rooms a room may name. The core it may name freely.
const SHELL: [(&str, &[&str]); 19] = [
    ("clock", &[]),
    ("claim", &["error"]),
    ("error", &[]),
    ("config", &[]),
    ("store", &["error"]),
    ("search", &["error", "store", "clock"]),
    ("desk", &["clock", "error", "store", "search"]),
    ("scheduler", &["desk", "error", "store"]),
    ("learning", &["desk", "house"]),
    ("outbox", &["desk", "error", "store", "config", "clock"]),
    ("snapshots", &["desk", "error", "house", "store"]),
    ("importing", &["desk", "error", "store"]),
    ("rehearsal", &["desk", "error", "store", "outbox", "house"]),
    (
        "house",
        &[
            "claim",
            "clock",
            "config",
            "desk",
            "error",
            "store",
            "search",
            "scheduler",
            "snapshots",
            "outbox",
            "papers",
            "learning",
        ],
    ),
    // A page shows a letter as it went.
    (
        "web",
        &[
            "clock",
            "config",
            "desk",
            "error",
            "house",
            "importing",
            "learning",
            "store",
            "search",
            "outbox",
            "papers",
        ],
    ),
    ("papers", &["desk", "error", "search", "store"]),
    ("counter", &["desk", "error", "house", "importing", "outbox", "scheduler", "store", "web"]),
    ("demo", &["clock", "config", "desk", "error", "house", "outbox", "rehearsal", "store", "web"]),
    ("cli", ANYTHING),
];

/// The command line puts the house together.
const ANYTHING: &[&str] = &["*"];

#[test]
fn every_room_of_the_core_imports_only_what_it_may() {
    let core = sources().into_iter().filter(|source| !source.is_shell());
    let strays = core.filter(|source| !["lib", "main"].contains(&&*source.module[0]));
    assert_none(strays.flat_map(|source| strays_of(&source, 0, &CORE)));
}

#[test]
fn every_room_of_the_shell_imports_only_what_it_may() {
    let shell = sources().into_iter().filter(|source| source.is_shell());
    let rooms = shell.filter(|source| source.module.len() > 1);
    assert_none(rooms.flat_map(|source| strays_of(&source, 1, &SHELL)));
}

/// What a file names and may not, where its room is the step of its module at `depth`.
fn strays_of(source: &Source, depth: usize, table: &[(&str, &[&str])]) -> Vec<String> {
    let room = source.module[depth].as_str();
    let Some((_, allowed)) = table.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{}: give `{room}` a line in the table", source.path)];
    };
    let of_this_level = |place: &[String; 2]| depth == 0 || place[0] == "shell";
    let named: BTreeSet<String> = places_named(source)
        .into_iter()
        .filter(of_this_level)
        .map(|place| place[depth].clone())
        .collect();
    let may = |named: &str| *allowed == ANYTHING || named == room || allowed.contains(&named);
    let strays = named.iter().filter(|named| !may(named));
    strays.map(|named| format!("{}: {room} may not import {named}", source.path)).collect()
}

fn assert_none(strays: impl Iterator<Item = String>) {
    let strays: Vec<String> = strays.collect();
    assert!(strays.is_empty(), "\n{}", strays.join("\n"));
}

#[test]
fn nobody_but_the_desk_and_who_has_the_house_to_itself_asks_for_a_transaction_to_write_in() {
    let may = ["store", "desk", "house", "rehearsal", "cli"];
    for source in sources().iter().filter(|source| source.is_shell()) {
        let asks = source.text.contains("WriteTransaction") || source.text.contains("begin_write");
        let room = source.module.get(1).map_or("", String::as_str);
        assert!(!asks || may.contains(&room), "{}: only the desk writes", source.path);
    }
}

/// Every place of ours that a file names: its first two steps, the second empty where there is none.
fn places_named(source: &Source) -> BTreeSet<[String; 2]> {
    let code = without_comments(&source.text);
    let mut places = BTreeSet::new();
    for start in starts(&code) {
        let (base, rest) = base_of(&code[start..], &source.module);
        for tail in leaves(rest) {
            let path: Vec<&str> =
                base.iter().map(String::as_str).chain(tail.split("::").map(str::trim)).collect();
            let step = |at: usize| path.get(at).copied().unwrap_or_default().to_owned();
            places.insert([step(0), step(1)]);
        }
    }
    places
}

/// The code without its comments and without the examples under it, whose `super` is the file itself.
fn without_comments(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Where a path of ours begins.
fn starts(code: &str) -> Vec<usize> {
    let begins = |at: usize| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':')
    };
    let places = code.match_indices("crate::").chain(code.match_indices("super::"));
    places.map(|(at, _)| at).filter(|at| begins(*at)).collect()
}

/// The module a path starts from, and what follows.
fn base_of<'a>(mut path: &'a str, module: &[String]) -> (Vec<String>, &'a str) {
    if let Some(rest) = path.strip_prefix("crate::") {
        return (Vec::new(), rest);
    }
    let mut base = module.to_vec();
    while let Some(rest) = path.strip_prefix("super::") {
        base.pop();
        path = rest;
    }
    (base, path)
}

/// The paths of a tree such as `a::{b, c::{d, e}}`; of a plain path the path itself.
fn leaves(tree: &str) -> Vec<String> {
    let end =
        tree.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(tree.len());
    let (stem, rest) = tree.split_at(end);
    let Some(inside) = rest.strip_prefix('{').filter(|_| stem.is_empty() || stem.ends_with("::"))
    else {
        return vec![stem.to_owned()];
    };
    let mut paths = Vec::new();
    for branch in branches(inside) {
        paths.extend(leaves(branch.trim()).into_iter().map(|leaf| format!("{stem}{leaf}")));
    }
    paths
}

/// The parts between the commas of this level, up to the brace that closes it.
fn branches(inside: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&inside[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inside[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[test]
fn an_import_is_understood_however_it_is_written() {
    let source = Source {
        path: "src/shell/web/login.rs".into(),
        text: "//! Not crate::nothing.\nuse crate::{lead::{Lead, Tier}, shell::desk::Desk};\n\
               use super::parts;\nuse super::super::error::Error;\nfn f() { crate::rows::SHAPE }"
            .into(),
        module: ["shell", "web", "login"].map(str::to_owned).to_vec(),
    };
    let named: Vec<String> =
        places_named(&source).into_iter().map(|place| place.join(" ")).collect();
    assert_eq!(
        named,
        ["lead Lead", "lead Tier", "rows SHAPE", "shell desk", "shell error", "shell web"]
    );
}
