//! How fast we answer, said by the middle and not by the mean, which one forgotten lead spoils.

/// The value in the middle; of an even number the lower one of the two.
pub fn median(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut values: Vec<i64> = values.collect();
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_a_time_somebody_really_took() {
        assert_eq!(median([300, 60, 120].into_iter()), Some(120));
        assert_eq!(median([300, 60].into_iter()), Some(60));
        assert_eq!(median(std::iter::empty()), None);
    }
}
