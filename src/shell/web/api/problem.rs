//! How every no looks to a program: RFC 9457, with a sentence and the field it is about.

use serde::Serialize;
use utoipa::ToSchema;

/// A polite no, or a fault of ours. `application/problem+json`
#[derive(Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    pub r#type: &'static str,
    /// The kind of problem in a few words.
    pub title: String,
    pub status: u16,
    /// What is wrong and what to do, in a sentence for a person.
    pub detail: String,
    /// The field, parameter or header it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// All that is asked for, where it is more than one field; `email|phone` asks for either.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
}
