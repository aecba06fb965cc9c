//! The list of leads: narrowed, sorted, kept under names, changed many at once, taken away.

use crate::clocks::Settable;
use crate::sample;
use axum_test::{TestResponse, TestServer};
use jiff::Timestamp;
use leadstead::command::Command;
use leadstead::lead::{Actor, Channel, Direction, Lead, LeadId, Outcome, Touch};
use leadstead::playbook::{Role, Teammate};
use leadstead::shell::clock::Clock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::web::Web;
use std::sync::Arc;

const NOW: &str = "2026-05-04T09:00:00Z";

/// A clock that stands still.
struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        NOW.parse().expect("a moment")
    }
}

pub struct Work {
    pub house: Arc<House>,
    pub pages: TestServer,
}

/// A house of three on a Monday: Maya owns it, Tom and Priya sell.
pub async fn house() -> Work {
    house_at(Arc::new(Still)).await
}

/// The same by another clock.
pub async fn house_at(clock: Arc<dyn Clock>) -> Work {
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let house = House::of(store, Config::parse("").expect("a configuration"), clock);
    let house = Arc::new(house.expect("a house"));
    let mut playbook = sample::playbook();
    playbook.followup.instant_reply.clear();
    for (id, name) in [("tom", "Tom Adeyemi"), ("priya", "Priya Raman")] {
        let email = format!("{id}@fernhill.example");
        playbook.team.push(Teammate::new(id, name, &email, Role::Rep));
    }
    house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    sample::let_in(&house, &["maya", "tom", "priya"]).await;
    let pages = TestServer::new(Web::of(house.clone()).house_door());
    Work { house, pages }
}

impl Work {
    /// The nth person asks for a quote, and the lead goes to somebody.
    pub async fn enquiry(&self, nth: u32, owner: &str) -> LeadId {
        let answer = self.house.desk.ask(sample::capture(nth)).await.expect("it is taken");
        let id = answer.lead().expect("a lead").id;
        self.ask(id, Command::Give { to: owner.into(), why: String::new() }).await;
        id
    }

    pub async fn ask(&self, id: LeadId, command: Command) {
        let by = Actor::Teammate("maya".into());
        let order = Order::Lead { id, command, by, once: None };
        self.house.desk.ask(order).await.expect("it is done");
    }

    /// A page, once everything that was written can be found.
    pub async fn get(&self, who: &str, url: &str) -> TestResponse {
        let written = self.house.desk.store().read().and_then(|reading| reading.last_seq());
        self.house.search.wake();
        let written = written.expect("it reads");
        assert!(self.house.search.wait_for(written, std::time::Duration::from_secs(10)));
        self.pages.get(url).add_header("cookie", format!("leadstead={who}")).await
    }

    /// The numbers of the leads on a page, in order.
    pub async fn listed(&self, who: &str, url: &str) -> Vec<u64> {
        let page = self.get(who, url).await;
        assert_eq!(page.status_code(), 200, "{url}");
        let text = page.text();
        let rows = text.split("name=\"lead\" value=\"").skip(1);
        rows.filter_map(|row| row.split('"').next()?.parse().ok()).collect()
    }

    pub async fn post(&self, who: &str, url: &str, form: &[(&str, &str)]) -> TestResponse {
        self.pages.post(url).add_header("cookie", format!("leadstead={who}")).form(&form).await
    }

    async fn unread(&self, who: &str) -> u64 {
        let bell: serde_json::Value = self.get(who, "/notices/new?after=0").await.json();
        bell["unread"].as_u64().expect("a number")
    }

    pub fn lead(&self, id: LeadId) -> Lead {
        let reading = self.house.desk.store().read().expect("a reading");
        reading.lead(id).expect("it reads").expect("a lead")
    }
}

pub fn to(response: &TestResponse) -> String {
    assert_eq!(response.status_code(), 303, "{}", response.text());
    response.header("location").to_str().expect("a readable header").to_owned()
}

#[tokio::test]
async fn an_empty_house_says_how_the_first_lead_gets_here() {
    let work = house().await;
    let page = work.get("maya", "/leads").await;
    page.assert_text_contains("No leads yet. The first one starts a clock.");
    assert!(page.text().contains("href=\"/leads/new\""));
    assert!(!page.text().contains("id=\"narrow\""), "there is nothing to narrow");
}

