//! A house that speaks German says nothing in English.
//!
//! Whatever the English catalogue says and the German one does not may stand on none of its pages.
//! A page is added by its URL to [`INSIDE`] or [`OUTSIDE`], or by a walk that calls [`Walk::german`].

use crate::clocks::Settable;
use crate::sample;
use axum_test::{TestResponse, TestServer};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use leadstead::lead::{Actor, LeadId};
use leadstead::playbook::{Role, Teammate};
use leadstead::shell::config::Config;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::web::Web;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// Pages of the house that are there in every house.
const INSIDE: [&str; 21] = [
    "/today",
    "/today?team=all",
    "/quarantine",
    "/leads",
    "/leads?q=nobody",
    "/leads/new",
    "/leads/999",
    "/find",
    "/team",
    "/team/tom",
    "/settings",
    "/settings/mail",
    "/settings/data",
    "/settings/sources",
    "/settings/about",
    "/me",
    "/me/password",
    "/notices",
    "/import",
    "/nothing",
    "/join/nobody",
];

/// Pages for strangers.
const OUTSIDE: [&str; 5] = ["/f/contact", "/f/quote", "/f/demo", "/nothing", "/u/1-00"];

/// Texts shorter than this may be words of both languages, or part of one.
const SHORTEST: usize = 12;

/// What only the English catalogue says: texts, and what stands between the places of others.
static ENGLISH: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let german = pieces(include_str!("../../src/language/de.ftl"));
    let english = pieces(include_str!("../../src/language/en.ftl"));
    let is_long = |piece: &String| piece.chars().count() > SHORTEST;
    english.into_iter().filter(|piece| is_long(piece) && !german.contains(piece)).collect()
});

fn pieces(catalogue: &str) -> BTreeSet<String> {
    let read = fluent_syntax::parser::parse(catalogue).expect("a catalogue without a slip");
    let mut pieces = BTreeSet::new();
    for entry in &read.body {
        if let Entry::Message(message) = entry {
            message.value.iter().for_each(|pattern| gather(pattern, &mut pieces));
        }
    }
    pieces
}

fn gather(pattern: &Pattern<&str>, pieces: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                pieces.insert(value.trim().to_owned());
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().for_each(|variant| gather(&variant.value, pieces));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// Attributes that are read aloud, shown, or handed to a script that shows them.
const READ: [&str; 8] = [
    " aria-label=\"",
    " placeholder=\"",
    " title=\"",
    " label=\"",
    " alt=\"",
    " data-quiet=\"",
    " data-kept=\"",
    " data-overdue=\"",
];

/// What a page says to who reads it: its text, and the attributes that are read.
fn visible(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<') {
        let (tag, said) = piece.split_once('>').unwrap_or(("", piece));
        for attribute in READ {
            if let Some((_, value)) = tag.split_once(attribute) {
                text.push_str(value.split('"').next().unwrap_or_default());
                text.push('\n');
            }
        }
        text.push_str(said);
        text.push('\n');
    }
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    marks.iter().fold(text, |text, (mark, letter)| text.replace(mark, letter))
}

/// A German house of two, its pages, and its clock.
pub struct Walk {
    pub house: Arc<House>,
    pub clock: Arc<Settable>,
    pub inside: TestServer,
    pub outside: TestServer,
}

impl Walk {
    pub async fn begin() -> Walk {
        let clock = Settable::at("2026-05-04T09:00:00Z");
        let store = Arc::new(Store::in_memory().expect("a store in memory"));
        let config = Config::parse("").expect("a configuration");
        let house = Arc::new(House::of(store, config, clock.clone()).expect("a house"));
        let mut playbook = sample::playbook();
        playbook.business.language = "de".into();
        playbook.business.phone = "030 5550100".into();
        playbook.business.booking_link = "https://fernhill.example/termin".into();
        playbook.business.privacy_link = "https://fernhill.example/daten".into();
        playbook.followup.instant_reply.clear();
        playbook.team.push(Teammate::new("tom", "Tom Adeyemi", "tom@fernhill.example", Role::Rep));
        house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
        sample::let_in(&house, &["maya", "tom"]).await;
        let web = Web::of(house.clone());
        let outside = TestServer::new(web.public_door());
        Walk { clock, inside: TestServer::new(web.house_door()), outside, house }
    }

