//! Checks the questions of qualification and the ladder.

use super::lists::{MANY, check_keys, check_known, facts, twice};
use super::report::Report;
use super::routing::CONDITIONS_MAX;
use super::rules::conditions;
use super::scoring::POINTS_MAX;
use super::{Known, off};
use crate::playbook::{Criterion, Playbook};

/// The most questions a lead can be asked, and what one of them holds.
const CRITERIA_MAX: usize = 50;
const LABEL_MAX: usize = 60;
const QUESTION_MAX: usize = 300;

pub fn check(playbook: &Playbook, known: &Known, report: &mut Report) {
    report.within("qualification", |report| {
        let rules = &playbook.qualification;
        report.expect(rules.mql_fit_percent <= 100, "mql_fit_percent", || {
            format!("Fit of {} % is asked for. 100 % is the most.", rules.mql_fit_percent)
        });
        report.expect(rules.ideal_percent <= 100, "ideal_percent", || {
            format!("Fit of {} % is asked for. 100 % is the most.", rules.ideal_percent)
        });
        report.expect(rules.sql_good_answers > 0, "sql_good_answers", || {
            "At least one good answer must be asked for.".into()
        });
        if !rules.nurture.is_empty() {
            let sequences = playbook.sequences.iter().map(|one| one.key.as_str());
            check_known("sequence", "Qualification", &rules.nurture, sequences, report);
        }
        let reasons = &rules.send_back_reasons;
        report.expect(reasons.len() <= MANY, "send_back_reasons", || {
            format!("{MANY} reasons are the most.")
        });
        report.expect(
            reasons.iter().all(|one| !one.trim().is_empty()),
            "send_back_reasons",
            || "One of the reasons for sending a lead back is empty.".into(),
        );
        check_keys("criterion", rules.criteria.iter().map(|one| one.key.as_str()), report);
        report.expect(rules.criteria.len() <= CRITERIA_MAX, "", || {
            format!("{CRITERIA_MAX} criteria are the most.")
        });
        twice(rules.criteria.iter().map(|one| &*one.label), "criterion", report, |name| {
            format!("Two questions are called “{name}”.")
        });
        report.each("criterion", &rules.criteria, |one, report| {
            criterion(one, playbook, known, report);
        });
    });
}

/// What of the questions is worth a second look.
pub fn hints(playbook: &Playbook, report: &mut Report) {
    let rules = &playbook.qualification;
    let (count, asked) = (usize::from(rules.sql_good_answers), rules.asked().count());
    report.expect(asked == 0 || count <= asked, "sql_good_answers", || {
        format!("{count} good answers make a lead SQL. Questions asked: {asked}. No lead gets there by its answers.")
    });
    report.each("criterion", rules.criteria.iter().take(CRITERIA_MAX), |one, report| {
        let here = format!("The criterion “{}”", one.label);
        let conditions = one.good.iter().map(|one| &*one.field);
        let keys = one.fields().chain(conditions).filter(|_| one.active);
        off::asked_for(&here, keys, playbook, report);
    });
}

fn criterion(one: &Criterion, playbook: &Playbook, known: &Known, report: &mut Report) {
    let here = format!("The criterion “{}”", one.label);
    report.expect(!one.label.trim().is_empty(), "label", || {
        format!("The criterion “{}” needs a name.", one.key)
    });
    for (key, text, most) in
        [("label", &one.label, LABEL_MAX), ("question", &one.question, QUESTION_MAX)]
    {
        report.expect(text.chars().count() <= most, key, || {
            format!("{here} is too long here. {most} characters are the most.")
        });
    }
    report.expect((0..=POINTS_MAX).contains(&one.points), "points", || {
        format!("{here} gives {} points. It may give 0 to {POINTS_MAX}.", one.points)
    });
    if !one.field.is_empty() {
        check_known("field", &here, &one.field, facts(playbook), report);
    }
    if !one.or_field.is_empty() {
        check_known("or_field", &here, &one.or_field, facts(playbook), report);
        report.expect(!one.field.is_empty() && one.field != one.or_field, "or_field", || {
            format!("{here} names a second fact that is no second one.")
        });
    }
    if !one.signal.is_empty() {
        check_known("signal", &here, &one.signal, known.signals.iter().copied(), report);
    }
    report.expect(one.good.len() <= CONDITIONS_MAX, "good", || {
        format!("{here} has {} conditions. {CONDITIONS_MAX} are the most.", one.good.len())
    });
    report.expect(one.field.is_empty() <= one.good.is_empty(), "good", || {
        format!("{here} has conditions and names no field that could meet them.")
    });
    conditions("good", &here, &one.good, playbook, report);
}

#[cfg(test)]
mod tests {
    use super::super::hints;
    use crate::playbook::{Role, Teammate, starter};

    #[test]
    fn more_good_answers_than_questions_are_worth_a_second_look() {
        let hinted = |good: u8, is_asked: bool| {
            let mut playbook = starter("Ek", Teammate::new("ek", "Ek", "", Role::Owner));
            let rules = &mut playbook.qualification;
            rules.sql_good_answers = good;
            rules.criteria.iter_mut().for_each(|one| one.active &= is_asked);
            hints(&playbook).into_iter().map(|hint| hint.sentence).collect::<Vec<_>>()
        };
        let said = "9 good answers make a lead SQL. Questions asked: 4. No lead gets there by its answers.";
        assert_eq!(hinted(9, true), [said]);
        assert!(hinted(4, true).is_empty() && hinted(9, false).is_empty());
    }
}
