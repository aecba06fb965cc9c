//! How ready a lead is for sales, and when sales takes over from marketing.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use jiff::Timestamp;
use leadstead::command::{Command, NewAnswer, Refusal};
use leadstead::language::Words;
use leadstead::lead::{
    Actor, Channel, Direction, Event, Exit, Finding, Grade, LeadId, Means, Outcome, Tier, Touch,
};
use leadstead::playbook::{Condition, Playbook, Test};
use leadstead::qualification::rung;
use leadstead::scoring::ledger;

/// A model in which a download is worth what the story needs, and a click one point.
fn counting(download: i32) -> Playbook {
    let mut playbook = team_of(&["maya"]);
    playbook.scoring.caps.engagement = 100;
    playbook.scoring.points.insert("download".into(), download);
    playbook.scoring.points.insert("click".into(), 1);
    playbook
}

/// A lead that asked for nothing, at six points for its source and three for its interest.
fn quiet_reader(download: i32) -> (Sim, LeadId) {
    let mut sim = Sim::with("2026-05-04T10:00", counting(download));
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Hello&consent=Yes");
    sim.shows(lead, Channel::Download, "guide.pdf");
    (sim, lead)
}

/// Acceptance example 9: the edges of the tiers.
#[test]
fn the_tiers_begin_at_forty_sixty_and_eighty() {
    let edges = [
        (39, Tier::Low),
        (40, Tier::Medium),
        (59, Tier::Medium),
        (60, Tier::High),
        (79, Tier::High),
        (80, Tier::Urgent),
        (100, Tier::Urgent),
    ];
    for (score, tier) in edges {
        let (sim, lead) = quiet_reader(score - 9);
        let lead = sim.lead(lead);
        assert_eq!((i32::from(lead.score()), lead.tier()), (score, tier));
    }
}

/// Acceptance example 9: the edge of the handover.
#[test]
fn sixty_nine_is_not_handed_over_and_at_seventy_sales_has_it_and_the_nurture_stops() {
    let (mut sim, lead) = quiet_reader(60);
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).handed_over_at), (69, None));
    assert_eq!(sim.lead(lead).enrolment.map(|it| it.sequence).as_deref(), Some("education"));
    sim.minutes(90);
    assert_eq!(sim.lead(lead).handed_over_at, None);
    sim.shows(lead, Channel::Click, "guide");
    let sold = sim.lead(lead);
    assert_eq!((sold.score(), sold.handed_over_at), (70, Some(sim.now())));
    assert_eq!(sold.left, [("education".to_owned(), Exit::HandedOver)]);
    expect![[r#"
        Mon  4 May 11:30  Clicked “guide”.
        Mon  4 May 11:30  Score 70, High: download +60, source +6, engaged +3, click +1.
        Mon  4 May 11:30  Handed over to sales: The score is 70, and 70 is enough.
        Mon  4 May 11:30  Sequence “Education” ended: sales took over, next is “New lead”.
        Mon  4 May 11:30  Sequence “New lead” started.
        Mon  4 May 11:30  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 11:30  The step of day 1 was taken.
    "#]]
    .assert_eq(&sim.lines(lead, &["11:30"]));
}

#[test]
fn whoever_asks_for_an_answer_is_handed_over_whatever_the_score() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&phone=020+7946+0011&message=Please+call+me");
    assert!(sim.lead(lead).handed_over_at.is_some());
    assert_eq!(sim.lead(lead).tier(), Tier::High);
}

/// A business that knows its ideal customer.
fn knowing_its_ideal() -> Playbook {
    let mut playbook = team_of(&["maya"]);
    playbook.scoring.fit.industries = vec!["Manufacturing".into()];
    playbook.scoring.fit.size_from = Some(50);
    playbook.scoring.fit.size_to = Some(500);
    playbook.scoring.fit.budget_from = Some(5_000);
    playbook
}

fn answer(criterion: &str, finding: Finding, note: &str) -> NewAnswer {
    NewAnswer { criterion: criterion.into(), finding, note: note.into() }
}

fn call(at: Timestamp, answers: Vec<NewAnswer>) -> Command {
    called(Outcome::Reached, at, answers)
}

