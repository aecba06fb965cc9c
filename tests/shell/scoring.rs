//! The model of the score: changed, tried on the past, published; a score as of a day, and set by hand.

use crate::leads::{Work, house, house_at, to};
use crate::sample;
use jiff::{SignedDuration, Timestamp};
use leadstead::command::Command;
use leadstead::lead::{Channel, Lead, LeadId};
use leadstead::scoring::mark;
use leadstead::shell::clock::Clock;
use std::sync::{Arc, Mutex};

fn has(page: &axum_test::TestResponse, said: &str) {
    assert!(page.text().contains(said), "the page does not say “{said}”");
}

const HERE: &str = "/settings/scoring";

/// Publishes a form as a person does: tried first, and then just that.
async fn publish(work: &Work, form: &[(&str, &str)]) -> axum_test::TestResponse {
    let first = work.post("maya", HERE, form).await;
    let text = first.text();
    let Some((_, rest)) = text.split_once("name=\"tried\" value=\"") else { return first };
    let tried = rest.split('"').next().unwrap_or_default();
    let form: Vec<(&str, &str)> = form.iter().copied().chain([("tried", tried)]).collect();
    work.post("maya", HERE, &form).await
}

/// A house in which one lead was won and one lost.
async fn with_a_past() -> Work {
    let work = house().await;
    let (won, lost) = (work.enquiry(1, "tom").await, work.enquiry(2, "tom").await);
    let facts =
        ["payment_confirmed", "kickoff_booked"].map(|key| (key.to_owned(), "yes".to_owned()));
    work.ask(won, Command::Win { value: Some(100_000), facts: facts.into() }).await;
    let reason = work.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    work.ask(lost, Command::Lose { reason, note: "No".into() }).await;
    work
}

#[tokio::test]
async fn a_manager_tries_a_model_on_the_past_and_publishes_it() {
    let work = with_a_past().await;
    let version = work.house.playbook().version;
    let page = work.get("maya", HERE).await;
    has(&page, "2 leads that have ended");
    has(&page, "No changes");
    let third = work.enquiry(3, "tom").await;
    has(&work.get("maya", HERE).await, "2 leads that have ended");
    let reason = work.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    work.ask(third, Command::Lose { reason, note: "No".into() }).await;
    has(&work.get("maya", HERE).await, "3 leads that have ended");

    let base = version.to_string();
    let mut form = vec![("base", base.as_str()), ("points.asked", "1"), ("do", "try")];
    let tried = work.post("maya", HERE, &form).await;
    assert_eq!(tried.status_code(), 200);
    has(&tried, "One change");
    has(&tried, "was 20");
    assert_eq!(work.house.playbook().version, version, "trying changes nothing");

    for (typed, said) in [
        ("L-2", "<a href=\"/leads/2#why\">"),
        ("abc", "No lead has the number abc; this is the latest."),
    ] {
        let form: Vec<(&str, &str)> = form.iter().copied().chain([("example", typed)]).collect();
        has(&work.post("maya", HERE, &form).await, said);
    }

    form[2].1 = "publish";
    let first = work.post("maya", HERE, &form).await;
    has(&first, "Nothing is in force yet");
    has(&first, "3 leads that have ended");
    assert_eq!(work.house.playbook().version, version, "it is shown before it counts");
    assert_eq!(to(&publish(&work, &form).await), "/settings/scoring?saved=true");
    let live = work.house.playbook();
    assert_eq!((live.version, live.playbook.scoring.points["asked"]), (version + 1, 1));
    assert!(live.playbook.scoring.reviewed.is_some());
    form[1].1 = "7";
    let stale = work.post("maya", HERE, &form).await;
    assert_eq!(stale.status_code(), 409);
    assert!(stale.text().contains("value=\"7\""), "what was typed is kept");
}

#[tokio::test]
async fn who_comes_second_takes_over_what_they_left_alone() {
    let work = house().await;
    let base = work.house.playbook().version.to_string();
    let was = work.house.playbook().playbook.scoring.points["reply"].to_string();
    to(&publish(&work, &[("base", &base), ("points.reply", "14"), ("do", "publish")]).await);
    let mine = [("base", &*base), ("points.reply", &was), ("points.asked", "7"), ("do", "publish")];
    let late = work.post("maya", HERE, &mine).await;
    assert_eq!(late.status_code(), 409);
    has(&late, "What you had not touched is now as they left it");
    has(&late, "name=\"points.reply\" type=\"number\" value=\"14\"");
    has(&late, "name=\"points.asked\" type=\"number\" value=\"7\"");
    has(&late, "was 20");
}

