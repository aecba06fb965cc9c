//! Words of the page of a lead, in English, until it takes them from the catalogue too.

pub use super::parts::first_name;

/// A number of things: `1 lead`, `3 leads`.
pub fn several(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What a list holds beyond what it shows.
pub fn and_more(count: usize) -> String {
    super::parts::and_more(crate::language::Words::default(), count)
}
