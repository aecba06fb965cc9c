//! A lead to be tried: by its number, or by the facts that rules and points ask for.

use super::super::condition::{choices, is_closed, key_of, label, list_of, offered};
use super::super::lead_number;
use super::draft::LINE_MAX;
use crate::language::Words;
use crate::lead::words::capitalised;
use crate::lead::{Arrival, Campaign, HandRaise, Profile};
use crate::playbook::{FieldKind, Playbook};
use crate::scoring;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::icon;
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Facts that are asked for beside one another.
const ASKED_MAX: usize = 40;

/// The name of the field in which a fact is typed.
fn field(key: &str) -> String {
    format!("test.{key}")
}

/// The facts that the rules ask for, and those that only points are given for.
fn asked(playbook: &Playbook) -> (Vec<&str>, Vec<&str>) {
    let mut seen: Vec<&str> = Vec::new();
    let mut by_rules = 0;
    for (is_last, keys) in [(false, playbook.facts_of_rules()), (true, scoring::facts(playbook))] {
        for key in keys.into_iter().map(told_by) {
            if !seen.contains(&key) && seen.len() < ASKED_MAX && playbook.knows_fact(key) {
                seen.push(key);
            }
        }
        by_rules = if is_last { by_rules } else { seen.len() };
    }
    let by_points = seen.split_off(by_rules);
    (seen, by_points)
}

/// What somebody types to say this.
fn told_by(key: &str) -> &str {
    match key {
        "tier" => "score",
        "class" => "source",
        key => key,
    }
}

/// The card on which a lead is tried, with what that brought.
pub fn card(sent: &Sent, playbook: &Playbook, tried: Markup, words: Words) -> Markup {
    let (by_rules, by_points) = asked(playbook);
    let is_typed = by_points.iter().any(|key| !sent.trimmed(&field(key)).is_empty());
    html! {
        section."card stack tight keep" aria-labelledby="try-h" data-trial {
            h2 #try-h { (words.say("routing-test-lead")) }
            div.fields {
                (line("lead", &words.say("routing-test-number"), sent, html! {}))
                @for key in by_rules { (fact(key, sent, playbook, words)) }
            }
            @if !by_points.is_empty() {
                details open[is_typed] {
                    summary { (words.say("routing-test-points")) span.turn { (icon("down")) } }
                    div.fields { @for key in by_points { (fact(key, sent, playbook, words)) } }
                }
            }
            p.hint { (words.say("routing-test-how")) }
            button.btn.primary type="submit" name="do" value="test" { (icon("route")) (words.say("routing-who")) }
            (tried)
        }
    }
}

/// The input of one fact: a choice where it is one, else a line.
fn fact(key: &str, sent: &Sent, playbook: &Playbook, words: Words) -> Markup {
    let name = field(key);
    let called = capitalised(&label(words, playbook, key));
    let offered = offered(key, playbook, words);
    if !is_closed(key, playbook) || key == "tags" {
        let kind = playbook.field(key).map(|own| own.kind);
        return line(
            key,
            &called,
            sent,
            match (key, kind) {
                ("score", _) => {
                    html! { input.input #{ "f-" (name) } name=(name) type="number" min="0" max="100" value=(sent.get(&name)); }
                }
                (_, Some(FieldKind::Date)) => {
                    html! { input.input #{ "f-" (name) } name=(name) type="date" value=(sent.get(&name)); }
                }
                (_, Some(FieldKind::Number)) => {
                    html! { input.input #{ "f-" (name) } name=(name) inputmode="decimal" value=(sent.get(&name)) maxlength=(LINE_MAX) autocomplete="off"; }
                }
                _ if !offered.is_empty() => {
                    html! { input.input #{ "f-" (name) } name=(name) list=(list_of(key)) value=(sent.get(&name)) maxlength=(LINE_MAX) autocomplete="off"; }
                }
                _ => html! {},
            },
        );
    }
    let said = key_of(&offered, sent.trimmed(&name));
    html! {
        div.field {
            label for={ "f-" (name) } { (called) }
            select.input #{ "f-" (name) } name=(name) {
                option value="" {}
                @for (key, word) in &offered {
                    option value=(key) selected[*key == said] { (capitalised(word)) }
                }
            }
        }
    }
}

/// A labelled line; of text where no other input is given.
fn line(key: &str, called: &str, sent: &Sent, input: Markup) -> Markup {
    let name = field(key);
    html! {
        div.field {
            label for={ "f-" (name) } { (called) }
            @if input.0.is_empty() {
                input.input #{ "f-" (name) } name=(name) value=(sent.get(&name)) maxlength=(LINE_MAX) autocomplete="off";
            } @else { (input) }
        }
    }
}

/// The number of the lead that is to be tried; empty where facts are.
pub fn number(sent: &Sent) -> &str {
    lead_number(sent.trimmed("test.lead"))
}

/// The score that is typed, if one is; the sentence about what is none.
pub fn score(sent: &Sent, words: Words) -> Result<Option<u8>, String> {
    let typed = sent.trimmed("test.score");
    if typed.is_empty() {
        return Ok(None);
    }
    let score = typed.parse::<u8>().ok().filter(|score| *score <= 100);
    let no_score = || words.fill("routing-test-no-score", &[("text", typed.into())]);
    score.map(Some).ok_or_else(no_score)
}

/// An enquiry that says what is typed, as if it came in now.
pub fn arrival(sent: &Sent, playbook: &Playbook, now: Timestamp, words: Words) -> Arrival {
    let mut arrival = Arrival {
        submission: Uuid::nil(),
        source: String::new(),
        class: Default::default(),
        arrived_at: now,
        profile: Profile::default(),
        fields: BTreeMap::new(),
        message: String::new(),
        hand_raise: None,
        campaign: Campaign::default(),
        consent: None,
        declined: false,
        missing: Vec::new(),
        earlier: Vec::new(),
        quiet: false,
        owner: None,
        stage: None,
        tags: Vec::new(),
        opted_out: false,
        completes: false,
        closed_at: None,
        value: None,
        import: None,
    };
    for (name, value) in sent.iter() {
        let Some(key) = name.strip_prefix("test.") else { continue };
        let value = value.trim();
        let offered = choices(key, playbook, words);
        let meant = || key_of(&offered, value);
        match key {
            _ if value.is_empty() => {}
            "source" => {
                arrival.source = meant();
                let source = playbook.source(&arrival.source);
                arrival.class = source.map(|source| source.class).unwrap_or_default();
            }
            "hand_raise" => {
                arrival.hand_raise = HandRaise::ALL.into_iter().find(|ask| ask.key() == meant());
            }
            "tags" => {
                arrival.tags = value.split(',').map(|tag| key_of(&offered, tag.trim())).collect();
            }
            "account" => match value.contains('.') && !value.contains(' ') {
                true => arrival.profile.website = value.to_owned(),
                false => arrival.profile.company = value.to_owned(),
            },
            key => match arrival.profile.get_mut(key) {
                Some(place) => *place = meant(),
                None if playbook.field(key).is_some() => {
                    arrival.fields.insert(key.to_owned(), meant());
                }
                None => {}
            },
        }
    }
    arrival.profile.clean();
    arrival
}
