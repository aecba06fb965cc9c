//! Passwords: kept as argon2id, checked one at a time, never logged.
//!
//! Checking costs 19 MiB and some milliseconds on purpose. One at a time, so that a flood of
//! attempts costs the house no more than that.

use crate::shell::error::{Error, Fault};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::Semaphore;

/// The shortest password, in characters.
pub const SHORTEST: usize = 10;

/// The longest password that is looked at, in bytes.
pub const LONGEST: usize = 256;

/// How long an attempt waits for its turn.
const TURN_WITHIN: Duration = Duration::from_secs(5);

static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// Checked where there is no account, so that its absence cannot be timed.
static OF_NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody").unwrap_or_default());

/// A password in the form it is kept in.
pub fn hash(password: &str) -> Result<String, Fault> {
    let hash: PasswordHash = Argon2::default()
        .hash_password(password.as_bytes())
        .map_err(|error| Fault::said("hashing a password", error.to_string()))?;
    Ok(hash.to_string())
}

/// A password in the form it is kept in, away from the threads that answer: it costs time on purpose.
pub async fn hashed(password: String) -> Result<String, Fault> {
    let hashed = tokio::task::spawn_blocking(move || hash(&password)).await;
    hashed.map_err(Fault::of("hashing a password"))?
}

/// Whether a password is one we would take: neither too short nor too long.
pub fn will_do(password: &str) -> bool {
    password.chars().count() >= SHORTEST && password.len() <= LONGEST
}

/// Whether a password is the one kept; `kept` is `None` for somebody without an account.
pub async fn is_right(password: String, kept: Option<String>) -> Result<bool, Error> {
    let turn = tokio::time::timeout(TURN_WITHIN, ONE_AT_A_TIME.acquire()).await;
    let _turn = turn.map_err(|_| Error::Busy)?;
    let checked = tokio::task::spawn_blocking(move || check(&password, kept)).await;
    Ok(checked.map_err(Fault::of("checking a password"))?)
}

fn check(password: &str, kept: Option<String>) -> bool {
    let somebody = kept.is_some();
    let kept = kept.unwrap_or_else(|| OF_NOBODY.clone());
    let Ok(kept) = PasswordHash::new(&kept) else { return false };
    let right = password.len() <= LONGEST
        && Argon2::default().verify_password(password.as_bytes(), &kept).is_ok();
    right && somebody
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_is_right() {
        let kept = hash("correct horse").expect("argon2 hashes");
        assert!(kept.starts_with("$argon2id$"), "{kept}");
        assert!(check("correct horse", Some(kept.clone())));
        assert!(!check("correct horsf", Some(kept.clone())));
        assert!(!check(&"x".repeat(LONGEST + 1), Some(kept)));
    }

    #[test]
    fn nobody_has_no_password() {
        assert!(!check("nobody", None));
        assert!(!check("nobody", Some("not a hash".into())));
    }
}
