//! The demo: the same year every time, as lively as promised, and never in somebody's real house.

use axum_test::TestServer;
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use leadstead::lead::{Event, Lead, LeadFate, LeadId, Subject, Tier};
use leadstead::shell::clock::OffsetClock;
use leadstead::shell::config::Config;
use leadstead::shell::demo::{self, Lived, Year};
use leadstead::shell::desk::Order;
use leadstead::shell::house::{DATA_FILE, House};
use leadstead::shell::rehearsal::Rehearsal;
use leadstead::shell::store::Store;
use leadstead::shell::store::journal::encode;
use leadstead::shell::store::office::{Change, Session};
use leadstead::shell::web::{Web, signed};
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock};

const TUESDAY: Date = date(2026, 5, 12);

fn short(last: Date) -> Lived {
    demo::live(&Year { leads: 120, last }).expect("a year in memory")
}

fn hash_of_journal(lived: &Lived) -> Vec<u8> {
    let entries = lived.house.store.read().expect("memory").entries_after(0, usize::MAX);
    let mut hash = Sha256::new();
    entries.expect("memory").iter().for_each(|entry| hash.update(encode(entry)));
    hash.finalize().to_vec()
}

fn leads(lived: &Lived) -> Vec<Lead> {
    let reading = lived.house.store.read().expect("memory");
    let ids = reading.lead_ids_after(LeadId(0), usize::MAX).expect("memory");
    ids.into_iter().filter_map(|id| reading.lead(id).expect("memory")).collect()
}

#[test]
fn the_same_year_comes_out_the_same_way_and_its_tables_equal_its_journal() {
    let lived = short(TUESDAY);
    assert_eq!(hash_of_journal(&lived), hash_of_journal(&short(TUESDAY)));
    let verdict = lived.house.store.verify(&lived.house.in_force.playbook).expect("memory");
    assert_eq!((verdict.differences, verdict.told), (0, Vec::new()));
    assert_eq!(lived.refused, 0, "the story asks for something the house refuses");
}

#[test]
fn a_year_has_customers_losses_and_open_leads_each_with_an_owner_and_a_next_step() {
    let leads = leads(&short(TUESDAY));
    let count = |fate| leads.iter().filter(|lead| lead.fate == fate).count();
    assert!((110..190).contains(&leads.len()), "{}", leads.len());
    assert!(count(LeadFate::Won) >= 4, "{} won", count(LeadFate::Won));
    assert!(count(LeadFate::Lost) >= 20, "{} lost", count(LeadFate::Lost));
    assert!(count(LeadFate::Disqualified) >= 4, "{} disqualified", count(LeadFate::Disqualified));
    for lead in leads.iter().filter(|lead| lead.is_open()) {
        let next = !lead.tasks.is_empty() || lead.enrolment.is_some() || lead.promise.is_some();
        assert!(lead.owner.is_some() && (next || lead.snoozed.is_some()), "lead {}", lead.id);
    }
}

/// A year in which enough happens to be counted.
static FULL: LazyLock<Lived> =
    LazyLock::new(|| demo::live(&Year { leads: 400, last: TUESDAY }).expect("a year in memory"));

#[test]
fn one_open_lead_in_some_carries_a_tag_and_every_tag_is_in_use() {
    let leads = leads(&FULL);
    let open: Vec<&Lead> = leads.iter().filter(|lead| lead.is_open()).collect();
    let tagged = open.iter().filter(|lead| !lead.tags.is_empty()).count();
    let percent = 100 * tagged / open.len();
    assert!((8..40).contains(&percent), "{tagged} of {}", open.len());
    for tag in &FULL.house.in_force.playbook.tags {
        assert!(leads.iter().any(|lead| lead.tags.contains(&tag.key)), "{}", tag.key);
    }
}

#[test]
fn nobody_is_forgotten_for_weeks() {
    let lived = &*FULL;
    let long_ago = lived.house.now - SignedDuration::from_hours(24 * 14);
    let reading = lived.house.store.read().expect("memory");
    for mate in &lived.house.in_force.playbook.team {
        let late = reading.overdue(&mate.id, long_ago, 10).expect("memory");
        assert_eq!(late, [], "{}", mate.id);
    }
}

#[test]
fn nothing_is_written_after_the_morning_on_which_the_demo_opens() {
    let lived = short(TUESDAY);
    let opens: jiff::Timestamp = "2026-05-12T09:42:00Z".parse().expect("a moment");
    assert_eq!(lived.house.now, opens);
    let last = lived.house.store.read().expect("memory").last_seq().expect("memory");
    let entries = lived.house.store.read().expect("memory").entries_after(last - 1, 1);
    assert!(entries.expect("memory").iter().all(|entry| entry.at <= opens));
}

