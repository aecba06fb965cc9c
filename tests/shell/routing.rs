//! The rules of who gets what: edited, tried, put into force, and looked back on.

use crate::drawn;
use crate::leads::{Work, house, house_at, to};
use crate::sample;
use jiff::Timestamp;
use leadstead::command::Command;
use leadstead::lead::{Actor, Lead, LeadId, Outcome, Subject, Tier, WrongOwner};
use leadstead::playbook::{Condition, Member, Pool, Rule, Test};
use leadstead::shell::clock::Clock;
use leadstead::shell::store::{Tables, append};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that is turned by hand, in seconds since 1970.
struct Turned(AtomicI64);

impl Clock for Turned {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("a moment")
    }
}

const HERE: &str = "/settings/routing";

/// A house in which Bradford goes to Tom and the rest to everyone.
async fn routed() -> Work {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let pool = |key: &str, members: &[&str]| Pool {
        key: key.into(),
        name: key.to_uppercase(),
        skills: Vec::new(),
        members: members.iter().map(|id| Member { teammate: (*id).into(), weight: 1 }).collect(),
    };
    let begins = Condition {
        field: "postcode".into(),
        is: Test::Begins,
        value: vec!["BD".into(), "HX".into()],
    };
    let rule = |name: &str, pool: &str, conditions| Rule {
        name: name.into(),
        pool: pool.into(),
        skills: Vec::new(),
        conditions,
    };
    playbook.routing.pools = vec![pool("yorkshire", &["tom"]), pool("rest", &["maya", "priya"])];
    playbook.routing.rules =
        vec![rule("Bradford", "yorkshire", vec![begins]), rule("The rest", "rest", Vec::new())];
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
    work
}

/// The form as the page shows it, to be sent with changes.
async fn form(work: &Work) -> Vec<(String, String)> {
    drawn::form(&work.get("maya", HERE).await.text(), HERE)
}

async fn send(
    work: &Work,
    form: &[(String, String)],
    change: &[(&str, &str)],
) -> axum_test::TestResponse {
    work.post("maya", HERE, &drawn::with(form, change)).await
}

#[tokio::test]
async fn the_form_puts_into_force_what_it_shows_and_nothing_before() {
    let work = routed().await;
    let page = work.get("maya", HERE).await;
    page.assert_text_contains("begins with BD, HX");
    page.assert_text_contains("Everyone else");
    let before = work.house.playbook().playbook.routing.clone();
    let form = form(&work).await;
    let saved = send(&work, &form, &[("do", "save")]).await;
    assert_eq!(to(&saved), "/settings/routing?saved=true");
    assert_eq!(work.house.playbook().playbook.routing, before, "nothing was changed");
    let moved = send(&work, &form, &[("do", "down.0")]).await;
    assert_eq!(moved.status_code(), 200);
    moved.assert_text_contains("is not in force yet");
    assert_eq!(moved.text().matches("id=\"landing\"").count(), 1, "the page stands at the rule");
    assert_eq!(work.house.playbook().playbook.routing, before);
    let faulty = send(&work, &form, &[("do", "save"), ("rule.0.name", "")]).await;
    assert_eq!(faulty.status_code(), 422);
    faulty.assert_text_contains("Every assignment rule needs a name.");
    assert!(!faulty.text().contains("id=\"landing\""), "the page stands at what is said");
    let never = [("do", "save"), ("rule.0.1.field", "postcode"), ("rule.0.1.is", "unknown")];
    let never = send(&work, &form, &never).await;
    assert_eq!(never.status_code(), 422);
    never.assert_text_contains("can never match");
    for factless in [("rule.0.1.value", "Care"), ("rule.0.0.field", "")] {
        for button in ["save", "try"] {
            let said = send(&work, &form, &[("do", button), factless]).await;
            assert_eq!(said.status_code(), 422, "{factless:?}");
            said.assert_text_contains("The rule “Bradford” has a condition without a fact.");
        }
    }
    let emptied = [("do", "up.0"), ("rule.0.0.field", ""), ("rule.0.0.value", "")];
    send(&work, &form, &emptied).await.assert_text_contains("is not in force yet");
    let cap = send(&work, &form, &[("do", "save"), ("cap", "many")]).await;
    assert_eq!(cap.status_code(), 422);
    cap.assert_text_contains("“many” is no whole number from 1 to 10000.");
    let change = [
        ("do", "save"),
        ("rule.0.name", "Calderdale"),
        ("rule.0.0.value", "HX, HD"),
        ("rule.0.1.field", "score"),
        ("rule.0.1.is", "at_least"),
        ("rule.0.1.value", "20"),
        ("pool.0.w.priya", "3"),
        ("cap", "9"),
    ];
    to(&send(&work, &form, &change).await);
    let after = work.house.playbook().playbook.routing.clone();
    assert_eq!(after.rules[0].name, "Calderdale");
    assert_eq!(after.rules[0].conditions[0].value, ["HX", "HD"]);
    assert_eq!(after.rules[0].conditions[1].is, Test::AtLeast);
    assert_eq!((after.pools[0].members.len(), after.open_unaccepted_max), (2, 9));
    let late = send(&work, &form, &[("do", "save"), ("rule.0.name", "Mine")]).await;
    assert_eq!(late.status_code(), 409);
    late.assert_text_contains("Changed meanwhile by Maya:");
    late.assert_text_contains("Calderdale");
    assert!(late.text().contains("value=\"Mine\""), "what was typed is kept");
    assert_eq!(work.get("tom", HERE).await.status_code(), 403);
}