#[tokio::test]
async fn the_url_narrows_the_list_and_is_all_of_its_state() {
    let work = house().await;
    let mine = work.enquiry(1, "maya").await;
    let toms = work.enquiry(2, "tom").await;
    let lost = work.enquiry(3, "tom").await;
    work.ask(lost, Command::Lose { reason: "Price".into(), note: String::new() }).await;
    work.ask(
        toms,
        Command::Edit { changes: [("value".into(), "900000".into())].into(), seen: None },
    )
    .await;
    work.ask(mine, Command::call(leadstead::lead::Outcome::Reached, "Talked", Still.now())).await;
    let ids = |ids: &[LeadId]| ids.iter().map(|id| id.0).collect::<Vec<_>>();
    let either = |mut listed: Vec<u64>| {
        listed.sort_unstable();
        listed
    };
    assert_eq!(either(work.listed("maya", "/leads").await), ids(&[mine, toms]));
    assert_eq!(work.listed("maya", "/leads?owner=me").await, ids(&[mine]));
    assert_eq!(work.listed("tom", "/leads?owner=me&fate=open").await, ids(&[toms]));
    assert_eq!(work.listed("maya", "/leads?fate=lost").await, ids(&[lost]));
    assert_eq!(
        work.listed("maya", "/leads?fate=any&owner=tom&sort=newest").await,
        ids(&[lost, toms])
    );
    let both = work.listed("maya", "/leads?owner=tom&owner=maya&fate=open").await;
    assert_eq!(either(both), ids(&[mine, toms]));
    assert_eq!(work.listed("maya", "/leads?fate=open&flag=unanswered").await, ids(&[toms]));
    assert_eq!(work.listed("maya", "/leads?fate=open&sort=value").await[0], toms.0);
    assert_eq!(work.listed("maya", "/leads?q=person2").await[0], toms.0, "the best match first");
    assert_eq!(work.listed("maya", "/leads?new=2").await.len(), 3);
    assert_eq!(work.listed("maya", "/leads?touch=2").await, [0; 0]);
    let page = work.get("maya", "/leads?owner=tom&fate=open").await;
    page.assert_text_contains("Owner: Tom");
    assert!(page.text().contains("aria-label=\"Remove filter Owner: Tom\""));
    page.assert_text_contains("£9,000");
    let sent = "/leads?q=&owner=tom&score=&touch=&sort=score";
    assert_eq!(to(&work.get("maya", sent).await), "/leads?owner=tom&sort=score");
}

#[tokio::test]
async fn from_a_lead_one_goes_on_through_the_list_one_came_from() {
    let work = house().await;
    let mut ids = Vec::new();
    for nth in 1..=4 {
        ids.push(work.enquiry(nth, if nth == 2 { "tom" } else { "maya" }).await.0);
    }
    let list = work.get("maya", "/leads?owner=maya&sort=newest").await.text();
    let way = |page: &str, before: &str| {
        let (_, rest) = page.split_once(before).expect("a link");
        let url = rest.split_once('"').expect("its end").0;
        url.replace("&amp;", "&")
    };
    let first = way(&list, &format!("<a id=\"row-{}\" href=\"", ids[3]));
    assert!(first.starts_with(&format!("/leads/{}?list=owner%3Dmaya%26sort%3Dnewest&at=", ids[3])));
    let page = work.get("maya", &first).await.text();
    let through = page.split_once("through").expect("the way through").1;
    assert!(!through.contains("rel=\"prev\""), "nothing lies before the first");
    let before_next = "<a class=\"btn quiet\" href=\"/leads/";
    let second = format!("/leads/{}", way(through, before_next));
    assert!(second.starts_with(&format!("/leads/{}?", ids[2])), "{second}: Tom's is passed over");
    let form = [("text", "A note"), ("next", "keep")];
    let post = work.pages.post(&format!("/leads/{}/notes", ids[2]));
    let back = post
        .add_header("cookie", "leadstead=maya")
        .add_header("referer", format!("http://localhost{second}"))
        .form(&form)
        .await;
    assert_eq!(to(&back), format!("{second}#timeline"), "the list is not lost");
    let asked = work.pages.get(&format!("/leads/{}?do=call", ids[2]));
    let asked = asked.add_header("cookie", "leadstead=maya");
    let within = asked.add_header("referer", format!("http://localhost{second}")).await;
    assert_eq!(to(&within), second.replacen('?', "?do=call&", 1), "nor by a link within the page");
    let page = work.get("maya", &second).await.text();
    let through = page.split_once("through").expect("the way through").1;
    assert_eq!(format!("/leads/{}", way(through, before_next)), first);
    let plain = work.get("maya", &format!("/leads/{}", ids[0])).await.text();
    assert!(!plain.contains("class=\"line through\""));
}

