//! Which traces are signs of interest, and which only show that somebody was there.

use crate::lead::Sign;
use crate::playbook::Engagement;

/// Whether a sign shows interest of any kind.
///
/// A visit counts only on a page that tells something: a home page is where everybody lands.
pub fn shows_interest(sign: &Sign, engagement: &Engagement) -> bool {
    match sign {
        Sign::Visited(page) => {
            is_under(page, &engagement.price_pages) || is_under(page, &engagement.case_pages)
        }
        Sign::Stayed(seconds) => *seconds >= STAY_SECONDS_MIN,
        Sign::Asked(_)
        | Sign::Downloaded(_)
        | Sign::AttendedWebinar
        | Sign::Opened
        | Sign::Clicked
        | Sign::Replied
        | Sign::Talked
        | Sign::MetInPerson
        | Sign::UsedProduct => true,
    }
}

/// How long a visit must last to mean something.
pub const STAY_SECONDS_MIN: u32 = 120;

/// Whether a page lies at or beneath one of these paths, behind a language such as `/de` or not.
pub fn is_under(page: &str, paths: &[String]) -> bool {
    let path = path_of(page);
    let bare = beyond_language(path);
    let has_language = bare.len() < path.len();
    paths.iter().any(|under| begins(bare, under) || has_language && begins(path, under))
}

/// The path of a page, which may have been told with its host.
fn path_of(page: &str) -> &str {
    match page.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => page,
    }
}

/// `/de/preise` and `/en-gb/prices` without the language.
fn beyond_language(path: &str) -> &str {
    let Some(rest) = path.strip_prefix('/') else { return path };
    let Some(end) = rest.find('/') else { return path };
    let language = &rest[..end];
    let short = language.split(['-', '_']).all(|part| part.len() == 2 && part.is_ascii());
    if short && language.len() <= 5 { &rest[end..] } else { path }
}

/// Whether a path is this one, lies beneath it, or is it with something behind.
fn begins(path: &str, under: &str) -> bool {
    let under = under.trim_end_matches('/');
    let begins = path.get(..under.len()).is_some_and(|start| start.eq_ignore_ascii_case(under));
    let ends = path.get(under.len()..).and_then(|rest| rest.chars().next());
    !under.is_empty() && begins && ends.is_none_or(|next| !next.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(page: &str) -> bool {
        is_under(page, &["/prices".to_owned(), "/preise/".to_owned()])
    }

    #[test]
    fn a_page_is_known_with_its_host_its_language_and_what_follows() {
        for page in [
            "/prices",
            "/Prices/",
            "/prices?plan=2",
            "/prices/large",
            "/prices.html",
            "/de/preise",
            "/en-gb/prices",
            "https://roth.example/prices#team",
        ] {
            assert!(shows(page), "{page}");
        }
    }

    #[test]
    fn other_pages_are_not() {
        for page in [
            "/",
            "",
            "/pricesless",
            "/blog/prices",
            "https://roth.example",
            "/blog/é/prices/ü",
            "/é",
        ] {
            assert!(!shows(page), "{page}");
        }
    }
}
