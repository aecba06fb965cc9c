//! What is said of a starter somebody has meddled with.

mod skills;

use super::*;
use crate::lead::hours::Week;
use crate::playbook::{Condition, Count, Role, Rule, Tag, Teammate, Test, Tone, starter};

fn known() -> Known {
    let signals = starter_playbook().scoring.points.into_keys();
    let signals: Vec<_> = signals.map(|key| -> &'static str { key.leak() }).collect();
    Known {
        behaviours: signals.clone(),
        signals,
        most_points: |key, playbook| playbook.scoring.points.get(key).copied().unwrap_or(0),
        not_rules: vec!["fallback owner"],
        template_fault: |_| None,
    }
}

fn starter_playbook() -> Playbook {
    starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
}

/// What is said of the starter once this was done to it.
fn said(change: impl FnOnce(&mut Playbook)) -> Vec<String> {
    let mut playbook = starter_playbook();
    change(&mut playbook);
    check(&playbook, &known()).into_iter().map(|fault| fault.sentence).collect()
}

#[test]
fn two_of_one_name_are_pointed_out_once() {
    let questions = said(|playbook| {
        let criteria = &mut playbook.qualification.criteria;
        criteria[1].label = criteria[0].label.to_uppercase();
        criteria[2].label = criteria[0].label.clone();
    });
    assert_eq!(questions, ["Two questions are called “BUDGET”."]);
    let pools = said(|playbook| {
        let pools = &mut playbook.routing.pools;
        pools[1].name = format!(" {} ", pools[0].name.to_lowercase());
    });
    assert_eq!(pools, ["Two pools are called “everyone”."]);
    let mut playbook = starter_playbook();
    let other = Teammate::new("mr", "maya roth", "mr@roth.example", Role::Rep);
    playbook.team.push(other);
    let hints: Vec<String> = hints(&playbook).into_iter().map(|hint| hint.sentence).collect();
    assert_eq!(
        hints,
        ["Two teammates are called “maya roth”. Whoever reads the name cannot tell them apart."]
    );
    assert_eq!(check(&playbook, &known()), []);
}

#[test]
fn nothing_is_wrong_with_the_starter() {
    assert_eq!(said(|_| {}), [""; 0]);
}

#[test]
fn a_floor_needs_points_that_somebody_can_have() {
    for points in [0, -5] {
        assert_eq!(
            said(|playbook| {
                playbook.scoring.points.insert("price_view".into(), points);
            }),
            [
                "The floor “A decision-maker who looked at prices asked for an answer” can never hold: it asks for points for “price_view”, which gives none."
            ]
        );
    }
}

#[test]
fn a_tag_has_a_label_of_its_own_that_can_stand_in_a_list() {
    let tag = |key: &str, label: &str| Tag {
        key: key.into(),
        label: label.into(),
        tone: Tone::Grey,
        active: true,
    };
    assert_eq!(said(|p| p.tags = vec![tag("vip", "VIP"), tag("fair", "Trade fair")]), [""; 0]);
    assert_eq!(
        said(|p| p.tags = vec![tag("a", "A; B")]),
        ["The tag “A; B” holds a comma or a semicolon, which stand between tags in a list."]
    );
    assert_eq!(said(|p| p.tags = vec![tag("a", "VIP"), tag("b", "vip")]).len(), 2);
    assert_eq!(said(|p| p.tags = vec![tag("a", " ")]), ["The tag “a” needs a label."]);
    assert_eq!(
        said(|p| p.tags = vec![tag("A b", "A b")]),
        ["“A b” is no key for a tag. Use small letters, digits, - and _."]
    );
}

#[test]
fn a_field_that_is_switched_off_is_asked_for_by_nobody() {
    let off = |p: &mut Playbook| {
        p.fields.iter_mut().filter(|field| field.key == "problem").for_each(|f| f.active = false);
    };
    assert_eq!(
        said(off),
        ["The field “problem” is switched off, and asked for by Discovery completed."]
    );
}

#[test]
fn somebody_must_take_what_nobody_else_can() {
    assert_eq!(
        said(|p| p.routing.fallback = "mya".into()),
        ["The fallback owner “mya” does not work here now. Did you mean “maya”?"]
    );
    assert_eq!(
        said(|p| p.routing.fallback.clear()),
        ["Name a fallback owner, who takes what nobody else can."]
    );
    let away = said(|p| p.team[0].active = false);
    assert!(
        away.contains(&"The fallback owner “maya” does not work here now.".to_owned()),
        "{away:?}"
    );
}

#[test]
fn nothing_may_point_nowhere_and_the_likely_key_is_proposed() {
    assert_eq!(
        said(|p| p.routing.rules[0].pool = "seniors".into()),
        [
            "The rule “Urgent leads go to the senior group” names the pool “seniors”, which does not \
          exist. Did you mean “senior”?"
        ]
    );
    assert_eq!(
        said(|p| p.sequences[1].steps[0].template = "letter".into()),
        ["Step 1 of the sequence “education” names the template “letter”, which does not exist."]
    );
    assert_eq!(
        said(|p| p.pipeline.stages[3].requires = vec!["budgt".into()]),
        [
            "The stage “discovery” names the field “budgt”, which does not exist. Did you mean “budget”?"
        ]
    );
    assert_eq!(
        said(|p| p.scoring.points.extend([("priceview".to_owned(), 5)])),
        ["The scoring model names the signal “priceview”, which does not exist. Did you mean \
          “price_view”?"]
    );
}

#[test]
fn a_key_stands_once_and_fits_into_an_address() {
    assert_eq!(
        said(|p| p.sources[1].key = "website".into()),
        ["There are two of the source “website”."]
    );
    assert_eq!(
        said(|p| p.fields[0].key = "Your Reason".into()),
        ["“Your Reason” is no key for a field. Use small letters, digits, - and _."]
    );
    assert_eq!(
        said(|p| p.fields[0].key = "email".into()),
        ["The field “email” needs another key; this one is taken."]
    );
}

#[test]
fn steps_stand_in_order_and_letters_end() {
    assert_eq!(
        said(|p| p.sequences[0].steps[1].day = 1),
        ["The days of the sequence “standard” must rise from 1, one step a day."]
    );
    let round = said(|p| {
        p.sequences[2].then = "standard".into();
        p.sequences[2].archive_as.clear();
    });
    assert_eq!(round.len(), 2);
    assert!(round[0].ends_with("leads back to itself, so that the letters would never end."));
    assert_eq!(
        said(|p| p.templates[1].body = "Hello".into()),
        ["Step 1 of the sequence “standard” sends “first_answer”, which must say how to stop the \
          letters: put {{ unsubscribe_link }} into it."]
    );
}

#[test]
fn a_rule_that_can_never_match_is_a_slip() {
    let ask = |field: &str, is, value: &[&str]| {
        let value = value.iter().map(|one| (*one).to_owned()).collect();
        let conditions = vec![Condition { field: field.into(), is, value }];
        let rule =
            Rule { name: "Mine".into(), pool: "senior".into(), skills: Vec::new(), conditions };
        said(|p| p.routing.rules.insert(0, rule))
    };
    assert_eq!(ask("industry", Test::In, &["Law"]), [""; 0]);
    assert_eq!(
        ask("industry", Test::In, &[]),
        ["The rule “Mine” compares “Industry” with nothing, so that it says nothing."]
    );
    assert_eq!(
        ask("company_size", Test::AtLeast, &["many"]),
        ["The rule “Mine” needs a number for “Employees”."]
    );
    assert_eq!(
        ask("tier", Test::In, &["urgnt"]),
        ["The rule “Mine” names the tier “urgnt”, which does not exist. Did you mean “urgent”?"]
    );
    let behind = said(|p| p.routing.rules.swap(1, 2));
    assert_eq!(
        behind,
        ["The rule “Low leads are nurtured” is never asked, for “Everything else is shared out” \
          takes every lead."]
    );
}

#[test]
fn numbers_keep_to_their_scale() {
    let tiers = said(|p| p.scoring.tiers.high = 30);
    assert_eq!(tiers, ["The tiers begin at 40, 30 and 80. They must rise, from 1 to 100."]);
    let cap = said(|p| p.scoring.caps.fit = -1);
    assert_eq!(cap, ["The cap of fit is -1. It must lie between 0 and 1000."]);
    let warn = said(|p| p.sla.warn_at = vec![50, 100]);
    assert_eq!(warn, ["A warning must come between 1 and 99 percent of a clock."]);
}

#[test]
fn a_behaviour_counts_so_often_and_so_long_as_its_line_says() {
    let said = |signal: &str, most, days| {
        let count = Count { most, days };
        said(|p| p.scoring.counts = [(signal.to_owned(), count)].into())
    };
    assert_eq!(said("open", Some(1), Some(365)), [""; 0]);
    assert_eq!(said("open", None, None), [""; 0]);
    assert_eq!(said("open", Some(0), None), ["Of “open”, 0 are to count. It must be 1 to 50."]);
    assert_eq!(
        said("open", None, Some(400)),
        ["“open” is to count for 400 days. It must be 1 to 365."]
    );
    assert_eq!(
        said("opens", None, None),
        [
            "The scoring model names the behaviour “opens”, which does not exist. Did you mean “open”?"
        ]
    );
}

#[test]
fn what_would_misbehave_is_said_with_its_line() {
    let text = starter_playbook().to_text();
    let cases: [(&str, &str, &str, &str); 15] = [
        (
            "respond_minutes = 5",
            "respond_minutes = 0",
            "accept_minutes = 2",
            "Urgent leads must be accepted within their time to respond, in a minute or more.",
        ),
        (
            "next_opening_minutes = 120",
            "next_opening_minutes = 0",
            "next_opening_minutes = 0",
            "The clock of High leads needs at least one minute to respond, also after an opening.",
        ),
        (
            "name = \"Low leads are nurtured\"",
            "name = \"fallback owner\"",
            "name = \"fallback owner\"",
            "The rule “fallback owner” needs another name; this one says that no rule was asked.",
        ),
        (
            "name = \"Low leads are nurtured\"",
            "name = \"Everything else is shared out\"",
            "",
            "Two rules are called “Everything else is shared out”.",
        ),
        (
            "-17:30\"",
            "-09:00\"",
            "",
            "“09:00-09:00” is no opening time; write it like 09:00-12:30, 13:30-17:30.",
        ),
        (
            "country = \"GB\"",
            "country = \"UK\"",
            "country = \"UK\"",
            "“UK” is no code of a country. Write it like GB or DE.",
        ),
        (
            "key = \"decision\"",
            "key = \"won\"",
            "key = \"won\"",
            "The stage “won” needs another key; this one means an ending.",
        ),
        (
            "task = \"linkedin\"",
            "task = \"next_step\"",
            "task = \"next_step\"",
            "Step 3 of the sequence “standard” cannot ask for “next_step”, which the house asks for \
             itself.",
        ),
        (
            "half_life_days = 7",
            "half_life_days = 0",
            "half_life_days = 0",
            "Interest must halve in at least one day.",
        ),
        (
            "open_unaccepted_max = 15",
            "open_unaccepted_max = 0",
            "open_unaccepted_max = 0",
            "Nobody may hold an open lead: open_unaccepted_max must be 1 or more.",
        ),
        (
            "stale_after_days = 5",
            "stale_after_days = 0",
            "stale_after_days = 0",
            "A step goes stale after 1 to 90 days.",
        ),
        (
            "archive_as = \"No response\"",
            "archive_as = \"Silence\"",
            "archive_as = \"Silence\"",
            "The sequence “nurture” names the reason “Silence”, which does not exist.",
        ),
        (
            "archive_as = \"No response\"",
            "archive_as = \"Other\"",
            "archive_as = \"Other\"",
            "The sequence “nurture” archives for “Other”, which asks for a note.",
        ),
        (
            "then = \"nurture\"\narchive_as = \"\"",
            "then = \"nurture\"\narchive_as = \"Price\"",
            "",
            "The sequence “standard” leads on to “nurture” and cannot archive as well.",
        ),
        (
            "won_requires = [",
            "won_requires = [\"worth\",",
            "won_requires = [\"worth\",",
            "The win of a lead names the field “worth”, which does not exist.",
        ),
    ];
    for (well, ill, at, sentence) in cases {
        assert!(text.contains(well), "{well}");
        let text = text.replace(well, ill);
        let faults = checked(&text, &known()).err().unwrap_or_default();
        let fault = faults.iter().find(|fault| fault.sentence == sentence);
        let fault = fault.unwrap_or_else(|| panic!("{ill}: {faults:#?}"));
        if !at.is_empty() {
            let line = text.lines().position(|line| line.trim() == at).map(|nth| nth + 1);
            assert_eq!(fault.line, line, "{sentence}");
        }
    }
}

#[test]
fn a_slip_that_could_stand_anywhere_is_told_where_it_stands() {
    let text = starter_playbook().to_text();
    let lines_of = |text: &str| -> Vec<Option<usize>> {
        let faults = checked(text, &known()).err().unwrap_or_default();
        faults.iter().map(|fault| fault.line).collect()
    };
    let lines: Vec<&str> = text.lines().collect();
    let letters = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.starts_with("template = ") && **line != "template = \"\"");
    let letters: Vec<usize> = letters.map(|(at, _)| at).collect();
    assert!(letters.len() > 10, "{} steps send a letter", letters.len());
    for at in &letters {
        let mut lines = lines.clone();
        lines[*at] = "template = \"nowhere\"";
        assert_eq!(lines_of(&lines.join("\n")), [Some(at + 1)]);
    }
    let mut lines = lines.clone();
    letters.iter().for_each(|at| lines[*at] = "template = \"nowhere\"");
    let all: Vec<Option<usize>> = letters.iter().map(|at| Some(at + 1)).collect();
    assert_eq!(lines_of(&lines.join("\n")), all);
}

