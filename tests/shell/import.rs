//! Importing in the browser, as a manager meets it: from a file to leads and a report.

use crate::sample;
use axum_test::{TestResponse, TestServer};
use leadstead::command::Command;
use leadstead::lead::{Actor, Lead};
use leadstead::playbook::{Role, Teammate};
use leadstead::shell::clock::SystemClock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::store::office::{Change, Session, User};
use leadstead::shell::web::{Web, signed};
use rust_xlsxwriter::Workbook;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

const HUBSPOT: &str = "\
Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Company name,Original Source
1,Ana,Ruiz,ana@ruiz.example,+34 600 000 001,maya@fernhill.example,Ruiz SL,Paid
2,Owen,Price,owen@price.example,+44 7700 900123,sven@elsewhere.example,Price Ltd,=1+1
3,Too,Few
4,Zoë,Größe,zoe@groesse.example,,,Größe GmbH,Organic
";

struct Office {
    house: Arc<House>,
    pages: TestServer,
    folder: tempfile::TempDir,
}

async fn office(limits: &str, language: &str) -> Office {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!("data_dir = {:?}\n[limits]\n{limits}\n", folder.path());
    let config = Config::parse(&text).expect("a configuration");
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let house = Arc::new(House::of(store, config, Arc::new(SystemClock)).expect("a house"));
    let mut playbook = sample::playbook();
    playbook.business.language = language.to_owned();
    playbook.team.push(Teammate::new("tom", "Tom Adeyemi", "tom@fernhill.example", Role::Rep));
    house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    for id in ["maya", "tom"] {
        let email = format!("{id}@fernhill.example");
        let made_at = house.clock.now();
        let expires_at = made_at + jiff::SignedDuration::from_hours(24);
        let session = Session { email: email.clone(), teammate: id.into(), made_at, expires_at };
        let user = User::new(&email, id, String::new(), made_at);
        let hash = signed::hash_of_secret(id);
        let changes = vec![Change::PutUser(user), Change::PutSession { hash, session }];
        house.desk.ask(Order::Office(changes)).await.expect("an account");
    }
    let pages = TestServer::new(Web::of(house.clone()).house_door());
    Office { house, pages, folder }
}

impl Office {
    async fn get(&self, url: &str) -> TestResponse {
        self.pages.get(url).add_header("cookie", "leadstead=maya").await
    }

    async fn post(&self, url: &str, form: &[(&str, &str)]) -> TestResponse {
        self.pages.post(url).add_header("cookie", "leadstead=maya").form(&form).await
    }

    async fn hand_in(&self, once: Uuid, name: &str, bytes: &[u8]) -> TestResponse {
        let part = |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
        let mut body = format!("{}\r\n\r\n{once}\r\n", part("once")).into_bytes();
        body.extend(format!("{}\r\n\r\nimport\r\n", part("source")).bytes());
        body.extend(format!("{}; filename=\"{name}\"\r\n\r\n", part("file")).bytes());
        body.extend(bytes);
        body.extend(b"\r\n--x--\r\n");
        let request = self.pages.post("/import").add_header("cookie", "leadstead=maya");
        request.bytes(body.into()).content_type("multipart/form-data; boundary=x").await
    }

    /// Hands a list in that is one, and answers the address of its page.
    async fn list(&self, bytes: &[u8]) -> String {
        to(&self.hand_in(Uuid::now_v7(), "contacts.csv", bytes).await)
    }

    /// The page of a list once nothing is under way any more.
    async fn settled(&self, url: &str) -> String {
        let until = Instant::now() + Duration::from_secs(60);
        loop {
            let page = self.get(url).await.text();
            if !page.contains("data-progress") {
                return page;
            }
            assert!(Instant::now() < until, "it is still under way");
            tokio::task::yield_now().await;
        }
    }

    async fn check(&self, url: &str, form: &[(&str, &str)]) -> String {
        assert_eq!(to(&self.post(&format!("{url}/check"), form).await), url);
        self.settled(url).await
    }

