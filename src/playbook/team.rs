//! Who works here, when, and in which pools leads are shared out.

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
    /// Own hours, where they differ from those of the business.
    #[serde(default)]
    pub hours: Option<Week>,
    #[serde(default)]
    pub away: Vec<Away>,
    /// Most open leads they may hold unaccepted, where that differs from the rest of the team.
    #[serde(default)]
    pub open_unaccepted_max: Option<u32>,
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
            hours: None,
            away: Vec::new(),
            open_unaccepted_max: None,
        }
    }

    /// Whether they are away on this day.
    pub fn is_away(&self, day: Date) -> bool {
        self.away.iter().any(|away| away.from <= day && day <= away.to)
    }

    /// Their hours in the calendar of the business: their own where they have some, and closed when
    /// the business is.
    pub fn hours_in<'a>(&'a self, house: &Calendar<'a>) -> Calendar<'a> {
        self.hours.as_ref().map_or_else(|| house.clone(), |week| house.with_week(week))
    }
}

fn one() -> u32 {
    1
}