#[tokio::test]
async fn a_list_says_when_the_index_has_not_read_every_lead_yet() {
    const BEHIND: &str = "The list is still being put together after a start.";
    let work = house().await;
    work.enquiry(1, "maya").await;
    assert!(!work.get("maya", "/leads").await.text().contains(BEHIND));
    let store = work.house.desk.store().clone();
    let mut late = House::of(store, Config::default(), Arc::new(Still)).expect("a house");
    late.search.stop();
    late.desk.ask(sample::capture(2)).await.expect("it is taken");
    let pages = TestServer::new(Web::of(Arc::new(late)).house_door());
    pages.get("/leads").add_header("cookie", "leadstead=maya").await.assert_text_contains(BEHIND);
}

#[tokio::test]
async fn what_matches_nothing_says_which_filter_to_take_off() {
    let work = house().await;
    work.enquiry(1, "maya").await;
    let page = work.get("maya", "/leads?owner=maya&touch=30&fate=open").await;
    page.assert_text_contains("Nothing matches these 3 filters");
    page.assert_text_contains("Taking off “Last touch” shows 1 lead.");
    assert!(page.text().contains("href=\"/leads?owner=maya&amp;fate=open\""));
    let next = work.get("maya", "/leads?fate=open&flag=no_next_step").await;
    next.assert_text_contains("Every open lead has a next step.");
    for nonsense in ["?at=1&back=yes", "?owner=%00&tier=x", "?sort=luck&done=7", "?q=%F0%9F%98%80"]
    {
        assert_eq!(work.get("maya", &format!("/leads{nonsense}")).await.status_code(), 200);
    }
}

#[tokio::test]
async fn a_long_list_is_turned_page_by_page_both_ways_and_stays_light() {
    let work = house().await;
    for nth in 1..=120 {
        work.enquiry(nth, "maya").await;
    }
    let mut url = "/leads?sort=newest".to_owned();
    let mut pages = Vec::new();
    let link = |text: &str, rel: &str| {
        let link = text.split("href=\"").find(|link| link.contains(&format!("rel=\"{rel}\"")));
        link.and_then(|link| link.split('"').next()).map(|link| link.replace("&amp;", "&"))
    };
    loop {
        let text = work.get("maya", &url).await.text();
        assert!(text.len() <= 80_000, "{} bytes", text.len());
        pages.push(work.listed("maya", &url).await);
        match link(&text, "next") {
            Some(next) => url = next,
            None => break,
        }
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 20]);
    let last = work.get("maya", &url).await;
    last.assert_text_contains("101 to 120 of 120");
    let before = link(&last.text(), "prev").expect("a way back");
    assert_eq!(work.listed("maya", &before).await, pages[1]);
    let first = link(&work.get("maya", &before).await.text(), "prev").expect("a way back");
    assert_eq!(work.listed("maya", &first).await, pages[0]);
}

