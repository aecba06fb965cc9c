//! What nobody should type, into every form there is: markup, marks that turn a line round, ten thousand
//! letters, smileys, days that are none. It is kept or answered with a sentence, and shows nowhere as
//! what it is not.

use crate::leads::{Work, house, to};
use crate::pages::REACHED;
use leadstead::lead::LeadId;
use std::iter;

/// Forms with texts in them, each with what it needs besides; `*` is the strange text.
const FORMS: [(&str, &[(&str, &str)]); 18] = [
    (
        "/leads/new",
        &[("name", "*"), ("company", "*"), ("email", "x@evil.example"), ("message", "*")],
    ),
    ("/leads/new", &[("name", "*"), ("phone", "*"), ("email", "*"), ("owner", "*"), ("asks", "*")]),
    (
        "/leads/ID/facts",
        &[("name", "*"), ("company", "*"), ("city", "*"), ("was.name", ""), ("budget", "*")],
    ),
    ("/leads/ID/notes", &[("text", "*"), ("next", "call"), ("next_text", "*"), ("when", "*")]),
    ("/leads/ID/emails", &[("by", "house"), ("subject", "*"), ("text", "*"), ("next", "call")]),
    ("/leads/ID/tasks", &[("next", "other"), ("next_text", "*")]),
    ("/leads/ID/owner", &[("owner", "tom"), ("why", "*")]),
    ("/leads/ID/owner", &[("owner", "*"), ("was", "*")]),
    ("/leads/ID/stage", &[("stage", "*"), ("was", "*")]),
    ("/leads/ID/tags", &[("add", "*")]),
    ("/leads/ID/hold", &[("why", "*")]),
    ("/leads/ID/lost", &[("reason", "*"), ("note", "*")]),
    ("/leads/segments", &[("name", "*"), ("here", "q=*")]),
    ("/leads/columns", &[("here", "*"), ("column", "*")]),
    ("/settings/tags", &[("label.", "*"), ("tone.", "*")]),
    ("/settings/fields", &[("label", "*"), ("kind", "choice"), ("options", "*")]),
    ("/settings/sources", &[("name", "*"), ("kind", "form"), ("way", "*")]),
    ("/team", &[("name", "*"), ("email", "*"), ("role", "*")]),
];

/// Pages on which it might show.
const PAGES: [&str; 12] = [
    "/leads/ID",
    "/leads/ID/edit",
    "/leads/ID?do=owner",
    "/today?team=all",
    "/leads?fate=any",
    "/leads/new",
    "/notices",
    "/team",
    "/settings",
    "/settings/tags",
    "/settings/fields",
    "/settings/sources",
];

/// What may never stand on a page as it was sent.
const MARKUP: [&str; 3] = ["<script>alert", "<img src=x", "<b>bold"];

/// What may stand in a field that comes back to who typed it, and nowhere else.
const TURNING: [&str; 4] = ["\u{202e}", "\u{2066}", "\u{200f}", "\u{0}"];

/// A page with ten thousand letters in every field still opens at once.
const PAGE_MAX: usize = 400_000;

fn strange() -> Vec<String> {
    vec![
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)><b>bold</b>".to_owned(),
        "Evil \u{202e}gpj.exe\u{2066} \u{200f}name\u{0}".to_owned(),
        "x".repeat(10_000),
        "漢字 \u{1f469}\u{200d}\u{1f680} \u{1f1e9}\u{1f1ea} é".to_owned(),
        "=HYPERLINK(\"http://evil.example\")".to_owned(),
        "{{ name }} { $name } %00 ../../etc/passwd '; DROP TABLE leads".to_owned(),
        "\r\n\t \u{a0}".to_owned(),
    ]
}

async fn send(work: &Work, id: LeadId, place: &str, form: &[(&str, &str)], text: &str) -> String {
    let url = place.replace("ID", &id.to_string());
    let filled: Vec<(&str, String)> =
        form.iter().map(|(name, value)| (*name, value.replace('*', text))).collect();
    let filled: Vec<(&str, &str)> =
        filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = work.post("maya", &url, &filled).await;
    let status = answer.status_code().as_u16();
    let brief: String = text.chars().take(20).collect();
    assert!(matches!(status, 200 | 303 | 404 | 409 | 422), "{url} answers {status} to {brief:?}");
    answer.text()
}

fn is_harmless(page: &str, place: &str, never: &[&str]) {
    for never in never.iter().chain(&MARKUP) {
        assert!(!page.contains(never), "{never:?} stands on {place}");
    }
    assert!(page.len() < PAGE_MAX, "{place} is {} bytes", page.len());
}

/// A page without what people have said in as many lines as they like: each line is a paragraph of its
/// own, and turns round nothing but itself.
fn but_for_sayings(page: &str) -> String {
    let mut pieces = page.split("<div class=\"said\">");
    let first = pieces.next().unwrap_or_default().to_owned();
    let after = |piece: &str| piece.split_once("</div>").map_or("", |(_, after)| after).to_owned();
    pieces.fold(first, |page, piece| page + &after(piece))
}

#[tokio::test]
async fn what_is_strange_is_kept_or_refused_and_harms_no_page() {
    let work = house().await;
    let id = work.enquiry(1, "maya").await;
    for text in strange() {
        for (place, form) in FORMS {
            is_harmless(&send(&work, id, place, form, &text).await, place, &[]);
        }
        for place in PAGES {
            let url = place.replace("ID", &id.to_string());
            let page = work.get("maya", &url).await;
            assert_eq!(page.status_code(), 200, "{url}");
            is_harmless(&page.text(), place, &[]);
            is_harmless(&but_for_sayings(&page.text()), place, &TURNING);
        }
    }
    let name = "Zo\u{eb} \u{1f469}\u{200d}\u{1f680}";
    let form = [("name", name), ("email", "zoe@moon.example")];
    let added = to(&work.post("maya", "/leads/new", &form).await);
    work.get("maya", &added).await.assert_text_contains("\u{1f469}");
}

#[tokio::test]
async fn a_day_that_is_none_is_answered_beside_its_field_and_stays_there() {
    let work = house().await;
    let id = work.enquiry(1, "maya").await;
    let days = [
        "2026-02-30",
        "0000-00-00",
        "-9999-01-01",
        "99999-12-31",
        "2026-13-01",
        "soon",
        "31.02.2026",
        "20260-1-1",
    ];
    for day in days {
        let next: Vec<_> = REACHED.into_iter().chain(iter::once(("on", day))).collect();
        let places: [(&str, Vec<(&str, &str)>); 5] = [
            ("/leads/ID/calls", next),
            ("/leads/ID/snooze", vec![("on", day)]),
            ("/leads/ID/facts", vec![("decision_on", day), ("was.decision_on", "")]),
            (
                "/settings",
                vec![
                    ("company", "Fernhill"),
                    ("country", "GB"),
                    ("currency", "GBP"),
                    ("language", "en"),
                    ("time_zone", "Europe/London"),
                    ("mon_from", "9"),
                    ("mon_to", "17"),
                    ("holidays", day),
                ],
            ),
            ("/team/tom", vec![("name", "Tom"), ("away_0_from", day), ("away_0_to", day)]),
        ];
        for (place, form) in places {
            let url = place.replace("ID", &id.to_string());
            let back = work.post("maya", &url, &form).await;
            assert_eq!(back.status_code(), 422, "{url} with {day}");
            assert!(back.text().contains(day), "{url} has lost {day}");
        }
    }
    let far = work.post("maya", &format!("/leads/{id}/snooze"), &[("on", "9999-12-31")]).await;
    assert_eq!(far.status_code(), 422, "no lead sleeps for ever");
}
