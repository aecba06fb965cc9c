//! One person is one lead while it is open, and nobody is joined to anybody by a guess.

use crate::sim::Sim;
use expect_test::expect;
use leadstead::capability::KIN_MAX;
use leadstead::command::Command;
use leadstead::dedupe::OTHER_NAME;
use leadstead::lead::{Fate, Outcome};

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn a_repeat_on_an_open_lead_is_a_touchpoint_and_its_owner_hears_of_it() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Please+send+a+quote");
    sim.calls("maya", lead, Outcome::Voicemail);
    sim.until("2026-05-05T14:00");
    let again = sim.fate("quote", FORM, "email=Ana@Ruiz.example&message=Any+news&company=Ruiz+Ltd");
    assert_eq!(again, Fate::Attached(lead));
    assert_eq!(sim.lead(lead).profile.company, "Ruiz Ltd");
    expect![[r#"
        Tue  5 May 14:00  Quote form: another enquiry, asked for a quote: “Any news”.
        Tue  5 May 14:00  Score 67, High: floor for a request +38.3, asked +20, source +6, engaged +3.
        Tue  5 May 14:00  Maya was told: they wrote.
        Tue  5 May 14:00  A clock started: answer within 3 h 30.
        Tue  5 May 14:00  Sequence “New lead” ended: they replied.
        Tue  5 May 14:00  Task: Answer, due now: “They wrote again. Answer them.”
    "#]].assert_eq(&sim.lines(lead, &["Tue"]));
}

#[test]
fn a_closed_lead_that_comes_back_is_a_new_lead_of_the_same_owner() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let others = ["a", "b", "c", "d"].map(|name| {
        sim.form(&format!("name={name}&email={name}@{name}.example&message=Hello"));
        name
    });
    let first = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Please+send+a+quote");
    sim.does("maya", first, Command::Give { to: "priya".into(), why: String::new() })
        .expect("a teammate");
    sim.calls("priya", first, Outcome::Reached);
    sim.does("priya", first, Command::Lose { reason: "Timing".into(), note: String::new() })
        .expect("a reason of the list");
    sim.days(90);
    let fate = sim.fate("website", FORM, "name=Ana+Ruiz&email=ana@ruiz.example&message=Now");
    let Fate::Created(second) = fate else { panic!("{fate:?}") };
    assert_eq!(sim.lead(second).earlier, [first]);
    assert_eq!(sim.owner(second), "priya");
    expect![[r#"
        Sun  2 Aug 10:00  Given to Priya: returning lead.
    "#]]
    .assert_eq(&sim.lines(second, &["Given"]));
    assert_eq!(sim.leads().len(), others.len() + 2);
}

#[test]
fn a_shared_number_joins_compatible_names_and_flags_the_others() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let ana = sim.form("name=Ana+Ruiz&phone=020+7946+0011&message=Hello");
    let same = sim.fate("website", FORM, "name=A.+Ruiz&phone=%2B442079460011&message=Me+again");
    assert_eq!(same, Fate::Attached(ana));
    let other = sim.fate("website", FORM, "name=Bob+Lane&phone=020+7946+0011&message=Hi");
    let Fate::Flagged(bob) = other else { panic!("{other:?}") };
    let flagged = sim.lead(bob).look_alikes;
    assert_eq!((flagged[0].lead, flagged[0].why.as_str()), (ana, OTHER_NAME));
}

/// A family or a switchboard: the owner is kept, and nobody is said to come back who does not.
#[test]
fn somebody_else_at_a_known_number_goes_to_its_owner_and_is_not_called_a_returning_lead() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let comes = |sim: &mut Sim, who: &str| {
        let lead = sim.form(&format!("{who}&phone=020+7946+0011&message=Hello"));
        (lead, sim.lines(lead, &["Given"]))
    };
    let (ana, _) = comes(&mut sim, "name=Ana+Ruiz&email=ana@ruiz.example");
    let give = Command::Give { to: "priya".into(), why: String::new() };
    sim.does("priya", ana, give).expect("a teammate");
    let (bob, given) = comes(&mut sim, "name=Bob+Lane");
    expect!["Mon  4 May 10:00  Given to Priya: same phone number.\n"].assert_eq(&given);
    let (_, given) = comes(&mut sim, "name=Cy+Holt&email=cy@ruiz.example");
    expect!["Mon  4 May 10:00  Given to Priya: same firm.\n"].assert_eq(&given);
    let timing = Command::Lose { reason: "Timing".into(), note: String::new() };
    sim.does("priya", bob, timing).expect("a reason of the list");
    let (_, given) = comes(&mut sim, "name=B.+Lane");
    expect!["Mon  4 May 10:00  Given to Priya: returning lead.\n"].assert_eq(&given);
    sim.apply(|playbook| playbook.routing.keep_firm = false);
    let (_, given) = comes(&mut sim, "name=Dov+Stein");
    assert!(!given.contains("same phone number"), "{given}");
}

#[test]
fn who_returns_is_known_by_the_address_however_many_share_the_number() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let ana = "name=Ana+Ruiz&email=ana@ruiz.example&phone=020+7946+0011&message=Hello";
    let first = sim.form(ana);
    let give = Command::Give { to: "priya".into(), why: String::new() };
    sim.does("priya", first, give).expect("a teammate");
    let timing = Command::Lose { reason: "Timing".into(), note: String::new() };
    sim.does("priya", first, timing).expect("a reason of the list");
    sim.apply(|playbook| playbook.routing.keep_firm = false);
    for nth in 0..KIN_MAX {
        sim.form(&format!("name=Guest{nth}+Stein&phone=020+7946+0011&message=Hello"));
    }
    let again = sim.form(ana);
    assert_eq!(sim.lines(again, &["Given"]), "Mon  4 May 10:00  Given to Priya: returning lead.\n");
}

#[test]
fn an_address_and_a_number_of_two_leads_attach_by_the_address_and_point_at_the_other() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let ana = sim.form("name=Ana+Ruiz&email=ana@ruiz.example");
    let bob = sim.form("name=Bob+Lane&phone=020+7946+0011");
    let both = "name=Ana+Ruiz&email=ana@ruiz.example&phone=020+7946+0011";
    assert_eq!(sim.fate("website", FORM, both), Fate::Attached(ana));
    assert_eq!(sim.lead(ana).look_alikes[0].lead, bob);
}

#[test]
fn an_open_lead_is_found_behind_any_number_of_newer_ones_that_are_closed() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let person = |nth: u32| format!("name=Person+{nth}&email=p{nth}@x.example&phone=020+7946+0011");
    let open = sim.form("name=Ana+Ruiz&phone=020+7946+0011&message=Hello");
    for nth in 0..25 {
        let lead = sim.form(&person(nth));
        let reason = sim.playbook().pipeline.lost_reasons[0].clone();
        sim.does("maya", lead, Command::Lose { reason, note: String::new() }).expect("a reason");
    }
    let again = sim.fate("website", FORM, "name=Ana+Ruiz&phone=020+7946+0011&message=Me+again");
    assert_eq!(again, Fate::Attached(open));
}
