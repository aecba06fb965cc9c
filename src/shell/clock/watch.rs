//! Whether the wall clock can be believed.
//!
//! A small box may start with yesterday's time and be set right by the network, or be set wrong by
//! a hand. While the time is in doubt no letter goes by itself: a letter cannot be called back.

use jiff::{SignedDuration, Timestamp};

/// How far the wall clock may be behind what was written last; it is adjusted by less all the time.
const BEHIND_MAX: SignedDuration = SignedDuration::from_mins(1);

/// A change of the wall clock that nothing but setting it explains.
const LEAP: SignedDuration = SignedDuration::from_hours(1);

/// How long a clock that leapt has to run on before it is believed: time for somebody to look.
const DOUBTED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// Why the time is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The clock shows an earlier time than something was written at.
    Behind { shows: Timestamp, written: Timestamp },
    /// The clock leapt while the house was open; it is believed from a moment on.
    Leapt { from: Timestamp, to: Timestamp, until: Timestamp },
}

/// Watches the wall clock beside one that nobody can set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    seen: Option<Look>,
    leap: Option<Leap>,
}

#[derive(Clone, Copy, Debug)]
struct Look {
    wall: Timestamp,
    run_for: SignedDuration,
}

/// A leap, and when the clock that nobody sets has run long enough since.
#[derive(Clone, Copy, Debug)]
struct Leap {
    from: Timestamp,
    to: Timestamp,
    believed_at: SignedDuration,
}

impl Watch {
    /// Looks at both clocks, and says whether the time is in doubt. `written` is the last entry's.
    pub fn look(
        &mut self,
        wall: Timestamp,
        run_for: SignedDuration,
        written: Timestamp,
    ) -> Option<Doubt> {
        if let Some(seen) = self.seen {
            let passed = run_for.saturating_sub(seen.run_for);
            let expected = seen.wall.saturating_add(passed).unwrap_or(wall);
            if wall.duration_since(expected).abs() >= LEAP {
                let believed_at = run_for.saturating_add(DOUBTED_FOR);
                self.leap = Some(Leap { from: expected, to: wall, believed_at });
            }
        }
        self.seen = Some(Look { wall, run_for });
        self.leap = self.leap.filter(|leap| run_for < leap.believed_at);
        if written.duration_since(wall) > BEHIND_MAX {
            return Some(Doubt::Behind { shows: wall, written });
        }
        self.leap.map(|Leap { from, to, believed_at }| {
            let left = believed_at.saturating_sub(run_for);
            Doubt::Leapt { from, to, until: wall.saturating_add(left).unwrap_or(Timestamp::MAX) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        format!("2026-05-{text}Z").parse().expect("a moment")
    }

    fn minutes(minutes: i64) -> SignedDuration {
        SignedDuration::from_mins(minutes)
    }

    #[test]
    fn a_clock_that_runs_is_believed_however_long_nobody_looked() {
        let mut watch = Watch::default();
        let written = at("12T09:00:00");
        assert_eq!(watch.look(at("12T09:00:00"), minutes(0), written), None);
        assert_eq!(watch.look(at("12T09:01:02"), minutes(1), written), None);
        assert_eq!(watch.look(at("13T09:00:00"), minutes(24 * 60), written), None);
        assert_eq!(watch.look(at("13T09:45:00"), minutes(24 * 60 + 1), written), None);
    }

    #[test]
    fn a_clock_that_leapt_is_doubted_until_it_has_run_for_an_hour() {
        let mut watch = Watch::default();
        let written = at("12T09:00:00");
        watch.look(at("12T09:00:00"), minutes(0), written);
        let leapt = watch.look(at("20T09:01:00"), minutes(1), written);
        let (from, to) = (at("12T09:01:00"), at("20T09:01:00"));
        assert_eq!(leapt, Some(Doubt::Leapt { from, to, until: at("20T10:01:00") }));
        let later = watch.look(at("20T09:31:00"), minutes(31), written);
        assert_eq!(later, Some(Doubt::Leapt { from, to, until: at("20T10:01:00") }));
        assert_eq!(watch.look(at("20T10:01:00"), minutes(61), written), None);
    }

    #[test]
    fn a_clock_that_leaps_back_is_doubted_too() {
        let mut watch = Watch::default();
        let written = at("01T00:00:00");
        watch.look(at("12T09:00:00"), minutes(0), written);
        let leapt = watch.look(at("12T07:00:00"), minutes(0), written);
        assert!(matches!(leapt, Some(Doubt::Leapt { .. })), "{leapt:?}");
    }

    #[test]
    fn a_clock_behind_what_was_written_is_doubted_until_it_has_caught_up() {
        let mut watch = Watch::default();
        let (shows, written) = (at("12T08:00:00"), at("12T08:10:00"));
        let behind = Some(Doubt::Behind { shows, written });
        assert_eq!(watch.look(shows, minutes(0), written), behind);
        assert_eq!(watch.look(at("12T08:09:30"), minutes(9), written), None);
    }

    #[test]
    fn a_box_that_started_with_an_old_time_and_was_set_right_is_doubted_for_an_hour() {
        let mut watch = Watch::default();
        let written = at("12T08:10:00");
        watch.look(at("10T00:00:00"), minutes(0), written);
        let set = watch.look(at("12T09:00:00"), minutes(1), written);
        assert!(matches!(set, Some(Doubt::Leapt { .. })), "{set:?}");
        assert_eq!(watch.look(at("12T10:00:00"), minutes(61), written), None);
    }
}
