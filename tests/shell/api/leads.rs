//! Leads handed in, shown and changed.

use super::{Api, owen, problem, refused};
use leadstead::lead::{Actor, LeadId};
use leadstead::shell::store::office::Scope;
use serde_json::{Value, json};

const LEADS: &str = "/api/v1/leads";

#[tokio::test]
async fn a_lead_is_decided_when_it_is_answered() {
    let api = Api::open().await;
    let response = api.post(LEADS, owen()).await;
    assert_eq!(response.status_code(), 201, "{}", response.text());
    let taken: Value = response.json();
    assert_eq!(taken["outcome"], "created");
    let lead = &taken["lead"];
    assert_eq!(lead["tier"], "high", "{taken}");
    assert_eq!(lead["respond_by"], "2026-05-12T13:42:00Z");
    assert_eq!((&lead["source"], &lead["fate"]), (&json!("api"), &json!("open")));
    assert!(lead["score"].as_u64().is_some_and(|score| (60..80).contains(&score)));
    assert!(["maya", "tom"].contains(&lead["owner"].as_str().expect("an owner")));
    assert_eq!(response.header("location"), format!("{LEADS}/{}", lead["id"]));
    assert_eq!(response.header("leadstead-seq"), lead["seq"].to_string());
    assert!(lead.get("email").is_none(), "whoever hands in learns no more than was decided");
}

#[tokio::test]
async fn what_was_said_is_shown_again() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let lead: Value = api.get(&format!("{LEADS}/{id}")).await.json();
    for member in ["name", "email", "company", "role", "message"] {
        assert_eq!(lead[member], owen()[member]);
    }
    assert_eq!(lead["fields"], json!({"budget": "12000", "timeline": "this month"}));
    let submission = api.kept(id);
    assert_eq!(submission.source, "api");
}

#[tokio::test]
async fn the_same_person_again_is_a_touchpoint_of_the_same_lead() {
    let api = Api::open().await;
    let first = api.lead(owen()).await;
    let again =
        json!({"email": "OWEN@stone.example", "phone": "020 7946 0018", "message": "Any news?"});
    let response = api.post(LEADS, again).await;
    assert_eq!(response.status_code(), 201);
    let taken: Value = response.json();
    assert_eq!((&taken["outcome"], &taken["lead"]["id"]), (&json!("attached"), &json!(first)));
    assert_eq!(api.lead_count(), 1);
    assert_eq!(api.kept(first).profile.phone, "020 7946 0018");
}

#[tokio::test]
async fn a_request_sent_again_does_nothing_twice() {
    let api = Api::open().await;
    let send = |body: Value| {
        let request = api.signed(api.inside.post(LEADS)).add_header("idempotency-key", "order-7");
        request.json(&body)
    };
    let (first, again) = (send(owen()).await, send(owen()).await);
    assert_eq!((first.status_code().as_u16(), again.status_code().as_u16()), (201, 201));
    let (first, again): (Value, Value) = (first.json(), again.json());
    assert_eq!(first, again);
    assert_eq!(api.kept(first["lead"]["id"].as_u64().expect("a number")).touches, 0);
    assert_eq!(api.lead_count(), 1);
    let reused = send(json!({"email": "else@stone.example"})).await;
    assert_eq!(reused.status_code(), 422);
    assert!(problem(&reused).2.contains("Idempotency-Key"));
    assert_eq!(api.lead_count(), 1);
}

#[tokio::test]
async fn a_key_that_is_none_is_refused() {
    let api = Api::open().await;
    let long = "x".repeat(256);
    for key in ["", &long] {
        let request = api.signed(api.inside.post(LEADS)).add_header("idempotency-key", key);
        assert_eq!(refused(&request.json(&owen()).await), (400, "Idempotency-Key".into()));
    }
}

#[tokio::test]
async fn a_lead_without_an_address_is_taken_and_flagged() {
    let api = Api::open().await;
    let taken: Value = api.post(LEADS, json!({"name": "Owen Stone"})).await.json();
    assert_eq!(taken["outcome"], "created");
    assert!(taken["flags"].as_array().is_some_and(|flags| flags.contains(&json!("incomplete"))));
    assert_eq!(taken["lead"]["missing"], json!(["email|phone"]));
}

#[tokio::test]
async fn whoever_says_nothing_is_asked_to_say_something() {
    let api = Api::open().await;
    for nothing in [json!({}), json!({"name": "  ", "source": "api"}), json!({"fields": {}})] {
        let response = api.post(LEADS, nothing).await;
        assert_eq!(refused(&response), (422, "message".into()));
    }
    let empty = api.signed(api.inside.post(LEADS)).await;
    assert_eq!(refused(&empty), (422, "message".into()));
}

