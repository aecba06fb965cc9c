//! Leads listed: filters, pages and what has just been written.

use super::{Api, owen, refused};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Hands in the nth of many, no two alike.
async fn person(api: &Api, nth: u32) -> u64 {
    api.lead(json!({"name": format!("Person {nth}"), "email": format!("p{nth}@firm{nth}.example")}))
        .await
}

async fn page(api: &Api, query: &str) -> Value {
    let response = api.get(&format!("/api/v1/leads?{query}")).await;
    assert_eq!(response.status_code(), 200, "{}", response.text());
    response.json()
}

fn ids(page: &Value) -> Vec<u64> {
    let items = page["items"].as_array().expect("items");
    items.iter().map(|lead| lead["id"].as_u64().expect("a number")).collect()
}

#[tokio::test]
async fn what_one_has_just_written_is_listed() {
    let api = Api::open().await;
    let response = api.post("/api/v1/leads", owen()).await;
    let seq = response.header("leadstead-seq");
    let query = format!("/api/v1/leads?min_seq={}", seq.to_str().expect("a number"));
    let list: Value = api.get(&query).await.json();
    assert_eq!(list["total"], 1);
    let (row, lead) = (&list["items"][0], &response.json::<Value>()["lead"]);
    for member in ["id", "seq", "tier", "score", "owner", "status", "stage", "respond_by"] {
        assert_eq!(row[member], lead[member], "{member}");
    }
    assert_eq!(row["name"], "Owen Stone");
}

#[tokio::test]
async fn a_list_shows_what_was_written_before_it_was_asked_for() {
    let api = Api::open().await;
    for nth in 1..=5 {
        person(&api, nth).await;
        let list: Value = api.get("/api/v1/leads").await.json();
        assert_eq!(list["total"], nth);
    }
}

#[tokio::test]
async fn pages_have_no_gap_and_no_repeat_while_leads_arrive() {
    let api = Api::open().await;
    let mut there = BTreeSet::new();
    for nth in 0..25 {
        there.insert(person(&api, nth).await);
    }
    let mut seen = Vec::new();
    let mut list = page(&api, "limit=10").await;
    let mut late = 100;
    loop {
        seen.extend(ids(&list));
        let Some(cursor) = list["next_cursor"].as_str().map(str::to_owned) else { break };
        person(&api, late).await;
        late += 1;
        list = page(&api, &format!("limit=10&cursor={cursor}")).await;
    }
    assert_eq!(seen.len(), 25);
    assert_eq!(seen.iter().copied().collect::<BTreeSet<_>>(), there);
}

#[tokio::test]
async fn a_list_narrows_to_what_is_asked_for() {
    let api = Api::open().await;
    let owen = api.lead(owen()).await;
    let other = person(&api, 1).await;
    let owner = api.kept(owen).owner_id().expect("an owner").to_owned();
    assert_eq!(ids(&page(&api, "tier=high").await), [owen]);
    assert_eq!(ids(&page(&api, "q=stone").await), [owen]);
    assert!(ids(&page(&api, &format!("owner={owner}")).await).contains(&owen));
    assert_eq!(ids(&page(&api, "owner=none").await), Vec::<u64>::new());
    assert_eq!(ids(&page(&api, "sort=score").await), [owen, other]);
    assert_eq!(ids(&page(&api, "source=api&fate=open&stage=new").await), [other, owen]);
    assert_eq!(ids(&page(&api, "flag=waiting&flag=incomplete").await), Vec::<u64>::new());
    assert_eq!(page(&api, "limit=1").await["total"], 2);
}

#[tokio::test]
async fn what_a_list_does_not_understand_it_names() {
    let api = Api::open().await;
    let long = format!("q={}", "x".repeat(201));
    for (query, field) in [
        ("teir=high", "teir"),
        ("tier=hot", "tier"),
        ("fate=gone", "fate"),
        ("flag=new", "flag"),
        ("sort=name", "sort"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("cursor=here", "cursor"),
        ("min_seq=now", "min_seq"),
        ("q=high&q=low", "q"),
        ("segment=mine", "segment"),
        ("segment=nothing", "segment"),
        ("score_from=much", "score_from"),
        (&long, "q"),
    ] {
        let response = api.get(&format!("/api/v1/leads?{query}")).await;
        assert_eq!(refused(&response), (400, field.into()), "{query}");
    }
}

#[tokio::test]
async fn a_segment_nobody_has_saved_is_refused_as_such() {
    let api = Api::open().await;
    let response = api.get("/api/v1/leads?segment=hot").await;
    assert_eq!(response.status_code(), 400);
    let problem: Value = response.json();
    assert_eq!(problem["field"], "segment");
    assert!(problem["detail"].as_str().is_some_and(|said| said.contains("no segment “hot”")));
    assert_eq!(page(&api, "segment=").await["total"], 0);
}

#[tokio::test]
async fn any_of_several_values_is_enough_and_a_segment_is_one_question() {
    let api = Api::open().await;
    let id = person(&api, 1).await;
    let tiers = "tier=urgent&tier=high&tier=medium&tier=low";
    assert_eq!(ids(&page(&api, tiers).await), [id]);
    assert_eq!(ids(&page(&api, "segment=open").await), [id]);
    assert_eq!(ids(&page(&api, "segment=stale").await), [0; 0]);
    assert_eq!(ids(&page(&api, "segment=open&fate=lost").await), [0; 0], "in its place");
    assert_eq!(ids(&page(&api, "new_days=3650&sort=last_touch").await), [id]);
}