#[tokio::test]
async fn who_comes_second_loses_nothing_of_what_the_first_has_changed() {
    let work = routed().await;
    let form = form(&work).await;
    to(&send(&work, &form, &[("do", "save"), ("cap", "12")]).await);
    let late = send(&work, &form, &[("do", "save"), ("rule.0.name", "Mine")]).await;
    assert_eq!(late.status_code(), 409);
    late.assert_text_contains("What you had not touched is now as they left it");
    let page = late.text();
    let has = |name: &str, value: &str| {
        drawn::form(&page, HERE).contains(&(name.to_owned(), value.to_owned()))
    };
    assert!(has("cap", "12"));
    let base = work.house.playbook().version.to_string();
    assert!(page.contains(&format!("name=\"base\" value=\"{base}\"")), "it is made from that now");
    let again = [("do", "save"), ("rule.0.name", "Mine"), ("base", &*base), ("cap", "12")];
    to(&send(&work, &form, &again).await);
    let routing = work.house.playbook().playbook.routing.clone();
    assert_eq!((routing.rules[0].name.as_str(), routing.open_unaccepted_max), ("Mine", 12));
}

#[tokio::test]
async fn a_number_that_cannot_be_read_stays_marked_in_its_field_until_it_is_put_right() {
    let work = routed().await;
    let before = work.house.playbook().playbook.routing.clone();
    let (form, mut shown) = (form(&work).await, Vec::new());
    for typed in ["1.5", "-1", "abc", "101"] {
        for button in ["save", "rule", "try", "save"] {
            let change = [("do", button), ("pool.1.w.priya", typed), ("cap", "many")];
            let page = send(&work, &form, &change).await;
            assert_eq!(page.status_code(), 422, "{typed} {button}");
            page.assert_text_contains(format!("“{typed}” is no whole number from 1 to 100."));
            let page = page.text();
            for (field, value) in [("pool.1.w.priya", typed), ("cap", "many")] {
                let marked = format!(
                    "value=\"{value}\" aria-invalid=\"true\" aria-describedby=\"f-{field}-h\""
                );
                assert!(page.contains(&marked), "{marked}: {page}");
                assert!(page.contains(&format!("<p class=\"error\" id=\"f-{field}-h\">")));
            }
            assert!(page.contains("<details open><summary><span class=\"grow\"><b>REST</b>"));
            shown = drawn::form(&page, HERE);
            let again = send(&work, &shown, &[("do", "save")]).await;
            assert_eq!(again.status_code(), 422, "a second press saves no more");
        }
    }
    assert_eq!(work.house.playbook().playbook.routing, before, "nothing is in force");
    let right = [("do", "save"), ("pool.1.w.priya", "3"), ("cap", "8")];
    to(&send(&work, &shown, &right).await);
    let routing = work.house.playbook().playbook.routing.clone();
    let weights: Vec<u32> = routing.pools[1].members.iter().map(|member| member.weight).collect();
    assert_eq!((weights, routing.open_unaccepted_max), (vec![1, 3], 8));
}

