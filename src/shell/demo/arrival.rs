//! How somebody comes in: through which door, with how much said, and what they looked at before.

use super::dice::Dice;
use super::enquiry::{Posted, WAYS, click, message};
use super::people::Person;
use crate::capture::TRAP;
use crate::lead::Actor;
use jiff::Timestamp;

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Website,
    Quote,
    Advert,
    Referral,
    Partner,
    Fair,
    Linkedin,
    Telephone,
}

/// How many of a hundred come this way, apart from those met at fairs, who come in one heap.
pub const SHARES: [(Way, u64); 7] = [
    (Way::Website, 41),
    (Way::Quote, 13),
    (Way::Advert, 15),
    (Way::Referral, 9),
    (Way::Partner, 5),
    (Way::Linkedin, 8),
    (Way::Telephone, 9),
];

/// Somebody at the door.
pub struct Arriving {
    pub posted: Posted,
    pub by: Actor,
    /// Pages they looked at before, each with the minutes that lie between.
    pub seen: Vec<(&'static str, i64)>,
    /// Whether one of us has spoken with them already.
    pub spoke: bool,
}

/// Fields as they are filled in, kept until they are written down.
struct Facts<'a> {
    size: String,
    message: &'a str,
    budget: String,
    consent: &'a str,
    timeline: &'a str,
}

/// This person, coming in by this way at a moment. `took` is who answers the telephone.
pub fn arriving(person: &Person, way: Way, at: Timestamp, took: &str, dice: &mut Dice) -> Arriving {
    let asks = dice.chance(asks_in_a_hundred(way));
    let message = message(person, asks, dice);
    let facts = Facts {
        size: if dice.chance(45) { person.size.to_string() } else { String::new() },
        message: &message,
        budget: budget(person, dice),
        consent: if dice.chance(70) { "yes" } else { "" },
        timeline: dice.weighted(&[
            ("", 60),
            ("within 3 months", 15),
            ("6 months", 15),
            ("asap", 10),
        ]),
    };
    let posted = posted(person, way, &facts, at, took, dice);
    Arriving { posted, by: by(way, took), seen: seen(way, dice), spoke: way == Way::Telephone }
}

fn asks_in_a_hundred(way: Way) -> u64 {
    match way {
        Way::Website => 22,
        Way::Quote => 100,
        Way::Advert => 45,
        Way::Referral => 50,
        Way::Partner => 60,
        Way::Fair | Way::Linkedin => 8,
        Way::Telephone => 35,
    }
}

fn by(way: Way, took: &str) -> Actor {
    match way {
        Way::Website | Way::Quote | Way::Referral => Actor::Visitor,
        Way::Advert => Actor::Token("Advert forms".into()),
        Way::Partner => Actor::Token("Partner portal".into()),
        Way::Fair | Way::Linkedin => Actor::Teammate("ellis".into()),
        Way::Telephone => Actor::Teammate(took.into()),
    }
}

