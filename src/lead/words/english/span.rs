//! Spans of time as people say them.

use jiff::Timestamp;

const HOUR: u64 = 60;
const DAY: u64 = 24 * HOUR;

/// A span of minutes: minutes under an hour, hours under a day, whole days beyond it, rounded.
///
/// The sign is left out; whether it is left or overdue is for the sentence to say.
pub fn duration(minutes: i64) -> String {
    let minutes = minutes.unsigned_abs();
    if minutes < HOUR {
        return format!("{minutes} min");
    }
    if minutes < DAY {
        let rest = minutes % HOUR;
        let hours = minutes / HOUR;
        return if rest == 0 { format!("{hours} h") } else { format!("{hours} h {rest:02}") };
    }
    match (minutes + DAY / 2) / DAY {
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    }
}

/// The span between two moments.
pub(super) fn between(from: Timestamp, to: Timestamp) -> String {
    duration(minutes(from, to))
}

/// When something comes, seen from a moment.
pub(super) fn until(from: Timestamp, to: Timestamp) -> String {
    match minutes(from, to) {
        ..=0 => "now".to_owned(),
        minutes => format!("in {}", duration(minutes)),
    }
}

/// Whole minutes, a begun one counted.
fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    let seconds = to.duration_since(from).as_secs();
    if seconds > 0 { (seconds - 1) / 60 + 1 } else { seconds / 60 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_said_in_the_unit_people_use_for_it() {
        for (minutes, said) in [
            (0, "0 min"),
            (3, "3 min"),
            (59, "59 min"),
            (60, "1 h"),
            (65, "1 h 05"),
            (72, "1 h 12"),
            (1439, "23 h 59"),
            (1440, "1 day"),
            (2880, "2 days"),
            (-3, "3 min"),
            (i64::MIN, "6405119470038039 days"),
        ] {
            assert_eq!(duration(minutes), said);
        }
    }
}
