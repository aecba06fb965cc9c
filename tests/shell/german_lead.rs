//! The page of a lead in a house that was opened in German says nothing in English: whatever is
//! done with the lead, whatever is refused, and whatever the house does by itself meanwhile.

use crate::german::Walk;
use leadstead::language::Language;
use leadstead::lead::{Actor, LeadId};
use leadstead::playbook::{Playbook, Role, Teammate, starter_in};

/// The forms that open in the place of the composer.
const FORMS: [&str; 12] = [
    "note",
    "call",
    "email",
    "task",
    "owner",
    "stage",
    "won",
    "lost",
    "disqualify",
    "hold",
    "enrol",
    "snooze",
];

/// A form: where it is posted, and what is in it.
type Form = (&'static str, &'static [(&'static str, &'static str)]);

/// What is refused, each for another reason.
const REFUSED: [Form; 12] = [
    ("notes", &[("text", ""), ("next", "call")]),
    ("notes", &[("text", "Ja")]),
    ("calls", &[("outcome", ""), ("next", "call")]),
    ("emails", &[("text", ""), ("next", "call")]),
    ("tasks", &[("next", "call"), ("on", "bald")]),
    ("tasks", &[("next", "call"), ("on", "2020-01-01")]),
    ("owner", &[("owner", "")]),
    ("stage", &[("stage", "proposal")]),
    ("won", &[("value", "viel")]),
    ("won", &[("value", "12.50")]),
    ("lost", &[("reason", "")]),
    ("snooze", &[("days", "7"), ("why", "")]),
];

/// What is done, one thing after another.
const DONE: [Form; 9] = [
    (
        "calls",
        &[("outcome", "voicemail"), ("text", "Mailbox"), ("next", "call"), ("when", "tomorrow")],
    ),
    ("emails", &[("text", "Passt."), ("inbound", "yes"), ("next", "other"), ("when", "week")]),
    ("notes", &[("text", "Zweite Etage"), ("next", "keep")]),
    ("sequence", &[("sequence", "standard")]),
    ("hold", &[("why", "Ferien")]),
    ("resume", &[]),
    ("stage", &[("stage", "qualified")]),
    ("snooze", &[("days", "7"), ("why", "Ferien")]),
    ("owner", &[("owner", "tom"), ("why", "kennt das Haus")]),
];

/// How it ends, and begins again.
const ENDED: [Form; 3] = [
    ("lost", &[("reason", "Sonstiges"), ("note", "Zu weit")]),
    ("reopen", &[("why", "Doch nicht")]),
    (
        "won",
        &[
            ("value", "12.500,50"),
            ("fact-payment_confirmed", "yes"),
            ("fact-kickoff_booked", "yes"),
        ],
    ),
];

fn playbook() -> Playbook {
    let maya = Teammate::new("maya", "Maya Roth", "maya@fernhill.example", Role::Owner);
    let mut playbook = starter_in(Language::German, "Fernhill", maya);
    playbook.team.push(Teammate::new("tom", "Tom Adeyemi", "tom@fernhill.example", Role::Rep));
    playbook
}

/// A German house with the lead of somebody who asked for a quote.
async fn begin() -> (Walk, LeadId) {
    let walk = Walk::begin().await;
    walk.house.apply_playbook(&playbook(), Actor::House).await.expect("a playbook in force");
    let form = [
        ("name", "Jana Beck"),
        ("email", "jana@beck.example"),
        ("phone", "030 5550123"),
        ("message", "Bitte ein Angebot"),
    ];
    walk.outside.post("/f/quote").form(&form).await;
    let reading = walk.house.desk.store().read().expect("a reading");
    let id = reading.lead_ids_after(LeadId(0), 1).expect("numbers")[0];
    (walk, id)
}

#[tokio::test]
async fn every_form_of_a_lead_is_german_and_so_is_what_it_refuses() {
    let (walk, id) = begin().await;
    let lead = format!("/leads/{id}");
    let said = walk.german(&walk.at_work(&lead).await, "a new lead");
    for text in ["Verlauf", "Angebotsformular: neue Anfrage", "Neuer Lead", "Hat um eine Antwort"] {
        assert!(said.contains(text), "{text}: {said}");
    }
    for form in FORMS {
        walk.german(&walk.at_work(&format!("{lead}?do={form}")).await, form);
    }
    walk.german(&walk.at_work(&format!("{lead}/edit")).await, "the facts");
    for (place, form) in REFUSED {
        let page = walk.send(&format!("{lead}/{place}"), form).await;
        assert_eq!(page.status_code(), 422, "{place} {form:?}");
        walk.german(&page, place);
    }
    let facts = [("email", "jana"), ("was-email", "jana@beck.example")];
    let page = walk.send(&format!("{lead}/facts"), &facts).await;
    assert!(walk.german(&page, "a wrong fact").contains("„jana“ ist keine E-Mail-Adresse."));
}

#[tokio::test]
async fn what_happens_to_a_lead_is_told_in_german() {
    let (walk, id) = begin().await;
    let lead = format!("/leads/{id}");
    for minutes in [7, 60, 6 * 60, 24 * 60, 4 * 24 * 60] {
        walk.clock.run(minutes);
        walk.german(&walk.at_work(&lead).await, &format!("{minutes} minutes later"));
    }
    for (place, form) in DONE {
        let done = walk.send(&format!("{lead}/{place}"), form).await;
        assert_eq!(done.status_code(), 303, "{place}: {}", done.text());
        walk.german(&walk.at_work(&lead).await, place);
        walk.clock.run(30);
    }
    walk.clock.run(20 * 24 * 60);
    walk.german(&walk.at_work(&lead).await, "twenty days later");
    walk.german(&walk.at_work(&format!("{lead}?show=touches")).await, "touches");
    for (place, form) in ENDED {
        let done = walk.send(&format!("{lead}/{place}"), form).await;
        assert_eq!(done.status_code(), 303, "{place}: {}", done.text());
        walk.german(&walk.at_work(&lead).await, place);
    }
    let said = walk.german(&walk.at_work(&lead).await, "a lead that was won");
    assert!(said.contains("Grund: Sonstiges, von Maya"), "{said}");
}
