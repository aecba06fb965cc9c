//! What own history has taught, as a part of how leads are judged: plain data, kept in the text of
//! the playbook like every other line, and read and learned by `scoring::learn`.

mod spaced;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A model of own history, what it counts for, and how good it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learned {
    pub counts: Counts,
    pub learned_at: Timestamp,
    /// Leads that had ended by then, and how many of them were won.
    pub leads: u32,
    pub won: u32,
    /// Its ROC AUC on leads it had not seen, and bounds of 95 % confidence.
    pub auc: f64,
    pub auc_low: f64,
    pub auc_high: f64,
    /// Its Brier score on them, and that of foretelling the same share for everybody.
    pub brier: f64,
    pub brier_baseline: f64,
    /// Chances in ascending order.
    #[serde(with = "spaced")]
    pub steps: Vec<f64>,
    /// Of each step the points that as many of the past leads stayed under as had a lower chance.
    #[serde(with = "spaced")]
    pub worth: Vec<f64>,
    pub model: Model,
}

/// What a learned chance does to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// It is shown and changes nothing.
    Beside,
    /// The score is the mean of the points and of what the chance is worth.
    Blended,
    /// The score is what the chance is worth; floors and scores set by hand still hold.
    Drives,
}

impl Counts {
    pub const ALL: [Counts; 3] = [Counts::Beside, Counts::Blended, Counts::Drives];

    /// As forms and texts call it.
    pub fn key(self) -> &'static str {
        match self {
            Counts::Beside => "beside",
            Counts::Blended => "blended",
            Counts::Drives => "drives",
        }
    }
}

/// What was learned from the past. It answers the chance of a lead, and every part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The logit of a lead about which nothing is out of the common.
    pub base: f64,
    /// Names of the columns that [`View::column`] counts.
    pub columns: Vec<String>,
    pub shapes: Vec<Shape>,
    /// What each level of each field adds, in logits, beside the average of the past.
    #[serde(with = "spaced::rows")]
    pub effects: Vec<Vec<f64>>,
    /// How many rows of the past had each level.
    #[serde(with = "spaced::rows")]
    pub seen: Vec<Vec<usize>>,
    #[serde(default)]
    pub pairs: Vec<Pair>,
    /// What each level of each pair adds.
    #[serde(default, with = "spaced::rows")]
    pub pair_effects: Vec<Vec<f64>>,
    /// How many rows of the past had each level of each pair.
    #[serde(default, with = "spaced::rows")]
    pub pairs_seen: Vec<Vec<usize>>,
}

/// The levels of a field, and how a text comes to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub view: View,
    pub levels: Vec<Level>,
    /// Where the first levels lie, which stand in a row; about one standard deviation is 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "spaced")]
    pub places: Vec<f64>,
    pub rule: LevelRule,
}

/// How a text comes to its level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelRule {
    /// Where ranges end, and values that have a level of their own.
    Numbers {
        #[serde(with = "spaced")]
        ends: Vec<f64>,
        #[serde(with = "spaced")]
        spikes: Vec<f64>,
    },
    Words(BTreeMap<String, u16>),
    Fixed,
}

/// What a level stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Numbers from the first up to the second, both of which occur.
    Between(f64, f64),
    Exactly(f64),
    Word(String),
    Missing,
    /// So many words that are rare, and whatever was never seen.
    Other(usize),
    /// Monday is 1.
    Weekday(i8),
    Month(i8),
    /// From an hour up to another.
    Hours(i8, i8),
    Filled(bool),
}

/// How a field reads its column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    pub column: usize,
    pub side: Side,
    pub point: Point,
    pub order: Order,
}

/// Which side of a column a field looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Its numbers.
    Numbers,
    /// Its words.
    Words,
    /// Whether it says anything.
    Filled,
    Weekday,
    Month,
    Hour,
}

/// What stands before the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Point {
    Dot,
    Comma,
}

/// In which order a column with slashes names day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    DayFirst,
    MonthFirst,
}

/// Two fields whose cells add something of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    pub first: usize,
    pub second: usize,
    /// The row of each level of the first field, and the column of each level of the second.
    #[serde(with = "spaced")]
    pub first_sides: Vec<u16>,
    #[serde(with = "spaced")]
    pub second_sides: Vec<u16>,
    /// Columns of the table.
    pub wide: usize,
    /// Of each place in the table, the level of the pair; the last one is of places with few rows.
    #[serde(with = "spaced")]
    pub cells: Vec<u16>,
    /// How many levels it has.
    pub width: usize,
}
