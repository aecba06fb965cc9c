//! Checks where leads come from.

use super::lists::{MANY, check_keys, check_known, facts, is_key};
use super::report::Report;
use super::scoring::POINTS_MAX;
use crate::playbook::{Door, Playbook, Source};

pub fn check(playbook: &Playbook, report: &mut Report) {
    check_keys("source", playbook.sources.iter().map(|source| source.key.as_str()), report);
    report.each("source", &playbook.sources, |one, report| source(one, playbook, report));
    let forms = |form: &str| playbook.sources.iter().filter(|source| source.form == form).count();
    for form in playbook.sources.iter().map(|source| &source.form).filter(|form| !form.is_empty()) {
        report.expect(forms(form) == 1, form, || format!("Two sources have the form “{form}”."));
    }
}

fn source(source: &Source, playbook: &Playbook, report: &mut Report) {
    let key = &source.key;
    let here = format!("The source “{key}”");
    report.expect(!source.name.trim().is_empty(), "name", || format!("{here} needs a name."));
    let has_form = source.door == Door::WebForm;
    report.expect(has_form == is_key(&source.form), "form", || match has_form {
        true => format!("{here} is a form and needs a name for its address, such as contact."),
        false => format!("{here} is no form and cannot have one."),
    });
    let asked = source.requires.iter().flat_map(|either| either.split('|'));
    for required in asked.chain(source.asks.iter().map(String::as_str)) {
        let known = facts(playbook).chain(["message", "consent"]);
        check_known("field", &here, required, known, report);
    }
    report.expect(source.points.abs() <= POINTS_MAX, "points", || {
        let points = source.points;
        format!("{here} gives {points} points. It must lie between -100 and 100.")
    });
    report.expect(source.mapping.len() <= MANY, "mapping", || {
        format!("{here} names {} fields. {MANY} is the most.", source.mapping.len())
    });
}
