//! The team in the browser: who may change whom, two at once, links, and somebody who leaves.

use crate::clocks::Settable;
use crate::sample;
use axum_test::{TestResponse, TestServer};
use leadstead::lead::{Actor, LeadId};
use leadstead::playbook::{Condition, Member, Pool, Role, Rule, Teammate, Test, listed};
use leadstead::shell::config::Config;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::web::Web;
use std::sync::Arc;

struct Office {
    house: Arc<House>,
    clock: Arc<Settable>,
    pages: TestServer,
}

/// Maya owns it, Ellis manages, Tom answers.
async fn office() -> Office {
    let clock = Settable::at("2026-05-04T09:00:00Z");
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let house = House::of(store, Config::default(), clock.clone()).expect("a house");
    let house = Arc::new(house);
    let mut playbook = sample::playbook();
    let mate = |id: &str, role| Teammate::new(id, id, &format!("{id}@fernhill.example"), role);
    playbook.team.extend([mate("ellis", Role::Manager), mate("tom", Role::Rep)]);
    let senior = playbook.routing.pools.iter_mut().find(|pool| pool.key == "senior");
    senior.expect("a pool").members.push(Member { teammate: "maya".into(), weight: 1 });
    house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    sample::let_in(&house, &["maya", "ellis", "tom"]).await;
    let pages = TestServer::new(Web::of(house.clone()).house_door());
    Office { house, clock, pages }
}

impl Office {
    async fn get(&self, who: &str, url: &str) -> TestResponse {
        self.pages.get(url).add_header("cookie", format!("leadstead={who}")).await
    }

    async fn post(&self, who: &str, url: &str, form: &[(&str, &str)]) -> TestResponse {
        self.pages.post(url).add_header("cookie", format!("leadstead={who}")).form(&form).await
    }

    async fn lead_of(&self, nth: u32, who: &str) -> LeadId {
        let answer = self.house.desk.ask(sample::capture(nth)).await.expect("it is taken");
        let id = answer.lead().expect("a lead").id;
        let given = self.post("maya", &format!("/leads/{id}/owner"), &[("owner", who)]).await;
        assert_eq!(given.status_code(), 303);
        id
    }

    async fn unread(&self, who: &str) -> u64 {
        let bell: serde_json::Value = self.get(who, "/notices/new?after=0").await.json();
        bell["unread"].as_u64().expect("a number")
    }

    fn owner_of(&self, id: LeadId) -> String {
        let reading = self.house.desk.store().read().expect("a reading");
        let lead = reading.lead(id).expect("it reads").expect("a lead");
        lead.owner_id().expect("an owner").to_owned()
    }

    fn mate(&self, id: &str) -> Teammate {
        self.house.playbook().playbook.teammate(id).expect("a teammate").clone()
    }
}

fn to(response: &TestResponse) -> String {
    assert_eq!(response.status_code(), 303, "{}", response.text());
    response.header("location").to_str().expect("a readable header").to_owned()
}

fn secret(response: &TestResponse) -> String {
    to(response).trim_end_matches("#made").rsplit('=').next().expect("a secret").to_owned()
}

#[tokio::test]
async fn the_team_is_for_managers_and_owners() {
    let office = office().await;
    assert_eq!(office.get("tom", "/team").await.status_code(), 403);
    assert_eq!(office.get("tom", "/team/ellis").await.status_code(), 403);
    office.get("ellis", "/team").await.assert_text_contains("tom");
    assert_eq!(office.get("maya", "/team/nobody").await.status_code(), 404);
}

