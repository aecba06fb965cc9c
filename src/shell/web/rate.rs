//! How often somebody may knock: a bucket of tokens for each, refilled by the minute.

use crate::shell::config;
use crate::shell::error::Error;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The most names a set of buckets remembers. Beyond it strangers share one bucket.
const NAMES_MAX: usize = 10_000;

/// How often room is made at most.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_secs(1);

/// The bucket of those there is no room for.
const THE_REST: &str = "";

/// The limits of the doors.
pub struct Limits {
    pub logins: Buckets,
    pub public_posts: Buckets,
    pub webhook_posts: Buckets,
    pub api: Buckets,
}

impl Limits {
    /// The limits of a configuration.
    pub fn of(limits: &config::Limits) -> Limits {
        Limits {
            logins: Buckets::new(limits.login_attempts_per_minute),
            public_posts: Buckets::new(limits.public_posts_per_minute),
            webhook_posts: Buckets::new(limits.webhook_posts_per_minute),
            api: Buckets::new(limits.api_requests_per_minute),
        }
    }
}

/// A bucket for every name, all of one size.
pub struct Buckets {
    a_minute: u32,
    shelf: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    buckets: HashMap<String, Bucket>,
    swept_at: Timestamp,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Timestamp,
}

impl Buckets {
    /// Buckets that hold what may be taken in a minute.
    pub fn new(a_minute: u32) -> Buckets {
        Buckets { a_minute: a_minute.max(1), shelf: Mutex::default() }
    }

    /// Takes one for a name, or says in how many seconds to come again.
    pub fn take(&self, name: &str, now: Timestamp) -> Result<(), Error> {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let name = if self.has_room(&mut shelf, name, now) { name } else { THE_REST };
        let full = Bucket { left: f64::from(self.a_minute), at: now };
        let bucket = match shelf.buckets.get_mut(name) {
            Some(bucket) => bucket,
            None => shelf.buckets.entry(name.to_owned()).or_insert(full),
        };
        *bucket = self.refilled(*bucket, now);
        if bucket.left < 1.0 {
            let seconds = (1.0 - bucket.left) * 60.0 / f64::from(self.a_minute);
            return Err(Error::TooFast { wait_seconds: seconds.ceil() as u32 });
        }
        bucket.left -= 1.0;
        Ok(())
    }

    /// Whether a name has a bucket or can get one. Full ones are thrown out to make room, at most
    /// once a second, so that a flood of names does not buy a flood of sweeps.
    fn has_room(&self, shelf: &mut Shelf, name: &str, now: Timestamp) -> bool {
        if shelf.buckets.len() < NAMES_MAX || shelf.buckets.contains_key(name) {
            return true;
        }
        if now.duration_since(shelf.swept_at) >= SWEEP_EVERY {
            shelf.swept_at = now;
            let full = f64::from(self.a_minute);
            shelf.buckets.retain(|_, bucket| self.refilled(*bucket, now).left < full);
        }
        shelf.buckets.len() < NAMES_MAX
    }

    fn refilled(&self, bucket: Bucket, now: Timestamp) -> Bucket {
        let minutes = now.duration_since(bucket.at).as_secs_f64().max(0.0) / 60.0;
        let full = f64::from(self.a_minute);
        Bucket { left: (bucket.left + minutes * full).min(full), at: now.max(bucket.at) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a moment in range")
    }

    #[test]
    fn a_bucket_holds_a_minute_and_refills() {
        let buckets = Buckets::new(2);
        assert!(buckets.take("ann", at(0)).is_ok());
        assert!(buckets.take("ann", at(0)).is_ok());
        let refused = buckets.take("ann", at(0));
        assert!(matches!(refused, Err(Error::TooFast { wait_seconds: 30 })), "{refused:?}");
        assert!(buckets.take("ann", at(30)).is_ok());
        assert!(buckets.take("ann", at(30)).is_err());
    }

    #[test]
    fn everybody_has_their_own() {
        let buckets = Buckets::new(1);
        assert!(buckets.take("ann", at(0)).is_ok());
        assert!(buckets.take("ben", at(0)).is_ok());
    }

    #[test]
    fn a_flood_of_names_costs_bounded_memory_and_shares_one_bucket() {
        let buckets = Buckets::new(1);
        let taken = (0..2 * NAMES_MAX).filter(|n| buckets.take(&n.to_string(), at(0)).is_ok());
        assert_eq!(taken.count(), NAMES_MAX + 1);
        assert!(buckets.take("late", at(61)).is_ok());
    }
}
