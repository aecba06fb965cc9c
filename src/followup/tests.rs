//! The fourteen days, and everything that may come between.

use super::life::{Life, at, playbook, touch};
use super::*;
use crate::command::Setback;
use crate::command::{Command, Refusal};
use crate::lead::{Actor, Channel, Direction, Outcome, Snooze, TaskKind, Tier};
use expect_test::{Expect, expect};

fn story(life: &Life, expected: Expect) {
    expected.assert_eq(&(life.said.join("\n") + "\n"));
}

#[test]
fn fourteen_days_of_silence_end_in_long_term_nurture() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    life.pass_until("2026-05-20T12:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Wed 6 May 09:00 task call
        Fri 8 May 09:00 task linkedin
        Mon 11 May 09:00 letter new_angle
        Mon 18 May 09:00 letter easy_out
        Tue 19 May 09:00 leave standard: there is no step left
        Tue 19 May 09:00 enter nurture
    "#]],
    );
    assert_eq!(life.lead.enrolment.map(|it| it.sequence), Some("nurture".into()));
    life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    assert_eq!(
        life.lead.outbox[0].next_at,
        at("2026-05-04T10:00"),
        "the first letter goes at once"
    );
}

#[test]
fn a_reply_ends_the_sequence_and_a_person_has_a_task() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    life.reply("2026-05-07T11:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Wed 6 May 09:00 task call
        Thu 7 May 11:00 task dropped: they wrote
        Thu 7 May 11:00 leave standard: they wrote
        Thu 7 May 11:00 task answer
    "#]],
    );
    assert_eq!(life.lead.tasks.len(), 1);
    assert_eq!(life.lead.tasks[0].kind, TaskKind::Answer);
    life.pass_until("2026-06-30T12:00");
    assert_eq!(life.lead.touches, 2, "one letter and one reply");
    life.maya(
        "2026-07-01T09:30",
        touch(Channel::Email, Direction::Outbound, Outcome::Made, "2026-07-01T09:30"),
    );
    assert!(life.lead.tasks.is_empty());
}

#[test]
fn at_two_in_the_morning_the_instant_reply_goes_and_the_letter_waits_for_opening() {
    let mut life = Life::begin(Tier::High, "2026-05-04T02:00");
    life.pass_until("2026-05-04T12:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 02:00 enter standard
        Mon 4 May 02:00 letter instant_reply
        Mon 4 May 09:00 letter first_answer
    "#]],
    );
}

