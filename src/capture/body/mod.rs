//! The shapes a body can have: a posted form, a form with parts, JSON, or plain words.
//!
//! What a body says it is counts less than what it is: scripts post JSON as a form all day long.
//! Words that cannot be read as anything else are the message, so that a person sees them.

pub(super) mod json;
mod multipart;
pub(super) mod urlencoded;

use super::Received;
use super::fields::Fields;

/// The name given to a body that is nothing but words.
const MESSAGE: &str = "message";

/// Reads a body of any shape into flat fields.
pub(super) fn fields(received: &Received) -> Fields {
    let body = received.body.trim_ascii();
    let mut fields = Fields::default();
    if let Some(boundary) = multipart::boundary(received.content_type) {
        multipart::read(received.body, boundary, &mut fields);
    } else if matches!(body.first(), Some(b'{' | b'[')) && json::read(body, &mut fields) {
        // All of it was said in JSON.
    } else if is_form(received.content_type, body) {
        urlencoded::read(body, &mut fields);
    } else {
        fields.push(MESSAGE, &String::from_utf8_lossy(body));
    }
    fields
}

fn is_form(content_type: &str, body: &[u8]) -> bool {
    let words = ["text/plain", "json"].iter().any(|kind| content_type.contains(kind));
    !words && body.contains(&b'=') && !matches!(body.first(), Some(b'{' | b'['))
}

#[cfg(test)]
mod tests {
    use crate::capture::example::{received, website};

    fn read(content_type: &str, body: &[u8]) -> Vec<String> {
        let source = website();
        let fields = super::fields(&received(&source, content_type, body));
        fields.iter().map(|(name, value)| format!("{name}: {value}")).collect()
    }

    const FORM: &str = "application/x-www-form-urlencoded";

    #[test]
    fn a_body_is_what_it_is_whatever_it_says() {
        assert_eq!(read(FORM, b"name=Ana&message=Hi+there"), ["name: Ana", "message: Hi there"]);
        assert_eq!(read(FORM, b" {\"name\":\"Ana\"}"), ["name: Ana"]);
        assert_eq!(read("", b"name=Ana"), ["name: Ana"]);
    }

    #[test]
    fn plain_words_are_the_message() {
        assert_eq!(read("text/plain", b"1 + 1 = 2"), ["message: 1 + 1 = 2"]);
        assert_eq!(read(FORM, b"Please call me"), ["message: Please call me"]);
    }

    #[test]
    fn json_that_breaks_off_is_shown_to_a_person() {
        let broken = b"{\"email\":\"ana@example.com\",\"mess";
        assert_eq!(read("application/json", broken)[0].split(':').next(), Some("message"));
        assert_eq!(read(FORM, b"{\"email=1").len(), 1);
    }

    #[test]
    fn nothing_is_nothing() {
        assert!(read("application/json", b"").is_empty());
        assert!(read("", b" \r\n ").is_empty());
        assert!(read("multipart/form-data; boundary=x", b"").is_empty());
    }
}