#[tokio::test]
async fn a_draft_says_how_many_open_leads_rise_and_fall() {
    let work = house().await;
    for nth in 1..=3 {
        work.enquiry(nth, "tom").await;
    }
    let page = work.get("maya", HERE).await;
    assert!(!page.text().contains("What becomes of open leads?"));
    has(&page, "aria-label=\"Urgent 80–100, High 60–80, Medium 40–60, Low 0–40\"");
    has(&page, "data-unsaved=\"\"");
    let all = [("floor.0.name", ""), ("floor.1.name", ""), ("points.asked", "-100"), ("do", "try")];
    let tried = work.post("maya", HERE, &all).await;
    has(&tried, "3 open leads");
    has(&tried, "data-tier=\"low\"><b>&lt;40</b>Low</span>");
    has(&tried, "data-unsaved=\"draft\"");
    has(&tried, "<dt>Would rise</dt><dd><b>0</b></dd>");
    has(&tried, "<dt>Would fall</dt><dd><b>3</b></dd>");
    assert!(!tried.text().contains("Judged are the newest"), "all of them are judged");
    let same = work.post("maya", HERE, &[("points.webinar", "9"), ("do", "try")]).await;
    has(&same, "No lead would change tier");
}

#[tokio::test]
async fn a_floor_that_can_never_hold_says_so_where_it_stands() {
    let work = house().await;
    let floors = [
        ("floor.0.name", ""),
        ("floor.1.name", "Keen"),
        ("floor.1.score", "70"),
        ("floor.1.days", "3"),
        ("floor.1.needs.price_view", "on"),
        ("points.price_view", "0"),
        ("do", "try"),
    ];
    let tried = work.post("maya", HERE, &floors).await;
    assert_eq!(tried.status_code(), 422);
    has(&tried, "<a href=\"#floor-0\">The floor “Keen” can never hold");
    has(&tried, "id=\"floor-0\" aria-describedby=\"floor-0-h\"");
    has(&tried, "<div id=\"floor-0-h\"><p class=\"error\">");
    has(&tried, "asks for points for “Looked at prices”, which gives none.");
}

#[tokio::test]
async fn floors_and_counts_are_published_and_shown_on_a_lead() {
    let work = house().await;
    let form = [
        ("floor.0.name", "Asked"),
        ("floor.0.score", "90"),
        ("floor.0.days", "3"),
        ("floor.0.needs.asked", "on"),
        ("floor.1.name", ""),
        ("most.asked", "1"),
        ("days.asked", "30"),
        ("do", "publish"),
    ];
    to(&publish(&work, &form).await);
    let scoring = work.house.playbook().playbook.scoring.clone();
    assert_eq!((scoring.floors.len(), scoring.floors[0].score), (1, 90));
    assert_eq!(scoring.counts["asked"].days, Some(30));
    let id = work.enquiry(1, "tom").await;
    assert!(work.lead(id).score() >= 90);
    let page = work.get("tom", &format!("/leads/{id}")).await;
    has(&page, "counts until ");
    has(&page, "90, and a quarter of their ");
    let page = work.get("maya", HERE).await;
    has(&page, "name=\"floor.1.name\"");
    let wrong = work.post("maya", HERE, &[("days.asked", "400"), ("do", "publish")]).await;
    assert_eq!(wrong.status_code(), 422);
    has(&wrong, "Write a whole number from 1 to 365.");
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_its_field_and_nothing_changes() {
    let work = house().await;
    let version = work.house.playbook().version;
    let wrong = work.post("maya", HERE, &[("points.asked", "lots"), ("do", "publish")]).await;
    assert_eq!(wrong.status_code(), 422);
    has(&wrong, "Write a whole number from -100 to 100.");
    let order = [("tier.medium", "70"), ("do", "try")];
    let wrong = work.post("maya", HERE, &order).await;
    has(&wrong, "The tiers must rise");
    has(&wrong, "formaction=\"/settings/scoring#tried\"");
    has(&wrong, "<div id=\"tried\"><div class=\"alert\"");
    assert!(!wrong.text().contains("What would it have said?"), "it was not asked");
    let number = work.post("maya", HERE, &[("points.asked", "lots"), ("do", "try")]).await;
    has(&number, "<div id=\"tried\"><div class=\"alert\"");
    assert!(!number.text().contains("What would it have said?"), "it was not asked");
    let well = work.post("maya", HERE, &[("points.asked", "9"), ("do", "try")]).await;
    has(&well, "<div id=\"tried\"><section class=\"card stack tight\" id=\"proof\"");
    let circle = [
        ("rule.0.name", "Circle"),
        ("rule.0.points", "5"),
        ("rule.0.0.field", "score"),
        ("rule.0.0.is", "at_least"),
        ("rule.0.0.value", "50"),
        ("do", "publish"),
    ];
    let wrong = work.post("maya", HERE, &circle).await;
    assert_eq!(wrong.status_code(), 422);
    has(&wrong, "asks for the score, which rests on it");
    assert_eq!(work.house.playbook().version, version);
    assert_eq!(work.get("priya", HERE).await.status_code(), 403);
}

#[tokio::test]
async fn a_rule_of_their_own_gives_points_and_is_named() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let before = work.lead(id).score();
    let rule = [
        ("rule.0.name", "Writes to us"),
        ("rule.0.points", "40"),
        ("rule.0.0.field", "email"),
        ("rule.0.0.is", "contains"),
        ("rule.0.0.value", "@"),
        ("do", "publish"),
    ];
    to(&publish(&work, &rule).await);
    work.ask(id, Command::Review).await;
    assert!(work.lead(id).score() > before);
    let page = work.get("tom", &format!("/leads/{id}")).await;
    has(&page, "By a rule of your own: Writes to us");
    has(&work.get("maya", HERE).await, "Writes to us");
}

