//! Why this score: every point with its reason, the caps, the floor, and when the tier would change.

use super::act::Act;
use super::facts::read_out;
use super::forecast;
use super::sent::once_field;
use super::view::View;
use crate::language::Words;
use crate::lead::{Actor, Lead, Tier, words};
use crate::playbook::learned::Counts;
use crate::playbook::{Groups, Playbook, Tiers};
use crate::scoring::{self, Group, Held, Ledger, Point, Proof, SetByHand, Signal, signal};
use crate::shell::web::parts::icon;
use crate::shell::web::then;
use jiff::Timestamp;
use maud::{Markup, html};

/// The id of this part of the page.
pub const ID: &str = "why";

/// Why the score is what it is, or was on the day that was asked for.
pub fn why(view: &View) -> Markup {
    let then = view.case.then.as_ref();
    let ledger = then.map_or(&view.case.ledger, |then| &then.ledger);
    let playbook = then.map_or(view.playbook, |then| &then.playbook);
    let scoring = &playbook.scoring;
    let words = view.words;
    html! {
        details.ledger #(ID) data-region open {
            summary { h2 { (words.fill("lead-why-score", &[("score", ledger.score.into())])) } span.turn { (icon("down")) } }
            div.body {
                @if let Some(then) = then.filter(|_| view.asked.as_of.is_empty()) {
                    p.mute { (words.fill("lead-as-of-end", &[("when", view.at(then.at).into())])) }
                } @else if let Some(then) = then {
                    (asked_for(view, then.at))
                } @else if !view.asked.as_of.is_empty() {
                    p.error { (icon("warn")) (words.say("lead-as-of-none")) }
                }
                (bar(words, ledger, &scoring.caps))
                p.mute.below { (distance(words, ledger, &scoring.tiers)) " " (known(words, ledger)) }
                @if let Some(falls) = falls(view).filter(|_| then.is_none()) { p.mute { (falls) } }
                @if let Some(set) = &ledger.set { (set_by_hand(view, set, then.is_none())) }
                @for group in Group::ALL { (points(view, ledger, group, &scoring.caps)) }
                @if let Some(floor) = &ledger.floor { (raised(view, floor)) }
                (forecast::section(words, playbook, ledger))
                p.mute { (judged_by(view, playbook)) }
                (as_of(view))
            }
        }
    }
}

/// As of when the score is laid open, and the way back to now.
fn asked_for(view: &View, at: Timestamp) -> Markup {
    let words = view.words;
    let today = view.zone.to_datetime(view.case.now).date();
    let day = then::day(&view.asked.as_of);
    let as_of = match day {
        Some(day) if day < today => {
            words.fill("lead-as-of-end-of", &[("day", view.heading(day).into())])
        }
        _ => words.fill("lead-as-of", &[("when", view.at(at).into())]),
    };
    html! {
        @if day.is_some_and(|day| day > today) { p.error { (icon("warn")) (words.say("lead-as-of-to-come")) } }
        p.line { b { (as_of) } a href={ "?#" (ID) } { (words.say("lead-as-of-now")) } }
    }
}

/// Which version of the rules the score is by, and which learned model where one counts.
fn judged_by(view: &View, playbook: &Playbook) -> String {
    let words = view.words;
    let version = view.case.then.as_ref().map_or(view.version, |then| then.version);
    let version = ("version", version.into());
    let learned = playbook.scoring.learned.as_ref().filter(|one| one.counts != Counts::Beside);
    match learned {
        Some(one) => {
            let day = ("day", view.day(one.learned_at).into());
            words.fill("lead-judged-by-learned", &[version, day])
        }
        None => words.fill("lead-judged-by", &[version]),
    }
}

/// A floor under the score, as a line of its own.
fn raised(view: &View, floor: &Held) -> Markup {
    let words = view.words;
    html! {
        div.points {
            p.line {
                span.key.o {} b { (words.say("lead-floor")) } b.push { (signed(words, floor.adds)) }
            }
            ul.items {
                li {
                    span.grow {
                        (floor.name) br;
                        span.mute { (on_top(words, floor)) br; (until(view, floor.until)) }
                    }
                }
            }
        }
    }
}

