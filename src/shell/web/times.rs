//! Moments as people say them, in the zone of the business.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A moment as seen from another: `10:47`, `tomorrow at 09:00`, `Monday at 09:00`, `13 May at 09:00`.
pub fn said(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (at, now) = (zone.to_datetime(at), zone.to_datetime(now));
    let days = at.date().since(now.date()).map_or(i32::MAX, |span| span.get_days());
    let shape = match days {
        0 => "%H:%M",
        1 => "tomorrow at %H:%M",
        2..7 => "%A at %H:%M",
        _ => "%-d %B at %H:%M",
    };
    at.strftime(shape).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::hours::zone_named;

    #[test]
    fn a_moment_is_named_by_how_near_it_is() {
        let zone = zone_named("Europe/London");
        let at = |text: &str| text.parse().expect("a moment");
        let now = at("2026-05-12T09:42:00Z");
        let name = |text: &str| said(at(text), now, &zone);
        assert_eq!(name("2026-05-12T09:47:00Z"), "10:47");
        assert_eq!(name("2026-05-12T23:30:00Z"), "tomorrow at 00:30");
        assert_eq!(name("2026-05-15T08:00:00Z"), "Friday at 09:00");
        assert_eq!(name("2026-06-01T08:00:00Z"), "1 June at 09:00");
        assert_eq!(name("2026-05-10T08:00:00Z"), "10 May at 09:00");
    }
}
