//! The doors by which leads come, opened and shut by the owner in the browser.

use crate::leads::{Work, house};
use axum_test::TestResponse;
use leadstead::lead::Actor;
use leadstead::playbook::{Door, Role};

fn leads(work: &Work) -> u64 {
    work.house.desk.store().read().expect("a reading").lead_count().expect("a number")
}

#[tokio::test]
async fn sources_are_for_owners() {
    let office = house().await;
    let mut playbook = office.house.playbook().playbook.clone();
    for mate in playbook.team.iter_mut().filter(|mate| mate.id == "tom") {
        mate.role = Role::Manager;
    }
    office.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    assert_eq!(office.get("tom", "/settings/sources").await.status_code(), 403);
    let page = office.get("maya", "/settings/sources").await.text();
    assert!(page.contains("/f/contact/embed.js"), "{page}");
    assert!(page.contains("&lt;noscript&gt;&lt;a href="), "{page}");
}

#[tokio::test]
async fn a_new_form_answers_at_once_and_one_that_is_off_does_not() {
    let office = house().await;
    assert_eq!(office.pages.get("/f/fruhjahrsmesse").await.status_code(), 404);
    let form = [("new_name", "Frühjahrsmesse"), ("door", "web_form"), ("class", "outbound")];
    let added = office.post("maya", "/settings/sources", &form).await;
    assert_eq!(added.status_code(), 303, "{}", added.text());
    assert_eq!(office.pages.get("/f/fruhjahrsmesse").await.status_code(), 200);

    let off = [("name.fruhjahrsmesse", "Fair of 2026")];
    let saved = office.post("maya", "/settings/sources/fruhjahrsmesse", &off).await;
    assert_eq!(saved.status_code(), 303, "{}", saved.text());
    assert_eq!(office.pages.get("/f/fruhjahrsmesse").await.status_code(), 404);
    let page = office.get("maya", "/settings/sources").await;
    page.assert_text_contains("Fair of 2026");
    assert_eq!(office.post("maya", "/settings/sources/nobody", &off).await.status_code(), 404);
    // A page drawn before the door was shut does not open it again.
    let stale = [("base", "2"), ("name.fruhjahrsmesse", "Fair"), ("enabled", "1")];
    let late = office.post("maya", "/settings/sources/fruhjahrsmesse", &stale).await;
    assert_eq!(late.status_code(), 409);
    late.assert_text_contains("value=\"Fair\"");
    assert_eq!(office.pages.get("/f/fruhjahrsmesse").await.status_code(), 404);
    let blank = [("name.fruhjahrsmesse", " ")];
    let refused = office.post("maya", "/settings/sources/fruhjahrsmesse", &blank).await;
    assert_eq!(refused.status_code(), 422);
}

#[tokio::test]
async fn a_program_gets_an_address_that_nobody_guesses() {
    let office = house().await;
    let form = [("new_name", "Tom’s partner"), ("door", "json"), ("class", "referral")];
    assert_eq!(office.post("maya", "/settings/sources", &form).await.status_code(), 303);
    let in_force = office.house.playbook();
    let source = in_force.playbook.sources.last().expect("a source").clone();
    assert_eq!((source.door, source.enabled), (Door::Json, true));
    assert!(source.key.starts_with("tom-s-partner-") && source.key.len() > 30, "{}", source.key);
    let sent = serde_json::json!({"name": "Ana Ruiz", "email": "ana@ruiz.example"});
    let taken = office.pages.post(&format!("/in/{}", source.key)).json(&sent).await;
    assert!(taken.status_code().is_success(), "{}", taken.text());
    assert_eq!(leads(&office), 1);
    let twice = office.post("maya", "/settings/sources", &form).await;
    assert_eq!(twice.status_code(), 422, "a second click makes no second address");
}

