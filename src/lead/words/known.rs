//! Sentences that were written in English, known again by their texts in the catalogue.

use crate::language::{Language, Value, Words};
use crate::lead::ERROR_MAX;

/// A text of the catalogue, with its places in the order in which they stand in English.
pub type Text = (&'static str, &'static [&'static str]);

/// A text by which a sentence is known again.
pub struct Known {
    text: Text,
    /// What stands before, between and behind its places.
    around: Vec<String>,
}

/// Texts as they stand in English.
pub fn known(texts: &[Text]) -> Vec<Known> {
    /// Stands for whatever stands in a place.
    const PLACE: &str = "\u{1}";
    let english = Words::of(Language::English);
    let filled = |(key, places): &Text| {
        let with: Vec<(&'static str, Value)> =
            places.iter().map(|place| (*place, PLACE.into())).collect();
        english.fill(key, &with)
    };
    let around = |text: &Text| filled(text).split(PLACE).map(str::to_owned).collect();
    texts.iter().map(|text| Known { text: *text, around: around(text) }).collect()
}

/// The key of the first text that this sentence is, and what stands in its places.
pub fn read<'t>(
    table: &[Known],
    sentence: &'t str,
) -> Option<(&'static str, Vec<(&'static str, &'t str)>)> {
    let (known, values) = table.iter().find_map(|one| Some((one, one.read(sentence)?)))?;
    let (key, places) = known.text;
    Some((key, places.iter().copied().zip(values).collect()))
}

impl Known {
    /// What stands in the places of a text that is this one.
    fn read<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let (first, rest) = self.around.split_first()?;
        let mut left = text.strip_prefix(first.as_str())?;
        let Some((last, between)) = rest.split_last() else {
            return left.is_empty().then(Vec::new);
        };
        let mut values = Vec::with_capacity(rest.len());
        for piece in between {
            let (value, after) = left.split_once(piece.as_str())?;
            values.push(value);
            left = after;
        }
        // The end of a long error was not kept.
        let is_cut = !first.is_empty() && text.chars().count() == ERROR_MAX;
        values.push(left.strip_suffix(last.as_str()).or(is_cut.then_some(left))?);
        Some(values)
    }
}

/// Each text, filled, is known as itself and as none before it.
#[cfg(test)]
pub fn each_is_known_as_itself(texts: &[Text], table: &[Known]) {
    for (nth, (key, places)) in texts.iter().enumerate() {
        let with: Vec<_> = places.iter().map(|place| (*place, "x".into())).collect();
        let kept = Words::default().fill(key, &with);
        let first = table.iter().position(|one| one.read(&kept).is_some());
        assert_eq!(first, Some(nth), "{key}");
    }
}
