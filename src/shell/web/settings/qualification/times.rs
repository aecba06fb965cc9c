//! From which score sales takes over, and how fast a lead of each tier is to be answered.

use super::super::beside::id;
use super::form::number;
use super::page::Page;
use crate::language::Words;
use crate::lead::{Tier, words};
use crate::playbook::{Playbook, ResponseClock};
use crate::shell::web::lead::{Sent, Wrong};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The longest time that is promised, in minutes.
const MINUTES_MAX: i64 = 30 * 24 * 60;

/// The field that says from which score sales takes over.
pub const FROM: &str = "from";

const RESPOND: &str = "respond";
const OPENING: &str = "opening";
const ACCEPT: &str = "accept";
const BUSINESS: &str = "business";

/// What a playbook promises.
#[derive(Debug, PartialEq)]
pub struct Times {
    pub handover_from: u8,
    pub clock: BTreeMap<Tier, ResponseClock>,
}

impl Times {
    /// What a playbook promises now.
    pub fn of(playbook: &Playbook) -> Times {
        let clock = playbook.sla.clock.clone();
        Times { handover_from: playbook.pipeline.handover_from, clock }
    }

    /// Lets a playbook promise this.
    pub fn put(self, playbook: &mut Playbook) {
        playbook.pipeline.handover_from = self.handover_from;
        playbook.sla.clock = self.clock;
    }
}

fn name(what: &str, tier: Tier) -> String {
    format!("clock.{}.{what}", tier.key())
}

/// What stands in the form for a playbook.
pub fn values(playbook: &Playbook) -> Vec<(String, String)> {
    let of = |(tier, clock): (&Tier, &ResponseClock)| {
        let accept = clock.accept_minutes.map_or(String::new(), |accept| accept.to_string());
        let business = if clock.business_time { "on" } else { "" };
        [
            (name(RESPOND, *tier), clock.respond_minutes.to_string()),
            (name(OPENING, *tier), clock.next_opening_minutes.to_string()),
            (name(ACCEPT, *tier), accept),
            (name(BUSINESS, *tier), business.to_owned()),
        ]
    };
    let from = (FROM.to_owned(), playbook.pipeline.handover_from.to_string());
    playbook.sla.clock.iter().flat_map(of).chain([from]).collect()
}

/// What a form promises, or the first thing in it that cannot be; what it does not say stays.
pub fn wanted(sent: &Sent, playbook: &Playbook, words: Words) -> Result<Times, Wrong> {
    let mut times = Times::of(playbook);
    if has(sent, FROM) {
        times.handover_from = number(sent, FROM, 0, 100, words)? as u8;
    }
    for tier in Tier::ALL.into_iter().filter(|tier| has(sent, &name(RESPOND, *tier))) {
        match sent.trimmed(&name(RESPOND, tier)).is_empty() {
            true => {
                unclocked(sent, tier, words)?;
                times.clock.remove(&tier);
            }
            false => {
                let clock = clock(sent, tier, times.clock.get(&tier), words)?;
                times.clock.insert(tier, clock);
            }
        }
    }
    Ok(times)
}

/// Refuses other times of a tier that is given no time to be answered within.
fn unclocked(sent: &Sent, tier: Tier, words: Words) -> Result<(), Wrong> {
    let is_said = |what: &str| !sent.trimmed(&name(what, tier)).is_empty();
    match [OPENING, ACCEPT].into_iter().any(is_said) {
        true => Err(Wrong::with(&name(RESPOND, tier), words.say("times-respond-lacking"))),
        false => Ok(()),
    }
}

fn has(sent: &Sent, wanted: &str) -> bool {
    sent.iter().any(|(known, _)| known == wanted)
}

