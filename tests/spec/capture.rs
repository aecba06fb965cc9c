//! Everything that arrives is kept, becomes one lead at once, and says what it lacks.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use jiff::SignedDuration;
use leadstead::capture::sources::csv_row;
use leadstead::command::Command;
use leadstead::lead::{Fate, LeadFate, Outcome, Tier};
use uuid::Uuid;

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn a_form_is_a_lead_with_an_owner_at_the_same_moment() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Do+you+fit+heat+pumps");
    let lead = sim.lead(lead);
    assert_eq!(lead.captured_at, Some(sim.now()));
    assert_eq!(lead.first_assigned_at, Some(sim.now()));
    assert_eq!(lead.owner_id(), Some("maya"));
}

/// Acceptance example 2: forty requests by the import path.
#[test]
fn a_batch_from_linkedin_arrives_within_minutes_and_the_same_file_again_brings_nothing() {
    let mut sim = Sim::at("2026-05-04T09:00");
    let headers = ["Submitted At", "Full name", "Company", "Email"];
    let row = |nth: i64| {
        let at = sim.moment("2026-05-04T09:00") + SignedDuration::from_mins(3 * nth);
        let cells = [
            at.to_string(),
            format!("Guest {nth}"),
            format!("Firm {nth}"),
            format!("guest{nth}@firm{nth}.example"),
        ];
        cells.to_vec()
    };
    let rows: Vec<Vec<String>> = (0..40).map(row).collect();
    let mut leads = Vec::new();
    for seen in (2..=40).step_by(2) {
        sim.minutes(6);
        // The list grows through the morning and is handed over whole each time.
        let fates = sim.import("linkedin", &headers, &rows[..seen]);
        leads = fates.iter().filter_map(Fate::lead).collect();
    }
    leads.dedup();
    assert_eq!((leads.len(), sim.leads().len()), (40, 40));

    let lag = |id| {
        let lead = sim.lead(id);
        let (arrived, recorded) = (lead.captured_at, lead.recorded_at);
        recorded.expect("recorded").duration_since(arrived.expect("arrived")).as_secs()
    };
    let mean = sim.leads().into_iter().map(lag).sum::<i64>() / 40;
    assert_eq!(mean, 270, "under five minutes, as they were told");

    let entries = sim.journal().len();
    sim.import("linkedin", &headers, &rows);
    assert_eq!((sim.leads().len(), sim.journal().len()), (40, entries));
}

