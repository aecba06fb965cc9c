//! The way back to the page somebody came from.

use axum::http::HeaderMap;
use axum::http::header::REFERER;

/// The path of the page somebody came from; `/` where it cannot be told.
pub fn came_from(headers: &HeaderMap) -> String {
    let referrer = headers.get(REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = referrer.splitn(4, '/').nth(3).unwrap_or_default();
    local(&format!("/{path}")).unwrap_or("/").to_owned()
}

/// A path within this house, and nothing that leads out of it.
pub fn local(path: &str) -> Option<&str> {
    let leads_out = path.starts_with("//")
        || path.contains(['\\', '\r', '\n', '\t', '\0'])
        || !path.starts_with('/')
        || path.len() > 1024
        || !path.is_ascii();
    (!leads_out).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_of_the_house_is_not_followed() {
        for path in
            ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "", "/a\tb"]
        {
            assert_eq!(local(path), None, "{path}");
        }
        assert_eq!(local("/leads/7?tab=why"), Some("/leads/7?tab=why"));
    }

    #[test]
    fn one_comes_back_to_the_page_one_came_from() {
        let mut headers = HeaderMap::new();
        assert_eq!(came_from(&headers), "/");
        headers.insert(REFERER, "https://crm.example/leads/7?a=b".parse().expect("a header"));
        assert_eq!(came_from(&headers), "/leads/7?a=b");
        headers.insert(REFERER, "https://crm.example//evil.example".parse().expect("a header"));
        assert_eq!(came_from(&headers), "/");
    }
}
