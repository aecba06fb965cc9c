//! How well scores tell the won from the lost: the area under the ROC curve, and how sure it is.

use serde::Serialize;

/// The 97.5 % point of the normal distribution.
pub(crate) const TWO_SIDED: f64 = 1.959_963_984_540_054;

/// How often one that was won scores above one that was lost, ties counting half.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Auc {
    pub auc: f64,
    /// Bounds within which it lies with 95 % confidence.
    pub low: f64,
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
pub(crate) fn within(auc: f64, variance: f64) -> Auc {
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
pub(crate) fn midranks(values: &[f64]) -> Vec<f64> {
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