#[tokio::test]
async fn a_shared_segment_is_seen_by_all_and_one_of_ones_own_by_nobody_else() {
    let work = house().await;
    work.enquiry(1, "tom").await;
    let form = [
        ("name", "Tom’s quotes"),
        ("shared", "yes"),
        ("here", "owner=tom&fate=open"),
        ("once", "0198c000-0000-7000-8000-00000000000a"),
    ];
    assert_eq!(
        to(&work.post("maya", "/leads/segments", &form).await),
        "/leads?owner=tom&fate=open"
    );
    to(&work.post("maya", "/leads/segments", &form).await);
    let page = work.get("priya", "/leads").await.text();
    assert_eq!(page.matches("Tom’s quotes").count(), 1, "sent twice, kept once");
    let api = work.get("priya", "/leads?owner=tom&fate=open").await.text();
    assert!(api.contains("aria-current=\"page\">Tom’s quotes"));
    assert!(!api.contains("Change this segment"), "it is not hers");
    // A rep keeps a list for themselves, whatever they send.
    let own = [("name", "Mine alone"), ("shared", "yes"), ("here", "tier=high")];
    to(&work.post("tom", "/leads/segments", &own).await);
    work.get("tom", "/leads").await.assert_text_contains("Mine alone");
    assert!(!work.get("maya", "/leads").await.text().contains("Mine alone"));
}

#[tokio::test]
async fn a_segment_is_renamed_and_deleted_by_whom_it_belongs_to() {
    let work = house().await;
    work.enquiry(1, "tom").await;
    let form = [
        ("name", "Hot"),
        ("shared", "yes"),
        ("here", "tier=high"),
        ("once", "0198c000-0000-7000-8000-00000000000b"),
    ];
    to(&work.post("maya", "/leads/segments", &form).await);
    let url = "/leads/segments/hot-0000000b";
    assert_eq!(work.post("tom", url, &[("do", "delete")]).await.status_code(), 403);
    to(&work.post("maya", url, &[("do", "rename"), ("name", "Very hot"), ("shared", "yes")]).await);
    work.get("tom", "/leads").await.assert_text_contains("Very hot");
    let nameless = work.post("maya", url, &[("do", "rename"), ("name", " ")]).await;
    assert_eq!(nameless.status_code(), 422);
    nameless.assert_text_contains("Give the segment a name.");
    assert_eq!(to(&work.post("maya", url, &[("do", "delete")]).await), "/leads");
    assert!(!work.get("tom", "/leads").await.text().contains("Very hot"));
    let late = work.post("tom", url, &[("do", "rename"), ("name", "Hotter")]).await;
    assert_eq!(late.status_code(), 404);
    late.assert_text_contains("This segment was deleted meanwhile.");
    assert_eq!(to(&work.post("maya", url, &[("do", "delete")]).await), "/leads", "a double click");
}

#[tokio::test]
async fn a_segment_without_a_name_comes_back_with_what_was_typed() {
    let work = house().await;
    work.enquiry(1, "tom").await;
    for (name, why) in [("", "Give the segment a name."), (&*"x".repeat(61), "longer than 60")] {
        let form = [("name", name), ("shared", "yes"), ("here", "tier=high")];
        let back = work.post("maya", "/leads/segments", &form).await;
        assert_eq!(back.status_code(), 422);
        back.assert_text_contains(why);
        assert!(back.text().contains("name=\"shared\" value=\"yes\" checked"));
        assert!(back.text().contains(&format!("value=\"{name}\"")));
    }
}

#[tokio::test]
async fn columns_are_chosen_by_each_for_themselves() {
    let work = house().await;
    work.enquiry(1, "maya").await;
    let form = [("here", "tier=high"), ("column", "phone"), ("column", "value"), ("column", "x")];
    assert_eq!(to(&work.post("maya", "/leads/columns", &form).await), "/leads?tier=high");
    let heads = |text: String| {
        text.split("<thead>")
            .nth(1)
            .map(|rest| rest.split("</thead>").next().unwrap_or_default().matches("<th ").count())
    };
    assert_eq!(heads(work.get("maya", "/leads").await.text()), Some(5));
    assert_eq!(heads(work.get("tom", "/leads").await.text()), Some(9));
}

pub fn bulk<'a>(what: &'a str, leads: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let ticked = leads.iter().map(|id| ("lead", id.as_str()));
    let rest = [
        ("do", what),
        ("here", "fate=open&sort=newest"),
        ("once", "0198c000-0000-7000-8000-000000000001"),
    ];
    ticked.chain(rest).collect()
}

