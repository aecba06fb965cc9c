//! What is sent and asked for on which day, and everything that stops it.

use crate::sim::{INSTANT_REPLY, Sim, team_of};
use expect_test::expect;
use leadstead::command::{Command, Refusal};
use leadstead::lead::{Channel, Exit, LeadFate, LeadId, Outcome, Status, TaskKind, Tier, Wording};
use leadstead::playbook::{Step, StepKind};

const ANA: &str = "name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please";

/// The same person, who may be written to.
const ANA_AGREES: &str =
    "name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please&consent=Write+to+me";

/// A house of one on Monday 4 May 2026 at ten, and a lead that asked for a quote.
fn monday() -> (Sim, LeadId) {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA);
    (sim, lead)
}

/// What left the house and what a person was asked, without the words of it.
fn touches(sim: &Sim, lead: LeadId) -> String {
    let told = sim.lines(lead, &["Email", "Task", "ended", "started"]);
    let short = |line: &str| format!("{}\n", line.split(": “").next().unwrap_or(line));
    told.lines().map(short).collect()
}

/// Somebody who writes hears first that it arrived, and is taught from the day after.
#[test]
fn a_low_lead_that_wrote_is_answered_before_it_is_taught() {
    let low = "name=Bob+Lane&email=bob@lane.example&role=Junior+buyer&message=Hello&consent=Yes";
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(low);
    assert_eq!(sim.lead(lead).tier(), Tier::Low);
    sim.until("2026-05-06T12:00");
    expect![[r#"
        Mon  4 May 10:00  Sequence “Education” started.
        Mon  4 May 10:00  The step of day 1 waits 23 h: they hear first that we have their message.
        Mon  4 May 10:00  Email “Instant reply” on its way.
        Mon  4 May 10:00  Email sent.
        Tue  5 May 09:00  Email “Education, day 1: a checklist” on its way (Day 1).
        Tue  5 May 09:00  Email sent.
    "#]]
    .assert_eq(&sim.lines(lead, &["Email", "Sequence", "waits"]));
}

/// Acceptance example 8: the fourteen days, every date.
#[test]
fn the_fourteen_days_and_then_long_term_nurture() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA_AGREES);
    sim.until("2026-06-01T12:00");
    expect![[r#"
        Mon  4 May 10:00  A clock started: answer within 4 h.
        Mon  4 May 10:00  Sequence “New lead” started.
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:04  Email sent.
        Wed  6 May 09:00  Task: Call, due now (Day 3)
        Fri  8 May 09:00  Task: LinkedIn message, due now (Day 5)
        Mon 11 May 09:00  Email “New lead, day 8: a new angle” on its way (Day 8).
        Mon 11 May 09:00  Email sent.
        Mon 18 May 09:00  Email “New lead, day 14: an easy way out” on its way (Day 14).
        Mon 18 May 09:00  Email sent.
        Tue 19 May 09:00  Sequence “New lead” ended: every step was taken, next is “Long-term nurture”.
        Tue 19 May 09:00  Sequence “Long-term nurture” started.
    "#]]
    .assert_eq(&touches(&sim, lead));
    sim.until("2026-12-31T12:00");
    expect![[r#"
        Mon  4 May 10:04  Your enquiry to Fernhill Energy
        Mon 11 May 09:00  Three questions to ask anybody you compare
        Mon 18 May 09:00  Shall I leave it there?
        Wed 17 Jun 09:00  What changes when you wait
        Fri 17 Jul 09:00  Start with the smallest part
        Mon 17 Aug 09:00  Has anything changed?
        Tue 15 Sep 09:00  Reading an offer in five minutes
        Thu 15 Oct 09:00  Getting the others to agree
        Mon 16 Nov 09:00  My last letter for now"#]]
    .assert_eq(&sim.letters().join("\n"));
}

/// Number 9 of the sequences shipped: six months, then archive.
#[test]
fn long_term_nurture_ends_in_the_archive_and_a_word_of_theirs_brings_a_person_back() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA_AGREES);
    sim.calls("maya", lead, Outcome::Voicemail);
    sim.until("2026-12-31T12:00");
    let archived = sim.lead(lead);
    assert_eq!((archived.fate, archived.tasks.len()), (LeadFate::Lost, 0));
    expect![[r#"
        Tue 17 Nov 09:00  Sequence “Long-term nurture” ended: every step was taken.
        Tue 17 Nov 09:00  Archived, reason No response.
    "#]]
    .assert_eq(&sim.lines(lead, &["17 Nov"]));

    sim.writes(lead, "We are ready now");
    let back = sim.lead(lead);
    assert!(back.is_open() && back.owner_id() == Some("maya"), "{back:?}");
    assert_eq!(back.tasks.iter().map(|task| task.kind).collect::<Vec<_>>(), [TaskKind::Answer]);
    sim.days(60);
    assert_eq!(sim.sent.len(), 9, "{:?}", sim.letters());
}

#[test]
fn who_has_been_silent_through_a_sequence_is_unresponsive_and_then_nurtured() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Bob&email=bob@lane.example&message=Hello&consent=Yes");
    let other = sim.form("name=Cy&email=cy@lane.example&message=Hello");
    for lead in [lead, other] {
        let standard = Command::Enrol { sequence: "standard".into() };
        sim.does("maya", lead, standard).expect("a sequence of the playbook");
    }
    sim.days(30);
    assert_eq!(sim.lead(lead).status(), Status::Nurture);
    assert_eq!(sim.lead(other).status(), Status::Unresponsive);
}

#[test]
fn who_enquires_anew_after_the_archive_is_a_lead_linked_to_the_old_one() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let old = sim.form(ANA_AGREES);
    sim.calls("maya", old, Outcome::Voicemail);
    sim.until("2026-12-31T12:00");
    let new = sim.form(ANA_AGREES);
    assert_ne!(new, old);
    assert_eq!(sim.lead(new).earlier, [old]);
    assert!(!sim.lead(old).is_open());
}

#[test]
fn nothing_is_archived_while_one_of_us_owes_them_something() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA_AGREES);
    sim.until("2026-12-31T12:00");
    let late = sim.lead(lead);
    assert!(late.is_open() && late.promise.is_some(), "the promise was never kept");
    sim.calls("maya", lead, Outcome::Voicemail);
    let asked: Vec<TaskKind> = sim.lead(lead).tasks.iter().map(|task| task.kind).collect();
    assert!(!asked.is_empty());
}

