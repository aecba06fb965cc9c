//! How sure a share is that was counted over a few leads.

/// The 97.5 % point of the normal distribution.
pub const TWO_SIDED: f64 = 1.959_963_984_540_054;

/// Bounds within which the true share lies with 95 % confidence, after Wilson (1927); from 0 to 1
/// where nothing was counted.
pub fn wilson(won: usize, of: usize) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let (count, square) = (of as f64, TWO_SIDED * TWO_SIDED);
    let share = won as f64 / count;
    let middle = (share + square / (2.0 * count)) / (1.0 + square / count);
    let variance = share * (1.0 - share) / count + square / (4.0 * count * count);
    let half = TWO_SIDED * variance.sqrt() / (1.0 + square / count);
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figures are those of statsmodels 0.14, `proportion_confint(method="wilson")`.
    #[test]
    fn the_interval_is_that_of_a_reference() {
        let close = |(low, high): (f64, f64), (a, b): (f64, f64)| {
            assert!((low - a).abs() < 1e-12 && (high - b).abs() < 1e-12, "{low} {high}");
        };
        close(wilson(7, 50), (0.069_508_334_270_162_88, 0.261_861_937_105_857_35));
        close(wilson(0, 10), (0.0, 0.277_532_799_862_889_26));
        close(wilson(0, 0), (0.0, 1.0));
    }
}
