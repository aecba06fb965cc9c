//! The pages as a browser meets them: signing in, the two doors, and what strangers may do.

use axum_test::{TestResponse, TestServer};
use jiff::Timestamp;
use leadstead::command::Command;
use leadstead::lead::{Actor, Event, LeadId, TaskKind};
use leadstead::playbook::{Role, Teammate, starter};
use leadstead::rows::Summary;
use leadstead::shell::clock::Clock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::store::office::{Change, User};
use leadstead::shell::web::{Web, passwords, signed};
use std::sync::{Arc, LazyLock};

const PASSWORD: &str = "correct horse battery staple";

static KEPT: LazyLock<String> = LazyLock::new(|| passwords::hash(PASSWORD).expect("argon2 hashes"));

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        "2026-05-12T09:42:00Z".parse().expect("a moment")
    }
}

pub struct Doors {
    pub house: Arc<House>,
    pub inside: TestServer,
    pub outside: TestServer,
}

/// An empty house that nobody owns yet.
fn empty(config: &str) -> Doors {
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let config = Config::parse(config).expect("a configuration");
    let house = Arc::new(House::of(store, config, Arc::new(Stopped)).expect("a house"));
    let web = Web::of(house.clone());
    let mut inside = TestServer::new(web.house_door());
    inside.save_cookies();
    Doors { house, inside, outside: TestServer::new(web.public_door()) }
}

/// A house of one, with Maya as its owner.
pub async fn house() -> Doors {
    configured("").await
}

pub async fn configured(config: &str) -> Doors {
    let doors = empty(config);
    let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
    let mut playbook = starter("Roth & Co", maya);
    playbook.followup.instant_reply.clear();
    doors.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let user = User::new("maya@roth.example", "maya", KEPT.clone(), doors.house.clock.now());
    doors.house.desk.ask(Order::Office(vec![Change::PutUser(user)])).await.expect("an account");
    doors
}

async fn sign_in(doors: &Doors, password: &str) -> TestResponse {
    let typed = [("email", "Maya@Roth.example"), ("password", password), ("next", "/today")];
    doors.inside.post("/login").form(&typed).await
}

/// A browser that is signed in, as its cookie.
pub async fn cookie(doors: &Doors) -> String {
    let signed_in = sign_in(doors, PASSWORD).await;
    let cookie = signed_in.header("set-cookie").to_str().expect("readable").to_owned();
    cookie.split(';').next().unwrap_or_default().to_owned()
}

fn to(response: &TestResponse) -> String {
    response.header("location").to_str().expect("a readable header").to_owned()
}

/// The lead that came in last, and its row in lists.
fn newest(doors: &Doors) -> (LeadId, Summary) {
    let reading = doors.house.desk.store().read().expect("a reading");
    reading.newest_leads(1).expect("it reads").remove(0)
}

async fn leads(doors: &Doors) -> u64 {
    doors.house.desk.store().read().expect("a reading").lead_count().expect("a number")
}

const ANA: [(&str, &str); 4] = [
    ("name", "Ana Öz"),
    ("email", "ana@oz.example"),
    ("message", "Please call me"),
    ("once", "0197f6a0-0000-7000-8000-000000000001"),
];

#[tokio::test]
async fn a_house_without_an_owner_says_how_to_get_one() {
    let doors = empty("");
    assert_eq!(to(&doors.inside.get("/login").await), "/setup");
    let page = doors.inside.get("/setup/code").await;
    page.assert_text_contains("leadstead user add --role owner");
}

#[tokio::test]
async fn who_is_not_signed_in_is_asked_to_and_comes_back_to_the_page() {
    let doors = house().await;
    assert_eq!(to(&doors.inside.get("/today").await), "/login");
    assert_eq!(to(&doors.inside.get("/live?after=1").await), "/login?next=/live%3Fafter%3D1");
    doors.inside.get("/login").await.assert_text_contains("Roth &amp; Co");
}