fn called(outcome: Outcome, at: Timestamp, answers: Vec<NewAnswer>) -> Command {
    let touch = Touch {
        channel: Channel::Call,
        direction: Direction::Outbound,
        outcome,
        text: "A good talk".into(),
        at,
    };
    Command::Call { touch, task: None, next: None, answers }
}

fn quote(rest: &str) -> (Sim, LeadId) {
    let mut sim = Sim::with("2026-05-04T10:00", knowing_its_ideal());
    let body = format!("name=Ana+Ruiz&email=ana@ruiz.example&message=Prices+please{rest}");
    let lead = sim.arrive("quote", "application/x-www-form-urlencoded", &body).expect("a lead");
    (sim, lead)
}

/// Every rep is asked the same questions, and another set can be switched on.
#[test]
fn r42_everybody_is_held_against_the_same_questions() {
    let (mut sim, lead) = quote("");
    let asked = |sim: &Sim| {
        let playbook = sim.playbook();
        playbook.qualification.asked().map(|one| one.key.clone()).collect::<Vec<_>>()
    };
    assert_eq!(asked(&sim), ["budget", "authority", "need", "timeline"]);
    let pain = || Command::Answer(answer("pain", Finding::Good, ""));
    assert_eq!(sim.refused("maya", lead, pain()), Refusal::NoSuchCriterion("pain".into()));
    sim.apply(|playbook| {
        playbook.qualification.criteria.iter_mut().for_each(|one| one.active = true);
    });
    assert_eq!(asked(&sim).len(), 10);
    sim.does("maya", lead, pain()).expect("it is asked now");
}

/// The form answers a part, and a call the rest.
#[test]
fn r43_a_form_answers_a_part_and_a_short_call_the_rest() {
    let (mut sim, lead) = quote("&budget=8000&need=A+new+line");
    let counted = |sim: &Sim| sim.playbook().qualification.counted(&sim.lead(lead));
    assert_eq!((counted(&sim).answered, counted(&sim).all), (2, 4));
    let answers = vec![
        answer("authority", Finding::Good, "She signs herself"),
        answer("timeline", Finding::Weak, "This year"),
    ];
    let now = sim.now();
    let before = sim.lead(lead).score();
    sim.does("maya", lead, call(now, answers)).expect("an open lead");
    assert_eq!((counted(&sim).answered, counted(&sim).good), (4, 3));
    assert_eq!(sim.lead(lead).answers["authority"].means, Means::Call);
    assert!(sim.lead(lead).score() > before, "a good answer gives points");
    expect![[r#"
        Mon  4 May 10:00  Budget: good, read from the enquiry: 8000.
        Mon  4 May 10:00  Need: good, read from the enquiry: A new line.
        Mon  4 May 10:00  Authority: good, said in a call, by Maya: “She signs herself”.
        Mon  4 May 10:00  Timeline: partly, said in a call, by Maya: “This year”.
        Mon  4 May 10:00  Now SQL: 3 answers are good, and 3 are enough.
    "#]]
    .assert_eq(&sim.lines(lead, &["Authority", "Budget", "Need", "Timeline", "Now"]));
}

/// What the gates of the stages ask for answers the same questions, where the form has said nothing.
#[test]
fn a_second_fact_answers_where_the_first_is_not_known() {
    let (mut sim, lead) = quote("&budget=8000");
    let answer_to = |sim: &Sim, key: &str| sim.lead(lead).answers.get(key).cloned();
    assert_eq!((answer_to(&sim, "need"), answer_to(&sim, "authority")), (None, None));
    let facts = [("problem", "The old line stands still"), ("decision_maker", "Her brother")];
    let facts = facts.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let told = Command::Edit { changes: facts.into_iter().collect(), seen: None };
    sim.does("maya", lead, told).expect("an open lead");
    let need = answer_to(&sim, "need").expect("it was said");
    assert_eq!((need.finding, &*need.note), (Finding::Good, "The old line stands still"));
    let authority = answer_to(&sim, "authority").expect("it was said");
    assert_eq!(authority.finding, Finding::Weak, "known, and she does not decide herself");
    let told = Command::Edit {
        changes: [("need".to_owned(), "A new line".to_owned())].into(),
        seen: None,
    };
    sim.does("maya", lead, told).expect("an open lead");
    assert_eq!(answer_to(&sim, "need").expect("it was said").note, "A new line");
}

#[test]
fn what_is_asked_of_the_first_fact_is_asked_of_the_second() {
    let (mut sim, lead) = quote("");
    sim.apply(|playbook| {
        let need = playbook.qualification.criteria.iter_mut().find(|one| one.key == "need");
        let (field, value) = ("need".to_owned(), vec!["line".to_owned()]);
        need.expect("it is asked").good = vec![Condition { field, is: Test::Contains, value }];
    });
    for (problem, finding) in [("The roof", Finding::Weak), ("The old line", Finding::Good)] {
        let changes = [("problem".to_owned(), problem.to_owned())].into();
        sim.does("maya", lead, Command::Edit { changes, seen: None }).expect("an open lead");
        assert_eq!(sim.lead(lead).answers["need"].finding, finding, "{problem}");
    }
}

/// Acceptance example 5: the ideal customer asks for prices with a budget.
#[test]
fn r44_the_right_customer_who_asks_for_prices_with_a_budget_is_for_sales_at_submit() {
    let (sim, lead) = quote("&industry=Manufacturing&company_size=50-249&budget=10k");
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).grade()), (72, Some(Grade::Sql)));
    assert!(sim.timeline(lead).iter().all(|entry| !entry.by.is_teammate()));
    let why = "They ask for an answer, are the right kind of customer and have the budget.";
    assert_eq!(sim.lead(lead).grade, Some((Grade::Sql, why.into())));
    let (sim, lead) = quote("&industry=Manufacturing&company_size=50-249");
    assert_ne!(sim.lead(lead).grade(), Some(Grade::Sql), "without the budget");
    let (sim, lead) = quote("&industry=Farming&company_size=5000&budget=10k");
    assert_ne!(sim.lead(lead).grade(), Some(Grade::Sql), "the wrong kind of customer");
}

