//! A letter as it goes over the wire: headers, and a body of plain text.

use super::{CarryFault, Mail};
use crate::shell::config::Smtp;
use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, SinglePart};
use lettre::{Address, Message};

/// The longest name in an address header, in characters.
const LONGEST_NAME: usize = 100;
/// The longest value of any other header, in characters; RFC 5322 allows lines of 998.
const LONGEST_VALUE: usize = 900;

/// What is said to the mail server about one letter.
pub(super) struct Letter {
    pub from: Address,
    pub to: Address,
    pub bytes: Vec<u8>,
}

/// Puts a letter together.
pub(super) fn compose(mail: &Mail, smtp: &Smtp) -> Result<Letter, CarryFault> {
    let to = address(&mail.to)
        .ok_or_else(|| CarryFault::of_the_address("What we have is not an e-mail address."))?;
    let from = address(smtp.from.as_ref()).unwrap_or_else(|| smtp.from.clone());
    let message_id = format!("<{}@{}>", clean(&mail.message_id, LONGEST_NAME), from.domain());
    let from_name = smtp.from_name.as_deref().unwrap_or(&mail.from_name);
    let envelope = Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(unwritable)?;
    let builder = Message::builder()
        .envelope(envelope)
        .from(mailbox(from_name, from.clone()))
        .to(mailbox(&mail.to_name, to.clone()))
        .subject(clean(&mail.subject, LONGEST_VALUE))
        .message_id(Some(message_id));
    let body = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(mail.body.clone());
    let message = with_headers(builder, mail)?.singlepart(body).map_err(unwritable)?;
    Ok(Letter { from, to, bytes: message.formatted() })
}

fn with_headers(mut builder: MessageBuilder, mail: &Mail) -> Result<MessageBuilder, CarryFault> {
    if mail.automatic {
        // Holiday replies are not answered to letters that say so (RFC 3834).
        builder = header(builder, "Auto-Submitted", "auto-generated")?;
    }
    if let Some(answers) = mail.reply_to.as_deref().and_then(address) {
        builder = builder.reply_to(mailbox("", answers));
    }
    if let Some(url) = &mail.unsubscribe_url {
        builder = unsubscribe(builder, url)?;
    }
    for (name, value) in &mail.headers {
        builder = header(builder, name, value)?;
    }
    Ok(builder)
}

