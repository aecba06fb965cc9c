//! Two people change one thing at once: what one of them left alone is as the other has left it.

use crate::shell::web::lead::Sent;
use std::collections::{BTreeMap, BTreeSet};

/// Theirs where mine is as it was.
pub fn either<T: PartialEq + Clone>(base: &T, mine: &T, theirs: &T) -> T {
    if mine == base { theirs } else { mine }.clone()
}

/// A list of things with names, in the order of whoever has changed it.
///
/// What one has taken out stays out, unless the other has changed it; what one has added stands
/// behind what it stood behind.
pub fn all<T: PartialEq + Clone>(
    base: &[T],
    mine: &[T],
    theirs: &[T],
    name: fn(&T) -> &String,
    both: fn(&T, &T, &T) -> T,
) -> Vec<T> {
    let in_order = |all: &[T]| all.iter().map(name).cloned().collect::<Vec<String>>();
    let is_as_it_was = in_order(base) == in_order(mine);
    let (first, second) = if is_as_it_was { (theirs, mine) } else { (mine, theirs) };
    let of = |all: &[T], wanted: &String| all.iter().find(|one| name(one) == wanted).cloned();
    let mut merged: Vec<T> = Vec::new();
    for one in first {
        let called = name(one);
        match (of(base, called), of(second, called)) {
            (Some(base), Some(_)) => {
                let (mine, theirs) = (of(mine, called), of(theirs, called));
                let both = mine.zip(theirs).map(|(mine, theirs)| both(&base, &mine, &theirs));
                merged.extend(both);
            }
            (Some(base), None) if base == *one => {}
            (_, None) | (None, Some(_)) => merged.push(one.clone()),
        }
    }
    for (nth, one) in second.iter().enumerate().filter(|(_, one)| of(first, name(one)).is_none()) {
        if of(base, name(one)).is_some_and(|base| base == *one) {
            continue;
        }
        let before = second[..nth].last();
        let place = before.and_then(|before| merged.iter().position(|it| name(it) == name(before)));
        merged.insert(place.map_or(0, |place| place + 1), one.clone());
    }
    merged
}

/// What stands in a form once what has come into force since it was drawn is taken over, except for
/// fields that were changed in it. Fields of one group belong together where there are more or fewer
/// of them now.
pub fn form(sent: &Sent, base: &Sent, live: &Sent, group: impl Fn(&str) -> Option<&str>) -> Sent {
    let under = |all: &Sent, list: &str| -> Vec<String> {
        all.iter().map(|(name, _)| name.to_owned()).filter(|name| name.starts_with(list)).collect()
    };
    let is_touched = |name: &str| {
        let has = sent.iter().any(|(known, _)| known == name);
        let is_box = base.get(name) == "on";
        let is_idle = is_idle(name, sent) && is_idle(name, base);
        (has || is_box) && !is_idle && sent.trimmed(name) != base.trimmed(name)
    };
    let stays = |name: &str| match group(name) {
        Some(list) if under(base, list) != under(live, list) => {
            under(sent, list).iter().chain(&under(base, list)).any(|one| is_touched(one))
        }
        _ => is_touched(name),
    };
    let mine = sent.iter().filter(|(name, _)| stays(name));
    let theirs = live.iter().filter(|(name, _)| !stays(name));
    mine.chain(theirs).map(own).collect()
}

/// The same of a form in which rows with names stand under each of these kinds: what one has added,
/// changed or taken out is so, whatever the other did to other rows.
pub fn form_of_rows(sent: &Sent, base: &Sent, live: &Sent, kinds: &[&str]) -> Sent {
    let is_row = |name: &str| {
        let kind = name.split_once('.').map(|(kind, _)| kind);
        kind.is_some_and(|kind| kinds.contains(&kind))
    };
    let plain = form(sent, base, live, |_| None);
    let plain = plain.iter().filter(|(name, _)| !is_row(name)).map(own);
    plain.chain(kinds.iter().flat_map(|kind| rows(sent, base, live, kind))).collect()
}

