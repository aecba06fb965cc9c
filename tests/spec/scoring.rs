//! How promising a lead is, told with every point.

use crate::sim::{INSTANT_REPLY, Sim, pool_of, team_of};
use expect_test::expect;
use leadstead::lead::{Channel, LeadId, TaskKind, Tier};
use leadstead::playbook::Playbook;
use leadstead::scoring::{Group, Ledger, ledger};

const FORM: &str = "application/x-www-form-urlencoded";

/// A business that knows its ideal customer: manufacturers of fifty to five hundred people.
fn with_ideal() -> Playbook {
    let mut playbook = team_of(&["maya", "tom", "priya"]);
    playbook.scoring.fit.industries = vec!["Manufacturing".into()];
    playbook.scoring.fit.size_from = Some(50);
    playbook.scoring.fit.size_to = Some(500);
    playbook
}

fn laid_open(sim: &Sim, lead: LeadId) -> Ledger {
    ledger(&sim.lead(lead), sim.playbook(), sim.now())
}

/// Acceptance example 3.
#[test]
fn a_firm_and_a_freelancer_with_one_demo_form_are_both_high_in_this_order() {
    let mut sim = Sim::with("2026-05-04T10:00", with_ideal());
    let firm = "name=Ana&email=ana@ruiz.example&industry=Manufacturing&company_size=200";
    let firm = sim.arrive("demo", FORM, firm).expect("a lead");
    let free = sim.arrive("demo", FORM, "name=Bob&email=bob@lane.example").expect("a lead");
    let stands = |id| (sim.lead(id).score(), sim.lead(id).tier());
    assert_eq!((stands(firm), stands(free)), ((71, Tier::High), (67, Tier::High)));
    expect![[r#"
        Mon  4 May 10:00  Score 71, High: floor for a request +27, asked +20, industry +10, source +6, company size +5, engaged +3.
    "#]].assert_eq(&sim.lines(firm, &["Score"]));
}

/// Acceptance example 4: prices twice and a case study, fresh and a fortnight old.
#[test]
fn interest_counts_in_full_for_two_days_and_fades_then() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana&email=ana@ruiz.example&message=Hello");
    let passer_by = sim.form("name=Bob&email=bob@lane.example&message=Hello");
    for page in ["/pricing", "/pricing", "/cases/school"] {
        sim.shows(lead, Channel::Visit, page);
    }
    sim.shows(passer_by, Channel::Visit, "/");
    let interest = |sim: &Sim, id| {
        let caps = &sim.playbook().scoring.caps;
        (laid_open(sim, id).group(Group::Engagement, caps) * 10.0).round() / 10.0
    };
    assert_eq!((interest(&sim, lead), interest(&sim, passer_by)), (16.0, 0.0));
    sim.days(2);
    assert_eq!(interest(&sim, lead), 16.0);
    sim.days(12);
    assert_eq!(interest(&sim, lead), 4.9);
}

/// Acceptance example 4: interest that came through LinkedIn.
#[test]
fn prices_three_times_two_letters_and_a_demo_are_high_and_every_open_counts() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let row = ["Ana Ruiz", "ana@ruiz.example", "Could we see a demo?"].map(str::to_owned);
    let fates = sim.import("linkedin", &["Name", "Email", "Message"], &[row.to_vec()]);
    let lead = fates[0].lead().expect("a lead");
    for _ in 0..3 {
        sim.shows(lead, Channel::Visit, "/pricing");
    }
    for _ in 0..2 {
        sim.shows(lead, Channel::Open, "First answer");
    }
    assert!(sim.lead(lead).score() >= 60);
    let points = laid_open(&sim, lead).points;
    let opens: Vec<f64> = points.iter().filter(|p| p.signal == "open").map(|p| p.points).collect();
    assert_eq!(opens, [1.0, 1.0]);
}

