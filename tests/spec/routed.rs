//! The stories of R60 to R64 and R92: by rules, then by turns, put right at once, and looked back on.

use crate::sim::{Sim, pool_of, team_of};
use leadstead::command::{Command, Refusal};
use leadstead::lead::{Lead, LeadId, Tier, WrongOwner};
use leadstead::playbook::{Condition, Playbook, Rule, Test};
use leadstead::routing::accuracy::{Accuracy, SAMPLE, drawn, time_lost};
use std::collections::BTreeMap;

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

/// People for Yorkshire and Berlin, for named accounts, for boilers, and for the rest.
fn firm() -> Playbook {
    let mut playbook = team_of(&["maya", "tom", "priya", "jonas", "ruth"]);
    playbook.routing.pools = vec![
        pool_of("accounts", &[("maya", 1)]),
        pool_of("yorkshire", &[("tom", 1)]),
        pool_of("berlin", &[("priya", 1)]),
        pool_of("boilers", &[("jonas", 1), ("ruth", 1)]),
        pool_of("rest", &[("jonas", 1), ("ruth", 1), ("priya", 1)]),
    ];
    playbook.routing.rules = vec![
        rule("Named accounts", "accounts", &[("account", Test::In, "Larkfield Trust|ek.example")]),
        rule("Yorkshire", "yorkshire", &[("postcode", Test::Begins, "BD|HX")]),
        rule("Berlin", "berlin", &[("postcode", Test::Between, "10000..14199")]),
        rule(
            "Boilers of large firms",
            "boilers",
            &[("service", Test::Contains, "boiler"), ("company_size", Test::Between, "50..1000")],
        ),
        rule("Everything else", "rest", &[]),
    ];
    playbook
}

fn arrives(sim: &mut Sim, nth: usize, facts: &str) -> Lead {
    let id = sim.form(&format!("name=Guest&email=g@g{nth}.example&message=Hello&{facts}"));
    sim.lead(id)
}

fn rule_of(lead: &Lead) -> (&str, &str) {
    lead.owner.as_ref().map_or(("", ""), |owner| (&owner.teammate, &owner.rule))
}

#[test]
fn r60_rules_ask_for_territory_product_size_source_and_named_accounts() {
    let mut playbook = firm();
    let service = playbook.fields.iter().any(|field| field.key == "service");
    assert!(service, "the starter asks what they want");
    playbook.routing.rules.insert(
        1,
        rule(
            "By hand, German",
            "berlin",
            &[("source", Test::In, "website"), ("language", Test::In, "de")],
        ),
    );
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    for (nth, (facts, expected)) in [
        ("company=Larkfield+Trust+Ltd.", ("maya", "Named accounts")),
        ("website=https://www.ek.example", ("maya", "Named accounts")),
        ("postcode=bd7+1ab", ("tom", "Yorkshire")),
        ("postcode=10115", ("priya", "Berlin")),
        ("service=Two+boilers&company_size=200", ("jonas", "Boilers of large firms")),
        ("language=de", ("priya", "By hand, German")),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(rule_of(&arrives(&mut sim, nth, facts)), expected, "{facts}");
    }
}

#[test]
fn r61_rules_for_the_top_and_turns_where_people_cover_the_same_ground() {
    let mut playbook = firm();
    playbook.routing.rules.insert(0, rule("Urgent", "accounts", &[("tier", Test::In, "urgent")]));
    playbook.scoring.tiers.urgent = 65;
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let mut owners = Vec::new();
    for nth in 0..6 {
        owners.push(arrives(&mut sim, nth, "").owner_id().unwrap_or_default().to_owned());
        let senior = format!("name=Head&email=h@h{nth}.example&role=Head+of+department");
        let senior = sim.arrive("demo", "application/x-www-form-urlencoded", &senior);
        let senior = sim.lead(senior.expect("a lead"));
        assert_eq!(senior.tier(), Tier::Urgent);
        assert_eq!(rule_of(&senior), ("maya", "Urgent"), "the top goes to one person");
    }
    assert_eq!(owners, ["jonas", "ruth", "priya", "jonas", "ruth", "priya"]);
}

#[test]
fn r62_fit_comes_first_and_an_empty_desk_outside_the_group_changes_nothing() {
    let mut sim = Sim::with("2026-05-04T10:00", firm());
    let mut shares = BTreeMap::new();
    for nth in 0..8 {
        let lead = arrives(&mut sim, nth, "service=boiler&company_size=100");
        let (owner, rule) = rule_of(&lead);
        assert_eq!(rule, "Boilers of large firms");
        *shares.entry(owner.to_owned()).or_insert(0) += 1;
    }
    let told = [("jonas".to_owned(), 4), ("ruth".to_owned(), 4)];
    assert_eq!(shares, told.into(), "priya has nothing and is not asked");
}

#[test]
fn r64_a_misroute_goes_to_the_next_at_once_and_never_back() {
    let mut sim = Sim::with("2026-05-04T10:00", firm());
    let id = arrives(&mut sim, 1, "postcode=BD7+1AB").id;
    sim.minutes(40);
    let wrong = |why| Command::Misroute { why, note: String::new() };
    let lead = sim.does("tom", id, wrong(WrongOwner::Territory)).expect("somebody else is here");
    assert_eq!(rule_of(&lead), ("jonas", "Everything else"));
    let lead = sim.does("jonas", id, wrong(WrongOwner::NotTheirs)).expect("somebody else is here");
    assert_eq!(rule_of(&lead), ("ruth", "Everything else"), "the same rule, another person");
    for who in ["ruth", "priya", "maya"] {
        let lead = sim.does(who, id, wrong(WrongOwner::Other));
        assert!(who == "maya" || lead.is_ok_and(|lead| lead.owner_id() != Some("tom")), "{who}");
    }
    let no = sim.refused("maya", id, wrong(WrongOwner::Other));
    assert_eq!(no, Refusal::NobodyElse);
    let lead = sim.lead(id);
    assert_eq!(time_lost(&lead, sim.now()).map(|lost| lost.as_mins()), Some(40));
    let told = sim.lines(id, &["wrong owner"]);
    assert!(told.contains("Tom was the wrong owner, by Tom: wrong territory."), "{told}");
}

