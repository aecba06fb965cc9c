//! Why a lead counts for what it does and whose it is, in English.

use crate::lead::Tier;
use crate::scoring::Group;
use crate::shell::web::words::several;

pub const FLOOR: &str = "Floor";
pub const HOLDS_WHILE_UNANSWERED: &str = "Holds while they wait for an answer";
pub const CHOSEN: &str = "chosen";
pub const ELIGIBLE: &str = "could have taken it";
pub const SEQUENCE: &str = "Sequence";
pub const HELD: &str = "Held";
pub const IS_HELD: &str = "held";
pub const IS_DONE: &str = "done";
pub const STEPS: &str = "Steps of the sequence";
pub const NO_SEQUENCE: &str = "In no sequence.";
pub const DETAILS: &str = "Details";
pub const CONSENT: &str = "Consent";
pub const EDIT_FACTS: &str = "Change details";
pub const ORIGIN: &str = "Where they came from";
pub const SOURCE: &str = "Source";
pub const LAG: &str = "Recorded";
pub const FIRST_TOUCH: &str = "First touch";
pub const LAST_TOUCH: &str = "Last touch";
pub const SEARCHED: &str = "searched for";
pub const ADVERT: &str = "advert";
pub const CLICK: &str = "click";
pub const REFERRER: &str = "from";
pub const LANDED: &str = "landed on";
pub const LOOK_ALIKES: &str = "Possible duplicate";
pub const EARLIER: &str = "Earlier leads of theirs";
pub const IS_WON: &str = "Won";
pub const IS_LOST: &str = "Lost";
pub const IS_NO_LEAD: &str = "Not a lead";

/// The heading of the score.
pub fn why(score: u8) -> String {
    format!("Why {score}")
}

/// The score in one sentence, for who cannot see the bar.
pub fn sum(groups: [(Group, f64); Group::COUNT], score: u8) -> String {
    let parts = groups.iter().filter(|(_, points)| *points != 0.0);
    let parts: Vec<String> =
        parts.map(|(group, points)| format!("{} {}", group.label(), signed(*points))).collect();
    format!("{}: {score} of 100", parts.join(", "))
}

/// How far a score is into its tier, and from the next.
pub fn distance(tier: Tier, into: u8, from: u8, above: Option<(Tier, u8)>) -> String {
    let into = several(into.into(), "point", "points") + &format!(" into {tier} ({from} and over)");
    match above {
        Some((above, missing)) => format!("{into}, {missing} below {above}."),
        None => format!("{into}."),
    }
}

/// How much of the fit is known. Unknown is no mismatch.
pub fn known_fit(known: u32, of: u32) -> String {
    format!("Fit known {known} of {of}.")
}

/// When the tier falls by itself.
pub fn falls(time: &str) -> String {
    format!("Without news the tier falls {time}.")
}

/// Until when a floor holds.
pub fn holds_until(day: &str) -> String {
    format!("Holds until {day}")
}

/// The cap of a group.
pub fn of(cap: i32) -> String {
    format!("of {cap}")
}

/// Points with their sign, in tenths only where there are any.
pub fn signed(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    match tenths {
        0.0 => "0".to_owned(),
        points if points < 0.0 => format!("−{}", -points),
        points => format!("+{points}"),
    }
}

/// Why a point was given, as a line of its own.
pub fn point(because: &str) -> String {
    let mut letters = because.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// What a point was worth when it was fresh.
pub fn was(points: i32) -> String {
    format!("was {}, fades with time", signed(points.into()))
}

/// The heading of the decision.
pub fn why_owner(name: &str) -> String {
    format!("Why {name}")
}

/// The rule that decided.
pub fn rule(rule: &str) -> String {
    point(rule)
}

/// The pool somebody was chosen from.
pub fn from_pool(pool: &str) -> String {
    format!("from {pool}")
}

/// What a candidate had.
pub fn candidate(why: &str, open: u32, weight: u32) -> String {
    let weight = if weight == 1 { String::new() } else { format!(", weight {weight}") };
    format!("{why}; {}{weight}", several(open as usize, "open lead", "open leads"))
}

/// When it was decided, and what for.
pub fn decided(time: &str, occasion: &str) -> String {
    if occasion.is_empty() {
        format!("Decided {time}.")
    } else {
        format!("Decided {time}: {occasion}.")
    }
}

/// How long something took to be recorded.
pub fn lag(span: &str) -> String {
    format!("{span} after it came in")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_shown_as_they_count() {
        assert_eq!([20.0, -2.0, 4.94, 0.01, -0.01].map(signed), ["+20", "−2", "+4.9", "0", "0"]);
    }

    #[test]
    fn the_way_to_the_next_tier_is_said_in_points() {
        let said = distance(Tier::High, 7, 60, Some((Tier::Urgent, 13)));
        assert_eq!(said, "7 points into High (60 and over), 13 below Urgent.");
        assert_eq!(distance(Tier::Urgent, 1, 80, None), "1 point into Urgent (80 and over).");
    }
}