#[tokio::test]
async fn the_right_password_opens_the_house_until_one_signs_out() {
    let doors = house().await;
    let signed_in = sign_in(&doors, PASSWORD).await;
    assert_eq!(signed_in.status_code(), 303);
    assert_eq!(to(&signed_in), "/today");
    let cookie = signed_in.header("set-cookie").to_str().expect("readable").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    doors.inside.get("/today").await.assert_text_contains("Maya Roth");
    doors.inside.post("/logout").await;
    assert_eq!(doors.inside.get("/today").await.status_code(), 303);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let doors = house().await;
    let wrong = sign_in(&doors, "wrong").await;
    let typed = [("email", "nobody@roth.example"), ("password", PASSWORD)];
    let unknown = doors.inside.post("/login").form(&typed).await;
    assert_eq!((wrong.status_code().as_u16(), unknown.status_code().as_u16()), (422, 422));
    let sentence = "do not belong together";
    assert!(wrong.text().contains(sentence) && unknown.text().contains(sentence));
    assert!(wrong.maybe_header("set-cookie").is_none());
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let doors = configured("[limits]\nlogin_attempts_per_minute = 2").await;
    for _ in 0..2 {
        assert_eq!(sign_in(&doors, "wrong").await.status_code(), 422);
    }
    let refused = sign_in(&doors, PASSWORD).await;
    assert_eq!(refused.status_code(), 429);
    assert_eq!(refused.header("retry-after"), "30");
}

#[tokio::test]
async fn somebody_who_left_is_signed_out() {
    let doors = house().await;
    sign_in(&doors, PASSWORD).await;
    let mut playbook = doors.house.playbook().playbook.clone();
    playbook.team.push(Teammate::new("ben", "Ben", "ben@roth.example", Role::Owner));
    playbook.routing.fallback = "ben".into();
    playbook.team[0].active = false;
    doors.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    assert_eq!(to(&doors.inside.get("/today").await), "/login");
}

#[tokio::test]
async fn a_page_that_listens_hears_at_once_that_its_session_has_ended() {
    let doors = house().await;
    let cookie = cookie(&doors).await;
    let web = Web::of(doors.house.clone());
    let pages = TestServer::new(web.house_door());
    let listens = async { pages.get("/live").add_header("cookie", &cookie).await.text() };
    let ends = async {
        while web.live.streams() == 0 {
            tokio::task::yield_now().await;
        }
        let end = Change::EndSessionsOf { email: "maya@roth.example".into() };
        doors.house.desk.ask(Order::Office(vec![end])).await.expect("it is ended");
    };
    let (heard, ()) = tokio::join!(listens, ends);
    assert!(heard.contains("event: out"), "{heard}");
    assert_eq!(web.live.streams(), 0);
}

#[tokio::test]
async fn signing_in_leads_nowhere_out_of_the_house() {
    let doors = house().await;
    let next = ("next", "//evil.example");
    let typed = [("email", "maya@roth.example"), ("password", PASSWORD), next];
    assert_eq!(to(&doors.inside.post("/login").form(&typed).await), "/today");
}

#[tokio::test]
async fn another_site_cannot_post_to_the_house_but_may_post_a_form() {
    let doors = house().await;
    let from_elsewhere = ("sec-fetch-site", "cross-site");
    let request = doors.inside.post("/logout");
    let refused = request.add_header(from_elsewhere.0, from_elsewhere.1).await;
    assert_eq!(refused.status_code(), 403);
    refused.assert_text_contains("a page of another site");
    let request = doors.inside.post("/f/contact").form(&ANA);
    let taken = request.add_header(from_elsewhere.0, from_elsewhere.1).await;
    assert_eq!(taken.status_code(), 303);
}

#[tokio::test]
async fn the_public_door_answers_strangers_only_what_they_need() {
    let doors = house().await;
    for path in ["/", "/login", "/today", "/live", "/healthz", "/metrics", "/api/v1/leads"] {
        assert_eq!(doors.outside.get(path).await.status_code(), 404, "{path}");
    }
    assert_eq!(doors.outside.get("/f/contact").await.status_code(), 200);
    assert_eq!(doors.outside.get("/f/nonsense").await.status_code(), 404);
}