    async fn start(&self, url: &str, round: &str) -> String {
        assert_eq!(to(&self.post(&format!("{url}/start"), &[("round", round)]).await), url);
        self.settled(url).await
    }

    /// The names of the leads of an imported list, once everything that was written can be found.
    async fn found(&self, list: &str) -> Vec<String> {
        let written = self.house.desk.store().read().and_then(|reading| reading.last_seq());
        self.house.search.wake();
        let written = written.expect("it reads");
        assert!(self.house.search.wait_for(written, Duration::from_secs(10)));
        let page = self.get(&format!("/leads?import={list}")).await.text();
        let names = self.leads().into_iter().map(|lead| lead.profile.name);
        names.filter(|name| page.contains(name)).collect()
    }

    fn leads(&self) -> Vec<Lead> {
        let reading = self.house.desk.store().read().expect("a reading");
        let ids = reading.newest_leads(100).expect("it reads");
        let lead = |id| reading.lead(id).expect("it reads").expect("a lead");
        let mut leads: Vec<Lead> = ids.into_iter().map(|(id, _)| lead(id)).collect();
        leads.sort_by_key(|lead| lead.profile.name.clone());
        leads
    }
}

fn to(response: &TestResponse) -> String {
    assert_eq!(response.status_code(), 303, "{}", response.text());
    response.header("location").to_str().expect("a readable header").to_owned()
}

fn owner(lead: &Lead) -> &str {
    lead.owner.as_ref().map_or("nobody", |owner| owner.teammate.as_str())
}

/// The number under a word in the strip.
fn count(page: &str, word: &str) -> String {
    let after = page.split(&format!("<dt>{word}</dt><dd><b>")).nth(1);
    after.and_then(|after| after.split('<').next()).unwrap_or("not there").to_owned()
}

#[tokio::test]
async fn a_hubspot_export_is_looked_at_checked_and_imported_and_a_second_time_does_nothing() {
    let office = office("", "en").await;
    office.get("/leads").await.assert_text_contains("Import a spreadsheet");
    let url = office.list(HUBSPOT.as_bytes()).await;
    let page = office.get(&url).await.text();
    assert!(page.contains("4 rows, read as UTF-8") && page.contains("zoe@groesse.example"));
    assert!(page.contains("<option value=\"first_name\" selected>First name</option>"));

    let page = office.check(&url, &[]).await;
    assert_eq!((count(&page, "New leads"), count(&page, "Refused")), ("3".into(), "1".into()));
    assert!(page.contains("It has 3 values, the heading has 8.") && page.contains("Import 3 rows"));
    assert!(page.contains("1 row names an owner who does not work here: sven@elsewhere.example."));
    assert_eq!(office.leads().len(), 0, "nothing was written");

    let page = office.start(&url, "1").await;
    assert_eq!(count(&page, "New leads"), "3");
    let to_leads = page.split("href=\"/leads?import=").nth(1).expect("a way to the leads");
    let (list, _) = to_leads.split_once('"').expect("an address");
    let again = office.start(&url, "1").await;
    assert_eq!(count(&again, "New leads"), "3", "a double click starts one import");
    let leads = office.leads();
    assert_eq!(leads.len(), 3);
    assert_eq!(leads[0].profile.name, "Ana Ruiz");
    assert_eq!(owner(&leads[0]), "maya");

    assert_eq!(office.found(list).await, ["Ana Ruiz", "Owen Price", "Zoë Größe"]);
    let page = office.get(&format!("/leads?import={list}")).await;
    page.assert_text_contains("From the list contacts.csv");

    let report = office.get(&format!("{url}/report.csv")).await;
    assert_eq!(report.header("content-type"), "text/csv; charset=utf-8");
    let report = report.text();
    assert!(report.starts_with("Line,Result,Lead,Reason,Record ID,"), "{report}");
    assert!(report.contains(",'=1+1\n") && report.contains("'+44 7700"), "{report}");
    assert!(report.contains("4,Refused,,\"It has 3 values, the heading has 8.\""), "{report}");
    assert_eq!(report.lines().count(), 5);

    let url = office.list(HUBSPOT.as_bytes()).await;
    let page = office.check(&url, &[]).await;
    assert_eq!(count(&page, "Imported before"), "3");
    assert!(page.contains("Nothing in this list is new."));
    let left = std::fs::read_dir(office.folder.path()).expect("a folder");
    let left =
        left.flatten().filter(|file| file.path().extension().is_some_and(|e| e == "scratch"));
    assert_eq!(left.count(), 0);
}

