//! A small house for the tests of the rooms: London, weekdays from nine to half past five.

use super::Playbook;
use crate::lead::hours::zone_named;
use jiff::Timestamp;
use jiff::civil::DateTime;

const TEXT: &str = r#"
[business]
name = "Hollow Oak"
country = "GB"
language = "en"
time_zone = "Europe/London"
currency = "GBP"

[hours.week]
mon = "09:00-17:30"
tue = "09:00-17:30"
wed = "09:00-17:30"
thu = "09:00-17:30"
fri = "09:00-17:30"

[scoring]
caps = { fit = 40, engagement = 35, source = 15, stage = 10 }
tiers = { medium = 40, high = 60, urgent = 80 }
fit = {}
engagement = { full_hours = 48, half_life_days = 7, price_pages = [], case_pages = [] }
stage = { engaged = 3, qualified = 7, met = 10 }

[routing]
fallback = ""
open_unaccepted_max = 15
rule = [{ name = "Everything is shared out", pool = "everyone" }]
pool = [{ key = "everyone", name = "Everyone" }]

[sla]
warn_at = [50, 80]
on_call = false

[sla.clock.urgent]
respond_minutes = 5
business_time = false
next_opening_minutes = 5
accept_minutes = 2

[sla.clock.high]
respond_minutes = 240
business_time = true
same_day = true
least_minutes_left = 60
next_opening_minutes = 120
accept_minutes = 30

[followup]
letters_a_week_max = 2
stale_after_days = 5

[pipeline]
handover_from = 70
lost_reasons = ["Price"]
disqualify_reasons = ["Not a fit"]
stage = [{ key = "new", name = "New", meaning = "Nobody has answered yet." }]
"#;

/// A house where these people share every lead; the first is the fallback owner.
///
/// An id is also the name, with a capital letter.
pub fn house(team: &[&str]) -> Playbook {
    let mates: String = team.iter().map(|id| teammate(id)).collect();
    let mut playbook = Playbook::from_text(&format!("{TEXT}{mates}")).expect("a plain text");
    playbook.routing.fallback = team.first().copied().unwrap_or_default().to_owned();
    playbook
}

fn teammate(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    let name = first.to_uppercase() + rest;
    format!(
        "\n[[teammate]]\nid = \"{id}\"\nname = \"{name}\"\nemail = \"{id}@oak.example\"\nrole = \"rep\"\n"
    )
}

/// A moment of the house's clock on the wall, written as `2026-05-08T16:00`.
pub fn at(text: &str) -> Timestamp {
    text.parse::<DateTime>()
        .expect("a civil time")
        .to_zoned(zone_named("Europe/London"))
        .expect("a moment")
        .timestamp()
}