/// The two headers of one-click unsubscribing (RFC 8058).
///
/// The URL is written as it is: a mail program does not look for one in an encoded header, so a
/// URL that would need encoding is a fault of ours and must not go out unnoticed.
fn unsubscribe(builder: MessageBuilder, url: &str) -> Result<MessageBuilder, CarryFault> {
    let plain = |c: char| c.is_ascii_graphic() && !"<>,\"".contains(c);
    if url.len() > LONGEST_VALUE || !url.chars().all(plain) {
        return Err(unwritable("the unsubscribe link is not a plain URL"));
    }
    let name = HeaderName::new_from_ascii_str("List-Unsubscribe");
    let value = format!("<{url}>");
    let builder =
        builder.raw_header(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
    header(builder, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
}

fn header(builder: MessageBuilder, name: &str, value: &str) -> Result<MessageBuilder, CarryFault> {
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    match HeaderName::new_from_ascii(name.to_owned()) {
        Ok(name) if is_name => {
            Ok(builder.raw_header(HeaderValue::new(name, clean(value, LONGEST_VALUE))))
        }
        Ok(_) | Err(_) => Err(unwritable("a header has a name that is none")),
    }
}

fn mailbox(name: &str, address: Address) -> Mailbox {
    let name = clean(name, LONGEST_NAME);
    Mailbox::new((!name.is_empty()).then_some(name), address)
}

/// An address that can be written to; its domain in the letters of the wire.
fn address(text: &str) -> Option<Address> {
    let (user, domain) = text.trim().rsplit_once('@')?;
    let domain = idna::domain_to_ascii(domain).ok()?;
    Address::new(user, domain).ok()
}

/// A value fit for one line of a header.
fn clean(text: &str, most: usize) -> String {
    let line: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(most).collect();
    line.trim().to_owned()
}

/// A letter we cannot write down. Another try may find a corrected template or setting.
fn unwritable(why: impl std::fmt::Display) -> CarryFault {
    CarryFault::temporary(format!("The letter could not be put together: {why}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Setback;
    use crate::shell::config::Config;

    fn smtp(more: &str) -> Smtp {
        let text = format!("[smtp]\nhost = \"localhost\"\nfrom = \"hello@example.com\"\n{more}");
        Config::parse(&text).expect("the settings are right").smtp.expect("there is a mail server")
    }

    fn mail() -> Mail {
        Mail {
            to: "maya@example.org".to_owned(),
            to_name: "Maya Lindqvist".to_owned(),
            from_name: "Northside Heating".to_owned(),
            subject: "Your enquiry".to_owned(),
            body: "Hello Maya,\n\nthank you.\n".to_owned(),
            message_id: "7.01".to_owned(),
            automatic: true,
            ..Mail::default()
        }
    }

    fn written(mail: &Mail) -> String {
        let Ok(letter) = compose(mail, &smtp("")) else { panic!("the letter can be written") };
        String::from_utf8(letter.bytes).expect("a letter is ASCII")
    }

    /// The headers, with folded lines put together.
    fn headers(mail: &Mail) -> Vec<String> {
        let text = written(mail).replace("\r\n ", " ");
        text.split("\r\n").take_while(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn a_letter_says_who_what_and_that_a_machine_wrote_it() {
        let headers = headers(&mail());
        for expected in [
            "From: \"Northside Heating\" <hello@example.com>",
            "To: \"Maya Lindqvist\" <maya@example.org>",
            "Subject: Your enquiry",
            "Message-ID: <7.01@example.com>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ] {
            assert!(headers.iter().any(|line| line == expected), "{expected}\n{headers:#?}");
        }
        assert!(!headers.iter().any(|line| line.starts_with("List-Unsubscribe")), "{headers:#?}");
    }

    #[test]
    fn the_words_of_a_person_are_not_called_those_of_a_machine() {
        let headers = headers(&Mail { automatic: false, ..mail() });
        assert!(!headers.iter().any(|line| line.starts_with("Auto-Submitted")), "{headers:#?}");
    }

    #[test]
    fn one_click_unsubscribes_and_its_link_is_neither_encoded_nor_folded() {
        let url = format!("https://www.example.com/u/{}", "x".repeat(400));
        let headers = headers(&Mail { unsubscribe_url: Some(url.clone()), ..mail() });
        assert!(headers.contains(&format!("List-Unsubscribe: <{url}>")), "{headers:#?}");
        let post = "List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned();
        assert!(headers.contains(&post), "{headers:#?}");
    }

    #[test]
    fn nothing_a_visitor_types_adds_a_header_or_a_recipient() {
        let evil = "x\r\nBcc: all@example.net\r\n\r\nbuy".to_owned();
        for mail in [
            Mail { to_name: evil.clone(), ..mail() },
            Mail { from_name: evil.clone(), ..mail() },
            Mail { subject: evil.clone(), ..mail() },
            Mail { message_id: evil.clone(), ..mail() },
            Mail { reply_to: Some(evil.clone()), ..mail() },
            Mail { headers: vec![("In-Reply-To", evil.clone())], ..mail() },
        ] {
            let lines = headers(&mail);
            assert!(!lines.iter().any(|line| line.starts_with("Bcc")), "{lines:#?}");
            let text = written(&mail);
            assert!(text.contains("\r\n\r\nHello Maya,\r\n\r\nthank you.\r\n"), "{text}");
        }
    }

    #[test]
    fn an_address_that_is_none_is_given_up() {
        for to in ["", "maya", "a@b@c", "a b@example.org", "a@example.org>\r\nRCPT TO:<b@c.de"] {
            let fault = compose(&Mail { to: to.to_owned(), ..mail() }, &smtp("")).err();
            assert!(fault.is_some_and(|fault| fault.setback == Setback::OfTheAddress), "{to}");
        }
    }

    #[test]
    fn a_link_that_would_break_its_header_does_not_go_out() {
        for url in ["https://example.com/u/a b", "https://example.com/>\r\nBcc: x@example.net"] {
            let mail = Mail { unsubscribe_url: Some(url.to_owned()), ..mail() };
            let fault = compose(&mail, &smtp("")).err().expect("the link is refused");
            assert_eq!(fault.setback, Setback::ForNow);
            assert!(fault.sentence.contains("unsubscribe link"), "{fault:?}");
        }
    }

    #[test]
    fn names_and_words_of_any_language_travel() {
        let mail = Mail {
            to: "info@bücher.example".to_owned(),
            to_name: "Jörg \"Jo\" Müller, GmbH".to_owned(),
            subject: "Grüße – 見積もり".to_owned(),
            body: "Schöne Grüße\n.\nEnde".to_owned(),
            ..mail()
        };
        let text = written(&mail);
        assert!(text.contains("@xn--bcher-kva.example"), "{text}");
        assert!(text.contains("Sch=C3=B6ne Gr=C3=BC=C3=9Fe\r\n.\r\nEnde"), "{text}");
        assert!(text.is_ascii());
    }

    #[test]
    fn any_name_may_be_the_one_a_letter_comes_from() {
        for name in ["Müller & Söhne", "a, b; c", "\"", "<x@y.z>", "(", "\\", "Ünï <x>", "@", ""]
        {
            let mail = Mail { from_name: name.to_owned(), ..mail() };
            assert!(compose(&mail, &smtp("")).is_ok(), "{name}");
        }
    }

    #[test]
    fn the_message_id_has_the_domain_the_letter_comes_from() {
        let mut smtp = smtp("");
        smtp.from = Address::new("hello", "bücher.example").expect("an address");
        let Ok(letter) = compose(&mail(), &smtp) else { panic!("the letter can be written") };
        let text = String::from_utf8_lossy(&letter.bytes).into_owned();
        assert!(text.contains("Message-ID: <7.01@xn--bcher-kva.example>"), "{text}");
    }

    #[test]
    fn the_name_in_the_settings_wins() {
        let smtp = smtp("from_name = \"The Shop\"");
        let Ok(letter) = compose(&mail(), &smtp) else { panic!("the letter can be written") };
        let text = String::from_utf8_lossy(&letter.bytes).into_owned();
        assert!(text.contains("From: \"The Shop\" <hello@example.com>"), "{text}");
    }
}