#[tokio::test]
async fn what_looks_like_spam_is_kept_and_waits() {
    let api = Api::open().await;
    let spam = json!({
        "source": "website", "name": "http://win.example", "email": "a@win.example",
        "message": "http://a.example http://b.example http://c.example http://d.example",
    });
    let response = api.post(LEADS, spam.clone()).await;
    assert_eq!(response.status_code(), 202, "{}", response.text());
    let taken: Value = response.json();
    assert_eq!(taken["outcome"], "quarantined");
    assert!(taken.get("lead").is_none());
    let id = taken["submission"].as_str().and_then(|id| id.parse().ok()).expect("a name");
    let kept = api.house.desk.store().read().expect("a reading").submission(id).expect("a row");
    let raw = kept.expect("it is kept").raw;
    assert_eq!(serde_json::from_slice::<Value>(&raw).expect("as it came"), spam);
}

#[tokio::test]
async fn a_source_is_one_of_the_playbooks() {
    let api = Api::open().await;
    let response = api.post(LEADS, json!({"name": "Owen", "source": "moon"})).await;
    assert_eq!(refused(&response), (422, "source".into()));
    let response = api.post(LEADS, json!({"name": "Owen", "source": 7})).await;
    assert_eq!(refused(&response), (422, "source".into()));
    let id = api.lead(json!({"name": "Owen", "email": "o@s.example", "source": "event"})).await;
    assert_eq!(api.kept(id).source, "event");
    assert!(api.kept(id).fields.is_empty(), "{:?}", api.kept(id).fields);
}

#[tokio::test]
async fn what_does_not_fit_is_refused_by_the_name_it_was_sent_under() {
    let api = Api::open().await;
    let lead = format!("{LEADS}/{}", api.lead(owen()).await);
    for (change, field) in
        [(json!({"phone": "abc"}), "phone"), (json!({"country": "Nowhere"}), "country")]
    {
        assert_eq!(refused(&api.patch(&lead, change).await), (422, field.into()));
    }
    for (said, field) in [
        (json!({"name": "Ana", "arrived_at": "2199-01-01T00:00:00Z"}), "arrived_at"),
        (json!({"name": "Ana", "arrived_at": "last spring"}), "arrived_at"),
        (json!({"name": "Ana", "owner": "nobody"}), "owner"),
    ] {
        assert_eq!(refused(&api.post(LEADS, said).await), (422, field.into()));
    }
    let old = json!({"kind": "call", "at": "1900-01-01T00:00:00Z"});
    assert_eq!(refused(&api.post(&format!("{lead}/touches"), old).await), (422, "at".into()));
    for unknown in ["owner=nobody", "stage=heaven"] {
        assert_eq!(refused(&api.get(&format!("{LEADS}?{unknown}")).await).0, 400, "{unknown}");
    }
    let nowhere = api.get(&format!("{LEADS}/4711")).await;
    assert_eq!(nowhere.status_code(), 404);
    assert!(problem(&nowhere).2.contains("no lead with this number"), "{}", nowhere.text());
}

#[tokio::test]
async fn a_program_writes_under_the_name_of_its_token() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let reading = api.house.desk.store().read().expect("a reading");
    let entry = reading.timeline(LeadId(id), 0, 1).expect("rows").remove(0);
    assert_eq!(entry.by, Actor::Token("shop".into()));
}

#[tokio::test]
async fn a_token_may_do_what_its_scope_says() {
    let mut api = Api::with("", Scope::Capture).await;
    let id = api.lead(owen()).await;
    let lead = format!("{LEADS}/{id}");
    let no = api.get(&lead).await;
    assert_eq!(refused(&no).0, 403);
    assert!(no.text().contains("it lacks the scope “read”"), "{}", no.text());
    assert_eq!(refused(&api.patch(&lead, json!({"name": "O"})).await).0, 403);
    api.issue("reader", Scope::Read, false).await;
    api.token = "reader";
    assert_eq!(api.get(&lead).await.status_code(), 200);
    assert_eq!(refused(&api.post(LEADS, owen()).await).0, 403);
    assert_eq!(refused(&api.put(&format!("{lead}/owner"), json!({"to": "tom"})).await).0, 403);
}