#[tokio::test]
async fn a_posted_form_is_a_lead_with_a_promise() {
    let doors = house().await;
    let posted = doors.outside.post("/f/quote?utm_source=spring").form(&ANA).await;
    assert_eq!(posted.status_code(), 303);
    let thanks = doors.outside.get(&to(&posted)).await.text();
    assert!(thanks.contains("Thank you, Ana. Maya will answer you."), "{thanks}");
    let reading = doors.house.desk.store().read().expect("a reading");
    let id = reading.lead_ids_after(LeadId(0), 9).expect("numbers")[0];
    let lead = reading.lead(id).expect("a row").expect("a lead");
    assert_eq!(lead.profile.name, "Ana Öz");
    assert_eq!(lead.first_campaign.utm_source, "spring");
    assert!(!lead.fields.contains_key("once") && !lead.fields.contains_key("stamp"));
}

#[tokio::test]
async fn a_second_click_makes_nothing_twice() {
    let doors = house().await;
    doors.outside.post("/f/contact").form(&ANA).await;
    let reading = doors.house.desk.store().read().expect("a reading");
    let before = reading.last_seq().expect("a number");
    assert_eq!(doors.outside.post("/f/contact").form(&ANA).await.status_code(), 303);
    let reading = doors.house.desk.store().read().expect("a reading");
    assert_eq!(reading.last_seq().expect("a number"), before);
}

#[tokio::test]
async fn the_same_said_twice_counts_twice_whatever_words_are_in_it() {
    let doors = house().await;
    for once in [None, Some(("once", "")), Some(("once", "0197"))] {
        let said = [("name", "Ana Öz"), ("message", "Please call me at once")];
        let form: Vec<_> = said.into_iter().chain(once).collect();
        let before = leads(&doors).await;
        for _ in 0..2 {
            assert_eq!(doors.outside.post("/f/contact").form(&form).await.status_code(), 303);
        }
        assert_eq!(leads(&doors).await, before + 2, "{form:?}");
    }
}

#[tokio::test]
async fn an_empty_form_comes_back_with_a_sentence_and_nothing_lost() {
    let doors = house().await;
    let page = doors.outside.get("/f/contact").await.text();
    assert!(page.contains("name=\"stamp\"") && page.contains("name=\"once\""), "{page}");
    let consent = ("consent", "Write to me");
    let empty = doors.outside.post("/f/contact?utm_source=spring").form(&[consent]).await;
    assert_eq!(empty.status_code(), 422);
    let page = empty.text();
    assert!(page.contains("Say something: a name, an address, a number or a message."), "{page}");
    assert!(page.contains("checked") && page.contains("utm_source=spring"), "{page}");
    assert_eq!(leads(&doors).await, 0);
}

#[tokio::test]
async fn a_form_in_parts_is_read_as_well() {
    let doors = house().await;
    let body = "--X\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAna\r\n\
                --X\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n0113 496 0112\r\n--X--\r\n";
    let request = doors.outside.post("/f/contact").bytes(body.into());
    let posted = request.content_type("multipart/form-data; boundary=X").await;
    assert_eq!(posted.status_code(), 303);
    assert_eq!(leads(&doors).await, 1);
}

#[tokio::test]
async fn a_machine_that_falls_into_the_trap_is_thanked_and_put_aside() {
    let doors = house().await;
    let caught = [("name", "Bot"), ("email", "bot@spam.example"), ("site", "http://spam.example")];
    let posted = doors.outside.post("/f/contact").form(&caught).await;
    assert_eq!(posted.status_code(), 303);
    doors.outside.get(&to(&posted)).await.assert_text_contains("Thank you");
    assert_eq!(leads(&doors).await, 0);
}