#[test]
fn a_house_is_open_some_time_and_so_is_everybody_who_works_there() {
    let never = said(|p| p.hours.week = Week::default());
    assert_eq!(never, ["The business never opens. Give it hours on one day of the week at least."]);
    let nobody = said(|p| p.team[0].hours = Some(Week::default()));
    assert_eq!(
        nobody,
        ["“maya” has hours of their own and is never there. Name a day, or leave them out."]
    );
}

#[test]
fn a_word_is_not_compared_with_a_number() {
    let said = said(|p| {
        p.routing.rules[0].conditions[0].is = Test::AtLeast;
        p.routing.rules[0].conditions[0].value = vec!["5".into()];
    });
    let rule = "The rule “Urgent leads go to the senior group”";
    assert_eq!(said, [format!("{rule} compares “tier” with a number, and it is none.")]);
}

#[test]
fn codes_and_zones_are_known_ones() {
    assert_eq!(
        said(|p| {
            p.business.time_zone = "Europe/Lodnon".into();
            p.business.country = "Germany".into();
        }),
        [
            "“Germany” is no code of a country. Write it like GB or DE.",
            "There is no time zone “Europe/Lodnon”. Write it like Europe/London."
        ]
    );
}

#[test]
fn too_much_is_said_to_be_too_much() {
    let many = said(|p| {
        let maya = p.team[0].clone();
        p.team.extend((0..500).map(|n| Teammate { id: format!("mate{n}"), ..maya.clone() }));
    });
    assert_eq!(many, ["There are 501 entries of the kind teammate. 500 is the most."]);
}

#[test]
fn a_slip_in_the_text_is_shown_with_its_line() {
    let text = starter_playbook().to_text();
    let said = |text: &str| checked(text, &known()).err().unwrap_or_default();
    let line = |words: &str| text.lines().position(|line| line.contains(words)).map(|nth| nth + 1);

    let faults = said(&text.replace("open_unaccepted_max", "open_unacepted_max"));
    assert_eq!(faults[0].line, line("open_unaccepted_max"));
    assert_eq!(
        faults[0].sentence,
        "“open_unacepted_max” is not known here. Did you mean “open_unaccepted_max”?"
    );
    let faults = said(&text.replace("pool = \"nurture\"", "pool = \"nurtured\""));
    assert_eq!(faults[0].line, line("pool = \"nurture\""));
    let faults = said(&text.replacen("[[source]]", "[[sorce]]", 1));
    assert_eq!(faults[0].sentence, "“sorce” is not known here. Did you mean “source”?");
    let faults = said("[business]\nname = ");
    assert_eq!(faults[0].line, Some(2));
    assert_eq!(checked(&text, &known()), Ok(starter_playbook()));
}