#[tokio::test]
async fn leads_are_given_together_and_taken_back_where_nobody_has_changed_them_since() {
    let work = house().await;
    let (one, two) = (work.enquiry(1, "maya").await, work.enquiry(2, "priya").await);
    let third = work.enquiry(3, "tom").await;
    let lost = work.enquiry(4, "maya").await;
    work.ask(lost, Command::Lose { reason: "Price".into(), note: String::new() }).await;
    let leads = [one, two, third, lost].map(|id| id.to_string());
    let before = work.unread("tom").await;
    let done = to(&work.post("maya", "/leads/bulk", &bulk("give:tom", &leads)).await);
    assert_eq!(work.unread("tom").await, before + 1, "of both leads at once");
    work.get("tom", "/notices").await.assert_text_contains("2 leads are yours now.");
    let again = to(&work.post("maya", "/leads/bulk", &bulk("give:tom", &leads)).await);
    assert_eq!(done, again, "sent twice, done once");
    for id in [one, two, third] {
        assert_eq!(work.lead(id).owner_id(), Some("tom"));
    }
    let page = work.get("maya", &done).await;
    page.assert_text_contains("2 leads given to Tom Adeyemi.");
    page.assert_text_contains("1 lead was left as it is:");
    page.assert_text_contains("This lead is closed. Open it again first.");
    assert!(!work.get("tom", &done).await.text().contains("given to"), "it is told to who did it");
    work.ask(two, Command::Note { text: "I know them".into(), next: None }).await;
    let undo = page.text().split("action=\"").find_map(|rest| {
        rest.split('"').next().filter(|url| url.ends_with("/undo")).map(str::to_owned)
    });
    let undo = undo.expect("a way back");
    assert_eq!(work.post("tom", &undo, &[]).await.status_code(), 404);
    let back = to(&work.post("maya", &undo, &[("here", "fate=open")]).await);
    to(&work.post("maya", &undo, &[("here", "fate=open")]).await);
    assert_eq!(work.lead(one).owner_id(), Some("maya"));
    assert_eq!(work.lead(two).owner_id(), Some("tom"), "somebody has changed it since");
    assert_eq!(work.lead(third).owner_id(), Some("tom"), "it was his before");
    let page = work.get("maya", &back).await;
    page.assert_text_contains("1 of 2 taken back.");
    page.assert_text_contains("because it has been changed since:");
    page.assert_text_contains("Person 2");
}

#[tokio::test]
async fn leads_are_moved_together_and_each_refusal_says_why() {
    let work = house().await;
    let (one, two) = (work.enquiry(1, "maya").await, work.enquiry(2, "maya").await);
    let leads = [one, two].map(|id| id.to_string());
    let page = work.post("maya", "/leads/bulk", &bulk("move:discovery", &leads)).await;
    let page = work.get("maya", &to(&page)).await;
    page.assert_text_contains("2 leads were left as they are:");
    page.assert_text_contains("Before this stage, say: The problem to solve");
    assert!(!page.text().contains("/undo"), "there is nothing to take back");
    let mut form = bulk("move:qualified", &leads);
    form.retain(|(name, _)| *name != "once");
    let done = to(&work.post("maya", "/leads/bulk", &form).await);
    assert_eq!(work.lead(one).stage, "qualified");
    work.get("maya", &done).await.assert_text_contains("2 leads moved to");
}

#[tokio::test]
async fn every_lead_that_was_left_as_it_is_can_be_looked_up() {
    let work = house().await;
    let mut leads = Vec::new();
    for nth in 1..=22 {
        leads.push(work.enquiry(nth, "maya").await.to_string());
    }
    let done = to(&work.post("maya", "/leads/bulk", &bulk("move:discovery", &leads)).await);
    let page = work.get("maya", &done).await.text();
    let more = page.split("<a href=\"").find(|rest| rest.contains("\">and 2 more</a>"));
    let all = more.and_then(|rest| rest.split('"').next()).expect("a way to the rest").to_owned();
    let listed = work.get("maya", &all).await;
    listed.assert_text_contains("22 leads were left as they are:");
    for id in &leads {
        listed.assert_text_contains(format!("<a href=\"/leads/{id}\">"));
    }
    listed.assert_text_contains("Before this stage, say: The problem to solve");
    let last = work.get("maya", &format!("{all}?from=20")).await.text();
    assert_eq!(last.matches("Before this stage, say:").count(), 2);
    assert_eq!(work.get("tom", &all).await.status_code(), 404, "it is told to who did it");
}