/// A score that a person has set, with the way to end it.
fn set_by_hand(view: &View, set: &SetByHand, is_now: bool) -> Markup {
    let words = view.words;
    let by = match &set.by {
        Actor::Teammate(id) => view.name(id),
        Actor::Token(name) => name.clone(),
        Actor::Visitor | Actor::House => String::new(),
    };
    let with = [("by", by.into()), ("day", view.day(set.until).into())];
    html! {
        div.points {
            p.line {
                span.key.o {} b { (words.fill("lead-set-to", &[("score", set.score.into())])) }
                b.push { (signed(words, set.adds)) }
            }
            ul.items {
                li {
                    span.grow { (set.why) br; span.mute { (words.fill("lead-set-until", &with)) } }
                    @if is_now && view.case.lead.is_open() {
                        form action=(Act::Score.url(view.case.lead.id, 0)) method="post" {
                            (once_field(view.once))
                            input type="hidden" name="end" value="yes";
                            button.btn type="submit" { (words.say("lead-set-end")) }
                        }
                    }
                }
            }
        }
    }
}

/// The way to the score of another day.
fn as_of(view: &View) -> Markup {
    let words = view.words;
    let day = |at: Timestamp| view.zone.to_datetime(at).date().to_string();
    let (from, to) = (view.case.lead.captured_at.map(day), day(view.case.now));
    html! {
        form.line action={ "/leads/" (view.case.lead.id) "#" (ID) } {
            label for="as-of" { (words.say("lead-as-of-day")) }
            input.input.fit #as-of type="date" name="as_of" min=[from] max=(to) value=(view.asked.as_of) required;
            button.btn type="submit" { (words.say("lead-as-of-show")) }
        }
    }
}

/// What each group gives, side by side; what a floor adds is left pale.
fn bar(words: Words, ledger: &Ledger, caps: &Groups) -> Markup {
    let given = |group: Group| ledger.group(group, caps).max(0.0);
    let (fit, engagement) = (given(Group::Fit), given(Group::Engagement));
    let rest = given(Group::Source) + given(Group::Stage);
    let label = sum(words, ledger, caps);
    html! {
        svg.bar height="10" role="img" aria-label=(label) {
            rect width="100%" height="10" rx="2" {}
            rect width={ (fit) "%" } height="10" {}
            rect.b x={ (fit) "%" } width={ (engagement) "%" } height="10" {}
            rect.d x={ (fit + engagement) "%" } width={ (rest) "%" } height="10" {}
        }
    }
}

/// How far the score is into its tier, and from the next.
fn distance(words: Words, ledger: &Ledger, tiers: &Tiers) -> String {
    let from = match ledger.tier {
        Tier::Urgent => tiers.urgent,
        Tier::High => tiers.high,
        Tier::Medium => tiers.medium,
        Tier::Low => 0,
    };
    let above = match ledger.tier {
        Tier::Urgent => None,
        Tier::High => Some((Tier::Urgent, tiers.urgent)),
        Tier::Medium => Some((Tier::High, tiers.high)),
        Tier::Low => Some((Tier::Medium, tiers.medium)),
    };
    let stands = [
        ("count", ledger.score.saturating_sub(from).into()),
        ("tier", words::tier(words, ledger.tier).into()),
        ("from", from.into()),
    ];
    let Some((above, at)) = above else { return words.fill("lead-into-top", &stands) };
    let missing = at.saturating_sub(ledger.score);
    let [count, tier, from] = stands;
    let above = ("above", words::tier(words, above).into());
    words.fill("lead-into-tier", &[count, tier, from, ("missing", missing.into()), above])
}

/// How much of the fit is known. Unknown is no mismatch.
fn known(words: Words, ledger: &Ledger) -> String {
    let (known, all) = ledger.known_fit;
    words.fill("lead-known-fit", &[("known", known.into()), ("all", all.into())])
}

/// The score in one sentence, for who cannot see the bar.
fn sum(words: Words, ledger: &Ledger, caps: &Groups) -> String {
    let groups = Group::ALL.map(|group| (group, ledger.group(group, caps)));
    let given = groups.into_iter().filter(|(_, points)| *points != 0.0);
    let parts: Vec<String> = given
        .map(|(group, points)| format!("{} {}", group.label(words), signed(words, points)))
        .collect();
    let with = [("parts", parts.join(", ").into()), ("score", ledger.score.into())];
    words.fill("lead-score-sum", &with)
}

