//! The score by the numbers of the requirements, by hand, and as of a day.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use leadstead::command::{Command, Refusal};
use leadstead::lead::{Channel, Event, Exit, LeadId, Tier};
use leadstead::playbook::{Condition, FitRule, Playbook, Test};
use leadstead::scoring::{Group, ledger};

const FORM: &str = "application/x-www-form-urlencoded";

/// A firm that knows its ideal customer.
fn with_ideal() -> Playbook {
    let mut playbook = team_of(&["maya", "tom"]);
    playbook.scoring.fit.industries = vec!["Manufacturing".into()];
    playbook.scoring.fit.size_from = Some(50);
    playbook.scoring.fit.size_to = Some(500);
    playbook
}

fn group(sim: &Sim, lead: LeadId, group: Group) -> f64 {
    let caps = &sim.playbook().scoring.caps;
    ledger(&sim.lead(lead), sim.playbook(), sim.now()).group(group, caps)
}

fn arrive(sim: &mut Sim, source: &str, body: &str) -> LeadId {
    sim.arrive(source, FORM, body).expect("a lead")
}

/// Industry 10, size 5, a clear mismatch nothing; any fact of their own counts as well.
#[test]
fn r48_fit_is_measured_against_the_ideal_customer_the_firm_defines() {
    let mut playbook = with_ideal();
    let asks = |field: &str, is, value: &str| Condition {
        field: field.into(),
        is,
        value: vec![value.into()],
    };
    playbook.scoring.fit_rules = vec![FitRule {
        name: "A large maker near us".into(),
        points: 7,
        conditions: vec![
            asks("company_size", Test::AtLeast, "100"),
            asks("country", Test::In, "GB"),
        ],
    }];
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let fits = "name=Ana&email=ana@ruiz.example&industry=Manufacturing&company_size=200";
    let fits = arrive(&mut sim, "website", fits);
    let other = "name=Bob&email=bob@lane.example&industry=Law&company_size=3";
    let other = arrive(&mut sim, "website", other);
    assert_eq!((group(&sim, fits, Group::Fit), group(&sim, other, Group::Fit)), (15.0, 0.0));
    let near = "name=Cy&email=cy@holt.example&company_size=200&country=GB";
    let near = arrive(&mut sim, "website", near);
    assert_eq!(group(&sim, near, Group::Fit), 12.0);
    let laid_open = ledger(&sim.lead(near), sim.playbook(), sim.now());
    let own = laid_open.points.iter().find(|point| point.signal == "own_rule").expect("a line");
    assert_eq!(own.because(Default::default()), "By a rule of your own: A large maker near us");
}

/// Prices twice and a case study beat one look at the home page.
#[test]
fn r49_pages_that_matter_beat_a_visit_to_the_home_page() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let reader = sim.form("name=Ana&email=ana@ruiz.example&message=Hello");
    let passer_by = sim.form("name=Bob&email=bob@lane.example&message=Hello");
    for page in ["/pricing", "/pricing", "/cases/school"] {
        sim.shows(reader, Channel::Visit, page);
    }
    sim.shows(passer_by, Channel::Visit, "/");
    let interest = |lead| group(&sim, lead, Group::Engagement);
    assert_eq!((interest(reader), interest(passer_by)), (16.0, 0.0));
}

/// The last 48 hours count in full, a fortnight later about three tenths are left.
#[test]
fn r50_what_is_recent_counts_more() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana&email=ana@ruiz.example&message=Hello");
    sim.shows(lead, Channel::Visit, "/pricing");
    sim.days(2);
    assert_eq!(group(&sim, lead, Group::Engagement), 5.0);
    sim.days(12);
    let left = group(&sim, lead, Group::Engagement) / 5.0;
    assert!((0.28..0.33).contains(&left), "{left}");
}

/// Somebody takes a guide, reads on, turns out to be the right kind of customer, and attends a webinar:
/// 15 points, 66 and 74. Nobody sets a score by hand.
fn warming_up(handover_from: u8) -> (Sim, LeadId) {
    let mut playbook = with_ideal();
    playbook.scoring.fit.served = vec!["GB".into()];
    playbook.pipeline.handover_from = handover_from;
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Hello&consent=Yes");
    sim.shows(lead, Channel::Download, "guide.pdf");
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).tier()), (15, Tier::Low));
    sim.until("2026-05-05T10:00");
    for page in ["/pricing", "/cases/school", "/pricing", "/pricing"] {
        sim.shows(lead, Channel::Visit, page);
    }
    let facts = [
        ("industry", "Manufacturing"),
        ("company_size", "200"),
        ("role", "Managing Director"),
        ("country", "GB"),
    ];
    let changes = facts.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("facts that fit");
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).tier()), (66, Tier::High));
    (sim, lead)
}