#[tokio::test]
async fn a_number_that_cannot_be_read_goes_with_its_pool() {
    let work = routed().await;
    let form = form(&work).await;
    let gone = [("do", "unpool.0"), ("pool.0.w.tom", "x"), ("pool.1.w.maya", "y")];
    let page = send(&work, &form, &gone).await.text();
    assert!(page.contains("name=\"pool.0.w.maya\""), "the other pool stands first now");
    assert!(
        page.contains("value=\"y\" aria-invalid=\"true\" aria-describedby=\"f-pool.0.w.maya-h\"")
    );
    assert!(!page.contains("value=\"x\""), "it went with its pool");
}

#[tokio::test]
async fn a_pool_that_would_be_everyones_is_said_before_it_is() {
    let work = routed().await;
    let form = form(&work).await;
    let empty = [("do", "save"), ("pool.0.w.tom", "")];
    let asked = send(&work, &form, &empty).await;
    assert_eq!(asked.status_code(), 409);
    asked.assert_text_contains("Nobody is left in “YORKSHIRE”");
    assert!(asked.text().contains("<details open><summary><span class=\"grow\"><b>YORKSHIRE</b>"));
    let nought = send(&work, &form, &[("do", "save"), ("pool.0.w.tom", "0")]).await;
    assert_eq!(nought.status_code(), 422);
    nought.assert_text_contains("“0” is no whole number from 1 to 100.");
    let page = work.get("maya", HERE).await.text();
    assert!(
        page.contains("<details><summary><span class=\"grow\"><b>YORKSHIRE</b>"),
        "it is folded until it is changed"
    );
    assert_eq!(work.house.playbook().playbook.routing.pools[0].members.len(), 1);
    // Whatever is pressed before, it is asked at the press that would put it into force.
    for button in ["rule", "look", "try"] {
        let drawn = send(&work, &form, &[("do", button), ("pool.0.w.tom", "")]).await;
        let is_told = drawn.text().contains("it was tried with everyone who works here");
        assert_eq!(is_told, button == "try");
        let form = drawn::form(&drawn.text(), HERE);
        let new =
            [("rule.1.name", "New"), ("rule.1.0.field", "postcode"), ("rule.1.0.value", "LS")];
        let save = [&new[..], &[("do", "save"), ("rule.1.0.is", "begins")]].concat();
        let saved = send(&work, &form, &save).await;
        assert_eq!(saved.status_code(), 409, "{button}");
        saved.assert_text_contains("Nobody is left in “YORKSHIRE”");
        let again = drawn::form(&saved.text(), HERE);
        let other = [("do", "save"), ("pool.1.w.maya", ""), ("pool.1.w.priya", "")];
        let other = send(&work, &again, &other).await;
        assert_eq!(other.status_code(), 409, "another pool is another question");
        other.assert_text_contains("Nobody is left in “REST”");
        let filled = send(&work, &again, &[("do", "look"), ("pool.0.w.tom", "1")]).await;
        assert_eq!(filled.status_code(), 200);
    }
    let form = drawn::form(&asked.text(), HERE);
    to(&send(&work, &form, &[("do", "save")]).await);
    assert_eq!(work.house.playbook().playbook.routing.pools[0].members.len(), 0);
}

#[tokio::test]
async fn a_lead_that_asks_for_something_is_tried_and_what_is_no_score_is_said() {
    let work = routed().await;
    let form = form(&work).await;
    let asks = |test: &'static str, value: &'static str| {
        let rule =
            [("rule.0.0.field", "hand_raise"), ("rule.0.0.is", "in"), ("rule.0.0.value", "Demo")];
        let score =
            [("rule.1.0.field", "score"), ("rule.1.0.is", "at_least"), ("rule.1.0.value", "1")];
        rule.into_iter().chain(score).chain([("do", "test"), (test, value)]).collect::<Vec<_>>()
    };
    let tried = send(&work, &form, &asks("test.hand_raise", "demo")).await;
    tried.assert_text_contains("by Bradford");
    assert!(tried.text().contains("select class=\"input\" id=\"f-test.hand_raise\""));
    let none = send(&work, &form, &asks("test.score", "abc")).await;
    none.assert_text_contains("“abc” is no score");
    let other = send(&work, &form, &asks("test.score", "50")).await;
    other.assert_text_contains("Request is unknown");
}

