//! Whose a domain is.

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
    fn a_branch_belongs_to_its_firm_and_a_like_name_does_not() {
        assert!(is_of_domain("mail.Roth.example", "roth.example"));
        assert!(is_of_domain("roth.example", "www.roth.example"));
        assert!(!is_of_domain("broth.example", "roth.example"));
        assert!(!is_of_domain("roth.example", ""));
        assert!(!is_of_domain("é.example", "xé.example"));
    }
}