#[test]
fn who_agreed_to_letters_is_taught_and_nurtured_and_who_did_not_is_not() {
    let leads = leads(&FULL);
    let entered = |lead: &Lead, key: &str| {
        lead.left.iter().any(|(left, _)| left == key)
            || lead.enrolment.as_ref().is_some_and(|it| it.sequence == key)
    };
    for (key, least) in [("education", 100), ("nurture", 20)] {
        let count = leads.iter().filter(|lead| entered(lead, key)).count();
        assert!(count >= least, "{count} entered {key}");
    }
    let entries = FULL.house.store.read().expect("memory").entries_after(0, usize::MAX);
    let entries = entries.expect("memory");
    let withheld =
        entries.iter().filter(|entry| matches!(entry.event, Event::Withheld { .. })).count();
    assert!((20..120).contains(&withheld), "{withheld} agreed to no letters");
}

/// What waits for Maya on the last day, as the clock shows it: when, of how good a lead, whose.
fn morning_of_maya(lived: &Lived) -> Vec<String> {
    let reading = lived.house.store.read().expect("memory");
    let tonight = lived.house.now + SignedDuration::from_hours(8);
    let waiting = reading.agenda("maya", tonight, 100).expect("memory");
    let calendar = lived.house.in_force.playbook.calendar();
    let line = |one: &leadstead::shell::store::waiting::Waiting| {
        let lead = reading.lead(one.lead).expect("memory").expect("a lead");
        let at = calendar.zone().to_datetime(one.at).strftime("%H:%M:%S").to_string();
        format!("{at} {:?} {} {}", one.item, lead.tier().key(), lead.profile.name)
    };
    waiting.iter().map(line).collect()
}

#[test]
fn maya_finds_the_morning_of_the_story() {
    let morning = morning_of_maya(&short(TUESDAY));
    for expected in [
        "10:35:56 Clock urgent Owen Pritchard",
        "10:43:48 Clock urgent Ines Carvalho",
        "10:45:36 Clock urgent Leila Haddad",
        "13:30:00 Clock high Marcus Bell",
    ] {
        assert!(morning.iter().any(|line| line == expected), "{expected} in {morning:#?}");
    }
    for (at, who) in [
        ("09:30:00", "Nadia Petrov"),
        ("11:00:00", "Grace Oduya"),
        ("11:30:00", "Gareth Lowe"),
        ("14:00:00", "Sofia Lindgren"),
        ("15:15:00", "Karen Doyle"),
        ("16:45:00", "Hamish Orr"),
    ] {
        let is_theirs = |line: &&String| line.starts_with(at) && line.ends_with(who);
        assert!(morning.iter().any(|line| is_theirs(&line)), "{who} at {at} in {morning:#?}");
    }
    assert!(morning.len() < 16, "{morning:#?}");
}

/// Each day of a week, the days around the clock change, holidays and the days after them, the
/// turn of a year, and the day that most years do not have.
const LAST_DAYS: [Date; 20] = [
    date(2026, 5, 11),
    date(2026, 5, 12),
    date(2026, 5, 13),
    date(2026, 5, 14),
    date(2026, 5, 15),
    date(2026, 5, 16),
    date(2026, 5, 17),
    date(2026, 3, 27),
    date(2026, 3, 30),
    date(2026, 10, 25),
    date(2026, 10, 26),
    date(2026, 4, 7),
    date(2026, 8, 31),
    date(2027, 12, 24),
    date(2026, 12, 28),
    date(2026, 12, 29),
    date(2025, 1, 1),
    date(2027, 1, 4),
    date(2028, 2, 29),
    date(2028, 3, 1),
];

#[test]
fn any_day_will_do_and_one_nobody_works_counts_as_the_last_one_before_it() {
    for last in LAST_DAYS {
        let lived = demo::live(&Year { leads: 24, last }).expect("a year in memory");
        assert_eq!(lived.refused, 0, "the year to {last}");
        let morning = morning_of_maya(&lived);
        for who in [
            "Clock urgent Owen Pritchard",
            "Clock urgent Ines Carvalho",
            "Clock urgent Leila Haddad",
            "Clock high Marcus Bell",
            "Nadia Petrov",
            "Grace Oduya",
            "Hamish Orr",
        ] {
            let is_there = morning.iter().any(|line| line.ends_with(who));
            assert!(is_there, "{last}: {who} in {morning:#?}");
        }
        assert!(morning.iter().any(|line| line.contains(" Draft ")), "{last}: {morning:#?}");
        let reading = lived.house.store.read().expect("memory");
        assert!(
            reading.notices("maya", u64::MAX, 5).expect("memory").len() == 5,
            "{last}: few notices"
        );
        assert!(answered_today(&lived).len() >= 4, "{last}: {:?}", answered_today(&lived));
    }
}

