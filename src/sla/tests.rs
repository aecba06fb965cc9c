//! The promise to answer, told by examples.

use super::*;
use crate::lead::{Actor, Arrival, Channel, Decision, Direction, Outcome, Touch};
use crate::playbook::Away;
use crate::playbook::fixture::{Life, at, enquiry, house, on_the_wall, scored};

/// An enquiry that Maya owns; Ben is her backup, Cleo her manager.
fn capture(tier: Tier, now: &str, arrival: Arrival) -> (Life, Vec<Event>) {
    let mut playbook = house(&["maya", "ben", "cleo"]);
    playbook.team[0].backup = "ben".into();
    playbook.team[0].manager = "cleo".into();
    let mut life = Life::new(playbook, CAPABILITY);
    let quiet = arrival.quiet;
    let mut events = vec![Event::Captured(arrival), scored(tier), given_to("maya")];
    if !quiet {
        events.push(Event::Notified { to: "maya".into(), notice: Notice::NewLead });
    }
    let said = life.happens(at(now), Actor::House, events);
    (life, said)
}

fn captured(tier: Tier, now: &str) -> Life {
    capture(tier, now, enquiry(at(now))).0
}

fn given_to(owner: &str) -> Event {
    Event::Assigned { owner: owner.into(), accept_by: None, decision: Decision::default() }
}

fn promise(life: &Life) -> Option<String> {
    life.lead.promise.as_ref().map(|promise| on_the_wall(promise.respond_by))
}

fn touch(direction: Direction, now: &str) -> Event {
    let (channel, outcome) = (Channel::Email, Outcome::Made);
    Event::Touched(Touch { channel, direction, outcome, text: String::new(), at: at(now) })
}

/// One line for each thing said: the time and the event in short.
fn story(said: Vec<(String, Event)>) -> Vec<String> {
    said.into_iter()
        .map(|(time, event)| match event {
            Event::Warned { percent } => format!("{time} warned {percent}"),
            Event::Breached { .. } => format!("{time} breached"),
            Event::Escalated { to, level } => format!("{time} escalated {level} {to}"),
            Event::Notified { to, notice } => format!("{time} told {to} {notice:?}"),
            other => format!("{time} {other:?}"),
        })
        .collect()
}

#[test]
fn a_lead_on_friday_at_four_is_promised_an_answer_on_friday() {
    assert_eq!(
        promise(&captured(Tier::Urgent, "2026-05-08T16:00")).as_deref(),
        Some("Fri 16:05:00")
    );
    assert_eq!(promise(&captured(Tier::High, "2026-05-08T16:00")).as_deref(), Some("Fri 17:30:00"));
    assert_eq!(promise(&captured(Tier::Medium, "2026-05-08T16:00")), None);
}

#[test]
fn a_clock_warns_breaches_and_escalates_each_once() {
    let mut life = captured(Tier::Urgent, "2026-05-08T16:00");
    assert_eq!(
        story(life.until(at("2026-06-30T00:00"))),
        [
            "Fri 16:02:30 warned 50",
            "Fri 16:02:30 told maya ClockRunning",
            "Fri 16:04:00 warned 80",
            "Fri 16:04:00 told maya ClockRunning",
            "Fri 16:05:00 breached",
            "Fri 16:05:00 escalated 1 maya",
            "Fri 16:05:00 told maya Breached",
            "Fri 16:10:00 escalated 2 ben",
            "Fri 16:10:00 told ben Escalated",
            "Fri 16:15:00 escalated 3 cleo",
            "Fri 16:15:00 told cleo Escalated",
        ]
    );
}

#[test]
fn the_marks_of_a_business_clock_wait_for_monday() {
    let mut life = captured(Tier::High, "2026-05-08T16:00");
    let times: Vec<String> =
        life.until(at("2026-06-30T00:00")).into_iter().map(|(time, _)| time).collect();
    assert!(times.contains(&"Fri 16:45:00".to_owned()));
    assert!(times.contains(&"Mon 10:30:00".to_owned()));
    assert_eq!(times.last().map(String::as_str), Some("Mon 12:00:00"));
}

