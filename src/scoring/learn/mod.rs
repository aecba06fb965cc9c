//! What the past teaches: how likely a lead is won, by everything that is known of it.
//!
//! A model is additive: every field, and every one of a few pairs of fields, adds its own to the
//! chance, so that each chance can be explained. It is learned on the box from own history, and the
//! same history gives the same model to the digit. In reading order: a [`Table`] of texts; what each
//! column is; the levels of a field; the fit; pairs; the model; how good it is; what to beware of.

mod auc;
mod choice;
mod dice;
mod fit;
mod history;
mod matrix;
mod model;
mod moment;
mod nature;
mod number;
mod outcome;
mod over_time;
mod pairs;
mod past;
mod reasons;
mod report;
mod shape;
mod suspects;
mod table;
mod trial;
mod twins;
mod validation;

pub use auc::{Auc, auc};
pub use choice::{Choice, Use, choose};
pub use history::{History, Lesson};
pub use nature::Useless;
pub use outcome::{NoOutcome, Outcome, outcome};
pub use over_time::{Latest, OverTime};
pub use past::weight;
pub use reasons::{Because, Explained};
pub use report::{Figures, NoReport, OfColumn, OfLevel, OfPair, Question, Report, report};
pub use suspects::{Filled, Suspect, Suspicion};
pub use table::{Column, Draft, Table};
pub use validation::{Calibrated, Workers, one_by_one};

#[cfg(test)]
mod tests;