/// The other side of example 8: who has not agreed to letters is answered for a fortnight, and no
/// more is sent.
#[test]
fn after_the_fourteen_days_nobody_is_nurtured_who_has_not_agreed_to_it() {
    let (mut sim, lead) = monday();
    sim.calls("maya", lead, Outcome::Voicemail);
    sim.until("2026-05-19T12:00");
    for task in sim.lead(lead).tasks {
        let finish = Command::FinishTask { task: task.seq, outcome: "done".into(), next: None };
        sim.does("maya", lead, finish).expect("an open task");
    }
    sim.until("2026-12-31T12:00");
    expect![[r#"
        Tue 19 May 09:00  Sequence “New lead” ended: every step was taken.
        Tue 19 May 09:00  Sequence “Long-term nurture” not started: they have not agreed to letters.
        Tue 19 May 12:00  Task: Choose a next step, due now: “They have not agreed to letters, so none follow. Decide what happens next.”
    "#]]
    .assert_eq(&sim.lines(lead, &["ended", "not started", "a next step"]));
    assert_eq!(sim.sent.len(), 3, "{:?}", sim.letters());
}

#[test]
fn who_agrees_to_no_letters_gets_the_reply_they_asked_for_and_a_person() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Bob&email=bob@lane.example&message=Hello");
    sim.days(40);
    assert_eq!(sim.letters(), [format!("Mon  4 May 10:00  {INSTANT_REPLY}")]);
    let told = ["Sequence", "Task"];
    expect![[r#"
        Mon  4 May 10:00  Sequence “Education” not started: they have not agreed to letters.
        Mon  4 May 10:00  Task: Choose a next step, due now: “They have not agreed to letters, so none follow. Decide what happens next.”
    "#]]
    .assert_eq(&sim.lines(lead, &told));
    let by_hand = sim.refused("maya", lead, Command::Enrol { sequence: "nurture".into() });
    assert_eq!(by_hand, Refusal::ConsentNeeded);
}

#[test]
fn a_sequence_begins_once_they_agree_while_they_wait() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Bob&email=bob@lane.example&message=Hello");
    sim.days(2);
    sim.form("name=Bob&email=bob@lane.example&message=Do+write+to+me&consent=Yes");
    let begun = sim.lead(lead);
    assert_eq!(begun.enrolment.map(|it| it.sequence).as_deref(), Some("education"));
    let open: Vec<TaskKind> = begun.tasks.iter().map(|task| task.kind).collect();
    assert_eq!(open, [TaskKind::Answer], "the decision has been made");
}

#[test]
fn what_they_said_last_about_letters_counts() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let says = |consent: &str| {
        format!(r#"{{"name":"Bob","email":"bob@lane.example","message":"Hi"{consent}}}"#)
    };
    let api = "application/json";
    let lead = sim.arrive("api", api, &says(r#","consent":"Write to me""#)).expect("a lead");
    assert!(sim.lead(lead).consent.is_some());
    sim.arrive("api", api, &says(""));
    assert!(sim.lead(lead).consent.is_some(), "nobody asked them");
    sim.arrive("api", api, &says(r#","consent":false"#));
    assert_eq!(sim.lead(lead).consent, None);
    sim.form("name=Bob&email=bob@lane.example&message=Hi&consent=Write+to+me");
    assert!(sim.lead(lead).consent.is_some());
    sim.form("name=Bob&email=bob@lane.example&message=Hi");
    assert_eq!(sim.lead(lead).consent, None, "they saw the box and left it");
}

#[test]
fn a_sequence_that_comes_to_need_consent_ends_for_who_gave_none() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA);
    assert_eq!(sim.lead(lead).outbox.len(), 1);
    sim.apply(|playbook| playbook.sequences[0].needs_consent = true);
    sim.days(40);
    assert_eq!(sim.lead(lead).left, [("standard".to_owned(), Exit::NoConsent)]);
    assert!(sim.sent.is_empty(), "{:?}", sim.letters());
}

/// Acceptance example 8: a reply about prices on Thursday 7 May.
#[test]
fn a_reply_takes_the_remaining_steps_away_and_gives_a_person_a_task() {
    let (mut sim, lead) = monday();
    sim.until("2026-05-07T14:00");
    sim.writes(lead, "What does it cost?");
    sim.until("2026-08-01T12:00");
    expect![[r#"
        Mon  4 May 10:04  Email sent.
        Thu  7 May 14:00  Email from them: “What does it cost?”
        Thu  7 May 14:00  Score 70, High: floor for a request +30.9, asked +17.8, reply +12, source +6, engaged +3.
        Thu  7 May 14:00  Maya was told: they wrote.
        Thu  7 May 14:00  Task dropped: they wrote.
        Thu  7 May 14:00  Sequence “New lead” ended: they replied.
        Thu  7 May 14:00  Task: Answer, due now: “They wrote again. Answer them.”
    "#]].assert_eq(&sim.lines(lead, &["Thu  7", "Email sent", "Day 5", "Day 8"]));
    let open: Vec<TaskKind> = sim.lead(lead).tasks.iter().map(|task| task.kind).collect();
    assert_eq!(open, [TaskKind::Answer]);
}

/// A reply of day 14 that is logged on day 16, when the next sequence has begun.
#[test]
fn a_reply_that_is_logged_late_stops_the_sequence_that_began_meanwhile() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(ANA_AGREES);
    sim.until("2026-05-20T12:00");
    assert_eq!(sim.lead(lead).enrolment.map(|it| it.sequence).as_deref(), Some("nurture"));
    let reply = Command::inbound(Channel::Email, "Yes, please", sim.moment("2026-05-18T11:00"));
    let stopped = sim.does("maya", lead, reply).expect("an open lead");
    assert_eq!(stopped.left.last(), Some(&("nurture".to_owned(), Exit::Replied)));
    assert!(stopped.tasks.iter().any(|task| task.kind == TaskKind::Answer));
    let letters = sim.sent.len();
    sim.days(200);
    assert_eq!(sim.sent.len(), letters, "{:?}", sim.letters());
}

#[test]
fn what_they_wrote_before_they_enquired_stops_nothing() {
    let (mut sim, lead) = monday();
    sim.minutes(1);
    let old = Command::inbound(Channel::Email, "Last year", sim.moment("2025-05-18T11:00"));
    sim.does("maya", lead, old).expect("an open lead");
    assert!(sim.lead(lead).enrolment.is_some());
}

#[test]
fn an_answered_call_stops_the_sequence_and_an_unanswered_one_does_not() {
    let (mut sim, lead) = monday();
    sim.minutes(30);
    sim.calls("maya", lead, Outcome::NoAnswer);
    assert!(sim.lead(lead).enrolment.is_some());
    sim.until("2026-05-05T11:00");
    sim.calls("maya", lead, Outcome::Reached);
    assert_eq!(sim.lead(lead).left, [("standard".to_owned(), Exit::Talked)]);
    sim.days(40);
    assert_eq!(sim.sent.len(), 1);
}

#[test]
fn a_hold_keeps_every_step_back_and_resuming_takes_only_what_is_still_fresh() {
    let (mut sim, lead) = monday();
    sim.until("2026-05-05T11:00");
    assert_eq!(
        sim.refused("maya", lead, Command::Hold { why: " ".into() }).to_string(),
        "Write down why."
    );
    sim.does("maya", lead, Command::Hold { why: "They asked for a week".into() })
        .expect("it is in a sequence");
    sim.until("2026-05-11T15:00");
    assert_eq!(sim.sent.len(), 1, "nothing goes while it is held");
    sim.does("maya", lead, Command::Resume).expect("it is held");
    sim.until("2026-05-19T12:00");
    expect![[r#"
        Mon  4 May 10:00  The step of day 1 was taken.
        Tue  5 May 11:00  Follow-up held, by Maya: They asked for a week.
        Mon 11 May 15:00  Follow-up goes on, by Maya.
        Mon 11 May 15:00  The step of day 3 was left out: it came too late.
        Mon 11 May 15:00  The step of day 5 was left out: a later step is due already.
        Mon 11 May 15:00  The step of day 8 was taken.
        Mon 18 May 09:00  The step of day 14 was taken.
        Tue 19 May 09:00  Sequence “New lead” ended: every step was taken.
    "#]]
    .assert_eq(&sim.lines(lead, &["held", "goes on", "left out", "taken"]));
}

/// Holds a lead whose first letter still lies as a draft.
fn held(sim: &mut Sim, lead: LeadId) {
    sim.minutes(2);
    let why = "They asked for a week".to_owned();
    sim.does("maya", lead, Command::Hold { why }).expect("it is in a sequence");
}

#[test]
fn a_letter_that_was_held_goes_as_soon_as_it_is_resumed() {
    let (mut sim, lead) = monday();
    held(&mut sim, lead);
    sim.minutes(30);
    assert!(sim.sent.is_empty());
    sim.does("maya", lead, Command::Resume).expect("it is held");
    sim.minutes(1);
    assert_eq!(sim.letters(), ["Mon  4 May 10:32  Your enquiry to Fernhill Energy"]);
}

#[test]
fn a_hold_makes_no_letter_too_old() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    sim.apply(|playbook| playbook.sequences[0].steps.truncate(1));
    let lead = sim.form(ANA);
    held(&mut sim, lead);
    sim.until("2026-05-13T11:00");
    sim.does("maya", lead, Command::Resume).expect("it is held");
    sim.minutes(1);
    assert_eq!(sim.letters(), ["Wed 13 May 11:00  Your enquiry to Fernhill Energy"]);
}

#[test]
fn a_held_letter_gives_way_to_a_later_one() {
    let (mut sim, lead) = monday();
    held(&mut sim, lead);
    sim.until("2026-05-11T15:00");
    assert_eq!(sim.lead(lead).outbox.len(), 1, "it is kept for as long as it is held");
    sim.does("maya", lead, Command::Resume).expect("it is held");
    sim.minutes(5);
    expect![[r#"
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:02  Follow-up held, by Maya: They asked for a week.
        Mon 11 May 15:00  Follow-up goes on, by Maya.
        Mon 11 May 15:00  The step of day 3 was left out: it came too late.
        Mon 11 May 15:00  The step of day 5 was left out: a later step is due already.
        Mon 11 May 15:00  Email “New lead, day 8: a new angle” on its way (Day 8).
        Mon 11 May 15:00  Email given up: a later step is due already.
        Mon 11 May 15:00  Email sent.
    "#]]
    .assert_eq(&sim.lines(lead, &["Email", "held", "goes on", "left out"]));
}

#[test]
fn a_letter_that_was_held_for_weeks_is_given_up_when_it_is_resumed_and_its_owner_told() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    sim.apply(|playbook| playbook.sequences[0].steps.truncate(1));
    let lead = sim.form(ANA);
    held(&mut sim, lead);
    sim.until("2026-05-20T11:00");
    assert_eq!(sim.lead(lead).outbox.len(), 1);
    sim.does("maya", lead, Command::Resume).expect("it is held");
    expect![[r#"
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:02  Follow-up held, by Maya: They asked for a week.
        Wed 20 May 11:00  Follow-up goes on, by Maya.
        Wed 20 May 11:00  Email given up: it waited too long.
        Wed 20 May 11:00  Maya was told: a letter could not be delivered.
    "#]]
    .assert_eq(&sim.lines(lead, &["Email", "delivered", "held", "goes on"]));
}

#[test]
fn an_opt_out_between_queueing_and_carrying_holds_the_letter_back() {
    let (mut sim, lead) = monday();
    sim.minutes(2);
    assert_eq!(sim.lead(lead).outbox.len(), 1, "the draft lies for its owner");
    sim.opts_out(lead);
    sim.days(60);
    assert!(sim.sent.is_empty(), "{:?}", sim.letters());
    assert_eq!(sim.lead(lead).left, [("standard".to_owned(), Exit::OptedOut)]);
}

#[test]
fn an_opt_out_on_one_lead_silences_every_lead_with_that_address() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let first = sim.form(ANA);
    sim.minutes(10);
    let lose = Command::Lose { reason: "Timing".into(), note: String::new() };
    sim.does("maya", first, lose).expect("a reason of the list");
    sim.until("2026-05-11T10:00");
    let second = sim.form(ANA);
    assert_ne!(first, second);
    sim.minutes(2);
    sim.opts_out(first);
    let sent = sim.sent.len();
    sim.days(60);
    assert_eq!(sim.sent.len(), sent, "{:?}", sim.letters());
    assert!(sim.lead(second).enrolment.is_none());
    assert!(sim.lead(second).promise.is_some(), "a person still answers what was asked");
}

#[test]
fn an_opt_out_is_remembered_for_each_address_on_its_own() {
    let (mut sim, lead) = monday();
    sim.opts_out(lead);
    sim.opts_out(lead);
    let changes = [("email".to_owned(), "ana@elsewhere.example".to_owned())].into();
    sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("an address");
    sim.opts_out(lead);
    let said = sim.lines(lead, &["No more letters"]);
    assert_eq!(said.lines().count(), 2, "{said}");
    let lose = Command::Lose { reason: "Timing".into(), note: String::new() };
    sim.does("maya", lead, lose).expect("a reason of the list");
    sim.form("name=Ana+Ruiz&email=ana@elsewhere.example&message=A+quote+please");
    sim.days(1);
    assert!(sim.letters().is_empty(), "{:?}", sim.letters());
}

#[test]
fn whoever_opted_out_and_asks_again_gets_the_answer_and_no_sequence() {
    let mut sim = Sim::solo("2026-05-04T20:00");
    let first = sim.form(ANA);
    sim.minutes(1);
    sim.opts_out(first);
    let lose = Command::Lose { reason: "Timing".into(), note: String::new() };
    sim.does("maya", first, lose).expect("a reason of the list");
    sim.until("2026-06-04T20:00");
    sim.form(ANA);
    sim.days(40);
    let reply = |day: &str| format!("{day} 20:00  {INSTANT_REPLY}");
    assert_eq!(sim.letters(), [reply("Mon  4 May"), reply("Thu  4 Jun")]);
}

/// A sequence of letters on these days, for every tier.
fn letters_on(sim: &mut Sim, days: &[u32]) {
    sim.apply(|playbook| {
        let step = |day: &u32| Step {
            day: *day,
            kind: StepKind::Email,
            template: "new_angle".into(),
            text: String::new(),
            task: None,
            draft_minutes: 0,
            draft_tiers: Vec::new(),
        };
        playbook.sequences[0].steps = days.iter().map(step).collect();
        playbook.sequences[0].then = String::new();
    });
}

#[test]
fn nobody_gets_more_than_two_letters_in_seven_days() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    letters_on(&mut sim, &[1, 2, 3, 4]);
    sim.form(ANA);
    sim.days(40);
    expect![[r#"
        Mon  4 May 10:00  Three questions to ask anybody you compare
        Tue  5 May 09:00  Three questions to ask anybody you compare
        Mon 11 May 10:00  Three questions to ask anybody you compare"#]]
    .assert_eq(&sim.letters().join("\n"));
    for (nth, (at, _)) in sim.sent.iter().enumerate() {
        let week = sim.sent[..nth].iter().filter(|(before, _)| {
            at.duration_since(*before) < jiff::SignedDuration::from_hours(24 * 7)
        });
        assert!(week.count() < 2, "{:?}", sim.letters());
    }
}

#[test]
fn what_they_asked_for_does_not_count_as_a_letter_of_the_week() {
    let mut sim = Sim::solo("2026-05-04T20:00");
    letters_on(&mut sim, &[1, 3]);
    sim.form(ANA);
    sim.days(5);
    expect![[r#"
        Mon  4 May 20:00  We have your message
        Tue  5 May 09:00  Three questions to ask anybody you compare
        Wed  6 May 09:00  Three questions to ask anybody you compare"#]]
    .assert_eq(&sim.letters().join("\n"));
}

#[test]
fn a_holiday_moves_one_step_and_no_other() {
    let mut playbook = team_of(&["maya"]);
    playbook.hours.holidays = vec!["2026-05-06".parse().expect("a date")];
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let lead = sim.form(ANA);
    sim.until("2026-05-20T12:00");
    expect![[r#"
        Mon  4 May 10:00  The step of day 1 was taken.
        Thu  7 May 09:00  The step of day 3 was taken.
        Fri  8 May 09:00  The step of day 5 was taken.
        Mon 11 May 09:00  The step of day 8 was taken.
        Mon 18 May 09:00  The step of day 14 was taken.
    "#]]
    .assert_eq(&sim.lines(lead, &["The step of"]));
}

#[test]
fn the_list_says_when_the_next_step_is_taken() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana&email=ana@ruiz.example&consent=Yes");
    sim.apply(|playbook| playbook.sla.clock.clear());
    let next = |sim: &Sim| {
        let reading = sim.house.store.read().expect("memory");
        let row = reading.summary(lead).expect("memory").expect("a row");
        row.next_at.map(|at| sim.wall(at))
    };
    sim.minutes(10);
    assert_eq!(next(&sim).as_deref(), Some("Fri  8 May 09:00"), "day 5 of the education");
    sim.does("maya", lead, Command::Hold { why: "they asked for it".into() }).expect("a sequence");
    assert_eq!(next(&sim), None);
    sim.does("maya", lead, Command::Resume).expect("it is held");
    let until = sim.moment("2026-05-12T08:00");
    let why = "they are away".to_owned();
    sim.does("maya", lead, Command::Snooze { until, why }).expect("a day to come");
    assert_eq!(next(&sim).as_deref(), Some("Tue 12 May 08:00"), "they come back on the desk first");
}

#[test]
fn a_lead_in_another_zone_is_written_to_in_its_own_hours() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form(&format!("{ANA}&country=Japan"));
    sim.until("2026-05-08T12:00");
    expect![[r#"
        Mon  4 May 10:00  We have your message
        Tue  5 May 01:04  Your enquiry to Fernhill Energy"#]]
    .assert_eq(&sim.letters().join("\n"));
    expect![[r#"
        Tue  5 May 01:00  The step of day 1 was taken.
        Wed  6 May 01:00  The step of day 3 was taken.
        Fri  8 May 01:00  The step of day 5 was taken.
    "#]]
    .assert_eq(&sim.lines(lead, &["The step of"]));
}

#[test]
fn a_person_who_writes_first_makes_the_draft_needless() {
    let (mut sim, lead) = monday();
    sim.minutes(2);
    let wrote = Command::outbound(
        leadstead::lead::Channel::Email,
        Outcome::Made,
        "Here is your quote.",
        sim.now(),
    );
    sim.does("maya", lead, wrote).expect("an open lead");
    sim.minutes(60);
    assert!(sim.sent.is_empty(), "{:?}", sim.letters());
}

#[test]
fn a_rewritten_draft_goes_at_its_time_in_its_own_words_wherever_the_address_moves() {
    let (mut sim, lead) = monday();
    let queued = sim.lead(lead).outbox[0].seq;
    sim.minutes(1);
    let body = "Dear Ana, about your roof. No more: {{ unsubscribe_link }}".into();
    let wording = Wording { subject: "Your roof".into(), body };
    sim.does("maya", lead, Command::Rewrite { queued, wording }).expect("a draft");
    sim.minutes(1);
    let changes = [("email".to_owned(), "ana@elsewhere.example".to_owned())].into();
    sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("an address");
    sim.minutes(60);
    assert_eq!(sim.letters(), ["Mon  4 May 10:04  Your roof"]);
    let mail = &sim.sent[0].1;
    assert_eq!(mail.to, "ana@elsewhere.example");
    assert!(mail.body.starts_with("Dear Ana, about your roof. No more: http"), "{}", mail.body);
    assert!(sim.lead(lead).promise.is_some(), "editing is no answer");
    expect![[r#"
        Mon  4 May 10:01  The letter was rewritten, by Maya: Your roof.
    "#]]
    .assert_eq(&sim.lines(lead, &["rewritten"]));
}

#[test]
fn a_draft_can_be_sent_at_once_or_thrown_away() {
    let (mut sim, lead) = monday();
    let queued = sim.lead(lead).outbox[0].seq;
    sim.minutes(1);
    sim.does("maya", lead, Command::Release { queued }).expect("a draft");
    assert_eq!(sim.letters(), ["Mon  4 May 10:01  Your enquiry to Fernhill Energy"]);
    let again = sim.refused("maya", lead, Command::Release { queued });
    assert_eq!(again.to_string(), "This letter is no longer waiting.");

    let other = sim.form("name=Bob&email=bob@lane.example&message=A+quote+please");
    let queued = sim.lead(other).outbox[0].seq;
    sim.does("maya", other, Command::Discard { queued }).expect("a draft");
    sim.minutes(60);
    assert_eq!(sim.sent.len(), 1);
}

/// Given to somebody else, a letter that waits says who looks after them now; what a person wrote
/// stays as it is.
#[test]
fn a_waiting_letter_speaks_for_whoever_has_the_lead_as_it_goes() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let leads = ["ana", "bo"].map(|name| {
        let body = format!("name={name}&email={name}@{name}.example&message=A+quote+please");
        sim.form(&body)
    });
    let own = "Maya here, as agreed. {{ unsubscribe_link }}";
    for lead in leads {
        let give = |to: &str| Command::Give { to: to.into(), why: "holiday".into() };
        sim.does("maya", lead, give("maya")).expect("an open lead");
        let queued = sim.lead(lead).outbox[0].seq;
        if lead == leads[1] {
            let wording = Wording { subject: "Your boiler".into(), body: own.into() };
            sim.does("maya", lead, Command::Rewrite { queued, wording }).expect("a letter");
        }
        sim.does("maya", lead, give("priya")).expect("an open lead");
    }
    sim.minutes(5);
    let body_to = |name: &str| {
        let mut sent = sim.sent.iter().map(|(_, mail)| mail);
        &sent.find(|mail| mail.to.starts_with(name)).expect("a letter").body
    };
    let ana = body_to("ana");
    assert!(ana.contains("I am Priya") && !ana.contains("Maya"), "{ana}");
    assert!(body_to("bo").starts_with("Maya here, as agreed."));
}
