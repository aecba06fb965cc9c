//! What time it is: one of the two things a test must replace.

mod watch;

pub use watch::{Doubt, Watch};

use jiff::{SignedDuration, Timestamp};
use std::fs::File;
use std::os::unix::fs::FileExt;
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

/// Where Linux says how long it has been up. It is held open, so that it can be read even where no
/// further file can be opened: a change of clocks would look like a leap.
static UPTIME: LazyLock<Option<File>> = LazyLock::new(|| File::open("/proc/uptime").ok());

/// How long this machine has run, awake or asleep; where it does not say, how long this program has.
///
/// An `Instant` stands still on Linux while the machine sleeps, and the wall clock does not, so that
/// a box that slept for an hour would look as if somebody had set its clock.
fn running_for() -> SignedDuration {
    UPTIME.as_ref().and_then(up_for).unwrap_or_else(|| {
        SignedDuration::try_from(STARTED.elapsed()).unwrap_or(SignedDuration::MAX)
    })
}

fn up_for(uptime: &File) -> Option<SignedDuration> {
    let mut bytes = [0; 64];
    let length = uptime.read_at(&mut bytes, 0).ok()?;
    let text = std::str::from_utf8(&bytes[..length]).ok()?;
    let seconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    SignedDuration::try_from_secs_f64(seconds).ok()
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_machine_says_how_long_it_has_been_up_asleep_or_awake() {
        let said = fs::read_to_string("/proc/uptime").expect("the tests run on Linux");
        let seconds = said.split('.').next().and_then(|whole| whole.parse().ok());
        let before = SignedDuration::from_secs(seconds.expect("it begins with seconds"));
        let after = before.saturating_add(SignedDuration::from_mins(10));
        let told = SystemClock.run_for();
        assert!(told >= before && told < after, "{told:?} is not just after {before:?}");
        assert!(SystemClock.run_for() >= told, "it runs backwards");
    }
}
