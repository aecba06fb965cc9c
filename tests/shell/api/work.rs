//! Leads worked by programs.

use super::{Api, owen, problem, refused};
use leadstead::lead::{Actor, Channel, Sign};
use leadstead::playbook::{Tag, Tone};
use serde_json::{Value, json};

async fn touch(api: &Api, id: u64, body: Value) -> Value {
    let response = api.post(&format!("/api/v1/leads/{id}/touches"), body).await;
    assert_eq!(response.status_code(), 201, "{}", response.text());
    response.json::<Value>()["lead"].clone()
}

#[tokio::test]
async fn a_call_that_was_made_stops_the_clock_in_the_owners_name() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let owner = api.kept(id).owner_id().map(str::to_owned);
    api.turn("2026-05-12T09:44:00Z");
    let call = json!({"kind": "call", "direction": "outbound", "outcome": "reached", "text": "Wants two boilers"});
    let lead = touch(&api, id, call).await;
    assert_eq!((&lead["respond_by"], &lead["waiting"]), (&Value::Null, &json!(false)));
    assert_eq!(lead["answered_at"], "2026-05-12T09:44:00Z");
    assert_eq!(lead["accepted"], true);
    let answer = api.kept(id).first_answer.expect("an answer");
    assert_eq!((Some(answer.by), answer.in_time), (owner, true));
}

#[tokio::test]
async fn what_they_write_starts_a_clock_and_is_told_to_the_owner() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    touch(&api, id, json!({"kind": "call"})).await;
    api.turn("2026-05-12T10:00:00Z");
    let lead =
        touch(&api, id, json!({"kind": "email", "direction": "inbound", "text": "Yes"})).await;
    assert_eq!((&lead["waiting"], &lead["status"]), (&json!(true), &json!("qualified")));
    let owner = api.kept(id).owner_id().expect("an owner").to_owned();
    let reading = api.house.desk.store().read().expect("a reading");
    let told = reading.notices(&owner, u64::MAX, 10).expect("notices").remove(0).0;
    assert!(format!("{:?}", told.event).contains("TheyWrote"));
}

#[tokio::test]
async fn every_kind_of_touch_is_taken() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    for kind in Channel::ALL {
        touch(&api, id, json!({"kind": kind.key(), "text": "120"})).await;
    }
    touch(&api, id, json!({"kind": "note", "text": "Met at the fair"})).await;
    let lead = api.kept(id);
    let shows = |sign: &Sign| lead.evidence.iter().any(|one| one.sign == *sign);
    assert!(
        shows(&Sign::Stayed(120))
            && shows(&Sign::Visited("120".into()))
            && shows(&Sign::UsedProduct)
    );
}

#[tokio::test]
async fn a_touch_that_makes_no_sense_names_the_field() {
    let api = Api::open().await;
    let path = format!("/api/v1/leads/{}/touches", api.lead(owen()).await);
    for (body, status, field) in [
        (json!({}), 400, "kind"),
        (json!({"kind": "pigeon"}), 422, "kind"),
        (json!({"kind": "note"}), 422, "text"),
        (json!({"kind": "note", "text": "x", "at": "2026-01-01T00:00:00Z"}), 422, "at"),
        (json!({"kind": "call", "direction": "up"}), 422, "direction"),
        (json!({"kind": "call", "outcome": "great"}), 422, "outcome"),
        (json!({"kind": "call", "at": "yesterday"}), 422, "at"),
        (json!({"kind": "call", "at": "2027-01-01T00:00:00Z"}), 422, "at"),
        (json!({"kind": "stay", "text": "long"}), 422, "text"),
        (json!({"kind": "visit"}), 422, "text"),
        (json!({"kind": "visit", "text": "x".repeat(501)}), 422, "text"),
        (json!({"kind": "email", "text": "x".repeat(20_001)}), 422, "text"),
        (json!({"kind": "call", "who": "Maya"}), 422, "who"),
    ] {
        assert_eq!(refused(&api.post(&path, body.clone()).await), (status, field.into()), "{body}");
    }
    let said = api.post(&path, json!({"kind": "fax"})).await.text();
    assert!(said.contains("“fax”") && said.contains("meeting") && said.contains("note"), "{said}");
}

