//! Keys made from the names people give to things.

use super::check::KEY_CHARS_MAX;

/// Characters of a key before a number may have to stand behind it.
const UNNUMBERED_MAX: usize = 40;

/// A key made from a name: with `-` between words `Ärzte & Praxen` becomes `arzte-praxen`; at most
/// `most` characters, and empty where the name has neither letter nor digit.
pub fn key_from(name: &str, most: usize, between: char) -> String {
    let most = most.min(KEY_CHARS_MAX);
    let mut key = String::new();
    // No name needs more signs than a few to each that is kept.
    let plain = name.chars().take(4 * most).filter_map(deunicode::deunicode_char);
    for sign in plain.flat_map(str::chars) {
        match sign.to_ascii_lowercase() {
            sign if sign.is_ascii_alphanumeric() => key.push(sign),
            _ if key.is_empty() || key.ends_with(between) => {}
            _ => key.push(between),
        }
    }
    key.truncate(most);
    key.truncate(key.trim_end_matches(between).len());
    key
}

/// A key that nothing has yet: as it is, else with a number behind it.
pub fn free_key(base: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let base: String = base.chars().take(UNNUMBERED_MAX).collect();
    let numbered = (2..).map(|number| format!("{base}{number}"));
    let mut keys = std::iter::once(base.clone()).chain(numbered);
    keys.find(|key| !is_taken(key)).expect("numbers do not run out before keys do")
}

#[cfg(test)]
mod tests {
    use super::{free_key, key_from};

    #[test]
    fn a_key_is_what_can_be_read_of_a_name() {
        let key = |name: &str, most| key_from(name, most, '-');
        assert_eq!(key("Referrals, this quarter!", 40), "referrals-this-quarter");
        assert_eq!(key("Ärzte & Praxen", 40), "arzte-praxen");
        assert_eq!(key("Ärzte & Praxen", 6), "arzte");
        assert_eq!(key(" …!", 40), "");
        assert_eq!(key(&"a".repeat(10_000), 40).len(), 40);
        assert_eq!(key_from("Ärzte & Praxen", 40, '_'), "arzte_praxen");
    }

    #[test]
    fn a_key_that_is_taken_gets_a_number() {
        assert_eq!(free_key("roof", |key| key.is_empty()), "roof");
        assert_eq!(free_key("roof", |key| ["roof", "roof2"].contains(&key)), "roof3");
    }
}
