//! The domain behind an address, and whose it is.

/// The domain of an e-mail address or of a website, without `www.`; `None` if there is none.
pub fn domain_of(address: &str) -> Option<&str> {
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = address.rsplit_once('@').map_or(address, |(_, host)| host);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default().trim();
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then_some(host)
}

/// Whether a domain is this one or lies beneath it, without regard to case.
pub fn is_of_domain(host: &str, domain: &str) -> bool {
    let domain = domain.trim_start_matches("www.");
    let Some(above) = host.len().checked_sub(domain.len()) else { return false };
    let same = host.get(above..).is_some_and(|end| end.eq_ignore_ascii_case(domain));
    !domain.is_empty() && same && (above == 0 || host.as_bytes()[above - 1] == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_found_in_an_address_and_in_a_website() {
        assert_eq!(domain_of("ines@mail.roth.example"), Some("mail.roth.example"));
        assert_eq!(domain_of("https://www.roth.example/about?x=1"), Some("roth.example"));
        assert_eq!(domain_of("roth.example:8080"), Some("roth.example"));
        assert_eq!(domain_of("ines"), None);
        assert_eq!(domain_of(""), None);
    }

    #[test]
    fn a_branch_belongs_to_its_firm_and_a_like_name_does_not() {
        assert!(is_of_domain("mail.Roth.example", "roth.example"));
        assert!(is_of_domain("roth.example", "www.roth.example"));
        assert!(!is_of_domain("broth.example", "roth.example"));
        assert!(!is_of_domain("roth.example", ""));
        assert!(!is_of_domain("é.example", "xé.example"));
    }
}
