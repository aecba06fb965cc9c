//! The API described in OpenAPI 3.1. A test draws it from the handlers, see `drawn`, and the binary
//! carries what was drawn.

#[cfg(test)]
mod drawn;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use include_flate::flate;

flate!(static WRITTEN: [u8] from "src/shell/web/api/document/openapi.json" with deflate);

/// The document as JSON.
pub fn written() -> &'static [u8] {
    &WRITTEN
}

/// `GET /api/v1/openapi.json`
pub async fn show() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], written())
}
