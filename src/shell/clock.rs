//! What time it is: one of the two things a test must replace.

mod watch;

pub use watch::{Doubt, Watch};

use jiff::{SignedDuration, Timestamp};
use std::sync::LazyLock;
use std::time::Instant;

/// Tells the time.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;

    /// How long something has run that nobody can set. A clock that jumps by design jumps here too.
    fn run_for(&self) -> SignedDuration {
        self.now().duration_since(Timestamp::UNIX_EPOCH)
    }
}

static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);

/// How long this program has run.
fn running_for() -> SignedDuration {
    SignedDuration::try_from(STARTED.elapsed()).unwrap_or(SignedDuration::MAX)
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        in_millis(Timestamp::now())
    }

    fn run_for(&self) -> SignedDuration {
        running_for()
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

    fn run_for(&self) -> SignedDuration {
        running_for()
    }
}

/// Moments are kept in whole milliseconds, so that what is read back equals what was written.
pub fn in_millis(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}