#[tokio::test]
async fn a_lead_that_is_tried_tells_all_that_rules_and_points_ask_for_and_its_score_is_laid_open() {
    let work = routed().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let source = playbook.sources[0].clone();
    let asks = |field: &str, value: &str| Condition {
        field: field.into(),
        is: Test::In,
        value: vec![value.into()],
    };
    playbook.routing.rules[0].conditions = vec![asks("source", &source.key), asks("country", "DE")];
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
    let page = work.get("maya", HERE).await.text();
    let option = format!("<option value=\"{}\">{}</option>", source.key, source.name);
    assert!(page.contains(&option), "{page}");
    for input in ["id=\"f-test.role\"", "id=\"f-test.hand_raise\"", "id=\"f-test.timeline\""] {
        assert!(page.contains(input), "{input}");
    }
    let form = form(&work).await;
    let typed = [("do", "test"), ("test.source", &*source.key), ("test.country", "Germany")];
    let more = [("test.role", "CEO"), ("test.hand_raise", "demo")];
    let tried = send(&work, &form, &[&typed[..], &more[..]].concat()).await;
    tried.assert_text_contains("by Bradford");
    tried.assert_text_contains("Scored by these facts: ");
    tried.assert_text_contains("Can decide: CEO");
    tried.assert_text_contains("Asked for an answer: demo");
    let page = tried.text();
    assert!(
        page.contains("name=\"test.country\" list=\"values-country\" value=\"Germany\""),
        "{page}"
    );
    let low = send(&work, &form, &[&typed[..], &more[..], &[("test.score", "12")]].concat()).await;
    low.assert_text_contains("As typed: 12, Low.");
    let id = work.enquiry(1, "tom").await.to_string();
    let known = send(&work, &form, &[("do", "test"), ("test.lead", &id)]).await;
    known.assert_text_contains("Its score now: ");
}

#[tokio::test]
async fn values_are_offered_and_shown_by_their_names() {
    let work = routed().await;
    let form = form(&work).await;
    let page = work.get("maya", HERE).await.text();
    for offered in
        ["<datalist id=\"values-tier\"><option value=\"Urgent\">", "<option value=\"Germany\">"]
    {
        assert!(page.contains(offered), "{offered}");
    }
    let asked = [
        ("do", "more.0"),
        ("rule.0.1.field", "tier"),
        ("rule.0.1.value", "Urgent, high"),
        ("rule.0.2.field", "country"),
        ("rule.0.2.value", "germany; Brunei"),
    ];
    let page = send(&work, &form, &asked).await;
    page.assert_text_contains("Tier is Urgent, High");
    let page = page.text();
    assert!(page.contains("list=\"values-tier\" data-values value=\"Urgent, High\""), "{page}");
    assert!(page.contains("value=\"Germany, Brunei\""), "{page}");
}

#[tokio::test]
async fn what_is_wrong_and_what_is_odd_stands_beside_its_part_with_the_way_there() {
    let work = routed().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let gone = Member { teammate: "priya".into(), weight: 1 };
    playbook.routing.pools[1].members = vec![gone];
    playbook.team.iter_mut().filter(|mate| mate.id == "priya").for_each(|mate| mate.active = false);
    let again = Rule {
        name: "Again".into(),
        pool: "rest".into(),
        conditions: playbook.routing.rules[0].conditions.clone(),
        skills: Vec::new(),
    };
    playbook.routing.rules.insert(1, again);
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
    let page = work.get("maya", HERE).await.text();
    for told in [
        "<a href=\"#rule-1\">The rule “Again” is never asked",
        "id=\"rule-1\" aria-describedby=\"rule-1-h\"",
        "<div id=\"rule-1-h\">",
        "<a href=\"#pool-1\">Nobody of “REST” works here now.",
        "id=\"pool-1\" aria-describedby=\"pool-1-h\"",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("id=\"rule-0-h\""), "nothing is said of it");
    let form = form(&work).await;
    let never = [("do", "look"), ("rule.2.0.field", "shoes"), ("rule.2.0.value", "9")];
    let page = send(&work, &form, &never).await.text();
    assert!(
        page.contains("<a href=\"#rule-2\">The rule “The rest” names the field “shoes”"),
        "{page}"
    );
    assert!(page.contains("<div id=\"rule-2-h\"><p class=\"error\">"), "{page}");
}

#[tokio::test]
async fn a_field_that_is_off_is_said_where_it_is_asked_for() {
    let work = routed().await;
    let mut playbook = work.house.playbook().playbook.clone();
    playbook.routing.rules[0].conditions[0].field = "industry".into();
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a rule that asks for it");
    let field = "/settings/fields/industry";
    work.get("maya", field).await.assert_text_contains("These ask for it");
    for one in playbook.fields.iter_mut().filter(|one| one.key == "industry") {
        one.active = false;
    }
    work.house.apply_playbook(&playbook, Actor::House).await.expect("it is off");
    work.get("maya", field).await.assert_text_contains("“Bradford”");
    let said = "The rule “Bradford” asks for “Industry”, a field that is switched off.";
    work.get("maya", HERE).await.assert_text_contains(said);
}