fn posted(
    person: &Person,
    way: Way,
    facts: &Facts,
    at: Timestamp,
    took: &str,
    dice: &mut Dice,
) -> Posted {
    let industry = if dice.chance(60) { person.trade.industry } else { "" };
    let known = [
        ("name", person.name.as_str()),
        ("email", &person.email),
        ("company", &person.company),
        ("role", &person.role),
        ("message", facts.message),
    ];
    match way {
        Way::Website | Way::Quote | Way::Referral => {
            let mut fields = known.to_vec();
            fields.extend([
                ("phone", if dice.chance(72) { person.phone.as_str() } else { "" }),
                ("company_size", &facts.size),
                ("industry", industry),
                ("budget", &facts.budget),
                ("timeline", facts.timeline),
                ("postcode", &person.postcode),
                ("country", "United Kingdom"),
                ("consent", facts.consent),
            ]);
            if way == Way::Website && dice.chance(5) {
                fields.retain(|(name, _)| !matches!(*name, "email" | "phone"));
            }
            let (query, referrer) = dice.weighted(&WAYS);
            let source = match way {
                Way::Quote => "quote",
                Way::Referral => "referral",
                _ => "website",
            };
            Posted::form(source, &fields).by_way_of(query, referrer)
        }
        Way::Advert => {
            let mut fields = known.to_vec();
            fields.extend([
                ("phone", person.phone.as_str()),
                ("postcode", &person.postcode),
                ("consent", facts.consent),
            ]);
            Posted::json("ads", &fields).by_way_of(&click(dice), "")
        }
        Way::Partner => {
            let mut fields = known.to_vec();
            fields.extend([
                ("phone", person.phone.as_str()),
                ("industry", person.trade.industry),
                ("company_size", &facts.size),
                ("country", "GB"),
                ("consent", facts.consent),
            ]);
            Posted::json("partner", &fields)
        }
        Way::Fair | Way::Linkedin => {
            let source = if way == Way::Fair { "event" } else { "linkedin" };
            let met = earlier(way, at, dice);
            Posted::row(
                source,
                &[
                    ("Full name", &person.name),
                    ("E-mail", &person.email),
                    ("Company", &person.company),
                    ("Job title", &person.role),
                    ("Industry", person.trade.industry),
                    ("Country", "GB"),
                    ("Notes", facts.message),
                    ("Consent", facts.consent),
                    ("Date", &met),
                ],
            )
        }
        Way::Telephone => {
            let mut fields = known.to_vec();
            fields.retain(|(name, _)| *name != "email" || facts.consent == "yes");
            fields.extend([
                ("phone", person.phone.as_str()),
                ("industry", person.trade.industry),
                ("company_size", &facts.size),
                ("city", person.city),
                ("country", "GB"),
                ("consent", facts.consent),
                ("owner", took),
            ]);
            Posted::form("manual", &fields)
        }
    }
}

/// Lists come in later than the people on them: the day after a fair, the morning after LinkedIn.
fn earlier(way: Way, at: Timestamp, dice: &mut Dice) -> String {
    let hours = if way == Way::Fair { dice.between(17, 23) } else { dice.between(1, 14) };
    let met = at.saturating_sub(jiff::SignedDuration::from_mins(hours * 60 - dice.between(0, 59)));
    met.unwrap_or(at).strftime("%FT%H:%M:%SZ").to_string()
}

fn budget(person: &Person, dice: &mut Dice) -> String {
    if dice.chance(70) {
        return String::new();
    }
    let thousands = dice.between(person.trade.worth.0 / 2, person.trade.worth.1);
    format!("£{thousands},000")
}

/// Who comes by the site may have looked around before; who asks for a quote mostly has.
fn seen(way: Way, dice: &mut Dice) -> Vec<(&'static str, i64)> {
    let in_a_hundred = match way {
        Way::Quote | Way::Referral => 58,
        Way::Website => 34,
        Way::Advert | Way::Partner | Way::Fair | Way::Linkedin | Way::Telephone => 0,
    };
    if !dice.chance(in_a_hundred) {
        return Vec::new();
    }
    let first = dice.weighted(&[
        ("/pricing", 5),
        ("/case-studies/kestrel-academy", 2),
        ("/heat-pumps", 2),
        ("/solar-roofs", 1),
    ]);
    let minutes = dice.between(2, 30);
    let mut seen = vec![(first, minutes)];
    if dice.chance(30) {
        seen.push(("/pricing", minutes / 2));
    }
    seen
}

/// What machines send: the kind that fills in every field, and the kind that sells links.
pub fn junk(at: Timestamp, dice: &mut Dice) -> Posted {
    let opened = (at.as_millisecond() - 900).to_string();
    let name = dice.one_of(&["Eric Jones", "SEO Team", "Robertwhomo", "Mia Growth", "Crypto Desk"]);
    let message = dice.one_of(&[
        "Rank first in a week: https://rank.example https://links.example https://now.example www.best.example https://go.example",
        "Your site has 14 errors. See https://audit.example https://fix.example https://a.example https://b.example https://c.example",
        "Earn daily: https://coin.example http://trade.example http://win.example https://x.example https://y.example",
    ]);
    let mail = format!("sales{}@bulk.example", dice.below(10_000));
    let trap = if dice.chance(60) { "https://rank.example" } else { "" };
    let fields =
        [("name", name), ("email", &mail), ("message", message), (TRAP, trap), ("stamp", &opened)];
    Posted::form("website", &fields)
}
