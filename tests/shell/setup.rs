//! The set-up of a house that nobody owns: who may begin it, what each page refuses, and what it
//! leaves behind.

use axum_test::{TestResponse, TestServer};
use jiff::Timestamp;
use leadstead::playbook::Role;
use leadstead::shell::clock::Clock;
use leadstead::shell::config::Config;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::web::Web;
use std::sync::Arc;

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        "2026-05-12T09:42:00Z".parse().expect("a moment")
    }
}

struct Fresh {
    house: Arc<House>,
    pages: TestServer,
    outside: TestServer,
}

fn fresh_with(config: &str) -> Fresh {
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let config = Config::parse(config).expect("a configuration");
    let house = Arc::new(House::of(store, config, Arc::new(Stopped)).expect("a house"));
    let web = Web::of(house.clone());
    let mut pages = TestServer::new(web.house_door());
    pages.save_cookies();
    Fresh { house, pages, outside: TestServer::new(web.public_door()) }
}

fn fresh() -> Fresh {
    fresh_with("")
}

fn to(response: &TestResponse) -> String {
    assert_eq!(response.status_code(), 303, "{}", response.text());
    response.header("location").to_str().expect("a readable header").to_owned()
}

impl Fresh {
    async fn post(&self, step: &str, form: &[(&str, &str)]) -> TestResponse {
        self.pages.post(&format!("/setup/{step}")).form(&form).await
    }

    async fn shows_code(&self) {
        let code = self.house.claim.shown().to_lowercase();
        assert_eq!(to(&self.post("code", &[("code", &code)]).await), "/setup");
    }

    async fn answers_up_to_the_owner(&self) {
        self.shows_code().await;
        assert_eq!(to(&self.post("company", &[("company", "Roth & Co")]).await), "/setup/place");
        let place = [("country", "Deutschland"), ("language", "en")];
        assert_eq!(to(&self.post("place", &place).await), "/setup/zone");
        assert_eq!(to(&self.post("zone", &[("time_zone", "Europe/Berlin")]).await), "/setup/hours");
        let hours = [
            ("mon_from", "9"),
            ("mon_to", "17:30"),
            ("mon_break", "12:30-13:30"),
            ("holidays", "25.12.2026"),
        ];
        assert_eq!(to(&self.post("hours", &hours).await), "/setup/kind");
        assert_eq!(to(&self.post("kind", &[("kind", "local_service")]).await), "/setup/owner");
    }

    async fn is_owned(&self) {
        self.answers_up_to_the_owner().await;
        let maya =
            [("name", "Maya Roth"), ("email", "Maya@Roth.example"), ("password", "long enough")];
        assert_eq!(to(&self.post("owner", &maya).await), "/setup/team");
    }
}

#[tokio::test]
async fn a_house_without_an_owner_shows_nothing_but_its_set_up() {
    let fresh = fresh();
    for url in ["/", "/login", "/today", "/leads/7", "/f/contact", "/team", "/nowhere"] {
        assert_eq!(to(&fresh.pages.get(url).await), "/setup", "{url}");
    }
    assert_eq!(to(&fresh.pages.get("/setup").await), "/setup/code");
    assert_eq!(to(&fresh.pages.get("/setup/owner").await), "/setup/code");
    assert_eq!(fresh.pages.get("/healthz").await.status_code(), 200);
    assert_eq!(
        fresh.outside.get("/f/contact").await.status_code(),
        200,
        "the public door is as ever"
    );
    assert_eq!(fresh.outside.get("/setup").await.status_code(), 404);
}