#[test]
fn after_an_outage_overtaken_warnings_are_left_out() {
    let mut life = captured(Tier::Urgent, "2026-05-08T16:00");
    let said = life.happens(at("2026-05-08T16:12"), Actor::House, Vec::new());
    let said = said.into_iter().map(|event| (String::new(), event)).collect();
    assert_eq!(
        story(said),
        [
            " breached",
            " escalated 1 maya",
            " told maya Breached",
            " escalated 2 ben",
            " told ben Escalated"
        ]
    );
}

#[test]
fn somebody_who_left_is_not_called_in() {
    let mut life = captured(Tier::Urgent, "2026-05-08T16:00");
    life.playbook.team[1].active = false;
    life.playbook.team[2].active = false;
    let story = story(life.until(at("2026-05-08T17:00")));
    assert!(story.contains(&"Fri 16:10:00 escalated 2 maya".to_owned()));
    assert!(story.contains(&"Fri 16:15:00 escalated 3 maya".to_owned()));
}

#[test]
fn somebody_who_is_away_is_not_called_in() {
    let away = |id: &[usize]| {
        let mut life = captured(Tier::Urgent, "2026-05-08T16:00");
        let (from, to) = (jiff::civil::date(2026, 5, 4), jiff::civil::date(2026, 5, 8));
        id.iter().for_each(|nth| life.playbook.team[*nth].away.push(Away { from, to }));
        let story = story(life.until(at("2026-05-08T17:00")));
        story.into_iter().filter(|line| line.contains("escalated")).collect::<Vec<_>>()
    };
    let called = |levels: &[&str]| {
        let times = ["05:00", "10:00", "15:00"].iter().zip(levels);
        times.map(|(time, level)| format!("Fri 16:{time} escalated {level}")).collect::<Vec<_>>()
    };
    assert_eq!(away(&[1]), called(&["1 maya", "2 cleo", "3 cleo"]), "the next level");
    assert_eq!(away(&[1, 2]), called(&["1 maya", "2 maya", "3 maya"]), "the fallback owner");
    assert_eq!(away(&[0, 2]), called(&["1 maya", "2 ben", "3 ben"]), "whoever is here");
    assert_eq!(away(&[0, 1, 2]), called(&["1 maya", "2 maya", "3 maya"]), "nobody is");
}

#[test]
fn a_persons_answer_ends_the_clock() {
    let mut life = captured(Tier::High, "2026-05-08T10:00");
    let answer = touch(Direction::Outbound, "2026-05-08T10:20");
    life.happens(at("2026-05-08T10:20"), Actor::Teammate("maya".into()), vec![answer]);
    assert_eq!(promise(&life), None);
    assert_eq!(next_mark(&life.lead, &life.playbook), None);
}

#[test]
fn a_letter_sent_by_itself_leaves_the_clock_running() {
    let mut life = captured(Tier::High, "2026-05-08T10:00");
    let sent = Event::Delivered { queued: 9, text: Vec::new(), mark: String::new() };
    life.happens(at("2026-05-08T10:01"), Actor::House, vec![sent]);
    assert_eq!(promise(&life).as_deref(), Some("Fri 14:00:00"));
}

#[test]
fn a_rise_shortens_a_promise_and_counts_from_the_rise() {
    let mut life = captured(Tier::High, "2026-05-08T10:00");
    let said = life.happens(at("2026-05-08T11:00"), Actor::House, vec![scored(Tier::Urgent)]);
    assert_eq!(promise(&life).as_deref(), Some("Fri 11:05:00"));
    let told = Event::Notified { to: "maya".into(), notice: Notice::DueSooner };
    assert_eq!(said[1..], [told], "the owner hears that time is short");
}

#[test]
fn a_rise_that_would_be_later_changes_nothing() {
    let mut life = captured(Tier::High, "2026-05-08T10:00");
    life.happens(at("2026-05-08T13:58"), Actor::House, vec![scored(Tier::Urgent)]);
    assert_eq!(promise(&life).as_deref(), Some("Fri 14:00:00"));
}

