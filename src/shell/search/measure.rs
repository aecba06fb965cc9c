//! Numbers and days among the facts of a lead, filed so that they are found from one to another.

use jiff::civil::Date;

/// Where days are counted from.
const FIRST_DAY: Date = Date::constant(1970, 1, 1);

/// The number that a value is, or its day, counted from 1970; nothing for any other text.
pub fn measure(value: &str) -> Option<f64> {
    let value = value.trim();
    let number = value.parse().ok().filter(|number: &f64| number.is_finite());
    number.or_else(|| day(value))
}

/// The day that a value is, counted from 1970.
pub fn day(value: &str) -> Option<f64> {
    let day: Date = value.trim().parse().ok()?;
    Some((day.duration_since(FIRST_DAY).as_hours() / 24) as f64)
}

/// A fact as it is filed where it can be measured; a key that holds the mark behind it is not filed.
pub fn measured(key: &str, number: f64) -> Option<String> {
    (!key.contains(':')).then(|| term(key, number))
}

/// What is asked of a fact that shall lie between two numbers, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    pub(super) first: String,
    pub(super) last: String,
}

impl Between {
    /// The fact with this key; without a number, that end is open.
    pub fn of(key: &str, from: Option<f64>, to: Option<f64>) -> Between {
        Between {
            first: term(key, from.unwrap_or(f64::MIN)),
            last: term(key, to.unwrap_or(f64::MAX)),
        }
    }
}

/// Terms of one key sort as their numbers do.
fn term(key: &str, number: f64) -> String {
    // Below zero a larger number has smaller bits; adding zero makes one of the two zeros.
    let bits = (number + 0.0).to_bits();
    let sign = 1 << 63;
    let sorted = if bits & sign == 0 { bits | sign } else { !bits };
    format!("{key}:{sorted:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_sort_as_their_numbers_do() {
        let rising = [f64::MIN, -20.5, -3.0, -0.0, 0.5, 2.0, 10.0, 1e9, f64::MAX];
        assert!(rising.map(|number| term("size", number)).is_sorted());
        assert_eq!(term("size", -0.0), term("size", 0.0));
    }

    #[test]
    fn numbers_and_days_are_measured_and_nothing_else_is() {
        assert_eq!(measure(" 12.5 "), Some(12.5));
        assert_eq!(measure("1970-01-02"), Some(1.0));
        assert_eq!(measure("1969-12-31"), Some(-1.0));
        for text in ["", "ten", "inf", "NaN", "2026-02-30", "12,5"] {
            assert_eq!(measure(text), None, "{text}");
        }
        assert_eq!(measured("a:b", 1.0), None);
    }
}
