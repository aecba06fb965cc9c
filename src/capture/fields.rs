//! The flat list every body is read into first: a name and a value, in the order they came.
//!
//! It is bounded, so that no sender can make a lead of any size; the verbatim body is kept elsewhere.

use super::body::urlencoded;
use super::words::cut;

/// Fields of one arrival that are looked at: more than any form has, and few enough to look through.
const LOOKED_AT_MAX: usize = 20_000;

/// Fields of one arrival that are read.
const FIELDS_MAX: usize = 200;

/// Characters of a name.
const NAME_MAX: usize = 1_000;

/// Characters of a message, the longest of all values.
pub(super) const MESSAGE_MAX: usize = 20_000;

/// What was said, by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The values of a query.
    pub fn of_query(query: &str) -> Fields {
        let mut fields = Fields::default();
        urlencoded::read(query.as_bytes(), &mut fields);
        fields
    }

    /// Adds a field, unless it says nothing or there are enough.
    pub fn push(&mut self, name: &str, value: &str) {
        let value = trimmed(value, MESSAGE_MAX);
        if !value.is_empty() && !self.is_full() {
            self.0.push((trimmed(name, NAME_MAX).to_owned(), value.to_owned()));
        }
    }

    /// Whether more will be left out.
    pub fn is_full(&self) -> bool {
        self.0.len() >= LOOKED_AT_MAX
    }

    /// Leaves as many as are read: those whose name is known before all others, in their order.
    pub(super) fn bound(&mut self, is_known: impl Fn(&str) -> bool) {
        if self.0.len() <= FIELDS_MAX {
            return;
        }
        let (mut known, mut others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.0).into_iter().partition(|(name, _)| is_known(name));
        known.truncate(FIELDS_MAX);
        others.truncate(FIELDS_MAX - known.len());
        self.0 = known;
        self.0.append(&mut others);
    }

    /// Whether nothing was said at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and values, in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Takes the fields out whose name passes, and returns their values.
    pub(super) fn take(&mut self, pick: impl Fn(&str) -> bool) -> Vec<String> {
        self.0.extract_if(.., |(name, _)| pick(name)).map(|(_, value)| value).collect()
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.push(&name, &value);
            if fields.is_full() {
                break;
            }
        }
        fields
    }
}

/// A value without space around it, cut at a limit of characters.
pub(super) fn trimmed(value: &str, max: usize) -> &str {
    cut(value.trim(), max).trim_end()
}

#[cfg(test)]
mod tests {
    use super::Fields;

    #[test]
    fn of_ten_thousand_fields_two_hundred_are_read_and_what_is_known_before_all_others() {
        let many = (0..10_000).map(|n| (format!("field {n}"), "x".repeat(20_001)));
        let mut fields: Fields = many.collect();
        fields.bound(|name| name == "field 9999");
        assert_eq!(fields.iter().count(), 200);
        assert_eq!(fields.iter().next().map(|(name, _)| name), Some("field 9999"));
        assert!(fields.iter().all(|(_, value)| value.len() == 20_000));
        fields.bound(|_| false);
        assert_eq!(fields.iter().count(), 200);
    }

    #[test]
    fn what_says_nothing_takes_no_place() {
        let mut fields = Fields::default();
        fields.push("name", " \t\n ");
        assert!(fields.is_empty());
    }
}
