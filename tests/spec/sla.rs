//! By when an answer is owed, and who hears of it when there is none.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use leadstead::lead::{Channel, LeadId, Outcome, Tier};
use leadstead::rows::{self, Next};
use leadstead::shell::papers;

/// A head of department who has looked at prices asks for a demo.
fn urgent(sim: &mut Sim) -> LeadId {
    let body = "name=Ana+Ruiz&email=ana@ruiz.example&role=Head+of+department";
    let lead = sim.arrive("demo", "application/x-www-form-urlencoded", body).expect("a lead");
    sim.shows(lead, Channel::Visit, "/pricing");
    sim.shows(lead, Channel::Visit, "/pricing");
    assert_eq!(sim.lead(lead).tier(), Tier::Urgent);
    lead
}

fn respond_by(sim: &Sim, lead: LeadId) -> String {
    sim.wall(sim.lead(lead).promise.expect("a clock").respond_by)
}

/// Acceptance example 1: an Urgent lead on Friday at four.
#[test]
fn an_urgent_lead_on_friday_at_four_is_to_be_answered_in_five_minutes() {
    let mut sim = Sim::at("2026-05-08T16:00");
    let lead = urgent(&mut sim);
    assert_eq!(respond_by(&sim, lead), "Fri  8 May 16:05");
    expect![[r#"
        Fri  8 May 16:00  Given to Maya: Everything else is shared out, to accept within 30 min.
        Fri  8 May 16:00  Maya was told: a new lead is theirs.
        Fri  8 May 16:00  A clock started: answer within 1 h 30.
        Fri  8 May 16:00  A clock started: answer within 5 min.
    "#]]
    .assert_eq(&sim.lines(lead, &["Given", "was told", "clock"]));
    sim.until("2026-05-11T09:00");
    let clocks = sim.lines(lead, &["A clock started", "Nobody answered", "Escalated"]);
    assert!(!clocks.contains("Mon"), "no response clock reaches into Monday:\n{clocks}");
}

/// Acceptance example 1: a High lead on Friday at four.
#[test]
fn a_high_lead_on_friday_at_four_is_to_be_answered_before_closing() {
    let mut sim = Sim::at("2026-05-08T16:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    assert_eq!(sim.lead(lead).tier(), Tier::High);
    assert_eq!(respond_by(&sim, lead), "Fri  8 May 17:30");
    expect![[r#"
        Fri  8 May 16:00  Given to Maya: Everything else is shared out, to accept within 30 min.
        Fri  8 May 16:00  Maya was told: a new lead is theirs.
        Fri  8 May 16:00  A clock started: answer within 1 h 30.
    "#]]
    .assert_eq(&sim.lines(lead, &["Given", "NewLead", "a new lead", "clock"]));
    sim.until("2026-05-08T17:30");
    let breach = sim.lines(lead, &["Nobody answered"]);
    assert_eq!(breach, "Fri  8 May 17:30  Nobody answered in time.\n");
}

#[test]
fn a_lead_at_two_in_the_night_is_answered_at_once_and_written_to_at_opening() {
    let mut sim = Sim::at("2026-05-05T02:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    assert_eq!(sim.letters(), ["Tue  5 May 02:00  We have your message"]);
    let reply = &sim.sent[0].1.body;
    assert!(reply.contains("open again today at 09:00"), "the real next opening:\n{reply}");
    assert_eq!(respond_by(&sim, lead), "Tue  5 May 11:00");
    sim.until("2026-05-05T12:00");
    expect![[r#"
        Tue  5 May 02:00  Website form: new enquiry, asked for a quote: “A quote please”.
        Tue  5 May 02:00  Score 67, High: floor for a request +38.3, asked +20, source +6, engaged +3.
        Tue  5 May 02:00  Handed over to sales: They asked for an answer.
        Tue  5 May 02:00  Given to Maya: Everything else is shared out, to accept within 7 h 30.
        Tue  5 May 02:00  Maya was told: a new lead is theirs.
        Tue  5 May 02:00  A clock started: answer within 2 h.
        Tue  5 May 02:00  Sequence “New lead” started.
        Tue  5 May 02:00  Stage New.
        Tue  5 May 02:00  Email “Instant reply” on its way.
        Tue  5 May 02:00  Email sent.
        Tue  5 May 09:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Tue  5 May 09:00  The step of day 1 was taken.
        Tue  5 May 09:04  Email sent.
        Tue  5 May 09:30  Given to Tom: Everything else is shared out, to accept within 30 min.
        Tue  5 May 09:30  Tom was told: a new lead is theirs.
        Tue  5 May 09:30  Maya was told: it went to somebody else.
        Tue  5 May 10:00  Given to Priya: Everything else is shared out, to accept within 30 min.
        Tue  5 May 10:00  Priya was told: a new lead is theirs.
        Tue  5 May 10:00  Tom was told: it went to somebody else.
        Tue  5 May 10:00  50% of the time to answer is gone.
        Tue  5 May 10:00  Priya was told: the clock is running out.
        Tue  5 May 10:30  The offer stands without a clock: Nobody else can take it by the rule “Everything else is shared out”. Maya: did not accept in time; Tom: did not accept in time; Priya: did not accept in time.
        Tue  5 May 10:36  80% of the time to answer is gone.
        Tue  5 May 10:36  Priya was told: the clock is running out.
        Tue  5 May 11:00  Nobody answered in time.
        Tue  5 May 11:00  Escalated to Priya.
        Tue  5 May 11:00  Priya was told: nobody answered in time.
    "#]].assert_eq(&sim.story(lead));
}

#[test]
fn how_fast_we_answer_is_told_of_promises_alone_and_from_when_their_clock_began() {
    let mut sim = Sim::at("2026-05-04T21:40");
    let asked = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    let wondered = sim.form("name=Jon+Smith&email=jon@smith.example&message=A+nice+talk");
    assert!(sim.lead(asked).promise.is_some() && sim.lead(wondered).promise.is_none());
    sim.until("2026-05-05T09:20");
    sim.calls("maya", asked, Outcome::Voicemail);
    sim.until("2026-05-07T11:00");
    sim.calls("maya", wondered, Outcome::Reached);
    let reading = sim.house.store.read().expect("memory");
    let told = reading.newest_answered(jiff::Timestamp::MIN, 10).expect("memory");
    let told: Vec<_> = told.iter().map(|one| (one.lead, one.seconds, one.in_time)).collect();
    assert_eq!(told, [(asked, 20 * 60, true)]);
}

#[test]
fn only_a_person_stops_the_clock() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.minutes(5);
    assert_eq!(sim.sent.len(), 1, "the first letter went by itself");
    assert!(sim.lead(lead).promise.is_some(), "and stopped no clock");
    assert!(sim.lead(lead).first_acknowledged_at.is_some());
    sim.minutes(5);
    sim.calls("maya", lead, Outcome::Voicemail);
    let answered = sim.lead(lead);
    assert!(answered.promise.is_none());
    let answer = answered.first_answer.expect("an answer");
    assert_eq!((answer.by.as_str(), answer.in_time), ("maya", true));
    sim.days(3);
    assert_eq!(sim.lines(lead, &["Nobody answered", "Escalated"]), "");
}

#[test]
fn a_clock_that_runs_out_calls_the_owner_then_the_backup_then_the_manager() {
    let mut playbook = team_of(&["maya", "tom", "priya"]);
    playbook.team[1].backup = "priya".into();
    playbook.team[1].manager = "maya".into();
    playbook.routing.pools[0] = crate::sim::pool_of("everyone", &[("tom", 1)]);
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.days(3);
    expect![[r#"
        Mon  4 May 10:00  A clock started: answer within 4 h.
        Mon  4 May 12:00  50% of the time to answer is gone.
        Mon  4 May 13:12  80% of the time to answer is gone.
        Mon  4 May 14:00  Nobody answered in time.
        Mon  4 May 14:00  Escalated to Tom.
        Mon  4 May 14:00  Tom was told: nobody answered in time.
        Tue  5 May 09:30  Escalated to Priya.
        Tue  5 May 09:30  Priya was told: it was escalated to them.
        Tue  5 May 13:30  Escalated to Maya.
        Tue  5 May 13:30  Maya was told: it was escalated to them.
    "#]]
    .assert_eq(&sim.lines(
        lead,
        &["clock started", "time to answer", "answered in time", "Escalated", "escalated"],
    ));
}

#[test]
fn a_clock_that_runs_past_midnight_is_looked_at_when_it_has_run_out() {
    let mut playbook = team_of(&["maya"]);
    playbook.hours.week = leadstead::lead::hours::Week::always();
    let mut sim = Sim::with("2026-05-04T22:00", playbook);
    sim.apply(|playbook| {
        let high = playbook.sla.clock.get_mut(&Tier::High).expect("the starter has one");
        high.same_day = false;
    });
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.days(1);
    let breach = sim.lines(lead, &["Nobody answered"]);
    assert_eq!(breach, "Tue  5 May 02:00  Nobody answered in time.\n");
}

#[test]
fn a_medium_lead_has_no_clock_and_its_letter_goes_at_once() {
    let mut sim = Sim::at("2026-05-04T10:00");
    sim.apply(|playbook| playbook.sources[0].points = 45);
    sim.apply(|playbook| playbook.scoring.caps.source = 50);
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Hello");
    assert_eq!(sim.lead(lead).tier(), Tier::Medium);
    assert_eq!(sim.lead(lead).promise, None);
    assert_eq!(sim.letters(), ["Mon  4 May 10:00  Your enquiry to Fernhill Energy"]);
}

#[test]
fn somebody_on_call_answers_an_urgent_lead_at_night() {
    let mut sim = Sim::at("2026-05-05T02:00");
    sim.apply(|playbook| playbook.sla.on_call = true);
    let lead = urgent(&mut sim);
    assert_eq!(respond_by(&sim, lead), "Tue  5 May 02:05");
}

/// The list and the desk tell the same: while a clock runs, the answer is what is next, and only who
/// is on a clock waits for a first touch.
#[test]
fn the_list_names_the_clock_that_runs_and_counts_nobody_without_one() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let form = "application/x-www-form-urlencoded";
    let lead = sim.arrive("quote", form, "name=Ana+Ruiz&message=A+quote").expect("a lead");
    sim.minutes(3);
    let waits = sim.lead(lead);
    assert!(waits.tasks.iter().any(|task| task.due_at < sim.now()), "the house asks for more");
    let row = rows::summary(&waits, sim.playbook());
    assert_eq!((row.next, row.next_at), (Some(Next::Answer), row.respond_by));
    assert!(papers::flags(&waits).contains(&"unanswered"));
    let calm = sim.form("name=Bo&email=bo@lane.example&message=Hello");
    let calm = sim.lead(calm);
    assert!(calm.promise.is_none() && calm.awaiting_since.is_some());
    assert!(!papers::flags(&calm).contains(&"unanswered"));
}