#[tokio::test]
async fn without_a_good_token_nothing_is_told() {
    let mut api = Api::open().await;
    api.issue("old", Scope::Admin, true).await;
    let bare = api.inside.get(LEADS).await;
    assert_eq!(problem(&bare).0, 401);
    assert_eq!(bare.header("www-authenticate"), "Bearer");
    for token in ["old", "unknown", ""] {
        api.token = token;
        assert_eq!(problem(&api.get(LEADS).await).0, 401, "{token}");
    }
}

#[tokio::test]
async fn too_often_is_answered_with_when_to_come_again() {
    let api = Api::with("[limits]\napi_requests_per_minute = 2", Scope::Read).await;
    for _ in 0..2 {
        assert_eq!(api.get(LEADS).await.status_code(), 200);
    }
    let refused = api.get(LEADS).await;
    assert_eq!(problem(&refused).0, 429);
    assert_eq!(refused.header("retry-after"), "30");
}

#[tokio::test]
async fn a_lead_nobody_knows_is_not_there() {
    let api = Api::open().await;
    for path in ["9", "9/timeline", "9/score", "9/routing"] {
        assert_eq!(problem(&api.get(&format!("{LEADS}/{path}")).await).0, 404, "{path}");
    }
    assert_eq!(problem(&api.patch(&format!("{LEADS}/9"), json!({})).await).0, 404);
    assert_eq!(problem(&api.get("/api/v1/nothing").await).0, 404);
}

#[tokio::test]
async fn a_change_names_what_changes_and_null_clears() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let lead = format!("{LEADS}/{id}");
    let change = json!({"name": "Owen J. Stone", "role": null, "value": 250_000, "fields": {"budget": 15000}});
    let response = api.patch(&lead, change).await;
    assert_eq!(response.status_code(), 200, "{}", response.text());
    let changed: Value = response.json();
    assert_eq!(changed["name"], "Owen J. Stone");
    assert_eq!((&changed["role"], &changed["email"]), (&json!(""), &json!("owen@stone.example")));
    assert_eq!(
        (&changed["value"], &changed["fields"]["budget"]),
        (&json!(250_000), &json!("15000"))
    );
    assert_eq!(api.get(&lead).await.json::<Value>()["name"], "Owen J. Stone");
}

#[tokio::test]
async fn a_change_that_does_not_fit_names_the_field() {
    let api = Api::open().await;
    let lead = format!("{LEADS}/{}", api.lead(owen()).await);
    for (change, field) in [
        (json!({"email": "owen at stone"}), "email"),
        (json!({"fields": {"budget": "a lot"}}), "budget"),
        (json!({"fields": ["budget"]}), "fields"),
        (json!({"name": ["Owen"]}), "name"),
        (json!({"tier": "low"}), "tier"),
        (json!({"seen": "yesterday"}), "seen"),
    ] {
        assert_eq!(refused(&api.patch(&lead, change).await), (422, field.into()));
    }
}

#[tokio::test]
async fn a_change_on_top_of_one_that_was_not_seen_is_a_conflict() {
    let api = Api::open().await;
    let lead = format!("{LEADS}/{}", api.lead(owen()).await);
    let seen = api.get(&lead).await;
    let etag = seen.header("etag");
    let change = |tag, name: &str| {
        let request = api.signed(api.inside.patch(&lead)).add_header("if-match", tag);
        request.json(&json!({ "name": name }))
    };
    let first = change(etag.clone(), "Owen S.").await;
    assert_eq!(first.status_code(), 200);
    let second = change(etag, "O. Stone").await;
    assert_eq!(problem(&second).0, 409);
    let seq = first.json::<Value>()["seq"].clone();
    let third = api.patch(&lead, json!({"name": "O. Stone", "seen": seq})).await;
    assert_eq!(third.status_code(), 200);
    let stale = api.patch(&lead, json!({"name": "Owen", "seen": seq})).await;
    assert_eq!(problem(&stale).0, 409);
    let nonsense = change("\"yesterday\"".parse().expect("a header"), "Owen").await;
    assert_eq!(refused(&nonsense), (400, "If-Match".into()));
}

#[tokio::test]
async fn a_lead_of_a_moment_nobody_believes_is_refused_with_its_field() {
    let api = Api::open().await;
    for told in ["0001-01-01T00:00:00Z", "-009999-06-01T00:00:00Z", "2006-01-01T00:00:00Z"] {
        let mut lead = owen();
        lead["arrived_at"] = json!(told);
        let response = api.post("/api/v1/leads", lead).await;
        assert_eq!(refused(&response), (422, "arrived_at".into()), "{told}");
    }
}
