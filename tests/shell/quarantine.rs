//! What was put aside: it can be looked at, and what was no spam becomes a lead, once.

use crate::web::{self, Doors};
use leadstead::lead::Submission;

/// A customer whose browser filled in a field that people cannot see.
const BY_MISTAKE: [(&str, &str); 5] = [
    ("name", "Ana Öz"),
    ("email", "ana@oz.example"),
    ("message", "Please call me"),
    ("site", "http://oz.example"),
    ("once", "0197"),
];

async fn with_ana_put_aside() -> (Doors, Submission) {
    let doors = web::house().await;
    let thanked = doors.outside.post("/f/contact").form(&BY_MISTAKE).await;
    assert_eq!(thanked.status_code(), 303);
    let kept = doors.house.desk.store().read().and_then(|reading| reading.put_aside(None, 10));
    let kept = kept.expect("a reading");
    assert_eq!((kept.total, kept.newest.len()), (1, 1));
    (doors, kept.newest.into_iter().next().expect("it is kept"))
}

fn leads(doors: &Doors) -> u64 {
    doors.house.desk.store().read().and_then(|reading| reading.lead_count()).expect("a number")
}

/// What lies aside is the same when the tables have grown back, and agrees with what arrived.
async fn are_put_aside(doors: &Doors, total: usize) {
    let store = doors.house.desk.store();
    for _ in 0..2 {
        let aside =
            store.read().and_then(|reading| reading.put_aside(None, 10)).expect("a reading");
        assert_eq!((aside.total, aside.newest.len()), (total, total));
        let verdict = store.verify(&doors.house.playbook().playbook).expect("a store");
        assert_eq!(verdict.told, Vec::<String>::new());
        doors.house.desk.rebuild(|_| ()).await.expect("the tables grow back");
    }
}

#[tokio::test]
async fn what_looks_like_spam_is_shown_with_its_reason_and_becomes_a_lead_once() {
    let (doors, kept) = with_ana_put_aside().await;
    let url = format!("/quarantine/{}", kept.id);
    assert_eq!(doors.inside.get("/quarantine").await.status_code(), 303, "a stranger sees nothing");
    web::cookie(&doors).await;
    doors.inside.get("/leads").await.assert_text_contains("href=\"/quarantine\"");
    let page = doors.inside.get("/quarantine").await;
    page.assert_text_contains("A field that people cannot see was filled in.");
    page.assert_text_contains("Please call me");
    page.assert_text_contains(&url);

    assert_eq!(leads(&doors), 0);
    are_put_aside(&doors, 1).await;
    let first = doors.inside.post(&url).await;
    let again = doors.inside.post(&url).await;
    assert_eq!(first.header("location"), "/leads/2");
    assert_eq!(again.header("location"), "/leads/2");
    assert_eq!(leads(&doors), 1);
    let lead = doors.inside.get("/leads/2").await;
    lead.assert_text_contains("ana@oz.example");
    lead.assert_text_contains("1 touch");
    assert!(!lead.text().contains("http://oz.example"), "the trap is no fact about her");
    doors.inside.get("/quarantine").await.assert_text_contains("Nothing was put aside.");
    are_put_aside(&doors, 0).await;
}

#[tokio::test]
async fn what_says_nothing_is_shown_too_and_becomes_no_lead() {
    let doors = web::house().await;
    doors.outside.post("/f/contact").form(&[("consent", "on"), ("once", "1")]).await;
    web::cookie(&doors).await;
    let page = doors.inside.get("/quarantine").await;
    page.assert_text_contains("Says nothing");
    assert!(!page.text().contains("It is an enquiry"));
    let kept = doors.house.desk.store().read().and_then(|reading| reading.put_aside(None, 10));
    let id = kept.expect("a reading").newest[0].id;
    let refused = doors.inside.post(&format!("/quarantine/{id}")).await;
    assert_eq!(refused.status_code(), 404);
    assert_eq!(leads(&doors), 0);
}

#[tokio::test]
async fn what_was_put_aside_is_read_to_its_end_page_by_page() {
    let doors = web::house().await;
    for nth in 0..51 {
        let name = format!("Machine {nth:02}");
        let form =
            [("name", name.as_str()), ("site", "http://oz.example"), ("once", name.as_str())];
        doors.outside.post("/f/contact").form(&form).await;
    }
    web::cookie(&doors).await;
    let first = doors.inside.get("/quarantine").await.text();
    assert!(first.contains("Machine 50") && !first.contains("Machine 00"), "{first}");
    let from = first.split("href=\"").find(|part| part.starts_with("/quarantine?before="));
    let older = from.and_then(|from| from.split('"').next()).expect("a way to the rest");
    let last = doors.inside.get(older).await.text();
    assert!(last.contains("Machine 00") && !last.contains("Machine 01"), "{last}");
    assert!(!last.contains("?before="), "{last}");
}
