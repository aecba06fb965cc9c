//! Rows that could not be dealt with: each is left alone for a while, so that one that is spoilt
//! holds up nothing behind it. Nothing of this outlives the house being open.

use crate::shell::clock::Clock;
use crate::shell::error::Error;
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Rows that lie here at most; with more of them, something else is wrong.
const ROWS_MAX: usize = 1000;

/// How long a row is left alone, at first and at most.
const FIRST: SignedDuration = SignedDuration::from_mins(1);
const LONGEST: SignedDuration = SignedDuration::from_hours(1);

/// The shortest sleep.
const SHORTEST: Duration = Duration::from_millis(10);

/// Rows of one kind that failed, and when each is tried again.
pub struct Shelf {
    clock: Arc<dyn Clock>,
    /// What the log says of a row that comes here.
    said: &'static str,
    rows: Mutex<BTreeMap<u64, Left>>,
}

/// Counted by the clock that nobody can set.
#[derive(Clone, Copy)]
struct Left {
    until: SignedDuration,
    wait: SignedDuration,
}

impl Shelf {
    /// An empty shelf, and what the log says once of each row that comes to lie on it.
    pub fn new(clock: Arc<dyn Clock>, said: &'static str) -> Shelf {
        Shelf { clock, said, rows: Mutex::default() }
    }

    /// Whether a row is to be left alone for now.
    pub fn holds(&self, row: u64) -> bool {
        let now = self.clock.run_for();
        self.lock().get(&row).is_some_and(|left| left.until > now)
    }

    /// Takes note of what came of a row. What is the row's own fault is `None`, and the row is left
    /// alone for a while; any other fault is given back.
    pub fn note<T>(&self, row: u64, outcome: Result<T, Error>) -> Result<Option<T>, Error> {
        match outcome {
            Ok(done) => {
                self.lock().remove(&row);
                Ok(Some(done))
            }
            Err(error) if is_its_own(&error) && self.leave(row, &error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// How many rows lie here.
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    /// How long to sleep until the next row's time has come or one of these is tried again, a
    /// moment at least. One whose wait is over counts for nothing: if it is still there, it is next.
    pub fn sleep(&self, next: Option<SignedDuration>, longest: Duration) -> Duration {
        let now = self.clock.run_for();
        let again = self.lock().values().map(|left| left.until).filter(|until| *until > now).min();
        let again = again.map(|until| until.saturating_sub(now));
        let first = next.into_iter().chain(again).min().map(|left| left.max(SignedDuration::ZERO));
        first.map_or(longest, |left| left.unsigned_abs().clamp(SHORTEST, longest))
    }

    /// Gives every row another chance.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// Answers whether there was room.
    fn leave(&self, row: u64, error: &Error) -> bool {
        let now = self.clock.run_for();
        let mut rows = self.lock();
        if !rows.contains_key(&row) {
            if rows.len() >= ROWS_MAX {
                return false;
            }
            match error {
                Error::Faulted(fault) => tracing::error!(row, %fault, "{}", self.said),
                _ => tracing::error!(row, "{}", self.said),
            }
        }
        let waited = rows.get(&row).map(|left| left.wait);
        let wait = waited.map_or(FIRST, |wait| wait.saturating_add(wait).min(LONGEST));
        rows.insert(row, Left { until: now.saturating_add(wait), wait });
        true
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Left>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the row is to blame, and not the disk or the time of day.
fn is_its_own(error: &Error) -> bool {
    match error {
        Error::Faulted(fault) => fault.is_damage(),
        Error::Busy | Error::GrowingBack | Error::Closing => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::error::Fault;
    use crate::shell::store::damaged;
    use jiff::Timestamp;
    use std::sync::atomic::{AtomicI64, Ordering};

    #[derive(Default)]
    struct Minutes(AtomicI64);

    impl Clock for Minutes {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH + SignedDuration::from_mins(self.0.load(Ordering::SeqCst))
        }
    }

    fn spoilt() -> Result<(), Error> {
        Err(damaged("the row of a lead").into())
    }

    #[test]
    fn a_spoilt_row_is_left_alone_longer_each_time_and_forgotten_once_it_is_well() {
        let clock = Arc::new(Minutes::default());
        let shelf = Shelf::new(clock.clone(), "it is left alone");
        for wait in [1, 2, 4, 8, 16, 32, 60, 60] {
            assert!(!shelf.holds(7));
            assert!(shelf.note(7, spoilt()).is_ok_and(|done| done.is_none()));
            let minutes = |minutes: i64| Duration::from_secs(60 * minutes.unsigned_abs());
            assert_eq!(shelf.sleep(None, minutes(100)), minutes(wait));
            clock.0.fetch_add(wait - 1, Ordering::SeqCst);
            assert!(shelf.holds(7) && !shelf.holds(8));
            clock.0.fetch_add(1, Ordering::SeqCst);
        }
        assert!(shelf.note(7, Ok(())).is_ok_and(|done| done.is_some()));
        assert_eq!(shelf.count(), 0);
    }

    #[test]
    fn a_row_that_never_comes_back_keeps_nobody_awake() {
        let clock = Arc::new(Minutes::default());
        let shelf = Shelf::new(clock.clone(), "it is left alone");
        assert!(shelf.note(7, spoilt()).is_ok_and(|done| done.is_none()));
        clock.0.fetch_add(1, Ordering::SeqCst);
        let longest = Duration::from_secs(60);
        assert_eq!(shelf.sleep(None, longest), longest);
        assert_eq!(shelf.sleep(Some(SignedDuration::ZERO), longest), SHORTEST);
    }

    #[test]
    fn what_is_no_row_s_own_fault_is_given_back() {
        let shelf = Shelf::new(Arc::new(Minutes::default()), "it is left alone");
        let full = Fault::said("writing to the data file", "no space left on device");
        for error in [Error::Busy, Error::Closing, full.into()] {
            assert!(shelf.note::<()>(7, Err(error)).is_err());
        }
        assert_eq!(shelf.count(), 0);
    }

    #[test]
    fn a_shelf_has_an_end() {
        let shelf = Shelf::new(Arc::new(Minutes::default()), "it is left alone");
        let fit = (0..2 * ROWS_MAX as u64).filter(|row| shelf.note(*row, spoilt()).is_ok());
        assert_eq!((fit.count(), shelf.count()), (ROWS_MAX, ROWS_MAX));
    }
}