#[tokio::test]
async fn each_list_is_found_by_itself_with_who_was_known_before() {
    let office = office("", "en").await;
    let mut lists = Vec::new();
    for list in [
        "name,email\nAna Ruiz,ana@ruiz.example\n",
        "name,email,city\nAna Ruiz,ana@ruiz.example,Leeds\nOwen Price,owen@price.example,\n",
    ] {
        let url = office.list(list.as_bytes()).await;
        office.check(&url, &[]).await;
        let page = office.start(&url, "1").await;
        let to_leads = page.split("href=\"/leads?import=").nth(1).expect("a way to the leads");
        lists.push(to_leads.split('"').next().unwrap_or_default().to_owned());
    }
    assert_eq!(office.found(&lists[0]).await, ["Ana Ruiz"]);
    assert_eq!(office.found(&lists[1]).await, ["Ana Ruiz", "Owen Price"]);
    let ana = &office.leads()[0];
    let page = office.get(&format!("/leads/{}", ana.id)).await.text();
    assert_eq!(page.matches("From the list contacts.csv").count(), 2);
    assert_eq!(page.matches("href=\"/leads?import=").count(), 2);
}

#[tokio::test]
async fn people_nobody_can_reach_are_counted_before_and_after_and_named_row_by_row() {
    let office = office("", "en").await;
    let list = "Name,Company,Email,Phone\nAna Ruiz,Ruiz SL,ana@ruiz.example,\n\
                Owen Price,Price Ltd,,+44 7700 900123\nZoë Größe,Größe GmbH,,\n";
    let url = office.list(list.as_bytes()).await;
    for page in [office.check(&url, &[]).await, office.start(&url, "1").await] {
        assert_eq!(count(&page, "New leads"), "3");
        assert!(page.contains("1 new lead has neither an e-mail address nor a phone number"));
        assert_eq!(page.matches("nobody can reach this lead.").count(), 1, "{page}");
        let report = office.get(&format!("{url}/report.csv")).await.text();
        let noted = report.lines().filter(|line| line.contains("nobody can reach this lead."));
        assert!(noted.map(|line| &line[..1]).eq(["4"]), "{report}");
    }
}

#[tokio::test]
async fn a_workbook_is_imported_like_the_table_it_holds() {
    let office = office("", "en").await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Contacts").expect("a name");
    let rows = [["Name", "Email"], ["Ana Ruiz", "ana@ruiz.example"], ["Tom", "tom@t.example"]];
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).expect("a cell");
        }
    }
    let url = office.list(&book.save_to_buffer().expect("a workbook")).await;
    office.get(&url).await.assert_text_contains("2 rows, sheet “Contacts”");
    office.check(&url, &[]).await;
    let page = office.start(&url, "1").await;
    assert_eq!(count(&page, "New leads"), "2");
    let table = "Name,Email\nAna Ruiz,ana@ruiz.example\n";
    let page = office.check(&office.list(table.as_bytes()).await, &[]).await;
    assert_eq!(count(&page, "Imported before"), "1", "the same row is known in another file");
}

