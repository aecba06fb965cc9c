//! How long many things of one kind took.

use std::time::Duration;

/// Times, shortest first.
#[derive(Debug)]
pub struct Timings(Vec<Duration>);

impl Timings {
    /// The time within which so many of a hundred were done.
    pub fn percentile(&self, percent: usize) -> Duration {
        let place = (self.0.len() * percent).div_ceil(100).max(1) - 1;
        self.0.get(place).copied().unwrap_or_default()
    }
}

impl From<Vec<Duration>> for Timings {
    fn from(mut times: Vec<Duration>) -> Timings {
        times.sort();
        Timings(times)
    }
}
