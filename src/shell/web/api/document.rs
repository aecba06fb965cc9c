//! The API described in OpenAPI 3.1. A test draws it from the handlers, see `drawn`, and the binary
//! carries what was drawn.

#[cfg(test)]
mod drawn;

use crate::shell::web::assets;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use std::borrow::Cow;

/// The document as JSON.
pub fn written() -> Cow<'static, [u8]> {
    assets::bytes("openapi.json").unwrap_or_default()
}

/// `GET /api/v1/openapi.json`
pub async fn show() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], written())
}
