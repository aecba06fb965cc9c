//! Conditions, asked of leads that know little.

use super::*;
use crate::playbook::fixture::house;
use crate::playbook::{Role, Teammate, starter};

fn lead(key: &str, value: &str) -> Lead {
    let mut lead = Lead::default();
    match lead.profile.get_mut(key) {
        Some(place) => *place = value.into(),
        None => drop(lead.fields.insert(key.into(), value.into())),
    }
    lead
}

fn ask(field: &str, is: Test, value: &[&str], lead: &Lead) -> Option<String> {
    let value = value.iter().map(|one| (*one).to_owned()).collect();
    let condition = Condition { field: field.into(), is, value };
    failed(&condition, lead, &house(&["maya"]))
}

#[test]
fn a_state_is_meant_by_its_name_and_by_its_code() {
    let [code, name] = ["NY", "New York"].map(|value| lead("region", value));
    for value in ["new york", "ny"] {
        assert_eq!(ask("region", Test::In, &[value], &code), None, "{value}");
        assert_eq!(ask("region", Test::In, &[value], &name), None, "{value}");
    }
    let why = ask("region", Test::In, &["CA", "Texas"], &name);
    assert_eq!(why.as_deref(), Some("region is New York, not CA or Texas"));
    assert_eq!(ask("region", Test::In, &["Bayern"], &lead("region", "Bayern")), None);
}

#[test]
fn a_fact_is_compared_without_regard_to_case() {
    let german = lead("country", "de");
    assert_eq!(ask("country", Test::In, &["DE", "FR"], &german), None);
    assert_eq!(
        ask("country", Test::In, &["US", "CA"], &german).as_deref(),
        Some("country is de, not US or CA")
    );
    assert_eq!(ask("country", Test::NotIn, &["DE"], &german).as_deref(), Some("country is de"));
}

#[test]
fn a_country_is_compared_by_its_name_in_any_language_and_an_address_in_any_spelling() {
    let french = lead("country", "FR");
    for name in ["France", "FR", "frankreich", "FRA"] {
        assert_eq!(ask("country", Test::In, &["Spain", name], &french), None, "{name}");
        assert!(ask("country", Test::NotIn, &[name], &french).is_some(), "{name}");
    }
    assert!(ask("country", Test::In, &["Germany"], &french).is_some());
    assert_eq!(ask("country", Test::Begins, &["F"], &french), None);
    assert_eq!(ask("language", Test::In, &["de-AT"], &lead("language", "de")), None);
    let ines = lead("email", "Ines+news@Gmail.com");
    assert_eq!(ask("email", Test::In, &["ines@googlemail.com"], &ines), None);
    assert_eq!(ask("email", Test::Contains, &["+news@"], &ines), None);
    let number = lead("phone", "+49 30 123456");
    assert_eq!(ask("phone", Test::In, &["0049 30/123456"], &number), None);
}

#[test]
fn a_part_of_a_fact_is_found_whatever_its_letters() {
    let firm = lead("company", "Müller & SÖHNE GmbH");
    for part in ["gmbh", "söhne", "MÜLLER", " & ", ""] {
        assert_eq!(ask("company", Test::Contains, &[part], &firm), None, "{part}");
    }
    assert!(ask("company", Test::Contains, &["Muller", "AG"], &firm).is_some());
    let short = lead("company", "AG");
    assert!(ask("company", Test::Contains, &["GmbH"], &short).is_some());
    assert_eq!(ask("company", Test::Contains, &["ag"], &short), None);
}

#[test]
fn an_unknown_fact_fails_all_but_the_question_whether_it_is_unknown() {
    let nobody = Lead::default();
    for test in [Test::In, Test::NotIn, Test::Contains, Test::Begins, Test::AtLeast] {
        let why = ask("company_size", test, &["1"], &nobody);
        assert_eq!(why.as_deref(), Some("company size is unknown"));
    }
    assert_eq!(ask("company_size", Test::Unknown, &[], &nobody), None);
    assert!(ask("company_size", Test::Known, &[], &nobody).is_some());
}

