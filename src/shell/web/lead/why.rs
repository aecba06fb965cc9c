//! Why this score: every point with its reason, the caps, the floor, and when the tier would change.

use super::view::View;
use super::words;
use crate::lead::Tier;
use crate::playbook::{Groups, Tiers};
use crate::scoring::{self, Group, Ledger, Point};
use crate::shell::web::parts::icon;
use jiff::Timestamp;
use maud::{Markup, html};

/// Why the score is what it is.
pub fn why(view: &View) -> Markup {
    let ledger = &view.case.ledger;
    let caps = &view.playbook.scoring.caps;
    html! {
        details.ledger #why data-region open {
            summary { h2 { (words::why(ledger.score)) } span.turn { (icon("down")) } }
            div.body {
                (bar(ledger, caps))
                p.mute.below { (distance(ledger, &view.playbook.scoring.tiers)) " " (known(ledger)) }
                @if let Some(falls) = falls(view) { p.mute { (falls) } }
                @for group in Group::ALL { (points(view, ledger, group, caps)) }
                @if let Some(floor) = &ledger.floor {
                    div.points {
                        p.line {
                            span.key.o {} b { (words::FLOOR) } b.push { (words::signed(floor.adds)) }
                        }
                        ul.items {
                            li {
                                span.grow {
                                    (floor.name) br;
                                    span.mute { (until(view, floor.until)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What each group gives, side by side; what a floor adds is left pale.
fn bar(ledger: &Ledger, caps: &Groups) -> Markup {
    let given = |group: Group| ledger.group(group, caps).max(0.0);
    let (fit, engagement) = (given(Group::Fit), given(Group::Engagement));
    let rest = given(Group::Source) + given(Group::Stage);
    let label =
        words::sum(Group::ALL.map(|group| (group, ledger.group(group, caps))), ledger.score);
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
fn distance(ledger: &Ledger, tiers: &Tiers) -> String {
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
    let above = above.map(|(tier, at)| (tier, at.saturating_sub(ledger.score)));
    words::distance(ledger.tier, ledger.score.saturating_sub(from), from, above)
}

fn known(ledger: &Ledger) -> String {
    let (known, of) = ledger.known_fit;
    words::known_fit(known, of)
}

/// When the tier falls by itself, if it does.
fn falls(view: &View) -> Option<String> {
    let at = (scoring::CAPABILITY.due)(&view.case.lead, view.playbook)?;
    (view.case.lead.is_open() && at > view.case.now).then(|| words::falls(&view.at(at)))
}

fn until(view: &View, until: Option<Timestamp>) -> String {
    match until.filter(|at| *at < Timestamp::MAX) {
        Some(at) => words::holds_until(&view.day(at)),
        None => words::HOLDS_WHILE_UNANSWERED.to_owned(),
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
                span.key.(key) {} b { (group.label()) }
                @if let Some(cap) = cap { span.mute { (words::of(cap)) } }
                b.push { (words::signed(sum)) }
            }
            ul.items { @for point in points { (line(view, point)) } }
        }
    }
}

fn line(view: &View, point: &Point) -> Markup {
    let faded = (f64::from(point.original) - point.points).abs() >= 0.05;
    html! {
        li {
            span.grow {
                (words::point(&point.because))
                @if faded { br; span.mute { (words::was(point.original)) } }
            }
            @if point.group == Group::Engagement { span.mute { (view.day(point.at)) } }
            span.pts { (words::signed(point.points)) }
        }
    }
}