/// Acceptance example 2: one person under two spellings.
#[test]
fn one_address_under_two_names_is_one_lead_with_two_touchpoints() {
    let mut sim = Sim::at("2026-05-04T09:00");
    let headers = ["Name", "Company", "Email"];
    let row = |name: &str, firm: &str| {
        vec![name.to_owned(), firm.to_owned(), "jon@smith-it.example".to_owned()]
    };
    let rows = [row("Jon Smith", "Smith IT"), row("Jonathan Smith", "Smith IT Services")];
    let fates = sim.import("linkedin", &headers, &rows);
    let [Fate::Created(first), Fate::Attached(second)] = fates[..] else { panic!("{fates:?}") };
    assert_eq!((first, sim.leads()), (second, vec![first]));
    expect![[r#"
        Mon  4 May 09:00  LinkedIn: new enquiry.
        Mon  4 May 09:00  LinkedIn: another enquiry.
    "#]]
    .assert_eq(&sim.lines(first, &["enquiry"]));
}

#[test]
fn a_form_sent_by_a_double_click_is_captured_once() {
    let mut sim = Sim::at("2026-05-04T09:00");
    let id = Uuid::from_u128(7);
    let body = b"name=Ana+Ruiz&email=ana@ruiz.example";
    let once = sim.fate_of(id, "website", FORM, body);
    let entries = sim.journal().len();
    let twice = sim.fate_of(id, "website", FORM, body);
    assert_eq!((once, sim.journal().len()), (twice, entries));
}

/// Acceptance example 11, its last part.
#[test]
fn a_lead_without_a_company_or_an_address_is_flagged_and_somebody_is_asked() {
    let mut sim = Sim::at("2026-05-04T09:30");
    sim.apply(|playbook| {
        playbook.sources[0].requires = vec!["company".into(), "email".into()];
    });
    let lead = sim.form("name=Ana+Ruiz&phone=020+7946+0011&message=Please+call+me");
    assert_eq!(sim.lead(lead).missing, ["company", "email"]);
    expect![[r#"
        Mon  4 May 09:30  Website form: new enquiry, asked to be called (Incomplete): “Please call me”.
        Mon  4 May 09:30  Task: Fill in what is missing, due now: “Find out: company, e-mail address.”
        Mon  4 May 09:30  Maya was told: something is missing.
    "#]].assert_eq(&sim.lines(lead, &["enquiry", "missing", "Find out"]));

    let changes =
        [("company", "Ruiz Ltd"), ("email", "ana@ruiz.example")].map(|(k, v)| (k.into(), v.into()));
    let edit =
        leadstead::command::Command::Edit { changes: changes.into_iter().collect(), seen: None };
    let known = sim.does("maya", lead, edit).expect("an open lead");
    assert!(known.missing.is_empty());
    assert!(known.tasks.iter().all(|task| !task.text.starts_with("Find out")));
}

#[test]
fn spam_is_put_aside_with_its_reason_and_becomes_no_lead() {
    let mut sim = Sim::at("2026-05-04T09:30");
    let body = "name=Buy+now&email=a@spam.example&message=Cheap&site=http%3A%2F%2Fspam.example";
    let fate = sim.fate("website", FORM, body);
    let Fate::Quarantined(why) = &fate else { panic!("{fate:?}") };
    assert_eq!(why, "A field that people cannot see was filled in.");
    assert!(sim.leads().is_empty());
    let kept = sim.house.store.read().expect("memory").submission(Uuid::from_u128(1));
    let kept = kept.expect("memory").expect("the submission");
    assert_eq!((kept.raw, kept.fate), (body.as_bytes().to_vec(), fate));
}

#[test]
fn what_says_nothing_or_cannot_be_read_is_kept_as_it_came() {
    let mut sim = Sim::at("2026-05-04T09:30");
    let bodies: [&[u8]; 3] = [b"name=&email=", b"\xff\xfe\x00", b""];
    for (nth, body) in (1..).zip(bodies) {
        let id = Uuid::from_u128(nth);
        let content_type = if nth == 2 { "application/json" } else { FORM };
        let source = if nth == 2 { "partner" } else { "website" };
        let fate = sim.fate_of(id, source, content_type, body);
        let kept = sim.house.store.read().expect("memory").submission(id);
        let kept = kept.expect("memory").expect("the submission");
        assert_eq!((kept.raw.as_slice(), &kept.fate), (body, &fate));
        if nth != 2 {
            assert_eq!(fate, Fate::Empty);
        }
    }
}

const PAST: [&str; 5] = ["Created", "Name", "Email", "Owner", "Stage"];

fn past(owner: &str, stage: &str) -> Vec<Vec<String>> {
    let cells = ["2025-11-03", "Ana Ruiz", "ana@ruiz.example", owner, stage];
    vec![cells.map(str::to_owned).to_vec()]
}

#[test]
fn an_import_of_the_past_starts_nothing_until_it_is_woken() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let fates = sim.import("import", &PAST, &past("tom@fernhill.example", "Qualified"));
    let lead = fates[0].lead().expect("a lead");
    sim.days(60);
    assert!(sim.sent.is_empty(), "{:?}", sim.letters());
    let quiet = sim.lead(lead);
    assert!(quiet.promise.is_none() && quiet.tasks.is_empty() && quiet.enrolment.is_none());
    assert_eq!((quiet.owner_id(), quiet.stage.as_str()), (Some("tom"), "qualified"));
    expect![[r#"
        Mon  4 May 10:00  Import: imported.
        Mon  4 May 10:00  Score 0, Low.
        Mon  4 May 10:00  Given to Tom: named by the source.
        Mon  4 May 10:00  Stage Qualified.
        Mon  4 May 10:00  Score 7, Low: qualified +7.
    "#]]
    .assert_eq(&sim.story(lead));

    sim.until("2026-07-06T10:00");
    sim.writes(lead, "Is your offer still good?");
    let awake = sim.lead(lead);
    assert!(!awake.quiet);
    assert!(awake.tasks.iter().any(|task| task.text.starts_with("They wrote")), "{awake:?}");
}

#[test]
fn what_one_source_asks_for_is_missing_until_it_is_said_wherever_they_write_next() {
    let mut playbook = team_of(&["maya"]);
    let asks = playbook.sources.iter_mut().find(|source| source.key == "website");
    asks.expect("a form").requires = vec!["company".into(), "message".into()];
    let mut sim = Sim::with("2026-05-04T10:00", playbook);
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example");
    assert_eq!(sim.lead(lead).missing, ["company", "message"]);
    sim.arrive("quote", FORM, "email=ana@ruiz.example&message=A+quote+please");
    assert_eq!(sim.lead(lead).missing, ["company"]);
    sim.arrive("quote", FORM, "email=ana@ruiz.example&company=Ruiz+Ltd");
    assert!(sim.lead(lead).missing.is_empty());
}

#[test]
fn a_call_to_an_imported_lead_wakes_it_and_asks_what_comes_next() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let fates = sim.import("import", &PAST, &past("Tom", ""));
    let lead = fates[0].lead().expect("a lead");
    sim.minutes(60);
    sim.calls("tom", lead, Outcome::Voicemail);
    assert_eq!(sim.lead(lead).stage, "contacted");
    expect![[r#"
        Mon  4 May 11:00  Call, voicemail, by Tom.
        Mon  4 May 11:00  Moved from New to Contacted.
        Mon  4 May 11:00  Task: Choose a next step, due now: “Decide what happens next.”
    "#]]
    .assert_eq(&sim.lines(lead, &["Call", "Task", "Moved"]));
}

#[test]
fn an_imported_ending_is_an_ending() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let fates = sim.import("import", &PAST, &past("", "Closed won"));
    let lead = sim.lead(fates[0].lead().expect("a lead"));
    assert_eq!((lead.fate, lead.tier()), (LeadFate::Won, Tier::Low));
}

#[test]
fn a_row_that_cannot_be_read_is_kept_too() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let id = Uuid::from_u128(9);
    let fate = sim.fate_of(id, "linkedin", csv_row::CONTENT_TYPE, b"\"Name\r\n\"broken");
    assert_eq!(fate, Fate::Empty);
    let kept = sim.house.store.read().expect("memory").submission(id).expect("memory");
    assert_eq!(kept.map(|kept| kept.raw), Some(b"\"Name\r\n\"broken".to_vec()));
}

/// Permission belongs to an address, whichever system it was taken back in.
#[test]
fn whoever_wants_no_more_letters_by_the_word_of_a_list_gets_none() {
    let mut sim = Sim::at("2026-05-04T09:00");
    let row = |name: &str, email: &str, out: &str| {
        [name, email, out].map(str::to_owned).into_iter().collect::<Vec<String>>()
    };
    let rows =
        [row("Ana Ruiz", "ana@ruiz.example", "true"), row("Bo Ek", "bo@ek.example", "false")];
    let headers = ["Name", "Email", "Unsubscribed from all email"];
    let fates = sim.import("import", &headers, &rows);
    let [Fate::Created(ana), Fate::Created(bo)] = fates[..] else { panic!("{fates:?}") };
    assert!(sim.lead(ana).opted_out && !sim.lead(bo).opted_out);
    let enrol = || leadstead::command::Command::Enrol { sequence: "standard".into() };
    sim.does("maya", bo, enrol()).expect("he has said nothing against it");
    assert!(sim.does("maya", ana, enrol()).is_err());
    let again = sim.form("name=Ana&email=ana@ruiz.example");
    assert!(sim.lead(again).enrolment.is_none(), "it is known of the address");
}

#[test]
fn a_lead_that_ended_elsewhere_ended_when_the_list_says_so() {
    let mut sim = Sim::at("2026-05-04T09:00");
    let headers = ["name", "email", "captured_at", "fate", "status", "stage", "closed_at"];
    let row = |cells: [&str; 7]| cells.map(str::to_owned).into_iter().collect::<Vec<String>>();
    let rows = [
        row([
            "Ana",
            "a@x.example",
            "2025-03-01T10:00:00Z",
            "won",
            "converted",
            "decision",
            "2025-04-01T10:00:00Z",
        ]),
        row(["Bo", "b@x.example", "2025-03-01T10:00:00Z", "open", "contacted", "proposal", ""]),
        row([
            "Cy",
            "c@x.example",
            "2025-03-01T10:00:00Z",
            "open",
            "routed",
            "proposal",
            "2025-04-01T10:00:00Z",
        ]),
    ];
    sim.import("import", &headers, &rows);
    let leads: Vec<_> = sim.leads().into_iter().map(|id| sim.lead(id)).collect();
    assert_eq!(leads[0].fate, leadstead::lead::LeadFate::Won);
    assert_eq!(
        leads[0].closed_at.map(|at| at.to_string()).as_deref(),
        Some("2025-04-01T10:00:00Z")
    );
    assert_eq!((&*leads[1].stage, leads[1].closed_at), ("proposal", None));
    assert_eq!((&*leads[2].stage, leads[2].closed_at), ("proposal", None));
}

#[test]
fn what_a_list_says_is_over_joins_no_lead_that_is_open() {
    for stages in [["New", "Closed won"], ["Closed won", "New"]] {
        let mut sim = Sim::at("2026-05-04T10:00");
        let row = |stage: &str| {
            ["Ana Ruiz", "ana@ruiz.example", stage].map(str::to_owned).into_iter().collect()
        };
        let rows: Vec<Vec<String>> = stages.into_iter().map(row).collect();
        let fates = sim.import("import", &["Name", "Email", "Stage"], &rows);
        assert!(fates.iter().all(|fate| matches!(fate, Fate::Created(_))), "{fates:?}");
        let fates = sim.leads().into_iter().map(|id| sim.lead(id).fate);
        assert_eq!(fates.filter(|fate| *fate == LeadFate::Won).count(), 1, "{stages:?}");
        assert_eq!(sim.leads().len(), 2);
    }
}

/// The same record once more, further on, is the same lead; another record of the person is not.
#[test]
fn a_record_that_is_imported_again_stands_where_its_list_says_now() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let headers = ["Record ID", "Name", "Email", "Stage"];
    let mut bring = |number: &str, stage: &str| {
        let row = [number, "Ana Ruiz", "ana@ruiz.example", stage].map(str::to_owned);
        sim.import("import", &headers, &[row.to_vec()])[0].clone()
    };
    let first = bring("4711", "New").lead().expect("a lead");
    assert_eq!(bring("4711", "Proposal"), Fate::Attached(first));
    let other = bring("4712", "Closed lost").lead().expect("a lead");
    assert_ne!(first, other);
    assert_eq!(bring("4711", "Closed won"), Fate::Attached(first));
    let (first, other) = (sim.lead(first), sim.lead(other));
    assert_eq!((first.fate, &*first.stage), (LeadFate::Won, "proposal"));
    assert_eq!(other.fate, LeadFate::Lost);
}

/// A number that is news says nothing of which record it is.
#[test]
fn another_list_about_somebody_moves_nothing() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let mut bring = |number: &str, stage: &str| {
        let row = ["9", "Ana Ruiz", "ana@ruiz.example", stage].map(str::to_owned);
        let fates = sim.import("import", &[number, "Name", "Email", "Stage"], &[row.to_vec()]);
        fates[0].lead().expect("a lead")
    };
    let lead = bring("Contact ID", "New");
    assert_eq!(bring("Deal ID", "Proposal"), lead);
    assert_eq!(sim.lead(lead).stage, "new");
}

/// What is worked on here ends here, whatever another system says of it.
#[test]
fn a_record_that_is_worked_on_here_is_not_ended_by_a_list() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let headers = ["Record ID", "Name", "Email", "Stage"];
    let row = |stage: &str| ["4711", "Ana Ruiz", "ana@ruiz.example", stage].map(str::to_owned);
    let lead = sim.import("import", &headers, &[row("New").to_vec()])[0].lead().expect("a lead");
    let owner = sim.owner(lead);
    sim.calls(&owner, lead, Outcome::Voicemail);
    let again = sim.import("import", &headers, &[row("Closed won").to_vec()]);
    assert!(matches!(again[..], [Fate::Created(_)]), "{again:?}");
    assert!(sim.lead(lead).is_open());
}

#[test]
fn a_row_of_what_is_over_is_no_enquiry_whatever_list_it_stands_in() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let row = ["Ana Ruiz", "ana@ruiz.example", "Closed lost", "A quote please"].map(str::to_owned);
    let headers = ["Name", "Email", "Stage", "Message"];
    let fates = sim.import("linkedin", &headers, &[row.to_vec()]);
    let lead = sim.lead(fates[0].lead().expect("a lead"));
    assert_eq!((lead.fate, lead.promise), (LeadFate::Lost, None));
    sim.days(20);
    assert!(sim.sent.is_empty(), "{:?}", sim.letters());
}

