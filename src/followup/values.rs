//! What a letter may say of the lead, its owner and the house.

use super::zone;
use crate::language::{Language, Words};
use crate::lead::Lead;
use crate::lead::hours::zone_named;
use crate::playbook::Playbook;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// The values of a letter, by the names a template uses; what is not known is empty.
///
/// `unsubscribe_link` is added when the letter is carried, for only the shell can sign it.
pub fn values(lead: &Lead, playbook: &Playbook, now: Timestamp) -> BTreeMap<String, String> {
    let owner = lead.owner_id().and_then(|id| playbook.teammate(id));
    let business = &playbook.business;
    let clock = Clock::of(lead, playbook);
    let opening = playbook.calendar().next_opening(now);
    let opening = if opening > now { clock.said(opening, now) } else { String::new() };
    let promise = lead.promise.as_ref().map(|promise| clock.said(promise.respond_by, now));
    let first_name = lead.profile.name.split_whitespace().next().unwrap_or_default();
    [
        ("name", lead.profile.name.clone()),
        ("first_name", first_name.to_owned()),
        ("company", lead.profile.company.clone()),
        ("owner_name", owner.map_or(&business.name, |owner| &owner.name).clone()),
        ("owner_email", owner.map_or(&business.email, |owner| &owner.email).clone()),
        ("business", business.name.clone()),
        ("business_phone", business.phone.clone()),
        ("booking_link", business.booking_link.clone()),
        ("next_opening", opening),
        ("message", lead.message.clone()),
        ("promise", promise.unwrap_or_default()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// Says moments in the zone of the house, with its name for somebody whose clock differs.
struct Clock {
    words: Words,
    house: TimeZone,
    theirs: TimeZone,
}

impl Clock {
    fn of(lead: &Lead, playbook: &Playbook) -> Clock {
        Clock {
            words: Words::of(Language::of(&playbook.business.language).unwrap_or_default()),
            house: zone_named(playbook.business.zone()),
            theirs: zone_named(zone(lead, playbook)),
        }
    }

    /// Such as `today at 10:43` or `on Monday 11 May at 09:00`.
    fn said(&self, at: Timestamp, now: Timestamp) -> String {
        let moment = at.to_zoned(self.house.clone());
        let is_today = moment.date() == self.house.to_datetime(now).date();
        let key = if is_today { "letter-today" } else { "letter-day" };
        let said = self.words.moment(key, moment.datetime());
        if self.theirs.to_offset(at) == moment.offset() {
            return said;
        }
        let zone = moment.strftime("%Z").to_string();
        self.words.fill("letter-zone", &[("moment", said.into()), ("zone", zone.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::followup::life::{Life, at};
    use crate::lead::{Promise, Tier};
    use crate::playbook::VALUES;

    #[test]
    fn every_value_a_template_may_use_is_there() {
        let life = Life::begin(Tier::High, "2026-05-04T10:00");
        let values = values(&life.lead, &life.playbook, life.now);
        let missing = VALUES.iter().filter(|name| !values.contains_key(**name));
        assert_eq!(missing.collect::<Vec<_>>(), [&"unsubscribe_link"]);
        assert_eq!(values["first_name"], "Owen");
        assert_eq!(values["owner_name"], "Maya Roth");
        assert_eq!(values["next_opening"], "", "it is open");
        assert_eq!(values["promise"], "");
    }

    #[test]
    fn moments_are_said_by_the_clock_of_the_house() {
        let mut life = Life::begin(Tier::High, "2026-05-04T10:00");
        life.lead.promise = Some(Promise {
            since: life.now,
            respond_by: at("2026-05-04T14:00"),
            tier: Tier::High,
            warned: 0,
            breached: false,
            escalated: 0,
            called: Vec::new(),
        });
        assert_eq!(values(&life.lead, &life.playbook, life.now)["promise"], "today at 14:00");
        life.lead.profile.time_zone = "America/New_York".into();
        let night = values(&life.lead, &life.playbook, at("2026-05-04T20:00"));
        assert_eq!(night["next_opening"], "on Tuesday 5 May at 09:00 BST");
    }
}
