//! What the points of a lead come to, in any second: capped, raised by a floor, and rounded.
//!
//! What does not fade is added up once; only the rest is looked at again for another second.

use super::decay::Fading;
use super::forecast::Weight;
use super::signals::{Found, Group, found};
use crate::lead::{Lead, Tier};
use crate::playbook::{Floor, Groups, Playbook, Scoring};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

const DAY: i64 = 24 * 3600;

/// The points of a lead, ready to be added up for any second by the rules they were found with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sum {
    /// Points that do not fade, capped by group but for interest.
    fixed: f64,
    /// Points for interest that do not fade.
    interest: f64,
    /// Points for interest that do fade, and how.
    fading: Vec<(f64, Fading)>,
    /// The places of floors whose signals have all given points, with the second in which each
    /// lapses.
    floors: Vec<(usize, i64)>,
    /// What the past has taught, as far as it counts.
    taught: Option<Weight>,
    /// The score a person has set, and the second in which it lapses.
    set: Option<(u8, i64)>,
}

/// A lead judged in one second.
pub struct Mark<'a> {
    /// The sum of all points, neither rounded nor raised.
    pub points: f64,
    /// What the chance learned from the past adds to them, or takes.
    pub taught: Option<f64>,
    pub score: u8,
    pub tier: Tier,
    /// The floor that raised the score, and the second in which it lapses.
    pub floor: Option<(&'a Floor, i64)>,
    /// Whether a person has set the score.
    pub is_set: bool,
}

impl Sum {
    /// The sum of a lead's points.
    pub fn of(lead: &Lead, playbook: &Playbook) -> Sum {
        Sum::from_found(lead, playbook, &found(lead, playbook))
    }

    /// The same, for points already found.
    pub fn from_found(lead: &Lead, playbook: &Playbook, found: &[Found]) -> Sum {
        Sum::foretold(lead, playbook, found, None)
    }

    /// The same with a chance in place of that of the model in the playbook.
    pub fn foretold(lead: &Lead, playbook: &Playbook, found: &[Found], chance: Option<f64>) -> Sum {
        let scoring = &playbook.scoring;
        let mut groups = [0.0; Group::COUNT];
        let mut fading = Vec::new();
        for one in found {
            match one.fading() {
                Some(fades) => fading.push((f64::from(one.original), fades)),
                None => groups[one.signal.group as usize] += f64::from(one.original),
            }
        }
        let fixed = Group::ALL.into_iter().filter(|group| *group != Group::Engagement);
        let fixed = fixed.map(|group| capped(&scoring.caps, group, groups[group as usize])).sum();
        let interest = groups[Group::Engagement as usize];
        let set = lead.set_score.as_ref().map(|set| (set.score, set.until.as_second()));
        let taught = Weight::of(lead, playbook, found, chance);
        let floors = floors(lead, scoring, found);
        Sum { fixed, interest, fading, floors, taught, set }
    }

    /// The same without what the past has taught.
    pub fn untaught(self) -> Sum {
        Sum { taught: None, ..self }
    }

    /// The score at a moment.
    pub fn score(&self, playbook: &Playbook, now: Timestamp) -> u8 {
        self.at(&playbook.scoring, now.as_second()).score
    }

    /// Whether it comes to the same in every second.
    pub fn stays(&self) -> bool {
        self.fading.is_empty() && self.floors.is_empty() && self.set.is_none()
    }

    /// What it comes to in this second.
    pub fn at<'a>(&self, scoring: &'a Scoring, second: i64) -> Mark<'a> {
        let engagement = &scoring.engagement;
        let left = |(points, fades): &(f64, Fading)| points * fades.left(engagement, second);
        let fading: f64 = self.fading.iter().map(left).sum();
        let interest = capped(&scoring.caps, Group::Engagement, self.interest + fading);
        let points = self.fixed + interest;
        let taught = self.taught.map(|weight| weight.adds(points));
        let sum = points + taught.unwrap_or_default();
        let floor = self
            .floors
            .iter()
            .filter_map(|(nth, lapses)| Some((scoring.floors.get(*nth)?, *lapses)))
            .filter(|(floor, lapses)| second < *lapses && raised(floor, sum) > sum)
            .max_by_key(|(floor, _)| floor.score);
        let set = self.set.filter(|(_, lapses)| second < *lapses).map(|(score, _)| score);
        let earned = rounded(floor.map_or(sum, |(floor, _)| raised(floor, sum)));
        let score = set.unwrap_or(earned);
        Mark { points, taught, score, tier: scoring.tiers.of(score), floor, is_set: set.is_some() }
    }
}

/// What a floor makes of so many points. It keeps the order: a better fit still ranks higher.
pub fn raised(floor: &Floor, points: f64) -> f64 {
    f64::from(floor.score) + points.max(0.0) / 4.0
}

/// The points of a group, as far as it may give any.
pub fn capped(caps: &Groups, group: Group, points: f64) -> f64 {
    match group {
        Group::Fit => points.min(f64::from(caps.fit)),
        Group::Engagement => points.min(f64::from(caps.engagement)),
        Group::Source => points.min(f64::from(caps.source)),
        Group::Stage => points.min(f64::from(caps.stage)),
        Group::Against => points,
    }
}

/// Half up, to a whole number from 0 to 100: what is shown is what is compared.
fn rounded(points: f64) -> u8 {
    (points + 0.5).floor().clamp(0.0, 100.0) as u8
}

/// The floors under a lead. One holds while the request is unanswered, and for some days after it.
fn floors(lead: &Lead, scoring: &Scoring, found: &[Found]) -> Vec<(usize, i64)> {
    let Some((raise, _)) = lead.hand_raise() else { return Vec::new() };
    let gave = |key: &String| found.iter().any(|one| one.signal.key == key && one.original > 0);
    // That they wait for an answer to something else does not bring back what was answered.
    let lapses = |floor: &Floor| match lead.request_waits {
        true => i64::MAX,
        false => raise.at.as_second() + i64::from(floor.days) * DAY,
    };
    let floors = scoring.floors.iter().enumerate();
    let under = floors.filter(|(_, floor)| floor.signals.iter().all(gave));
    under.map(|(nth, floor)| (nth, lapses(floor))).collect()
}