#[test]
fn a_list_that_names_somebody_we_work_with_is_no_word_of_theirs() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let people = ["ana", "bo"];
    let [ana, bo] = people.map(|name| {
        sim.form(&format!("name={name}&email={name}@ruiz.example&message=Please+send+a+quote"))
    });
    for lead in [ana, bo] {
        let owner = sim.owner(lead);
        sim.calls(&owner, lead, Outcome::Voicemail);
    }
    let until = sim.moment("2026-06-01T10:00");
    let snooze = Command::Snooze { until, why: "on holiday".into() };
    sim.does("maya", bo, snooze).expect("an open lead");
    sim.days(1);
    let before = [ana, bo].map(|lead| sim.lead(lead));
    assert!(before[0].enrolment.is_some() && before[1].snoozed.is_some());
    let row = |name: &str| vec![name.to_owned(), format!("{name}@ruiz.example"), "Leeds".into()];
    let fates = sim.import("import", &["Name", "Email", "City"], &people.map(row));
    assert_eq!(fates, [Fate::Attached(ana), Fate::Attached(bo)]);
    for before in before {
        let after = sim.lead(before.id);
        assert_eq!(after.profile.city, "Leeds");
        assert_eq!((after.enrolment, after.snoozed), (before.enrolment, before.snoozed));
        assert_eq!((after.tasks, after.awaiting_since), (before.tasks, before.awaiting_since));
    }
}