fn clock(
    sent: &Sent,
    tier: Tier,
    now: Option<&ResponseClock>,
    words: Words,
) -> Result<ResponseClock, Wrong> {
    let minutes = |what: &str| -> Result<u32, Wrong> {
        Ok(number(sent, &name(what, tier), 1, MINUTES_MAX, words)? as u32)
    };
    let is_said = |what: &str| !sent.trimmed(&name(what, tier)).is_empty();
    if !is_said(OPENING) {
        return Err(Wrong::with(&name(OPENING, tier), words.say("times-opening-lacking")));
    }
    Ok(ResponseClock {
        respond_minutes: minutes(RESPOND)?,
        business_time: sent.is_on(&name(BUSINESS, tier)),
        same_day: now.is_some_and(|now| now.same_day),
        least_minutes_left: now.map_or(0, |now| now.least_minutes_left),
        next_opening_minutes: minutes(OPENING)?,
        accept_minutes: is_said(ACCEPT).then(|| minutes(ACCEPT)).transpose()?,
    })
}

/// How fast a lead of each tier is to be answered.
pub fn section(page: &Page) -> Markup {
    let words = page.words;
    html! {
        section.ledger #(id("sla", 0)) {
            header { h2 { (words.say("part-promise")) } p { (words.say("times-how")) } }
            (page.beside.at("sla", 0))
            ul."items settable" { @for tier in Tier::ALL { li { (of_tier(page, tier)) } } }
        }
    }
}

fn of_tier(page: &Page, tier: Tier) -> Markup {
    let words = page.words;
    let business = name(BUSINESS, tier);
    let minutes =
        |what: &str, label: &str| page.number(&name(what, tier), &words.say(label), 1, MINUTES_MAX);
    html! {
        fieldset."stack tight" #(id(tier.key(), 0)) aria-describedby=[page.beside.about(tier.key(), 0)] {
            legend { (words::tier(words, tier)) }
            (page.beside.at(tier.key(), 0))
            div.fields {
                (minutes(RESPOND, "times-respond"))
                (minutes(OPENING, "times-opening"))
                (minutes(ACCEPT, "times-accept"))
            }
            label.check {
                input type="checkbox" name=(business) value="on" checked[page.sent.is_on(&business)];
                (words.say("times-business"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    fn asked(changes: &[(&str, &str)]) -> Result<Times, Wrong> {
        let playbook = starter("Roth & Co", Teammate::new("maya", "Maya", "", Role::Owner));
        let changes = changes.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        let sent = values(&playbook).into_iter().chain(changes).collect();
        wanted(&sent, &playbook, Words::default())
    }

    #[test]
    fn what_is_not_changed_stays_and_a_tier_without_a_time_has_no_clock() {
        let was = asked(&[]).expect("it makes sense");
        let playbook = starter("Roth & Co", Teammate::new("maya", "Maya", "", Role::Owner));
        assert_eq!(was, Times::of(&playbook));
        let times = asked(&[
            ("from", "65"),
            ("clock.urgent.respond", "10"),
            ("clock.urgent.accept", ""),
            ("clock.high.respond", ""),
            ("clock.high.opening", ""),
            ("clock.high.accept", ""),
            ("clock.medium.respond", "480"),
            ("clock.medium.opening", "60"),
        ]);
        let times = times.expect("it makes sense");
        let urgent = &times.clock[&Tier::Urgent];
        assert_eq!((times.handover_from, urgent.respond_minutes), (65, 10));
        assert_eq!((urgent.accept_minutes, times.clock.get(&Tier::High)), (None, None));
        assert_eq!(times.clock[&Tier::Medium].next_opening_minutes, 60);
        for (field, value) in
            [("from", "101"), ("clock.high.respond", "0"), ("clock.high.opening", "0")]
        {
            assert_eq!(asked(&[(field, value)]).expect_err(value).field, field);
        }
    }

    #[test]
    fn no_time_of_a_tier_is_thrown_away_and_the_one_that_lacks_is_asked_for() {
        let lacking = Words::default().say("times-respond-lacking");
        for left in [
            &[("clock.low.respond", ""), ("clock.low.accept", "30")][..],
            &[("clock.urgent.respond", ""), ("clock.urgent.opening", "")],
            &[("clock.high.respond", "")],
        ] {
            let wrong = asked(left).expect_err("a time without its clock");
            assert_eq!((wrong.field.as_str(), &wrong.sentence), (left[0].0, &lacking));
        }
        let wrong = asked(&[("clock.medium.respond", "1")]).expect_err("no opening");
        assert_eq!(wrong.field, "clock.medium.opening");
        assert_eq!(wrong.sentence, Words::default().say("times-opening-lacking"));
    }
}
