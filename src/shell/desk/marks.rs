//! Addresses as keyed hashes: what is known of an address outlives the address.

use crate::lead::profile::email_normal;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt::Write;

/// Bytes of the hash that are kept.
const MARK_BYTES: usize = 16;

/// The keyed hash of an e-mail address in its comparable form; `None` if it is none.
pub fn mark(house_key: &[u8], address: &str) -> Option<String> {
    let normal = email_normal(address)?;
    let mut mac =
        Hmac::<Sha256>::new_from_slice(house_key).expect("HMAC takes a key of any length");
    mac.update(normal.as_bytes());
    let hash = mac.finalize().into_bytes();
    let mut mark = String::with_capacity(2 * MARK_BYTES);
    for byte in &hash[..MARK_BYTES] {
        let _ = write!(mark, "{byte:02x}");
    }
    Some(mark)
}