#[test]
fn what_it_takes_to_be_for_sales_at_submit_is_a_matter_of_the_rules() {
    let (mut sim, lead) = quote("&industry=Manufacturing&company_size=50-249&budget=10k");
    assert_eq!(sim.lead(lead).grade(), Some(Grade::Sql));
    sim.apply(|playbook| playbook.qualification.sql_at_submit = false);
    assert_ne!(sim.lead(lead).grade(), Some(Grade::Sql), "it waits for sales");
    let half = |sim: &mut Sim, percent| {
        sim.apply(|playbook| {
            playbook.qualification.sql_at_submit = true;
            playbook.qualification.ideal_percent = percent;
        });
    };
    let (mut sim, lead) = quote("&industry=Manufacturing&role=Assistant&budget=10k");
    let known = sim.lead(lead).standing.expect("it was scored").fit;
    assert!(!known.mismatch && known.matching < known.known, "{known:?}");
    half(&mut sim, 100);
    assert_ne!(sim.lead(lead).grade(), Some(Grade::Sql), "not all of it matches");
    half(&mut sim, 50);
    assert_eq!(sim.lead(lead).grade(), Some(Grade::Sql));
}

/// Sales sends a lead back: it is kept in mind of us, and comes again only with news.
#[test]
fn r45_what_sales_sends_back_is_nurtured_and_comes_again_with_news() {
    let mut sim = Sim::with("2026-05-04T10:00", team_of(&["maya"]));
    let form = "name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote&consent=Yes";
    let lead = sim.arrive("quote", "application/x-www-form-urlencoded", form).expect("a lead");
    assert!(sim.lead(lead).handed_over_at.is_some());
    let back = |reason: &str| Command::SendBack { reason: reason.into(), note: String::new() };
    assert!(matches!(sim.refused("maya", lead, back("Bad mood")), Refusal::ReasonNeeded(_)));
    let sent = sim.does("maya", lead, back("Not ready yet")).expect("a reason of the list");
    assert!(sent.is_open() && sent.handed_over_at.is_none());
    assert_eq!(sent.enrolment.map(|it| it.sequence).as_deref(), Some("nurture"));
    sim.review_all();
    assert_eq!(sim.lead(lead).handed_over_at, None, "nothing is new");
    assert_eq!(sim.refused("maya", lead, Command::TakeOn), Refusal::NotHandedOver);
    assert_eq!(sim.refused("maya", lead, back("Not ready yet")), Refusal::NotHandedOver);
    sim.minutes(10);
    sim.arrive("quote", "application/x-www-form-urlencoded", form).expect("the same lead");
    assert_eq!(sim.lead(lead).handed_over_at, Some(sim.now()));
    sim.does("maya", lead, Command::TakeOn).expect("it was handed over");
    assert!(sim.lead(lead).taken_on_at.is_some());
}