#[test]
fn a_number_that_is_too_small_says_so() {
    let small = lead("company_size", "40");
    assert_eq!(ask("company_size", Test::AtMost, &["49"], &small), None);
    assert_eq!(
        ask("company_size", Test::AtLeast, &["200"], &small).as_deref(),
        Some("company size is 40, not at least 200")
    );
    assert!(ask("company_size", Test::AtLeast, &[], &small).is_some());
}

#[test]
fn yes_and_no_may_be_said_in_other_words() {
    let member = lead("member", "yes");
    for word in ["Yes", "ja", "TRUE"] {
        assert_eq!(ask("member", Test::In, &[word], &member), None, "{word}");
    }
    assert!(ask("member", Test::In, &["nein", "false"], &member).is_some());
    assert_eq!(ask("member", Test::NotIn, &["nein"], &member), None);
}

#[test]
fn days_are_compared_as_days() {
    let early = lead("starts", "2026-01-15");
    assert_eq!(
        ask("starts", Test::AtLeast, &["2026-12-01"], &early).as_deref(),
        Some("starts is 2026-01-15, not at least 2026-12-01")
    );
    assert_eq!(ask("starts", Test::AtMost, &["2026-12-01"], &early), None);
    assert_eq!(ask("starts", Test::AtLeast, &["2026-01-15"], &early), None);
    for (range, holds) in [
        ("2026-01-01..2026-01-31", true),
        ("2026-02-01..2026-12-31", false),
        ("2026-01-01..9", false),
    ] {
        let is_within = ask("starts", Test::Between, &[range], &early).is_none();
        assert_eq!(is_within, holds, "{range}");
    }
    for text in ["2026", "soon", "2026-02-30"] {
        let none = lead("starts", text);
        assert!(ask("starts", Test::AtLeast, &["1990-01-01"], &none).is_some(), "{text}");
        assert!(ask("starts", Test::AtMost, &["2990-01-01"], &none).is_some(), "{text}");
    }
}

#[test]
fn a_postcode_begins_with_its_area_whatever_the_spaces() {
    let london = lead("postcode", "sw1a 1aa");
    assert_eq!(ask("postcode", Test::Begins, &["N", "SW1A1"], &london), None);
    assert!(ask("postcode", Test::Begins, &["SW2"], &london).is_some());
    for (written, begins) in [("D-81234", "81"), ("A-1010", "10"), ("SE-113 46", "1134")] {
        assert_eq!(ask("postcode", Test::Begins, &[begins], &lead("postcode", written)), None);
    }
    assert!(ask("postcode", Test::Begins, &["90"], &lead("postcode", "02-900")).is_some());
    assert_eq!(ask("postcode", Test::Begins, &["D-8"], &lead("postcode", "D-81234")), None);
}

#[test]
fn tier_score_and_source_can_be_asked_for() {
    let lead = Lead { source: "website".into(), ..Lead::default() };
    assert_eq!(ask("tier", Test::In, &["low"], &lead), None);
    assert_eq!(ask("score", Test::AtMost, &["39"], &lead), None);
    assert_eq!(ask("source", Test::In, &["website"], &lead), None);
    assert_eq!(ask("class", Test::In, &["inbound"], &lead), None);
    assert!(ask("hand_raise", Test::Known, &[], &lead).is_some());
}

