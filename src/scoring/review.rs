//! A model nobody looks at goes stale: every 60 to 90 days it is held against how leads ended.

use jiff::{SignedDuration, Timestamp};

/// Days after the last review from which the next is due, and from which it is overdue.
const DUE_DAYS: i64 = 60;
const LATE_DAYS: i64 = 90;

/// How pressing the review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    NotYet,
    Due,
    Late,
}

/// How pressing it is now, and the days since the last one.
pub fn review(last: Timestamp, now: Timestamp) -> (Review, i64) {
    let days = now.duration_since(last).max(SignedDuration::ZERO).as_hours() / 24;
    let state = match days {
        ..DUE_DAYS => Review::NotYet,
        DUE_DAYS..LATE_DAYS => Review::Due,
        _ => Review::Late,
    };
    (state, days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_falls_due_after_two_months_and_is_late_after_three() {
        let after = |days: i64| {
            let last = Timestamp::UNIX_EPOCH;
            review(last, last + SignedDuration::from_hours(24 * days)).0
        };
        assert_eq!([0, 59, 60, 89, 90].map(after), {
            use Review::*;
            [NotYet, NotYet, Due, Due, Late]
        });
    }
}
