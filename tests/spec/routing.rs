//! Who owns a lead: fit first, then fair turns, and never nobody.

use crate::sim::{Sim, pool_of, team_of};
use expect_test::expect;
use jiff::civil::date;
use leadstead::command::Command;
use leadstead::lead::LeadId;
use leadstead::playbook::{Away, Condition, Playbook, Rule, Test};
use std::collections::BTreeMap;

/// So many strangers write, one a minute; says who got how many.
fn share(sim: &mut Sim, from: usize, count: usize) -> BTreeMap<String, usize> {
    let mut got = BTreeMap::new();
    for nth in from..from + count {
        let body = format!("name=Guest+{nth}&email=guest{nth}@firm{nth}.example&message=Hello");
        let lead = sim.form(&body);
        *got.entry(sim.owner(lead)).or_default() += 1;
        sim.minutes(1);
    }
    got
}

fn counts(of: &[(&str, usize)]) -> BTreeMap<String, usize> {
    of.iter().map(|(who, count)| ((*who).to_owned(), *count)).collect()
}

#[test]
fn weights_share_leads_out_two_to_one() {
    let mut playbook = team_of(&["maya", "tom"]);
    playbook.routing.pools[2] = pool_of("nurture", &[("maya", 2), ("tom", 1)]);
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    assert_eq!(share(&mut sim, 0, 12), counts(&[("maya", 8), ("tom", 4)]));
}

#[test]
fn who_was_on_leave_comes_back_to_their_share_and_not_to_a_flood() {
    let mut playbook = team_of(&["maya", "tom", "priya"]);
    playbook.team[1].away = vec![Away { from: date(2026, 5, 5), to: date(2026, 5, 6) }];
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    assert_eq!(share(&mut sim, 0, 6), counts(&[("maya", 2), ("priya", 2), ("tom", 2)]));
    sim.until("2026-05-05T10:00");
    assert_eq!(share(&mut sim, 6, 12), counts(&[("maya", 6), ("priya", 6)]));
    sim.until("2026-05-07T10:00");
    assert_eq!(share(&mut sim, 18, 9), counts(&[("maya", 3), ("priya", 3), ("tom", 3)]));
}

#[test]
fn an_offer_that_nobody_takes_goes_round_and_then_stands() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.minutes(45);
    assert_eq!(sim.owner(lead), "tom");
    sim.does("tom", lead, Command::Accept).expect("an offer");
    sim.days(1);
    assert_eq!(sim.owner(lead), "tom", "who has said yes keeps it");
    expect![[r#"
        Mon  4 May 10:00  Given to Maya: Everything else is shared out, to accept within 30 min.
        Mon  4 May 10:30  Given to Tom: Everything else is shared out, to accept within 30 min.
        Mon  4 May 10:30  Maya was told: it went to somebody else.
        Mon  4 May 10:45  Accepted, by Tom.
    "#]]
    .assert_eq(&sim.lines(lead, &["Given", "Accepted", "somebody else"]));
}

#[test]
fn a_lead_of_somebody_who_has_left_goes_to_somebody_who_is_here() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Hello");
    let owner = sim.owner(lead);
    sim.does("maya", lead, Command::Give { to: "tom".into(), why: "knows them".into() })
        .expect("a teammate");
    assert_eq!(owner, "maya");
    sim.apply(|playbook| playbook.team[1].active = false);
    assert_ne!(sim.owner(lead), "tom");
    let gone = Command::Give { to: "tom".into(), why: String::new() };
    let no = sim.refused("maya", lead, gone);
    assert_eq!(no.to_string(), "Nobody with the name “tom” works here now.");
}

#[test]
fn what_was_given_by_hand_stays_where_it_is() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    sim.does("maya", lead, Command::Give { to: "priya".into(), why: "her street".into() })
        .expect("a teammate");
    sim.days(20);
    assert_eq!(sim.owner(lead), "priya");
    expect![[r#"
        Mon  4 May 10:00  Given to Maya: Everything else is shared out, to accept within 30 min.
        Mon  4 May 10:00  Given to Priya, by Maya: by hand.
    "#]]
    .assert_eq(&sim.lines(lead, &["Given"]));
}

fn rule(name: &str, pool: &str, when: &[(&str, Test, &str)]) -> Rule {
    let condition = |(field, is, value): &(&str, Test, &str)| Condition {
        field: (*field).into(),
        is: *is,
        value: value.split('|').map(str::to_owned).collect(),
    };
    Rule {
        name: name.into(),
        pool: pool.into(),
        skills: Vec::new(),
        conditions: when.iter().map(condition).collect(),
    }
}

/// A firm with people in Britain and America, and people for large and for small firms.
fn territories() -> Playbook {
    let mut playbook = team_of(&["maya", "ulla", "east", "west", "ella", "eric", "sam"]);
    playbook.routing.pools = vec![
        pool_of("uk", &[("ulla", 1)]),
        pool_of("us_east", &[("east", 1)]),
        pool_of("us_west", &[("west", 1)]),
        pool_of("enterprise", &[("ella", 1), ("eric", 1)]),
        pool_of("small", &[("sam", 1)]),
    ];
    playbook.routing.rules = vec![
        rule("Large firms", "enterprise", &[("company_size", Test::AtLeast, "1000")]),
        rule("Europe", "uk", &[("country", Test::In, "DE|FR|GB")]),
        rule(
            "East coast",
            "us_east",
            &[("country", Test::In, "US"), ("region", Test::In, "NY|New York")],
        ),
        rule(
            "West coast",
            "us_west",
            &[("country", Test::In, "US"), ("region", Test::In, "CA|California")],
        ),
    ];
    playbook
}

fn owner_of(sim: &mut Sim, nth: usize, facts: &str) -> String {
    let lead = sim.form(&format!("name=Guest&email=g@g{nth}.example&message=Hello&{facts}"));
    sim.owner(lead)
}

/// Acceptance example 7: where they are.
#[test]
fn territories_go_to_their_teams_and_a_state_unknown_to_the_fallback_owner() {
    let mut sim = Sim::with("2026-05-04T10:00", territories());
    let places = [
        ("country=DE", "ulla"),
        ("country=France", "ulla"),
        ("country=US&state=NY", "east"),
        ("country=US&state=California", "west"),
        ("country=US", "maya"),
    ];
    for (nth, (facts, owner)) in places.into_iter().enumerate() {
        assert_eq!(owner_of(&mut sim, nth, facts), owner, "{facts}");
    }
    let lead = *sim.leads().last().expect("the one without a state");
    assert_eq!(sim.lead(lead).missing, ["company_size", "region"], "it is marked incomplete");
    let changes = [("region", "Utah"), ("company_size", "12")];
    let changes = changes.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("facts that fit");
    assert!(sim.lead(lead).missing.is_empty());
}

/// Acceptance example 7: then fit, then balance.
#[test]
fn a_large_firm_goes_to_the_right_people_and_there_to_the_one_with_fewer_leads() {
    let mut sim = Sim::with("2026-05-04T10:00", territories());
    for nth in 0..13 {
        let lead = sim.form(&format!("name=Guest&email=g@h{nth}.example&message=Hello"));
        let to = if nth < 9 { "ella" } else { "eric" };
        give(&mut sim, lead, to);
    }
    assert_eq!(owner_of(&mut sim, 99, "company_size=5000&country=DE"), "eric");
}

fn give(sim: &mut Sim, lead: LeadId, to: &str) {
    let give = Command::Give { to: to.into(), why: String::new() };
    sim.does("maya", lead, give).expect("a teammate");
}