#[test]
fn a_reason_calls_things_by_their_names() {
    let playbook = starter("Ek", Teammate::new("ek", "Ek", "", Role::Owner));
    let lead =
        Lead { source: "website".into(), tags: ["referral".into()].into(), ..Lead::default() };
    let why = |field: &str, is, value: &[&str]| {
        let value = value.iter().map(|one| (*one).to_owned()).collect();
        failed(&Condition { field: field.into(), is, value }, &lead, &playbook).expect("a reason")
    };
    assert_eq!(why("source", Test::In, &["Event"]), "source is Website form, not Event");
    assert_eq!(why("tier", Test::In, &["high", "urgent"]), "tier is Low, not High or Urgent");
    assert_eq!(why("tier", Test::NotIn, &["LOW"]), "tier is Low");
    let mut tagged = playbook.clone();
    tagged.tags = vec![crate::playbook::Tag {
        key: "referral".into(),
        label: "Was sent".into(),
        tone: Default::default(),
        active: true,
    }];
    let asks = Condition { field: TAGS.into(), is: Test::In, value: vec!["vip".into()] };
    assert_eq!(failed(&asks, &lead, &tagged).as_deref(), Some("tags is Was sent, not vip"));
}

#[test]
fn a_long_fact_is_cut_in_the_reason() {
    let long = lead("role", &"é".repeat(5_000));
    let why = ask("role", Test::In, &["owner"], &long).expect("a reason");
    assert!(why.chars().count() < 100);
}

#[test]
fn a_range_holds_numbers_or_postcodes() {
    let size = lead("company_size", "1,200");
    assert_eq!(ask("company_size", Test::Between, &["10..49", "1000..5000"], &size), None);
    assert_eq!(
        ask("company_size", Test::Between, &["10..49"], &size).as_deref(),
        Some("company size is 1,200, not between 10..49")
    );
    let berlin = lead("postcode", "10 115");
    assert!(ask("postcode", Test::Between, &["10000..12699"], &berlin).is_none());
    for (written, range, holds) in [
        ("113 46", "11000..11999", true),
        ("113 46", "100..199", false),
        ("02-900", "00-001..04-999", true),
        ("02-900", "1..5", false),
        ("SE-113 46", "113 00..113 99", true),
        ("1010", "01000..99999", false),
        ("10115", "1000..1999", false),
        ("90210-1234", "90001..90299", true),
        ("1000-205", "1000..1999", true),
        ("LS1 4AP", "10..19", false),
        ("LS14", "10..19", false),
        ("LS1", "1..9", false),
        ("K1A 0B1", "100..120", false),
        ("CH-8001", "8000..8099", true),
        ("CH 8001", "8000..8099", true),
        ("1011 AB", "1000..1099", true),
    ] {
        let there = lead("postcode", written);
        let is_within = ask("postcode", Test::Between, &[range], &there).is_none();
        assert_eq!(is_within, holds, "{written} {range}");
    }
    let sweden = lead("postcode", "113 46");
    assert_eq!(ask("postcode", Test::AtLeast, &["110 00"], &sweden), None);
    assert!(ask("postcode", Test::AtMost, &["110 00"], &sweden).is_some());
    assert!(ask("postcode", Test::AtLeast, &["1000"], &sweden).is_some());
    let leeds = lead("postcode", "LS1 4AP");
    for (range, holds) in
        [("BD..LS", true), ("LA1..LS2", true), ("M1..N99", false), ("LT..Z", false)]
    {
        assert_eq!(ask("postcode", Test::Between, &[range], &leeds).is_none(), holds, "{range}");
    }
    assert!(ask("postcode", Test::Between, &["nonsense"], &leeds).is_some());
}

#[test]
fn a_postcode_that_lost_its_nought_in_a_table_is_read_with_it() {
    let mut dresden = lead("postcode", "1067");
    assert!(ask("postcode", Test::Between, &["01000..01999"], &dresden).is_some());
    dresden.profile.country = "DE".into();
    for (is, value) in [(Test::Between, "01000..01999"), (Test::Begins, "01"), (Test::In, "01067")]
    {
        assert_eq!(ask("postcode", is, &[value], &dresden), None, "{value}");
    }
    let why = ask("postcode", Test::Begins, &["10"], &dresden);
    assert_eq!(why.as_deref(), Some("postcode is 01067, which does not begin with 10"));
}
