//! A posted form, or the query of a URL: `name=Ana&message=Hi+there`.

use crate::capture::fields::Fields;

/// Reads names and values; bytes that are no UTF-8 are read as far as they go.
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
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
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
    fn bytes_that_are_no_text_do_not_cost_the_rest() {
        assert_eq!(decoded(b"Jos%E9 \xff Silva"), "Jos\u{fffd} \u{fffd} Silva");
    }
}
