//! Words made comparable: what a stranger calls a field, brought to one spelling.

use crate::playbook::key_from;
use std::borrow::Cow;

/// Characters a key made from a stranger's name may have.
const SLUG_MAX: usize = 60;

/// The text in small letters without accents, so that `Größe` is found as `grosse`.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    let plain = deunicode::deunicode_with_tofu_cow(text, "");
    if plain.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(plain.to_ascii_lowercase())
    } else {
        plain
    }
}

/// Letters and digits only: `First-Name`, `firstName` and `first_name` are all `firstname`.
pub(super) fn squeeze(text: &str) -> String {
    let mut name = String::with_capacity(text.len().min(SLUG_MAX));
    name.extend(letters(text).map(char::from));
    name
}

/// Whether a text squeezes to a name; made for asking often, so it stops at the first difference.
pub(super) fn reads_as(text: &str, squeezed: &str) -> bool {
    if text.is_ascii() {
        let letters = text.bytes().take(SLUG_MAX).filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| letter.to_ascii_lowercase()).eq(squeezed.bytes());
    }
    letters(text).eq(squeezed.bytes())
}

fn letters(text: &str) -> impl Iterator<Item = u8> {
    let plain = text.chars().take(SLUG_MAX).filter_map(deunicode::deunicode_char);
    let letters = plain.flat_map(str::bytes).filter(u8::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_lowercase())
}

/// A key made from a name: `How did you hear of us?` becomes `how_did_you_hear_of_us`.
///
/// A name without a letter or digit is `field`, so that its value still has a place.
pub fn slug(text: &str) -> String {
    let slug = key_from(cut(text, SLUG_MAX), SLUG_MAX, '_');
    if slug.is_empty() { "field".to_owned() } else { slug }
}

/// The first `max` characters.
pub(super) fn cut(text: &str, max: usize) -> &str {
    if text.len() <= max {
        return text;
    }
    text.char_indices().nth(max).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::{cut, reads_as, slug, squeeze};

    #[test]
    fn a_name_is_one_name_however_it_is_written() {
        for name in ["First Name", "first_name", "firstName", "FIRST-NAME", " First name * "] {
            assert_eq!(squeeze(name), "firstname");
            assert!(reads_as(name, "firstname"));
            assert!(!reads_as(name, "first") && !reads_as(name, "firstnames"));
        }
        assert_eq!(squeeze("Firmengröße"), "firmengrosse");
        assert_eq!(squeeze("Straße"), "strasse");
    }

    #[test]
    fn a_key_is_made_of_small_letters_and_single_dashes() {
        assert_eq!(slug("How did you hear of us?"), "how_did_you_hear_of_us");
        assert_eq!(slug("  Zustand / Größe (m²) "), "zustand_grosse_m2");
        assert_eq!(slug("<>"), "field");
        assert!(slug(&"Ä".repeat(500)).len() <= 60);
    }

    #[test]
    fn a_cut_falls_between_characters() {
        assert_eq!(cut("Größe", 3), "Grö");
        assert_eq!(cut("Grö", 3), "Grö");
        assert_eq!(cut("", 3), "");
    }
}