#[tokio::test]
async fn a_name_that_will_not_do_is_said_and_kept() {
    let office = house().await;
    let sources = office.house.playbook().playbook.sources.len();
    for name in ["", "  …", "Contact", &"long ".repeat(40), "<script>alert(1)</script> \u{202e}"]
    {
        let form = [("new_name", name), ("door", "web_form")];
        let answer = office.post("maya", "/settings/sources", &form).await;
        if answer.status_code() == 303 {
            // What can be read of it makes a key; what it says is shown as text.
            let page = office.get("maya", "/settings/sources").await.text();
            assert!(!page.contains("<script>alert"), "{name}");
            continue;
        }
        assert_eq!(answer.status_code(), 422, "{name}");
        answer.assert_text_contains("f-new_name");
    }
    assert_eq!(office.house.playbook().playbook.sources.len(), sources + 1);
}

#[tokio::test]
async fn only_a_form_that_was_asked_for_in_a_frame_may_stand_in_one() {
    let office = house().await;
    let policy = |answer: &TestResponse| {
        answer.header("content-security-policy").to_str().expect("a policy").to_owned()
    };
    assert!(policy(&office.pages.get("/f/contact").await).contains("frame-ancestors 'none'"));
    let framed =
        office.pages.get("/f/contact?embed=1&landing=https%3A%2F%2Fshop.example%2Fa").await;
    assert!(policy(&framed).contains("frame-ancestors *"));
    framed.assert_text_contains("name=\"landing\" value=\"https://shop.example/a\"");
    let sent = [("name", "Ana Ruiz"), ("email", "ana@ruiz.example")];
    let thanked = office.pages.post("/f/contact?embed=1").form(&sent).await;
    let thanks = thanked.header("location").to_str().expect("an address").to_owned();
    assert!(thanks.ends_with("?embed=1"), "{thanks}");
    assert!(office.pages.get(&thanks).await.text().contains("data-theme=\"light\""));
    let dark = office.pages.post("/f/contact?embed=1&theme=dark").form(&sent).await;
    let dark = office.pages.get(&crate::leads::to(&dark)).await;
    assert!(dark.text().contains("data-theme=\"dark\""), "as the page around it is");
    assert!(policy(&office.pages.get(&thanks).await).contains("frame-ancestors *"));

    let gone = office.pages.get("/f/nothing?embed=1").await;
    assert_eq!(gone.status_code(), 404);
    assert!(policy(&gone).contains("frame-ancestors *"), "what is wrong is said in the frame");

    let script = office.pages.get("/f/contact/embed.js").await;
    script.assert_text_contains("iframe");
    assert_eq!(office.pages.get("/f/nothing/embed.js").await.status_code(), 404);
    office.post("maya", "/settings/sources/website", &[("name.website", "Website")]).await;
    assert_eq!(office.pages.get("/f/contact/embed.js").await.status_code(), 404);
}

#[tokio::test]
async fn a_form_can_ask_for_a_field_without_insisting_on_it() {
    let office = house().await;
    let page = office.get("maya", "/settings/sources").await.text();
    assert!(page.contains("name=\"ask.website.budget\""), "{page}");
    let ask = |way: &'static str| {
        [("name.website", "Website"), ("enabled", "1"), ("ask.website.budget", way)]
    };
    let saved = office.post("maya", "/settings/sources/website", &ask("may")).await;
    assert_eq!(saved.status_code(), 303, "{}", saved.text());
    let form = office.pages.get("/f/contact").await.text();
    let field = form.split("id=\"f-budget\"").nth(1).expect("it is asked for");
    assert!(!field.split('>').next().unwrap_or_default().contains("required"), "{field}");
    let sent = [("name", "Ana"), ("email", "ana@ruiz.example")];
    assert_eq!(office.pages.post("/f/contact").form(&sent).await.status_code(), 303);
    let reading = office.house.desk.store().read().expect("a reading");
    assert!(!reading.newest_leads(1).expect("it reads")[0].1.incomplete);

    office.post("maya", "/settings/sources/website", &ask("on")).await;
    let form = office.pages.get("/f/contact").await.text();
    let field = form.split("id=\"f-budget\"").nth(1).expect("it is asked for");
    assert!(field.split('>').next().unwrap_or_default().contains("required"), "{field}");
    office.post("maya", "/settings/sources/website", &ask("")).await;
    assert!(!office.pages.get("/f/contact").await.text().contains("f-budget"));
}
