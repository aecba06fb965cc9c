//! Moments as people say them, in the zone of the business.

use crate::lead::words::duration;
use jiff::Timestamp;
use jiff::civil::Date;
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

/// The time of day: `10:47`.
pub fn clock(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%H:%M").to_string()
}

/// The time of day where it is today, else the day with it: `10:47`, `Wed 09:00`, `3 Jun`.
pub fn brief(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (at, today) = (zone.to_datetime(at), zone.to_datetime(now).date());
    let days = at.date().since(today).map_or(i32::MAX, |span| span.get_days());
    let shape = match days {
        0 => "%H:%M",
        -6..7 => "%a %H:%M",
        _ => "%-d %b",
    };
    at.strftime(shape).to_string()
}

/// A day in full with the time of day: `Tuesday 12 May at 10:42`.
pub fn long(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%A %-d %B at %H:%M").to_string()
}

/// A day not long ago: `Thu`, `3 Jun`.
pub fn weekday(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (at, today) = (zone.to_datetime(at), zone.to_datetime(now).date());
    let days = at.date().until(today).map_or(i32::MAX, |span| span.get_days());
    at.strftime(if (0..7).contains(&days) { "%a" } else { "%-d %b" }).to_string()
}

/// A day to come: `Mon 18 May`.
pub fn date(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%a %-d %b").to_string()
}

/// A day in a list, with its year where that is another: `5 May`, `5 May 2025`.
pub fn day(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (at, now) = (zone.to_datetime(at), zone.to_datetime(now));
    let shape = if at.year() == now.year() { "%-d %b" } else { "%-d %b %Y" };
    at.strftime(shape).to_string()
}

/// A day as a heading: `Today, Tuesday 12 May`, `Monday 11 May`, `Friday 5 December 2025`.
pub fn heading(date: Date, today: Date) -> String {
    let shape = match date.year() == today.year() {
        _ if date == today => "Today, %A %-d %B",
        true => "%A %-d %B",
        false => "%A %-d %B %Y",
    };
    date.strftime(shape).to_string()
}

/// How far off a moment is: `in 18 min`, `now`, `1 h 12 late`.
pub fn off(at: Timestamp, now: Timestamp) -> String {
    let seconds = at.duration_since(now).as_secs();
    match seconds {
        1.. => format!("in {}", duration((seconds + 59) / 60)),
        -59..=0 => "now".to_owned(),
        _ => format!("{} late", duration(seconds / 60)),
    }
}

/// How long ago something was: `now`, `3 min`, `2 h 10`, `5 days`.
pub fn ago(at: Timestamp, now: Timestamp) -> String {
    match now.duration_since(at).as_secs() {
        ..60 => "now".to_owned(),
        seconds => duration(seconds / 60),
    }
}

/// A span with its seconds, as long as they matter: `48 s`, `3 min 33 s`, `2 h 10`, `3 days`.
pub fn exact(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{} s", seconds.max(0)),
        60..3_600 if seconds % 60 > 0 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => duration(seconds / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::hours::zone_named;

    #[test]
    fn a_moment_in_a_narrow_column_keeps_what_matters_most() {
        let zone = zone_named("Europe/London");
        let at = |text: &str| text.parse().expect("a moment");
        let now = at("2026-05-12T09:42:00Z");
        let name = |text: &str| brief(at(text), now, &zone);
        assert_eq!(name("2026-05-12T08:30:00Z"), "09:30");
        assert_eq!(name("2026-05-15T08:00:00Z"), "Fri 09:00");
        assert_eq!(name("2026-05-01T08:00:00Z"), "1 May");
        assert_eq!(off(at("2026-05-12T10:00:00Z"), now), "in 18 min");
        assert_eq!(off(at("2026-05-12T09:41:30Z"), now), "now");
        assert_eq!(off(at("2026-05-12T08:30:00Z"), now), "1 h 12 late");
        assert_eq!(off(at("2026-05-26T08:30:00Z"), now), "in 14 days");
    }

    #[test]
    fn a_span_keeps_its_seconds_while_they_matter() {
        let said = [-1, 48, 213, 300, 7_800, 259_200].map(exact);
        assert_eq!(said, ["0 s", "48 s", "3 min 33 s", "5 min", "2 h 10", "3 days"]);
    }

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
