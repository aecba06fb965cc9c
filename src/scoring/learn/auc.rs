//! How well scores tell the won from the lost: the area under the ROC curve, and how sure it is.

use crate::scoring::interval::TWO_SIDED;
use serde::Serialize;

/// How often one that was won scores above one that was lost, ties counting half.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Auc {
    pub auc: f64,
    /// Bounds within which it lies with 95 % confidence.
    #[serde(rename = "auc_low")]
    pub low: f64,
    #[serde(rename = "auc_high")]
    pub high: f64,
    #[serde(skip)]
    pub variance: f64,
}

/// The area with its interval after DeLong, DeLong and Clarke-Pearson (1988), computed by midranks
/// as Sun and Xu (2014) do; the interval is taken on the logit, so that it stays between 0 and 1.
///
/// `None` unless there is at least one of each outcome.
pub fn auc(scores: &[f64], won: &[bool]) -> Option<Auc> {
    let (positive, negative): (Vec<_>, Vec<_>) = scores.iter().zip(won).partition(|(_, won)| **won);
    let positive: Vec<f64> = positive.into_iter().map(|(score, _)| *score).collect();
    let negative: Vec<f64> = negative.into_iter().map(|(score, _)| *score).collect();
    if positive.is_empty() || negative.is_empty() {
        return None;
    }
    let both: Vec<f64> = positive.iter().chain(&negative).copied().collect();
    let (all, of_positive, of_negative) =
        (midranks(&both), midranks(&positive), midranks(&negative));
    let (m, n) = (positive.len() as f64, negative.len() as f64);
    let (first, second) = all.split_at(positive.len());
    let above: Vec<f64> = first.iter().zip(&of_positive).map(|(a, own)| (a - own) / n).collect();
    let below: Vec<f64> =
        second.iter().zip(&of_negative).map(|(a, own)| 1.0 - (a - own) / m).collect();
    let auc = above.iter().sum::<f64>() / m;
    let variance = variance(&above) / m + variance(&below) / n;
    Some(within(auc, variance))
}

/// An area with the interval its variance gives.
pub(super) fn within(auc: f64, variance: f64) -> Auc {
    let room = auc * (1.0 - auc);
    if room <= 0.0 || variance <= 0.0 {
        return Auc { auc, low: auc, high: auc, variance };
    }
    let (middle, wide) = ((auc / (1.0 - auc)).ln(), TWO_SIDED * variance.sqrt() / room);
    let back = |logit: f64| 1.0 / (1.0 + (-logit).exp());
    Auc { auc, low: back(middle - wide), high: back(middle + wide), variance }
}

fn variance(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    if count > 1.0 { squares / (count - 1.0) } else { 0.0 }
}

/// The place of each value among all, counted from 1; equals share the mean of their places.
fn midranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let value = values[order[from]];
        let equal = order[from..].iter().take_while(|at| values[**at] == value).count().max(1);
        let middle = from as f64 + (equal as f64 + 1.0) / 2.0;
        for at in &order[from..from + equal] {
            ranks[*at] = middle;
        }
        from += equal;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The area is that of scikit-learn 1.9, `roc_auc_score`; its variance is that of DeLong's own
    /// formula over all pairs, computed with numpy.
    #[test]
    fn area_and_variance_are_those_of_a_reference() {
        let won: Vec<bool> = (0..80).map(|row: u32| row * row % 7 < 3).collect();
        let score = |(row, won): (u32, &bool)| (row * 37 % 101 + 20 * u32::from(*won)) / 8;
        let scores: Vec<f64> = (0..80).zip(&won).map(|one| f64::from(score(one))).collect();
        let told = auc(&scores, &won).expect("both ends");
        assert!((told.auc - 0.577_803_203_661_327_3).abs() < 1e-12, "{}", told.auc);
        assert!((told.variance - 0.004_838_569_479_296_508).abs() < 1e-12, "{}", told.variance);
        assert!(0.42 < told.low && told.low < told.auc && told.high < 0.72);
    }

    #[test]
    fn perfect_scores_and_useless_ones_are_known() {
        let won = [true, true, false, false];
        assert_eq!(auc(&[4.0, 3.0, 2.0, 1.0], &won).map(|told| told.auc), Some(1.0));
        assert_eq!(auc(&[1.0, 1.0, 1.0, 1.0], &won).map(|told| told.auc), Some(0.5));
        assert_eq!(auc(&[1.0], &[true]), None);
        assert_eq!(auc(&[], &[]), None);
    }
}
