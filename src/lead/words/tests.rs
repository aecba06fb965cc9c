//! The timeline as people read it.

use super::*;
use crate::language::Language;
use crate::lead::samples::{self, PERSONAL};
use crate::lead::{Actor, Channel, Direction, ERROR_MAX, Outcome};
use expect_test::expect;

fn names(what: Named, key: &str) -> Option<String> {
    match (what, key) {
        (Named::Teammate, "maya") => Some("Maya".to_owned()),
        (Named::Teammate, "tom") => Some("Tom".to_owned()),
        _ => None,
    }
}

const ENGLISH: Words = Words::of(Language::English);
const GERMAN: Words = Words::of(Language::German);

fn told(event: Event) -> String {
    let by = Actor::Teammate("maya".into());
    let mut entry = samples::entries().swap_remove(0);
    (entry.by, entry.event) = (by, event);
    sentence(&entry, &names, ENGLISH)
}

#[test]
fn every_kind_of_entry_is_one_sentence() {
    let story: Vec<String> =
        samples::entries().iter().map(|entry| sentence(entry, &names, ENGLISH)).collect();
    expect![[r#"
        Website form: new enquiry, asked for a quote (Incomplete): “Two boilers at the Beck Lane site failed inspection.”
        Website form: another enquiry, asked for a quote (Incomplete): “When could you come to Leeds?”
        May be the same person as L-9. Same phone number, another name.
        Changed: Role to “Head of Estates”, by Zapier.
        Score 86, Urgent: a request +20, age −2.
        Handed over to sales: score 86.
        Given to Maya: Schools and public sector, to accept within 3 min.
        Accepted, by Maya.
        The offer stands without a clock: nobody else is in.
        A clock started: answer within 5 min.
        80% of the time to answer is gone.
        Nobody answered in time.
        Escalated to Tom.
        Maya was told: they wrote.
        Maya was told: a new lead is theirs.
        Note, by Maya: “Ines is on holiday until Monday.”
        Call, voicemail, by Maya: “Ines, call us”.
        Email from them, noted by Maya: “The trustees agree.”
        Visited /prices?for=ines.
        Stayed on the site for 3 min.
        Task: Call, due in 2 days (Day 5): “Ask Ines for the checklist”.
        Task done, voicemail, by Maya.
        Task dropped: Ines has answered.
        Task moved 1 day later: Call.
        Sequence “New lead” started.
        The step of day 5 waits 1 day: a closed day.
        The step of day 5 was taken.
        The step of day 5 was left out: no address.
        Follow-up held, by Maya: Ines is on holiday.
        Follow-up goes on, by Maya.
        Sequence “New lead” ended: they replied, next is “Nurture”.
        Email “First letter” drafted, goes out in 1 min.
        The draft goes out now.
        Email sent.
        Email not sent: 550 no i.carvalho@larkfield.example here. Next try in 6 min.
        Email waits 25 min: Ines has two letters.
        Email given up: Ines replied.
        No more letters wanted.
        Moved from New to Contacted, by Maya.
        Put aside for 14 days, by Maya: Ines asked for it.
        Lost, reason Price, by Maya: “The trustees said no”.
        Opened again, by Maya: Ines called again.
        Not a lead, reason Vendor, by Maya: “Ines sells boilers”.
        Won, by Maya.
        Their e-mail address takes no letters.
        Score set to 90 for 14 days: Ines is a regular.
        The points count again.
        The time it was put aside for is over.
        The rules do not come to rest on this lead.
        Playbook 4 in force.
        Something this version does not know: Sung.
        To accept sooner, within 1 min.
        Sequence “Nurture” not started: they have not agreed to letters.
        The letter was rewritten, by Maya: Your boilers.
        Tagged: Vip; taken off: Trade fair, by Zapier.
        File attached: Boilers of Larkfield.pdf, by Maya.
        File removed: Boilers of Larkfield.pdf, by Maya.
        Need: good, said in a call: “Ines needs new boilers”.
        Budget: partly, read from the enquiry: Ines has 5000.
        Budget: answer withdrawn.
        Incomplete: Email or Phone.
        Now MQL: they fit.
        Taken on by sales.
        Sent back by sales, reason Not ready yet: “Ines moves house”.
        Maya was the wrong owner, by Maya: wrong territory: “Ines works in Leeds”.
        First owner judged to be wrong, by Maya."#]].assert_eq(&story.join("\n"));
}

#[test]
fn a_sentence_stays_on_one_line_and_short_however_much_was_written() {
    let said = told(Event::Noted { text: "\u{202e}on\nand ".repeat(10_000) });
    assert!(said.starts_with("Note, by Maya: “on and on and"));
    assert!(said.chars().count() < 330 && !said.contains(['\n', '\u{202e}']));
    assert!(said.ends_with("…”"));
}

#[test]
fn an_entry_is_said_in_the_language_of_who_reads() {
    let called = |what, key: &str| match what {
        Named::Stage => Some(if key == "new" { "Neu" } else { "Kontaktiert" }.to_owned()),
        what => names(what, key),
    };
    let story: Vec<String> =
        samples::entries().iter().map(|entry| sentence(entry, &called, GERMAN)).collect();
    for said in [
        "Website form: neue Anfrage, bittet um ein Angebot (Angaben fehlen): „Two boilers",
        "Geändert: Position in „Head of Estates“, von Zapier.",
        "86 Punkte, Dringend: Bitte um Antwort +20",
        "Phase von Neu zu Kontaktiert geändert, von Maya.",
        "Zurückgestellt, 14 Tage, von Maya: Ines asked for it.",
        "Hinweis an Maya: der Lead hat geschrieben.",
        "Der Schritt von Tag 5 wartet 1 Tag",
        "E-Mail aufgegeben",
    ] {
        assert!(story.iter().any(|told| told.starts_with(said)), "{said}: {story:#?}");
    }
}

#[test]
fn a_long_error_begins_in_the_language_of_who_reads_and_can_be_read_to_its_end() {
    let remark = "Connection reset by peer, ".repeat(40);
    let error = format!("The mail server could not be reached: {remark}.");
    let error: String = error.chars().take(ERROR_MAX).collect();
    let retry_at = samples::at(60);
    let failed = Event::Undelivered { queued: 1, error, retry_at };
    let whole = cut_words(&failed, GERMAN).expect("more than a sentence quotes");
    assert!(whole.starts_with("Der Mailserver war nicht zu erreichen: Connection"), "{whole}");
    assert!(whole.chars().count() > 450 && !whole.contains("could not"), "{whole}");
    let entry = Entry { event: failed, ..samples::entries().swap_remove(0) };
    let said = sentence(&entry, &names, GERMAN);
    assert!(said.contains("Der Mailserver war nicht zu erreichen: Connection"), "{said}");
    let own = format!("The mail server could not be reached: {}", "says Ines, ".repeat(60));
    assert_eq!(cause(GERMAN, &own), own, "what a person wrote is no error of the house");
}

#[test]
fn contact_says_whose_move_it_was() {
    let touch = |channel, direction, outcome| told(samples::touch(channel, direction, outcome, ""));
    assert_eq!(
        touch(Channel::Call, Direction::Outbound, Outcome::NoAnswer),
        "Call, no answer, by Maya."
    );
    assert_eq!(
        touch(Channel::Whatsapp, Direction::Inbound, Outcome::Made),
        "WhatsApp from them, noted by Maya."
    );
    assert_eq!(
        touch(Channel::Meeting, Direction::Outbound, Outcome::NoShow),
        "Meeting, nobody came, by Maya."
    );
}

#[test]
fn the_symbol_is_one_of_the_sheet() {
    let sheet = [
        "note", "call", "mail", "task", "bolt", "route", "board", "flag", "eye", "clock", "chat",
        "profile", "check", "x",
    ];
    for entry in samples::entries() {
        let line = line(&entry, &names, ENGLISH);
        assert!(sheet.contains(&line.icon));
        assert!(line.said.is_none_or(|said| !said.is_empty()));
    }
}

#[test]
fn an_erased_entry_still_reads_as_a_sentence() {
    for entry in samples::entries() {
        let said = sentence(&crate::lead::redact::redacted(&entry), &names, ENGLISH);
        assert!(!said.contains("“”") && !said.contains(": ."), "{said}");
        let lower = said.to_lowercase();
        assert!(!PERSONAL.iter().any(|word| lower.contains(word)), "{said}");
    }
}
