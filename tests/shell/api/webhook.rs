//! The door of programs without a token: any body, kept as it came.

use super::{Api, problem};
use leadstead::lead::{Actor, Submission};
use leadstead::shell::store::office::Scope;
use serde_json::{Value, json};

async fn kept(api: &Api, content_type: &str, body: &[u8]) -> (Value, Submission) {
    let request = api.outside.post("/in/partner").content_type(content_type);
    let response = request.bytes(body.to_vec().into()).await;
    assert_eq!(response.status_code(), 202, "{}", response.text());
    let answer: Value = response.json();
    let id = answer["submission"].as_str().and_then(|id| id.parse().ok()).expect("a name");
    let reading = api.house.desk.store().read().expect("a reading");
    let submission = reading.submission(id).expect("a row").expect("it is kept");
    assert_eq!(submission.raw, body);
    (answer, submission)
}

#[tokio::test]
async fn any_body_is_kept_as_it_came_and_read_by_its_source() {
    let api = Api::open().await;
    let json = br#"{"contact": {"fullName": "Ana", "email": "ana@oz.example"}, "say": "Hello"}"#;
    let form = b"name=Ben&email=ben%40oz.example&message=Hello";
    for (content_type, body) in
        [("application/json", &json[..]), ("application/x-www-form-urlencoded", form)]
    {
        let (answer, submission) = kept(&api, content_type, body).await;
        assert_eq!(answer["outcome"], "created");
        let lead = api.kept(submission.fate.lead().expect("a lead").0);
        assert_eq!(lead.source, "partner");
        assert!(lead.profile.email.ends_with("@oz.example"), "{lead:?}");
    }
    let (answer, _) = kept(&api, "text/plain", b"Please call 020 7946 0018").await;
    assert_eq!(answer["outcome"], "created");
}

#[tokio::test]
async fn one_post_is_one_enquiry() {
    let api = Api::open().await;
    let people = json!([{"email": "ana@oz.example"}, {"email": "ben@oz.example"}]);
    let response = api.outside.post("/in/partner").json(&people).await;
    assert_eq!(problem(&response).0, 422);
    assert_eq!(api.lead_count(), 0);
    let aside = api.house.desk.store().read().and_then(|reading| reading.put_aside(None, 9));
    assert_eq!(aside.expect("a reading").total, 1, "what was sent is kept");
    let (answer, _) = kept(&api, "application/json", br#"[{"email": "ana@oz.example"}]"#).await;
    assert_eq!((&answer["outcome"], api.lead_count()), (&json!("created"), 1));
}

#[tokio::test]
async fn what_nobody_can_read_is_kept_all_the_same() {
    let api = Api::open().await;
    let wide: Vec<String> = (0..10_000).map(|nth| format!("f{nth}=x")).collect();
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    for body in [&b""[..], b"\xff\xfe\x00", b"{\"a\":", wide.join("&").as_bytes(), deep.as_bytes()]
    {
        kept(&api, "application/json", body).await;
    }
}

#[tokio::test]
async fn only_sources_made_for_it_answer() {
    let api = Api::open().await;
    for key in
        ["unknown", "ads", "booking", "website", "api", "manual", "import", "%2e%2e%2f", "%00"]
    {
        let response = api.outside.post(&format!("/in/{key}")).json(&json!({"name": "Ana"})).await;
        assert_eq!(problem(&response).0, 404, "{key}");
    }
    assert_eq!(api.lead_count(), 0);
}

#[tokio::test]
async fn too_large_is_refused_before_it_is_read() {
    let api = Api::open().await;
    let large = vec![b'x'; 10 * 1024 * 1024];
    let response = api.outside.post("/in/partner").bytes(large.into()).await;
    assert_eq!(problem(&response).0, 413);
    assert_eq!(api.lead_count(), 0);
}

#[tokio::test]
async fn a_webhook_delivered_twice_is_one_submission() {
    let api = Api::open().await;
    let mut answers = Vec::new();
    for _ in 0..2 {
        let request = api.outside.post("/in/partner").add_header("idempotency-key", "evt_1");
        let response = request.json(&json!({"name": "Ana", "email": "ana@oz.example"})).await;
        answers.push(response.json::<Value>());
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(api.lead_count(), 1);
}

#[tokio::test]
async fn a_source_that_is_switched_off_answers_nobody_and_keeps_nothing() {
    let api = Api::open().await;
    let mut playbook = api.house.playbook().playbook.clone();
    for source in &mut playbook.sources {
        source.enabled = !["website", "partner"].contains(&source.key.as_str());
    }
    api.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let person = json!({"name": "Ana", "email": "ana@oz.example"});
    for shut in ["/in/partner", "/f/contact"] {
        assert_eq!(api.outside.post(shut).json(&person).await.status_code(), 404, "{shut}");
    }
    assert_eq!(api.outside.get("/f/contact").await.status_code(), 404);
    let reading = api.house.desk.store().read().expect("a reading");
    assert_eq!(reading.submissions_after(None, 9).expect("rows"), []);
    assert_eq!(api.outside.get("/f/quote").await.status_code(), 200);
    assert_eq!(api.outside.post("/in/ads").json(&person).await.status_code(), 202);
}

#[tokio::test]
async fn a_visitor_who_posts_without_end_is_told_to_wait_wherever_they_post() {
    let config = "trusted_proxies = [\"0.0.0.0\"]\n[limits]\nwebhook_posts_per_minute = 2";
    let api = Api::with(config, Scope::Write).await;
    let post = async |from: &str| {
        let request = api.outside.post("/in/partner").add_header("x-forwarded-for", from);
        request.json(&json!({"name": "Ana", "email": "ana@oz.example"})).await
    };
    for status in [202, 202, 429] {
        assert_eq!(post("203.0.113.9").await.status_code(), status);
    }
    let refused = post("203.0.113.9").await;
    assert_eq!(refused.header("retry-after"), "30");
    assert_eq!(problem(&refused).0, 429);
    assert_eq!(post("203.0.113.10").await.status_code(), 202);
}