    /// A page of the house, as its owner sees it.
    pub async fn at_work(&self, url: &str) -> TestResponse {
        self.inside.get(url).add_header("cookie", "leadstead=maya").await
    }

    /// What its owner sends.
    pub async fn send(&self, url: &str, form: &[(&str, &str)]) -> TestResponse {
        self.inside.post(url).add_header("cookie", "leadstead=maya").form(&form).await
    }

    /// A page that says nothing in English.
    pub fn german(&self, page: &TestResponse, which: &str) -> String {
        let text = page.text();
        assert!(text.contains("<html lang=\"de\""), "{which} is no page in German: {text}");
        let said = visible(&text);
        let english: Vec<&String> =
            ENGLISH.iter().filter(|piece| said.contains(piece.as_str())).collect();
        assert!(english.is_empty(), "{which} says {english:#?}");
        said
    }

    /// Somebody asks for a quote; answers where they are thanked.
    async fn enquiry(&self, name: &str) -> String {
        let email = format!("{}@kunde.example", name.to_lowercase());
        let form = [("name", name), ("email", &email), ("phone", "030 5550123"), ("message", "Ja")];
        let posted = self.outside.post("/f/quote").form(&form).await;
        assert_eq!(posted.status_code(), 303, "{}", posted.text());
        posted.header("location").to_str().expect("readable").to_owned()
    }

    fn lead(&self, nth: usize) -> LeadId {
        let reading = self.house.desk.store().read().expect("a reading");
        reading.lead_ids_after(LeadId(0), 9).expect("numbers")[nth]
    }
}

#[tokio::test]
async fn the_pages_of_a_house_in_which_nothing_has_happened_are_german() {
    let walk = Walk::begin().await;
    for url in INSIDE {
        let page = walk.at_work(url).await;
        if url == "/find" {
            let said = visible(&page.text());
            assert!(!ENGLISH.iter().any(|piece| said.contains(piece.as_str())), "{url}: {said}");
        } else {
            walk.german(&page, url);
        }
    }
    for url in OUTSIDE {
        walk.german(&walk.outside.get(url).await, url);
    }
}

#[tokio::test]
async fn a_stranger_is_spoken_to_in_german_from_the_form_to_the_last_letter() {
    let walk = Walk::begin().await;
    let empty = walk.outside.post("/f/contact").form(&[("name", " ")]).await;
    assert_eq!(empty.status_code(), 422);
    let said = walk.german(&empty, "an empty form");
    assert!(said.contains("Was Sie geschrieben haben, steht noch da."), "{said}");
    let thanks = walk.enquiry("Jana").await;
    let said = walk.german(&walk.outside.get(&thanks).await, "thanks");
    assert!(
        said.contains("Vielen Dank, Jana.") && said.contains("Maya antwortet Ihnen."),
        "{said}"
    );
    assert!(said.contains("bis zu unserer Antwort, spätestens"), "{said}");
    walk.clock.run(2 * 24 * 60);
    let late = walk.german(&walk.outside.get(&thanks).await, "thanks that came late");
    assert!(late.contains("Vielen Dank. Ihre Nachricht ist bei uns."), "{late}");
    let way_out = walk.house.links().unsubscribe(walk.lead(0), "jana@kunde.example");
    let way_out = format!("/u/{}", way_out.rsplit('/').next().expect("a token"));
    walk.german(&walk.outside.get(&way_out).await, "the way out");
    let done = walk.german(&walk.outside.post(&way_out).await, "the way out, taken");
    assert!(done.contains("An j…@kunde.example geht nichts mehr von selbst."), "{done}");
    let flood = format!("name={}", "x".repeat(10 * 1024 * 1024));
    let request = walk.outside.post("/f/contact").bytes(flood.into());
    let refused = request.content_type("application/x-www-form-urlencoded").await;
    walk.german(&refused, "what is too large");
}

