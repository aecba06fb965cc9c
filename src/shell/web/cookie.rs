//! Cookies: read from what a browser sends, and written for it to keep.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// The value of a cookie, if the browser sent it.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim())
}

/// A cookie for a browser to keep.
#[derive(Clone, Copy, Debug)]
pub struct Cookie<'a> {
    pub name: &'a str,
    /// Letters, digits, `-` and `_` only.
    pub value: &'a str,
    /// Seconds to keep it; `None` until the browser closes, 0 to forget it.
    pub keep_seconds: Option<i64>,
    /// Whether scripts may read it.
    pub for_scripts: bool,
    /// Whether it travels over TLS only.
    pub secure: bool,
}

impl Cookie<'_> {
    /// The cookie as the value of `Set-Cookie`.
    pub fn header(&self) -> HeaderValue {
        let keep = self.keep_seconds.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
        let hidden = if self.for_scripts { "" } else { "; HttpOnly" };
        let secure = if self.secure { "; Secure" } else { "" };
        let Cookie { name, value, .. } = self;
        HeaderValue::from_str(&format!(
            "{name}={value}; Path=/; SameSite=Lax{keep}{hidden}{secure}"
        ))
        .expect("its value is letters and digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=1; theme=dark"));
        headers.append(COOKIE, HeaderValue::from_static("leadstead=abc"));
        assert_eq!(read(&headers, "theme"), Some("dark"));
        assert_eq!(read(&headers, "leadstead"), Some("abc"));
        assert_eq!(read(&headers, "them"), None);
    }

    #[test]
    fn a_session_is_hidden_from_scripts_and_other_sites() {
        let cookie = Cookie {
            name: "leadstead",
            value: "abc",
            keep_seconds: Some(60),
            for_scripts: false,
            secure: true,
        };
        assert_eq!(
            cookie.header(),
            "leadstead=abc; Path=/; SameSite=Lax; Max-Age=60; HttpOnly; Secure"
        );
    }
}