#[tokio::test]
async fn a_touch_sent_again_is_logged_once() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    for _ in 0..2 {
        let request = api.signed(api.inside.post(&format!("/api/v1/leads/{id}/touches")));
        let request = request.add_header("idempotency-key", "call-1");
        assert_eq!(request.json(&json!({"kind": "call"})).await.status_code(), 201);
    }
    assert_eq!(api.kept(id).touches, 1);
}

#[tokio::test]
async fn a_lead_is_given_to_somebody_who_works_here() {
    let api = Api::open().await;
    let path = format!("/api/v1/leads/{}/owner", api.lead(owen()).await);
    for to in ["tom", "maya"] {
        let lead: Value = api.put(&path, json!({"to": to, "why": "knows them"})).await.json();
        assert_eq!((&lead["owner"], &lead["accepted"]), (&json!(to), &json!(true)));
    }
    assert_eq!(refused(&api.put(&path, json!({"to": "nobody"})).await), (422, "to".into()));
    assert_eq!(refused(&api.put(&path, json!({})).await), (400, "to".into()));
    let routing: Value = api.get(&path.replace("owner", "routing")).await.json();
    assert_eq!((&routing["rule"], &routing["given_by"]), (&json!("by hand"), &json!("shop")));
}

#[tokio::test]
async fn a_lead_moves_along_ends_and_is_opened_again() {
    let api = Api::open().await;
    let path = format!("/api/v1/leads/{}/stage", api.lead(owen()).await);
    let lead: Value = api.put(&path, json!({"stage": "qualified"})).await.json();
    assert_eq!(lead["stage"], "qualified");
    assert_eq!(refused(&api.put(&path, json!({"stage": "moon"})).await), (422, "stage".into()));
    assert_eq!(refused(&api.put(&path, json!({"stage": "proposal"})).await), (422, "value".into()));
    let half =
        json!({"stage": "proposal", "value": 990_000, "fields": {"proposal_document": "P-1"}});
    let refusal = api.put(&path, half).await;
    assert_eq!(refused(&refusal), (422, "proposal_sent_on".into()));
    assert!(problem(&refusal).2.contains("Proposal sent on"));
    let all: Value = api.put(&path, json!({"stage": "proposal"})).await.json();
    assert_eq!(all["fields"], json!(["value", "proposal_document", "proposal_sent_on"]));
    let fields = json!({"proposal_document": "P-1", "proposal_sent_on": "2026-05-12"});
    let whole = json!({"stage": "proposal", "value": 990_000, "fields": fields});
    let lead: Value = api.put(&path, whole).await.json();
    assert_eq!((&lead["stage"], &lead["value"]), (&json!("proposal"), &json!(990_000)));
    assert_eq!(refused(&api.put(&path, json!({"stage": "lost"})).await), (422, "reason".into()));
    let lost = json!({"stage": "lost", "reason": "Price", "note": "Half elsewhere"});
    let lead: Value = api.put(&path, lost).await.json();
    assert_eq!((&lead["fate"], &lead["status"]), (&json!("lost"), &json!("lost")));
    assert_eq!(lead["respond_by"], Value::Null);
    let give = api.put(&path.replace("stage", "owner"), json!({"to": "tom"})).await;
    assert!(problem(&give).2.contains("closed"));
    let lead: Value = api.put(&path, json!({"stage": "open", "why": "They called"})).await.json();
    assert_eq!(lead["fate"], "open");
    assert_eq!(
        refused(&api.put(&path, json!({"stage": "won"})).await),
        (422, "payment_confirmed".into())
    );
    let fields = json!({"payment_confirmed": true, "kickoff_booked": true});
    let won = json!({"stage": "won", "value": 990_000, "fields": fields});
    let won: Value = api.put(&path, won).await.json();
    assert_eq!((&won["status"], &won["value"]), (&json!("converted"), &json!(990_000)));
}

