//! The rules may change while leads are open: every lead is then looked at by the new ones.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use leadstead::decide::known;
use leadstead::language::Language;
use leadstead::lead::{Exit, Tier};
use leadstead::playbook::{Kind, Playbook, check};

const ANA: &str = "name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please";

#[test]
fn a_new_scoring_model_judges_open_leads_anew_and_closed_ones_never() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let open = sim.form("name=Ana&email=ana@ruiz.example&message=Hello");
    let closed = sim.form("name=Bob&email=bob@lane.example&message=Hello");
    let vendor =
        leadstead::command::Command::Disqualify { reason: "Vendor".into(), note: String::new() };
    sim.does("maya", closed, vendor).expect("a reason of the list");
    sim.minutes(5);
    sim.apply(|playbook| {
        playbook.scoring.caps.source = 50;
        playbook.sources[0].points = 45;
    });
    assert_eq!((sim.lead(open).score(), sim.lead(open).tier()), (45, Tier::Medium));
    assert_eq!(sim.lead(closed).tier(), Tier::Low);
    let last = sim.timeline(open).into_iter().last().expect("an entry");
    assert_eq!(last.playbook, 2, "each entry names the playbook that decided it");
}

#[test]
fn a_sequence_that_is_taken_out_leaves_nobody_without_a_next_step() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA);
    sim.minutes(10);
    sim.calls("maya", lead, leadstead::lead::Outcome::NoAnswer);
    sim.apply(|playbook| playbook.sequences.retain(|sequence| sequence.key != "standard"));
    assert_eq!(sim.lead(lead).left, [("standard".to_owned(), Exit::Finished)]);
    assert!(!sim.lead(lead).tasks.is_empty());
    sim.days(30);
    assert_eq!(sim.sent.len(), 1);
}

#[test]
fn other_hours_and_other_words_count_from_the_next_step_on() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA);
    sim.minutes(10);
    sim.apply(|playbook| {
        playbook.hours.holidays = vec!["2026-05-06".parse().expect("a date")];
        for letter in &mut playbook.templates {
            letter.subject = format!("New: {}", letter.subject);
        }
    });
    sim.until("2026-05-19T12:00");
    expect![[r#"
        Mon  4 May 10:00  The step of day 1 was taken.
        Thu  7 May 09:00  The step of day 3 was taken.
        Fri  8 May 09:00  The step of day 5 was taken.
        Mon 11 May 09:00  The step of day 8 was taken.
        Mon 18 May 09:00  The step of day 14 was taken.
    "#]]
    .assert_eq(&sim.lines(lead, &["The step of"]));
    expect![[r#"
        Mon  4 May 10:04  Your enquiry to Fernhill Energy
        Mon 11 May 09:00  New: Three questions to ask anybody you compare
        Mon 18 May 09:00  New: Shall I leave it there?"#]]
    .assert_eq(&sim.letters().join("\n"));
}

#[test]
fn a_clock_that_is_taken_out_or_brought_in_changes_no_promise_already_made() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA);
    let before = sim.lead(lead).promise.expect("a clock");
    sim.apply(|playbook| playbook.sla.clock.clear());
    assert_eq!(sim.lead(lead).promise, Some(before));
    sim.days(3);
    assert!(sim.lead(lead).promise.is_some_and(|promise| promise.breached));
}

#[test]
fn every_kind_of_business_begins_with_a_playbook_that_may_come_into_force() {
    let every =
        Kind::ALL.into_iter().flat_map(|kind| Language::ALL.map(|language| (kind, language)));
    for (kind, language) in every {
        let mut sim = Sim::solo("2026-05-04T10:00");
        sim.apply(|playbook| {
            playbook.business.language = language.code().to_owned();
            kind.shape(playbook);
        });
        let stages = kind.stages(language);
        let lead = sim.form(ANA);
        assert_eq!(sim.lead(lead).stage, "new");
        assert_eq!(stages.len(), 6, "{}", kind.key());
    }
}

#[test]
fn a_floor_needs_signals_that_can_give_points() {
    let faults = |change: &dyn Fn(&mut Playbook)| {
        let mut playbook = team_of(&["maya"]);
        change(&mut playbook);
        check(&playbook, &known())
    };
    assert_eq!(faults(&|_| ()), []);
    assert_eq!(faults(&|playbook| playbook.scoring.engagement.price_pages.clear()).len(), 1);
    for (key, can_hold) in [
        ("industry", true),
        ("location", false),
        ("source", true),
        ("met", true),
        ("own_rule", false),
    ] {
        let faults = faults(&|playbook| {
            playbook.scoring.fit.industries = vec!["Law".into()];
            playbook.scoring.floors[0].signals = vec![key.to_owned()];
        });
        assert_eq!(faults.is_empty(), can_hold, "{key}: {faults:?}");
    }
}
