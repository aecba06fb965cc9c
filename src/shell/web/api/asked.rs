//! The query of a request, taken apart name by name: what nobody knows is said, not ignored.

use crate::shell::error::Error;
use crate::shell::search::Cursor;
use crate::shell::web::Web;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use std::str::FromStr;

/// Names in one query.
const NAMES_MAX: usize = 50;

/// Characters of one value.
const VALUE_MAX: usize = 200;

/// Items on a page, unless the query asks for more or fewer.
const LIMIT: usize = 50;

/// Items on a page at most.
pub const LIMIT_MAX: usize = 200;

/// What a query asks for, until it is taken.
#[derive(Clone, Debug, Default)]
pub struct Asked(Vec<(String, String)>);

impl Asked {
    /// Every value under a name; an empty one counts as none.
    pub fn all(&mut self, name: &str) -> Vec<String> {
        let values = self.0.extract_if(.., |(key, _)| key == name).map(|(_, value)| value);
        values.filter(|value| !value.is_empty()).collect()
    }

    /// The value under a name.
    pub fn one(&mut self, name: &str) -> Result<Option<String>, Error> {
        let mut values = self.all(name);
        let value = values.pop();
        if values.is_empty() {
            return Ok(value);
        }
        Err(Error::not_understood(name, format!("“{name}” stands here more than once.")))
    }

    /// The value under a name, if it reads as what it should be.
    pub fn read<T: FromStr>(&mut self, name: &str, what: &str) -> Result<Option<T>, Error> {
        let Some(value) = self.one(name)? else { return Ok(None) };
        let wrong = |_| Error::not_understood(name, format!("“{value}” is no {what}."));
        value.parse().map(Some).map_err(wrong)
    }

    /// The one of these words that stands under a name.
    pub fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, Error> {
        let Some(value) = self.one(name)? else { return Ok(None) };
        let found = words.iter().find(|(word, _)| *word == value).map(|(_, means)| *means);
        found.map(Some).ok_or_else(|| none_of(name, &value, words))
    }

    /// Those of these words that stand under a name, which may stand several times.
    pub fn words<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Result<Vec<T>, Error> {
        let mut found = Vec::new();
        for value in self.all(name) {
            let means = words.iter().find(|(word, _)| *word == value).map(|(_, means)| *means);
            found.push(means.ok_or_else(|| none_of(name, &value, words))?);
        }
        Ok(found)
    }

    /// The values under a name, each of which must be one that is known.
    pub fn known(&mut self, name: &str, known: &[&str]) -> Result<Vec<String>, Error> {
        let words: Vec<(&str, ())> = known.iter().map(|word| (*word, ())).collect();
        let values = self.all(name);
        match values.iter().find(|value| !known.contains(&value.as_str())) {
            None => Ok(values),
            Some(unknown) => Err(none_of(name, unknown, &words)),
        }
    }

    /// How many items a page may hold.
    pub fn limit(&mut self) -> Result<usize, Error> {
        match self.read("limit", "number")? {
            None => Ok(LIMIT),
            Some(limit) if (1..=LIMIT_MAX).contains(&limit) => Ok(limit),
            Some(_) => {
                Err(Error::not_understood("limit", format!("A page holds 1 to {LIMIT_MAX} items.")))
            }
        }
    }

    /// Where the page before ended, in a list that is searched.
    pub fn cursor(&mut self) -> Result<Option<Cursor>, Error> {
        let Some(text) = self.one("cursor")? else { return Ok(None) };
        text.parse().map(Some).map_err(|()| no_cursor())
    }

    /// Refuses what nobody took.
    pub fn done(self) -> Result<(), Error> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => {
                let sentence = format!("Nothing here is called “{name}”. Look at /api/docs.");
                Err(Error::not_understood(name, sentence))
            }
        }
    }
}

fn none_of<T>(name: &str, value: &str, words: &[(&str, T)]) -> Error {
    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let words = words.join(", ");
    Error::not_understood(name, format!("“{value}” is none of these: {words}."))
}

/// Said of a cursor that no list has given.
pub fn no_cursor() -> Error {
    Error::not_understood("cursor", "This cursor is none of ours. Begin at the first page.")
}

impl FromRequestParts<Web> for Asked {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Asked, Error> {
        let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| Error::not_understood("query", "The query could not be read."))?;
        if pairs.len() > NAMES_MAX {
            return Err(Error::not_understood("query", "The query asks for too much at once."));
        }
        match pairs.iter().find(|(name, value)| is_long(name) || is_long(value)) {
            None => Ok(Asked(pairs)),
            Some((name, _)) => {
                let name: String = name.chars().take(VALUE_MAX).collect();
                let sentence = format!("This is longer than {VALUE_MAX} characters.");
                Err(Error::not_understood(&name, sentence))
            }
        }
    }
}

fn is_long(text: &str) -> bool {
    text.chars().nth(VALUE_MAX).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        Asked(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
    }

    fn field(error: Error) -> String {
        match error {
            Error::NotUnderstood { field, .. } => field,
            error => panic!("{error}"),
        }
    }

    #[test]
    fn a_page_is_bounded() {
        assert_eq!(asked(&[]).limit().ok(), Some(50));
        assert_eq!(asked(&[("limit", "200")]).limit().ok(), Some(200));
        for wrong in ["0", "201", "-1", "all", "9999999999999999999999"] {
            let refused = asked(&[("limit", wrong)]).limit().expect_err(wrong);
            assert_eq!(field(refused), "limit");
        }
    }

    #[test]
    fn what_nobody_knows_is_named() {
        let mut asked = asked(&[("tier", "high"), ("teir", "low")]);
        assert_eq!(asked.one("tier").ok().flatten().as_deref(), Some("high"));
        assert_eq!(field(asked.done().expect_err("it is misspelt")), "teir");
    }

    #[test]
    fn a_name_stands_once_unless_it_may_stand_often() {
        let twice = [("tier", "high"), ("tier", "low")];
        assert_eq!(field(asked(&twice).one("tier").expect_err("twice")), "tier");
        assert_eq!(asked(&twice).all("tier"), ["high", "low"]);
    }
}
