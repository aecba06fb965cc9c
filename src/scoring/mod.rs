//! How promising a lead is, and why: every point with its reason, none hidden.
//!
//! A score falls by itself as interest fades, and is written only when something new is known,
//! when the model is another, when the tier would be another, or when it has fallen so far that
//! lists would put it in the wrong place. In between, whoever looks at a lead asks for its
//! [`ledger`] of that moment, and a list adds up its [`Sum`].

pub mod backtest;
mod close_rates;
pub mod compared;
mod decay;
mod fitness;
mod forecast;
mod interval;
pub mod learn;
mod ledger;
mod overriding;
pub mod pool_weights;
mod reading;
pub mod review;
mod signals;
pub mod source_weights;
mod sum;
pub mod telling;

pub use close_rates::{Count, Rate};
pub use forecast::Forecast;
pub use ledger::{Held, Ledger, Point, SetByHand, ledger};
pub use overriding::{OVERRIDE_DAYS_MAX, overridden};
pub use signals::{ALL, Counting, Group, Proof, Signal, signal};

use crate::capability::{Capability, Situation};
use crate::lead::{Event, Lead, Reason, Standing, Tier};
use crate::playbook::{Criterion, Playbook};
use jiff::Timestamp;
pub use sum::Sum;

pub const CAPABILITY: Capability = Capability { name: "scoring", react, due };

/// How many reasons are written with a score.
const REASONS_MAX: usize = 8;

/// The points a score may have fallen below the one written.
const SLIP_MAX: u8 = 5;

/// How far ahead a fall is looked for; what has not fallen by then has nothing left to lose.
const HORIZON_SECONDS: i64 = 400 * 24 * 3600;

/// Writes the score when it is new, or when its tier is no longer what was written.
fn react(lead: &Lead, situation: &Situation, now: Timestamp) -> Vec<Event> {
    if lead.is_open() && lead.set_score.as_ref().is_some_and(|set| set.until <= now) {
        return vec![Event::OverrideEnded];
    }
    if !lead.is_open() || is_current(lead, situation.playbook, now) {
        return Vec::new();
    }
    let ledger = ledger(lead, situation.playbook, now);
    vec![Event::Scored {
        score: ledger.score,
        tier: ledger.tier,
        model: situation.playbook.model,
        seen: lead.facts_seq,
        because: reasons(&ledger),
        fit: fitness::fitness(lead, situation.playbook, &ledger),
    }]
}

fn is_current(lead: &Lead, playbook: &Playbook, now: Timestamp) -> bool {
    lead.standing.as_ref().is_some_and(|standing| {
        standing.seen >= lead.facts_seq
            && standing.model == playbook.model
            && standing.fit.answers == signals::by_answers(lead, playbook)
            && standing.fit.denied == signals::denied(lead, playbook)
            && still_stands(standing, mark(lead, playbook, now))
    })
}

/// Whether what was written still says what a lead scores: the same tier, and nearly as many points.
fn still_stands(standing: &Standing, (score, tier): (u8, Tier)) -> bool {
    tier <= standing.tier && !has_fallen(standing, score, tier)
}

/// Whether a score is so much lower than the one written, or its tier, that it is written again.
fn has_fallen(standing: &Standing, score: u8, tier: Tier) -> bool {
    tier < standing.tier || score + SLIP_MAX <= standing.score
}

/// The signal that gives points and reads a custom field of this key.
pub fn that_read(key: &str, playbook: &Playbook) -> Option<&'static Signal> {
    let is_read = ["industry", "company_size", "budget", "timeline"].contains(&key);
    let gives = |signal: &&Signal| signal.set_points(playbook).is_some_and(|points| points != 0);
    let of_key = |signal: &&Signal| signal.key == key && is_read && signal.is_asked(playbook);
    ALL.iter().find(of_key).filter(gives)
}

