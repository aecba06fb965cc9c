//! What a form brought, and what was wrong with it.

use crate::language::Words;
use crate::lead::profile::{one_line, visible};
use crate::lead::{LeadId, TeammateId};
use crate::shell::desk::OnceKey;
use crate::shell::error::Error;
use crate::shell::web::Web;
use crate::shell::web::errors::said;
use axum::RequestExt;
use axum::extract::{Form, FromRequest, Request};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The name of the field by which a page that is sent twice is known.
pub const ONCE: &str = "once";

/// The values of a posted form, by name; what is sent twice counts as sent last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sent(BTreeMap<String, String>);

/// What was wrong: the field, where it is one, and the sentence beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    pub field: String,
    pub sentence: String,
}

impl Sent {
    /// A value as it was typed; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A value without the blanks around it.
    pub fn trimmed(&self, name: &str) -> &str {
        self.get(name).trim()
    }

    /// A value that stands in one line, without what cannot be seen.
    pub fn line(&self, name: &str) -> String {
        let value = self.get(name);
        one_line(value, value.len())
    }

    /// Whether a box was ticked.
    pub fn is_on(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// A number, if it is one.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.trimmed(name).parse().ok()
    }

    /// The same with another value under a name.
    pub fn with(mut self, name: &str, value: String) -> Sent {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// Every name with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The key under which the same form, sent twice from one page, is carried out once.
    pub fn once(&self, teammate: &TeammateId, what: &str, id: LeadId) -> Option<OnceKey> {
        self.0.get(ONCE)?;
        let mut hash = Sha256::new();
        for part in [what, &id.to_string()].into_iter().chain(self.iter().flat_map(<[_; 2]>::from))
        {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let key_hash = hash.finalize().to_vec();
        Some(OnceKey {
            token: format!("page:{teammate}"),
            request_hash: key_hash.clone(),
            key_hash,
        })
    }
}

impl FromIterator<(String, String)> for Sent {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Sent {
        Sent(pairs.into_iter().collect())
    }
}

impl FromRequest<Web> for Sent {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, _: &Web) -> Result<Sent, Self::Rejection> {
        let pairs: Result<Form<Vec<(String, String)>>, _> = request.extract().await;
        match pairs {
            Ok(Form(pairs)) => Ok(pairs.into_iter().map(seen).collect()),
            Err(rejection) => Err(axum::response::IntoResponse::into_response(rejection)),
        }
    }
}

/// What somebody saw when they typed it: a line loses its hidden marks, which turn a sentence round
/// wherever a name stands in it. A text of several lines may need them, and a secret is nobody's name.
fn seen((name, value): (String, String)) -> (String, String) {
    let is_line = !value.contains('\n') && !name.contains("password");
    let value = if is_line { visible(&value) } else { value };
    (name, value)
}

impl Wrong {
    /// Something wrong with a field.
    pub fn with(field: &str, sentence: impl Into<String>) -> Wrong {
        Wrong { field: field.to_owned(), sentence: sentence.into() }
    }

    /// The field and the sentence of a refusal; of any other error its sentence alone.
    pub fn of(error: &Error, words: Words) -> Wrong {
        match error {
            Error::Refused(refusal) => {
                Wrong::with(refusal.field().unwrap_or_default(), refusal.say(words))
            }
            error => Wrong::with("", said(error, words)),
        }
    }
}

/// Every sentence of what was wrong, each leading to its field.
pub fn all_wrong(all: &[Wrong]) -> Markup {
    html! {
        @for (nth, wrong) in all.iter().enumerate() {
            @if nth > 0 { " " }
            @if wrong.field.is_empty() { (wrong.sentence) } @else {
                a href={ "#f-" (wrong.field) } { (wrong.sentence) }
            }
        }
    }
}

/// The field that makes a form count once.
pub fn once_field(once: Uuid) -> Markup {
    html! { input type="hidden" name=(ONCE) value=(once); }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        pairs.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
    }

    #[test]
    fn a_form_counts_once_as_long_as_nothing_in_it_changes() {
        let key = |text: &str, what: &str| {
            let form = sent(&[("once", "1"), ("text", text)]);
            form.once(&"maya".to_owned(), what, LeadId(7)).map(|once| once.key_hash)
        };
        assert_eq!(key("Called", "call"), key("Called", "call"));
        assert_ne!(key("Called", "call"), key("Called again", "call"));
        assert_ne!(key("Called", "call"), key("Called", "note"));
        assert_eq!(sent(&[]).once(&"maya".to_owned(), "call", LeadId(7)), None);
    }
}
