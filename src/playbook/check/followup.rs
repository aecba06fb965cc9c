//! Checks sequences, their steps, and the letters they send.

use super::Known;
use super::lists::{check_keys, check_known};
use super::report::Report;
use crate::lead::{TaskKind, Tier};
use crate::playbook::{Playbook, Sequence, Step, StepKind, Template};

/// The longest subject and the longest letter, in characters.
const SUBJECT_CHARS_MAX: usize = 200;
const BODY_CHARS_MAX: usize = 20_000;

const STEPS_MAX: usize = 100;
const DAY_MAX: u32 = 3650;
const DRAFT_MINUTES_MAX: u32 = 7 * 24 * 60;
const STALE_DAYS_MAX: u32 = 90;
const LETTERS_A_WEEK_MAX: u32 = 50;

pub fn check(playbook: &Playbook, known: &Known, report: &mut Report) {
    check_keys("template", playbook.templates.iter().map(|one| one.key.as_str()), report);
    report.each("template", &playbook.templates, |one, report| template(one, known, report));
    report.within("followup", |report| followup(playbook, report));
    check_keys("sequence", playbook.sequences.iter().map(|one| one.key.as_str()), report);
    report.each("sequence", &playbook.sequences, |one, report| sequence(one, playbook, report));
    for tier in Tier::ALL {
        let sequences = playbook.sequences.iter().enumerate();
        let mut entered = sequences.filter(|(_, one)| one.tiers.contains(&tier));
        if let (Some((_, one)), Some((nth, other))) = (entered.next(), entered.next()) {
            let (one, other) = (&one.key, &other.key);
            report.nth("sequence", nth, |report| {
                report
                    .say("tiers", format!("{tier} leads enter “{one}” and “{other}”. Choose one."));
            });
        }
    }
}

fn followup(playbook: &Playbook, report: &mut Report) {
    let followup = &playbook.followup;
    if !followup.instant_reply.is_empty() {
        check_template("The instant reply", &followup.instant_reply, playbook, report);
    }
    report.expect(followup.letters_a_week_max <= LETTERS_A_WEEK_MAX, "letters_a_week_max", || {
        format!("{LETTERS_A_WEEK_MAX} letters a week are the most.")
    });
    report.expect(
        (1..=STALE_DAYS_MAX).contains(&followup.stale_after_days),
        "stale_after_days",
        || format!("A step goes stale after 1 to {STALE_DAYS_MAX} days."),
    );
}

fn template(template: &Template, known: &Known, report: &mut Report) {
    let Template { key, name, subject, body } = template;
    let here = format!("The template “{key}”");
    report.expect(!name.trim().is_empty(), "name", || format!("{here} needs a name."));
    report.expect(!subject.trim().is_empty(), "subject", || format!("{here} needs a subject."));
    report.expect(!body.trim().is_empty(), "body", || format!("{here} needs words."));
    report.expect(!subject.contains(char::is_control), "subject", || {
        format!("The subject of “{key}” must be one line.")
    });
    let fits =
        subject.chars().count() <= SUBJECT_CHARS_MAX && body.chars().count() <= BODY_CHARS_MAX;
    report.expect(fits, key, || {
        format!("{here} is too long: {SUBJECT_CHARS_MAX} characters for a subject, {BODY_CHARS_MAX} for a letter.")
    });
    if !fits {
        return;
    }
    for (part, key_of, text) in [("subject", "subject", subject), ("letter", "body", body)] {
        if let Some(fault) = (known.template_fault)(text) {
            report.say(key_of, format!("The {part} of the template “{key}”: {fault}"));
        }
    }
}

fn check_template(here: &str, key: &str, playbook: &Playbook, report: &mut Report) {
    check_known(
        "template",
        here,
        key,
        playbook.templates.iter().map(|one| one.key.as_str()),
        report,
    );
}

