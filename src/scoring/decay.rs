//! How interest fades: in full for a while, then halving in equal times.

use crate::playbook::Engagement;
use serde::{Deserialize, Serialize};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// A sign of interest that fades.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fading {
    /// The second in which it was shown.
    pub shown: i64,
    /// The second from which it counts no more.
    pub until: i64,
}

impl Fading {
    /// What is left of it in a second, from 1 to 0.
    pub fn left(self, engagement: &Engagement, looked: i64) -> f64 {
        if looked < self.until { left(engagement, self.shown, looked) } else { 0.0 }
    }
}

/// What is left of what only fades: in full for [`Engagement::full_hours`], then 2^(−time ÷ half-life), so that with the starter's
/// two days and one week a fortnight leaves about 0.3. Whole seconds, so that whoever looks twice
/// in one second sees the same.
fn left(engagement: &Engagement, shown: i64, looked: i64) -> f64 {
    let fading = looked - shown - i64::from(engagement.full_hours) * HOUR;
    if fading <= 0 {
        return 1.0;
    }
    let half_life = i64::from(engagement.half_life_days) * DAY;
    if half_life == 0 { 0.0 } else { (-(fading as f64) / half_life as f64).exp2() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starter() -> Engagement {
        let (price_pages, case_pages) = (Vec::new(), Vec::new());
        Engagement { full_hours: 48, half_life_days: 7, price_pages, case_pages }
    }

    #[test]
    fn two_days_count_in_full() {
        assert_eq!(left(&starter(), 0, 2 * DAY), 1.0);
    }

    #[test]
    fn a_week_later_it_is_half_and_after_a_fortnight_about_three_tenths() {
        assert_eq!(left(&starter(), 0, 9 * DAY), 0.5);
        assert!((left(&starter(), 0, 14 * DAY) - 0.3048).abs() < 0.0001);
    }

    #[test]
    fn what_is_dated_ahead_of_time_counts_in_full() {
        assert_eq!(left(&starter(), DAY, 0), 1.0);
    }

    #[test]
    fn when_its_time_is_over_nothing_is_left() {
        let fading = Fading { shown: 0, until: 9 * DAY };
        assert_eq!(fading.left(&starter(), 2 * DAY), 1.0);
        assert_eq!(
            [9 * DAY - 1, 9 * DAY].map(|at| fading.left(&starter(), at) > 0.0),
            [true, false]
        );
    }

    #[test]
    fn without_a_half_life_it_is_gone_at_once() {
        assert_eq!(left(&Engagement { half_life_days: 0, ..starter() }, 0, 3 * DAY), 0.0);
    }
}
