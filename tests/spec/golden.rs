//! Journals of releases, which every later version must read to the same lead.
//!
//! `tests/journals/0.1.msgpack` holds the entries of one lead as version 0.1 stores them, one a
//! line in hexadecimal, with every kind of event at least once; `0.1.jsonl` beside it is the same
//! journal for people, and `0.1.lead.json` the lead it comes to.
//!
//! A release adds its own three files and touches no older one. Extend [`story`] by the new kinds,
//! raise the version in `Cargo.toml`, run
//! `cargo test --test spec golden::write -- --ignored`, look at what was written, and add a line to
//! [`RELEASES`]. What is already there is never written over. A changed `*.lead.json` means that an
//! old journal now reads otherwise: that is either a bug or a sentence in the changelog.

pub mod story;

use expect_test::expect_file;
use leadstead::language::Words;
use leadstead::lead::{Entry, Event, Lead, LeadId, Subject, words};
use leadstead::shell::store::journal::{decode, encode};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each release with a journal of its own, oldest first.
const RELEASES: [&str; 1] = ["0.1"];

fn journals() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals")
}

/// The entries of a release, as bytes.
fn kept(release: &str) -> Vec<Vec<u8>> {
    let path = journals().join(format!("{release}.msgpack"));
    let text = std::fs::read_to_string(path).expect("the journal of a release");
    text.lines().map(bytes).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal digits");
    (0..hex.len()).step_by(2).map(byte).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read(release: &str) -> Vec<Entry> {
    kept(release).iter().map(|bytes| decode(bytes).expect("an entry of any age reads")).collect()
}

fn folded(entries: &[Entry]) -> Lead {
    let mut lead = Lead::unborn(LeadId(1));
    let of_lead = entries.iter().filter(|entry| matches!(entry.subject, Subject::Lead(_)));
    of_lead.for_each(|entry| lead.apply(entry));
    lead
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("plain data") + "\n"
}

#[test]
fn a_journal_of_any_release_reads_to_the_lead_it_was() {
    for release in RELEASES {
        let lead = folded(&read(release));
        expect_file![journals().join(format!("{release}.lead.json"))].assert_eq(&pretty(&lead));
    }
}

#[test]
fn a_journal_of_any_release_is_told_line_by_line_as_people_read_it() {
    for release in RELEASES {
        let path = journals().join(format!("{release}.jsonl"));
        let text = std::fs::read_to_string(path).expect("the journal of a release");
        let lines: Vec<Entry> =
            text.lines().map(|line| serde_json::from_str(line).expect("an entry")).collect();
        assert_eq!(lines, read(release));
        for entry in &lines {
            assert!(!words::sentence(entry, &|_, _| None, Words::default()).is_empty());
        }
    }
}

#[test]
fn the_newest_journal_shows_every_kind_of_event() {
    let kinds = |entries: &[Entry]| -> BTreeSet<&str> {
        entries.iter().map(|entry| words::kind_of(&entry.event)).collect()
    };
    let newest = RELEASES.last().expect("a release");
    assert_eq!(kinds(&read(newest)), kinds(&story::entries()));
    let numbers: BTreeSet<usize> =
        story::entries().iter().map(|entry| story::number(&entry.event)).collect();
    assert_eq!(numbers, (0..story::KINDS).collect(), "the story leaves out a kind");
}

#[test]
fn what_is_written_today_is_what_the_newest_release_wrote() {
    let newest = RELEASES.last().expect("a release");
    let today: Vec<String> = story::entries().iter().map(|entry| hex(&encode(entry))).collect();
    let then: Vec<String> = kept(newest).iter().map(|bytes| hex(bytes)).collect();
    assert_eq!(today, then);
}

#[test]
fn a_kind_that_nobody_knows_yet_is_kept_and_changes_nothing() {
    let bytes = story::of_tomorrow();
    let entry = decode(&bytes).expect("an entry of a newer version");
    assert_eq!((entry.seq, entry.subject), (900, Subject::Lead(LeadId(1))));
    let Event::Unknown { kind, raw } = &entry.event else { panic!("{entry:?}") };
    assert_eq!((kind.as_str(), raw), ("serenaded", &bytes));
    let before = folded(&story::entries());
    let mut after = before.clone();
    after.apply(&entry);
    assert_eq!(after, Lead { last_seq: 900, ..before });
}

#[test]
#[ignore = "writes the journal of a new release"]
fn write() {
    let release = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    let path = journals().join(format!("{release}.msgpack"));
    assert!(!path.exists(), "{release} has its journal already");
    let entries = story::entries();
    let lines = |line: &dyn Fn(&Entry) -> String| -> String {
        entries.iter().map(|entry| line(entry) + "\n").collect()
    };
    std::fs::create_dir_all(journals()).expect("a folder for journals");
    std::fs::write(path, lines(&|entry| hex(&encode(entry)))).expect("a new file");
    let json = |entry: &Entry| serde_json::to_string(entry).expect("plain data");
    std::fs::write(journals().join(format!("{release}.jsonl")), lines(&json)).expect("a new file");
    let lead = pretty(&folded(&entries));
    std::fs::write(journals().join(format!("{release}.lead.json")), lead).expect("a new file");
}
