//! What a mail server's no means: try again, give the letter up, or give the address up.
//!
//! Only a no to the address or to the letter can be for good, and only a no to the address says that
//! nobody reads there. A server that cannot be reached, refuses our log-in or does not trust us
//! today says nothing about the person we write to.

use super::{About, CarryFault};
use crate::command::Setback;
use lettre::transport::smtp::Error;
use rustls::{CertificateError as Certificate, Error as Tls};
use std::io;
use std::time::Duration;

/// As much of a server's remark as is kept, in characters.
const LONGEST_REMARK: usize = 160;

/// What is said where a connection is turned away before anybody speaks.
const NOBODY_THERE: &str =
    "The mail server could not be reached: nothing answers at that address and port.";

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Connecting,
    Securing,
    LoggingIn,
    NamingSender,
    NamingRecipient,
    HandingOver,
}

/// The fault of a step that failed.
pub(super) fn fault(step: Step, error: &Error) -> CarryFault {
    if let Some(code) = error.status() {
        let remark = std::error::Error::source(error).map(ToString::to_string);
        return refusal(step, code.into(), &remark.unwrap_or_default());
    }
    let network = network(error);
    if let Some(tls) = network.and_then(io::Error::get_ref).and_then(|why| why.downcast_ref()) {
        return insecure(tls);
    }
    let (about, sentence) = match (network.map(io::Error::kind), step) {
        (Some(io::ErrorKind::TimedOut), _) => {
            (About::Port, "The mail server did not answer in time.")
        }
        (Some(io::ErrorKind::ConnectionRefused), _) => (About::Port, NOBODY_THERE),
        (Some(io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable), _) => {
            (About::Server, "There is no way from this box to the mail server.")
        }
        (None, Step::Connecting) => {
            (About::Port, "What answers at that port does not speak as a mail server.")
        }
        (None, Step::Securing) if error.is_client() => {
            (About::Security, "The mail server offers no STARTTLS at that port.")
        }
        (None, Step::LoggingIn) if error.is_client() => {
            (About::LogIn, "The mail server takes no user and password at that port.")
        }
        _ => (
            About::Server,
            "The mail server broke the connection off before it had taken the letter.",
        ),
    };
    CarryFault::about(about, sentence)
}

/// What went wrong on the way, where that is what went wrong.
fn network(error: &Error) -> Option<&io::Error> {
    let mut causes =
        std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes.find_map(|cause| cause.downcast_ref())
}

/// The fault of a way that cannot be kept private.
fn insecure(error: &Tls) -> CarryFault {
    let (about, sentence) = match error {
        Tls::InvalidCertificate(Certificate::Expired | Certificate::ExpiredContext { .. }) => {
            (About::Security, "The certificate of the mail server has expired.")
        }
        Tls::InvalidCertificate(
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. },
        ) => (About::Server, "The certificate of the mail server is made out to another name."),
        Tls::InvalidCertificate(_) => (
            About::Security,
            "The certificate of the mail server comes from nobody whom this box trusts.",
        ),
        Tls::InvalidMessage(_) => {
            (About::Security, "The mail server does not begin with TLS at that port.")
        }
        _ => (About::Security, NO_TLS),
    };
    CarryFault::about(about, sentence)
}

/// What is said where both know TLS, and come to no terms.
const NO_TLS: &str = "The mail server and this box did not agree on TLS.";

/// The fault of a step that took too long.
pub(super) fn silence(waited: Duration) -> CarryFault {
    let seconds = waited.as_secs();
    let sentence = format!("The mail server did not answer within {seconds} s.");
    CarryFault::about(About::Port, sentence)
}

/// What a server's no means, by its code (RFC 5321) and its enhanced code (RFC 3463).
fn refusal(step: Step, code: u16, remark: &str) -> CarryFault {
    let setback = setback(step, code, enhanced(remark));
    let (about, why) = refused(step, code, setback, &remark.to_ascii_lowercase());
    let remark = without_addresses(remark);
    let space = if remark.is_empty() { "" } else { " " };
    let sentence = format!("{why} The server said: “{code}{space}{remark}”.");
    CarryFault { setback, sentence, about }
}

/// The words in which servers say that they pass on no letter of a stranger.
const NO_RELAY: [&str; 6] = [
    "relay access denied",
    "relaying denied",
    "relay denied",
    "relay not permitted",
    "unable to relay",
    "not permitted to relay",
];

