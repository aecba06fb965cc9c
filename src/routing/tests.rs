//! Who gets which lead, told by examples.

mod fallback;
mod skills;

use super::*;
use crate::capability::{Kin, Load, Tie};
use crate::lead::{Actor, Arrival, LeadId, Tier, Verdict};
use crate::playbook::fixture::{Life, at, enquiry, house, on_the_wall, scored};
use crate::playbook::{Away, Condition, Member, Pool, Rule, Test};

const NOON: &str = "2026-05-08T12:00";

fn life(team: &[&str]) -> Life {
    Life::new(house(team), CAPABILITY)
}

fn captured(life: &mut Life, tier: Tier, now: &str) -> Vec<Event> {
    arrived(life, tier, now, enquiry(at(now)))
}

fn arrived(life: &mut Life, tier: Tier, now: &str, arrival: Arrival) -> Vec<Event> {
    life.happens(at(now), Actor::Visitor, vec![Event::Captured(arrival), scored(tier)])
}

fn decision(events: &[Event]) -> &Decision {
    events
        .iter()
        .find_map(|event| match event {
            Event::Assigned { decision, .. } => Some(decision),
            _ => None,
        })
        .expect("an owner was named")
}

fn accept_by(life: &Life) -> Option<String> {
    life.lead.owner.as_ref()?.accept_by.map(on_the_wall)
}

/// A pool of these people, which gets what is of one of these tiers.
fn pool_for(life: &mut Life, key: &str, members: &[&str], tiers: &[&str]) {
    let member = |id: &&str| Member { teammate: (*id).into(), weight: 1 };
    let members = members.iter().map(member).collect();
    let routing = &mut life.playbook.routing;
    routing.pools.push(Pool { key: key.into(), name: key.into(), skills: Vec::new(), members });
    let value = tiers.iter().map(|tier| (*tier).to_owned()).collect();
    let conditions = vec![Condition { field: "tier".into(), is: Test::In, value }];
    routing.rules.insert(
        0,
        Rule { name: format!("{key} leads"), pool: key.into(), skills: Vec::new(), conditions },
    );
}

fn away(life: &mut Life, id: &str, from: &str, to: &str) {
    let (from, to) = (from.parse().expect("a day"), to.parse().expect("a day"));
    let mate = life.playbook.team.iter_mut().find(|mate| mate.id == id).expect("on the team");
    mate.away.push(Away { from, to });
}

fn kin(owner: &str, tie: Tie) -> Kin {
    Kin { id: LeadId(7), owner: Some(owner.into()), open: false, tie }
}

fn told(to: &str, notice: Notice) -> Event {
    Event::Notified { to: to.into(), notice }
}

#[test]
fn a_new_lead_has_an_owner_at_once_and_the_owner_knows() {
    let mut life = life(&["ann", "ben"]);
    let said = captured(&mut life, Tier::Medium, NOON);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    assert_eq!(said[1], told("ann", Notice::NewLead));
    assert_eq!(decision(&said).occasion, "first assignment");
    assert_eq!(decision(&said).candidates[1].verdict, Verdict::Eligible);
}

#[test]
fn who_keys_a_lead_in_is_not_told_that_it_is_theirs_until_it_comes_back_to_them() {
    for (owner, is_told) in [("ann", false), ("ben", true)] {
        let mut life = life(&["ann", "ben"]);
        let keyed = Arrival { owner: Some(owner.into()), ..enquiry(at(NOON)) };
        let by_ann = Actor::Teammate("ann".into());
        let said = life.happens(at(NOON), by_ann, vec![Event::Captured(keyed)]);
        assert_eq!(said.contains(&told(owner, Notice::NewLead)), is_told, "{said:?}");
        assert!(!life.lead.owner_to_hear);
    }
    let mut life = life(&["ann", "ben"]);
    let keyed = Arrival { owner: Some("ben".into()), ..enquiry(at(NOON)) };
    life.happens(at(NOON), Actor::Teammate("ann".into()), vec![Event::Captured(keyed)]);
    life.playbook.team[1].active = false;
    let told = Event::ToldTogether { to: "ann".into(), with: "ben left".into() };
    assert!(life.ask(at(NOON)).contains(&told), "it was Ben's meanwhile");
}

