//! What a program sent: a bounded body, read as JSON, and the key under which it may be sent again.

use crate::command::Refusal;
use crate::lead::profile::one_line;
use crate::shell::desk::OnceKey;
use crate::shell::error::Error;
use crate::shell::web::Web;
use crate::shell::web::guard::Caller;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, Method};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The header that makes a request repeatable.
const KEY: &str = "idempotency-key";

/// Characters of such a key.
const KEY_MAX: usize = 255;

/// Words of one list that are read.
const WORDS_MAX: usize = 500;

/// Characters of something wrong that are repeated in a sentence.
const QUOTED_MAX: usize = 100;

/// A request of a program that changes something.
pub struct Sent {
    pub by: Caller,
    pub body: Bytes,
    pub once: Option<OnceKey>,
}

impl FromRequest<Web> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Web) -> Result<Sent, Response> {
        let by = request.extensions().get::<Caller>().cloned();
        let by = by.ok_or_else(|| Error::SignInFirst.into_response())?;
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let key = key_of(request.headers()).map_err(IntoResponse::into_response)?;
        let body = Bytes::from_request(request, web).await.map_err(IntoResponse::into_response)?;
        let once = key.map(|key| once_key(&by.token, &key, &method, &path, &body));
        Ok(Sent { by, body, once })
    }
}

/// The key a request may be sent again under, if it carries one.
pub fn key_of(headers: &HeaderMap) -> Result<Option<String>, Error> {
    let Some(key) = headers.get(KEY) else { return Ok(None) };
    let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= KEY_MAX);
    let wrong = || {
        let sentence = format!("Use 1 to {KEY_MAX} plain characters.");
        Error::not_understood("Idempotency-Key", sentence)
    };
    key.map(|key| Some(key.to_owned())).ok_or_else(wrong)
}

/// The key of a sender for one request: the same one for another request is a mistake of theirs.
pub fn once_key(sender: &str, key: &str, method: &Method, path: &str, body: &[u8]) -> OnceKey {
    let mut request = Sha256::new();
    for part in [method.as_str(), path] {
        request.update(part);
        request.update([0]);
    }
    request.update(body);
    OnceKey {
        token: sender.to_owned(),
        key_hash: Sha256::digest(key).to_vec(),
        request_hash: request.finalize().to_vec(),
    }
}