#[test]
fn a_fall_and_a_new_owner_change_nothing() {
    let mut life = captured(Tier::Urgent, "2026-05-08T10:00");
    let events = vec![scored(Tier::Medium), given_to("ben"), scored(Tier::High)];
    life.happens(at("2026-05-08T10:01"), Actor::House, events);
    assert_eq!(promise(&life).as_deref(), Some("Fri 10:05:00"));
    assert_eq!(next_mark(&life.lead, &life.playbook).map(|(_, mark)| mark), Some(Mark::Warn(50)));
}

#[test]
fn a_lead_that_waited_without_a_clock_is_counted_from_its_rise() {
    let mut life = captured(Tier::Medium, "2026-05-04T10:00");
    life.happens(at("2026-05-07T10:00"), Actor::House, vec![scored(Tier::High)]);
    assert_eq!(promise(&life).as_deref(), Some("Thu 14:00:00"));
}

#[test]
fn an_enquiry_known_late_is_breached_honestly_and_escalates_in_its_own_time() {
    let arrival = enquiry(at("2026-05-08T09:00"));
    let (mut life, said) = capture(Tier::Urgent, "2026-05-08T12:00", arrival);
    let said = said.into_iter().map(|event| (String::new(), event)).skip(1).collect();
    assert_eq!(promise(&life).as_deref(), Some("Fri 09:05:00"));
    assert_eq!(story(said), [" breached", " escalated 1 maya", " told maya Breached"]);
    let later = story(life.until(at("2026-05-08T13:00")));
    assert_eq!(later[0], "Fri 12:05:00 escalated 2 ben");
    assert_eq!(later[2], "Fri 12:10:00 escalated 3 cleo");
}

#[test]
fn an_import_starts_no_clock_until_they_write() {
    let (mut life, said) = capture(
        Tier::Urgent,
        "2026-05-08T10:00",
        Arrival { quiet: true, ..enquiry(at("2026-05-01T10:00")) },
    );
    assert_eq!(said, []);
    let wrote = touch(Direction::Inbound, "2026-05-08T10:30");
    let said = life.happens(at("2026-05-08T10:30"), Actor::House, vec![wrote]);
    assert_eq!(said[0], Event::Notified { to: "maya".into(), notice: Notice::TheyWrote });
    assert_eq!(promise(&life).as_deref(), Some("Fri 10:35:00"));
}

#[test]
fn the_owner_hears_of_every_word_once_and_not_of_what_they_logged_themselves() {
    let mut life = captured(Tier::Medium, "2026-05-08T10:00");
    let told = Event::Notified { to: "maya".into(), notice: Notice::TheyWrote };
    let again = Event::Attached(enquiry(at("2026-05-08T10:10")));
    assert_eq!(life.happens(at("2026-05-08T10:10"), Actor::Visitor, vec![again]), [told]);
    assert_eq!(life.ask(at("2026-05-08T10:10")), []);
    let logged = touch(Direction::Inbound, "2026-05-08T10:20");
    let maya = Actor::Teammate("maya".into());
    assert_eq!(life.happens(at("2026-05-08T10:20"), maya, vec![logged]), []);
}

#[test]
fn a_closed_lead_has_no_clock() {
    let mut life = captured(Tier::Urgent, "2026-05-08T10:00");
    let lost = Event::Lost { reason: "Price".into(), note: String::new() };
    assert_eq!(life.happens(at("2026-05-08T10:01"), Actor::House, vec![lost]), []);
    assert_eq!(due(&life.lead, &life.playbook), None);
}

#[test]
fn the_thank_you_page_promises_what_the_clock_keeps() {
    let playbook = house(&["maya"]);
    let saturday = at("2026-05-09T12:00");
    assert_eq!(expected_answer(&playbook, Tier::High, saturday), Some(at("2026-05-11T11:00")));
    assert_eq!(expected_answer(&playbook, Tier::Low, saturday), None);
}