#[test]
fn an_import_names_its_owner_and_tells_nobody() {
    for name in ["ben", "BEN@oak.example", " Ben "] {
        let mut life = life(&["ann", "ben"]);
        let row =
            Arrival { quiet: true, owner: Some(name.into()), ..enquiry(at("2026-05-01T10:00")) };
        assert_eq!(arrived(&mut life, Tier::Urgent, NOON, row).len(), 1);
        assert_eq!(life.lead.owner_id(), Some("ben"));
        assert_eq!(due(&life.lead, &life.playbook), None);
    }
}

#[test]
fn a_named_owner_who_left_is_passed_over_and_the_reason_stays() {
    let mut life = life(&["ann", "ben"]);
    life.playbook.team[1].active = false;
    let row = Arrival { owner: Some("ben".into()), ..enquiry(at(NOON)) };
    let said = arrived(&mut life, Tier::Medium, NOON, row);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    let passed = ("named by the source".to_owned(), "Ben: no longer works here".to_owned());
    assert_eq!(decision(&said).passed_over, [passed]);
}

#[test]
fn a_named_owner_nobody_knows_is_passed_over_and_the_reason_stays() {
    let mut life = life(&["ann", "ben"]);
    let row = Arrival { owner: Some("Dana Whitfield".into()), ..enquiry(at(NOON)) };
    let said = arrived(&mut life, Tier::Medium, NOON, row);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    let why = "Dana Whitfield is not in the team".to_owned();
    assert_eq!(decision(&said).passed_over, [("named by the source".to_owned(), why)]);
}

#[test]
fn a_returning_lead_goes_to_the_owner_they_know_before_the_one_their_firm_knows() {
    let mut life = life(&["ann", "ben", "cleo"]);
    life.kin = vec![kin("cleo", Tie::SameFirm), kin("ben", Tie::SamePerson)];
    let said = captured(&mut life, Tier::High, NOON);
    assert_eq!(life.lead.owner_id(), Some("ben"));
    assert_eq!(decision(&said).rule, "returning lead");
    assert_eq!((decision(&said).kin, decision(&said).covers.as_deref()), (Some(LeadId(7)), None));
    assert_eq!(accept_by(&life), None);
}

#[test]
fn an_owner_they_know_who_is_away_is_passed_over_and_the_reason_stays() {
    let mut life = life(&["ann", "ben"]);
    away(&mut life, "ben", "2026-05-04", "2026-05-13");
    life.kin = vec![kin("ben", Tie::SamePerson)];
    let said = captured(&mut life, Tier::High, NOON);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    let passed = ("returning lead".to_owned(), "Ben: away until Wed 13 May".to_owned());
    assert_eq!(decision(&said).passed_over, [passed]);
}

#[test]
fn the_backup_of_an_owner_they_know_who_is_away_takes_it_if_they_are_here() {
    let mut life = life(&["ann", "ben", "cleo"]);
    away(&mut life, "ben", "2026-05-04", "2026-05-13");
    life.playbook.team[1].backup = "cleo".into();
    life.kin = vec![kin("ben", Tie::SamePerson)];
    let said = captured(&mut life, Tier::High, NOON);
    assert_eq!(life.lead.owner_id(), Some("cleo"));
    assert_eq!(decision(&said).passed_over.len(), 1, "why it is not Ben stays");
    let (kin, covers) = (decision(&said).kin, decision(&said).covers.as_deref());
    assert_eq!((kin, covers), (Some(LeadId(7)), Some("ben")));
}

#[test]
fn who_cannot_take_it_is_left_out_for_a_reason_in_words() {
    let mut life = life(&["ann", "ben", "cleo", "dov", "eve"]);
    away(&mut life, "ann", "2026-05-08", "2026-05-13");
    life.playbook.team[1].hours = Some(crate::lead::hours::Week {
        mon: "09:00-12:00".parse().expect("hours"),
        ..Default::default()
    });
    life.loads.insert("cleo".into(), Load { open: 40, unaccepted: 15 });
    life.playbook.routing.pools[0].members = ["ann", "ben", "cleo", "dov", "eve"]
        .map(|id| Member { teammate: id.into(), weight: 1 })
        .to_vec();
    life.playbook.team[3].active = false;
    let said = captured(&mut life, Tier::High, NOON);
    let verdicts = decision(&said).candidates.iter().map(|one| match &one.verdict {
        Verdict::Excluded(why) => why.as_str(),
        Verdict::Chosen => "chosen",
        Verdict::Eligible => "eligible",
    });
    assert_eq!(
        verdicts.collect::<Vec<_>>(),
        [
            "away until Wed 13 May",
            "outside their hours, back Mon 09:00",
            "15 of 15 unaccepted",
            "no longer works here",
            "chosen",
        ]
    );
}