/// Seconds to each answer of the last day that had been promised.
fn answered_today(lived: &Lived) -> Vec<i64> {
    let since = lived.house.now - SignedDuration::from_hours(10);
    let reading = lived.house.store.read().expect("memory");
    let answers = reading.newest_answered(since, 100).expect("memory");
    answers.iter().map(|answer| answer.seconds).collect()
}

#[test]
fn a_year_has_leads_in_a_hurry_and_people_of_one_firm_who_look_like_one() {
    let lived = &*FULL;
    let leads = leads(lived);
    let alike = leads.iter().filter(|lead| !lead.look_alikes.is_empty()).count();
    assert!((3..20).contains(&alike), "{alike} look alike");
    let reading = lived.house.store.read().expect("memory");
    let is_urgent = |lead: &&Lead| {
        let story = reading.timeline(lead.id, 0, 40).expect("memory");
        story.iter().any(|entry| {
            let soon =
                lead.captured_at.is_some_and(|at| entry.at <= at + SignedDuration::from_hours(1));
            soon && matches!(entry.event, Event::Scored { tier: Tier::Urgent, .. })
        })
    };
    let urgent = leads.iter().filter(is_urgent).count();
    assert!((8..40).contains(&urgent), "{urgent} in a hurry");
}

/// What a page says to Maya, who is signed in.
async fn page(house: House, url: &str) -> String {
    let email = "maya@fernhill.example".to_owned();
    let made_at = house.clock.now();
    let expires_at = made_at + SignedDuration::from_hours(1);
    let session = Session { email, teammate: "maya".into(), made_at, expires_at };
    let hash = signed::hash_of_secret("maya");
    let order = Order::Office(vec![Change::PutSession { hash, session }]);
    house.desk.ask(order).await.expect("a session");
    let pages = TestServer::new(Web::of(Arc::new(house)).house_door());
    pages.get(url).add_header("cookie", "leadstead=maya").await.text()
}

#[tokio::test]
async fn every_page_of_a_demo_says_that_it_is_one_and_no_page_of_a_real_house_does() {
    let lived = demo::live(&Year { leads: 12, last: TUESDAY }).expect("a year in memory");
    let banner = "This is a demo: its clock began on Tuesday 12 May at 10:42.";
    let of_a_lead = format!("/leads/{}", leads(&lived)[0].id);
    for url in ["/today", "/leads", "/leads/new", &of_a_lead] {
        let clock = Arc::new(OffsetClock::showing(lived.house.now));
        let store = lived.house.store.clone();
        let demo = House::of(store, Config::default(), clock).expect("a house");
        let said = page(demo, url).await;
        assert!(said.contains(banner), "{url}: {said}");
    }
    let real = Rehearsal::begin(
        Arc::new(Store::in_memory().expect("memory")),
        &lived.house.in_force.playbook.to_text(),
        lived.house.now,
    );
    let (store, now) = real.map(|real| (real.store, real.now)).expect("a house");
    let accounts = lived.house.store.read().expect("memory").users().expect("memory");
    let clock = Arc::new(OffsetClock::showing(now));
    let real = House::of(store, Config::default(), clock).expect("a house");
    let accounts = accounts.into_iter().map(Change::PutUser).collect();
    real.desk.ask(Order::Office(accounts)).await.expect("accounts");
    let said = page(real, "/today").await;
    assert!(said.contains("Answer now") && !said.contains("This is a demo"), "{said}");
}

#[test]
fn a_demo_is_made_anew_in_its_folder_and_opens_as_a_house() {
    let folder = tempfile::tempdir().expect("a folder");
    let year = Year { leads: 30, last: TUESDAY };
    demo::make(folder.path(), &year).expect("a demo");
    let at = demo::make(folder.path(), &year).expect("the same demo once more");
    let clock = OffsetClock::showing(at);
    let mut config = Config::default();
    config.data_dir = folder.path().to_owned();
    let house = House::open(config, Arc::new(clock)).expect("a house");
    assert!(house.has_owner().expect("accounts"));
    assert_eq!(house.playbook().playbook.business.name, "Fernhill Energy");
    let entries = house.desk.store().read().expect("a file").entries_after(0, 10);
    let first = entries.expect("a file").into_iter().find(|entry| entry.subject == Subject::House);
    assert!(first.is_some_and(|entry| matches!(entry.event, Event::PlaybookApplied { .. })));
}

#[test]
fn a_folder_with_a_real_house_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(DATA_FILE);
    let store = Store::open(&file).expect("a new file");
    store.condition(1, [1; 32]).expect("name tags");
    drop(store);
    let before = std::fs::read(&file).expect("the file");
    let refused = demo::make(folder.path(), &Year { leads: 30, last: TUESDAY });
    let sentence = refused.expect_err("a refusal").to_string();
    assert!(sentence.contains("is a real house, and the demo leaves it alone"), "{sentence}");
    assert_eq!(std::fs::read(&file).expect("the file").len(), before.len());
}
