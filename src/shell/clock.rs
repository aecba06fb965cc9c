//! What time it is: one of the two things a test must replace.

use jiff::{SignedDuration, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        in_millis(Timestamp::now())
    }
}

/// A clock that runs as fast as the machine's and shows another time, as the demo's does.
#[derive(Clone, Copy, Debug)]
pub struct OffsetClock(SignedDuration);

impl OffsetClock {
    /// A clock that shows `at` now.
    pub fn showing(at: Timestamp) -> OffsetClock {
        OffsetClock(at.duration_since(Timestamp::now()))
    }
}

impl Clock for OffsetClock {
    fn now(&self) -> Timestamp {
        in_millis(Timestamp::now().saturating_add(self.0).unwrap_or(Timestamp::MAX))
    }
}

/// Moments are kept in whole milliseconds, so that what is read back equals what was written.
pub fn in_millis(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}