#[tokio::test]
async fn a_lead_is_tried_and_a_thousand_are_before_anything_changes() {
    let work = routed().await;
    let id = work.enquiry(1, "tom").await;
    let form = form(&work).await;
    let tried = send(&work, &form, &[("do", "test"), ("test.postcode", "bd7 1ab")]).await;
    tried.assert_text_contains("by Bradford");
    tried.assert_text_contains("Would also fit rule 2, The rest");
    let number = id.to_string();
    let tried = send(&work, &form, &[("do", "test"), ("test.lead", &number)]).await;
    tried.assert_text_contains("by The rest");
    tried.assert_text_contains("Postcode is unknown");
    let none = send(&work, &form, &[("do", "test"), ("test.lead", "999999")]).await;
    none.assert_text_contains("There is no lead with this number");
    let page = work.get("maya", HERE).await.text();
    assert!(page.contains("formaction=\"/settings/routing#dry-run\""), "it opens at the result");
    let same = send(&work, &form, &[("do", "try")]).await;
    same.assert_text_contains("None of 1 leads would go to somebody else.");
    let others = [("do", "try"), ("rule.1.pool", "yorkshire")];
    let moved = send(&work, &form, &others).await;
    moved.assert_text_contains("1 of 1 leads would go to somebody else.");
    moved.assert_text_contains("Tom Adeyemi, The rest");
}

#[tokio::test]
async fn a_wrong_owner_is_passed_on_from_the_page_of_the_lead() {
    let work = routed().await;
    let id = work.enquiry(1, "tom").await;
    let (page, url) = (format!("/leads/{id}?do=misroute"), format!("/leads/{id}/misroute"));
    work.get("tom", &page).await.assert_text_contains("wrong territory");
    assert_eq!(work.post("tom", &url, &[("reason", "boredom")]).await.status_code(), 422);
    let unsaid = work.post("tom", &url, &[("note", "They moved to Leeds")]).await;
    assert_eq!(unsaid.status_code(), 422, "Enter in the note chooses nothing");
    unsaid.assert_text_contains("value=\"They moved to Leeds\"");
    let said = [("reason", "territory"), ("note", "They moved to Leeds"), ("was", "tom")];
    to(&work.post("tom", &url, &said).await);
    let lead = work.lead(id);
    assert_ne!(lead.owner_id(), Some("tom"));
    assert_eq!(lead.misroutes[0].why, WrongOwner::Territory);
    work.get("tom", "/notices").await.assert_text_contains("was not for you and went to");
    let next = lead.owner_id().expect("an owner").to_owned();
    work.get(&next, "/notices").await.assert_text_contains("and is now your lead.");
    let page = work.get("tom", &format!("/leads/{id}")).await;
    page.assert_text_contains("was the wrong owner");
    page.assert_text_contains("They moved to Leeds");
    page.assert_text_contains("Decided ");
    let late = work.post("tom", &url, &[("reason", "other"), ("was", "tom")]).await;
    assert_eq!(late.status_code(), 409, "somebody else has it by now");
}

#[tokio::test]
async fn nobody_waits_without_an_owner_and_the_box_says_so() {
    let work = routed().await;
    work.enquiry(1, "tom").await;
    let text = work.pages.get("/healthz").await.text();
    assert!(text.contains("\"leads_ownerless\":0"), "{text}");
    assert_eq!(work.lead(LeadId(work.enquiry(2, "maya").await.0)).owner_id(), Some("maya"));
    work.get("maya", "/settings/routing/sample")
        .await
        .assert_text_contains("Routing of April 2026");
}

/// Files an enquiry that nobody decided about, which no rule and no person can bring about.
fn file_without_owner(work: &Work, like: LeadId) {
    let store = work.house.desk.store();
    let reading = store.read().expect("a reading");
    let mut entry = reading.entry(like.0).expect("it reads").expect("its first entry");
    let id = LeadId(reading.last_seq().expect("a number") + 1);
    (entry.seq, entry.subject) = (id.0, Subject::Lead(id));
    let mut lead = Lead::unborn(id);
    lead.apply(&entry);
    let tx = store.write().expect("a transaction");
    let mut tables = Tables::open(&tx).expect("tables");
    let playbook = &work.house.playbook().playbook;
    append(&mut tables, &[entry], &Arc::new(lead), &[], playbook).expect("it is filed");
    drop(tables);
    tx.commit().expect("it is written");
}