#[tokio::test]
async fn a_stranger_without_the_code_cannot_claim_the_box() {
    let fresh = fresh();
    let maya = [("name", "Eve"), ("email", "eve@evil.example"), ("password", "long enough")];
    assert_eq!(to(&fresh.post("owner", &maya).await), "/setup/code");
    let wrong = fresh.post("code", &[("code", "2222-2222-2222")]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("That is not the code of this start.");
    assert!(!fresh.house.has_owner().expect("it reads"));
}

#[tokio::test]
async fn guessing_the_code_is_slowed_down_even_for_who_has_it() {
    let fresh = fresh_with("[limits]\nlogin_attempts_per_minute = 2");
    for _ in 0..2 {
        assert_eq!(fresh.post("code", &[("code", "nonsense")]).await.status_code(), 422);
    }
    let code = fresh.house.claim.shown();
    assert_eq!(fresh.post("code", &[("code", &code)]).await.status_code(), 429);
}

#[tokio::test]
async fn public_holidays_are_filled_in_on_request_and_count_once_the_page_is_left() {
    let fresh = fresh();
    fresh.shows_code().await;
    to(&fresh.post("company", &[("company", "Roth")]).await);
    to(&fresh.post("place", &[("country", "Schweiz"), ("language", "de")]).await);
    to(&fresh.post("zone", &[("time_zone", "Europe/Zurich")]).await);
    let offer = "Schweiz, 2026 und 2027: die, die dort überall gelten.";
    fresh.pages.get("/setup/hours").await.assert_text_contains(offer);
    let typed =
        [("mon_from", "8"), ("mon_to", "17"), ("holidays", "24.12.2026"), ("fill_holidays", "1")];
    let back = fresh.post("hours", &typed).await;
    assert_eq!(back.status_code(), 200);
    for there in ["value=\"8\"", "2026-12-24\n2026-12-25 1. Weihnachtstag\n2027-01-01 Neujahr\n"] {
        assert!(back.text().contains(there), "{there}");
    }
    let again = fresh.pages.get("/setup/hours").await;
    assert!(!again.text().contains("2026-12-24"), "nothing was kept");
    let strange = [("holidays", "soon"), ("fill_holidays", "1")];
    assert_eq!(fresh.post("hours", &strange).await.status_code(), 422);
    let named = [("mon_from", "8"), ("mon_to", "17"), ("holidays", "2026-12-25 1. Weihnachtstag")];
    assert_eq!(to(&fresh.post("hours", &named).await), "/setup/kind");
}

#[tokio::test]
async fn what_is_not_understood_comes_back_beside_its_field_with_what_was_typed() {
    let fresh = fresh();
    fresh.shows_code().await;
    assert_eq!(fresh.post("company", &[("company", " ")]).await.status_code(), 422);
    to(&fresh.post("company", &[("company", "<b>Roth</b>")]).await);
    let place = fresh.post("place", &[("country", "Atlantis"), ("currency", "EUR")]).await;
    assert_eq!(place.status_code(), 422);
    place.assert_text_contains("We know no country of this name.");
    assert!(place.text().contains("value=\"Atlantis\""));
    to(&fresh.post("place", &[("country", "DE"), ("language", "en")]).await);
    let zone = fresh.post("zone", &[("time_zone", "Mars/Base")]).await;
    zone.assert_text_contains("We know no such time zone.");
    to(&fresh.post("zone", &[("time_zone", "Europe/Berlin")]).await);
    let hours = fresh.post("hours", &[("mon_from", "18:00"), ("mon_to", "9:00")]).await;
    hours.assert_text_contains("These hours of Monday are not understood.");
    let hours = fresh.post("hours", &[("holidays", "")]).await;
    hours.assert_text_contains("You would never be open.");
    assert_eq!(fresh.post("kind", &[("kind", "bakery")]).await.status_code(), 303, "not yet");
}

#[tokio::test]
async fn one_goes_back_and_on_and_comes_back_another_day() {
    let fresh = fresh();
    fresh.answers_up_to_the_owner().await;
    let company = fresh.pages.get("/setup/company").await;
    assert!(company.text().contains("value=\"Roth &amp; Co\""));
    assert_eq!(to(&fresh.post("company", &[("company", "Roth GmbH")]).await), "/setup/place");
    assert_eq!(to(&fresh.pages.get("/setup").await), "/setup/owner", "nothing is asked twice");
    assert_eq!(to(&fresh.pages.get("/setup/mail").await), "/setup/owner", "no step is left out");
    let hours = fresh.pages.get("/setup/hours").await.text();
    assert!(hours.contains("What this means: a High lead"), "{hours}");
}

#[tokio::test]
async fn the_answers_become_the_playbook_and_its_owner_is_signed_in() {
    let fresh = fresh();
    fresh.answers_up_to_the_owner().await;
    let short = [("name", "Maya Roth"), ("email", "maya@roth.example"), ("password", "short")];
    let back = fresh.post("owner", &short).await;
    back.assert_text_contains("at least 10 characters");
    assert!(!back.text().contains("value=\"short\""), "a password is never shown");
    let maya = [("name", "Maya Roth"), ("email", "Maya@Roth.example"), ("password", "long enough")];
    assert_eq!(to(&fresh.post("owner", &maya).await), "/setup/team");
    let in_force = fresh.house.playbook();
    let playbook = &in_force.playbook;
    assert_eq!(playbook.business.name, "Roth & Co");
    assert_eq!(
        (playbook.business.country.as_str(), playbook.business.currency.as_str()),
        ("DE", "EUR")
    );
    assert_eq!(playbook.business.time_zone, "Europe/Berlin");
    assert_eq!(playbook.hours.week.mon.to_string(), "09:00-12:30, 13:30-17:30");
    assert_eq!(playbook.hours.holidays.len(), 1);
    assert!(playbook.stage("visit").is_some());
    assert_eq!((playbook.team.len(), playbook.team[0].role), (1, Role::Owner));
    fresh.pages.get("/today").await.assert_text_contains("Maya Roth");
    assert_eq!(to(&fresh.post("owner", &maya).await), "/setup/team", "twice is once");
    assert_eq!(fresh.house.playbook().version, 1);
}

#[tokio::test]
async fn who_is_not_the_owner_cannot_go_on_with_the_set_up() {
    let fresh = fresh();
    fresh.is_owned().await;
    let mut stranger = TestServer::new(Web::of(fresh.house.clone()).house_door());
    stranger.save_cookies();
    assert_eq!(to(&stranger.get("/setup").await), "/login");
    let form = [("name", "Eve"), ("email", "eve@evil.example")];
    assert_eq!(to(&stranger.post("/setup/team").form(&form).await), "/login");
}

#[tokio::test]
async fn a_teammate_joins_by_the_link_and_it_works_once() {
    let fresh = fresh();
    fresh.is_owned().await;
    let tom = [("name", "Tom Adeyemi"), ("email", "tom@roth.example"), ("role", "rep")];
    let made = to(&fresh.post("team", &tom).await);
    fresh
        .pages
        .get(made.trim_end_matches("#made"))
        .await
        .assert_text_contains("Tom Adeyemi is invited.");
    let secret = made.trim_end_matches("#made").rsplit('=').next().expect("a secret").to_owned();
    let mut his = TestServer::new(Web::of(fresh.house.clone()).house_door());
    his.save_cookies();
    let link = format!("/join/{secret}");
    his.get(&link).await.assert_text_contains("Welcome, Tom Adeyemi.");
    let short = his.post(&link).form(&[("password", "short")]).await;
    assert_eq!(short.status_code(), 422);
    assert_eq!(to(&his.post(&link).form(&[("password", "a long one, too")]).await), "/today");
    his.get("/today").await.assert_text_contains("Tom Adeyemi");
    assert!(
        fresh.house.playbook().playbook.active("tom").is_some_and(|mate| mate.role == Role::Rep)
    );
    let again = his.get(&link).await;
    assert_eq!(again.status_code(), 404);
    again.assert_text_contains("This link has been used already.");
    his.get("/join/nonsense").await.assert_text_contains("There is no such invitation.");
}

#[tokio::test]
async fn what_is_left_for_later_is_named_in_the_settings_until_it_is_done() {
    let fresh = fresh();
    fresh.is_owned().await;
    for step in ["team", "mail", "form"] {
        let page = fresh.pages.get(&format!("/setup/{step}")).await.text();
        assert!(page.contains("href=\"/today\">Finish later</a>"), "{step}");
        let left = fresh.pages.get("/settings").await.text();
        assert!(left.contains("The set-up is not finished:"), "{step}");
        assert!(left.contains(&format!("href=\"/setup/{step}\">Go on with it")), "{step}");
        to(&fresh.post(step, &[(if step == "form" { "finish" } else { "skip" }, "1")]).await);
    }
    assert!(!fresh.pages.get("/settings").await.text().contains("The set-up is not finished"));
}

#[tokio::test]
async fn who_types_a_teammate_in_and_goes_on_has_invited_them() {
    let fresh = fresh();
    fresh.is_owned().await;
    let half =
        fresh.post("team", &[("name", "Tom Adeyemi"), ("email", "tom"), ("skip", "1")]).await;
    assert_eq!(half.status_code(), 422);
    assert!(half.text().contains("value=\"Tom Adeyemi\""), "what was typed is still there");
    let whole = [("name", "Tom Adeyemi"), ("email", "tom@roth.example"), ("skip", "1")];
    let invited = to(&fresh.post("team", &whole).await);
    assert!(invited.starts_with("/setup/team?link="), "{invited}");
    let page = fresh.pages.get(invited.trim_end_matches("#made")).await;
    page.assert_text_contains("tom@roth.example");
    assert_eq!(to(&fresh.post("team", &[("skip", "1")]).await), "/setup/mail");
}

#[tokio::test]
async fn a_mail_server_that_does_not_answer_is_named_and_nothing_is_kept() {
    let fresh = fresh();
    fresh.is_owned().await;
    to(&fresh.post("team", &[("skip", "1")]).await);
    let nowhere = [
        ("host", "127.0.0.1"),
        ("port", "1"),
        ("security", "none"),
        ("from", "office@roth.example"),
    ];
    let failed = fresh.post("mail", &nowhere).await;
    assert_eq!(failed.status_code(), 422);
    failed.assert_text_contains("The letter did not leave: The mail server could not be reached: nothing answers at that address and port.");
    assert!(failed.text().contains("<p class=\"error\" id=\"f-port-h\">"));
    assert!(failed.text().contains("name=\"skip\" value=\"1\""), "who goes on is still warned");
    let secret: Vec<_> =
        nowhere.into_iter().chain([("user", "a"), ("smtp_password", "b")]).collect();
    fresh.post("mail", &secret).await.assert_text_contains("a password is never sent back");
    let left: Vec<_> = nowhere.into_iter().chain([("skip", "1")]).collect();
    let asked = fresh.post("mail", &left).await;
    assert_eq!(asked.status_code(), 422);
    asked.assert_text_contains("This mail server is not kept yet.");
    assert!(asked.text().contains("name=\"warned\" value=\"127.0.0.1\""));
    let other: Vec<_> = left.iter().copied().chain([("warned", "mail.example.com")]).collect();
    assert_eq!(fresh.post("mail", &other).await.status_code(), 422, "warned of another one");
    let meant: Vec<_> = left.iter().copied().chain([("warned", "127.0.0.1")]).collect();
    assert_eq!(to(&fresh.post("mail", &meant).await), "/setup/form");
    assert!(!fresh.house.mail.is_set());
    let open =
        [("host", "mail.example.com"), ("security", "none"), ("from", "office@roth.example")];
    fresh.post("mail", &open).await.assert_text_contains("outside your own network");
    let half = [("host", "127.0.0.1"), ("user", "maya"), ("from", "office@roth.example")];
    fresh.post("mail", &half).await.assert_text_contains("User and password belong together");
    let kept: Vec<_> = nowhere.into_iter().chain([("untested", "1")]).collect();
    assert_eq!(to(&fresh.post("mail", &kept).await), "/setup/form");
    assert!(fresh.house.mail.is_set());
    assert!(!fresh.house.playbook().playbook.to_text().contains("127.0.0.1"));
}

#[tokio::test]
async fn mail_that_is_set_in_the_configuration_is_shown_and_locked() {
    let config =
        "[smtp]\nhost = \"127.0.0.1\"\nport = 1\nsecurity = \"none\"\nfrom = \"a@b.example\"";
    let fresh = fresh_with(config);
    fresh.is_owned().await;
    to(&fresh.post("team", &[("skip", "1")]).await);
    let page = fresh.pages.get("/setup/mail").await;
    page.assert_text_contains("Set in config.toml, which wins.");
    assert!(page.text().contains("<fieldset class=\"stack tight\" disabled>"));
}

#[tokio::test]
async fn a_trial_goes_through_before_ones_eyes_and_the_set_up_is_over() {
    let fresh = fresh();
    fresh.is_owned().await;
    to(&fresh.post("team", &[("skip", "1")]).await);
    assert_eq!(to(&fresh.post("mail", &[("skip", "1")]).await), "/setup/form");
    let form = [("try", "1"), ("once", "0197f1a0-0000-7000-8000-000000000001")];
    let tried = to(&fresh.post("form", &form).await);
    assert_eq!(to(&fresh.post("form", &form).await), tried, "a second click is the same trial");
    let page = fresh.pages.get(tried.trim_end_matches("#tried")).await;
    page.assert_text_contains("answers for it");
    page.assert_text_contains("To be answered by");
    let reading = fresh.house.desk.store().read().expect("a reading");
    assert_eq!(reading.lead_count().expect("a number"), 1);
    drop(reading);
    assert_eq!(to(&fresh.post("form", &[("finish", "1")]).await), "/today");
    assert_eq!(to(&fresh.pages.get("/setup").await), "/today");
}

#[tokio::test]
async fn marks_that_turn_a_sentence_round_are_no_part_of_a_name() {
    let fresh = fresh();
    fresh.answers_up_to_the_owner().await;
    to(&fresh.post("company", &[("company", "\u{202e}Roth\u{2066} & Co")]).await);
    let maya = [
        ("name", "Maya\u{202e} Roth"),
        ("email", "maya@roth.example"),
        ("password", "long enough"),
    ];
    to(&fresh.post("owner", &maya).await);
    let in_force = fresh.house.playbook();
    assert_eq!(in_force.playbook.business.name, "Roth & Co");
    assert_eq!(in_force.playbook.team[0].name, "Maya Roth");
    let rick = [("name", "Rick \u{202e}gnaw"), ("email", "rick@roth.example"), ("role", "rep")];
    let invited = to(&fresh.post("team", &rick).await);
    let page = fresh.pages.get(invited.trim_end_matches("#made")).await;
    page.assert_text_contains("Rick gnaw is invited.");
}

#[tokio::test]
async fn a_link_that_works_on_this_machine_only_says_so() {
    for (config, is_told) in [("", true), ("base_url = \"https://leads.example\"", false)] {
        let fresh = fresh_with(config);
        fresh.is_owned().await;
        let tom = [("name", "Tom"), ("email", "tom@roth.example"), ("role", "rep")];
        let invited = to(&fresh.post("team", &tom).await);
        let page = fresh.pages.get(invited.trim_end_matches("#made")).await.text();
        assert_eq!(page.contains("This address works on this machine only"), is_told, "{page}");
    }
}