/// The name of a submission: sent again under the same key, it keeps its name.
pub fn submission_id(once: Option<&OnceKey>) -> Uuid {
    let Some(once) = once else { return Uuid::now_v7() };
    let mut name = Sha256::new();
    for part in [once.token.as_bytes(), &[0], &once.key_hash, &once.request_hash] {
        name.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&name.finalize()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// The object in a body. An empty body says nothing, and so is an object without members.
pub fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    let body = if body.trim_ascii().is_empty() { b"{}".as_slice() } else { body };
    if body.trim_ascii_start().first() != Some(&b'{') {
        return Err(Error::not_understood("body", "Send one JSON object: {…}."));
    }
    serde_json::from_slice(body).map_err(|error| misread(&error))
}

fn misread(error: &serde_json::Error) -> Error {
    let said = error.to_string();
    let named = || said.split('`').nth(1).map(|name| one_line(name, QUOTED_MAX));
    match (error.classify(), named()) {
        (Category::Data, Some(name)) if said.starts_with("unknown field") => {
            Refusal::NoSuchField(name).into()
        }
        (Category::Data, name) => {
            let sentence = format!("This does not fit: {}.", one_line(&said, QUOTED_MAX));
            Error::not_understood(name.as_deref().unwrap_or("body"), sentence)
        }
        (Category::Syntax | Category::Eof | Category::Io, _) => {
            let sentence = format!("This is no JSON: {}.", one_line(&said, QUOTED_MAX));
            Error::not_understood("body", sentence)
        }
    }
}

/// The text under a name. `null` says nothing.
pub fn text(field: &str, said: Value) -> Result<Option<String>, Error> {
    match said {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        other => Err(not_a(field, "text", &other)),
    }
}

/// The words in a list under a name. `null` says nothing.
pub fn words(field: &str, said: Value) -> Result<Vec<String>, Error> {
    match said {
        Value::Null => Ok(Vec::new()),
        Value::Array(items) => {
            let word = |item| text(field, item).map(Option::unwrap_or_default);
            items.into_iter().take(WORDS_MAX).map(word).collect()
        }
        other => Err(not_a(field, "list of texts", &other)),
    }
}

/// Refuses a body that does not say what stands under a name, be it `null`.
pub fn named(field: &str, body: &[u8]) -> Result<(), Error> {
    let members: BTreeMap<String, Value> = object(body)?;
    let lacks = || Error::not_understood(field, format!("Say “{field}”; null takes it back."));
    members.contains_key(field).then_some(()).ok_or_else(lacks)
}

/// The text under a name that must be there.
pub fn needed(field: &str, said: Value) -> Result<String, Error> {
    text(field, said)?
        .filter(|text| !text.trim().is_empty())
        .ok_or_else(|| Error::not_understood(field, format!("Say “{field}” too.")))
}

/// The whole number under a name.
pub fn whole(field: &str, said: Value) -> Result<Option<i64>, Error> {
    match said {
        Value::Null => Ok(None),
        said => said.as_i64().map(Some).ok_or_else(|| not_a(field, "whole number", &said)),
    }
}

/// The yes or no under a name; what is not said is a no.
pub fn yes(field: &str, said: Value) -> Result<bool, Error> {
    match said {
        Value::Null => Ok(false),
        said => said.as_bool().ok_or_else(|| not_a(field, "true or false", &said)),
    }
}

/// The moment under a name.
pub fn moment(field: &str, said: Value) -> Result<Option<Timestamp>, Error> {
    match said {
        Value::Null => Ok(None),
        said => {
            let read = said.as_str().and_then(|text| text.parse().ok());
            read.map(Some).ok_or_else(|| not_a(field, "moment such as 2026-05-08T14:00:00Z", &said))
        }
    }
}

/// The word under a name, out of those that may stand there.
pub fn word<T: Copy>(
    field: &str,
    said: Value,
    words: &[T],
    key: fn(T) -> &'static str,
) -> Result<Option<T>, Error> {
    let Some(text) = text(field, said)? else { return Ok(None) };
    let found = words.iter().copied().find(|word| key(*word) == text);
    let keys = words.iter().map(|word| key(*word));
    found.map(Some).ok_or_else(|| none_of(field, &text, keys))
}

/// What stands under a name is none of the words that may.
pub fn none_of(field: &str, said: &str, words: impl Iterator<Item = &'static str>) -> Error {
    let choices = words.collect::<Vec<_>>().join(", ");
    Refusal::NoneOf { field: field.to_owned(), value: one_line(said, QUOTED_MAX), choices }.into()
}

/// What stands under a name is not what should.
pub fn not_a(field: &str, what: &str, said: &Value) -> Error {
    let value = match said {
        Value::String(text) => one_line(text, QUOTED_MAX),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        other => other.to_string(),
    };
    Refusal::NotA { field: field.to_owned(), what: what.to_owned(), value }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    #[derive(Default)]
    struct Said {
        to: Value,
    }

    fn field(error: Error) -> String {
        match error {
            Error::NotUnderstood { field, .. } => field,
            Error::Refused(refusal) => refusal.field().unwrap_or_default().to_owned(),
            error => panic!("{error}"),
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = |body: &str| field(object::<Said>(body.as_bytes()).expect_err(body));
        assert_eq!(wrong("{\"too\": 1}"), "too");
        assert_eq!(wrong("{\"to\": 1, \"to\": 2}"), "to");
        for body in ["[\"maya\"]", "maya", "{\"to\":", "{\"to\": \"\u{0}\"}", "\u{feff}{}", "null"]
        {
            assert_eq!(wrong(body), "body", "{body}");
        }
        let deep = format!("{{\"to\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        assert_eq!(wrong(&deep), "body");
        assert_eq!(field(text("to", serde_json::json!(5)).expect_err("a number")), "to");
        assert_eq!(field(needed("to", Value::Null).expect_err("nothing")), "to");
    }

    #[test]
    fn nothing_is_an_object_without_members() {
        assert!(object::<Said>(b" \n").is_ok_and(|said| said.to.is_null()));
    }

    #[test]
    fn the_same_request_under_the_same_key_keeps_its_name() {
        let key = |body: &[u8]| once_key("shop", "1", &Method::POST, "/api/v1/leads", body);
        assert_eq!(submission_id(Some(&key(b"{}"))), submission_id(Some(&key(b"{}"))));
        assert_ne!(submission_id(Some(&key(b"{}"))), submission_id(Some(&key(b"{ }"))));
        assert_ne!(key(b"").request_hash, key(b"{}").request_hash);
    }
}
