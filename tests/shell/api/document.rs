//! The document of the API says what the API does.

use super::{Api, owen};
use leadstead::shell::web;
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn document(api: &Api) -> Value {
    api.inside.get("/api/v1/openapi.json").await.json()
}

#[tokio::test]
async fn every_url_with_a_token_is_described_and_no_other() {
    let api = Api::open().await;
    let document = document(&api).await;
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let answered: BTreeSet<(String, String, String)> = web::listed()
        .into_iter()
        .filter_map(|url| {
            let scope = url.right.strip_prefix("api ")?;
            Some((url.path.into(), url.method.to_lowercase(), scope.into()))
        })
        .collect();
    let (mut described, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let scope = operation["security"][0]["token"][0].as_str().expect("a scope");
            described.insert((path.clone(), method.clone(), scope.to_owned()));
            assert!(operation["summary"].is_string(), "{method} {path}");
            let id = operation["operationId"].as_str().expect("a name");
            assert!(ids.insert(id.to_owned()), "{id} stands twice");
        }
    }
    assert_eq!(described, answered);
}

/// Names of the members a schema describes, its parts included.
fn described(document: &Value, schema: &Value) -> BTreeSet<String> {
    let schema = match schema["$ref"].as_str() {
        Some(place) => document.pointer(place.trim_start_matches('#')).expect("a schema"),
        None => schema,
    };
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let own = schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
    parts.flat_map(|part| described(document, part)).chain(own).collect()
}

fn members(of: &Value) -> BTreeSet<String> {
    of.as_object().expect("an object").keys().cloned().collect()
}

#[tokio::test]
async fn every_answer_has_the_members_it_is_said_to_have() {
    let api = Api::open().await;
    let document = document(&api).await;
    let id = api.lead(owen()).await;
    let may_lack =
        ["occurred_at", "who", "said", "given_by", "field", "returns_to", "stands_in_for"];
    for (path, asked) in [
        ("/api/v1/leads", "/api/v1/leads?limit=1".to_owned()),
        ("/api/v1/leads/{id}", format!("/api/v1/leads/{id}")),
        ("/api/v1/leads/{id}/timeline", format!("/api/v1/leads/{id}/timeline")),
        ("/api/v1/leads/{id}/score", format!("/api/v1/leads/{id}/score")),
        ("/api/v1/leads/{id}/files", format!("/api/v1/leads/{id}/files")),
        ("/api/v1/leads/{id}/routing", format!("/api/v1/leads/{id}/routing")),
    ] {
        let answer: Value = api.get(&asked).await.json();
        let schema = &document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
            ["schema"];
        let said: BTreeSet<String> = described(&document, schema);
        let shown = members(&answer);
        assert!(shown.is_subset(&said), "{path}: {:?}", shown.difference(&said));
        let lacking: Vec<&String> =
            said.difference(&shown).filter(|name| !may_lack.contains(&name.as_str())).collect();
        assert!(lacking.is_empty(), "{path}: {lacking:?}");
    }
}

#[tokio::test]
async fn what_stands_in_the_head_of_a_request_or_an_answer_is_described() {
    let api = Api::open().await;
    let document = document(&api).await;
    let create = &document["paths"]["/api/v1/leads"]["post"];
    assert_eq!(create["parameters"][0]["name"], "Idempotency-Key");
    let head = |status: &str, name: &str| create["responses"][status]["headers"][name].is_object();
    assert!(head("201", "Location") && head("201", "Leadstead-Seq") && head("429", "Retry-After"));
    let shown = &document["paths"]["/api/v1/leads/{id}"]["get"]["responses"]["200"];
    assert!(shown["headers"]["ETag"].is_object());
    let consent = &document["components"]["schemas"]["NewLead"]["properties"]["consent"]["type"];
    assert_eq!(*consent, json!(["string", "boolean", "null"]));
    assert!(!api.get("/api/docs").await.text().contains('`'));
}

#[tokio::test]
async fn every_member_of_a_new_lead_finds_its_place() {
    let api = Api::open().await;
    let document = document(&api).await;
    let schema = &document["components"]["schemas"]["NewLead"];
    let mut body = json!({"fields": {"budget": "5000"}, "source": "api", "owner": "tom",
        "email": "a@b.example", "phone": "020 7946 0018", "country": "GB", "language": "en",
        "time_zone": "Europe/London", "tags": [], "arrived_at": "2026-05-12T08:00:00Z", "consent": "yes"});
    for name in described(&document, schema) {
        if body.get(&name).is_none() {
            body[&name] = json!(format!("my {name}"));
        }
    }
    let id = api.lead(body).await;
    let lead = api.kept(id);
    let fields: Vec<&String> = lead.fields.keys().collect();
    assert_eq!(fields, ["budget"], "{:?}", lead.fields);
    assert_eq!(lead.owner_id(), Some("tom"));
    assert_eq!(lead.first_campaign.utm_campaign, "my utm_campaign");
    assert!(lead.consent.is_some());
}

#[tokio::test]
async fn every_parameter_of_the_list_is_taken() {
    let api = Api::open().await;
    let document = document(&api).await;
    let parameters = document["paths"]["/api/v1/leads"]["get"]["parameters"].as_array();
    let parameters = parameters.expect("parameters");
    assert_eq!(parameters.len(), 21);
    for parameter in parameters {
        let name = parameter["name"].as_str().expect("a name");
        assert_ne!(parameter["required"], true, "{name}");
        let response = api.get(&format!("/api/v1/leads?{name}=")).await;
        assert_eq!(response.status_code(), 200, "{name}");
    }
}

#[tokio::test]
async fn the_page_tells_of_every_url_and_asks_nobody_else() {
    let api = Api::open().await;
    let page = api.inside.get("/api/docs").await.text();
    for url in web::listed().into_iter().filter(|url| url.right.starts_with("api ")) {
        assert!(page.contains(&format!("{} {}", url.method, url.path)), "{url:?}");
    }
    for member in ["respond_by", "known_fit.known", "exclusions[].why", "next_cursor"] {
        assert!(page.contains(member), "{member}");
    }
    assert!(!page.contains("src=\"http") && !page.contains("href=\"http"), "it works offline");
}
