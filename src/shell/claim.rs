//! The code by which a house that nobody owns is claimed.
//!
//! Whoever starts the house reads it where the house says where it is to be found; a stranger in the
//! network cannot. It is made anew with every start and kept in memory alone.

use super::error::Fault;
use std::sync::atomic::{AtomicBool, Ordering};
use subtle::ConstantTimeEq;

/// Letters and digits nobody takes for one another.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// How many of them: 60 bits, far more than can be tried at ten a minute.
const LENGTH: usize = 12;

/// The code of this start, and whether it is still of use.
pub struct Claim {
    code: String,
    owned: AtomicBool,
}

impl Claim {
    /// A new code.
    pub fn new() -> Result<Claim, Fault> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).map_err(Fault::of("asking for randomness"))?;
        let letters = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        Ok(Claim { code: letters.collect(), owned: AtomicBool::new(false) })
    }

    /// The code as it is shown: in groups of four.
    pub fn shown(&self) -> String {
        format!("{}-{}-{}", &self.code[..4], &self.code[4..8], &self.code[8..])
    }

    /// Whether this is the code, however it was typed. Takes as long for a wrong one.
    pub fn is_code(&self, typed: &str) -> bool {
        let typed = typed.chars().filter(char::is_ascii_alphanumeric).take(LENGTH + 1);
        let typed: String = typed.map(|letter| letter.to_ascii_uppercase()).collect();
        bool::from(typed.as_bytes().ct_eq(self.code.as_bytes()))
    }

    /// Whether the house is known to have an owner. One that has keeps one.
    pub fn is_owned(&self) -> bool {
        self.owned.load(Ordering::Relaxed)
    }

    /// Remembers that the house has an owner.
    pub fn note_owner(&self) {
        self.owned.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_known_however_it_is_typed_and_no_other_is() {
        let claim = Claim::new().expect("the system has randomness");
        let shown = claim.shown();
        assert_eq!(shown.len(), LENGTH + 2);
        assert!(claim.is_code(&shown) && claim.is_code(&format!(" {} ", shown.to_lowercase())));
        assert!(!claim.is_code("") && !claim.is_code(&shown[1..]));
        assert!(!claim.is_code(&format!("{shown}2")));
    }

    #[test]
    fn no_two_starts_have_one_code() {
        let code = || Claim::new().expect("the system has randomness").shown();
        assert_ne!(code(), code());
    }
}
