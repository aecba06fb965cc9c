//! Numbers in a row, written with spaces between them on one line: a model has hundreds.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};
use std::fmt::{Display, Write};
use std::str::FromStr;

/// Writes a row.
pub fn serialize<T: Display, S: Serializer>(row: &[T], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&written(row))
}

/// Reads a row.
pub fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    read(&String::deserialize(from)?).map_err(D::Error::custom)
}

fn written<T: Display>(row: &[T]) -> String {
    row.iter().fold(String::new(), |mut text, one| {
        let space = if text.is_empty() { "" } else { " " };
        write!(text, "{space}{one}").expect("a text takes what is written to it");
        text
    })
}

fn read<T: FromStr>(text: &str) -> Result<Vec<T>, String> {
    let number = |word: &str| word.parse().map_err(|_| format!("“{word}” is no number of a model"));
    text.split_whitespace().map(number).collect()
}

/// Several rows, a text each.
pub mod rows {
    use super::{read, written};
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use std::fmt::Display;
    use std::str::FromStr;

    /// Writes rows.
    pub fn serialize<T: Display, S: Serializer>(rows: &[Vec<T>], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(rows.iter().map(|row| written(row)))
    }

    /// Reads rows.
    pub fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Vec<T>>, D::Error> {
        let rows = Vec::<String>::deserialize(from)?;
        rows.iter().map(|row| read(row).map_err(D::Error::custom)).collect()
    }
}