/// The facts that points are given for, by signals, own rules and questions, as often as they are.
pub fn facts(playbook: &Playbook) -> Vec<&str> {
    let gives = |signal: &&Signal| {
        signal.is_asked(playbook) && signal.set_points(playbook).is_none_or(|points| points != 0)
    };
    let signals = ALL.iter().filter(gives).flat_map(|signal| signal.reads());
    let mut facts: Vec<&str> = signals.copied().collect();
    let rules = playbook.scoring.fit_rules.iter().flat_map(|rule| &rule.conditions);
    let questions = playbook.qualification.asked().filter(|one| one.points > 0);
    let questions = questions.flat_map(Criterion::fields);
    facts.extend(rules.map(|one| one.field.as_str()).chain(questions));
    facts
}

/// The score and the tier of a lead at a moment, without what they are made of.
pub fn mark(lead: &Lead, playbook: &Playbook, now: Timestamp) -> (u8, Tier) {
    let mark = Sum::of(lead, playbook).at(&playbook.scoring, now.as_second());
    (mark.score, mark.tier)
}

/// The score to be shown of a lead at a moment; that of one which has ended stays as it was.
pub fn shown(lead: &Lead, playbook: &Playbook, now: Timestamp) -> u8 {
    if lead.is_open() { mark(lead, playbook, now).0 } else { lead.score() }
}

/// The weightiest reasons, signal by signal, a floor before all others, in tenths of a point. What
/// comes to nothing is none.
fn reasons(ledger: &Ledger) -> Vec<Reason> {
    let reason = |signal: &str, points: f64| Reason { signal: signal.to_owned(), points };
    let set = ledger.set.iter().map(|set| reason(Reason::OVERRIDE, tenths(set.adds)));
    let taught = ledger.taught.map(|adds| (Reason::CHANCE, adds));
    let floor = ledger.floor.iter().map(|held| reason(Reason::FLOOR, tenths(held.adds)));
    let mut given: Vec<(&str, f64)> = Vec::new();
    for point in &ledger.points {
        match given.iter_mut().find(|(signal, _)| *signal == point.signal) {
            Some((_, sum)) => *sum += point.points,
            None => given.push((point.signal, point.points)),
        }
    }
    given.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let given = taught.into_iter().chain(given).map(|(signal, sum)| (signal, tenths(sum)));
    let given = given.filter(|(_, sum)| *sum != 0.0).map(|(signal, sum)| reason(signal, sum));
    set.chain(floor).chain(given).take(REASONS_MAX).collect()
}

fn tenths(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

/// The first second in which the tier would be lower than the one written, or the score by
/// [`SLIP_MAX`], solved and not polled.
///
/// Without news a score only falls, so halving the time ahead finds the moment.
fn due(lead: &Lead, playbook: &Playbook) -> Option<Timestamp> {
    let standing = lead.standing.as_ref().filter(|_| lead.is_open())?;
    if let Some(set) = &lead.set_score {
        return Some(set.until);
    }
    let sum = Sum::of(lead, playbook);
    first_fall(&sum, standing.at.as_second(), |second| {
        let mark = sum.at(&playbook.scoring, second);
        has_fallen(standing, mark.score, mark.tier)
    })
}

/// The first second in which the tier is lower than now, if nothing new is heard; none where it
/// never is.
pub fn falls(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Option<Timestamp> {
    let now = now.as_second();
    let sum = Sum::of(lead, playbook);
    let tier = |second: i64| sum.at(&playbook.scoring, second).tier;
    let set = lead.set_score.as_ref();
    // What a person has set holds until it lapses, and only then the score may fall by itself.
    let from = set.map_or(now, |set| set.until.as_second().max(now));
    first_fall(&sum, from, |second| tier(second) < tier(now)).filter(|_| lead.is_open())
}

/// The first second from one on in which a sum has fallen so far as is asked.
fn first_fall(sum: &Sum, from: i64, fallen: impl Fn(i64) -> bool) -> Option<Timestamp> {
    if sum.stays() || !fallen(from + HORIZON_SECONDS) {
        return None;
    }
    let (mut stands, mut falls) = (from - 1, from + HORIZON_SECONDS);
    while falls - stands > 1 {
        let middle = stands + (falls - stands) / 2;
        if fallen(middle) { falls = middle } else { stands = middle }
    }
    Timestamp::from_second(falls).ok()
}

#[cfg(test)]
mod examples;