fn own((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// Whether a field is the way to compare of a row in which no fact is asked for: it is always sent.
fn is_idle(name: &str, form: &Sent) -> bool {
    let place = name.strip_suffix(".is");
    place.is_some_and(|place| form.trimmed(&format!("{place}.field")).is_empty())
}

/// A row of a form: its name, what is said of it, and what it asks for.
#[derive(Clone, Default, PartialEq)]
struct Row {
    /// What it is known by among the others.
    key: String,
    name: String,
    said: BTreeMap<String, String>,
    asked: BTreeMap<String, String>,
}

fn rows(sent: &Sent, base: &Sent, live: &Sent, kind: &str) -> Vec<(String, String)> {
    let [mut mine, base, theirs] = [sent, base, live].map(|form| rows_of(form, kind));
    if mine.is_empty() {
        // A form that says nothing of them leaves them alone.
        mine.clone_from(&base);
    }
    // One that has lost its name is taken out; one that never had one is asked about.
    let unnamed = mine.split_off(mine.len().min(base.len()));
    let (named, unnamed): (Vec<Row>, Vec<Row>) =
        unnamed.into_iter().partition(|row| !row.name.is_empty());
    mine.extend(named);
    mine.retain(|row| !row.name.is_empty());
    let [base, mut mine, theirs] = [base, mine, theirs].map(told_apart);
    for row in &mut mine {
        let is_it = |other: &&Row| other.key == row.key;
        // Two rows that both have added under one name are two.
        if !base.iter().any(|other| is_it(&other))
            && theirs.iter().find(is_it).is_some_and(|other| other != row)
        {
            row.key.push(MINE);
        }
    }
    let mut merged = all(&base, &mine, &theirs, |row| &row.key, row);
    // An empty row where there was one with a name is one that was taken out, and no new one.
    merged.resize(merged.len().max(theirs.len()), Row::default());
    let says = |row: &Row| !row.asked.is_empty() || row.said.values().any(|said| !said.is_empty());
    merged.extend(unnamed.into_iter().filter(says));
    // The empty row behind them says that there are no others.
    merged.push(Row::default());
    let told = |(nth, row): (usize, Row)| {
        let name = [("name".to_owned(), row.name)];
        let all = name.into_iter().chain(row.said).chain(row.asked);
        all.map(move |(what, value)| (format!("{kind}.{nth}.{what}"), value)).collect::<Vec<_>>()
    };
    merged.into_iter().enumerate().flat_map(told).collect()
}

/// Stands behind the key of a row that only I have added; no name has it.
const MINE: char = '\u{1}';

/// Rows by their names; of those with one name each by how many stand before it.
fn told_apart(mut rows: Vec<Row>) -> Vec<Row> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for row in &mut rows {
        let before = seen.entry(row.name.clone()).or_default();
        row.key = format!("{before} {}", row.name);
        *before += 1;
    }
    rows
}

/// The rows of a form, in order.
fn rows_of(form: &Sent, kind: &str) -> Vec<Row> {
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for (name, value) in form.iter() {
        let place = name.strip_prefix(kind).and_then(|rest| rest.strip_prefix('.'));
        let Some((nth, what)) = place.and_then(|rest| rest.split_once('.')) else { continue };
        let Ok(nth) = nth.parse() else { continue };
        let row = rows.entry(nth).or_default();
        let asks = what.split_once('.').filter(|(nth, _)| nth.parse::<usize>().is_ok());
        let value = value.trim().to_owned();
        match asks {
            _ if what == "name" => row.name = value,
            None => drop(row.said.insert(what.to_owned(), value)),
            Some((place, _)) => {
                let fact = format!("{kind}.{nth}.{place}.field");
                if !form.trimmed(&fact).is_empty() {
                    row.asked.insert(what.to_owned(), value);
                }
            }
        }
    }
    rows.into_values().collect()
}

fn row(base: &Row, mine: &Row, theirs: &Row) -> Row {
    let names: BTreeSet<&String> = mine.said.keys().chain(theirs.said.keys()).collect();
    let said = names.into_iter().filter_map(|name| {
        let [base, mine, theirs] = [base, mine, theirs].map(|row| row.said.get(name));
        Some((name.clone(), either(&base, &mine, &theirs)?.clone()))
    });
    Row {
        key: mine.key.clone(),
        name: mine.name.clone(),
        said: said.collect(),
        asked: either(&base.asked, &mine.asked, &theirs.asked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_takes_over_what_it_left_alone() {
        let base = sent(&[("a", "1"), ("b", "1"), ("box", "on"), ("rule.0.name", "A")]);
        let live = sent(&[("a", "2"), ("b", "2"), ("box", "on"), ("rule.0.name", "B")]);
        let typed = sent(&[("a", "1"), ("b", "9"), ("do", "save"), ("rule.0.name", "A")]);
        let both = form(&typed, &base, &live, |_| None);
        let wanted = [("a", "2"), ("b", "9"), ("do", "save"), ("rule.0.name", "B")];
        assert_eq!(both, sent(&wanted), "the box was unticked");
    }

    #[test]
    fn a_group_that_grew_is_taken_over_as_a_whole_or_not_at_all() {
        fn group(name: &str) -> Option<&str> {
            name.starts_with("and.a.").then_some("and.a.")
        }
        let base = sent(&[("and.a.0.field", "A"), ("and.a.0.is", "in"), ("and.b.0.field", "C")]);
        let live = [("and.a.0.field", "B"), ("and.a.0.is", "in"), ("and.b.0.field", "C")];
        let live = sent(&[&live[..], &[("and.a.1.field", "A")]].concat());
        let typed = |field, other| {
            let empty_row = ("and.a.1.is", "in");
            sent(&[
                ("and.a.0.field", field),
                ("and.a.0.is", "in"),
                ("and.b.0.field", other),
                empty_row,
            ])
        };
        assert_eq!(form(&typed("A", "C"), &base, &live, group), live);
        assert_eq!(form(&typed("A", "D"), &base, &live, group).get("and.a.1.field"), "A");
        assert_eq!(form(&typed("Z", "C"), &base, &live, group), typed("Z", "C"));
    }

    #[test]
    fn of_rows_with_names_nobody_loses_any() {
        let base = [("rule.0.name", "A"), ("rule.0.points", "1"), ("rule.1.name", "B")];
        let base = [&base[..], &[("rule.1.points", "1"), ("rule.1.0.field", "City")]].concat();
        let theirs = [("rule.0.name", "New"), ("rule.0.points", "5"), ("rule.1.name", "A")];
        let theirs = [
            &theirs[..],
            &[("rule.1.points", "2"), ("rule.2.name", "B"), ("rule.2.points", "1")],
            &[("rule.2.0.field", "City"), ("rule.2.1.field", "Role")],
        ]
        .concat();
        let mine = |changes: &[(&'static str, &'static str)]| {
            let all = [&base[..], &[("rule.2.name", ""), ("rule.2.0.is", "in")], changes].concat();
            form_of_rows(&sent(&all), &sent(&base), &sent(&theirs), &["rule"])
        };
        let names = |form: &Sent| {
            let names = (0..9).map(|nth| form.get(&format!("rule.{nth}.name")).to_owned());
            names.take_while(|name| !name.is_empty()).collect::<Vec<_>>()
        };
        let both = mine(&[("rule.1.points", "7")]);
        assert_eq!(names(&both), ["New", "A", "B"]);
        let of = |form: &Sent, name| form.get(name).to_owned();
        assert_eq!(
            (of(&both, "rule.1.points"), of(&both, "rule.2.points")),
            ("2".into(), "7".into())
        );
        assert_eq!(of(&both, "rule.2.1.field"), "Role");
        let both = mine(&[("rule.2.name", "Mine"), ("rule.2.points", "3")]);
        assert_eq!(names(&both), ["New", "A", "B", "Mine"]);
        let both = mine(&[("rule.1.name", "")]);
        assert_eq!(names(&both), ["New", "A", "B"], "they have changed what was to go");
        let both = mine(&[("rule.2.points", "3")]);
        assert_eq!((of(&both, "rule.3.name"), of(&both, "rule.3.points")), ("".into(), "3".into()));
        let both = mine(&[("rule.0.name", "B")]);
        assert_eq!(names(&both), ["New", "A", "B", "B"], "what I have added has a name of theirs");
        let both = mine(&[("rule.2.name", "New"), ("rule.2.points", "3")]);
        assert_eq!(names(&both), ["New", "A", "B", "New"], "both have added one of this name");
        let both = mine(&[("rule.2.0.field", "City"), ("rule.2.0.value", "Leeds")]);
        assert_eq!(of(&both, "rule.3.0.value"), "Leeds", "it only lacks its name");
    }
}