/// A rule that asks for nothing has said nothing about territories or products.
#[test]
fn r64_a_rule_without_conditions_gives_the_lead_to_the_next_of_its_pool() {
    for why in [WrongOwner::Territory, WrongOwner::Product] {
        let mut sim = Sim::with("2026-05-04T10:00", firm());
        let lead = arrives(&mut sim, 1, "postcode=LS1+1AA");
        assert_eq!(rule_of(&lead), ("jonas", "Everything else"));
        let lead = sim
            .does("jonas", lead.id, Command::Misroute { why, note: String::new() })
            .expect("others are here");
        assert_eq!(rule_of(&lead), ("ruth", "Everything else"), "the next who can take it");
        let lead = sim
            .does("ruth", lead.id, Command::Misroute { why, note: String::new() })
            .expect("others are here");
        assert_eq!(rule_of(&lead), ("priya", "Everything else"), "and nobody twice");
    }
}

#[test]
fn r64_past_the_fallback_owner_a_lead_goes_to_somebody_who_is_here() {
    let mut playbook = firm();
    playbook.routing.rules.clear();
    let fallback = playbook.fallback_owner().to_owned();
    let others = playbook.team.iter().filter(|mate| mate.id != fallback);
    let next = others.rev().max_by_key(|mate| mate.role).expect("a team").id.clone();
    let day = |day| jiff::civil::date(2026, 5, day);
    let mate = playbook.team.iter_mut().find(|mate| mate.id == next).expect("they are there");
    mate.away = vec![leadstead::playbook::Away { from: day(1), to: day(9) }];
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let id = arrives(&mut sim, 1, "postcode=BD7+1AB").id;
    let lead =
        sim.does(&fallback, id, Command::Misroute { why: WrongOwner::Other, note: String::new() });
    let lead = lead.expect("somebody else is here");
    let (owner, rule) = rule_of(&lead);
    assert!(owner != next && owner != fallback, "{owner}");
    assert_eq!(rule, "instead of the fallback owner");
}

#[test]
fn r64_a_rule_whose_field_or_pool_is_gone_is_skipped_with_its_reason() {
    let mut sim = Sim::with("2026-05-04T10:00", firm());
    let lead = arrives(&mut sim, 1, "service=boiler&company_size=100");
    let mut playbook = sim.playbook().clone();
    playbook.fields.retain(|field| field.key != "service");
    playbook.routing.pools.retain(|pool| pool.key != "rest");
    let situation = leadstead::capability::Situation {
        playbook: &playbook,
        version: 1,
        loads: &Default::default(),
        turns: &Default::default(),
        kin: Vec::new(),
        contact: Default::default(),
    };
    let (owner, decision) = leadstead::routing::trial::tried(&lead, &situation, sim.now());
    assert_eq!(owner, "maya", "the fallback owner takes it");
    let said: Vec<&str> = decision.passed_over.iter().map(|(_, why)| why.as_str()).collect();
    assert!(said.contains(&"skipped, for there is no field “service”"), "{said:?}");
    assert!(said.contains(&"skipped, for there is no pool “rest”"), "{said:?}");
}

/// Acceptance example 10.
#[test]
fn r92_of_fifty_leads_of_last_month_forty_five_right_are_enough() {
    let mut sim = Sim::with("2026-05-04T09:00", firm());
    for nth in 0..60 {
        arrives(&mut sim, nth, "postcode=BD7");
        sim.minutes(1);
    }
    sim.until("2026-06-01T09:00");
    let sample: Vec<LeadId> = drawn(sim.leads(), 24_317).into_iter().take(SAMPLE).collect();
    assert_eq!(sample.len(), 50);
    for (nth, id) in sample.iter().enumerate() {
        sim.does("maya", *id, Command::JudgeOwner { right: nth >= 5 }).expect("always granted");
    }
    let found = |sim: &Sim| {
        let leads: Vec<Lead> = sample.iter().map(|id| sim.lead(*id)).collect();
        Accuracy::of(&leads)
    };
    assert_eq!((found(&sim).percent(), found(&sim).passes()), (Some(90), true));
    sim.does("maya", sample[5], Command::JudgeOwner { right: false }).expect("always granted");
    assert_eq!((found(&sim).percent(), found(&sim).passes()), (Some(88), false));
    let lost = sample.iter().filter_map(|id| time_lost(&sim.lead(*id), sim.now()));
    assert_eq!(lost.filter(|lost| lost.as_hours() > 24).count(), 6, "each wrong one lost time");
    let owner = sim.lead(sample[6]).owner_id().expect("an owner").to_owned();
    let wrong = Command::Misroute { why: WrongOwner::Other, note: String::new() };
    sim.does(&owner, sample[6], wrong).expect("somebody else is here");
    assert_eq!(found(&sim).right, 43, "a later word counts for more");
}