#[tokio::test]
async fn an_open_lead_without_an_owner_is_an_alarm() {
    let work = routed().await;
    let alarm = "1 open lead has no owner. Open it and give it to somebody.";
    let like = work.enquiry(1, "tom").await;
    assert!(!work.get("maya", "/today").await.text().contains(alarm));
    file_without_owner(&work, like);
    work.get("maya", "/today").await.assert_text_contains(alarm);
    let text = work.pages.get("/healthz").await.text();
    assert!(text.contains("\"leads_ownerless\":1"), "{text}");
}

#[tokio::test]
async fn rules_are_tried_on_leads_as_they_were_when_somebody_first_got_them() {
    let begun: Timestamp = "2026-05-04T09:00:00Z".parse().expect("a moment");
    let clock = Arc::new(Turned(AtomicI64::new(begun.as_second())));
    let work = house_at(clock.clone()).await;
    let mut playbook = work.house.playbook().playbook.clone();
    let pool = |key: &str, mate: &str| Pool {
        key: key.into(),
        name: key.to_uppercase(),
        skills: Vec::new(),
        members: vec![Member { teammate: mate.into(), weight: 1 }],
    };
    let rule = |name: &str, pool: &str, value: &[&str]| {
        let value: Vec<String> = value.iter().map(|&one| one.to_owned()).collect();
        let asks = Condition { field: "tier".into(), is: Test::In, value };
        let conditions = if asks.value.is_empty() { Vec::new() } else { vec![asks] };
        Rule { name: name.into(), pool: pool.into(), skills: Vec::new(), conditions }
    };
    playbook.routing.pools = vec![pool("top", "tom"), pool("rest", "priya")];
    playbook.routing.rules =
        vec![rule("The top", "top", &["high", "urgent"]), rule("The rest", "rest", &[])];
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
    let answer = work.house.desk.ask(sample::capture(1)).await.expect("it is taken");
    let id = answer.lead().expect("a lead").id;
    assert_eq!((work.lead(id).owner_id(), work.lead(id).tier()), (Some("tom"), Tier::High));
    let answered = Command::call(Outcome::Reached, "Talked", work.house.clock.now());
    work.ask(id, answered).await;
    clock.0.store(begun.as_second() + 200 * 86_400, Ordering::SeqCst);
    work.ask(id, Command::Review).await;
    assert!(work.lead(id).tier() < Tier::High, "it has faded");
    let form = form(&work).await;
    let moved = [("do", "try"), ("rule.0.pool", "rest")];
    let moved = send(&work, &form, &moved).await;
    moved.assert_text_contains("1 of 1 leads would go to somebody else.");
    moved.assert_text_contains("Priya Raman, The top");
}

#[tokio::test]
async fn facts_that_are_tried_are_scored_unless_a_score_is_typed() {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let asks = |field: &str, is, value: &str| Condition {
        field: field.into(),
        is,
        value: vec![value.into()],
    };
    playbook.routing.rules.insert(
        0,
        Rule {
            name: "The top".into(),
            pool: playbook.routing.pools[0].key.clone(),
            skills: Vec::new(),
            conditions: vec![asks("score", Test::AtLeast, "60")],
        },
    );
    let asked = vec![asks("hand_raise", Test::In, "quote")];
    let second =
        Rule { name: "Second".into(), conditions: asked, ..playbook.routing.rules[0].clone() };
    playbook.routing.rules.insert(1, second);
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
    let form = form(&work).await;
    let quote = ("test.hand_raise", "quote");
    let scored = send(&work, &form, &[("do", "test"), quote]).await;
    scored.assert_text_contains("by The top");
    scored.assert_text_contains("Scored by these facts: ");
    let typed = send(&work, &form, &[("do", "test"), quote, ("test.score", "10")]).await;
    typed.assert_text_contains("by Second");
    assert!(!typed.text().contains("Scored by these facts"));
}

