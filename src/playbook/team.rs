//! Who works here, when, and in which pools leads are shared out.

use super::skill::{Skill, level_of};
use crate::lead::hours::{Calendar, Week};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody who works leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Teammate {
    /// Stable, never reused: journal and playbook refer to people by it.
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    #[serde(default = "super::yes")]
    pub active: bool,
    /// Takes over a clock that has run out twice over, and what would be theirs while they are away;
    /// empty for nobody.
    #[serde(default)]
    pub backup: String,
    /// Hears of a clock that has run out three times over; empty for the fallback owner.
    #[serde(default)]
    pub manager: String,
    /// What they can do that not everybody can, in the words of the business.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// IANA name of the zone they live in, where that is not the one of the business.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub time_zone: String,
    /// Own hours in their own zone, where they differ from those of the business.
    #[serde(default)]
    pub hours: Option<Week>,
    #[serde(default)]
    pub away: Vec<Away>,
    /// Most open leads they may hold unaccepted, where that differs from the rest of the team.
    #[serde(default)]
    pub open_unaccepted_max: Option<u32>,
    /// Leads they get from pools that name nobody, for every one that a weight of 1 gets.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u32,
}

/// What somebody may do, each including the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Rep,
    Manager,
    Owner,
}

impl Role {
    /// The key used in the playbook and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Role::Rep => "rep",
            Role::Manager => "manager",
            Role::Owner => "owner",
        }
    }
}

/// A time away, both days included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    pub from: Date,
    pub to: Date,
}

/// People who share leads of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    pub key: String,
    pub name: String,
    /// What somebody must be able to do to take a lead from here; all of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// Nobody named means everyone who is active.
    #[serde(default, rename = "member")]
    pub members: Vec<Member>,
}

/// A teammate's place in a pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub teammate: String,
    /// Leads they get for every one that a weight of 1 gets.
    #[serde(default = "one")]
    pub weight: u32,
}

impl Teammate {
    /// Somebody who begins to work here, in the hours of the business.
    pub fn new(id: &str, name: &str, email: &str, role: Role) -> Teammate {
        Teammate {
            id: id.to_owned(),
            name: name.to_owned(),
            email: email.to_owned(),
            role,
            active: true,
            backup: String::new(),
            manager: String::new(),
            skills: Vec::new(),
            time_zone: String::new(),
            hours: None,
            away: Vec::new(),
            open_unaccepted_max: None,
            weight: one(),
        }
    }

    /// Whether they are away on this day.
    pub fn is_away(&self, day: Date) -> bool {
        self.away.iter().any(|away| away.from <= day && day <= away.to)
    }

    /// The last day they are away, where they are on this one.
    pub fn away_until(&self, day: Date) -> Option<Date> {
        let away = self.away.iter().filter(|away| away.from <= day && day <= away.to);
        away.map(|away| away.to).max()
    }

    /// Ends the time away that a day falls in, so that they are here from that day on.
    pub fn come_back(&mut self, day: Date) {
        self.away.retain_mut(|away| {
            if away.from <= day && day <= away.to {
                away.to = day.yesterday().unwrap_or(day);
            }
            away.from <= away.to
        });
    }

    /// Whether they have a skill, at its level at least.
    pub fn has_skill(&self, wanted: &Skill) -> bool {
        level_of(&self.skills, wanted) >= wanted.level
    }

    /// Their hours in the calendar of the business: their own in their own zone where they have
    /// some, and closed when the business is.
    pub fn hours_in<'a>(&'a self, house: &Calendar<'a>) -> Calendar<'a> {
        match &self.hours {
            None => house.clone(),
            Some(week) if self.time_zone.is_empty() => house.with_week(week),
            Some(week) => house.with_week(week).in_zone(&self.time_zone),
        }
    }
}

fn one() -> u32 {
    1
}

fn is_one(weight: &u32) -> bool {
    *weight == one()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn who_comes_back_is_here_from_that_day_on_and_away_when_they_were_to_be() {
        let mut maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Rep);
        let time = |from, to| Away { from: date(2026, 5, from), to: date(2026, 5, to) };
        maya.away = vec![time(1, 2), time(4, 8), time(5, 6), time(20, 22)];
        maya.come_back(date(2026, 5, 5));
        assert_eq!(maya.away, [time(1, 2), time(4, 4), time(20, 22)]);
        assert!(!maya.is_away(date(2026, 5, 5)));
    }
}