#[test]
fn who_writes_on_saturday_gets_one_step_a_day_from_monday_on() {
    let mut life = Life::begin(Tier::Low, "2026-05-09T15:00");
    life.pass_until("2026-05-14T12:00");
    story(
        &life,
        expect![[r#"
        Sat 9 May 15:00 enter education
        Sat 9 May 15:00 letter instant_reply
        Mon 11 May 09:00 letter education_checklist
        Wed 13 May 09:00 letter education_doubt
    "#]],
    );
    let mut playbook = playbook();
    playbook.sequences[0].steps[1].day = 2;
    let mut life = Life::begin_in(playbook, Tier::Medium, "2026-05-09T15:00");
    life.pass_until("2026-05-12T12:00");
    story(
        &life,
        expect![[r#"
        Sat 9 May 15:00 enter standard
        Sat 9 May 15:00 letter instant_reply
        Mon 11 May 09:00 letter first_answer
        Mon 11 May 09:00 day 2 put off: one step a day is enough
        Tue 12 May 09:00 task call
    "#]],
    );
}

#[test]
fn a_draft_lies_four_minutes_for_its_owner_and_goes_by_itself() {
    let life = Life::begin(Tier::High, "2026-05-04T10:00");
    assert_eq!(life.lead.outbox[0].next_at, at("2026-05-04T10:04"));
    let late = Life::begin(Tier::High, "2026-05-04T17:28");
    assert_eq!(late.lead.outbox[0].next_at, at("2026-05-04T17:29"), "before closing");
}

#[test]
fn an_e_mail_by_hand_replaces_the_draft() {
    let mut life = Life::begin(Tier::High, "2026-05-04T10:00");
    let mail = touch(Channel::Email, Direction::Outbound, Outcome::Made, "2026-05-04T10:02");
    life.maya("2026-05-04T10:02", mail);
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Mon 4 May 10:02 letter dropped: answered by hand
    "#]],
    );
}

#[test]
fn what_a_person_has_answered_out_of_hours_the_house_does_not_answer_at_opening() {
    let answered = |channel, outcome| {
        let mut life = Life::begin(Tier::High, "2026-05-04T02:00");
        life.maya(
            "2026-05-04T02:20",
            touch(channel, Direction::Outbound, outcome, "2026-05-04T02:20"),
        );
        life.pass_until("2026-05-06T12:00");
        life
    };
    for channel in [Channel::Email, Channel::Whatsapp] {
        story(
            &answered(channel, Outcome::Made),
            expect![[r#"
            Mon 4 May 02:00 enter standard
            Mon 4 May 02:00 letter instant_reply
            Mon 4 May 02:20 day 1 left out: answered by hand
            Wed 6 May 09:00 task call
        "#]],
        );
    }
    let rung = answered(Channel::Call, Outcome::Voicemail);
    assert!(rung.said.iter().any(|said| said.ends_with("letter first_answer")), "{:?}", rung.said);
}

#[test]
fn a_draft_goes_for_an_answer_from_before_it_that_is_logged_after_it() {
    let mut life = Life::begin(Tier::High, "2026-05-04T10:00");
    life.lead.outbox[0].queued_at = at("2026-05-04T10:02");
    life.now = at("2026-05-04T10:02");
    let mail = touch(Channel::Email, Direction::Outbound, Outcome::Made, "2026-05-04T10:01");
    life.maya("2026-05-04T10:03", mail);
    assert_eq!(
        life.said.last().map(String::as_str),
        Some("Mon 4 May 10:03 letter dropped: answered by hand")
    );
}

#[test]
fn a_first_letter_that_is_begun_by_hand_goes_whatever_was_written_before() {
    let mut life = Life::before(playbook());
    life.playbook.sequences[0].tiers.clear();
    life.enquire(Tier::High, "2026-05-04T02:00", "owen@stone.example");
    let mail = || touch(Channel::Email, Direction::Outbound, Outcome::Made, "2026-05-04T02:20");
    life.maya("2026-05-04T02:20", mail());
    life.maya("2026-05-04T03:00", Event::Enrolled { sequence: "standard".into() });
    life.pass_until("2026-05-04T12:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 02:00 letter instant_reply
        Mon 4 May 09:00 letter first_answer
    "#]],
    );
}

#[test]
fn a_talk_ends_it_and_a_voicemail_does_not() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    let call = |outcome, when| touch(Channel::Call, Direction::Outbound, outcome, when);
    life.maya("2026-05-06T09:30", call(Outcome::Voicemail, "2026-05-06T09:30"));
    assert!(life.lead.enrolment.is_some());
    life.maya("2026-05-06T15:00", call(Outcome::Reached, "2026-05-06T15:00"));
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Wed 6 May 09:00 task call
        Wed 6 May 15:00 task dropped: they were spoken to
        Wed 6 May 15:00 leave standard: they were spoken to
    "#]],
    );
    assert!(life.lead.tasks.is_empty());
}

#[test]
fn sales_taking_over_moves_a_lead_from_nurture_to_the_sequence_of_its_tier() {
    let mut life = Life::begin(Tier::Low, "2026-05-04T10:00");
    life.pass_until("2026-05-05T10:59");
    life.score(Tier::High);
    life.happens("2026-05-05T11:00", Actor::House, Event::HandedOver { why: "72 points".into() });
    story(
        &life,
        expect![[r#"
            Mon 4 May 10:00 enter education
            Mon 4 May 10:00 day 1 put off: they hear first that we have their message
            Mon 4 May 10:00 letter instant_reply
            Tue 5 May 09:00 letter education_checklist
            Tue 5 May 11:00 leave education: sales took over
            Tue 5 May 11:00 enter standard
            Tue 5 May 11:00 day 1 put off: one step a day is enough
        "#]],
    );
}

#[test]
fn after_a_long_hold_only_the_newest_step_is_taken() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    life.maya("2026-05-05T10:00", Event::Held { why: "on holiday".into() });
    life.maya("2026-05-11T11:00", Event::Resumed);
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Mon 11 May 11:00 day 3 left out: it came too late
        Mon 11 May 11:00 day 5 left out: a later step is due already
        Mon 11 May 11:00 letter new_angle
    "#]],
    );
}

#[test]
fn a_long_snooze_leaves_stale_steps_out() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    let until = at("2026-06-15T20:00");
    life.maya("2026-05-05T10:00", Event::Snoozed { until, why: "call in June".into() });
    assert_eq!(life.lead.snoozed.as_ref().map(|Snooze { until, .. }| *until), Some(until));
    life.pass_until("2026-06-16T12:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Tue 16 Jun 09:00 day 3 left out: it came too late
        Tue 16 Jun 09:00 day 5 left out: it came too late
        Tue 16 Jun 09:00 day 8 left out: it came too late
        Tue 16 Jun 09:00 day 14 left out: it came too late
        Tue 16 Jun 09:00 leave standard: there is no step left
        Tue 16 Jun 09:00 enter nurture
    "#]],
    );
}

#[test]
fn without_an_address_letters_are_left_out_and_tasks_stay() {
    let mut life = Life::before(playbook());
    life.enquire(Tier::Medium, "2026-05-04T10:00", "");
    life.pass_until("2026-05-09T10:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 day 1 left out: there is no e-mail address
        Wed 6 May 09:00 task call
        Fri 8 May 09:00 task linkedin
    "#]],
    );
    let mut drip = Life::before(playbook());
    drip.enquire(Tier::Low, "2026-05-04T10:00", "");
    assert_eq!(drip.said, Vec::<String>::new(), "a sequence of letters only is not entered");
}

#[test]
fn who_opts_out_gets_no_more_letters() {
    let mut life = Life::begin(Tier::Low, "2026-05-04T22:00");
    life.pass_until("2026-05-05T22:00");
    let opt_out = Event::OptedOut { address: "owen@stone.example".into(), mark: String::new() };
    life.happens("2026-05-06T10:00", Actor::Visitor, opt_out);
    story(
        &life,
        expect![[r#"
        Mon 4 May 22:00 enter education
        Mon 4 May 22:00 letter instant_reply
        Tue 5 May 09:00 letter education_checklist
        Wed 6 May 10:00 leave education: they want no more letters
    "#]],
    );
    life.pass_until("2026-12-31T10:00");
    assert_eq!(life.lead.touches, 2);
}

#[test]
fn who_opted_out_earlier_gets_an_answer_to_what_they_ask_and_no_letters() {
    let mut life = Life::before(playbook());
    life.contact.opted_out_at = Some(at("2026-04-01T10:00"));
    life.enquire(Tier::Medium, "2026-05-04T10:00", "owen@stone.example");
    life.pass_until("2026-05-06T12:00");
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 day 1 left out: they want no more letters
        Mon 4 May 10:00 letter instant_reply
        Wed 6 May 09:00 task call
    "#]],
    );
    let mut drip = Life::before(playbook());
    drip.contact = life.contact;
    drip.enquire(Tier::Low, "2026-05-04T10:00", "owen@stone.example");
    story(
        &drip,
        expect![[r#"
        Mon 4 May 10:00 letter instant_reply
    "#]],
    );
}

#[test]
fn an_address_that_takes_no_letters_ends_the_sequence() {
    let mut life = Life::begin(Tier::High, "2026-05-04T10:00");
    life.now = at("2026-05-04T10:05");
    let delivery = life.lead.outbox[0].clone();
    let events = undelivered(
        &life.lead,
        &delivery,
        "550 no such user".into(),
        Setback::OfTheAddress,
        life.now,
    );
    for event in events.expect("never refused") {
        life.happens("2026-05-04T10:05", Actor::House, event);
    }
    story(
        &life,
        expect![[r#"
        Mon 4 May 10:00 enter standard
        Mon 4 May 10:00 letter first_answer
        Mon 4 May 10:05 leave standard: their address takes no letters
    "#]],
    );
    assert_eq!(life.lead.missing, ["email"]);
}

#[test]
fn a_letter_without_a_way_out_is_given_up_and_its_owner_told() {
    let mut life = Life::begin(Tier::Low, "2026-05-04T22:00");
    life.lead.outbox[0].next_at = at("2026-06-01T09:00");
    life.pass_until("2026-05-08T12:00");
    story(
        &life,
        expect![[r#"
            Mon 4 May 22:00 enter education
            Mon 4 May 22:00 letter instant_reply
            Tue 5 May 09:00 letter education_checklist
            Thu 7 May 22:00 letter dropped: it waited too long
            Thu 7 May 22:00 notice LetterFailed
            Fri 8 May 09:00 letter education_doubt
        "#]],
    );
}

#[test]
fn a_sequence_taken_out_of_the_playbook_is_left() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    life.playbook.sequences.retain(|sequence| sequence.key != "standard");
    life.settle();
    assert_eq!(life.lead.enrolment, None);
    assert!(life.lead.outbox.is_empty());
    assert_eq!(due(&life.lead, &life.playbook), None);
}

#[test]
fn a_corrected_address_gets_the_letter_of_the_wrong_one() {
    let mut life = Life::begin(Tier::High, "2026-05-04T10:00");
    let changes = [("email".to_owned(), "owen@stone.test".to_owned())].into();
    life.maya("2026-05-04T10:01", Event::Edited { changes });
    assert_eq!(life.lead.outbox.len(), 1);
    assert_eq!(life.lead.outbox[0].letter.to, "owen@stone.test");
}

#[test]
fn a_step_on_a_holiday_moves_to_the_next_opening_and_moves_no_other() {
    let mut playbook = playbook();
    playbook.hours.holidays = vec!["2026-05-06".parse().expect("a date")];
    let mut life = Life::begin_in(playbook, Tier::Medium, "2026-05-04T10:00");
    let coming: Vec<_> =
        preview(&life.lead, &life.playbook).into_iter().map(|step| step.1).collect();
    let days = ["2026-05-07T09:00", "2026-05-08T09:00", "2026-05-11T09:00", "2026-05-18T09:00"];
    assert_eq!(coming, days.map(at));
    life.pass_until("2026-05-08T12:00");
    assert_eq!(life.lead.enrolment.map(|it| it.done), Some(3));
}

#[test]
fn steps_keep_the_hours_of_the_lead_and_not_of_the_house() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    let changes = [("time_zone".to_owned(), "America/New_York".to_owned())].into();
    life.maya("2026-05-04T11:00", Event::Edited { changes });
    let next = preview(&life.lead, &life.playbook)[0].1;
    assert_eq!(next, at("2026-05-06T14:00"));
}

#[test]
fn an_imported_lead_is_left_in_peace() {
    let mut life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    life.lead.quiet = true;
    assert_eq!(due(&life.lead, &life.playbook), None);
    life.said.clear();
    life.settle();
    assert!(life.said.is_empty());
}

#[test]
fn by_hand_a_sequence_is_held_resumed_and_exchanged() {
    let life = Life::begin(Tier::Medium, "2026-05-04T10:00");
    let say = |command| steered(&life.lead, &life.playbook, command);
    assert_eq!(say(Command::Hold { why: " ".into() }), Err(Refusal::WhyNeeded));
    assert_eq!(say(Command::Resume), Ok(vec![]));
    let unknown = Command::Enrol { sequence: "none".into() };
    assert_eq!(say(unknown), Err(Refusal::NoSuchSequence("none".into())));
    let events = say(Command::Enrol { sequence: "nurture".into() }).expect("it exists");
    assert!(matches!(events.last(), Some(Event::Enrolled { .. })));
    assert_eq!(
        steered(&Lead::default(), &life.playbook, Command::Resume),
        Err(Refusal::NoSequence)
    );
}