#[tokio::test]
async fn a_rule_says_how_often_it_named_an_owner_in_thirty_days_for_the_first_time_or_later() {
    let april: Timestamp = "2026-04-20T09:00:00Z".parse().expect("a moment");
    let clock = Arc::new(Turned(AtomicI64::new(april.as_second())));
    let work = house_at(clock.clone()).await;
    let mut first = None;
    for nth in 1..=3 {
        first.get_or_insert(work.enquiry(nth, "tom").await);
    }
    work.get("maya", HERE).await.assert_text_contains("3 assignments in 30 days");
    let why = WrongOwner::Territory;
    work.ask(first.expect("a lead"), Command::Misroute { why, note: String::new() }).await;
    work.get("maya", HERE).await.assert_text_contains("4 assignments in 30 days");
    clock.0.store(april.as_second() + 29 * 86_400, Ordering::SeqCst);
    work.enquiry(4, "tom").await;
    work.get("maya", HERE).await.assert_text_contains("5 assignments in 30 days");
    clock.0.store(april.as_second() + 30 * 86_400, Ordering::SeqCst);
    work.get("maya", HERE).await.assert_text_contains("1 assignment in 30 days");
    let verdict = work.house.desk.store().verify(&work.house.playbook().playbook);
    assert_eq!(verdict.expect("a store").told, Vec::<String>::new());
}

#[tokio::test]
async fn r92_last_months_leads_are_judged_on_their_page_and_today_asks_for_it() {
    let april: Timestamp = "2026-04-20T09:00:00Z".parse().expect("a moment");
    let clock = Arc::new(Turned(AtomicI64::new(april.as_second())));
    let work = house_at(clock.clone()).await;
    let mut ids = Vec::new();
    for nth in 1..=3 {
        ids.push(work.enquiry(nth, "tom").await);
    }
    work.ask(ids[0], Command::Misroute { why: WrongOwner::Product, note: String::new() }).await;
    let then = work.lead(ids[1]).score();
    let facts =
        [("company", "Larkfield Trust"), ("role", "Head of estates"), ("postcode", "LS1 4AP")];
    let changes = facts.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    work.ask(ids[1], Command::Edit { changes, seen: None }).await;
    let sample = "/settings/routing/sample";
    work.get("maya", sample).await.assert_text_contains("No lead was given to anybody");
    clock.0.store(april.as_second() + 12 * 86_400, Ordering::SeqCst);
    work.get("maya", "/today").await.assert_text_contains("routing: 3 leads are to be judged");
    let page = work.get("maya", sample).await;
    page.assert_text_contains("Larkfield Trust · Head of estates · LS1 4AP · ");
    let now = work.lead(ids[1]).score();
    assert!(now > then && page.text().contains(&format!("<b>{then}</b>")), "as it was given");
    assert!(!page.text().contains(&format!("<b>{now}</b>")), "not as it was in the same second");
    assert!(!work.get("tom", "/today").await.text().contains("to be judged"));
    let names: Vec<String> = ids.iter().map(|id| format!("judge.{id}")).collect();
    let form =
        [(&*names[0], "right"), (&*names[1], "right"), (&*names[2], "wrong"), ("judge.9", "right")];
    assert_eq!(to(&work.post("maya", sample, &form).await), format!("{sample}?saved=true"));
    let page = work.get("maya", sample).await;
    page.assert_text_contains("2 of 3 had the right owner at once: 66 %. 90 % are wanted.");
    page.assert_text_contains("with the wrong owner");
    assert!(!work.get("maya", "/today").await.text().contains("to be judged"));
    work.get("maya", &format!("/leads/{}", ids[2]))
        .await
        .assert_text_contains("First owner judged to be wrong");
    assert_eq!(work.post("tom", sample, &form).await.status_code(), 403);
}

#[tokio::test]
async fn one_person_alone_gets_everything_and_sees_nothing_of_a_team() {
    let work = routed().await;
    let mut playbook = work.house.playbook().playbook.clone();
    for mate in playbook.team.iter_mut().filter(|mate| mate.id != "maya") {
        mate.active = false;
    }
    playbook.routing.pools[0].members[0].teammate = "maya".into();
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a house of one");
    let id = work.enquiry(1, "maya").await;
    let page = work.get("maya", &format!("/leads/{id}")).await.text();
    for of_a_team in ["owner-menu", "do=owner", "do=misroute"] {
        assert!(!page.contains(of_a_team), "{of_a_team}: {page}");
    }
    let list = work.get("maya", "/leads").await.text();
    assert!(!list.contains("popovertarget=\"give\"") && !list.contains("name=\"owner\""), "{list}");
    let today = work.get("maya", "/today?team=all").await.text();
    assert!(!today.contains("team=all") && !today.contains("id=\"team\""), "{today}");
    let rules = work.get("maya", HERE).await;
    rules.assert_text_contains("Every lead goes to Maya, who works here alone");
    let form = form(&work).await;
    let tried = send(&work, &form, &[("do", "test"), ("test.postcode", "BD1")]).await;
    tried.assert_text_contains("by the only teammate");
    let url = format!("/leads/{id}/misroute");
    assert_eq!(work.post("maya", &url, &[("reason", "other")]).await.status_code(), 422);
}

