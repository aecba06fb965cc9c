//! From the text of `config.toml` to values, with every fault traced to its line.

use super::{BadConfig, Config};
use axum::http::Uri;
use jiff::tz::TimeZone;
use serde::de::{Deserialize, Deserializer, Error};
use std::net::SocketAddr;
use std::ops::Range;
use toml::de::DeTable;
use tracing_subscriber::filter::{LevelFilter, Targets};

/// How like a key a word must be to be taken for a slip of the finger; 1 is the same.
const ALIKE: f64 = 0.75;

/// Two values that do not go together, found after each was read.
pub(super) struct Misfit {
    /// The key to blame, with its table: `smtp.host`.
    pub key: &'static str,
    pub sentence: String,
}

impl Misfit {
    pub(super) fn of(key: &'static str, sentence: impl Into<String>) -> Misfit {
        Misfit { key, sentence: sentence.into() }
    }
}

/// Reads every value for itself: names, kinds and ranges.
pub(super) fn shape(text: &str) -> Result<Config, BadConfig> {
    toml::from_str(text).map_err(|error| BadConfig {
        line: error.span().map(|span| line_of(text, span)),
        ..BadConfig::whole(sentence(error.message()))
    })
}

/// Gives a misfit the line of the key it blames.
pub(super) fn blame(text: &str, misfit: Misfit) -> BadConfig {
    let line = key_span(text, misfit.key).map(|span| line_of(text, span));
    BadConfig { line, ..BadConfig::whole(format!("`{}` {}", misfit.key, misfit.sentence)) }
}

/// Where a key stands, or the table it belongs to when it was left out.
fn key_span(text: &str, key: &str) -> Option<Range<usize>> {
    let document = DeTable::parse(text).ok()?;
    let Some((table, key)) = key.split_once('.') else {
        return document.get_ref().get_key_value(key).map(|(key, _)| key.span());
    };
    let (name, table) = document.get_ref().get_key_value(table)?;
    let within = table.get_ref().as_table().and_then(|table| table.get_key_value(key));
    Some(within.map_or(name.span(), |(key, _)| key.span()))
}

fn line_of(text: &str, span: Range<usize>) -> usize {
    let before = text.as_bytes().iter().take(span.start);
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// What serde says, in words an owner can act on.
fn sentence(message: &str) -> String {
    match unknown_key(message) {
        Some((key, known)) => match nearest(key, &known) {
            Some(near) => format!("there is no key `{key}`. Did you mean `{near}`?"),
            None => format!("there is no key `{key}`. There are: {}.", known.join(", ")),
        },
        None => message.trim().replace('\n', " "),
    }
}

/// The unknown key and the known ones, out of "unknown field `a`, expected one of `b`, `c`".
///
/// Serde tells a program no other way; taking the list from it keeps the structs the only place
/// where keys are named.
pub(super) fn unknown_key(message: &str) -> Option<(&str, Vec<&str>)> {
    let mut words = message.strip_prefix("unknown field `")?.split('`');
    let key = words.next()?;
    Some((key, words.skip(1).step_by(2).collect()))
}

fn nearest<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let likeness = |known: &&str| strsim::jaro_winkler(key, known);
    let nearest = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&nearest) >= ALIKE).then_some(nearest)
}

/// A whole number within bounds, both included.
pub(super) fn within<'de, const LEAST: u32, const MOST: u32, D>(from: D) -> Result<u32, D::Error>
where
    D: Deserializer<'de>,
{
    let number = i64::deserialize(from)?;
    match u32::try_from(number) {
        Ok(number) if (LEAST..=MOST).contains(&number) => Ok(number),
        _ => Err(D::Error::custom(format!("{number} is not a number from {LEAST} to {MOST}"))),
    }
}

pub(super) fn socket<'de, D: Deserializer<'de>>(from: D) -> Result<SocketAddr, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|_| {
        D::Error::custom(format!(
            "`{text}` is not an address and a port, like 127.0.0.1:8080 or [::]:8080"
        ))
    })
}

pub(super) fn sockets<'de, D: Deserializer<'de>>(from: D) -> Result<Option<SocketAddr>, D::Error> {
    socket(from).map(Some)
}

/// A scheme and a host, perhaps a port; without the slash at the end.
pub(super) fn origin<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    let origin = text.strip_suffix('/').unwrap_or(&text);
    if is_origin(origin) {
        return Ok(Some(origin.to_owned()));
    }
    Err(D::Error::custom(format!(
        "`{text}` is not the address of a site, like https://leads.example.com, without a path"
    )))
}

fn is_origin(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let Some(authority) = uri.authority() else { return false };
    matches!(uri.scheme_str(), Some("http" | "https"))
        && text.ends_with(authority.as_str())
        && !authority.as_str().contains('@')
        && !authority.host().is_empty()
}

/// The name of a zone we have the rules of.
pub(super) fn zone<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(from)?;
    match TimeZone::get(&name) {
        Ok(_) => Ok(Some(name)),
        Err(_) => {
            Err(D::Error::custom(format!("`{name}` is not a time zone, like Europe/Berlin or UTC")))
        }
    }
}

/// What to log, as `tracing` reads it.
pub(super) fn filter<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    match text.parse::<Targets>() {
        Ok(_) if text.split(',').all(says_how_much) => Ok(text),
        Ok(_) | Err(_) => Err(D::Error::custom(format!(
            "`{text}` does not say what to log, like info or leadstead=debug,info"
        ))),
    }
}

/// Whether a part of a filter is a level, or names what it is about: any other word is taken for the
/// name of a part of the house, and silences all the rest.
fn says_how_much(part: &str) -> bool {
    let part = part.trim();
    let is_level = |word: &str| !word.is_empty() && word.parse::<LevelFilter>().is_ok();
    match part.split_once('=') {
        Some((about, level)) => !about.is_empty() && is_level(level),
        None => part.starts_with("leadstead") || is_level(part),
    }
}