#[tokio::test]
async fn a_bulk_action_without_leads_or_without_sense_is_refused_with_a_sentence() {
    let work = house().await;
    let id = work.enquiry(1, "maya").await.to_string();
    let none = work.post("maya", "/leads/bulk", &bulk("give:tom", &[])).await;
    assert_eq!(none.status_code(), 422);
    none.assert_text_contains("Tick at least one lead first.");
    let senseless =
        work.post("maya", "/leads/bulk", &bulk("burn:all", std::slice::from_ref(&id))).await;
    senseless.assert_text_contains("Choose what is to be done with them.");
    let many: Vec<String> = (1..=300).map(|id| id.to_string()).collect();
    let many = work.post("maya", "/leads/bulk", &bulk("give:tom", &many)).await;
    many.assert_text_contains("200 leads at once are the most.");
    let nobody = work.post("maya", "/leads/bulk", &bulk("give:nobody", &[id])).await;
    let page = work.get("maya", &to(&nobody)).await;
    page.assert_text_contains("Nobody with the name “nobody” works here now.");
}

#[tokio::test]
async fn all_that_a_list_is_narrowed_to_are_changed_beyond_its_page() {
    let work = house().await;
    for nth in 1..=53 {
        work.enquiry(nth, if nth <= 3 { "tom" } else { "maya" }).await;
    }
    let page = work.get("maya", "/leads?fate=open&sort=newest").await;
    page.assert_text_contains("All 53 that match");
    let mut form = bulk("give:tom", &[]);
    form.push(("all", "yes"));
    let done = to(&work.post("maya", "/leads/bulk", &form).await);
    let page = work.get("maya", &done).await;
    page.assert_text_contains("50 leads given to Tom Adeyemi. 3 were so already.");
    assert_eq!(work.listed("tom", "/leads?owner=me&fate=open").await.len(), 50);
    page.assert_text_contains("/undo");
}

#[tokio::test]
async fn an_export_says_the_score_of_the_day_as_the_list_does() {
    let clock = Settable::at(NOW);
    let work = house_at(clock.clone()).await;
    let id = work.enquiry(1, "maya").await;
    let (channel, direction, outcome) = (Channel::Webinar, Direction::Inbound, Outcome::Made);
    let touch = Touch { channel, direction, outcome, text: "Boilers".into(), at: clock.now() };
    work.ask(id, Command::Touch { touch, task: None, next: None }).await;
    let mut scores = Vec::new();
    for _ in 0..3 {
        let table = work.get("maya", "/leads/export?").await.text();
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        let place = rows.headers().expect("a heading").iter().position(|name| name == "score");
        let row = rows.records().next().expect("a row").expect("a row");
        let score = row[place.expect("a score")].to_owned();
        let page = work.get("maya", "/leads").await.text();
        assert!(page.contains(&format!(">{score}<")), "{score} in {page}");
        scores.push(score.parse::<u8>().expect("a number"));
        clock.run(9 * 24 * 60);
    }
    assert!(scores.is_sorted_by(|a, b| a > b), "interest fades: {scores:?}");
}

#[tokio::test]
async fn an_export_holds_exactly_what_is_filtered_and_no_formula() {
    let work = house().await;
    let mine = work.enquiry(1, "maya").await;
    work.enquiry(2, "tom").await;
    let changes = [("company".to_owned(), "=HYPERLINK(1)".to_owned())].into();
    work.ask(mine, Command::Edit { changes, seen: None }).await;
    work.listed("maya", "/leads").await;
    assert_eq!(work.get("tom", "/leads/export").await.status_code(), 403);
    let table = work.get("maya", "/leads/export?owner=me").await;
    assert!(table.header("content-type").to_str().is_ok_and(|kind| kind.starts_with("text/csv")));
    let text = table.text();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("'=HYPERLINK(1)") && !text.contains("person2"));
    assert_eq!(work.get("maya", "/leads/export?").await.text().lines().count(), 3);
}