#[tokio::test]
async fn close_rates_propose_shares_that_a_click_takes_over_and_nothing_else_does() {
    let work = routed().await;
    let mut playbook = work.house.playbook().playbook.clone();
    playbook.routing.rules.remove(0);
    playbook.routing.open_unaccepted_max = 10_000;
    (playbook.routing.keep_firm, playbook.pipeline.won_requires) = (false, Vec::new());
    work.house.apply_playbook(&playbook, Actor::House).await.expect("one rule");
    work.get("maya", HERE).await.assert_text_contains("No lead of this pool has ended");
    let reason = playbook.pipeline.lost_reasons[0].clone();
    for nth in 1..=24 {
        let answer = work.house.desk.ask(sample::capture(nth)).await.expect("it is taken");
        let id = answer.lead().expect("a lead").id;
        let end = match work.lead(id).owner_id() {
            Some("maya") => Command::Win { value: None, facts: Default::default() },
            _ => Command::Lose { reason: reason.clone(), note: "Too far away".into() },
        };
        work.ask(id, end).await;
    }
    let before = work.house.playbook().playbook.routing.clone();
    let page = work.get("maya", HERE).await.text();
    assert!(page.contains("Take over these shares") && page.contains("100%"), "{page}");
    assert_eq!(work.house.playbook().playbook.routing, before, "proposed, and no more");
    let url = format!("{HERE}/weights");
    let base = work.house.playbook().version.to_string();
    let form = [("base", base.as_str()), ("pool", "rest")];
    assert_eq!(work.post("tom", &url, &form).await.status_code(), 403);
    let mut other = work.house.playbook().playbook.clone();
    other.routing.pools[1].name = "Everyone".into();
    work.house.apply_playbook(&other, Actor::House).await.expect("a pool with another name");
    let late = work.post("maya", &url, &form).await;
    assert_eq!(late.status_code(), 409);
    late.assert_text_contains("nothing was taken over");
    let before = work.house.playbook().playbook.routing.clone();
    assert_eq!(before, other.routing);
    let base = work.house.playbook().version.to_string();
    let form = [("base", base.as_str()), ("pool", "rest")];
    assert_eq!(to(&work.post("maya", &url, &form).await), format!("{HERE}?saved=true#rates"));
    let after = work.house.playbook().playbook.routing.clone();
    let weight = |id: &str| {
        let pool = after.pools.iter().find(|pool| pool.key == "rest").expect("a pool");
        pool.members.iter().find(|one| one.teammate == id).expect("a member").weight
    };
    assert!(weight("maya") > weight("priya"), "{:?}", after.pools);
    let page = work.get("maya", HERE).await.text();
    assert!(!page.contains("Take over these shares"), "what is so is not proposed again");
}

#[tokio::test]
async fn of_one_firm_who_has_spoken_with_it_gets_the_next_and_not_who_was_only_given_one() {
    let work = routed().await;
    let keeps_firm = |is_kept| {
        let mut playbook = work.house.playbook().playbook.clone();
        playbook.routing.keep_firm = is_kept;
        let work = &work;
        async move { work.house.apply_playbook(&playbook, Actor::House).await.expect("a rule") }
    };
    let arrives = |nth, more: &'static str| {
        let order = sample::capture_with(nth, more);
        let work = &work;
        async move { work.house.desk.ask(order).await.expect("it is taken").lead().expect("one").id }
    };
    keeps_firm(false).await;
    let first = arrives(1, "&website=larkfield.example&postcode=BD7+1AB").await;
    let call = [("outcome", "reached"), ("text", "Talked"), ("next", "call"), ("when", "tomorrow")];
    to(&work.post("tom", &format!("/leads/{first}/calls"), &call).await);
    let second = arrives(2, "&website=larkfield.example").await;
    assert_ne!(work.lead(second).owner_id(), Some("tom"));
    keeps_firm(true).await;
    let third = arrives(3, "&website=larkfield.example").await;
    assert_eq!(work.lead(third).owner_id(), Some("tom"));
}