fn mate<'a>(life: &'a mut Life, id: &str) -> &'a mut crate::playbook::Teammate {
    life.playbook.team.iter_mut().find(|mate| mate.id == id).expect("on the team")
}

#[test]
fn a_pool_that_names_nobody_gives_by_the_weights_of_the_teammates() {
    let mut life = life(&["ann", "ben"]);
    mate(&mut life, "ben").weight = 3;
    let said = captured(&mut life, Tier::Medium, NOON);
    assert_eq!(life.lead.owner_id(), Some("ben"));
    assert_eq!(decision(&said).candidates.iter().map(|one| one.weight).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn own_hours_are_kept_in_the_zone_of_who_has_them() {
    let mut life = life(&["ann", "ben"]);
    let ben = mate(&mut life, "ben");
    ben.hours = Some(crate::lead::hours::Week::working_days(
        jiff::civil::time(9, 0, 0, 0),
        jiff::civil::time(17, 0, 0, 0),
    ));
    ben.weight = 5;
    ben.time_zone = "America/New_York".into();
    let said = captured(&mut life, Tier::Urgent, NOON);
    let verdict = Verdict::Excluded("outside their hours, back Fri 14:00".into());
    assert_eq!(decision(&said).candidates[1].verdict, verdict);
}

#[test]
fn at_night_hours_keep_nobody_from_a_lead() {
    let mut life = life(&["ann", "ben"]);
    let said = captured(&mut life, Tier::Urgent, "2026-05-08T02:00");
    assert_eq!(decision(&said).rule, "Everything is shared out");
    assert_eq!(accept_by(&life).as_deref(), Some("Fri 09:02:00"));
}

#[test]
fn somebody_on_call_is_asked_at_night() {
    let mut life = life(&["ann", "ben"]);
    life.playbook.sla.on_call = true;
    captured(&mut life, Tier::Urgent, "2026-05-08T02:00");
    assert_eq!(accept_by(&life).as_deref(), Some("Fri 02:02:00"));
}

#[test]
fn with_everybody_left_out_the_fallback_owner_takes_it() {
    let mut life = life(&["ann", "ben", "cleo"]);
    pool_for(&mut life, "senior", &["ben", "cleo"], &["urgent"]);
    away(&mut life, "ben", "2026-05-08", "2026-05-08");
    away(&mut life, "cleo", "2026-05-08", "2026-05-08");
    let said = captured(&mut life, Tier::Urgent, NOON);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    assert_eq!(
        (decision(&said).rule.as_str(), decision(&said).pool.as_str()),
        ("fallback owner", "")
    );
    let passed = ("senior leads".to_owned(), "nobody of senior can take it now".to_owned());
    assert_eq!(decision(&said).passed_over, [passed]);
}

#[test]
fn a_fallback_owner_who_left_is_replaced_by_somebody_who_works_here() {
    let mut life = life(&["ann", "ben"]);
    life.playbook.routing.rules.clear();
    life.playbook.team[0].active = false;
    captured(&mut life, Tier::High, NOON);
    assert_eq!(life.lead.owner_id(), Some("ben"));
}

#[test]
fn an_offer_nobody_takes_goes_round_once_and_then_stands() {
    let mut life = life(&["ann", "ben"]);
    captured(&mut life, Tier::Urgent, NOON);
    assert_eq!(accept_by(&life).as_deref(), Some("Fri 12:02:00"));
    let said = life.until(at("2026-05-09T12:00"));
    let lines: Vec<&Event> = said.iter().map(|(_, event)| event).collect();
    assert_eq!(decision(&[lines[0].clone()]).occasion, "offer not taken by Ann");
    assert_eq!(lines[1..3], [&told("ben", Notice::NewLead), &told("ann", Notice::TakenAway)]);
    let why = "Nobody else can take it by the rule “Everything is shared out”. Ann: did not accept in time; \
        Ben: did not accept in time.";
    assert_eq!(lines[3..], [&Event::OfferStood { why: why.into() }]);
    assert_eq!(said[3].0, "Fri 12:04:00");
    assert_eq!((life.lead.owner_id(), accept_by(&life)), (Some("ben"), None));
}

#[test]
fn a_yes_in_time_ends_the_offer() {
    let mut life = life(&["ann", "ben"]);
    captured(&mut life, Tier::Urgent, NOON);
    let ann = Actor::Teammate("ann".into());
    life.happens(at("2026-05-08T12:01"), ann, vec![Event::Accepted]);
    assert_eq!(life.until(at("2026-05-09T12:00")), []);
}

#[test]
fn an_offer_of_business_time_leaves_two_thirds_of_the_clock() {
    let mut early = life(&["ann", "ben"]);
    captured(&mut early, Tier::High, "2026-05-08T10:00");
    assert_eq!(accept_by(&early).as_deref(), Some("Fri 10:30:00"));
    let mut late = life(&["ann", "ben"]);
    captured(&mut late, Tier::High, "2026-05-08T16:30");
    assert_eq!(accept_by(&late).as_deref(), Some("Fri 16:50:00"));
    let mut night = life(&["ann", "ben"]);
    captured(&mut night, Tier::High, "2026-05-08T20:00");
    assert_eq!(accept_by(&night).as_deref(), Some("Mon 09:30:00"));
}

#[test]
fn one_person_alone_takes_everything_without_a_rule_and_is_not_asked_for_a_yes() {
    let mut life = life(&["ann", "ben"]);
    pool_for(&mut life, "senior", &["ben"], &["urgent"]);
    life.playbook.team[1].active = false;
    life.loads.insert("ann".into(), Load { open: 99, unaccepted: 99 });
    away(&mut life, "ann", "2026-05-04", "2026-05-13");
    let said = captured(&mut life, Tier::Urgent, NOON);
    let expected = Decision {
        rule: "the only teammate".into(),
        occasion: "first assignment".into(),
        ..Decision::default()
    };
    assert_eq!((life.lead.owner_id(), decision(&said)), (Some("ann"), &expected));
    assert_eq!((turns_after(&expected), accept_by(&life)), (Vec::new(), None));
    assert!(life.lead.owner.as_ref().is_some_and(|owner| owner.accepted));
    assert_eq!(life.until(at("2026-05-09T12:00")), []);
}

#[test]
fn a_rise_takes_an_untouched_lead_to_the_pool_of_its_tier_once() {
    let mut life = life(&["ann", "ben", "cleo"]);
    pool_for(&mut life, "senior", &["cleo"], &["urgent", "high"]);
    captured(&mut life, Tier::Low, NOON);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    let said = life.happens(at("2026-05-08T13:00"), Actor::House, vec![scored(Tier::Urgent)]);
    assert_eq!(life.lead.owner_id(), Some("cleo"));
    assert_eq!(decision(&said).occasion, "rise to Urgent");
    let fallen = vec![scored(Tier::Low)];
    assert_eq!(life.happens(at("2026-05-08T14:00"), Actor::House, fallen), []);
}

#[test]
fn a_rise_leaves_a_lead_with_whoever_touched_it_or_was_given_it() {
    let rise = || vec![scored(Tier::Urgent)];
    let mut touched = life(&["ann", "ben", "cleo"]);
    pool_for(&mut touched, "senior", &["cleo"], &["urgent"]);
    captured(&mut touched, Tier::Low, NOON);
    let noted = Event::Noted { text: "rang, line busy".into() };
    touched.happens(at("2026-05-08T12:30"), Actor::Teammate("ann".into()), vec![noted]);
    assert_eq!(touched.happens(at("2026-05-08T13:00"), Actor::House, rise()), []);

    let mut given = life(&["ann", "ben", "cleo"]);
    pool_for(&mut given, "senior", &["cleo"], &["urgent"]);
    captured(&mut given, Tier::Low, NOON);
    let by_hand = give(&given.lead, &given.playbook, "ben".into(), String::new()).expect("a yes");
    given.happens(at("2026-05-08T12:30"), Actor::House, by_hand);
    assert_eq!(given.happens(at("2026-05-08T13:00"), Actor::House, rise()), []);
}

#[test]
fn a_rise_inside_the_same_pool_changes_no_owner() {
    let mut life = life(&["ann", "ben"]);
    captured(&mut life, Tier::Low, NOON);
    let rise = vec![scored(Tier::Urgent)];
    assert_eq!(life.happens(at("2026-05-08T13:00"), Actor::House, rise), []);
}

#[test]
fn an_offer_that_becomes_more_pressing_waits_as_long_as_its_new_tier_and_never_longer() {
    let rise = |to, now: &str| {
        let mut life = life(&["ann", "ben"]);
        captured(&mut life, Tier::High, NOON);
        assert_eq!(accept_by(&life).as_deref(), Some("Fri 12:30:00"));
        life.happens(at(now), Actor::House, vec![scored(to)]);
        (life.lead.owner_id().map(str::to_owned), accept_by(&life))
    };
    let ann = || Some("ann".to_owned());
    assert_eq!(rise(Tier::Urgent, "2026-05-08T12:10"), (ann(), Some("Fri 12:12:00".into())));
    assert_eq!(rise(Tier::Urgent, "2026-05-08T12:29"), (ann(), Some("Fri 12:30:00".into())));
    assert_eq!(rise(Tier::Medium, "2026-05-08T12:10"), (ann(), Some("Fri 12:30:00".into())));
}

#[test]
fn an_offer_shortened_and_not_taken_goes_on_at_its_new_time() {
    let mut life = life(&["ann", "ben"]);
    captured(&mut life, Tier::High, NOON);
    life.happens(at("2026-05-08T12:10"), Actor::House, vec![scored(Tier::Urgent)]);
    let said = life.until(at("2026-05-08T12:13"));
    assert_eq!(said[0].0, "Fri 12:12:00");
    assert_eq!(life.lead.owner_id(), Some("ben"));
}

#[test]
fn a_lead_whose_owner_leaves_finds_another_at_the_next_look() {
    let mut life = life(&["ann", "ben"]);
    captured(&mut life, Tier::Medium, NOON);
    life.playbook.team[0].active = false;
    let said = life.happens(at("2026-05-08T13:00"), Actor::House, Vec::new());
    assert_eq!(life.lead.owner_id(), Some("ben"));
    assert_eq!(decision(&said).occasion, "Ann no longer works here");
    let told = Event::ToldTogether { to: "ben".into(), with: "ann left".into() };
    assert!(said.contains(&told), "whoever takes over many hears of them at once: {said:?}");
}

#[test]
fn a_house_in_which_nobody_is_active_does_not_spin() {
    let mut life = life(&["ann"]);
    life.playbook.team[0].active = false;
    captured(&mut life, Tier::Urgent, NOON);
    assert_eq!(life.lead.owner_id(), Some("ann"));
    assert_eq!(life.happens(at("2026-05-08T13:00"), Actor::House, Vec::new()), []);
}

#[test]
fn a_lead_is_given_only_to_somebody_who_works_here() {
    let mut life = life(&["ann", "ben"]);
    captured(&mut life, Tier::Medium, NOON);
    life.playbook.team[1].active = false;
    let give = |to: &str| give(&life.lead, &life.playbook, to.into(), "knows them".into());
    assert_eq!(give("ben"), Err(Refusal::NoSuchTeammate("ben".into())));
    assert_eq!(give("nobody"), Err(Refusal::NoSuchTeammate("nobody".into())));
    assert_eq!(give("ann"), Ok(Vec::new()));
}

#[test]
fn a_closed_lead_needs_no_owner() {
    let mut life = life(&["ann"]);
    captured(&mut life, Tier::Medium, NOON);
    let lost = Event::Lost { reason: "Price".into(), note: String::new() };
    life.playbook.team[0].active = false;
    assert_eq!(life.happens(at("2026-05-08T13:00"), Actor::House, vec![lost]), []);
}

#[test]
fn where_they_are_comes_before_size_and_size_before_balance() {
    let mut life = life(&["ann", "ben", "cleo"]);
    let condition = |field: &str, is, value: &str| {
        let (field, value) = (field.into(), vec![value.into()]);
        Condition { field, is, value }
    };
    life.playbook.fields = vec![crate::playbook::Field {
        key: "company_size".into(),
        label: "Employees".into(),
        kind: crate::playbook::FieldKind::Number,
        options: Vec::new(),
        active: true,
    }];
    pool_for(&mut life, "enterprise", &["ben", "cleo"], &[]);
    life.playbook.routing.rules[0].conditions =
        vec![condition("country", Test::In, "GB"), condition("company_size", Test::AtLeast, "250")];
    let load = |(id, open): (&str, _)| (id.into(), Load { open, unaccepted: 0 });
    life.loads.extend([("ann", 0), ("ben", 9), ("cleo", 4)].map(load));
    let mut firm = enquiry(at(NOON));
    firm.profile.country = "GB".into();
    firm.fields.insert("company_size".into(), "5,000".into());
    arrived(&mut life, Tier::High, NOON, firm);
    assert_eq!(life.lead.owner_id(), Some("cleo"));
}