#[tokio::test]
async fn too_many_posts_are_told_to_wait_and_keep_what_was_typed() {
    let doors = configured("[limits]\npublic_posts_per_minute = 1").await;
    doors.outside.post("/f/contact").form(&ANA).await;
    let refused = doors.outside.post("/f/contact").form(&[("name", "Ben & Co")]).await;
    assert_eq!(refused.status_code(), 429);
    assert!(refused.maybe_header("retry-after").is_some());
    refused.assert_text_contains("Ben &amp; Co");
}

#[tokio::test]
async fn ten_megabytes_are_too_much() {
    let doors = house().await;
    let flood = format!("name={}", "x".repeat(10 * 1024 * 1024));
    let request = doors.outside.post("/f/contact").bytes(flood.into());
    let refused = request.content_type("application/x-www-form-urlencoded").await;
    assert_eq!(refused.status_code(), 413);
    refused.assert_text_contains("more than this page takes");
    assert_eq!(leads(&doors).await, 0);
}

#[tokio::test]
async fn looking_at_the_unsubscribe_link_changes_nothing_and_posting_does() {
    let doors = house().await;
    doors.outside.post("/f/contact").form(&ANA).await;
    let reading = doors.house.desk.store().read().expect("a reading");
    let id = reading.lead_ids_after(LeadId(0), 1).expect("numbers")[0];
    let path = way_out(&doors, id, "ana@oz.example");
    let opted_out = || {
        let reading = doors.house.desk.store().read().expect("a reading");
        let entries = reading.timeline(id, 0, 99).expect("entries");
        entries.iter().filter(|entry| matches!(entry.event, Event::OptedOut { .. })).count()
    };
    doors.outside.get(&path).await.assert_text_contains("Stop the letters");
    assert_eq!(opted_out(), 0);
    for _ in 0..2 {
        let one_click = doors.outside.post(&path).form(&[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(one_click.status_code(), 200);
    }
    assert_eq!(opted_out(), 1);
    assert_eq!(doors.outside.get("/u/1-00").await.status_code(), 404);
}

/// The path of the link at the foot of a letter to this address.
fn way_out(doors: &Doors, lead: LeadId, address: &str) -> String {
    let link = doors.house.links().unsubscribe(lead, address);
    format!("/u/{}", link.rsplit('/').next().expect("a token"))
}

#[tokio::test]
async fn a_letter_ends_the_letters_to_the_address_it_went_to_whoever_has_it_now() {
    let doors = house().await;
    doors.outside.post("/f/contact").form(&ANA).await;
    let desk = &doors.house.desk;
    let reading = || desk.store().read().expect("a reading");
    let id = reading().lead_ids_after(LeadId(0), 1).expect("numbers")[0];
    for now in ["ana@example.org", ""] {
        let was = reading().lead(id).expect("a reading").expect("a lead").profile.email;
        let path = way_out(&doors, id, &was);
        let changes = [("email".to_owned(), now.to_owned())].into();
        let (command, by) = (Command::Edit { changes, seen: None }, Actor::House);
        desk.ask(Order::Lead { id, command, by, once: None }).await.expect("an open lead");
        let known = |address: &str| {
            reading().contact(&desk.mark(address).expect("an address")).expect("a reading")
        };
        assert_eq!(known(&was).opted_out_at, None);
        doors.outside.get(&path).await.assert_text_contains("this address");
        doors.outside.post(&path).await.assert_text_contains("Nothing more goes to this address");
        assert!(known(&was).opted_out_at.is_some(), "{was} gets more letters");
        doors.outside.get(&path).await.assert_text_contains("Done.");
    }
}

#[tokio::test]
async fn a_program_is_told_no_in_json() {
    let doors = house().await;
    let refused = doors.inside.get("/api/v1/nothing").await;
    assert_eq!(refused.status_code(), 404);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert_eq!(refused.json::<serde_json::Value>()["title"], "Nothing here");
}

#[tokio::test]
async fn files_are_kept_for_ever_under_the_version_of_all_of_them() {
    let doors = house().await;
    let page = doors.inside.get("/login").await.text();
    let style = page.split('"').find(|word| word.ends_with(".css")).expect("a style sheet");
    let file = doors.inside.get(style).await;
    assert_eq!(file.header("content-type"), "text/css; charset=utf-8");
    assert!(file.header("cache-control").to_str().expect("readable").contains("immutable"));
    let tag = file.header("etag");
    let again = doors.inside.get(style).add_header("if-none-match", tag).await;
    assert_eq!(again.status_code(), 304);
    for path in ["/static/x/../Cargo.toml", "/static/x/css/none.css", "/static/x/"] {
        assert_eq!(doors.inside.get(path).await.status_code(), 404, "{path}");
    }
}

#[tokio::test]
async fn every_page_forbids_what_is_not_ours() {
    let doors = house().await;
    for path in ["/login", "/f/contact", "/nothing"] {
        let page = doors.inside.get(path).await;
        let policy = page.header("content-security-policy");
        let policy = policy.to_str().expect("readable");
        assert!(policy.starts_with("default-src 'self';"), "{path}: {policy}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        let text = page.text();
        for inline in ["<style", " style=", "<script>", " onclick="] {
            assert!(!text.contains(inline), "{path} holds {inline}");
        }
    }
}

#[tokio::test]
async fn the_house_says_how_it_is() {
    let doors = house().await;
    let health = doors.inside.get("/healthz").await;
    assert_eq!(health.json::<serde_json::Value>()["status"], "ok");
    doors.inside.get("/metrics").await.assert_text_contains("leadstead_up 1\n");
}

#[tokio::test]
async fn a_theme_chosen_without_scripts_is_kept() {
    let doors = house().await;
    let chosen = doors.inside.post("/theme").form(&[("theme", "dark")]).await;
    assert_eq!(chosen.status_code(), 303);
    doors.inside.get("/login").await.assert_text_contains("data-theme=\"dark\"");
}

#[tokio::test]
async fn every_enquiry_of_a_person_counts_as_a_touch_and_names_the_window() {
    let doors = house().await;
    for once in ["1", "2", "3"] {
        let mut enquiry = ANA;
        enquiry[3].1 = once;
        assert_eq!(doors.outside.post("/f/contact").form(&enquiry).await.status_code(), 303);
    }
    cookie(&doors).await;
    let page = doors.inside.get("/leads/2").await;
    page.assert_text_contains("<title>Ana Öz · Leadstead</title>");
    page.assert_text_contains("3 touches");
    let edit = doors.inside.get("/leads/2/edit").await;
    edit.assert_text_contains("<title>Ana Öz · Leadstead</title>");
}

#[tokio::test]
async fn who_is_signed_in_keeps_the_rail_where_there_is_nothing() {
    let doors = house().await;
    let rail = "class=\"rail\"";
    assert!(!doors.inside.get("/nothing").await.text().contains(rail));
    cookie(&doors).await;
    for (path, way_on) in
        [("/nothing", "find it by its name"), ("/leads/999", "find the person by name")]
    {
        let page = doors.inside.get(path).await;
        assert_eq!(page.status_code(), 404, "{path}");
        page.assert_text_contains(rail);
        page.assert_text_contains(way_on);
    }
    assert!(!doors.outside.get("/nothing").await.text().contains(rail));
}

/// The value of a hidden field of a form.
fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    field.and_then(|rest| rest.split('"').next()).expect("a hidden field").to_owned()
}

#[tokio::test]
async fn who_cannot_be_answered_is_kept_asked_for_a_way_and_promised_nothing() {
    let doors = house().await;
    let opened: Timestamp = "2026-05-12T09:41:00Z".parse().expect("a moment");
    let opened = opened.as_millisecond().to_string();
    let stamp = signed::sign(doors.house.desk.house_key(), "form", &opened);
    let typed = [
        ("name", "Cee"),
        ("phone", "12"),
        ("email", "bad@@x"),
        ("consent", "Write to me"),
        ("stamp", &stamp),
    ];
    let taken = doors.outside.post("/f/contact").form(&typed).await;
    assert_eq!(taken.status_code(), 303);
    assert!(newest(&doors).1.incomplete, "a person is to find out how to answer");

    let asked = doors.outside.get(&to(&taken)).await;
    asked.assert_text_contains("How can we answer you?");
    asked.assert_text_contains("“bad@@x” is no e-mail address.");
    asked.assert_text_contains("“12” is no phone number.");
    assert!(!asked.text().contains("will answer you."), "{}", asked.text());

    let reach = hidden(&asked.text(), "reach");
    let nothing = [("email", "bad@@x"), ("reach", &reach)];
    let still = doors.outside.post("/f/contact").form(&nothing).await;
    doors.outside.get(&to(&still)).await.assert_text_contains("How can we answer you?");

    let empty = doors.outside.post("/f/contact").form(&[("email", ""), ("reach", &reach)]).await;
    assert!(to(&empty).ends_with("?again=1"));

    let given = [("email", "cee@x.example"), ("reach", &reach)];
    let done = doors.outside.post("/f/contact").form(&given).await;
    doors.outside.get(&to(&done)).await.assert_text_contains("Thank you, Cee.");
    assert_eq!(leads(&doors).await, 1, "it is one lead, whatever was put right");
    let (id, row) = newest(&doors);
    assert_eq!((row.name.as_str(), row.email.as_str()), ("Cee", "cee@x.example"));
    assert!(!row.incomplete);
    let reading = doors.house.desk.store().read().expect("a reading");
    assert_eq!(reading.put_aside(None, 9).expect("it reads").total, 1, "only what said nothing");
    let lead = reading.lead(id).expect("it reads").expect("a lead");
    assert_eq!(lead.consent.as_ref().map(|it| it.text.as_str()), Some("Write to me"));
    assert!(lead.enrolment.is_some(), "the sequence goes on: {lead:?}");
    assert_eq!((lead.touches, lead.heard_seq), (0, id.0), "it is one enquiry");
    assert!(!lead.tasks.iter().any(|task| task.kind == TaskKind::Answer), "{:?}", lead.tasks);

    let elsewhere = doors.outside.post("/f/contact").form(&[("name", "Dee")]).await;
    let page = to(&elsewhere);
    let reach = hidden(&doors.outside.get(&page).await.text(), "reach");
    let empty = doors.outside.post("/f/contact").form(&[("phone", " "), ("reach", &reach)]).await;
    let again = doors.outside.get(&to(&empty)).await;
    again.assert_text_contains("Leave one of the two.");
    let wrong = [("name", "Fay"), ("phone", "123")];
    let asked = to(&doors.outside.post("/f/contact").form(&wrong).await);
    let reach = hidden(&doors.outside.get(&asked).await.text(), "reach");
    let right = [("phone", "0113 496 0555"), ("reach", &*reach)];
    let thanks = to(&doors.outside.post("/f/contact").form(&right).await);
    doors.outside.get(&thanks).await.assert_text_contains("Thank you, Fay.");
    assert_eq!(newest(&doors).1.phone, "0113 496 0555");
    doors.outside.get(&to(&elsewhere)).await.assert_text_contains("How can we answer you?");
}

#[tokio::test]
async fn who_completes_what_they_sent_and_is_known_stays_one_lead_and_is_pointed_out() {
    let doors = house().await;
    let known = [("name", "Eve Roth"), ("email", "eve@x.example")];
    doors.outside.post("/f/contact").form(&known).await;
    let other = newest(&doors).0;
    let taken = doors.outside.post("/f/contact").form(&[("name", "Eve")]).await;
    let reach = hidden(&doors.outside.get(&to(&taken)).await.text(), "reach");
    let given = [("email", "eve@x.example"), ("reach", &*reach)];
    doors.outside.post("/f/contact").form(&given).await;
    assert_eq!(leads(&doors).await, 2);
    let reading = doors.house.desk.store().read().expect("a reading");
    let lead = reading.lead(newest(&doors).0).expect("it reads").expect("a lead");
    assert_eq!(lead.profile.email, "eve@x.example");
    assert!(lead.look_alikes.iter().any(|alike| alike.lead == other), "{lead:?}");
}
