//! The post may fail for a minute or for weeks: nothing is lost, and nobody is flooded afterwards.

use crate::sim::Sim;
use expect_test::expect;
use leadstead::command::Command;
use leadstead::lead::{Event, LeadId, Notice, Outcome, Wording};
use leadstead::shell::desk::mark;
use leadstead::shell::outbox::mail::CarryFault;
use std::collections::BTreeMap;

fn five(sim: &mut Sim) -> Vec<LeadId> {
    let body = |nth| format!("name=Guest+{nth}&email=g@g{nth}.example&message=A+quote+please");
    (0..5).map(|nth| sim.form(&body(nth))).collect()
}

#[test]
fn an_outage_of_hours_delays_letters_and_loses_none() {
    let mut sim = Sim::at("2026-05-04T10:00");
    sim.break_post();
    let leads = five(&mut sim);
    sim.until("2026-05-04T13:00");
    assert!(sim.sent.is_empty());
    sim.mend_post();
    sim.until("2026-05-04T17:00");
    assert_eq!(sim.sent.len(), 5);
    expect![[r#"
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:04  Email not sent: The mail server does not answer. Next try in 5 min.
        Mon  4 May 10:09  Email not sent: The mail server does not answer. Next try in 10 min.
        Mon  4 May 10:19  Email not sent: The mail server does not answer. Next try in 20 min.
        Mon  4 May 10:39  Email not sent: The mail server does not answer. Next try in 40 min.
        Mon  4 May 11:19  Email not sent: The mail server does not answer. Next try in 1 h 20.
        Mon  4 May 12:39  Email not sent: The mail server does not answer. Next try in 2 h 40.
        Mon  4 May 15:19  Email sent.
    "#]]
    .assert_eq(&sim.lines(leads[0], &["Email"]));
}

#[test]
fn an_outage_of_days_ends_in_no_burst() {
    let mut sim = Sim::at("2026-05-04T10:00");
    sim.break_post();
    let leads = five(&mut sim);
    sim.until("2026-05-13T12:00");
    sim.mend_post();
    sim.until("2026-05-31T12:00");
    let mut a_day: BTreeMap<String, u32> = BTreeMap::new();
    for (at, mail) in &sim.sent {
        let day = sim.wall(*at)[..10].to_owned();
        *a_day.entry(format!("{day} {}", mail.to)).or_default() += 1;
    }
    assert!(a_day.values().all(|letters| *letters == 1), "{a_day:?}");
    for lead in &leads {
        assert_ended_well(&sim, *lead);
    }
    expect![[r#"
        Mon 11 May 09:00  Email “New lead, day 8: a new angle” on its way (Day 8).
        Mon 11 May 09:00  Email given up: it came too late.
        Thu 14 May 09:00  Email sent.
        Mon 18 May 09:00  Email “New lead, day 14: an easy way out” on its way (Day 14).
        Mon 18 May 09:00  Email sent.
    "#]]
    .assert_eq(&sim.lines(leads[0], &["Email sent", "given up", "on its way"]));
}

/// Every letter that was queued has left or was given up, and its owner knows of those.
fn assert_ended_well(sim: &Sim, lead: LeadId) {
    let timeline = sim.timeline(lead);
    let count = |is: fn(&Event) -> bool| timeline.iter().filter(|entry| is(&entry.event)).count();
    let queued = count(|event| matches!(event, Event::Queued { .. }));
    let left = count(|event| matches!(event, Event::Delivered { .. }));
    let given_up = count(|event| matches!(event, Event::Dropped { .. }));
    let told = count(|event| matches!(event, Event::Notified { notice: Notice::LetterFailed, .. }));
    assert_eq!(queued, left + given_up);
    assert_eq!(given_up, told);
}

#[test]
fn an_address_that_takes_no_letters_ends_the_letters_and_asks_for_another_address() {
    let mut sim = Sim::at("2026-05-04T10:00");
    sim.post_says = Some(CarryFault::of_the_address("550 There is no such mailbox."));
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.minutes(10);
    sim.mend_post();
    sim.days(20);
    assert!(sim.sent.is_empty(), "{:?}", sim.letters());
    expect![[r#"
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:04  Email given up: 550 There is no such mailbox.
        Mon  4 May 10:04  Their e-mail address takes no letters.
        Mon  4 May 10:04  Maya was told: a letter could not be delivered.
        Mon  4 May 10:04  Sequence “New lead” ended: a letter came back.
        Mon  4 May 10:04  Task: Fill in what is missing, due now: “Their e-mail address takes no letters. Find out: e-mail address.”
    "#]].assert_eq(
        &sim.lines(lead, &["Email", "address", "could not be delivered", "ended", "Find out"]),
    );
    assert_eq!(sim.lead(lead).missing, ["email"]);
}

/// Maya's own letter to Ana.
fn letter() -> Command {
    let wording = Wording { subject: "Your enquiry".into(), body: "When may I call?".into() };
    Command::Write { wording, task: None, next: None }
}

/// Ana asks and Maya writes to her, but no letter leaves just now.
fn answered_by_a_letter_on_its_way() -> (Sim, LeadId) {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.break_post();
    sim.minutes(2);
    sim.does("maya", lead, letter()).expect("an address");
    sim.minutes(1);
    (sim, lead)
}

fn stays_answered_when_it_comes_back(sim: &mut Sim, lead: LeadId) {
    sim.post_says = Some(CarryFault::of_the_address("550 There is no such mailbox."));
    sim.minutes(60);
    let after = sim.lead(lead);
    assert!(after.outbox.is_empty() && after.bounced_at.is_some());
    assert!(after.promise.is_none() && after.awaiting_since.is_none());
}

#[test]
fn a_first_answer_that_comes_back_is_none_and_the_clock_runs_on() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    let promised = sim.lead(lead).promise.expect("a clock").respond_by;
    sim.post_says = Some(CarryFault::of_the_address("550 There is no such mailbox."));
    sim.minutes(2);
    let answered = sim.does("maya", lead, letter()).expect("an address");
    assert!(answered.promise.is_none() && answered.first_answer.is_some());
    sim.minutes(1);
    let after = sim.lead(lead);
    assert_eq!(after.promise.map(|promise| promise.respond_by), Some(promised));
    assert_eq!(after.first_answer, None);
    expect![[r#"
        Mon  4 May 10:00  Maya was told: a new lead is theirs.
        Mon  4 May 10:00  A clock started: answer within 4 h.
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:02  Email, by Maya: “When may I call?”
        Mon  4 May 10:02  Email “Your enquiry” on its way.
        Mon  4 May 10:02  Email given up: answered by hand.
        Mon  4 May 10:02  Email given up: 550 There is no such mailbox.
        Mon  4 May 10:02  Their e-mail address takes no letters.
        Mon  4 May 10:02  Maya was told: the answer never arrived, so they still wait.
        Mon  4 May 10:02  A clock started: answer within 4 h.
        Mon  4 May 10:02  Task: Fill in what is missing, due now: “Their e-mail address takes no letters. Find out: e-mail address.”
        Mon  4 May 10:02  Maya was told: something is missing.
    "#]].assert_eq(&sim.lines(lead, &["Email", "address", "clock", "told"]));
    sim.calls("maya", lead, Outcome::Reached);
    assert!(sim.lead(lead).first_answer.expect("an answer").in_time);
}

#[test]
fn a_letter_that_comes_back_after_they_were_called_leaves_them_answered() {
    let (mut sim, lead) = answered_by_a_letter_on_its_way();
    sim.calls("maya", lead, Outcome::Reached);
    stays_answered_when_it_comes_back(&mut sim, lead);
}

#[test]
fn a_letter_that_comes_back_reopens_nothing_that_was_answered_since() {
    let (mut sim, lead) = answered_by_a_letter_on_its_way();
    sim.writes(lead, "Are you there?");
    assert!(sim.lead(lead).awaiting_since.is_some());
    sim.minutes(1);
    sim.calls("maya", lead, Outcome::Reached);
    stays_answered_when_it_comes_back(&mut sim, lead);
}

#[test]
fn a_letter_to_a_corrected_address_is_still_the_answer() {
    let (mut sim, lead) = answered_by_a_letter_on_its_way();
    let changes = [("email".to_owned(), "ana@ruiz.test".to_owned())].into();
    sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("an address");
    let after = sim.lead(lead);
    assert!(after.promise.is_none() && after.first_answer.is_some());
    sim.post_says = Some(CarryFault::of_the_address("550 There is no such mailbox."));
    sim.minutes(60);
    assert!(sim.lead(lead).awaiting_since.is_some(), "that one never arrived either");
}

#[test]
fn a_letter_that_cannot_be_written_is_given_up_and_its_address_is_not() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.minutes(2);
    let was = sim.lead(lead).outbox[0].letter.template.clone();
    sim.apply(|playbook| {
        let renamed = format!("new_{was}");
        playbook.templates.iter_mut().filter(|one| one.key == was).for_each(|one| {
            one.key = renamed.clone();
        });
        let steps = playbook.sequences.iter_mut().flat_map(|one| &mut one.steps);
        steps.filter(|step| step.template == was).for_each(|step| step.template = renamed.clone());
    });
    sim.minutes(10);
    assert_eq!((sim.lead(lead).bounced_at, sim.sent.len()), (None, 0));
    expect![[r#"
        Mon  4 May 10:00  Email “First answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:04  Email given up: There is no template “first_answer” any more.
        Mon  4 May 10:04  Maya was told: a letter could not be delivered.
    "#]]
    .assert_eq(&sim.lines(lead, &["Email", "address", "delivered", "ended"]));
    sim.days(20);
    assert!(!sim.sent.is_empty(), "later letters do not go");
}

#[test]
fn a_letter_says_who_writes_how_to_stop_it_and_answers_to_the_owner() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.minutes(5);
    let (_, mail) = &sim.sent[0];
    assert_eq!((mail.to.as_str(), mail.to_name.as_str()), ("ana@ruiz.example", "Ana Ruiz"));
    assert_eq!(mail.from_name, "Fernhill Energy");
    assert_eq!(mail.reply_to.as_deref(), Some("maya@fernhill.example"));
    let url = mail.unsubscribe_url.as_deref().expect("a way out");
    assert!(mail.body.contains(url));
    let token = url.rsplit('/').next().expect("a path");
    let asked = sim.house.links.unsubscribed(token).expect("a token of ours");
    assert_eq!(
        (asked.lead, Some(asked.mark)),
        (lead, mark(&sim.house.links.house_key, "ana@ruiz.example"))
    );
}