/// Acceptance example 6: the senior.
#[test]
fn a_head_of_department_who_saw_prices_is_urgent_for_the_senior_group() {
    let mut playbook = with_ideal();
    playbook.routing.pools[1] = pool_of("senior", &[("priya", 1)]);
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let body = "name=Ana&email=ana@ruiz.example&role=Head+of+department";
    let lead = sim.arrive("demo", FORM, body).expect("a lead");
    sim.shows(lead, Channel::Visit, "/pricing");
    sim.shows(lead, Channel::Visit, "/pricing");
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).tier()), (92, Tier::Urgent));
    assert_eq!(sim.owner(lead), "priya");
    expect![[r#"
        Mon  4 May 10:00  Score 70, High: floor for a request +30.8, asked +20, decision maker +10, source +6, engaged +3.
        Mon  4 May 10:00  Given to Maya: Everything else is shared out, to accept within 30 min.
        Mon  4 May 10:00  A clock started: answer within 4 h.
        Mon  4 May 10:00  Score 91, Urgent: floor for a request +47, asked +20, decision maker +10, source +6, price view +5, engaged +3.
        Mon  4 May 10:00  Given to Priya: Urgent leads go to the senior group.
        Mon  4 May 10:00  A clock started: answer within 5 min.
        Mon  4 May 10:00  Score 92, Urgent: floor for a request +43.3, asked +20, decision maker +10, price view +10, source +6, engaged +3.
    "#]].assert_eq(&sim.lines(lead, &["Score", "Given", "clock"]));
}

/// Acceptance example 6: the junior.
#[test]
fn a_junior_with_one_guide_is_low_and_is_taught_and_not_called() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let row = ["Bob Lane", "bob@lane.example", "Junior buyer", "Write to me"].map(str::to_owned);
    let headers = ["Name", "Email", "Job title", "Consent"];
    let fates = sim.import("webinar", &headers, &[row.to_vec()]);
    let lead = fates[0].lead().expect("a lead");
    sim.shows(lead, Channel::Download, "guide.pdf");
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).tier()), (13, Tier::Low));
    sim.until("2026-05-29T12:00");
    expect![[r#"
        Mon  4 May 10:00  Before you ask anybody for an offer: five notes to make
        Fri  8 May 09:00  Is it too early to ask?
        Wed 13 May 09:00  How working with us begins
        Wed 20 May 09:00  One week, counted
        Fri 29 May 09:00  Twenty minutes, if you like"#]]
    .assert_eq(&sim.letters().join("\n"));
    assert!(sim.lead(lead).tasks.iter().all(|task| task.kind != TaskKind::Call));
}

/// The other side of example 6: a junior who has not agreed to letters.
#[test]
fn a_junior_who_agreed_to_nothing_is_not_taught() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let row = ["Bob Lane", "bob@lane.example", "Junior buyer"].map(str::to_owned);
    let fates = sim.import("webinar", &["Name", "Email", "Job title"], &[row.to_vec()]);
    let lead = fates[0].lead().expect("a lead");
    sim.until("2026-05-29T12:00");
    assert_eq!(sim.letters(), [format!("Mon  4 May 10:00  {INSTANT_REPLY}")]);
    let asked: Vec<TaskKind> = sim.lead(lead).tasks.iter().map(|task| task.kind).collect();
    assert_eq!(asked, [TaskKind::NextStep]);
}

#[test]
fn a_request_holds_the_score_until_it_is_answered_and_a_fortnight_longer() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana&phone=020+7946+0011&message=Please+call+me");
    sim.days(30);
    assert_eq!(sim.lead(lead).tier(), Tier::High, "while nobody has answered");
    sim.calls("maya", lead, leadstead::lead::Outcome::Voicemail);
    sim.days(15);
    assert_eq!(sim.lead(lead).tier(), Tier::Low);
    expect![[r#"
        Mon  4 May 10:00  Score 67, High: floor for a request +38.3, asked +20, source +6, engaged +3.
        Wed  3 Jun 10:00  Score 10, Low: source +6, engaged +3, asked +1.3.
        Wed  3 Jun 10:00  Score 10, Low: source +6, engaged +3, asked +1.3.
    "#]].assert_eq(&sim.lines(lead, &["Score"]));
}

#[test]
fn a_request_that_was_answered_is_not_revived_by_a_later_word() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana&email=ana@ruiz.example&message=Please+call+me");
    sim.calls("maya", lead, leadstead::lead::Outcome::Voicemail);
    sim.days(20);
    assert_eq!(sim.lead(lead).tier(), Tier::Low);
    sim.writes(lead, "No thanks");
    let after = sim.lead(lead);
    assert_eq!((after.tier(), after.promise), (Tier::Low, None));
    sim.form("name=Ana&email=ana@ruiz.example&message=Please+call+me+after+all");
    assert_eq!(sim.lead(lead).tier(), Tier::High, "a new request is a new request");
}