#[tokio::test]
async fn what_is_no_list_is_refused_on_the_same_page_and_not_kept() {
    let office = office("import_file_mib = 1\nimport_rows = 3", "en").await;
    let refused: [(&[u8], &str); 8] = [
        (b"", "The file is empty."),
        (b"name,email\n", "There is a heading and no row below it."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This is a picture."),
        (b"%PDF-1.7\n", "This is a PDF."),
        (b"PK\x03\x04 and no more", "no workbook that can be read is in it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "This is an old kind of office file."),
        (b"name\na\nb\nc\nd\n", "The list has more than 3 rows."),
        (&[b'x'; 1_100_000], "The file is larger than 1 MB."),
    ];
    for (bytes, sentence) in refused {
        let page = office.hand_in(Uuid::now_v7(), "list.csv", bytes).await;
        assert_eq!(page.status_code(), 422, "{sentence}");
        page.assert_text_contains(sentence);
        assert!(page.text().contains("<option value=\"import\" selected>"), "{sentence}");
    }
    let page = office.hand_in(Uuid::now_v7(), "", b"").await;
    page.assert_text_contains("Choose a file first.");
    assert!(!office.get("/import").await.text().contains("Lists that lie here"));
}

#[tokio::test]
async fn what_is_chosen_for_columns_and_strangers_is_kept_and_done() {
    let office = office("", "en").await;
    let url = office.list(HUBSPOT.as_bytes()).await;
    // The source is left out, the company is kept beside the profile, strangers are Tom's.
    let form = [("c7", "ignore"), ("c6", "keep"), ("strangers", "tom"), ("remember", "1")];
    office.check(&url, &form).await;
    let page = office.get(&format!("{url}?step=columns")).await.text();
    assert!(page.contains("<option value=\"tom\" selected>Give them to Tom Adeyemi</option>"));
    let select = page.split("name=\"c7\"").nth(1).expect("a column");
    assert!(select[..200].contains("<option value=\"ignore\" selected>"), "{}", &select[..200]);
    let page = office.start(&url, "1").await;
    assert_eq!(count(&page, "New leads"), "3");
    let leads = office.leads();
    assert_eq!(leads[1].profile.name, "Owen Price");
    assert_eq!(owner(&leads[1]), "tom");
    assert_eq!(leads[1].profile.company, "");
    assert!(leads[1].fields.values().any(|value| value == "Price Ltd"), "{:?}", leads[1].fields);
    assert!(!leads[1].fields.values().any(|value| value == "=1+1"), "{:?}", leads[1].fields);
    let playbook = office.house.playbook();
    let source = playbook.playbook.source("import").expect("a source");
    assert_eq!(source.mapping.get("Original Source").map(String::as_str), Some("ignore"));

    let other = HUBSPOT.replace("sven@", "nobody@").replace("owen@price", "olga@price");
    let url = office.list(other.as_bytes()).await;
    let page = office.check(&url, &[("strangers", "-")]).await;
    assert!(page.contains("Its owner, nobody@elsewhere.example, does not work here."));
    assert_eq!(count(&page, "Refused"), "2");
}

#[tokio::test]
async fn only_what_was_checked_is_imported_and_a_list_may_be_thrown_away() {
    let office = office("", "en").await;
    let once = Uuid::now_v7();
    let url = to(&office.hand_in(once, "a.csv", HUBSPOT.as_bytes()).await);
    assert_eq!(url, to(&office.hand_in(once, "a.csv", HUBSPOT.as_bytes()).await));
    office.start(&url, "0").await;
    office.check(&url, &[]).await;
    office.check(&url, &[("c7", "ignore")]).await;
    let page = office.start(&url, "1").await;
    assert!(page.contains("What would happen"), "the first check is not the last");
    assert_eq!(office.leads().len(), 0);
    assert_eq!(to(&office.post(&format!("{url}/drop"), &[]).await), "/import");
    assert_eq!(office.get(&url).await.status_code(), 404);
    let rep = office.pages.get("/import").add_header("cookie", "leadstead=tom").await;
    assert_eq!(rep.status_code(), 403);
}

#[tokio::test]
async fn a_business_that_speaks_german_reads_german() {
    let office = office("", "de").await;
    let url = office.list(HUBSPOT.as_bytes()).await;
    office.get(&url).await.assert_text_contains("Was aus jeder Spalte wird");
    let page = office.check(&url, &[]).await;
    assert_eq!(count(&page, "Neue Leads"), "3");
    assert!(page.contains("Sie hat 3 Werte, die Kopfzeile hat 8."));
    let no = office.hand_in(Uuid::now_v7(), "a.pdf", b"%PDF-1.7\n").await;
    no.assert_text_contains("Das ist ein PDF.");
}

#[tokio::test]
async fn a_lead_is_found_while_its_name_is_typed() {
    let office = office("", "en").await;
    office.get("/find").await.assert_text_contains("Type a name, a company");
    let url = office.list(HUBSPOT.as_bytes()).await;
    office.check(&url, &[]).await;
    office.start(&url, "1").await;
    let seq = office.leads().iter().map(|lead| lead.last_seq).max().unwrap_or_default();
    office.house.search.wake();
    assert!(office.house.search.wait_for(seq, Duration::from_secs(30)));
    office.get("/find?q=zeppelin").await.assert_text_contains("Nothing found for “zeppelin”.");
    let found = office.get("/find?q=gro").await.text();
    let id = office.leads()[2].id;
    assert!(found.contains(&format!("data-href=\"/leads/{id}\"")) && found.contains("Größe GmbH"));
    let recent = office.get(&format!("/find?recent={id},999999,nonsense")).await.text();
    assert!(recent.contains("Looked at last") && recent.contains("Zoë Größe"));
    assert_eq!(recent.matches("role=\"option\"").count(), 1);
    assert_eq!(office.pages.get("/find?q=a").await.status_code(), 303);
}

#[tokio::test]
async fn what_leads_are_worth_goes_out_in_whole_units_and_comes_in_again() {
    let here = office("", "en").await;
    let list =
        "Name,Email,Deal value\nAna,ana@ruiz.example,\"£88,000\"\nBo,bo@lane.example,a lot\n";
    let url = here.list(list.as_bytes()).await;
    let page = here.get(&url).await.text();
    assert!(page.contains("<option value=\"value\" selected>Deal value</option>"), "{page}");
    here.check(&url, &[]).await;
    here.start(&url, "1").await;
    let leads = here.leads();
    assert_eq!((leads[0].value, leads[1].value), (Some(8_800_000), None));
    assert_eq!(leads[1].fact("deal_value"), Some("a lot"));

    let written = here.house.desk.store().read().expect("a reading").last_seq().expect("it reads");
    here.house.search.wake();
    assert!(here.house.search.wait_for(written, std::time::Duration::from_secs(10)));
    let table = here.get("/leads/export?fate=any").await.text();
    let heading = table.lines().next().expect("a heading");
    assert!(heading.contains(",value,currency,"), "{heading}");
    assert!(table.contains(",88000.00,GBP,"), "{table}");
    let there = office("", "en").await;
    let url = there.list(table.as_bytes()).await;
    there.check(&url, &[]).await;
    there.start(&url, "1").await;
    assert_eq!(there.leads()[0].value, Some(8_800_000));

    let dollars = table.replace(",GBP,", ",USD,");
    let elsewhere = office("", "en").await;
    let url = elsewhere.list(dollars.as_bytes()).await;
    let page = elsewhere.check(&url, &[]).await;
    assert!(page.contains("“value” holds 1 value that was not understood: 88000.00"), "{page}");
    elsewhere.start(&url, "1").await;
    let lead = &elsewhere.leads()[0];
    assert_eq!((lead.value, lead.fact("value_2")), (None, Some("88000.00")), "another currency");
}

#[tokio::test]
async fn a_check_foresees_what_the_import_brings_and_the_report_stands_in_order() {
    let office = office("", "en").await;
    let ana =
        "Ana,ana@ruiz.example,12.5k,Closed won,2026-03-02,2026-03-01,Sales,tom@fernhill.example\n";
    let heading = "Name,Email,Deal value,Stage,Create date,Close date,Owner,Owner email\n";
    let url = office.list(format!("{heading}{ana}Bo,bo\n{ana}").as_bytes()).await;
    let counts = |page: &str| {
        ["New leads", "Imported before", "Refused"].map(|word| count(page, word)).join(" ")
    };
    let page = office.check(&url, &[]).await;
    assert_eq!(counts(&page), "1 1 1");
    assert!(page.contains("12.5k") && page.contains("2026-03-01"), "{page}");
    assert!(!page.contains("does not work here"), "{page}");
    let page = office.start(&url, "1").await;
    assert_eq!(counts(&page), "1 1 1");
    let report = office.get(&format!("{url}/report.csv")).await.text();
    let lines: Vec<&str> = report.lines().skip(1).map(|line| &line[..2]).collect();
    assert_eq!(lines, ["2,", "3,", "4,"]);
    assert_eq!(owner(&office.leads()[0]), "tom");
}

#[tokio::test]
async fn columns_of_one_name_are_chosen_for_each_by_itself() {
    let office = office("", "en").await;
    let list = b"Name,Email,Phone,Phone\nAna,ana@ruiz.example,020 7946 0011,020 7946 0022\n";
    let url = office.list(list).await;
    office.check(&url, &[("c2", "ignore")]).await;
    let page = office.get(&format!("{url}?step=columns")).await.text();
    let chosen = |column: &str| {
        let select = page.split(&format!("name=\"{column}\"")).nth(1).expect("a column");
        let chosen = select.split("\" selected>").next().and_then(|text| text.rsplit('"').next());
        chosen.unwrap_or_default().to_owned()
    };
    assert_eq!((chosen("c2"), chosen("c3")), ("ignore".to_owned(), "phone".to_owned()));
    office.start(&url, "1").await;
    assert_eq!(office.leads()[0].profile.phone, "020 7946 0022");
}

#[tokio::test]
async fn leads_that_came_with_their_end_are_counted_where_the_past_is_asked() {
    let office = office("", "en").await;
    let list = "Name,Email,Stage,Owner\nAna Ruiz,ana@ruiz.example,Closed Won,Maya Roth\n\
                Owen Price,owen@price.example,lost,\nTom Ek,tom@ek.example,contacted,\n";
    let url = office.list(list.as_bytes()).await;
    office.check(&url, &[]).await;
    office.start(&url, "1").await;
    let own = office.house.desk.ask(sample::capture(7)).await.expect("it is taken");
    let reason = office.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    let tom = office.leads().into_iter().find(|lead| lead.profile.name == "Tom Ek");
    for id in [own.lead().expect("a lead").id, tom.expect("a lead").id] {
        let lose = Command::Lose { reason: reason.clone(), note: "No".into() };
        let by = Actor::Teammate("maya".into());
        let order = Order::Lead { id, command: lose, by, once: None };
        office.house.desk.ask(order).await.expect("it is lost");
    }
    let reading = office.house.desk.store().read().expect("a reading");
    let ended = reading.ended(9, |one| (one.then.profile.name, one.listed)).expect("a store");
    assert_eq!(ended.iter().filter(|one| one.1).count(), 2, "{ended:?}");
    assert_eq!(ended.len(), 4, "{ended:?}");
    let by_hand = |name: &str| ended.contains(&(name.to_owned(), false));
    assert!(by_hand("Person 7") && by_hand("Tom Ek"), "{ended:?}");
    let page = office.get("/settings/scoring").await.text();
    assert!(page.contains("2 of these leads came from a list that named their end"), "{page}");
}
