//! Letters on their way out: what one consists of, and who carries it.
//!
//! Carrying is at least once. If the power goes between the mail server's yes and our own note of
//! it, the letter goes out again, under the same Message-ID, by which mail programs tell that the
//! two are one.

mod letter;
mod reply;
mod smtp;
mod switch;

pub use smtp::SmtpCarrier;
pub use switch::Switch;

use crate::command::Setback;
use crate::lead::Seq;
use std::fmt;

/// Takes letters out of the house. One of the two things a test must replace.
pub trait Carrier: Send + Sync {
    /// Hands one letter over, and returns once it has been taken or refused.
    ///
    /// Waits for the world, so it is called from a thread that may block (`spawn_blocking`), and
    /// never from an async task.
    fn carry(&self, mail: &Mail) -> Result<(), CarryFault>;
}

/// One letter to one person, as plain text.
///
/// What goes into a header is cleaned of line breaks and cut to a sensible length when the letter
/// is put together; nothing a visitor typed can add a header or a recipient.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub to_name: String,
    /// Whom it is from, unless `smtp.from_name` says otherwise; the address is always the house's.
    pub from_name: String,
    pub subject: String,
    pub body: String,
    /// As [`message_id`] makes it; the domain of the sender is put behind it.
    pub message_id: String,
    /// Whether the words are the house's and no person's.
    pub automatic: bool,
    /// Where one click unsubscribes (RFC 8058); `None` for letters to teammates and those of a person.
    pub unsubscribe_url: Option<String>,
    /// Where answers go, if not to the address the letter comes from.
    pub reply_to: Option<String>,
    /// Further headers, such as `In-Reply-To`.
    pub headers: Vec<(&'static str, String)>,
}

impl fmt::Debug for Mail {
    /// Names the letter and nobody in it, so that a log line cannot give a person away.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("message_id", &self.message_id).finish_non_exhaustive()
    }
}

/// Why a letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarryFault {
    /// Whether to try again, to give up the letter, or to give up the address.
    pub setback: Setback,
    /// For the person who looks into it. Holds the mail server's code and no address.
    pub sentence: String,
    /// Which setting it speaks of.
    pub about: About,
}

/// The setting of a mail server that a fault speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Its name, and whatever is none of the others'.
    #[default]
    Server,
    Port,
    Security,
    LogIn,
    Sender,
}

impl CarryFault {
    /// Another try may find the letter taken.
    pub fn temporary(sentence: impl Into<String>) -> CarryFault {
        CarryFault::about(About::Server, sentence)
    }

    fn about(about: About, sentence: impl Into<String>) -> CarryFault {
        CarryFault { setback: Setback::ForNow, sentence: sentence.into(), about }
    }

    /// The address takes no letters.
    pub fn of_the_address(sentence: impl Into<String>) -> CarryFault {
        CarryFault { setback: Setback::OfTheAddress, ..CarryFault::temporary(sentence) }
    }
}

/// The Message-ID of the delivery that an entry of the journal asked for, without its domain.
///
/// The epoch of the house is part of it, so that a house restored from a backup, which counts on
/// from an earlier entry, does not use an identity a second time.
pub fn message_id(epoch: u64, seq: Seq) -> String {
    format!("{seq}.{epoch:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_delivery_has_the_same_identity_and_another_has_another() {
        assert_eq!(message_id(255, 1042), "1042.00000000000000ff");
        assert_ne!(message_id(255, 1042), message_id(254, 1042));
    }

    #[test]
    fn a_log_line_about_a_letter_names_nobody() {
        let mail = Mail {
            to: "maya@example.com".to_owned(),
            subject: "Your boiler".to_owned(),
            message_id: message_id(1, 7),
            ..Mail::default()
        };
        let line = format!("{mail:?}");
        assert!(line.contains("7.0000000000000001") && !line.contains("maya"), "{line}");
        assert!(!line.contains("boiler"), "{line}");
    }
}