/// What a no is a no to; a server tells by its words alone that it wants a log-in or another sender.
fn refused(step: Step, code: u16, setback: Setback, remark: &str) -> (About, &'static str) {
    match step {
        Step::NamingSender | Step::NamingRecipient
            if NO_RELAY.iter().any(|no| remark.contains(no)) =>
        {
            (
                About::LogIn,
                "The mail server passes no letters on for us; it may want a user and a password.",
            )
        }
        _ if code < 500 => (About::Server, "The mail server wants it tried again later."),
        Step::Connecting => (About::Server, "The mail server refused the connection."),
        Step::Securing => (About::Security, NO_TLS),
        Step::LoggingIn => (About::LogIn, "The mail server refused the user or the password."),
        _ if code == 530 => (About::LogIn, "The mail server wants a user and a password first."),
        Step::NamingSender => OUR_ADDRESS,
        Step::NamingRecipient if remark.contains("sender address") => OUR_ADDRESS,
        Step::NamingRecipient if setback == Setback::OfTheAddress => {
            (About::Server, "The mail server takes no letters for this address.")
        }
        Step::NamingRecipient | Step::HandingOver => {
            (About::Server, "The mail server refused the letter.")
        }
    }
}

/// What is said where we may not be who we say we are.
const OUR_ADDRESS: (About, &str) =
    (About::Sender, "The mail server takes no letters from our address.");

fn setback(step: Step, code: u16, enhanced: Option<(u8, u16, u16)>) -> Setback {
    if code < 500 || !is_for_good(code, enhanced) {
        return Setback::ForNow;
    }
    match (step, enhanced) {
        (Step::Connecting | Step::Securing | Step::LoggingIn | Step::NamingSender, _) => {
            Setback::ForNow
        }
        // A letter that is too long or of the wrong kind, whomever it is for.
        (Step::NamingRecipient, Some((_, 2, 3) | (_, 6, _))) => Setback::OfTheLetter,
        (Step::NamingRecipient, _) => Setback::OfTheAddress,
        // Some servers look for the mailbox only once they have the letter.
        (Step::HandingOver, Some((_, 1, _) | (_, 2, 1))) => Setback::OfTheAddress,
        (Step::HandingOver, _) => Setback::OfTheLetter,
    }
}

/// Whether a no of the 500s will be the same tomorrow. A full mailbox is emptied, a server mended,
/// and what is held against the sender or is a policy (5.7) is mostly about us: a domain that does
/// not resolve, a list we are on, a signature that is missing.
fn is_for_good(code: u16, enhanced: Option<(u8, u16, u16)>) -> bool {
    match enhanced {
        Some((class, ..)) if class != 5 => false,
        Some((_, 1, 7 | 8) | (_, 2, 2) | (_, 3 | 7, _)) => false,
        Some(_) => true,
        // Exceeded storage allocation.
        None => code != 552,
    }
}

/// The enhanced code a remark begins with: `5.1.1`.
fn enhanced(remark: &str) -> Option<(u8, u16, u16)> {
    let mut parts = remark.split_whitespace().next()?.split('.');
    let class = parts.next()?.parse().ok()?;
    let subject = parts.next()?.parse().ok()?;
    let detail = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some((class, subject, detail))
}