#[tokio::test]
async fn what_is_set_for_a_teammate_comes_into_force_in_the_name_of_who_set_it() {
    let office = office().await;
    let form = [
        ("base", "1"),
        ("name", "Tom Adeyemi"),
        ("backup", "ellis"),
        ("manager", "maya"),
        ("cap", "3"),
        ("own_hours", "1"),
        ("mon_from", "10"),
        ("mon_to", "16"),
        ("away_0_from", "2026-06-01"),
        ("away_0_to", "2026-06-05"),
        ("weight_senior", "2"),
        ("skills", "French, large roofs:2; french"),
        ("time_zone", "America/New_York"),
        ("weight", "4"),
        ("role", "owner"),
    ];
    assert_eq!(to(&office.post("ellis", "/team/tom", &form).await), "/team/tom?saved=true");
    let tom = office.mate("tom");
    assert_eq!((tom.name.as_str(), tom.backup.as_str()), ("Tom Adeyemi", "ellis"));
    assert_eq!((tom.open_unaccepted_max, tom.away.len()), (Some(3), 1));
    assert_eq!(tom.hours.expect("hours").mon.to_string(), "10:00-16:00");
    assert_eq!(tom.role, Role::Rep, "a manager changes no role");
    assert_eq!(listed(&tom.skills), "French, large roofs:2");
    assert_eq!((tom.time_zone.as_str(), tom.weight), ("America/New_York", 4));
    office.get("maya", "/team").await.assert_text_contains("French, large roofs:2");
    let page = office.get("maya", "/team/maya").await;
    page.assert_text_contains("Known here: French, large roofs.");
    office.get("tom", "/me").await.assert_text_contains("in the zone America/New_York");
    let wrong = office.post("maya", "/team/tom", &[("name", "Tom"), ("time_zone", "Mars")]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("We know no such time zone");
    let in_force = office.house.playbook();
    assert_eq!(in_force.playbook.pool("senior").expect("a pool").members.len(), 2);
    let reading = office.house.desk.store().read().expect("a reading");
    let last = reading.entry(reading.last_seq().expect("a number")).expect("it reads");
    assert_eq!(last.expect("an entry").by, Actor::Teammate("ellis".into()));
}

#[tokio::test]
async fn hours_count_without_the_tick_and_the_last_share_says_why_it_stays() {
    let office = office().await;
    let hours = [("base", "1"), ("name", "Tom"), ("mon_from", "10"), ("mon_to", "16")];
    assert_eq!(to(&office.post("maya", "/team/tom", &hours).await), "/team/tom?saved=true");
    assert_eq!(office.mate("tom").hours.expect("hours").mon.to_string(), "10:00-16:00");
    let again = [("name", "Tom"), ("mon_from", "10"), ("mon_to", "16")];
    assert_eq!(to(&office.post("maya", "/team/tom", &again).await), "/team/tom?saved=true");
    assert_eq!(office.mate("tom").hours, None, "the tick was taken off");
    let last = [("name", "Maya"), ("role", "owner"), ("weight_senior", "")];
    let back = office.post("maya", "/team/maya", &last).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("The last share of “Senior group” stays");
}

#[tokio::test]
async fn what_makes_no_sense_comes_back_with_what_was_typed() {
    let office = office().await;
    let base = [
        ("base", "1"),
        ("name", "Tom"),
        ("away_0_from", "2026-06-05"),
        ("away_0_to", "2026-06-01"),
    ];
    let back = office.post("maya", "/team/tom", &base).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Write a first and a last day, in this order.");
    assert!(back.text().contains("value=\"2026-06-05\""));
    let back =
        office.post("maya", "/team/tom", &[("base", "1"), ("name", "Tom"), ("cap", "many")]).await;
    back.assert_text_contains("Write a number from 1 to 10000, or nothing.");
    let back = office.post("maya", "/team/tom", &[("base", "1"), ("name", "")]).await;
    back.assert_text_contains("Write a name");
    assert_eq!(office.mate("tom").name, "tom");
    let ellis = [("base", "1"), ("name", "Ellis"), ("role", "rep")];
    assert_eq!(office.post("ellis", "/team/maya", &ellis).await.status_code(), 403);
}

#[tokio::test]
async fn managers_do_not_go_round_in_a_circle() {
    let office = office().await;
    to(&office.post("maya", "/team/tom", &[("name", "Tom"), ("manager", "ellis")]).await);
    let ellis = [("name", "Ellis"), ("role", "manager"), ("manager", "tom")];
    let back = office.post("maya", "/team/ellis", &ellis).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Managers go round in a circle: ");
    back.assert_text_contains("Tom → ");
    assert_eq!(office.mate("ellis").manager, "");
    let own = [("name", "Tom"), ("manager", "tom")];
    let back = office.post("maya", "/team/tom", &own).await;
    back.assert_text_contains("“Tom” cannot be their own manager.");

    // Whoever comes in for somebody's manager is not led by them.
    to(&office.post("maya", "/team/maya", &[("name", "Maya"), ("manager", "ellis")]).await);
    to(&office.post("maya", "/team/tom", &[("name", "Tom"), ("manager", "maya")]).await);
    let go = [("sure", "1"), ("to", "maya"), ("instead", "tom")];
    to(&office.post("maya", "/team/ellis/let-go", &go).await);
    assert_eq!((&*office.mate("maya").manager, &*office.mate("tom").manager), ("", "maya"));
}

#[tokio::test]
async fn a_fallback_owner_is_told_what_still_comes_while_they_are_away() {
    let office = office().await;
    let still = "what no rule gives to anybody still comes to you";
    office.get("maya", "/team/maya").await.assert_text_contains(still);
    office.get("tom", "/team/tom").await.assert_text_contains("Nothing new comes to you then.");
    let now = [("name", "Maya"), ("away_0_from", "2026-05-01"), ("away_0_to", "2026-05-09")];
    to(&office.post("maya", "/team/maya", &now).await);
    office.get("maya", "/today").await.assert_text_contains(still);
    to(&office.post("maya", "/team/maya", &[&now[..], &[("backup", "tom")]].concat()).await);
    let covers = "what waits too long or no rule gives to anybody";
    office.get("maya", "/today").await.assert_text_contains(covers);
}

#[tokio::test]
async fn nobody_is_away_for_all_times() {
    let office = office().await;
    let away = async |from, to| {
        let form = [("name", "tom"), ("away_0_from", from), ("away_0_to", to)];
        office.post("maya", "/team/tom", &form).await
    };
    for (from, to) in [("0001-01-01", "9999-12-31"), ("2026-05-04", "2032-01-01")] {
        let back = away(from, to).await;
        assert_eq!(back.status_code(), 422, "{from} to {to}");
        back.assert_text_contains("Write days that are at most 5 years off.");
        back.assert_text_contains(format!("value=\"{to}\""));
        assert!(office.mate("tom").away.is_empty());
    }
    to(&away("2026-05-04", "2031-12-31").await);
    let mut playbook = office.house.playbook().playbook.clone();
    let tom = playbook.team.iter_mut().find(|mate| mate.id == "tom").expect("Tom");
    tom.away[0].from = jiff::civil::date(2001, 5, 4);
    office.house.apply_playbook(&playbook, Actor::House).await.expect("it is in force");
    to(&away("2001-05-04", "2031-12-31").await);
}

#[tokio::test]
async fn who_saves_second_is_told_what_changed_and_loses_nothing() {
    let office = office().await;
    to(&office
        .post("ellis", "/team/tom", &[("base", "1"), ("name", "Tom Adeyemi"), ("role", "rep")])
        .await);
    let second = [("base", "1"), ("name", "Thomas"), ("role", "manager"), ("cap", "4")];
    let told = office.post("maya", "/team/tom", &second).await;
    assert_eq!(told.status_code(), 409);
    told.assert_text_contains("Name: was tom, is now Tom Adeyemi");
    assert!(told.text().contains("value=\"Thomas\"") && told.text().contains("value=\"4\""));
    assert!(told.text().contains("name=\"base\" value=\"2\""));
    let again: Vec<_> = second
        .into_iter()
        .map(|(name, value)| (name, if name == "base" { "2" } else { value }))
        .collect();
    to(&office.post("maya", "/team/tom", &again).await);
    assert_eq!(
        (office.mate("tom").name.as_str(), office.mate("tom").role),
        ("Thomas", Role::Manager)
    );
}

#[tokio::test]
async fn what_others_change_elsewhere_in_the_playbook_is_kept() {
    let office = office().await;
    to(&office.post("ellis", "/team/ellis", &[("base", "1"), ("name", "Ellis Marsh")]).await);
    to(&office
        .post("maya", "/team/tom", &[("base", "1"), ("name", "Tom Adeyemi"), ("role", "rep")])
        .await);
    assert_eq!(office.mate("ellis").name, "Ellis Marsh");
    assert_eq!(office.mate("tom").name, "Tom Adeyemi");
}

#[tokio::test]
async fn an_invitation_is_for_whom_one_may_invite_and_for_seven_days() {
    let office = office().await;
    let ana = [("name", "Ana"), ("email", "ana@fernhill.example"), ("role", "owner")];
    let refused = office.post("ellis", "/team", &ana).await;
    refused.assert_text_contains("Only an owner may give this role.");
    let known = [("name", "Tom"), ("email", "TOM@fernhill.example"), ("role", "rep")];
    office.post("maya", "/team", &known).await.assert_text_contains("works here already");
    let first = secret(&office.post("maya", "/team", &ana).await);
    let newest = secret(&office.post("maya", "/team", &ana).await);
    office
        .pages
        .get(&format!("/join/{first}"))
        .await
        .assert_text_contains("There is no such invitation.");
    office.pages.get(&format!("/join/{newest}")).await.assert_text_contains("Welcome, Ana.");
    let email = [("email", "ana@fernhill.example")];
    assert_eq!(office.post("ellis", "/team/uninvite", &email).await.status_code(), 403);
    office.get("maya", "/team").await.assert_text_contains("Take back");
    assert_eq!(to(&office.post("maya", "/team/uninvite", &email).await), "/team");
    assert!(!office.get("maya", "/team").await.text().contains("Take back"));
    let gone = office.pages.get(&format!("/join/{newest}")).await;
    gone.assert_text_contains("There is no such invitation.");
    let newest = secret(&office.post("maya", "/team", &ana).await);
    office.clock.run(8 * 24 * 60);
    let late =
        office.pages.post(&format!("/join/{newest}")).form(&[("password", "long enough")]).await;
    assert_eq!(late.status_code(), 404);
    late.assert_text_contains("good for seven days");
}

#[tokio::test]
async fn an_owner_makes_a_link_for_a_new_password_that_ends_old_sessions() {
    let office = office().await;
    assert_eq!(office.post("ellis", "/team/tom/password", &[]).await.status_code(), 403);
    let secret = secret(&office.post("maya", "/team/tom/password", &[]).await);
    assert_eq!(office.get("tom", "/today").await.status_code(), 200);
    let renewed =
        office.pages.post(&format!("/join/{secret}")).form(&[("password", "a new long one")]).await;
    assert_eq!(to(&renewed), "/today");
    assert_eq!(to(&office.get("tom", "/today").await), "/login");
    assert_eq!(office.mate("tom").role, Role::Rep);
}

#[tokio::test]
async fn who_leaves_hands_every_open_lead_to_one_person() {
    let office = office().await;
    let mut leads = Vec::new();
    for nth in 1..=3 {
        leads.push(office.lead_of(nth, "tom").await);
    }
    office.get("maya", "/team/tom").await.assert_text_contains("3 open leads are theirs");
    let unsure = office.post("maya", "/team/tom/let-go", &[("to", "ellis")]).await;
    assert_eq!(unsure.status_code(), 400);
    unsure.assert_text_contains("tick that tom can no longer sign in");
    assert!(leads.iter().all(|id| office.owner_of(*id) == "tom"));
    assert!(office.mate("tom").active);
    let before = office.unread("ellis").await;
    let left = office.post("maya", "/team/tom/let-go", &[("to", "ellis"), ("sure", "1")]).await;
    assert_eq!(to(&left), "/team?left=tom&handed=3");
    assert_eq!(office.unread("ellis").await, before + 1, "all of them in one notice");
    let notices = office.get("ellis", "/notices").await.text();
    let notice = notices.split("href=\"").find(|rest| rest.contains(">3 leads are yours now.<"));
    let list = notice.and_then(|rest| rest.split('"').next()).expect("a way to them").to_owned();
    let listed = office.get("ellis", &list).await;
    for id in &leads {
        listed.assert_text_contains(format!("href=\"/leads/{id}\""));
    }
    assert_eq!(office.get("maya", &list).await.status_code(), 404, "it was told to Ellis");
    let verdict = office.house.desk.store().verify(&office.house.playbook().playbook);
    assert_eq!(verdict.expect("it reads").told, Vec::<String>::new());
    assert!(leads.iter().all(|id| office.owner_of(*id) == "ellis"));
    assert_eq!(to(&office.get("tom", "/today").await), "/login");
    let page = office.get("maya", "/team?left=tom&handed=3").await;
    page.assert_text_contains("3 open leads went on to others.");
}

#[tokio::test]
async fn who_alone_can_do_what_a_rule_needs_may_leave_all_the_same() {
    let office = office().await;
    let mut playbook = office.house.playbook().playbook.clone();
    playbook.team.iter_mut().find(|mate| mate.id == "tom").expect("tom").skills =
        vec!["German:2".into()];
    let member = |id: &str| Member { teammate: id.into(), weight: 1 };
    let (key, name) = ("german".to_owned(), "German".to_owned());
    let members = vec![member("tom"), member("ellis")];
    playbook.routing.pools.push(Pool { key, name, skills: Vec::new(), members });
    let rule = Rule {
        name: "German speakers".into(),
        pool: "german".into(),
        skills: vec!["German:2".into()],
        conditions: vec![Condition {
            field: "language".into(),
            is: Test::In,
            value: vec!["de".into()],
        }],
    };
    playbook.routing.rules.insert(0, rule);
    office.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let said = "The rule “German speakers” needs the skill “German” at level 2, and nobody of it who works here has that. Its leads go to the fallback owner.";
    let id = office.lead_of(1, "tom").await;
    let page = office.get("maya", "/team/tom").await;
    page.assert_text_contains("Once they have left:");
    page.assert_text_contains(said);
    assert!(!office.get("maya", "/team/ellis").await.text().contains("Once they have left:"));
    assert!(!office.get("maya", "/settings/routing").await.text().contains(said));

    let left = office.post("maya", "/team/tom/let-go", &[("sure", "1")]).await;
    assert_eq!(to(&left), "/team?left=tom&handed=1");
    let heir = office.owner_of(id);
    assert_ne!(heir, "tom");
    let told = format!("href=\"/leads/{id}\">Person 1 is your new lead.<");
    office.get(&heir, "/notices").await.assert_text_contains(told);
    assert_eq!(to(&office.get("tom", "/today").await), "/login");
    office.get("maya", "/settings/routing").await.assert_text_contains(said);
}

#[tokio::test]
async fn nobody_keeps_a_stand_in_who_has_left_without_being_told() {
    let office = office().await;
    let mut playbook = office.house.playbook().playbook.clone();
    for mate in playbook.team.iter_mut().filter(|mate| mate.id != "tom") {
        mate.backup = "tom".into();
    }
    let lent = playbook.clone();
    office.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let page = office.get("maya", "/team/tom").await;
    page.assert_text_contains("Backup or manager of Maya, ellis from now on");
    let instead = |who: &'static str| [("sure", "1"), ("instead", who)];
    let wrong = office.post("maya", "/team/tom/let-go", &instead("tom")).await;
    assert_eq!(wrong.status_code(), 400);
    to(&office.post("maya", "/team/tom/let-go", &instead("ellis")).await);
    assert_eq!(office.mate("maya").backup, "ellis");
    assert_eq!(office.mate("ellis").backup, "", "nobody stands in for themselves");

    let mut gone = lent;
    gone.team.iter_mut().filter(|mate| mate.id == "tom").for_each(|mate| mate.active = false);
    office.house.apply_playbook(&gone, Actor::House).await.expect("a playbook in force");
    let page = office.get("maya", "/team/maya").await;
    page.assert_text_contains("tom has left. Choose somebody else.");
    assert!(page.text().contains("selected>tom (has left)</option>"));
}

#[tokio::test]
async fn who_leaves_hands_leads_on_by_the_rules_and_a_house_keeps_an_owner() {
    let office = office().await;
    let id = office.lead_of(1, "tom").await;
    assert_eq!(
        to(&office.post("ellis", "/team/tom/let-go", &[("sure", "1")]).await),
        "/team?left=tom&handed=1"
    );
    assert_ne!(office.owner_of(id), "tom");
    assert_eq!(office.post("ellis", "/team/maya/let-go", &[]).await.status_code(), 403);
    assert_eq!(office.post("maya", "/team/maya/let-go", &[]).await.status_code(), 403);
    assert!(office.house.has_owner().expect("it reads"));
}

#[tokio::test]
async fn the_settings_are_for_owners_and_change_the_playbook() {
    let office = office().await;
    assert_eq!(office.get("ellis", "/settings").await.status_code(), 403);
    let page = office.get("maya", "/settings").await;
    assert!(page.text().contains("value=\"Fernhill\""));
    let form = [
        ("base", "1"),
        ("company", "Fernhill Energy"),
        ("country", "Germany"),
        ("currency", "eur"),
        ("language", "en"),
        ("time_zone", "Europe/Berlin"),
        ("tue_from", "8"),
        ("tue_to", "12"),
        ("holidays", "2026-12-25"),
    ];
    assert_eq!(to(&office.post("maya", "/settings", &form).await), "/settings?saved=true");
    let in_force = office.house.playbook();
    assert_eq!(in_force.playbook.business.country, "DE");
    assert_eq!(in_force.playbook.hours.week.tue.to_string(), "08:00-12:00");
    office.get("maya", "/settings").await.assert_text_contains("2026-12-25 Christmas Day");
    let fill: Vec<_> = form
        .into_iter()
        .map(|(name, value)| (name, if name == "base" { "2" } else { value }))
        .chain([("fill_holidays", "1")])
        .collect();
    let filled = office.post("maya", "/settings", &fill).await;
    assert_eq!(filled.status_code(), 200);
    assert!(filled.text().contains("2026-10-03 Day of German Unity"), "{}", filled.text());
    assert_eq!(office.house.playbook().playbook.hours.holidays.len(), 1, "not before it is saved");
    let second = office.post("maya", "/settings", &form).await;
    assert_eq!(second.status_code(), 409);
    second.assert_text_contains("Changed:");
    let wrong: Vec<_> = form.into_iter().filter(|(name, _)| *name != "base").collect();
    let wrong: Vec<_> = wrong
        .into_iter()
        .map(|(name, value)| (name, if name == "country" { "Atlantis" } else { value }))
        .collect();
    let back = office.post("maya", "/settings", &wrong).await;
    back.assert_text_contains("We know no country of this name.");
    assert!(back.text().contains("value=\"Atlantis\""));
    office.get("maya", "/settings/mail").await.assert_text_contains("Send me a test letter");
    office.get("maya", "/settings/data").await.assert_text_contains("Download a backup");
}

#[tokio::test]
async fn an_invitation_that_ran_out_stands_there_until_they_come_and_is_made_anew_at_one_press() {
    let office = office().await;
    let cy = [("name", "Cy"), ("email", "cy@fernhill.example"), ("role", "rep")];
    assert_eq!(office.post("maya", "/team", &cy).await.status_code(), 303);
    assert!(!office.get("maya", "/team").await.text().contains("Ran out"));
    office.clock.run(8 * 24 * 60);
    let page = office.get("maya", "/team").await;
    page.assert_text_contains("Ran out Mon 11 May");
    assert!(page.text().contains("aria-label=\"Invite Cy again\""));
    let again = office.post("maya", "/team", &cy).await;
    assert_eq!(again.status_code(), 303);
    let page = office.get("maya", "/team").await.text();
    assert!(!page.contains("Ran out") && page.contains("cy@fernhill.example"));
}