/// What sales has refused is not called ready for sales, until there is news.
#[test]
fn a_lead_that_was_sent_back_stands_on_a_lower_rung_until_there_is_news() {
    let (mut sim, lead) = quote("&industry=Manufacturing&company_size=50-249&budget=10k");
    assert_eq!(sim.lead(lead).grade(), Some(Grade::Sql));
    let back = Command::SendBack { reason: "Not ready yet".into(), note: String::new() };
    let sent = sim.does("maya", lead, back).expect("it waits for sales");
    assert_eq!(sent.grade(), Some(Grade::Mql));
    sim.review_all();
    assert_eq!(sim.lead(lead).grade(), Some(Grade::Mql), "nothing is new");
    sim.minutes(10);
    let good = Command::Answer(answer("authority", Finding::Good, "She signs herself"));
    let again = sim.does("maya", lead, good).expect("an open lead");
    assert_eq!((again.grade(), again.handed_over_at), (Some(Grade::Sql), Some(sim.now())));
}

/// The reason for a rung is true when it is read, also where the rung has stayed.
#[test]
fn the_reason_of_a_rung_is_that_of_now() {
    let (mut sim, lead) = quote("&industry=Manufacturing&company_size=50-249&budget=10k");
    let why = |sim: &Sim| rung(&sim.lead(lead), sim.playbook()).expect("a rung");
    assert!(why(&sim).1.ends_with("and have the budget."));
    for (criterion, finding) in [
        ("authority", Finding::Good),
        ("need", Finding::Good),
        ("timeline", Finding::Good),
        ("budget", Finding::Bad),
    ] {
        let answer = Command::Answer(answer(criterion, finding, ""));
        sim.does("maya", lead, answer).expect("an open lead");
    }
    let three = "3 answers are good, and 3 are enough.";
    assert_eq!(why(&sim), (Grade::Sql, three.into()));
    let lost = Command::Lose { reason: "Price".into(), note: String::new() };
    let kept = sim.does("maya", lead, lost).expect("an open lead").grade.expect("a rung");
    assert_eq!(why(&sim), kept, "of what has ended the last reason stays");
}

#[test]
fn what_a_person_answers_counts_for_more_than_what_a_fact_says() {
    let (mut sim, lead) = quote("&budget=8000");
    let budget = |sim: &Sim| sim.lead(lead).answers["budget"].clone();
    assert_eq!((budget(&sim).finding, budget(&sim).means), (Finding::Good, Means::Form));
    let counts = |sim: &Sim| {
        let ledger = ledger(&sim.lead(lead), sim.playbook(), sim.now());
        let points = ledger.points.iter().filter(|point| point.signal == "budget");
        (points.count(), sim.lead(lead).score() == ledger.score)
    };
    let before = sim.lead(lead).score();
    assert_eq!(counts(&sim), (1, true));
    let no = Command::Answer(answer("budget", Finding::Bad, "Not approved"));
    sim.does("maya", lead, no.clone()).expect("an open lead");
    sim.review_all();
    assert_eq!((budget(&sim).finding, budget(&sim).note.as_str()), (Finding::Bad, "Not approved"));
    assert_eq!(counts(&sim), (0, true), "what they wrote gives no points any more");
    assert!(sim.lead(lead).score() < before);
    let entries = sim.timeline(lead).len();
    sim.does("maya", lead, no).expect("it stands so already");
    assert_eq!(sim.timeline(lead).len(), entries);
    let withdraw = Command::Withdraw { criterion: "budget".into() };
    sim.does("maya", lead, withdraw).expect("there is an answer");
    assert_eq!(budget(&sim).finding, Finding::Good, "the fact answers it again");
    assert_eq!((counts(&sim), sim.lead(lead).score()), ((1, true), before));
}

