//! A posted form, or the query of a URL: `name=Ana&message=Hi+there`.

use crate::capture::fields::Fields;
use encoding_rs::WINDOWS_1252;

/// Reads names and values; of a page older than UTF-8 they are read as its browser wrote them.
pub(in crate::capture) fn read(body: &[u8], fields: &mut Fields) {
    for pair in body.split(|byte| *byte == b'&') {
        if fields.is_full() {
            return;
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let (name, value) = (halves.next().unwrap_or(b""), halves.next().unwrap_or(b""));
        fields.push(&decoded(name), &decoded(value));
    }
}

fn decoded(text: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let escaped = if *first == b'%' { after.get(..2).and_then(escape) } else { None };
        bytes.push(match (first, escaped) {
            (_, Some(byte)) => byte,
            (b'+', None) => b' ',
            (byte, None) => *byte,
        });
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|error| of_old(error.as_bytes()))
}

/// Bytes that are no UTF-8: Windows-1252, unless other letters of theirs are UTF-8.
fn of_old(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if text.chars().any(|letter| !letter.is_ascii() && letter != char::REPLACEMENT_CHARACTER) {
        return text.into_owned();
    }
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

fn escape(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn escapes_are_undone_and_broken_ones_stay() {
        assert_eq!(decoded(b"Gr%C3%B6%c3%9fe+XL"), "Größe XL");
        assert_eq!(decoded(b"100%"), "100%");
        assert_eq!(decoded(b"50%zz%4"), "50%zz%4");
    }

    #[test]
    fn an_old_page_does_not_garble_names() {
        assert_eq!(decoded(b"J%FCrgen+Gro\xdf"), "Jürgen Groß");
        assert_eq!(decoded(b"12+%80"), "12 €");
    }

    #[test]
    fn bytes_that_are_no_text_do_not_cost_the_rest() {
        assert_eq!(decoded(b"Jos%C3%A9 \xff Silva"), "José \u{fffd} Silva");
    }
}
