//! Keys made from the names people give to things.

use super::check::KEY_CHARS_MAX;

/// A key made from a name: `Ärzte & Praxen` becomes `arzte-praxen`; at most `most` characters, and
/// empty where the name has neither letter nor digit.
pub fn key_from(name: &str, most: usize) -> String {
    let most = most.min(KEY_CHARS_MAX);
    let mut key = String::new();
    // No name needs more signs than a few to each that is kept.
    let plain = name.chars().take(4 * most).filter_map(deunicode::deunicode_char);
    for sign in plain.flat_map(str::chars) {
        match sign.to_ascii_lowercase() {
            sign if sign.is_ascii_alphanumeric() => key.push(sign),
            _ if key.is_empty() || key.ends_with('-') => {}
            _ => key.push('-'),
        }
    }
    key.truncate(most);
    key.truncate(key.trim_end_matches('-').len());
    key
}

#[cfg(test)]
mod tests {
    use super::key_from;

    #[test]
    fn a_key_is_what_can_be_read_of_a_name() {
        assert_eq!(key_from("Referrals, this quarter!", 40), "referrals-this-quarter");
        assert_eq!(key_from("Ärzte & Praxen", 40), "arzte-praxen");
        assert_eq!(key_from("Ärzte & Praxen", 6), "arzte");
        assert_eq!(key_from(" …!", 40), "");
        assert_eq!(key_from(&"a".repeat(10_000), 40).len(), 40);
    }
}
