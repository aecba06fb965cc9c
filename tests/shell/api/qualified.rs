//! Leads qualified by programs: answers to its questions, and what sales says to what was handed over.

use super::{Api, owen, problem, refused};
use leadstead::shell::store::office::Scope;
use serde_json::{Value, json};

#[tokio::test]
async fn a_question_is_answered_and_the_answer_taken_back() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let path = format!("/api/v1/leads/{id}/answers/need");
    let good = json!({"finding": "good", "note": "Two boilers before winter"});
    let lead: Value = api.put(&path, good.clone()).await.json();
    let answer = &lead["answers"]["need"];
    assert_eq!((&answer["finding"], &answer["means"]), (&json!("good"), &json!("hand")));
    assert_eq!(answer["note"], "Two boilers before winter");
    let entries = api.kept(id).last_seq;
    api.put(&path, good).await.assert_status_ok();
    assert_eq!(api.kept(id).last_seq, entries, "the same answer says nothing new");
    let lead: Value = api.put(&path, json!({"finding": "bad"})).await.json();
    assert_eq!(lead["answers"]["need"]["finding"], "bad");
    let lead: Value = api.put(&path, json!({"finding": null})).await.json();
    assert_eq!(lead["answers"].get("need"), None);
}

#[tokio::test]
async fn enough_good_answers_make_a_lead_one_for_sales() {
    let api = Api::open().await;
    let mut enquiry = owen();
    enquiry["message"] = json!("Hello");
    enquiry["fields"] = json!({});
    enquiry["role"] = json!("");
    let id = api.lead(enquiry).await;
    for criterion in ["need", "budget", "timeline"] {
        let path = format!("/api/v1/leads/{id}/answers/{criterion}");
        api.put(&path, json!({"finding": "good"})).await.assert_status_ok();
    }
    let lead: Value = api.get(&format!("/api/v1/leads/{id}")).await.json();
    assert_eq!(lead["grade"], "sql", "{lead}");
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_names_the_field() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let need = format!("/api/v1/leads/{id}/answers/need");
    for (body, status, field) in [
        (json!({"finding": "great"}), 422, "finding"),
        (json!({"finding": 3}), 422, "finding"),
        (json!({}), 422, "finding"),
        (json!({"finding": "good", "note": []}), 422, "note"),
        (json!({"finding": "good", "why": "x"}), 422, "why"),
    ] {
        let response = api.put(&need, body.clone()).await;
        let (said, named) = refused(&response);
        assert!(said == status || said == 400, "{body}: {said}");
        assert_eq!(named, field, "{body}");
    }
    let shoes = format!("/api/v1/leads/{id}/answers/shoes");
    let none = api.put(&shoes, json!({"finding": "good"})).await;
    assert_eq!(refused(&none), (422, "criterion".into()));
    let nobody = api.put("/api/v1/leads/999/answers/need", json!({"finding": "good"})).await;
    assert_eq!(refused(&nobody).0, 404);
    assert!(!api.kept(id).answers.contains_key("need"));
}

#[tokio::test]
async fn sales_takes_a_lead_on_or_sends_it_back() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let path = format!("/api/v1/leads/{id}/handover");
    assert!(api.kept(id).handed_over_at.is_some(), "a quote asked for by who may sign");
    let no_reason = api.put(&path, json!({"taken_on": false})).await;
    assert_eq!(refused(&no_reason), (422, "reason".into()));
    let odd = api.put(&path, json!({"taken_on": false, "reason": "Rain"})).await;
    assert_eq!(refused(&odd), (422, "reason".into()));
    assert_eq!(refused(&api.put(&path, json!({"taken_on": "maybe"})).await).1, "taken_on");
    api.put(&path, json!({"taken_on": true})).await.assert_status_ok();
    let (taken, entries) = (api.kept(id).taken_on_at, api.kept(id).last_seq);
    assert!(taken.is_some());
    api.put(&path, json!({"taken_on": true})).await.assert_status_ok();
    assert_eq!(api.kept(id).last_seq, entries, "it is taken on once");

    let back = json!({"taken_on": false, "reason": "Not ready yet", "note": "In June"});
    api.put(&path, back).await.assert_status_ok();
    let lead = api.kept(id);
    assert!(lead.is_open() && lead.handed_over_at.is_none() && lead.taken_on_at.is_none());
    let entries = api.kept(id).last_seq;
    let twice = json!({"taken_on": false, "reason": "Not ready yet"});
    assert_eq!(refused(&api.put(&path, twice).await), (422, String::new()));
    assert_eq!(api.kept(id).last_seq, entries, "sent back once");
    let again = api.put(&path, json!({"taken_on": true})).await;
    assert_eq!(refused(&again), (422, String::new()));
    assert!(problem(&again).2.contains("handed over"), "{}", again.text());
}

#[tokio::test]
async fn a_lead_that_has_ended_is_neither_answered_nor_taken_on() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let lead = format!("/api/v1/leads/{id}");
    let lost = json!({"stage": "lost", "reason": "Price", "note": "Half elsewhere"});
    api.put(&format!("{lead}/stage"), lost).await.assert_status_ok();
    for (what, body) in
        [("answers/need", json!({"finding": "good"})), ("handover", json!({"taken_on": true}))]
    {
        let no = api.put(&format!("{lead}/{what}"), body).await;
        assert!(problem(&no).2.contains("closed"), "{what}: {}", no.text());
    }
}

#[tokio::test]
async fn a_key_answers_for_one_request_only() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let send = async |body: Value| {
        let request = api.inside.put(&format!("/api/v1/leads/{id}/answers/need"));
        api.signed(request).add_header("idempotency-key", "need-1").json(&body).await
    };
    send(json!({"finding": "good"})).await.assert_status_ok();
    let entries = api.kept(id).last_seq;
    send(json!({"finding": "good"})).await.assert_status_ok();
    assert_eq!(api.kept(id).last_seq, entries);
    assert_eq!(refused(&send(json!({"finding": "bad"})).await).0, 422);
}

#[tokio::test]
async fn who_may_only_read_or_hand_in_qualifies_nothing() {
    let mut api = Api::open().await;
    let id = api.lead(owen()).await;
    for (name, scope) in [("reader", Scope::Read), ("form", Scope::Capture)] {
        api.issue(name, scope, false).await;
        api.token = name;
        for (what, body) in
            [("answers/need", json!({"finding": "good"})), ("handover", json!({"taken_on": true}))]
        {
            let no = api.put(&format!("/api/v1/leads/{id}/{what}"), body).await;
            assert_eq!(refused(&no).0, 403, "{name} {what}");
        }
    }
    assert!(api.kept(id).taken_on_at.is_none());
}