/// Below 70 a lead stays in nurture, whatever its tier; at 70 sales has it at once, and keeps it.
#[test]
fn r53_sales_takes_over_at_seventy() {
    let (mut sim, lead) = warming_up(70);
    sim.until("2026-05-05T11:30");
    let warm = sim.lead(lead);
    assert_eq!((warm.score(), warm.handed_over_at), (66, None));
    assert_eq!(warm.enrolment.map(|it| it.sequence).as_deref(), Some("education"));
    sim.shows(lead, Channel::Webinar, "Roofs that pay");
    let sold = sim.lead(lead);
    assert_eq!((sold.score(), sold.handed_over_at), (74, Some(sim.now())));
    assert_eq!(sold.left, [("education".to_owned(), Exit::HandedOver)]);
    assert_eq!(sold.enrolment.map(|it| it.sequence).as_deref(), Some("standard"));
    assert!(sold.promise.is_some() && sold.owner.is_some(), "somebody owes them a word");
    expect![[r#"
        Tue  5 May 11:30  Attended “Roofs that pay”.
        Tue  5 May 11:30  Score 74, High: price view +15, industry +10, decision maker +10, webinar +8, case study +6, download +6, 2 more.
        Tue  5 May 11:30  Handed over to sales: The score is 74, and 70 is enough.
        Tue  5 May 11:30  Sequence “Education” ended: sales took over, next is “New lead”.
        Tue  5 May 11:30  Sequence “New lead” started.
        Tue  5 May 11:30  The step of day 1 waits 21 h 30: one step a day is enough.
    "#]]
    .assert_eq(&sim.lines(lead, &["11:30"]));
    sim.days(20);
    let handed_over =
        sim.timeline(lead).into_iter().filter(|it| matches!(it.event, Event::HandedOver { .. }));
    assert!(sim.lead(lead).score() < 70, "what they showed has faded");
    assert_eq!((sim.lead(lead).handed_over_at, handed_over.count()), (sold.handed_over_at, 1));
}

/// The threshold is one thing and the tiers are another: both are the firm's to set.
#[test]
fn r53_a_firm_whose_sales_begins_earlier_has_the_same_tiers() {
    let (sim, lead) = warming_up(66);
    assert_eq!(sim.lead(lead).handed_over_at, Some(sim.now()));
    let why = "Handed over to sales: The score is 66, and 66 is enough.";
    assert!(sim.story(lead).contains(why));
}

/// A senior who saw prices and asked for a demo is urgent; a junior with a guide is early.
#[test]
fn r55_senior_and_prices_and_a_demo_are_urgent_in_any_language() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    for (nth, title) in [
        "Managing director",
        "Geschäftsführerin",
        "Directeur général",
        "Titolare",
        "Prezes zarządu",
    ]
    .into_iter()
    .enumerate()
    {
        let lead =
            arrive(&mut sim, "demo", &format!("name=Ana&email=ana{nth}@ruiz.example&role={title}"));
        sim.shows(lead, Channel::Visit, "/pricing");
        assert_eq!(sim.lead(lead).tier(), Tier::Urgent, "{title}");
    }
    let junior = sim.form("name=Bob&email=bob@lane.example&role=Junior+buyer&message=Hello");
    sim.shows(junior, Channel::Download, "guide.pdf");
    assert_eq!(sim.lead(junior).tier(), Tier::Low);
}

#[test]
fn a_score_set_by_hand_counts_until_its_day_and_then_clears_itself() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana&email=ana@ruiz.example&message=Hello");
    let earned = sim.lead(lead).score();
    let until = sim.moment("2026-05-08T10:00");
    let set = |why: &str, until| Command::Override { score: 90, until, why: why.into() };
    assert_eq!(sim.refused("maya", lead, set(" ", until)), Refusal::WhyNeeded);
    assert_eq!(
        sim.refused("maya", lead, set("x", sim.moment("2026-05-01T10:00"))),
        Refusal::MomentPassed
    );
    assert_eq!(
        sim.refused("maya", lead, set("x", sim.moment("2027-05-01T10:00"))),
        Refusal::MomentTooFar
    );
    sim.does("maya", lead, set("A regular of ours", until)).expect("a score");
    let laid_open = ledger(&sim.lead(lead), sim.playbook(), sim.now());
    let line = laid_open.set.expect("a line of its own");
    assert_eq!((line.score, line.why.as_str(), laid_open.score), (90, "A regular of ours", 90));
    assert_eq!(sim.lead(lead).tier(), Tier::Urgent);
    sim.until("2026-05-08T09:59");
    assert_eq!(sim.lead(lead).score(), 90);
    sim.until("2026-05-08T10:01");
    assert_eq!(sim.lead(lead).set_score, None);
    assert!(sim.lead(lead).score() <= earned && sim.lead(lead).tier() < Tier::Urgent);
    assert!(sim.timeline(lead).iter().any(|entry| entry.event == Event::OverrideEnded));
}

#[test]
fn a_rule_that_asks_for_nothing_or_for_the_score_itself_is_refused_in_a_sentence() {
    let mut playbook = with_ideal();
    let rule = |name: &str, conditions| FitRule { name: name.into(), points: 101, conditions };
    let circle = Condition { field: "tier".into(), is: Test::Known, value: Vec::new() };
    let gone = Condition { field: "vans".into(), is: Test::Known, value: Vec::new() };
    playbook.scoring.fit_rules =
        vec![rule("", Vec::new()), rule("Circle", vec![circle]), rule("Gone", vec![gone])];
    let faults = leadstead::playbook::check(&playbook, &leadstead::decide::known());
    let said = faults.iter().map(|fault| fault.sentence.as_str()).collect::<Vec<_>>().join("\n");
    for sentence in
        ["needs a name", "between -100 and 100", "needs 1 to 20", "asks for the tier", "vans"]
    {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
}