fn sequence(sequence: &Sequence, playbook: &Playbook, report: &mut Report) {
    let key = &sequence.key;
    let here = format!("The sequence “{key}”");
    report.expect(!sequence.name.trim().is_empty(), "name", || format!("{here} needs a name."));
    report.expect((1..=STEPS_MAX).contains(&sequence.steps.len()), key, || {
        format!(
            "{here} has {} steps. It needs at least one and {STEPS_MAX} at most.",
            sequence.steps.len()
        )
    });
    let days: Vec<u32> = sequence.steps.iter().map(|step| step.day).collect();
    let in_order = days.is_sorted_by(|one, next| one < next);
    report.expect(in_order && days.first().is_none_or(|day| *day > 0), key, || {
        format!("The days of the sequence “{key}” must rise from 1, one step a day.")
    });
    report.expect(days.last().is_none_or(|day| *day <= DAY_MAX), key, || {
        format!("{here} goes on for more than {DAY_MAX} days.")
    });
    for (nth, one) in sequence.steps.iter().enumerate() {
        let here = format!("Step {} of the sequence “{key}”", nth + 1);
        report.nth("step", nth, |report| step(one, &here, playbook, report));
    }
    archived(sequence, &here, playbook, report);
    if !sequence.then.is_empty() {
        let known = playbook.sequences.iter().map(|one| one.key.as_str());
        check_known("sequence", &here, &sequence.then, known, report);
        report.expect(!comes_back(sequence, playbook), key, || {
            format!("{here} leads back to itself, so that the letters would never end.")
        });
    }
}

/// What is archived is counted as lost, so its reason must be one that is counted.
fn archived(sequence: &Sequence, here: &str, playbook: &Playbook, report: &mut Report) {
    if sequence.archive_as.is_empty() {
        return;
    }
    let known = playbook.pipeline.lost_reasons.iter().map(String::as_str);
    check_known("reason", here, &sequence.archive_as, known, report);
    report.expect(
        !playbook.pipeline.reasons_with_note.contains(&sequence.archive_as),
        &sequence.archive_as,
        || format!("{here} archives for “{}”, which asks for a note.", sequence.archive_as),
    );
    report.expect(sequence.then.is_empty(), "archive_as", || {
        format!("{here} leads on to “{}” and cannot archive as well.", sequence.then)
    });
}

/// Whether following `then` from one sequence to the next ends where it began.
fn comes_back(sequence: &Sequence, playbook: &Playbook) -> bool {
    let mut next = playbook.sequence(&sequence.then);
    for _ in 0..playbook.sequences.len() {
        match next {
            Some(one) if one.key == sequence.key => return true,
            Some(one) => next = playbook.sequence(&one.then),
            None => return false,
        }
    }
    false
}

fn step(step: &Step, here: &str, playbook: &Playbook, report: &mut Report) {
    match step.kind {
        StepKind::Email => letter(step, here, playbook, report),
        StepKind::Task => task(step, here, report),
        StepKind::Notice => report.expect(!step.text.trim().is_empty(), "text", || {
            format!("{here} must say what it tells.")
        }),
    }
    report.expect(
        step.draft_tiers.is_empty() == (step.draft_minutes == 0),
        "draft_minutes",
        || {
            format!(
                "{here} needs both or neither: minutes as a draft, and the tiers it is one for."
            )
        },
    );
    report.expect(step.draft_minutes <= DRAFT_MINUTES_MAX, "draft_minutes", || {
        format!("{here} lies as a draft for more than a week.")
    });
}

/// Some kinds of task are asked for and ended by the house itself, and by nothing else.
fn task(step: &Step, here: &str, report: &mut Report) {
    report.expect(!step.text.trim().is_empty(), "text", || {
        format!("{here} must say what is to be done.")
    });
    let own = [TaskKind::Answer, TaskKind::NextStep, TaskKind::Complete];
    if let Some(kind) = step.task.filter(|kind| own.contains(kind)) {
        let key = kind.key();
        report.say(key, format!("{here} cannot ask for “{key}”, which the house asks for itself."));
    }
}

/// Nobody asked for these letters, so each must say how to stop them.
fn letter(step: &Step, here: &str, playbook: &Playbook, report: &mut Report) {
    check_template(here, &step.template, playbook, report);
    let template = playbook.template(&step.template);
    report.expect(template.is_none_or(|one| one.body.contains("unsubscribe_link")), "template", || {
        format!(
            "{here} sends “{}”, which must say how to stop the letters: put {{{{ unsubscribe_link }}}} into it.",
            step.template
        )
    });
}
