//! What own history teaches: learned in the browser, shown, let count, and taken out again.

use crate::leads::{Work, house, to};
use leadstead::command::Command;
use leadstead::lead::LeadId;
use leadstead::playbook::learned::Counts;
use std::time::Duration;

const HERE: &str = "/settings/scoring/learned";
const USE: &str = "/settings/scoring/learned/use";

/// A house that wins whoever asks for a roof, and few of those who ask for a fence.
async fn with_a_past(leads: u32) -> Work {
    let work = house().await;
    for nth in 0..leads {
        let is_roof = nth % 2 == 0;
        let id = enquiry(&work, nth, if is_roof { "roof" } else { "fence" }).await;
        let is_won = if is_roof { nth % 10 != 0 } else { nth % 10 == 1 };
        let reason = work.house.playbook().playbook.pipeline.lost_reasons[0].clone();
        let facts = ["payment_confirmed", "kickoff_booked"].map(|key| (key.into(), "yes".into()));
        let end = match is_won {
            true => Command::Win { value: Some(100_000), facts: facts.into() },
            false => Command::Lose { reason, note: "No".into() },
        };
        work.ask(id, end).await;
    }
    work
}

async fn enquiry(work: &Work, nth: u32, service: &str) -> LeadId {
    let order = crate::sample::capture_with(10_000 + nth, &format!("&service={service}"));
    work.house.desk.ask(order).await.expect("it is taken").lead().expect("a lead").id
}

async fn learn(work: &Work) -> axum_test::TestResponse {
    assert_eq!(to(&work.post("maya", HERE, &[]).await), HERE);
    work.house.learning.wait(Duration::from_secs(60)).await;
    work.get("maya", HERE).await
}

fn has(page: &axum_test::TestResponse, said: &str) {
    assert!(page.text().contains(said), "the page does not say “{said}”: {}", page.text());
}

/// The figure that stands under a label.
fn figure(page: &axum_test::TestResponse, label: &str) -> String {
    let text = page.text();
    let (_, rest) = text.split_once(&format!("<dt>{label}</dt>")).expect("a figure");
    rest.split("</b>").next().unwrap_or_default().to_owned()
}

/// The moment by which the model on a page is known.
fn known_as(page: &axum_test::TestResponse) -> String {
    let text = page.text();
    let (_, rest) = text.split_once("name=\"of\" value=\"").expect("a form");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_was_learned_is_shown_counts_as_the_owner_says_and_can_be_taken_out() {
    let work = with_a_past(80).await;
    let (roof, fence) = (enquiry(&work, 900, "roof").await, enquiry(&work, 901, "fence").await);
    has(&work.get("maya", HERE).await, "Nothing has been learned yet");
    let before = work.lead(roof).score();

    let page = learn(&work).await;
    has(&page, "from 80 leads that had ended");
    has(&page, "Tried on leads it had not seen");
    has(&page, "roof");
    let first = "Of a won and a lost lead, it puts the won one first";
    let in_force = figure(&work.get("maya", "/settings/scoring").await, first);
    assert_eq!(figure(&page, "The points do"), in_force, "the same leads by the same rules");
    assert_eq!(work.house.playbook().playbook.scoring.learned, None, "nothing counts by itself");

    let of = known_as(&page);
    let base = work.house.playbook().version.to_string();
    let form = |counts| [("base", base.clone()), ("of", of.clone()), ("counts", counts)];
    let send = |counts: &str| form(counts.to_owned());
    let post = async |counts: &str, base: &str| {
        let mut sent = send(counts);
        sent[0].1 = base.to_owned();
        let sent: Vec<(&str, &str)> = sent.iter().map(|(key, value)| (*key, &**value)).collect();
        let first = work.post("maya", USE, &sent).await;
        let text = first.text();
        let Some((_, rest)) = text.split_once("name=\"tried\" value=\"") else { return first };
        has(&first, "What would it have said?");
        let tried = rest.split('"').next().unwrap_or_default();
        let again: Vec<(&str, &str)> = sent.into_iter().chain([("tried", tried)]).collect();
        work.post("maya", USE, &again).await
    };
    assert_eq!(to(&post("beside", &base).await), format!("{HERE}?saved=true"));
    assert_eq!(work.lead(roof).score(), before, "beside the points it changes nothing");
    let reviewed = || work.house.playbook().playbook.scoring.reviewed;
    assert_eq!(reviewed(), None, "nothing was held against how leads ended");
    has(&work.get("maya", &format!("/leads/{roof}")).await, "Like earlier leads");
    has(&work.get("maya", &format!("/leads/{roof}")).await, "For it");
    has(&work.get("maya", &format!("/leads/{fence}")).await, "Against it");

    let at = format!("/settings/versions/{}", work.house.playbook().version);
    let version = work.get("maya", &at).await;
    has(&version, "“What the learned model counts for” from Not at all to Beside the points");
    has(&version, "“Leads that the model learned from” is now 80");
    has(&version, "+ counts = &quot;beside&quot;");
    has(&version, "The figures of the learned model");
    for figures in ["effects =", "worth =", "levels ="] {
        assert!(!version.text().contains(figures), "{figures}");
    }

    let stale = post("drives", &base).await;
    assert_eq!(stale.status_code(), 409, "somebody else was faster");
    let base = work.house.playbook().version.to_string();
    assert_eq!(to(&post("drives", &base).await), format!("{HERE}?saved=true"));
    let learned = work.house.playbook().playbook.scoring.learned.clone().expect("a model");
    assert_eq!(learned.counts, Counts::Drives);
    assert_eq!(reviewed(), Some(work.house.clock.now()), "what the past says stood on the page");
    let version = format!("/settings/versions/{}", work.house.playbook().version);
    let version = work.get("maya", &version).await;
    has(&version, "“What the learned model counts for” from Beside the points to It decides");
    assert!(!version.text().contains("The figures of the learned model"), "they are the same");
    let page = work.get("maya", "/settings/scoring").await;
    has(&page, "makes the score, not the points: more or fewer of them change no tier");
    has(&work.get("maya", &format!("/leads/{roof}")).await, "How a chance becomes points");
    has(&page, "were learned from. Each is judged here by a model that had not seen it.");

    let base = work.house.playbook().version.to_string();
    post("none", &base).await;
    let page = work.get("maya", "/settings/scoring").await;
    assert!(!page.text().contains("more or fewer of them change no tier"));
    assert_eq!(work.house.playbook().playbook.scoring.learned, None);
    assert_eq!(work.get("priya", HERE).await.status_code(), 403);
}

#[tokio::test]
async fn a_house_without_a_past_is_told_so() {
    let work = house().await;
    has(&learn(&work).await, "the points decide");
}

#[tokio::test]
async fn a_short_history_is_said_to_be_too_short_and_the_points_decide() {
    let work = with_a_past(6).await;
    let page = learn(&work).await;
    has(&page, "6 leads have ended, 3 won and 3 lost");
    has(&page, "the points decide");
    let forged = [("of", "2026-01-01T00:00:00Z"), ("counts", "drives")];
    assert_eq!(to(&work.post("maya", USE, &forged).await), HERE);
    assert_eq!(work.house.playbook().playbook.scoring.learned, None);
}
