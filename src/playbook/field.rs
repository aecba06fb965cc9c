//! The fields a business adds to its leads, and what each of them can hold.

use super::{first_number, yes_or_no};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A custom field of a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable, never reused.
    pub key: String,
    pub label: String,
    pub kind: FieldKind,
    /// What may be chosen, for a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// Whether it is asked for and filled in. What is known already is read all the same.
    #[serde(default = "super::yes")]
    pub active: bool,
}

/// What a custom field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    Text,
    Number,
    Choice,
    Date,
    YesNo,
}

impl Field {
    /// A value in the form in which it can be compared; none where it is not what the field holds.
    pub fn comparable(&self, value: &str) -> Option<String> {
        match self.kind {
            FieldKind::Text => Some(value.to_owned()),
            FieldKind::Number => number(value),
            FieldKind::Choice => self.choice(value),
            FieldKind::Date => value.parse().ok().map(|date: Date| date.to_string()),
            FieldKind::YesNo => yes_or_no(value).map(str::to_owned),
        }
    }

    /// Whether a value that came from elsewhere says what the field holds; a number may stand among words.
    pub fn reads(&self, value: &str) -> bool {
        match self.kind {
            FieldKind::Number => first_number(value).is_some(),
            FieldKind::Text | FieldKind::Choice | FieldKind::Date | FieldKind::YesNo => {
                self.comparable(value).is_some()
            }
        }
    }

    fn choice(&self, value: &str) -> Option<String> {
        let is_it = |option: &&String| option.to_lowercase() == value.to_lowercase();
        self.options.iter().find(is_it).cloned()
    }
}

/// No number that people write is as large: beyond it, not every whole one can be told from the next.
const NUMBER_END: f64 = 1e15;

fn number(value: &str) -> Option<String> {
    let number = value.parse().ok().filter(|number: &f64| number.abs() < NUMBER_END)?;
    Some(number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_from_elsewhere_is_read_as_widely_as_it_is_compared() {
        let reads = |kind, value| {
            let (key, label) = ("one".to_owned(), "One".to_owned());
            let options = vec!["Flat".to_owned(), "Pitched".to_owned()];
            Field { key, label, kind, options, active: true }.reads(value)
        };
        for (kind, good, bad) in [
            (FieldKind::Number, "50-249", "lots"),
            (FieldKind::Choice, "flat", "Nope"),
            (FieldKind::Date, "2026-05-08", "soon"),
            (FieldKind::YesNo, "Ja", "maybe"),
        ] {
            assert!(reads(kind, good), "{good}");
            assert!(!reads(kind, bad), "{bad}");
        }
        assert!(reads(FieldKind::Text, "anything"));
    }
}
