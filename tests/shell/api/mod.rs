//! The API as other programs meet it: a house in memory behind its real router.

mod document;
mod files;
mod leads;
mod lists;
mod nonsense;
mod qualified;
mod webhook;
mod why;
mod work;

use axum_test::{TestRequest, TestResponse, TestServer};
use jiff::Timestamp;
use leadstead::lead::{Actor, Lead, LeadId};
use leadstead::playbook::{Role, Teammate, starter};
use leadstead::shell::clock::Clock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::store::office::{Change, Scope, Token};
use leadstead::shell::web::{Web, signed};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// A clock that stands still until it is turned.
struct Turned(Mutex<Timestamp>);

impl Clock for Turned {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("nobody panicked")
    }
}

/// A house of Maya and Tom with a program that may do as its token says.
struct Api {
    house: Arc<House>,
    clock: Arc<Turned>,
    inside: TestServer,
    outside: TestServer,
    token: &'static str,
}

impl Api {
    /// On a Tuesday morning, for a program that may work leads.
    async fn open() -> Api {
        Api::with("", Scope::Write).await
    }

    async fn with(config: &str, scope: Scope) -> Api {
        let store = Arc::new(Store::in_memory().expect("a store in memory"));
        let config = Config::parse(config).expect("a configuration");
        let clock = Arc::new(Turned(Mutex::new(moment("2026-05-12T09:42:00Z"))));
        let house = Arc::new(House::of(store, config, clock.clone()).expect("a house"));
        house.start().expect("a house at work");
        let mate =
            |id: &str, name: &str, role| Teammate::new(id, name, &format!("{id}@x.example"), role);
        let mut playbook = starter("Roth & Co", mate("maya", "Maya Roth", Role::Owner));
        for source in playbook.sources.iter_mut().filter(|source| source.key == "partner") {
            source.enabled = true;
        }
        playbook.team.push(mate("tom", "Tom Berg", Role::Rep));
        house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
        let web = Web::of(house.clone());
        let inside = TestServer::new(web.house_door());
        let outside = TestServer::new(web.public_door());
        let api = Api { house, clock, inside, outside, token: "shop" };
        api.issue("shop", scope, false).await;
        api
    }

    /// Issues a token whose secret is its name.
    async fn issue(&self, name: &str, scope: Scope, revoked: bool) {
        let token =
            Token { name: name.into(), scopes: vec![scope], made_at: self.clock.now(), revoked };
        let change = Change::PutToken { hash: signed::hash_of_secret(name), token };
        self.house.desk.ask(Order::Office(vec![change])).await.expect("a token");
    }

    fn turn(&self, to: &str) {
        *self.clock.0.lock().expect("nobody panicked") = moment(to);
    }

    fn signed(&self, request: TestRequest) -> TestRequest {
        request.add_header("authorization", format!("Bearer {}", self.token))
    }

    async fn get(&self, path: &str) -> TestResponse {
        self.signed(self.inside.get(path)).await
    }

    async fn post(&self, path: &str, body: Value) -> TestResponse {
        self.signed(self.inside.post(path)).json(&body).await
    }

    async fn put(&self, path: &str, body: Value) -> TestResponse {
        self.signed(self.inside.put(path)).json(&body).await
    }

    async fn patch(&self, path: &str, body: Value) -> TestResponse {
        self.signed(self.inside.patch(path)).json(&body).await
    }

    /// Hands in a lead that is kept, and returns its number.
    async fn lead(&self, body: Value) -> u64 {
        let response = self.post("/api/v1/leads", body).await;
        assert_eq!(response.status_code(), 201, "{}", response.text());
        response.json::<Value>()["lead"]["id"].as_u64().expect("a number")
    }

    fn kept(&self, id: u64) -> Lead {
        let reading = self.house.desk.store().read().expect("a reading");
        reading.lead(LeadId(id)).expect("a row").expect("a lead")
    }

    fn lead_count(&self) -> u64 {
        self.house.desk.store().read().expect("a reading").lead_count().expect("a number")
    }
}

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

/// Somebody who asks for a quote and may sign for it.
fn owen() -> Value {
    json!({
        "name": "Owen Stone",
        "email": "owen@stone.example",
        "company": "Stone Ltd",
        "role": "Managing Director",
        "message": "Please send us a quote for two boilers.",
        "fields": {"budget": 12_000, "timeline": "this month"},
    })
}

/// The status of a refusal, its field and its sentence, which every refusal has.
fn problem(response: &TestResponse) -> (u16, String, String) {
    let status = response.status_code().as_u16();
    let kind = response.header("content-type");
    assert_eq!(kind, "application/problem+json", "{status} {}", response.text());
    let problem: Value = response.json();
    assert_eq!(problem["status"], status);
    assert_eq!(problem["type"], "about:blank");
    let text = |member: &str| problem[member].as_str().unwrap_or_default().to_owned();
    assert!(!text("title").is_empty() && text("detail").ends_with('.'), "{problem}");
    (status, text("field"), text("detail"))
}

/// The status and the field of a refusal.
fn refused(response: &TestResponse) -> (u16, String) {
    let (status, field, _) = problem(response);
    (status, field)
}
