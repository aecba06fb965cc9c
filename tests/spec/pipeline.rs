//! Stages, endings, and a next step for every open lead.

use crate::sim::Sim;
use expect_test::expect;
use leadstead::command::{Command, NextStep, Refusal};
use leadstead::lead::{Lead, LeadFate, LeadId, Outcome, TaskKind};
use std::collections::BTreeMap;

const ANA: &str = "name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please";

fn monday() -> (Sim, LeadId) {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA);
    (sim, lead)
}

fn edit(sim: &mut Sim, lead: LeadId, facts: &[(&str, &str)]) -> Lead {
    let changes = self::facts(facts);
    sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("facts that fit")
}

/// What has to be in hand before a lead is won.
const IN_HAND: [(&str, &str); 2] = [("payment_confirmed", "yes"), ("kickoff_booked", "yes")];

fn facts(facts: &[(&str, &str)]) -> BTreeMap<String, String> {
    facts.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
}

fn to(stage: &str) -> Command {
    Command::Move { stage: stage.into(), facts: BTreeMap::new() }
}

#[test]
fn a_stage_opens_once_its_facts_are_known() {
    let (mut sim, lead) = monday();
    let no = sim.refused("maya", lead, to("discovery"));
    assert_eq!(
        no.to_string(),
        "Before this stage, say: The problem to solve, Budget, Who decides."
    );
    let known = [("problem", "An old boiler"), ("budget", "9000"), ("decision_maker", "Ana")];
    edit(&mut sim, lead, &known);
    sim.does("maya", lead, to("discovery")).expect("its facts are known");
    let no = sim.refused("maya", lead, to("proposal"));
    assert_eq!(
        no.to_string(),
        "Before this stage, say: value, The proposal, by name or link, Proposal sent on."
    );
    let sent = [("value", "880000"), ("proposal_document", "P-1")];
    let sent = [sent[0], sent[1], ("proposal_sent_on", "2026-05-04")];
    let proposal = Command::Move { stage: "proposal".into(), facts: facts(&sent) };
    sim.does("maya", lead, proposal).expect("its facts are said along with it");
    edit(&mut sim, lead, &[("decision_on", "2026-06-01")]);
    sim.does("maya", lead, to("decision")).expect("its facts are known");
    let win = |said: &[(&str, &str)]| Command::Win { value: None, facts: facts(said) };
    let no = sim.refused("maya", lead, win(&[("payment_confirmed", "yes")]));
    assert_eq!(no.to_string(), "Before a lead is won, say: Kickoff booked.");
    assert_eq!(no.field(), Some("kickoff_booked"));
    let not_yet = win(&[("payment_confirmed", "no"), ("kickoff_booked", "yes")]);
    assert_eq!(sim.refused("maya", lead, not_yet).field(), Some("payment_confirmed"));
    let won = sim.does("maya", lead, win(&IN_HAND)).expect("an open lead");
    assert_eq!((won.fate, won.value), (LeadFate::Won, Some(880_000)));
    expect![[r#"
        Mon  4 May 10:00  Stage New.
        Mon  4 May 10:00  Moved from New to Discovery completed, by Maya.
        Mon  4 May 10:00  Moved from Discovery completed to Proposal delivered, by Maya.
        Mon  4 May 10:00  Moved from Proposal delivered to Decision pending, by Maya.
        Mon  4 May 10:00  Won, by Maya.
    "#]]
    .assert_eq(&sim.lines(lead, &["Moved", "Stage", "Won"]));
}

#[test]
fn an_ending_has_a_reason_of_the_list_and_other_has_a_note() {
    let (mut sim, lead) = monday();
    let lose =
        |reason: &str, note: &str| Command::Lose { reason: reason.into(), note: note.into() };
    let no = sim.refused("maya", lead, lose("Bad luck", ""));
    assert!(no.to_string().starts_with("Choose a reason: Price, Chose competitor"), "{no}");
    assert_eq!(sim.refused("maya", lead, lose("Other", "")), Refusal::NoteNeeded);
    let lost = sim.does("maya", lead, lose("Other", "moved abroad")).expect("a note");
    assert_eq!(lost.fate, LeadFate::Lost);
    assert_eq!(sim.refused("maya", lead, lose("Price", "")), Refusal::Closed);

    let other = sim.form("name=Bob&email=bob@lane.example");
    let vendor = Command::Disqualify { reason: "Vendor".into(), note: String::new() };
    let gone = sim.does("maya", other, vendor).expect("a reason of the list");
    assert_eq!(gone.fate, LeadFate::Disqualified);
}

#[test]
fn closing_stops_everything_and_nothing_is_sent_afterwards() {
    let endings = [
        Command::Win { value: Some(100), facts: facts(&IN_HAND) },
        Command::Lose { reason: "Price".into(), note: String::new() },
        Command::Disqualify { reason: "Not a fit".into(), note: String::new() },
    ];
    for ending in endings {
        let (mut sim, lead) = monday();
        sim.minutes(2);
        sim.does("maya", lead, ending).expect("an open lead");
        let entries = sim.journal().len();
        sim.days(200);
        assert_eq!(sim.journal().len(), entries, "{}", sim.story(lead));
        assert!(sim.sent.is_empty());
        let closed = sim.lead(lead);
        assert!(closed.outbox.is_empty());
        let store = sim.house.store.read().expect("memory");
        assert_eq!((store.next_due(|_| false), store.letters_waiting()).0.expect("memory"), None);
    }
}

#[test]
fn a_lead_opened_again_asks_what_comes_next() {
    let (mut sim, lead) = monday();
    let lose = Command::Lose { reason: "Price".into(), note: String::new() };
    sim.does("maya", lead, lose).expect("a reason of the list");
    sim.days(30);
    let open = sim
        .does("maya", lead, Command::Reopen { why: "They called".into() })
        .expect("a closed lead");
    assert!(open.is_open() && open.owner_id() == Some("maya"));
    assert!(!open.tasks.is_empty() || open.promise.is_some(), "{open:?}");
}

#[test]
fn a_lead_put_aside_is_left_alone_until_its_day() {
    let (mut sim, lead) = monday();
    sim.minutes(10);
    sim.calls("maya", lead, Outcome::Reached);
    let until = sim.moment("2026-06-01T09:00");
    let why = "Budget in June".into();
    sim.does("maya", lead, Command::Snooze { until, why }).expect("a day to come");
    sim.until("2026-05-31T23:00");
    assert_eq!(sim.sent.len(), 1, "only the letter of the first day");
    sim.until("2026-06-01T10:00");
    expect![[r#"
        Mon  4 May 10:10  Put aside for 28 days, by Maya: Budget in June.
        Mon  1 Jun 09:00  The time it was put aside for is over.
        Mon  1 Jun 09:00  Task: Choose a next step, due now: “Put aside until today: Budget in June”.
    "#]].assert_eq(&sim.lines(lead, &["aside", "Jun"]));
}

#[test]
fn a_lead_put_aside_that_writes_is_back_at_once() {
    let (mut sim, lead) = monday();
    sim.calls("maya", lead, Outcome::Reached);
    let until = sim.moment("2026-06-01T09:00");
    sim.does("maya", lead, Command::Snooze { until, why: "June".into() }).expect("a day to come");
    sim.days(3);
    sim.writes(lead, "We can start now.");
    let back = sim.lead(lead);
    assert_eq!(back.snoozed, None);
    assert!(back.tasks.iter().any(|task| task.kind == TaskKind::Answer));
}

#[test]
fn an_open_lead_without_a_next_step_asks_for_one() {
    let (mut sim, lead) = monday();
    sim.minutes(10);
    sim.calls("maya", lead, Outcome::Reached);
    let asked = sim.lead(lead).tasks;
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(
        (asked[0].kind, asked[0].text.as_str()),
        (TaskKind::NextStep, "Decide what happens next.")
    );

    let due_at = sim.moment("2026-05-08T11:00");
    let next = NextStep { kind: TaskKind::Call, text: "Call about the survey".into(), due_at };
    let task = asked[0].seq;
    let finish = Command::FinishTask { task, outcome: "done".into(), next: Some(next) };
    let planned = sim.does("maya", lead, finish).expect("an open task");
    assert_eq!(planned.tasks.len(), 1);
    assert_eq!(planned.tasks[0].text, "Call about the survey");

    let task = planned.tasks[0].seq;
    let finish = Command::FinishTask { task, outcome: "reached".into(), next: None };
    let asked = sim.does("maya", lead, finish).expect("an open task").tasks;
    assert_eq!(asked[0].kind, TaskKind::NextStep, "and again when that is done");
}

#[test]
fn a_form_that_is_out_of_date_overwrites_nobody() {
    let (mut sim, lead) = monday();
    let seen = Some(sim.lead(lead).last_human_seq);
    let note = Command::Note { text: "She called".into(), next: None };
    sim.does("maya", lead, note).expect("an open lead");
    let changes = [("city".to_owned(), "Leeds".to_owned())].into();
    sim.does("maya", lead, Command::Edit { changes, seen }).expect("a note changes no fact");
    edit(&mut sim, lead, &[("company", "Ruiz Ltd")]);
    let changes = [("company".to_owned(), "Ruiz Inc".to_owned())].into();
    let no = sim.refused("maya", lead, Command::Edit { changes, seen });
    assert_eq!(no, Refusal::ChangedMeanwhile);
}
