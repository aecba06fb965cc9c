//! Secrets nobody can guess and links nobody can forge.

use crate::shell::error::Fault;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use subtle::ConstantTimeEq;

/// Bytes of a signature that are shown: 128 bits are out of reach of guessing.
const SIGNATURE_BYTES: usize = 16;

/// A new secret of 256 random bits, in hexadecimal.
pub fn new_secret() -> Result<String, Fault> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(Fault::of("asking for randomness"))?;
    Ok(hex(&bytes))
}

/// Under which a secret is kept: who reads the data file cannot use it.
pub fn hash_of_secret(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// The signature of a text for one purpose, in hexadecimal.
pub fn signature(key: &[u8], purpose: &str, text: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(text.as_bytes());
    hex(&mac.finalize().into_bytes()[..SIGNATURE_BYTES])
}

/// A text with its signature behind a full stop, for URLs and hidden fields.
pub fn sign(key: &[u8], purpose: &str, text: &str) -> String {
    format!("{text}.{}", signature(key, purpose, text))
}

/// The text of a signed text, if the signature is ours and for this purpose.
pub fn verified<'a>(key: &[u8], purpose: &str, signed: &'a str) -> Option<&'a str> {
    let (text, given) = signed.rsplit_once('.')?;
    let own = signature(key, purpose, text);
    bool::from(own.as_bytes().ct_eq(given.as_bytes())).then_some(text)
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_text_is_believed_for_its_purpose_only() {
        let signed = sign(b"key", "unsubscribe", "1042");
        assert_eq!(verified(b"key", "unsubscribe", &signed), Some("1042"));
        assert_eq!(verified(b"key", "thanks", &signed), None);
        assert_eq!(verified(b"other", "unsubscribe", &signed), None);
    }

    #[test]
    fn a_text_that_was_changed_is_not_believed() {
        let signed = sign(b"key", "unsubscribe", "1042").replace("1042", "1043");
        assert_eq!(verified(b"key", "unsubscribe", &signed), None);
        for nonsense in ["", ".", "1042", "1042.", ".1042", "ü.ü"] {
            assert_eq!(verified(b"key", "unsubscribe", nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn no_two_secrets_are_alike() {
        let secret = new_secret().expect("the system has randomness");
        assert_eq!(secret.len(), 64);
        assert_ne!(secret, new_secret().expect("the system has randomness"));
    }
}
