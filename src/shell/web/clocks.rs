//! Clocks in rows and headers: a promise that runs, and a time at which something is due.
//!
//! What ends within the hour is counted in seconds and ticks in the browser. Beyond that the time
//! of day says more.

use super::parts::{State, clock};
use super::times::{self, Times};
use crate::lead::Promise;
use jiff::Timestamp;
use maud::{Markup, html};

/// What is counted in seconds.
const HOUR: i64 = 3_600;

/// From how many seconds before it something is due soon.
const SOON: i64 = 30 * 60;

/// The state of a promise at this moment: `late`, `soon`, `ok`, or `idle` while it is far off.
pub fn state_of(promise: &Promise, now: Timestamp) -> &'static str {
    let (left, whole) = spans(promise, now);
    match left {
        _ if promise.since > now => "idle",
        HOUR.. => "idle",
        left => State::of(left, whole).key(),
    }
}

/// The clock of a promise.
pub fn running(promise: &Promise, times: &Times, big: bool) -> Markup {
    let (left, whole) = spans(promise, times.now);
    if left.abs() < HOUR && promise.since <= times.now {
        let span = [("span", times::span(times.words, whole / 60).into())];
        let under = if big { "clock-left-to-answer" } else { "clock-left-of" };
        return clock(times.words, left, whole, &times.words.fill(under, &span), big);
    }
    let (figure, under) = match left {
        ..0 => (times::count(times.words, left), times.words.say("clock-overdue")),
        _ => figures(promise.respond_by, times),
    };
    still(promise.respond_by, state_of(promise, times.now), &figure, &under, big)
}

/// A time at which something is due.
pub fn due(at: Timestamp, times: &Times) -> Markup {
    let (figure, under) = figures(at, times);
    still(at, due_state(at, times.now), &figure, &under, false)
}

/// The time of day and how far off it is; on another day, that day or how long it is over.
fn figures(at: Timestamp, times: &Times) -> (String, String) {
    let late = times.now.duration_since(at).as_secs();
    match times.days_to(at) {
        0 => (times.clock(at), times.off(at)),
        -6..0 => (times::count(times.words, late), times.at("clock-late-weekday", at)),
        ..-6 => (times::count(times.words, late), times.at("clock-late-day", at)),
        _ => (times.clock(at), times.at("moment-date", at)),
    }
}

/// The state of what is due at a moment; what is due this very minute is not late yet.
pub fn due_state(at: Timestamp, now: Timestamp) -> &'static str {
    match at.duration_since(now).as_secs() {
        ..=-60 => "late",
        -59..SOON => "soon",
        _ => "idle",
    }
}

/// A clock that does not tick.
fn still(at: Timestamp, state: &str, figure: &str, under: &str, big: bool) -> Markup {
    html! {
        time.clock.big[big] data-state=(state) datetime=(at) { b { (figure) } span { (under) } }
    }
}

/// Seconds left, and seconds in all.
fn spans(promise: &Promise, now: Timestamp) -> (i64, i64) {
    let left = promise.respond_by.duration_since(now).as_secs();
    let whole = promise.respond_by.duration_since(promise.since).as_secs();
    (left, whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Words;
    use crate::lead::Tier;
    use crate::lead::hours::zone_named;

    fn shown(since: &str, respond_by: &str, now: &str) -> String {
        let at = |text: &str| format!("2026-05-12T{text}Z").parse().expect("a moment");
        let promise = Promise {
            since: at(since),
            respond_by: at(respond_by),
            tier: Tier::Urgent,
            warned: 0,
            breached: false,
            escalated: 0,
            called: Vec::new(),
        };
        let zone = zone_named("Europe/London");
        let markup = running(&promise, &Times::of(Words::default(), at(now), &zone), false);
        let text = markup.into_string();
        let figure = text.split("<b>").nth(1).and_then(|rest| rest.split("</b>").next());
        format!("{} {}", state_of(&promise, at(now)), figure.unwrap_or_default())
    }

    #[test]
    fn a_clock_counts_down_within_the_hour_and_names_the_time_before() {
        assert_eq!(shown("09:00:00", "09:05:00", "09:03:12"), "soon 1:48");
        assert_eq!(shown("09:00:00", "09:05:00", "09:01:24"), "ok 3:36");
        assert_eq!(shown("09:00:00", "09:05:00", "09:11:04"), "late 6:04");
        assert_eq!(shown("09:00:00", "16:30:00", "09:42:00"), "idle 17:30");
        assert_eq!(shown("09:00:00", "09:05:00", "11:10:00"), "late 2 h 05");
    }

    #[test]
    fn what_is_due_this_minute_is_not_late_yet() {
        let at: Timestamp = "2026-05-12T09:00:00Z".parse().expect("a moment");
        let state = |seconds| due_state(at, at + jiff::SignedDuration::from_secs(seconds));
        assert_eq!([state(-1), state(0), state(59), state(60)], ["soon", "soon", "soon", "late"]);
    }

    #[test]
    fn a_clock_that_begins_with_the_next_opening_does_not_run_yet() {
        assert_eq!(shown("09:00:00", "09:05:00", "08:50:00"), "idle 10:05");
    }
}
