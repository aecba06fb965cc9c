//! What a mail server's no means: try again, give the letter up, or give the address up.
//!
//! Only a no to the address or to the letter can be for good, and only a no to the address says that
//! nobody reads there. A server that cannot be reached, refuses our log-in or does not trust us
//! today says nothing about the person we write to.

use super::CarryFault;
use crate::command::Setback;
use lettre::transport::smtp::Error;
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

impl Step {
    /// What a no at this step is a no to.
    fn refused(self) -> &'static str {
        match self {
            Step::Connecting => "the connection",
            Step::Securing => "TLS",
            Step::LoggingIn => "the log-in",
            Step::NamingSender => "our address",
            Step::NamingRecipient => "the address",
            Step::HandingOver => "the letter",
        }
    }
}

/// The fault of a step that failed.
pub(super) fn fault(step: Step, error: &Error) -> CarryFault {
    if let Some(code) = error.status() {
        let remark = std::error::Error::source(error).map(ToString::to_string);
        return refusal(step, code.into(), &remark.unwrap_or_default());
    }
    if error.is_timeout() {
        return CarryFault::temporary("The mail server did not answer in time.");
    }
    if is_refused(error) {
        return CarryFault::temporary(NOBODY_THERE);
    }
    match step {
        // Nothing was said yet, so the reason names machines and no person.
        Step::Connecting | Step::Securing | Step::LoggingIn => {
            CarryFault::temporary(format!("The mail server could not be reached: {error}."))
        }
        Step::NamingSender | Step::NamingRecipient | Step::HandingOver => CarryFault::temporary(
            "The mail server broke the connection off before it had taken the letter.",
        ),
    }
}

/// Whether the machine is there and has no mail server at that port.
fn is_refused(error: &Error) -> bool {
    let mut causes =
        std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    let refused = |cause: &io::Error| cause.kind() == io::ErrorKind::ConnectionRefused;
    causes.any(|cause| cause.downcast_ref().is_some_and(refused))
}

/// The fault of a step that took too long.
pub(super) fn silence(waited: Duration) -> CarryFault {
    let seconds = waited.as_secs();
    CarryFault::temporary(format!("The mail server did not answer within {seconds} s."))
}

/// What a server's no means, by its code (RFC 5321) and its enhanced code (RFC 3463).
fn refusal(step: Step, code: u16, remark: &str) -> CarryFault {
    let setback = setback(step, code, enhanced(remark));
    let remark = without_addresses(remark);
    let space = if remark.is_empty() { "" } else { " " };
    let sentence = format!("The mail server refused {}: {code}{space}{remark}", step.refused());
    CarryFault { setback, sentence }
}

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
            "The mail server refused the address: 550 5.1.1 (address) User unknown"
        );
    }

    #[test]
    fn a_remark_without_end_is_cut() {
        assert!(refusal(Step::HandingOver, 554, &"no ".repeat(9_000)).sentence.len() < 250);
        assert_eq!(
            refusal(Step::LoggingIn, 535, "").sentence,
            "The mail server refused the log-in: 535"
        );
    }
}