/// Reasons written with the score for these signals.
fn reasons(sim: &Sim, lead: LeadId, of: &[&str]) -> Vec<(String, f64)> {
    let because = sim.lead(lead).standing.map(|standing| standing.because).unwrap_or_default();
    let asked = because.into_iter().filter(|reason| of.contains(&reason.signal.as_str()));
    asked.map(|reason| (reason.signal, reason.points)).collect()
}

#[test]
fn a_good_answer_and_a_denial_of_equal_worth_leave_no_old_reason() {
    let (mut sim, lead) = quote("&budget=8000");
    let no_word = called(Outcome::Voicemail, sim.now(), Vec::new());
    sim.does("maya", lead, no_word).expect("an open lead");
    sim.minutes(10);
    let both = ["budget", "answers"];
    assert_eq!(reasons(&sim, lead, &both), [("budget".to_owned(), 5.0)]);
    let told = vec![
        answer("budget", Finding::Bad, "Not approved"),
        answer("need", Finding::Good, "The roof leaks"),
    ];
    let before = sim.lead(lead).score();
    let by_reception = called(Outcome::Voicemail, sim.now(), told);
    sim.does("maya", lead, by_reception).expect("an open lead");
    assert_eq!(reasons(&sim, lead, &both), [("answers".to_owned(), 5.0)]);
    assert_eq!(sim.lead(lead).score(), before);
}

#[test]
fn every_good_answer_is_a_line_of_its_own_with_the_entry_that_proves_it() {
    let (mut sim, lead) = quote("");
    for criterion in ["need", "authority"] {
        let good = Command::Answer(answer(criterion, Finding::Good, ""));
        sim.does("maya", lead, good).expect("an open lead");
    }
    let told = sim.lead(lead);
    let laid_open = ledger(&told, sim.playbook(), sim.now());
    let lines = laid_open.points.iter().filter(|point| point.signal == "answers");
    let lines: Vec<_> = lines
        .map(|point| (point.because(Words::default()), point.points, point.evidence))
        .collect();
    let line = |label: &str, criterion: &str| {
        let why = format!("Good answers to our questions: {label}");
        (why, 5.0, Some(told.answers[criterion].seq))
    };
    assert_eq!(lines, [line("Authority", "authority"), line("Need", "need")]);
    assert_eq!(reasons(&sim, lead, &["answers"]), [("answers".to_owned(), 10.0)]);
}

/// One yes is enough: who takes the lead that was offered, reaches them, or moves it on, takes it on for
/// sales.
#[test]
fn the_owner_who_says_yes_or_reaches_them_has_taken_it_on() {
    let handed_over = || {
        let mut sim = Sim::at("2026-05-04T10:00");
        let form = "name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote";
        let lead = sim.arrive("quote", "application/x-www-form-urlencoded", form).expect("a lead");
        assert!(sim.lead(lead).handed_over_at.is_some() && sim.lead(lead).taken_on_at.is_none());
        let owner = sim.owner(lead);
        (sim, lead, owner)
    };
    let (mut sim, lead, owner) = handed_over();
    sim.does(&owner, lead, Command::Accept).expect("it is offered");
    assert!(sim.lead(lead).taken_on_at.is_some());
    let (mut sim, lead, owner) = handed_over();
    let other = if owner == "maya" { "tom" } else { "maya" };
    sim.calls(other, lead, Outcome::Reached);
    assert!(sim.lead(lead).taken_on_at.is_none(), "somebody else's call");
    sim.calls(&owner, lead, Outcome::Voicemail);
    assert!(sim.lead(lead).taken_on_at.is_none(), "nobody was reached");
    let moved = |stage: &str| Command::Move { stage: stage.into(), facts: Default::default() };
    sim.until("2026-05-04T10:05");
    sim.does(&owner, lead, moved("new")).expect("it was contacted");
    assert!(sim.lead(lead).taken_on_at.is_none(), "moved back");
    sim.does(&owner, lead, moved("contacted")).expect("an open lead");
    assert!(sim.lead(lead).taken_on_at.is_some(), "moved on");
    let (mut sim, lead, owner) = handed_over();
    sim.calls(&owner, lead, Outcome::Reached);
    let taken = sim.timeline(lead).into_iter().find(|entry| entry.event == Event::TakenOn);
    assert_eq!(taken.map(|entry| entry.by), Some(Actor::Teammate(owner)));
}
