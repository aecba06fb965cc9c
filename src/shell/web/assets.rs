//! Style sheet, scripts and icons, carried inside the binary.
//!
//! The URL of a file names the version of all of them, so that a browser keeps it for ever and an
//! upgrade is seen at once.

use super::signed::hex;
use crate::shell::error::Error;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "web/"]
struct Files;

/// A fingerprint of all files together.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut all = Sha256::new();
    for path in Files::iter() {
        all.update(path.as_bytes());
        all.update(Files::get(&path).map(|file| file.metadata.sha256_hash()).unwrap_or_default());
    }
    hex(&all.finalize()[..6])
});

/// The URL of a file in `web/`, such as `css/leadstead.css`.
pub fn url(path: &str) -> String {
    format!("/static/{}/{path}", *VERSION)
}

/// The bytes of a file in `web/`.
pub fn bytes(path: &str) -> Option<Cow<'static, [u8]>> {
    Files::get(path).map(|file| file.data)
}

/// `GET /static/{version}/{path}`
pub async fn show(
    Path((version, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let file = Files::get(&path).ok_or(Error::NotFound)?;
    let tag = format!("\"{}\"", hex(&file.metadata.sha256_hash()[..12]));
    let kept = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let about = [(CACHE_CONTROL, kept.to_owned()), (ETAG, tag.clone())];
    if headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, about).into_response());
    }
    let kind = [(CONTENT_TYPE, kind(&path))];
    Ok((about, kind, file.data.into_owned()).into_response())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_a_kind_a_browser_understands() {
        for path in Files::iter() {
            assert_ne!(kind(&path), "application/octet-stream", "{path}");
        }
    }

    #[test]
    fn a_url_names_the_version_of_all_files() {
        assert!(url("css/leadstead.css").starts_with("/static/"));
        assert_eq!(url("css/leadstead.css"), url("css/leadstead.css"));
    }
}