#[tokio::test]
async fn a_sequence_is_chosen_held_and_resumed() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let path = format!("/api/v1/leads/{id}/sequence");
    let refusal = api.put(&path, json!({"sequence": "nurture"})).await;
    assert_eq!(refused(&refusal), (422, "sequence".into()), "they have not agreed to letters");
    let mut agrees = owen();
    agrees["consent"] = json!("Write to me");
    api.lead(agrees).await;
    let lead: Value = api.put(&path, json!({"sequence": "nurture"})).await.json();
    assert_eq!(lead["sequence"], "nurture");
    assert_eq!(refused(&api.put(&path, json!({"hold": true})).await), (422, "why".into()));
    api.put(&path, json!({"hold": true, "why": "On holiday"})).await.assert_status_ok();
    assert!(api.kept(id).enrolment.is_some_and(|enrolment| enrolment.held.is_some()));
    api.put(&path, json!({"resume": true})).await.assert_status_ok();
    assert!(api.kept(id).enrolment.is_some_and(|enrolment| enrolment.held.is_none()));
    for body in [json!({}), json!({"hold": true, "resume": true}), json!({"resume": false})] {
        assert_eq!(refused(&api.put(&path, body).await), (400, "sequence".into()));
    }
    let response = api.put(&path, json!({"sequence": "moon"})).await;
    assert_eq!(refused(&response), (422, "sequence".into()));
}

#[tokio::test]
async fn tags_are_put_on_and_taken_off_and_found_again() {
    let api = Api::open().await;
    let mut playbook = api.house.playbook().playbook.clone();
    let tag = |key: &str| Tag {
        key: key.into(),
        label: key.to_uppercase(),
        tone: Tone::Grey,
        active: true,
    };
    playbook.tags = vec![tag("vip"), tag("fair")];
    api.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let mut said = owen();
    said["tags"] = json!(["VIP", "gold"]);
    let id = api.lead(said).await;
    let path = format!("/api/v1/leads/{id}/tags");
    let lead: Value = api.get(&format!("/api/v1/leads/{id}")).await.json();
    assert_eq!((&lead["tags"], &lead["fields"]["tags"]), (&json!(["vip"]), &json!("gold")));
    let answer = api.put(&path, json!({"add": ["fair"], "remove": ["vip", "nonsense"]})).await;
    assert_eq!(answer.json::<Value>()["tags"], json!(["fair"]));
    let seq = answer.header("leadstead-seq").to_str().expect("a number").to_owned();
    for (query, found) in [
        ("tag=fair", 1),
        ("tag=vip", 0),
        ("tag=vip&tag=fair", 1),
        ("field=budget:12000", 1),
        ("field_from=budget:12000", 1),
        ("field_to=budget:11999", 0),
    ] {
        let list: Value = api.get(&format!("/api/v1/leads?{query}&min_seq={seq}")).await.json();
        assert_eq!(list["total"], found, "{query}");
    }
    for (body, status, field) in [
        (json!({"add": ["gold"]}), 422, "add"),
        (json!({"add": "fair"}), 422, "add"),
        (json!({"add": [7]}), 422, "add"),
        (json!({"tags": ["fair"]}), 422, "tags"),
    ] {
        assert_eq!(refused(&api.put(&path, body.clone()).await), (status, field.into()), "{body}");
    }
}

#[tokio::test]
async fn who_says_how_a_lead_stood_is_refused_where_it_has_changed_since() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let [owner, stage] = ["owner", "stage"].map(|part| format!("/api/v1/leads/{id}/{part}"));
    let first = api.kept(id).owner_id().expect("an owner").to_owned();
    let other = if first == "tom" { "maya" } else { "tom" };
    let given = api.put(&owner, json!({"to": other, "if_owner": first})).await;
    assert_eq!(given.status_code(), 200, "{}", given.text());
    let late = api.put(&owner, json!({"to": first, "if_owner": first})).await;
    assert_eq!(problem(&late).0, 409);
    assert_eq!(api.kept(id).owner_id(), Some(other));
    let same = api.put(&owner, json!({"to": other, "if_owner": first})).await;
    assert_eq!(same.status_code(), 200, "both want the same");

    let was = api.kept(id).stage.clone();
    let moved = api.put(&stage, json!({"stage": "contacted", "if_stage": was})).await;
    assert_eq!(moved.status_code(), 200, "{}", moved.text());
    let reason = api.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    let late = api.put(&stage, json!({"stage": "lost", "reason": reason, "if_stage": was})).await;
    assert_eq!(problem(&late).0, 409);
    assert!(api.kept(id).is_open());
    assert_eq!(refused(&api.put(&stage, json!({"stage": "won", "if_stage": 7})).await).0, 422);
}
