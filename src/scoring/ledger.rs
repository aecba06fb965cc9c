//! A score laid open: every point, when it was given, what proves it, and what it comes to.

use super::forecast::{Forecast, forecast};
use super::signals::{Found, Group, Proof, found};
use super::sum::{Sum, capped, raised};
use crate::language::Words;
use crate::lead::{Actor, Lead, Seq, Tier};
use crate::playbook::{Groups, Playbook};
use jiff::Timestamp;

/// A lead's score at one moment, with everything it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Every line, by group and in the order of [`super::ALL`].
    pub points: Vec<Point>,
    /// The sum after the caps of the groups, neither rounded nor raised by a floor.
    pub total: f64,
    /// What own history says of it, once it has taught anything.
    pub forecast: Option<Forecast>,
    /// What that adds to the sum, or takes from it, where it counts.
    pub taught: Option<f64>,
    /// From 0 to 100.
    pub score: u8,
    pub tier: Tier,
    /// The floor that raises the score now.
    pub floor: Option<Held>,
    /// The score a person has set in place of all this.
    pub set: Option<SetByHand>,
    /// Of the six facts of fit, how many are known, and six.
    pub known_fit: (u32, u32),
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Key of the signal.
    pub signal: &'static str,
    pub group: Group,
    /// What it gives now, after fading and before the cap of its group.
    pub points: f64,
    /// What it gave when it was fresh.
    pub original: i32,
    /// When it was shown, or the fact told.
    pub at: Timestamp,
    /// When it counts no more, where that was set.
    pub until: Option<Timestamp>,
    /// The entry that proves it, where it is one.
    pub evidence: Option<Seq>,
    /// What it rests on.
    pub proof: Proof,
}

/// A score set by a person.
#[derive(Clone, Debug, PartialEq)]
pub struct SetByHand {
    pub score: u8,
    /// Points it adds to the sum, or takes from it.
    pub adds: f64,
    pub until: Timestamp,
    pub why: String,
    pub by: Actor,
    pub evidence: Seq,
}

/// A floor under the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub name: String,
    pub score: u8,
    /// The sum it raises, a quarter of which comes on top of it.
    pub raises: f64,
    /// Points it adds to the sum.
    pub adds: f64,
    /// When it lapses; `None` while the request is unanswered.
    pub until: Option<Timestamp>,
}

/// The score of a lead as it stands at this moment.
pub fn ledger(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Ledger {
    let second = now.as_second();
    let found = found(lead, playbook);
    let mark = Sum::from_found(lead, playbook, &found).at(&playbook.scoring, second);
    let points = found.iter().map(|one| point(one, lead, playbook, second)).collect();
    let (total, taught, score, tier) = (mark.points, mark.taught, mark.score, mark.tier);
    let sum = total + taught.unwrap_or_default();
    let floor = mark.floor.map(|(floor, lapses)| Held {
        name: floor.name.clone(),
        score: floor.score,
        raises: sum.max(0.0),
        adds: raised(floor, sum) - sum,
        until: Timestamp::from_second(lapses).ok(),
    });
    let sum = sum + floor.as_ref().map_or(0.0, |held| held.adds);
    let set = lead.set_score.as_ref().filter(|_| mark.is_set).map(|set| SetByHand {
        score: set.score,
        adds: f64::from(set.score) - sum,
        until: set.until,
        why: set.why.clone(),
        by: set.by.clone(),
        evidence: set.seq,
    });
    let forecast = forecast(lead, playbook, &found);
    let known_fit = known_fit(lead);
    Ledger { points, total, forecast, taught, score, tier, floor, set, known_fit }
}

impl Point {
    /// Why it was given, in words.
    pub fn because(&self, words: Words) -> String {
        self.proof.because(self.signal, words)
    }
}

impl Ledger {
    /// What a group gives, after its cap.
    pub fn group(&self, group: Group, caps: &Groups) -> f64 {
        let points = self.points.iter().filter(|point| point.group == group);
        // The sum of no numbers is minus nought.
        capped(caps, group, points.map(|point| point.points).sum()) + 0.0
    }
}

fn point(found: &Found, lead: &Lead, playbook: &Playbook, second: i64) -> Point {
    let engagement = &playbook.scoring.engagement;
    let told_in = found.told_in(lead);
    let left = found.fading().map_or(1.0, |fading| fading.left(engagement, second));
    Point {
        signal: found.signal.key,
        group: found.signal.group,
        points: f64::from(found.original) * left,
        original: found.original,
        at: told_in.map_or(found.at, |(_, at)| at),
        until: found.until,
        evidence: told_in.map(|(seq, _)| seq),
        proof: found.rests_on(lead),
    }
}

/// How much is known of the six facts of fit. Unknown is not a mismatch, and so it is shown.
fn known_fit(lead: &Lead) -> (u32, u32) {
    let area = ["country", "region", "postcode"].as_slice();
    let facts = [&["industry"], &["company_size"], &["role"], area, &["budget"], &["timeline"]];
    let known = facts.iter().filter(|keys| keys.iter().any(|key| lead.fact(key).is_some()));
    (known.count() as u32, facts.len() as u32)
}