#[tokio::test]
async fn signing_in_is_german_whatever_is_wrong() {
    let walk = Walk::begin().await;
    walk.german(&walk.inside.get("/login").await, "/login");
    let mut last = String::new();
    for _ in 0..20 {
        let typed = [("email", "maya@fernhill.example"), ("password", "falsch")];
        let page = walk.inside.post("/login").form(&typed).await;
        last = walk.german(&page, "a wrong password");
        if page.status_code() == 429 {
            break;
        }
    }
    assert!(last.contains("Das war zu oft. Versuchen Sie es in"), "{last}");
}

#[tokio::test]
async fn today_is_german_whatever_lies_on_the_desk() {
    let walk = Walk::begin().await;
    for name in ["Jana", "Uwe", "Ida"] {
        walk.enquiry(name).await;
    }
    let said = walk.german(&walk.at_work("/today").await, "three clocks");
    for text in ["Jetzt antworten", "3 warten", "Übernehmen", "Montag, 4. Mai, 10:00 Uhr."] {
        assert!(said.contains(text), "{text}: {said}");
    }
    let (first, second) = (walk.lead(0), walk.lead(1));
    walk.send(&format!("/leads/{first}/accept"), &[]).await;
    let said = walk.german(&walk.at_work("/today").await, "a clock that was taken");
    assert!(said.contains("Jana anrufen"), "{said}");
    let call = [("outcome", "reached"), ("text", "Ja"), ("next", "call"), ("when", "tomorrow")];
    let called = walk.send(&format!("/leads/{first}/calls"), &call).await;
    assert_eq!(called.status_code(), 303, "{}", called.text());
    let task = [("next", "other"), ("next_text", "Preisliste"), ("when", "today")];
    let added = walk.send(&format!("/leads/{second}/tasks"), &task).await;
    assert_eq!(added.status_code(), 303, "{}", added.text());
    for minutes in [7, 60, 6 * 60, 24 * 60, 2 * 24 * 60, 9 * 24 * 60] {
        walk.clock.run(minutes);
        for url in ["/today", "/today?team=all"] {
            walk.german(&walk.at_work(url).await, &format!("{url}, {minutes} minutes later"));
        }
    }
    walk.clock.set(600);
    let leapt = walk.german(&walk.at_work("/today").await, "a clock that leapt");
    assert!(leapt.contains("Die Uhr der Box sprang von"), "{leapt}");
}

#[tokio::test]
async fn a_lead_is_keyed_in_and_what_is_put_aside_is_shown_in_german() {
    let walk = Walk::begin().await;
    let nothing = walk.send("/leads/new", &[("name", " ")]).await;
    assert_eq!(nothing.status_code(), 422);
    let said = walk.german(&nothing, "a lead that says nothing");
    assert!(said.contains("Was Sie eingegeben haben, steht noch da."), "{said}");
    let message = "http://a.example http://b.example";
    let trapped = [("name", "Bot"), ("message", message), ("site", "http://spam.example")];
    walk.outside.post("/f/contact").form(&trapped).await;
    walk.outside.post("/f/contact").form(&[("consent", "ja")]).await;
    let said = walk.german(&walk.at_work("/quarantine").await, "/quarantine");
    assert!(said.contains("2 Einsendungen") && said.contains("Es ist eine Anfrage"), "{said}");
    let why = "Ein Feld, das Menschen nicht sehen, war ausgefüllt. Die Nachricht enthält 2 Links.";
    assert!(said.contains(why), "{said}");
}
