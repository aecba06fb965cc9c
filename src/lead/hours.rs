//! Business time: when somebody is there, and how long a promise of so many minutes really is.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The hours of a business and the days it is closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    pub week: Week,
    #[serde(default)]
    pub holidays: Vec<Date>,
}

/// Opening times by day of the week.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Week {}

/// Hours laid over a zone: what turns minutes into moments.
pub struct Calendar<'a> {
    zone: TimeZone,
    week: &'a Week,
    holidays: &'a [Date],
}
