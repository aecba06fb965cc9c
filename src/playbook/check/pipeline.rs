//! Checks the stages and the reasons a lead ends for.

use super::lists::{MANY, check_keys, check_known, facts};
use super::report::Report;
use crate::playbook::{Pipeline, Playbook, Stage};

/// What the API calls the endings of a lead and the way back, where it also takes a stage.
const ENDINGS: [&str; 4] = ["won", "lost", "disqualified", "open"];

pub fn check(playbook: &Playbook, report: &mut Report) {
    report.within("pipeline", |report| pipeline(playbook, report));
}

fn pipeline(playbook: &Playbook, report: &mut Report) {
    let pipeline = &playbook.pipeline;
    report.expect(pipeline.handover_from <= 100, "handover_from", || {
        format!("Sales takes over from {}. 100 is the highest score.", pipeline.handover_from)
    });
    report.expect(!pipeline.stages.is_empty(), "", || "The pipeline needs a stage.".into());
    check_keys("stage", pipeline.stages.iter().map(|stage| stage.key.as_str()), report);
    report.each("stage", &pipeline.stages, |one, report| stage(one, playbook, report));
    required("The win of a lead", &pipeline.won_requires, playbook, report);
    reasons(pipeline, report);
}

/// `email|phone` asks for either.
fn required(here: &str, requires: &[String], playbook: &Playbook, report: &mut Report) {
    for key in requires.iter().flat_map(|either| either.split('|')) {
        check_known("field", here, key, facts(playbook).chain(["value"]), report);
    }
}

fn stage(stage: &Stage, playbook: &Playbook, report: &mut Report) {
    let key = &stage.key;
    let here = format!("The stage “{key}”");
    report.expect(!ENDINGS.contains(&key.as_str()), key, || {
        format!("{here} needs another key; this one means an ending.")
    });
    report.expect(!stage.name.trim().is_empty(), "name", || format!("{here} needs a name."));
    required(&here, &stage.requires, playbook, report);
    report.expect(stage.stuck_after_days != Some(0), "stuck_after_days", || {
        format!("{here} needs at least a day before a lead counts as stuck.")
    });
}

fn reasons(pipeline: &Pipeline, report: &mut Report) {
    for (what, key, list) in [
        ("lost", "lost_reasons", &pipeline.lost_reasons),
        ("disqualified", "disqualify_reasons", &pipeline.disqualify_reasons),
    ] {
        report.expect((1..=MANY).contains(&list.len()), key, || {
            format!("A lead that is {what} needs a reason to choose from, {MANY} at most.")
        });
        for reason in list.iter().take(MANY) {
            report.expect(!reason.trim().is_empty(), key, || {
                format!("A reason for {what} is empty.")
            });
            let times = list.iter().filter(|other| *other == reason).count();
            report.expect(times == 1, reason, || {
                format!("The reason “{reason}” for {what} stands there twice.")
            });
        }
    }
    for reason in &pipeline.reasons_with_note {
        let known = pipeline.lost_reasons.iter().chain(&pipeline.disqualify_reasons);
        let here = "The list of reasons that ask for a note";
        check_known("reason", here, reason, known.map(String::as_str), report);
    }
}
