//! What every answer tells the browser: run nothing but our own files, and tell nobody where you were.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

/// Nothing inline, nothing from elsewhere, shown in nobody's frame.
const POLICY: &str = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; \
                      base-uri 'none'; object-src 'none'";

/// Said where the answer itself has not said otherwise.
const ALWAYS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "private, no-cache"),
];

/// Adds what is always said.
pub async fn added(mut response: Response) -> Response {
    add(response.headers_mut());
    response
}

fn add(headers: &mut HeaderMap) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
