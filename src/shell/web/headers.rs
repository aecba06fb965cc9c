//! What every answer tells the browser: run nothing but our own files, and tell nobody where you were.
//! And what a request says of itself.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

/// Nothing inline, nothing from elsewhere, shown in nobody's frame.
const POLICY: &str = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; \
                      base-uri 'none'; object-src 'none'";

/// The same for a page that any site may show in a frame.
pub const FRAMED: &str = "default-src 'self'; frame-ancestors *; form-action 'self'; \
                          base-uri 'none'; object-src 'none'";

/// Said where the answer itself has not said otherwise.
const ALWAYS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "private, no-cache"),
];

/// Bytes of what a request says of itself that are kept.
const SAID_MAX: usize = 500;

/// What a request says under a name, cut where it is long; nothing where it says nothing.
pub fn text_of(headers: &HeaderMap, name: HeaderName) -> &str {
    let text = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.get(..SAID_MAX).unwrap_or(text)
}

/// By which name and port a house was asked for; empty where that is not said.
pub fn host_of(headers: &HeaderMap) -> &str {
    headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

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
