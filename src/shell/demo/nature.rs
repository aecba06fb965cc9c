//! What will come of a lead if it is treated well: known to the demo, and to nobody in it.

use super::arrival::Way;
use super::dice::Dice;
use super::people::Person;
use crate::lead::Tier;

/// What comes of it in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Buys,
    /// Goes as far as this stage, counted from 0, and is lost for this reason.
    Stops {
        at: usize,
        reason: &'static str,
    },
    /// Is found to be nothing for us, for this reason.
    Unfit(&'static str),
    /// Never says anything more.
    Silent,
}

/// Somebody's temper, and how far one has come with them.
pub struct Nature {
    pub person: Person,
    pub ending: Ending,
    /// How many calls of a hundred they take.
    pub takes_calls: u64,
    /// How many letters of a hundred they answer.
    pub answers: u64,
    /// Whole pounds.
    pub worth: i64,
    /// Calls they did not take, since they last did.
    pub tries: u32,
    /// Letters that reached them.
    pub letters: u32,
}

impl Nature {
    /// The nature of somebody who came in by a way and was judged to be of a tier.
    pub fn of(person: Person, way: Way, tier: Tier, dice: &mut Dice) -> Nature {
        let ending = ending(way, tier, dice);
        let (takes_calls, answers) = match ending {
            Ending::Buys => (74, 34),
            Ending::Stops { .. } => (62, 22),
            Ending::Unfit(_) => (55, 12),
            Ending::Silent => (7, 1),
        };
        let worth = dice.between(person.trade.worth.0, person.trade.worth.1) * 1_000;
        let worth = worth - worth % 250 + dice.between(-2, 2) * 250;
        Nature { person, ending, takes_calls, answers, worth, tries: 0, letters: 0 }
    }
}

/// Of a thousand: those who buy, those who get far, those who stop early, those who do not fit.
fn odds(tier: Tier) -> [u64; 4] {
    match tier {
        Tier::Urgent => [250, 370, 120, 60],
        Tier::High => [165, 330, 150, 95],
        Tier::Medium => [100, 250, 150, 130],
        Tier::Low => [42, 150, 130, 210],
    }
}

fn ending(way: Way, tier: Tier, dice: &mut Dice) -> Ending {
    let [buys, far, early, unfit] = odds(tier);
    let buys = buys * luck(way) / 100;
    let rest = 1_000_u64.saturating_sub(buys + far + early + unfit);
    let stops = |at, reason| Ending::Stops { at, reason };
    let kind = dice.weighted(&[(0, buys), (1, far), (2, early), (3, unfit), (4, rest)]);
    match kind {
        0 => Ending::Buys,
        1 => stops(dice.one_of(&[2, 2, 3, 4, 4, 5]), dice.weighted(&LATE)),
        2 => stops(1, dice.weighted(&EARLY)),
        3 => Ending::Unfit(dice.weighted(&UNFIT)),
        _ => Ending::Silent,
    }
}

/// How much likelier they are to buy than others of their tier, in percent.
fn luck(way: Way) -> u64 {
    match way {
        Way::Referral => 175,
        Way::Partner => 140,
        Way::Telephone => 130,
        Way::Website | Way::Quote => 100,
        Way::Fair => 80,
        Way::Linkedin => 65,
        Way::Advert => 50,
    }
}

const LATE: [(&str, u64); 5] = [
    ("Price", 34),
    ("Chose competitor", 26),
    ("No budget", 18),
    ("Timing", 14),
    ("Missing service or feature", 8),
];

const EARLY: [(&str, u64); 4] =
    [("No budget", 30), ("Timing", 34), ("Not needed any more", 24), ("No decision-maker", 12)];

const UNFIT: [(&str, u64); 4] =
    [("Not a fit", 46), ("Outside area", 28), ("Student or job seeker", 12), ("Vendor", 14)];