/// Points with their sign, in tenths only where there are any.
pub fn signed(words: Words, points: f64) -> String {
    let said = words.decimal(points);
    if said == "0" || points < 0.0 { said } else { format!("+{said}") }
}

/// When the tier falls by itself, if it does.
fn falls(view: &View) -> Option<String> {
    let at = scoring::falls(&view.case.lead, view.playbook, view.case.now)?;
    Some(view.words.fill("lead-falls", &[("when", view.at(at).into())]))
}

/// What a floor makes of the points, as a sum that can be done again.
fn on_top(words: Words, floor: &Held) -> String {
    let raises = words.decimal(floor.raises);
    words.fill("lead-floor-on-top", &[("score", floor.score.into()), ("points", raises.into())])
}

fn until(view: &View, until: Option<Timestamp>) -> String {
    match until.filter(|at| *at < Timestamp::MAX) {
        Some(at) => view.words.fill("lead-floor-until", &[("day", view.day(at).into())]),
        None => view.words.say("lead-floor-unanswered"),
    }
}

fn points(view: &View, ledger: &Ledger, group: Group, caps: &Groups) -> Markup {
    let points: Vec<&Point> = ledger.points.iter().filter(|point| point.group == group).collect();
    if points.is_empty() {
        return html! {};
    }
    let (cap, key) = match group {
        Group::Fit => (Some(caps.fit), ""),
        Group::Engagement => (Some(caps.engagement), "b"),
        Group::Source => (Some(caps.source), "d"),
        Group::Stage => (Some(caps.stage), "d"),
        Group::Against => (None, "o"),
    };
    let sum = ledger.group(group, caps);
    html! {
        details.points open {
            summary {
                span.key.(key) {} b { (group.label(view.words)) }
                @if let Some(cap) = cap { span.mute { (view.words.fill("lead-of-cap", &[("cap", cap.into())])) } }
                b.push { (signed(view.words, sum)) }
            }
            ul.items { @for point in points { (line(view, point)) } }
        }
    }
}

/// Why points were given, with the fact as people read it; of the way a lead came also which way that
/// was.
pub fn because(point: &Point, lead: &Lead, playbook: &Playbook, words: Words) -> String {
    let why = match (&point.proof, signal(point.signal).and_then(Signal::fact)) {
        (Proof::Text(text), Some(key)) => {
            Proof::Text(read_out(playbook, words, key, text)).because(point.signal, words)
        }
        _ => point.because(words),
    };
    let source = playbook.source(&lead.source);
    match source.filter(|_| point.group == Group::Source) {
        Some(source) => {
            let with = [("why", why.into()), ("what", source.name.as_str().into())];
            words.fill("signal-shown", &with)
        }
        None => why,
    }
}

fn line(view: &View, point: &Point) -> Markup {
    let words = view.words;
    let was = [("points", signed(words, point.original.into()).into())];
    let faded = (f64::from(point.original) - point.points).abs() >= 0.05;
    html! {
        li {
            span.grow {
                @let why = because(point, &view.case.lead, view.playbook, words);
                @match point.evidence {
                    Some(seq) => a href={ "#e" (seq) } { (why) },
                    None => (why),
                }
                @if faded { br; span.mute { (words.fill("lead-point-was", &was)) } }
                @if let Some(until) = point.until {
                    @let key = if point.points > 0.0 { "lead-point-until" } else { "lead-point-ended" };
                    br; span.mute { (words.fill(key, &[("day", view.day(until).into())])) }
                }
            }
            @if point.group == Group::Engagement || Some(point.at) != view.case.lead.captured_at {
                span.mute { (view.day(point.at)) }
            }
            span.pts { (signed(words, point.points)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn points_are_shown_as_they_count() {
        let said = |language| {
            [20.0, -2.0, 4.94, 0.4, 0.01, -0.01].map(|one| signed(Words::of(language), one))
        };
        assert_eq!(said(Language::English), ["+20", "−2", "+4.9", "+0.4", "0", "0"]);
        assert_eq!(said(Language::German), ["+20", "−2", "+4,9", "+0,4", "0", "0"]);
    }
}