#[tokio::test]
async fn a_review_that_is_due_is_said_to_managers_until_somebody_has_looked() {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let long_ago = work.house.clock.now() - jiff::SignedDuration::from_hours(24 * 91);
    playbook.scoring.reviewed = Some(long_ago);
    let by = leadstead::lead::Actor::House;
    work.house.apply_playbook(&playbook, by).await.expect("a playbook in force");
    let said = "for 91 days";
    has(&work.get("maya", "/today").await, said);
    assert!(!work.get("priya", "/today").await.text().contains(said));
    has(&work.get("maya", HERE).await, said);
    to(&work.post("maya", "/settings/scoring/review", &[]).await);
    has(&work.get("maya", "/settings/versions").await, "Score looked at and kept");
    assert!(!work.get("maya", "/today").await.text().contains(said));
    assert_eq!(
        work.house.playbook().playbook.model,
        playbook.sealed().model,
        "no lead is judged anew"
    );
}

#[tokio::test]
async fn a_score_is_set_by_hand_for_a_reason_and_a_time_and_can_be_let_go() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let earned = work.lead(id).score();
    let (page, url) = (format!("/leads/{id}"), format!("/leads/{id}/score"));
    has(&work.get("tom", &format!("{page}?do=score")).await, "Score, 0 to 100");

    let wrong = work.post("tom", &url, &[("score", "101"), ("why", "A regular")]).await;
    assert_eq!(wrong.status_code(), 422);
    has(&wrong, "Write a whole number from 0 to 100.");
    has(&wrong, "A regular");
    let no_reason = work.post("tom", &url, &[("score", "95"), ("days", "7")]).await;
    assert_eq!(no_reason.status_code(), 422);
    let far = [("score", "95"), ("why", "A regular"), ("days", "200")];
    assert_eq!(work.post("tom", &url, &far).await.status_code(), 422);

    let set = [("score", "95"), ("why", "A regular"), ("days", "7")];
    assert_eq!(to(&work.post("tom", &url, &set).await), format!("{page}#why"));
    assert_eq!((work.lead(id).score(), work.lead(id).tier().key()), (95, "urgent"));
    let shown = work.get("tom", &page).await;
    has(&shown, "Set to 95 by hand");
    has(&shown, "A regular");
    to(&work.post("tom", &url, &[("end", "yes")]).await);
    assert_eq!((work.lead(id).score(), work.lead(id).set_score), (earned, None));
}

#[tokio::test]
async fn a_score_is_laid_open_as_of_a_day_by_the_rules_of_that_day() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let day = work.house.clock.now().strftime("%Y-%m-%d").to_string();
    let shown = work.get("tom", &format!("/leads/{id}?as_of={day}")).await;
    has(&shown, "As of ");
    has(&shown, "Show now");
    let shown = work.get("tom", &format!("/leads/{id}?as_of=2199-01-01")).await;
    has(&shown, "That day is still to come.");
    for no_day in ["2001-01-01", "soon"] {
        let none = work.get("tom", &format!("/leads/{id}?as_of={no_day}")).await;
        assert_eq!(none.status_code(), 200);
        has(&none, "had not come in by then");
    }
}

/// A clock that is turned by hand.
struct Turned(Mutex<Timestamp>);

impl Clock for Turned {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("nobody panicked")
    }
}

impl Turned {
    fn hours(&self, hours: i64) {
        *self.0.lock().expect("nobody panicked") += SignedDuration::from_hours(hours);
    }
}