/// A server's remark in one short line that names nobody.
fn without_addresses(remark: &str) -> String {
    let words = remark.split(|c: char| c.is_whitespace() || c.is_control());
    let words = words.filter(|word| !word.is_empty());
    let line: Vec<&str> =
        words.map(|word| if word.contains('@') { "(address)" } else { word }).collect();
    line.join(" ").chars().take(LONGEST_REMARK).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, Words};
    use crate::lead::words::cause;

    #[test]
    fn only_a_lasting_no_is_for_good_and_only_one_to_the_address_is_about_the_address() {
        use Setback::{ForNow, OfTheAddress, OfTheLetter};
        for (step, code, remark, setback) in [
            (Step::NamingRecipient, 550, "5.1.1 No such user", OfTheAddress),
            (Step::NamingRecipient, 550, "No such user", OfTheAddress),
            (Step::NamingRecipient, 553, "5.1.2 Bad domain", OfTheAddress),
            (Step::NamingRecipient, 550, "5.6.0 Not of this kind", OfTheLetter),
            (Step::NamingRecipient, 550, "5.1.8 The sender's domain was not found", ForNow),
            (Step::HandingOver, 554, "5.6.0 Malformed", OfTheLetter),
            (Step::HandingOver, 554, "Spam", OfTheLetter),
            (Step::HandingOver, 550, "5.1.1 No such user", OfTheAddress),
            (Step::NamingRecipient, 421, "4.3.2 Shutting down", ForNow),
            (Step::NamingRecipient, 450, "4.2.0 Greylisted", ForNow),
            (Step::HandingOver, 451, "Try later", ForNow),
            (Step::NamingRecipient, 550, "5.7.1 Listed at bl.example", ForNow),
            (Step::HandingOver, 550, "5.7.26 Not authenticated", ForNow),
            (Step::NamingRecipient, 552, "5.2.2 Mailbox full", ForNow),
            (Step::NamingRecipient, 552, "Too much mail", ForNow),
            (Step::HandingOver, 554, "5.3.2 System closed", ForNow),
            (Step::NamingRecipient, 550, "4.7.1 Says one thing, means another", ForNow),
            (Step::LoggingIn, 535, "5.7.8 Wrong password", ForNow),
            (Step::NamingSender, 553, "5.1.8 Bad sender", ForNow),
            (Step::Connecting, 554, "No service", ForNow),
        ] {
            let fault = refusal(step, code, remark);
            assert_eq!(fault.setback, setback, "{}", fault.sentence);
        }
    }

    #[test]
    fn the_code_stays_and_the_address_goes() {
        let fault =
            refusal(Step::NamingRecipient, 550, "5.1.1 <maya@example.org>: User\r\nunknown");
        assert_eq!(
            fault.sentence,
            "The mail server takes no letters for this address. \
             The server said: “550 5.1.1 (address) User unknown”."
        );
    }

    #[test]
    fn a_remark_without_end_is_cut() {
        assert!(refusal(Step::HandingOver, 554, &"no ".repeat(9_000)).sentence.len() < 250);
        assert_eq!(
            refusal(Step::LoggingIn, 535, "").sentence,
            "The mail server refused the user or the password. The server said: “535”."
        );
    }

    #[test]
    fn a_no_speaks_of_what_is_to_be_changed_and_says_so_in_every_language() {
        use About::{LogIn, Security, Sender, Server};
        for (step, code, remark, about) in [
            (Step::Connecting, 554, "No service", Server),
            (Step::Securing, 502, "No TLS", Security),
            (Step::LoggingIn, 535, "5.7.8 Wrong password", LogIn),
            (Step::NamingSender, 530, "5.7.0 Authentication required", LogIn),
            (Step::NamingRecipient, 554, "5.7.1 <a@b.example>: Relay access denied", LogIn),
            (Step::NamingRecipient, 454, "4.7.1 Relaying denied", LogIn),
            (Step::NamingRecipient, 550, "5.1.1 User unknown in relay recipient table", Server),
            (Step::NamingRecipient, 450, "4.2.0 Greylisted by relay1.example", Server),
            (Step::NamingSender, 553, "5.1.8 Bad sender", Sender),
            (Step::NamingRecipient, 553, "5.7.1 Sender address rejected: not owned", Sender),
            (Step::NamingRecipient, 450, "4.2.0 Greylisted", Server),
            (Step::NamingRecipient, 550, "5.1.1 No such user", Server),
            (Step::HandingOver, 554, "5.7.1 Spam", Server),
        ] {
            let fault = refusal(step, code, remark);
            assert_eq!(fault.about, about, "{}", fault.sentence);
            is_said_in_german(&fault.sentence);
        }
    }

    #[test]
    fn a_certificate_says_what_is_wrong_with_it_in_every_language() {
        for (wrong, about) in [
            (Certificate::Expired, About::Security),
            (Certificate::NotValidForName, About::Server),
            (Certificate::UnknownIssuer, About::Security),
        ] {
            let fault = insecure(&Tls::InvalidCertificate(wrong));
            assert_eq!(fault.about, about, "{}", fault.sentence);
            assert!(fault.sentence.contains("certificate"));
            is_said_in_german(&fault.sentence);
        }
        is_said_in_german(&insecure(&Tls::HandshakeNotComplete).sentence);
        is_said_in_german(&silence(Duration::from_secs(30)).sentence);
    }

    fn is_said_in_german(sentence: &str) {
        let said = cause(Words::of(Language::German), sentence);
        assert!(!said.contains(" the ") && said != sentence, "{said}");
    }
}