#[tokio::test]
async fn what_happens_to_a_lead_later_changes_nothing_of_what_the_past_judges_it_by() {
    let clock = Arc::new(Turned(Mutex::new("2026-05-04T09:00:00Z".parse().expect("a moment"))));
    let work = house_at(clock.clone()).await;
    let mut ids = Vec::new();
    for nth in 1..=3 {
        let answer = work.house.desk.ask(sample::capture(nth)).await.expect("it is taken");
        ids.push(answer.lead().expect("a lead").id);
    }
    let tell = async |id: LeadId| {
        let facts = [("role", "Managing director"), ("company_size", "200")];
        let changes = facts.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        work.ask(id, Command::Edit { changes, seen: None }).await;
        for (channel, text) in
            [(Channel::Visit, "/pricing"), (Channel::Email, "When can you come?")]
        {
            work.ask(id, Command::inbound(channel, text, work.house.clock.now())).await;
        }
    };
    tell(ids[1]).await;
    clock.hours(30);
    tell(ids[2]).await;
    assert!(ids[1..].iter().all(|id| work.lead(*id).score() > work.lead(ids[0]).score()));
    let reason = work.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    for id in &ids {
        work.ask(*id, Command::Lose { reason: reason.clone(), note: "No".into() }).await;
    }
    let playbook = work.house.playbook().playbook.clone();
    let reading = work.house.desk.store().read().expect("a reading");
    let judged = |then: &Lead, at| (mark(then, &playbook, at), then.evidence.len());
    let seen = reading.ended(9, |one| (judged(&one.then, one.at), one.then.profile.role.clone()));
    let seen = seen.expect("a store");
    assert_eq!(seen.len(), 3);
    assert!(seen.iter().all(|one| *one == seen[2] && one.1.is_empty()), "{seen:?}");
}

#[tokio::test]
async fn points_of_sources_are_taken_over_as_they_stood_on_the_page() {
    let work = house().await;
    let reason = work.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    let facts =
        ["payment_confirmed", "kickoff_booked"].map(|key| (key.to_owned(), "yes".to_owned()));
    for nth in 1..=8 {
        let id = work.enquiry(nth, "tom").await;
        let end = match nth % 2 {
            0 => Command::Win { value: Some(100_000), facts: facts.clone().into() },
            _ => Command::Lose { reason: reason.clone(), note: "No".into() },
        };
        work.ask(id, end).await;
    }
    let points = || {
        let live = work.house.playbook();
        live.playbook.source("website").map(|source| source.points).expect("a source")
    };
    let before = points();
    let page = work.get("maya", HERE).await.text();
    let shown = page.split("name=\"take.website\" value=\"").nth(1).expect("a proposal");
    let shown = shown.split('"').next().expect("its end").to_owned();
    assert_ne!(shown, before.to_string());
    let url = format!("{HERE}/sources");
    let base = work.house.playbook().version.to_string();

    let other = [("base", &*base), ("take.website", "14")];
    let late = work.post("maya", &url, &other).await;
    assert_eq!(late.status_code(), 409);
    has(&late, "Other points are proposed now");
    assert_eq!(points(), before);
    let none = work.post("maya", &url, &[("base", &*base)]).await;
    assert_eq!((none.status_code().as_u16(), points()), (303, before), "nothing was chosen");
    let form = [("base", &*base), ("take.website", &*shown)];
    assert_eq!(work.post("priya", &url, &form).await.status_code(), 403);
    assert_eq!(to(&work.post("maya", &url, &form).await), format!("{HERE}?saved=true#sources"));
    assert_eq!(points().to_string(), shown);
    let reviewed = work.house.playbook().playbook.scoring.reviewed;
    assert_eq!(reviewed, Some(work.house.clock.now()), "how leads ended stood beside it");
    let again = work.post("maya", &url, &form).await;
    assert_eq!(again.status_code(), 409, "the points are others now");
}

#[tokio::test]
async fn pages_that_show_prices_are_named_in_the_form_and_must_be_paths() {
    let work = house().await;
    has(&work.get("maya", HERE).await, "name=\"price_pages\"");
    let wrong = work.post("maya", HERE, &[("price_pages", "prices"), ("do", "publish")]).await;
    assert_eq!(wrong.status_code(), 422);
    has(&wrong, "“prices” is no path of a page. Write it like /prices.");
    let form = [("price_pages", "/plans, /offers"), ("case_pages", "/work"), ("do", "publish")];
    to(&publish(&work, &form).await);
    let engagement = work.house.playbook().playbook.scoring.engagement.clone();
    assert_eq!(engagement.price_pages, ["/plans", "/offers"]);
    assert_eq!(engagement.case_pages, ["/work"]);
}
